//! Text with white space collapsed, and its map to the bytes.

use super::encoding::Source;
use crate::span::Run;
use crate::{Map, Span};

/// A block's text in the making.
#[derive(Default)]
pub(super) struct Clean {
    /// The text so far, without white space at either end.
    pub(super) text: String,
    /// Its map to the page.
    pub(super) map: Map,
    /// White space met since the last character: where it stands in the page.
    space: Option<Span>,
}

impl Clean {
    /// Adds text that stands in the source as it is, from byte `at` of the source on.
    pub(super) fn push_source(&mut self, source: &Source<'_>, part: Span) {
        let text = part.of(&source.text);
        let mut at = 0;
        while let Some(rest) = text.get(at..).filter(|r| !r.is_empty()) {
            // Letters of plain words, which are most of any text, go over in one piece.
            let word = rest.bytes().take_while(u8::is_ascii_graphic).count();
            let here = |len: usize| source.page(Span::new(part.start + at, part.start + at + len));
            match rest.get(..word).filter(|w| !w.is_empty() && here(w.len()).len() == w.len()) {
                Some(word) => {
                    self.push_word(word, here(word.len()));
                    at += word.len();
                }
                None => {
                    let Some(c) = rest.chars().next() else { return };
                    self.push(c, here(c.len_utf8()));
                    at += c.len_utf8();
                }
            }
        }
    }
    /// Adds a word of ASCII that stands in these bytes of the page, one byte a letter.
    fn push_word(&mut self, word: &str, page: Span) {
        self.part();
        let from = self.text.len();
        self.text.push_str(word);
        self.map.push(Run { clean: Span::new(from, self.text.len()), page });
    }
    /// Adds the space that was met since the last character.
    fn part(&mut self) {
        if let Some(space) = self.space.take()
            && !self.text.is_empty()
        {
            self.add(' ', space);
        }
    }
    /// Adds one character that stands in these bytes of the page.
    pub(super) fn push(&mut self, c: char, page: Span) {
        if c.is_whitespace() {
            self.space = Some(self.space.map_or(page, |s| s.join(page)));
            return;
        }
        if is_invisible(c) {
            return;
        }
        self.part();
        self.add(c, page);
    }
    /// Notes white space.
    pub(super) fn push_space(&mut self, page: Span) {
        self.push(' ', page);
    }
    fn add(&mut self, c: char, page: Span) {
        let from = self.text.len();
        self.text.push(c);
        self.map.push(Run { clean: Span::new(from, self.text.len()), page });
    }
}

/// Characters that print nothing and part no words: controls, soft hyphen, zero-width space, byte order mark,
/// directional marks. The joiners U+200C and U+200D are kept: Persian and Indic words need them.
fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'
                ..='\u{202e}' | '\u{2060}' | '\u{feff}'
        )
}
