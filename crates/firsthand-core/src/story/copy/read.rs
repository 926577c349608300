//! A body as numbers: every word once over, hashed as it is folded, with its place and whether it is quoted.

use crate::story::fingerprint::{BASIS, fingerprint, taken};
use crate::story::scan::head;
use firsthand_text::Span;
use firsthand_text::language::Annotated;
use firsthand_text::report::{ParagraphKind, Report};

/// So many words of a body are read; a book given as a page should not cost more than a long report.
const LONGEST: usize = 50_000;

/// The words of a body, a number each.
#[derive(Debug, Clone, Default)]
pub(super) struct Words {
    /// FNV-1a of the folded form, as [`crate::story::words()`] folds it.
    pub(super) hashes: Vec<u64>,
    /// Bytes of the report's text, first and one past the last.
    pub(super) spans: Vec<(u32, u32)>,
    /// Whether somebody else's words: inside quotation marks, a quoted block or a post that is shown.
    pub(super) quoted: Vec<bool>,
    /// For each paragraph with words: one past its last word.
    pub(super) ends: Vec<usize>,
}

impl Words {
    /// Reads the body of a report. Its credit lines and remarks say who made the report, so they are left out.
    pub(super) fn of(report: &Annotated) -> Words {
        let source = &report.report;
        let mut out = Words::default();
        let about = source.credit_lines.iter().filter_map(|l| l.span);
        let mut about: Vec<Span> = about.chain(source.remarks.iter().filter_map(|r| r.span)).collect();
        about.sort_unstable();
        let parts: Vec<(Span, bool)> = if source.paragraphs.is_empty() {
            lines(source).into_iter().map(|s| (s, false)).collect()
        } else {
            let block = |k| matches!(k, ParagraphKind::Quote | ParagraphKind::Post);
            source.paragraphs.iter().map(|p| (p.span, block(p.kind))).collect()
        };
        for (part, others) in parts {
            let mut from = part.start;
            for cut in about.iter().filter(|cut| cut.meets(part)) {
                out.take(&source.text, Span::new(from, cut.start.max(from)), others);
                from = cut.end.clamp(from, part.end);
            }
            out.take(&source.text, Span::new(from, part.end.max(from)), others);
            let before = out.ends.last().copied().unwrap_or(0);
            if out.hashes.len() > before {
                out.ends.push(out.hashes.len());
            }
        }
        let quotes: Vec<Span> = report.quotes.iter().filter(|q| !q.scare).map(|q| q.span).collect();
        out.quote(&quotes);
        out
    }

    /// Marks the words that lie in quotations, which come in order.
    fn quote(&mut self, quotes: &[Span]) {
        let mut at = 0;
        for (span, quoted) in self.spans.iter().zip(&mut self.quoted) {
            let (start, end) = (span.0 as usize, span.1 as usize);
            while quotes.get(at).is_some_and(|q| q.end <= start) {
                at += 1;
            }
            *quoted |= quotes.get(at).is_some_and(|q| q.start < end);
        }
    }

    /// Words of one stretch of the text.
    fn take(&mut self, text: &str, part: Span, others: bool) {
        let Some(piece) = text.get(part.start..part.end) else { return };
        let bytes = piece.as_bytes();
        let mut at = 0;
        while at < bytes.len() && self.hashes.len() < LONGEST {
            let (end, hash) = match word(piece, at) {
                Step::Word(end, hash) => (end, hash),
                Step::Over(end) => {
                    at = end;
                    continue;
                }
            };
            let place = |at: usize| u32::try_from(part.start + at).unwrap_or(u32::MAX);
            self.hashes.push(hash);
            self.spans.push((place(at), place(end)));
            self.quoted.push(others);
            at = end;
        }
    }
}

/// Lines of a body that is not parted into paragraphs.
fn lines(report: &Report) -> Vec<Span> {
    let mut from = report.body.start;
    let mut out = Vec::new();
    for line in report.body().split('\n') {
        out.push(Span::new(from, from + line.len()));
        from += line.len() + 1;
    }
    out
}

/// What stands at a place.
enum Step {
    /// A word to there, with its hash.
    Word(usize, u64),
    /// Something else to there.
    Over(usize),
}

/// The word at this byte of the text. ASCII is folded as it is read; a word with other letters goes the slow way, and both
/// give what [`crate::story::words()`] gives.
fn word(text: &str, from: usize) -> Step {
    let bytes = text.as_bytes();
    let first = bytes[from];
    if !first.is_ascii() {
        let Some(c) = text.get(from..).and_then(|rest| rest.chars().next()) else {
            return Step::Over(from + 1);
        };
        return if c.is_alphanumeric() { slow(text, from) } else { Step::Over(from + c.len_utf8()) };
    }
    if !first.is_ascii_alphanumeric() {
        return Step::Over(from + 1);
    }
    let number = first.is_ascii_digit();
    let (mut at, mut hash, mut last) = (from, BASIS, b' ');
    // What the word is without a possessive ending: the hash before the last apostrophe, and where its letter ends.
    let mut owner = (BASIS, usize::MAX);
    while let Some(&byte) = bytes.get(at) {
        if byte.is_ascii_alphanumeric() {
            hash = taken(hash, byte.to_ascii_lowercase());
            last = byte;
            at += 1;
            continue;
        }
        let curly = byte == 0xe2 && bytes.get(at + 1) == Some(&0x80) && bytes.get(at + 2) == Some(&0x99);
        if !byte.is_ascii() && !curly {
            // A letter of another kind, or a mark between letters, such as a soft joiner.
            let other = text.get(at..).and_then(|rest| rest.chars().next());
            return if other.is_some_and(passes) {
                slow(text, from)
            } else {
                Step::Word(at, whole(hash, owner, at))
            };
        }
        let step = if curly { 3 } else { 1 };
        let next = bytes.get(at + step).copied().unwrap_or(b' ');
        if !next.is_ascii() && (curly || matches!(byte, b'\'' | b',' | b'.')) {
            return slow(text, from);
        }
        let apostrophe = curly || byte == b'\'';
        if apostrophe && last.is_ascii_alphabetic() && next.is_ascii_alphabetic() {
            owner = if matches!(next, b's' | b'S') { (hash, at + step + 1) } else { (BASIS, usize::MAX) };
        } else if matches!(byte, b',' | b'.') && last.is_ascii_digit() && next.is_ascii_digit() {
            if byte == b'.' || !number {
                hash = taken(hash, byte);
            }
        } else {
            break;
        }
        at += step;
    }
    Step::Word(at, whole(hash, owner, at))
}

/// The hash of a word that ends here, without its possessive ending.
fn whole(hash: u64, owner: (u64, usize), end: usize) -> u64 {
    if owner.1 == end { owner.0 } else { hash }
}

/// Whether a word may go on over this character, as far as can be told cheaply.
fn passes(c: char) -> bool {
    // Dashes, spaces and quotation marks of typography part words; joiners do not.
    c.is_alphanumeric() || !matches!(c, '\u{80}'..='\u{bf}' | '\u{2010}'..='\u{205f}')
}

fn slow(text: &str, from: usize) -> Step {
    let (length, folded) = head(&text[from..]);
    if folded.is_empty() {
        return Step::Over(from + length.max(1));
    }
    Step::Word(from + length, fingerprint(folded.bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::words;
    use proptest::prelude::*;

    fn agrees(text: &str) {
        let mut fast = Words::default();
        fast.take(text, Span::new(0, text.len()), false);
        let known = words(text, Span::new(0, text.len()));
        let want: Vec<(u64, (u32, u32))> = known
            .iter()
            .map(|w| (fingerprint(w.folded.bytes()), (w.span.start as u32, w.span.end as u32)))
            .collect();
        let got: Vec<(u64, (u32, u32))> = fast.hashes.iter().copied().zip(fast.spans).collect();
        assert_eq!(got, want, "{text}");
    }

    #[test]
    fn words_are_those_of_the_stories() {
        for text in [
            "Harbour's 1,200 men weren't paid 3.5 crowns, O'Hara’s crew said.",
            "a1,2 b's's 'quoted' rock'n'roll 1,a 5.é x'é x’é",
            "the café’s owners — “naïve”, said Núñez; São Tomé",
            "平壤のX社 Поезд в Киев co\u{ad}operate fi\u{200d}sh A\u{301}b m²",
            "ends in 's",
            "Bob’s’s ’s",
        ] {
            agrees(text);
        }
    }

    proptest! {
        #[test]
        fn any_text_is_cut_alike(text in "[a-zA-Z0-9 '’,.sSé—\u{200d}\u{301}日\"-]{0,60}") {
            agrees(&text);
        }
        #[test]
        fn any_characters_are_cut_alike(text in "\\PC{0,80}") {
            agrees(&text);
        }
    }
}
