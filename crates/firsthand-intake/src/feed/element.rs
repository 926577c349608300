//! From elements to what they say, for all formats together: the names do not clash.

use super::model::{Channel, Entry, Link, Person, Words};
use super::node::Node;
use super::space::joined;

/// What the head of a feed or channel says in its attributes.
pub(super) fn head(node: &Node, channel: &mut Channel) {
    if let Some(about) = node.attribute("about") {
        channel.id.get_or_insert_with(|| about.to_owned());
    }
    if let Some(language) = node.attribute("lang") {
        channel.language.get_or_insert_with(|| language.to_owned());
    }
}

/// What one element directly in a feed says of it.
pub(super) fn of_channel(node: &Node, channel: &mut Channel) {
    match (&*node.space, &*node.name) {
        ("" | "atom", "title") => channel.title = Some(words(node)),
        ("dc" | "dcterms" | "itunes" | "media", "title") => {
            channel.title.get_or_insert_with(|| words(node));
        }
        ("" | "atom", "subtitle" | "tagline" | "description") => channel.subtitle = Some(words(node)),
        ("dc" | "itunes", "description" | "subtitle" | "summary") => {
            channel.subtitle.get_or_insert_with(|| words(node));
        }
        ("" | "atom", "link") => link(node, &mut channel.links),
        ("" | "atom", "id" | "guid") => channel.id = text(node),
        ("" | "atom", "published" | "issued" | "pubdate") | ("dcterms", "issued") => {
            channel.published = text(node)
        }
        ("" | "atom", "updated" | "modified" | "lastbuilddate") | ("dcterms", "modified") => {
            channel.updated = text(node);
        }
        ("dc", "date") => {
            channel.updated = channel.updated.take().or_else(|| text(node));
        }
        ("" | "atom", "author" | "managingeditor")
        | ("dc", "creator" | "author")
        | ("itunes", "author" | "owner") => {
            channel.authors.extend(person(node));
        }
        ("", "webmaster") | ("dc", "publisher") => channel.publisher = person(node),
        ("", "language") | ("dc", "language") => channel.language = text(node),
        (_, "rights" | "copyright") => channel.rights = Some(words(node)),
        (_, "license") => license(node, &mut channel.links),
        _ => {}
    }
}

/// One entry.
pub(super) fn entry(node: &Node) -> Entry {
    let mut entry = Entry::default();
    let mut permalink = None;
    let (mut title, mut secondary) = (None, None);
    if let Some(about) = node.attribute("about") {
        entry.id = Some(about.to_owned());
    }
    // A group of media may hold the words of the entry.
    let inner = node.nodes().filter(|n| n.space == "media" && n.name == "group").flat_map(Node::nodes);
    for part in node.nodes().chain(inner) {
        match (&*part.space, &*part.name) {
            ("" | "atom", "title") => title = Some(words(part)),
            ("dc" | "dcterms" | "media" | "itunes", "title") => {
                secondary = secondary.or_else(|| Some(words(part)))
            }
            ("" | "atom", "link") => link(part, &mut entry.links),
            ("" | "atom", "guid" | "id") => {
                entry.id = text(part);
                let is_link = part.attribute("ispermalink").is_none_or(|p| !p.eq_ignore_ascii_case("false"));
                if part.name == "guid" && is_link {
                    permalink = entry.id.as_deref().map(|id| joined(part.base.as_deref(), id));
                }
            }
            // Of two short texts the second may be the whole one.
            ("" | "atom", "summary" | "description" | "abstract") => match entry.summary {
                Some(_) => longest(&mut entry.content, words(part)),
                None => entry.summary = Some(words(part)),
            },
            ("dc" | "dcterms" | "itunes" | "media", "description" | "abstract" | "summary") => {
                entry.summary = entry.summary.take().or_else(|| Some(words(part)));
            }
            ("atom" | "", "content") if part.attribute("src").is_none() => {
                longest(&mut entry.content, words(part));
            }
            ("content", "encoded") | ("" | "xhtml", "body" | "fullitem" | "div") => {
                let mut all = words(part);
                all.html = true;
                longest(&mut entry.content, all);
            }
            ("" | "atom", "published" | "issued" | "pubdate") | ("dcterms", "issued" | "available") => {
                entry.published = text(part);
            }
            ("" | "atom", "updated" | "modified") | ("dcterms", "modified") => entry.updated = text(part),
            ("dc", "date") => entry.date = text(part),
            ("" | "atom", "created") | ("dcterms", "created") => entry.created = text(part),
            ("" | "atom", "author") | ("dc", "creator" | "author") => entry.authors.extend(person(part)),
            ("itunes", "author") if entry.authors.is_empty() => entry.authors.extend(person(part)),
            ("dc", "publisher") => entry.publisher = person(part),
            ("" | "atom", "source") => entry.source = source(part),
            ("dc", "source") => {
                let named = text(part).map(|t| named_source(&t));
                entry.source = entry.source.take().or_else(|| named.map(Box::new));
            }
            ("" | "atom", "enclosure") => {
                let href = part.attribute("url").or_else(|| part.attribute("href")).unwrap_or_default();
                let href = joined(part.base.as_deref(), href);
                let kind = part.attribute("type").map(str::to_owned);
                entry.links.push(Link { rel: "enclosure".into(), href, kind, ..Link::default() });
            }
            (_, "rights" | "copyright") => entry.rights = Some(words(part)),
            (_, "license") => license(part, &mut entry.links),
            _ => {}
        }
    }
    entry.title = title.or(secondary);
    if entry.link().is_none()
        && let Some(href) = permalink
    {
        entry.links.push(Link { rel: "alternate".into(), href, ..Link::default() });
    }
    entry
}

/// Atom's source is a feed of its own; RSS gives name and address of the feed.
fn source(node: &Node) -> Option<Box<Channel>> {
    let mut channel = Channel::default();
    if node.has_markup() {
        for part in node.nodes() {
            of_channel(part, &mut channel);
        }
    } else {
        channel.title = Some(words(node)).filter(|w| !w.value.is_empty());
    }
    if let Some(href) = node.attribute("url").or_else(|| node.attribute("href")) {
        let href = joined(node.base.as_deref(), href);
        channel.links.push(Link { rel: "alternate".into(), href, ..Link::default() });
    }
    (channel != Channel::default()).then(|| Box::new(channel))
}

/// A source that is one word or address.
fn named_source(value: &str) -> Channel {
    let mut channel = Channel::default();
    if value.starts_with("http") {
        channel.links.push(Link { rel: "alternate".into(), href: value.to_owned(), ..Link::default() });
    } else {
        channel.title = Some(Words::text(value));
    }
    channel
}

fn longest(held: &mut Option<Words>, new: Words) {
    if held.as_ref().is_none_or(|h| h.value.len() < new.value.len()) {
        *held = Some(new);
    }
}

fn text(node: &Node) -> Option<String> {
    Some(node.text()).filter(|t| !t.is_empty())
}

/// The words of an element. Atom says of what type they are; RSS leaves open whether they are HTML, and means it.
fn words(node: &Node) -> Words {
    let kind = node.attribute("type").unwrap_or_default().to_lowercase();
    let mode = node.attribute("mode").unwrap_or_default().to_lowercase();
    let packed = || -> String { node.text().split_whitespace().collect() };
    if (mode == "base64" || is_base64(node, &kind))
        && let Ok(value) = data_encoding::BASE64.decode(packed().as_bytes())
    {
        return Words {
            value: String::from_utf8_lossy(&value).trim().to_owned(),
            html: kind.contains("html"),
        };
    }
    if node.has_markup() {
        // A lone div is only the wrapping of XHTML.
        let mut inner = node.nodes();
        let wrapped = match (inner.next(), inner.next()) {
            (Some(div), None) if div.name == "div" && (kind.contains("xhtml") || div.space == "xhtml") => {
                Some(div)
            }
            _ => None,
        };
        return Words { value: wrapped.unwrap_or(node).inner(), html: true };
    }
    let value = node.text();
    if kind.contains("xhtml") || kind == "application/xml" || mode == "xml" && kind.contains("html") {
        return Words { value: node.inner(), html: true };
    }
    let html = match (&*node.space, &*kind) {
        (_, "text" | "text/plain" | "plain") => false,
        (_, k) if k.contains("html") => true,
        ("atom", _) => mode == "escaped" && looks_html(&value),
        _ => looks_html(&value),
    };
    Words { value, html }
}

/// What Atom gives in a type that is no text is packed in base64.
fn is_base64(node: &Node, kind: &str) -> bool {
    node.space == "atom" && kind.contains('/') && !kind.starts_with("text/") && !kind.contains("xml")
}

/// Whether a text without a declared type is meant as HTML: it holds a tag or a character reference.
fn looks_html(text: &str) -> bool {
    let tag = |at: usize| {
        let rest = text.get(at + 1..).unwrap_or_default();
        rest.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/') && rest.contains('>')
    };
    let reference = |at: usize| {
        let name: String =
            text.get(at + 1..).unwrap_or_default().chars().take_while(|c| *c != ';').take(33).collect();
        let rest = text.get(at + 1 + name.len()..).unwrap_or_default();
        rest.starts_with(';')
            && !name.is_empty()
            && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '#')
    };
    text.match_indices('<').any(|(at, _)| tag(at)) || text.match_indices('&').any(|(at, _)| reference(at))
}

fn link(node: &Node, links: &mut Vec<Link>) {
    let own = |name: &str| node.attribute(name).map(str::to_owned);
    let href = own("href").or_else(|| text(node)).or_else(|| own("resource"));
    let Some(href) = href.map(|h| h.trim().to_owned()) else { return };
    links.push(Link {
        rel: own("rel").filter(|r| !r.is_empty()).unwrap_or_else(|| "alternate".to_owned()),
        href: joined(node.base.as_deref(), &href),
        kind: own("type"),
        title: own("title"),
        hreflang: own("hreflang"),
    });
}

fn license(node: &Node, links: &mut Vec<Link>) {
    let href = node.attribute("resource").map(str::to_owned).or_else(|| text(node));
    links.extend(href.map(|href| Link { rel: "license".into(), href, ..Link::default() }));
}

/// Atom's elements, or `ada@harbour.example (Ada Vale)`, `Ada Vale <ada@harbour.example>`, `Ada Vale`.
fn person(node: &Node) -> Option<Person> {
    if node.has_markup() {
        let part = |names: &[&str]| node.nodes().find(|n| names.contains(&n.name.as_str())).and_then(text);
        let base = |url: String| joined(node.base.as_deref(), &url);
        let found = Person {
            name: part(&["name"]),
            email: part(&["email"]),
            url: part(&["url", "uri", "homepage"]).map(base),
        };
        return (found != Person::default()).then_some(found);
    }
    let value = text(node)?;
    let word = |w: &&str| {
        let w = w.trim_matches(|c: char| !c.is_alphanumeric());
        w.split_once('@').is_some_and(|(user, host)| !user.is_empty() && host.contains('.'))
    };
    let Some(email) = value.split([' ', '(', ')', '<', '>', '[', ']', ',', ';']).find(word) else {
        return Some(Person { name: Some(value), ..Person::default() });
    };
    let email = email.strip_prefix("mailto:").unwrap_or(email);
    let name = value.replace("mailto:", "").replace(email, "");
    let name = name.trim_matches(|c: char| c.is_whitespace() || "()<>[],;".contains(c)).to_owned();
    Some(Person { name: Some(name).filter(|n| !n.is_empty()), email: Some(email.to_owned()), url: None })
}
