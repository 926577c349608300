//! The program from outside, and what people see of an account.
#![allow(clippy::unwrap_used)]

mod fixture;
mod page;
mod run;
mod schema;
mod terminal;
mod why;
