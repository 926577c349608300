//! The lineage as lists within lists: whoever is nearest to the happening is outermost.

use super::evidence;
use super::markup::{details, element, list, text};
use super::part::Part;
use crate::tree::{self, Branch};

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
    facts.extend(tree::days(index, branch));
    if !facts.is_empty() {
        name.push_str(&format!(" <span class=\"faint\">{}</span>", text(&facts.join(" · "))));
    }
    let steps = branch.edges.iter().chain(&branch.second).chain(&branch.also);
    let shown: String = steps
        .map(|edge| {
            let quotes: String =
                edge.passages.iter().map(|p| evidence::passage(part, &edge.from, p, &edge.id)).collect();
            let rule = tree::rule(edge);
            let rule = if rule.is_empty() { rule } else { element("p", &text(&rule)) };
            let speaks: Vec<String> = edge
                .evidence
                .iter()
                .map(|e| element("li", &text(&format!("{}: {}", e.cue, e.says))))
                .collect();
            format!("{rule}{}{quotes}", list(&speaks))
        })
        .collect();
    if shown.is_empty() { name } else { details(&name, &shown) }
}
