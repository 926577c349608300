//! The network: words to numbers, numbers to scores of heads and relations.
//!
//! Two layers of simple recurrent units (Lei et al. 2018) read the sentence both ways; a word's head is scored by a
//! product of what it is as dependent and what the other is as head (Dozat and Manning 2017), and by their distance.

use super::layout::{BUCKETS, Layer, Layout, Shape, bucket};
use super::matrix::{Grid, add_product, gate, turn};

/// The numbers of the network and where they stand.
#[derive(Debug, Clone, Default)]
pub struct Net {
    /// Its sizes.
    pub shape: Shape,
    layout: Layout,
    numbers: Vec<f32>,
    /// What every word is asked after the last layer, side by side: one product in place of four.
    asked: Vec<f32>,
    asked_bias: Vec<f32>,
}

/// What the scores of a sentence are made of.
#[derive(Debug)]
pub struct Scores {
    /// `heads[dependent * (count + 1) + head]`, the root is the head `count`.
    pub heads: Vec<f32>,
    /// For relations, `label` numbers a word each: as dependent, and as head (the root last).
    named: Vec<f32>,
    naming: Vec<f32>,
}

impl Net {
    /// A network of these sizes and numbers. None if there are more or fewer than it needs.
    pub fn new(shape: Shape, numbers: Vec<f32>) -> Option<Net> {
        let layout = Layout::new(shape);
        let first = layout.layers.first()?.inputs;
        let Shape { word, cells, layers, arc, label, relations } = shape;
        if [word, cells, layers, arc, label, relations].contains(&0) {
            return None;
        }
        let fits = [cells, 2 * cells].contains(&first) && numbers.len() == layout.total;
        let mut net = Net { shape, layout, numbers, asked: Vec::new(), asked_bias: Vec::new() };
        fits.then(|| net.join_questions()).map(|()| net)
    }

    fn join_questions(&mut self) {
        let (out, arc, label) = (2 * self.shape.cells, self.shape.arc, self.shape.label);
        let l = self.layout.clone();
        let parts = [(l.dependent.0, arc), (l.head.0, arc), (l.named.0, label), (l.naming, label)];
        for row in 0..out {
            for (at, width) in parts {
                self.asked.extend_from_slice(&self.numbers[at + row * width..at + (row + 1) * width]);
            }
        }
        for (at, width) in [(l.dependent.1, arc), (l.head.1, arc), (l.named.1, label)] {
            self.asked_bias.extend_from_slice(&self.numbers[at..at + width]);
        }
        self.asked_bias.resize(2 * (arc + label), 0.0);
    }

    fn part(&self, at: usize, count: usize) -> &[f32] {
        &self.numbers[at..at + count]
    }

    /// The scores of a sentence, given `word` numbers for each of its words.
    pub fn scores(&self, mut words: Vec<f32>, count: usize) -> Scores {
        for layer in &self.layout.layers {
            words = self.pass(layer, &words, count);
        }
        let Shape { cells, arc, label, .. } = self.shape;
        let width = 2 * (arc + label);
        let mut asked = self.asked_bias.repeat(count);
        add_product(&mut asked, Grid::rows(&words, 2 * cells), &self.asked, 2 * cells, width);
        let pick = |from: usize, size: usize| -> Vec<f32> {
            asked.chunks_exact(width).flat_map(|row| &row[from..from + size]).copied().collect()
        };
        let positive = |mut list: Vec<f32>| {
            list.iter_mut().for_each(|x| *x = x.max(0.0));
            list
        };
        let mut heads = positive(pick(arc, arc));
        heads.extend_from_slice(self.part(self.layout.root, arc));
        let mut naming = pick(2 * arc + label, label);
        naming.extend_from_slice(self.part(self.layout.naming_root, label));
        let heads = self.arcs(&positive(pick(0, arc)), &heads, count);
        Scores { heads, named: pick(2 * arc, label), naming }
    }

    /// One layer over all words, both ways.
    fn pass(&self, layer: &Layer, x: &[f32], count: usize) -> Vec<f32> {
        let cells = self.shape.cells;
        let width = 6 * cells;
        let mut gates = self.part(layer.bias, width).repeat(count);
        add_product(
            &mut gates,
            Grid::rows(x, layer.inputs),
            self.part(layer.matrix, layer.inputs * width),
            layer.inputs,
            width,
        );
        let mut out = vec![0.0; count * 2 * cells];
        for way in 0..2 {
            // what a cell lets through unchanged: its own part of what came in
            let skip = if layer.inputs == 2 * cells { way * cells } else { 0 };
            let (forget, open) = self.part(layer.back + way * 2 * cells, 2 * cells).split_at(cells);
            let mut state = vec![0.0f32; cells];
            for step in 0..count {
                let at = if way == 0 { step } else { count - 1 - step };
                let gates = &gates[at * width + way * 3 * cells..][..3 * cells];
                let (candidate, rest) = gates.split_at(cells);
                let (to_forget, to_open) = rest.split_at(cells);
                let x = &x[at * layer.inputs + skip..][..cells];
                let out = &mut out[(at * 2 + way) * cells..][..cells];
                let state = &mut state[..cells];
                for j in 0..cells {
                    let f = gate(to_forget[j] + forget[j] * state[j]);
                    let r = gate(to_open[j] + open[j] * state[j]);
                    let c = f * state[j] + (1.0 - f) * candidate[j];
                    state[j] = c;
                    out[j] = r * c + (1.0 - r) * x[j];
                }
            }
        }
        out
    }

    fn arcs(&self, dependents: &[f32], heads: &[f32], count: usize) -> Vec<f32> {
        let arc = self.shape.arc;
        let mut joined = vec![0.0; (count + 1) * (arc + 1)];
        let join = self.part(self.layout.join, arc * (arc + 1));
        add_product(&mut joined, Grid::rows(heads, arc), join, arc, arc + 1);
        let joined = turn(&joined, arc + 1);
        let (by_product, by_itself) = joined.split_at(arc * (count + 1));
        let mut far = self.part(self.layout.far.1, BUCKETS).repeat(count);
        let likes = self.part(self.layout.far.0, arc * BUCKETS);
        add_product(&mut far, Grid::rows(dependents, arc), likes, arc, BUCKETS);
        let mut scores = vec![0.0; count * (count + 1)];
        add_product(&mut scores, Grid::rows(dependents, arc), by_product, arc, count + 1);
        for (dependent, row) in scores.chunks_exact_mut(count + 1).enumerate() {
            let far = &far[dependent * BUCKETS..][..BUCKETS];
            for (head, (score, by_itself)) in row.iter_mut().zip(by_itself).enumerate() {
                *score += by_itself + far[bucket(dependent, head, count)];
            }
        }
        scores
    }

    /// The numbers of the best relations of words to their heads (the root is the head `count`). `of_root` is for the
    /// word on the root alone.
    pub fn relations(&self, scores: &Scores, heads: &[usize], of_root: Option<usize>) -> Vec<usize> {
        let Shape { label, relations, .. } = self.shape;
        let count = heads.len();
        let mut known = Vec::with_capacity(count * label);
        for (dependent, &head) in heads.iter().enumerate() {
            let far = self.part(self.layout.naming_far + bucket(dependent, head, count) * label, label);
            let named = &scores.named[dependent * label..][..label];
            let naming = &scores.naming[head * label..][..label];
            known.extend(named.iter().zip(naming).zip(far).map(|((a, b), c)| (a + b + c).max(0.0)));
        }
        let mut sums = self.part(self.layout.relation.1, relations).repeat(count);
        let matrix = self.part(self.layout.relation.0, label * relations);
        add_product(&mut sums, Grid::rows(&known, label), matrix, label, relations);
        let best = |(row, &head): (&[f32], &usize)| {
            let allowed = (0..relations).rev().filter(|&r| head == count || Some(r) != of_root);
            allowed.max_by(|&a, &b| row[a].total_cmp(&row[b])).unwrap_or(0)
        };
        sums.chunks_exact(relations).zip(heads).map(best).collect()
    }
}
