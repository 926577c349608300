//! The versions of a report, and what changed from one to the next.

use super::ReportView;
use crate::page::change;
use crate::page::markup::{list, text};
use crate::serve::page::given::ReportRow;
use crate::wording::{capital, date, revision};
use firsthand_core::account::{Report, Revision};

/// The versions, newest first; nothing where there is one only.
pub(super) fn versions(view: &ReportView<'_>, report: Option<&Report>) -> String {
    if view.versions.len() < 2 {
        return String::new();
    }
    let revisions = report.map(|r| r.versions.as_slice()).unwrap_or_default();
    let items: Vec<String> = view
        .versions
        .iter()
        .enumerate()
        .rev()
        .map(|(at, version)| item(view.row, version, revisions.get(at)))
        .collect();
    format!(
        "<section aria-labelledby=\"versions\">\n<h2 id=\"versions\">Versions</h2>\n<ol class=\"versions\" reversed>\n{}</ol>\n</section>\n",
        items.concat()
    )
}

/// One version; what the next made of it.
fn item(shown: &ReportRow, version: &ReportRow, revision_of: Option<&Revision>) -> String {
    let moment = version.updated.as_ref().or(version.published.as_ref()).or(version.crawled.as_ref());
    let when = moment.map_or_else(|| "no date".into(), |m| date(m));
    let name = format!("Report r{}", version.id);
    let name = match version.id == shown.id {
        true => format!("<strong>{name}</strong> (this page)"),
        false => format!("<a href=\"/report/{}\">{name}</a>", version.id),
    };
    let newest = if version.newest { ", the newest" } else { "" };
    let mut html = format!("<li>\n<p>{name}{newest} <span class=\"faint\">{}</span></p>\n", text(&when));
    if let Some(revision_of) = revision_of.filter(|_| !version.newest) {
        html.push_str(&format!("<p>{}</p>\n", text(&capital(&revision(revision_of)))));
        html.push_str(&list(&revision_of.changes.iter().map(change).collect::<Vec<_>>()));
    }
    html + "</li>\n"
}
