//! Learns to parse.

use super::oracle;
use super::perceptron::{Dice, Perceptron, Seen, rows};
use super::treebank::Tree;
use anyhow::{Context, Result};
use firsthand_text::language::parse::Parser;
use firsthand_text::language::parse::feature::{self, Nodes};
use firsthand_text::language::parse::state::{Kinds, Move, State};
use firsthand_text::language::tag::feature::View;
use firsthand_text::language::weights::Weights;
use firsthand_text::language::{Form, Relation, Tag};
use rayon::prelude::*;
use std::collections::BTreeSet;

const EPOCHS: usize = 6;
/// Features seen less often on the way to the gold trees are left out.
const LEAST: u32 = 3;
/// What is pruned, see [`Perceptron::rows`].
const KEEP: f64 = 3.0;
const CUT: f64 = 0.7;
const SCALE: f64 = 100.0;
/// Longer sentences are lists and tables.
const LONGEST: usize = 120;
/// From the second epoch on, the parser follows its own errors so often, in a hundred.
const EXPLORE: u64 = 90;

/// The bytes of a parser's weights: the mean of so many parsers that saw the sentences in other orders. `tags` are those a tagger gives to the trees' words.
pub(super) fn learn(trees: &[Tree], tags: &[Vec<(Tag, Form)>], models: u64) -> Vec<u8> {
    let relations: Vec<Relation> =
        trees.iter().flat_map(|t| t.relations.iter().copied()).collect::<BTreeSet<_>>().into_iter().collect();
    let nodes: Vec<Nodes> = trees
        .iter()
        .zip(tags)
        .map(|(t, tags)| Nodes::new(&View::of(t.words.iter().map(String::as_str)), tags.iter().copied()))
        .collect();
    let classes = 1 + 2 * relations.len();
    let seen = seen(trees, &nodes, &relations);
    let one = |seed: u64| {
        let mut order: Vec<usize> = (0..trees.len()).filter(|&i| trees[i].count() <= LONGEST).collect();
        let perceptron = Perceptron::new(classes, &seen, LEAST);
        let mut lesson =
            Lesson { relations: relations.clone(), perceptron, dice: Dice(0xfee1 + seed), keys: Vec::new() };
        for epoch in 0..EPOCHS {
            let mut dice = Dice(0x5eed + epoch as u64 + 100 * seed);
            dice.shuffle(&mut order);
            let wrong: usize = order.iter().map(|&s| lesson.take(&trees[s], &nodes[s], epoch > 0)).sum();
            let all: usize = order.iter().map(|&s| 2 * trees[s].count()).sum();
            eprintln!(
                "parser {seed}, epoch {}: {:.2} % wrong",
                epoch + 1,
                100.0 * wrong as f64 / all.max(1) as f64
            );
        }
        lesson.perceptron
    };
    let models: Vec<Perceptron> = (0..models).into_par_iter().map(one).collect();
    let labels: Vec<String> = relations.iter().map(|r| r.name().to_owned()).collect();
    Weights::write(&labels, &rows(&models, KEEP, CUT, SCALE))
}

/// The parser of some bytes.
pub(super) fn read(bytes: Vec<u8>) -> Result<Parser> {
    Weights::read(bytes).and_then(Parser::new).context("not the weights of a parser")
}

/// The features on the way to the gold trees.
fn seen(trees: &[Tree], nodes: &[Nodes], relations: &[Relation]) -> Seen {
    let mut seen = Seen::default();
    let mut keys = Vec::new();
    for (tree, nodes) in trees.iter().zip(nodes) {
        let mut state = State::new(tree.count());
        while !state.is_done() {
            feature::keys(nodes, &state, &mut keys);
            seen.count(&keys);
            let free = oracle::free(&state, &tree.heads);
            let legal = state.legal();
            let label = |r: &Relation| relations.binary_search(r).unwrap_or(0) as u8;
            let top = tree.relations.get(state.stack(0)).map_or(0, label);
            state.step(match (free, legal) {
                (Kinds { left: true, .. }, _) => Move::Left(top),
                (Kinds { right: true, .. }, _) => Move::Right(top),
                (Kinds { shift: true, .. }, _) | (_, Kinds { shift: true, .. }) => Move::Shift,
                (_, Kinds { right: true, .. }) => Move::Right(top),
                _ => Move::Left(top),
            });
        }
    }
    seen
}

struct Lesson {
    relations: Vec<Relation>,
    perceptron: Perceptron,
    dice: Dice,
    keys: Vec<u64>,
}

impl Lesson {
    /// Parses one sentence and learns from what goes wrong; how much did.
    fn take(&mut self, tree: &Tree, nodes: &Nodes, explore: bool) -> usize {
        let mut state = State::new(tree.count());
        let mut scores = vec![0i32; 1 + 2 * self.relations.len()];
        let mut wrong = 0;
        while !state.is_done() {
            feature::keys(nodes, &state, &mut self.keys);
            self.perceptron.score(&self.keys, &mut scores);
            let legal = state.legal();
            let free = oracle::free(&state, &tree.heads);
            let guess = best(&scores, |c| self.allows(legal, c));
            let right = best(&scores, |c| self.allows(free, c) && self.is_named(&state, tree, c));
            let Some(guess) = guess else { break };
            let right = right.unwrap_or(guess);
            let good = self.allows(free, guess) && self.is_named(&state, tree, guess);
            if !good && right != guess {
                self.perceptron.learn(&self.keys, right, guess);
                wrong += 1;
            }
            self.perceptron.tick();
            let follow = good || (explore && self.dice.roll(100) < EXPLORE);
            state.step(Move::of_class(if follow { guess } else { right }, self.relations.len()));
        }
        wrong
    }

    fn allows(&self, kinds: Kinds, class: usize) -> bool {
        match Move::of_class(class, self.relations.len()) {
            Move::Shift => kinds.shift,
            Move::Left(_) => kinds.left,
            Move::Right(_) => kinds.right,
        }
    }

    /// Whether a move that draws a gold arc gives it its gold name. Any name will do for a wrong arc.
    fn is_named(&self, state: &State, tree: &Tree, class: usize) -> bool {
        let (head, label) = match Move::of_class(class, self.relations.len()) {
            Move::Shift => return true,
            Move::Left(label) => (state.ahead(0), label),
            Move::Right(label) => (state.stack(1), label),
        };
        let node = state.stack(0);
        tree.heads.get(node) != Some(&head) || self.relations[usize::from(label)] == tree.relations[node]
    }
}

fn best(scores: &[i32], allowed: impl Fn(usize) -> bool) -> Option<usize> {
    (0..scores.len()).rev().filter(|&c| allowed(c)).max_by_key(|&c| scores[c])
}
