//! What is said in a clause of saying, and which words of the clause say that it is said.

use super::is_closing;
use super::speaker::is_relative;
use crate::statement::tree::Tree;
use firsthand_text::language::{Relation, Tag};

/// Verbs of saying whose object is what is said: `confirmed the deaths`. Of others it is not: `maintained relations`.
const TAKES_NOUN: [&str; 12] = [
    "confirm",
    "announce",
    "report",
    "claim",
    "deny",
    "reject",
    "reveal",
    "predict",
    "disclose",
    "allege",
    "refute",
    "acknowledge",
];

/// The tokens of what is said.
pub(super) fn content(
    tree: &Tree<'_>,
    verb: usize,
    speaker: usize,
    first: usize,
    last: usize,
) -> Option<(usize, usize)> {
    let whole = |top: usize| {
        let tokens = tree.subtree(top);
        Some(((*tokens.first()?).max(first), (*tokens.last()? + 1).min(last)))
    };
    if tree.lemma(verb) == "cite" {
        // `reported, citing Y, that CONTENT`: what is cited is what the clause above says.
        return tree.head(verb).filter(|&h| h >= first && h < last).map(|_| (first, last));
    }
    // `CONTENT, X said` and `CONTENT, X said, MORE`: by the marks, which are surer than the tree.
    let start = clause_start(tree, verb, speaker);
    let predicate = |a: usize, b: usize| (a..b).any(|t| matches!(tree.tag(t), Tag::Verb | Tag::Aux));
    let complementizer = complementizer(tree, verb, last);
    if start > first && is_relative(tree.report.word(start - 1)) {
        return (verb + 1 < last).then_some((verb + 1, last));
    }
    if complementizer.is_none()
        && start > first + 2
        && is_closing(tree.report.word(start - 1))
        && predicate(first, start)
    {
        return Some((first, last));
    }
    if let Some(clause) = tree.children(verb).iter().copied().find(|&c| tree.relation(c) == Relation::Ccomp) {
        return whole(clause);
    }
    if let Some(that) = complementizer.filter(|&t| predicate(t + 1, last)) {
        return Some((that + 1, last));
    }
    let clause = tree.children(verb).iter().copied().find(|&c| {
        c > verb
            && matches!(tree.relation(c), Relation::Xcomp | Relation::Parataxis | Relation::Advcl)
            && tree.tag(c) == Tag::Verb
    });
    if let Some(clause) = clause {
        return whole(clause);
    }
    // `confirmed the deaths`, `rejected allegations that`, `in a statement: CONTENT`.
    let object = tree
        .by(verb, Relation::Obj)
        .filter(|_| TAKES_NOUN.contains(&tree.lemma(verb)))
        .find(|&o| o != speaker && o > verb && tree.tag(o) == Tag::Noun);
    if let Some(object) = object {
        return whole(object);
    }
    let colon = (verb + 1..last).find(|&t| tree.report.word(t) == ":");
    if let Some(colon) = colon.filter(|&c| c + 1 < last) {
        return Some((colon + 1, last));
    }
    // The parser lost the clause: all that follows the verb, if something is said there.
    (verb < first + 20 && predicate(verb + 1, last)).then_some((verb + 1, last))
}

/// The `that` which opens what is said, right after the verb or after a few words of how: `said in a dispatch that the
/// delegation left`. A `that` with a verb right behind it relates: `in a dispatch that offered no details`.
fn complementizer(tree: &Tree<'_>, verb: usize, last: usize) -> Option<usize> {
    let verbal = |t: usize| matches!(tree.tag(t), Tag::Verb | Tag::Aux);
    let that = (verb + 1..last.min(verb + 12))
        .take_while(|&t| !verbal(t))
        .find(|&t| tree.report.word(t).eq_ignore_ascii_case("that"))?;
    (that + 1 < last && !verbal(that + 1)).then_some(that)
}

/// The words of the saying clause: from its subject or verb to what hangs on the verb before the content begins.
pub(super) fn cue(
    tree: &Tree<'_>,
    verb: usize,
    speaker: usize,
    content: (usize, usize),
    first: usize,
    last: usize,
) -> (usize, usize) {
    let start = clause_start(tree, verb, speaker);
    let mut from = start;
    let mut to = verb + 1;
    for &child in tree.children(verb) {
        let inside = child >= content.0 && child < content.1 && tree.relation(child) != Relation::Nsubj;
        let clause = matches!(tree.relation(child), Relation::Ccomp | Relation::Parataxis | Relation::Punct);
        // Where the speaker begins is known by the marks; his subtree may reach into the content.
        let own = child == speaker || tree.below(speaker, child) || child < start;
        if inside && content.0 > verb || clause || (own && child < verb) {
            continue;
        }
        let tokens = tree.subtree(child);
        if let (Some(&a), Some(&b)) = (tokens.first(), tokens.last()) {
            from = from.min(a);
            to = to.max(b + 1);
        }
    }
    if let Some(&b) = tree.subtree(speaker).last().filter(|_| speaker > verb) {
        to = to.max(b + 1);
    }
    if let Some(that) = complementizer(tree, verb, last) {
        to = to.min(that + 1);
    }
    // The cue and the content part where the one begins.
    if content.0 > verb {
        to = to.min(content.0);
    } else if content.1 <= verb {
        from = from.max(content.1);
    }
    (from.max(first).min(verb), to.min(last).max(verb + 1))
}

/// Where the clause of a verb and its subject begins.
fn clause_start(tree: &Tree<'_>, verb: usize, speaker: usize) -> usize {
    if speaker > verb {
        return verb;
    }
    // From the speaker back to the nearest mark: the tree may have hung half of the sentence on it.
    let words = tree.subtree(speaker);
    let own = words.iter().copied().find(|&t| tree.tag(t) != Tag::Punct).unwrap_or(speaker).min(verb);
    let mark = (own..speaker).rev().find(|&t| is_closing(tree.report.word(t)) && tree.tag(t) == Tag::Punct);
    let apposed =
        mark.is_some_and(|m| (m + 1..speaker).any(|t| matches!(tree.tag(t), Tag::Noun | Tag::Propn)));
    match mark {
        Some(m) if !apposed || m > own + 3 => m + 1,
        _ => own,
    }
}
