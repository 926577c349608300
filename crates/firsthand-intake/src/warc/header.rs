//! The head of one record, in the two forms there are.

use crate::http::{Headers, end_of_head};
use std::collections::BTreeMap;

/// Forms of archives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// `WARC/1.0`, then lines `Name: value` and an empty one.
    Warc,
    /// One line: address, IP, date, media type, (more,) length.
    Arc,
}

/// What a record says of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Header {
    /// `response`, `request`, `warcinfo` …
    pub(super) kind: String,
    pub(super) id: Option<String>,
    pub(super) address: Option<String>,
    /// When it was fetched, RFC 3339 where it could be read as that.
    pub(super) date: Option<String>,
    pub(super) content_type: Option<String>,
    /// Bytes of the block.
    pub(super) length: u64,
    /// As given: `sha1:…`.
    pub(super) payload_digest: Option<String>,
    pub(super) block_digest: Option<String>,
    /// Why the crawler cut the block short, where it did.
    pub(super) truncated: Option<String>,
    /// What was given with the page, where firsthand wrote the archive.
    pub(super) given: Option<String>,
}

/// The head at the start of these bytes and its length in bytes; a sentence where it is none.
pub(super) fn header(form: Form, bytes: &[u8]) -> Result<(Header, usize), &'static str> {
    match form {
        Form::Warc => warc(bytes),
        Form::Arc => {
            let line = bytes.split_inclusive(|b| *b == b'\n').next().filter(|l| l.ends_with(b"\n"));
            let line = line.ok_or("its header has no end")?;
            let header = arc(&String::from_utf8_lossy(line)).ok_or("its header cannot be read")?;
            Ok((header, line.len()))
        }
    }
}

/// Whether a record starts with these bytes.
pub(super) fn starts(form: Form, bytes: &[u8]) -> bool {
    match form {
        Form::Warc => bytes.starts_with(b"WARC/1.") || bytes.starts_with(b"WARC/0."),
        Form::Arc => {
            let line = bytes.split(|b| *b == b'\n').next().unwrap_or_default();
            arc(&String::from_utf8_lossy(line)).is_some()
        }
    }
}

fn warc(bytes: &[u8]) -> Result<(Header, usize), &'static str> {
    let end = end_of_head(bytes).ok_or("its header has no end")?;
    let lines = Headers::read(bytes.get(..end).unwrap_or_default());
    let get = |name: &str| lines.get(name).map(str::to_owned);
    let length = lines.get("content-length").ok_or("its header names no Content-Length")?;
    let header = Header {
        kind: lines.get("warc-type").unwrap_or_default().to_lowercase(),
        id: get("warc-record-id"),
        address: lines.get("warc-target-uri").map(|u| u.trim_matches(['<', '>']).to_owned()),
        date: get("warc-date"),
        content_type: get("content-type"),
        length: length.parse().map_err(|_| "its Content-Length is no number")?,
        payload_digest: get("warc-payload-digest"),
        block_digest: get("warc-block-digest"),
        truncated: get("warc-truncated"),
        given: get(super::given::FIELD),
    };
    Ok((header, end))
}

/// `http://example.org/a b 192.0.2.1 20250504121500 text/html 1591`; version 2 has five more fields before the length.
fn arc(line: &str) -> Option<Header> {
    let fields: Vec<&str> = line.trim_end().rsplitn(10, ' ').collect();
    let is_date = |s: &&str| s.len() >= 12 && s.bytes().all(|b| b.is_ascii_digit());
    let date = [2, 7].into_iter().find(|at| fields.get(*at).is_some_and(is_date))?;
    let address = line.trim_end().rsplitn(date + 3, ' ').last()?.trim();
    if !address.contains(':') {
        return None;
    }
    let length = fields.first()?.parse().ok()?;
    let kind = if address.starts_with("filedesc:") { "warcinfo" } else { "response" };
    Some(Header {
        kind: kind.to_owned(),
        address: Some(address.to_owned()),
        date: fields.get(date).and_then(|d| stamp(d)),
        content_type: fields.get(date - 1).map(|t| (*t).to_owned()),
        length,
        ..Header::default()
    })
}

/// `20250504121500` as `2025-05-04T12:15:00Z`.
fn stamp(digits: &str) -> Option<String> {
    let part = |from: usize, to: usize| digits.get(from..to);
    let (year, month, day) = (part(0, 4)?, part(4, 6)?, part(6, 8)?);
    let (hour, minute, second) = (part(8, 10)?, part(10, 12)?, part(12, 14).unwrap_or("00"));
    Some(format!("{year}-{month}-{day}T{hour}:{minute}:{second}Z"))
}

/// Digests by algorithm: `sha1:ABC` gives `sha1` and `ABC`.
pub(super) fn digests(header: &Header) -> BTreeMap<&'static str, (&str, &str)> {
    let mut found = BTreeMap::new();
    for (what, digest) in [("payload", &header.payload_digest), ("block", &header.block_digest)] {
        if let Some((algorithm, value)) = digest.as_deref().and_then(|d| d.split_once(':')) {
            found.insert(what, (algorithm, value));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_arc_are_read() {
        for (line, want) in [
            (
                "http://harbour.example/a 192.0.2.1 20250504121500 text/html 1591",
                Some(("response", "http://harbour.example/a", "2025-05-04T12:15:00Z", 1591)),
            ),
            (
                "http://harbour.example/a b 192.0.2.1 20250504121500 text/html 7\r\n",
                Some(("response", "http://harbour.example/a b", "2025-05-04T12:15:00Z", 7)),
            ),
            (
                "http://harbour.example/ 192.0.2.1 20250504121500 text/html 200 SUM - 12 x.arc 7",
                Some(("response", "http://harbour.example/", "2025-05-04T12:15:00Z", 7)),
            ),
            (
                "filedesc://x.arc 0.0.0.0 20250504121500 text/plain 75",
                Some(("warcinfo", "filedesc://x.arc", "2025-05-04T12:15:00Z", 75)),
            ),
            ("http://harbour.example/ 192.0.2.1 20250504121500 text/html -1", None),
            ("The harbour was closed on Monday, he said at 12", None),
            ("", None),
        ] {
            let got = arc(line);
            let got = got.as_ref().map(|h| {
                (&*h.kind, h.address.as_deref().unwrap_or(""), h.date.as_deref().unwrap_or(""), h.length)
            });
            assert_eq!(got, want, "{line}");
        }
    }

    #[test]
    fn headers_are_read_with_patience() {
        let sound = b"WARC/1.1\r\nwarc-type: Response\r\nWARC-Target-URI: <http://a.example/>\r\nContent-Length: 12\r\n\r\nrest";
        let (header, length) = header(Form::Warc, sound).unwrap();
        assert_eq!((header.kind.as_str(), header.length, length), ("response", 12, sound.len() - 4));
        assert_eq!(header.address.as_deref(), Some("http://a.example/"));
        for (bytes, want) in [
            (&b"WARC/1.0\r\nContent-Length: 12\r\n"[..], "its header has no end"),
            (b"WARC/1.0\r\nWARC-Type: x\r\n\r\n", "its header names no Content-Length"),
            (b"WARC/1.0\r\nContent-Length: -1\r\n\r\n", "its Content-Length is no number"),
        ] {
            assert_eq!(super::header(Form::Warc, bytes), Err(want));
        }
    }
}
