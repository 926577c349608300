//! Records of JSON, one at a time: one a line, one behind the other, or in an array.

use crate::feed::{Leash, Utf8};
use std::io::{self, BufRead};

/// A reader of records.
pub(super) struct Records<'a> {
    source: Utf8<'a>,
    leash: Leash,
    lines: bool,
    /// Number of the line (or of the record) read last.
    number: usize,
    most: usize,
    over: bool,
}

/// What comes next.
pub(super) enum Next {
    /// A record with its number, from 1: of the line where records stand one a line.
    Record(usize, Vec<u8>),
    /// One that is longer than the limit.
    Long(usize),
    /// The file cannot be read on.
    Failed(io::Error),
    End,
}

/// A value is deeper than this only to do harm.
const DEEPEST: usize = 10_000;

impl<'a> Records<'a> {
    pub(super) fn new(source: Utf8<'a>, leash: Leash, head: &[u8], most: usize) -> Records<'a> {
        Records { source, leash, lines: is_lines(head), number: 0, most, over: false }
    }

    /// Whether records stand one a line.
    pub(super) fn is_lines(&self) -> bool {
        self.lines
    }

    pub(super) fn next(&mut self) -> Next {
        if self.over {
            return Next::End;
        }
        let next = if self.lines { self.line() } else { self.value() };
        next.unwrap_or_else(|error| {
            self.over = true;
            Next::Failed(error)
        })
    }

    fn line(&mut self) -> io::Result<Next> {
        loop {
            self.number += 1;
            let (mut line, mut long, mut any) = (Vec::new(), false, false);
            loop {
                self.leash.loosen();
                let ready = self.source.fill_buf()?;
                if ready.is_empty() {
                    break;
                }
                any = true;
                let end = ready.iter().position(|b| *b == b'\n');
                let part = ready.get(..end.unwrap_or(ready.len())).unwrap_or_default();
                long |= line.len() + part.len() > self.most;
                if !long {
                    line.extend_from_slice(part);
                }
                let used = part.len() + usize::from(end.is_some());
                self.source.consume(used);
                if end.is_some() {
                    break;
                }
            }
            match () {
                () if !any => return Ok(Next::End),
                () if long => return Ok(Next::Long(self.number)),
                () if line.trim_ascii().is_empty() => {}
                () => return Ok(Next::Record(self.number, line)),
            }
        }
    }

    /// The next object at the top or in the array at the top.
    fn value(&mut self) -> io::Result<Next> {
        let (mut value, mut long) = (Vec::new(), false);
        let (mut depth, mut in_string, mut escaped) = (0usize, false, false);
        loop {
            self.leash.loosen();
            let ready = self.source.fill_buf()?;
            if ready.is_empty() {
                self.over = true;
                if depth == 0 && value.is_empty() {
                    return Ok(Next::End);
                }
                self.number += 1;
                return Ok(if long { Next::Long(self.number) } else { Next::Record(self.number, value) });
            }
            let (mut from, mut used, mut done) = (0, ready.len(), false);
            for (at, byte) in ready.iter().enumerate() {
                if depth == 0 {
                    if *byte == b'{' {
                        (depth, from) = (1, at);
                    } else {
                        from = at + 1;
                    }
                    continue;
                }
                match byte {
                    _ if escaped => escaped = false,
                    b'\\' if in_string => escaped = true,
                    b'"' => in_string = !in_string,
                    b'{' | b'[' if !in_string => depth += 1,
                    b'}' | b']' if !in_string => depth -= 1,
                    _ => {}
                }
                if depth == 0 {
                    (used, done) = (at + 1, true);
                    break;
                }
            }
            let part = ready.get(from..used).unwrap_or_default();
            long |= value.len() + part.len() > self.most || depth > DEEPEST;
            if !long {
                value.extend_from_slice(part);
            }
            self.source.consume(used);
            if done {
                self.number += 1;
                return Ok(if long { Next::Long(self.number) } else { Next::Record(self.number, value) });
            }
        }
    }
}

/// Whether a file that starts like this has one record a line.
fn is_lines(head: &[u8]) -> bool {
    let head = head.trim_ascii_start();
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start();
    if !head.starts_with(b"{") {
        return false;
    }
    match head.iter().position(|b| *b == b'\n') {
        // A first line as long as that is a record: what is laid out for people is not.
        None => head.len() > 4096 || serde_json::from_slice::<serde::de::IgnoredAny>(head).is_ok(),
        Some(end) => {
            let first = head.get(..end).unwrap_or_default();
            let second = head.get(end..).unwrap_or_default().trim_ascii_start();
            // A line that is broken is one all the same where the next begins a record.
            serde_json::from_slice::<serde::de::IgnoredAny>(first).is_ok()
                || first.len() > 2 && second.starts_with(b"{\"")
        }
    }
}
