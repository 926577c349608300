//! A report: its text with the statements marked, what is known of it, its versions.

mod about;
mod notes;
mod versions;

use super::shell::Shell;
use super::text::{Mark, Paragraph, paragraphs};
use crate::index::Index;
use crate::page::markup::{element, list, text};
use crate::wording::{clean, date, shorten};
use firsthand_core::account::{Account, Report, Statement, Status};
use firsthand_store::ReportRow;
use std::collections::BTreeSet;

/// A title longer than this, in scalar values, is cut where it is not the report's own heading.
const TITLE: usize = 100;

/// What the page of a report shows.
#[derive(Debug)]
pub struct ReportView<'a> {
    /// The report.
    pub row: &'a ReportRow,
    /// The account of its story.
    pub account: Option<&'a Account>,
    /// All its versions, oldest first.
    pub versions: &'a [ReportRow],
}

/// A report with its place in the account.
struct Read<'a> {
    index: Index<'a>,
    report: &'a Report,
    story: i64,
    /// Ids of the statements that give answers in dispute.
    disputed: BTreeSet<&'a str>,
}

/// The page at `/report/345`.
pub fn report(view: &ReportView<'_>) -> String {
    let row = view.row;
    let read = view.account.and_then(|account| find(account, row));
    let outlet = row.outlet.as_deref().map(clean).filter(|o| !o.is_empty());
    let title = match row.title.as_deref().map(|t| shorten(t, TITLE)).filter(|t| !t.is_empty()) {
        Some(title) => format!("{title}, {}", outlet.as_deref().unwrap_or("unknown outlet")),
        None => format!("Report {}", row.id),
    };
    let mut main = format!("<article class=\"text\">\n<header>\n{}", head(row, read.as_ref()));
    main.push_str(&standing(view));
    if read.is_some() {
        main.push_str(
            "<p class=\"legend faint\"><span class=\"said own\">the report’s own word</span> \
             <span class=\"said other\">another’s word</span> <span class=\"said disputed\">in dispute</span></p>\n",
        );
    }
    main.push_str("</header>\n");
    main.push_str(&body(row, read.as_ref()));
    main.push_str("</article>\n");
    main.push_str(&about::about(row, read.as_ref().map(|r| r.report)));
    main.push_str(&versions::versions(view));
    let twin = format!("/report/{}.json", row.id);
    Shell { title: &title, here: "", twin: Some(&twin), story: Some(row.story) }.around(&main)
}

/// The newest version of a report in its account.
fn find<'a>(account: &'a Account, row: &ReportRow) -> Option<Read<'a>> {
    let report = account.reports.iter().find(|r| r.archived == Some(row.id))?;
    let points = account.points.iter().filter(|p| p.status == Status::Disputed);
    let disputed = points.flat_map(|p| &p.variants).flat_map(|v| &v.statements).map(|id| &**id).collect();
    Some(Read { index: Index::new(account), report, story: row.story, disputed })
}

fn head(row: &ReportRow, read: Option<&Read<'_>>) -> String {
    let outlet = row.outlet.as_deref().map(text).filter(|o| !o.is_empty());
    let outlet = outlet.unwrap_or_else(|| "outlet not known".into());
    let title = row.title.as_deref().filter(|t| !clean(t).is_empty());
    let title = match (title, read) {
        (Some(title), Some(read)) => {
            let parts = paragraphs(title, &marks(read, &of(read, Some("title"))));
            let html: Vec<String> = parts.into_iter().map(|p| p.html).collect();
            html.join(" ")
        }
        (Some(title), None) => text(title),
        (None, _) => "Report without a title".into(),
    };
    let mut facts = vec![format!("<strong>{outlet}</strong>")];
    facts.extend(row.byline.as_deref().map(|b| format!("by {}", text(b))));
    facts.push(match row.published.as_deref() {
        Some(day) => text(&date(day)),
        None => "no day of publication known".into(),
    });
    let story = read.map(|r| shorten(&r.index.account.story.headline, TITLE)).filter(|h| !h.is_empty());
    let story = story.map_or_else(|| format!("s{}", row.story), |h| text(&h));
    format!(
        "<h1>{title}</h1>\n<p>{}</p>\n<p class=\"faint\">In the story <a href=\"/story/{}\">{story}</a></p>\n",
        facts.join(" · "),
        row.story
    )
}

/// Whether it is the newest version, and whether it could be read for the account.
fn standing(view: &ReportView<'_>) -> String {
    let newest = view.versions.iter().find(|v| v.newest);
    match newest {
        Some(newest) if !view.row.newest => format!(
            "<p class=\"notice\">This is an earlier version. The newest is <a href=\"/report/{0}\">report r{0}</a>; \
             statements are marked there.</p>\n",
            newest.id
        ),
        _ => String::new(),
    }
}

/// The statements of this report in its title or in its body.
fn of<'a>(read: &Read<'a>, part: Option<&str>) -> Vec<&'a Statement> {
    let all = read.index.account.statements.iter();
    all.filter(|t| t.report == read.report.id && t.passage.part.as_deref() == part).collect()
}

fn marks(read: &Read<'_>, statements: &[&Statement]) -> Vec<Mark> {
    let mark = |t: &&Statement| Mark {
        id: t.id.clone(),
        start: t.passage.start,
        end: t.passage.end,
        class: match (read.disputed.contains(&*t.id), t.attribution.is_empty()) {
            (true, _) => "said disputed",
            (false, true) => "said own",
            (false, false) => "said other",
        },
    };
    statements.iter().map(mark).collect()
}

/// The text, each paragraph with notes on its statements beside it.
fn body(row: &ReportRow, read: Option<&Read<'_>>) -> String {
    let Some(read) = read else {
        return paragraphs(&row.body, &[]).iter().map(|p| plain(&p.html, "")).collect();
    };
    let titled = of(read, Some("title"));
    let mut html = String::new();
    if !titled.is_empty() {
        let notes = notes::notes(read, &titled);
        html.push_str(&details_of_title(&notes));
    }
    let statements = of(read, None);
    let parts: Vec<Paragraph> = paragraphs(&read.report.body, &marks(read, &statements));
    for part in parts {
        let here: Vec<&Statement> =
            part.begins.iter().filter_map(|at| statements.get(*at).copied()).collect();
        html.push_str(&plain(&part.html, &notes::notes(read, &here)));
    }
    html
}

fn details_of_title(notes: &str) -> String {
    format!("<div class=\"paragraph\">\n<p class=\"faint\">The title states:</p>\n{notes}</div>\n")
}

fn plain(words: &str, notes: &str) -> String {
    format!("<div class=\"paragraph\">\n{}{notes}</div>\n", element("p", words))
}

/// Items as a section with a heading; nothing where there are none.
fn section(id: &str, head: &str, items: &[String]) -> String {
    if items.is_empty() {
        return String::new();
    }
    format!("<section aria-labelledby=\"{id}\">\n<h2 id=\"{id}\">{head}</h2>\n{}</section>\n", list(items))
}
