//! Where does a sentence end?

use super::{Sentence, Token};
use crate::report::Report;

/// Splits title and paragraphs into sentences. May cut tokens anew at a sentence end.
pub fn split(report: &Report, tokens: &mut Vec<Token>) -> Vec<Sentence> {
    let _ = (report, tokens);
    Vec::new()
}
