//! One word, one kind: later mentions of a person by a part of the name, and lone words that are now this, now that.

use super::{Words, add, begins, capital, free};
use crate::language::NameKind;
use crate::language::country;
use crate::language::name::label::Found;
use crate::language::name::lexicon::{self, USUAL};
use std::collections::{BTreeMap, BTreeSet};

/// Hands kinds on within the document.
pub(super) fn apply(words: &[Words], found: &mut [Vec<Found>]) {
    openings(words, found);
    let persons = parts(words, found);
    let votes = votes(words, found);
    for (words, names) in words.iter().zip(found.iter_mut()) {
        for name in names.iter_mut().filter(|n| n.last == n.first + 1 && n.kind != NameKind::Group) {
            let word = words[name.first];
            if country::of(word).is_some() {
                continue;
            }
            if persons.contains(word) {
                name.kind = NameKind::Person;
            } else if let Some(kind) = votes.get(word).and_then(majority) {
                name.kind = kind;
            }
        }
        for (at, word) in words.iter().enumerate() {
            let known = persons.contains(*word) && country::of(word).is_none();
            let usual = lexicon::entry(&word.to_lowercase()).bits & USUAL != 0;
            if known && !usual && capital(word) && free(names, at, at + 1) {
                add(names, Found { first: at, last: at + 1, kind: NameKind::Person });
            }
        }
    }
}

/// Drops lone persons that are the plural of a usual word, capitalised as the first of a sentence only: `Mills closed.`
fn openings(words: &[Words], found: &mut [Vec<Found>]) {
    let plural = |w: &str| {
        let stem = w.strip_suffix('s').filter(|stem| stem.chars().count() > 2);
        stem.is_some_and(|stem| lexicon::entry(&stem.to_lowercase()).bits & USUAL != 0)
    };
    let elsewhere =
        |word: &str| words.iter().any(|s| s.iter().enumerate().any(|(at, w)| *w == word && !begins(s, at)));
    for (sentence, names) in words.iter().zip(found.iter_mut()) {
        names.retain(|n| {
            let lone = n.last == n.first + 1 && n.kind == NameKind::Person && begins(sentence, n.first);
            !(lone && plural(sentence[n.first]) && !elsewhere(sentence[n.first]))
        });
    }
}

/// Words of three letters and more that stand in persons' names of several words and in no other long name.
fn parts<'a>(words: &[Words<'a>], found: &[Vec<Found>]) -> BTreeSet<&'a str> {
    let (mut persons, mut others) = (BTreeSet::new(), BTreeSet::new());
    for (words, names) in words.iter().zip(found) {
        for name in names.iter().filter(|n| n.last - n.first > 1) {
            let into = if name.kind == NameKind::Person { &mut persons } else { &mut others };
            let long = |w: &&&str| w.chars().count() > 2 && capital(w) && !w.ends_with('.');
            into.extend(words[name.first..name.last].iter().filter(long).copied());
        }
    }
    persons.difference(&others).copied().collect()
}

type Votes = BTreeMap<NameKind, usize>;

fn votes<'a>(words: &[Words<'a>], found: &[Vec<Found>]) -> BTreeMap<&'a str, Votes> {
    let mut out: BTreeMap<&str, Votes> = BTreeMap::new();
    for (words, names) in words.iter().zip(found) {
        for name in names.iter().filter(|n| n.last == n.first + 1) {
            *out.entry(words[name.first]).or_default().entry(name.kind).or_default() += 1;
        }
    }
    out
}

/// The kind of more than half the votes.
fn majority(votes: &Votes) -> Option<NameKind> {
    let all: usize = votes.values().sum();
    votes.iter().find(|(_, n)| **n * 2 > all).map(|(kind, _)| *kind)
}
