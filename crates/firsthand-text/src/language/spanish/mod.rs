//! Spanish, at a basic level: tokens, sentences, names, times and numbers by rule and list. No tags and no heads, so that
//! no statement is read.
//!
//! Spelling follows the Ortografía of the Real Academia Española (2010); numbers are read as both sides of the Atlantic
//! write them.

mod bridge;
mod clock;
mod count;
mod day;
mod list;
mod name;
mod number;
mod numeral;
mod page;
mod scan;
mod sentence;
mod shift;
mod sort;
mod tense;
#[cfg(test)]
mod tests;
mod time;
mod token;
mod unit;
mod year;

use super::tongue::{Bridge, Tongue};

/// The stages of Spanish.
pub(super) static SPANISH: Tongue = Tongue {
    code: "es",
    name: "Spanish",
    cut: token::cut,
    split: sentence::split,
    syntax: None,
    names: name::find,
    times: time::find,
    quantities: number::find,
    bridge: Some(Bridge { name: bridge::name, word: bridge::word, number: bridge::number }),
};
