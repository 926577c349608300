//! Places in a text, and the way back from clean text to the bytes it was cut from.

use serde::{Deserialize, Serialize};

/// A byte range into one named text, end exclusive; both ends lie on character boundaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The range from `start` to `end`.
    pub fn new(start: usize, end: usize) -> Span {
        debug_assert!(start <= end);
        Span { start, end }
    }
    /// The text the span stands for; empty if the span does not fit the text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or("")
    }
    /// Number of bytes.
    pub fn len(self) -> usize {
        self.end - self.start
    }
    /// Whether it holds no bytes.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }
    /// Whether the other span lies wholly within this one.
    pub fn holds(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }
    /// Whether the two share a byte.
    pub fn meets(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }
    /// The smallest span that holds both.
    pub fn join(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

/// One stretch of clean text and the page bytes it came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// The stretch of clean text.
    pub clean: Span,
    /// The bytes of the page. Of another length where the page was decoded, unescaped or normalised.
    pub page: Span,
}

/// The way from a clean text back to page bytes: runs in the order of the clean text, not overlapping there.
///
/// Clean text outside all runs (a blank line put between two blocks) has no bytes of its own.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Map {
    runs: Vec<Run>,
}

impl Map {
    /// A map with no runs.
    pub fn new() -> Map {
        Map::default()
    }
    /// Adds a run after all others; runs that continue the last one byte for byte are joined to it.
    pub fn push(&mut self, run: Run) {
        if run.clean.is_empty() {
            return;
        }
        if let Some(last) = self.runs.last_mut() {
            debug_assert!(last.clean.end <= run.clean.start, "runs must come in order");
            let verbatim = last.clean.len() == last.page.len() && run.clean.len() == run.page.len();
            if verbatim && last.clean.end == run.clean.start && last.page.end == run.page.start {
                last.clean.end = run.clean.end;
                last.page.end = run.page.end;
                return;
            }
        }
        self.runs.push(run);
    }
    /// The runs, in order of the clean text.
    pub fn runs(&self) -> &[Run] {
        &self.runs
    }
    /// The page bytes from the first to the last byte behind this clean span, or None where it has none.
    ///
    /// Runs of equal length are cut exactly; a run of unequal length is taken whole.
    pub fn page(&self, clean: Span) -> Option<Span> {
        let first = self.runs.partition_point(|r| r.clean.end <= clean.start);
        let mut found: Option<Span> = None;
        for run in self.runs[first..].iter().take_while(|r| r.clean.start < clean.end) {
            let here = if run.clean.len() == run.page.len() {
                let from = clean.start.max(run.clean.start) - run.clean.start;
                let to = clean.end.min(run.clean.end) - run.clean.start;
                Span::new(run.page.start + from, run.page.start + to)
            } else {
                run.page
            };
            found = Some(found.map_or(here, |f| f.join(here)));
        }
        found
    }
    /// Appends the part of another map that lies in `part` of its clean text, so that it starts at `at` of ours.
    pub fn append(&mut self, other: &Map, part: Span, at: usize) {
        for run in other.runs.iter().filter(|r| r.clean.meets(part)) {
            let (mut clean, mut page) = (run.clean, run.page);
            if clean.len() == page.len() {
                let cut = part.start.saturating_sub(clean.start);
                clean.start += cut;
                page.start += cut;
                let cut = clean.end.saturating_sub(part.end);
                clean.end -= cut;
                page.end -= cut;
            } else {
                clean = Span::new(clean.start.max(part.start), clean.end.min(part.end));
            }
            let moved = Span::new(clean.start - part.start + at, clean.end - part.start + at);
            self.push(Run { clean: moved, page });
        }
    }
}

/// Turns byte offsets of one text into counts of Unicode scalar values, as output positions are given.
#[derive(Debug, Clone)]
pub struct Offsets {
    /// Byte offset of every 64th scalar value.
    marks: Vec<usize>,
    text: String,
}

impl Offsets {
    const STEP: usize = 64;

    /// Prepares a text.
    pub fn new(text: &str) -> Offsets {
        let marks = text.char_indices().step_by(Self::STEP).map(|(i, _)| i).collect();
        Offsets { marks, text: text.to_owned() }
    }
    /// How many scalar values stand before this byte.
    pub fn scalar(&self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        let mark = self.marks.partition_point(|&m| m <= byte).saturating_sub(1);
        let Some(&from) = self.marks.get(mark) else { return 0 };
        mark * Self::STEP + self.text.get(from..byte).map_or(0, |s| s.chars().count())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn map_cuts_runs_of_equal_length_and_keeps_the_others_whole() {
        let mut map = Map::new();
        map.push(Run { clean: Span::new(0, 5), page: Span::new(10, 15) });
        map.push(Run { clean: Span::new(5, 6), page: Span::new(15, 20) }); // an entity: &amp;
        map.push(Run { clean: Span::new(6, 9), page: Span::new(20, 23) });
        assert_eq!(map.page(Span::new(1, 3)), Some(Span::new(11, 13)));
        assert_eq!(map.page(Span::new(4, 6)), Some(Span::new(14, 20)));
        assert_eq!(map.page(Span::new(9, 12)), None);
    }

    proptest! {
        #[test]
        fn scalar_counts_agree_with_a_plain_count(text in "\\PC{0,300}") {
            let offsets = Offsets::new(&text);
            for (n, (byte, _)) in text.char_indices().enumerate() {
                prop_assert_eq!(offsets.scalar(byte), n);
            }
            prop_assert_eq!(offsets.scalar(text.len()), text.chars().count());
        }
    }
}
