//! The reports that were read, and what was left out of them.

use super::links::Links;
use super::markup::{self, details, link, text};
use super::part::Part;
use super::words::changed;
use crate::selection;
use crate::wording::{count, date, revision, sentences};
use firsthand_core::account::{Change, Report};

/// Every report with what is known of it.
pub(super) fn list(part: &Part<'_>) -> String {
    let reports: String = part.index.account.reports.iter().map(|r| report(part, r)).collect();
    let residue = selection::residue(&part.index);
    let all: usize = residue.iter().map(|(_, n)| n).sum();
    if all == 0 {
        return reports;
    }
    let kinds: Vec<String> = residue.iter().map(|(why, n)| format!("{why} {n}")).collect();
    let left_out = text(&format!("Left out of the pages, {}: {}", count(all, "block"), kinds.join(", ")));
    format!("{reports}<p class=\"faint\">{left_out}</p>\n")
}

fn report(part: &Part<'_>, report: &Report) -> String {
    let when = report.published.value.as_deref().map_or("no date".into(), date);
    let name = part.index.name(&report.id);
    let named = match part.links {
        Links::File => text(&name),
        Links::Server(_) => part.named(&report.id),
    };
    let mut head = format!("<p><strong>{named}</strong> <span class=\"faint\">{}</span></p>\n", text(&when));
    if let Some(title) = report.title.as_deref() {
        head.push_str(&format!("<p>{}</p>\n", text(title)));
    }
    let mut rows = String::new();
    let mut row = |key: &str, html: String| {
        if !html.is_empty() {
            rows.push_str(&format!("<dt>{key}</dt><dd>{html}</dd>\n"));
        }
    };
    let optional = |value: &Option<String>| value.as_deref().map(text).unwrap_or_default();
    row("byline", optional(&report.byline));
    row("credits", text(&report.credits.join(" ← ")));
    row("date known from", optional(&report.published.how));
    row("address", report.url.as_deref().map(link).unwrap_or_default());
    row("location", format!("<code>{}</code>", text(&report.location)));
    for note in &report.notes {
        row("note", text(note));
    }
    let versions: String = report
        .versions
        .iter()
        .map(|v| {
            details(&text(&revision(v)), &markup::list(&v.changes.iter().map(change).collect::<Vec<_>>()))
        })
        .collect();
    let dropped: Vec<String> = report
        .dropped
        .iter()
        .map(|d| format!("<li><span class=\"faint\">{}</span> {}</li>\n", text(&d.why), text(&d.text)))
        .collect();
    let dropped =
        if dropped.is_empty() { String::new() } else { details("left out", &markup::list(&dropped)) };
    let anchor = part.anchor(&report.id);
    let about = details("about this report", &format!("<dl>\n{rows}</dl>\n{versions}{dropped}"));
    format!("<div class=\"report\" id=\"{anchor}\">\n{head}{about}</div>\n")
}

/// A sentence as it was and as it is, the words that changed marked.
pub fn change(change: &Change) -> String {
    let (before, after) = sentences(change);
    format!("<li>{}</li>\n", changed(before.unwrap_or_default(), after.unwrap_or_default()))
}
