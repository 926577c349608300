//! A title is followed by a person: Professor Han Seo-jin, Mr. Ardalan.

use super::{Words, add, capital, free, listed};
use crate::language::NameKind;
use crate::language::country;
use crate::language::name::label::Found;
use crate::language::name::lexicon::{self, USUAL};
use crate::language::name::sort::{DATE, HEAD, SITE, TITLE};

/// Titles after which one word is enough of a name.
const ALONE: [&str; 8] = ["mr", "mrs", "ms", "dr", "prof", "mr.", "mrs.", "ms."];
/// Titles that stand before persons and nothing else, lower case.
const SURE: [&str; 22] = [
    "mr",
    "mrs",
    "ms",
    "dr",
    "prof",
    "professor",
    "minister",
    "president",
    "senator",
    "governor",
    "mayor",
    "sheikh",
    "ayatollah",
    "ambassador",
    "spokesman",
    "spokeswoman",
    "lt",
    "col",
    "gen",
    "sgt",
    "capt",
    "researcher",
];
/// The longest name taken on a title's word.
const LONGEST: usize = 4;

/// Adds the persons that follow a title and were missed.
pub(super) fn apply(words: &Words, names: &mut Vec<Found>) {
    for at in 0..words.len() {
        let title = words[at].to_lowercase();
        if !capital(words[at]) || !SURE.contains(&title.trim_end_matches('.')) || !free(names, at, at + 1) {
            continue;
        }
        let run = words[at + 1..].iter().take(LONGEST + 1).take_while(|w| is_part(w)).count();
        let last = at + 1 + run;
        let enough = run > 1 || (run == 1 && ALONE.contains(&title.as_str()));
        let ends = words.get(last - 1).is_some_and(|w| !listed(w, HEAD | SITE | TITLE) && !is_usual(w));
        if enough && ends && run <= LONGEST && free(names, at + 1, last) {
            add(names, Found { first: at + 1, last, kind: NameKind::Person });
        }
    }
}

fn is_part(word: &str) -> bool {
    let letters = word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '’' | '\'' | '.'));
    letters && capital(word) && !listed(word, DATE | TITLE) && country::of(word).is_none()
}

fn is_usual(word: &str) -> bool {
    lexicon::entry(&word.to_lowercase()).bits & USUAL != 0
}
