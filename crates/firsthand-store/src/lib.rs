//! Keeps what was read: one SQLite file with pages, reports, stories and accounts.
//!
//! [`Archive`] writes, [`Reader`] reads, at the same time and from several processes. What can be done before the
//! writer's turn is done by [`prepare()`]: pure, on any thread. Pages are kept as they came, so that everything else can be
//! made again.

mod archive;
mod backup;
mod connect;
mod decide;
mod error;
pub mod export;
mod import;
mod log;
mod open_stories;
mod packed;
mod page_row;
mod placing;
mod prepare;
mod put;
mod read;
mod rebuild;
mod regroup;
mod restore;
mod row;
mod schema;
#[cfg(feature = "parquet")]
mod tables;
mod verify;

pub use archive::{Archive, Outcome, What};
pub use error::{Error, Kind};
pub use import::Imported;
pub use prepare::{Keeping, Prepared, prepare};
pub use read::Reader;
pub use rebuild::Rebuilt;
pub use row::{
    Change, Counts, Decision, Hit, Kept, Kin, Listing, Paging, Piece, Reason, ReportRow, Search, Standing,
    StoryLine, Wanted,
};
pub use verify::Findings;
