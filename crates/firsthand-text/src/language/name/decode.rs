//! The best sequence of labels (Viterbi 1967).

use super::label::{LABELS, Label, follows, open};

/// Scores of one label after another, as `[label][next]`.
pub type Transitions = [[f32; LABELS]; LABELS];

/// The best allowed sequence under the scores of each word's labels and the transitions.
pub fn decode(scores: &[[f32; LABELS]], transitions: &Transitions) -> Vec<Label> {
    let mut best: Vec<[f32; LABELS]> = Vec::with_capacity(scores.len());
    let mut from: Vec<[u8; LABELS]> = Vec::with_capacity(scores.len());
    for (at, own) in scores.iter().enumerate() {
        let mut row = [f32::NEG_INFINITY; LABELS];
        let mut back = [0; LABELS];
        for (next, score) in row.iter_mut().enumerate() {
            let Some(before) = at.checked_sub(1).and_then(|a| best.get(a)) else {
                if follows(0, next) {
                    *score = own[next];
                }
                continue;
            };
            for (label, ahead) in before.iter().enumerate() {
                let sum = ahead + transitions[label][next];
                if ALLOWED[label][next] && sum > *score {
                    (*score, back[next]) = (sum, label as u8);
                }
            }
            *score += own[next];
        }
        best.push(row);
        from.push(back);
    }
    let Some(end) = best.last() else { return Vec::new() };
    let mut label = 0;
    for (candidate, score) in end.iter().enumerate() {
        if !open(candidate) && *score > end[label] {
            label = candidate;
        }
    }
    let mut out = vec![0; scores.len()];
    for at in (0..scores.len()).rev() {
        out[at] = label as Label;
        label = usize::from(from[at][label]);
    }
    out
}

static ALLOWED: std::sync::LazyLock<[[bool; LABELS]; LABELS]> =
    std::sync::LazyLock::new(|| std::array::from_fn(|a| std::array::from_fn(|b| follows(a, b))));
