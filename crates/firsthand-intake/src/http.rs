//! An HTTP message as an archive keeps it: head, and a body that may be chunked and encoded.

use crate::Limits;
use crate::bytes::{inflate_any, unsound};
use flate2::read::MultiGzDecoder;
use std::io::{self, Read};

/// Lines `Name: value` with names in lower case.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Headers(Vec<(String, String)>);

impl Headers {
    /// Reads header lines; lines without a colon are passed over, indented ones go on with the one before.
    pub(crate) fn read(lines: &[u8]) -> Headers {
        let mut headers: Vec<(String, String)> = Vec::new();
        for line in lines.split(|b| *b == b'\n') {
            let text = String::from_utf8_lossy(line);
            let text = text.trim_end();
            if let (true, Some((_, value))) = (text.starts_with([' ', '\t']), headers.last_mut()) {
                value.push(' ');
                value.push_str(text.trim());
            } else if let Some((name, value)) = text.split_once(':') {
                headers.push((name.trim().to_lowercase(), value.trim().to_owned()));
            }
        }
        Headers(headers)
    }
    /// The first value of this name (in lower case).
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str())
    }
}

/// The head of a response.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Head {
    /// The status code; None where there is no status line.
    pub(crate) status: Option<u16>,
    pub(crate) headers: Headers,
}

impl Head {
    /// Reads the lines before the empty one.
    pub(crate) fn read(head: &[u8]) -> Head {
        let first = head.split(|b| *b == b'\n').next().unwrap_or_default();
        let line = String::from_utf8_lossy(first);
        let status =
            line.starts_with("HTTP/").then(|| line.split_whitespace().nth(1)?.parse().ok()).flatten();
        let rest = if status.is_some() { head.get(first.len()..).unwrap_or_default() } else { head };
        Head { status, headers: Headers::read(rest) }
    }
    /// The media type, in lower case, without parameters.
    pub(crate) fn media_type(&self) -> Option<String> {
        media_type(self.headers.get("content-type")?)
    }
    /// The encoding it declares.
    pub(crate) fn charset(&self) -> Option<String> {
        charset(self.headers.get("content-type")?)
    }
}

/// `text/html` of `text/html; charset=utf-8`.
pub fn media_type(content_type: &str) -> Option<String> {
    let kind = content_type.split([';', ',']).next()?.trim().to_lowercase();
    (!kind.is_empty()).then_some(kind)
}

/// `utf-8` of `text/html; charset="utf-8"`.
pub fn charset(content_type: &str) -> Option<String> {
    let mut parts = content_type.split(';').skip(1);
    let value = parts.find_map(|p| {
        let (name, value) = p.split_once('=')?;
        name.trim().eq_ignore_ascii_case("charset").then_some(value)
    })?;
    let label = value.trim().trim_matches(['"', '\'']).trim().to_lowercase();
    (!label.is_empty()).then_some(label)
}

/// Where the head ends: the byte after the empty line. None where there is no end.
pub(crate) fn end_of_head(bytes: &[u8]) -> Option<usize> {
    let mut from = 0;
    for line in bytes.split_inclusive(|b| *b == b'\n') {
        from += line.len();
        if line.ends_with(b"\n") && line.trim_ascii().is_empty() {
            return Some(from);
        }
    }
    None
}

/// What a body became.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Body {
    pub(crate) bytes: Vec<u8>,
    /// The body without chunks but as encoded, where that is something else: a digest may be of it.
    pub(crate) transferred: Option<Vec<u8>>,
    /// What is not as declared.
    pub(crate) notes: Vec<String>,
}

/// Takes chunks and encodings off. Errors: what cannot be unpacked, or becomes longer than a page may be.
pub(crate) fn decode(head: &Head, raw: Vec<u8>, limits: &Limits) -> io::Result<Body> {
    let mut body = Body { bytes: raw, ..Body::default() };
    let chunked = head.headers.get("transfer-encoding").is_some_and(|t| t.to_lowercase().contains("chunked"));
    if chunked {
        match dechunk(&body.bytes) {
            Chunks::Whole(bytes) => body.bytes = bytes,
            Chunks::Cut(bytes) => {
                body.notes.push("the chunked body ends before its last chunk".into());
                body.bytes = bytes;
            }
            // Many tools take the chunks off and leave the header.
            Chunks::None => {}
        }
    }
    let encodings = head.headers.get("content-encoding").unwrap_or_default().to_lowercase();
    let encodings: Vec<&str> =
        encodings.split(',').map(str::trim).filter(|e| !e.is_empty() && *e != "identity").collect();
    if encodings.len() > limits.encodings {
        return Err(unsound(format!("the body is encoded {} times over", encodings.len())));
    }
    for encoding in encodings.iter().rev() {
        let Some(decoded) = unpacked(encoding, &body.bytes, limits.page)? else { continue };
        if decoded.len() > limits.page {
            return Err(unsound(format!("the {encoding} body unpacks to more than {} bytes", limits.page)));
        }
        let packed = std::mem::replace(&mut body.bytes, decoded);
        body.transferred.get_or_insert(packed);
    }
    Ok(body)
}

/// One encoding off. None where the body is not encoded that way: servers and crawlers often leave the header behind.
fn unpacked(encoding: &str, packed: &[u8], most: usize) -> io::Result<Option<Vec<u8>>> {
    let mut out = Vec::new();
    let limit = most as u64 + 1;
    let done = match encoding {
        "gzip" | "x-gzip" if packed.starts_with(&[0x1f, 0x8b]) => {
            MultiGzDecoder::new(packed).take(limit).read_to_end(&mut out)
        }
        "deflate" => {
            return match inflate_any(packed, most) {
                Err(_) if looks_plain(packed) => Ok(None),
                done => done.map(Some),
            };
        }
        "br" => {
            let done =
                brotli_decompressor::Decompressor::new(packed, 64 << 10).take(limit).read_to_end(&mut out);
            if done.is_err() && looks_plain(packed) {
                return Ok(None);
            }
            done
        }
        "zstd" if packed.starts_with(&[0x28, 0xb5, 0x2f, 0xfd]) => {
            return crate::bytes::unzstd(packed, most).map(Some);
        }
        "gzip" | "x-gzip" | "zstd" => return Ok(None),
        other => return Err(unsound(format!("the body is encoded as {other}, which is not read"))),
    };
    match done {
        Ok(_) => Ok(Some(out)),
        // The page stands in the first member; what comes after is padding.
        Err(_) if !out.is_empty() && encoding.ends_with("gzip") && is_whole_gzip(packed) => Ok(Some(out)),
        Err(_) => Err(unsound(format!("the {encoding} body is damaged or cut short"))),
    }
}

fn is_whole_gzip(packed: &[u8]) -> bool {
    io::copy(&mut flate2::read::GzDecoder::new(packed), &mut io::sink()).is_ok()
}

/// Whether a body is text as it stands.
fn looks_plain(bytes: &[u8]) -> bool {
    let head = bytes.get(..512).unwrap_or(bytes);
    !head.is_empty() && head.iter().all(|b| *b >= 0x20 || b"\t\r\n\x0c".contains(b))
}

enum Chunks {
    /// To the last chunk.
    Whole(Vec<u8>),
    /// As far as they go.
    Cut(Vec<u8>),
    /// There are none.
    None,
}

fn dechunk(bytes: &[u8]) -> Chunks {
    let mut out = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    let mut first = true;
    loop {
        let line = rest.split_inclusive(|b| *b == b'\n').next().unwrap_or_default();
        let Some(size) = chunk_size(line) else {
            return if first { Chunks::None } else { Chunks::Cut(out) };
        };
        rest = rest.get(line.len()..).unwrap_or_default();
        if size == 0 {
            return Chunks::Whole(out);
        }
        first = false;
        let Some((chunk, after)) = rest.split_at_checked(size) else {
            out.extend_from_slice(rest);
            return Chunks::Cut(out);
        };
        out.extend_from_slice(chunk);
        rest = after.strip_prefix(b"\r\n").or_else(|| after.strip_prefix(b"\n")).unwrap_or(after);
    }
}

/// `1a3;name=value`, in hexadecimal digits, at the head of a line.
fn chunk_size(line: &[u8]) -> Option<usize> {
    let line = line.strip_suffix(b"\n")?;
    let digits = line.split(|b| *b == b';').next()?;
    let digits = std::str::from_utf8(digits.trim_ascii()).ok()?;
    if digits.is_empty() || digits.len() > 12 || digits.starts_with('+') {
        return None;
    }
    usize::from_str_radix(digits, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    fn gz(bytes: &[u8]) -> Vec<u8> {
        let mut out = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        out.write_all(bytes).unwrap();
        out.finish().unwrap()
    }
    fn zlib(bytes: &[u8]) -> Vec<u8> {
        let mut out = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
        out.write_all(bytes).unwrap();
        out.finish().unwrap()
    }
    fn deflate(bytes: &[u8]) -> Vec<u8> {
        let mut out = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::fast());
        out.write_all(bytes).unwrap();
        out.finish().unwrap()
    }
    /// `br` of "the harbour" as an uncompressed meta-block (RFC 7932, 9.2), made by hand.
    fn brotli(text: &[u8]) -> Vec<u8> {
        // WBITS 16 (1 bit 0); ISLAST 0; MNIBBLES 4 (00); MLEN-1 in 16 bits; ISUNCOMPRESSED 1; then bytes; then ISLAST 1, empty 1.
        let length = text.len() - 1;
        let bits = (length << 4) | (1 << 20);
        let mut out = bits.to_le_bytes()[..3].to_vec();
        out.extend_from_slice(text);
        out.push(0b11);
        out
    }

    #[test]
    fn bodies_are_unpacked() {
        let page = b"<p>The harbour</p>";
        let half = gz(page);
        let chunks = b"8\r\n<p>The h\r\na;x=1\r\narbour</p>\r\n0\r\n\r\n";
        for (head, body, want, notes) in [
            ("", page.to_vec(), page.as_slice(), 0),
            ("Content-Encoding: gzip", gz(page), page, 0),
            ("content-encoding: X-GZIP", gz(page), page, 0),
            ("Content-Encoding: gzip", page.to_vec(), page, 0),
            ("Content-Encoding: deflate", zlib(page), page, 0),
            ("Content-Encoding: deflate", deflate(page), page, 0),
            ("Content-Encoding: deflate", page.to_vec(), page, 0),
            ("Content-Encoding: br", brotli(page), page, 0),
            ("Content-Encoding: br", page.to_vec(), page, 0),
            ("Content-Encoding: gzip, gzip", gz(&half), page, 0),
            ("Transfer-Encoding: chunked", chunks.to_vec(), page, 0),
            ("Transfer-Encoding: chunked", page.to_vec(), page, 0),
            ("Transfer-Encoding: chunked", chunks[..22].to_vec(), b"<p>The har", 1),
        ] {
            let head = Head::read(format!("HTTP/1.1 200 OK\r\n{head}\r\n\r\n").as_bytes());
            let got = decode(&head, body, &Limits::default()).unwrap();
            assert_eq!((got.bytes.as_slice(), got.notes.len()), (want, notes), "{head:?}");
        }
    }

    #[test]
    fn what_cannot_be_unpacked_is_said() {
        let long = gz(&vec![b' '; 200_000]);
        let limits = Limits { page: 100_000, ..Limits::default() };
        for (encoding, body, want) in [
            ("gzip", long, "the gzip body unpacks to more than 100000 bytes"),
            ("gzip", gz(b"The harbour")[..15].to_vec(), "the gzip body is damaged or cut short"),
            ("compress", b"x".to_vec(), "the body is encoded as compress, which is not read"),
            ("gzip, gzip, gzip, gzip", b"x".to_vec(), "the body is encoded 4 times over"),
            ("br", b"\xff\0\0\xff".to_vec(), "the br body is damaged or cut short"),
        ] {
            let head = Head::read(format!("HTTP/1.1 200 OK\r\nContent-Encoding: {encoding}\r\n").as_bytes());
            assert_eq!(decode(&head, body, &limits).unwrap_err().to_string(), want);
        }
    }

    #[test]
    fn heads_are_read() {
        let head =
            Head::read(b"HTTP/1.1 200 OK\r\nX: a\r\n b\nContent-Type: Text/HTML ; Charset=\"KOI8-R\"\r\n");
        assert_eq!((head.status, head.headers.get("x")), (Some(200), Some("a b")));
        assert_eq!(
            (head.media_type().as_deref(), head.charset().as_deref()),
            (Some("text/html"), Some("koi8-r"))
        );
        assert_eq!(Head::read(b"X: a\r\n").status, None);
        assert_eq!(Head::read(b"X: a\r\n").headers.get("x"), Some("a"));
        assert_eq!(end_of_head(b"a: b\r\n\r\nbody"), Some(8));
        assert_eq!((end_of_head(b"a: b\n\nbody"), end_of_head(b"a: b\n")), (Some(6), None));
    }
}
