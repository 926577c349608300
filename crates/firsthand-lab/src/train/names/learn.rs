//! The averaged structured perceptron (Collins 2002) with a margin, pruned and written with weights of eight bits.

use super::corpus::Text;
use crate::train::dice::Dice;
use firsthand_text::language::NameKind;
use firsthand_text::language::name::decode::{Ends, Transitions, decode};
use firsthand_text::language::name::label::{self, LABELS};
use firsthand_text::language::name::weights::{Weight, write};
use firsthand_text::language::name::{feature, hash, prepare};
use rayon::prelude::*;
use std::collections::HashMap;

/// Rounds over the lessons.
const ROUNDS: usize = 6;
/// A feature is kept if it is seen this often.
const LEAST: u32 = 2;
/// What a wrong label must lose by.
const MARGIN: f32 = 1.0;
/// Share of the features left out at every step.
const DROP: f32 = 0.4;
/// Weights smaller than this are not written.
const PRUNE: f32 = 0.6;

/// One sentence: for each word the rows of its features, and its label.
struct Lesson {
    features: Vec<Vec<u32>>,
    labels: Vec<u8>,
    /// See [`Text::coarse`].
    coarse: bool,
}

/// Whether the label is right where `gold` is marked: in a coarse set a place may be a facility, and what is unmarked an
/// event, a work or a product.
fn fits(coarse: bool, gold: u8, label: u8) -> bool {
    if gold == label {
        return true;
    }
    let place = |k: usize| label::KINDS[k] == NameKind::Place;
    let facility = |k: usize| label::KINDS[k] == NameKind::Facility;
    match (label::kind(gold), label::kind(label)) {
        (Some(a), Some(b)) => coarse && place(a) && facility(b) && (gold - 1) % 4 == (label - 1) % 4,
        (None, Some(b)) => coarse && b > 3,
        _ => false,
    }
}

/// Models that are trained apart, each in another order and leaving out other features, and then averaged (bagging, Breiman 1996).
const MODELS: u64 = 4;

/// Trains on the texts and returns the table of weights: those of the features, and for texts that stand apart those that
/// hold among such texts only, added up (Daumé 2007).
/// Only the first `kinds` of [`label::KINDS`] are told apart.
pub(super) fn learn(texts: &[Text], kinds: usize) -> Vec<u8> {
    let (lessons, hashes) = lessons(texts, LEAST);
    println!("{} sentences, {} features", lessons.len(), hashes.len());
    let seeds: Vec<u64> = (1..=MODELS).collect();
    let models: Vec<Model> = seeds.par_iter().map(|seed| one(&lessons, hashes.len(), kinds, *seed)).collect();
    let mut model = Model::mean(models);
    model.fold(&hashes);
    model.table(&hashes)
}

fn one(lessons: &[Lesson], rows: usize, kinds: usize, seed: u64) -> Model {
    let mut model = Model::new(rows, kinds);
    let mut order: Vec<usize> = (0..lessons.len()).collect();
    let mut dice = Dice(88_172_645_463_325_252_u64.wrapping_mul(2 * seed + 1));
    for round in 0..ROUNDS {
        for at in (1..order.len()).rev() {
            order.swap(at, dice.below(at + 1));
        }
        let mistakes: usize = order.iter().map(|l| model.step(&thinned(&lessons[*l], &mut dice))).sum();
        println!("model {seed}, round {}: {mistakes} words wrong", round + 1);
    }
    model.average();
    model
}

/// The feature as it holds among texts that stand apart.
fn apart(feature: u64) -> u64 {
    hash::mix(feature, 0x6170_6172_7400)
}

/// A sentence before its features have rows: their hashes by word, the labels, and whether these are coarse.
type Raw = (Vec<Vec<u64>>, Vec<u8>, bool);

/// The lesson without some of its features, so that none is relied on alone (dropout, Srivastava et al. 2014).
fn thinned(lesson: &Lesson, dice: &mut Dice) -> Lesson {
    let limit = (DROP * 1000.0) as usize;
    let mut keep = |_: &&u32| dice.below(1000) >= limit;
    let features = lesson.features.iter().map(|r| r.iter().filter(&mut keep).copied().collect()).collect();
    Lesson { features, labels: lesson.labels.clone(), coarse: lesson.coarse }
}

fn lessons(texts: &[Text], least: u32) -> (Vec<Lesson>, Vec<u64>) {
    let raw: Vec<Vec<Raw>> = texts
        .par_iter()
        .map(|text| {
            let words: Vec<Vec<&str>> =
                text.sentences.iter().map(|s| s.words.iter().map(String::as_str).collect()).collect();
            let document = prepare(&words);
            let mut buffer = Vec::new();
            let mut one = |s: usize| {
                let mut rows = Vec::new();
                for i in 0..words[s].len() {
                    feature::features(&document, s, i, &mut buffer);
                    if text.apart {
                        buffer.extend_from_within(..);
                        let half = buffer.len() / 2;
                        buffer[half..].iter_mut().for_each(|f| *f = apart(*f));
                    }
                    rows.push(buffer.clone());
                }
                (rows, label::write(words[s].len(), &text.sentences[s].names), text.coarse)
            };
            (0..words.len()).map(&mut one).collect()
        })
        .collect();
    let mut counts: HashMap<u64, u32> = HashMap::new();
    for feature in raw.iter().flatten().flat_map(|(rows, ..)| rows).flatten() {
        *counts.entry(*feature).or_default() += 1;
    }
    let mut hashes: Vec<u64> = counts.into_iter().filter(|(_, n)| *n >= least).map(|(h, _)| h).collect();
    hashes.sort_unstable();
    let row: HashMap<u64, u32> = hashes.iter().enumerate().map(|(at, h)| (*h, at as u32)).collect();
    let lessons = raw
        .into_iter()
        .flatten()
        .filter(|(rows, ..)| !rows.is_empty())
        .map(|(rows, labels, coarse)| Lesson {
            features: rows.iter().map(|r| r.iter().filter_map(|h| row.get(h).copied()).collect()).collect(),
            labels,
            coarse,
        })
        .collect();
    (lessons, hashes)
}

type Row = [f32; LABELS];

/// What a label that is not told apart costs.
const NEVER: f32 = -1e6;

struct Model {
    weights: Vec<Row>,
    sums: Vec<Row>,
    transitions: Transitions,
    transition_sums: Transitions,
    clock: f32,
    /// Labels in use.
    labels: usize,
}

impl Model {
    /// One that knows nothing but that labels of further kinds stand nowhere.
    fn new(rows: usize, kinds: usize) -> Model {
        let zero = [[0.0; LABELS]; LABELS];
        let closed = |label: usize| label > 4 * kinds;
        let transitions = std::array::from_fn(|a| {
            std::array::from_fn(|b| if closed(a) || closed(b) { NEVER } else { 0.0 })
        });
        Model {
            weights: vec![[0.0; LABELS]; rows],
            sums: vec![[0.0; LABELS]; rows],
            transitions,
            transition_sums: zero,
            clock: 1.0,
            labels: 1 + 4 * kinds,
        }
    }

    /// Learns from one sentence; returns how many words were wrong. Where the marks leave a choice, a guess that may be
    /// right teaches nothing.
    fn step(&mut self, lesson: &Lesson) -> usize {
        let fits = |at: usize, label: usize| fits(lesson.coarse, lesson.labels[at], label as u8);
        let scores: Vec<Row> = lesson
            .features
            .iter()
            .enumerate()
            .map(|(at, features)| {
                let mut scores: Row = std::array::from_fn(|l| if fits(at, l) { 0.0 } else { MARGIN });
                for feature in features {
                    let row = &self.weights[*feature as usize];
                    scores.iter_mut().zip(row).for_each(|(s, w)| *s += w);
                }
                scores[self.labels..].fill(NEVER);
                scores
            })
            .collect();
        let guess = decode(&scores, &self.transitions, Ends::default());
        // Where the guess may be right the guess is what is learnt: nothing.
        let gold = |at: usize| {
            usize::from(if fits(at, usize::from(guess[at])) { guess[at] } else { lesson.labels[at] })
        };
        let mut wrong = 0;
        for at in 0..guess.len() {
            let (right, said) = (gold(at), usize::from(guess[at]));
            if right != said {
                wrong += 1;
                for feature in &lesson.features[at] {
                    self.change(*feature as usize, right, said);
                }
            }
            if at > 0 {
                let (right_before, said_before) = (gold(at - 1), usize::from(guess[at - 1]));
                if (right_before, right) != (said_before, said) {
                    self.transitions[right_before][right] += 1.0;
                    self.transition_sums[right_before][right] += self.clock;
                    self.transitions[said_before][said] -= 1.0;
                    self.transition_sums[said_before][said] -= self.clock;
                }
            }
        }
        self.clock += 1.0;
        wrong
    }

    fn change(&mut self, row: usize, right: usize, said: usize) {
        self.weights[row][right] += 1.0;
        self.sums[row][right] += self.clock;
        self.weights[row][said] -= 1.0;
        self.sums[row][said] -= self.clock;
    }

    fn average(&mut self) {
        let clock = self.clock;
        let rows = self.weights.iter_mut().zip(&self.sums);
        let rows = rows.chain(self.transitions.iter_mut().zip(&self.transition_sums));
        for (row, sums) in rows {
            row.iter_mut().zip(sums).for_each(|(w, s)| *w -= s / clock);
        }
    }

    /// The mean of models.
    fn mean(models: Vec<Model>) -> Model {
        let share = 1.0 / models.len().max(1) as f32;
        let mut models = models.into_iter();
        let Some(mut out) = models.next() else { return Model::new(0, label::KINDS.len()) };
        for other in models {
            let rows = out.weights.iter_mut().zip(&other.weights);
            for (row, more) in rows.chain(out.transitions.iter_mut().zip(&other.transitions)) {
                row.iter_mut().zip(more).for_each(|(w, m)| *w += m);
            }
        }
        out.weights.iter_mut().chain(out.transitions.iter_mut()).flatten().for_each(|w| *w *= share);
        out
    }

    /// Adds to every feature what it weighs among texts that stand apart.
    fn fold(&mut self, hashes: &[u64]) {
        for at in 0..hashes.len() {
            if let Ok(special) = hashes.binary_search(&apart(hashes[at])) {
                let more = std::mem::take(&mut self.weights[special]);
                self.weights[at].iter_mut().zip(more).for_each(|(w, m)| *w += m);
            }
        }
    }

    fn table(&self, hashes: &[u64]) -> Vec<u8> {
        let largest = 16.0_f32;
        let scale = largest / 127.0;
        let mut weights = Vec::new();
        for (feature, row) in hashes.iter().zip(&self.weights) {
            for (label, weight) in row.iter().enumerate().filter(|(_, w)| w.abs() >= PRUNE) {
                let steps = (weight / scale).round().clamp(-127.0, 127.0) as i8;
                weights.push(Weight { feature: *feature, label: label as u8, steps });
            }
        }
        println!("{} weights kept", weights.len());
        write(scale, &self.transitions, &weights)
    }
}
