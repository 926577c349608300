//! What is used of the archive.

pub use super::stub::{
    Change, Counts, Error, Hit, Kept, Listing, Paging, Piece, Reader, ReportRow, Search, Standing, StoryLine,
    Wanted,
};
