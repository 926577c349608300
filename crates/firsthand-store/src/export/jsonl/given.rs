//! A page with all that was given with it, as a line holds it.

use data_encoding::BASE64;
use firsthand_intake::{Item, Record};
use firsthand_text::page::{Fact, Kind};
use firsthand_text::{Note, Span};
use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;
use serde::{Deserialize, Serialize};
use std::io::{Read, Write};

/// Bytes that one page may unpack to: far more than any page that is read.
const LARGEST: u64 = 256 << 20;

/// Where facts can be from that were given with a page.
const PLACES: [&str; 9] = ["feed", "jsonl", "meta", "json-ld", "time", "title", "link", "html", "author"];

/// A page with what was given with it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Given {
    /// Where it was found.
    pub location: String,
    /// The address it was fetched from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// The encoding that was declared for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub charset: Option<String>,
    /// When it was fetched.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub crawled: Option<String>,
    /// `html` or `text`, where its format says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Where it stands in a web archive.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<Stored>,
    /// What a feed or a record's fields say of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<Said>,
    /// What was not as it should be.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Note>,
    /// The bytes of the page, where they are UTF-8.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// The bytes of the page, where they are not: deflated (RFC 1951), in base64.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deflate: Option<String>,
}

/// A place in a web archive.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stored {
    /// The record's id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The byte it starts at.
    pub offset: u64,
    /// Its bytes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub length: Option<u64>,
    /// Whether both count unpacked bytes.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unpacked: bool,
    /// The digest it gives.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub digest: Option<String>,
    /// Whether the bytes fit it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fits: Option<bool>,
}

/// One thing said of the page.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// Where: `feed`, `jsonl` …
    pub place: String,
    /// Its key.
    pub key: String,
    /// Its value.
    pub value: String,
    /// The bytes of the page that give it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bytes: Option<[usize; 2]>,
}

impl From<&Item> for Given {
    fn from(item: &Item) -> Given {
        let text = std::str::from_utf8(&item.bytes).ok().map(str::to_owned);
        let deflate = text.is_none().then(|| BASE64.encode(&packed(&item.bytes)));
        Given {
            location: item.location.clone(),
            address: item.address.clone(),
            charset: item.charset.clone(),
            crawled: item.crawled.clone(),
            kind: item.kind.map(|k| if k == Kind::Html { "html" } else { "text" }.to_owned()),
            record: item.record.as_ref().map(stored),
            facts: item.facts.iter().map(said).collect(),
            notes: item.notes.clone(),
            text,
            deflate,
        }
    }
}

impl Given {
    /// Bytes of the page as they stand in the line.
    pub(crate) fn weight(&self) -> usize {
        self.text.as_ref().or(self.deflate.as_ref()).map_or(0, String::len)
    }
    /// The page again. Errors: what in the line cannot be read, in words.
    pub fn item(self) -> Result<Item, String> {
        let bytes = match (self.text, self.deflate) {
            (Some(text), None) => text.into_bytes(),
            (None, Some(deflate)) => unpacked(&deflate)?,
            (None, None) => return Err("neither text nor deflate, so no page".into()),
            (Some(_), Some(_)) => return Err("both text and deflate; give one".into()),
        };
        let kind = match self.kind.as_deref() {
            None => None,
            Some("html") => Some(Kind::Html),
            Some("text") => Some(Kind::Text),
            Some(other) => return Err(format!("kind is {other}; html and text are known")),
        };
        Ok(Item {
            location: self.location,
            bytes,
            kind,
            address: self.address,
            charset: self.charset,
            crawled: self.crawled,
            record: self.record.map(record),
            facts: self.facts.into_iter().map(fact).collect::<Result<_, _>>()?,
            notes: self.notes,
        })
    }
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
    // Writing to memory cannot fail.
    let _ = encoder.write_all(bytes);
    encoder.finish().unwrap_or_default()
}

fn unpacked(deflate: &str) -> Result<Vec<u8>, String> {
    let packed = BASE64.decode(deflate.as_bytes()).map_err(|_| "deflate is not base64".to_owned())?;
    let mut bytes = Vec::new();
    let read = DeflateDecoder::new(packed.as_slice()).take(LARGEST + 1).read_to_end(&mut bytes);
    match read {
        Ok(read) if read as u64 > LARGEST => Err("deflate unpacks to more than 256 MiB".into()),
        Ok(_) => Ok(bytes),
        Err(_) => Err("deflate cannot be unpacked".into()),
    }
}

fn stored(record: &Record) -> Stored {
    Stored {
        id: record.id.clone(),
        offset: record.offset,
        length: record.length,
        unpacked: record.unpacked,
        digest: record.digest.clone(),
        fits: record.fits,
    }
}

fn record(stored: Stored) -> Record {
    Record {
        id: stored.id,
        offset: stored.offset,
        length: stored.length,
        unpacked: stored.unpacked,
        digest: stored.digest,
        fits: stored.fits,
    }
}

fn said(fact: &Fact) -> Said {
    Said {
        place: fact.place.to_owned(),
        key: fact.key.clone(),
        value: fact.value.clone(),
        bytes: fact.page.map(|s| [s.start, s.end]),
    }
}

fn fact(said: Said) -> Result<Fact, String> {
    let known = PLACES.iter().find(|p| **p == said.place);
    let place =
        known.ok_or_else(|| format!("a fact from {}; only {} are known", said.place, PLACES.join(", ")))?;
    let page = match said.bytes {
        Some([start, end]) if start > end => return Err("a fact whose bytes end before they start".into()),
        bytes => bytes.map(|[start, end]| Span::new(start, end)),
    };
    Ok(Fact { place, key: said.key, value: said.value, page })
}
