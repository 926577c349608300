//! What comes in: files, folders, archives and feeds, one page at a time.
//!
//! What a file is is found by its content, never by its name. Everything streams: memory grows with the largest page,
//! not with the file. A record that cannot be read is named ([`Bad`]) and the next one is read.

mod archive;
mod bytes;
mod feed;
mod http;
mod item;
mod json;
mod kind;
mod limits;
mod open;
mod place;
mod warc;

pub use feed::{Channel, Entry, Feed, Link, Person, Stamp, Words, entry_facts, entry_item, feed, stamp};
pub use http::{charset, media_type};
pub use item::{Bad, Found, Item, Passed, Record};
pub use json::Fields;
pub use limits::Limits;
pub use open::{Options, read, read_from};
pub use place::{Gathered, Input, Place, gather, plainly};
