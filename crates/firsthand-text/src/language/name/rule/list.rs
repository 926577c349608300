//! Countries, capitals and peoples, which the lists know better than any weights.

use super::{Words, add, capital, free, listed};
use crate::language::NameKind;
use crate::language::country::{self, Sense};
use crate::language::name::label::Found;
use crate::language::name::lexicon::{self, FAMILY, GIVEN, USUAL};
use crate::language::name::sort::GROUP;
use crate::language::place;
use crate::report::agency;

/// The longest names of countries the rule looks for, in words.
const LONGEST: usize = 6;

/// A city whose name of several words is known in capitals has this many people.
const CITY: u64 = 50_000;

/// Points of the compass: alone and capitalised, a part of the world or of a country.
const COMPASS: [&str; 4] = ["north", "south", "east", "west"];

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
        let hit = starts(words, at).then(|| longest(words, names, at)).flatten();
        match hit {
            Some(name) => {
                add(names, name);
                at = name.last;
            }
            None => at += 1,
        }
    }
}

/// Whether a listed name may start with the word.
fn starts(words: &Words, at: usize) -> bool {
    let article = |w: &str| matches!(w, "The" | "A" | "An" | "THE");
    words.get(at).is_some_and(|w| capital(w) && !article(w))
}

/// The longest listed name that starts with the word and touches no other.
fn longest(words: &Words, names: &[Found], at: usize) -> Option<Found> {
    let letters = |w: &&&str| w.starts_with(char::is_alphabetic);
    let run = words[at..].iter().take(LONGEST).take_while(letters).count();
    (at + 1..=at + run).rev().filter(|last| capital(words[last - 1]) && free(names, at, *last)).find_map(
        |last| {
            let text = &words[at..last];
            let kind = kind(text).filter(|_| !may_be_word(text))?;
            Some(Found { first: at, last, kind })
        },
    )
}

/// The kind of words that are a listed name as a whole.
fn kind(text: &[&str]) -> Option<NameKind> {
    let joined = text.join(" ");
    if COMPASS.contains(&joined.to_lowercase().as_str()) {
        return Some(NameKind::Place);
    }
    if agency::of(&joined).is_some_and(|_| text.len() > 1 || all_capitals(&joined)) && !place::known(&joined)
    {
        return Some(NameKind::Organisation);
    }
    match country::sense(&joined) {
        Some((_, Sense::Name | Sense::Capital)) => return Some(NameKind::Place),
        Some((_, Sense::Demonym)) => return Some(NameKind::Group),
        // Gaza is a place; the Kremlin is what the weights say it is.
        Some((_, Sense::Seat)) if !place::spots(&joined).is_empty() => return Some(NameKind::Place),
        Some((_, Sense::Seat)) | None => {}
    }
    // NOVI SAD at the head of a dispatch: in capitals, and a city by no other reading.
    let city = text.len() > 1 && text.iter().all(|w| all_capitals(w));
    if city && place::spots(&joined).first().is_some_and(|s| s.main && s.population >= CITY) {
        return Some(NameKind::Place);
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
    if COMPASS.contains(&word.to_lowercase().as_str()) {
        return true;
    }
    let bits = lexicon::entry(&word.to_lowercase()).bits;
    let name =
        country::named(word).is_none() && country::of_demonym(word).is_none() && bits & (GIVEN | FAMILY) != 0;
    let usual = bits & USUAL != 0
        && !(all_capitals(word) && word.len() > 2)
        && country::of(word).is_none()
        && !listed(word, GROUP);
    name || usual
}

fn all_capitals(word: &str) -> bool {
    word.len() > 1 && !word.chars().any(char::is_lowercase)
}
