//! Who did what to whom: predicates and their participants.

use super::lexicon;
use super::tree::Tree;
use super::{Argument, Role};
use crate::name::{Manner, Names};
use firsthand_text::language::{Relation, Tag};

/// Verbs that carry little meaning of their own: `paid a visit` is a visit.
pub const LIGHT: [&str; 14] = [
    "pay",
    "make",
    "carry",
    "conduct",
    "take",
    "give",
    "have",
    "launch",
    "hold",
    "stage",
    "mount",
    "undertake",
    "do",
    "commit",
];

/// The tokens that carry statements, in order of place: verbs, nominal predicates, nouns of action with something
/// hanging on them. Every sentence has at least one.
///
/// A word of a time expression carries none (`the start of this month`, `was in 2019`), nor does a credit
/// (`reports BSS/AFP`).
pub fn predicates(tree: &Tree<'_>) -> Vec<usize> {
    let report = tree.report;
    let masked: Vec<firsthand_text::Span> = report
        .times
        .iter()
        .map(|t| t.span)
        .chain(report.report.credits.iter().filter_map(|c| c.span))
        .chain(report.report.credit_lines.iter().filter_map(|c| c.span))
        .chain(report.report.remarks.iter().filter_map(|r| r.span))
        .collect();
    let masked = |t: usize| masked.iter().any(|m| m.meets(report.tokens[t].span));
    let mut out = Vec::new();
    for sentence in &report.sentences {
        let before = out.len();
        out.extend((sentence.first..sentence.last).filter(|&t| is_predicate(tree, t) && !masked(t)));
        if out.len() == before {
            let root = (sentence.first..sentence.last).find(|&t| report.tokens[t].head.is_none());
            out.extend(root);
        }
    }
    out
}

fn is_predicate(tree: &Tree<'_>, t: usize) -> bool {
    match tree.tag(t) {
        Tag::Verb => {
            governs(tree, t).is_some()
                || !matches!(
                    tree.relation(t),
                    Relation::Amod
                        | Relation::Case
                        | Relation::Compound
                        | Relation::Fixed
                        | Relation::Flat
                        | Relation::Mark
                )
        }
        Tag::Noun => {
            tree.by(t, Relation::Cop).next().is_some()
                || (!lexicon::classes(tree.lemma(t), true).is_empty()
                    && !matches!(tree.relation(t), Relation::Compound | Relation::Flat))
        }
        Tag::Adj | Tag::Propn | Tag::Pron | Tag::Num | Tag::Adv => tree.by(t, Relation::Cop).next().is_some(),
        _ => false,
    }
}

/// The noun a verb governs though the parser made the verb its attribute: in `injured two people` the number stands
/// between them, in `two injured people` it would not.
pub fn governs(tree: &Tree<'_>, verb: usize) -> Option<usize> {
    let noun = tree.head(verb).filter(|&h| h > verb && tree.relation(verb) == Relation::Amod)?;
    let between = (verb + 1..noun).any(|t| matches!(tree.tag(t), Tag::Num | Tag::Det));
    between.then_some(noun)
}

/// The dictionary form of a predicate with its particle: `carry out`.
pub fn lemma(tree: &Tree<'_>, predicate: usize) -> String {
    let mut lemma = tree.lemma(predicate).to_owned();
    let particle = tree
        .by(predicate, Relation::Compound)
        .find(|&c| c > predicate && matches!(tree.tag(c), Tag::Adp | Tag::Adv | Tag::Part));
    if let Some(particle) = particle {
        lemma.push(' ');
        lemma.push_str(&tree.report.word(particle).to_lowercase());
    }
    lemma
}

/// Every mention further down that belongs to this predicate and to none nearer, with the role of the branch it is on.
pub fn nearby(tree: &Tree<'_>, at: usize, names: &Names, predicate: usize, all: &[usize]) -> Vec<Argument> {
    let sentence = tree.report.sentences[tree.sentence[predicate]];
    let mut out = Vec::new();
    let Some(mentions) = names.mentions.get(at) else { return out };
    for mention in mentions.iter().filter(|m| m.manner != Manner::Pronoun) {
        if mention.first < sentence.first || mention.last > sentence.last {
            continue;
        }
        let head = top(tree, mention.first, mention.last);
        let mut below = head;
        let mut owner = None;
        for t in tree.ancestors(head) {
            if t != head && all.binary_search(&t).is_ok() {
                owner = Some(t);
                break;
            }
            below = t;
        }
        // A predicate can itself be part of a name; it is not its own participant.
        if owner != Some(predicate) || (mention.first..mention.last).contains(&predicate) {
            continue;
        }
        let place = names.entities[mention.entity].kind.is_place();
        let own = tree.preposition(head).filter(|_| place);
        let role = match (own, tree.relation(below)) {
            // Where a place stands is told by its own preposition, whatever branch it is on: `a delegation to Iran`.
            (Some(preposition), _) => Role::With(preposition),
            (_, Relation::Nsubj) => Role::Agent,
            (_, Relation::NsubjPass | Relation::Obj) => Role::Patient,
            (_, Relation::Iobj) => Role::Recipient,
            _ => {
                let near = tree.preposition(head).or_else(|| tree.preposition(below));
                Role::With(near.unwrap_or_else(|| "of".to_owned()))
            }
        };
        out.push(Argument { role, head, span: mention.span, entity: Some(mention.entity) });
    }
    out
}

/// The token of a range that the others hang on.
pub fn top(tree: &Tree<'_>, first: usize, last: usize) -> usize {
    (first..last).find(|&t| tree.head(t).is_none_or(|h| h < first || h >= last)).unwrap_or(first)
}

/// The predicate a token belongs to: the nearest at or above it, itself left out if `strict`.
pub fn owner(tree: &Tree<'_>, token: usize, all: &[usize]) -> Option<usize> {
    tree.ancestors(token).find(|t| all.binary_search(t).is_ok())
}
