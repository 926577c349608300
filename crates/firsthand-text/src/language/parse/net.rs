//! The network: words to numbers, numbers to scores of heads and relations.
//!
//! Two layers of simple recurrent units (Lei et al. 2018) read the sentence both ways; a word's head is scored by a
//! product of what it is as dependent and what the other is as head (Dozat and Manning 2017), and by their distance.

use super::layout::{BUCKETS, Layer, Layout, ROOT, Shape, bucket};
use super::matrix::{Grid, Strips, gate};
use fearless_simd::{Level, Simd, dispatch};

/// The numbers of the network and where they stand.
#[derive(Debug, Clone, Default)]
pub struct Net {
    /// Its sizes.
    pub shape: Shape,
    layout: Layout,
    numbers: Vec<f32>,
    /// The matrices of the layers.
    layers: Vec<Strips>,
    /// What every word is asked after the last layer, side by side: one product in place of four.
    asked: Strips,
    asked_bias: Vec<f32>,
    /// What joins heads and dependents, what distances a dependent likes, and what tells relations.
    join: Strips,
    far: Strips,
    relation: Strips,
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
        if !fits {
            return None;
        }
        let strips = |at: usize, inner: usize, width: usize| {
            Strips::of(&Grid::rows(&numbers[at..at + inner * width], width), inner, width)
        };
        let layers = layout.layers.iter().map(|l| strips(l.matrix, l.inputs, 6 * cells)).collect();
        let join = strips(layout.join, arc, arc + 1);
        let far = strips(layout.far.0, arc, BUCKETS);
        let relation = strips(layout.relation.0, label, relations);
        let (asked, asked_bias) = questions(&shape, &layout, &numbers);
        Some(Net { shape, layout, numbers, layers, asked, asked_bias, join, far, relation })
    }

    fn part(&self, at: usize, count: usize) -> &[f32] {
        &self.numbers[at..at + count]
    }

    /// The scores of a sentence, given `word` numbers for each of its words.
    pub fn scores(&self, words: Vec<f32>, count: usize) -> Scores {
        dispatch!(Level::new(), simd => self.scores_by(simd, words, count))
    }

    #[inline(always)]
    fn scores_by<S: Simd>(&self, simd: S, mut words: Vec<f32>, count: usize) -> Scores {
        for (layer, matrix) in self.layout.layers.iter().zip(&self.layers) {
            words = self.pass(simd, layer, matrix, &words, count);
        }
        let Shape { cells, arc, label, .. } = self.shape;
        let width = 2 * (arc + label);
        let mut asked = self.asked_bias.repeat(count);
        self.asked.add_product(simd, &mut asked, &Grid::rows(&words, 2 * cells));
        let pick = |from: usize, size: usize| -> Vec<f32> {
            let mut out = Vec::with_capacity((count + 1) * size);
            asked.chunks_exact(width).for_each(|row| out.extend_from_slice(&row[from..from + size]));
            out
        };
        let positive = |mut list: Vec<f32>| {
            list.iter_mut().for_each(|x| *x = x.max(0.0));
            list
        };
        let mut heads = positive(pick(arc, arc));
        heads.extend_from_slice(self.part(self.layout.root, arc));
        let mut naming = pick(2 * arc + label, label);
        naming.extend_from_slice(self.part(self.layout.naming_root, label));
        let heads = self.arcs(simd, &positive(pick(0, arc)), &heads, count);
        Scores { heads, named: pick(2 * arc, label), naming }
    }

    /// One layer over all words, both ways.
    #[inline(always)]
    fn pass<S: Simd>(&self, simd: S, layer: &Layer, matrix: &Strips, x: &[f32], count: usize) -> Vec<f32> {
        let cells = self.shape.cells;
        let width = 6 * cells;
        let mut gates = self.part(layer.bias, width).repeat(count);
        matrix.add_product(simd, &mut gates, &Grid::rows(x, layer.inputs));
        let mut out = vec![0.0; count * 2 * cells];
        for way in 0..2 {
            // what a cell lets through unchanged: its own part of what came in
            let skip = if layer.inputs == 2 * cells { way * cells } else { 0 };
            let back = self.part(layer.back + way * 2 * cells, 2 * cells);
            let (forget, open) = (&back[..cells], &back[cells..][..cells]);
            let mut state = vec![0.0f32; cells];
            for step in 0..count {
                let at = if way == 0 { step } else { count - 1 - step };
                let gates = &gates[at * width + way * 3 * cells..];
                let (candidate, to_forget) = (&gates[..cells], &gates[cells..][..cells]);
                let to_open = &gates[2 * cells..][..cells];
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

    #[inline(always)]
    fn arcs<S: Simd>(&self, simd: S, dependents: &[f32], heads: &[f32], count: usize) -> Vec<f32> {
        let arc = self.shape.arc;
        let mut joined = vec![0.0; (count + 1) * (arc + 1)];
        self.join.add_product(simd, &mut joined, &Grid::rows(heads, arc));
        let by_product = Strips::of(&Grid::columns(&joined, arc + 1), arc, count + 1);
        let by_itself: Vec<f32> = joined.chunks_exact(arc + 1).map(|row| row[arc]).collect();
        let by_itself = &by_itself[..count + 1];
        let mut far = self.part(self.layout.far.1, BUCKETS).repeat(count);
        self.far.add_product(simd, &mut far, &Grid::rows(dependents, arc));
        let mut scores = vec![0.0; count * (count + 1)];
        by_product.add_product(simd, &mut scores, &Grid::rows(dependents, arc));
        // the steps from a word to all that stand before and behind it, the first so many words before
        let steps: Vec<usize> = (0..2 * count).map(|at| bucket(count, at, usize::MAX)).collect();
        for (dependent, row) in scores.chunks_exact_mut(count + 1).enumerate() {
            let far = &far[dependent * BUCKETS..][..BUCKETS];
            let (steps, row) = (&steps[count - dependent..][..count], &mut row[..count + 1]);
            for head in 0..count {
                row[head] += by_itself[head] + far[steps[head]];
            }
            row[count] += by_itself[count] + far[ROOT];
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
        let known = Grid::rows(&known, label);
        dispatch!(Level::new(), simd => self.relation.add_product(simd, &mut sums, &known));
        let best = |(row, &head): (&[f32], &usize)| {
            let allowed = row.iter().enumerate().filter(|(r, _)| head == count || Some(*r) != of_root);
            // the first of the greatest
            allowed.reduce(|a, b| if b.1.total_cmp(a.1).is_gt() { b } else { a }).map_or(0, |(r, _)| r)
        };
        sums.chunks_exact(relations).zip(heads).map(best).collect()
    }
}

/// What every word is asked after the last layer: the matrices side by side, and what is added.
fn questions(shape: &Shape, layout: &Layout, numbers: &[f32]) -> (Strips, Vec<f32>) {
    let (out, arc, label) = (2 * shape.cells, shape.arc, shape.label);
    let parts =
        [(layout.dependent.0, arc), (layout.head.0, arc), (layout.named.0, label), (layout.naming, label)];
    let mut rows = Vec::with_capacity(out * 2 * (arc + label));
    for row in 0..out {
        for (at, width) in parts {
            rows.extend_from_slice(&numbers[at + row * width..at + (row + 1) * width]);
        }
    }
    let mut bias = Vec::with_capacity(2 * (arc + label));
    for (at, width) in [(layout.dependent.1, arc), (layout.head.1, arc), (layout.named.1, label)] {
        bias.extend_from_slice(&numbers[at..at + width]);
    }
    bias.resize(2 * (arc + label), 0.0);
    (Strips::of(&Grid::rows(&rows, 2 * (arc + label)), out, 2 * (arc + label)), bias)
}
