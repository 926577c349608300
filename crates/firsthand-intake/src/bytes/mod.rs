//! Bytes as they come: read ahead, unpacked, counted.

mod ahead;
mod gz;
mod layers;
mod zst;

pub(crate) use ahead::Ahead;
pub(crate) use gz::inflate_any;
pub(crate) use layers::{Layers, unpack};
pub(crate) use zst::unzstd;

use std::collections::VecDeque;
use std::io::{self, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// An unpacked stream that knows the pieces it was packed in.
pub(crate) trait Unpacked: Read {
    /// The first piece that starts at or after this place of the unpacked stream: its place there and its offset in
    /// the file; the end of the file counts as one. None where none is known (yet). Places only go up.
    fn piece_from(&mut self, unpacked: u64) -> Option<(u64, u64)>;
    /// After an error: goes to the next piece that can be read. Gives its place in the unpacked stream, or None where
    /// nothing can be read any more.
    fn recover(&mut self) -> Option<u64>;
}

/// The first of these pieces that starts at or after a place; those before it are forgotten.
fn first_from(pieces: &mut VecDeque<(u64, u64)>, unpacked: u64) -> Option<(u64, u64)> {
    // One that starts right before may be asked for again.
    while pieces.front().is_some_and(|(place, _)| *place + 1 < unpacked) {
        pieces.pop_front();
    }
    pieces.iter().find(|(place, _)| *place >= unpacked).copied()
}

/// A stream that is not packed: every byte is a piece.
pub(crate) struct Plain<R>(pub(crate) R);

impl<R: Read> Read for Plain<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.0.read(buffer)
    }
}

impl<R: Read> Unpacked for Plain<R> {
    fn piece_from(&mut self, unpacked: u64) -> Option<(u64, u64)> {
        Some((unpacked, unpacked))
    }
    fn recover(&mut self) -> Option<u64> {
        None
    }
}

/// A file that counts what is read of it.
pub(crate) struct Counted<R> {
    pub(crate) inner: R,
    pub(crate) count: Arc<AtomicU64>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.count.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}

impl<R: io::Seek> io::Seek for Counted<R> {
    fn seek(&mut self, to: io::SeekFrom) -> io::Result<u64> {
        self.inner.seek(to)
    }
}

/// An error of the content, not of the disk: `message` says what is wrong with the bytes.
pub(crate) fn unsound(message: impl Into<String>) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, message.into())
}
