//! HTML: blocks of text in reading order, each with the elements it stands in, and the facts of the markup.
//!
//! The tokens are html5gum's (WHATWG tokenization, with byte spans). The tree is not built: a stack of open elements and
//! the rules for implied end tags are all that blocks need, so neither depth nor size can overflow the call stack.

mod element;
mod facts;
mod json_ld;
mod mark;
mod stack;
mod stated;
mod text;
mod tokens;

use super::clean::Clean;
use super::encoding::Source;
use super::{Block, Fact, MAX_TEXT, Page};
use crate::{Note, Span, Trouble};
use element::Kind;
use html5gum::Tokenizer;
use mark::Marked;
use stack::{Open, Stack};
use tokens::{Emitter, Tag};

/// Reads an HTML page: its blocks, elements and facts, and the body a script states.
pub(super) fn read(source: &Source<'_>, page: &mut Page) {
    let mut reader = tokens(source);
    if reader.held > MAX_TEXT {
        let message = format!("the page's text is longer than {MAX_TEXT} bytes, the rest was left out");
        page.notes.push(Note::new(Trouble::Limit, message));
    }
    if reader.stack.is_cut() {
        let message =
            format!("elements more than {} deep were read as if they were not nested", stack::DEEPEST);
        page.notes.push(Note::new(Trouble::Limit, message));
    }
    page.blocks = std::mem::take(&mut reader.blocks);
    page.elements = std::mem::take(&mut reader.stack.elements);
    page.facts = std::mem::take(&mut reader.facts);
    let scripts = std::mem::take(&mut reader.scripts);
    page.stated = scripts.into_iter().find_map(|at| stated::body(source, at)).unwrap_or_default();
}

/// The blocks of a piece of markup.
fn blocks(source: &Source<'_>) -> Vec<Block> {
    tokens(source).blocks
}

fn tokens<'s, 'a>(source: &'s Source<'a>) -> Reader<'s, 'a> {
    let mut reader = Reader {
        source,
        stack: Stack::default(),
        clean: Clean::default(),
        element: None,
        linked: 0,
        breaks: 0,
        spans: Spans::Other,
        held: 0,
        raw: String::new(),
        raw_at: None,
        author: None,
        time: None,
        blocks: Vec::new(),
        facts: Vec::new(),
        scripts: Vec::new(),
    };
    // It gives one token at most: that there is more than is read.
    let _ = Tokenizer::new_with_emitter(source.text.as_ref(), Emitter::new(&mut reader)).next();
    reader.flush();
    reader
}

/// Which tags were met since the last text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Spans {
    #[default]
    Other,
    /// The last was the end of a `span`.
    Ended,
    /// And then one began.
    Next,
}

struct Reader<'s, 'a> {
    source: &'s Source<'a>,
    stack: Stack,
    /// The block in the making.
    clean: Clean,
    /// The innermost element that holds all of it.
    element: Option<usize>,
    /// Bytes of it that stand in links.
    linked: usize,
    /// `br` elements since the last character.
    breaks: usize,
    spans: Spans,
    /// Bytes of text in all blocks.
    held: usize,
    /// Text of a script or title that is read as a fact.
    raw: String,
    /// Where that text stands in the source.
    raw_at: Option<Span>,
    /// The open elements whose text is a fact: one that names an author, a `time`.
    author: Option<Marked>,
    time: Option<Marked>,
    blocks: Vec<Block>,
    facts: Vec<Fact>,
    /// Where scripts stand that state the body of an article.
    scripts: Vec<Span>,
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
        let id = self.stack.names.id(tag.name().as_bytes());
        let Some(name) = self.stack.names.get(id) else { return };
        let (kind, is_boundary) = (name.kind, name.is_boundary);
        self.spans = match self.spans {
            Spans::Ended | Spans::Next if tag.name() == "span" => Spans::Next,
            // A style sheet between two boxes is nothing to the reader.
            spans if kind == Kind::Skipped => spans,
            _ => Spans::Other,
        };
        facts::of_tag(&name.text, tag, self.source, &mut self.facts);
        let hidden = element::is_hidden(&name.text, tag);
        let (is_link, is_rule, is_picture) = (&*name.text == "a", &*name.text == "hr", &*name.text == "img");
        match kind {
            Kind::Break => {
                self.breaks += 1;
                self.clean.push_space(self.source.page(tag.span));
                return;
            }
            Kind::Void => {
                if is_rule {
                    self.flush();
                }
                if is_picture && !element::is_icon(tag) {
                    self.stack.picture();
                }
                return;
            }
            _ => {}
        }
        if is_link {
            self.stack.close_link();
        }
        if kind == Kind::Block || is_boundary {
            self.flush();
        }
        if kind == Kind::Block {
            self.stack.close_implied(id);
        }
        self.raw.clear();
        self.raw_at = None;
        self.mark(tag, kind == Kind::Block);
        let skipped = kind == Kind::Skipped;
        let raw = facts::raw_place(tag);
        self.stack.open(Open { name: id, kind, skipped, hidden, raw }, |name| element::label(name, tag));
    }

    fn end(&mut self, tag: &str) {
        let id = self.stack.names.id(tag.as_bytes());
        let Some(name) = self.stack.names.get(id) else { return };
        let (kind, is_boundary, is_span) = (name.kind, name.is_boundary, tag == "span");
        if kind == Kind::Break {
            self.breaks += 1;
            return;
        }
        if kind != Kind::Skipped {
            self.spans = if is_span { Spans::Ended } else { Spans::Other };
        }
        if kind == Kind::Block || is_boundary {
            self.flush();
        }
        if let Some(place) = self.stack.raw() {
            let part = self.raw_at.unwrap_or_default();
            facts::of_raw(place, &self.raw, part, self.source, &mut self.facts);
            self.scripts.extend(self.raw_at.filter(|_| place == "json-ld" && stated::states_body(&self.raw)));
            self.raw.clear();
            self.raw_at = None;
        }
        for marked in [&mut self.author, &mut self.time] {
            if marked.as_mut().is_some_and(|m| m.end(tag)) {
                self.facts.extend(marked.take().and_then(Marked::fact));
            }
        }
        self.stack.close(id, kind);
    }

    fn text(&mut self, value: &[u8], span: Span) {
        if self.stack.raw().is_some() {
            self.raw.push_str(&String::from_utf8_lossy(value));
            self.raw_at = Some(self.raw_at.map_or(span, |r| r.join(span)));
            return;
        }
        if self.stack.is_skipped() {
            return;
        }
        // A time within a byline is no part of the name.
        if let Some(marked) = self.time.as_mut().or(self.author.as_mut()) {
            marked.push(value, self.source.page(span));
        }
        self.part_boxes(value, span);
        let is_blank = value.iter().all(u8::is_ascii_whitespace);
        if !is_blank && std::mem::take(&mut self.breaks) >= 2 {
            self.flush();
        }
        let before = self.clean.text.len();
        if !is_blank {
            let here = self.stack.innermost();
            self.element = match (self.element, here) {
                (Some(one), Some(other)) if before > 0 => Some(self.stack.around(one, other)),
                _ => here,
            };
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

    /// Parts what touches in the source and stands in boxes of its own on the page: `Ada Vale</span><span>Mar 4, 2031`. Only
    /// where one `span` ends and the next begins, and no word goes on so: a capital behind a small letter or a digit, a
    /// digit behind a digit.
    fn part_boxes(&mut self, value: &[u8], span: Span) {
        let spans = std::mem::take(&mut self.spans);
        let next = String::from_utf8_lossy(value.get(..4).unwrap_or(value)).chars().next();
        if spans != Spans::Next || !self.clean.text.ends_with(char::is_alphanumeric) {
            return;
        }
        let (last, next) = (self.clean.text.chars().next_back().unwrap_or(' '), next.unwrap_or(' '));
        if (last.is_lowercase() || last.is_ascii_digit()) && next.is_uppercase()
            || last.is_ascii_digit() && next.is_ascii_digit()
        {
            self.clean.push_space(self.source.page(Span::new(span.start.saturating_sub(1), span.start)));
        }
    }

    /// Begins to read the element where its text is a fact.
    fn mark(&mut self, tag: &Tag, is_block: bool) {
        let name = tag.name();
        for marked in [&mut self.author, &mut self.time].into_iter().flatten() {
            marked.start(name, is_block);
        }
        if self.stack.is_skipped() || self.facts.len() >= facts::MOST {
            return;
        }
        let Some(marked) = Marked::open(name, tag, self.author.as_ref()) else { return };
        let place = if name == "time" { &mut self.time } else { &mut self.author };
        *place = Some(marked);
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
        let link_share = linked.min(clean.text.len()) as f32 / clean.text.len() as f32;
        let (element, hidden) = (self.element, self.stack.is_hidden());
        self.blocks.push(Block {
            role,
            text: clean.text,
            map: clean.map,
            link_share,
            gap: 1,
            element,
            hidden,
        });
    }
}

#[cfg(test)]
mod tests;
