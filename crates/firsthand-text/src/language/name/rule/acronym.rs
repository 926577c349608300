//! `Norland Harbour Wardens Agency (NHWA)`: the short form in brackets has the kind of the long one, here and later.

use super::{Words, add, capital, free, listed};
use crate::language::NameKind;
use crate::language::name::label::Found;
use crate::language::name::sort::HEAD;
use std::collections::BTreeMap;

/// Small words that a short form may leave out.
const SMALL: [&str; 12] = ["of", "the", "for", "and", "in", "on", "to", "de", "la", "&", "del", "des"];

/// Finds short forms and hands their kind on.
pub(super) fn apply(words: &[Words], found: &mut [Vec<Found>]) {
    let mut short: BTreeMap<String, NameKind> = BTreeMap::new();
    for (words, names) in words.iter().zip(found.iter_mut()) {
        for at in 2..words.len() {
            if words[at - 1] != "(" || !is_short(words[at]) || words.get(at + 1).is_none_or(|w| *w != ")") {
                continue;
            }
            if let Some(kind) = long_form(words, names, at - 1) {
                short.insert(words[at].to_string(), kind);
            }
        }
    }
    if short.is_empty() {
        return;
    }
    for (words, names) in words.iter().zip(found.iter_mut()) {
        for (at, word) in words.iter().enumerate() {
            let Some(kind) = short.get(*word) else { continue };
            match names.iter_mut().find(|n| n.first <= at && at < n.last) {
                Some(name) if name.last == name.first + 1 => name.kind = *kind,
                Some(_) => {}
                None => add(names, Found { first: at, last: at + 1, kind: *kind }),
            }
        }
    }
}

/// Two to eight letters, most of them capitals.
fn is_short(word: &str) -> bool {
    let upper = word.chars().filter(|c| c.is_uppercase()).count();
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    (2..=8).contains(&letters)
        && upper >= 2
        && upper * 2 > letters
        && word.chars().all(|c| c.is_alphanumeric() || c == '-')
}

/// The kind of the name that ends before the bracket, if its initials give the short form; a run of capitalised
/// words whose initials give it is an organisation though the weights did not see it.
fn long_form(words: &Words, names: &mut Vec<Found>, bracket: usize) -> Option<NameKind> {
    let short = words.get(bracket + 1)?;
    if let Some(name) = names.iter().find(|n| n.last == bracket && n.last - n.first > 1) {
        let start = words.get(name.first..name.last).is_some_and(|w| spells(w, short));
        if start || name.kind == NameKind::Organisation {
            return Some(name.kind);
        }
    }
    let first = (bracket.saturating_sub(9)..bracket.saturating_sub(1)).find(|first| {
        let long = &words[*first..bracket];
        let named = |w: &&str| capital(w) || SMALL.contains(w);
        // Roll On Ferry (ROF) is no organisation: one of the words must be the head of one.
        let head = long.iter().any(|w| listed(w, HEAD));
        head && capital(long[0]) && long.iter().all(named) && spells(long, short)
    })?;
    names.retain(|n| n.last <= first || bracket <= n.first);
    if free(names, first, bracket) {
        add(names, Found { first, last: bracket, kind: NameKind::Organisation });
    }
    Some(NameKind::Organisation)
}

/// Whether the initials of the words, small ones at will, spell the capitals of the short form.
fn spells(long: &[&str], short: &str) -> bool {
    let letters: Vec<char> = short.chars().filter(|c| c.is_uppercase()).collect();
    let mut at = 0;
    for word in long {
        let initial = word.chars().next().unwrap_or(' ');
        let small = SMALL.contains(word);
        if letters.get(at).is_some_and(|l| initial.to_uppercase().eq(std::iter::once(*l))) {
            at += 1;
        } else if !small {
            return false;
        }
    }
    at == letters.len() && at > 1
}
