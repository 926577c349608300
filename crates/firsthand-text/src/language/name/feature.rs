//! The features of a word in its sentence and its document, as hashes.

use super::case::Mode;
use super::hash::{self, mix};
use super::word::Word;
use rustc_hash::{FxHashMap, FxHashSet};

/// At most this many other mentions of a word are looked at.
const MENTIONS: usize = 3;

/// A document as the features see it.
#[derive(Debug, Default)]
pub struct Document {
    /// Words by sentence.
    pub sentences: Vec<Vec<Word>>,
    /// How each sentence uses capitals.
    pub modes: Vec<Mode>,
    /// Words that stand in lower case.
    lower: FxHashSet<u64>,
    /// Where capitalised words stand that do not begin a sentence.
    mentions: FxHashMap<u64, Vec<(usize, usize)>>,
}

impl Document {
    /// Gathers what is asked of the whole document.
    pub fn new(sentences: Vec<Vec<Word>>, modes: Vec<Mode>) -> Document {
        let mut out = Document { sentences, modes, ..Document::default() };
        for (s, sentence) in out.sentences.iter().enumerate() {
            let plain = out.modes.get(s) == Some(&Mode::Plain);
            for (i, word) in sentence.iter().enumerate().filter(|(_, w)| w.letter && plain) {
                if !word.capital {
                    out.lower.insert(word.lower);
                } else if !first(sentence, i) {
                    let places = out.mentions.entry(word.lower).or_default();
                    if places.len() <= MENTIONS {
                        places.push((s, i));
                    }
                }
            }
        }
        out
    }
}

/// Whether nothing but marks stands before the word.
fn first(sentence: &[Word], i: usize) -> bool {
    sentence.iter().take(i).all(|w| !w.letter && w.gazetteers == 0)
}

/// Coarse and fine cluster of a word.
fn cluster(word: &Word) -> (u64, u64) {
    (if word.cluster == 0 { 0 } else { (word.cluster - 1) / 16 + 1 }, word.cluster)
}

/// Writes the features of one word into `out`.
pub fn features(document: &Document, s: usize, i: usize, out: &mut Vec<u64>) {
    out.clear();
    let sentence = &document.sentences[s];
    let word = &sentence[i];
    let mode = document.modes.get(s).copied().unwrap_or(Mode::Plain);
    let mut add = |template: u64, value: u64| out.push(mix(template, value));
    let edge = Word::default();
    let at = |offset: isize| i.checked_add_signed(offset).and_then(|j| sentence.get(j)).unwrap_or(&edge);
    let (before2, before, after, after2) = (at(-2), at(-1), at(1), at(2));
    let first = first(sentence, i);
    let shape = word.shape;
    let gaz = u64::from(word.gazetteers);
    let both = |a: u64, b: u64| mix(a.rotate_left(17), b);

    add(1, 0);
    add(2, word.lower);
    add(3, word.exact);
    add(4, shape);
    add(5, before.lower);
    add(6, before2.lower);
    add(7, after.lower);
    add(8, after2.lower);
    add(9, both(before.shape, shape));
    add(10, both(after.shape, shape));
    add(11, both(before.shape, both(shape, after.shape)));
    add(12, both(before.lower, word.lower));
    add(13, both(word.lower, after.lower));
    add(14, both(before.lower, shape));
    add(15, both(after.lower, shape));
    add(16, both(before2.lower, both(before.lower, shape)));
    add(17, both(after.lower, both(after2.lower, shape)));
    add(18, both(u64::from(first), shape));
    if word.part != 0 {
        add(19, word.part);
    }
    if mode != Mode::Plain {
        add(20, both(mode as u64, shape));
    }
    if word.letter {
        for k in 0..3 {
            if word.suffixes[k] != 0 {
                add(21 + k as u64, both(word.prefixes[k], u64::from(word.capital)));
                add(24 + k as u64, both(word.suffixes[k], u64::from(word.capital)));
            }
        }
    }
    let (coarse, fine) = cluster(word);
    let capital = u64::from(word.capital);
    add(30, both(coarse, capital));
    add(31, both(fine, capital));
    for (template, neighbour) in [(32, before), (34, after), (36, before2), (38, after2)] {
        let (coarse, fine) = cluster(neighbour);
        add(template, both(coarse, both(u64::from(neighbour.capital), capital)));
        add(template + 1, both(fine, capital));
    }
    let close = |w: &Word| both(cluster(w).0, u64::from(w.capital));
    add(40, both(close(before), close(word)));
    add(41, both(close(after), close(word)));
    add(42, both(close(before), both(close(word), close(after))));

    add(50, gaz);
    add(51, both(gaz, both(u64::from(first), shape)));
    for bit in 0..10 {
        if gaz >> bit & 1 == 1 {
            add(52, both(bit, capital));
        }
    }
    add(53, both(u64::from(before.gazetteers), both(gaz, capital)));
    add(54, both(u64::from(after.gazetteers), both(gaz, capital)));
    add(55, both(u64::from(before.gazetteers), both(gaz, u64::from(after.gazetteers))));

    let sorts = u64::from(word.sorts) << 1 | capital;
    add(60, sorts);
    add(61, both(u64::from(before.sorts) << 1 | u64::from(before.capital), both(sorts, shape)));
    add(62, both(u64::from(after.sorts) << 1 | u64::from(after.capital), both(sorts, shape)));
    if word.capital {
        run(sentence, i, &mut add);
        mentions(document, s, i, first, &mut add);
    }
}

/// The run of capitalised words the word stands in: where it stands, what ends the run and what is around it.
fn run(sentence: &[Word], i: usize, add: &mut impl FnMut(u64, u64)) {
    let joins = |w: &Word| w.capital || (w.shape != 0 && is_link(w.lower));
    let mut start = i;
    while start > 0 && joins(&sentence[start - 1]) && i - start < 8 {
        start -= 1;
    }
    while start < i && !sentence[start].capital {
        start += 1;
    }
    let mut end = i + 1;
    while end < sentence.len() && joins(&sentence[end]) && end - i < 8 {
        end += 1;
    }
    while end > i + 1 && !sentence[end - 1].capital {
        end -= 1;
    }
    let last = &sentence[end - 1];
    let position = (i - start).min(3) as u64 * 4 + (end - 1 - i).min(3) as u64;
    add(70, position);
    add(71, mix(last.lower, position.min(1)));
    add(72, mix(u64::from(last.sorts), position));
    add(73, mix(u64::from(last.gazetteers), u64::from(sentence[start].gazetteers)));
    add(74, mix(cluster(last).0, cluster(&sentence[start]).0));
    add(77, sentence[start..end].iter().fold(0, |bits, w| bits | u64::from(w.sorts)));
    let none = Word::default();
    let before = start.checked_sub(1).map_or(&none, |j| &sentence[j]);
    let after = sentence.get(end).unwrap_or(&none);
    add(75, before.lower);
    add(76, after.lower);
    add(78, cluster(before).1);
    add(79, cluster(after).1);
    add(80, mix(u64::from(before.sorts), (end - start).min(4) as u64));
}

/// Small words within names: Bank of England, Ludwig van Beethoven.
fn is_link(lower: u64) -> bool {
    static LINKS: std::sync::OnceLock<Vec<u64>> = std::sync::OnceLock::new();
    let words = ["of", "de", "la", "del", "der", "van", "von", "da", "di", "al", "el", "bin", "ibn", "&"];
    LINKS.get_or_init(|| words.iter().map(|w| hash::of(w.as_bytes())).collect()).contains(&lower)
}

/// What stands around the same word elsewhere in the document.
fn mentions(document: &Document, s: usize, i: usize, first: bool, add: &mut impl FnMut(u64, u64)) {
    let word = &document.sentences[s][i];
    let lower = document.lower.contains(&word.lower);
    let others = document.mentions.get(&word.lower).map_or(&[][..], Vec::as_slice);
    let others = others.iter().filter(|place| **place != (s, i)).take(MENTIONS);
    let mut count = 0;
    let none = Word::default();
    for (t, j) in others {
        count += 1;
        let Some(sentence) = document.sentences.get(*t) else { continue };
        let before = j.checked_sub(1).and_then(|j| sentence.get(j)).unwrap_or(&none);
        let after = sentence.get(j + 1).unwrap_or(&none);
        for (template, neighbour) in [(91, before), (96, after)] {
            add(template, neighbour.lower);
            add(template + 1, u64::from(neighbour.capital));
            add(template + 2, cluster(neighbour).1);
            add(template + 3, u64::from(neighbour.gazetteers));
            add(template + 4, u64::from(neighbour.sorts) << 1 | u64::from(neighbour.capital));
        }
    }
    add(90, u64::from(lower) << 8 | u64::from(first) << 4 | (count > 0) as u64);
}
