//! From an entry to a page with its facts.

use super::date::stamp;
use super::model::{Channel, Entry, Person};
use crate::item::Item;
use firsthand_text::page::{Fact, Kind};

/// Names of authors taken from one entry.
const AUTHORS: usize = 20;

/// The page of an entry; None where it has no text.
pub fn entry_item(location: &str, entry: &Entry, channel: &Channel) -> Option<Item> {
    // The whole text; where there is none, or it is no longer than the short one, the short one.
    let words = match (&entry.content, &entry.summary) {
        (Some(content), Some(summary)) if content.value.len() < summary.value.len() => summary,
        (Some(content), _) => content,
        (None, Some(summary)) => summary,
        (None, None) => return None,
    };
    if words.plain().is_empty() {
        return None;
    }
    Some(Item {
        location: location.to_owned(),
        bytes: words.value.clone().into_bytes(),
        kind: Some(if words.html { Kind::Html } else { Kind::Text }),
        address: entry.link().filter(|a| a.starts_with("http")).map(str::to_owned),
        charset: Some("utf-8".to_owned()),
        facts: entry_facts(entry, channel),
        ..Item::default()
    })
}

/// What the feed says of an entry: the facts of its page.
pub fn entry_facts(entry: &Entry, channel: &Channel) -> Vec<Fact> {
    let mut facts = Vec::new();
    let mut add = |key: &str, value: Option<String>| {
        if let Some(value) = value.map(|v| v.trim().to_owned()).filter(|v| !v.is_empty() && v.len() <= 4000) {
            facts.push(Fact { place: "feed", key: key.to_owned(), value, page: None });
        }
    };
    let date = |text: &Option<String>| text.as_deref().and_then(stamp).map(|s| s.written());
    add("title", entry.title.as_ref().map(|t| t.plain()));
    add("published", date(&entry.published).or_else(|| date(&entry.date)));
    add("updated", date(&entry.updated));
    for author in entry.authors.iter().take(AUTHORS) {
        add("author", name(author));
    }
    add("outlet", channel.title.as_ref().map(|t| t.plain()));
    add("outlet.url", channel.link().map(str::to_owned));
    if let Some(source) = &entry.source {
        add("source", source.title.as_ref().map(|t| t.plain()));
        add("source.url", source.link().map(str::to_owned));
    }
    add("source.url", entry.external.clone());
    for via in entry.links.iter().filter(|l| l.rel == "via" || l.rel == "canonical").take(3) {
        add("source.url", Some(via.href.clone()));
    }
    add("publisher", entry.publisher.as_ref().or(channel.publisher.as_ref()).and_then(name));
    facts
}

fn name(person: &Person) -> Option<String> {
    person.name.clone()
}
