//! The open elements at one place of a page.

use super::element::Kind;
use crate::page::Role;
use std::collections::BTreeMap;

/// Deepest nesting that is kept; elements beyond it are taken for their parent. Browsers stop at 512.
pub(super) const DEEPEST: usize = 512;

/// Innermost elements that a block is told of.
const TOLD: usize = 40;

/// How far an inline end tag is matched upwards.
const REACH: usize = 48;

/// One open element.
#[derive(Debug)]
pub(super) struct Element {
    name: String,
    label: String,
    kind: Kind,
    skipped: bool,
    /// Where its raw text belongs among the facts, if it does.
    raw: Option<&'static str>,
    number: u32,
}

impl Element {
    pub(super) fn new(
        name: String,
        label: String,
        kind: Kind,
        skipped: bool,
        raw: Option<&'static str>,
    ) -> Element {
        Element { name, label, kind, skipped, raw, number: 0 }
    }
}

/// Open elements, outermost first, with counts of what is among them.
#[derive(Debug, Default)]
pub(super) struct Stack {
    open: Vec<Element>,
    by_name: BTreeMap<String, usize>,
    skipped: usize,
    links: usize,
    last: u32,
    cut: bool,
}

impl Stack {
    pub(super) fn open(&mut self, mut element: Element) {
        self.last += 1;
        if self.open.len() >= DEEPEST {
            self.cut = true;
            return;
        }
        element.number = self.last;
        self.skipped += usize::from(element.skipped);
        self.links += usize::from(element.name == "a");
        *self.by_name.entry(element.name.clone()).or_default() += 1;
        self.open.push(element);
    }

    /// A link ends where the next one begins (HTML Standard, 13.2.6.4.7).
    pub(super) fn close_link(&mut self) {
        self.close("a", Kind::Block);
    }

    fn pop(&mut self) {
        let Some(element) = self.open.pop() else { return };
        self.skipped -= usize::from(element.skipped);
        self.links -= usize::from(element.name == "a");
        if let Some(count) = self.by_name.get_mut(&element.name) {
            *count = count.saturating_sub(1);
        }
    }

    fn has(&self, name: &str) -> bool {
        self.by_name.get(name).is_some_and(|n| *n > 0)
    }

    /// Closes an element by its end tag; without an open one nothing happens.
    pub(super) fn close(&mut self, name: &str, kind: Kind) {
        if !self.has(name) {
            return;
        }
        let reach = if kind == Kind::Block { DEEPEST } else { REACH };
        let mut found = None;
        for (n, element) in self.open.iter().rev().take(reach).enumerate() {
            if element.name == name {
                found = Some(n);
                break;
            }
            // An inline end tag does not close blocks, and nothing within a cell closes what is around the table.
            let wall = match kind {
                Kind::Block => {
                    matches!(element.name.as_str(), "td" | "th")
                        && !matches!(name, "table" | "tr" | "tbody" | "thead" | "body" | "html")
                }
                _ => element.kind == Kind::Block,
            };
            if wall {
                return;
            }
        }
        for _ in 0..found.map_or(0, |n| n + 1) {
            self.pop();
        }
    }

    /// Closes what a start tag ends without saying so (HTML Standard, 13.1.2.4, optional tags).
    pub(super) fn close_implied(&mut self, name: &str) {
        let (closes, walls): (&[&str], &[&str]) = match name {
            "li" => (&["li"], &["ul", "ol", "menu", "dir"]),
            "dt" | "dd" => (&["dt", "dd"], &["dl"]),
            "tr" => (&["tr"], &["table", "tbody", "thead", "tfoot"]),
            "td" | "th" => (&["td", "th"], &["tr", "table"]),
            "tbody" | "thead" | "tfoot" => (&["tbody", "thead", "tfoot"], &["table"]),
            "option" | "optgroup" => (&["option"], &[]),
            "body" => (&["head", "title"], &[]),
            _ => (
                &["p", "title"],
                &[
                    "div",
                    "td",
                    "th",
                    "li",
                    "article",
                    "section",
                    "blockquote",
                    "figure",
                    "button",
                    "main",
                    "body",
                ],
            ),
        };
        if !closes.iter().any(|c| self.has(c)) {
            return;
        }
        let found = self
            .open
            .iter()
            .rev()
            .take_while(|e| !walls.contains(&e.name.as_str()))
            .position(|e| closes.contains(&e.name.as_str()));
        for _ in 0..found.map_or(0, |n| n + 1) {
            self.pop();
        }
    }

    /// Where the raw text at this place belongs.
    pub(super) fn raw(&self) -> Option<&'static str> {
        self.open.last().and_then(|e| e.raw)
    }

    pub(super) fn is_skipped(&self) -> bool {
        self.skipped > 0
    }

    pub(super) fn in_link(&self) -> bool {
        self.links > 0
    }

    pub(super) fn is_cut(&self) -> bool {
        self.cut
    }

    /// What a block at this place is, by the elements around it.
    pub(super) fn role(&self) -> Role {
        for element in self.open.iter().rev().take(TOLD) {
            let role = match element.name.as_str() {
                "h1" => Role::Heading(1),
                "h2" => Role::Heading(2),
                "h3" => Role::Heading(3),
                "h4" => Role::Heading(4),
                "h5" => Role::Heading(5),
                "h6" => Role::Heading(6),
                "li" | "dd" | "dt" => Role::Item,
                "blockquote" => Role::Quote,
                "figcaption" | "caption" => Role::Caption,
                "td" | "th" => Role::Table,
                "pre" | "code" => Role::Code,
                "button" | "label" | "option" | "legend" => Role::Control,
                "time" => Role::Time,
                "figure" | "article" | "section" | "main" | "body" | "aside" => return Role::Paragraph,
                _ => continue,
            };
            return role;
        }
        Role::Paragraph
    }

    /// Labels and numbers of the elements around a block, outermost first.
    pub(super) fn path(&self) -> (Vec<String>, Vec<u32>) {
        let from = self.open.len().saturating_sub(TOLD);
        let told = self.open.get(from..).unwrap_or(&[]);
        (told.iter().map(|e| e.label.clone()).collect(), told.iter().map(|e| e.number).collect())
    }
}
