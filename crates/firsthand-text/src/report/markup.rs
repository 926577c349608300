//! What the markup of an HTML page says of title, outlet, authors, date and language.

mod author;
mod date;
mod outlet;
mod source;
mod title;

pub(super) use author::authors;
pub(super) use date::{published, updated};
pub(super) use outlet::outlet;
pub(super) use source::sources;
pub(super) use title::title;

use crate::page::{Fact, Page};

/// Values of facts with these keys, in the order of the keys.
fn values<'p>(page: &'p Page, keys: &'p [(&'static str, &'static str)]) -> impl Iterator<Item = &'p Fact> {
    keys.iter()
        .flat_map(move |(place, key)| page.facts.iter().filter(move |f| f.place == *place && f.key == *key))
}

/// The canonical address, or the one it was fetched from, or the location where that is an address.
pub(super) fn address(page: &Page) -> Option<String> {
    const KEYS: [(&str, &str); 2] = [("link", "canonical"), ("meta", "og:url")];
    let stated = values(page, &KEYS).map(|f| f.value.clone()).find(|v| v.starts_with("http"));
    let given = || page.address.clone().filter(|a| a.starts_with("http"));
    stated.or_else(given).or_else(|| page.location.starts_with("http").then(|| page.location.clone()))
}

/// The host of an address.
pub(super) fn host(url: &str) -> Option<String> {
    let rest = url.split_once("://")?.1;
    let host = rest.split(['/', '?', '#']).next()?;
    Some(host.split('@').next_back()?.split(':').next()?.to_lowercase())
}

/// The language the page declares.
pub(super) fn language(page: &Page) -> Option<String> {
    let declared = page.facts.iter().find(|f| f.place == "html" && f.key == "lang")?;
    let code: String = declared.value.split(['-', '_']).next()?.to_lowercase();
    (code.len() == 2 && code.bytes().all(|b| b.is_ascii_lowercase())).then_some(code)
}
