//! From bytes to text: the encoding is what the bytes show it to be; what the page declares is only a hint.
//!
//! Order: byte order mark, sound UTF-8, the declared encoding if the bytes bear it out, UTF-8 with a few broken
//! characters, and last the detector that Firefox uses (chardetng). Labels are those of the WHATWG Encoding Standard.

use super::kind::utf16;
use crate::span::Run;
use crate::{Map, Note, Span, Trouble};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{DecoderResult, Encoding, UTF_8, UTF_16BE, UTF_16LE};
use std::borrow::Cow;

/// A decoded page.
pub(super) struct Source<'a> {
    /// The whole text.
    pub(super) text: Cow<'a, str>,
    /// WHATWG name of the encoding.
    pub(super) encoding: &'static str,
    /// From text to bytes; None where every byte stands `shift` bytes after its place in the text.
    map: Option<Map>,
    shift: usize,
}

impl Source<'_> {
    /// A text of its own that was cut out of this one; `map` leads to the bytes of the page.
    pub(super) fn part<'b>(&self, text: String, map: Map) -> Source<'b> {
        Source { text: Cow::Owned(text), encoding: self.encoding, map: Some(map), shift: 0 }
    }
    /// The bytes of the page behind a stretch of the text.
    pub(super) fn page(&self, text: Span) -> Span {
        match &self.map {
            None => Span::new(text.start + self.shift, text.end + self.shift),
            Some(map) => map.page(text).unwrap_or_default(),
        }
    }
}

/// Decodes a page. `cut` says that the bytes end before the page does, `http` is the encoding declared outside of it.
pub(super) fn decode<'a>(
    bytes: &'a [u8],
    cut: bool,
    http: Option<&str>,
    notes: &mut Vec<Note>,
) -> Source<'a> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return with(encoding, bytes, mark, cut, notes);
    }
    if let Some(big) = utf16(bytes.get(..4096).unwrap_or(bytes)) {
        return with(if big { UTF_16BE } else { UTF_16LE }, bytes, 0, cut, notes);
    }
    let http = http.and_then(|label| Encoding::for_label(label.as_bytes()));
    let declared = http.or_else(|| declared(bytes));
    if let Ok(text) = std::str::from_utf8(whole_characters(bytes, cut)) {
        if let Some(other) = declared.filter(|d| *d != UTF_8 && !text.is_ascii()) {
            let message = format!("the page declares {} but is UTF-8", other.name());
            notes.push(Note::new(Trouble::Encoding, message));
        }
        return Source { text: Cow::Borrowed(text), encoding: "UTF-8", map: None, shift: 0 };
    }
    let encoding = chosen(bytes, declared);
    if let Some(other) = declared.filter(|d| *d != encoding) {
        let message = format!("the page declares {} but reads as {}", other.name(), encoding.name());
        notes.push(Note::new(Trouble::Encoding, message));
    } else if declared.is_none() && encoding != UTF_8 {
        let message =
            format!("the page is no sound UTF-8 and declares nothing else; read as {}", encoding.name());
        notes.push(Note::new(Trouble::Encoding, message));
    }
    with(encoding, bytes, 0, cut, notes)
}

/// Without a character that the limit cut in two.
fn whole_characters(bytes: &[u8], cut: bool) -> &[u8] {
    match std::str::from_utf8(bytes) {
        Err(e) if cut && e.error_len().is_none() => bytes.get(..e.valid_up_to()).unwrap_or(bytes),
        _ => bytes,
    }
}

/// The encoding of bytes that are not sound UTF-8.
fn chosen(bytes: &[u8], declared: Option<&'static Encoding>) -> &'static Encoding {
    if let Some(encoding) = declared.filter(|d| *d != UTF_8)
        && encoding.decode_without_bom_handling_and_without_replacement(bytes).is_some()
    {
        return encoding;
    }
    let (mut sound, mut broken) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    if sound >= 3 * broken {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes.get(..256 << 10).unwrap_or(bytes), bytes.len() <= 256 << 10);
    detector.guess(None, Utf8Detection::Allow)
}

/// The encoding named by a meta element or an XML declaration in the first 4,096 bytes.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = bytes.get(..4096).unwrap_or(bytes).to_ascii_lowercase();
    for key in [&b"charset"[..], b"encoding"] {
        for at in
            sample.windows(key.len()).enumerate().filter(|(_, w)| *w == key).map(|(at, _)| at + key.len())
        {
            let Some(rest) = sample.get(at..) else { continue };
            let Some(rest) = rest.trim_ascii_start().strip_prefix(b"=") else { continue };
            let rest = rest.trim_ascii_start();
            let rest = rest.strip_prefix(b"\"").or_else(|| rest.strip_prefix(b"'")).unwrap_or(rest);
            let end = rest
                .iter()
                .position(|b| !(b.is_ascii_alphanumeric() || b"-_:.".contains(b)))
                .unwrap_or(rest.len());
            match rest.get(..end).and_then(Encoding::for_label) {
                // A page that says so in ASCII is not UTF-16 (HTML Standard, 13.2.3.2).
                Some(e) if e == UTF_16BE || e == UTF_16LE => return Some(UTF_8),
                Some(e) => return Some(e),
                None => {}
            }
        }
    }
    None
}

/// Decodes byte by byte, so that every character is known by its bytes.
fn with<'a>(
    encoding: &'static Encoding,
    bytes: &'a [u8],
    mark: usize,
    cut: bool,
    notes: &mut Vec<Note>,
) -> Source<'a> {
    let rest = whole_characters(bytes.get(mark..).unwrap_or_default(), cut && encoding == UTF_8);
    if encoding == UTF_8
        && let Ok(text) = std::str::from_utf8(rest)
    {
        return Source { text: Cow::Borrowed(text), encoding: "UTF-8", map: None, shift: mark };
    }
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let (mut text, mut map, mut broken) =
        (String::with_capacity(rest.len() + rest.len() / 2), Map::new(), 0usize);
    let (mut at, mut from) = (0, 0);
    let mut small = String::with_capacity(32);
    while at < rest.len() {
        small.clear();
        let last = at + 1 == rest.len();
        let Some(byte) = rest.get(at..at + 1) else { break };
        let (result, read) = decoder.decode_to_string_without_replacement(byte, &mut small, last);
        at += read;
        let malformed = matches!(result, DecoderResult::Malformed(..));
        if malformed {
            broken += 1;
            small.push('\u{fffd}');
            at = at.max(from + 1);
        }
        if !small.is_empty() {
            let clean = Span::new(text.len(), text.len() + small.len());
            map.push(Run { clean, page: Span::new(from + mark, at + mark) });
            text.push_str(&small);
            from = at;
        }
        if read == 0 && !malformed {
            break;
        }
    }
    if broken > 0 {
        let message = format!("{broken} places are not sound {} and were replaced", encoding.name());
        notes.push(Note::new(Trouble::Encoding, message));
    }
    Source { text: Cow::Owned(text), encoding: encoding.name(), map: Some(map), shift: 0 }
}
