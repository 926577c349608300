//! What the bytes are, told by their content and never by their name.

use super::Kind;

/// The first bytes of files that are no text, and what to call them.
const SIGNATURES: [(&[u8], &str); 16] = [
    (b"%PDF-", "a PDF"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"PK\x03\x04", "a ZIP archive"),
    (b"\x1f\x8b", "gzip data"),
    (b"\x28\xb5\x2f\xfd", "zstd data"),
    (b"BZh", "bzip2 data"),
    (b"\xfd7zXZ", "xz data"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"OggS", "an Ogg stream"),
    (b"ID3", "an MP3 file"),
    (b"SQLite format 3\0", "a database"),
    (b"\xd0\xcf\x11\xe0", "an Office document"),
];

/// Bytes at the start of a page that are enough to tell binary data.
const SAMPLE: usize = 4096;

/// What the bytes are, if they are no text in any encoding.
pub(super) fn binary(bytes: &[u8]) -> Option<&'static str> {
    if let Some((_, what)) = SIGNATURES.iter().find(|(start, _)| bytes.starts_with(start)) {
        return Some(what);
    }
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    let wide = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") || utf16(sample).is_some();
    if wide {
        return None;
    }
    let control =
        sample.iter().filter(|&&b| b < 0x20 && !matches!(b, b'\t' | b'\n' | b'\r' | 0x0c | 0x1b)).count();
    let nul = sample.iter().filter(|&&b| b == 0).count();
    (nul * 100 > sample.len() || control * 20 > sample.len()).then_some("binary data")
}

/// UTF-16 without a byte order mark: every second byte is zero nearly everywhere. True: big endian.
pub(super) fn utf16(sample: &[u8]) -> Option<bool> {
    let pairs = sample.len() / 2;
    if pairs < 8 {
        return None;
    }
    let zeros = |at: usize| sample.iter().skip(at).step_by(2).filter(|&&b| b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    match () {
        () if even * 10 > pairs * 7 && odd * 20 < pairs => Some(true),
        () if odd * 10 > pairs * 7 && even * 20 < pairs => Some(false),
        () => None,
    }
}

/// Elements that are not met in plain text by chance.
const ELEMENTS: [&str; 30] = [
    "html", "head", "body", "p", "div", "a", "span", "br", "h1", "h2", "h3", "h4", "meta", "link", "script",
    "style", "article", "section", "header", "main", "nav", "ul", "li", "table", "title", "img", "strong",
    "em", "figure", "b",
];

/// Text or HTML. A page is HTML if it opens with a tag, or holds three known tags with an end tag among them.
pub(super) fn kind(text: &str) -> Kind {
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let opening: String = start.chars().take(9).flat_map(char::to_lowercase).collect();
    if opening.starts_with("<!doctype") || opening.starts_with("<html") {
        return Kind::Html;
    }
    let sample = head(start, 256 << 10);
    let (mut opened, mut closed) = (0, 0);
    for (at, _) in sample.match_indices('<') {
        let rest = sample.get(at + 1..).unwrap_or("");
        let (end, rest) = rest.strip_prefix('/').map_or((false, rest), |r| (true, r));
        let name_end = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
        let name = rest.get(..name_end).unwrap_or("");
        let follows = rest.get(name_end..).and_then(|r| r.chars().next());
        if !matches!(follows, Some('>' | '/')) && !follows.is_some_and(char::is_whitespace) {
            continue;
        }
        if ELEMENTS.iter().any(|e| e.eq_ignore_ascii_case(name)) {
            if end { closed += 1 } else { opened += 1 }
        }
        if opened + closed >= 3 && closed > 0 {
            return Kind::Html;
        }
    }
    let enclosed = start.starts_with('<') && opened > 0 && start.trim_end().ends_with('>');
    if enclosed { Kind::Html } else { Kind::Text }
}

/// The first bytes of a text, cut at a character.
pub(crate) fn head(text: &str, bytes: usize) -> &str {
    let mut end = bytes.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or("")
}
