//! GraphML (<http://graphml.graphdrawing.org/specification.html>): one directed graph, its data typed by keys.

use super::{Node, id, nodes, plain, steps};
use crate::index::Index;
use anyhow::Context;
use firsthand_core::account::{Account, Edge};
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use std::io;

/// What is said of nodes and edges: for which, under which key, and of which type.
const KEYS: [(&str, &str, &str); 18] = [
    ("node", "story", "string"),
    ("node", "headline", "string"),
    ("node", "label", "string"),
    ("node", "kind", "string"),
    ("node", "collected", "boolean"),
    ("node", "title", "string"),
    ("node", "url", "string"),
    ("node", "location", "string"),
    ("node", "published", "string"),
    ("node", "archived", "long"),
    ("edge", "kind", "string"),
    ("edge", "share", "double"),
    ("edge", "second", "boolean"),
    ("edge", "confidence", "double"),
    ("edge", "or", "string"),
    ("edge", "reason", "string"),
    ("edge", "evidence", "string"),
    ("edge", "passages", "string"),
];

/// What stands between the parts of one value: `s1-r2 0.34 | s1-r3 0.24`.
const BETWEEN: &str = " | ";

type Sheet = Writer<Vec<u8>>;

/// Writes the graph. Errors: none but those of writing to memory.
pub fn graphml(accounts: &[&Account]) -> anyhow::Result<String> {
    let mut sheet = Writer::new_with_indent(Vec::new(), b' ', 1);
    write(accounts, &mut sheet).context("the graph could not be written")?;
    let mut text = String::from_utf8(sheet.into_inner())?;
    text.push('\n');
    Ok(text)
}

fn write(accounts: &[&Account], sheet: &mut Sheet) -> io::Result<()> {
    sheet.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let root = BytesStart::new("graphml").with_attributes([
        ("xmlns", "http://graphml.graphdrawing.org/xmlns"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
        (
            "xsi:schemaLocation",
            "http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd",
        ),
    ]);
    sheet.write_event(Event::Start(root))?;
    for (of, name, kind) in KEYS {
        let id = key(of, name);
        let attributes = [("id", &*id), ("for", of), ("attr.name", name), ("attr.type", kind)];
        sheet.write_event(Event::Empty(BytesStart::new("key").with_attributes(attributes)))?;
    }
    let graph = BytesStart::new("graph").with_attributes([("id", "lineage"), ("edgedefault", "directed")]);
    sheet.write_event(Event::Start(graph))?;
    // All nodes before all edges: some readers know only the nodes they have met.
    let told: Vec<(&Account, Vec<Node>)> = accounts.iter().map(|a| (*a, nodes(&Index::new(a)))).collect();
    for (account, nodes) in &told {
        for node in nodes {
            element("node", &[("id", &node.id)], &of_node(account, node), sheet)?;
        }
    }
    for (account, nodes) in &told {
        for step in steps(account, nodes) {
            let ends = [id(account, &step.id), id(account, &step.from), id(account, &step.to)];
            let ends = [("id", &*ends[0]), ("source", &*ends[1]), ("target", &*ends[2])];
            element("edge", &ends, &of_edge(account, step), sheet)?;
        }
    }
    sheet.write_event(Event::End(BytesEnd::new("graph")))?;
    sheet.write_event(Event::End(BytesEnd::new("graphml")))
}

/// The id of a key.
fn key(of: &str, name: &str) -> String {
    format!("{of}-{name}")
}

fn element(
    name: &str,
    attributes: &[(&str, &str)],
    data: &[(&str, Option<String>)],
    sheet: &mut Sheet,
) -> io::Result<()> {
    sheet.write_event(Event::Start(BytesStart::new(name).with_attributes(attributes.iter().copied())))?;
    for (field, value) in data {
        let Some(value) = value else { continue };
        let id = key(name, field);
        sheet.write_event(Event::Start(BytesStart::new("data").with_attributes([("key", &*id)])))?;
        sheet.write_event(Event::Text(BytesText::new(&plain(value))))?;
        sheet.write_event(Event::End(BytesEnd::new("data")))?;
    }
    sheet.write_event(Event::End(BytesEnd::new(name)))
}

fn of_node(account: &Account, node: &Node) -> Vec<(&'static str, Option<String>)> {
    vec![
        ("story", Some(account.story.id.clone())),
        ("headline", Some(account.story.headline.clone())),
        ("label", Some(node.name.clone())),
        ("kind", Some(node.kind.clone())),
        ("collected", Some(node.collected.to_string())),
        ("title", node.title.clone()),
        ("url", node.url.clone()),
        ("location", node.location.clone()),
        ("published", node.published.clone()),
        ("archived", node.archived.map(|n| n.to_string())),
    ]
}

fn of_edge(account: &Account, step: &Edge) -> Vec<(&'static str, Option<String>)> {
    let joined = |parts: Vec<String>| (!parts.is_empty()).then(|| parts.join(BETWEEN));
    let or = step.or.iter().map(|o| format!("{} {}", id(account, &o.to), o.odds)).collect();
    let evidence = step.evidence.iter().map(|e| format!("{}: {}", e.cue, e.says)).collect();
    let own = step.passages.iter().filter(|p| p.report.as_deref().is_none_or(|r| r == step.from));
    let passages = own.map(|p| plain(&p.text)).collect();
    vec![
        ("kind", Some(step.kind.clone())),
        ("share", step.share.map(|s| s.to_string())),
        ("second", (step.kind == "copies").then(|| step.second.to_string())),
        ("confidence", step.confidence.map(|c| c.to_string())),
        ("or", joined(or)),
        ("reason", Some(step.reason.clone())),
        ("evidence", joined(evidence)),
        ("passages", joined(passages)),
    ]
}
