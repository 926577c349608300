//! What the features look at in one word.

use super::{hash, lexicon, sort};
use crate::language::country::{self, Sense};
use crate::language::place;
use rustc_hash::FxHashMap;
use std::rc::Rc;

/// Bits of [`Word::gazetteers`] beside the lexicon's, which come first.
pub const CITY: u32 = 1 << 3;
/// A place of fewer than 100,000 people, or an alternative name.
pub const TOWN: u32 = 1 << 4;
/// A division of the first level.
pub const REGION: u32 = 1 << 5;
/// Name of a country.
pub const COUNTRY: u32 = 1 << 6;
/// Word for a people.
pub const PEOPLE: u32 = 1 << 7;
/// Capital of a country.
pub const CAPITAL: u32 = 1 << 8;
/// Part of a place's or country's name of several words.
pub const LONG: u32 = 1 << 9;

/// A word, seen by the features.
#[derive(Debug, Clone, Default)]
pub struct Word {
    /// Hash of the word in lower case.
    pub lower: u64,
    /// Hash of the word as it is, digits made alike.
    pub exact: u64,
    /// Hash of its shape: `Xx`, `X.X.`, `X-x`.
    pub shape: u64,
    /// Hashes of the first and last two to four letters; 0 where it is shorter.
    pub prefixes: [u64; 3],
    /// See `prefixes`.
    pub suffixes: [u64; 3],
    /// Hash of its last part where it has hyphens.
    pub part: u64,
    /// What the lexicon and the gazetteers say, as bits.
    pub gazetteers: u32,
    /// The lists of [`sort`] it stands in, as bits.
    pub sorts: u32,
    /// Its cluster.
    pub cluster: u64,
    /// Begins with a capital.
    pub capital: bool,
    /// Has at least two letters, all of them capitals.
    pub upper: bool,
    /// Begins with a letter.
    pub letter: bool,
    /// Has no letter that could begin a name: small letters, digits and marks only.
    pub small: bool,
}

/// Words of a document that were looked at before: most words of a text stand in it more than once.
#[derive(Debug, Default)]
pub struct Seen(FxHashMap<String, (Rc<str>, Word)>);

/// The words of a sentence, already written as in running text.
pub fn words<S: AsRef<str>>(sentence: &[S], seen: &mut Seen) -> Vec<Word> {
    let mut folded = Vec::with_capacity(sentence.len());
    let mut out = Vec::with_capacity(sentence.len());
    for text in sentence {
        let text = text.as_ref();
        if let Some((fold, word)) = seen.0.get(text) {
            folded.push(Rc::clone(fold));
            out.push(word.clone());
            continue;
        }
        let fold: Rc<str> = country::fold(text).into();
        let word = word(text, &fold);
        folded.push(Rc::clone(&fold));
        out.push(word.clone());
        seen.0.insert(text.to_owned(), (fold, word));
    }
    mark(&folded, sentence, &mut out);
    out
}

fn word(text: &str, folded: &str) -> Word {
    let lower = text.to_lowercase();
    let plain: String = text.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    let first = text.chars().next();
    let capital = first.is_some_and(char::is_uppercase);
    let letter = first.is_some_and(char::is_alphabetic);
    let entry = if letter { lexicon::entry(folded) } else { lexicon::Entry::default() };
    let mut out = Word {
        lower: hash::of(lower.as_bytes()),
        exact: hash::of(plain.as_bytes()),
        shape: shape(text),
        gazetteers: entry.bits as u32,
        sorts: sort::bits(&lower),
        cluster: entry.cluster,
        capital,
        upper: capital && text.chars().count() > 1 && !text.chars().any(char::is_lowercase),
        letter,
        small: text.chars().all(|c| c.is_lowercase() || !c.is_alphabetic()),
        ..Word::default()
    };
    if letter {
        affixes(&lower, &mut out);
    }
    if let Some((_, part)) =
        lower.rsplit_once('-').filter(|(head, part)| !head.is_empty() && !part.is_empty())
    {
        out.part = hash::of(part.as_bytes());
    }
    out
}

fn affixes(lower: &str, out: &mut Word) {
    let ends: Vec<usize> = lower.char_indices().map(|(at, c)| at + c.len_utf8()).collect();
    for (slot, length) in (2..=4).enumerate() {
        if ends.len() < length {
            break;
        }
        out.prefixes[slot] = hash::of(&lower.as_bytes()[..ends[length - 1]]);
        let from = ends.len().checked_sub(length + 1).map_or(0, |i| ends[i]);
        out.suffixes[slot] = hash::of(&lower.as_bytes()[from..]);
    }
}

/// Runs of letters of one kind become one letter, except that two capitals differ from one.
fn shape(text: &str) -> u64 {
    let (mut out, mut last, mut run) = (0_u64, 0_u64, 0);
    for c in text.chars() {
        let kind = match c {
            c if c.is_uppercase() => 1,
            c if c.is_lowercase() => 2,
            c if c.is_ascii_digit() => 3,
            '-' => 4,
            '.' => 5,
            '\'' | '’' => 6,
            c if c.is_alphabetic() => 7,
            _ => 8,
        };
        run = if kind == last { run + 1 } else { 1 };
        if run == 1 || (run == 2 && kind == 1) {
            out = out.wrapping_mul(9).wrapping_add(kind);
        }
        last = kind;
    }
    out
}

/// Marks the words that stand in names of places, of up to five words.
fn mark<S: AsRef<str>>(folded: &[Rc<str>], sentence: &[S], words: &mut [Word]) {
    let mut key = String::new();
    for first in 0..words.len() {
        if !words[first].capital {
            continue;
        }
        key.clear();
        for last in first..(first + 5).min(words.len()) {
            if !words[last].letter {
                break;
            }
            if last > first {
                key.push(' ');
            }
            key.push_str(&folded[last]);
            // A name neither begins nor ends with `of`.
            if !words[last].capital {
                continue;
            }
            let mut bits = bits(&key, sentence[first].as_ref(), last == first);
            if bits == 0 {
                continue;
            }
            if last > first {
                bits |= LONG;
            }
            words[first..=last].iter_mut().for_each(|w| w.gazetteers |= bits);
        }
    }
}

fn bits(folded: &str, written: &str, alone: bool) -> u32 {
    let name = if alone { written } else { folded };
    // An abbreviation (US) is looked up as written; folded names of several words have no abbreviations among them.
    let of_country = match country::sense(name) {
        Some((_, Sense::Name)) => COUNTRY,
        Some((_, Sense::Demonym)) => PEOPLE,
        Some((_, Sense::Capital)) => CAPITAL,
        Some((_, Sense::Seat)) => TOWN,
        None => 0,
    };
    let Some(value) = place::value(folded) else { return of_country };
    let of_place = place::glance(value).fold(0, |bits, (kind, population, main)| {
        bits | match kind {
            place::Kind::Region => REGION,
            place::Kind::City if main && population >= 65_000 => CITY,
            place::Kind::City => TOWN,
        }
    });
    of_country | of_place
}
