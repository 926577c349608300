//! An archive as JSON lines, without loss: every version of every report with the bytes of its page and all that came
//! with it, stories, what moved, what was decided by hand, how far sources were read.
//!
//! First a line that names the format, last one that counts the lines: a file without it was cut short.

mod given;
mod line;
mod read;

pub use given::{Given, Said, Stored};
pub use line::{Decided, End, FORMAT, Head, Line, Moved, Put, Reading, Told};
pub use read::{Bad, Lines};

use super::Error;
use std::io::Write;

/// Writes lines and counts them.
pub struct Writer<'w> {
    out: &'w mut dyn Write,
    lines: u64,
}

impl<'w> Writer<'w> {
    /// Begins a file.
    pub fn new(out: &'w mut dyn Write) -> Result<Writer<'w>, Error> {
        let mut writer = Writer { out, lines: 0 };
        writer.put(&Line::Archive(Head::default()))?;
        writer.lines = 0;
        Ok(writer)
    }
    /// Writes one line.
    pub fn put(&mut self, line: &Line) -> Result<(), Error> {
        serde_json::to_writer(&mut *self.out, line)?;
        self.out.write_all(b"\n")?;
        self.lines += 1;
        Ok(())
    }
    /// Ends the file.
    pub fn end(mut self) -> Result<(), Error> {
        let lines = self.lines;
        self.put(&Line::End(End { lines }))
    }
}
