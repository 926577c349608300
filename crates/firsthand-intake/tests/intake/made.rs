//! Made files, and reading them.

use firsthand_intake::{Found, Input, Item, Limits, Options, read, read_from};
use std::io::Write;
use std::ops::ControlFlow;

/// What came out of a file.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Read {
    pub(crate) items: Vec<Item>,
    /// `location: message`.
    pub(crate) bad: Vec<String>,
    /// `3 request, 1 status 404`.
    pub(crate) passed: String,
}

impl Read {
    /// The pages as text.
    pub(crate) fn texts(&self) -> Vec<String> {
        self.items.iter().map(|i| String::from_utf8_lossy(&i.bytes).into_owned()).collect()
    }
    /// The places of the pages.
    pub(crate) fn places(&self) -> Vec<&str> {
        self.items.iter().map(|i| i.location.as_str()).collect()
    }
    /// The values of facts with this key, of all pages.
    pub(crate) fn facts(&self, key: &str) -> Vec<&str> {
        let facts = self.items.iter().flat_map(|i| &i.facts);
        facts.filter(|f| f.key == key).map(|f| f.value.as_str()).collect()
    }
    fn take(&mut self, found: Found) -> ControlFlow<()> {
        match found {
            Found::Page(item) => self.items.push(*item),
            Found::Bad(bad) => self.bad.push(format!("{}: {}", bad.location, bad.message)),
            Found::Passed(passed) => {
                let each: Vec<String> = passed.over.iter().map(|(what, n)| format!("{n} {what}")).collect();
                self.passed = each.join(", ");
            }
        }
        ControlFlow::Continue(())
    }
}

/// Reads a file under the name `f`, through a pipe.
pub(crate) fn read_bytes(bytes: &[u8]) -> Read {
    read_with(bytes, &Options::default())
}

pub(crate) fn read_with(bytes: &[u8], options: &Options) -> Read {
    let mut out = Read::default();
    let done = read_from("f", Box::new(bytes), options, &mut |found| out.take(found));
    assert!(done.is_continue());
    out
}

/// The same from a file on the disk: nothing may differ.
pub(crate) fn read_file(bytes: &[u8]) -> Read {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("x");
    std::fs::write(&path, bytes).unwrap();
    let input = Input { location: "f".into(), path: Some(path) };
    let mut out = Read::default();
    let done = read(&input, &Options::default(), &mut |found| out.take(found));
    assert!(done.is_continue());
    out
}

/// Limits small enough to be met.
pub(crate) fn tight(page: usize) -> Options {
    Options { limits: Limits { page, header: 4 << 10, ..Limits::default() }, ..Options::default() }
}

pub(crate) fn gz(bytes: &[u8]) -> Vec<u8> {
    let mut out = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    out.write_all(bytes).unwrap();
    out.finish().unwrap()
}

pub(crate) fn zst(bytes: &[u8]) -> Vec<u8> {
    ruzstd::encoding::compress_to_vec(bytes, ruzstd::encoding::CompressionLevel::Fastest)
}

pub(crate) fn zip(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut out = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, bytes) in members {
        out.start_file(*name, options).unwrap();
        out.write_all(bytes).unwrap();
    }
    out.finish().unwrap().into_inner()
}

/// A record of a WARC file, with more header lines.
pub(crate) fn record(kind: &str, address: &str, lines: &str, block: &[u8]) -> Vec<u8> {
    let mut out = format!(
        "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2025-05-05T08:00:00Z\r\n{lines}\
         Content-Length: {}\r\n\r\n",
        block.len()
    )
    .into_bytes();
    out.extend_from_slice(block);
    out.extend_from_slice(b"\r\n\r\n");
    out
}

/// An answer of a web server.
pub(crate) fn answer(status: &str, lines: &str, body: &[u8]) -> Vec<u8> {
    let mut out =
        format!("HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\n{lines}\r\n").into_bytes();
    out.extend_from_slice(body);
    out
}

/// A response record of a page with this text.
pub(crate) fn response(name: &str, text: &str) -> Vec<u8> {
    let address = format!("https://harbour.example/{name}");
    record(
        "response",
        &address,
        "Content-Type: application/http\r\n",
        &answer("200 OK", "", html(text).as_bytes()),
    )
}

pub(crate) fn html(text: &str) -> String {
    format!("<html><body><p>{text}</p></body></html>")
}
