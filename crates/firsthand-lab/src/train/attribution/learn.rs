//! Averaged perceptrons (Collins 2002) for both steps, with a margin, the mean of a few, in 8 bits.

use super::lesson::Lesson;
use crate::train::dice::Dice;
use firsthand_core::statement::voice::extent::{LABELS, decode, pair};
use firsthand_text::language::weights::{Weights, pack};
use rayon::prelude::*;
use std::collections::{BTreeMap, HashMap};

/// Rounds over the lessons.
const ROUNDS: usize = 8;
/// A feature is kept if it is seen this often.
const LEAST: u32 = 2;
/// Models that are trained apart and averaged (bagging, Breiman 1996).
const MODELS: u64 = 4;
/// What a weight of one adds to a score.
const SCALE: f64 = 160.0;
/// Weights smaller than this are not written.
const PRUNE: f64 = 0.2;
/// By how much the right answer must win while learning.
const MARGIN: f32 = 1.0;
/// Share of the features left out at every step, so that none is relied on alone (dropout, Srivastava et al. 2014).
const DROP: u64 = 50;
/// An attribution missed costs as much as this many found where none is.
const MISSED: f32 = 1.6;

/// Features of one class or more, with averaged weights.
struct Table<const N: usize> {
    weights: Vec<[f32; N]>,
    sums: Vec<[f32; N]>,
    clock: f32,
}

impl<const N: usize> Table<N> {
    fn new(rows: usize) -> Table<N> {
        Table { weights: vec![[0.0; N]; rows], sums: vec![[0.0; N]; rows], clock: 1.0 }
    }
    fn change(&mut self, row: u32, class: usize, by: f32) {
        self.weights[row as usize][class] += by;
        self.sums[row as usize][class] += by * self.clock;
    }
    fn average(mut self) -> Vec<[f32; N]> {
        for (row, sums) in self.weights.iter_mut().zip(&self.sums) {
            row.iter_mut().zip(sums).for_each(|(w, s)| *w -= s / self.clock);
        }
        self.weights
    }
}

/// Rows of the features that are seen often enough.
struct Rows {
    keys: Vec<u64>,
    row: HashMap<u64, u32>,
}

impl Rows {
    fn of<'a>(features: impl Iterator<Item = &'a u64>) -> Rows {
        let mut counts: HashMap<u64, u32> = HashMap::new();
        features.for_each(|f| *counts.entry(*f).or_default() += 1);
        let mut keys: Vec<u64> = counts.into_iter().filter(|(_, n)| *n >= LEAST).map(|(k, _)| k).collect();
        keys.sort_unstable();
        let row = keys.iter().enumerate().map(|(at, k)| (*k, at as u32)).collect();
        Rows { keys, row }
    }
    fn find(&self, keys: &[u64]) -> Vec<u32> {
        keys.iter().filter_map(|k| self.row.get(k).copied()).collect()
    }
    fn write<const N: usize>(&self, models: Vec<Vec<[f32; N]>>) -> Vec<u8> {
        let share = 1.0 / models.len().max(1) as f64;
        let mut rows: BTreeMap<u64, Vec<(u8, i8)>> = BTreeMap::new();
        for (at, key) in self.keys.iter().enumerate() {
            let mean = |class: usize| models.iter().map(|m| f64::from(m[at][class])).sum::<f64>() * share;
            let row: Vec<(u8, i8)> = (0..N)
                .map(|class| (class as u8, mean(class)))
                .filter(|(_, w)| w.abs() >= PRUNE)
                .map(|(class, w)| (class, pack(w * SCALE)))
                .filter(|(_, w)| *w != 0)
                .collect();
            if !row.is_empty() {
                rows.insert(*key, row);
            }
        }
        let labels: Vec<String> = (0..N).map(|n| n.to_string()).collect();
        eprintln!("{} features, {} kept", self.keys.len(), rows.len());
        Weights::write(&labels, &rows)
    }
}

/// Features without those left out this time.
fn thin(dice: &mut Dice, keys: &[u32]) -> Vec<u32> {
    keys.iter().copied().filter(|_| dice.roll(100) >= DROP).collect()
}

/// The table of the first step.
pub(super) fn cues(lessons: &[Lesson]) -> Vec<u8> {
    let rows = Rows::of(lessons.iter().flat_map(|l| &l.cues).flat_map(|(keys, _)| keys));
    let all: Vec<(Vec<u32>, bool)> =
        lessons.iter().flat_map(|l| &l.cues).map(|(keys, yes)| (rows.find(keys), *yes)).collect();
    let one = |seed: u64| {
        let mut table: Table<1> = Table::new(rows.keys.len());
        let mut order: Vec<usize> = (0..all.len()).collect();
        let mut dice = Dice(0x2545_f491_4f6c_dd1d ^ seed);
        for _ in 0..ROUNDS {
            dice.shuffle(&mut order);
            for &at in &order {
                let (keys, yes) = &all[at];
                let keys = thin(&mut dice, keys);
                let score: f32 = keys.iter().map(|k| table.weights[*k as usize][0]).sum();
                if *yes && score < MARGIN {
                    keys.iter().for_each(|k| table.change(*k, 0, MISSED));
                } else if !*yes && score > -MARGIN {
                    keys.iter().for_each(|k| table.change(*k, 0, -1.0));
                }
                table.clock += 1.0;
            }
        }
        table.average()
    };
    let models: Vec<_> = (1..=MODELS).into_par_iter().map(one).collect();
    rows.write(models)
}

/// The table of the second step.
pub(super) fn extents(lessons: &[Lesson]) -> Vec<u8> {
    let each = || lessons.iter().flat_map(|l| &l.extents);
    let pairs: Vec<u64> = each()
        .flat_map(|e| e.steps.iter().flat_map(|&s| (0..LABELS).flat_map(move |b| pair(s, b))))
        .collect();
    let rows = Rows::of(each().flat_map(|e| &e.keys).flatten().chain(&pairs));
    struct Known {
        keys: Vec<Vec<u32>>,
        pairs: Vec<[Vec<u32>; LABELS]>,
        labels: Vec<u8>,
    }
    let all: Vec<Known> = each()
        .map(|e| Known {
            keys: e.keys.iter().map(|k| rows.find(k)).collect(),
            pairs: e.steps.iter().map(|&s| std::array::from_fn(|b| rows.find(&pair(s, b)))).collect(),
            labels: e.labels.clone(),
        })
        .collect();
    let one = |seed: u64| {
        let mut table: Table<LABELS> = Table::new(rows.keys.len());
        let mut order: Vec<usize> = (0..all.len()).collect();
        let mut dice = Dice(0x2545_f491_4f6c_dd1d ^ seed);
        for _ in 0..ROUNDS {
            dice.shuffle(&mut order);
            for &at in &order {
                let known = &all[at];
                let thinned: Vec<Vec<u32>> = known.keys.iter().map(|k| thin(&mut dice, k)).collect();
                let sum = |keys: &[u32], class: usize| -> f32 {
                    keys.iter().map(|k| table.weights[*k as usize][class]).sum()
                };
                // Scores in whole thousandths, so that the very decoder of the program is used.
                let whole = |score: f32| (score * 1000.0) as i32;
                let scores: Vec<[i32; LABELS]> = thinned
                    .iter()
                    .zip(&known.labels)
                    .map(|(keys, gold)| {
                        std::array::from_fn(|class| {
                            let margin = if class == usize::from(*gold) { 0.0 } else { MARGIN };
                            whole(sum(keys, class) + margin)
                        })
                    })
                    .collect();
                let follows =
                    |at: usize, before: usize, now: usize| whole(sum(&known.pairs[at][before], now));
                let said = decode(&scores, follows);
                let mut changes: Vec<(u32, usize, f32)> = Vec::new();
                for (t, (&gold, &said_here)) in known.labels.iter().zip(&said).enumerate() {
                    let (right, wrong) = (usize::from(gold), usize::from(said_here));
                    if right != wrong {
                        for k in &thinned[t] {
                            changes.extend([(*k, right, 1.0), (*k, wrong, -1.0)]);
                        }
                    }
                    if t == 0 {
                        continue;
                    }
                    let (gold_before, said_before) = (known.labels[t - 1], said[t - 1]);
                    if (gold_before, gold) != (said_before, said_here) {
                        let before = |b: u8| &known.pairs[t][usize::from(b)];
                        changes.extend(before(gold_before).iter().map(|k| (*k, right, 1.0)));
                        changes.extend(before(said_before).iter().map(|k| (*k, wrong, -1.0)));
                    }
                }
                changes.into_iter().for_each(|(k, class, by)| table.change(k, class, by));
                table.clock += 1.0;
            }
        }
        table.average()
    };
    let models: Vec<_> = (1..=MODELS).into_par_iter().map(one).collect();
    rows.write(models)
}
