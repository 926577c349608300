//! Why a step of the lineage, and what an origin stands behind.

use super::collation::statements;
use super::evidence::{evidence, fact, title};
use super::statement::with_id;
use crate::index::Index;
use crate::show::sheet::Sheet;
use crate::tree;
use firsthand_core::account::{Edge, Origin};

pub(super) fn explain_edge(index: &Index<'_>, edge: &Edge, sheet: &mut Sheet) {
    title(sheet, &edge.id, &sentence(index, edge));
    let share = edge
        .share
        .map(|s| format!("{:.1} % of the text of {} stands in it", s * 100.0, index.name(&edge.from)));
    fact(sheet, "share", &share.unwrap_or_default());
    if edge.second {
        fact(sheet, "beside", "it is one more text the report was made of, beside the first");
    }
    let sure = edge.confidence.map(|c| {
        format!(
            "{:.0} % sure: in so many of 100 draws of its sentences it, or a report behind it, is the parent",
            c * 100.0
        )
    });
    fact(sheet, "sure", &sure.unwrap_or_default());
    fact(sheet, "or from", &tree::others(index, edge).unwrap_or_default());
    fact(sheet, "since", &tree::rule(edge));
    for evidence in &edge.evidence {
        fact(sheet, &evidence.cue, &evidence.says);
    }
    for passage in &edge.passages {
        evidence(index, &edge.from, passage, sheet);
    }
}

pub(super) fn explain_origin(index: &Index<'_>, origin: &Origin, sheet: &mut Sheet) {
    title(sheet, &origin.id, &origin.name);
    fact(sheet, "kind", &origin.kind);
    fact(sheet, "entity", origin.entity.as_deref().unwrap_or_default());
    let collected =
        if origin.collected { "a report of its own was read" } else { "no report of its own was read" };
    fact(sheet, "collected", collected);
    for edge in index.account.lineage.iter().filter(|l| l.to == origin.id || l.from == origin.id) {
        fact(sheet, &edge.id, &sentence(index, edge));
    }
    let entering: Vec<String> = index
        .account
        .statements
        .iter()
        .filter(|t| t.origin.as_deref() == Some(&*origin.id))
        .map(|t| t.id.clone())
        .collect();
    if !entering.is_empty() {
        sheet.head("Statements that enter the record with it");
        statements(index, &entering, sheet);
    }
}

/// `Daily Lantern (r2) copies Northern Ledger (r4)`.
pub(super) fn sentence(index: &Index<'_>, edge: &Edge) -> String {
    let named = |id: &str| with_id(&index.name(id), Some(id));
    format!("{} {} {}", named(&edge.from), edge.kind, named(&edge.to))
}
