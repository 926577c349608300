//! Texts made from the annotated ones by putting other names in place of theirs.

use super::corpus::{Sentence, Text};
use super::invent::{self, Sounds};
use crate::train::dice::Dice;
use firsthand_text::language::NameKind;
use firsthand_text::language::country;
use firsthand_text::language::name::label::Found;
use std::collections::BTreeMap;

struct Culture {
    patterns: Vec<String>,
    given: Vec<String>,
    family: Vec<String>,
}

/// What names are put in place of the annotated ones.
struct Stock {
    cultures: Vec<Culture>,
    /// Sounds of places and of organisations.
    places: Sounds,
    organisations: Sounds,
    /// Places as annotated.
    known: Vec<String>,
}

/// Altered copies of every text.
pub(super) fn all(texts: &[Text], copies: usize) -> Vec<Text> {
    let named = |kind: NameKind| {
        texts.iter().flat_map(|t| &t.sentences).flat_map(move |s| {
            let of_kind = s.names.iter().filter(move |n| n.kind == kind && n.last == n.first + 1);
            of_kind.map(|n| s.words[n.first].as_str())
        })
    };
    let plain =
        |w: &&str| w.len() > 4 && w.chars().all(char::is_alphabetic) && w.chars().any(char::is_lowercase);
    let stock = Stock {
        cultures: cultures(),
        places: Sounds::of(named(NameKind::Place).filter(plain)),
        organisations: Sounds::of(named(NameKind::Organisation).chain(named(NameKind::Place)).filter(plain)),
        known: named(NameKind::Place).filter(plain).map(str::to_string).collect(),
    };
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    (0..copies).flat_map(|_| texts).map(|text| alter(text, &stock, &mut dice)).collect()
}

fn cultures() -> Vec<Culture> {
    let list =
        |s: &str, by: char| s.split(by).filter(|w| !w.is_empty()).map(str::to_string).collect::<Vec<_>>();
    let lines = include_str!("../../../data/people.txt").lines().filter(|l| !l.starts_with('#'));
    let fields = lines.map(|l| l.split('\t').collect::<Vec<_>>()).filter(|f| f.len() == 4);
    fields
        .map(|f| Culture { patterns: list(f[1], '|'), given: list(f[2], ' '), family: list(f[3], ' ') })
        .collect()
}

/// A person made up: the whole name, and the word that stands for it alone.
fn person(culture: &Culture, dice: &mut Dice) -> (Vec<String>, String) {
    let pattern = dice.one(&culture.patterns).clone();
    let mut alone = String::new();
    let mut words = Vec::new();
    for part in pattern.split(' ') {
        let mut word = String::new();
        let mut extra = None;
        match part {
            "F" => word = dice.one(&culture.family).clone(),
            "G" | "M" => word = upper(dice.one(&culture.given)),
            "I" => word = format!("{}.", (b'A' + dice.below(26) as u8) as char),
            "GG" => word = upper(dice.one(&culture.given)) + &dice.one(&culture.given).to_lowercase(),
            "G-G" => {
                let second = dice.one(&culture.given).clone();
                let second = if dice.below(4) == 0 { upper(&second) } else { second.to_lowercase() };
                word = format!("{}-{second}", upper(dice.one(&culture.given)));
            }
            "G+G" => {
                word = upper(dice.one(&culture.given));
                extra = Some(upper(dice.one(&culture.given)));
            }
            "F-F" => word = format!("{}-{}", dice.one(&culture.family), dice.one(&culture.family)),
            other if other.contains("-F") => word = other.replace('F', dice.one(&culture.family)),
            other => word.push_str(other),
        }
        if part.contains('F') || alone.is_empty() {
            alone = word.clone();
        }
        words.push(word);
        words.extend(extra);
    }
    (words, alone)
}

pub(super) fn upper(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}

/// A copy of the text with other names in it; what was one name stays one name.
fn alter(text: &Text, stock: &Stock, dice: &mut Dice) -> Text {
    let culture = dice.below(stock.cultures.len());
    let mut persons: BTreeMap<String, (Vec<String>, String)> = BTreeMap::new();
    let mut others: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let sentences = text.sentences.iter().map(|s| {
        let mut out = Sentence::default();
        let mut at = 0;
        for name in &s.names {
            out.words.extend_from_slice(&s.words[at..name.first]);
            let old = &s.words[name.first..name.last];
            let new = if name.kind == NameKind::Person {
                // Two texts in three keep to one people; the last name is what ties mentions together.
                let culture = if dice.below(3) == 0 { dice.below(stock.cultures.len()) } else { culture };
                let key = old.last().cloned().unwrap_or_default();
                let made = persons.entry(key).or_insert_with(|| person(&stock.cultures[culture], dice));
                if old.len() == 1 { vec![made.1.clone()] } else { made.0.clone() }
            } else {
                others.entry(old.join(" ")).or_insert_with(|| other(old, name.kind, stock, dice)).clone()
            };
            let first = out.words.len();
            out.words.extend(new);
            out.names.push(Found { first, last: out.words.len(), kind: name.kind });
            at = name.last;
        }
        out.words.extend_from_slice(&s.words[at..]);
        out
    });
    Text { sentences: sentences.collect(), apart: false, coarse: text.coarse }
}

/// Another name for a place or an organisation, or the same one: countries stay, and so do half the rest.
fn other(old: &[String], kind: NameKind, stock: &Stock, dice: &mut Dice) -> Vec<String> {
    let stays = country::of(&old.join(" ")).is_some() || dice.below(2) == 0;
    let upper = old.iter().all(|w| !w.chars().any(char::is_lowercase));
    match (kind, old) {
        _ if stays => old.to_vec(),
        (NameKind::Place, [_]) => vec![stock.places.word(dice)],
        (NameKind::Organisation, [_]) if upper => vec![invent::short_form(dice)],
        (NameKind::Organisation, [_]) => vec![stock.organisations.word(dice)],
        (NameKind::Organisation, _) => {
            let place = dice.one(&stock.known).clone();
            let made = stock.organisations.word(dice);
            invent::organisation(&place, &made, dice)
        }
        _ => old.to_vec(),
    }
}
