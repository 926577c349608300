//! gzip of one member or many: each is a piece, and after a broken one the next is looked for.

use super::{Ahead, Unpacked, first_from, unsound};
use crate::Limits;
use flate2::bufread::GzDecoder;
use std::collections::VecDeque;
use std::io::{self, Read};

/// How far back from an error the next member is looked for: a cut member has swallowed the start of the next.
const BACK: usize = 256 << 10;

/// The first bytes of a member: magic number and the only method there is (RFC 1952).
const MAGIC: &[u8] = &[0x1f, 0x8b, 8];

pub(super) struct Gz<R> {
    state: State<R>,
    /// Members begun: place in the unpacked stream, offset in the file. Old ones are dropped as they are asked for.
    pieces: VecDeque<(u64, u64)>,
    /// Bytes given so far.
    out: u64,
    /// Where the member began, in the file and in the unpacked stream.
    began: (u64, u64),
    limits: Limits,
}

enum State<R> {
    Between(Ahead<R>),
    Within(Box<GzDecoder<Ahead<R>>>),
    Over,
}

impl<R: Read> Gz<R> {
    pub(super) fn new(inner: R, limits: &Limits) -> Gz<R> {
        let state = State::Between(Ahead::new(inner, BACK));
        Gz { state, pieces: VecDeque::new(), out: 0, began: (0, 0), limits: limits.clone() }
    }
    /// Begins the next member. False at the end of the file.
    fn begin(&mut self, mut raw: Ahead<R>) -> io::Result<bool> {
        // Tapes and some writers pad with zeros.
        while raw.peek(1) == [0] {
            raw.skip(1);
        }
        if let Some(error) = raw.error() {
            return Err(error);
        }
        if raw.is_over() {
            self.pieces.push_back((self.out, raw.place()));
            return Ok(false);
        }
        self.began = (raw.place(), self.out);
        if !raw.peek(MAGIC.len()).starts_with(MAGIC) {
            self.state = State::Between(raw);
            return Err(unsound("what follows the gzip data is none"));
        }
        self.pieces.push_back((self.out, raw.place()));
        self.state = State::Within(Box::new(GzDecoder::new(raw)));
        Ok(true)
    }
    fn is_bomb(&self, raw: u64) -> bool {
        let (read, given) = (raw - self.began.0, self.out - self.began.1);
        given > self.limits.page as u64 && given / self.limits.ratio > read.max(1)
    }
}

impl<R: Read> Read for Gz<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            match std::mem::replace(&mut self.state, State::Over) {
                State::Over => return Ok(0),
                State::Between(raw) => {
                    if !self.begin(raw)? {
                        return Ok(0);
                    }
                }
                State::Within(mut member) => match member.read(buffer) {
                    Ok(0) => self.state = State::Between(member.into_inner()),
                    Ok(read) => {
                        self.out += read as u64;
                        if self.is_bomb(member.get_ref().place()) {
                            self.state = State::Between(member.into_inner());
                            let most = self.limits.ratio;
                            return Err(unsound(format!("it unpacks to more than {most} times its size")));
                        }
                        self.state = State::Within(member);
                        return Ok(read);
                    }
                    Err(error) => {
                        self.state = State::Between(member.into_inner());
                        let cut = error.kind() == io::ErrorKind::UnexpectedEof;
                        let what =
                            if cut { "the gzip data is cut short" } else { "the gzip data is damaged" };
                        let content = cut
                            || matches!(
                                error.kind(),
                                io::ErrorKind::InvalidInput | io::ErrorKind::InvalidData
                            );
                        return Err(if content { unsound(what) } else { error });
                    }
                },
            }
        }
    }
}

impl<R: Read> Unpacked for Gz<R> {
    fn piece_from(&mut self, unpacked: u64) -> Option<(u64, u64)> {
        first_from(&mut self.pieces, unpacked)
    }
    fn recover(&mut self) -> Option<u64> {
        let State::Between(mut raw) = std::mem::replace(&mut self.state, State::Over) else { return None };
        raw.back(self.began.0 + 1);
        loop {
            let ready = raw.peek(4096);
            if ready.len() < MAGIC.len() {
                return None;
            }
            match ready.windows(MAGIC.len()).position(|w| w == MAGIC) {
                None => {
                    let most = ready.len() - (MAGIC.len() - 1);
                    raw.skip(most);
                }
                Some(at) => {
                    raw.skip(at);
                    if opens(raw.peek(4096)) {
                        self.state = State::Between(raw);
                        return Some(self.out);
                    }
                    raw.skip(1);
                }
            }
        }
    }
}

/// Whether a member of text begins here: three bytes are found by chance, text behind them is not.
fn opens(head: &[u8]) -> bool {
    let mut member = GzDecoder::new(head);
    let mut text = [0; 64];
    let mut filled = 0;
    while let Some(room) = text.get_mut(filled..).filter(|r| !r.is_empty()) {
        match member.read(room) {
            Ok(0) | Err(_) => break,
            Ok(read) => filled += read,
        }
    }
    let found = text.get(..filled).unwrap_or_default();
    filled >= 8 && found.iter().all(|b| *b >= 0x20 || b"\t\r\n".contains(b))
}

/// Unpacks zlib or raw deflate data, as HTTP's `deflate` may be either. Stops behind `most` bytes.
pub(crate) fn inflate_any(packed: &[u8], most: usize) -> io::Result<Vec<u8>> {
    let limit = most as u64 + 1;
    let mut out = Vec::new();
    if flate2::read::ZlibDecoder::new(packed).take(limit).read_to_end(&mut out).is_ok() {
        return Ok(out);
    }
    out.clear();
    let done = flate2::read::DeflateDecoder::new(packed).take(limit).read_to_end(&mut out);
    done.map_err(|_| unsound("the deflate body is damaged or cut short"))?;
    Ok(out)
}
