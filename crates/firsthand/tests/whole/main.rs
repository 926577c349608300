//! The program from outside, and what people see of an account.
#![allow(clippy::unwrap_used)]

mod archive;
mod export;
mod fetch;
mod fetch_server;
mod fixture;
mod help;
mod intake;
mod kill;
mod page;
mod passages;
mod proof;
mod read;
mod run;
mod schema;
mod terminal;
mod watch;
mod watch_world;
mod why;
