//! Many reports: what they state, whom they name, which are of one story, who has it from whom, where they agree.
//!
//! Pure and deterministic: no file, no clock, no network, no randomness, and no hash map is iterated into output.

pub mod account;
pub mod check;
pub mod collation;
pub mod lineage;
pub mod name;
pub mod statement;
pub mod story;
pub mod version;
pub mod watchlist;

/// The reports of one story, annotated, in the fixed order in which every index of this crate counts them
/// (by location).
pub type Reports<'a> = [&'a firsthand_text::language::Annotated];
