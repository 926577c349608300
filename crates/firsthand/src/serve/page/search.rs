//! Search: reports with these words, with the place where they stand.

use super::address::address;
use super::field;
use super::shell::Shell;
use crate::page::markup::{piece, text};
use crate::wording::{clean, date, shorten};
use firsthand_store::{Hit, Listing, Piece, Search};

/// A title longer than this, in scalar values, is cut.
const TITLE: usize = 200;

/// What the search page shows.
#[derive(Debug)]
pub struct SearchView<'a> {
    /// What was asked for.
    pub search: &'a Search,
    /// What was found; None where nothing was asked for yet.
    pub found: Option<&'a Listing<Hit>>,
    /// The outlets to choose from.
    pub outlets: &'a [(String, u64)],
    /// Whether it is not the first page of what was found.
    pub further: bool,
    /// What is wrong with the question, in one line.
    pub complaint: Option<&'a str>,
}

/// The page at `/search`.
pub fn search(view: &SearchView<'_>) -> String {
    let words = clean(&view.search.words);
    let mut main = format!("<h1>Search</h1>\n{}", form(view));
    if let Some(complaint) = view.complaint {
        main.push_str(&format!("<p class=\"notice\" role=\"alert\">{}</p>\n", text(complaint)));
    }
    if view.found.is_none() && view.complaint.is_none() && is_narrowed(view.search) {
        main.push_str("<p class=\"notice\">A search needs at least one word.</p>\n");
    }
    if let Some(found) = view.found {
        let hits: String = found.items.iter().map(hit).collect();
        match hits.is_empty() {
            true => main.push_str("<p>No report has this.</p>\n"),
            false => main.push_str(&format!(
                "<h2 class=\"hidden\">Reports found</h2>\n<ol class=\"hits\">\n{hits}</ol>\n"
            )),
        }
        main.push_str(&paging(view, found));
    }
    let title =
        if words.is_empty() { "Search".to_owned() } else { format!("{}: search", shorten(&words, 60)) };
    let twin = here(view.search, "/search.json", "");
    Shell { title: &title, here: "/search", twin: Some(&twin), story: None }.around(&main)
}

/// Whether more than words was asked for.
fn is_narrowed(search: &Search) -> bool {
    [&search.about, &search.outlet, &search.since, &search.until].iter().any(|v| v.is_some())
}

fn here(search: &Search, path: &str, after: &str) -> String {
    let questions = [
        ("q", &*search.words),
        ("about", search.about.as_deref().unwrap_or_default()),
        ("outlet", search.outlet.as_deref().unwrap_or_default()),
        ("since", search.since.as_deref().unwrap_or_default()),
        ("until", search.until.as_deref().unwrap_or_default()),
        ("ranked", if search.ranked { "true" } else { "" }),
        ("after", after),
    ];
    address(path, &questions)
}

fn form(view: &SearchView<'_>) -> String {
    let search = view.search;
    let value = |v: &Option<String>| v.clone().unwrap_or_default();
    let open = if is_narrowed(search) { " open" } else { "" };
    format!(
        "<form class=\"search\" action=\"/search\" method=\"get\" role=\"search\">\n<div class=\"ask\">\n{}\
         <p class=\"field\"><button>Search</button></p>\n</div>\n\
         <details class=\"filters\"{open}>\n<summary>Narrow it down</summary>\n<div class=\"fields\">\n{}{}{}{}</div>\n</details>\n\
         {}</form>\n",
        field::typed("q", "q", "Words", &search.words, " type=\"search\""),
        field::typed("about", "about", "About a name", &value(&search.about), ""),
        field::outlet(&value(&search.outlet), view.outlets),
        field::day("since", "since", "Published since", &value(&search.since)),
        field::day("until", "until", "Published until", &value(&search.until)),
        order(search.ranked),
    )
}

fn order(ranked: bool) -> String {
    let choice = |id: &str, value: &str, label: &str, on: bool| {
        let checked = if on { " checked" } else { "" };
        format!(
            "<span class=\"tick\"><input type=\"radio\" name=\"ranked\" id=\"{id}\" value=\"{value}\"{checked}><label for=\"{id}\">{label}</label></span>\n"
        )
    };
    format!(
        "<fieldset>\n<legend>Order</legend>\n{}{}</fieldset>\n",
        choice("newest", "false", "newest first", !ranked),
        choice("ranked", "true", "best match first", ranked)
    )
}

fn hit(hit: &Hit) -> String {
    let row = &hit.report;
    let title = row.title.as_deref().map(|t| shorten(t, TITLE)).filter(|t| !t.is_empty());
    let title = title.map_or_else(|| format!("Report r{}", row.id), |t| t.into_owned());
    let outlet = row.outlet.as_deref().map_or_else(|| "outlet not known".into(), clean);
    let day = row.published.as_deref().map_or_else(|| "no date".into(), date);
    let snippet: String = hit.pieces.iter().map(marked).collect();
    format!(
        "<li>\n<h3><a class=\"step\" href=\"/report/{}\">{}</a></h3>\n<p>{snippet}</p>\n\
         <p class=\"faint\">{} · <a href=\"/story/{}\">story s{}</a></p>\n</li>\n",
        row.id,
        text(&title),
        text(&format!("{outlet} · {day}")),
        row.story,
        row.story
    )
}

fn marked(part: &Piece) -> String {
    let words = piece(&part.text);
    if part.hit { format!("<mark>{words}</mark>") } else { words }
}

fn paging(view: &SearchView<'_>, found: &Listing<Hit>) -> String {
    let mut links = String::new();
    if view.further {
        let first = text(&here(view.search, "/search", ""));
        links.push_str(&format!("<li><a href=\"{first}\">First page</a></li>\n"));
    }
    if let Some(next) = found.next.as_deref() {
        let next = text(&here(view.search, "/search", next));
        links.push_str(&format!("<li><a rel=\"next\" href=\"{next}\">More reports</a></li>\n"));
    }
    if links.is_empty() {
        return links;
    }
    format!("<nav class=\"paging\" aria-label=\"Pages of what was found\">\n<ul>\n{links}</ul>\n</nav>\n")
}
