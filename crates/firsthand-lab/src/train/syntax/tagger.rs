//! Learns to tag.

use super::perceptron::{Perceptron, Seen, rows};
use super::treebank::Tree;
use crate::train::dice::Dice;
use anyhow::{Context, Result};
use firsthand_text::language::tag::feature::{self, View};
use firsthand_text::language::tag::{Tagger, label};
use firsthand_text::language::weights::Weights;
use firsthand_text::language::{Form, Tag};
use rayon::prelude::*;
use std::collections::BTreeSet;

const EPOCHS: usize = 7;
/// Features seen less often are left out.
const LEAST: u32 = 2;
/// What is pruned, see [`Perceptron::rows`].
const KEEP: f64 = 0.5;
const CUT: f64 = 0.12;
const SCALE: f64 = 170.0;

/// The bytes of a tagger's weights: the mean of so many taggers that saw the sentences in other orders.
pub(super) fn learn(trees: &[Tree], models: u64) -> Vec<u8> {
    let classes: Vec<(Tag, Form)> =
        trees.iter().flat_map(|t| t.tags.iter().copied()).collect::<BTreeSet<_>>().into_iter().collect();
    let class = |pair: &(Tag, Form)| classes.binary_search(pair).unwrap_or(0);
    let views: Vec<View> = trees.iter().map(|t| View::of(t.words.iter().map(String::as_str))).collect();
    let mut keys = Vec::new();
    let mut seen = Seen::default();
    for (tree, view) in trees.iter().zip(&views) {
        let mut past = feature::START;
        for (i, gold) in tree.tags.iter().enumerate() {
            feature::keys(view, i, past, &mut keys);
            seen.count(&keys);
            past = [class(gold) as u8, past[0]];
        }
    }
    let one = |seed: u64| {
        let mut order: Vec<usize> = (0..trees.len()).collect();
        let mut dice = Dice(0x5eed + seed);
        let (mut keys, mut scores) = (Vec::new(), vec![0i32; classes.len()]);
        let mut perceptron = Perceptron::new(classes.len(), &seen, LEAST);
        for epoch in 0..EPOCHS {
            dice.shuffle(&mut order);
            let (mut wrong, mut all) = (0usize, 0usize);
            for &s in &order {
                let mut past = feature::START;
                for (i, gold) in trees[s].tags.iter().enumerate() {
                    feature::keys(&views[s], i, past, &mut keys);
                    perceptron.score(&keys, &mut scores);
                    let best = (0..scores.len()).rev().max_by_key(|&c| scores[c]).unwrap_or(0);
                    let right = class(gold);
                    if best != right {
                        perceptron.learn(&keys, right, best);
                        wrong += 1;
                    }
                    perceptron.tick();
                    all += 1;
                    past = [best as u8, past[0]];
                }
            }
            eprintln!("tagger, epoch {}: {:.2} % wrong", epoch + 1, 100.0 * wrong as f64 / all.max(1) as f64);
        }
        perceptron
    };
    let models: Vec<Perceptron> = (0..models).into_par_iter().map(one).collect();
    let labels: Vec<String> = classes.iter().map(|&(t, f)| label(t, f)).collect();
    Weights::write(&labels, &rows(&models, KEEP, CUT, SCALE))
}

/// The tagger of some bytes.
pub(super) fn read(bytes: Vec<u8>) -> Result<Tagger> {
    Weights::read(bytes).and_then(Tagger::new).context("not the weights of a tagger")
}
