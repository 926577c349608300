//! Speech set into a sentence: `“The pier was closed,” said Bran`, `Bran said: “The pier was closed.”`
//!
//! What stands between the marks is a text of its own, in its speaker's grammar; read together with the clause around it, the
//! two are taken for one and the speaker for a part of the speech (treebanks of weblogs and encyclopedias hold few such
//! sentences). So each is read by itself, and the speech hangs on the verb beside it.

use super::Parser;
use crate::Span;
use crate::language::tag::feature::View;
use crate::language::{Quote, Relation, Tag, Token};

/// Words of speech that are worth a tree of their own.
const LEAST: usize = 4;

/// Reads a sentence whose speech stands apart; false where it has none, and then nothing is done.
pub(super) fn read(text: &str, part: &mut [Token], from: usize, quotes: &[Quote], parser: &Parser) -> bool {
    let insets: Vec<(usize, usize)> =
        quotes.iter().filter(|q| !q.scare).filter_map(|q| inset(text, part, q.span)).collect();
    let insets: Vec<(usize, usize)> = insets
        .iter()
        .enumerate()
        .filter(|(n, i)| !insets[..*n].iter().any(|o| o.1 > i.0))
        .map(|(_, i)| *i)
        .collect();
    let inside = |t: usize| insets.iter().any(|i| i.0 <= t && t < i.1);
    let mark = |t: usize| is_mark(part[t].span.of(text));
    let around: Vec<usize> = (0..part.len()).filter(|&t| !inside(t) && !mark(t)).collect();
    let verbal = |t: &usize| matches!(part[*t].tag, Tag::Verb);
    if insets.is_empty() || !around.iter().any(verbal) {
        return false;
    }
    let marks: Vec<usize> = (0..part.len()).filter(|&t| !inside(t) && mark(t)).collect();
    let root = tree(text, part, from, &around, parser);
    for inset in insets {
        let words: Vec<usize> = (inset.0..inset.1).collect();
        let top = tree(text, part, from, &words, parser);
        let host = beside(part, &around, inset).unwrap_or(root);
        part[top].head = Some(from + host);
        part[top].relation = Relation::Ccomp;
        for &t in marks.iter().filter(|&&t| t + 1 == inset.0 || t == inset.1) {
            (part[t].head, part[t].relation) = (Some(from + top), Relation::Punct);
        }
    }
    for t in marks {
        if part[t].head.is_none_or(|h| h == from + t) || part[t].relation != Relation::Punct {
            (part[t].head, part[t].relation) = (Some(from + root), Relation::Punct);
        }
    }
    true
}

/// Reads some words of the sentence as a sentence; gives the one that heads it.
fn tree(text: &str, part: &mut [Token], from: usize, words: &[usize], parser: &Parser) -> usize {
    let view = View::of(words.iter().map(|&t| part[t].span.of(text)));
    let tags: Vec<_> = words.iter().map(|&t| (part[t].tag, part[t].form)).collect();
    let mut top = words.first().copied().unwrap_or(0);
    for (&t, (head, relation)) in words.iter().zip(parser.parse(&view, &tags)) {
        part[t].head = head.map(|h| from + words[h]);
        part[t].relation = relation;
        if head.is_none() {
            top = t;
        }
    }
    top
}

/// The words of a quotation, if it is speech that stands apart: it opens the sentence and a mark closes it before more follows, or a
/// comma or colon leads to it.
fn inset(text: &str, part: &[Token], span: Span) -> Option<(usize, usize)> {
    let first = part.partition_point(|t| t.span.end <= span.start);
    let last = part.partition_point(|t| t.span.start < span.end);
    if first + LEAST > last {
        return None;
    }
    let word = |t: usize| part.get(t).map_or("", |t| t.span.of(text));
    let clause = part[first..last].iter().any(|t| matches!(t.tag, Tag::Verb | Tag::Aux));
    let opens = (0..first).all(|t| is_mark(word(t)));
    let closed = matches!(word(last - 1), "," | "?" | "!" | "." | "..." | "…" | "—") || word(last + 1) == ",";
    let before = (0..first).rev().find(|&t| !is_mark(word(t)));
    let led = before.is_some_and(|t| matches!(word(t), "," | ":"));
    let whole = first == 0 && last == part.len();
    (clause && !whole && (opens && closed && last < part.len() || led)).then_some((first, last))
}

/// The verb of the clause around that stands nearest: behind speech that opens the sentence, else before it.
fn beside(part: &[Token], around: &[usize], inset: (usize, usize)) -> Option<usize> {
    let verb = |t: &&usize| part[**t].tag == Tag::Verb;
    let before = around.iter().filter(|t| **t < inset.0).rev().find(verb);
    let behind = around.iter().filter(|t| **t >= inset.1).take(30).find(verb);
    before.or(behind).copied()
}

fn is_mark(word: &str) -> bool {
    matches!(word, "\"" | "“" | "”" | "''" | "``" | "‘" | "’" | "'" | "«" | "»" | "„")
}
