//! The lineages of stories as one graph for other programs: DOT (Graphviz) and GraphML.
//!
//! A node is a report, or an origin that a step leads to; an arrow leads from who has it to whom it is from. Unlike the
//! tree, the graph has every step, also who is quoted. Ids hold the story, so that no two stories meet: `s1-r2`.

mod dot;
mod graphml;

pub use dot::dot;
pub use graphml::graphml;

use crate::index::Index;
use crate::tree;
use crate::wording::clean;
use firsthand_core::account::{Account, Edge};
use std::collections::BTreeSet;

/// A report or an origin.
struct Node {
    /// `s1-r2`.
    id: String,
    /// Its name: the outlet of a report.
    name: String,
    /// `report`, or the kind of origin: `agency`, `outlet`, `person` …
    kind: String,
    /// Whether it is a report, or an origin with a report of its own.
    collected: bool,
    /// Whether it is a medium or document of which no report was read.
    missing: bool,
    title: Option<String>,
    url: Option<String>,
    location: Option<String>,
    /// EDTF.
    published: Option<String>,
    /// Its number in the archive.
    archived: Option<i64>,
}

/// The nodes of a story: its reports, then the origins its steps lead to or from.
fn nodes(index: &Index<'_>) -> Vec<Node> {
    let account = index.account;
    let ends: BTreeSet<&str> = account.lineage.iter().flat_map(|e| [&*e.from, &*e.to]).collect();
    let reports = account.reports.iter().map(|r| Node {
        id: id(account, &r.id),
        name: index.name(&r.id),
        kind: "report".into(),
        collected: true,
        missing: false,
        title: r.title.as_deref().map(plain),
        url: r.url.as_deref().map(plain),
        location: Some(plain(&r.location)),
        published: r.published.value.as_deref().map(plain),
        archived: r.archived,
    });
    let origins = account.origins.iter().filter(|o| ends.contains(&*o.id)).map(|o| Node {
        id: id(account, &o.id),
        name: index.name(&o.id),
        kind: plain(&o.kind),
        collected: o.collected,
        missing: tree::is_missing(index, &o.id),
        title: None,
        url: None,
        location: None,
        published: None,
        archived: None,
    });
    reports.chain(origins).collect()
}

/// The steps of a story whose ends are both among its nodes.
fn steps<'a>(account: &'a Account, nodes: &[Node]) -> Vec<&'a Edge> {
    let there: BTreeSet<&str> = nodes.iter().map(|n| &*n.id).collect();
    let has = |end: &str| there.contains(&*id(account, end));
    account.lineage.iter().filter(|e| has(&e.from) && has(&e.to)).collect()
}

/// An id that holds in a graph of several stories.
fn id(account: &Account, of: &str) -> String {
    plain(&format!("{}-{of}", account.story.id))
}

/// A text on one line, of characters that XML allows (XML 1.0, 2.2).
fn plain(text: &str) -> String {
    clean(text).into_owned()
}
