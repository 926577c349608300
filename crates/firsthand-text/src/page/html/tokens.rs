//! From html5gum's state machine straight to the reader of blocks.
//!
//! html5gum's own emitters make owned tokens and check every character for errors; this one keeps one tag in buffers
//! that are used again and drops text that nobody reads. On 762 news pages (228 kB each) the tokenizer with its default
//! emitter reads 660 to 890 pages a CPU second, with this one 2,180; lol_html with handlers for elements and text
//! reads 1,860 (one core, one run).

use super::Reader;
use crate::Span;
use html5gum::{Error, State, naive_next_state};

/// A start tag, with its attributes as written but for character references; of two of one name the first counts.
#[derive(Debug, Default)]
pub(super) struct Tag {
    name: Vec<u8>,
    /// Names and values, one after the other.
    letters: Vec<u8>,
    /// For each attribute where its name begins, where its value begins, and where that ends.
    attributes: Vec<[usize; 3]>,
    /// Where it stands in the source.
    pub(super) span: Span,
}

impl Tag {
    /// Its name in small letters.
    pub(super) fn name(&self) -> &str {
        std::str::from_utf8(&self.name).unwrap_or("")
    }
    /// The value of an attribute; empty where it stands without one.
    pub(super) fn get(&self, key: &str) -> Option<&str> {
        let of = |from: usize, to: usize| self.letters.get(from..to).unwrap_or(&[]);
        let [_, from, to] = self.attributes.iter().find(|[at, from, _]| of(*at, *from) == key.as_bytes())?;
        std::str::from_utf8(of(*from, *to)).ok()
    }
    /// Whether it has no attributes.
    pub(super) fn is_plain(&self) -> bool {
        self.attributes.is_empty()
    }
    fn clear(&mut self) {
        self.name.clear();
        self.letters.clear();
        self.attributes.clear();
    }
}

/// Hands tags and text to a reader as the tokenizer meets them.
pub(super) struct Emitter<'r, 's, 'a> {
    reader: &'r mut Reader<'s, 'a>,
    tag: Tag,
    is_start: bool,
    is_self_closing: bool,
    /// Open `svg` and `math` elements, and pieces of HTML within them.
    foreign: usize,
    islands: usize,
    /// Name of the last start tag: what an end tag must have to end raw text.
    last: Vec<u8>,
    text: Vec<u8>,
    text_span: Span,
    /// Whether anybody reads the text at this place.
    is_read: bool,
    at: usize,
    tag_at: usize,
}

impl<'r, 's, 'a> Emitter<'r, 's, 'a> {
    pub(super) fn new(reader: &'r mut Reader<'s, 'a>) -> Self {
        Emitter {
            reader,
            tag: Tag::default(),
            is_start: false,
            is_self_closing: false,
            foreign: 0,
            islands: 0,
            last: Vec::new(),
            text: Vec::new(),
            text_span: Span::default(),
            is_read: true,
            at: 0,
            tag_at: 0,
        }
    }

    fn flush(&mut self) {
        if !self.text.is_empty() {
            self.reader.text(&self.text, self.text_span);
            self.text.clear();
        }
    }

    fn begin(&mut self, is_start: bool) {
        self.flush();
        self.tag.clear();
        self.is_start = is_start;
        self.is_self_closing = false;
    }

    /// A start tag; gives the state the tokenizer goes on in, where that is another one.
    fn start(&mut self) -> Option<State> {
        self.reader.start(&self.tag);
        self.last.clone_from(&self.tag.name);
        // In drawings and formulas a slash ends an element, and no element holds raw text (HTML Standard, 13.2.6.5):
        // a `<title/>` in a drawing would else swallow the page.
        let is_root = matches!(&*self.tag.name, b"svg" | b"math");
        let is_foreign = is_root || self.foreign > self.islands;
        if is_foreign && self.is_self_closing {
            self.reader.end(self.tag.name());
            return None;
        }
        self.foreign += usize::from(is_root);
        self.islands += usize::from(self.foreign > 0 && self.tag.name == b"foreignobject");
        if is_foreign { None } else { naive_next_state(&self.last) }
    }

    fn end(&mut self) {
        self.reader.end(self.tag.name());
        self.last.clear();
        match &*self.tag.name {
            b"svg" | b"math" => self.foreign = self.foreign.saturating_sub(1),
            b"foreignobject" => self.islands = self.islands.saturating_sub(1),
            _ => {}
        }
        self.islands = self.islands.min(self.foreign);
    }
}

impl html5gum::Emitter for Emitter<'_, '_, '_> {
    /// The page holds more than is read.
    type Token = ();

    fn pop_token(&mut self) -> Option<()> {
        self.reader.is_full().then_some(())
    }

    fn should_emit_errors(&mut self) -> bool {
        false
    }
    fn emit_error(&mut self, _: Error) {}

    fn move_position(&mut self, offset: isize) {
        self.at = self.at.saturating_add_signed(offset);
    }

    fn init_string(&mut self) {
        if self.text.is_empty() {
            self.text_span.start = self.at;
        }
    }
    fn emit_string(&mut self, part: &[u8]) {
        if self.is_read {
            self.text.extend_from_slice(part);
            self.text_span.end = self.at.max(self.text_span.start);
        }
    }
    fn emit_eof(&mut self) {
        self.flush();
    }

    fn start_open_tag(&mut self) {
        self.tag_at = self.at.saturating_sub(1);
    }
    fn init_start_tag(&mut self) {
        self.begin(true);
    }
    fn init_end_tag(&mut self) {
        self.begin(false);
    }
    fn push_tag_name(&mut self, part: &[u8]) {
        self.tag.name.extend_from_slice(part);
    }
    fn init_attribute(&mut self) {
        let here = self.tag.letters.len();
        self.tag.attributes.push([here; 3]);
    }
    fn push_attribute_name(&mut self, part: &[u8]) {
        self.tag.letters.extend_from_slice(part);
        if let Some(last) = self.tag.attributes.last_mut() {
            *last = [last[0], self.tag.letters.len(), self.tag.letters.len()];
        }
    }
    fn push_attribute_value(&mut self, part: &[u8]) {
        self.tag.letters.extend_from_slice(part);
        if let Some(last) = self.tag.attributes.last_mut() {
            last[2] = self.tag.letters.len();
        }
    }
    fn emit_current_tag(&mut self) -> Option<State> {
        self.flush();
        self.tag.span = Span::new(self.tag_at, self.at.max(self.tag_at));
        let mut next = None;
        if self.is_start {
            next = self.start();
        } else {
            self.end();
        }
        self.is_read = self.reader.reads_text();
        if next.is_some() {
            self.init_string();
        }
        next
    }
    fn set_last_start_tag(&mut self, name: Option<&[u8]>) {
        self.last.clear();
        self.last.extend_from_slice(name.unwrap_or_default());
    }
    fn current_is_appropriate_end_tag_token(&mut self) -> bool {
        !self.is_start && !self.last.is_empty() && self.last == self.tag.name
    }

    fn init_comment(&mut self) {
        self.flush();
    }
    fn push_comment(&mut self, _: &[u8]) {}
    fn emit_current_comment(&mut self) {}
    fn init_doctype(&mut self) {
        self.flush();
    }
    fn push_doctype_name(&mut self, _: &[u8]) {}
    fn set_doctype_public_identifier(&mut self, _: &[u8]) {}
    fn set_doctype_system_identifier(&mut self, _: &[u8]) {}
    fn push_doctype_public_identifier(&mut self, _: &[u8]) {}
    fn push_doctype_system_identifier(&mut self, _: &[u8]) {}
    fn emit_current_doctype(&mut self) {}
    fn set_self_closing(&mut self) {
        self.is_self_closing = true;
    }
    fn set_force_quirks(&mut self) {}
}
