//! Where it comes from: the tree of credits, citations and copies.

use super::Measure;
use super::sheet::{FAINT, HEAD, Sheet, paint};
use crate::index::Index;
use crate::tree::{Branch, tree};
use crate::wording::date;
use firsthand_core::account::Edge;
use std::collections::BTreeSet;

/// Shows the tree.
pub(super) fn show(index: &Index<'_>, most: &Measure, sheet: &mut Sheet) {
    let branches = tree(index);
    if branches.is_empty() {
        return;
    }
    sheet.head("WHERE IT COMES FROM");
    for (at, branch) in branches.iter().take(most.branches).enumerate() {
        let parent = branches.get(at + 1).is_some_and(|next| next.last.len() > branch.last.len());
        let (first, rest) = guides(&branch.last, parent);
        sheet.drawn(&first, &rest, &line(index, branch));
    }
    sheet.more(0, branches.len(), most.branches);
}

/// The box characters before a line, and before the lines it is wrapped to.
fn guides(last: &[bool], parent: bool) -> (String, String) {
    let Some((mine, above)) = last.split_last() else {
        return (String::new(), if parent { "│ ".into() } else { "  ".into() });
    };
    let stem: String = above.iter().map(|last| if *last { "   " } else { "│  " }).collect();
    let below = if parent { "│ " } else { "  " };
    match mine {
        true => (format!("{stem}└─ "), format!("{stem}   {below}")),
        false => (format!("{stem}├─ "), format!("{stem}│  {below}")),
    }
}

fn line(index: &Index<'_>, branch: &Branch<'_>) -> String {
    let mut text = paint(HEAD, &index.name(branch.id));
    let mut facts = Vec::new();
    if let Some(origin) = index.origin(branch.id)
        && !origin.collected
        && matches!(&*origin.kind, "agency" | "outlet" | "document")
    {
        text.push_str(" (not collected)");
    }
    if branch.again {
        facts.push("drawn above".to_owned());
    }
    let kinds: BTreeSet<String> = branch.edges.iter().map(|e| doing(e, "it")).collect();
    facts.extend(kinds);
    let also: BTreeSet<String> =
        branch.also.iter().map(|e| format!("also {}", doing(e, &index.name(&e.to)))).collect();
    facts.extend(also);
    if let Some(report) = index.report(branch.id).filter(|_| !branch.again) {
        if branch.edges.is_empty() && branch.last.is_empty() {
            facts.push("names no other outlet or agency".into());
        }
        if let Some(day) = &report.published.value {
            facts.push(date(day));
        }
    }
    if !facts.is_empty() {
        text.push_str(&paint(FAINT, &format!(" · {}", facts.join(" · "))));
    }
    text
}

/// What a report or origin does with the one it has it from.
fn doing(edge: &Edge, from: &str) -> String {
    match (&*edge.kind, edge.share) {
        ("copies", Some(share)) => format!("has {:.0} % of its text from {from}", share * 100.0),
        (kind, _) => format!("{kind} {from}"),
    }
}
