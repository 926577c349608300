//! Runs that follow each other in both texts, as chains; the best chain first, none on words of another.

use super::seed::Run;

/// So many runs before it are tried as the one a run follows (minimap2 looks back 50 anchors at most).
const BACK: usize = 48;
/// What a step to the next run costs at least, in words: fewer steps are better where all else is equal.
const STEP: f64 = 0.5;
/// Runs shorter than this stand for nothing once others have taken their words.
const SHORTEST: usize = 3;

/// Chooses runs so that no word of either text is used twice, and gives them in the order of the one.
pub(super) fn tiles(mut runs: Vec<Run>, ones: usize, others: usize) -> Vec<Run> {
    let (mut taken, mut given) = (vec![false; ones], vec![false; others]);
    let mut out = Vec::new();
    while !runs.is_empty() {
        for run in best(&runs) {
            taken[run.one..run.one + run.length].fill(true);
            given[run.other..run.other + run.length].fill(true);
            out.push(run);
        }
        runs = runs.iter().flat_map(|r| left(*r, &taken, &given)).collect();
        runs.sort_unstable();
    }
    out.sort_unstable();
    out
}

/// What is left of a run where some of its words are used.
fn left(run: Run, taken: &[bool], given: &[bool]) -> Vec<Run> {
    let mut out: Vec<Run> = Vec::new();
    let mut open = false;
    for n in 0..run.length {
        let free = !taken[run.one + n] && !given[run.other + n];
        match out.last_mut() {
            Some(last) if free && open => last.length += 1,
            _ if free => out.push(Run { one: run.one + n, other: run.other + n, length: 1 }),
            _ => {}
        }
        open = free;
    }
    out.retain(|r| r.length > SHORTEST);
    out
}

/// The chain with the most words, its gaps paid for; the first of equals. Runs in it never overlap.
fn best(runs: &[Run]) -> Vec<Run> {
    let mut score: Vec<(f64, Option<usize>)> = Vec::with_capacity(runs.len());
    for (at, run) in runs.iter().enumerate() {
        let mut mine = (run.length as f64, None);
        for before in (at.saturating_sub(BACK)..at).rev() {
            let Some((cost, cut)) = step(&runs[before], run) else { continue };
            let sum = score[before].0 + (run.length - cut) as f64 - cost;
            if sum > mine.0 {
                mine = (sum, Some(before));
            }
        }
        score.push(mine);
    }
    let mut at = (0..runs.len()).reduce(|a, b| if score[b].0 > score[a].0 { b } else { a });
    let mut out: Vec<Run> = Vec::new();
    while let Some(n) = at {
        let mut run = runs[n];
        if let Some(next) = out.last() {
            // An overlap with the next run is cut from this one's tail.
            let over = (run.one + run.length).saturating_sub(next.one);
            let over = over.max((run.other + run.length).saturating_sub(next.other));
            run.length -= over.min(run.length - 1);
        }
        out.push(run);
        at = score[n].1;
    }
    out
}

/// What it costs to go on from one run with another, and how many words they overlap; none where the other does not
/// come after it in both texts.
fn step(before: &Run, run: &Run) -> Option<(f64, usize)> {
    if before.one >= run.one || before.other >= run.other {
        return None;
    }
    let over = (before.one + before.length).saturating_sub(run.one);
    let over = over.max((before.other + before.length).saturating_sub(run.other));
    if over >= run.length || over >= before.length {
        return None;
    }
    let gaps = (run.one + over - before.one - before.length, run.other + over - before.other - before.length);
    let drift = gaps.0.abs_diff(gaps.1) as f64;
    // As in minimap2 (Li 2018): a gap costs little more the longer it is, for cuts are long.
    Some((STEP + 0.1 * gaps.0.min(gaps.1).min(20) as f64 + 0.5 * (drift + 1.0).log2(), over))
}
