//! Tables as files: rows as structs, sheets that are written bucket by bucket, and the way back.

mod cell;
mod read;
mod record;
mod write;

pub use cell::Cell;
pub use read::{all, bucket, each, each_of};
pub use record::Record;
pub(crate) use record::records;
pub(crate) use write::hexadecimal;
pub use write::{Lines, Piece, Sheet, digest, settle};

/// The key in a file's footer under which the bucket of each row group stands, as a JSON list.
const BUCKETS: &str = "firsthand:buckets";
