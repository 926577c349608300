//! The best tree: every word hangs on one other, one word on the root, and no arc crosses another (Eisner 1996).

/// The heads of the tree with the greatest sum. `scores[dependent * (count + 1) + head]`; the root is the head `count`.
pub fn best(scores: &[f32], count: usize) -> Vec<usize> {
    let mut heads = vec![count; count];
    if count < 2 {
        return heads;
    }
    let mut spans = Spans::new(count);
    for width in 1..count {
        for first in 0..count - width {
            spans.join(scores, first, first + width);
        }
    }
    let at = |i: usize, j: usize| i * count + j;
    let mut root = (f32::NEG_INFINITY, 0);
    for word in 0..count {
        let sum =
            spans.left[at(0, word)] + spans.right[at(word, count - 1)] + scores[word * (count + 1) + count];
        if sum > root.0 {
            root = (sum, word);
        }
    }
    spans.walk(root.1, &mut heads);
    heads
}

/// The best sums for all runs of words `i..=j`, at `i * count + j`. What a run is headed by stands at its left or right end.
struct Spans {
    count: usize,
    /// Headed by the last word, which takes no more on this side; and by the first.
    left: Vec<f32>,
    right: Vec<f32>,
    /// The first word hangs on the last, and may take more between them; and the last on the first.
    open_left: Vec<f32>,
    open_right: Vec<f32>,
    /// Where the best run was joined, for the closed ones and for both open ones.
    cut_left: Vec<u16>,
    cut_right: Vec<u16>,
    cut_open: Vec<u16>,
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
        let (sums, cuts) = (vec![0.0; count * count], vec![0; count * count]);
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

    fn join(&mut self, scores: &[f32], i: usize, j: usize) {
        let n = self.count;
        let at = |i: usize, j: usize| i * n + j;
        let (sum, cut) = greatest(i..j, |k| self.right[at(i, k)] + self.left[at(k + 1, j)]);
        self.open_left[at(i, j)] = sum + scores[i * (n + 1) + j];
        self.open_right[at(i, j)] = sum + scores[j * (n + 1) + i];
        self.cut_open[at(i, j)] = cut;
        let (sum, cut) = greatest(i..j, |k| self.left[at(i, k)] + self.open_left[at(k, j)]);
        (self.left[at(i, j)], self.cut_left[at(i, j)]) = (sum, cut);
        let (sum, cut) = greatest(i + 1..j + 1, |k| self.open_right[at(i, k)] + self.right[at(k, j)]);
        (self.right[at(i, j)], self.cut_right[at(i, j)]) = (sum, cut);
    }

    fn walk(&self, root: usize, heads: &mut [usize]) {
        let mut todo = vec![(Run::Left, 0, root), (Run::Right, root, self.count - 1)];
        while let Some((run, i, j)) = todo.pop() {
            if i >= j {
                continue;
            }
            let cut = |cuts: &[u16]| usize::from(cuts[i * self.count + j]);
            match run {
                Run::Left => {
                    let k = cut(&self.cut_left);
                    todo.extend([(Run::Left, i, k), (Run::OpenLeft, k, j)]);
                }
                Run::Right => {
                    let k = cut(&self.cut_right);
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

#[inline]
fn greatest(range: std::ops::Range<usize>, sum: impl Fn(usize) -> f32) -> (f32, u16) {
    let mut best = (f32::NEG_INFINITY, range.start as u16);
    for k in range {
        let here = sum(k);
        if here > best.0 {
            best = (here, k as u16);
        }
    }
    best
}
