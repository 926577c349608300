//! Copies without times, outlets or credits: who is next to whom?

use super::super::body::Body;
use rayon::prelude::*;
use similar::{Algorithm, DiffOp, capture_diff_slices};

/// Two copies next to each other in the tree of copies; nothing says which came first.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Link {
    /// The one, by number.
    pub one: usize,
    /// The other.
    pub other: usize,
    /// Places in which the two differ, for every hundred words they share.
    pub distance: f64,
}

/// More words in a row that one of two copies has not are a gap in it and no variant.
const GAP: usize = 25;

/// Joins all copies by the shortest tree (Prim 1957) over how many places differ for the words they share: however many words a
/// place is about, a copyist erred once, and what a copy has lost says nothing of where it is from.
pub fn stemma(copies: &[Body]) -> Vec<Link> {
    let pairs: Vec<(usize, usize)> = (0..copies.len()).flat_map(|a| (0..a).map(move |b| (b, a))).collect();
    let distances: Vec<f64> = pairs.par_iter().map(|&(a, b)| distance(&copies[a], &copies[b])).collect();
    let mut joined = vec![false; copies.len()];
    joined.iter_mut().take(1).for_each(|j| *j = true);
    let mut out = Vec::new();
    for _ in 1..copies.len() {
        let crossing = pairs.iter().zip(&distances).filter(|((a, b), _)| joined[*a] != joined[*b]);
        let least = crossing.min_by(|x, y| x.1.total_cmp(y.1));
        let Some((&(one, other), &distance)) = least else { break };
        (joined[one], joined[other]) = (true, true);
        out.push(Link { one, other, distance });
    }
    out
}

fn distance(one: &Body, other: &Body) -> f64 {
    let (mut places, mut shared) = (0.0, 0.0);
    for step in capture_diff_slices(Algorithm::Myers, &one.words, &other.words) {
        match step {
            DiffOp::Equal { len, .. } => shared += len as f64,
            DiffOp::Delete { old_len: n, .. } | DiffOp::Insert { new_len: n, .. } if n > GAP => {}
            DiffOp::Replace { old_len, new_len, .. } if old_len.max(new_len) > GAP => {}
            _ => places += 1.0,
        }
    }
    100.0 * places / f64::max(shared, 1.0)
}
