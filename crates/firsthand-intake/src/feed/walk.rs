//! Elements of XML, read with patience: names that do not match, entities that are not defined and files that end
//! early are borne.

use super::decode::{Leash, Utf8};
use super::entity::{Entities, windows};
use super::node::{Child, Node};
use super::space::{joined, space};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeMap;

/// An element deeper than this stands beside its parent.
pub(super) const DEEPEST: usize = 256;

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
    pub(super) entities: Entities,
    limit: usize,
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
            entities: Entities::default(),
            limit,
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
                    return Some(Piece::Text(self.entities.resolve(&name)));
                }
                Ok(Event::DocType(text)) => self.entities.define(&lossy(&*text)),
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
            let value = self.entities.unescape(&lossy(&*attribute.value));
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
