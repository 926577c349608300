//! Who speaks in a clause of saying.

use super::is_closing;
use crate::name::{Manner, Names};
use crate::statement::source::can_speak;
use crate::statement::tree::Tree;
use firsthand_text::language::{Relation, Tag};

/// Who speaks: the subject of a verb of saying, wherever it stands.
pub(super) fn speaker(
    tree: &Tree<'_>,
    at: usize,
    names: &Names,
    verb: usize,
    first: usize,
    last: usize,
) -> Option<(usize, &'static str)> {
    if tree.lemma(verb) == "cite" {
        let source = tree.by(verb, Relation::Obj).next()?;
        return Some((source, "citing"));
    }
    // `was quoted as saying`: the subject of the outer verb speaks.
    if let Some(head) = tree.head(verb)
        && tree.lemma(head) == "quote"
        && head < verb
    {
        let quoted = tree
            .by(head, Relation::Obj)
            .next()
            .filter(|_| !tree.passive(head))
            .or_else(|| tree.subject(head))?;
        return Some((quoted, "quoted as saying"));
    }
    let marked = tree.children(verb).iter().any(|&c| matches!(tree.relation(c), Relation::AuxPass))
        || tree.by(verb, Relation::Aux).any(|c| tree.lemma(c) == "be");
    let passive = tree.passive(verb) && (marked || noun_before(tree, verb, first).is_none());
    let found = if passive {
        tree.by(verb, Relation::Obl).find(|&o| tree.preposition(o).as_deref() == Some("by"))
    } else {
        inverted(tree, verb, first).or_else(|| tree.subject(verb))
    };
    let found = found.filter(|&s| s >= first && s < last && can_speak(tree, at, names, s));
    if let Some(subject) = found {
        let subject = inserted(tree, subject, verb).unwrap_or_else(|| relative(tree, subject, verb));
        return Some((subject, "verb of saying"));
    }
    if passive && tree.subject(verb).is_some_and(|s| tree.tag(s) != Tag::Noun && tree.tag(s) != Tag::Propn) {
        return None;
    }
    if let Some(before) = noun_before(tree, verb, first) {
        return Some((before, "verb of saying, noun before it"));
    }
    // `said Kang Jin, a harbour pilot`: the parser may take the speaker for an object.
    let after = tree.by(verb, Relation::Obj).find(|&o| {
        o > verb
            && o - verb < 8
            && names.at(at, o).is_some_and(|m| m.manner == Manner::Name)
            && verb > first
            && is_closing(tree.report.word(verb - 1))
    });
    after.map(|o| (o, "verb of saying, speaker after it"))
}

/// The subject behind the verb where content ends right before it: `“…,” said Bran`. The parser may give such a verb a second
/// subject, out of the content.
fn inverted(tree: &Tree<'_>, verb: usize, first: usize) -> Option<usize> {
    let closes = verb > first && is_closing(tree.report.word(verb - 1));
    tree.by(verb, Relation::Nsubj).find(|&s| s > verb && s < verb + 8).filter(|_| closes)
}

/// The noun right before a verb, after a mark that closes content: `left on Monday, state media reported`.
fn noun_before(tree: &Tree<'_>, verb: usize, first: usize) -> Option<usize> {
    let noun = |t: usize| matches!(tree.tag(t), Tag::Noun | Tag::Propn);
    let head = verb.checked_sub(1).filter(|&t| t >= first && noun(t))?;
    let inside = |t: usize| {
        noun(t)
            || matches!(tree.tag(t), Tag::Adj | Tag::Det | Tag::Part | Tag::Num)
            || tree.report.word(t) == "of"
    };
    let start = (first..head).rev().take_while(|&t| inside(t)).last().unwrap_or(head);
    (start > first && is_closing(tree.report.word(start - 1))).then_some(head)
}

/// The speaker of an inserted clause: in `a trip that analysts say adds to` the analysts speak, not the trip.
fn inserted(tree: &Tree<'_>, subject: usize, verb: usize) -> Option<usize> {
    let before = verb
        .checked_sub(1)
        .filter(|&b| b != subject && matches!(tree.tag(b), Tag::Noun | Tag::Propn | Tag::Pron))?;
    let noun =
        |t: usize| matches!(tree.tag(t), Tag::Noun | Tag::Propn | Tag::Adj | Tag::Det | Tag::Num | Tag::Pron);
    let mut start = before;
    while start > 0 && noun(start - 1) && !is_relative(tree.report.word(start - 1)) {
        start -= 1;
    }
    (start > 0 && is_relative(tree.report.word(start - 1))).then_some(before)
}

pub(super) fn is_relative(word: &str) -> bool {
    ["who", "which", "that"].iter().any(|w| word.eq_ignore_ascii_case(w))
}

/// The noun a relative pronoun stands for.
pub(in crate::statement) fn relative(tree: &Tree<'_>, subject: usize, verb: usize) -> usize {
    let word = tree.report.word(subject).to_lowercase();
    match tree.head(verb) {
        Some(head)
            if ["who", "which", "that"].contains(&word.as_str()) && tree.relation(verb) == Relation::Acl =>
        {
            head
        }
        _ => subject,
    }
}
