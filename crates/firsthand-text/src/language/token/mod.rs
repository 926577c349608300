//! Where does one word end and the next begin?
//!
//! Follows the conventions of UD English (universaldependencies.org/en): clitics stand apart (`do` `n't`, `Iran`
//! `'s`), so do marks and currency signs (`$` `90`). One thing differs: a hyphenated word is one token (`Seo-jin`,
//! `first-ever`), since names and counted nouns are read more easily so.

pub mod abbreviation;
mod address;
mod clitic;
mod mark;
mod word;

#[cfg(test)]
mod tests;

use super::{Form, Relation, Tag, Token};
use crate::Span;
use crate::report::Report;

/// Cuts title and body into tokens; tags, heads and lemmas are filled in later.
pub fn cut(report: &Report) -> Vec<Token> {
    let mut spans = Vec::with_capacity(report.text.len() / 5);
    for (region, _) in regions(report) {
        cut_region(&report.text, region, &mut spans);
    }
    spans.into_iter().map(fresh).collect()
}

/// Cuts one text into tokens.
pub fn spans(text: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    cut_region(text, Span::new(0, text.len()), &mut spans);
    spans
}

/// Title and paragraphs in the order of the text, each with its paragraph's index (None for the title).
/// What overlaps an earlier one or does not fit the text is left out.
pub(super) fn regions(report: &Report) -> Vec<(Span, Option<usize>)> {
    let paragraphs = report.paragraphs.iter().enumerate().map(|(i, p)| (p.span, Some(i)));
    let mut out: Vec<(Span, Option<usize>)> = Vec::new();
    for (span, paragraph) in report.title.map(|t| (t, None)).into_iter().chain(paragraphs) {
        let fits = report.text.get(span.start..span.end).is_some_and(|s| !s.is_empty());
        if fits && out.last().is_none_or(|(last, _)| last.end <= span.start) {
            out.push((span, paragraph));
        }
    }
    out
}

/// A token without tag, head and lemma.
pub(super) fn fresh(span: Span) -> Token {
    Token { span, tag: Tag::X, form: Form::Plain, head: None, relation: Relation::Dep, lemma: String::new() }
}

fn cut_region(text: &str, region: Span, out: &mut Vec<Span>) {
    let mut at = region.start;
    let mut before = ' ';
    while let Some(rest) = text.get(at..region.end) {
        let Some(c) = rest.chars().next() else { return };
        let first = out.len();
        let length = if is_blank(c) {
            c.len_utf8()
        } else if let Some(length) = address::length(rest, before) {
            out.push(Span::new(at, at + length));
            length
        } else if word::begins(rest, before) {
            let length = word::length(rest);
            clitic::part(text, Span::new(at, at + length), out);
            length
        } else {
            let length = mark::length(rest, before);
            out.push(Span::new(at, at + length));
            length
        };
        debug_assert!(length > 0 && out[first..].iter().all(|s| !s.is_empty()));
        at += length.max(c.len_utf8());
        before = text.get(..at).and_then(|t| t.chars().next_back()).unwrap_or(' ');
    }
}

/// White space, and the characters that are shown as nothing between words.
fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{200b}' | '\u{feff}' | '\u{2060}' | '\u{200e}' | '\u{200f}')
}

/// Letters, digits, underscore, and what joins or modifies them.
pub(super) fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || (!c.is_ascii() && c.is_alphanumeric())
        || matches!(c, '_' | '\u{ad}' | '\u{200c}' | '\u{200d}' | '\u{300}'..='\u{36f}' | '\u{fe00}'..='\u{fe0f}')
}

/// Apostrophes as they are typed.
pub(in crate::language) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '＇' | '`' | '´')
}
