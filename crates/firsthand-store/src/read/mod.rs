//! Those who read: lists, reports, searches and accounts, while another writes.

mod accounts;
mod filter;
mod kin;
mod make;
mod reasons;
mod reports;
mod search;
mod stories;

use crate::connect;
use crate::error::{Error, Kind};
use crate::row::{Change, Counts};
use accounts::Accounts;
use firsthand_core::watchlist::Watchlist;
use rusqlite::{Connection, OptionalExtension, params};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

/// A connection to read from. It sees what was committed when it asks; one thread uses it at a time.
#[derive(Debug)]
pub struct Reader {
    path: PathBuf,
    pub(crate) connection: Connection,
    accounts: Arc<Mutex<Accounts>>,
    lists: Arc<Watchlist>,
}

impl Reader {
    /// Opens an archive to read from.
    ///
    /// # Errors
    /// No such file; a file that is no archive; an archive of another version.
    pub fn open(path: &Path) -> Result<Reader, Error> {
        Ok(Reader {
            path: path.to_owned(),
            connection: connect::reading(path)?,
            accounts: Arc::default(),
            lists: Arc::default(),
        })
    }

    /// Links the people and bodies of every account that is asked for to the entries of these lists. What is kept in the
    /// archive stays without links.
    #[must_use]
    pub fn with_watchlist(mut self, lists: Arc<Watchlist>) -> Reader {
        self.lists = lists;
        self
    }

    /// Another connection to the same archive, which shares the accounts kept in memory.
    ///
    /// # Errors
    /// As [`Reader::open`].
    pub fn another(&self) -> Result<Reader, Error> {
        Ok(Reader {
            path: self.path.clone(),
            connection: connect::reading(&self.path)?,
            accounts: Arc::clone(&self.accounts),
            lists: Arc::clone(&self.lists),
        })
    }

    /// Where the file is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// A number that grows with every change: the same number, the same answers.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn revision(&self) -> Result<u64, Error> {
        Ok(crate::log::revision(&self.connection)?.unsigned_abs())
    }

    /// How much there is.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn counts(&self) -> Result<Counts, Error> {
        let count = |sql: &str| -> Result<u64, Error> {
            let n: i64 = self.connection.prepare_cached(sql)?.query_row([], |r| r.get(0))?;
            Ok(n.unsigned_abs())
        };
        Ok(Counts {
            reports: count("SELECT value FROM about WHERE key = 'reports'")?,
            pages: count("SELECT value FROM about WHERE key = 'pages'")?,
            stories: count("SELECT value FROM about WHERE key = 'stories'")?,
            outlets: count("SELECT count(*) FROM outlet")?,
        })
    }

    /// The log after this change, oldest first.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn changes(&self, after: i64, most: usize) -> Result<Vec<Change>, Error> {
        let sql = "SELECT id, at, kind, report, story, detail FROM change WHERE id > ?1 ORDER BY id LIMIT ?2";
        let mut query = self.connection.prepare_cached(sql)?;
        let rows = query.query_map(params![after, most as i64], |r| {
            Ok(Change {
                id: r.get(0)?,
                at: r.get(1)?,
                kind: r.get(2)?,
                report: r.get(3)?,
                story: r.get(4)?,
                detail: r.get(5)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The number of the last change; 0 where there was none.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn last_change(&self) -> Result<i64, Error> {
        let sql = "SELECT coalesce(max(id), 0) FROM change";
        Ok(self.connection.prepare_cached(sql)?.query_row([], |r| r.get(0))?)
    }

    /// Outlets by name, with how many reports each has.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn outlets(&self) -> Result<Vec<(String, u64)>, Error> {
        let sql = "SELECT name, reports FROM outlet WHERE reports > 0 ORDER BY name";
        let mut query = self.connection.prepare_cached(sql)?;
        let rows = query.query_map([], |r| Ok((r.get(0)?, r.get::<_, i64>(1)?.unsigned_abs())))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// How far a file or feed is read, as whoever reads it wrote it down.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn cursor(&self, source: &str) -> Result<Option<String>, Error> {
        let sql = "SELECT value FROM cursor WHERE source = ?1";
        Ok(self.connection.prepare_cached(sql)?.query_row([source], |r| r.get(0)).optional()?)
    }

    /// All cursors whose source begins so, by source.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn cursors(&self, prefix: &str) -> Result<Vec<(String, String)>, Error> {
        let sql = "SELECT source, value FROM cursor WHERE substr(source, 1, length(?1)) = ?1 ORDER BY source";
        let mut query = self.connection.prepare_cached(sql)?;
        let rows = query.query_map([prefix], |r| Ok((r.get(0)?, r.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Whether a page of this address is held; addresses are compared without what does not tell pages apart.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn has_page(&self, address: &str) -> Result<bool, Error> {
        let Some(key) = firsthand_core::version::address_key(address) else { return Ok(false) };
        let sql = "SELECT EXISTS (SELECT 1 FROM report WHERE url_key = ?1)";
        Ok(self.connection.prepare_cached(sql)?.query_row([key], |r| r.get(0))?)
    }
}

/// A cursor that this program did not make.
fn bad_cursor() -> Error {
    Error::new(Kind::Request, "the cursor is none that this archive gave; start from the first page")
}
