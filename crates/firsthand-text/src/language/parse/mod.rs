//! Which word hangs on which?

use super::{Models, Sentence, Token};

/// Fills in heads and relations.
pub fn parse(text: &str, tokens: &mut [Token], sentences: &[Sentence], models: &Models) {
    let _ = (text, tokens, sentences, models);
}
