//! What is known of elements by their names.

use super::tokens::Tag;
use crate::page::Role;
use rustc_hash::FxHashMap;

/// How an element bears on blocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Begins and ends a block.
    Block,
    Inline,
    /// Has no content.
    Void,
    /// `br`.
    Break,
    /// Its content is no text of the page.
    Skipped,
}

/// The kind of an element (HTML Standard, 4 and 15.3: elements whose default display is block, list-item or table).
fn kind(name: &str) -> Kind {
    match name {
        "br" => Kind::Break,
        "script" | "style" | "noscript" | "template" | "svg" | "math" | "iframe" | "object" | "select"
        | "textarea" | "canvas" | "audio" | "video" | "noframes" | "noembed" | "map" => Kind::Skipped,
        "area" | "base" | "col" | "embed" | "hr" | "img" | "input" | "link" | "meta" | "param" | "source"
        | "track" | "wbr" | "keygen" => Kind::Void,
        "address" | "article" | "aside" | "blockquote" | "body" | "caption" | "center" | "dd" | "details"
        | "dialog" | "dir" | "div" | "dl" | "dt" | "fieldset" | "figcaption" | "figure" | "footer"
        | "form" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "head" | "header" | "hgroup" | "html"
        | "legend" | "li" | "listing" | "main" | "menu" | "nav" | "ol" | "optgroup" | "option" | "p"
        | "pre" | "search" | "section" | "summary" | "table" | "tbody" | "td" | "tfoot" | "th" | "thead"
        | "tr" | "ul" | "frameset" | "title" => Kind::Block,
        _ => Kind::Inline,
    }
}

/// What an element makes of the block in it; `Some(Paragraph)` ends the search outwards.
fn role(name: &str) -> Option<Role> {
    match name {
        "h1" => Some(Role::Heading(1)),
        "h2" => Some(Role::Heading(2)),
        "h3" => Some(Role::Heading(3)),
        "h4" => Some(Role::Heading(4)),
        "h5" => Some(Role::Heading(5)),
        "h6" => Some(Role::Heading(6)),
        "li" | "dd" | "dt" => Some(Role::Item),
        "blockquote" => Some(Role::Quote),
        "figcaption" | "caption" => Some(Role::Caption),
        "td" | "th" => Some(Role::Table),
        "pre" | "code" => Some(Role::Code),
        "button" | "label" | "option" | "legend" => Some(Role::Control),
        "time" => Some(Role::Time),
        "figure" | "article" | "section" | "main" | "body" | "aside" => Some(Role::Paragraph),
        _ => None,
    }
}

/// One name of elements.
#[derive(Debug)]
pub(super) struct Name {
    pub(super) text: Box<str>,
    pub(super) kind: Kind,
    pub(super) role: Option<Role>,
    /// Inline, but its text is no part of the sentence around it.
    pub(super) is_boundary: bool,
    /// How many elements of the name are open.
    pub(super) open: usize,
}

/// A name by its place in the table.
pub(super) type NameId = u16;

/// Different names that are told apart; all further ones are taken for one.
const MOST: usize = 2000;

/// The names met on a page, so that each is looked at once.
#[derive(Debug, Default)]
pub(super) struct Names {
    ids: FxHashMap<Box<[u8]>, NameId>,
    names: Vec<Name>,
}

impl Names {
    pub(super) fn id(&mut self, name: &[u8]) -> NameId {
        if let Some(id) = self.ids.get(name) {
            return *id;
        }
        if self.names.len() >= MOST {
            return 0;
        }
        let text: Box<str> = String::from_utf8_lossy(name).into();
        let is_boundary = matches!(&*text, "button" | "label" | "time-ago");
        let id = self.names.len() as NameId;
        self.names.push(Name { kind: kind(&text), role: role(&text), is_boundary, open: 0, text });
        self.ids.insert(name.into(), id);
        id
    }

    pub(super) fn get(&self, id: NameId) -> Option<&Name> {
        self.names.get(usize::from(id))
    }

    pub(super) fn get_mut(&mut self, id: NameId) -> Option<&mut Name> {
        self.names.get_mut(usize::from(id))
    }
}

/// Longest label, in bytes, after which no further word is added.
const LONGEST: usize = 160;

/// `div.story-body.wide#main`.
pub(super) fn label(name: &str, tag: &Tag) -> String {
    let mut label = String::with_capacity(name.len() + if tag.is_plain() { 0 } else { 40 });
    label.push_str(name);
    if tag.is_plain() {
        return label;
    }
    for (key, mark) in [
        ("class", '.'),
        ("id", '#'),
        ("itemprop", '@'),
        ("role", '!'),
        ("rel", '~'),
        ("data-testid", '.'),
        ("data-component", '.'),
    ] {
        let Some(value) = tag.get(key) else { continue };
        for word in value.split_whitespace() {
            if label.len() + word.len() > LONGEST {
                break;
            }
            label.push(mark);
            label.push_str(word);
        }
    }
    label
}

/// Whether the page hides an element until a script shows it.
pub(super) fn is_hidden(name: &str, tag: &Tag) -> bool {
    if tag.is_plain() || matches!(name, "html" | "body" | "main" | "article") {
        return false;
    }
    // `until-found` is folded away, but text of the page.
    if tag.get("hidden").is_some_and(|h| h != "until-found") {
        // What a server sends late stands in hidden elements of these names until it is moved to its place.
        return !tag.get("id").is_some_and(is_late);
    }
    let Some(style) = tag.get("style") else { return false };
    let style = style.replace(' ', "").to_ascii_lowercase();
    style.contains("display:none") || style.contains("visibility:hidden")
}

/// `S:1`: the name React's streaming server gives a late part of the page.
fn is_late(id: &str) -> bool {
    id.strip_prefix("S:").is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_hexdigit()))
}

/// Whether a picture is too small to have a caption.
pub(super) fn is_icon(tag: &Tag) -> bool {
    let size = |key: &str| -> Option<u32> { tag.get(key)?.trim_end_matches("px").parse().ok() };
    ["width", "height"].iter().any(|key| size(key).is_some_and(|n| n <= 64))
}
