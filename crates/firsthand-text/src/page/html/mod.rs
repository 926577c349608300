//! HTML: blocks of text in reading order, each with the elements it stands in, and the facts of the markup.
//!
//! The tokens are html5gum's (WHATWG tokenization, with byte spans). The tree is not built: a stack of open elements and
//! the rules for implied end tags are all that blocks need, so neither depth nor size can overflow the call stack.

mod element;
mod facts;
mod json_ld;
mod stack;
mod stated;
mod text;

use super::clean::Clean;
use super::encoding::Source;
use super::{Block, Fact, MAX_TEXT, Page, Role};
use crate::{Note, Span, Trouble};
use element::Kind;
use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};
use stack::{Open, Stack};

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
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    let mut reader = Reader {
        source,
        stack: Stack::default(),
        clean: Clean::default(),
        element: None,
        linked: 0,
        breaks: 0,
        held: 0,
        raw: String::new(),
        raw_at: None,
        blocks: Vec::new(),
        facts: Vec::new(),
        scripts: Vec::new(),
    };
    for token in Tokenizer::new_with_emitter(source.text.as_ref(), emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => reader.start(&tag),
            Token::EndTag(tag) => reader.end(&tag.name),
            Token::String(text) => {
                reader.text(&text.value, Span::new(text.span.start, text.span.end.max(text.span.start)))
            }
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
        if reader.held > MAX_TEXT {
            break;
        }
    }
    reader.flush();
    reader
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
    /// Bytes of text in all blocks.
    held: usize,
    /// Text of a script or title that is read as a fact.
    raw: String,
    /// Where that text stands in the source.
    raw_at: Option<Span>,
    blocks: Vec<Block>,
    facts: Vec<Fact>,
    /// Where scripts stand that state the body of an article.
    scripts: Vec<Span>,
}

impl Reader<'_, '_> {
    fn start(&mut self, tag: &StartTag<usize>) {
        let id = self.stack.names.id(&tag.name);
        let Some(name) = self.stack.names.get(id) else { return };
        let (kind, is_boundary) = (name.kind, name.is_boundary);
        facts::of_tag(&name.text, tag, &mut self.facts);
        let hidden = element::is_hidden(&name.text, tag);
        let (is_link, is_rule, is_picture) = (&*name.text == "a", &*name.text == "hr", &*name.text == "img");
        match kind {
            Kind::Break => {
                self.breaks += 1;
                let at = Span::new(tag.span.start, tag.span.end.max(tag.span.start));
                self.clean.push_space(self.source.page(at));
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
        let skipped = kind == Kind::Skipped;
        let raw = facts::raw_place(tag);
        self.stack.open(Open { name: id, kind, skipped, hidden, raw }, |name| element::label(name, tag));
    }

    fn end(&mut self, name: &[u8]) {
        let id = self.stack.names.id(name);
        let Some(name) = self.stack.names.get(id) else { return };
        let (kind, is_boundary) = (name.kind, name.is_boundary);
        if kind == Kind::Break {
            self.breaks += 1;
            return;
        }
        if kind == Kind::Block || is_boundary {
            self.flush();
        }
        if let Some(place) = self.stack.raw() {
            facts::of_raw(place, &self.raw, &mut self.facts);
            self.scripts.extend(self.raw_at.filter(|_| place == "json-ld" && stated::states_body(&self.raw)));
            self.raw.clear();
            self.raw_at = None;
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
        if role == Role::Time && !self.stack.is_hidden() {
            self.facts.push(Fact { place: "time", key: "text".to_owned(), value: clean.text.clone() });
        }
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
