//! The commands, one file each.

pub mod completions;
pub mod man;
pub mod mcp;
pub mod page;
pub mod read;
pub mod schema;
pub mod serve;
pub mod why;
