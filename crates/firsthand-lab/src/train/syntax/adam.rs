//! Numbers that are learnt by their gradients.

use firsthand_text::language::parse::matrix::{Grid, add_product, turn};
use std::ops::Range;

/// How much of the last mean gradient is kept, and of its square.
const KEPT: f32 = 0.9;
const KEPT_SQUARE: f32 = 0.98;

/// Numbers with their gradients and what Adam (Kingma and Ba 2015) remembers of those.
pub(super) struct Numbers {
    pub(super) now: Vec<f32>,
    pub(super) slope: Vec<f32>,
    mean: Vec<f32>,
    square: Vec<f32>,
}

impl Numbers {
    pub(super) fn new(now: Vec<f32>) -> Numbers {
        let zero = vec![0.0; now.len()];
        Numbers { now, slope: zero.clone(), mean: zero.clone(), square: zero }
    }

    pub(super) fn part(&self, at: usize, count: usize) -> &[f32] {
        &self.now[at..at + count]
    }

    /// A step against the gradients of some numbers, which are forgotten then.
    pub(super) fn step(&mut self, range: Range<usize>, rate: f32) {
        let now = self.now[range.clone()].iter_mut().zip(&mut self.slope[range.clone()]);
        let past = self.mean[range.clone()].iter_mut().zip(&mut self.square[range]);
        for ((now, slope), (mean, square)) in now.zip(past) {
            *mean = KEPT * *mean + (1.0 - KEPT) * *slope;
            *square = KEPT_SQUARE * *square + (1.0 - KEPT_SQUARE) * *slope * *slope;
            *now -= rate * *mean / (square.sqrt() + 1e-8);
            *slope = 0.0;
        }
    }

    /// Rows of `x` times a matrix, plus a bias where there is one.
    pub(super) fn product(
        &self,
        x: &[f32],
        inputs: usize,
        matrix: usize,
        width: usize,
        bias: Option<usize>,
    ) -> Vec<f32> {
        let count = x.len() / inputs;
        let mut out = match bias {
            Some(at) => self.part(at, width).repeat(count),
            None => vec![0.0; count * width],
        };
        add_product(&mut out, Grid::rows(x, inputs), self.part(matrix, inputs * width), inputs, width);
        out
    }

    /// From the gradients of a product to those of matrix and bias, which are kept, and of `x`, which are added to `to`.
    pub(super) fn back(
        &mut self,
        x: &[f32],
        inputs: usize,
        (matrix, bias): (usize, Option<usize>),
        slopes: &[f32],
        to: &mut [f32],
    ) {
        let count = x.len() / inputs;
        let width = slopes.len() / count;
        if let Some(at) = bias {
            slopes.chunks_exact(width).for_each(|row| add(&mut self.slope[at..at + width], row));
        }
        let turned = turn(self.part(matrix, inputs * width), width);
        add_product(to, Grid::rows(slopes, width), &turned, width, inputs);
        self.back_to_matrix(x, inputs, matrix, slopes);
    }

    /// The same for a matrix alone.
    pub(super) fn back_to_matrix(&mut self, x: &[f32], inputs: usize, matrix: usize, slopes: &[f32]) {
        let count = x.len() / inputs;
        let width = slopes.len() / count;
        let of_matrix = &mut self.slope[matrix..matrix + inputs * width];
        add_product(of_matrix, Grid::columns(x, inputs), slopes, count, width);
    }
}

/// Adds numbers to others.
pub(super) fn add(to: &mut [f32], from: &[f32]) {
    to.iter_mut().zip(from).for_each(|(a, b)| *a += b);
}

/// e to the power of numbers up to 0, of sums and products alone, so that all machines learn the same.
pub(super) fn exponential(x: f32) -> f32 {
    let x = x.max(-80.0) * std::f32::consts::LOG2_E;
    let whole = x.floor();
    let y = (x - whole) * std::f32::consts::LN_2;
    // Taylor, from the smallest term
    let sum =
        [1.0 / 720.0, 1.0 / 120.0, 1.0 / 24.0, 1.0 / 6.0, 0.5, 1.0, 1.0].iter().fold(0.0, |s, c| s * y + c);
    f32::from_bits(((whole as i32 + 127) as u32) << 23) * sum
}

/// Turns scores to the slopes of the loss: the probability of each choice, less one for the right one, times a weight.
pub(super) fn slopes_of_choice(scores: &mut [f32], right: usize, weight: f32) {
    let top = scores.iter().copied().fold(f32::MIN, f32::max);
    scores.iter_mut().for_each(|s| *s = exponential(*s - top));
    let sum: f32 = scores.iter().sum();
    scores.iter_mut().for_each(|s| *s *= weight / sum);
    scores[right] -= weight;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_exponential_is_near_that_of_the_library() {
        for i in 0..400 {
            let x = -i as f32 / 20.0;
            assert!((exponential(x) / x.exp() - 1.0).abs() < 1e-5, "{x}");
        }
    }

    #[test]
    fn slopes_sum_to_nothing() {
        let mut scores = [1.0, 3.0, -2.0];
        slopes_of_choice(&mut scores, 0, 0.5);
        assert!(scores[0] < 0.0 && scores[1] > 0.0 && scores[2] > 0.0);
        assert!(scores.iter().sum::<f32>().abs() < 1e-6);
    }
}
