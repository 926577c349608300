//! An archive as JSON lines, without loss: every version of every report with the bytes of its page and all that came
//! with it, stories, what moved, what was decided by hand, how far sources were read.
//!
//! First a line that names the format, last one that counts the lines: a file without it was cut short.

mod given;
mod line;
mod read;

pub use given::{Given, Said, Stored};
pub use line::{Akin, End, FORMAT, Head, Joined, Line, Put, Reading, Told};
pub use read::{Bad, Lines};

use super::{Error, rows};
use crate::Reader;
use std::collections::BTreeSet;
use std::io::Write;

/// Writes an archive, or of it these stories with their reports. Stories come first, then reports in the order of their
/// numbers, then what was decided and how far sources were read.
pub fn write(from: &Reader, stories: Option<&[i64]>, out: &mut dyn Write) -> Result<(), Error> {
    let wanted: Option<BTreeSet<i64>> = stories.map(|s| s.iter().copied().collect());
    let is_wanted = |story: i64| wanted.as_ref().is_none_or(|w| w.contains(&story));
    let mut writer = Writer::new(out)?;
    for story in rows::stories(from)? {
        if is_wanted(story) || rows::merged_into(from, story)?.is_some_and(is_wanted) {
            writer.put(&Line::Story(rows::told(from, story)?))?;
        }
    }
    for (report, story) in rows::reports(from)? {
        if is_wanted(story) {
            writer.put(&Line::Report(Box::new(rows::put(from, report)?)))?;
        }
    }
    // What was decided and read concerns the archive as a whole.
    if wanted.is_none() {
        for decision in rows::decisions(from)? {
            writer.put(&Line::Decision(decision))?;
        }
        for reading in rows::readings(from)? {
            writer.put(&Line::Cursor(reading))?;
        }
    }
    writer.end()
}

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
