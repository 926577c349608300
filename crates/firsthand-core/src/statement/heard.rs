//! Frames of what the learned ear hears and the rules do not: `his insistence that the dam was safe`.
//!
//! Of all that is attributed only what states something becomes a frame: content with a clause or a quotation of its own.
//! Wishes, plans and judgements (`plans to sell`, `praised the staff`) are statements about their holder and stay so.

use super::attribution::Frame;
use super::source::source;
use super::speech::tokens_in;
use super::tree::Tree;
use super::voice::Voice;
use super::{Attribution, Kind, clause, lexicon};
use crate::name::{Manner, Names};
use firsthand_text::language::{NameKind, Relation, Tag};

/// The frames of voices whose anchor no rule has read.
pub(super) fn frames(
    tree: &Tree<'_>,
    at: usize,
    names: &Names,
    voices: &[Voice],
    ruled: &[Frame],
) -> Vec<Frame> {
    let known = |v: &Voice| {
        ruled.iter().any(|f| f.verb == Some(v.anchor) || (f.cue.0 <= v.anchor && v.anchor < f.cue.1))
    };
    voices
        .iter()
        .filter(|v| !known(v) && states(tree, v))
        .filter_map(|v| frame(tree, at, names, v, ruled))
        .collect()
}

/// Whether the content says something by itself: it holds a clause that does not merely tell about one of its nouns.
fn states(tree: &Tree<'_>, voice: &Voice) -> bool {
    let within = |t: usize| voice.content.iter().any(|r| r.0 <= t && t < r.1);
    let tells = |predicate: usize| {
        within(predicate)
            && !tree
                .ancestors(predicate)
                .take_while(|&t| within(t))
                .any(|t| tree.relation(t) == Relation::Acl && tree.head(t).is_some_and(within))
    };
    let clause = |t: usize| {
        matches!(tree.relation(t), Relation::Nsubj | Relation::NsubjPass) && tree.head(t).is_some_and(tells)
    };
    voice.content.iter().any(|r| (r.0..r.1).any(clause))
}

/// The frame of a voice; None where nobody is named.
pub(super) fn frame(
    tree: &Tree<'_>,
    at: usize,
    names: &Names,
    voice: &Voice,
    said: &[Frame],
) -> Option<Frame> {
    let attribution = attribution(tree, at, names, voice, said)?;
    let (first, last) = (voice.content.first()?.0, voice.content.last()?.1);
    let gaps = voice.content.windows(2).map(|pair| (pair[0].1, pair[1].0)).collect();
    let cue = voice.cue.iter().find(|r| r.0 <= voice.anchor && voice.anchor < r.1);
    let cue = cue.copied().unwrap_or((voice.anchor, voice.anchor + 1));
    let verb = (tree.tag(voice.anchor) == Tag::Verb).then_some(voice.anchor);
    let denies = lexicon::is_denial(tree.lemma(voice.anchor));
    Some(Frame { first, last, gaps, cue, attribution, denies, verb, outer: false })
}

/// Nouns for what shows something and cannot speak: where a person says what they show, the words are the person's.
const THINGS: [&str; 16] = [
    "document", "evidence", "datum", "data", "file", "record", "video", "footage", "image", "photo",
    "picture", "map", "test", "result", "figure", "email",
];

/// Whether the noun stands for a thing that shows and does not speak.
pub(super) fn is_thing(tree: &Tree<'_>, noun: usize) -> bool {
    THINGS.contains(&tree.lemma(noun))
}

/// Who is heard and in which words; a pronoun that stands for nobody known takes the last speaker before it.
pub(super) fn attribution(
    tree: &Tree<'_>,
    at: usize,
    names: &Names,
    voice: &Voice,
    said: &[Frame],
) -> Option<Attribution> {
    let head = super::attribution::relative(tree, speaker(tree, at, names, voice)?, voice.anchor);
    let mut who = source(tree, at, names, head);
    if who.entity.is_none() && tree.tag(head) == Tag::Pron {
        who = super::attribution::antecedent(tree, names, head, said)?;
    }
    let kind =
        if super::attribution::is_relay(names, &who, tree, head) { Kind::Relayed } else { Kind::Reported };
    let mut span = tree.report.tokens[voice.anchor].span;
    for run in
        voice.cue.iter().chain(&voice.source).filter(|r| tree.sentence[r.0] == tree.sentence[voice.anchor])
    {
        span = span.join(tree.report.tokens[run.0].span).join(tree.report.tokens[run.1 - 1].span);
    }
    let quoted = quotes(tree, voice);
    let kind = if quoted && kind == Kind::Reported { Kind::Quoted } else { kind };
    let told = super::attribution::told(tree, at, names, voice.anchor);
    Some(Attribution { source: who, kind, span, told, rule: "heard" })
}

/// The noun that stands for the source: the name it begins with, which marks tell better than trees do (`Ho, of the union`),
/// or the noun its other words hang on.
pub(super) fn speaker(tree: &Tree<'_>, at: usize, names: &Names, voice: &Voice) -> Option<usize> {
    let person = |m: &&crate::name::Mention| {
        m.manner == Manner::Name && names.entities[m.entity].kind == NameKind::Person
    };
    let noun = |t: &usize| matches!(tree.tag(*t), Tag::Noun | Tag::Propn | Tag::Pron);
    voice.source.iter().find_map(|&(first, last)| {
        let named = names.at(at, first).filter(person).map(|m| clause::top(tree, m.first, m.last));
        let top = clause::top(tree, first, last);
        named.or_else(|| Some(top).filter(noun)).or_else(|| (first..last).rev().find(noun))
    })
}

/// Whether part of the content stands between quotation marks.
fn quotes(tree: &Tree<'_>, voice: &Voice) -> bool {
    tree.report
        .quotes
        .iter()
        .filter(|q| !q.scare)
        .filter_map(|q| tokens_in(tree, q.span))
        .any(|(a, b)| voice.content.iter().any(|r| r.0 <= a && b <= r.1))
}
