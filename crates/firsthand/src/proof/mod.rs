//! How one page was read: what was kept, what was cut and why, and what the page says of itself.
//!
//! In: a page and the report made of it. Out: a [`Proof`], with every block in the order of the page and the bytes it
//! stands in, shown by [`show::proof`] or written as JSON.

mod show;

pub use show::proof as shown;

use firsthand_text::Span;
use firsthand_text::page::{Kind, Page};
use firsthand_text::report::{self, Cut, How, ParagraphKind, Published, Report};
use serde::Serialize;

/// The name of the form of the JSON.
pub const SCHEMA: &str = "firsthand/page/1";

/// A page as it was read.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Proof {
    /// [`SCHEMA`].
    pub schema: &'static str,
    /// The name under which the page was given.
    pub location: String,
    /// `html` or `text`.
    pub kind: &'static str,
    /// WHATWG name of the encoding.
    pub encoding: String,
    /// Primary language, ISO 639-1.
    pub language: Option<String>,
    /// Canonical address.
    pub url: Option<String>,
    /// Name of the outlet.
    pub outlet: Option<String>,
    /// Persons who wrote it.
    pub byline: Vec<String>,
    /// Desks and other bodies that sign it.
    pub desks: Vec<String>,
    /// Agencies and media it names as where it comes from.
    pub credits: Vec<Credit>,
    /// Place, day and agency at the head of the body.
    pub dateline: Option<Dateline>,
    /// Lines that say who else made it.
    pub credit_lines: Vec<String>,
    /// What it says of itself: updates, corrections, editor's notes, earlier publication.
    pub remarks: Vec<Remark>,
    /// When it was published.
    pub published: Moment,
    /// When it was last changed.
    pub updated: Moment,
    /// Every block in the order of the page.
    pub blocks: Vec<Block>,
    /// What could not be done.
    pub notes: Vec<String>,
}

/// An agency or medium that is credited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Credit {
    /// The name as written.
    pub name: String,
    /// Where it was found: `byline`, `suffix`, `dateline`, `tail`, `markup`, `feed`, `jsonl`.
    pub place: &'static str,
    /// The bytes of the page that give it.
    pub bytes: Option<[usize; 2]>,
}

/// Place, day and agency at the head of a body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Dateline {
    /// Place as written.
    pub place: Option<String>,
    /// Day (EDTF).
    pub date: Option<String>,
    /// Agency as written.
    pub agency: Option<String>,
}

/// What a report says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Remark {
    /// `update`, `correction`, `editor`, `republished`.
    pub kind: &'static str,
    /// Its words.
    pub text: String,
}

/// A date with everything that was seen of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Moment {
    /// EDTF, or null where nothing supports one.
    pub value: Option<String>,
    /// How it is known: `printed`, `markup`, `feed`, `url`, `inferred`.
    pub how: Option<&'static str>,
    /// The rule that chose it, in words.
    pub rule: Option<&'static str>,
    /// Every candidate, the chosen one first.
    pub candidates: Vec<Candidate>,
}

/// One date the page shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Candidate {
    /// EDTF.
    pub value: String,
    /// Where it was found.
    pub place: String,
}

/// One block of the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Block {
    /// Whether it is title or body.
    pub kept: bool,
    /// What it is: `title`, `paragraph`, `heading`, `item`, `quote`; `caption`; or why it was cut.
    pub what: String,
    /// Its text.
    pub text: String,
    /// The bytes of the page it stands in: first, one past the last.
    pub bytes: Option<[usize; 2]>,
}

/// Writes down how a page was read.
pub fn proof(page: &Page, report: &Report) -> Proof {
    let bytes = |span: Option<Span>| span.map(|s| [s.start, s.end]);
    Proof {
        schema: SCHEMA,
        location: page.location.clone(),
        kind: match page.kind {
            Kind::Html => "html",
            Kind::Text => "text",
        },
        encoding: page.encoding.to_owned(),
        language: report.language.clone(),
        url: report.url.clone(),
        outlet: report.outlet.clone(),
        byline: report.byline.clone(),
        desks: report.desks.clone(),
        credits: report
            .credits
            .iter()
            .map(|c| Credit { name: c.name.clone(), place: c.place, bytes: bytes(c.page) })
            .collect(),
        dateline: report.dateline.as_ref().map(|d| Dateline {
            place: d.place.clone(),
            date: d.date.map(|d| d.to_string()),
            agency: d.agency.clone(),
        }),
        credit_lines: report.credit_lines.iter().map(|c| c.text.clone()).collect(),
        remarks: report
            .remarks
            .iter()
            .map(|r| Remark { kind: r.kind.name(), text: r.text.clone() })
            .collect(),
        published: moment(&report.published),
        updated: moment(&report.updated),
        blocks: blocks(report),
        notes: report.notes.iter().map(|n| n.message.clone()).collect(),
    }
}

fn moment(of: &Published) -> Moment {
    let candidate = |c: &report::Candidate| Candidate { value: c.value.clone(), place: c.place.clone() };
    Moment {
        value: of.value.clone(),
        how: of.how.map(How::name),
        rule: of.rule,
        candidates: of.candidates.iter().map(candidate).collect(),
    }
}

/// Title, body, captions and what was cut, in the order of the page; what has no bytes of its own comes first.
fn blocks(report: &Report) -> Vec<Block> {
    let bytes = |span: Option<Span>| span.map(|s| [s.start, s.end]);
    let kept = |span: Span, what: &str| Block {
        kept: true,
        what: what.to_owned(),
        text: span.of(&report.text).to_owned(),
        bytes: bytes(report.map.page(span)),
    };
    let cut = |c: &Cut| Block {
        kept: false,
        what: c.why.name().to_owned(),
        text: c.text.clone(),
        bytes: bytes(c.page),
    };
    let mut all: Vec<Block> = report.title.map(|t| kept(t, "title")).into_iter().collect();
    all.extend(report.paragraphs.iter().map(|p| kept(p.span, paragraph(p.kind))));
    all.extend(report.captions.iter().map(|c| Block {
        kept: false,
        what: "caption".to_owned(),
        text: c.line(),
        bytes: bytes(c.page),
    }));
    all.extend(report.dropped.iter().map(cut));
    all.sort_by_key(|b| b.bytes);
    all
}

fn paragraph(kind: ParagraphKind) -> &'static str {
    match kind {
        ParagraphKind::Text => "paragraph",
        ParagraphKind::Heading => "heading",
        ParagraphKind::Item => "item",
        ParagraphKind::Quote => "quote",
        ParagraphKind::Table => "table",
        ParagraphKind::Post => "post",
    }
}
