//! The pages as a web archive: WARC 1.1, each record a gzip member of its own.
//!
//! The headers a server sent are not kept in an archive, so that a page is a `resource` record: its bytes and its type. What a
//! feed or the fields of a record said of it stands in fields of our own, so that reading it again gives the same report.

use super::{moment, time};
use crate::ReportRow;
use crate::export::{Dossier, Error, PROGRAM, Source, id};
use data_encoding::BASE32;
use firsthand_intake::Item;
use firsthand_text::page::Kind;
use flate2::{Compression, GzBuilder};
use serde_json::json;
use sha1::{Digest, Sha1};
use std::io::Write;

/// A web archive and where its records stand.
pub(super) struct Archive {
    pub(super) bytes: Vec<u8>,
    pub(super) records: Vec<Placed>,
}

/// One page in the archive.
pub(super) struct Placed {
    /// The address it goes by.
    pub(super) address: String,
    /// When it was fetched.
    pub(super) instant: String,
    pub(super) media: String,
    /// Of its bytes: `sha1:…`.
    pub(super) payload: String,
    /// Of the packed record: `sha256:…`.
    pub(super) record: String,
    pub(super) offset: usize,
    pub(super) length: usize,
}

/// Packs all versions of a story's reports, in the order in which they came into the archive.
pub(super) fn archive(from: &dyn Source, dossier: &Dossier, created: &str) -> Result<Archive, Error> {
    let mut copies: Vec<&ReportRow> = dossier.copies.iter().flatten().collect();
    copies.sort_by_key(|copy| copy.id);
    let mut archive = Archive { bytes: packed(&about(dossier, created))?, records: Vec::new() };
    for copy in copies {
        let missing =
            || Error::Asked(format!("r{}: its page is not in the archive; nothing was written", copy.id));
        let item = from.item(copy.id)?.ok_or_else(missing)?;
        let (mut placed, record) = page(copy, &item);
        let member = packed(&record)?;
        placed.offset = archive.bytes.len();
        placed.length = member.len();
        placed.record = id::digest(&member);
        archive.bytes.extend(member);
        archive.records.push(placed);
    }
    Ok(archive)
}

/// The address a page goes by: its own, or a name made of it where it has none (a file).
pub(super) fn address(copy: &ReportRow, item: Option<&Item>) -> String {
    let given = item.and_then(|i| i.address.clone()).filter(|a| a.starts_with("http"));
    let line = |a: &String| !a.chars().any(|c| c.is_control() || c.is_whitespace());
    given.or_else(|| copy.url.clone()).filter(line).unwrap_or_else(|| id::version(copy))
}

/// One gzip member, without a date or a name.
fn packed(bytes: &[u8]) -> Result<Vec<u8>, Error> {
    // An operating system of 255 is one that is not named: it would differ by machine.
    let mut gzip = GzBuilder::new().operating_system(255).write(Vec::new(), Compression::default());
    gzip.write_all(bytes)?;
    Ok(gzip.finish()?)
}

/// The record that says what the file is.
fn about(dossier: &Dossier, created: &str) -> Vec<u8> {
    let block = format!(
        "software: {PROGRAM}\r\nformat: WARC File Format 1.1\r\nconformsTo: \
         http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\nisPartOf: {}\r\n",
        id::story(dossier)
    );
    let fields = [
        ("WARC-Type", "warcinfo".to_owned()),
        ("WARC-Record-ID", record_id(&["warcinfo", created, &block])),
        ("WARC-Filename", "data.warc.gz".to_owned()),
        ("WARC-Date", created.to_owned()),
        ("WARC-Block-Digest", sha1(block.as_bytes())),
        ("Content-Type", "application/warc-fields".to_owned()),
    ];
    record(&fields, block.as_bytes())
}

/// The record of a page; where it will stand is not known yet.
fn page(copy: &ReportRow, item: &Item) -> (Placed, Vec<u8>) {
    let (address, instant) = (address(copy, Some(item)), moment(copy));
    let media = if is_html(item) { "text/html" } else { "text/plain" };
    let content_type = match item.charset.as_deref().filter(|c| is_label(c)) {
        Some(charset) => format!("{media}; charset={charset}"),
        None => media.to_owned(),
    };
    let payload = sha1(&item.bytes);
    let mut fields = vec![
        ("WARC-Type", "resource".to_owned()),
        ("WARC-Record-ID", record_id(&[&address, &instant, &copy.digest])),
        ("WARC-Target-URI", address.clone()),
        ("WARC-Date", instant.clone()),
        ("WARC-Payload-Digest", payload.clone()),
        ("WARC-Block-Digest", payload.clone()),
        ("Content-Type", content_type),
    ];
    if let Some(given) = given(item) {
        fields.push(("Firsthand-Given", given));
    }
    let placed = Placed {
        address,
        instant,
        media: media.to_owned(),
        payload,
        record: String::new(),
        offset: 0,
        length: 0,
    };
    (placed, record(&fields, &item.bytes))
}

fn is_html(item: &Item) -> bool {
    let head = item.bytes.get(..4096).unwrap_or(&item.bytes);
    let looks = || String::from_utf8_lossy(head).to_ascii_lowercase();
    match item.kind {
        Some(kind) => kind == Kind::Html,
        None => ["<html", "<!doctype html", "<body", "<p>", "<div"].iter().any(|tag| looks().contains(tag)),
    }
}

/// Labels of encodings are words; anything else could end the line.
fn is_label(charset: &str) -> bool {
    !charset.is_empty() && charset.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.:+()".contains(&b))
}

/// What was given with the page and would be lost in a web archive, as JSON in one line of ASCII.
fn given(item: &Item) -> Option<String> {
    let kind = item.kind.map(|k| if k == Kind::Html { "html" } else { "text" });
    if kind.is_none() && item.facts.is_empty() {
        return None;
    }
    let facts = item.facts.iter().map(|f| json!({ "place": f.place, "key": f.key, "value": f.value }));
    let json = json!({ "kind": kind, "facts": facts.collect::<Vec<_>>() }).to_string();
    let mut ascii = String::with_capacity(json.len());
    let mut units = [0; 2];
    for c in json.chars() {
        if c.is_ascii() && !c.is_ascii_control() {
            ascii.push(c);
        } else {
            ascii.extend(c.encode_utf16(&mut units).iter().map(|u| format!("\\u{u:04x}")));
        }
    }
    Some(ascii)
}

/// A record: head, an empty line, block, two empty lines.
fn record(fields: &[(&str, String)], block: &[u8]) -> Vec<u8> {
    let mut record = b"WARC/1.1\r\n".to_vec();
    for (name, value) in fields {
        record.extend(format!("{name}: {value}\r\n").bytes());
    }
    record.extend(format!("Content-Length: {}\r\n\r\n", block.len()).bytes());
    record.extend(block);
    record.extend(b"\r\n\r\n");
    record
}

/// A name of the record made of what it holds, in the form of a UUID (version 8, RFC 9562: made by rules of our own).
fn record_id(parts: &[&str]) -> String {
    let mut h: Vec<char> = id::hash(parts).chars().collect();
    for (at, digit) in [(12, '8'), (16, '8')] {
        if let Some(place) = h.get_mut(at) {
            *place = digit;
        }
    }
    let part = |from: usize, to: usize| h.get(from..to).unwrap_or_default().iter().collect::<String>();
    let (a, b, c, d, e) = (part(0, 8), part(8, 12), part(12, 16), part(16, 20), part(20, 32));
    format!("<urn:uuid:{a}-{b}-{c}-{d}-{e}>")
}

fn sha1(bytes: &[u8]) -> String {
    format!("sha1:{}", BASE32.encode(&Sha1::digest(bytes)))
}

/// When a page was fetched, in the digits of an index.
pub(super) fn digits(placed: &Placed) -> String {
    time::digits(&placed.instant)
}
