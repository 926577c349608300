//! Reads back what `firsthand export --format jsonl` wrote.
//!
//! An empty archive becomes what the written one was: the same numbers, the same stories, the same decisions. Into an
//! archive that holds something already, pages are taken as if they were added: what is known is passed over, reports get new
//! numbers and join the stories of this archive.

use crate::What;
use crate::archive::Archive;
use crate::error::Error;
use crate::export::hex;
use crate::export::jsonl::{Joined, Line, Lines, Put, Reading, Told};
use crate::prepare::{Keeping, Prepared, prepare};
use crate::restore::{self, Left};
use firsthand_intake::Item;
use firsthand_text::language::Models;
use rayon::prelude::*;
use rusqlite::TransactionBehavior;
use std::io::BufRead;

/// How many reports are taken in one transaction.
const BATCH: usize = 200;

/// Bytes of pages that wait for one transaction: long pages are taken in smaller batches.
const WEIGHT: usize = 64 << 20;

/// What was read back.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Imported {
    /// Versions of reports that were taken.
    pub reports: u64,
    /// Versions that were there already.
    pub known: u64,
    /// Whether reports and stories have the numbers they had.
    pub same_numbers: bool,
    /// What could not be taken, one line each: `line 7: …`.
    pub faults: Vec<String>,
}

/// A report that waits for the next transaction.
pub(crate) struct Waiting {
    pub(crate) line: u64,
    pub(crate) put: Put,
    pub(crate) page: Prepared,
}

impl Archive {
    /// Reads lines into this archive. A broken line is named, the rest goes through. What is acknowledged by `step` (versions
    /// so far) is on disk.
    ///
    /// # Errors
    /// A file that is no export of an archive (the line says why, without the name of the file); a full disk, a damaged archive.
    pub fn import(&mut self, input: impl BufRead, step: &dyn Fn(u64)) -> Result<Imported, Error> {
        let lines = Lines::new(input).map_err(|why| Error::new(crate::Kind::Request, why))?;
        let same_numbers = restore::is_empty(&self.connection)?;
        let mut done = Imported { same_numbers, ..Imported::default() };
        let (mut batch, mut weight): (Vec<(u64, Put)>, usize) = (Vec::new(), 0);
        let (mut stories, mut readings): (Vec<Told>, Vec<Reading>) = (Vec::new(), Vec::new());
        let (mut decisions, mut later) = (Vec::new(), Vec::new());
        for line in lines {
            match line {
                Err(bad) => done.faults.push(format!("line {}: {}", bad.line, bad.message)),
                Ok((n, Line::Report(put))) => {
                    weight += put.given.weight();
                    batch.push((n, *put));
                }
                Ok((_, Line::Story(told))) => stories.push(told),
                Ok((_, Line::Decision(decision))) => decisions.push(decision),
                Ok((_, Line::Cursor(reading))) => readings.push(reading),
                Ok((_, Line::Archive(_) | Line::End(_))) => {}
            }
            // Stories stand before the reports: those of the first batch are made with it.
            if batch.len() == BATCH || weight > WEIGHT {
                weight = 0;
                later.extend(self.take(&mut batch, &mut stories, &mut done)?);
                step(done.reports + done.known);
            }
        }
        later.extend(self.take(&mut batch, &mut stories, &mut done)?);
        if same_numbers {
            self.change(|step, open, now| {
                restore::end(step, later, &decisions, &readings, now)?;
                *open = crate::open_stories::OpenStories::load(step)?;
                Ok(())
            })?;
        } else {
            let held = self.reader()?;
            let mut new = Vec::new();
            for reading in readings {
                if held.cursor(&reading.source)?.is_none() {
                    new.push((reading.source, reading.value));
                }
            }
            self.put(&[], &new)?;
        }
        step(done.reports + done.known);
        Ok(done)
    }

    fn restore(&mut self, stories: &[Told], reports: &[Waiting]) -> Result<Left, Error> {
        self.on_a_sound_connection(|connection| {
            let step = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let left = restore::batch(&step, stories, reports)?;
            step.commit()?;
            Ok(left)
        })
    }

    /// Keeps one batch; gives what can be written at the end only.
    fn take(
        &mut self,
        batch: &mut Vec<(u64, Put)>,
        stories: &mut Vec<Told>,
        done: &mut Imported,
    ) -> Result<Vec<(i64, Joined)>, Error> {
        let models = Models::built_in();
        let read: Vec<Result<Waiting, String>> =
            std::mem::take(batch).into_par_iter().map(|(line, put)| waiting(line, put, &models)).collect();
        let mut ready = Vec::new();
        for one in read {
            match one {
                Ok(waiting) => ready.push(waiting),
                Err(fault) => done.faults.push(fault),
            }
        }
        if !done.same_numbers {
            let pages: Vec<Prepared> = ready.into_iter().map(|w| w.page).collect();
            for outcome in self.put(&pages, &[])? {
                match outcome.what {
                    What::Known => done.known += 1,
                    _ => done.reports += 1,
                }
            }
            return Ok(Vec::new());
        }
        let stories = std::mem::take(stories);
        // Nothing is grouped here: the open stories are read from the file when the last batch is in.
        let left = self.restore(&stories, &ready).map_err(|e| e.of(self.path()))?;
        done.reports += (ready.len() - left.faults.len()) as u64;
        done.faults.extend(left.faults);
        Ok(left.later)
    }
}

/// The name of the page's bytes.
fn digest(page: &Prepared) -> String {
    format!("sha256:{}", hex(&page.digest))
}

/// Makes the page of a line again and reads it.
fn waiting(line: u64, mut put: Put, models: &Models) -> Result<Waiting, String> {
    let given = std::mem::take(&mut put.given);
    let item: Item = given.item().map_err(|why| format!("line {line}: r{}: {why}; skipped", put.id))?;
    let page = prepare(item, &Keeping::default(), models);
    if digest(&page) != put.digest {
        return Err(format!("line {line}: r{}: the page does not fit its digest; skipped", put.id));
    }
    Ok(Waiting { line, put, page })
}
