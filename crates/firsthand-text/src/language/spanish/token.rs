//! Where does one word end and the next begin, where Spanish differs: `7,5`, `Sra.`, `EE.UU.`
//!
//! The cut of the folder above is mended: what it took apart is put together again. `del` and `al` stay one token, since
//! every token stands for characters of the text.

use super::list;
use crate::Span;
use crate::language::Token;
use crate::language::token::{self, fresh};
use crate::report::Report;

/// Cuts title and body into tokens.
pub(super) fn cut(report: &Report) -> Vec<Token> {
    let old = token::cut(report);
    let text = report.text.as_str();
    let spans: Vec<Span> = old.iter().map(|t| t.span).collect();
    let mut out = Vec::with_capacity(old.len());
    let mut at = 0;
    while at < spans.len() {
        let end = joined(text, &spans, at);
        let last = spans.get(end - 1).map_or(spans[at].end, |s| s.end);
        out.push(fresh(Span::new(spans[at].start, last)));
        at = end;
    }
    out
}

/// One past the last of the tokens that are one word with the token at `at`.
fn joined(text: &str, spans: &[Span], at: usize) -> usize {
    let word = |i: usize| spans.get(i).map_or("", |s| s.of(text));
    let glued = |i: usize| matches!((spans.get(i - 1), spans.get(i)), (Some(a), Some(b)) if a.end == b.start);
    let digits = |w: &str| !w.is_empty() && w.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    if digits(word(at)) && glued(at + 1) && word(at + 1) == "," && glued(at + 2) && digits(word(at + 2)) {
        return at + 3;
    }
    if !glued(at + 1) || word(at + 1) != "." {
        return at + 1;
    }
    // `EE.UU.`, `RR.HH.`, `CC.OO.`: plurals of initials
    let double = |w: &str| w.len() == 2 && w.bytes().all(|b| b.is_ascii_uppercase() && b == w.as_bytes()[0]);
    if double(word(at)) {
        let tight = glued(at + 2) && double(word(at + 2)) && glued(at + 3) && word(at + 3) == ".";
        // the second half of `EE. UU.`
        if at > 1 && word(at - 1) == "." && double(word(at - 2)) {
            return at + 2;
        }
        let loose = double(word(at + 2)) && glued(at + 3) && word(at + 3) == ".";
        return if tight {
            at + 4
        } else if loose {
            at + 2
        } else {
            at + 1
        };
    }
    if list::abbreviation(word(at)).is_some() { at + 2 } else { at + 1 }
}
