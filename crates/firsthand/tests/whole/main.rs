//! The program from outside, and what people see of an account.
#![allow(clippy::unwrap_used)]

mod api;
mod fixture;
mod help;
mod intake;
mod mcp;
mod page;
mod passages;
mod proof;
mod read;
mod run;
mod schema;
mod serve;
mod served;
mod terminal;
mod why;
