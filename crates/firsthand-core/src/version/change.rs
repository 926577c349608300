//! What changed from one version of a report to the next, sentence by sentence.

use firsthand_text::Span;
use firsthand_text::language::Annotated;
use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::collections::BTreeSet;

/// Share of words two sentences must have in common for the one to be the other rewritten (Dice coefficient).
const REWRITTEN: f32 = 0.5;

/// One sentence that is not as it was: added where it has no `before`, removed where it has no `after`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// Where it stood in the text of the older version, title included.
    pub before: Option<Span>,
    /// Where it stands in the text of the newer version.
    pub after: Option<Span>,
}

/// The changes from one version to the next, in order of the text.
pub(super) fn changes(before: &Annotated, after: &Annotated) -> Vec<Change> {
    let (old, new) = (sentences(before), sentences(after));
    let folded = |list: &[(Span, &str)]| list.iter().map(|(_, text)| words(text)).collect::<Vec<_>>();
    let (old_words, new_words) = (folded(&old), folded(&new));
    let mut out = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &old_words, &new_words) {
        if matches!(op, DiffOp::Equal { .. }) {
            continue;
        }
        // Where sentences were replaced, each new one is paired with the likest old one that is left.
        let mut gone: Vec<usize> = op.old_range().collect();
        for at in op.new_range() {
            let likeness = |o: &usize| dice(&old_words[*o], &new_words[at]);
            let best = gone
                .iter()
                .enumerate()
                .max_by(|(x, a), (y, b)| likeness(a).total_cmp(&likeness(b)).then(y.cmp(x)));
            let was = best.filter(|(_, o)| likeness(o) >= REWRITTEN).map(|(n, _)| n).map(|n| gone.remove(n));
            out.push(Change { before: was.map(|o| old[o].0), after: Some(new[at].0) });
        }
        out.extend(gone.into_iter().map(|o| Change { before: Some(old[o].0), after: None }));
    }
    out
}

/// Share of the sentences of the one with fewer that stand in the other too, 0 to 1.
pub(super) fn common(a: &Annotated, b: &Annotated) -> f32 {
    let set = |x: &Annotated| sentences(x).iter().map(|(_, t)| words(t)).collect::<BTreeSet<_>>();
    let (a, b) = (set(a), set(b));
    let least = a.len().min(b.len());
    if least == 0 { 0.0 } else { a.intersection(&b).count() as f32 / least as f32 }
}

fn sentences(report: &Annotated) -> Vec<(Span, &str)> {
    report.sentences.iter().map(|s| (s.span, s.span.of(&report.report.text))).collect()
}

/// The words of a sentence; white space and the kind of quotation marks do not count, figures and case do.
fn words(sentence: &str) -> Vec<String> {
    let plain = |w: &str| w.replace(['“', '”', '„', '«', '»'], "\"").replace(['‘', '’'], "'");
    sentence.split_whitespace().map(plain).collect()
}

fn dice(a: &[String], b: &[String]) -> f32 {
    let set = |x: &[String]| x.iter().map(|w| w.to_lowercase()).collect::<BTreeSet<_>>();
    let (a, b) = (set(a), set(b));
    let all = a.len() + b.len();
    if all == 0 { 0.0 } else { 2.0 * a.intersection(&b).count() as f32 / all as f32 }
}
