//! The one who writes.

use crate::connect;
use crate::error::{Error, Kind};
use crate::open_stories::OpenStories;
use crate::prepare::Prepared;
use crate::put::Putting;
use crate::read::Reader;
use jiff::Timestamp;
use rusqlite::{Connection, Transaction, TransactionBehavior};
use std::path::{Path, PathBuf};

/// An archive open for writing.
///
/// Several processes may have one open: they write in turns, each in step with what the others wrote.
#[derive(Debug)]
pub struct Archive {
    path: PathBuf,
    pub(crate) connection: Connection,
    stories: Option<OpenStories>,
    /// Whether a transaction failed on this connection.
    worn: bool,
}

/// What became of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outcome {
    /// The report's number: of this version, or of the one that is the same page.
    pub report: i64,
    /// Its story.
    pub story: i64,
    /// What it was.
    pub what: What,
}

/// What a page was to the archive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// A report not seen before.
    New,
    /// Another version of this report (the number of its first version).
    Version {
        /// The first version.
        of: i64,
    },
    /// A page that was there already, byte for byte.
    Known,
}

impl Archive {
    /// Opens an archive; makes the file where there is none.
    ///
    /// # Errors
    /// A file that is no archive or a newer program's; a folder that may not be written.
    pub fn open(path: &Path) -> Result<Archive, Error> {
        let connection = connect::writing(path)?;
        // SQLite opens what may only be read all the same, and says so at the first writing: after files were read.
        if connection.is_readonly(rusqlite::MAIN_DB)? {
            return Err(Error::refused().of(path));
        }
        Ok(Archive { path: path.to_owned(), connection, stories: None, worn: false })
    }

    /// Where the file is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// A connection of its own to read from.
    ///
    /// # Errors
    /// As [`Reader::open`].
    pub fn reader(&self) -> Result<Reader, Error> {
        Reader::open(&self.path)
    }

    /// Keeps pages and cursors in one transaction: when this returns, they are on disk. Outcomes come in the order of the
    /// pages. Within one call pages are taken in order of their day, then of location, so that the order in which files
    /// are named does not matter.
    ///
    /// # Errors
    /// A full disk, a damaged file, another writer that does not end. Nothing of the call is kept then.
    pub fn put(&mut self, batch: &[Prepared], cursors: &[(String, String)]) -> Result<Vec<Outcome>, Error> {
        self.change(|step, stories, now| {
            let mut order: Vec<usize> = (0..batch.len()).collect();
            let place = |n: &usize| batch.get(*n).map(|p| (p.sketch.day, p.location(), &p.digest));
            order.sort_by(|a, b| place(a).cmp(&place(b)));
            let pages: Vec<&Prepared> = order.iter().filter_map(|&n| batch.get(n)).collect();
            let mut putting = Putting::new(step, stories, now)?;
            let mut outcomes = vec![None; batch.len()];
            for (outcome, n) in putting.put(&pages)?.into_iter().zip(order) {
                if let Some(place) = outcomes.get_mut(n) {
                    *place = Some(outcome);
                }
            }
            for (source, value) in cursors {
                putting.cursor(source, value)?;
            }
            Ok(outcomes.into_iter().flatten().collect())
        })
    }

    /// One transaction that may change stories. Where it fails, nothing of it is kept, in the file or in memory.
    pub(crate) fn change<T>(
        &mut self,
        work: impl FnOnce(&Transaction<'_>, &mut OpenStories, &str) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let taken = self.stories.take();
        let done = self.on_a_sound_connection(|connection| transact(connection, taken, work));
        let (result, stories) = done.map_err(|e| e.of(&self.path))?;
        self.stories = Some(stories);
        Ok(result)
    }

    /// Does something with the connection, a new one where a transaction failed on the last. After a read that fails in a
    /// transaction, what SQLite's index of words has in memory is not what is in the file once it is rolled back: the next
    /// transaction on that connection would write an index that does not fit the texts (tests/fault found it with SQLite 3.54).
    pub(crate) fn on_a_sound_connection<T>(
        &mut self,
        work: impl FnOnce(&mut Connection) -> Result<T, Error>,
    ) -> Result<T, Error> {
        if self.worn {
            self.connection = connect::writing(&self.path)?;
            self.worn = false;
        }
        let done = work(&mut self.connection);
        self.worn = done.as_ref().is_err_and(|e| e.kind() != Kind::Request);
        done
    }
}

fn transact<T>(
    connection: &mut Connection,
    stories: Option<OpenStories>,
    work: impl FnOnce(&Transaction<'_>, &mut OpenStories, &str) -> Result<T, Error>,
) -> Result<(T, OpenStories), Error> {
    let step = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let mut stories = match stories {
        Some(mut stories) => {
            stories.catch_up(&step)?;
            stories
        }
        None => OpenStories::load(&step)?,
    };
    let result = work(&step, &mut stories, &now())?;
    stories.is_true_now(&step)?;
    step.commit()?;
    Ok((result, stories))
}

/// The instant, to the millisecond.
fn now() -> String {
    format!("{:.3}", Timestamp::now())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Keeping, prepare};
    use firsthand_intake::Item;
    use firsthand_text::language::Models;

    fn page(n: usize) -> Prepared {
        let text = format!(
            "Quay {n} closed\n\nQuay {n} of Orlop was closed on Monday. {}\n",
            "The harbour master said why. ".repeat(400)
        );
        let item = Item { location: format!("{n}.txt"), bytes: text.into_bytes(), ..Item::default() };
        prepare(item, &Keeping::default(), &Models::built_in())
    }

    #[test]
    fn a_full_disk_is_one_clear_error_and_nothing_is_lost() {
        let dir = tempfile::tempdir().expect("a folder");
        let path = dir.path().join("news.db");
        let mut archive = Archive::open(&path).expect("an archive");
        let pages: Vec<Prepared> = (0..60).map(page).collect();
        archive.put(&pages[..2], &[]).expect("room for two");
        // SQLite answers the same whether the file may not grow or the disk has no room.
        let size: i64 =
            archive.connection.pragma_query_value(None, "page_count", |r| r.get(0)).expect("a count");
        archive.connection.pragma_update(None, "max_page_count", size + 4).expect("a limit");
        let error = archive.put(&pages[2..], &[("file:x".into(), "{}".into())]).expect_err("no room");
        assert_eq!(error.kind(), Kind::Full);
        assert!(error.to_string().contains("news.db: the disk is full"), "{error}");
        let reader = archive.reader().expect("a reader");
        assert_eq!(reader.counts().expect("counts").reports, 2);
        assert_eq!(reader.cursor("file:x").expect("no error"), None, "the cursor goes with its reports");
        archive
            .connection
            .pragma_update(None, "max_page_count", i64::from(u32::MAX - 1))
            .expect("room again");
        assert_eq!(archive.put(&pages[2..], &[]).expect("room for all").len(), 58);
        assert!(reader.verify(false, &|_| {}).expect("a file").faults.is_empty());
    }
}
