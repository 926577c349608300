//! From an entry of a feed to a page of the archive.

use super::shelf::Choice;
use super::state::{Mark, Pending};
use crate::fetch::Page;
use firsthand_intake::{Channel, Entry, Item, entry_facts, entry_item};
use firsthand_text::page::{Fact, Kind};
use sha2::{Digest, Sha256};
use url::Url;

/// Bytes of an entry's own text that are kept until its page is read.
const TEXT: usize = 256 << 10;

/// Facts of a feed that hold for every version of a page; a title or a date of change is of one version.
const LASTING: [&str; 7] =
    ["published", "author", "outlet", "outlet.url", "source", "source.url", "publisher"];

/// An entry to be worked on, and its mark. `base` is the address of the feed.
pub(super) fn pending(entry: &Entry, channel: &Channel, base: &str) -> (Pending, Mark) {
    let address = entry.link().and_then(|link| absolute(link, base));
    let own = entry_item("", entry, channel).filter(|item| item.bytes.len() <= TEXT);
    let html = own.as_ref().is_some_and(|item| item.kind == Some(Kind::Html));
    let text = own.and_then(|item| String::from_utf8(item.bytes).ok());
    let facts: Vec<(String, String)> =
        entry_facts(entry, channel).into_iter().map(|f| (f.key, f.value)).collect();
    let named = entry.id.as_deref().or(address.as_deref());
    let title = entry.title.as_ref().map(|t| t.plain()).unwrap_or_default();
    let date = entry.published.as_deref().unwrap_or_default();
    // What has neither id nor address is told by what it says.
    let id =
        named.map_or_else(|| digest(&[&title, date, text.as_deref().unwrap_or_default()]), |n| digest(&[n]));
    let updated = entry.updated.as_deref().unwrap_or_default();
    let mark = digest(&[&title, updated, text.as_deref().unwrap_or_default()]);
    (Pending { id: id.clone(), address, facts, text, html, ..Pending::default() }, Mark(id, mark))
}

/// The page of an entry, with what the feed says of it; where there is no report in it, what the feed has.
pub(super) fn choice(page: Page, entry: &Pending, feed: &str, crawled: &str) -> Choice {
    let mut item = page.item;
    item.facts.extend(facts(&entry.facts));
    Choice { page: item, instead: own(entry, feed, crawled) }
}

/// What the feed itself has of an entry; None where that is no text.
pub(super) fn own(entry: &Pending, feed: &str, crawled: &str) -> Option<Item> {
    let text = entry.text.as_ref()?;
    Some(Item {
        location: format!("{feed}#{}", entry.id),
        bytes: text.clone().into_bytes(),
        kind: Some(if entry.html { Kind::Html } else { Kind::Text }),
        address: entry.address.clone(),
        charset: Some("utf-8".to_owned()),
        crawled: Some(crawled.to_owned()),
        facts: facts(&entry.facts),
        ..Item::default()
    })
}

/// Facts as they go with a page.
pub(super) fn facts(kept: &[(String, String)]) -> Vec<Fact> {
    kept.iter()
        .map(|(key, value)| Fact { place: "feed", key: key.clone(), value: value.clone(), page: None })
        .collect()
}

/// The facts that hold for every version of the page.
pub(super) fn lasting(facts: &[(String, String)]) -> Vec<(String, String)> {
    facts.iter().filter(|(key, _)| LASTING.contains(&key.as_str())).cloned().collect()
}

/// An address as a whole one of HTTP, without what stands behind #.
pub(super) fn absolute(link: &str, base: &str) -> Option<String> {
    let mut url = Url::parse(base).ok()?.join(link.trim()).ok()?;
    url.set_fragment(None);
    matches!(url.scheme(), "http" | "https").then(|| url.into())
}

/// A digest of some texts, short but long enough for the entries of a feed.
pub(super) fn digest(parts: &[&str]) -> String {
    let mut sum = Sha256::new();
    for part in parts {
        sum.update((part.len() as u64).to_le_bytes());
        sum.update(part.as_bytes());
    }
    hex(&sum.finalize(), 8)
}

/// The first bytes of a digest in hexadecimal.
pub(super) fn hex(bytes: &[u8], most: usize) -> String {
    bytes.iter().take(most).map(|b| format!("{b:02x}")).collect()
}
