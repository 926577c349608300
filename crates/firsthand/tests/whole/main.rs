//! The program from outside, and what people see of an account.

mod fixture;
mod terminal;
