//! HTML: blocks of text in reading order, each with the elements it stands in, and the facts of the markup.
//!
//! The tokens are html5gum's (WHATWG tokenization, with byte spans). The tree is not built: a stack of open elements and
//! the rules for implied end tags are all that blocks need, so neither depth nor size can overflow the call stack.

mod element;
mod facts;
mod json_ld;
mod mark;
mod stack;
mod text;

use super::clean::Clean;
use super::encoding::Source;
use super::{Block, Fact, MAX_TEXT};
use crate::{Note, Span, Trouble};
use element::Kind;
use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};
use mark::Marked;
use stack::{Element, Stack};

/// Blocks and facts of an HTML page.
pub(super) fn read(source: &Source<'_>, notes: &mut Vec<Note>) -> (Vec<Block>, Vec<Fact>) {
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    let mut reader = Reader {
        source,
        stack: Stack::default(),
        clean: Clean::default(),
        linked: 0,
        breaks: 0,
        spans: Spans::Other,
        held: 0,
        raw: String::new(),
        raw_part: None,
        author: None,
        time: None,
        blocks: Vec::new(),
        facts: Vec::new(),
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
            let message = format!("the page's text is longer than {MAX_TEXT} bytes, the rest was left out");
            notes.push(Note::new(Trouble::Limit, message));
            break;
        }
    }
    reader.flush();
    if reader.stack.is_cut() {
        let message =
            format!("elements more than {} deep were read as if they were not nested", stack::DEEPEST);
        notes.push(Note::new(Trouble::Limit, message));
    }
    (reader.blocks, reader.facts)
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
    raw_part: Option<Span>,
    /// The open elements whose text is a fact: one that names an author, a `time`.
    author: Option<Marked>,
    time: Option<Marked>,
    blocks: Vec<Block>,
    facts: Vec<Fact>,
}

impl Reader<'_, '_> {
    fn start(&mut self, tag: &StartTag<usize>) {
        let name = String::from_utf8_lossy(&tag.name).into_owned();
        let kind = element::kind(&name);
        self.spans = match self.spans {
            Spans::Ended | Spans::Next if name == "span" => Spans::Next,
            // A style sheet between two boxes is nothing to the reader.
            spans if kind == Kind::Skipped => spans,
            _ => Spans::Other,
        };
        facts::of_tag(&name, tag, self.source, &mut self.facts);
        let at = Span::new(tag.span.start, tag.span.end.max(tag.span.start));
        match kind {
            Kind::Break => {
                self.breaks += 1;
                self.clean.push_space(self.source.page(at));
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
            self.stack.close_implied(&name);
        }
        if name == "a" {
            self.stack.close_link();
        }
        let (label, hidden) = element::label(&name, tag);
        if matches!(kind, Kind::Inline) && element::is_boundary(&name) {
            self.flush();
        }
        self.raw.clear();
        self.raw_part = None;
        self.mark(&name, tag, kind == Kind::Block);
        self.stack.open(Element::new(
            name,
            label,
            kind,
            hidden || kind == Kind::Skipped,
            facts::raw_place(tag),
        ));
    }

    fn end(&mut self, name: &[u8]) {
        let name = String::from_utf8_lossy(name);
        if name == "br" {
            self.breaks += 1;
            return;
        }
        let kind = element::kind(&name);
        if kind != Kind::Skipped {
            self.spans = if name == "span" { Spans::Ended } else { Spans::Other };
        }
        if kind == Kind::Block || element::is_boundary(&name) {
            self.flush();
        }
        if let Some(place) = self.stack.raw() {
            let part = self.raw_part.take().unwrap_or_default();
            facts::of_raw(place, &self.raw, part, self.source, &mut self.facts);
            self.raw.clear();
        }
        for marked in [&mut self.author, &mut self.time] {
            if marked.as_mut().is_some_and(|m| m.end(&name)) {
                self.facts.extend(marked.take().and_then(Marked::fact));
            }
        }
        self.stack.close(&name, kind);
    }

    fn text(&mut self, value: &[u8], span: Span) {
        if self.stack.raw().is_some() {
            self.raw.push_str(&String::from_utf8_lossy(value));
            self.raw_part = Some(self.raw_part.map_or(span, |p| p.join(span)));
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
    fn mark(&mut self, name: &str, tag: &StartTag<usize>, is_block: bool) {
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
        let (within, path) = self.stack.path();
        let link_share = linked.min(clean.text.len()) as f32 / clean.text.len() as f32;
        self.blocks.push(Block { role, text: clean.text, map: clean.map, link_share, gap: 1, within, path });
    }
}

#[cfg(test)]
mod tests;
