//! Who is named as a source: from the noun that stands for it to the entity and the words.

use super::Source;
use super::medium::medium;
use super::tree::Tree;
use crate::name::{Manner, Names};
use firsthand_text::Span;
use firsthand_text::language::{NameKind, Relation, Tag};

/// Nouns for what a source puts out; whose it is matters, not the noun: `a Reuters report`, `a KCNA dispatch`.
const OUTPUT: [&str; 22] = [
    "report",
    "dispatch",
    "statement",
    "article",
    "story",
    "account",
    "release",
    "interview",
    "document",
    "filing",
    "letter",
    "post",
    "tweet",
    "message",
    "broadcast",
    "bulletin",
    "survey",
    "study",
    "data",
    "figure",
    "office",
    "website",
];

/// Nouns beside which a name says which one it is: `the KCNA news agency`.
const HOLDER: [&str; 25] = [
    "agency",
    "newspaper",
    "daily",
    "channel",
    "television",
    "tv",
    "station",
    "network",
    "ministry",
    "minister",
    "police",
    "official",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "magazine",
    "outlet",
    "media",
    "site",
    "service",
    "outlets",
    "department",
    "paper",
    "broadcaster",
    "representative",
];

/// The source that the noun `head` of a report stands for.
pub fn source(tree: &Tree<'_>, at: usize, names: &Names, head: usize) -> Source {
    let span = tree.phrase(head);
    let found = opening(tree, at, names, head)
        .or_else(|| titled(tree, at, names, head))
        .or_else(|| holder(tree, at, names, head))
        .or_else(|| adjacent(tree, at, names, head))
        .or_else(|| following(tree, at, names, head))
        .or_else(|| medium(tree, at, names, head).map(|entity| (entity, span)));
    match found {
        Some((entity, place)) => {
            let known = &names.entities[entity];
            let role = match known.kind {
                NameKind::Person => known.roles.first().cloned(),
                _ => None,
            };
            Source { entity: Some(entity), name: known.name.clone(), span: place, role }
        }
        None => Source { entity: None, name: bare(span.of(&tree.report.report.text)), span, role: None },
    }
}

/// The entity behind a noun, and where it is named.
fn holder(tree: &Tree<'_>, at: usize, names: &Names, head: usize) -> Option<(usize, Span)> {
    let mention = |t: usize| names.at(at, t).map(|m| (m.entity, m.span));
    let is_group = |e: usize| names.entities[e].kind == NameKind::Group;
    if let Some((e, s)) = mention(head).filter(|(e, _)| !is_group(*e)) {
        return Some((e, s));
    }
    let relations = |wanted: &[Relation]| {
        tree.children(head)
            .iter()
            .copied()
            .filter(|&c| wanted.contains(&tree.relation(c)))
            .filter_map(mention)
            .find(|(e, _)| !is_group(*e))
    };
    if let Some(found) = relations(&[Relation::Appos, Relation::Flat]) {
        return Some(found);
    }
    // `a research professor at the university, Ana Ruiz, said`: the parser may hang the name on the university.
    if tree.tag(head) == Tag::Noun {
        let apposed = tree.subtree(head).into_iter().find(|&t| {
            t > head
                && tree.relation(t) == Relation::Appos
                && names.at(at, t).is_some_and(|m| names.entities[m.entity].kind == NameKind::Person)
        });
        if let Some(found) = apposed.and_then(mention) {
            return Some(found);
        }
    }
    let lemma = tree.lemma(head).to_lowercase();
    if OUTPUT.contains(&lemma.as_str()) {
        // Whom a letter goes to and what a report is about did not write it.
        let writes = |c: usize| {
            let preposition = tree.preposition(c);
            !preposition.is_some_and(|p| ["to", "about", "on", "against", "for", "in"].contains(&p.as_str()))
        };
        let owner = tree.children(head).iter().copied().filter(|&c| {
            matches!(tree.relation(c), Relation::Compound | Relation::Nmod | Relation::Amod) && writes(c)
        });
        return owner.filter_map(mention).find(|(e, _)| !is_group(*e)).or_else(|| {
            tree.children(head)
                .iter()
                .filter(|&&c| tree.relation(c) == Relation::Nmod && writes(c))
                .find_map(|&c| holder_below(tree, at, names, c))
        });
    }
    if HOLDER.contains(&lemma.as_str()) {
        return relations(&[Relation::Compound]).filter(|(e, _)| {
            matches!(names.entities[*e].kind, NameKind::Organisation | NameKind::Other | NameKind::Person)
        });
    }
    None
}

/// The person whose name opens the phrase that the parser read from its middle: `Bran, of the Harbour Union, said`,
/// `said Ada Bran, chief of the harbour police`.
fn opening(tree: &Tree<'_>, at: usize, names: &Names, head: usize) -> Option<(usize, Span)> {
    /// Words such a phrase may have before its head.
    const REACH: usize = 14;
    let word = |t: usize| tree.report.word(t);
    let first = tree.report.sentences[tree.sentence[head]].first;
    let part = |t: &usize| {
        matches!(tree.tag(*t), Tag::Noun | Tag::Propn | Tag::Adj | Tag::Det | Tag::Num | Tag::Part | Tag::Adp)
            || word(*t) == ","
    };
    let human = |e: usize| names.entities[e].kind == NameKind::Person;
    let person = (first..head)
        .rev()
        .take(REACH)
        .take_while(part)
        .filter_map(|t| names.at(at, t))
        .find(|m| human(m.entity) && m.manner == Manner::Name && m.last <= head)?;
    // Right behind the name stands a comma or `of`; before its title no comma, which would make it one of a list.
    let behind = word(person.last);
    let title = |t: &usize| matches!(tree.tag(*t), Tag::Noun | Tag::Propn | Tag::Adj);
    let start = (first..person.first).rev().take_while(title).last().unwrap_or(person.first);
    let apart = start == first || word(start - 1) != ",";
    let commas = (person.last..head).filter(|&t| word(t) == ",").count();
    ((behind == "," && commas == 1 || behind == "of") && apart).then_some((person.entity, person.span))
}

/// The person whom an office names behind a comma, before the clause of saying goes on: `the chief of the harbour police, Capt. Ada
/// Bran, told`.
fn following(tree: &Tree<'_>, at: usize, names: &Names, head: usize) -> Option<(usize, Span)> {
    if tree.tag(head) != Tag::Noun {
        return None;
    }
    let last = tree.report.sentences[tree.sentence[head]].last;
    let title = |t: &usize| matches!(tree.tag(*t), Tag::Noun | Tag::Propn | Tag::Adj);
    let phrase = |t: &usize| title(t) || matches!(tree.tag(*t), Tag::Adp | Tag::Det);
    let end = (head + 1..last).take(10).take_while(phrase).last().unwrap_or(head);
    let comma = Some(end + 1).filter(|&t| t < last && tree.report.word(t) == ",")?;
    let person = (comma + 1..last).take(4).take_while(title).filter_map(|t| names.at(at, t)).find(|m| {
        names.entities[m.entity].kind == NameKind::Person && m.manner == Manner::Name && m.first > comma
    })?;
    (person.last < last && tree.report.word(person.last) == ",").then_some((person.entity, person.span))
}

/// The person at the end of a title that the parser took for the speaker: `Norland State Police Lt. Ada Bran`.
fn titled(tree: &Tree<'_>, at: usize, names: &Names, head: usize) -> Option<(usize, Span)> {
    let body = names.at(at, head)?;
    if names.entities[body.entity].kind == NameKind::Person {
        return None;
    }
    let title =
        |t: &usize| matches!(tree.tag(*t), Tag::Noun | Tag::Propn | Tag::Adj) || tree.report.word(*t) == ".";
    let after = (body.last..tree.report.tokens.len()).take_while(title).take(6);
    let person =
        after.filter_map(|t| names.at(at, t)).find(|m| names.entities[m.entity].kind == NameKind::Person)?;
    (person.manner == Manner::Name).then_some((person.entity, person.span))
}

/// A body or person named in the same unbroken run of nouns, where the parser took another word for its head:
/// `the state-run National News Agency`.
fn adjacent(tree: &Tree<'_>, at: usize, names: &Names, head: usize) -> Option<(usize, Span)> {
    let run = |t: &usize| matches!(tree.tag(*t), Tag::Noun | Tag::Propn | Tag::Adj);
    let end = (head..tree.report.tokens.len()).take_while(run).last()?;
    let m = names.at(at, end).filter(|m| m.manner == Manner::Name)?;
    let kind = names.entities[m.entity].kind;
    matches!(kind, NameKind::Organisation | NameKind::Person).then_some((m.entity, m.span))
}

/// One level further: `a statement by the office of X`.
fn holder_below(tree: &Tree<'_>, at: usize, names: &Names, head: usize) -> Option<(usize, Span)> {
    let named =
        |t: usize| names.at(at, t).filter(|m| m.manner != Manner::Pronoun).map(|m| (m.entity, m.span));
    named(head).or_else(|| tree.children(head).iter().copied().find_map(named))
}

/// The words of a source without its leading article.
pub fn bare(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    for article in ["the ", "a ", "an ", "The ", "A ", "An "] {
        if let Some(rest) = words.strip_prefix(article) {
            return rest.to_owned();
        }
    }
    words
}

/// Whether the noun can speak at all: not `it` or `this` that stand for nothing.
pub fn can_speak(tree: &Tree<'_>, at: usize, names: &Names, head: usize) -> bool {
    if tree.tag(head) != Tag::Pron {
        return !matches!(tree.tag(head), Tag::Num | Tag::Punct | Tag::Adv | Tag::Adp);
    }
    let word = tree.report.word(head).to_lowercase();
    names.at(at, head).is_some() || ["he", "she", "they", "who"].contains(&word.as_str())
}
