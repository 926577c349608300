//! The network of the parser (see `parse::net`), as it is learnt: forwards, then the gradients backwards.

use super::adam::{Numbers, add, slopes_of_choice};
use super::recurrent::{backward, forward, mask};
use crate::train::dice::Dice;
use firsthand_text::language::parse::layout::{BUCKETS, Layout, Shape, bucket};
use firsthand_text::language::parse::matrix::{Grid, add_product, turn};

/// A share of the numbers between layers that is blotted out while learning (Srivastava et al. 2014).
const BLOT: f32 = 0.15;
/// The same for what heads and relations are asked.
const BLOT_ASKED: f32 = 0.2;
/// What an error on a mark counts, for its head and for its relation; one on a word counts 1.
const MARK: (f32, f32) = (0.5, 0.2);

/// The right tree of a sentence, as numbers.
pub(super) struct Gold {
    /// The head of each word; the number of words stands for the root.
    pub(super) heads: Vec<usize>,
    /// Numbers of relations.
    pub(super) relations: Vec<usize>,
    pub(super) marks: Vec<bool>,
}

pub(super) struct Learner {
    pub(super) shape: Shape,
    pub(super) layout: Layout,
    pub(super) numbers: Numbers,
}

/// Numbers of a question to every word, and which of them were blotted out.
struct Asked {
    values: Vec<f32>,
    blot: Vec<f32>,
}

impl Learner {
    /// A network of random numbers.
    pub(super) fn new(shape: Shape, dice: &mut Dice) -> Learner {
        let layout = Layout::new(shape);
        let mut now = vec![0.0f32; layout.total];
        let out = 2 * shape.cells;
        let mut fill = |at: usize, rows: usize, columns: usize, more: f32| {
            let size = more * (2.0 / (rows + columns) as f32).sqrt();
            now[at..at + rows * columns].iter_mut().for_each(|x| *x = dice.normal() * size);
        };
        layout.layers.iter().for_each(|l| fill(l.matrix, l.inputs, 6 * shape.cells, 1.6));
        fill(layout.dependent.0, out, shape.arc, 1.0);
        fill(layout.head.0, out, shape.arc, 1.0);
        fill(layout.root, 1, shape.arc, 1.0);
        fill(layout.join, shape.arc, shape.arc + 1, 1.0);
        fill(layout.far.0, shape.arc, BUCKETS, 1.0);
        fill(layout.named.0, out, shape.label, 1.0);
        fill(layout.naming, out, shape.label, 1.0);
        fill(layout.naming_root, 1, shape.label, 1.0);
        fill(layout.naming_far, BUCKETS, shape.label, 1.0);
        fill(layout.relation.0, shape.label, shape.relations, 1.0);
        Learner { shape, layout, numbers: Numbers::new(now) }
    }

    /// Adds the gradients of a sentence, times `weight`; gives those of the numbers of its words.
    pub(super) fn take(&mut self, words: Vec<f32>, gold: &Gold, weight: f32, dice: &mut Dice) -> Vec<f32> {
        let cells = self.shape.cells;
        let layers = self.layout.layers.clone();
        let mut passes = Vec::new();
        let mut x = words;
        for layer in &layers {
            let pass = forward(&self.numbers, layer, cells, x, dice.blot(layer.inputs, BLOT));
            x = pass.out.clone();
            passes.push(pass);
        }
        let blot = dice.blot(2 * cells, BLOT);
        mask(&mut x, &blot);
        let mut slopes = vec![0.0; x.len()];
        self.learn_heads(&x, gold, weight, dice, &mut slopes);
        self.learn_relations(&x, gold, weight, dice, &mut slopes);
        mask(&mut slopes, &blot);
        for (layer, pass) in layers.iter().zip(&passes).rev() {
            slopes = backward(&mut self.numbers, layer, cells, pass, &slopes);
        }
        slopes
    }

    /// What every word answers: never below 0, some numbers blotted out.
    fn ask(&self, x: &[f32], (matrix, bias): (usize, usize), width: usize, dice: &mut Dice) -> Asked {
        let mut values = self.numbers.product(x, 2 * self.shape.cells, matrix, width, Some(bias));
        values.iter_mut().for_each(|v| *v = v.max(0.0));
        let blot = dice.blot(width, BLOT_ASKED);
        mask(&mut values, &blot);
        Asked { values, blot }
    }

    fn learn_heads(&mut self, x: &[f32], gold: &Gold, weight: f32, dice: &mut Dice, to: &mut [f32]) {
        let (count, arc, l) = (gold.heads.len(), self.shape.arc, self.layout.clone());
        let width = count + 1;
        let dependents = self.ask(x, l.dependent, arc, dice);
        let mut heads = self.ask(x, l.head, arc, dice);
        heads.values.extend_from_slice(self.numbers.part(l.root, arc));
        let joined = self.numbers.product(&heads.values, arc, l.join, arc + 1, None);
        let far = self.numbers.product(&dependents.values, arc, l.far.0, BUCKETS, Some(l.far.1));
        let turned = turn(&joined, arc + 1);
        let (by_product, by_itself) = turned.split_at(arc * width);
        let mut scores = vec![0.0; count * width];
        add_product(&mut scores, Grid::rows(&dependents.values, arc), by_product, arc, width);
        let mut of_far = vec![0.0; count * BUCKETS];
        let mut of_joined = vec![0.0; width * (arc + 1)];
        for (word, row) in scores.chunks_exact_mut(width).enumerate() {
            let step = |head: usize| word * BUCKETS + bucket(word, head, count);
            row.iter_mut().enumerate().for_each(|(head, score)| *score += by_itself[head] + far[step(head)]);
            // no word hangs on itself
            row[word] = -1e9;
            slopes_of_choice(row, gold.heads[word], if gold.marks[word] { MARK.0 } else { 1.0 } * weight);
            for (head, slope) in row.iter().enumerate() {
                of_far[step(head)] += slope;
                of_joined[head * (arc + 1) + arc] += slope;
            }
        }
        let mut of_dependents = vec![0.0; count * arc];
        add_product(&mut of_dependents, Grid::rows(&scores, width), &turn(by_product, width), width, arc);
        let mut of_product = vec![0.0; width * arc];
        add_product(&mut of_product, Grid::columns(&scores, width), &dependents.values, count, arc);
        for (row, part) in of_joined.chunks_exact_mut(arc + 1).zip(of_product.chunks_exact(arc)) {
            add(row, part);
        }
        self.numbers.back(&dependents.values, arc, (l.far.0, Some(l.far.1)), &of_far, &mut of_dependents);
        let mut of_heads = vec![0.0; width * arc];
        self.numbers.back(&heads.values, arc, (l.join, None), &of_joined, &mut of_heads);
        add(&mut self.numbers.slope[l.root..l.root + arc], &of_heads[count * arc..]);
        of_heads.truncate(count * arc);
        self.answer(x, l.dependent, &dependents, of_dependents, to);
        self.answer(x, l.head, &heads, of_heads, to);
    }

    /// Back through `ask`.
    fn answer(
        &mut self,
        x: &[f32],
        (matrix, bias): (usize, usize),
        asked: &Asked,
        mut slopes: Vec<f32>,
        to: &mut [f32],
    ) {
        through(asked, &mut slopes);
        self.numbers.back(x, 2 * self.shape.cells, (matrix, Some(bias)), &slopes, to);
    }

    fn learn_relations(&mut self, x: &[f32], gold: &Gold, weight: f32, dice: &mut Dice, to: &mut [f32]) {
        let (count, label, l) = (gold.heads.len(), self.shape.label, self.layout.clone());
        let out = 2 * self.shape.cells;
        let named = self.numbers.product(x, out, l.named.0, label, Some(l.named.1));
        let mut naming = self.numbers.product(x, out, l.naming, label, None);
        naming.extend_from_slice(self.numbers.part(l.naming_root, label));
        let far = |word: usize| l.naming_far + bucket(word, gold.heads[word], count) * label;
        let mut known = Asked { values: Vec::new(), blot: dice.blot(label, BLOT_ASKED) };
        for word in 0..count {
            let (named, naming) = (&named[word * label..], &naming[gold.heads[word] * label..]);
            let far = self.numbers.part(far(word), label);
            known.values.extend(named.iter().zip(naming).zip(far).map(|((a, b), c)| (a + b + c).max(0.0)));
        }
        mask(&mut known.values, &known.blot);
        let relations = self.shape.relations;
        let mut slopes =
            self.numbers.product(&known.values, label, l.relation.0, relations, Some(l.relation.1));
        for (word, row) in slopes.chunks_exact_mut(relations).enumerate() {
            slopes_of_choice(row, gold.relations[word], if gold.marks[word] { MARK.1 } else { 1.0 } * weight);
        }
        let mut of_known = vec![0.0; count * label];
        self.numbers.back(&known.values, label, (l.relation.0, Some(l.relation.1)), &slopes, &mut of_known);
        through(&known, &mut of_known);
        let mut of_naming = vec![0.0; (count + 1) * label];
        for (word, row) in of_known.chunks_exact(label).enumerate() {
            add(&mut of_naming[gold.heads[word] * label..], row);
            let at = far(word);
            add(&mut self.numbers.slope[at..at + label], row);
        }
        add(&mut self.numbers.slope[l.naming_root..l.naming_root + label], &of_naming[count * label..]);
        of_naming.truncate(count * label);
        self.numbers.back(x, out, (l.named.0, Some(l.named.1)), &of_known, to);
        self.numbers.back(x, out, (l.naming, None), &of_naming, to);
    }
}

/// Slopes back through the blots and the floor at 0.
fn through(asked: &Asked, slopes: &mut [f32]) {
    let blot = asked.blot.iter().cycle();
    for ((slope, value), blot) in slopes.iter_mut().zip(&asked.values).zip(blot) {
        *slope = if *value > 0.0 { *slope * blot } else { 0.0 };
    }
}
