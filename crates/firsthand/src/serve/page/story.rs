//! A story: its account as an article, with links to the pages of its reports.

use super::shell::Shell;
use crate::index::Index;
use crate::page::links::Links;
use crate::page::markup::text;
use crate::page::{self, Part};
use crate::wording::shorten;
use firsthand_core::account::Account;
use firsthand_store::Kin;

/// What the page of a story shows.
#[derive(Debug)]
pub struct StoryView<'a> {
    /// Its number in the archive.
    pub id: i64,
    /// Its account.
    pub account: &'a Account,
    /// Stories that belong to it and are not one with it.
    pub related: &'a [Kin],
}

/// The page at `/story/12`.
pub fn story(view: &StoryView<'_>) -> String {
    let links = links(view.account);
    let part = Part { index: Index::new(view.account), level: 1, links: &links };
    let title = shorten(&view.account.story.headline, 100);
    let title = if title.is_empty() { format!("Story {}", view.id) } else { title.into_owned() };
    let twin = format!("/story/{}.json", view.id);
    Shell { title: &title, here: "", twin: Some(&twin), story: Some(view.id) }
        .around(&(page::article(&part) + &related(view.related)))
}

/// The stories that belong to this one; nothing where there are none.
fn related(kin: &[Kin]) -> String {
    if kin.is_empty() {
        return String::new();
    }
    let line = |kin: &Kin| {
        let headline = shorten(&kin.headline, 100);
        let headline =
            if headline.is_empty() { format!("Story {}", kin.story) } else { headline.into_owned() };
        let (headline, reason) = (text(&headline), text(&kin.reason));
        format!(
            "<li><a href=\"/story/{}\">{headline}</a> <span class=\"faint\">{reason}</span></li>\n",
            kin.story
        )
    };
    let lines: String = kin.iter().map(line).collect();
    format!(
        "<section aria-labelledby=\"related\">\n<h2 id=\"related\">Related stories</h2>\n<ul>\n{lines}</ul>\n</section>\n"
    )
}

/// The way from the reports of an account to their pages.
fn links(account: &Account) -> Links {
    let numbers = account.reports.iter().filter_map(|r| Some((r.id.clone(), r.archived?)));
    Links::Server(numbers.collect())
}
