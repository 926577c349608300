//! What the tagger looks at: the word, its ending, its look, its neighbours, the last two classes.

use crate::language::name::lexicon;
use crate::language::token::is_apostrophe;
use crate::language::weights::{hash, mix};

/// Classes before the first word.
pub const START: [u8; 2] = [250, 251];

/// How a sentence is written. Where capitals mean nothing, the look of a word is not asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Case {
    /// As usual.
    Sentence,
    /// Every Word Begins With a Capital.
    Title,
    /// EVERY LETTER IS A CAPITAL.
    Capitals,
}

/// A sentence as the tagger and the parser see it.
#[derive(Debug, Clone)]
pub struct View {
    /// Its words.
    pub words: Vec<Word>,
    /// How it is written.
    pub case: Case,
}

/// One word, as keys.
#[derive(Debug, Clone, Copy)]
pub struct Word {
    /// As written (in small letters where the sentence's capitals mean nothing).
    exact: u64,
    /// In small letters, marks made alike.
    pub lower: u64,
    prefix: [u64; 3],
    /// Its last letters, from one to four; 1 where it is shorter.
    pub suffix: [u64; 4],
    /// Capital, small letter, digit, other: each run once; with the sentence's case.
    pub shape: u64,
    /// What follows the last hyphen; 0 without hyphen.
    tail: u64,
    /// Words used alike (0: none known), and many such clusters together.
    pub cluster: u64,
    /// See `cluster`.
    pub coarse: u64,
}

/// Stands for what lies outside the sentence.
const OUTSIDE: Word =
    Word { exact: 3, lower: 3, prefix: [3; 3], suffix: [3; 4], shape: 3, tail: 3, cluster: 0, coarse: 0 };

impl View {
    /// The view of a sentence, given its words.
    pub fn of<'a>(words: impl Iterator<Item = &'a str> + Clone) -> View {
        let case = case(words.clone());
        let mut room = Room::default();
        let words = words.map(|w| Word::of(w, case, &mut room)).collect();
        View { words, case }
    }

    fn at(&self, i: usize, step: isize) -> &Word {
        i.checked_add_signed(step).and_then(|k| self.words.get(k)).unwrap_or(&OUTSIDE)
    }
}

impl Word {
    fn of(word: &str, case: Case, room: &mut Room) -> Word {
        room.exact.clear();
        room.lower.clear();
        let mut shape = 0u64;
        for c in alike(word).chars() {
            let kind = kind(c);
            if shape % 8 != kind && shape < 1 << 24 {
                shape = shape * 8 + kind;
            }
            room.push(c);
        }
        let l = room.lower.as_slice();
        let whole = hash(l.iter().copied());
        let first = |n: usize| hash(l.iter().take(n).copied());
        let last = |n: usize| if l.len() >= n { hash(l[l.len() - n..].iter().copied()) } else { 1 };
        let tail = l.iter().rposition(|&b| b == b'-').filter(|&at| at > 0 && at + 1 < l.len());
        let shape = match case {
            Case::Sentence => shape,
            // digits and marks still tell
            Case::Title | Case::Capitals => (shape % 8) | (1 << 32) | ((case as u64) << 33),
        };
        let cluster = std::str::from_utf8(l).map_or(0, |lower| lexicon::entry(lower).cluster);
        Word {
            cluster,
            coarse: if cluster == 0 { 0 } else { (cluster - 1) / 16 + 1 },
            exact: if case == Case::Sentence { hash(room.exact.iter().copied()) } else { whole },
            lower: whole,
            prefix: [first(1), first(2), first(3)],
            suffix: [last(1), last(2), last(3), last(4)],
            shape,
            tail: tail.map_or(0, |at| hash(l[at + 1..].iter().copied())),
        }
    }
}

/// Room for the letters of a word.
#[derive(Default)]
struct Room {
    exact: Vec<u8>,
    lower: Vec<u8>,
}

impl Room {
    /// Adds a character; apostrophes, quotation marks and dashes are made alike.
    fn push(&mut self, c: char) {
        if c.is_ascii() {
            self.exact.push(c as u8);
            return self.lower.push(c.to_ascii_lowercase() as u8);
        }
        let plain: &[u8] = match c {
            '“' | '”' | '„' | '‟' | '«' | '»' => b"\"",
            '‘' => b"'",
            '–' | '—' | '―' => b"--",
            '‐' | '‑' => b"-",
            '…' => b"...",
            _ if is_apostrophe(c) => b"'",
            _ => b"",
        };
        if !plain.is_empty() {
            self.exact.extend_from_slice(plain);
            return self.lower.extend_from_slice(plain);
        }
        let mut buffer = [0; 4];
        self.exact.extend_from_slice(c.encode_utf8(&mut buffer).as_bytes());
        for low in c.to_lowercase() {
            self.lower.extend_from_slice(low.encode_utf8(&mut buffer).as_bytes());
        }
    }
}

/// Quotation marks of two characters are one.
fn alike(word: &str) -> &str {
    if matches!(word, "``" | "''") { "\"" } else { word }
}

fn kind(c: char) -> u64 {
    match c {
        _ if c.is_uppercase() => 1,
        _ if c.is_lowercase() => 2,
        _ if c.is_numeric() => 3,
        '-' | '‐' | '‑' => 5,
        '.' => 6,
        _ if c.is_alphabetic() => 7,
        _ => 4,
    }
}

/// How a sentence is written: by its words of more than three letters, since small ones stay small in titles.
fn case<'a>(words: impl Iterator<Item = &'a str>) -> Case {
    let (mut capital, mut small, mut all) = (0, 0, 0);
    let (mut upper_letters, mut lower_letters) = (0, 0);
    for (i, word) in words.enumerate() {
        let Some(first) = word.chars().next().filter(|c| c.is_alphabetic()) else { continue };
        let upper = word.chars().filter(|c| c.is_uppercase()).count();
        let lower = word.chars().filter(|c| c.is_lowercase()).count();
        upper_letters += upper;
        lower_letters += lower;
        all += 1;
        if i > 0 && upper + lower > 3 {
            capital += usize::from(first.is_uppercase());
            small += usize::from(first.is_lowercase());
        }
    }
    if all > 2 && upper_letters > 4 * lower_letters {
        return Case::Capitals;
    }
    if capital > 2 && capital > 5 * small { Case::Title } else { Case::Sentence }
}

/// The features of word `i`, after the classes of the last two words, the last one first.
pub fn keys(view: &View, i: usize, past: [u8; 2], out: &mut Vec<u64>) {
    out.clear();
    let mut template = 0;
    let mut push = |value: u64| {
        template += 1;
        out.push(mix(template, value));
    };
    let (w, a, b) = (view.at(i, 0), view.at(i, -1), view.at(i, 1));
    let (aa, bb) = (view.at(i, -2), view.at(i, 2));
    let last = u64::from(past[0]);
    let both = mix(last, u64::from(past[1]));
    push(0);
    push(w.exact);
    push(w.lower);
    w.prefix.iter().for_each(|&p| push(p));
    w.suffix.iter().for_each(|&s| push(s));
    push(w.shape);
    push(w.tail);
    push(a.lower);
    push(b.lower);
    push(aa.lower);
    push(bb.lower);
    push(a.suffix[2]);
    push(b.suffix[2]);
    push(b.suffix[1]);
    push(last);
    push(both);
    push(mix(last, w.lower));
    push(mix(last, b.lower));
    push(mix(last, w.suffix[2]));
    push(mix(last, w.shape));
    push(mix(both, w.suffix[1]));
    push(mix(w.shape, mix(a.shape, b.shape)));
    push(mix(w.lower, b.lower));
    push(mix(a.lower, w.lower));
    push(mix(w.suffix[2], b.suffix[1]));
    push(mix(a.lower, b.lower));
    push(mix(w.shape, u64::from(i == 0)));
    push(mix(mix(last, w.suffix[2]), b.suffix[1]));
    push(mix(last, mix(w.shape, b.shape)));
    push(w.cluster);
    push(mix(w.cluster, last));
    push(mix(w.cluster, b.cluster));
    push(mix(a.cluster, w.cluster));
    push(a.cluster);
    push(b.cluster);
    push(mix(w.coarse, mix(last, b.coarse)));
    push(mix(w.suffix[1], mix(a.coarse, b.coarse)));
}
