//! Which passages do two reports share, and where?
//!
//! Whether one copies the other is asked of [`crate::story::copy`], which finds and labels the pairs; their passages are then
//! aligned, so that edited ones are found too. Words inside quotation marks do not count: reporters who heard the same speech
//! write down the same words.

use super::align::{Kind, Passage, align};
use super::body::Body;
use crate::Reports;
use crate::story::copy::{Label, pairs};
use crate::story::words;
use firsthand_text::Span;
use firsthand_text::language::Annotated;

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

/// The words of a report and its quotations.
pub fn body(report: &Annotated) -> Body {
    let found = words(&report.report.text, report.report.body);
    let quotes: Vec<Span> = report.quotes.iter().filter(|q| !q.scare).map(|q| q.span).collect();
    Body::new(&found, &quotes)
}

/// Pairs that have more than the words of others in common, with their labels, in order.
pub(super) fn linked(reports: &Reports<'_>) -> Vec<((usize, usize), Label)> {
    let copied = pairs(reports).into_iter().filter(|p| p.label > Label::SharedQuotesOnly);
    copied.map(|p| (p.reports, p.label)).collect()
}

/// What a pair shares; none where no passage of it can be aligned.
pub(super) fn overlap(bodies: &[Body], (a, b): (usize, usize), label: Label) -> Option<Overlap> {
    let (one, other) = (&bodies[a], &bodies[b]);
    let found = align(one, other);
    if found.is_empty() {
        return None;
    }
    let shared: usize = found.iter().map(|p| p.equal).sum();
    let part = |body: &Body| (shared as f64 / body.own().max(1) as f64).min(1.0);
    let passage = |p: &Passage| Shared {
        one: one.span(&p.one),
        other: other.span(&p.other),
        identity: p.identity,
        quoted: p.kind == Kind::Quote,
    };
    let passages = found.iter().map(passage).collect();
    Some(Overlap { reports: (a, b), passages, shares: (part(one), part(other)), words: shared, label })
}
