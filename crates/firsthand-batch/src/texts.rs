//! A report packed into columns, and what comparing needs of it unpacked again.

use crate::id::Id;
use crate::rows::{Prose, Raw, Text};
use anyhow::{Context, Result};
use firsthand_core::story::{Sketch, Term, days};
use firsthand_core::version::address_key;
use firsthand_intake::Item;
use firsthand_text::language::{Annotated, Quote, Sentence};
use firsthand_text::page::{Fact, Kind};
use firsthand_text::report::{CreditLine, Paragraph, ParagraphKind, Published, Report};
use firsthand_text::{Note, Span};
use flate2::Compression;
use flate2::read::ZlibDecoder;
use flate2::write::ZlibEncoder;
use serde::{Deserialize, Serialize};
use std::io::{Read, Write};

/// What versions of a page have in common: its address, or where it has none the place it stands in.
pub fn key(report: &Report) -> String {
    let address = report.url.as_deref().and_then(address_key);
    address.unwrap_or_else(|| format!("location:{}", report.location))
}

/// The number of a report.
pub fn id(report: &Report) -> Id {
    Id::of(&key(report), &report.text)
}

/// Packs what was read of a page.
pub fn text(input: &str, ordinal: u32, read: &Annotated, sketch: &Sketch, statements: usize) -> Text {
    let report = &read.report;
    let about = report.credit_lines.iter().filter_map(|l| l.span);
    let about = about.chain(report.remarks.iter().filter_map(|r| r.span));
    Text {
        id: id(report),
        input: input.to_owned(),
        ordinal,
        location: report.location.clone(),
        url: report.url.clone(),
        crawled: report.crawled.clone(),
        outlet: report.outlet.clone(),
        published: report.published.value.clone(),
        updated: report.updated.value.clone(),
        language: report.language.clone(),
        byline: (!report.byline.is_empty()).then(|| report.byline.join(", ")),
        text: report.text.clone(),
        title: flat(report.title.into_iter()),
        body: flat([report.body].into_iter()),
        paragraphs: report
            .paragraphs
            .iter()
            .flat_map(|p| [number(p.span.start), number(p.span.end), code(p.kind)])
            .collect(),
        about: flat(about),
        quotes: flat(read.quotes.iter().filter(|q| !q.scare).map(|q| q.span)),
        sentences: flat(read.sentences.iter().map(|s| s.span)),
        day: sketch.day.or_else(|| report.crawled.as_deref().and_then(fetched)),
        sketch: sketched(sketch),
        statements: number(statements),
    }
}

/// Packs a page as it came. Errors: none but of memory.
pub fn raw(item: &Item) -> Result<Raw> {
    Ok(Raw {
        kind: item.kind.map(|kind| if kind == Kind::Text { "text" } else { "html" }.to_owned()),
        address: item.address.clone(),
        charset: item.charset.clone(),
        facts: serde_json::to_string(&item.facts.iter().map(Given::of).collect::<Vec<_>>())?,
        notes: serde_json::to_string(&item.notes)?,
        size: item.bytes.len() as u64,
        page: deflated(&item.bytes)?,
    })
}

/// The day a page was fetched.
fn fetched(crawled: &str) -> Option<i32> {
    crawled.get(..10)?.parse().ok().map(days)
}

impl Text {
    /// What comparing and folding read of a report.
    pub fn annotated(&self) -> Annotated {
        let published = |value: &Option<String>| Published { value: value.clone(), ..Published::default() };
        let report = Report {
            location: self.location.clone(),
            url: self.url.clone(),
            crawled: self.crawled.clone(),
            text: self.text.clone(),
            title: spans(&self.title).next(),
            outlet: self.outlet.clone(),
            updated: published(&self.updated),
            language: self.language.clone(),
            ..body(&self.body, &self.paragraphs, &self.about)
        };
        let report = Report { published: published(&self.published), ..report };
        let sentence = |span| Sentence { span, first: 0, last: 0, paragraph: None };
        Annotated {
            report,
            sentences: spans(&self.sentences).map(sentence).collect(),
            quotes: quotes(&self.quotes),
            ..Annotated::default()
        }
    }
    /// Its title.
    pub fn title(&self) -> Option<String> {
        spans(&self.title).next().map(|s| s.of(&self.text).to_owned())
    }
    /// Its body.
    pub fn body(&self) -> String {
        spans(&self.body).next().map(|s| s.of(&self.text).to_owned()).unwrap_or_default()
    }
}

impl Prose {
    /// What copies are found by.
    pub fn annotated(&self) -> Annotated {
        let published = Published { value: self.published.clone(), ..Published::default() };
        let report = Report {
            location: self.location.clone(),
            text: self.text.clone(),
            published,
            ..body(&self.body, &self.paragraphs, &self.about)
        };
        Annotated { report, quotes: quotes(&self.quotes), ..Annotated::default() }
    }
}

/// A report with these parts and nothing else.
fn body(body: &[u32], paragraphs: &[u32], about: &[u32]) -> Report {
    let paragraph = |p: &[u32]| match *p {
        [start, end, kind] if start <= end => {
            Some(Paragraph { span: Span::new(start as usize, end as usize), kind: named(kind) })
        }
        _ => None,
    };
    let cut = |span| CreditLine { text: String::new(), names: Vec::new(), span: Some(span), page: None };
    Report {
        body: spans(body).next().unwrap_or_default(),
        paragraphs: paragraphs.chunks(3).filter_map(paragraph).collect(),
        credit_lines: spans(about).map(cut).collect(),
        ..Report::default()
    }
}

/// Quotations at these places.
fn quotes(flat: &[u32]) -> Vec<Quote> {
    spans(flat).map(|span| Quote { span, continues: false, scare: false }).collect()
}

/// Pairs as spans.
fn spans(flat: &[u32]) -> impl Iterator<Item = Span> + '_ {
    flat.chunks_exact(2).filter_map(|pair| match *pair {
        [start, end] if start <= end => Some(Span::new(start as usize, end as usize)),
        _ => None,
    })
}

fn flat(spans: impl Iterator<Item = Span>) -> Vec<u32> {
    spans.flat_map(|s| [number(s.start), number(s.end)]).collect()
}

fn number(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

const KINDS: [ParagraphKind; 6] = [
    ParagraphKind::Text,
    ParagraphKind::Heading,
    ParagraphKind::Item,
    ParagraphKind::Quote,
    ParagraphKind::Table,
    ParagraphKind::Post,
];

fn code(kind: ParagraphKind) -> u32 {
    KINDS.iter().zip(0..).find(|(k, _)| **k == kind).map_or(0, |(_, n)| n)
}

fn named(code: u32) -> ParagraphKind {
    KINDS.get(code as usize).copied().unwrap_or(ParagraphKind::Text)
}

/// A sketch as bytes, 10 and 9 a term.
fn sketched(sketch: &Sketch) -> Vec<u8> {
    let mut out = Vec::with_capacity(10 + sketch.terms.len() * 9);
    out.extend(sketch.day.unwrap_or(i32::MIN).to_le_bytes());
    out.extend(sketch.words.to_le_bytes());
    out.extend(sketch.language.to_le_bytes());
    out.push(sketch.weekdays);
    for term in &sketch.terms {
        out.extend(term.number.to_le_bytes());
        out.extend([term.body, term.lead, term.names, term.common, u8::from(term.key)]);
    }
    out
}

/// The sketch these bytes are; None where they are none.
pub fn sketch(bytes: &[u8]) -> Option<Sketch> {
    let (head, terms) = bytes.split_first_chunk::<9>()?;
    let [a, b, c, d, e, f, g, h, weekdays] = *head;
    let day = i32::from_le_bytes([a, b, c, d]);
    let term = |t: &[u8]| match *t {
        [a, b, c, d, body, lead, names, common, key] => {
            let number = u32::from_le_bytes([a, b, c, d]);
            Some(Term { number, body, lead, names, common, key: key != 0 })
        }
        _ => None,
    };
    Some(Sketch {
        day: (day != i32::MIN).then_some(day),
        words: u16::from_le_bytes([e, f]),
        language: u16::from_le_bytes([g, h]),
        weekdays,
        terms: terms.chunks(9).map(term).collect::<Option<_>>()?,
    })
}

/// A fact that was given, as it is kept.
#[derive(Debug, Serialize, Deserialize)]
struct Given {
    place: String,
    key: String,
    value: String,
}

impl Given {
    fn of(fact: &Fact) -> Given {
        Given { place: fact.place.to_owned(), key: fact.key.clone(), value: fact.value.clone() }
    }
}

impl Raw {
    /// The page as it came, under its name.
    pub fn item(&self, location: &str, crawled: Option<&str>) -> Result<Item> {
        let broken = || format!("{location}: the page is not as it was kept");
        let facts: Vec<Given> = serde_json::from_str(&self.facts).with_context(broken)?;
        let notes: Vec<Note> = serde_json::from_str(&self.notes).with_context(broken)?;
        let place = |name: &str| if name == "jsonl" { "jsonl" } else { "feed" };
        let fact = |g: Given| Fact { place: place(&g.place), key: g.key, value: g.value, page: None };
        let mut bytes = Vec::new();
        ZlibDecoder::new(self.page.as_slice())
            .take(self.size)
            .read_to_end(&mut bytes)
            .with_context(broken)?;
        Ok(Item {
            location: location.to_owned(),
            bytes,
            kind: self.kind.as_deref().map(|kind| if kind == "text" { Kind::Text } else { Kind::Html }),
            address: self.address.clone(),
            charset: self.charset.clone(),
            crawled: crawled.map(str::to_owned),
            record: None,
            facts: facts.into_iter().map(fact).collect(),
            notes,
        })
    }
}

fn deflated(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packed = ZlibEncoder::new(Vec::with_capacity(bytes.len() / 4), Compression::fast());
    packed.write_all(bytes)?;
    Ok(packed.finish()?)
}
