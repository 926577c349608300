//! A sentence under the scanner.

use super::lexeme::{Kind, Lexemes};

/// A sentence under the scanner.
pub(super) struct Section<'a> {
    pub(super) lexemes: &'a Lexemes<'a>,
    pub(super) from: usize,
    pub(super) to: usize,
    /// Whether most words begin with a capital, as in a headline: then a capital says nothing.
    pub(super) title_case: bool,
}

impl Section<'_> {
    pub(super) fn word(&self, i: usize) -> &str {
        if self.from <= i && i < self.to { self.lexemes.word(i) } else { "" }
    }
    pub(super) fn before(&self, i: usize, back: usize) -> &str {
        i.checked_sub(back).map_or("", |j| self.word(j))
    }
    pub(super) fn is_word(&self, i: usize) -> bool {
        self.from <= i && i < self.to && self.lexemes.is(i, Kind::Word)
    }
    pub(super) fn capital(&self, i: usize) -> bool {
        self.is_word(i) && self.lexemes.capital(i)
    }
    /// A capital anywhere in the word: `iPhone` is a name as well.
    pub(super) fn named(&self, i: usize) -> bool {
        self.is_word(i) && self.lexemes.raw(i).chars().any(char::is_uppercase)
    }
    pub(super) fn digits(&self, i: usize) -> bool {
        self.from <= i && i < self.to && self.lexemes.is(i, Kind::Digits)
    }
    pub(super) fn glued(&self, i: usize) -> bool {
        self.from < i && i < self.to && self.lexemes.glued(i)
    }
}
