//! From a page to what the archive keeps of it: everything that can be done before the writer's turn.

use crate::packed;
use firsthand_core::story::{Sketch, sketch_of};
use firsthand_core::version::address_key;
use firsthand_intake::{Item, Record};
use firsthand_text::language::{Annotated, Models, outline};
use firsthand_text::page::{Fact, Kind};
use firsthand_text::{Note, report};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use url::Url;

/// A page ready to be kept.
#[derive(Debug, Clone)]
pub struct Prepared {
    /// The page as it came; its bytes are in `raw`.
    pub(crate) page: PageFacts,
    pub(crate) raw: Raw,
    pub(crate) digest: [u8; 32],
    pub(crate) size: u64,
    /// What was read of it: sentences, words and names.
    pub(crate) outline: Annotated,
    pub(crate) url_key: Option<String>,
    pub(crate) host: Option<String>,
    pub(crate) sketch: Sketch,
    pub(crate) names: Vec<(String, &'static str, u64)>,
}

/// Where a page's bytes are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Raw {
    /// Packed, in the archive.
    Packed(Vec<u8>),
    /// In a file, from this byte.
    In(PathBuf, u64),
}

/// What was given with a page.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct PageFacts {
    pub(crate) location: String,
    pub(crate) address: Option<String>,
    pub(crate) kind: Option<Kind>,
    pub(crate) charset: Option<String>,
    pub(crate) crawled: Option<String>,
    pub(crate) record: Option<Record>,
    pub(crate) facts: Vec<Fact>,
    pub(crate) notes: Vec<Note>,
}

/// How pages are kept.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Keeping {
    /// Keep records of this web archive by reference: its bytes stay where they are.
    pub by_reference: Option<PathBuf>,
}

/// Prepares a page. Pure but for the reference, which is only a name: the same page gives the same result.
pub fn prepare(item: Item, keeping: &Keeping, models: &Models) -> Prepared {
    let read = report::report(&item.page());
    let outline = outline(read, models);
    let report = &outline.report;
    let sketch = sketch_of(report);
    let reference = keeping.by_reference.as_deref().and_then(|path| reference(path, &item));
    Prepared {
        digest: Sha256::digest(&item.bytes).into(),
        size: item.bytes.len() as u64,
        raw: reference.unwrap_or_else(|| Raw::Packed(packed::pack(&item.bytes))),
        url_key: report.url.as_deref().and_then(address_key),
        host: report.url.as_deref().and_then(host),
        sketch,
        names: names(&outline),
        page: PageFacts {
            location: item.location,
            address: item.address,
            kind: item.kind,
            charset: item.charset,
            crawled: item.crawled,
            record: item.record,
            facts: item.facts,
            notes: item.notes,
        },
        outline,
    }
}

impl Prepared {
    /// Why the page cannot be kept, in words; None where it can.
    pub fn fatal(&self) -> Option<String> {
        let notes = &self.outline.report.notes;
        let bad = notes.iter().any(|n| n.trouble.is_fatal());
        bad.then(|| notes.iter().map(|n| n.message.as_str()).collect::<Vec<_>>().join("; "))
    }
    /// What is not as it should be, though it can be kept.
    pub fn notes(&self) -> &[Note] {
        &self.outline.report.notes
    }
    /// What versions of a page have in common: its address, or where there is none the file it stands in.
    pub(crate) fn key(&self) -> Option<String> {
        let file = || (self.page.location != "-").then(|| format!("location:{}", self.page.location));
        self.url_key.clone().or_else(file)
    }
    /// The name under which the page was given.
    pub fn location(&self) -> &str {
        &self.page.location
    }
}

/// A record that can be found again by its place in the file.
fn reference(path: &Path, item: &Item) -> Option<Raw> {
    let record = item.record.as_ref().filter(|r| !r.unpacked)?;
    Some(Raw::In(path.to_owned(), record.offset))
}

/// The host of an address, without `www.`.
pub(crate) fn host(url: &str) -> Option<String> {
    let host = Url::parse(url.trim()).ok()?.host_str()?.to_ascii_lowercase();
    Some(host.strip_prefix("www.").map(str::to_owned).unwrap_or(host))
}

/// Names as written, what they name, and how often; in order.
fn names(outline: &Annotated) -> Vec<(String, &'static str, u64)> {
    let mut counts: BTreeMap<(String, &'static str), u64> = BTreeMap::new();
    for name in &outline.names {
        let text: Vec<&str> = outline.text(name.span).split_whitespace().collect();
        if !text.is_empty() {
            *counts.entry((text.join(" "), name.kind.word())).or_default() += 1;
        }
    }
    counts.into_iter().map(|((text, kind), n)| (text, kind, n)).collect()
}

/// A fact as it is stored.
#[derive(Debug, Serialize, Deserialize)]
struct StoredFact {
    place: String,
    key: String,
    value: String,
}

/// A record as it is stored.
#[derive(Debug, Serialize, Deserialize)]
struct StoredRecord {
    id: Option<String>,
    offset: u64,
    length: Option<u64>,
    unpacked: bool,
    digest: Option<String>,
    fits: Option<bool>,
}

/// The places that facts from outside come from; they are names in code, not text.
const PLACES: [&str; 2] = ["feed", "jsonl"];

impl PageFacts {
    pub(crate) fn kind_name(&self) -> Option<&'static str> {
        self.kind.map(|kind| match kind {
            Kind::Text => "text",
            Kind::Html => "html",
        })
    }
    pub(crate) fn facts_json(&self) -> Result<String, serde_json::Error> {
        let stored =
            |f: &Fact| StoredFact { place: f.place.to_owned(), key: f.key.clone(), value: f.value.clone() };
        serde_json::to_string(&self.facts.iter().map(stored).collect::<Vec<_>>())
    }
    pub(crate) fn record_json(&self) -> Result<Option<String>, serde_json::Error> {
        let stored = |r: &Record| StoredRecord {
            id: r.id.clone(),
            offset: r.offset,
            length: r.length,
            unpacked: r.unpacked,
            digest: r.digest.clone(),
            fits: r.fits,
        };
        self.record.as_ref().map(|r| serde_json::to_string(&stored(r))).transpose()
    }
}

/// The kind of this name.
pub(crate) fn kind_named(name: &str) -> Option<Kind> {
    match name {
        "text" => Some(Kind::Text),
        "html" => Some(Kind::Html),
        _ => None,
    }
}

/// Facts from their JSON.
pub(crate) fn facts_from(json: &str) -> Result<Vec<Fact>, serde_json::Error> {
    let stored: Vec<StoredFact> = serde_json::from_str(json)?;
    let fact = |f: StoredFact| {
        let place = PLACES.iter().find(|p| **p == f.place).copied().unwrap_or("feed");
        Fact { place, key: f.key, value: f.value, page: None }
    };
    Ok(stored.into_iter().map(fact).collect())
}

/// A record from its JSON.
pub(crate) fn record_from(json: &str) -> Result<Record, serde_json::Error> {
    let r: StoredRecord = serde_json::from_str(json)?;
    Ok(Record {
        id: r.id,
        offset: r.offset,
        length: r.length,
        unpacked: r.unpacked,
        digest: r.digest,
        fits: r.fits,
    })
}
