//! The open elements at one place of a page.

use super::element::{Kind, NameId, Names};
use crate::page::{Element, Role};

/// Deepest nesting that is kept; elements beyond it are taken for their parent. Browsers stop at 512.
pub(super) const DEEPEST: usize = 512;

/// How far out an element tells what a block is.
const TOLD: usize = 40;

/// How far an inline end tag is matched upwards.
const REACH: usize = 48;

/// One open element.
#[derive(Debug)]
pub(super) struct Open {
    pub(super) name: NameId,
    pub(super) kind: Kind,
    /// Its content is no text of the page.
    pub(super) skipped: bool,
    pub(super) hidden: bool,
    /// Where its raw text belongs among the facts, if it does.
    pub(super) raw: Option<&'static str>,
}

/// Open elements, outermost first, with counts of what is among them.
#[derive(Debug, Default)]
pub(super) struct Stack {
    open: Vec<(Open, usize)>,
    pub(super) names: Names,
    /// All elements, in the order they were opened.
    pub(super) elements: Vec<Element>,
    skipped: usize,
    hidden: usize,
    links: usize,
    cut: bool,
}

impl Stack {
    /// Opens an element; its label is only asked for if it is kept.
    pub(super) fn open(&mut self, element: Open, label: impl FnOnce(&str) -> String) {
        if self.open.len() >= DEEPEST {
            self.cut = true;
            return;
        }
        self.skipped += usize::from(element.skipped);
        self.hidden += usize::from(element.hidden);
        let Some(name) = self.names.get_mut(element.name) else { return };
        name.open += 1;
        self.links += usize::from(&*name.text == "a");
        let parent = self.open.last().map(|(_, at)| *at);
        // Nothing in a skipped element becomes a block.
        let label = if self.skipped > 0 { String::new() } else { label(&name.text) };
        self.open.push((element, self.elements.len()));
        self.elements.push(Element { label, parent, picture: false });
    }

    /// A link ends where the next one begins (HTML Standard, 13.2.6.4.7).
    pub(super) fn close_link(&mut self) {
        if self.links > 0 {
            let id = self.names.id(b"a");
            self.close(id, Kind::Block);
        }
    }

    fn pop(&mut self) {
        let Some((element, _)) = self.open.pop() else { return };
        self.skipped -= usize::from(element.skipped);
        self.hidden -= usize::from(element.hidden);
        let Some(name) = self.names.get_mut(element.name) else { return };
        name.open = name.open.saturating_sub(1);
        self.links -= usize::from(&*name.text == "a");
    }

    fn has(&mut self, name: &str) -> bool {
        let id = self.names.id(name.as_bytes());
        self.names.get(id).is_some_and(|n| n.open > 0)
    }

    fn name(&self, of: &Open) -> &str {
        self.names.get(of.name).map_or("", |n| &*n.text)
    }

    /// Closes an element by its end tag; without an open one nothing happens.
    pub(super) fn close(&mut self, id: NameId, kind: Kind) {
        let Some(name) = self.names.get(id).filter(|n| n.open > 0) else { return };
        let leaves_table = matches!(&*name.text, "table" | "tr" | "tbody" | "thead" | "body" | "html");
        let reach = if kind == Kind::Block { DEEPEST } else { REACH };
        let mut found = None;
        for (n, (element, _)) in self.open.iter().rev().take(reach).enumerate() {
            if element.name == id {
                found = Some(n);
                break;
            }
            // An inline end tag does not close blocks, and nothing within a cell closes what is around the table.
            let wall = match kind {
                Kind::Block => !leaves_table && matches!(self.name(element), "td" | "th"),
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
    pub(super) fn close_implied(&mut self, id: NameId) {
        let Some(name) = self.names.get(id) else { return };
        let (closes, walls): (&[&str], &[&str]) = match &*name.text {
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
            .map(|(e, _)| self.name(e))
            .take_while(|name| !walls.contains(name))
            .position(|name| closes.contains(&name));
        for _ in 0..found.map_or(0, |n| n + 1) {
            self.pop();
        }
    }

    /// Where the raw text at this place belongs.
    pub(super) fn raw(&self) -> Option<&'static str> {
        self.open.last().and_then(|(e, _)| e.raw)
    }

    pub(super) fn is_skipped(&self) -> bool {
        self.skipped > 0
    }

    pub(super) fn is_hidden(&self) -> bool {
        self.hidden > 0
    }

    pub(super) fn in_link(&self) -> bool {
        self.links > 0
    }

    pub(super) fn is_cut(&self) -> bool {
        self.cut
    }

    /// What a block at this place is, by the elements around it.
    pub(super) fn role(&self) -> Role {
        let told = self.open.iter().rev().take(TOLD);
        told.filter_map(|(e, _)| self.names.get(e.name)?.role).next().unwrap_or_default()
    }

    /// Notes that a picture stands here.
    pub(super) fn picture(&mut self) {
        if let Some(element) = self.innermost().and_then(|at| self.elements.get_mut(at)) {
            element.picture = true;
        }
    }

    /// The innermost element that holds both.
    pub(super) fn around(&self, one: usize, other: usize) -> usize {
        let (mut one, mut other) = (one, other);
        while one != other {
            // An element comes after those around it.
            let later = if one > other { &mut one } else { &mut other };
            let Some(parent) = self.elements.get(*later).and_then(|e| e.parent) else { return 0 };
            *later = parent;
        }
        one
    }

    /// The innermost open element.
    pub(super) fn innermost(&self) -> Option<usize> {
        self.open.last().map(|(_, at)| *at)
    }
}
