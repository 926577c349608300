//! The program from outside, and what people see of an account.
#![allow(clippy::unwrap_used)]

mod api;
mod archive;
mod check;
mod copies;
mod export;
mod fetch;
mod fetch_server;
mod fixture;
mod guard;
mod help;
mod intake;
mod kill;
mod mcp;
mod page;
mod passages;
mod plain_http;
mod proof;
mod read;
mod run;
mod schema;
mod serve;
mod served;
mod shown;
mod sound;
mod statements;
mod stories;
mod terminal;
mod views;
mod watch;
mod watch_alerts;
mod watch_restart;
mod watch_world;
mod watchlist;
mod why;
