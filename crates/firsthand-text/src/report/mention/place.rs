//! The place of a name: its line, and what stands right before and behind it.

use super::lexicon;
use super::word::Word;
use crate::Span;

/// A line of so many words is a paragraph of a story.
const PARAGRAPH: usize = 25;

/// A name with what is around it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place<'t> {
    pub(super) text: &'t str,
    pub(super) words: &'t [Word],
    /// Index of its first word.
    pub(super) at: usize,
    /// Index of the word behind it.
    pub(super) next: usize,
    /// Where it stands.
    pub(super) span: Span,
    /// The line it stands in.
    pub(super) line: Span,
}

impl<'t> Place<'t> {
    pub(super) fn new(text: &'t str, words: &'t [Word], at: usize, count: usize) -> Place<'t> {
        let span = lexicon::place(words, at, count);
        let start = text.get(..span.start).and_then(|t| t.rfind('\n')).map_or(0, |n| n + 1);
        let end = text.get(span.end..).and_then(|t| t.find('\n')).map_or(text.len(), |n| span.end + n);
        Place { text, words, at, next: at + count, span, line: Span::new(start, end) }
    }

    /// The line up to a byte.
    pub(super) fn until(&self, at: usize) -> &'t str {
        self.text.get(self.line.start..at.max(self.line.start)).unwrap_or("")
    }

    /// The line from a byte on.
    pub(super) fn from(&self, at: usize) -> &'t str {
        self.text.get(at.min(self.line.end)..self.line.end).unwrap_or("")
    }

    /// What stands before the name in its line.
    pub(super) fn before(&self) -> &'t str {
        self.until(self.span.start)
    }

    /// What stands behind the name in its line.
    pub(super) fn after(&self) -> &'t str {
        self.from(self.span.end)
    }

    /// The line above that is not empty.
    pub(super) fn above(&self) -> &'t str {
        let above = self.text.get(..self.line.start).unwrap_or("").trim_end();
        above.rsplit('\n').next().unwrap_or("")
    }

    /// The line below that is not empty.
    pub(super) fn below(&self) -> &'t str {
        let below = self.text.get(self.line.end..).unwrap_or("").trim_start();
        below.split('\n').next().unwrap_or("")
    }

    /// The words of the line: index of the first, and of the one behind the last.
    pub(super) fn line_words(&self) -> (usize, usize) {
        let lo = self.words.partition_point(|w| w.span.start < self.line.start);
        let hi = self.words.partition_point(|w| w.span.start < self.line.end);
        (lo, hi)
    }

    /// What parts a word from the one before it, where both are in one line.
    pub(super) fn gap(&self, word: usize) -> Option<&'t str> {
        let (before, here) = (self.words.get(word.checked_sub(1)?)?, self.words.get(word)?);
        self.text.get(before.span.end..here.span.start).filter(|g| !g.contains('\n'))
    }

    /// The first word of the name with its article, if it has one.
    pub(super) fn with_article(&self) -> usize {
        match self.at.checked_sub(1).and_then(|n| self.words.get(n)) {
            Some(word) if word.key == "the" && self.gap(self.at) == Some(" ") => self.at - 1,
            _ => self.at,
        }
    }

    /// Whether a paragraph of a story stands above the line, and whether one stands below.
    pub(super) fn paragraphs(&self) -> (bool, bool) {
        let paragraph = |text: &str| text.lines().any(|l| super::super::line::words(l) >= PARAGRAPH);
        (
            paragraph(self.text.get(..self.line.start).unwrap_or("")),
            paragraph(self.text.get(self.line.end..).unwrap_or("")),
        )
    }
}

/// Whether a sentence ends in what parts two words.
pub(super) fn ends_sentence(gap: &str) -> bool {
    gap.contains(['!', '?', ';', '…']) || gap.contains(". ") || gap.contains(".\u{a0}") || gap.contains(".”")
}

/// Whether a stretch ends as sentences do, or as print misread them.
pub(super) fn ends_with_stop(text: &str) -> bool {
    text.trim_end_matches([' ', '\u{a0}', '['])
        .ends_with(['.', '!', '?', '…', ',', '"', '”', '»', '“', '>', ';', '*'])
}

/// A dash of any length.
pub(super) const DASHES: [char; 7] = ['-', '–', '—', '―', '─', '~', '\u{2010}'];
