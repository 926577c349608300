//! Which passages do two reports share, and is that enough to call one a copy?
//!
//! Winnowed word 5-grams find pairs (Schleimer, Wilkerson and Aiken 2003), alignment verifies them. Words inside quotation
//! marks do not count: reporters who heard the same speech write down the same words.

use super::align::{Kind, LEAST, Passage, align};
use super::body::{Body, fingerprint};
use crate::Reports;
use crate::story::words;
use firsthand_text::Span;
use firsthand_text::language::Annotated;
use std::collections::{BTreeMap, BTreeSet};

/// Words of one fingerprint.
const GRAM: usize = 5;
/// Of so many fingerprints in a row the least is kept: every common run of `WINDOW + GRAM - 1` words is found.
const WINDOW: usize = 8;

/// What two reports have in common.
#[derive(Debug, Clone, PartialEq)]
pub struct Overlap {
    /// The two reports, the smaller index first.
    pub reports: (usize, usize),
    /// Passages in the order of the first report, edited ones too.
    pub passages: Vec<Shared>,
    /// Part of the words outside quotations that stand in the other in runs of five or more, 0 to 1, for each of the two.
    pub shares: (f64, f64),
    /// How many words outside quotations they share in such runs.
    pub words: usize,
    /// What it amounts to.
    pub label: Label,
}

/// A passage of two reports.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shared {
    /// Where it stands in the first.
    pub one: Span,
    /// Where it stands in the second.
    pub other: Span,
    /// Part of its words that stand in both, 0 to 1.
    pub identity: f64,
    /// Whether it is mostly a quotation, which both may have heard.
    pub quoted: bool,
}

/// What an overlap amounts to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Label {
    /// A phrase here and there, or words said by others.
    Little,
    /// Passages of some length.
    Passages,
    /// Most of the shorter stands in the longer.
    Excerpt,
    /// Most of each stands in the other.
    Reprint,
}

/// Shared words outside quotations from which two reports do not have a passage in common by accident: 44 five-grams
/// parted copies from others with an accuracy of 0.987 on 76 pairs judged by hand, which is 48 words.
const PASSAGE: usize = 48;

/// The words of a report and its quotations.
pub fn body(report: &Annotated) -> Body {
    let found = words(&report.report.text, report.report.body);
    let quotes: Vec<Span> = report.quotes.iter().filter(|q| !q.scare).map(|q| q.span).collect();
    Body::new(&found, &quotes)
}

/// Fingerprints that stand for all others: of every window the least.
fn winnowed(body: &Body) -> BTreeSet<u64> {
    let gram = |g: &[u64]| fingerprint(g.iter().flat_map(|h| h.to_le_bytes()));
    let grams: Vec<u64> = body.words.windows(GRAM).map(gram).collect();
    let least = |w: &[u64]| w.iter().copied().min();
    if grams.len() < WINDOW {
        return least(&grams).into_iter().collect();
    }
    grams.windows(WINDOW).filter_map(least).collect()
}

/// All overlaps among the reports, in order of their pairs.
pub fn overlaps(reports: &Reports<'_>) -> Vec<Overlap> {
    among(&reports.iter().map(|r| body(r)).collect::<Vec<_>>())
}

/// All overlaps among bodies, in order of their pairs.
pub fn among(bodies: &[Body]) -> Vec<Overlap> {
    of_pairs(bodies, linked(bodies))
}

/// The overlaps of these pairs.
pub(super) fn of_pairs(bodies: &[Body], pairs: BTreeSet<(usize, usize)>) -> Vec<Overlap> {
    pairs.into_iter().filter_map(|(a, b)| overlap((a, &bodies[a]), (b, &bodies[b]))).collect()
}

/// All pairs that have a fingerprint in common.
pub(super) fn linked(bodies: &[Body]) -> BTreeSet<(usize, usize)> {
    let prints: Vec<BTreeSet<u64>> = bodies.iter().map(winnowed).collect();
    let mut index: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    for (n, prints) in prints.iter().enumerate() {
        prints.iter().for_each(|g| index.entry(*g).or_default().push(n));
    }
    let mut pairs = BTreeSet::new();
    for (one, prints) in prints.iter().enumerate() {
        // A row of marks: hundreds of copies share dozens of fingerprints, and each pair is wanted once.
        let mut met = vec![false; bodies.len()];
        for held in prints.iter().filter_map(|g| index.get(g)) {
            held.iter().for_each(|&other| met[other] = true);
        }
        pairs.extend((one + 1..bodies.len()).filter(|&other| met[other]).map(|other| (one, other)));
    }
    pairs
}

fn overlap((a, one): (usize, &Body), (b, other): (usize, &Body)) -> Option<Overlap> {
    let found = align(one, other);
    if found.is_empty() {
        return None;
    }
    let shared: usize = found.iter().map(|p| p.equal).sum();
    let part = |body: &Body| (shared as f64 / body.own().max(1) as f64).min(1.0);
    let shares = (part(one), part(other));
    let label = match (shared, shares.0.max(shares.1), shares.0.min(shares.1)) {
        (n, _, least) if n >= LEAST && least >= 0.5 => Label::Reprint,
        (n, most, _) if n >= LEAST * 2 && most >= 0.5 => Label::Excerpt,
        (n, _, _) if n >= PASSAGE => Label::Passages,
        _ => Label::Little,
    };
    let passage = |p: &Passage| Shared {
        one: one.span(&p.one),
        other: other.span(&p.other),
        identity: p.identity,
        quoted: p.kind == Kind::Quote,
    };
    let passages = found.iter().map(passage).collect();
    Some(Overlap { reports: (a, b), passages, shares, words: shared, label })
}
