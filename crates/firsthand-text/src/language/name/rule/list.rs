//! Countries, capitals and peoples, which the lists know better than any weights.

use super::{Words, add, capital, free, listed};
use crate::language::NameKind;
use crate::language::country::{self, Sense};
use crate::language::name::label::Found;
use crate::language::name::lexicon::{self, FAMILY, GIVEN, USUAL};
use crate::language::name::sort::GROUP;

/// The longest names of countries the rule looks for, in words.
const LONGEST: usize = 6;

/// Gives listed names their kind and adds those that were missed.
pub(super) fn apply(words: &Words, names: &mut Vec<Found>) {
    for name in names.iter_mut() {
        let Some(text) = words.get(name.first..name.last) else { continue };
        if let Some(kind) = kind(text)
            && !(name.kind == NameKind::Person && may_be_person(text))
        {
            name.kind = kind;
        }
    }
    let mut at = 0;
    while at < words.len() {
        let longest = (at + 1..=(at + LONGEST).min(words.len())).rev();
        let hit = longest.filter(|last| free(names, at, *last)).find_map(|last| {
            let text = &words[at..last];
            let ends = capital(text[0]) && text.last().is_some_and(|w| capital(w));
            let kind = kind(text).filter(|_| ends && !may_be_word(text))?;
            Some(Found { first: at, last, kind })
        });
        match hit {
            Some(name) => {
                add(names, name);
                at = name.last;
            }
            None => at += 1,
        }
    }
}

/// The kind of words that are a listed name as a whole.
fn kind(text: &[&str]) -> Option<NameKind> {
    let joined = text.join(" ");
    match country::sense(&joined) {
        Some((_, Sense::Name | Sense::Capital)) => return Some(NameKind::Place),
        Some((_, Sense::Demonym)) => return Some(NameKind::Group),
        Some((_, Sense::Seat)) | None => {}
    }
    let singular = joined.strip_suffix('s').unwrap_or(&joined);
    (listed(&joined, GROUP) || listed(singular, GROUP)).then_some(NameKind::Group)
}

/// Jordan and Georgia are given names, too.
fn may_be_person(text: &[&str]) -> bool {
    matches!(text, [word] if lexicon::entry(&word.to_lowercase()).bits & (GIVEN | FAMILY) != 0)
}

/// Alone and unmarked by the weights, a word that is also a person's name or a usual word is left alone.
fn may_be_word(text: &[&str]) -> bool {
    let [word] = text else { return false };
    let bits = lexicon::entry(&word.to_lowercase()).bits;
    let name =
        country::named(word).is_none() && country::of_demonym(word).is_none() && bits & (GIVEN | FAMILY) != 0;
    let usual = bits & USUAL != 0 && country::of(word).is_none() && !listed(word, GROUP);
    name || usual
}
