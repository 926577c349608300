//! What is counted?

use crate::Span;
use crate::language::{Relation, Tag, Token};

/// The token that heads the counted noun of a number: by the parse where there is one, by the tags where there are
/// some, else by the shape of the words.
pub(super) fn counted(text: &str, tokens: &[Token], number: Span, end: usize) -> Option<usize> {
    let first = tokens.partition_point(|t| t.span.end <= number.start);
    let own: Vec<usize> = (first..tokens.len())
        .take_while(|i| tokens[*i].span.start < number.end.max(number.start + 1))
        .collect();
    let head = own.iter().rev().find_map(|&i| {
        let head = tokens[i].head.filter(|_| tokens[i].relation == Relation::Nummod)?;
        (head > i && head - i < 8).then_some(head)
    });
    if head.is_some() {
        return head;
    }
    let next = tokens.partition_point(|t| t.span.start < end);
    let tagged = tokens
        .get(next.saturating_sub(1)..tokens.len().min(next + 4))
        .is_some_and(|w| w.iter().any(|t| t.tag != Tag::X));
    if tagged { by_tags(tokens, text, next) } else { by_shape(text, tokens, next) }
}

/// One past `of`, `of the`, `out of 400`: what is counted stands behind it.
fn past_of(text: &str, tokens: &[Token], next: usize) -> usize {
    let word = |i: usize| tokens.get(i).map_or("", |t| t.span.of(text));
    let out = usize::from(word(next) == "out" && word(next + 1) == "of");
    if word(next + out) != "of" {
        return next;
    }
    let at = next + out + 1;
    let skip = matches!(word(at), "the" | "its" | "his" | "her" | "their" | "those" | "these")
        || word(at).starts_with(|c: char| c.is_ascii_digit());
    if skip { at + 1 } else { at }
}

/// The last noun of the first run of nouns, adjectives and numbers between left out.
fn by_tags(tokens: &[Token], text: &str, next: usize) -> Option<usize> {
    let mut last = None;
    for (i, token) in tokens.iter().enumerate().skip(past_of(text, tokens, next)).take(7) {
        match token.tag {
            Tag::Noun => last = Some(i),
            Tag::Propn if last.is_none() => last = None,
            Tag::Adj | Tag::Num | Tag::Det | Tag::Propn if last.is_none() => {}
            Tag::Verb if last.is_none() && token.span.of(text).ends_with("ed") => {}
            Tag::Adv if last.is_none() => {}
            Tag::Punct if last.is_none() && token.span.of(text) == "," => {}
            _ => break,
        }
    }
    last
}

/// The first plural among the next words, else the next word.
fn by_shape(text: &str, tokens: &[Token], next: usize) -> Option<usize> {
    let from = past_of(text, tokens, next);
    let word = |i: usize| tokens.get(i).map_or("", |t| t.span.of(text));
    let mut first = None;
    for i in from..from + 4 {
        let w = word(i);
        let lower = w.starts_with(char::is_lowercase);
        if w.is_empty() || !w.starts_with(char::is_alphabetic) || stops(w) {
            break;
        }
        if lower && first.is_none() {
            first = Some(i);
        }
        let plural = w.ends_with('s') && w.len() > 3 && !w.ends_with("ss") && !w.ends_with("ous");
        if plural
            || matches!(
                w,
                "people" | "men" | "women" | "children" | "troops" | "personnel" | "staff" | "civilians"
            )
        {
            return Some(i);
        }
    }
    first.filter(|i| !word(*i).ends_with("ed"))
}

fn stops(word: &str) -> bool {
    matches!(
        word,
        "of" | "in"
            | "on"
            | "at"
            | "to"
            | "by"
            | "for"
            | "from"
            | "with"
            | "and"
            | "or"
            | "but"
            | "the"
            | "a"
            | "an"
            | "is"
            | "was"
            | "are"
            | "were"
            | "has"
            | "have"
            | "had"
            | "will"
            | "would"
            | "said"
            | "who"
            | "that"
            | "which"
            | "them"
            | "us"
            | "it"
            | "he"
            | "she"
            | "they"
            | "we"
            | "as"
            | "than"
            | "after"
            | "before"
            | "when"
            | "while"
            | "more"
            | "this"
            | "his"
            | "her"
            | "their"
            | "its"
            | "those"
            | "these"
            | "each"
    )
}
