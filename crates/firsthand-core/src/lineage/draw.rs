//! The edges as they are found: one for each pair and kind, with all its places.

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
        let new = Edge { from, to, kind, places: Vec::new(), share: None, reason };
        let edge = self.edges.entry((from, to, kind)).or_insert(new);
        edge.places.extend(places);
    }

    /// Adds a copy with its share.
    pub(super) fn copy(
        &mut self,
        from: usize,
        to: usize,
        share: f64,
        places: Vec<(usize, Span)>,
        reason: String,
    ) {
        let (from, to) = (End::Report(from), End::Report(to));
        let edge = Edge { from, to, kind: EdgeKind::Copies, places, share: Some(share), reason };
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
