//! A reader that can look ahead and, a little way, go back.

use std::io::{self, BufRead, Read};

/// Bytes read at once.
const CHUNK: usize = 64 << 10;

/// A buffered reader with a place, a look ahead and a way back of `keep` bytes.
pub(crate) struct Ahead<R> {
    inner: R,
    buffer: Vec<u8>,
    /// The next byte of the buffer.
    at: usize,
    /// Place of the buffer's first byte in the stream.
    start: u64,
    keep: usize,
    over: bool,
    /// An error met while looking ahead; given when the bytes before it are used up.
    pending: Option<io::Error>,
}

impl<R: Read> Ahead<R> {
    /// Reads from `inner`; one can go back `keep` bytes.
    pub(crate) fn new(inner: R, keep: usize) -> Ahead<R> {
        Ahead { inner, buffer: Vec::new(), at: 0, start: 0, keep, over: false, pending: None }
    }
    /// The place of the next byte.
    pub(crate) fn place(&self) -> u64 {
        self.start + self.at as u64
    }
    /// What is read from.
    pub(crate) fn inner(&mut self) -> &mut R {
        &mut self.inner
    }
    /// The next `count` bytes, or all there are before the end or an error. They are not used up.
    pub(crate) fn peek(&mut self, count: usize) -> &[u8] {
        while self.buffer.len() - self.at < count && !self.over && self.pending.is_none() {
            self.more();
        }
        let end = self.buffer.len().min(self.at + count);
        self.buffer.get(self.at..end).unwrap_or_default()
    }
    /// Uses up this many bytes (of those that were looked at).
    pub(crate) fn skip(&mut self, count: usize) {
        self.at = (self.at + count).min(self.buffer.len());
    }
    /// Goes back to a place, as far as it is still kept. Gives the place it went to.
    pub(crate) fn back(&mut self, place: u64) -> u64 {
        let place = place.max(self.start).min(self.place());
        self.at = usize::try_from(place - self.start).unwrap_or(self.at);
        place
    }
    /// Whether nothing follows. An error that follows counts as something.
    pub(crate) fn is_over(&mut self) -> bool {
        self.peek(1).is_empty() && self.pending.is_none()
    }
    /// The error that follows the bytes looked at, if there is one and they are used up.
    pub(crate) fn error(&mut self) -> Option<io::Error> {
        if self.at == self.buffer.len() { self.pending.take() } else { None }
    }
    /// The error that was met while looking ahead, if there was one; what was looked at is used up.
    pub(crate) fn failed(&mut self) -> Option<io::Error> {
        let error = self.pending.take()?;
        self.at = self.buffer.len();
        Some(error)
    }
    /// Forgets what was read ahead; the next byte of `inner` stands at `place`.
    pub(crate) fn restart(&mut self, place: u64) {
        self.buffer.clear();
        (self.at, self.start, self.over, self.pending) = (0, place, false, None);
    }
    fn more(&mut self) {
        if self.at > self.keep + self.keep.max(4 * CHUNK) {
            let gone = self.at - self.keep;
            self.buffer.drain(..gone);
            self.at -= gone;
            self.start += gone as u64;
        }
        let filled = self.buffer.len();
        self.buffer.resize(filled + CHUNK, 0);
        let read = loop {
            match self.inner.read(self.buffer.get_mut(filled..).unwrap_or_default()) {
                Err(e) if e.kind() == io::ErrorKind::Interrupted => {}
                other => break other,
            }
        };
        self.buffer.truncate(filled + read.as_ref().map_or(0, |n| *n));
        match read {
            Ok(0) => self.over = true,
            Ok(_) => {}
            Err(error) => self.pending = Some(error),
        }
    }
}

impl<R: Read> Read for Ahead<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = {
            let ready = self.fill_buf()?;
            let count = ready.len().min(buffer.len());
            if let (Some(to), Some(from)) = (buffer.get_mut(..count), ready.get(..count)) {
                to.copy_from_slice(from);
            }
            count
        };
        self.skip(count);
        Ok(count)
    }
}

impl<R: Read> BufRead for Ahead<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.peek(1);
        if let Some(error) = self.error() {
            return Err(error);
        }
        Ok(self.buffer.get(self.at..).unwrap_or_default())
    }
    fn consume(&mut self, count: usize) {
        self.skip(count);
    }
}
