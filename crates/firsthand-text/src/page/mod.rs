//! What does the page say, and where does each block of it stand in the bytes?
//!
//! In: the bytes of one scraped page. Out: a [`Page`]: blocks of text in reading order, each with its map to the
//! bytes and what the markup says it is, and the facts of the page's head (title, dates, site name ...).

mod clean;
mod encoding;
mod html;
mod kind;
mod text;

pub(crate) use kind::head;

use crate::{Map, Note, Span, Trouble};

/// Bytes of one page that are looked at; the rest is left out with a note. The largest of 1,154 news pages measured has 4 MB.
pub const MAX_BYTES: usize = 16 << 20;

/// Bytes of text, over all blocks, that one page may yield; the rest is left out with a note.
pub const MAX_TEXT: usize = 2 << 20;

/// One scraped page, taken apart.
#[derive(Debug, Clone, Default)]
pub struct Page {
    /// The name under which the page was given: a path, an address.
    pub location: String,
    /// The address it was fetched from, where whoever gave it knows it.
    pub address: Option<String>,
    /// When it was fetched, as given; never a date of publication.
    pub crawled: Option<String>,
    /// What the bytes turned out to be.
    pub kind: Kind,
    /// Label of the encoding the bytes were decoded from (WHATWG name), such as `UTF-8`.
    pub encoding: &'static str,
    /// Blocks in reading order. Plain text: one block a line.
    pub blocks: Vec<Block>,
    /// The elements blocks stand in, each after the one around it; empty for plain text.
    pub elements: Vec<Element>,
    /// The body of the article as a script states it (`articleBody`), a block a paragraph.
    pub stated: Vec<Block>,
    /// What the markup says of the page, in page order, and behind it what was given with the page.
    pub facts: Vec<Fact>,
    /// What could not be done.
    pub notes: Vec<Note>,
}

/// What kind of page it is, found by its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Kind {
    /// Text without markup.
    #[default]
    Text,
    /// HTML.
    Html,
}

/// One block of text: a paragraph, a heading, an item, a line of plain text.
#[derive(Debug, Clone, Default)]
pub struct Block {
    /// What the markup (or the look of the line) says it is.
    pub role: Role,
    /// Its text, white space collapsed.
    pub text: String,
    /// From `text` to bytes of the page.
    pub map: Map,
    /// Share of the text's characters that stand in links, 0 to 1.
    pub link_share: f32,
    /// How many blank lines come before it (plain text), or 1 for every block of HTML.
    pub gap: usize,
    /// The innermost element it stands in: a place in the page's elements. HTML only.
    pub element: Option<usize>,
    /// Whether the page hides it (`hidden`, `display: none`) until a script shows it.
    pub hidden: bool,
}

/// One element of the markup.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Element {
    /// Its name with classes, id and the like: `div.story.wide#main`.
    pub label: String,
    /// The element around it, as a place in the page's elements: always an earlier one.
    pub parent: Option<usize>,
    /// Whether a picture stands right in it.
    pub picture: bool,
}

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[allow(missing_docs)]
pub enum Role {
    #[default]
    Paragraph,
    Heading(u8),
    Item,
    Quote,
    Caption,
    Table,
    Code,
    /// A button, label, option or the like.
    Control,
    /// The text of a `time` element that is a block of its own.
    Time,
}

/// One thing said of the page: by a meta element, a field of JSON-LD, a `time` element, or by the feed it came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// Where it was found: `meta`, `json-ld`, `time`, `title`, `link`, `html`, `author` (the text of an element that is
    /// marked as naming an author); `feed` and `jsonl` for what came with the page.
    pub place: &'static str,
    /// Its key, as given: `article:published_time`, `datePublished`, `og:site_name`, `lang`.
    pub key: String,
    /// Its value, unescaped and trimmed.
    pub value: String,
    /// The bytes of the page that give it, where they can be told.
    pub page: Option<Span>,
}

impl Page {
    /// The elements around a block, innermost first.
    pub fn around(&self, block: &Block) -> impl Iterator<Item = usize> {
        std::iter::successors(block.element, |at| self.elements.get(*at)?.parent)
    }
}

/// A page as it is given: its bytes, and what is known of it from outside.
#[derive(Debug, Clone, Copy, Default)]
pub struct Given<'a> {
    /// The name it goes by: a path, an address.
    pub location: &'a str,
    /// Its bytes, unpacked.
    pub bytes: &'a [u8],
    /// Whether it is HTML or text, where that is known from outside; else it is told by the bytes.
    pub kind: Option<Kind>,
    /// The address it was fetched from.
    pub address: Option<&'a str>,
    /// The encoding declared outside of it, as by HTTP: it outranks what the page declares, but not a byte order mark.
    pub charset: Option<&'a str>,
    /// When it was fetched, as given. This is no date of publication; it only puts versions of a page in order.
    pub crawled: Option<&'a str>,
    /// What a feed (`feed`) or the fields of a record (`jsonl`) say of it, under the keys `title`, `published`,
    /// `updated`, `author`, `outlet`, `source` and `source.url`.
    pub facts: &'a [Fact],
}

/// Takes a page apart of which nothing but the bytes is known.
pub fn page(location: &str, bytes: &[u8]) -> Page {
    given(&Given { location, bytes, ..Given::default() })
}

/// Takes a page apart. Cannot fail: an unreadable page has no blocks and a note that says why.
pub fn given(given: &Given<'_>) -> Page {
    let bytes = given.bytes;
    let mut page = Page {
        location: given.location.to_owned(),
        address: given.address.map(str::to_owned),
        crawled: given.crawled.map(str::to_owned),
        encoding: "UTF-8",
        ..Page::default()
    };
    if bytes.iter().all(u8::is_ascii_whitespace) {
        page.notes.push(Note::new(Trouble::Empty, "the page is empty"));
        return page;
    }
    if let Some(what) = kind::binary(bytes) {
        page.notes.push(Note::new(Trouble::Binary, format!("the page is {what}, not text")));
        return page;
    }
    let looked_at = bytes.get(..MAX_BYTES).unwrap_or(bytes);
    if looked_at.len() < bytes.len() {
        let message = format!("the page has {} bytes, only the first {MAX_BYTES} were read", bytes.len());
        page.notes.push(Note::new(Trouble::Limit, message));
    }
    let cut = looked_at.len() < bytes.len();
    let source = encoding::decode(looked_at, cut, given.charset, &mut page.notes);
    page.encoding = source.encoding;
    page.kind = given.kind.unwrap_or_else(|| kind::kind(&source.text));
    match page.kind {
        Kind::Text => page.blocks = text::blocks(&source, &mut page.notes),
        Kind::Html => html::read(&source, &mut page),
    }
    page.facts.extend_from_slice(given.facts);
    if page.blocks.is_empty() && page.notes.iter().all(|n| !n.trouble.is_fatal()) {
        page.notes.push(Note::new(Trouble::Empty, "the page holds no text"));
    }
    page
}

#[cfg(test)]
mod tests;
