//! zstd of one frame or many. A dictionary at the head of the file is used, as WARC files have it.

use super::{Ahead, Unpacked, first_from, unsound};
use crate::Limits;
use ruzstd::decoding::{BlockDecodingStrategy, Dictionary, FrameDecoder};
use std::collections::VecDeque;
use std::io::{self, Read};

/// Memory for one window, in bytes; `zstd -19` uses 8 MiB.
const WINDOW: u64 = 64 << 20;

/// Longest skippable frame that is looked at for a dictionary, in bytes.
const DICTIONARY: usize = 16 << 20;

pub(super) struct Zst<R> {
    raw: Ahead<R>,
    decoder: FrameDecoder,
    within: bool,
    pieces: VecDeque<(u64, u64)>,
    out: u64,
    began: (u64, u64),
    limits: Limits,
}

/// The first four bytes of a frame (RFC 8878).
const MAGIC: [u8; 4] = [0x28, 0xb5, 0x2f, 0xfd];

/// Whether a skippable frame begins with these bytes.
fn is_skippable(head: &[u8]) -> bool {
    matches!(head, [first, 0x2a, 0x4d, 0x18, ..] if first & 0xf0 == 0x50)
}

/// Whether zstd data begins with these bytes.
pub(super) fn is_zstd(head: &[u8]) -> bool {
    head.starts_with(&MAGIC) || is_skippable(head)
}

impl<R: Read> Zst<R> {
    pub(super) fn new(inner: R, limits: &Limits) -> Zst<R> {
        let mut decoder = FrameDecoder::new();
        decoder.set_max_window_size(WINDOW);
        let (raw, pieces) = (Ahead::new(inner, 0), VecDeque::new());
        Zst { raw, decoder, within: false, pieces, out: 0, began: (0, 0), limits: limits.clone() }
    }
    /// Begins the next frame. False at the end.
    fn begin(&mut self) -> io::Result<bool> {
        loop {
            if self.raw.is_over() {
                if self.pieces.back().is_none_or(|(place, _)| *place < self.out) {
                    self.pieces.push_back((self.out, self.raw.place()));
                }
                return Ok(false);
            }
            let head: Vec<u8> = self.raw.peek(8).to_vec();
            if let Some(error) = self.raw.error() {
                return Err(error);
            }
            if !is_skippable(&head) {
                break;
            }
            let &[first, _, _, _, a, b, c, d] = head.as_slice() else {
                return Err(unsound("the zstd data is cut short"));
            };
            self.raw.skip(8);
            let size = u32::from_le_bytes([a, b, c, d]) as usize;
            if first == 0x5d && size <= DICTIONARY && self.out == 0 {
                self.learn(size)?;
            } else {
                io::copy(&mut (&mut self.raw).take(size as u64), &mut io::sink())?;
            }
        }
        self.began = (self.raw.place(), self.out);
        self.pieces.push_back((self.out, self.raw.place()));
        self.decoder.reset(&mut self.raw).map_err(damaged)?;
        self.within = true;
        Ok(true)
    }
    /// Learns the dictionary of a WARC file: a frame of its own that may be packed itself.
    fn learn(&mut self, size: usize) -> io::Result<()> {
        let mut bytes = Vec::new();
        (&mut self.raw).take(size as u64).read_to_end(&mut bytes)?;
        if bytes.starts_with(&MAGIC) {
            let mut own = FrameDecoder::new();
            own.set_max_window_size(WINDOW);
            let mut unpacked = Vec::with_capacity(DICTIONARY);
            own.decode_all_to_vec(&bytes, &mut unpacked).map_err(damaged)?;
            bytes = unpacked;
        }
        let dictionary = Dictionary::decode_dict(&bytes).map_err(damaged)?;
        self.decoder.add_dict(dictionary).map_err(damaged)
    }
}

fn damaged(error: impl std::fmt::Display) -> io::Error {
    unsound(format!("the zstd data is damaged or cut short ({})", error.to_string().to_lowercase()))
}

impl<R: Read> Read for Zst<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            if !self.within && !self.begin()? {
                return Ok(0);
            }
            while self.decoder.can_collect() == 0 && !self.decoder.is_finished() {
                let some = BlockDecodingStrategy::UptoBytes(buffer.len().max(1));
                self.decoder.decode_blocks(&mut self.raw, some).map_err(damaged)?;
            }
            let read = self.decoder.read(buffer)?;
            self.out += read as u64;
            let (packed, given) = (self.raw.place() - self.began.0, self.out - self.began.1);
            if given > self.limits.page as u64 && given / self.limits.ratio > packed.max(1) {
                return Err(unsound(format!("it unpacks to more than {} times its size", self.limits.ratio)));
            }
            if read > 0 || buffer.is_empty() {
                return Ok(read);
            }
            self.within = false;
        }
    }
}

impl<R: Read> Unpacked for Zst<R> {
    fn piece_from(&mut self, unpacked: u64) -> Option<(u64, u64)> {
        first_from(&mut self.pieces, unpacked)
    }
    fn recover(&mut self) -> Option<u64> {
        self.within = false;
        while self.raw.peek(4).len() == 4 {
            if self.raw.peek(4) == MAGIC {
                return Some(self.out);
            }
            self.raw.skip(1);
        }
        None
    }
}

/// Unpacks zstd data. Stops behind `most` bytes.
pub(crate) fn unzstd(packed: &[u8], most: usize) -> io::Result<Vec<u8>> {
    let mut out = Vec::new();
    let limits = Limits { ratio: u64::MAX, ..Limits::default() };
    Zst::new(packed, &limits).take(most as u64 + 1).read_to_end(&mut out)?;
    Ok(out)
}
