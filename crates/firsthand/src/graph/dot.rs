//! DOT, the language of Graphviz (<https://graphviz.org/doc/info/lang.html>): a digraph with a cluster for each story.

use super::{Node, id, nodes, plain, steps};
use crate::index::Index;
use crate::wording::{day, shorten};
use firsthand_core::account::{Account, Edge};
use std::fmt::Write;

/// Titles in labels longer than this, in scalar values, are cut.
const TITLE: usize = 60;

/// Writes the graph. Origins are on top: an arrow leads up, from who has it to whom it is from.
pub fn dot(accounts: &[&Account]) -> String {
    let mut out = String::from(
        "digraph lineage {\n  rankdir=BT;\n  node [fontname=\"Helvetica\", fontsize=11];\n  \
         edge [fontname=\"Helvetica\", fontsize=9];\n",
    );
    for account in accounts {
        let index = Index::new(account);
        let _ = writeln!(out, "  subgraph {} {{", quoted(&format!("cluster_{}", plain(&account.story.id))));
        let label = format!("{} {}", account.story.id, account.story.headline);
        let _ = writeln!(out, "    label={};", quoted(&shorten(&plain(&label), 2 * TITLE)));
        let nodes = nodes(&index);
        for node in &nodes {
            let _ = writeln!(out, "    {} [{}];", quoted(&node.id), attributes(&look(node)));
        }
        for step in steps(account, &nodes) {
            let (from, to) = (quoted(&id(account, &step.from)), quoted(&id(account, &step.to)));
            let _ = writeln!(out, "    {from} -> {to} [{}];", attributes(&stroke(step)));
            for or in &step.or {
                let to = quoted(&id(account, &or.to));
                let label = format!("or {:.0} %", or.odds * 100.0);
                let look = [("class", "or".to_owned()), ("style", "dotted".to_owned()), ("label", label)];
                let _ = writeln!(out, "    {from} -> {to} [{}, constraint=false];", attributes(&look));
            }
        }
        out.push_str("  }\n");
    }
    out + "}\n"
}

fn look(node: &Node) -> Vec<(&'static str, String)> {
    let mut label = node.name.clone();
    if node.missing {
        label.push_str("\n(not collected)");
    }
    if let Some(title) = &node.title {
        label.push('\n');
        label.push_str(&shorten(title, TITLE));
    }
    if let Some(published) = &node.published {
        label.push('\n');
        label.push_str(&day(published));
    }
    let (shape, style) = match (&*node.kind, node.missing) {
        ("report", _) => ("box", "filled"),
        (_, true) => ("ellipse", "dashed"),
        _ => ("ellipse", "solid"),
    };
    let mut look = vec![
        ("class", node.kind.clone()),
        ("label", label),
        ("shape", shape.to_owned()),
        ("style", style.to_owned()),
    ];
    if node.kind == "report" {
        look.push(("fillcolor", "#eeeeea".to_owned()));
    }
    look.extend(node.url.clone().filter(|u| u.starts_with("http")).map(|url| ("URL", url)));
    look
}

fn stroke(step: &Edge) -> Vec<(&'static str, String)> {
    let percent = |part: f64| format!("{:.0} %", part * 100.0);
    let label = step.share.map_or_else(|| step.kind.clone(), percent);
    let (width, style) = match (&*step.kind, step.second) {
        ("copies", true) => ("1.5", "dashed"),
        ("copies", false) => ("2.5", "solid"),
        ("quotes", _) => ("1", "dashed"),
        _ => ("1", "solid"),
    };
    let sure = step.confidence.map(|c| format!(" ({} sure)", percent(c))).unwrap_or_default();
    vec![
        ("class", step.kind.clone()),
        ("label", label),
        ("tooltip", format!("{} {}{sure}: {}", step.id, step.kind, step.reason)),
        ("penwidth", width.to_owned()),
        ("style", style.to_owned()),
    ]
}

fn attributes(all: &[(&str, String)]) -> String {
    all.iter().map(|(key, value)| format!("{key}={}", quoted(value))).collect::<Vec<_>>().join(", ")
}

/// A text as a quoted id. Line ends become `\n`; a backslash would begin an escape of a label, so there are two of it.
fn quoted(text: &str) -> String {
    let lines: Vec<String> =
        text.split('\n').map(|line| plain(line).replace('\\', "\\\\").replace('"', "\\\"")).collect();
    format!("\"{}\"", lines.join("\\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_quoted_ends_where_it_should() {
        for (text, expected) in [
            ("plain", r#""plain""#),
            ("a \"b\"", r#""a \"b\"""#),
            ("ends with \\", r#""ends with \\""#),
            ("\\N \\\"", r#""\\N \\\"""#),
            ("two\nlines\u{1b}", r#""two\nlines""#),
            ("", r#""""#),
        ] {
            assert_eq!(quoted(text), expected);
        }
    }
}
