//! JSON Feed 1.0 and 1.1, item by item.

use crate::feed::{Channel, Entry, Event, Leash, Link, Person, Utf8, Words, hand_on};
use crate::open::Out;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;
use std::fmt;
use std::ops::ControlFlow;

/// Reads a feed and hands on its pages.
pub(super) fn read(
    out: &mut Out<'_, '_>,
    location: &str,
    source: Utf8<'_>,
    leash: &Leash,
) -> ControlFlow<()> {
    let mut each = |event: Event, channel: &Channel| hand_on(out, location, event, channel);
    parse(source, leash, &mut each)
}

/// Reads a feed.
pub(crate) fn parse(
    source: Utf8<'_>,
    leash: &Leash,
    each: &mut dyn FnMut(Event, &Channel) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let mut top = Top { channel: Channel::default(), count: 0, each, leash, stopped: false };
    let mut json = serde_json::Deserializer::from_reader(source);
    let read = (&mut top).deserialize(&mut json);
    if top.stopped {
        return ControlFlow::Break(());
    }
    match read {
        Ok(()) => (top.each)(Event::End, &top.channel),
        Err(error) => {
            let trouble = format!("no sound JSON ({error}); {} entries were read", top.count);
            (top.each)(Event::Trouble(trouble), &top.channel)?;
            (top.each)(Event::End, &top.channel)
        }
    }
}

struct Top<'t> {
    channel: Channel,
    count: usize,
    each: &'t mut dyn FnMut(Event, &Channel) -> ControlFlow<()>,
    leash: &'t Leash,
    stopped: bool,
}

impl<'de> DeserializeSeed<'de> for &mut Top<'_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for &mut Top<'_> {
    type Value = ();
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON Feed")
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            if key == "items" {
                map.next_value_seed(Items(self))?;
            } else if !key.starts_with('_') {
                of_channel(&key, &map.next_value()?, &mut self.channel);
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }
}

struct Items<'t, 'i>(&'i mut Top<'t>);

impl<'de> DeserializeSeed<'de> for Items<'_, '_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Items<'_, '_> {
    type Value = ();
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of items")
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        let top = self.0;
        while let Some(value) = items.next_element::<Value>()? {
            top.leash.loosen();
            top.count += 1;
            let event = Event::Entry(top.count, Box::new(entry(&value)));
            if (top.each)(event, &top.channel).is_break() {
                top.stopped = true;
                return Err(A::Error::custom("stopped"));
            }
        }
        Ok(())
    }
}

fn string(value: Option<&Value>) -> Option<String> {
    value.and_then(Value::as_str).map(str::to_owned).filter(|s| !s.trim().is_empty())
}

fn of_channel(key: &str, value: &Value, channel: &mut Channel) {
    let text = || string(Some(value));
    match key {
        "title" => channel.title = text().map(Words::text),
        "description" => channel.subtitle = text().map(Words::text),
        "home_page_url" => channel.links.extend(text().map(|t| link("alternate", t))),
        "feed_url" => channel.links.extend(text().map(|t| link("self", t))),
        "language" => channel.language = text(),
        "author" | "authors" => channel.authors = people(value),
        _ => {}
    }
}

fn link(rel: &str, href: String) -> Link {
    Link { rel: rel.to_owned(), href, ..Link::default() }
}

fn people(value: &Value) -> Vec<Person> {
    let each = match value {
        Value::Array(all) => all.iter().collect(),
        one => vec![one],
    };
    let person = |v: &&Value| {
        let name = string(v.get("name")).or_else(|| string(Some(v)));
        let url = string(v.get("url"));
        (name.is_some() || url.is_some()).then_some(Person { name, url, email: None })
    };
    each.iter().filter_map(person).collect()
}

/// One item. The version before 1.1 had one author.
fn entry(value: &Value) -> Entry {
    let text = |key: &str| string(value.get(key));
    let html = text("content_html").map(|value| Words { value, html: true });
    Entry {
        title: text("title").map(Words::text),
        links: text("url").map(|u| link("alternate", u)).into_iter().collect(),
        id: text("id").or_else(|| value.get("id").filter(|v| v.is_number()).map(ToString::to_string)),
        authors: value.get("authors").or_else(|| value.get("author")).map(people).unwrap_or_default(),
        published: text("date_published"),
        updated: text("date_modified"),
        external: text("external_url"),
        content: html.or_else(|| text("content_text").map(Words::text)),
        summary: text("summary").map(Words::text),
        ..Entry::default()
    }
}
