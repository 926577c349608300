//! Where does a sentence end?
//!
//! A stop, a question mark or an exclamation mark ends a sentence if what follows can begin one. The hard cases are
//! decided by small word lists: the habits of abbreviations, words that begin sentences, verbs of saying after a
//! closed quotation. When in doubt the sentence goes on: half a sentence is a worse statement than two.

mod words;

#[cfg(test)]
mod tests;

use super::token::abbreviation::{self, Habit};
use super::token::{fresh, regions};
use super::{Sentence, Token};
use crate::Span;
use crate::report::Report;

/// Splits title and paragraphs into sentences. May cut tokens anew at a sentence end.
pub fn split(report: &Report, tokens: &mut Vec<Token>) -> Vec<Sentence> {
    let old = std::mem::take(tokens);
    tokens.reserve(old.len());
    let mut sentences = Vec::new();
    let mut at = 0;
    for (region, paragraph) in regions(report) {
        while old.get(at).is_some_and(|t| t.span.start < region.start) {
            at += 1;
        }
        let count = old.iter().skip(at).take_while(|t| region.holds(t.span)).count();
        let part = old.get(at..at + count).unwrap_or(&[]);
        at += count;
        split_region(&report.text, part, paragraph, tokens, &mut sentences);
    }
    sentences
}

/// Splits the tokens of one region and moves them to the list.
fn split_region(
    text: &str,
    part: &[Token],
    paragraph: Option<usize>,
    tokens: &mut Vec<Token>,
    sentences: &mut Vec<Sentence>,
) {
    let region = Region { text, tokens: part, capitals: is_capitals(text, part) };
    let mut start = 0;
    while start < part.len() {
        let end = region.end_of_sentence(start);
        let first = tokens.len();
        tokens.extend(part.get(start..end).unwrap_or(&[]).iter().cloned());
        cut_final_stop(text, first, tokens);
        if let (Some(a), Some(b)) = (tokens.get(first), tokens.last()) {
            sentences.push(Sentence { span: a.span.join(b.span), first, last: tokens.len(), paragraph });
        }
        start = end;
    }
}

/// A single letter at the end of a sentence (`plan B.`) was no initial: its dot is the stop.
fn cut_final_stop(text: &str, first: usize, tokens: &mut Vec<Token>) {
    let Some(last) = tokens.last() else { return };
    let span = last.span;
    if tokens.len() - first < 3 || !abbreviation::is_initial(span.of(text)) {
        return;
    }
    tokens.pop();
    tokens.push(fresh(Span::new(span.start, span.end - 1)));
    tokens.push(fresh(Span::new(span.end - 1, span.end)));
}

/// Whether the letters are nearly all capitals, as in a headline of an agency.
fn is_capitals(text: &str, tokens: &[Token]) -> bool {
    let (mut upper, mut lower) = (0, 0);
    for c in tokens.iter().flat_map(|t| t.span.of(text).chars()) {
        upper += usize::from(c.is_uppercase());
        lower += usize::from(c.is_lowercase());
    }
    upper > 9 * lower
}

/// Title or paragraph.
struct Region<'a> {
    text: &'a str,
    tokens: &'a [Token],
    capitals: bool,
}

impl Region<'_> {
    fn word(&self, i: usize) -> &str {
        self.tokens.get(i).map_or("", |t| t.span.of(self.text))
    }

    /// What stands between a token and the next.
    fn gap(&self, i: usize) -> &str {
        let (Some(a), Some(b)) = (self.tokens.get(i), self.tokens.get(i + 1)) else { return "" };
        self.text.get(a.span.end..b.span.start).unwrap_or("")
    }

    /// One past the last token of the sentence that begins at `start`.
    fn end_of_sentence(&self, start: usize) -> usize {
        for i in start..self.tokens.len() {
            if let Some(end) = self.ends(start, i) {
                return end;
            }
        }
        self.tokens.len()
    }

    /// Whether token `i` ends the sentence begun at `start`; one past its last token, closing marks included.
    fn ends(&self, start: usize, i: usize) -> Option<usize> {
        let gap = self.gap(i);
        let lines = gap.matches('\n').count();
        if lines > 1 || (lines == 1 && words::is_bullet(self.word(i + 1))) {
            return Some(i + 1);
        }
        let word = self.word(i);
        let stop = Stop::of(word)?;
        let end = self.after_closers(i + 1);
        let closed = (i + 1..end).any(|k| words::is_closing_quote(self.word(k)));
        if end >= self.tokens.len() {
            return Some(end);
        }
        // a stop inside a chunk of characters, `.onion`, ends nothing; `said."The` does
        let glued = self.gap(end - 1).is_empty();
        if glued && !(closed || stop.is_plain() && words::is_title_case(self.word(end))) {
            return None;
        }
        if stop == Stop::Point && self.is_item_number(start, i) {
            return None;
        }
        self.can_begin(end, stop, closed).then_some(end)
    }

    /// Skips closing quotes and brackets that stand directly at the stop.
    fn after_closers(&self, mut at: usize) -> usize {
        while at < self.tokens.len() && self.gap(at - 1).is_empty() && words::is_closer(self.word(at)) {
            // a straight quote with no blank before but one after closes; one with a word directly after opens
            let straight = matches!(self.word(at), "\"" | "'" | "``");
            if straight
                && self.gap(at).is_empty()
                && at + 1 < self.tokens.len()
                && !words::is_closer(self.word(at + 1))
            {
                break;
            }
            at += 1;
        }
        at
    }

    /// `1.` and `a.` at the head of an item.
    fn is_item_number(&self, start: usize, i: usize) -> bool {
        i == start + 1 && self.word(start).bytes().all(|b| b.is_ascii_digit()) && !self.word(start).is_empty()
    }

    /// Whether the token can begin a sentence after such a stop.
    fn can_begin(&self, at: usize, stop: Stop, closed: bool) -> bool {
        let word = self.word(at);
        let next = if words::is_opener(word) || words::is_bullet(word) { self.word(at + 1) } else { word };
        let Some(first) = next.chars().next() else { return false };
        let starts = first.is_uppercase()
            || first.is_ascii_digit()
            || (first.is_alphabetic() && !first.is_lowercase());
        if !starts {
            return words::is_bullet(word);
        }
        let starter = words::is_starter(next, self.capitals);
        match stop {
            Stop::Question | Stop::Point if closed && self.is_said(at) => stop == Stop::Point,
            Stop::Point | Stop::Question => true,
            Stop::Ellipsis => closed || starter || !self.capitals,
            Stop::Never => false,
            Stop::Clock => starter || !words::follows_clock(next),
            Stop::Sometimes => starter || (closed && first.is_uppercase()),
        }
    }

    /// `Kim asked.`, `he said, ...`: who spoke the question that was just closed.
    fn is_said(&self, at: usize) -> bool {
        for k in at..(at + 5).min(self.tokens.len()) {
            let word = self.word(k);
            if words::is_saying(word) {
                let after = self.word(k + 1);
                return after.is_empty() || matches!(after, "." | "," | ":") || words::is_plain_lower(after);
            }
            let named = word.starts_with(char::is_uppercase) || matches!(word, "he" | "she" | "they");
            if !named {
                return false;
            }
        }
        false
    }
}

/// What kind of stop a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stop {
    Point,
    Question,
    Ellipsis,
    /// `Gen.`
    Never,
    /// `U.S.`
    Sometimes,
    /// `p.m.`
    Clock,
}

impl Stop {
    fn of(word: &str) -> Option<Stop> {
        let last = word.chars().next_back()?;
        match last {
            '.' if word == "." => Some(Stop::Point),
            '.' if word.bytes().all(|b| b == b'.') => Some(Stop::Ellipsis),
            '…' => Some(Stop::Ellipsis),
            '!' | '?' => word.bytes().all(|b| b == b'!' || b == b'?').then_some(Stop::Question),
            '。' | '؟' | '।' => Some(Stop::Question),
            '.' if matches!(word, "a.m." | "p.m.") => Some(Stop::Clock),
            '.' => match abbreviation::habit(word)? {
                Habit::Never => Some(Stop::Never),
                Habit::Sometimes => Some(Stop::Sometimes),
            },
            _ => None,
        }
    }

    fn is_plain(self) -> bool {
        matches!(self, Stop::Point | Stop::Question)
    }
}
