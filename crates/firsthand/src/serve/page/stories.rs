//! The list of stories, newest first, with its filters.

use super::address::address;
use super::field;
use super::shell::Shell;
use crate::page::markup::text;
use crate::wording::{count, day, list, shorten, value};
use firsthand_core::account::Measure;
use firsthand_store::{Counts, Listing, StoryLine, Wanted};

/// A headline longer than this, in scalar values, is cut.
const HEADLINE: usize = 200;
/// And so is a finding.
const FINDING: usize = 320;
/// So many outlets are named.
const OUTLETS: usize = 6;

/// What the list shows.
#[derive(Debug)]
pub struct StoriesView<'a> {
    /// Which stories were asked for.
    pub wanted: &'a Wanted,
    /// Those that were found.
    pub listing: &'a Listing<StoryLine>,
    /// How much is in the archive.
    pub counts: &'a Counts,
    /// The outlets to choose from.
    pub outlets: &'a [(String, u64)],
    /// Whether it is not the first page of the list.
    pub older: bool,
}

/// The page at `/`.
pub fn stories(view: &StoriesView<'_>) -> String {
    let counts = view.counts;
    let stored = format!(
        "{} from {} in {}",
        number(counts.reports, "report"),
        number(counts.outlets, "outlet"),
        number(counts.stories, "story")
    );
    let mut main =
        format!("<h1>Stories</h1>\n<p class=\"faint\">{stored}, newest first</p>\n{}", filters(view));
    let lines: String = view.listing.items.iter().map(line).collect();
    if lines.is_empty() {
        main.push_str(&nothing(view));
    } else {
        main.push_str(&format!("<ol class=\"stories\">\n{lines}</ol>\n"));
    }
    main.push_str(&paging(view));
    let twin = here(view.wanted, "/stories.json", "");
    Shell { title: "Stories", here: "/", twin: Some(&twin), story: None }.around(&main)
}

fn number(n: u64, noun: &str) -> String {
    value("quantity", &count(usize::try_from(n).unwrap_or(usize::MAX), noun))
}

/// The address of the list with these filters.
fn here(wanted: &Wanted, path: &str, after: &str) -> String {
    let least = if wanted.least > 1 { wanted.least.to_string() } else { String::new() };
    let questions = [
        ("about", wanted.about.as_deref().unwrap_or_default()),
        ("outlet", wanted.outlet.as_deref().unwrap_or_default()),
        ("since", wanted.since.as_deref().unwrap_or_default()),
        ("until", wanted.until.as_deref().unwrap_or_default()),
        ("least", &least),
        ("disputed", if wanted.disputed { "true" } else { "" }),
        ("after", after),
    ];
    address(path, &questions)
}

fn filters(view: &StoriesView<'_>) -> String {
    let wanted = view.wanted;
    let value = |v: &Option<String>| v.clone().unwrap_or_default();
    let filtered = here(wanted, "/", "") != "/";
    let (open, clear) = if filtered { (" open", " <a href=\"/\">Show all stories</a>") } else { ("", "") };
    let least = if wanted.least > 1 { wanted.least.to_string() } else { String::new() };
    format!(
        "<details class=\"filters\"{open}>\n<summary>Filter the list</summary>\n\
         <form action=\"/\" method=\"get\">\n{}{}{}{}{}{}\
         <p class=\"field\"><button>Filter</button>{clear}</p>\n</form>\n</details>\n",
        field::typed("about", "about", "About a name", &value(&wanted.about), ""),
        field::outlet(&value(&wanted.outlet), view.outlets),
        field::day("since", "since", "Published since", &value(&wanted.since)),
        field::day("until", "until", "Published until", &value(&wanted.until)),
        field::typed("least", "least", "At least so many reports", &least, " type=\"number\" min=\"1\""),
        field::ticked("disputed", "disputed", "With disputes only", wanted.disputed),
    )
}

fn line(line: &StoryLine) -> String {
    let headline = shorten(&line.headline, HEADLINE);
    let headline = if headline.is_empty() { "Story without a headline" } else { &headline };
    let finding = match &line.kept {
        Some(kept) if !kept.finding.is_empty() => {
            format!("<p>{}</p>\n", text(&shorten(&kept.finding, FINDING)))
        }
        _ => String::new(),
    };
    let days = match (line.first.as_deref(), line.last.as_deref()) {
        (Some(first), Some(last)) if day(first) != day(last) => format!("{} to {}", day(first), day(last)),
        (Some(one), _) | (_, Some(one)) => day(one),
        (None, None) => "no day known".into(),
    };
    let mut facts = vec![days];
    if !line.outlets.is_empty() {
        facts.push(list(&line.outlets, OUTLETS));
    }
    format!(
        "<li class=\"story\">\n<div>\n<h2><a class=\"step\" href=\"/story/{}\">{}</a></h2>\n{finding}<p class=\"faint\">{}</p>\n</div>\n{}</li>\n",
        line.id,
        text(headline),
        text(&facts.join(" · ")),
        figures(line)
    )
}

/// The counts of a story, one below the other: reports, outlets, origins, disputes.
fn figures(line: &StoryLine) -> String {
    let mut rows =
        vec![figure(line.reports, "report", "", "", ""), figure(line.outlets.len(), "outlet", "", "", "")];
    match &line.kept {
        None => rows.push(unknown("origins not counted yet")),
        Some(kept) => {
            rows.push(match kept.measure {
                Measure::Measured => figure(kept.origins, "origin", "", " in all", ""),
                Measure::Partial => figure(kept.origins, "origin", "≥ ", " in all", ""),
                Measure::Unmeasured => unknown("origins not measured"),
            });
            if kept.disputed > 0 {
                rows.push(figure(kept.disputed, "dispute", "", "", " class=\"disputed\""));
            }
        }
    }
    format!("<ul class=\"figures\">\n{}</ul>\n", rows.concat())
}

/// A number after a sign for its bound, and what it counts.
fn figure(n: usize, noun: &str, bound: &str, more: &str, class: &str) -> String {
    let counted = count(n, noun);
    let noun = counted.split_once(' ').map_or(noun, |(_, noun)| noun);
    format!("<li{class}><b>{bound}{n}</b> <span>{noun}{more}</span></li>\n")
}

fn unknown(words: &str) -> String {
    format!("<li class=\"faint\"><b>–</b> <span>{words}</span></li>\n")
}

fn nothing(view: &StoriesView<'_>) -> String {
    if here(view.wanted, "/", "") == "/" && !view.older {
        return "<p>No story is in the archive yet. <code>firsthand add</code> puts pages into it, \
                <code>firsthand watch</code> follows feeds.</p>\n"
            .into();
    }
    "<p>No story fits these filters.</p>\n".into()
}

fn paging(view: &StoriesView<'_>) -> String {
    let mut links = String::new();
    if view.older {
        links.push_str(&format!(
            "<li><a href=\"{}\">Newest stories</a></li>\n",
            text(&here(view.wanted, "/", ""))
        ));
    }
    if let Some(next) = view.listing.next.as_deref() {
        let address = text(&here(view.wanted, "/", next));
        links.push_str(&format!("<li><a rel=\"next\" href=\"{address}\">Older stories</a></li>\n"));
    }
    if links.is_empty() {
        return links;
    }
    format!("<nav class=\"paging\" aria-label=\"Pages of the list\">\n<ul>\n{links}</ul>\n</nav>\n")
}
