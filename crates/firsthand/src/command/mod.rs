//! The commands, one file each.

pub mod check;
pub mod completions;
pub mod man;
pub mod page;
pub mod read;
pub mod schema;
pub mod why;
