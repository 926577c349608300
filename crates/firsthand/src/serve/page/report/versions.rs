//! The versions of a report, and what changed from one to the next.

use super::ReportView;
use crate::page::change;
use crate::page::markup::{list, text};
use crate::wording::{capital, date, revision};
use firsthand_core::account::Revision;
use firsthand_store::ReportRow;

/// The versions, newest first; nothing where there is one only.
pub(super) fn versions(view: &ReportView<'_>) -> String {
    if view.versions.len() < 2 {
        return String::new();
    }
    let reports = view.account.map(|account| account.reports.as_slice()).unwrap_or_default();
    let of = |id: i64| reports.iter().flat_map(|r| &r.versions).find(|v| v.archived == Some(id));
    let items: Vec<String> = view.versions.iter().rev().map(|v| item(view.row, v, of(v.id))).collect();
    format!(
        "<section aria-labelledby=\"versions\">\n<h2 id=\"versions\">Versions</h2>\n<ol class=\"versions\" reversed>\n{}</ol>\n</section>\n",
        items.concat()
    )
}

/// One version, and what the next made of it.
fn item(shown: &ReportRow, version: &ReportRow, next: Option<&Revision>) -> String {
    let moment = version.updated.as_ref().or(version.published.as_ref()).or(version.crawled.as_ref());
    let when = moment.map_or_else(|| "no date".into(), |m| date(m));
    let name = format!("Report r{}", version.id);
    let name = match version.id == shown.id {
        true => format!("<strong>{name}</strong> (this page)"),
        false => format!("<a href=\"/report/{}\">{name}</a>", version.id),
    };
    let newest = if version.newest { ", the newest" } else { "" };
    let mut html = format!("<li>\n<p>{name}{newest} <span class=\"faint\">{}</span></p>\n", text(&when));
    if let Some(next) = next {
        html.push_str(&format!("<p>{}</p>\n", text(&capital(&revision(next)))));
        html.push_str(&list(&next.changes.iter().map(change).collect::<Vec<_>>()));
    }
    html + "</li>\n"
}
