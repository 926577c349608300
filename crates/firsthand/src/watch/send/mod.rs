//! Ways to tell somebody: a webhook, a file of JSON lines, a feed.

mod atom;
mod jsonl;
mod webhook;

pub use atom::feed_of;
pub(super) use atom::{MOST as ATOM_MOST, write as write_atom};
pub(super) use jsonl::append;
pub use webhook::signature;
pub(super) use webhook::{Secret, errand};

/// What is to be done about an alert that could not be sent.
pub(super) const TRIES: u32 = 24;
