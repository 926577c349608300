//! Which blocks are the report, and what does it say of itself?
//!
//! In: a [`Page`]. Out: a [`Report`]: title and body as one text with its map to page bytes, outlet, byline,
//! credits, dateline, dates, captions, and every block that was dropped with the reason.

pub mod agency;
mod assemble;
mod byline;
mod caption;
mod credit;
mod dateline;
mod day;
mod draft;
mod given;
mod html;
mod language;
mod line;
mod markup;
mod outlet;
mod published;
mod residue;
mod signature;
mod text;
mod title;
mod wrap;

use crate::page::{Kind, Page};
use crate::{Map, Note, Span};
use jiff::civil;

/// One article by one outlet, cleaned.
#[derive(Debug, Clone, Default)]
pub struct Report {
    /// The name under which the page was given.
    pub location: String,
    /// Canonical address, where the page states one.
    pub url: Option<String>,
    /// The title (when there is one), a blank line, and the body. All spans of later stages point here.
    pub text: String,
    /// Where the title stands in `text`.
    pub title: Option<Span>,
    /// Where the body stands in `text`. Paragraphs are parted by blank lines.
    pub body: Span,
    /// The paragraphs of the body, in order; the title is not among them.
    pub paragraphs: Vec<Paragraph>,
    /// From `text` to the bytes of the page.
    pub map: Map,
    /// Name of the outlet.
    pub outlet: Option<String>,
    /// Persons who wrote it.
    pub byline: Vec<String>,
    /// Agencies and media the report names as where it comes from, outermost relay first: `BSS/AFP` is BSS, AFP.
    pub credits: Vec<Credit>,
    /// Place, day and agency at the head of the body.
    pub dateline: Option<Dateline>,
    /// When it was published.
    pub published: Published,
    /// Primary language, ISO 639-1, or None where it could not be told.
    pub language: Option<String>,
    /// Captions of pictures, apart from the body.
    pub captions: Vec<Cut>,
    /// Blocks that are not the report, each with why.
    pub dropped: Vec<Cut>,
    /// What could not be done.
    pub notes: Vec<Note>,
}

impl Report {
    /// The body.
    pub fn body(&self) -> &str {
        self.body.of(&self.text)
    }
    /// The title.
    pub fn title(&self) -> Option<&str> {
        self.title.map(|t| t.of(&self.text))
    }
}

/// One paragraph of a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paragraph {
    /// Where it stands in the report's text.
    pub span: Span,
    /// What it is.
    pub kind: ParagraphKind,
}

/// What a paragraph of the body is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum ParagraphKind {
    Text,
    /// A heading inside the body.
    Heading,
    /// An item of a list (also the bullets above a story).
    Item,
    /// A quoted block.
    Quote,
}

/// A block that is not body text: a caption, or something dropped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cut {
    /// Its text.
    pub text: String,
    /// What it is: `caption`, `form`, `advertisement`, `navigation`, `related`, `byline`, `date`, `credit`,
    /// `masthead`, `player`, `share`, `cookie`, `paywall`, `copyright`, `residue` ...
    pub why: &'static str,
    /// The bytes of the page it stands in.
    pub page: Option<Span>,
}

/// One agency or medium credited by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credit {
    /// The name as written: `AFP`, `Press Trust of India`.
    pub name: String,
    /// Where it was found: `byline`, `suffix`, `dateline`, `tail`, `text`, `feed`, `jsonl`.
    pub place: &'static str,
    /// Where the words stand in the report's text, if they are in title or body.
    pub span: Option<Span>,
    /// The bytes of the page that give it.
    pub page: Option<Span>,
}

/// `SEOUL, April 24 (Yonhap) --`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dateline {
    /// The place as written, if there is one.
    pub place: Option<String>,
    /// The day, if it is given (year taken from the date of publication, if that is known).
    pub date: Option<civil::Date>,
    /// The agency as written, if there is one.
    pub agency: Option<String>,
    /// Where the dateline stands in the report's text.
    pub span: Span,
}

/// When a report was published: right, or absent.
#[derive(Debug, Clone, Default)]
pub struct Published {
    /// EDTF: `2024-04-24`, `2024-04-24T12:00`, `2024-04-24T09:27:49Z`; None where nothing supports a date.
    pub value: Option<String>,
    /// The same as a civil day, in the zone it was given in.
    pub day: Option<civil::Date>,
    /// How it is known.
    pub how: Option<How>,
    /// The words that print it, and their bytes in the page.
    pub text: Option<Cut>,
    /// Every candidate that was seen, with where, the chosen one first.
    pub candidates: Vec<Candidate>,
}

/// How a date of publication is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum How {
    Printed,
    Markup,
    Feed,
    Url,
    Inferred,
}

/// One date a page shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// EDTF.
    pub value: String,
    /// Where it was found, as `json-ld datePublished`, `printed line`.
    pub place: String,
}

/// Makes the report of a page. Cannot fail: a page without a body gives an empty report with a note.
pub fn report(page: &Page) -> Report {
    let draft = match page.kind {
        Kind::Text => text::draft(page),
        Kind::Html => html::draft(page),
    };
    assemble::report(page, &draft)
}

#[cfg(test)]
mod tests;
