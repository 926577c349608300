//! Where does a sentence end? At a stop that is followed by what can begin one; `¿` and `¡` begin one.

use super::list;
use crate::Span;
use crate::language::token::regions;
use crate::language::{Sentence, Token};
use crate::report::Report;

/// Splits title and paragraphs into sentences.
#[expect(clippy::ptr_arg, reason = "a language may cut tokens anew here")]
pub(super) fn split(report: &Report, tokens: &mut Vec<Token>) -> Vec<Sentence> {
    let mut out = Vec::new();
    let mut at = 0;
    for (region, paragraph) in regions(report) {
        while tokens.get(at).is_some_and(|t| t.span.start < region.start) {
            at += 1;
        }
        let end = at + tokens[at..].iter().take_while(|t| region.holds(t.span)).count();
        let part = Part { text: &report.text, tokens: &tokens[..end] };
        while at < end {
            let last = (at..end).find_map(|i| part.ends(at, i)).unwrap_or(end);
            let span: Span = tokens[at].span.join(tokens[last - 1].span);
            out.push(Sentence { span, first: at, last, paragraph });
            at = last;
        }
    }
    out
}

struct Part<'a> {
    text: &'a str,
    tokens: &'a [Token],
}

impl Part<'_> {
    fn word(&self, i: usize) -> &str {
        self.tokens.get(i).map_or("", |t| t.span.of(self.text))
    }

    /// What stands between a token and the next.
    fn gap(&self, i: usize) -> &str {
        let (Some(a), Some(b)) = (self.tokens.get(i), self.tokens.get(i + 1)) else { return "" };
        self.text.get(a.span.end..b.span.start).unwrap_or("")
    }

    /// Whether token `i` ends the sentence begun at `start`: one past its last token, closing marks included.
    fn ends(&self, start: usize, i: usize) -> Option<usize> {
        let lines = self.gap(i).matches('\n').count();
        if lines > 1 || lines == 1 && matches!(self.word(i + 1), "•" | "-" | "*" | "·") {
            return Some(i + 1);
        }
        let word = self.word(i);
        let abbreviated = word.len() > 1 && word.ends_with('.') && word.contains(char::is_alphanumeric);
        let plain = matches!(word, "." | "…") || word.bytes().all(|b| matches!(b, b'.' | b'!' | b'?'));
        if word.is_empty() || !plain && !abbreviated {
            return None;
        }
        let mut end = i + 1;
        while end < self.tokens.len() && self.gap(end - 1).is_empty() && closes(self.word(end)) {
            end += 1;
        }
        if end >= self.tokens.len() {
            return Some(end);
        }
        // inside a chunk of characters nothing ends; `1.` at the head of an item is its number
        let item = i == start + 1 && word == "." && self.word(start).bytes().all(|b| b.is_ascii_digit());
        if self.gap(end - 1).is_empty() || item {
            return None;
        }
        let mut next = end;
        while opens(self.word(next)) {
            next += 1;
        }
        let first = self.word(next).chars().next()?;
        let asks = matches!(self.word(end), "¿" | "¡");
        let begins = first.is_uppercase() || first.is_ascii_digit() || asks && word == ".";
        if !begins {
            return None;
        }
        if plain {
            return Some(end);
        }
        let may = word.strip_suffix('.').and_then(list::abbreviation).unwrap_or(word.len() > 2);
        (may && list::small(&self.word(next).to_lowercase())).then_some(end)
    }
}

fn closes(word: &str) -> bool {
    matches!(word, "\"" | "”" | "»" | "’" | "'" | ")" | "]" | "''")
}

fn opens(word: &str) -> bool {
    matches!(word, "\"" | "“" | "«" | "‘" | "'" | "(" | "[" | "¿" | "¡" | "—" | "–" | "-" | "•" | "``")
}
