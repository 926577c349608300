//! Learns to parse.

use super::learner::{Gold, Learner};
use super::treebank::Tree;
use super::words::{Dictionary, NONE, Rows};
use crate::train::dice::Dice;
use crate::train::lexicon::vectors::Vectors;
use anyhow::{Context, Result};
use firsthand_text::language::parse::layout::Shape;
use firsthand_text::language::parse::{Parser, word};
use firsthand_text::language::tag::feature::View;
use firsthand_text::language::{Form, Relation, Tag};
use std::collections::BTreeSet;

const EPOCHS: usize = 12;
/// The sizes of the network; relations are counted.
const SHAPE: Shape = Shape { word: 64, cells: 64, layers: 2, arc: 48, label: 64, relations: 0 };
/// Words after which the numbers take a step, and how large the first steps are. Steps shrink to nothing.
const BATCH: usize = 500;
const RATE: f32 = 0.004;
/// Words after which steps have their full size.
const WARM: f32 = 20_000.0;
/// Longer sentences are lists and tables.
const LONGEST: usize = 100;
/// So much of what is known of a word is kept from the network, kind by kind, that it learns to do without.
const HIDDEN: f32 = 0.08;
/// The same for tags, and for words beyond what their rareness asks.
const HIDDEN_SELDOM: f32 = 0.03;
/// A word seen n times is hidden in `RARE / (RARE + n)` of all places (Kiperwasser and Goldberg 2016).
const RARE: f32 = 0.6;

struct Lesson {
    words: Vec<Rows>,
    gold: Gold,
}

/// The bytes of a parser. `tags` are those a tagger gives to the trees' words.
pub(super) fn learn(trees: &[Tree], tags: &[Vec<(Tag, Form)>], vectors: &Vectors) -> Vec<u8> {
    let relations: Vec<Relation> =
        trees.iter().flat_map(|t| t.relations.iter().copied()).collect::<BTreeSet<_>>().into_iter().collect();
    let keys: Vec<_> = trees
        .iter()
        .zip(tags)
        .map(|(t, tags)| word::keys(&View::of(t.words.iter().map(String::as_str)), tags))
        .collect();
    let shape = Shape { relations: relations.len(), ..SHAPE };
    let mut dice = Dice(0x5eed);
    let mut dictionary = Dictionary::new(&keys, vectors, shape.word, &mut dice);
    let lessons: Vec<Lesson> = trees
        .iter()
        .zip(&keys)
        .filter(|(t, _)| (1..=LONGEST).contains(&t.count()))
        .map(|(t, keys)| Lesson { words: dictionary.rows(keys), gold: gold(t, &relations) })
        .collect();
    let mut learner = Learner::new(shape, &mut dice);
    let all = EPOCHS * lessons.iter().map(|l| l.words.len()).sum::<usize>();
    let mut done = 0;
    let mut order: Vec<usize> = (0..lessons.len()).collect();
    for epoch in 0..EPOCHS {
        dice.shuffle(&mut order);
        let mut rest = order.as_slice();
        while !rest.is_empty() {
            let (batch, others) = rest.split_at(batch_end(rest, &lessons));
            rest = others;
            let words: usize = batch.iter().map(|&i| lessons[i].words.len()).sum();
            let mut seen = BTreeSet::new();
            for &i in batch {
                let known = hide(&lessons[i].words, &dictionary, &mut dice);
                let numbers = dictionary.numbers(&known);
                let slopes = learner.take(numbers, &lessons[i].gold, 1.0 / words as f32, &mut dice);
                dictionary.learn(&known, &slopes);
                seen.extend(known.iter().flat_map(|k| k.known).filter(|r| *r != NONE));
            }
            let rate = RATE * (done as f32 / WARM).min(1.0) * (1.0 - done as f32 / all as f32).max(0.02);
            let size = learner.numbers.now.len();
            learner.numbers.step(0..size, rate);
            dictionary.step(seen, rate);
            done += words;
        }
        eprintln!("parser, epoch {} of {EPOCHS}", epoch + 1);
    }
    Parser::write(shape, &relations, &learner.numbers.now, &dictionary.table())
}

/// The parser of some bytes.
pub(super) fn read(bytes: Vec<u8>) -> Result<Parser> {
    Parser::read(bytes.leak()).context("not the numbers of a parser")
}

fn gold(tree: &Tree, relations: &[Relation]) -> Gold {
    Gold {
        heads: tree.heads.clone(),
        relations: tree.relations.iter().map(|r| relations.binary_search(r).unwrap_or(0)).collect(),
        marks: tree.tags.iter().map(|t| t.0 == Tag::Punct).collect(),
    }
}

/// How many of the next sentences have words enough for a step.
fn batch_end(order: &[usize], lessons: &[Lesson]) -> usize {
    let mut words = 0;
    let enough = |&i: &usize| {
        words += lessons[i].words.len();
        words >= BATCH
    };
    order.iter().position(enough).map_or(order.len(), |at| at + 1)
}

/// The words, some of what is known of them hidden.
fn hide(words: &[Rows], dictionary: &Dictionary, dice: &mut Dice) -> Vec<Rows> {
    let mut out = words.to_vec();
    for rows in &mut out {
        for (kind, row) in rows.known.iter_mut().enumerate() {
            let often = match kind {
                _ if *row == NONE => continue,
                word::WORD => RARE / (RARE + dictionary.count(*row) as f32) + HIDDEN_SELDOM,
                word::TAG => HIDDEN_SELDOM,
                _ => HIDDEN,
            };
            if dice.unit() < often {
                *row = NONE;
            }
        }
        if dice.unit() < HIDDEN {
            rows.vector = NONE;
        }
    }
    out
}
