//! Who and what is named?

use super::{Models, Name, Sentence, Token};

/// Finds the names of a report.
pub fn find(text: &str, tokens: &[Token], sentences: &[Sentence], models: &Models) -> Vec<Name> {
    let _ = (text, tokens, sentences, models);
    Vec::new()
}
