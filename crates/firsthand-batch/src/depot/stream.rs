//! An object read from its first byte to its last, a range at a time: no request lasts long, and each is tried again by itself.

use super::bucket::{Bucket, Facts};
use super::fault::Fault;
use bytes::Bytes;
use std::io::{self, Read};

/// Bytes of a request.
const RANGE: u64 = 8 << 20;

/// An object that is read.
#[derive(Debug)]
pub(crate) struct Stream {
    bucket: Bucket,
    key: String,
    facts: Facts,
    /// The first byte that was not asked for yet.
    next: u64,
    held: Bytes,
    /// Why it could not be read to its end: whoever reads it may take the error for that of a file.
    pub(crate) fault: Option<Fault>,
}

impl Stream {
    /// An object with these facts; it must stay as it is while it is read.
    pub(crate) fn new(bucket: Bucket, key: &str, facts: Facts) -> Stream {
        Stream { bucket, key: key.to_owned(), facts, next: 0, held: Bytes::new(), fault: None }
    }

    /// Its first bytes, at most so many; they are read again afterwards.
    pub(crate) fn head(&mut self, most: usize) -> Result<&[u8], Fault> {
        if self.next == 0 {
            self.more()?;
        }
        Ok(self.held.get(..most).unwrap_or(&self.held))
    }

    fn more(&mut self) -> Result<(), Fault> {
        let end = self.facts.bytes.min(self.next + RANGE);
        if self.next < end {
            self.held = self.bucket.range(&self.key, self.next..end, self.facts.etag.as_deref())?;
            self.next = end;
        }
        Ok(())
    }
}

impl Read for Stream {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        if self.held.is_empty()
            && let Err(fault) = self.more()
        {
            self.fault = Some(fault.clone());
            return Err(io::Error::other(fault));
        }
        let count = self.held.len().min(to.len());
        let now = self.held.split_to(count);
        if let Some(to) = to.get_mut(..count) {
            to.copy_from_slice(&now);
        }
        Ok(count)
    }
}
