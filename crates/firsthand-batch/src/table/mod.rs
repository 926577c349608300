//! Tables as files: rows as structs, sheets that are written bucket by bucket, and the way back.

mod cell;
mod draft;
mod held;
mod read;
mod record;
mod whole;
mod write;

pub use cell::Cell;
pub(crate) use draft::hexadecimal;
pub use draft::settle;
pub(crate) use held::count;
pub(crate) use read::AT_A_TIME;
pub use read::{all, bucket, bucket_of, each, each_of};
pub use record::Record;
pub(crate) use record::records;
pub use whole::are_whole;
pub use write::{Lines, Piece, Sheet};

/// The key in a file's footer under which the bucket of each row group stands, as a JSON list.
const BUCKETS: &str = "firsthand:buckets";
