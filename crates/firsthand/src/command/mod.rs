//! The commands, one file each.

pub mod add;
mod among;
pub mod check;
pub mod completions;
pub mod copies;
pub mod decide;
pub mod export;
pub mod import;
pub mod keep;
pub mod lineage;
pub mod man;
pub mod mcp;
pub mod page;
pub mod read;
pub mod schema;
pub mod search;
pub mod serve;
pub mod statements;
pub mod stories;
pub mod story;
pub mod watch;
pub mod why;
