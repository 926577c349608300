//! Units of measure.

use super::lexeme::Lexemes;

/// Whether a unit of measure stands here.
pub(crate) fn follows(lexemes: &Lexemes, at: usize, to: usize) -> bool {
    at < to && measure(lexemes.word(at)).is_some()
}

/// The normalised unit a word stands for.
pub(crate) fn measure(word: &str) -> Option<&'static str> {
    Some(match word {
        "km" => "km",
        _ => return None,
    })
}
