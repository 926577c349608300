//! From a record to its page.

use super::digest::fits;
use super::given;
use super::header::digests;
use super::walk::Raw;
use crate::feed;
use crate::http::{self, Body, charset};
use crate::item::Item;
use crate::kind::{Kind, kind};
use crate::open::Out;
use firsthand_text::{Note, Trouble};
use std::ops::ControlFlow;

/// Hands on the page of a record, or says why there is none.
pub(super) fn page(out: &mut Out<'_, '_>, location: &str, raw: Raw) -> ControlFlow<()> {
    let Raw { header, head, block, body: from, mut record } = raw;
    let location = format!("{location}#{}", record.offset);
    let stored = block.get(from..).unwrap_or_default();
    let head_or_none = head.clone().unwrap_or_default();
    let body = match http::decode(&head_or_none, stored.to_vec(), &out.options.limits) {
        Ok(body) => body,
        Err(error) => return out.bad(&location, format!("a record, but {error}; skipped")),
    };
    let Body { bytes, transferred, notes } = body;
    let mut notes: Vec<Note> = notes.into_iter().map(|n| Note::new(Trouble::Archive, n)).collect();
    // Payload digests are made of the body as stored, without its chunks, or unpacked: crawlers differ.
    let known = digests(&header);
    let payload = known.get("payload").map(|(algorithm, value)| {
        fits(algorithm, value, &[stored, transferred.as_deref().unwrap_or_default(), &bytes, &block])
    });
    let whole = known.get("block").map(|(algorithm, value)| fits(algorithm, value, &[&block, stored]));
    record.digest = header.payload_digest.clone().or_else(|| header.block_digest.clone());
    record.fits = match (payload.flatten(), whole.flatten()) {
        (None, None) => None,
        // A payload digest may have been made of what the server sent; the block's speaks for the bytes.
        (payload, block) => Some(payload == Some(true) || block == Some(true)),
    };
    if record.fits == Some(false) {
        notes.push(Note::new(
            Trouble::Archive,
            "the record does not fit its digest, its bytes may have been changed",
        ));
    }
    if let Some(why) = header.truncated.as_deref().filter(|why| !why.is_empty()) {
        notes.push(Note::new(Trouble::Archive, format!("the crawler cut the page short ({why})")));
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        out.pass("empty body");
        return ControlFlow::Continue(());
    }
    let declared = header.content_type.as_deref().filter(|_| head.is_none());
    let charset = head_or_none.charset().or_else(|| declared.and_then(charset));
    let given = header.given.as_deref().map(given::given).unwrap_or_default();
    let looks_like = match given.kind {
        Some(_) => Kind::Page,
        None => kind(bytes.get(..64 << 10).unwrap_or(&bytes)),
    };
    match looks_like {
        Kind::Feed => {
            let from = feed::From { charset: charset.as_deref(), address: header.address.as_deref() };
            feed::read(out, &location, &mut bytes.as_slice(), from)
        }
        Kind::Json if crate::json::is_feed(&bytes) => {
            crate::json::read(out, &location, &mut bytes.as_slice())
        }
        Kind::Json => {
            out.pass("JSON");
            ControlFlow::Continue(())
        }
        Kind::Warc | Kind::Arc | Kind::Refused(_) => {
            out.pass("data in a page's place");
            ControlFlow::Continue(())
        }
        Kind::Page
            if head_or_none.media_type().is_some_and(|m| m.ends_with("xml") && !m.contains("xhtml")) =>
        {
            out.pass("XML");
            ControlFlow::Continue(())
        }
        Kind::Page => out.page(Item {
            location,
            bytes,
            kind: given.kind,
            // Firsthand names pages that have no address when it puts them into an archive.
            address: header.address.filter(|a| !a.starts_with(given::NAMES)),
            charset,
            crawled: header.date,
            record: Some(record),
            facts: given.facts,
            notes,
        }),
    }
}
