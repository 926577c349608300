//! The numbers of words: a row for everything that is known of them, and the vectors of words made short.

use super::adam::{Numbers, add};
use crate::train::dice::Dice;
use crate::train::lexicon::vectors::Vectors;
use firsthand_text::language::parse::table::Table;
use firsthand_text::language::parse::word::{self, KINDS};
use firsthand_text::language::weights::hash;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What is seen less often has no row.
const LEAST: u32 = 3;
/// No row.
pub(super) const NONE: u32 = u32::MAX;

/// The rows of a word.
#[derive(Clone, Copy)]
pub(super) struct Rows {
    pub(super) known: [u32; KINDS],
    pub(super) vector: u32,
}

pub(super) struct Dictionary {
    width: usize,
    /// Keys with rows, by row, and how often each was seen.
    keys: Vec<(u64, u32)>,
    index: HashMap<u64, u32>,
    rows: Numbers,
    /// Rows of vectors by the keys of words.
    vector_of: BTreeMap<u64, u32>,
    /// Vectors, all of length 1.
    vectors: Vec<f32>,
    wide: usize,
    /// From vectors to `width` numbers.
    short: Numbers,
}

impl Dictionary {
    pub(super) fn new(
        keys: &[Vec<[u64; KINDS]>],
        vectors: &Vectors,
        width: usize,
        dice: &mut Dice,
    ) -> Dictionary {
        let mut counts: BTreeMap<u64, u32> = BTreeMap::new();
        for &key in keys.iter().flatten().flatten().filter(|k| **k != 0) {
            *counts.entry(key).or_default() += 1;
        }
        let keys: Vec<(u64, u32)> = counts.into_iter().filter(|c| c.1 >= LEAST).collect();
        let index = keys.iter().enumerate().map(|(i, k)| (k.0, i as u32)).collect();
        let wide = vectors.rows.first().map_or(0, Vec::len);
        let unit = |row: &Vec<f32>| {
            let length = row.iter().map(|x| x * x).sum::<f32>().sqrt().max(1e-6);
            row.iter().map(|x| x / length).collect::<Vec<f32>>()
        };
        let mut random = |count: usize, size: f32| (0..count).map(|_| dice.normal() * size).collect();
        Dictionary {
            width,
            rows: Numbers::new(random(keys.len() * width, 0.25)),
            short: Numbers::new(random(wide * width, 0.4)),
            keys,
            index,
            vector_of: vectors
                .words
                .iter()
                .map(|(w, &row)| (word::word(hash(w.bytes())), row as u32))
                .collect(),
            vectors: vectors.rows.iter().flat_map(unit).collect(),
            wide,
        }
    }

    /// How often the key of a row was seen.
    pub(super) fn count(&self, row: u32) -> u32 {
        self.keys[row as usize].1
    }

    pub(super) fn rows(&self, keys: &[[u64; KINDS]]) -> Vec<Rows> {
        let row = |key: &u64| self.index.get(key).copied().unwrap_or(NONE);
        let vector = |key: &u64| self.vector_of.get(key).copied().unwrap_or(NONE);
        keys.iter().map(|k| Rows { known: k.each_ref().map(row), vector: vector(&k[word::WORD]) }).collect()
    }

    /// The vectors of words, nothing where there is none.
    fn vectors(&self, words: &[Rows]) -> Vec<f32> {
        let mut out = vec![0.0; words.len() * self.wide];
        for (to, word) in out.chunks_exact_mut(self.wide).zip(words).filter(|w| w.1.vector != NONE) {
            to.copy_from_slice(&self.vectors[word.vector as usize * self.wide..][..self.wide]);
        }
        out
    }

    /// The numbers that stand for words.
    pub(super) fn numbers(&self, words: &[Rows]) -> Vec<f32> {
        let mut out = self.short.product(&self.vectors(words), self.wide, 0, self.width, None);
        for (to, word) in out.chunks_exact_mut(self.width).zip(words) {
            for &row in word.known.iter().filter(|r| **r != NONE) {
                add(to, self.rows.part(row as usize * self.width, self.width));
            }
        }
        out
    }

    /// Adds the gradients of those numbers.
    pub(super) fn learn(&mut self, words: &[Rows], slopes: &[f32]) {
        for (from, word) in slopes.chunks_exact(self.width).zip(words) {
            for &row in word.known.iter().filter(|r| **r != NONE) {
                add(&mut self.rows.slope[row as usize * self.width..][..self.width], from);
            }
        }
        let vectors = self.vectors(words);
        self.short.back_to_matrix(&vectors, self.wide, 0, slopes);
    }

    /// A step for the rows that were seen.
    pub(super) fn step(&mut self, seen: BTreeSet<u32>, rate: f32) {
        for row in seen {
            let at = row as usize * self.width;
            self.rows.step(at..at + self.width, rate);
        }
        self.short.step(0..self.wide * self.width, rate);
    }

    /// The table the parser reads: the row of a word and its vector in one.
    pub(super) fn table(&self) -> Vec<u8> {
        let mut rows: Vec<Vec<f32>> = self.rows.now.chunks_exact(self.width).map(<[f32]>::to_vec).collect();
        let shorts = self.short.product(&self.vectors, self.wide, 0, self.width, None);
        let shorts: Vec<&[f32]> = shorts.chunks_exact(self.width).collect();
        let first = rows.len();
        let mut keys: Vec<(u64, u16)> = self.keys.iter().enumerate().map(|(i, k)| (k.0, i as u16)).collect();
        for (key, &vector) in &self.vector_of {
            match self.index.get(key) {
                Some(&row) => add(&mut rows[row as usize], shorts[vector as usize]),
                None => keys.push((*key, (first + vector as usize) as u16)),
            }
        }
        rows.extend(shorts.iter().map(|s| s.to_vec()));
        Table::write(&keys, &rows)
    }
}
