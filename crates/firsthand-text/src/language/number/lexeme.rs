//! A light cut of the text for numbers and times: letters, digits and marks, with what a number needs to be read.
//!
//! Tokens of the language stage may hold `5.6-magnitude` or `17:06` together or apart; numbers and times are read
//! from this cut instead, so that they do not depend on where tokens end.

use crate::Span;
use crate::language::Sentence;

/// What a lexeme is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Letters of any script.
    Word,
    /// ASCII digits, with separators inside: `7,000`, `5.6`, `15.03.2031`.
    Digits,
    /// One character of any other kind.
    Mark,
}

/// One piece of the cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Lexeme {
    /// Where it stands in the text.
    pub(crate) span: Span,
    /// What it is made of.
    pub(crate) kind: Kind,
    /// Whether it follows the one before it without white space.
    pub(crate) glued: bool,
}

/// A text cut into lexemes, with a lower-case twin of the text (same offsets: only ASCII letters are folded).
#[derive(Debug, Clone, Default)]
pub(crate) struct Lexemes<'a> {
    /// The text.
    pub(crate) text: &'a str,
    lower: String,
    /// The pieces in order.
    pub(crate) list: Vec<Lexeme>,
}

impl<'a> Lexemes<'a> {
    /// Cuts the text.
    pub(crate) fn of(text: &'a str) -> Lexemes<'a> {
        let mut list: Vec<Lexeme> = Vec::with_capacity(text.len() / 5);
        let mut at = 0;
        while let Some(first) = text.get(at..).and_then(|rest| rest.chars().next()) {
            let width = first.len_utf8();
            if first.is_whitespace() {
                at += width;
                continue;
            }
            let free = list.last().is_none_or(|before| before.span.end < at);
            let point = first == '.' && free && text.as_bytes().get(at + 1).is_some_and(u8::is_ascii_digit);
            let (end, kind) = if point {
                (digits_end(text.as_bytes(), at + 1), Kind::Digits)
            } else if first.is_ascii_digit() {
                (digits_end(text.as_bytes(), at), Kind::Digits)
            } else if first.is_alphabetic() {
                (word_end(text, at), Kind::Word)
            } else {
                (at + width, Kind::Mark)
            };
            let glued = list.last().is_some_and(|before| before.span.end == at);
            list.push(Lexeme { span: Span { start: at, end }, kind, glued });
            at = end;
        }
        Lexemes { text, lower: text.to_ascii_lowercase(), list }
    }

    /// Lower-case text of a lexeme; empty where there is none.
    pub(crate) fn word(&self, i: usize) -> &str {
        self.list.get(i).map_or("", |l| l.span.of(&self.lower))
    }
    /// Text of a lexeme as it is written; empty where there is none.
    pub(crate) fn raw(&self, i: usize) -> &'a str {
        self.list.get(i).map_or("", |l| l.span.of(self.text))
    }
    /// Whether the lexeme is there and made of this.
    pub(crate) fn is(&self, i: usize, kind: Kind) -> bool {
        self.list.get(i).is_some_and(|l| l.kind == kind)
    }
    /// Whether the lexeme is there and follows the one before it without white space.
    pub(crate) fn glued(&self, i: usize) -> bool {
        self.list.get(i).is_some_and(|l| l.glued)
    }
    /// Whether the lexeme begins with a capital letter.
    pub(crate) fn capital(&self, i: usize) -> bool {
        self.raw(i).chars().next().is_some_and(char::is_uppercase)
    }
    /// The span from one lexeme to another, the last one left out.
    pub(crate) fn span(&self, from: usize, to: usize) -> Span {
        let start = self.list.get(from).map_or(self.text.len(), |l| l.span.start);
        let end = to.checked_sub(1).and_then(|last| self.list.get(last)).map_or(start, |l| l.span.end);
        Span { start, end: end.max(start) }
    }
    /// A whole number written in digits alone, and how many digits it has.
    pub(crate) fn plain(&self, i: usize) -> Option<(u32, usize)> {
        if !self.is(i, Kind::Digits) {
            return None;
        }
        let raw = self.raw(i);
        Some((raw.parse().ok()?, raw.len()))
    }
    /// Index ranges of the sentences; where there are none, of the lines.
    pub(crate) fn sections(&self, sentences: &[Sentence]) -> Vec<(usize, usize)> {
        let mut out = Vec::new();
        if sentences.is_empty() {
            let mut from = 0;
            for i in 1..=self.list.len() {
                let gap = match (self.list.get(i - 1), self.list.get(i)) {
                    (Some(a), Some(b)) => {
                        self.text.get(a.span.end..b.span.start).unwrap_or("").contains('\n')
                    }
                    _ => true,
                };
                if gap {
                    out.push((from, i));
                    from = i;
                }
            }
            return out;
        }
        let mut from = 0;
        for sentence in sentences {
            while self.list.get(from).is_some_and(|l| l.span.start < sentence.span.start) {
                from += 1;
            }
            let first = from;
            while self.list.get(from).is_some_and(|l| l.span.start < sentence.span.end) {
                from += 1;
            }
            if first < from {
                out.push((first, from));
            }
        }
        out
    }
}

fn word_end(text: &str, start: usize) -> usize {
    let rest = text.get(start..).unwrap_or("");
    rest.char_indices().find(|(_, c)| !c.is_alphabetic()).map_or(text.len(), |(n, _)| start + n)
}

/// End of a run of digits. A point with a digit after it belongs to it, a comma with exactly three.
fn digits_end(bytes: &[u8], start: usize) -> usize {
    let digit = |i: usize| bytes.get(i).is_some_and(u8::is_ascii_digit);
    let mut at = start;
    loop {
        while digit(at) {
            at += 1;
        }
        let goes_on = match bytes.get(at) {
            Some(b'.') => digit(at + 1),
            Some(b',') => {
                digit(at + 1) && digit(at + 2) && digit(at + 3) && !digit(at + 4) && at - start <= 15
            }
            _ => false,
        };
        if !goes_on {
            return at;
        }
        at += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        let lexemes = Lexemes::of(text);
        (0..lexemes.list.len()).map(|i| lexemes.raw(i)).collect()
    }

    #[test]
    fn cuts_letters_digits_and_marks() {
        for (text, want) in [
            ("about 7,000 crates", vec!["about", "7,000", "crates"]),
            ("$4.5m, 17:06", vec!["$", "4.5", "m", ",", "17", ":", "06"]),
            ("the 1980s", vec!["the", "1980", "s"]),
            ("May 3, 2015", vec!["May", "3", ",", "2015"]),
            ("ended at 7.", vec!["ended", "at", "7", "."]),
            ("é·15.03.2031", vec!["é", "·", "15.03.2031"]),
            ("to .500 now", vec!["to", ".500", "now"]),
        ] {
            assert_eq!(cut(text), want);
        }
    }

    #[test]
    fn without_sentences_a_line_is_a_section() {
        let lexemes = Lexemes::of("one two\n\nthree");
        assert_eq!(lexemes.sections(&[]), vec![(0, 2), (2, 3)]);
    }
}
