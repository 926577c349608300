//! Softmax regression over hashed features (AdaGrad, Duchi et al. 2011), the mean of a few, in 8 bits.

use crate::train::dice::Dice;
use firsthand_core::statement::event::root::SCALE;
use firsthand_text::language::weights::{Weights, pack};
use rayon::prelude::*;
use std::collections::{BTreeMap, HashMap};

/// What is learnt from: the features of a pair, its class, and how much it counts.
#[derive(Debug, Clone, Default)]
pub(super) struct Lesson {
    pub(super) keys: Vec<u64>,
    pub(super) class: usize,
    pub(super) weight: f32,
}

/// How it is learnt.
#[derive(Debug, Clone, Copy)]
pub(super) struct Course {
    /// Rounds over the lessons.
    pub(super) rounds: usize,
    /// Step of AdaGrad.
    pub(super) step: f32,
    /// Pull of every weight towards nought, for each lesson.
    pub(super) pull: f32,
    /// Share of the features left out at every step, in hundredths (dropout, Srivastava et al. 2014).
    pub(super) drop: u64,
    /// A feature is kept if this many lessons have it.
    pub(super) least: u32,
    /// Models that are learnt in different orders and averaged.
    pub(super) models: u64,
}

/// The table of weights for these classes.
pub(super) fn learn(lessons: &[Lesson], labels: &[String], course: &Course) -> Vec<u8> {
    let mut counts: HashMap<u64, u32> = HashMap::new();
    lessons.iter().flat_map(|l| &l.keys).for_each(|k| *counts.entry(*k).or_default() += 1);
    let mut keys: Vec<u64> = counts.into_iter().filter(|(_, n)| *n >= course.least).map(|(k, _)| k).collect();
    keys.sort_unstable();
    let find = |l: &Lesson| -> Vec<u32> {
        l.keys.iter().filter_map(|k| keys.binary_search(k).ok().map(|at| at as u32)).collect()
    };
    let rows: Vec<Vec<u32>> = lessons.iter().map(find).collect();
    let models: Vec<Vec<f32>> = (1..=course.models)
        .into_par_iter()
        .map(|seed| one(lessons, &rows, (keys.len(), labels.len()), course, seed))
        .collect();
    let share = 1.0 / models.len().max(1) as f64;
    let mut out: BTreeMap<u64, Vec<(u8, i8)>> = BTreeMap::new();
    for (at, key) in keys.iter().enumerate() {
        let mean = |class: usize| {
            models.iter().map(|m| f64::from(m[at * labels.len() + class])).sum::<f64>() * share * SCALE
        };
        let row: Vec<(u8, i8)> = (0..labels.len())
            .map(|class| (class as u8, pack(mean(class))))
            .filter(|(_, w)| *w != 0)
            .collect();
        if !row.is_empty() {
            out.insert(*key, row);
        }
    }
    Weights::write(labels, &out)
}

/// The weights of one model, averaged over the second half of its rounds.
fn one(
    lessons: &[Lesson],
    rows: &[Vec<u32>],
    (width, classes): (usize, usize),
    course: &Course,
    seed: u64,
) -> Vec<f32> {
    let mut weights = vec![0f32; width * classes];
    let mut squares = vec![1e-3f32; width * classes];
    let mut order: Vec<usize> = (0..lessons.len()).collect();
    let mut dice = Dice(0x2545_f491_4f6c_dd1d ^ (seed << 17));
    for _ in 0..course.rounds {
        dice.shuffle(&mut order);
        for &at in &order {
            let kept: Vec<usize> = rows[at]
                .iter()
                .filter(|_| dice.roll(100) >= course.drop)
                .map(|k| *k as usize * classes)
                .collect();
            // Long sentences have more features: each lesson weighs alike.
            let unit = 1.0 / (kept.len().max(1) as f32).sqrt();
            let mut scores: Vec<f32> =
                (0..classes).map(|c| unit * kept.iter().map(|k| weights[k + c]).sum::<f32>()).collect();
            let top = scores.iter().copied().fold(f32::MIN, f32::max);
            scores.iter_mut().for_each(|s| *s = (*s - top).exp());
            let sum: f32 = scores.iter().sum();
            for (c, score) in scores.iter().enumerate() {
                let right = if c == lessons[at].class { 1.0 } else { 0.0 };
                let slope = (score / sum - right) * unit * lessons[at].weight;
                for k in &kept {
                    let w = k + c;
                    let g = slope + course.pull * weights[w];
                    squares[w] += g * g;
                    weights[w] -= course.step * g / squares[w].sqrt();
                }
            }
        }
    }
    weights
}
