//! What an archive holds, in the formats of others.
//!
//! One file for each format. Each writes story by story from a [`Source`]: nothing is in memory but one story and one
//! page. The same archive gives the same bytes: no clock is read, nothing is counted that depends on the run.

pub mod csv;
mod error;
pub mod ftm;
pub mod id;
pub mod jsonl;
pub mod jsonld;
mod language;
pub mod ninjs;
#[cfg(feature = "parquet")]
pub mod parquet;
mod quote;
mod rows;
mod source;
pub mod table;
pub mod wacz;

pub use error::Error;
use error::named;
pub(crate) use id::hex;
pub use quote::{Quote, Text};
pub use source::{Before, Decision, Dossier, Place, Source};

/// What made it, as exports name it.
pub(crate) const PROGRAM: &str = concat!("firsthand ", env!("CARGO_PKG_VERSION"));
