//! What meta elements, links, `time` elements and scripts say of the page.

use super::json_ld;
use super::tokens::Tag;
use crate::page::Fact;

/// Facts kept of one page: a limit for pages made to be large.
const MOST: usize = 2000;

/// Longest value of a fact, in bytes.
const LONGEST: usize = 4000;

/// Facts a start tag gives.
pub(super) fn of_tag(name: &str, tag: &Tag, facts: &mut Vec<Fact>) {
    let attribute = |key: &str| tag.get(key).map(|v| v.split_whitespace().collect::<Vec<_>>().join(" "));
    let mut add = |place: &'static str, key: String, value: Option<String>| {
        if let Some(value) = value.filter(|v| !v.is_empty() && v.len() <= LONGEST)
            && facts.len() < MOST
        {
            facts.push(Fact { place, key, value });
        }
    };
    match name {
        "html" => add("html", "lang".to_owned(), attribute("lang").or_else(|| attribute("xml:lang"))),
        "meta" => {
            for key in ["property", "name", "itemprop", "http-equiv"] {
                if let Some(named) = attribute(key) {
                    add("meta", named.to_lowercase(), attribute("content"));
                    break;
                }
            }
        }
        "link" if attribute("rel").is_some_and(|r| r.eq_ignore_ascii_case("canonical")) => {
            add("link", "canonical".to_owned(), attribute("href"));
        }
        "time" => {
            let kind = attribute("itemprop").or_else(|| attribute("pubdate").map(|_| "pubdate".to_owned()));
            let kind = kind.or_else(|| attribute("class")).unwrap_or_else(|| "datetime".to_owned());
            add("time", kind, attribute("datetime"));
        }
        _ => {
            // Microdata on any other element: the value stands in `content` or `datetime`.
            if let Some(itemprop) = attribute("itemprop").filter(|i| i.starts_with("date")) {
                add("meta", itemprop.to_lowercase(), attribute("content").or_else(|| attribute("datetime")));
            }
        }
    }
}

/// Where the text of an element belongs, if it is a fact.
pub(super) fn raw_place(tag: &Tag) -> Option<&'static str> {
    match tag.name() {
        "title" => Some("title"),
        "script" => tag.get("type")?.to_lowercase().contains("ld+json").then_some("json-ld"),
        _ => None,
    }
}

/// Facts of raw text.
pub(super) fn of_raw(place: &'static str, text: &str, facts: &mut Vec<Fact>) {
    if facts.len() >= MOST {
        return;
    }
    match place {
        "json-ld" => facts.extend(
            json_ld::facts(text).into_iter().filter(|f| f.value.len() <= LONGEST || f.key == "articleBody"),
        ),
        _ => {
            let value = text.split_whitespace().collect::<Vec<_>>().join(" ");
            // Pictures drawn in the page have titles of their own: only the first is the page's.
            if !value.is_empty() && facts.iter().all(|f| f.place != "title") {
                facts.push(Fact { place: "title", key: "title".to_owned(), value });
            }
        }
    }
}
