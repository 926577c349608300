//! From one input to its pages: unpack, see what it is, read it.

use crate::bytes::{Counted, unpack};
use crate::item::{Bad, Found, Item, Passed};
use crate::kind::{Kind, kind};
use crate::{Fields, Input, Limits, archive, feed, json, place, warc};
use firsthand_text::{Note, Trouble};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read};
use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

/// How to read.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Which fields of JSON records are what.
    pub fields: Fields,
    /// Limits.
    pub limits: Limits,
    /// The address the input was fetched from: what relative addresses in a feed are relative to.
    pub address: Option<String>,
    /// The encoding that HTTP declared for the input.
    pub charset: Option<String>,
    /// Counts the bytes read of files and standard input, before they are unpacked.
    pub count: Arc<AtomicU64>,
}

/// Who takes what is found; may end the reading.
pub(crate) type Each<'e> = dyn FnMut(Found) -> ControlFlow<()> + 'e;

/// Reads one input and gives what is found in it. Errors of single records are given as well, and reading goes on.
pub fn read(
    input: &Input,
    options: &Options,
    each: &mut dyn FnMut(Found) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let Some(path) = &input.path else {
        return read_from(&input.location, Box::new(io::stdin().lock()), options, each);
    };
    match File::open(path) {
        Ok(file) => {
            let count = Arc::clone(&options.count);
            let mut out = Out::new(&input.location, options, each);
            let done = source(&mut out, &input.location, Source::File(Counted { inner: file, count }), 0);
            out.end(done)
        }
        Err(error) => {
            let message = format!("{}; skipped", place::plainly(error.kind()));
            each(Found::Bad(Bad { location: input.location.clone(), message }))
        }
    }
}

/// Reads a stream under this name.
pub fn read_from(
    location: &str,
    stream: Box<dyn Read + '_>,
    options: &Options,
    each: &mut dyn FnMut(Found) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let count = Arc::clone(&options.count);
    let mut out = Out::new(location, options, each);
    let done = source(&mut out, location, Source::Stream(Box::new(Counted { inner: stream, count })), 0);
    out.end(done)
}

/// Where the bytes come from.
pub(crate) enum Source<'s> {
    /// A file that can be read at any place.
    File(Counted<File>),
    /// Anything else.
    Stream(Box<dyn Read + 's>),
}

/// Archives in archives that are read; deeper ones are named.
const DEEPEST: usize = 2;

/// Reads a source of any kind.
pub(crate) fn source(
    out: &mut Out<'_, '_>,
    location: &str,
    source: Source<'_>,
    depth: usize,
) -> ControlFlow<()> {
    let zip = |head: &[u8]| head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06");
    let stream: Box<dyn Read + '_> = match source {
        Source::File(mut file) => {
            let mut head = [0; 4];
            let start = head_of(&mut file.inner, &mut head);
            match start {
                Err(error) => return out.bad(location, format!("{}; skipped", place::plainly(error.kind()))),
                Ok(read) if zip(head.get(..read).unwrap_or_default()) => {
                    return if depth < DEEPEST {
                        archive::read(out, location, file, depth)
                    } else {
                        out.bad(location, "an archive in an archive in an archive; unpack it first; skipped")
                    };
                }
                Ok(_) => Box::new(file),
            }
        }
        Source::Stream(stream) => stream,
    };
    let limits = out.options.limits.clone();
    let mut layers = match unpack(stream, &limits) {
        Ok(layers) => layers,
        Err(message) => return out.bad(location, format!("{message}; skipped")),
    };
    if zip(layers.bytes.peek(4)) {
        if depth >= DEEPEST {
            return out.bad(location, "an archive in an archive in an archive; unpack it first; skipped");
        }
        return match spooled(&mut layers.bytes) {
            Ok(file) => archive::read(out, location, file, depth),
            Err(error) => out.bad(location, format!("{error}; skipped")),
        };
    }
    match kind(layers.bytes.peek(64 << 10)) {
        Kind::Warc | Kind::Arc => warc::read(out, location, layers),
        Kind::Feed => {
            let (charset, address) = (out.options.charset.clone(), out.options.address.clone());
            let from = feed::From { charset: charset.as_deref(), address: address.as_deref() };
            feed::read(out, location, &mut layers.bytes, from)
        }
        Kind::Json => json::read(out, location, &mut layers.bytes),
        Kind::Refused(what) => {
            // To its end: what is not read of a pipe would end the one who writes.
            out.bad(location, format!("{what}; skipped"))
        }
        Kind::Page => page(out, location, &mut layers.bytes),
    }
}

fn head_of(file: &mut File, head: &mut [u8; 4]) -> io::Result<usize> {
    use io::{Seek, SeekFrom};
    if !file.metadata()?.is_file() {
        return Ok(0);
    }
    let mut filled = 0;
    while let Some(room) = head.get_mut(filled..).filter(|r| !r.is_empty()) {
        match file.read(room)? {
            0 => break,
            read => filled += read,
        }
    }
    file.seek(SeekFrom::Start(0))?;
    Ok(filled)
}

/// An archive must be read from its end: one that comes through a pipe goes to a file first.
fn spooled(bytes: &mut impl Read) -> io::Result<Counted<File>> {
    let mut file = tempfile::tempfile()?;
    io::copy(bytes, &mut file)?;
    io::Seek::seek(&mut file, io::SeekFrom::Start(0))?;
    Ok(Counted { inner: file, count: Arc::default() })
}

/// A file that is one page.
fn page(out: &mut Out<'_, '_>, location: &str, bytes: &mut impl Read) -> ControlFlow<()> {
    let most = out.options.limits.page;
    let mut page = Vec::new();
    if let Err(error) = bytes.take(most as u64 + 1).read_to_end(&mut page) {
        return out.bad(location, format!("{error}; skipped"));
    }
    let mut item = Item { location: location.to_owned(), ..Item::default() };
    if page.len() > most {
        page.truncate(whole_characters(&page, most));
        let size = most >> 20;
        let message = format!("the file has more than {size} MiB, only the first {size} were read");
        item.notes.push(Note::new(Trouble::Limit, message));
    }
    item.bytes = page;
    out.page(item)
}

/// The greatest length up to `most` that does not cut a character of UTF-8 in two.
fn whole_characters(bytes: &[u8], most: usize) -> usize {
    let back = (0..4.min(most)).find(|back| bytes.get(most - back).is_none_or(|b| b & 0xC0 != 0x80));
    most - back.unwrap_or(0)
}

/// Where everything that is found goes. Counts, and names no more than it should.
pub(crate) struct Out<'o, 'e> {
    /// How to read.
    pub(crate) options: &'o Options,
    location: String,
    each: &'o mut Each<'e>,
    pages: u64,
    over: BTreeMap<String, u64>,
    bad: usize,
}

impl<'o, 'e> Out<'o, 'e> {
    fn new(location: &str, options: &'o Options, each: &'o mut Each<'e>) -> Out<'o, 'e> {
        Out { options, location: location.to_owned(), each, pages: 0, over: BTreeMap::new(), bad: 0 }
    }
    /// Hands on a page.
    pub(crate) fn page(&mut self, item: Item) -> ControlFlow<()> {
        self.pages += 1;
        (self.each)(Found::Page(Box::new(item)))
    }
    /// Names what could not be read.
    pub(crate) fn bad(&mut self, location: &str, message: impl Into<String>) -> ControlFlow<()> {
        self.bad += 1;
        if self.bad > self.options.limits.named {
            return ControlFlow::Continue(());
        }
        (self.each)(Found::Bad(Bad { location: location.to_owned(), message: message.into() }))
    }
    /// Counts what is no page.
    pub(crate) fn pass(&mut self, what: impl Into<String>) {
        let what = what.into();
        // Kinds come from the file: their number is limited as well.
        let what = if self.over.len() < 50 || self.over.contains_key(&what) { what } else { "other".into() };
        *self.over.entry(what).or_default() += 1;
    }
    /// Closes the account of the file.
    fn end(mut self, done: ControlFlow<()>) -> ControlFlow<()> {
        done?;
        if let Some(more) = self.bad.checked_sub(self.options.limits.named).filter(|more| *more > 0) {
            let message = format!("{more} more records like these could not be read; skipped");
            (self.each)(Found::Bad(Bad { location: self.location.clone(), message }))?;
        }
        if self.over.is_empty() {
            return ControlFlow::Continue(());
        }
        let over = std::mem::take(&mut self.over).into_iter().collect();
        (self.each)(Found::Passed(Passed { location: self.location.clone(), pages: self.pages, over }))
    }
}

#[cfg(test)]
mod tests {
    use super::whole_characters;

    #[test]
    fn a_cut_leaves_whole_characters() {
        let text = "aé€😀".as_bytes(); // 1, 2, 3 and 4 bytes
        let ends: Vec<usize> = (1..text.len()).map(|most| whole_characters(text, most)).collect();
        assert_eq!(ends, [1, 1, 3, 3, 3, 6, 6, 6, 6]);
    }
}
