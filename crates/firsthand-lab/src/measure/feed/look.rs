//! Looks up in a feed what an expectation asks for, under the names of the suite.

use super::expect::{Term, Value};
use firsthand_intake::{Channel, Entry, Feed, Link, Person, Words, stamp};

/// What a path leads to; None where it asks for something that is not compared.
pub(super) fn up(feed: &Feed, term: &Term) -> Option<Value> {
    let path: Vec<&str> = term.path.iter().map(String::as_str).collect();
    let found = match path.as_slice() {
        ["entries"] => Value::Number(feed.entries.len() as i64),
        ["entries", n, rest @ ..] => {
            let nothing = Entry::default();
            of_entry(feed.entries.get(n.parse::<usize>().ok()?).unwrap_or(&nothing), rest)?
        }
        ["feed" | "channel", rest @ ..] => of_channel(&feed.channel, rest)?,
        _ => return None,
    };
    match (&*term.function, found) {
        ("ord", Value::Text(text)) => {
            Some(Value::Number(text.chars().next().map_or(0, |c| i64::from(u32::from(c)))))
        }
        ("" | "len", found) => Some(found),
        _ => None,
    }
}

/// Whether what is there is what should be. Of a moment the first six numbers count; empty is none; how an empty element
/// of markup is closed does not count.
pub(super) fn same(is: &Value, want: &Value) -> bool {
    match (is, want) {
        (Value::Numbers(is), Value::Numbers(want)) => is.get(..6) == want.get(..6),
        (Value::Fields(is), Value::Fields(want)) => want.iter().all(|pair| is.contains(pair)),
        (Value::None, Value::Text(text)) => text.is_empty(),
        (Value::Text(is), Value::Text(want)) => is.replace(" />", "/>") == want.replace(" />", "/>"),
        _ => is == want,
    }
}

fn of_entry(entry: &Entry, path: &[&str]) -> Option<Value> {
    let key = *path.first()?;
    let rest = path.get(1..)?;
    Some(match key {
        "title" | "title_detail" => words(entry.title.as_ref(), key, rest)?,
        "link" => text(entry.link()),
        "links" => link(&entry.links, rest)?,
        "id" | "guid" => text(entry.id.as_deref()),
        "published" | "issued" => text(entry.published.as_deref()),
        "published_parsed" | "issued_parsed" => moment(entry.published.as_deref()),
        // Without a change the suite gives the day of publication.
        "updated" | "modified" | "date" => text(changed(entry)),
        "updated_parsed" | "modified_parsed" | "date_parsed" => moment(changed(entry)),
        "created" => text(entry.created.as_deref()),
        "created_parsed" => moment(entry.created.as_deref()),
        "author" | "author_detail" | "authors" => person(&entry.authors, key, rest)?,
        "publisher" | "publisher_detail" => person(entry.publisher.as_slice(), key, rest)?,
        "source" => {
            let nothing = Channel::default();
            of_channel(entry.source.as_deref().unwrap_or(&nothing), rest)?
        }
        "content" if rest.get(1) == Some(&"value") => words(entry.content.as_ref(), "", &[])?,
        "summary" | "summary_detail" | "description" if entry.summary.is_some() => {
            words(entry.summary.as_ref(), key, rest)?
        }
        "summary" | "description" => words(entry.content.as_ref(), key, rest)?,
        "rights" | "copyright" | "rights_detail" => words(entry.rights.as_ref(), key, rest)?,
        _ => return None,
    })
}

fn changed(entry: &Entry) -> Option<&str> {
    [&entry.updated, &entry.date, &entry.published].into_iter().find_map(Option::as_deref)
}

fn of_channel(channel: &Channel, path: &[&str]) -> Option<Value> {
    let key = *path.first()?;
    let rest = path.get(1..)?;
    Some(match key {
        "title" | "title_detail" => words(channel.title.as_ref(), key, rest)?,
        "link" | "href" => text(channel.link()),
        "links" => link(&channel.links, rest)?,
        "id" | "guid" => text(channel.id.as_deref()),
        "published" => text(channel.published.as_deref()),
        "published_parsed" => moment(channel.published.as_deref()),
        "updated" | "modified" | "date" => text(channel.updated.as_deref().or(channel.published.as_deref())),
        "updated_parsed" | "modified_parsed" | "date_parsed" => {
            moment(channel.updated.as_deref().or(channel.published.as_deref()))
        }
        "author" | "author_detail" | "authors" => person(&channel.authors, key, rest)?,
        "publisher" | "publisher_detail" => person(channel.publisher.as_slice(), key, rest)?,
        "language" => text(channel.language.as_deref()),
        "subtitle" | "subtitle_detail" | "description" | "tagline" => {
            words(channel.subtitle.as_ref(), key, rest)?
        }
        "rights" | "copyright" | "rights_detail" => words(channel.rights.as_ref(), key, rest)?,
        _ => return None,
    })
}

fn text(value: Option<&str>) -> Value {
    value.map_or(Value::None, |v| Value::Text(v.to_owned()))
}

fn words(words: Option<&Words>, key: &str, rest: &[&str]) -> Option<Value> {
    match (key.ends_with("_detail"), rest) {
        (true, ["value"]) | (false, []) => Some(text(words.map(|w| w.value.as_str()))),
        _ => None,
    }
}

fn moment(value: Option<&str>) -> Value {
    let Some(stamp) = value.and_then(stamp) else { return Value::None };
    let at = stamp.utc();
    let parts = [
        at.year(),
        at.month().into(),
        at.day().into(),
        at.hour().into(),
        at.minute().into(),
        at.second().into(),
    ];
    Value::Numbers(parts.into_iter().map(i64::from).collect())
}

fn link(links: &[Link], rest: &[&str]) -> Option<Value> {
    let Some((n, rest)) = rest.split_first() else { return Some(Value::Number(links.len() as i64)) };
    let nothing = Link::default();
    let link = links.get(n.parse::<usize>().ok()?).unwrap_or(&nothing);
    let fields = [
        ("rel", Some(&link.rel)),
        ("href", Some(&link.href)),
        ("type", link.kind.as_ref()),
        ("title", link.title.as_ref()),
        ("hreflang", link.hreflang.as_ref()),
    ];
    match rest {
        [] => {
            let all = fields.iter().filter_map(|(k, v)| v.map(|v| ((*k).to_owned(), v.clone())));
            Some(Value::Fields(all.collect()))
        }
        // A type that the suite guesses is not compared.
        [key] => fields
            .iter()
            .find(|(k, _)| k == key)
            .filter(|(k, v)| *k != "type" || v.is_some())
            .map(|(_, v)| text(v.map(|v| v.as_str()))),
        _ => None,
    }
}

fn person(people: &[Person], key: &str, rest: &[&str]) -> Option<Value> {
    let nothing = Person::default();
    let (person, rest) = match (key, rest) {
        ("authors", []) => return Some(Value::Number(people.len() as i64)),
        ("authors", [n, rest @ ..]) => (people.get(n.parse::<usize>().ok()?).unwrap_or(&nothing), rest),
        _ => (people.last().unwrap_or(&nothing), rest),
    };
    Some(match rest {
        [] if !key.ends_with("_detail") => match (&person.name, &person.email) {
            (Some(name), Some(email)) => Value::Text(format!("{name} ({email})")),
            (name, email) => text(name.as_deref().or(email.as_deref())),
        },
        ["name"] => text(person.name.as_deref()),
        ["email"] => text(person.email.as_deref()),
        ["href" | "url"] => text(person.url.as_deref()),
        _ => return None,
    })
}

/// A text of the file that is good enough to count elements in.
pub(super) fn plain(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) if !text.contains('\0') => text.to_owned(),
        _ => bytes.iter().filter(|b| **b != 0).map(|b| char::from(*b)).collect(),
    }
}

/// A relative address made whole, as far as the suite needs it.
pub(super) fn joined(base: &str, to: &str) -> String {
    if to.contains("://") {
        to.to_owned()
    } else {
        format!("{}/{}", base.trim_end_matches('/'), to.trim_start_matches('/'))
    }
}
