//! HTML: blocks of text in reading order, each with the elements it stands in, and the facts of the markup.
//!
//! The tokens are html5gum's (WHATWG tokenization, with byte spans). The tree is not built: a stack of open elements and
//! the rules for implied end tags are all that blocks need, so neither depth nor size can overflow the call stack.

mod element;
mod facts;
mod json_ld;
mod stack;
mod text;
mod tokens;

use super::clean::Clean;
use super::encoding::Source;
use super::{Block, Fact, MAX_TEXT, Role};
use crate::{Note, Span, Trouble};
use element::Kind;
use html5gum::Tokenizer;
use stack::{Element, Stack};
use tokens::{Emitter, Tag};

/// Blocks and facts of an HTML page.
pub(super) fn read(source: &Source<'_>, notes: &mut Vec<Note>) -> (Vec<Block>, Vec<Fact>) {
    let mut reader = Reader {
        source,
        stack: Stack::default(),
        clean: Clean::default(),
        linked: 0,
        breaks: 0,
        held: 0,
        raw: String::new(),
        blocks: Vec::new(),
        facts: Vec::new(),
    };
    // The one token there is says that there is more than is read.
    if Tokenizer::new_with_emitter(source.text.as_ref(), Emitter::new(&mut reader)).next().is_some() {
        let message = format!("the page's text is longer than {MAX_TEXT} bytes, the rest was left out");
        notes.push(Note::new(Trouble::Limit, message));
    }
    reader.flush();
    if reader.stack.is_cut() {
        let message =
            format!("elements more than {} deep were read as if they were not nested", stack::DEEPEST);
        notes.push(Note::new(Trouble::Limit, message));
    }
    (reader.blocks, reader.facts)
}

struct Reader<'s, 'a> {
    source: &'s Source<'a>,
    stack: Stack,
    /// The block in the making.
    clean: Clean,
    /// Bytes of it that stand in links.
    linked: usize,
    /// `br` elements since the last character.
    breaks: usize,
    /// Bytes of text in all blocks.
    held: usize,
    /// Text of a script or title that is read as a fact.
    raw: String,
    blocks: Vec<Block>,
    facts: Vec<Fact>,
}

impl Reader<'_, '_> {
    /// Whether the page holds more text than is read.
    fn is_full(&self) -> bool {
        self.held > MAX_TEXT
    }

    /// Whether text at this place is read at all.
    fn reads_text(&self) -> bool {
        self.stack.raw().is_some() || !self.stack.is_skipped()
    }

    fn start(&mut self, tag: &Tag) {
        let name = tag.name();
        let kind = element::kind(name);
        facts::of_tag(name, tag, &mut self.facts);
        match kind {
            Kind::Break => {
                self.breaks += 1;
                self.clean.push_space(self.source.page(tag.span));
                return;
            }
            Kind::Void => {
                if name == "hr" {
                    self.flush();
                }
                return;
            }
            _ => {}
        }
        if kind == Kind::Block {
            self.flush();
            self.stack.close_implied(name);
        }
        if name == "a" {
            self.stack.close_link();
        }
        let (label, hidden) = element::label(name, tag);
        if matches!(kind, Kind::Inline) && element::is_boundary(name) {
            self.flush();
        }
        self.raw.clear();
        self.stack.open(Element::new(
            name.to_owned(),
            label,
            kind,
            hidden || kind == Kind::Skipped,
            facts::raw_place(tag),
        ));
    }

    fn end(&mut self, name: &str) {
        if name == "br" {
            self.breaks += 1;
            return;
        }
        let kind = element::kind(name);
        if kind == Kind::Block || element::is_boundary(name) {
            self.flush();
        }
        if let Some(place) = self.stack.raw() {
            facts::of_raw(place, &self.raw, &mut self.facts);
            self.raw.clear();
        }
        self.stack.close(name, kind);
    }

    fn text(&mut self, value: &[u8], span: Span) {
        if self.stack.raw().is_some() {
            self.raw.push_str(&String::from_utf8_lossy(value));
            return;
        }
        if self.stack.is_skipped() {
            return;
        }
        let before = self.clean.text.len();
        if self.breaks >= 2 && !value.iter().all(u8::is_ascii_whitespace) {
            self.flush();
        }
        if !value.iter().all(u8::is_ascii_whitespace) {
            self.breaks = 0;
        }
        let room = MAX_TEXT.saturating_sub(self.held);
        text::push(&mut self.clean, self.source, value, span, room);
        if self.clean.text.len() >= room {
            self.flush();
            self.held = MAX_TEXT + 1;
            return;
        }
        if self.stack.in_link() {
            self.linked += self.clean.text.len().saturating_sub(before);
        }
    }

    /// Ends the block in the making.
    fn flush(&mut self) {
        self.breaks = 0;
        let clean = std::mem::take(&mut self.clean);
        let linked = std::mem::take(&mut self.linked);
        if clean.text.is_empty() {
            return;
        }
        self.held += clean.text.len();
        let role = self.stack.role();
        if role == Role::Time {
            self.facts.push(Fact { place: "time", key: "text".to_owned(), value: clean.text.clone() });
        }
        let (within, path) = self.stack.path();
        let link_share = linked.min(clean.text.len()) as f32 / clean.text.len() as f32;
        self.blocks.push(Block { role, text: clean.text, map: clean.map, link_share, gap: 1, within, path });
    }
}

#[cfg(test)]
mod tests;
