//! How far a file was read, and whether it is still the same file.

use super::{Order, source};
use firsthand_store::Archive;
use serde::{Deserialize, Serialize};
use std::path::Path;
use std::time::UNIX_EPOCH;

/// Where reading of one file stands: stored with the pages of the same transaction.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Cursor {
    /// Size and time of change of the file when it was read.
    size: u64,
    changed: u128,
    /// How many things were found in it and are safe.
    pub(super) read: u64,
    /// Whether that is all of it.
    pub(super) done: bool,
    /// Whether something of it could not be read: then the next run tries, and complains, again.
    pub(super) lost: bool,
}

impl Cursor {
    /// The start of a file.
    pub(super) fn of(path: Option<&Path>) -> Cursor {
        let Some(meta) = path.and_then(|p| p.metadata().ok()) else { return Cursor::default() };
        let changed = meta.modified().ok().and_then(|t| t.duration_since(UNIX_EPOCH).ok());
        Cursor { size: meta.len(), changed: changed.map_or(0, |d| d.as_nanos()), ..Cursor::default() }
    }

    /// The row to store; None for what is no file.
    pub(super) fn row(&self, path: Option<&Path>) -> Option<(String, String)> {
        Some((source(path?)?, serde_json::to_string(self).ok()?))
    }
}

/// For each input how many of its findings are safe already; None where it is read and has not changed.
pub(super) fn starts(order: &Order<'_>, archive: &Archive) -> anyhow::Result<Vec<Option<u64>>> {
    let reader = archive.reader()?;
    let mut out = Vec::with_capacity(order.inputs.len());
    for input in order.inputs {
        let path = input.path.as_deref().filter(|_| !order.again);
        let stored = path.and_then(source).map(|s| reader.cursor(&s)).transpose()?.flatten();
        let stored: Option<Cursor> = stored.and_then(|text| serde_json::from_str(&text).ok());
        let now = Cursor::of(path);
        let same = stored.filter(|c| (c.size, c.changed) == (now.size, now.changed) && !c.lost);
        out.push(match same {
            Some(cursor) if cursor.done => None,
            Some(cursor) => Some(cursor.read),
            None => Some(0),
        });
    }
    Ok(out)
}
