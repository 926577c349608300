//! Which report has its text from which? At most one for each, and never in a circle.

use super::overlap::{Label, Overlap};
use crate::Reports;
use firsthand_text::Span;

/// One report has its text, or part of it, from another.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Copy {
    pub(super) child: usize,
    pub(super) parent: usize,
    /// Part of the child's words, quotations left out, that stand in the parent.
    pub(super) share: f64,
    /// Passages: in the child, in the parent.
    pub(super) passages: Vec<(Span, Span)>,
    /// Why it is the child.
    pub(super) reason: String,
}

/// Chooses for each report the one it shares most with among those that can be before it. `credited` says which
/// reports name an agency as theirs.
pub(super) fn copies(reports: &Reports<'_>, overlaps: &[Overlap], credited: &[bool]) -> Vec<Copy> {
    let mut found: Vec<Copy> =
        overlaps.iter().filter(|o| o.label > Label::Little).map(|o| directed(reports, o, credited)).collect();
    // The largest share first; each report keeps its first parent that makes no circle.
    found.sort_by(|a, b| b.share.total_cmp(&a.share).then((a.parent, a.child).cmp(&(b.parent, b.child))));
    // A report copied from the same original as its sibling is a copy of the original, so an original goes first.
    found.sort_by_key(|c| !credited[c.parent]);
    let mut parent: Vec<Option<usize>> = vec![None; reports.len()];
    let mut out = Vec::new();
    for copy in found {
        if parent[copy.child].is_some() || above(&parent, copy.parent).contains(&copy.child) {
            continue;
        }
        parent[copy.child] = Some(copy.parent);
        out.push(copy);
    }
    out.sort_by_key(|c| (c.child, c.parent));
    out
}

/// The report and all it has its text from.
fn above(parent: &[Option<usize>], report: usize) -> Vec<usize> {
    let mut out = vec![report];
    while let Some(next) = out.last().and_then(|&r| parent[r]) {
        out.push(next);
    }
    out
}

/// Tells which of two reports came first: the one that credits an agency as its own, the earlier published, the one
/// that has the whole; where nothing tells, the first in order.
fn directed(reports: &Reports<'_>, overlap: &Overlap, credited: &[bool]) -> Copy {
    let (a, b) = overlap.reports;
    let published = |r: usize| reports[r].report.published.day;
    let (child, why) = if credited[a] != credited[b] {
        (if credited[a] { b } else { a }, "the other names the agency it is from")
    } else if let (Some(x), Some(y)) = (published(a), published(b))
        && x != y
    {
        (if x < y { b } else { a }, "the other was published earlier")
    } else if (overlap.shares.0 - overlap.shares.1).abs() > 0.1 {
        (if overlap.shares.0 > overlap.shares.1 { a } else { b }, "the other has more of the text")
    } else {
        (b, "nothing tells which came first")
    };
    let flipped = child == b;
    let (share, parent) = if flipped { (overlap.shares.1, a) } else { (overlap.shares.0, b) };
    let turn = |&(x, y): &(Span, Span)| if flipped { (y, x) } else { (x, y) };
    let what = match overlap.label {
        Label::Reprint => "they are one text",
        Label::Excerpt => "most of the shorter stands in the longer",
        Label::Passages | Label::Little => "they share passages word for word",
    };
    let reason = format!("{what} ({} words outside quotations); {why}", overlap.words);
    Copy { child, parent, share, passages: overlap.passages.iter().map(turn).collect(), reason }
}
