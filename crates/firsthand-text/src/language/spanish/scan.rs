//! A sentence laid out for the rules of times and numbers: the light cut of the number stage, word by word.

use crate::language::number::lexeme::{Kind, Lexemes};

/// One sentence (a line, where there are no sentences).
#[derive(Clone, Copy)]
pub(super) struct Scan<'a> {
    pub(super) lexemes: &'a Lexemes<'a>,
    /// First lexeme.
    pub(super) from: usize,
    /// One past the last lexeme.
    pub(super) to: usize,
}

impl<'a> Scan<'a> {
    fn within(&self, i: usize) -> bool {
        self.from <= i && i < self.to
    }
    /// Lower-case word; empty outside the sentence.
    pub(super) fn word(&self, i: usize) -> &'a str {
        if self.within(i) { self.lexemes.word(i) } else { "" }
    }
    /// The word as written; empty outside the sentence.
    pub(super) fn raw(&self, i: usize) -> &'a str {
        if self.within(i) { self.lexemes.raw(i) } else { "" }
    }
    /// The word so many places before; empty outside the sentence.
    pub(super) fn before(&self, i: usize, back: usize) -> &'a str {
        i.checked_sub(back).map_or("", |j| self.word(j))
    }
    pub(super) fn is_word(&self, i: usize) -> bool {
        self.within(i) && self.lexemes.is(i, Kind::Word)
    }
    pub(super) fn is_digits(&self, i: usize) -> bool {
        self.within(i) && self.lexemes.is(i, Kind::Digits)
    }
    /// Whether it follows the lexeme before it without white space.
    pub(super) fn glued(&self, i: usize) -> bool {
        self.within(i) && i > self.from && self.lexemes.glued(i)
    }
    pub(super) fn capital(&self, i: usize) -> bool {
        self.within(i) && self.lexemes.capital(i)
    }
    /// Whole number in digits alone, and how many.
    pub(super) fn plain(&self, i: usize) -> Option<(u32, usize)> {
        if self.within(i) { self.lexemes.plain(i) } else { None }
    }
    /// Whether the words from `i` are these; one past them.
    pub(super) fn past(&self, i: usize, words: &str) -> Option<usize> {
        let mut at = i;
        for word in words.split(' ') {
            if self.word(at) != word {
                return None;
            }
            at += 1;
        }
        Some(at)
    }
    /// One past the first of these phrases that stands at `i`.
    pub(super) fn past_any(&self, i: usize, phrases: &[&str]) -> Option<usize> {
        phrases.iter().find_map(|p| self.past(i, p))
    }
}
