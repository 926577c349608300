//! Elements of XML, read with patience: names that do not match, entities that are not defined and files that end
//! early are borne.

use super::decode::{Leash, Utf8};
use quick_xml::Reader;
use quick_xml::escape::{resolve_html5_entity, resolve_xml_entity};
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeMap;

/// An element deeper than this stands beside its parent.
const DEEPEST: usize = 256;

/// Definitions of entities that are kept.
const ENTITIES: usize = 200;

/// One element with all that is in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Node {
    /// What its namespace is known as: `atom`, `dc`, `content`, `media` …; empty for RSS and for none.
    pub(super) space: String,
    /// Its name in that namespace, in lower case.
    pub(super) name: String,
    /// Its name as written.
    written: String,
    /// Attributes, names without namespace in lower case.
    pub(super) attributes: Vec<(String, String)>,
    pub(super) children: Vec<Child>,
    /// What addresses in it are relative to.
    pub(super) base: Option<String>,
}

/// What stands in an element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Child {
    Text(String),
    Node(Node),
}

impl Node {
    /// The value of an attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str())
    }
    /// The elements in it.
    pub(super) fn nodes(&self) -> impl Iterator<Item = &Node> {
        self.children.iter().filter_map(|c| if let Child::Node(n) = c { Some(n) } else { None })
    }
    /// Its text without markup, as it stands.
    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        let mut open: Vec<&Child> = self.children.iter().rev().collect();
        while let Some(child) = open.pop() {
            match child {
                Child::Text(t) => text.push_str(t),
                Child::Node(n) => open.extend(n.children.iter().rev()),
            }
        }
        text.trim().to_owned()
    }
    /// Whether there are elements in it.
    pub(super) fn has_markup(&self) -> bool {
        self.nodes().next().is_some()
    }
    /// What is in it, written out as markup.
    pub(super) fn inner(&self) -> String {
        let mut out = String::new();
        for child in &self.children {
            child.write(&mut out, 0);
        }
        out.trim().to_owned()
    }
}

impl Child {
    fn write(&self, out: &mut String, depth: usize) {
        match self {
            Child::Text(text) => out.push_str(&quick_xml::escape::partial_escape(text.as_str())),
            Child::Node(node) if depth < DEEPEST => {
                let name = if node.space == "xhtml" { &node.name } else { &node.written };
                out.push_str(&format!("<{name}"));
                for (key, value) in &node.attributes {
                    let value = value.replace('&', "&amp;").replace('"', "&quot;");
                    out.push_str(&format!(" {key}=\"{value}\""));
                }
                if node.children.is_empty() && matches!(&*node.name, "br" | "img" | "hr") {
                    out.push_str(" />");
                    return;
                }
                out.push('>');
                for child in &node.children {
                    child.write(out, depth + 1);
                }
                out.push_str(&format!("</{name}>"));
            }
            Child::Node(_) => {}
        }
    }
}

/// What comes next between the entries.
pub(super) enum Part {
    /// The start of an element that is entered: its head only.
    Open(Node),
    /// The end of an element that was entered.
    Close,
}

/// Reads elements of a feed.
pub(super) struct Elements<'a> {
    reader: Reader<Utf8<'a>>,
    leash: Leash,
    buffer: Vec<u8>,
    /// Prefixes in force, one layer for each open element.
    scopes: Vec<Scope>,
    /// What the feed's own addresses are relative to.
    address: Option<String>,
    /// `<x/>`: its end is still to come.
    empty: bool,
    entities: BTreeMap<String, String>,
    limit: usize,
    /// Names of entities that nobody defines.
    pub(super) undefined: Vec<String>,
    /// What ended the reading before its time.
    pub(super) broken: Option<String>,
}

#[derive(Debug, Clone, Default)]
struct Scope {
    written: String,
    spaces: BTreeMap<String, String>,
    base: Option<String>,
}

impl<'a> Elements<'a> {
    pub(super) fn new(source: Utf8<'a>, leash: Leash, limit: usize, address: Option<&str>) -> Elements<'a> {
        let mut reader = Reader::from_reader(source);
        let config = reader.config_mut();
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        config.allow_dangling_amp = true;
        Elements {
            reader,
            leash,
            buffer: Vec::new(),
            scopes: Vec::new(),
            address: address.map(str::to_owned),
            empty: false,
            entities: BTreeMap::new(),
            limit,
            undefined: Vec::new(),
            broken: None,
        }
    }

    /// The next start or end of an element; text between them is passed over. None at the end.
    pub(super) fn part(&mut self) -> Option<Part> {
        loop {
            match self.event()? {
                Piece::Start(node) => return Some(Part::Open(node)),
                Piece::End => return Some(Part::Close),
                Piece::Text(_) => {}
            }
        }
    }

    /// All that is in the element just opened. None where it is longer than the limit (it is passed over).
    pub(super) fn whole(&mut self, head: Node) -> Option<Node> {
        let depth = self.scopes.len();
        let mut open = vec![head];
        let mut held = 0;
        while self.scopes.len() >= depth && depth > 0 {
            let Some(piece) = self.event() else { break };
            match piece {
                Piece::Text(text) => {
                    held += text.len();
                    if held <= self.limit {
                        push_text(&mut open, text);
                    }
                }
                Piece::Start(node) => {
                    held += node.written.len()
                        + node.attributes.iter().map(|(k, v)| k.len() + v.len()).sum::<usize>()
                        + 64;
                    if held <= self.limit {
                        open.push(node);
                    }
                }
                Piece::End if held <= self.limit => {
                    let keep = (self.scopes.len() + 1).saturating_sub(depth).max(1);
                    while open.len() > keep {
                        fold_last(&mut open);
                    }
                }
                Piece::End => {}
            }
        }
        while open.len() > 1 {
            fold_last(&mut open);
        }
        open.pop().filter(|_| held <= self.limit)
    }

    fn event(&mut self) -> Option<Piece> {
        if std::mem::take(&mut self.empty) {
            self.scopes.pop();
            return Some(Piece::End);
        }
        loop {
            self.buffer.clear();
            self.leash.loosen();
            let mut buffer = std::mem::take(&mut self.buffer);
            let event = self.reader.read_event_into(&mut buffer);
            let event = event.map(Event::into_owned);
            self.buffer = buffer;
            match event {
                Ok(Event::Start(start)) => return Some(Piece::Start(self.open(&start))),
                Ok(Event::Empty(start)) => {
                    self.empty = true;
                    return Some(Piece::Start(self.open(&start)));
                }
                Ok(Event::End(end)) => {
                    let name = lossy(end.name().as_ref());
                    // An end without a start closes nothing; one of an outer element closes all within.
                    if self.scopes.iter().any(|s| s.written == name) {
                        while let Some(scope) = self.scopes.pop() {
                            if scope.written == name {
                                return Some(Piece::End);
                            }
                        }
                    }
                }
                Ok(Event::Text(text)) => return Some(Piece::Text(lossy(&*text))),
                Ok(Event::CData(text)) => return Some(Piece::Text(lossy(&*text))),
                Ok(Event::GeneralRef(name)) => {
                    let name = lossy(&*name);
                    return Some(Piece::Text(self.entity(&name)));
                }
                Ok(Event::DocType(text)) => self.define(&lossy(&*text)),
                Ok(Event::Decl(_) | Event::PI(_) | Event::Comment(_)) => {}
                Ok(Event::Eof) => {
                    if !self.scopes.is_empty() && self.broken.is_none() {
                        self.broken = Some("the feed ends before its last element does".to_owned());
                    }
                    return None;
                }
                Err(quick_xml::Error::Io(error)) => {
                    self.broken.get_or_insert(error.to_string());
                    return None;
                }
                Err(quick_xml::Error::Syntax(error)) => {
                    self.broken.get_or_insert(error.to_string());
                    return None;
                }
                // The reader stands behind what it could not read.
                Err(error) => {
                    self.broken.get_or_insert(error.to_string());
                    if self.leash.is_idle() {
                        return None;
                    }
                }
            }
        }
    }

    fn open(&mut self, start: &BytesStart<'_>) -> Node {
        let written = lossy(start.name().as_ref());
        let outer = || Scope { base: self.address.clone(), ..Scope::default() };
        let mut scope = self.scopes.last().cloned().unwrap_or_else(outer);
        if self.scopes.len() >= DEEPEST {
            self.scopes.pop();
        }
        let mut attributes = Vec::new();
        for attribute in start.html_attributes().with_checks(false).flatten() {
            let key = lossy(attribute.key.as_ref());
            let value = self.unescape(&lossy(&*attribute.value));
            match key.split_once(':') {
                Some(("xmlns", prefix)) => {
                    scope.spaces.insert(prefix.to_owned(), space(&value, prefix));
                }
                None if key == "xmlns" => {
                    scope.spaces.insert(String::new(), space(&value, ""));
                }
                Some(("xml", "base")) => scope.base = Some(joined(scope.base.as_deref(), value.trim())),
                Some((_, local)) => attributes.push((local.to_lowercase(), value)),
                None => attributes.push((key.to_lowercase(), value)),
            }
        }
        let (prefix, local) = written.split_once(':').unwrap_or(("", &written));
        let own = scope.spaces.get(prefix).cloned().unwrap_or_else(|| prefix.to_lowercase());
        let node = Node {
            space: own,
            name: local.to_lowercase(),
            written: written.clone(),
            attributes,
            children: Vec::new(),
            base: scope.base.clone(),
        };
        scope.written = written;
        self.scopes.push(scope);
        node
    }

    /// What a reference stands for; one that nobody defines stands for itself.
    fn entity(&mut self, name: &str) -> String {
        if let Some(code) = name.strip_prefix('#') {
            let number = match code.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok(),
                None => code.parse().ok(),
            };
            let c = number.and_then(|n| windows(n).or_else(|| char::from_u32(n)));
            return c.unwrap_or('\u{fffd}').to_string();
        }
        if let Some(known) = resolve_xml_entity(name) {
            return known.to_owned();
        }
        if let Some(defined) = self.entities.get(name) {
            return defined.clone();
        }
        if let Some(known) = resolve_html5_entity(name) {
            return known.to_owned();
        }
        if self.undefined.len() < 10 && !self.undefined.iter().any(|u| u == name) {
            self.undefined.push(name.to_owned());
        }
        format!("&{name};")
    }

    fn unescape(&mut self, value: &str) -> String {
        let mut out = String::with_capacity(value.len());
        let mut rest = value;
        while let Some(at) = rest.find('&') {
            out.push_str(rest.get(..at).unwrap_or_default());
            rest = rest.get(at + 1..).unwrap_or_default();
            let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '#'));
            match end {
                Some(end) if end > 0 && rest.get(end..).is_some_and(|r| r.starts_with(';')) => {
                    let name = rest.get(..end).unwrap_or_default().to_owned();
                    out.push_str(&self.entity(&name));
                    rest = rest.get(end + 1..).unwrap_or_default();
                }
                _ => out.push('&'),
            }
        }
        out.push_str(rest);
        out
    }

    /// Entities that the document type declares. They are not opened up in one another.
    fn define(&mut self, doctype: &str) {
        for definition in doctype.split("<!ENTITY").skip(1) {
            let mut parts = definition.trim_start().splitn(2, char::is_whitespace);
            let (Some(name), Some(rest)) = (parts.next(), parts.next()) else { continue };
            let rest = rest.trim_start();
            let Some(quote) = rest.chars().next().filter(|c| matches!(c, '"' | '\'')) else { continue };
            let value = rest.get(1..).and_then(|r| r.split(quote).next());
            if let Some(value) = value.filter(|v| v.len() <= 1000)
                && self.entities.len() < ENTITIES
                && name != "%"
            {
                let value = if value.contains('&') { self.unescape(value) } else { value.to_owned() };
                if value.len() <= 1000 {
                    self.entities.insert(name.to_owned(), value);
                }
            }
        }
    }
}

/// The character that a number from 0x80 to 0x9f means: that of windows-1252 (HTML Standard, 13.2.5.80).
fn windows(number: u32) -> Option<char> {
    let byte = u8::try_from(number).ok().filter(|b| (0x80..=0x9f).contains(b))?;
    encoding_rs::WINDOWS_1252.decode_without_bom_handling(&[byte]).0.chars().next()
}

enum Piece {
    Start(Node),
    End,
    Text(String),
}

fn push_text(open: &mut [Node], mut text: String) {
    // Controls of that range are letters of windows-1252 that went through the wrong encoding.
    if text.contains(|c| ('\u{80}'..='\u{9f}').contains(&c)) {
        text = text.chars().map(|c| windows(u32::from(c)).unwrap_or(c)).collect();
    }
    if let Some(node) = open.last_mut() {
        if let Some(Child::Text(before)) = node.children.last_mut() {
            before.push_str(&text);
        } else {
            node.children.push(Child::Text(text));
        }
    }
}

fn fold_last(open: &mut Vec<Node>) {
    if let Some(node) = open.pop()
        && let Some(parent) = open.last_mut()
    {
        parent.children.push(Child::Node(node));
    }
}

fn lossy(bytes: impl AsRef<[u8]>) -> String {
    String::from_utf8_lossy(bytes.as_ref()).into_owned()
}

/// A relative address made whole.
pub(super) fn joined(base: Option<&str>, href: &str) -> String {
    // A whole one stays as it is written.
    if href.contains("://") {
        return href.to_owned();
    }
    let Some(base) = base.and_then(|b| url::Url::parse(b).ok()) else { return href.to_owned() };
    base.join(href).map_or_else(|_| href.to_owned(), String::from)
}

/// What a namespace is known as here, by its address; the prefix where it is not known.
fn space(address: &str, prefix: &str) -> String {
    const KNOWN: [(&str, &str); 16] = [
        ("http://www.w3.org/2005/atom", "atom"),
        ("http://purl.org/atom/ns", "atom"),
        ("http://purl.org/rss/1.0", ""),
        ("http://my.netscape.com/rdf/simple/0.9", ""),
        ("http://channel.netscape.com/rdf/simple/0.9", ""),
        ("http://purl.org/net/rss1.1", ""),
        ("http://backend.userland.com/rss", ""),
        ("http://blogs.law.harvard.edu/tech/rss", ""),
        ("http://cyber.law.harvard.edu/rss", ""),
        ("http://purl.org/dc/elements/1", "dc"),
        ("http://purl.org/dc/terms", "dcterms"),
        ("http://purl.org/rss/1.0/modules/content", "content"),
        ("http://search.yahoo.com/mrss", "media"),
        ("http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes"),
        ("http://www.w3.org/1999/xhtml", "xhtml"),
        ("http://www.w3.org/1999/02/22-rdf-syntax-ns", "rdf"),
    ];
    let address = address.trim().to_lowercase();
    let found = KNOWN.iter().filter(|(start, _)| {
        address.strip_prefix(start).is_some_and(|rest| rest.chars().all(|c| "/#.0123456789".contains(c)))
    });
    match found.max_by_key(|(start, _)| start.len()) {
        Some((_, known)) => (*known).to_owned(),
        None => prefix.to_lowercase(),
    }
}
