//! The command line, in two types: as it was typed, and as it is meant.

pub mod archive;
pub mod check;
pub mod copies;
pub mod export;
pub mod lineage;
pub mod meant;
pub mod serve;
pub mod shared;
pub mod statements;
pub mod stories;
pub mod typed;
pub mod watch;
