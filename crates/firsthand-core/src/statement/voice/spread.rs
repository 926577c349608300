//! Content goes on: the rest of a quotation, and the quotations that follow without a cue of their own.

use super::Voice;
use crate::statement::speech::tokens_in;
use crate::statement::tree::Tree;

/// Lengthens contents to whole quotations, and over those that follow in the paragraph.
pub(super) fn spread(tree: &Tree<'_>, voices: &mut [Voice]) {
    let quotes: Vec<(usize, usize)> =
        tree.report.quotes.iter().filter(|q| !q.scare).filter_map(|q| tokens_in(tree, q.span)).collect();
    let mut taken = vec![false; quotes.len()];
    for voice in voices.iter_mut() {
        for (n, &(first, last)) in quotes.iter().enumerate() {
            let held: usize =
                voice.content.iter().map(|r| r.1.min(last).saturating_sub(r.0.max(first))).sum();
            let outside = voice.anchor < first || voice.anchor >= last;
            let here = tree.report.sentences[tree.sentence[voice.anchor]];
            let shown = last.min(here.last).saturating_sub(first.max(here.first));
            if outside && held > 0 && held * 2 >= shown {
                voice.content.push((first, last));
                taken[n] = true;
            }
        }
        voice.content = union(&voice.content);
    }
    // A quotation that nobody's content holds goes on where the one before it in the paragraph left off.
    for n in 1..quotes.len() {
        if taken[n] || !taken[n - 1] {
            continue;
        }
        let (first, last) = quotes[n];
        let of = |t: usize| tree.report.sentences[tree.sentence[t]].paragraph;
        let before = quotes[n - 1];
        let alone = alone(tree, first, last);
        let near = of(first) == of(before.1 - 1) || (alone && of(first) == of(before.1 - 1).map(|p| p + 1));
        let voiced = voices.iter().any(|v| {
            tree.sentence[v.anchor] == tree.sentence[first] && (v.anchor < first || v.anchor >= last)
        });
        let speaker = voices.iter_mut().find(|v| {
            let holds = v.content.iter().any(|r| r.0 <= before.0 && before.1 <= r.1);
            holds && !(v.anchor >= before.0 && v.anchor < before.1)
        });
        if let Some(speaker) = speaker.filter(|_| near && !voiced) {
            speaker.content.push((first, last));
            speaker.content = union(&speaker.content);
            taken[n] = true;
        }
    }
}

/// Whether a quotation makes up its sentences.
fn alone(tree: &Tree<'_>, first: usize, last: usize) -> bool {
    let (a, b) =
        (tree.report.sentences[tree.sentence[first]], tree.report.sentences[tree.sentence[last - 1]]);
    first <= a.first + 1 && last + 2 >= b.last
}

/// Runs in order, joined where they meet.
fn union(runs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let mut sorted = runs.to_vec();
    sorted.sort_unstable();
    let mut out: Vec<(usize, usize)> = Vec::new();
    for run in sorted {
        match out.last_mut() {
            Some(last) if run.0 <= last.1 => last.1 = last.1.max(run.1),
            _ => out.push(run),
        }
    }
    out
}
