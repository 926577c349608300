//! What is known of a report, its captions, and what was left out of it.

use super::section;
use crate::page::markup::{details, link, list, text};
use crate::wording::{clean, date};
use firsthand_core::account::Report;
use firsthand_store::ReportRow;

/// So many blocks that were left out are open; the others are folded away.
const OPEN: usize = 5;

/// Everything about the report but its text.
pub(super) fn about(row: &ReportRow, report: Option<&Report>) -> String {
    let mut html = format!(
        "<section aria-labelledby=\"about-report\">\n<h2 id=\"about-report\">About this report</h2>\n<dl>\n{}</dl>\n\
         <p><a href=\"/report/{}/page\" download>Download the page as it came</a></p>\n</section>\n",
        rows(row, report),
        row.id
    );
    let Some(report) = report else { return html };
    let captions: Vec<String> = report.captions.iter().map(|c| format!("<li>{}</li>\n", text(c))).collect();
    html.push_str(&section("captions", "Captions", &captions));
    html.push_str(&left_out(report));
    html
}

fn rows(row: &ReportRow, report: Option<&Report>) -> String {
    let mut rows = String::new();
    let mut add = |key: &str, html: String| {
        if !html.is_empty() {
            rows.push_str(&format!("<dt>{key}</dt><dd>{html}</dd>\n"));
        }
    };
    let plain = |value: &Option<String>| value.as_deref().map(text).unwrap_or_default();
    let day = |value: &Option<String>| value.as_deref().map(|v| text(&date(v))).unwrap_or_default();
    add("Outlet", plain(&row.outlet));
    add("Byline", plain(&row.byline));
    add("Dateline", report.map(dateline).unwrap_or_default());
    add("Credits", text(&row.credits.join(" ← ")));
    let how = row.how.as_deref().map(|how| format!(" <span class=\"faint\">({})</span>", text(how)));
    let words =
        report.and_then(|r| r.published.text.as_deref()).map(|w| format!(", from <q>{}</q>", text(w)));
    add(
        "Published",
        match row.published {
            Some(_) => {
                format!("{}{}{}", day(&row.published), how.unwrap_or_default(), words.unwrap_or_default())
            }
            None => "not known".into(),
        },
    );
    add("Updated", day(&row.updated));
    add("Fetched", day(&row.crawled));
    add("Added", text(&date(&row.added)));
    add("Language", plain(&row.language));
    add("Address", row.url.as_deref().map(link).unwrap_or_default());
    add("Given as", format!("<code>{}</code>", text(&row.location)));
    add("Digest", format!("<code>{}</code>", text(&row.digest)));
    for line in report.iter().flat_map(|r| &r.credit_lines) {
        add("Credit line", text(&line.text));
    }
    for remark in report.iter().flat_map(|r| &r.remarks) {
        add(
            "Remark",
            format!("{} <span class=\"faint\">({})</span>", text(&remark.text), text(&remark.kind)),
        );
    }
    for note in &row.notes {
        add("Note", text(note));
    }
    rows
}

fn dateline(report: &Report) -> String {
    let Some(line) = &report.dateline else { return String::new() };
    let day = line.date.as_deref().map(date);
    let parts = [line.place.as_deref().map(|p| clean(p).into_owned()), day, line.agency.clone()];
    text(&parts.into_iter().flatten().collect::<Vec<_>>().join(", "))
}

fn left_out(report: &Report) -> String {
    let items: Vec<String> = report
        .dropped
        .iter()
        .map(|d| format!("<li><span class=\"faint\">{}</span> {}</li>\n", text(&d.why), text(&d.text)))
        .collect();
    if items.len() <= OPEN {
        return section("left-out", "Left out of the text, and why", &items);
    }
    let (open, rest) = items.split_at(OPEN);
    let more = details(&format!("and {} more", rest.len()), &list(rest));
    format!(
        "<section aria-labelledby=\"left-out\">\n<h2 id=\"left-out\">Left out of the text, and why</h2>\n{}{more}</section>\n",
        list(open)
    )
}
