//! One line or block of a page while it is judged, and what can be told from its looks.

use super::Why;
use crate::Span;
use crate::page::{Block, Role};
use std::borrow::Cow;

/// What a line has been taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Label {
    /// Not yet judged.
    Open,
    /// A paragraph of the body.
    Body,
    /// A heading inside the body.
    Heading,
    /// The title.
    Title,
    /// Caption of a picture.
    Caption,
    /// Between the title and the element of the story; judged once the story is known.
    Above,
    /// Not the report; why.
    Cut(Why),
}

/// One block under judgement.
#[derive(Debug, Clone)]
pub(super) struct Line<'a> {
    /// The block it is; owned where lines were joined.
    pub(super) block: Cow<'a, Block>,
    /// What of the block's text belongs to it: stray characters at either end are left out.
    pub(super) part: Span,
    /// What it has been taken for.
    pub(super) label: Label,
    /// Number of words (two CJK characters count as one).
    pub(super) words: usize,
    /// Whether it ends as a sentence does.
    pub(super) stop: bool,
    /// Whether it is of a post of a social network shown in the story.
    pub(super) post: bool,
}

impl<'a> Line<'a> {
    pub(super) fn new(block: Cow<'a, Block>) -> Line<'a> {
        let part = kept(&block.text);
        let text = part.of(&block.text);
        let (words, stop) = (words(text), ends_with_stop(text));
        Line { part, label: Label::Open, words, stop, post: false, block }
    }
    /// Its text.
    pub(super) fn text(&self) -> &str {
        self.part.of(&self.block.text)
    }
    /// Its bytes in the page.
    pub(super) fn page(&self) -> Option<Span> {
        self.block.map.page(self.part)
    }
    pub(super) fn is_open(&self) -> bool {
        self.label == Label::Open
    }
    pub(super) fn is_item(&self) -> bool {
        self.block.role == Role::Item
    }
    /// Whether it reads as running text: a sentence of some length, or very long.
    pub(super) fn is_prose(&self) -> bool {
        let introduces = self.words >= 12 && self.text().ends_with(':');
        (self.stop && self.words >= 8)
            || introduces
            || self.words >= 30
            || (self.is_item() && self.words >= 8)
    }
}

/// What stays of a line when stray marks at its ends are cut off.
fn kept(text: &str) -> Span {
    let mut start = 0;
    let rest = text.trim_start_matches('\\');
    start += text.len() - rest.len();
    let mut end = text.len();
    for tail in ["/ End", "/End", "/ END", "/END", "(END)", "(End)", "##", "###"] {
        if let Some(rest) = text.strip_suffix(tail)
            && words(rest) >= 6
        {
            end = rest.trim_end().len();
        }
    }
    while text.get(start..end).is_some_and(|t| t.starts_with(' ')) {
        start += 1;
    }
    Span::new(start.min(end), end)
}

/// Number of words: stretches between white space that hold a letter or a digit; a CJK character is half a word.
pub(super) fn words(text: &str) -> usize {
    if text.is_ascii() {
        return text
            .split_ascii_whitespace()
            .filter(|w| w.bytes().any(|b| b.is_ascii_alphanumeric()))
            .count();
    }
    let cjk = text.chars().filter(|c| is_cjk(*c)).count();
    text.split_whitespace().filter(|w| w.chars().any(|c| c.is_alphanumeric() && !is_cjk(c))).count()
        + cjk.div_ceil(2)
}

fn is_cjk(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Whether the text ends with a full stop, a question or exclamation mark, within closing quotes and brackets or not.
pub(super) fn ends_with_stop(text: &str) -> bool {
    let is_closer = |c: char| {
        c.is_whitespace() || matches!(c, '"' | '\'' | '”' | '’' | '»' | '›' | ')' | ']' | '」' | '』' | '“')
    };
    let bare = text.trim_end_matches(is_closer);
    bare.ends_with(['.', '!', '?', '…', '。', '！', '？', '؟', '।', '․', '۔', '｡'])
}

/// Folded for comparison: lower case, straight quotes and hyphens, one blank between words, no marks around it.
pub(super) fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        if word.is_ascii() && !word.contains('`') {
            let from = out.len();
            out.push_str(word);
            if let Some(new) = out.get_mut(from..) {
                new.make_ascii_lowercase();
            }
            continue;
        }
        out.extend(word.chars().flat_map(char::to_lowercase).map(|c| match c {
            '\u{2019}' | '\u{2018}' | '`' | '\u{b4}' => '\'',
            '\u{201c}' | '\u{201d}' | '\u{201e}' => '"',
            '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
            c => c,
        }));
    }
    let is_mark = |c: char| !c.is_alphanumeric() && !matches!(c, '#' | '@' | '$' | '€' | '£' | '%');
    out.trim_matches(is_mark).to_owned()
}

/// Whether a word is written with a capital.
pub(super) fn is_capitalised(word: &str) -> bool {
    word.chars()
        .find(|c| c.is_alphabetic())
        .is_some_and(|c| c.is_uppercase() || (!c.is_lowercase() && c.is_alphabetic()))
}

/// Whether all letters of a text are capitals, and there are two or more.
pub(super) fn is_capitals(text: &str) -> bool {
    let mut letters = text.chars().filter(|c| c.is_alphabetic()).peekable();
    letters.peek().is_some() && letters.clone().count() > 1 && letters.all(char::is_uppercase)
}

/// The words of a text that carry meaning, folded: five letters of each that has four or more.
pub(super) fn stems(text: &str) -> std::collections::BTreeSet<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|w| w.chars().count() >= 4 || is_cjk(w.chars().next().unwrap_or(' ')) || is_capitals(w))
        .map(|w| w.chars().flat_map(char::to_lowercase).take(5).collect())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn looks_are_told() {
        assert_eq!(words("Two words — 日本語"), 4);
        for (text, stop) in [
            ("He left.", true),
            ("“He left.”", true),
            ("He left (on Monday.)", true),
            ("He left", false),
            ("Why?", true),
            ("The list:", false),
            ("", false),
            ("他走了。", true),
        ] {
            assert_eq!(ends_with_stop(text), stop, "{text}");
        }
        assert_eq!(fold("  “Leave a  Reply”: "), "leave a reply");
        assert_eq!(
            kept("\\ One two three four five six seven / End")
                .of("\\ One two three four five six seven / End"),
            "One two three four five six seven"
        );
    }
}
