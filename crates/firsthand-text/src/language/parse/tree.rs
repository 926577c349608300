//! The best tree: every word hangs on one other, one word on the root, and no arc crosses another (Eisner 1996).
//!
//! Runs of words are joined by their length, the short ones first. All runs of one length are found together: what they are joined
//! of lies side by side in the tables, so that as many are added and compared at once as the machine's registers hold. Every
//! run is still the first of its greatest sums, as if it were found alone.

use fearless_simd::{Level, Simd, dispatch, f32x8, prelude::*, u32x8};

/// Runs that are joined at once.
const LANES: usize = 8;

/// The heads of the tree with the greatest sum. `scores[dependent * (count + 1) + head]`; the root is the head `count`.
pub fn best(scores: &[f32], count: usize) -> Vec<usize> {
    let mut heads = vec![count; count];
    if count < 2 {
        return heads;
    }
    let mut spans = Spans::new(count);
    dispatch!(Level::new(), simd => spans.fill(simd, scores));
    let mut root = (f32::NEG_INFINITY, 0);
    for word in 0..count {
        let sum = spans.left[spans.at(word, 0)]
            + spans.right[spans.at(count - 1 - word, word)]
            + scores[word * (count + 1) + count];
        if sum > root.0 {
            root = (sum, word);
        }
    }
    spans.walk(root.1, &mut heads);
    heads
}

/// The best sums for all runs of words, at [`Spans::at`] of how many words follow the first, and the first. What a run is headed by
/// stands at its left or right end.
struct Spans {
    count: usize,
    /// Headed by the last word, which takes no more on this side; and by the first.
    left: Vec<f32>,
    right: Vec<f32>,
    /// The first word hangs on the last, and may take more between them; and the last on the first.
    open_left: Vec<f32>,
    open_right: Vec<f32>,
    /// Where the best run was joined, in words from its first, for the closed ones and for both open ones.
    cut_left: Vec<u32>,
    cut_right: Vec<u32>,
    cut_open: Vec<u32>,
}

#[derive(Clone, Copy)]
enum Run {
    Left,
    Right,
    OpenLeft,
    OpenRight,
}

impl Spans {
    fn new(count: usize) -> Spans {
        // behind the runs of a length there is room for lanes that are not used
        let size = (count + 1) * (count + LANES);
        let (sums, cuts) = (vec![0.0; size], vec![0; size]);
        Spans {
            count,
            left: sums.clone(),
            right: sums.clone(),
            open_left: sums.clone(),
            open_right: sums,
            cut_left: cuts.clone(),
            cut_right: cuts.clone(),
            cut_open: cuts,
        }
    }

    /// Where the run of `length` words after `first` stands.
    #[inline(always)]
    fn at(&self, length: usize, first: usize) -> usize {
        length * (self.count + LANES) + first
    }

    #[inline(always)]
    fn fill<S: Simd>(&mut self, simd: S, scores: &[f32]) {
        let n = self.count;
        for length in 1..n {
            for first in (0..n - length).step_by(LANES) {
                let (here, last) = (self.at(length, first), self.at(length - 1, first + 1));
                let joined = greatest(simd, n, &self.right[first..], &self.left[..last + LANES], length);
                store(&joined, here, &mut self.open_left, &mut self.cut_open);
            }
            let runs = self.at(length, 0)..self.at(length, n - length);
            let (left, right) = (&mut self.open_left[runs.clone()], &mut self.open_right[runs]);
            for first in 0..n - length {
                let sum = left[first];
                // the first word under the last, and the last under the first
                left[first] = sum + scores[first * (n + 1) + first + length];
                right[first] = sum + scores[(first + length) * (n + 1) + first];
            }
            for first in (0..n - length).step_by(LANES) {
                let (here, last) = (self.at(length, first), self.at(length - 1, first + 1));
                let joined = greatest(simd, n, &self.left[first..], &self.open_left[..here + LANES], length);
                store(&joined, here, &mut self.left, &mut self.cut_left);
                let open = &self.open_right[self.at(1, first)..];
                let joined = greatest(simd, n, open, &self.right[..last + LANES], length);
                store(&joined, here, &mut self.right, &mut self.cut_right);
            }
        }
    }

    fn walk(&self, root: usize, heads: &mut [usize]) {
        let mut todo = vec![(Run::Left, 0, root), (Run::Right, root, self.count - 1)];
        while let Some((run, i, j)) = todo.pop() {
            if i >= j {
                continue;
            }
            let cut = |cuts: &[u32]| i + cuts[self.at(j - i, i)] as usize;
            match run {
                Run::Left => {
                    let k = cut(&self.cut_left);
                    todo.extend([(Run::Left, i, k), (Run::OpenLeft, k, j)]);
                }
                Run::Right => {
                    let k = cut(&self.cut_right) + 1;
                    todo.extend([(Run::OpenRight, i, k), (Run::Right, k, j)]);
                }
                Run::OpenLeft | Run::OpenRight => {
                    match run {
                        Run::OpenLeft => heads[i] = j,
                        _ => heads[j] = i,
                    }
                    let k = cut(&self.cut_open);
                    todo.extend([(Run::Right, i, k), (Run::Left, k + 1, j)]);
                }
            }
        }
    }
}

/// The greatest sums of a left and a right part for [`LANES`] runs, and the first cuts that give them. Left parts grow from cut to
/// cut, from the first row of `left` on, while right parts get shorter, from the last [`LANES`] of `right` up.
#[inline(always)]
fn greatest<S: Simd>(
    simd: S,
    count: usize,
    left: &[f32],
    right: &[f32],
    cuts: usize,
) -> (f32x8<S>, u32x8<S>) {
    let row = count + LANES;
    let mut best = f32x8::splat(simd, f32::NEG_INFINITY);
    let mut at = u32x8::splat(simd, 0);
    for cut in 0..cuts {
        // the right part is a row less, and a word further on
        let (from, to) = (cut * row, right.len() - cut * (row - 1));
        let (Some(left), Some(right)) =
            (left[from..].first_chunk::<LANES>(), right[..to].last_chunk::<LANES>())
        else {
            break;
        };
        let sum = f32x8::simd_from(simd, *left) + f32x8::simd_from(simd, *right);
        let better = sum.simd_gt(best);
        best = better.select(sum, best);
        at = better.select(u32x8::splat(simd, cut as u32), at);
    }
    (best, at)
}

#[inline(always)]
fn store<S: Simd>(joined: &(f32x8<S>, u32x8<S>), at: usize, sums: &mut [f32], cuts: &mut [u32]) {
    sums[at..at + LANES].copy_from_slice(joined.0.as_slice());
    cuts[at..at + LANES].copy_from_slice(joined.1.as_slice());
}
