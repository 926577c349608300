//! From record to record, whatever stands between them.
//!
//! Three things tell where a record ends: its length, the next `WARC/`, and the end of the piece it was packed in. Where
//! they disagree the record is named and the next start of a record is looked for.

use super::header::{Form, Header, header, starts};
use crate::Limits;
use crate::bytes::{Ahead, Layers, Unpacked};
use crate::http::{Head, end_of_head, media_type};
use crate::item::Record;
use std::io::{self, BufRead};

/// What comes next.
pub(super) enum Step {
    /// A record that may hold a page.
    Record(Box<Raw>),
    /// A record of another kind.
    Other(String),
    /// A place where no record could be read, and why.
    Bad(u64, String),
    /// Nothing.
    End,
}

/// A record that may hold a page.
pub(super) struct Raw {
    pub(super) header: Header,
    /// The HTTP head, for responses.
    pub(super) head: Option<Head>,
    /// The whole block.
    pub(super) block: Vec<u8>,
    /// Where the body starts in the block.
    pub(super) body: usize,
    pub(super) record: Record,
}

/// A walk through an archive.
pub(super) struct Walk<'a> {
    bytes: Ahead<Box<dyn Unpacked + 'a>>,
    /// How often it was packed.
    depth: usize,
    form: Form,
    limits: Limits,
    over: bool,
}

/// Why a block was not read to its end.
enum Stop {
    /// The bytes end after so many.
    Short(u64),
    /// They cannot be unpacked.
    Error(io::Error),
    /// The block is longer than a page may be.
    Long,
}

impl<'a> Walk<'a> {
    pub(super) fn new(layers: Layers<'a>, form: Form, limits: Limits) -> Walk<'a> {
        Walk { bytes: layers.bytes, depth: layers.depth, form, limits, over: false }
    }

    /// The next record, or what is in the way.
    pub(super) fn next(&mut self) -> Step {
        self.skip_blank();
        if self.over {
            return Step::End;
        }
        let place = self.bytes.place();
        let (offset, unpacked) = self.offset(place);
        if self.bytes.peek(1).is_empty() {
            return match self.bytes.error() {
                Some(error) => self.broken(offset, &error, "between two records"),
                None => Step::End,
            };
        }
        if !starts(self.form, self.bytes.peek(8 << 10)) {
            self.bytes.skip(1);
            let skipped = self.resync();
            let until = if self.over { "to the end" } else { "to the next record" };
            return Step::Bad(
                offset,
                format!("no record starts here; {} bytes {until} skipped", skipped + 1),
            );
        }
        let head = self.head();
        let (header, length) = match head {
            Ok(found) => found,
            Err(why) => {
                if let Some(error) = self.bytes.failed().filter(|_| why == "its header has no end") {
                    return self.broken(offset, &error, "in the header of a record");
                }
                self.bytes.skip(1);
                self.resync();
                return Step::Bad(offset, format!("a record, but {why}; skipped"));
            }
        };
        self.bytes.skip(length);
        let record = Record { offset, unpacked, id: header.id.clone(), ..Record::default() };
        self.block(header, record)
    }

    /// The block of a record, and what follows it.
    fn block(&mut self, header: Header, mut record: Record) -> Step {
        let (offset, start) = (record.offset, self.bytes.place());
        let mut block = Vec::new();
        let mut wanted = wanted(&header);
        let mut read =
            self.take(header.length.min(self.limits.header as u64), &mut |b| block.extend_from_slice(b));
        let (mut head, mut body) = (None, 0);
        if read.is_ok() && wanted.is_ok() && is_http(&header, &block) {
            body = end_of_head(&block).unwrap_or(0);
            let found = Head::read(block.get(..body).unwrap_or_default());
            wanted = is_page(&found);
            head = Some(found);
        } else if wanted.is_ok() && header.kind == "response" && self.form == Form::Warc {
            wanted = Err("response without HTTP".to_owned());
        }
        if read.is_ok() {
            let rest = header.length - block.len() as u64;
            let most = self.limits.page + self.limits.header;
            let long = wanted.is_ok() && header.length > most as u64;
            let mut keep = |b: &[u8]| {
                if wanted.is_ok() && !long {
                    block.extend_from_slice(b);
                }
            };
            read = self.take(rest, &mut keep);
            if read.is_ok() && long {
                read = Err(Stop::Long);
            }
        }
        match read {
            Err(Stop::Long) => {
                let most = self.limits.page >> 20;
                return Step::Bad(
                    offset,
                    format!("a record of {} bytes, more than {most} MiB; skipped", header.length),
                );
            }
            Err(Stop::Error(error)) => return self.broken(offset, &error, "in the body of a record"),
            Err(Stop::Short(there)) => {
                // Where the length lies there are records in what was read.
                self.bytes.back(start);
                self.resync();
                let of = header.length;
                let message =
                    format!("a record that is cut short, {there} of its {of} bytes are there; skipped");
                return Step::Bad(offset, message);
            }
            Ok(()) => {}
        }
        // Two empty lines where the length says: whatever comes then is not this record's fault.
        let closed = self.form == Form::Warc && self.bytes.peek(4) == b"\r\n\r\n";
        self.skip_blank();
        let place = self.bytes.place();
        let ends = closed || self.bytes.peek(1).is_empty() || starts(self.form, self.bytes.peek(8 << 10));
        if !ends && !self.is_piece(place) {
            self.bytes.back(start);
            self.resync();
            return Step::Bad(offset, "a record whose length does not fit what follows; skipped".to_owned());
        }
        let (next, next_unpacked) = self.offset(place);
        record.length = (record.unpacked == next_unpacked).then(|| next - offset);
        match wanted {
            Err(what) => Step::Other(what),
            Ok(()) => Step::Record(Box::new(Raw { header, head, block, body, record })),
        }
    }

    /// Reads so many bytes, and stops where a piece begins that holds a record of its own.
    fn take(&mut self, length: u64, each: &mut dyn FnMut(&[u8])) -> Result<(), Stop> {
        let mut left = length;
        while left > 0 {
            // Only what was read tells where pieces begin.
            self.bytes.peek(1);
            let place = self.bytes.place();
            let until =
                if self.depth > 0 { self.bytes.inner().piece_from(place).map(|(p, _)| p) } else { None };
            if until == Some(place) && starts(self.form, self.bytes.peek(8 << 10)) {
                return Err(Stop::Short(length - left));
            }
            let next = until.filter(|p| *p > place).map_or(left, |p| left.min(p - place));
            let ready = match self.bytes.fill_buf() {
                Ok([]) => return Err(Stop::Short(length - left)),
                Ok(ready) => ready,
                Err(error) => return Err(Stop::Error(error)),
            };
            let count = usize::try_from(next).unwrap_or(usize::MAX).min(ready.len());
            each(ready.get(..count).unwrap_or_default());
            self.bytes.skip(count);
            left -= count as u64;
        }
        Ok(())
    }

    fn skip_blank(&mut self) {
        while matches!(self.bytes.peek(1), [b'\r' | b'\n']) {
            self.bytes.skip(1);
        }
    }

    /// The head of the record that starts here.
    fn head(&mut self) -> Result<(Header, usize), &'static str> {
        for window in [4 << 10, 64 << 10, self.limits.header] {
            let found = header(self.form, self.bytes.peek(window.min(self.limits.header)));
            if found != Err("its header has no end") {
                return found;
            }
        }
        Err("its header has no end")
    }

    /// Where a place is: the offset in the file, or that in the unpacked stream where no piece starts there.
    fn offset(&mut self, place: u64) -> (u64, bool) {
        match self.depth {
            0 => return (place, false),
            1 => {}
            _ => return (place, true),
        }
        match self.bytes.inner().piece_from(place) {
            Some((at, offset)) if at == place => (offset, false),
            _ => (place, true),
        }
    }

    fn is_piece(&mut self, place: u64) -> bool {
        self.depth > 0 && self.bytes.inner().piece_from(place).is_some_and(|(at, _)| at == place)
    }

    /// Goes to the next start of a record. Gives the number of bytes passed over.
    fn resync(&mut self) -> u64 {
        let from = self.bytes.place();
        const WINDOW: usize = 64 << 10;
        loop {
            // A record may also start with a piece, without a line before it.
            let (place, packed) = (self.bytes.place(), self.depth > 0);
            self.bytes.peek(WINDOW);
            let piece = if packed { self.bytes.inner().piece_from(place + 1) } else { None };
            let piece = piece.and_then(|(at, _)| usize::try_from(at - place).ok());
            let ready = self.bytes.peek(WINDOW);
            if ready.is_empty() {
                match self.bytes.error() {
                    Some(_) if self.recover() => continue,
                    _ => self.over = true,
                }
                return place.saturating_sub(from);
            }
            let is_start = |at: usize| {
                let line = ready.get(at..).unwrap_or_default();
                starts(self.form, line.get(..8 << 10).unwrap_or(line))
            };
            let mut lines = (0..ready.len()).filter(|at| *at == 0 || ready.get(at - 1) == Some(&b'\n'));
            let found = lines.find(|at| is_start(*at));
            let piece = piece.filter(|at| *at < ready.len() && found.is_none_or(|f| *at < f));
            // The last line may go on behind what was looked at.
            let last = ready.iter().rposition(|b| *b == b'\n').filter(|at| *at > 0 && ready.len() == WINDOW);
            match (found, piece) {
                (Some(0), _) => return place.saturating_sub(from),
                (_, Some(at)) | (Some(at), None) => self.bytes.skip(at),
                (None, None) => {
                    let count = last.unwrap_or(ready.len());
                    self.bytes.skip(count);
                }
            }
        }
    }

    /// Names bytes that cannot be unpacked, and goes on behind them.
    fn broken(&mut self, offset: u64, error: &io::Error, place: &str) -> Step {
        let content = error.kind() == io::ErrorKind::InvalidData;
        if content && self.recover() {
            return Step::Bad(offset, format!("{error} {place}; skipped to the next that can be read"));
        }
        self.over = true;
        let hint = if content { "fetch the file again" } else { "try again" };
        Step::Bad(offset, format!("{error} {place}, and nothing can be read behind it; {hint}"))
    }

    fn recover(&mut self) -> bool {
        let Some(place) = self.bytes.inner().recover() else { return false };
        self.bytes.restart(place);
        true
    }
}

/// Whether a record may hold a page; what else it is.
fn wanted(header: &Header) -> Result<(), String> {
    let address = header.address.as_deref().unwrap_or_default();
    match header.kind.as_str() {
        "response" if address.starts_with("dns:") => Err("dns".to_owned()),
        "response" => Ok(()),
        "conversion" | "resource" => match header.content_type.as_deref().and_then(media_type) {
            Some(kind) if !may_be_text(&kind) => Err(kind),
            _ => Ok(()),
        },
        "" => Err("record without a type".to_owned()),
        other => Err(other.to_owned()),
    }
}

fn is_http(header: &Header, block: &[u8]) -> bool {
    let declared = header.content_type.as_deref().is_some_and(|t| t.starts_with("application/http"));
    block.starts_with(b"HTTP/") && (declared || matches!(header.kind.as_str(), "response" | "resource"))
}

/// Whether an answer is a page of text.
fn is_page(head: &Head) -> Result<(), String> {
    match head.status {
        Some(200 | 203) => {}
        Some(status) => return Err(format!("status {status}")),
        None => return Err("status unknown".to_owned()),
    }
    match head.media_type() {
        Some(kind) if !may_be_text(&kind) => Err(kind),
        _ => Ok(()),
    }
}

/// Whether a media type may be a page or a feed.
fn may_be_text(kind: &str) -> bool {
    const PAGES: [&str; 12] = [
        "text/html",
        "application/xhtml+xml",
        "text/plain",
        "text/xml",
        "application/xml",
        "application/rss+xml",
        "application/atom+xml",
        "application/rdf+xml",
        "application/feed+json",
        "text/rss+xml",
        "unknown/unknown",
        "no-type",
    ];
    PAGES.contains(&kind)
}
