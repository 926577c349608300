//! What meta elements, links, `time` elements and scripts say of the page.

use super::json_ld;
use super::tokens::Tag;
use crate::Span;
use crate::page::Fact;
use crate::page::encoding::Source;

/// Facts kept of one page: a limit for pages made to be large.
pub(super) const MOST: usize = 2000;

/// Longest value of a fact, in bytes.
const LONGEST: usize = 4000;

/// Facts a start tag gives.
pub(super) fn of_tag(name: &str, tag: &Tag, source: &Source<'_>, facts: &mut Vec<Fact>) {
    let attribute = |key: &str| attribute(tag, key);
    let mut add = |place: &'static str, key: String, from: &str| {
        if let Some(value) = attribute(from).filter(|v| !v.is_empty() && v.len() <= LONGEST)
            && facts.len() < MOST
        {
            let page = bytes(&value, tag.span, source);
            facts.push(Fact { place, key, value, page });
        }
    };
    match name {
        "html" => {
            let key = if attribute("lang").is_some() { "lang" } else { "xml:lang" };
            add("html", "lang".to_owned(), key);
        }
        "meta" => {
            let named = ["property", "name", "itemprop", "http-equiv"].iter().find_map(|k| attribute(k));
            if let Some(named) = named {
                add("meta", named.to_lowercase(), "content");
            }
        }
        "link" if attribute("rel").is_some_and(|r| r.eq_ignore_ascii_case("canonical")) => {
            add("link", "canonical".to_owned(), "href");
        }
        "time" => {
            let kind = attribute("itemprop").or_else(|| attribute("pubdate").map(|_| "pubdate".to_owned()));
            let kind = kind.or_else(|| attribute("class")).unwrap_or_else(|| "datetime".to_owned());
            add("time", kind, "datetime");
        }
        _ if tag.is_plain() => {}
        _ => {
            // Microdata on any other element: the value stands in `content` or `datetime`.
            if let Some(itemprop) = tag.get("itemprop").map(str::trim).filter(|i| i.starts_with("date")) {
                let key = if tag.get("content").is_some() { "content" } else { "datetime" };
                add("meta", itemprop.to_lowercase(), key);
            }
            // The microformat hAtom: `<abbr class="published" title="2031-03-04T09:00:00Z">`.
            let class = tag.get("class").unwrap_or_default();
            if let Some(kind) = class.split_whitespace().find(|c| matches!(*c, "published" | "updated")) {
                add("time", format!("hatom {kind}"), "title");
            }
        }
    }
}

fn attribute(tag: &Tag, key: &str) -> Option<String> {
    tag.get(key).map(|v| v.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// The bytes of the page that give a value, where it stands verbatim in this part of the source.
fn bytes(value: &str, part: Span, source: &Source<'_>) -> Option<Span> {
    let at = part.start + part.of(&source.text).find(value)?;
    Some(source.page(Span::new(at, at + value.len())))
}

/// Where the text of an element belongs, if it is a fact.
pub(super) fn raw_place(tag: &Tag) -> Option<&'static str> {
    match tag.name() {
        "title" => Some("title"),
        "script" => tag.get("type")?.to_lowercase().contains("ld+json").then_some("json-ld"),
        _ => None,
    }
}

/// Facts of raw text that stands in `part` of the source.
pub(super) fn of_raw(
    place: &'static str,
    text: &str,
    part: Span,
    source: &Source<'_>,
    facts: &mut Vec<Fact>,
) {
    if facts.len() >= MOST {
        return;
    }
    match place {
        "json-ld" => {
            let known =
                facts.iter().any(|f| f.place == "json-ld" && matches!(f.key.as_str(), "headline" | "author"));
            let found = json_ld::facts(text, known).into_iter();
            for mut fact in found.filter(|f| f.value.len() <= LONGEST || f.key == "articleBody") {
                if fact.value.len() <= LONGEST {
                    fact.page = bytes(&fact.value, part, source);
                }
                facts.push(fact);
            }
        }
        _ => {
            let value = text.split_whitespace().collect::<Vec<_>>().join(" ");
            // Pictures drawn in the page have titles of their own: only the first is the page's.
            if !value.is_empty() && facts.iter().all(|f| f.place != "title") {
                let page = bytes(&value, part, source);
                facts.push(Fact { place: "title", key: "title".to_owned(), value, page });
            }
        }
    }
}
