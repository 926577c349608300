//! Word by word, in a band around the diagonal.

/// How far from the diagonal an alignment may stray, beside the difference of the lengths.
const BAND: usize = 8;

/// How many words two rows have in common in the same order (longest common subsequence, within the band).
pub(super) fn common(one: &[u64], other: &[u64]) -> usize {
    let head = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let (one, other) = (&one[head..], &other[head..]);
    let tail = one.iter().rev().zip(other.iter().rev()).take_while(|(a, b)| a == b).count();
    let (one, other) = (&one[..one.len() - tail], &other[..other.len() - tail]);
    if one.is_empty() || other.is_empty() {
        return head + tail;
    }
    let reach = one.len().abs_diff(other.len()) + BAND;
    let mut above = vec![0usize; other.len() + 1];
    let mut row = above.clone();
    for (i, a) in one.iter().enumerate() {
        // Where the diagonal of the longer side stands for this word.
        let centre = i * other.len() / one.len();
        let (from, to) = (centre.saturating_sub(reach), (centre + reach).min(other.len()));
        row[from] = if from == 0 { 0 } else { above[from] };
        for j in from..to {
            row[j + 1] = if other[j] == *a { above[j] + 1 } else { above[j + 1].max(row[j]) };
        }
        let end = row[to];
        row[to..].fill(end);
        std::mem::swap(&mut above, &mut row);
    }
    head + tail + above[other.len()]
}
