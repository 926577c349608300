//! The judged lines of a page, before they are put together.

use super::line::{Label, Line};
use crate::Note;

/// Every line of a page with what it has been taken for.
#[derive(Debug, Default)]
pub(super) struct Draft<'a> {
    /// All lines, in page order.
    pub(super) lines: Vec<Line<'a>>,
    /// First and last line of the body.
    pub(super) body: Option<(usize, usize)>,
    /// What there is to say of how it was found.
    pub(super) notes: Vec<Note>,
}

impl Draft<'_> {
    /// Where a line stands to the body.
    pub(super) fn zone(&self, at: usize) -> Zone {
        match self.body {
            Some((first, _)) if at < first => Zone::Head,
            Some((_, last)) if at > last => Zone::Tail,
            Some(_) => Zone::Body,
            None => Zone::Head,
        }
    }
    /// Words of the body.
    pub(super) fn body_words(&self) -> usize {
        self.lines.iter().filter(|l| l.label == Label::Body).map(|l| l.words).sum()
    }
    /// The line of the title.
    pub(super) fn title(&self) -> Option<usize> {
        self.lines.iter().position(|l| l.label == Label::Title)
    }
}

/// Before, within or after the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Zone {
    Head,
    Body,
    Tail,
}
