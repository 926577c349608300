//! Keeps what was read: one SQLite file with pages, reports, stories and accounts.
//!
//! [`Archive`] writes, [`Reader`] reads, at the same time and from several processes. What can be done before the
//! writer's turn is done by [`prepare()`]: pure, on any thread. Pages are kept as they came, so that everything else can be
//! made again.

mod archive;
mod connect;
mod error;
mod log;
mod open_stories;
mod packed;
mod page_row;
mod prepare;
mod put;
mod read;
mod row;
mod schema;

pub use archive::{Archive, Outcome, What};
pub use error::{Error, Kind};
pub use prepare::{Keeping, Prepared, prepare};
pub use read::Reader;
pub use row::{
    Change, Counts, Hit, Kept, Listing, Paging, Piece, ReportRow, Search, Standing, StoryLine, Wanted,
};
