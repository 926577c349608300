//! What is known of a page from outside of it: the feed it came in, the fields of its record.

use super::line::{Label, Line, fold, words};
use super::{Credit, Report, agency, outlet, signature};
use crate::page::{Block, Page, Role};
use std::borrow::Cow;

/// Where facts come from that were given with a page.
const PLACES: [&str; 2] = ["feed", "jsonl"];

fn value<'p>(page: &'p Page, key: &str) -> Option<&'p str> {
    page.facts.iter().find(|f| PLACES.contains(&f.place) && f.key == key).map(|f| f.value.as_str())
}

/// Labels the title of a plain text that came with one, and says where the body begins. A line of the page that says
/// the same is the title; without one it has no bytes of its own.
pub(super) fn title(page: &Page, lines: &mut Vec<Line<'_>>, first: usize) -> Option<usize> {
    let title = value(page, "title").filter(|t| words(t) > 0)?;
    let folded = fold(title);
    if let Some(at) = lines.iter().take(first + 1).position(|l| fold(l.text()) == folded)
        && lines.len() > at + 1
    {
        if let Some(line) = lines.get_mut(at) {
            line.label = Label::Title;
        }
        return Some(first.max(at + 1));
    }
    let block = Block { text: title.to_owned(), role: Role::Heading(1), ..Block::default() };
    let mut line = Line::new(Cow::Owned(block));
    line.label = Label::Title;
    lines.push(line);
    Some(first)
}

/// The outlet. An entry that an aggregator took from another feed is of that feed's outlet if it links there, or away
/// from the aggregator.
pub(super) fn outlet(page: &Page) -> Option<String> {
    let channel = value(page, "outlet").or_else(|| value(page, "publisher"));
    let name = if is_of_source(page) { value(page, "source").or(channel) } else { channel };
    let name = name?;
    let by_host =
        (!name.contains(' ') && name.contains('.')).then(|| agency::of_host(&name.to_lowercase())).flatten();
    Some(by_host.map_or_else(|| named(name), |a| a.name.to_owned()))
}

/// Credits the feed an entry was taken from, where the entry is not that feed's own.
pub(super) fn credit(report: &mut Report, page: &Page) {
    if is_of_source(page) {
        return;
    }
    let host =
        value(page, "source.url").and_then(host).and_then(|h| agency::of_host(&h)).map(|a| a.name.to_owned());
    let Some(name) = value(page, "source").map(named).or(host) else { return };
    let place = page.facts.iter().find(|f| f.key == "source").map_or("feed", |f| f.place);
    signature::add_credit(report, Credit { name, place, span: None, page: None });
}

/// Whether an entry belongs to the feed it was taken from more than to the one it came in.
fn is_of_source(page: &Page) -> bool {
    let link = page.address.as_deref().and_then(host);
    let (own, source) = (value(page, "outlet.url").and_then(host), value(page, "source.url").and_then(host));
    match (link, own, source) {
        (Some(link), _, Some(source)) if link == source => true,
        (Some(link), Some(own), Some(_)) => link != own,
        _ => false,
    }
}

/// `Harbour Post - Latest news`: the part that is a name of an outlet, or else the whole.
fn named(title: &str) -> String {
    for mark in [" | ", " - ", " – ", " — ", " :: ", " » ", " > ", ": "] {
        let parts: Vec<&str> = title.split(mark).map(str::trim).filter(|p| !p.is_empty()).collect();
        let known = parts.iter().find(|p| agency::of(p).is_some());
        if let Some(name) = known.or_else(|| parts.iter().find(|p| parts.len() > 1 && outlet::is_outlet(p))) {
            return outlet::canonical(name);
        }
    }
    title.trim().to_owned()
}

fn host(url: &str) -> Option<String> {
    let rest = url.split_once("://")?.1;
    let host = rest.split(['/', '?', '#']).next()?.split('@').next_back()?.split(':').next()?.to_lowercase();
    Some(host.strip_prefix("www.").unwrap_or(&host).to_owned())
}
