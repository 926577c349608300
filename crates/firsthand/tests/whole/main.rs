//! The program from outside, and what people see of an account.
#![allow(clippy::unwrap_used)]

mod export;
mod fixture;
mod help;
mod intake;
mod page;
mod passages;
mod proof;
mod read;
mod run;
mod schema;
mod terminal;
mod why;
