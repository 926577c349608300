//! JSON: a JSON Feed, records (one a line, or in an array), or something that is no report.

mod feed;
mod fields;
mod records;

pub(crate) use feed::parse as feed;
pub use fields::Fields;

use crate::feed::Utf8;
use crate::item::Item;
use crate::open::Out;
use fields::{Key, field_names};
use firsthand_text::page::{Fact, Kind};
use records::{Next, Records};
use serde_json::Value;
use std::io::BufRead;
use std::ops::ControlFlow;

/// Whether JSON that starts with these bytes is a JSON Feed.
pub(crate) fn is_feed(head: &[u8]) -> bool {
    let head = String::from_utf8_lossy(head.get(..64 << 10).unwrap_or(head));
    head.contains("jsonfeed.org/version")
        || head.contains("\"items\"") && (head.contains("\"home_page_url\"") || head.contains("\"feed_url\""))
}

/// Reads JSON of any kind.
pub(crate) fn read(out: &mut Out<'_, '_>, location: &str, bytes: &mut dyn BufRead) -> ControlFlow<()> {
    let limits = out.options.limits.clone();
    let (mut source, leash) = match Utf8::new(bytes, None, limits.page) {
        Ok(opened) => opened,
        Err(error) => return out.bad(location, format!("{error}; skipped")),
    };
    let head = match source.fill_buf() {
        Ok(head) => head.to_vec(),
        Err(error) => return out.bad(location, format!("{error}; skipped")),
    };
    if is_feed(&head) {
        return feed::read(out, location, source, &leash);
    }
    let mut records = Records::new(source, leash, &head, limits.page);
    let mut found = Tally::default();
    loop {
        let (number, next) = match records.next() {
            Next::End => break,
            Next::Failed(error) => {
                out.bad(location, format!("{error}, after {} records", found.records))?;
                break;
            }
            Next::Long(number) => {
                let most = limits.page >> 20;
                out.bad(
                    &format!("{location}#{number}"),
                    format!("a record of more than {most} MiB; skipped"),
                )?;
                found.named += 1;
                continue;
            }
            Next::Record(number, bytes) => (number, bytes),
        };
        let place = format!("{location}#{number}");
        let value = match serde_json::from_slice::<Value>(&next) {
            Ok(value) => value,
            Err(error) => {
                // In a file of one value every later piece would be wrong as well.
                let what = if records.is_lines() { "this line" } else { "it" };
                out.bad(&place, format!("no sound JSON ({}); {what} was skipped", cause(&error)))?;
                found.named += 1;
                continue;
            }
        };
        found.records += 1;
        match item(&place, &value, &out.options.fields) {
            Ok(item) => {
                found.items += 1;
                out.page(item)?;
            }
            Err(_) if found.items == 0 && found.other.len() < 4 => {
                found.other.push((place, field_names(&value)))
            }
            Err(fields) => {
                let message = format!("a record without a text, its fields are {fields}; skipped");
                out.bad(&place, message)?;
                found.named += 1;
            }
        }
    }
    found.close(out, location)
}

/// What was met in one file.
#[derive(Default)]
struct Tally {
    records: usize,
    items: usize,
    named: usize,
    /// The first records without a text, kept back: where there is no other, one line says so for the whole file.
    other: Vec<(String, String)>,
}

impl Tally {
    fn close(self, out: &mut Out<'_, '_>, location: &str) -> ControlFlow<()> {
        if self.items == 0 {
            let Some((_, fields)) = self.other.first() else {
                let message = "not a report: JSON without a record; skipped";
                return if self.named == 0 { out.bad(location, message) } else { ControlFlow::Continue(()) };
            };
            let message = format!(
                "not a report: JSON with the fields {fields}; use --map text=FIELD to say which holds the text; skipped"
            );
            return out.bad(location, message);
        }
        for (place, fields) in self.other {
            out.bad(&place, format!("a record without a text, its fields are {fields}; skipped"))?;
        }
        ControlFlow::Continue(())
    }
}

/// What is wrong, without the place: it counts from the start of the record.
fn cause(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.split(" at line ").next().unwrap_or(&text).to_owned()
}

/// The page of a record; the names of its fields where it has no text.
fn item(location: &str, value: &Value, fields: &Fields) -> Result<Item, String> {
    let text = fields.text(value).ok_or_else(|| field_names(value))?;
    let mut facts = Vec::new();
    for (key, name) in [
        (Key::Title, "title"),
        (Key::Published, "published"),
        (Key::Updated, "updated"),
        (Key::Author, "author"),
        (Key::Outlet, "outlet"),
        (Key::Source, "source"),
    ] {
        for found in fields.values(value, key).into_iter().take(20) {
            let dated = matches!(key, Key::Published | Key::Updated);
            let found = if dated { crate::feed::stamp(&found).map_or(found, |s| s.written()) } else { found };
            if found.len() <= 4000 {
                facts.push(Fact { place: "jsonl", key: name.to_owned(), value: found, page: None });
            }
        }
    }
    let first = |key| fields.values(value, key).into_iter().next();
    Ok(Item {
        location: location.to_owned(),
        bytes: text.value.into_bytes(),
        kind: text.html.then_some(Kind::Html),
        address: first(Key::Address),
        charset: Some("utf-8".to_owned()),
        crawled: first(Key::Crawled),
        facts,
        ..Item::default()
    })
}
