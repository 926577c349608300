//! Headlines: what a word would look like within a running sentence.
//!
//! SOUTH SUDAN BUYS FERRY FROM OMAN, and South Sudan Buys Ferry from Oman, are read as if they were
//! written South Sudan buys ferry from Oman: by what the rest of the report writes, by the gazetteers, and by
//! which words are usually written in lower case. (Truecasing: Lita et al. 2003; here by rule.)

use super::lexicon::{self, USUAL};
use super::sort;
use crate::language::{country, place};
use rustc_hash::FxHashMap as HashMap;
use std::borrow::Cow;

/// How a sentence uses capitals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mode {
    /// As running text does.
    Plain,
    /// On every letter.
    Capitals,
    /// On every word that counts.
    Title,
    /// Nowhere.
    Lower,
}

/// How often the running sentences of a document write a word in lower case and, not as the first word, capitalised.
#[derive(Debug, Default, Clone)]
pub struct Habits<'a>(HashMap<String, (u32, u32, &'a str)>);

/// How the sentence uses capitals; too short a one counts as plain.
pub fn mode(words: &[&str]) -> Mode {
    let (mut letters, mut upper, mut long, mut capital, mut any) = (0, 0, 0, 0, 0);
    for word in words {
        let Some(first) = word.chars().next().filter(|c| c.is_alphabetic()) else { continue };
        let length = word.chars().count();
        any += usize::from(word.chars().any(char::is_uppercase));
        if length > 1 {
            letters += 1;
            upper += usize::from(!word.chars().any(char::is_lowercase));
        }
        if length > 3 {
            long += 1;
            capital += usize::from(first.is_uppercase());
        }
    }
    if letters >= 3 && upper * 5 >= letters * 4 {
        return Mode::Capitals;
    }
    if long >= 4 && capital * 7 >= long * 6 {
        return Mode::Title;
    }
    if letters >= 4 && any == 0 { Mode::Lower } else { Mode::Plain }
}

/// What the plain sentences of a document show.
pub fn habits<'a>(sentences: &[Vec<&'a str>], modes: &[Mode]) -> Habits<'a> {
    let mut out: HashMap<String, (u32, u32, &'a str)> = HashMap::default();
    // Only headlines ask for them.
    if modes.iter().all(|mode| *mode == Mode::Plain) {
        return Habits(out);
    }
    for (sentence, _) in sentences.iter().zip(modes).filter(|(_, mode)| **mode == Mode::Plain) {
        for (at, word) in sentence.iter().enumerate() {
            let Some(first) = word.chars().next().filter(|c| c.is_alphabetic()) else { continue };
            let entry = out.entry(word.to_lowercase()).or_insert((0, 0, word));
            if first.is_lowercase() {
                entry.0 += 1;
            } else if at > 0 {
                entry.1 += 1;
                entry.2 = word;
            }
        }
    }
    Habits(out)
}

/// The words of a sentence as a running sentence would write them.
pub fn running<'a>(words: &[&'a str], mode: Mode, habits: &Habits<'a>) -> Vec<Cow<'a, str>> {
    if mode == Mode::Plain {
        return words.iter().map(|w| Cow::Borrowed(*w)).collect();
    }
    let named = gazetted(words, mode);
    words.iter().zip(named).map(|(word, named)| one(word, mode, named, habits)).collect()
}

fn one<'a>(word: &'a str, mode: Mode, named: bool, habits: &Habits<'a>) -> Cow<'a, str> {
    let lower = word.to_lowercase();
    if !word.starts_with(char::is_alphabetic) {
        return Cow::Borrowed(word);
    }
    if let Some((low, high, form)) = habits.0.get(&lower)
        && (*high > 0 || *low > 0)
    {
        return if high > low || (*high > 0 && named) { Cow::Borrowed(*form) } else { Cow::Owned(lower) };
    }
    let usual = usual(&lower, habits) || sort::bits(&lower) & sort::TITLE != 0;
    match mode {
        Mode::Lower if named => Cow::Owned(capitalised(&lower)),
        Mode::Lower => Cow::Borrowed(word),
        Mode::Title if usual && !named => Cow::Owned(lower),
        Mode::Title => Cow::Borrowed(word),
        // IRAN is Iran, but DPRK and US stay as they are.
        _ if named && country::of(&capitalised(&lower)).is_some() => Cow::Owned(capitalised(&lower)),
        _ if named && acronym(word) => Cow::Borrowed(word),
        _ if usual && !named => Cow::Owned(lower),
        _ if acronym(word) => Cow::Borrowed(word),
        _ => Cow::Owned(capitalised(&lower)),
    }
}

/// Whether the word, or another form of it, is one that is written in lower case.
fn usual(lower: &str, habits: &Habits) -> bool {
    let known = |w: &str| {
        let low = habits.0.get(w).is_some_and(|(low, high, _)| low > high);
        low || lexicon::entry(w).bits & USUAL != 0
    };
    if known(lower) {
        return true;
    }
    let stem = ["es", "ed", "ing", "s"].iter().find_map(|e| lower.strip_suffix(e)).filter(|s| s.len() > 2);
    stem.is_some_and(|s| ["", "e", "s", "es", "ed", "ing"].iter().any(|e| known(&format!("{s}{e}"))))
}

/// Four letters at most and not known as anything else: an acronym as likely as not.
fn acronym(word: &str) -> bool {
    let entry = lexicon::entry(&word.to_lowercase());
    word.contains('.')
        || (word.len() <= 4 && entry.bits == 0)
        || !word.contains(['A', 'E', 'I', 'O', 'U', 'Y'])
}

fn capitalised(lower: &str) -> String {
    let mut letters = lower.chars();
    letters.next().map_or_else(String::new, |c| c.to_uppercase().chain(letters).collect())
}

/// Which words stand in the name of a country, a people or a large place.
fn gazetted(words: &[&str], mode: Mode) -> Vec<bool> {
    let mut out = vec![false; words.len()];
    for first in 0..words.len() {
        for last in (first + 1..=(first + 4).min(words.len())).rev() {
            let name = words[first..last].join(" ");
            let alone = last == first + 1;
            if alone && sort::bits(&name.to_lowercase()) != 0 {
                continue;
            }
            let large = || place::spots(&name).first().is_some_and(|s| s.population >= 500_000 && s.main);
            let usual = || alone && lexicon::entry(&name.to_lowercase()).bits & USUAL != 0;
            if country::of(&name).is_some() || (mode != Mode::Lower && large() && !usual()) {
                out[first..last].fill(true);
                break;
            }
        }
    }
    out
}
