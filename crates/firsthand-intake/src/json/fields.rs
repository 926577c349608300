//! Which field of a record is what?

use serde_json::Value;
use std::collections::BTreeMap;

/// What a field can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Key {
    Text,
    Title,
    Address,
    Published,
    Updated,
    Author,
    Outlet,
    Source,
    Crawled,
}

/// Keys, the names they go by in `--map`, and the fields that are looked for, best first. A field whose name holds
/// `html` is HTML; others are told by their content.
const NAMES: [(Key, &str, &[&str]); 9] = [
    (
        Key::Text,
        "text",
        &[
            "text",
            "body",
            "content",
            "article",
            "fulltext",
            "full_text",
            "maintext",
            "main_text",
            "body_text",
            "article_text",
            "articlebody",
            "html",
            "body_html",
            "content_html",
            "raw_html",
            "raw_content",
            "plain_text",
            "content_text",
        ],
    ),
    (Key::Title, "title", &["title", "headline", "heading"]),
    (
        Key::Address,
        "url",
        &["url", "link", "address", "canonical_url", "canonical", "uri", "source_url", "webpage"],
    ),
    (
        Key::Published,
        "published",
        &[
            "published",
            "date",
            "date_published",
            "datepublished",
            "published_at",
            "publishedat",
            "publish_date",
            "date_publish",
            "published_date",
            "publication_date",
            "pub_date",
            "pubdate",
            "publication_datetime",
            "published_time",
            "published_on",
        ],
    ),
    (
        Key::Updated,
        "updated",
        &[
            "updated",
            "date_modified",
            "datemodified",
            "modified",
            "updated_at",
            "date_modify",
            "last_modified",
            "modified_time",
        ],
    ),
    (Key::Author, "author", &["author", "authors", "byline", "creator"]),
    (
        Key::Outlet,
        "outlet",
        &[
            "outlet",
            "publisher",
            "site_name",
            "sitename",
            "site",
            "publication",
            "newspaper",
            "source_name",
            "source",
        ],
    ),
    (Key::Source, "source", &["credit", "agency", "wire", "original_source"]),
    (
        Key::Crawled,
        "crawled",
        &[
            "crawled",
            "crawled_at",
            "crawl_date",
            "scraped_at",
            "fetched",
            "fetched_at",
            "retrieved",
            "date_download",
            "timestamp_crawl",
        ],
    ),
];

/// Which fields of JSON records are what: the usual names, or those that were given.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fields {
    given: BTreeMap<Key, Vec<String>>,
}

/// A text of a record.
pub(crate) struct Text {
    pub(crate) value: String,
    pub(crate) html: bool,
}

impl Fields {
    /// Adds `title=headline`: the title stands in the field `headline`. `meta.headline` is a field in a field.
    /// Errors: a line for the user.
    pub fn map(&mut self, mapping: &str) -> Result<(), String> {
        let known: Vec<&str> = NAMES.iter().map(|(_, name, _)| *name).collect();
        let parts = mapping.split_once('=').map(|(key, field)| (key.trim(), field.trim()));
        let Some((key, field)) = parts.filter(|(key, field)| !key.is_empty() && !field.is_empty()) else {
            return Err(format!("{mapping} is no mapping; write one such as title=headline"));
        };
        let Some((key, _, _)) = NAMES.iter().find(|(_, name, _)| *name == key) else {
            return Err(format!("{key} is nothing a field can hold; take one of {}", known.join(", ")));
        };
        self.given.entry(*key).or_default().push(field.to_owned());
        Ok(())
    }

    /// The texts of the first field that holds one.
    pub(crate) fn values(&self, record: &Value, key: Key) -> Vec<String> {
        self.found(record, key).map(|(_, value)| strings(value)).find(|v| !v.is_empty()).unwrap_or_default()
    }

    /// The text of the report: several paragraphs of a list are parted by blank lines.
    pub(crate) fn text(&self, record: &Value) -> Option<Text> {
        self.found(record, Key::Text).find_map(|(name, value)| {
            let value = strings(value).join("\n\n");
            let html = name.to_lowercase().contains("html");
            (!value.trim().is_empty()).then_some(Text { value, html })
        })
    }

    fn found<'v>(&'v self, record: &'v Value, key: Key) -> impl Iterator<Item = (&'v str, &'v Value)> {
        let given = self.given.get(&key).map(Vec::as_slice).unwrap_or_default();
        let usual = NAMES.iter().find(|(k, _, _)| *k == key).map_or(&[][..], |(_, _, names)| names);
        let by_path = given.iter().filter_map(|path| at(record, path).map(|v| (path.as_str(), v)));
        let by_name = usual.iter().filter(|_| given.is_empty()).filter_map(move |name| {
            let object = record.as_object()?;
            let exact = object.get(*name).map(|v| (*name, v));
            exact.or_else(|| {
                object.iter().find(|(k, _)| k.eq_ignore_ascii_case(name)).map(|(k, v)| (k.as_str(), v))
            })
        });
        by_path.chain(by_name)
    }
}

/// A field, or a field in a field: `meta.headline`. A field whose own name has dots goes first.
fn at<'v>(record: &'v Value, path: &str) -> Option<&'v Value> {
    let object = record.as_object()?;
    object.get(path).or_else(|| {
        let (first, rest) = path.split_once('.')?;
        at(object.get(first)?, rest)
    })
}

/// The texts of a value: itself, those of a list, the name of an object.
fn strings(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) if !text.trim().is_empty() => vec![text.clone()],
        Value::Array(items) => items.iter().filter(|i| !i.is_array()).flat_map(strings).collect(),
        Value::Object(object) => {
            match ["name", "title", "text", "rendered", "value"].iter().find_map(|k| object.get(*k)) {
                Some(Value::String(text)) if !text.trim().is_empty() => vec![text.clone()],
                _ => Vec::new(),
            }
        }
        _ => Vec::new(),
    }
}

/// The fields of a record, for a line to the user.
pub(crate) fn field_names(record: &Value) -> String {
    const MOST: usize = 8;
    let names: Vec<&str> = record.as_object().into_iter().flatten().map(|(k, _)| k.as_str()).collect();
    match names.as_slice() {
        [] => "(none)".to_owned(),
        few if few.len() <= MOST => few.join(", "),
        many => format!("{} and {} more", many.get(..MOST).unwrap_or_default().join(", "), many.len() - MOST),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_found_by_usual_and_by_given_names() {
        let record: Value = serde_json::from_str(
            r#"{"Headline": "A", "kop": "B", "meta": {"by": ["Ada Vale", {"name": "Nils Holm"}]},
                "source": {"id": null, "name": "Harbour Post"}, "body": ["One.", "Two."], "date": "", "pubdate": "x"}"#,
        )
        .unwrap();
        let mut fields = Fields::default();
        assert_eq!(fields.values(&record, Key::Title), ["A"]);
        assert_eq!(fields.values(&record, Key::Outlet), ["Harbour Post"]);
        assert_eq!(fields.values(&record, Key::Published), ["x"], "an empty field holds nothing");
        assert_eq!(fields.text(&record).map(|t| t.value).as_deref(), Some("One.\n\nTwo."));
        assert_eq!(fields.values(&record, Key::Author), Vec::<String>::new());
        for mapping in ["title=kop", "author = meta.by"] {
            fields.map(mapping).unwrap();
        }
        assert_eq!(fields.values(&record, Key::Title), ["B"]);
        assert_eq!(fields.values(&record, Key::Author), ["Ada Vale", "Nils Holm"]);
    }

    #[test]
    fn mappings_that_make_no_sense_are_refused() {
        for (mapping, want) in [
            ("title", "title is no mapping; write one such as title=headline"),
            ("=x", "=x is no mapping; write one such as title=headline"),
            (
                "kop=title",
                "kop is nothing a field can hold; take one of text, title, url, published, updated, author, outlet, \
                 source, crawled",
            ),
        ] {
            assert_eq!(Fields::default().map(mapping).unwrap_err(), want);
        }
    }
}
