//! From a file to its lines. One that is broken is named, and the next one is read.

use super::{FORMAT, Line};
use std::io::{self, BufRead, Read};

/// Bytes of one line: a page of 32 MiB, each byte written as six.
const LONGEST: u64 = 256 << 20;

/// A line that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bad {
    /// Its number, from 1.
    pub line: u64,
    /// What is wrong with it, and what was done.
    pub message: String,
}

/// The lines of a file, without the first and the last.
pub struct Lines<R> {
    input: R,
    number: u64,
    /// Lines since the first.
    read: u64,
    ended: bool,
    over: bool,
}

impl<R: BufRead> Lines<R> {
    /// Reads the first line. Errors: one line that says why this is no archive.
    pub fn new(input: R) -> Result<Lines<R>, String> {
        let mut lines = Lines { input, number: 0, read: 0, ended: false, over: false };
        let first = lines.line().map_err(|error| format!("cannot be read: {error}"))?;
        let first = first.ok_or("an empty file")?;
        match serde_json::from_slice::<Line>(&first) {
            Ok(Line::Archive(head)) if head.format == FORMAT => Ok(lines),
            Ok(Line::Archive(head)) => {
                Err(format!("its format is {}, this program reads {FORMAT}; use a newer one", head.format))
            }
            _ => Err("not an archive as firsthand export --format jsonl writes it".into()),
        }
    }

    /// The next line as bytes; None at the end.
    fn line(&mut self) -> io::Result<Option<Vec<u8>>> {
        let mut line = Vec::new();
        let read = self.input.by_ref().take(LONGEST).read_until(b'\n', &mut line)?;
        if read == 0 {
            return Ok(None);
        }
        self.number += 1;
        if read as u64 == LONGEST && !line.ends_with(b"\n") {
            line.clear();
            self.skip()?;
        }
        Ok(Some(line))
    }

    /// Passes over the rest of a line that is too long.
    fn skip(&mut self) -> io::Result<()> {
        loop {
            let ready = self.input.fill_buf()?;
            let found = ready.iter().position(|b| *b == b'\n');
            let count = found.map_or(ready.len(), |at| at + 1);
            if count == 0 {
                return Ok(());
            }
            self.input.consume(count);
            if found.is_some() {
                return Ok(());
            }
        }
    }

    fn bad(&self, message: impl Into<String>) -> Option<Result<(u64, Line), Bad>> {
        Some(Err(Bad { line: self.number, message: message.into() }))
    }

    /// At the end of the file: whether it ended as it should.
    fn close(&mut self) -> Option<Result<(u64, Line), Bad>> {
        self.over = true;
        if self.ended { None } else { self.bad("the last line is missing: the file was cut short") }
    }
}

impl<R: BufRead> Iterator for Lines<R> {
    type Item = Result<(u64, Line), Bad>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.over {
            return None;
        }
        let line = match self.line() {
            Ok(Some(line)) => line,
            Ok(None) => return self.close(),
            Err(error) => {
                self.over = true;
                return self.bad(format!("cannot be read: {error}"));
            }
        };
        if line.iter().all(u8::is_ascii_whitespace) {
            return self.bad("empty, or longer than a page can be; skipped");
        }
        match serde_json::from_slice::<Line>(&line) {
            Ok(_) if self.ended => self.bad("a line after the last; skipped"),
            Ok(Line::Archive(_)) => self.bad("a second first line; skipped"),
            Ok(Line::End(end)) => {
                self.ended = true;
                let read = self.read;
                match end.lines == read {
                    true => self.next(),
                    false => self.bad(format!("there should be {} lines, {read} are there", end.lines)),
                }
            }
            Ok(line) => {
                self.read += 1;
                Some(Ok((self.number, line)))
            }
            Err(error) => {
                self.read += 1;
                self.bad(format!("not a line of an archive ({error}); skipped"))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = r#"{"type":"archive","format":"firsthand/archive/1"}"#;

    fn read(rest: &str) -> Vec<String> {
        let lines = Lines::new(io::Cursor::new(format!("{HEAD}\n{rest}"))).unwrap();
        lines
            .map(|line| match line {
                Ok((n, line)) => format!("{n} {}", serde_json::to_string(&line).unwrap()),
                Err(bad) => format!("{} bad: {}", bad.line, bad.message),
            })
            .collect()
    }

    #[test]
    fn a_broken_line_is_named_and_the_next_is_read() {
        let story = r#"{"type":"story","id":3,"headline":"Hail","changed":"2031-03-05T07:30:00Z"}"#;
        let good = format!("2 {story}");
        let end = |n: usize| format!("{{\"type\":\"end\",\"lines\":{n}}}\n");
        let all = read(&format!("{story}\n{}", end(1)));
        assert_eq!(all, std::slice::from_ref(&good));
        let all = read(&format!("{story}\n{{\"type\":\"mo\n{story}\n{}", end(3)));
        assert_eq!((all.len(), &all[0], &all[2]), (3, &good, &format!("4 {story}")));
        assert!(all[1].starts_with("3 bad: not a line of an archive"), "{}", all[1]);
        let all = read(&format!("{story}\n"));
        assert_eq!(all[1], "2 bad: the last line is missing: the file was cut short");
        let all = read(&format!("{story}\n{}", end(7)));
        assert_eq!(all[1], "3 bad: there should be 7 lines, 1 are there");
        let all = read(&format!("{}{story}\n", end(0)));
        assert_eq!(all, ["3 bad: a line after the last; skipped"]);
    }

    #[test]
    fn what_is_no_archive_is_refused() {
        for (first, want) in [
            ("", "an empty file"),
            ("{\"schema\":\"firsthand/account/1\"}\n", "not an archive as"),
            (
                "{\"type\":\"archive\",\"format\":\"firsthand/archive/9\"}\n",
                "its format is firsthand/archive/9",
            ),
            ("{\"type\":\"end\",\"lines\":0}\n", "not an archive as"),
        ] {
            let refused = Lines::new(io::Cursor::new(first)).err().unwrap();
            assert!(refused.starts_with(want), "{refused}");
        }
    }
}
