//! Where it comes from: the tree of credits, citations and copies.

use super::Measure;
use super::sheet::{FAINT, HEAD, Sheet, paint};
use crate::index::Index;
use crate::tree::{self, Branch};
use crate::wording;

/// Shows the tree.
pub(super) fn show(index: &Index<'_>, most: &Measure, sheet: &mut Sheet) {
    let branches = tree::tree(index);
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
    if tree::is_missing(index, branch.id) {
        text.push_str(" (not collected)");
    }
    let mut facts = tree::facts(index, branch);
    if let Some(day) = index.report(branch.id).and_then(|r| r.published.value.as_deref()) {
        facts.push(wording::day(day));
    }
    if !facts.is_empty() {
        text.push_str(&paint(FAINT, &format!(" · {}", facts.join(" · "))));
    }
    text
}
