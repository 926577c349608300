//! Structured data of schema.org in scripts, read with patience: comments, raw line breaks and trailing commas are borne.

use crate::page::Fact;
use serde_json::{Map, Value};

/// Kinds of schema.org that are a report (schema.org, subtypes of Article).
const ARTICLES: [&str; 14] = [
    "NewsArticle",
    "ReportageNewsArticle",
    "AnalysisNewsArticle",
    "BackgroundNewsArticle",
    "OpinionNewsArticle",
    "ReviewNewsArticle",
    "AskPublicNewsArticle",
    "LiveBlogPosting",
    "BlogPosting",
    "Article",
    "Report",
    "TechArticle",
    "AdvertiserContentArticle",
    "ScholarlyArticle",
];

/// Objects looked at in one script.
const MOST: usize = 5000;

/// Kinds that stand beside a report about something else as often as they are one.
const REVIEWS: [&str; 3] = ["Review", "CriticReview", "ClaimReview"];

/// The facts of one script. Those of an article come under their own names, those of a page under `WebPage.`, and where
/// the page has had its article (`known`) a review is not another.
pub(super) fn facts(text: &str, known: bool) -> Vec<Fact> {
    let Some(root) = parse(text) else { return Vec::new() };
    let mut open = vec![&root];
    let (mut articles, mut reviews, mut pages, mut looked) = (Vec::new(), Vec::new(), Vec::new(), 0);
    let mut site = None;
    while let Some(value) = open.pop() {
        looked += 1;
        if looked > MOST {
            break;
        }
        match value {
            Value::Array(items) => open.extend(items.iter().rev()),
            Value::Object(object) => {
                let is = |kinds: &[&str]| types(object).any(|t| kinds.contains(&t));
                if is(&ARTICLES) {
                    articles.push(object);
                } else if is(&REVIEWS) {
                    reviews.push(object);
                } else if is(&["WebPage", "ItemPage", "VideoObject"]) {
                    pages.push(object);
                }
                if is(&["WebSite"])
                    && let Some(Value::String(name)) = object.get("name")
                {
                    site = site.or(Some(name));
                }
                // Lists of other stories are not this one.
                let other = [
                    "itemListElement",
                    "hasPart",
                    "relatedLink",
                    "liveBlogUpdate",
                    "mentions",
                    "citation",
                    "isPartOf",
                    "video",
                    "comment",
                ];
                open.extend(
                    object
                        .iter()
                        .filter(|(k, _)| !other.contains(&k.as_str()))
                        .map(|(_, v)| v)
                        .filter(|v| v.is_object() || v.is_array()),
                );
            }
            _ => {}
        }
    }
    let mut out = Vec::new();
    if let Some(site) = site {
        let value = text::unescape(site).split_whitespace().collect::<Vec<_>>().join(" ");
        out.push(Fact { place: "json-ld", key: "WebSite.name".to_owned(), value, page: None });
    }
    let review = reviews.first().filter(|_| !known);
    let with_headline = articles.iter().find(|a| a.contains_key("headline"));
    if let Some(article) = with_headline.or(articles.first()).or(review) {
        of_object(article, "", &root, &mut out);
    }
    if let Some(page) = pages.first() {
        of_object(page, "WebPage.", &root, &mut out);
    }
    out
}

fn types(object: &Map<String, Value>) -> impl Iterator<Item = &str> {
    let kinds = match object.get("@type") {
        Some(Value::Array(kinds)) => kinds.iter().collect(),
        Some(kind) => vec![kind],
        None => Vec::new(),
    };
    kinds.into_iter().filter_map(Value::as_str).map(|t| t.rsplit(['/', ':']).next().unwrap_or(t))
}

fn of_object(object: &Map<String, Value>, prefix: &str, root: &Value, out: &mut Vec<Fact>) {
    let mut add = |key: &str, value: &str| {
        let value = text::unescape(value).split_whitespace().collect::<Vec<_>>().join(" ");
        if !value.is_empty() {
            out.push(Fact { place: "json-ld", key: format!("{prefix}{key}"), value, page: None });
        }
    };
    for key in [
        "headline",
        "name",
        "alternativeHeadline",
        "description",
        "datePublished",
        "dateCreated",
        "dateModified",
        "articleBody",
        "inLanguage",
        "url",
    ] {
        if let Some(Value::String(value)) = object.get(key) {
            add(key, value);
        }
    }
    based_on(object, root, &mut add);
    if let Some(free) = object.get("isAccessibleForFree") {
        add("isAccessibleForFree", &free.to_string().trim_matches('"').to_lowercase());
    }
    for (key, name) in [
        ("author", "author"),
        ("creator", "author"),
        ("publisher", "publisher"),
        ("sourceOrganization", "sourceOrganization"),
        ("provider", "provider"),
        ("copyrightHolder", "copyrightHolder"),
    ] {
        let values = match object.get(key) {
            // A list in a list is one list.
            Some(Value::Array(items)) => items
                .iter()
                .flat_map(|i| i.as_array().map_or(std::slice::from_ref(i), Vec::as_slice))
                .collect(),
            Some(value) => vec![value],
            None => continue,
        };
        for value in values.into_iter().take(40) {
            match value {
                Value::String(s) => add(name, s),
                Value::Object(who) => {
                    let who = resolved(who, root);
                    let is_organisation = types(who).any(|t| t.contains("Organization"));
                    let key = if is_organisation && name == "author" { "author:organization" } else { name };
                    match who.get("name") {
                        Some(Value::String(s)) => add(key, s),
                        Some(Value::Array(items)) => {
                            items.iter().filter_map(Value::as_str).for_each(|s| add(key, s))
                        }
                        _ => {}
                    }
                }
                _ => {}
            }
        }
    }
}

/// What an article is based on: the name of the publisher (or else the author that is an organisation) of another article as
/// `isBasedOn`, its address as `isBasedOn.url`.
fn based_on(object: &Map<String, Value>, root: &Value, add: &mut dyn FnMut(&str, &str)) {
    for key in ["isBasedOn", "isBasedOnUrl"] {
        let values = match object.get(key) {
            Some(Value::Array(items)) => items.as_slice(),
            Some(value) => std::slice::from_ref(value),
            None => continue,
        };
        for value in values.iter().take(20) {
            match value {
                Value::String(s) if s.starts_with("http") => add("isBasedOn.url", s),
                Value::Object(work) => {
                    let who =
                        ["publisher", "sourceOrganization", "provider"].iter().find_map(|k| work.get(*k));
                    let name = match who {
                        Some(Value::Object(who)) => resolved(who, root).get("name").and_then(Value::as_str),
                        Some(Value::String(name)) => Some(name.as_str()),
                        _ => None,
                    };
                    if let Some(name) = name.filter(|n| !n.starts_with("http")) {
                        add("isBasedOn", name);
                    } else if let Some(url) = ["url", "@id"].iter().find_map(|k| work.get(*k)?.as_str()) {
                        add("isBasedOn.url", url);
                    }
                }
                _ => {}
            }
        }
    }
}

/// The object that `{"@id": ...}` points at, in the graph of the same script.
fn resolved<'v>(object: &'v Map<String, Value>, root: &'v Value) -> &'v Map<String, Value> {
    let Some(id) = object.get("@id").filter(|_| !object.contains_key("name")) else { return object };
    let graph = match root {
        Value::Object(o) => o.get("@graph").and_then(Value::as_array),
        Value::Array(items) => Some(items),
        _ => None,
    };
    let inner = |v: &'v Value| v.get("@graph").and_then(Value::as_array).into_iter().flatten();
    let found = graph
        .into_iter()
        .flatten()
        .flat_map(|v| std::iter::once(v).chain(inner(v)))
        .filter_map(Value::as_object)
        .find(|o| o.get("@id") == Some(id) && o.contains_key("name"));
    found.unwrap_or(object)
}

/// Parses what should be JSON; at the second try what breaks it is mended. Several values become a list.
fn parse(script: &str) -> Option<Value> {
    let script = script.trim().trim_end_matches(';');
    let script = script.strip_prefix("<!--").unwrap_or(script);
    let script = script.strip_suffix("-->").unwrap_or(script);
    let script = script
        .trim()
        .trim_start_matches("//")
        .trim_start_matches("<![CDATA[")
        .trim_end_matches("]]>")
        .trim_end_matches("//")
        .trim();
    if let Ok(value) = serde_json::from_str(script) {
        return Some(value);
    }
    // A script whose quotes are references: it was escaped once too often.
    let escaped = script.get(..40).unwrap_or(script).contains("&quot;") && !script.contains('"');
    let mended = if escaped { mended(&text::unescape(script)) } else { mended(script) };
    let mut values: Vec<Value> =
        serde_json::Deserializer::from_str(&mended).into_iter::<Value>().map_while(Result::ok).collect();
    if values.len() > 1 { Some(Value::Array(values)) } else { values.pop() }
}

/// Without comments, commas before brackets, line breaks in strings and escapes that JSON does not know.
fn mended(script: &str) -> String {
    let mut mended = String::with_capacity(script.len());
    let mut in_string = false;
    let mut chars = script.chars().peekable();
    while let Some(c) = chars.next() {
        let c = if c.is_control() { ' ' } else { c };
        match c {
            '\\' if in_string => {
                let known = |c: &char| matches!(c, '"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't' | 'u');
                if let Some(escaped) = chars.next_if(known) {
                    mended.extend([c, escaped]);
                }
            }
            '/' if !in_string && chars.peek() == Some(&'*') => {
                let mut last = ' ';
                while let Some(c) = chars.next().filter(|c| !(*c == '/' && last == '*')) {
                    last = c;
                }
            }
            '/' if !in_string && chars.peek() == Some(&'/') => {
                while chars.next().is_some_and(|c| c != '\n') {}
            }
            _ => {
                if !in_string && matches!(c, ']' | '}') {
                    let kept = mended.trim_end().trim_end_matches(',').len();
                    mended.truncate(kept);
                }
                in_string ^= c == '"';
                mended.push(c);
            }
        }
    }
    mended
}

mod text {
    /// Resolves character references that were left in a string (`&amp;#039;`).
    pub(super) fn unescape(text: &str) -> String {
        if !text.contains('&') {
            return text.to_owned();
        }
        let mut out = String::with_capacity(text.len());
        for token in html5gum::Tokenizer::new(text.replace('<', "&lt;").as_str()) {
            let Ok(token) = token;
            if let html5gum::Token::String(s) = token {
                out.push_str(&String::from_utf8_lossy(&s.value));
            }
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn broken_and_nested_data_is_borne() {
        let want = [("headline", "Swans & reeds"), ("author", "Ada Vale"), ("publisher", "Vik Post")];
        let article = r#""@type":"NewsArticle","headline":"Swans & reeds","author":{"name":"Ada Vale"},"publisher":{"name":"Vik Post"}"#;
        for (name, script) in [
            ("an object", format!("{{{article}}}")),
            ("a list", format!("[{{\"@type\":\"BreadcrumbList\"}},{{{article}}}]")),
            ("a graph", format!("{{\"@graph\":[{{\"@type\":\"WebSite\"}},{{{article}}}]}}")),
            ("within a page", format!("{{\"@type\":\"WebPage\",\"mainEntity\":{{{article}}}}}")),
            ("comments", format!("/* {{ */ {{ // one\n{article}}} <!-- x")),
            ("a trailing comma", format!("{{{article},}}")),
            ("a line break in a string", format!("{{{}}}", article.replace("Swans &", "Swans\n&"))),
            ("an escape that is none", format!("{{{},\"x\":\"it\\'s\"}}", article)),
            ("references", format!("{{{}}}", article.replace('&', "&amp;amp;").replace('"', "&quot;"))),
            ("two values", format!("{{\"@type\":\"Organization\"}}\n{{{article}}}")),
            ("a semicolon", format!("{{{article}}};")),
            ("a review beside it", format!("[{{\"@type\":\"Review\",\"author\":\"X\"}},{{{article}}}]")),
        ] {
            let found = facts(&script, false);
            for (key, value) in want {
                let values: Vec<&str> =
                    found.iter().filter(|f| f.key == key).map(|f| f.value.as_str()).collect();
                assert_eq!(values, [value], "{key} of {name}");
            }
        }
        assert!(facts(r#"{"@type":"Review","author":"X"}"#, true).is_empty());
        assert_eq!(facts(r#"{"@type":"Review","author":"X"}"#, false).len(), 1);
        assert!(
            facts("no", false).is_empty()
                && facts("", false).is_empty()
                && facts("{\"a\":", false).is_empty()
        );
    }
}
