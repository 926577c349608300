//! Which sentences say that the outlet itself saw, heard or holds what they tell?
//!
//! Only words that name the outlet count: `told the Evening Mail`, `a Reuters reporter saw`, `documents seen by the BBC`. A byline and a
//! dateline do not show it, for agency text is printed under both.

use crate::Reports;
use crate::story::{Word, words};
use firsthand_text::language::Annotated;
use firsthand_text::report::agency;
use std::collections::BTreeSet;

/// Those whom an outlet sends, after its name.
const SENT: [&str; 14] = [
    "reporter",
    "reporters",
    "correspondent",
    "correspondents",
    "journalist",
    "journalists",
    "photographer",
    "photographers",
    "crew",
    "team",
    "witness",
    "witnesses",
    "interview",
    "investigation",
];
/// Words before its name.
const BEFORE: [&str; 12] = [
    "told",
    "tells",
    "seen",
    "obtained",
    "reviewed",
    "heard",
    "viewed",
    "verified",
    "interview",
    "exclusively",
    "shown",
    "learned",
];
/// Words that may stand between.
const BETWEEN: [&str; 6] = ["by", "the", "to", "with", "a", "an"];

/// (report, sentence) of all such sentences.
pub(super) fn sentences(reports: &Reports<'_>) -> BTreeSet<(usize, usize)> {
    let mut out = BTreeSet::new();
    for (n, report) in reports.iter().enumerate() {
        let names = names(report);
        if names.is_empty() {
            continue;
        }
        for (at, sentence) in report.sentences.iter().enumerate() {
            let text = words(&report.report.text, sentence.span);
            if names.iter().any(|name| shows(&text, name)) {
                out.insert((n, at));
            }
        }
    }
    out
}

/// What an outlet calls itself: its name and the listed forms of it, as words.
fn names(report: &Annotated) -> Vec<Vec<String>> {
    let Some(outlet) = report.report.outlet.as_deref() else { return Vec::new() };
    let listed = agency::of(outlet).into_iter().flat_map(|a| a.forms.iter().copied().chain([a.name]));
    let fold = |name: &str| -> Vec<String> {
        let all = firsthand_text::Span::new(0, name.len());
        let folded = words(name, all).into_iter().map(|w| w.folded);
        folded.skip_while(|w| w == "the").collect()
    };
    let mut out: Vec<Vec<String>> = listed.chain([outlet]).map(fold).filter(|n| !n.is_empty()).collect();
    out.sort();
    out.dedup();
    out
}

fn shows(text: &[Word], name: &[String]) -> bool {
    let is = |at: usize| {
        let here = &text[at..at + name.len()];
        here.iter().zip(name).all(|(w, n)| w.folded == *n) && here.iter().any(|w| w.capital)
    };
    (0..(text.len() + 1).saturating_sub(name.len())).filter(|&at| is(at)).any(|at| {
        let after = text.get(at + name.len()).is_some_and(|w| SENT.contains(&w.folded.as_str()));
        let mut before =
            text[..at].iter().rev().map(|w| w.folded.as_str()).skip_while(|w| BETWEEN.contains(w));
        after || before.next().is_some_and(|w| BEFORE.contains(&w))
    })
}
