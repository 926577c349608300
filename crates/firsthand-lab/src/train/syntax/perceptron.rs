//! An averaged perceptron over hashed features, in whole numbers.

use firsthand_text::language::weights::pack;
use std::collections::{BTreeMap, HashMap};
use std::hash::{BuildHasherDefault, Hasher};

/// Weights while they are learnt.
pub(super) struct Perceptron {
    classes: usize,
    index: HashMap<u64, u32, BuildHasherDefault<Key>>,
    /// One weight for every row and class: scoring reads whole rows.
    weights: Vec<i16>,
    rows: Vec<Row>,
    steps: i64,
}

/// How often features are seen.
#[derive(Default)]
pub(super) struct Seen(HashMap<u64, u32, BuildHasherDefault<Key>>);

impl Seen {
    /// Counts the features of one decision.
    pub(super) fn count(&mut self, keys: &[u64]) {
        for &key in keys {
            *self.0.entry(key).or_insert(0) += 1;
        }
    }
}

/// What only averaging needs to know of a feature.
#[derive(Default)]
struct Row {
    /// For each class that was changed, the sum of each change times the step it was made at.
    moments: Vec<(u8, i64)>,
}

impl Perceptron {
    /// A perceptron of that many classes for the features that were seen at least `least` times: what is rarer would
    /// be learnt by heart.
    pub(super) fn new(classes: usize, seen: &Seen, least: u32) -> Perceptron {
        let mut index = HashMap::default();
        for (&key, &count) in &seen.0 {
            if count >= least {
                index.insert(key, index.len() as u32);
            }
        }
        let weights = vec![0; index.len() * classes];
        let rows = std::iter::repeat_with(Row::default).take(index.len()).collect();
        Perceptron { classes, index, weights, rows, steps: 0 }
    }

    /// Sets the scores of all classes.
    pub(super) fn score(&self, keys: &[u64], scores: &mut [i32]) {
        scores.fill(0);
        for key in keys {
            let Some(&row) = self.index.get(key) else { continue };
            let from = row as usize * self.classes;
            for (score, &weight) in scores.iter_mut().zip(&self.weights[from..from + self.classes]) {
                *score += i32::from(weight);
            }
        }
    }

    /// One decision has passed.
    pub(super) fn tick(&mut self) {
        self.steps += 1;
    }

    /// Moves weights from the wrong class to the right one.
    pub(super) fn learn(&mut self, keys: &[u64], right: usize, wrong: usize) {
        for key in keys {
            let Some(&row) = self.index.get(key) else { continue };
            let row = row as usize;
            self.weights[row * self.classes + right] += 1;
            self.weights[row * self.classes + wrong] -= 1;
            let row = &mut self.rows[row];
            row.change(right as u8, self.steps);
            row.change(wrong as u8, -self.steps);
        }
    }

    /// The averaged weights of a feature, by class.
    fn means(&self, at: u32) -> impl Iterator<Item = (u8, f64)> + '_ {
        self.rows[at as usize].moments.iter().map(move |&(class, moment)| {
            let weight = self.weights[at as usize * self.classes + usize::from(class)];
            (class, f64::from(weight) - moment as f64 / self.steps.max(1) as f64)
        })
    }
}

/// The mean of the averaged weights of perceptrons for the same features (bagging, Breiman 1996), in 8 bits. Features with no
/// weight of at least `keep` are left out, of the others weights below `cut`. A weight of one adds `scale` to a score.
pub(super) fn rows(models: &[Perceptron], keep: f64, cut: f64, scale: f64) -> BTreeMap<u64, Vec<(u8, i8)>> {
    let mut out = BTreeMap::new();
    let Some(first) = models.first() else { return out };
    let share = 1.0 / models.len() as f64;
    for key in first.index.keys() {
        let mut means: BTreeMap<u8, f64> = BTreeMap::new();
        for model in models {
            for (class, mean) in model.index.get(key).into_iter().flat_map(|at| model.means(*at)) {
                *means.entry(class).or_default() += mean * share;
            }
        }
        if means.values().all(|m| m.abs() < keep) {
            continue;
        }
        let kept: Vec<(u8, i8)> = means
            .into_iter()
            .filter(|m| m.1.abs() >= cut)
            .map(|(class, mean)| (class, pack(mean * scale)))
            .filter(|m| m.1 != 0)
            .collect();
        if !kept.is_empty() {
            out.insert(*key, kept);
        }
    }
    out
}

impl Row {
    fn change(&mut self, class: u8, by: i64) {
        match self.moments.iter_mut().find(|m| m.0 == class) {
            Some(moment) => moment.1 += by,
            None => self.moments.push((class, by)),
        }
    }
}

/// Keys are mixed already.
#[derive(Default)]
pub(super) struct Key(u64);

impl Hasher for Key {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        for &b in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(b);
        }
    }
    fn write_u64(&mut self, key: u64) {
        self.0 = key;
    }
}
