//! Where a name begins and ends: titles, marks and lone common words are no part of it.

use super::{Words, begins, listed};
use crate::language::NameKind;
use crate::language::country;
use crate::language::name::label::Found;
use crate::language::name::lexicon::{self, FAMILY, USUAL};
use crate::language::name::sort::{DATE, TITLE};

/// Words that stand beside titles in the names of offices, lower case.
const OFFICE: [&str; 34] = [
    "foreign",
    "defense",
    "defence",
    "interior",
    "finance",
    "special",
    "under",
    "lance",
    "staff",
    "field",
    "air",
    "wing",
    "vice",
    "first",
    "assistant",
    "associate",
    "senior",
    "state",
    "general",
    "for",
    "of",
    "and",
    "the",
    "middle",
    "east",
    "affairs",
    "press",
    "security",
    "national",
    "oir",
    "he",
    "crown",
    "grand",
    "chief",
];

/// Trims every name and drops what is none.
pub(super) fn trim(words: &Words, names: &mut Vec<Found>) {
    for name in names.iter_mut() {
        marks(words, name);
        if name.kind == NameKind::Person {
            *name = without_roles(words, *name);
        }
    }
    names.retain(|n| n.first < n.last && !is_none(words, n));
}

/// A person's name without the titles and offices before it (`Foreign Minister Yun Jong Ho`); empty where nothing
/// else is in it.
pub fn without_roles<S: AsRef<str>>(words: &[S], name: Found) -> Found {
    let word = |i: usize| words.get(i).map_or("", AsRef::as_ref);
    let title = |i: usize| listed(word(i), TITLE);
    let office = |i: usize| title(i) || OFFICE.contains(&word(i).to_lowercase().as_str());
    // Everything up to the last title goes, if all before it is titles and offices.
    let run = (name.first..name.last).take_while(|i| office(*i)).count();
    let Some(last_title) = (name.first..name.first + run).rev().find(|i| title(*i)) else { return name };
    let first = name.first + run.max(last_title + 1 - name.first);
    if first < name.last {
        // A single word left that is a country was part of the office: Foreign Minister of Iraq.
        let alone = first + 1 == name.last && country::of(word(first)).is_some();
        return Found { first: if alone { name.last } else { first }, ..name };
    }
    let only = lexicon::entry(&word(name.last - 1).to_lowercase()).bits & FAMILY != 0;
    match only {
        // King, Judge and Major are names, too; so is the last word of Sir Major.
        true => Found { first: name.last - 1, ..name },
        false => Found { first: name.last, ..name },
    }
}

fn marks(words: &Words, name: &mut Found) {
    let mark = |i: usize| words.get(i).is_none_or(|w| !w.starts_with(|c: char| c.is_alphanumeric()));
    let article =
        |i: usize| words.get(i).is_some_and(|w| matches!(w.to_lowercase().as_str(), "the" | "a" | "an"));
    let ending =
        |i: usize| words.get(i).is_some_and(|w| matches!(*w, "'s" | "’s" | "'" | "’" | "of" | "and" | "for"));
    while name.first < name.last && (mark(name.first) || article(name.first)) {
        name.first += 1;
    }
    while name.first < name.last && (ending(name.last - 1) || mark(name.last - 1)) {
        if words.get(name.last - 1).is_some_and(|w| matches!(*w, ")" | "!" | "\"" | "”"))
            && name.last - name.first > 2
        {
            // A name may keep what closes within it: University of California (Davis).
            let opens = words[name.first..name.last - 1].iter().any(|w| matches!(*w, "(" | "\"" | "“"));
            if opens {
                break;
            }
        }
        name.last -= 1;
    }
}

/// A lone word that is no name: a title, a day, an address, a usual word that is capitalised as the first of its
/// sentence.
fn is_none(words: &Words, name: &Found) -> bool {
    let text = &words[name.first..name.last];
    if text.iter().any(|w| w.contains("://") || w.contains('@') || w.starts_with("www.")) {
        return true;
    }
    let [word] = text else { return text.iter().all(|w| listed(w, DATE)) };
    let lower = word.to_lowercase();
    let bits = lexicon::entry(&lower).bits;
    let usual = bits & USUAL != 0;
    if !word.chars().any(char::is_alphabetic) || listed(word, DATE) {
        return usual || !word.chars().any(char::is_alphanumeric) || listed(word, DATE);
    }
    let pronoun =
        matches!(lower.as_str(), "i" | "he" | "she" | "it" | "we" | "they" | "you" | "this" | "that");
    let title = listed(word, TITLE) && bits & FAMILY == 0;
    let opening = usual && begins(words, name.first) && country::of(word).is_none() && !all_capitals(word);
    pronoun || title || opening
}

fn all_capitals(word: &str) -> bool {
    word.len() > 1 && !word.chars().any(char::is_lowercase)
}
