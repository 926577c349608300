//! Our own reports with their names as re3d would mark them: with titles and offices, directions and sorts of places, what a
//! body's people are called, and a place with the larger one behind a comma as one name.

use super::corpus::{Sentence, Text};
use firsthand_text::language::name::label::Found;
use firsthand_text::language::name::sort::{self, TITLE};
use firsthand_text::language::{NameKind, place};

/// Words before a place that belong to it there.
const DIRECTIONS: [&str; 18] = [
    "northern", "southern", "eastern", "western", "central", "north", "south", "east", "west", "northeastern",
    "northwestern", "southeastern", "southwestern", "north-eastern", "north-western", "south-eastern",
    "south-western", "greater",
];
/// Sorts of places, before `of` or behind the name.
const SORTS: [&str; 16] = [
    "city", "town", "village", "province", "district", "region", "governorate", "area", "suburb", "suburbs", "border",
    "neighbourhood", "neighborhood", "port", "island", "county",
];
/// What people of a body are called behind its name.
const PEOPLE: [&str; 16] = [
    "fighters", "militants", "terrorists", "forces", "troops", "officials", "leaders", "members", "soldiers", "ministers",
    "rebels", "police", "lawmakers", "authorities", "group", "government",
];
/// Words in offices that are no titles by themselves.
const OFFICE: [&str; 14] = [
    "foreign", "prime", "defence", "defense", "interior", "finance", "deputy", "vice", "state", "health", "justice", "of",
    "for", "affairs",
];

/// The texts marked so.
pub(super) fn all(texts: &[Text]) -> Vec<Text> {
    let one = |t: &Text| Text { sentences: t.sentences.iter().map(wide).collect(), apart: false, coarse: true };
    texts.iter().map(one).collect()
}

fn wide(sentence: &Sentence) -> Sentence {
    let words: Vec<String> = sentence.words.iter().map(|w| w.to_lowercase()).collect();
    let mut names: Vec<Found> = Vec::new();
    for name in &sentence.names {
        let mut name = match name.kind {
            NameKind::Facility => Found { kind: NameKind::Place, ..*name },
            NameKind::Person | NameKind::Organisation | NameKind::Place => *name,
            _ => continue,
        };
        let floor = names.last().map_or(0, |n| n.last);
        match name.kind {
            NameKind::Person => titled(sentence, &words, floor, &mut name),
            NameKind::Place => placed(&words, floor, &mut name),
            _ if words.get(name.last).is_some_and(|w| PEOPLE.contains(&w.as_str())) => name.last += 1,
            _ => {}
        }
        match names.last_mut() {
            Some(last) if within(sentence, last, &name) => last.last = name.last,
            _ => names.push(name),
        }
    }
    Sentence { words: sentence.words.clone(), names }
}

/// Takes in the title or office before a person: Foreign Minister Anh Le.
fn titled(sentence: &Sentence, words: &[String], floor: usize, name: &mut Found) {
    let capital = |i: usize| sentence.words[i].starts_with(char::is_uppercase);
    let title = |i: usize| sort::bits(&words[i]) & TITLE != 0;
    let part = |i: usize| {
        (capital(i) && (title(i) || OFFICE.contains(&words[i].as_str())))
            || (i > floor && matches!(words[i].as_str(), "of" | "for") && capital(i + 1) && title(i - 1))
    };
    let mut first = name.first;
    while first > floor && part(first - 1) {
        first -= 1;
    }
    while first < name.first && !capital(first) {
        first += 1;
    }
    if (first..name.first).any(title) {
        name.first = first;
    }
}

/// Takes in what a place is said to be: eastern Sohar, city of Sohar, Sohar province.
fn placed(words: &[String], floor: usize, name: &mut Found) {
    if words.get(name.last).is_some_and(|w| SORTS.contains(&w.as_str())) {
        name.last += 1;
    }
    let before = |n: usize| name.first.checked_sub(n).filter(|i| *i >= floor).map(|i| words[i].as_str());
    if before(1) == Some("of") && before(2).is_some_and(|w| SORTS.contains(&w)) {
        name.first -= 2;
    } else if before(1).is_some_and(|w| DIRECTIONS.contains(&w)) {
        name.first -= 1;
    }
}

/// Whether the second place is the larger one behind the comma.
fn within(sentence: &Sentence, one: &Found, next: &Found) -> bool {
    let text = |n: &Found| sentence.words[n.first..n.last].join(" ");
    one.kind == NameKind::Place
        && next.kind == NameKind::Place
        && one.last + 1 == next.first
        && sentence.words[one.last] == ","
        && place::within(&text(one), &text(next))
}
