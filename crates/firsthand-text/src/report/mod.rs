//! Which blocks are the report, and what does it say of itself?
//!
//! In: a [`Page`]. Out: a [`Report`]: title and body as one text with its map to page bytes, outlet, byline,
//! credits, dateline, dates, captions, and every block that was dropped with the reason.

pub mod agency;
mod aside;
mod assemble;
mod byline;
mod caption;
mod credit;
mod credit_line;
mod dateline;
mod day;
mod draft;
mod given;
mod html;
mod language;
mod line;
mod markup;
pub mod mention;
mod nameplate;
mod outlet;
mod picture;
mod published;
mod remark;
mod residue;
mod signature;
mod sourcing;
mod text;
mod title;
mod why;
mod wrap;

pub use language::told as language_of;
pub use why::Why;

use crate::page::{Kind, Page};
use crate::{Map, Note, Span};
use jiff::civil;

/// One article by one outlet, cleaned.
#[derive(Debug, Clone, Default)]
pub struct Report {
    /// The name under which the page was given.
    pub location: String,
    /// Canonical address, where the page states one, or the one it was fetched from.
    pub url: Option<String>,
    /// When its page was fetched, as given; never a date of publication.
    pub crawled: Option<String>,
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
    /// Desks, outlets and other bodies that sign it in the markup: `Newsroom`, `Lund University`.
    pub desks: Vec<String>,
    /// Agencies and media the report names as where it comes from, outermost relay first: `BSS/AFP` is BSS, AFP.
    pub credits: Vec<Credit>,
    /// Place, day and agency at the head of the body.
    pub dateline: Option<Dateline>,
    /// Lines that say who else made the report or where it is from: `Reporting by Ada Vale; editing by Nils Holm`.
    pub credit_lines: Vec<CreditLine>,
    /// What the outlet says of the report itself: that it was updated, corrected, published elsewhere before.
    pub remarks: Vec<Remark>,
    /// When it was published.
    pub published: Published,
    /// When it was last changed, where the page says so; never taken for the date of publication.
    pub updated: Published,
    /// Primary language, ISO 639-1, or None where it could not be told.
    pub language: Option<String>,
    /// Captions of pictures, apart from the body.
    pub captions: Vec<Caption>,
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
    /// A cell of a table.
    Table,
    /// Part of a post of a social network shown in the story.
    Post,
}

/// A block that was left out of the body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cut {
    /// Its text.
    pub text: String,
    /// Why it was left out.
    pub why: Why,
    /// The bytes of the page it stands in.
    pub page: Option<Span>,
}

/// The caption of a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caption {
    /// What it says of the picture, without the credit; empty where only a credit is given.
    pub text: String,
    /// Whose picture it is, as written: `Mel Brook/AP`, `Photo: Harbour Police`.
    pub credit: Option<String>,
    /// The bytes of the page it stands in, credit included.
    pub page: Option<Span>,
}

impl Caption {
    /// Text and credit as one line.
    pub fn line(&self) -> String {
        let parts = [Some(self.text.as_str()), self.credit.as_deref()];
        parts.into_iter().flatten().filter(|p| !p.is_empty()).collect::<Vec<_>>().join(" ")
    }
}

/// One agency or medium credited by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credit {
    /// The name as written: `AFP`, `Press Trust of India`.
    pub name: String,
    /// Where it was found: `byline`, `suffix`, `dateline`, `tail`, `markup`, `feed`, `jsonl`.
    pub place: &'static str,
    /// Where the words stand in the report's text, if they are in title or body.
    pub span: Option<Span>,
    /// The bytes of the page that give it.
    pub page: Option<Span>,
}

/// A line that says who reported, wrote, edited, translated or contributed, or where the text is from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CreditLine {
    /// Its words.
    pub text: String,
    /// Persons, agencies and media it names, as written; none for `With agencies`.
    pub names: Vec<String>,
    /// Where it stands in the report's text, if it is part of the body.
    pub span: Option<Span>,
    /// The bytes of the page it stands in.
    pub page: Option<Span>,
}

/// What an outlet says of its own report: `Correction: An earlier version gave the wrong year.`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// What it tells.
    pub kind: RemarkKind,
    /// Its words.
    pub text: String,
    /// Where it stands in the report's text, if it is part of the body.
    pub span: Option<Span>,
    /// The bytes of the page it stands in.
    pub page: Option<Span>,
}

/// What a remark tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RemarkKind {
    /// Something was added or brought up to date.
    Update,
    /// Something was wrong, or not clear, and is put right.
    Correction,
    /// The editors explain something.
    Editor,
    /// The text was published elsewhere before.
    Republished,
}

impl RemarkKind {
    /// `update`, `correction`, `editor` or `republished`.
    pub fn name(self) -> &'static str {
        match self {
            RemarkKind::Update => "update",
            RemarkKind::Correction => "correction",
            RemarkKind::Editor => "editor",
            RemarkKind::Republished => "republished",
        }
    }
}

/// `OSLO, March 5 (NTB) --`
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

/// When a report was published, or last changed: right, or absent.
#[derive(Debug, Clone, Default)]
pub struct Published {
    /// EDTF: `2031-03-05`, `2031-03-05T12:00`, `2031-03-05T08:16:43Z`; None where nothing supports a date.
    pub value: Option<String>,
    /// The same as a civil day, in the zone it was given in.
    pub day: Option<civil::Date>,
    /// How it is known.
    pub how: Option<How>,
    /// The words that print it, and their bytes in the page.
    pub text: Option<Cut>,
    /// Every candidate that was seen, with where, the chosen one first.
    pub candidates: Vec<Candidate>,
    /// The rule that chose, in words: `stated by the markup`, `printed beside title or byline`.
    pub rule: Option<&'static str>,
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

impl How {
    /// As the account writes it.
    pub fn name(self) -> &'static str {
        match self {
            How::Printed => "printed",
            How::Markup => "markup",
            How::Feed => "feed",
            How::Url => "url",
            How::Inferred => "inferred",
        }
    }
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
