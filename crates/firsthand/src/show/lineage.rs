//! Where it comes from: the tree of credits, citations and copies.

use super::Measure;
use super::sheet::{FAINT, HEAD, Sheet, paint};
use crate::index::Index;
use crate::tree::{self, Branch};

/// Shows the tree.
pub(super) fn show(index: &Index<'_>, most: &Measure, sheet: &mut Sheet) {
    let branches = tree::gathered(index);
    if branches.is_empty() {
        return;
    }
    sheet.head("WHERE IT COMES FROM");
    for (at, branch) in branches.iter().take(most.branches).enumerate() {
        let (first, rest) = guides(&branches, at);
        let mut facts = tree::facts(index, branch);
        facts.extend(tree::days(index, branch));
        sheet.drawn(&first, &rest, &line(index, branch, &facts));
    }
    sheet.more(0, branches.len(), most.branches);
}

/// The box characters before a line, and before the lines it is wrapped to.
pub(super) fn guides(branches: &[Branch<'_>], at: usize) -> (String, String) {
    let Some(branch) = branches.get(at) else { return Default::default() };
    let parent = branches.get(at + 1).is_some_and(|next| next.last.len() > branch.last.len());
    let Some((mine, above)) = branch.last.split_last() else {
        return (String::new(), if parent { "│ ".into() } else { "  ".into() });
    };
    let stem: String = above.iter().map(|last| if *last { "   " } else { "│  " }).collect();
    let below = if parent { "│ " } else { "  " };
    match mine {
        true => (format!("{stem}└─ "), format!("{stem}   {below}")),
        false => (format!("{stem}├─ "), format!("{stem}│  {below}")),
    }
}

/// Who it is, whether it was collected, and these facts.
pub(super) fn line(index: &Index<'_>, branch: &Branch<'_>, facts: &[String]) -> String {
    let mut text = paint(HEAD, &tree::title(index, branch));
    if tree::is_missing(index, branch.id) {
        text.push_str(" (not collected)");
    }
    if !facts.is_empty() {
        text.push_str(&paint(FAINT, &format!(" · {}", facts.join(" · "))));
    }
    text
}
