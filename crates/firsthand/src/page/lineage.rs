//! The lineage as lists within lists: whoever is nearest to the happening is outermost.

use super::evidence;
use super::markup::{details, text};
use super::part::Part;
use crate::tree::{self, Branch};
use crate::wording;

/// The tree, each step with the passages that show it.
pub(super) fn tree(part: &Part<'_>) -> String {
    let branches = tree::tree(&part.index);
    if branches.is_empty() {
        return String::new();
    }
    let mut html = String::from("<ul class=\"tree\">\n");
    let mut depth = 0;
    for (at, branch) in branches.iter().enumerate() {
        let here = branch.last.len();
        if here > depth {
            html.push_str("<ul>\n");
        } else if at > 0 {
            html.push_str("</li>\n");
            html.push_str(&"</ul>\n</li>\n".repeat(depth - here));
        }
        depth = here;
        html.push_str(&format!("<li>{}", item(part, branch)));
    }
    html.push_str("</li>\n");
    html.push_str(&"</ul>\n</li>\n".repeat(depth));
    html + "</ul>\n"
}

fn item(part: &Part<'_>, branch: &Branch<'_>) -> String {
    let index = &part.index;
    let mut name = format!("<strong>{}</strong>", text(&index.name(branch.id)));
    if tree::is_missing(index, branch.id) {
        name.push_str(" (not collected)");
    }
    let mut facts = tree::facts(index, branch);
    if let Some(day) = index.report(branch.id).and_then(|r| r.published.value.as_deref()) {
        facts.push(wording::day(day));
    }
    if !facts.is_empty() {
        name.push_str(&format!(" <span class=\"faint\">{}</span>", text(&facts.join(" · "))));
    }
    let steps = branch.edges.iter().chain(&branch.also);
    let shown: String = steps
        .map(|edge| {
            let quotes: String =
                edge.passages.iter().map(|p| evidence::passage(part, &edge.from, p, &edge.id)).collect();
            let reason = if edge.reason.is_empty() {
                String::new()
            } else {
                format!("<p>{}</p>\n", text(&edge.reason))
            };
            format!("{reason}{quotes}")
        })
        .collect();
    if shown.is_empty() { name } else { details(&name, &shown) }
}
