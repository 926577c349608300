//! Any encoding to UTF-8, in passing.

use crate::bytes::unsound;
use encoding_rs::{Decoder, Encoding, UTF_8, UTF_16BE, UTF_16LE};
use std::cell::Cell;
use std::io::{self, BufRead, Read};
use std::rc::Rc;

/// A reader that gives UTF-8. It refuses to give more than `most` bytes between two calls of [`Leash::loosen`], so that
/// no single element can fill the memory.
pub(crate) struct Utf8<'a> {
    source: &'a mut dyn BufRead,
    form: Form,
    ready: Vec<u8>,
    at: usize,
    over: bool,
    leash: Leash,
    most: usize,
}

/// Counts what was given since it was last loosened.
#[derive(Debug, Clone, Default)]
pub(crate) struct Leash(Rc<Cell<usize>>);

impl Leash {
    pub(crate) fn loosen(&self) {
        self.0.set(0);
    }
    /// Whether nothing was given since.
    pub(crate) fn is_idle(&self) -> bool {
        self.0.get() == 0
    }
}

enum Form {
    Known(Box<Decoder>),
    /// UTF-32, big endian or not.
    Wide(bool),
}

/// Bytes looked at for the declaration of the encoding.
const HEAD: usize = 64 << 10;

impl<'a> Utf8<'a> {
    /// Looks at the head of the stream. Order: byte order mark, HTTP, sound UTF-8, the XML declaration.
    pub(crate) fn new(
        source: &'a mut dyn BufRead,
        charset: Option<&str>,
        most: usize,
    ) -> io::Result<(Utf8<'a>, Leash)> {
        let mut head = Vec::new();
        // A reader of slices and files gives a good part at once; more than that is not waited for.
        while head.is_empty() {
            let some = source.fill_buf()?;
            head = some.get(..HEAD).unwrap_or(some).to_vec();
            if some.is_empty() {
                break;
            }
        }
        let (form, mark) = form(&head, charset);
        source.consume(mark.min(head.len()));
        let leash = Leash::default();
        let (ready, at, over) = (Vec::new(), 0, false);
        Ok((Utf8 { source, form, ready, at, over, leash: leash.clone(), most }, leash))
    }
    fn more(&mut self) -> io::Result<()> {
        self.at = 0;
        self.ready.clear();
        while self.ready.is_empty() && !self.over {
            let some = self.source.fill_buf()?;
            self.over = some.is_empty();
            let used = match &mut self.form {
                Form::Known(decoder) => {
                    self.ready.resize(some.len() * 3 + 16, 0);
                    let (_, read, written, _) = decoder.decode_to_utf8(some, &mut self.ready, self.over);
                    self.ready.truncate(written);
                    read
                }
                Form::Wide(big) => {
                    // Single bytes are waited for at the end only: readers give whole words.
                    for word in some.chunks_exact(4) {
                        let word: [u8; 4] = word.try_into().unwrap_or_default();
                        let code = if *big { u32::from_be_bytes(word) } else { u32::from_le_bytes(word) };
                        let c = char::from_u32(code).unwrap_or('\u{fffd}');
                        self.ready.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
                    }
                    if some.len() < 4 { some.len() } else { some.len() / 4 * 4 }
                }
            };
            self.source.consume(used);
        }
        Ok(())
    }
}

fn form(head: &[u8], charset: Option<&str>) -> (Form, usize) {
    let known =
        |e: &'static Encoding, mark| (Form::Known(Box::new(e.new_decoder_without_bom_handling())), mark);
    match head {
        [0, 0, 0xfe, 0xff, ..] => return (Form::Wide(true), 4),
        [0xff, 0xfe, 0, 0, ..] => return (Form::Wide(false), 4),
        [0, 0, 0, b'<', ..] => return (Form::Wide(true), 0),
        [b'<', 0, 0, 0, ..] => return (Form::Wide(false), 0),
        _ => {}
    }
    if let Some((encoding, mark)) = Encoding::for_bom(head) {
        return known(encoding, mark);
    }
    match head {
        [0, b'<', ..] => return known(UTF_16BE, 0),
        [b'<', 0, ..] => return known(UTF_16LE, 0),
        _ => {}
    }
    let http = charset.and_then(|label| Encoding::for_label(label.as_bytes()));
    let narrow = |e: &&'static Encoding| *e != UTF_16BE && *e != UTF_16LE;
    if let Some(encoding) = http.filter(narrow) {
        return known(encoding, 0);
    }
    let sound = match std::str::from_utf8(head) {
        Ok(_) => true,
        Err(e) => e.error_len().is_none(),
    };
    if sound && !head.is_ascii() {
        return known(UTF_8, 0);
    }
    let declared = declared(head).and_then(Encoding::for_label).filter(narrow);
    match declared {
        Some(encoding) if encoding != UTF_8 || sound => known(encoding, 0),
        _ if sound => known(UTF_8, 0),
        _ => {
            let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
            detector.feed(head, false);
            known(detector.guess(None, chardetng::Utf8Detection::Allow), 0)
        }
    }
}

/// The label in `<?xml … encoding="…"?>`.
fn declared(head: &[u8]) -> Option<&[u8]> {
    let head = head.get(..1024).unwrap_or(head);
    let end = head.windows(2).position(|w| w == b"?>")?;
    let head = head.get(..end)?;
    let at = head.windows(8).position(|w| w == b"encoding")? + 8;
    let rest = head.get(at..)?.trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
    let quote = *rest.first().filter(|b| matches!(b, b'"' | b'\''))?;
    rest.get(1..)?.split(|b| *b == quote).next()
}

impl Read for Utf8<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let ready = self.fill_buf()?;
        let count = ready.len().min(buffer.len());
        if let (Some(to), Some(from)) = (buffer.get_mut(..count), ready.get(..count)) {
            to.copy_from_slice(from);
        }
        self.consume(count);
        Ok(count)
    }
}

impl BufRead for Utf8<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.leash.0.get() > self.most {
            return Err(unsound(format!("an element has more than {} bytes", self.most)));
        }
        if self.at >= self.ready.len() {
            self.more()?;
        }
        Ok(self.ready.get(self.at..).unwrap_or_default())
    }
    fn consume(&mut self, count: usize) {
        self.at += count;
        self.leash.0.set(self.leash.0.get() + count);
    }
}
