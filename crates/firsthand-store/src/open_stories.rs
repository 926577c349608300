//! The stories that reports still join, held in memory by whoever writes, in step with the file.

use crate::error::Error;
use crate::page_row;
use crate::prepare::{Keeping, prepare};
use firsthand_core::story::{Met, Stream};
use firsthand_text::language::Models;
use rusqlite::{Connection, params};

/// How many of the newest reports a new one is compared with: 2 KB of memory each.
pub(crate) const HELD: usize = 100_000;

/// The stream, and up to which change of the file it is true.
#[derive(Debug)]
pub(crate) struct OpenStories {
    pub(crate) stream: Stream,
    change: i64,
}

impl OpenStories {
    /// Reads the newest reports of the file.
    pub(crate) fn load(connection: &Connection) -> Result<OpenStories, Error> {
        let mut stream = Stream::new(HELD);
        let from: i64 = connection
            .query_row(
                "SELECT id FROM report WHERE id = first ORDER BY id DESC LIMIT 1 OFFSET ?1",
                [HELD as i64 - 1],
                |r| r.get(0),
            )
            .or_else(none_is(0))?;
        hold(connection, &mut stream, from - 1)?;
        let mut pinned = connection.prepare("SELECT DISTINCT story FROM pin ORDER BY story")?;
        for story in pinned.query_map([], |r| r.get(0))? {
            stream.fix(story?);
        }
        Ok(OpenStories { stream, change: last_change(connection)? })
    }

    /// No stories yet, with room for so many reports.
    pub(crate) fn none(most: usize) -> OpenStories {
        OpenStories { stream: Stream::new(most), change: 0 }
    }

    /// Takes in what other processes wrote since.
    pub(crate) fn catch_up(&mut self, connection: &Connection) -> Result<(), Error> {
        if last_change(connection)? == self.change {
            return Ok(());
        }
        let mut rows =
            connection.prepare("SELECT kind, story, detail, report FROM change WHERE id > ?1 ORDER BY id")?;
        let kinds: Vec<String> = rows.query_map([self.change], |r| r.get(0))?.collect::<Result<_, _>>()?;
        if kinds.iter().all(|k| k == "report-new" || k == "report-changed") {
            let known: i64 = connection.query_row(
                "SELECT coalesce(min(report), 0) FROM change WHERE id > ?1 AND kind = 'report-new'",
                [self.change],
                |r| r.get(0),
            )?;
            if known > 0 {
                hold(connection, &mut self.stream, known - 1)?;
            }
            self.change = last_change(connection)?;
        } else {
            *self = OpenStories::load(connection)?;
        }
        Ok(())
    }

    /// Says that everything up to the last change of the file is known: its own changes were just written.
    pub(crate) fn is_true_now(&mut self, connection: &Connection) -> Result<(), Error> {
        self.change = last_change(connection)?;
        Ok(())
    }
}

/// Holds the first versions of all reports after this one, in the order of arrival.
fn hold(connection: &Connection, stream: &mut Stream, after: i64) -> Result<(), Error> {
    let mut rows =
        connection.prepare("SELECT id, story, trace FROM report WHERE id = first AND id > ?1 ORDER BY id")?;
    let mut rows = rows.query(params![after])?;
    while let Some(row) = rows.next()? {
        let (id, story): (i64, i64) = (row.get(0)?, row.get(1)?);
        let bytes = row.get_ref(2)?.as_blob().unwrap_or_default();
        let met = match Met::from_bytes(bytes) {
            Some(met) => met,
            None => again(connection, stream, id),
        };
        stream.hold(id, story, met);
    }
    Ok(())
}

/// What grouping compares of a report that an older firsthand kept, made again from its page; nothing where that cannot be
/// read: `firsthand verify` says so, and no other report has to wait for it.
fn again(connection: &Connection, stream: &Stream, id: i64) -> Met {
    let Ok(Some(item)) = page_row::item(connection, id) else { return Met::default() };
    stream.meet(&prepare(item, &Keeping::default(), &Models::built_in()).sketch)
}

fn last_change(connection: &Connection) -> Result<i64, Error> {
    Ok(connection.query_row("SELECT coalesce(max(id), 0) FROM change", [], |r| r.get(0))?)
}

/// A default for a query that gives no row.
pub(crate) fn none_is<T>(value: T) -> impl FnOnce(rusqlite::Error) -> Result<T, rusqlite::Error> {
    |error| if error == rusqlite::Error::QueryReturnedNoRows { Ok(value) } else { Err(error) }
}
