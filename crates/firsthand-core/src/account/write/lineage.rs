//! Origins and the steps of the lineage written down.

use crate::account::passage::Cutter;
use crate::account::{Alternative, Edge, Evidence, Found, Origin};
use crate::lineage::{EdgeKind, End, OriginKind};

pub(super) fn origin(found: &Found<'_>, n: usize) -> Origin {
    let o = &found.lineage.origins[n];
    Origin {
        id: format!("o{}", n + 1),
        name: o.name.clone(),
        kind: match o.kind {
            OriginKind::Agency => "agency",
            OriginKind::Outlet => "outlet",
            OriginKind::Person => "person",
            OriginKind::Organisation => "organisation",
            OriginKind::Document => "document",
            OriginKind::Unnamed => "unnamed",
        }
        .to_owned(),
        entity: o.entity.map(|e| format!("e{}", e + 1)),
        speaks_for: found.lineage.speaks_for[n].map(|b| format!("o{}", b + 1)),
        collected: o.collected.is_some(),
    }
}

pub(super) fn edge(found: &Found<'_>, cutters: &[Cutter<'_>], n: usize) -> Edge {
    let e = &found.lineage.edges[n];
    let end = |end: End| match end {
        End::Report(r) => format!("r{}", r + 1),
        End::Origin(o) => format!("o{}", o + 1),
    };
    Edge {
        id: format!("l{}", n + 1),
        from: end(e.from),
        to: end(e.to),
        kind: match e.kind {
            EdgeKind::Credits => "credits",
            EdgeKind::Copies => "copies",
            EdgeKind::Quotes => "quotes",
            EdgeKind::Cites => "cites",
        }
        .to_owned(),
        passages: e
            .places
            .iter()
            .map(|&(at, span)| cutters[at].cut_of(&format!("r{}", at + 1), span))
            .collect(),
        share: e.share,
        reason: e.reason.clone(),
        second: e.second,
        common: e.common.map(|o| format!("o{}", o + 1)),
        confidence: e.confidence.map(hundredths),
        or: e
            .or
            .iter()
            .map(|&(r, odds)| Alternative { to: format!("r{}", r + 1), odds: hundredths(odds) })
            .collect(),
        evidence: e
            .evidence
            .iter()
            .map(|x| Evidence { cue: x.cue.name().to_owned(), says: x.says.clone() })
            .collect(),
    }
}

/// Odds over some hundred draws are no more exact than this.
fn hundredths(odds: f64) -> f64 {
    (odds * 100.0).round() / 100.0
}
