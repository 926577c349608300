//! Accounts as one page of HTML that needs nothing else: no script, no font, no picture, no address but the reports'.
//!
//! The page is read on a phone, by keyboard, by a screen reader, in light and in dark. What a report says goes
//! through [`markup::text`], so that no report can put markup of its own into the page.

mod collation;
mod evidence;
mod lineage;
pub mod links;
pub mod markup;
mod omitted;
mod part;
mod people;
mod reports;
mod story;
pub mod words;

pub use part::Part;
pub use reports::change;
pub use story::{article, headline};

use crate::index::Index;
use crate::wording;
use firsthand_core::account::Account;
use links::Links;
use markup::{element, text};

/// The style of every page that shows an account.
pub const STYLE: &str = include_str!("style.css");

/// What a page may load: its own style and nothing else.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// A headline longer than this, in scalar values, is cut: then it is a text that was taken for one.
const HEADLINE: usize = 240;

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
        main.push_str(&article(&Part { index: Index::new(account), level, links: &Links::File }));
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
