//! What each report leaves out that most others tell.

use super::markup::{self, details, element, text};

use super::part::Part;
use crate::wording::{capital, clean, count};
use firsthand_core::account::{Omission, Silence};

/// So many omissions are open; the others are folded away.
const OPEN: usize = 4;

/// Report by report, what it leaves out. Nothing where there is nothing to compare.
pub(super) fn list(part: &Part<'_>) -> String {
    let silences = &part.index.account.silences;
    let unread = |s: &Silence| s.omitted.as_ref().is_none_or(|o| !o.is_empty());
    if !silences.iter().any(unread) {
        return String::new();
    }
    let told = format!(
        "Told by more than half of the other {} and not found in this one.",
        count(silences.len() - 1, "report")
    );
    let reports: String = silences.iter().map(|s| silence(part, s)).collect();
    format!("<p class=\"faint\">{told}</p>\n<ul class=\"silences\">\n{reports}</ul>\n")
}

fn silence(part: &Part<'_>, silence: &Silence) -> String {
    let name = part.named(&silence.report);
    let content = match silence.omitted.as_deref() {
        None => element("p", "<span class=\"faint\">nothing could be read from it, so nobody can say</span>"),
        Some([]) => element("p", "<span class=\"faint\">nothing of this kind</span>"),
        Some(omitted) => {
            let items: Vec<String> = omitted.iter().map(|o| omission(part, o)).collect();
            let (open, rest) = items.split_at(items.len().min(OPEN));
            let more = if rest.is_empty() {
                String::new()
            } else {
                details(&format!("and {} more", rest.len()), &markup::list(rest))
            };
            format!("{}{more}", markup::list(open))
        }
    };
    format!("<li><p><strong>{name}</strong></p>\n{content}</li>\n")
}

fn omission(part: &Part<'_>, omission: &Omission) -> String {
    let point = omission.point.as_deref().and_then(|p| part.index.point(p)).map(|p| (&p.label, &p.id));
    let event = || part.index.event(&omission.event).map(|v| (&v.label, &v.id));
    let Some((label, id)) = point.or_else(event) else { return String::new() };
    let words = text(&capital(&clean(label)));
    let told = count(omission.told_by, "report");
    format!("<li><a href=\"#{}\">{words}</a> <span class=\"faint\">in {told}</span></li>\n", part.anchor(id))
}
