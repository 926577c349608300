//! The edges as they are found: one for each pair and kind, with all its places.

use super::copy::Copy;
use super::{Edge, EdgeKind, End};
use firsthand_text::Span;
use std::collections::BTreeMap;

/// Edges by their ends and kind.
#[derive(Debug, Default)]
pub(super) struct Drawing {
    edges: BTreeMap<(End, End, EdgeKind), Edge>,
}

impl Drawing {
    /// Adds an edge, or its places to the one that is there; the first reason stays. An edge to itself is none.
    pub(super) fn add(
        &mut self,
        from: End,
        to: End,
        kind: EdgeKind,
        places: &[(usize, Span)],
        reason: String,
    ) {
        if from == to {
            return;
        }
        let edge = self.edges.entry((from, to, kind)).or_insert_with(|| Edge::new(from, to, kind, reason));
        edge.places.extend(places);
    }

    /// Adds a copy with all that is known of it; `common` is the agency that both credit and no report is by.
    pub(super) fn copy(&mut self, copy: &Copy, common: Option<usize>) {
        let (from, to) = (End::Report(copy.child), End::Report(copy.parent));
        let ends = |&(a, b): &(Span, Span)| [(copy.child, a), (copy.parent, b)];
        let edge = Edge {
            places: copy.passages.iter().flat_map(ends).collect(),
            share: Some(copy.share),
            second: copy.second,
            common,
            confidence: copy.step.as_ref().map(|s| s.confidence),
            or: copy.step.as_ref().map_or_else(Vec::new, |s| s.or.clone()),
            evidence: copy.step.as_ref().map_or_else(Vec::new, |s| s.evidence.clone()),
            ..Edge::new(from, to, EdgeKind::Copies, copy.reason.clone())
        };
        self.edges.insert((from, to, EdgeKind::Copies), edge);
    }

    /// All edges in order, their places too.
    pub(super) fn finish(self) -> Vec<Edge> {
        let mut out: Vec<Edge> = self.edges.into_values().collect();
        for edge in &mut out {
            edge.places.sort_unstable();
            edge.places.dedup();
        }
        out
    }
}
