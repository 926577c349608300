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
    if let Some(free) = object.get("isAccessibleForFree") {
        add("isAccessibleForFree", &free.to_string().trim_matches('"').to_lowercase());
    }
    for (key, name) in [
        ("author", "author"),
        ("creator", "author"),
        ("publisher", "publisher"),
        ("sourceOrganization", "sourceOrganization"),
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

/// The object that `{"@id": ...}` points at, in the graph of the same script.
fn resolved<'v>(object: &'v Map<String, Value>, root: &'v Value) -> &'v Map<String, Value> {
    let Some(id) = object.get("@id").filter(|_| !object.contains_key("name")) else { return object };
    let graph = match root {
        Value::Object(o) => o.get("@graph").and_then(Value::as_array),
        Value::Array(items) => Some(items),
        _ => None,
    };
    let found = graph
        .into_iter()
        .flatten()
        .filter_map(Value::as_object)
        .find(|o| o.get("@id") == Some(id) && o.contains_key("name"));
    found.unwrap_or(object)
}

/// Parses what should be JSON; at the second try line breaks in strings and commas before brackets are mended.
fn parse(text: &str) -> Option<Value> {
    let text = text.trim().trim_end_matches(';');
    let text = text.strip_prefix("<!--").unwrap_or(text);
    let text = text.strip_suffix("-->").unwrap_or(text);
    let text = text
        .trim()
        .trim_start_matches("//")
        .trim_start_matches("<![CDATA[")
        .trim_end_matches("]]>")
        .trim_end_matches("//")
        .trim();
    if let Ok(value) = serde_json::from_str(text) {
        return Some(value);
    }
    let mut mended = String::with_capacity(text.len());
    let (mut in_string, mut escaped) = (false, false);
    for c in text.chars() {
        let c = if c.is_control() { ' ' } else { c };
        if !in_string && matches!(c, ']' | '}') {
            let kept = mended.trim_end().trim_end_matches(',').len();
            mended.truncate(kept);
        }
        if c == '"' && !escaped {
            in_string = !in_string;
        }
        escaped = c == '\\' && !escaped;
        mended.push(c);
    }
    // Anything after the first value is left out.
    serde_json::Deserializer::from_str(&mended).into_iter::<Value>().next()?.ok()
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
