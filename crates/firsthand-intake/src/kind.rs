//! What is it? Told by the first bytes, after unpacking.

use encoding_rs::{UTF_16BE, UTF_16LE};

/// Kinds of input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A web archive (ISO 28500).
    Warc,
    /// The archive format before it.
    Arc,
    /// RSS, Atom or RDF.
    Feed,
    /// JSON: a feed, records, or something else.
    Json,
    /// A page: HTML or plain text, or bytes that the text stages will refuse.
    Page,
    /// Packed in a way that is not read here: what it is and what to do.
    Refused(&'static str),
}

const REFUSED: [(&[u8], &str); 5] = [
    (b"\x04\x22\x4d\x18", "LZ4 data; unpack it first (lz4 -d)"),
    (b"BZh", "bzip2 data; unpack it first (bunzip2)"),
    (b"\xfd7zXZ\0", "xz data; unpack it first (unxz)"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive; unpack it first"),
    (b"Rar!\x1a\x07", "a RAR archive; unpack it first"),
];

/// Tells the kind from the first bytes (64 KiB are enough: comments may stand before a feed's first element).
pub(crate) fn kind(head: &[u8]) -> Kind {
    if let Some((_, what)) = REFUSED.iter().find(|(start, _)| head.starts_with(start)) {
        return Kind::Refused(what);
    }
    if head.get(257..262) == Some(b"ustar") {
        return Kind::Refused("a tar archive; unpack it first (tar -x)");
    }
    let start = head.trim_ascii_start();
    if start.starts_with(b"WARC/") {
        return Kind::Warc;
    }
    if start.starts_with(b"filedesc:") {
        return Kind::Arc;
    }
    let text = text(head);
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    match text.chars().next() {
        Some('<') => match root(text) {
            Some(name) if is_feed(&name, text) => Kind::Feed,
            _ => Kind::Page,
        },
        Some('{' | '[') if is_json(text) => Kind::Json,
        _ => Kind::Page,
    }
}

/// The head as text, good enough to find markup in it: UTF-8, UTF-16 and UTF-32 are told apart.
fn text(head: &[u8]) -> String {
    let wide = |at: usize, step: usize| -> String {
        head.iter().skip(at).step_by(step).map(|b| char::from(*b)).filter(|c| *c != '\0').collect()
    };
    match head {
        [0, 0, 0xfe, 0xff, ..] | [0, 0, 0, b'<' | b'{' | b'[', ..] => wide(3, 4),
        [0xff, 0xfe, 0, 0, ..] | [b'<' | b'{' | b'[', 0, 0, 0, ..] => wide(0, 4),
        [0xfe, 0xff, ..] | [0, b'<' | b'{' | b'[', ..] => {
            UTF_16BE.decode_without_bom_handling(head).0.into_owned()
        }
        [0xff, 0xfe, ..] | [b'<' | b'{' | b'[', 0, ..] => {
            UTF_16LE.decode_without_bom_handling(head).0.into_owned()
        }
        _ => String::from_utf8_lossy(head).into_owned(),
    }
}

/// Name of the first element, behind declarations and comments.
fn root(text: &str) -> Option<String> {
    let mut rest = text;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        let end = match () {
            () if rest.starts_with("<!--") => rest.find("-->")? + 3,
            () if rest.starts_with("<?") => rest.find("?>")? + 2,
            () if rest.starts_with("<!") => doctype(rest)?,
            () => break,
        };
        rest = rest.get(end..)?;
    }
    let name = rest.strip_prefix('<')?;
    let end = name.find(|c: char| c.is_whitespace() || matches!(c, '>' | '/'))?;
    Some(name.get(..end)?.to_lowercase())
}

/// Bytes of a document type declaration, with what stands in its brackets.
fn doctype(text: &str) -> Option<usize> {
    let end = text.find('>')?;
    match text.find('[') {
        Some(open) if open < end => {
            let close = open + text.get(open..)?.find(']')?;
            Some(close + text.get(close..)?.find('>')? + 1)
        }
        _ => Some(end + 1),
    }
}

fn is_feed(root: &str, text: &str) -> bool {
    let (_, local) = root.rsplit_once(':').unwrap_or(("", root));
    match local {
        "rss" | "feed" => true,
        "rdf" => text.contains("<item") || text.contains("<channel") || text.contains("purl.org/rss"),
        _ => false,
    }
}

/// Whether it goes on like JSON. `[Harbour Wire] A storm` does not.
fn is_json(text: &str) -> bool {
    let mut marks = text.chars().filter(|c| !c.is_whitespace());
    matches!((marks.next(), marks.next()), (Some('{'), Some('"' | '}')) | (Some('['), Some('{' | ']')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_told_by_content() {
        let wide: Vec<u8> = "<?xml version='1.0'?><rss>".encode_utf16().flat_map(u16::to_le_bytes).collect();
        for (head, want) in [
            (&b"WARC/1.0\r\nWARC-Type: warcinfo"[..], Kind::Warc),
            (b"\r\n\r\nWARC/0.18\n", Kind::Warc),
            (b"filedesc://harbour.arc 0.0.0.0 2025", Kind::Arc),
            (b"\xef\xbb\xbf \n<?xml version='1.0'?><!-- a --><rss version='2.0'>", Kind::Feed),
            (b"<!DOCTYPE rss [ <!ENTITY a '>'> ]><rss version='0.91'>", Kind::Feed),
            (b"<feed xmlns='http://www.w3.org/2005/Atom'>", Kind::Feed),
            (b"<atom:feed xmlns:atom='http://www.w3.org/2005/Atom'>", Kind::Feed),
            (b"<rdf:RDF xmlns='http://purl.org/rss/1.0/'><channel>", Kind::Feed),
            (&wide, Kind::Feed),
            (b"<rdf:RDF><rdf:Description/>", Kind::Page),
            (b"<!doctype html><html><body>an <rss> element", Kind::Page),
            (b"{\"title\": 1}", Kind::Json),
            (b"[ {\"title\": 1}, ", Kind::Json),
            (b"[Harbour Wire] A storm", Kind::Page),
            (b"{{ template }}", Kind::Page),
            (b"Plain text", Kind::Page),
            (b"", Kind::Page),
            (b"BZh91AY", Kind::Refused("bzip2 data; unpack it first (bunzip2)")),
        ] {
            assert_eq!(kind(head), want, "{}", String::from_utf8_lossy(head));
        }
    }
}
