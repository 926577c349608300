//! The best sequence of labels (Viterbi 1967).

use super::label::{LABELS, Label, OUTSIDE, follows, open};

/// Scores of one label after another, as `[label][next]`.
pub type Transitions = [[f32; LABELS]; LABELS];

/// Whether words that are in no name stand around the words that are decoded.
#[derive(Debug, Clone, Copy, Default)]
pub struct Ends {
    /// One stands before.
    pub before: bool,
    /// One stands after.
    pub after: bool,
}

/// The best allowed sequence under the scores of each word's labels and the transitions.
pub fn decode(scores: &[[f32; LABELS]], transitions: &Transitions, ends: Ends) -> Vec<Label> {
    let outside = usize::from(OUTSIDE);
    let leading = &*LEADING;
    let mut best: Vec<[f32; LABELS]> = Vec::with_capacity(scores.len());
    let mut from: Vec<[u8; LABELS]> = Vec::with_capacity(scores.len());
    for (at, own) in scores.iter().enumerate() {
        let mut row = [f32::NEG_INFINITY; LABELS];
        let mut back = [0; LABELS];
        for (next, score) in row.iter_mut().enumerate() {
            let Some(before) = at.checked_sub(1).and_then(|a| best.get(a)) else {
                if follows(outside, next) {
                    *score = own[next] + if ends.before { transitions[outside][next] } else { 0.0 };
                }
                continue;
            };
            for &label in &leading[next] {
                let label = usize::from(label);
                let sum = before[label] + transitions[label][next];
                if sum > *score {
                    (*score, back[next]) = (sum, label as u8);
                }
            }
            *score += own[next];
        }
        best.push(row);
        from.push(back);
    }
    let Some(end) = best.last() else { return Vec::new() };
    let last = |label: usize| end[label] + if ends.after { transitions[label][outside] } else { 0.0 };
    let mut label = outside;
    for candidate in (0..LABELS).filter(|c| !open(*c)) {
        if last(candidate) > last(label) {
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

/// The labels each label may follow.
static LEADING: std::sync::LazyLock<[Vec<Label>; LABELS]> = std::sync::LazyLock::new(|| {
    std::array::from_fn(|next| (0..LABELS as Label).filter(|l| follows(usize::from(*l), next)).collect())
});
