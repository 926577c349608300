//! Takes the wrapping off: gzip and zstd, also one in the other.

use super::{Ahead, Plain, Unpacked, gz::Gz, zst};
use crate::Limits;
use std::io::Read;

/// Wrappings that are taken off one after the other.
const DEEPEST: usize = 3;

/// Bytes one can go back in the unpacked stream, where a record lies about its length.
const BACK: usize = 1 << 20;

/// An unpacked stream.
pub(crate) struct Layers<'a> {
    /// The bytes.
    pub(crate) bytes: Ahead<Box<dyn Unpacked + 'a>>,
    /// How often it was packed.
    pub(crate) depth: usize,
}

/// Unpacks a stream, by its content. Errors: a sentence, where it is wrapped too deep.
pub(crate) fn unpack<'a>(source: Box<dyn Read + 'a>, limits: &Limits) -> Result<Layers<'a>, String> {
    let mut bytes: Ahead<Box<dyn Unpacked + 'a>> = Ahead::new(Box::new(Plain(source)), BACK);
    for depth in 0..=DEEPEST {
        let head = bytes.peek(8);
        let next: Box<dyn Unpacked + 'a> = match () {
            () if head.starts_with(&[0x1f, 0x8b]) => Box::new(Gz::new(bytes, limits)),
            () if zst::is_zstd(head) => Box::new(zst::Zst::new(bytes, limits)),
            () => return Ok(Layers { bytes, depth }),
        };
        bytes = Ahead::new(next, BACK);
    }
    Err(format!("it is packed more than {DEEPEST} times over; unpack it first"))
}
