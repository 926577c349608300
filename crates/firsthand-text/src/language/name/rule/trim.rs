//! Where a name begins and ends: titles, marks and lone common words are no part of it.

use super::{Words, begins, listed};
use crate::language::NameKind;
use crate::language::name::label::Found;
use crate::language::name::lexicon::{self, FAMILY, GIVEN, USUAL};
use crate::language::name::sort::{DATE, GROUP, TITLE};
use crate::language::{country, place};

/// Words that stand beside titles in the names of offices, lower case.
const OFFICE: [&str; 48] = [
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
    "police",
    "parliament",
    "congress",
    "county",
    "district",
    "science",
    "political",
    "law",
    "executive",
    "justice",
    "health",
    "trade",
    "economic",
    "external",
];

/// Clocks, which the weights take for organisations.
const CLOCKS: [&str; 12] =
    ["GMT", "UTC", "EST", "EDT", "CET", "CEST", "BST", "IST", "KST", "JST", "PST", "PDT"];

/// Trims every name and drops what is none.
pub(super) fn trim(words: &Words, names: &mut Vec<Found>) {
    for name in names.iter_mut() {
        marks(words, name);
        if name.kind == NameKind::Person {
            *name = without_roles(words, *name);
            without_people(words, name);
        }
        if name.kind == NameKind::Place {
            without_sort(words, name);
        }
    }
    names.retain(|n| n.first < n.last);
    part(words, names);
    names.retain(|n| n.first < n.last && !is_none(words, n));
}

/// A person's name without the titles and offices before it (`Foreign Minister Han Seo Jin`); empty where nothing
/// else is in it.
pub fn without_roles<S: AsRef<str>>(words: &[S], name: Found) -> Found {
    let word = |i: usize| words.get(i).map_or("", AsRef::as_ref);
    let bits = |i: usize| lexicon::entry(&word(i).to_lowercase()).bits;
    let title = |i: usize| listed(word(i), TITLE);
    let office = |i: usize| title(i) || OFFICE.contains(&word(i).to_lowercase().as_str());
    // King, Judge and Major are names, too: within a name they do not count as titles.
    let plain = |i: usize| title(i) && (i == name.first || bits(i) & (FAMILY | GIVEN) == 0);
    let empty = Found { first: name.last, ..name };
    let Some(last_title) = (name.first..name.last).rev().find(|i| plain(*i)) else { return name };
    let end = (last_title + 1..name.last).take_while(|i| office(*i) && bits(*i) & FAMILY == 0).count();
    let first = last_title + 1 + end;
    if first >= name.last {
        // The last word of Sir Major is a name; Vale County Sheriff has none.
        let only = name.last - 1;
        let kept = bits(only) & FAMILY != 0 && (name.first..only).all(office);
        return if kept { Found { first: only, ..name } } else { empty };
    }
    // A single word left that is a country was part of the office: Foreign Minister of Iraq.
    let alone = first + 1 == name.last && country::of(word(first)).is_some();
    if alone { empty } else { Found { first, ..name } }
}

/// A person's name without the people before it: Omani Salim al-Busaidi.
fn without_people(words: &Words, name: &mut Found) {
    let Some(first) = words.get(name.first).filter(|_| name.last - name.first > 1) else { return };
    let bits = lexicon::entry(&first.to_lowercase()).bits;
    if bits & (FAMILY | GIVEN) == 0 && (country::of_demonym(first).is_some() || listed(first, GROUP)) {
        name.first += 1;
    }
}

/// A place without what it is said to be: Omani town of Sohar.
fn without_sort(words: &Words, name: &mut Found) {
    let small = |w: &&&str| w.starts_with(char::is_lowercase);
    let text = words.get(name.first..name.last).unwrap_or(&[]);
    let of = text.iter().rposition(|w| *w == "of").filter(|at| *at > 0);
    if let Some(of) = of.filter(|of| text.get(of - 1).is_some_and(|w| small(&w))) {
        name.first += of + 1;
    }
}

/// What belongs to a country or a place is a name of its own: Oman's Coast Guard.
fn part(words: &Words, names: &mut Vec<Found>) {
    for at in 0..names.len() {
        let name = names[at];
        let Some(text) = words.get(name.first..name.last).filter(|t| t.len() > 2) else { continue };
        let Some(mark) = text.iter().position(|w| matches!(*w, "'s" | "’s")) else { continue };
        let owner = text[..mark].join(" ");
        if mark == 0 || mark + 1 == text.len() || !(country::of(&owner).is_some() || place::known(&owner)) {
            continue;
        }
        names[at] = Found { first: name.first + mark + 1, ..name };
        let kind = if country::of_demonym(&owner).is_some() { NameKind::Group } else { NameKind::Place };
        names.push(Found { first: name.first, last: name.first + mark, kind });
    }
    names.sort_by_key(|n| n.first);
}

fn marks(words: &Words, name: &mut Found) {
    // A year belongs to the name of an event: 2026 World Cup.
    let figures = !matches!(name.kind, NameKind::Event | NameKind::Work | NameKind::Product);
    let number = |w: &str| figures && (w.contains(',') || w.len() > 3);
    let mark = |i: usize| {
        words.get(i).is_none_or(|w| {
            let figure = !w.chars().any(char::is_alphabetic)
                && number(w)
                && w.starts_with(|c: char| c.is_ascii_digit());
            figure || !w.starts_with(char::is_alphanumeric)
        })
    };
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
    pronoun || title || opening || CLOCKS.contains(word)
}

fn all_capitals(word: &str) -> bool {
    word.len() > 1 && !word.chars().any(char::is_lowercase)
}
