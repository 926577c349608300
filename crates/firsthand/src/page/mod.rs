//! Accounts as one page of HTML that needs nothing else: no script, no font, no picture, no address but the reports'.
//!
//! The page is read on a phone, by keyboard, by a screen reader, in light and in dark. What a report says goes
//! through [`markup::text`], so that no report can put markup of its own into the page.

mod collation;
mod evidence;
mod lineage;
pub mod markup;
mod people;
mod reports;

use crate::index::Index;
use crate::wording::{self, day, shorten};
use firsthand_core::account::{Account, Measure};
use markup::{element, text};

const STYLE: &str = include_str!("style.css");

/// What a page may load: its own style and nothing else.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// A headline longer than this, in scalar values, is cut: then it is a text that was taken for one.
const HEADLINE: usize = 240;

/// A story on its way onto the page.
struct Part<'a> {
    index: Index<'a>,
    /// Level of its heading: 1 where it is alone on the page.
    level: usize,
}

impl Part<'_> {
    /// An id on the page: those of an account are unique within the account only.
    fn anchor(&self, id: &str) -> String {
        text(&format!("{}-{id}", self.index.account.story.id))
    }
    /// A section, or nothing where it has no content.
    fn section(&self, name: &str, head: &str, content: &str) -> String {
        if content.is_empty() {
            return String::new();
        }
        let id = self.anchor(name);
        let level = self.level + 1;
        format!(
            "<section aria-labelledby=\"{id}\">\n<h{level} id=\"{id}\">{head}</h{level}>\n{content}</section>\n"
        )
    }
}

/// The page.
pub fn page(accounts: &[Account]) -> String {
    let title = match accounts {
        [one] => headline(one),
        several => text(&format!("Accounts of {}", wording::count(several.len(), "story"))),
    };
    let mut main = String::new();
    if accounts.len() != 1 {
        main.push_str(&element("h1", &title));
        let links: String = accounts
            .iter()
            .map(|a| format!("<li><a href=\"#{}\">{}</a></li>\n", text(&a.story.id), headline(a)))
            .collect();
        main.push_str(&format!("<nav aria-label=\"Stories\">\n<ol>\n{links}</ol>\n</nav>\n"));
    }
    let level = if accounts.len() == 1 { 1 } else { 2 };
    for account in accounts {
        main.push_str(&story(&Part { index: Index::new(account), level }));
    }
    let version = env!("CARGO_PKG_VERSION");
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n\
         <meta name=\"generator\" content=\"firsthand {version}\">\n<title>{title}</title>\n<style>\n{STYLE}</style>\n\
         </head>\n<body>\n<main>\n{main}</main>\n\
         <footer><p>Made by firsthand {version}. Quotations are never altered; each opens to its sentence.</p></footer>\n\
         </body>\n</html>\n"
    )
}

fn headline(account: &Account) -> String {
    let headline = shorten(&account.story.headline, HEADLINE);
    text(if headline.is_empty() { "Story without a headline" } else { &headline })
}

fn story(part: &Part<'_>) -> String {
    let account = part.index.account;
    let level = part.level;
    let mut html = format!("<article id=\"{}\">\n<header>\n", text(&account.story.id));
    html.push_str(&format!("<h{level}>{}</h{level}>\n", headline(account)));
    html.push_str(&finding(account));
    html.push_str("</header>\n");
    html.push_str(&part.section("disputes", "Where they disagree", &collation::disputes(part)));
    html.push_str(&part.section("events", "What happened", &collation::events(part)));
    html.push_str(&part.section("alone", "Said by one report alone", &collation::exclusive(part)));
    html.push_str(&part.section("people", "Who speaks", &people::voices(part)));
    html.push_str(&part.section("lineage", "Where it comes from", &lineage::tree(part)));
    html.push_str(&part.section("names", "Names in several spellings", &people::spellings(part)));
    html.push_str(&part.section("timeline", "Timeline", &collation::timeline(part)));
    html.push_str(&part.section("reports", "Reports", &reports::list(part)));
    html.push_str("</article>\n");
    html
}

fn finding(account: &Account) -> String {
    let story = &account.story;
    let mut html = String::new();
    if !story.finding.is_empty() {
        html.push_str(&format!("<p class=\"finding\">{}</p>\n", text(&story.finding)));
    }
    match story.measure {
        Measure::Measured => {}
        Measure::Partial => {
            html.push_str(
                "<p>Not every report could be measured: the count of origins is a lower bound.</p>\n",
            );
        }
        Measure::Unmeasured => {
            html.push_str("<p>Origins could not be measured in any of these reports.</p>\n")
        }
    }
    let published = match (story.first_published.as_deref(), story.last_published.as_deref()) {
        (Some(first), Some(last)) if first != last => format!("Published {} to {}", day(first), day(last)),
        (Some(one), _) | (_, Some(one)) => format!("Published {}", day(one)),
        (None, None) => "No day of publication known".into(),
    };
    html.push_str(&format!("<p class=\"faint\">{}</p>\n", text(&published)));
    html
}
