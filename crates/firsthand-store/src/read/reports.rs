//! Single reports.

use super::Reader;
use crate::error::Error;
use crate::page_row;
use crate::row::ReportRow;
use firsthand_intake::Item;
use firsthand_text::language::{Annotated, Models};
use rusqlite::{Params, Row};

/// The columns of a report, as [`report`] reads them; without the body where it is not wanted.
pub(super) const COLUMNS: &str =
    "r.id, r.story, r.first, r.newest, p.location, r.url, r.host, o.name, r.title, r.byline, r.credits,
    r.published, r.how, r.updated, p.crawled, r.added, r.language, lower(hex(p.digest)), r.notes, r.made";
pub(super) const FROM: &str = "report r JOIN page p ON p.id = r.id LEFT JOIN outlet o ON o.id = r.outlet";

/// A report from a row that begins with [`COLUMNS`].
pub(super) fn report(row: &Row<'_>) -> Result<ReportRow, Error> {
    let title: String = row.get(8)?;
    let (credits, notes): (String, String) = (row.get(10)?, row.get(18)?);
    Ok(ReportRow {
        id: row.get(0)?,
        story: row.get(1)?,
        first: row.get(2)?,
        newest: row.get(3)?,
        location: row.get(4)?,
        url: row.get(5)?,
        host: row.get(6)?,
        outlet: row.get(7)?,
        title: (!title.is_empty()).then_some(title),
        body: String::new(),
        byline: row.get(9)?,
        credits: serde_json::from_str(&credits)?,
        published: row.get(11)?,
        how: row.get(12)?,
        updated: row.get(13)?,
        crawled: row.get(14)?,
        added: row.get(15)?,
        language: row.get(16)?,
        digest: format!("sha256:{}", row.get::<_, String>(17)?),
        notes: serde_json::from_str(&notes)?,
        made: row.get(19)?,
    })
}

impl Reader {
    /// One version of a report.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn report(&self, id: i64) -> Result<Option<ReportRow>, Error> {
        Ok(self.reports_where("r.id = ?1", [id])?.pop())
    }

    /// All versions of the report that this is a version of, oldest first, the newest last.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn versions(&self, id: i64) -> Result<Vec<ReportRow>, Error> {
        let sql = "r.first = (SELECT first FROM report WHERE id = ?1)
             ORDER BY r.newest, coalesce(r.updated, r.published), p.crawled, r.id";
        self.reports_where(sql, [id])
    }

    /// The reports of a story, newest versions, by location: the order of its account.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn reports(&self, story: i64) -> Result<Vec<ReportRow>, Error> {
        self.reports_where("r.story = ?1 AND r.newest ORDER BY p.location, r.id", [story])
    }

    fn reports_where(&self, condition: &str, values: impl Params) -> Result<Vec<ReportRow>, Error> {
        let sql = format!("SELECT {COLUMNS}, r.body FROM {FROM} WHERE {condition}");
        let mut query = self.connection.prepare_cached(&sql)?;
        let mut rows = query.query(values)?;
        let mut out = Vec::new();
        while let Some(row) = rows.next()? {
            out.push(ReportRow { body: row.get(20)?, ..report(row)? });
        }
        Ok(out)
    }

    /// The page of a report, byte for byte as it came.
    ///
    /// # Errors
    /// A page kept in a file that has gone; a damaged one.
    pub fn item(&self, id: i64) -> Result<Option<Item>, Error> {
        page_row::item(&self.connection, id).map_err(|e| e.of(&self.path))
    }

    /// A report with its language laid open, made anew from its page.
    ///
    /// # Errors
    /// As [`Reader::item`].
    pub fn annotated(&self, id: i64) -> Result<Option<Annotated>, Error> {
        let item = self.item(id)?;
        Ok(item.map(|item| firsthand_text::read_page(&item.page(), &Models::built_in())))
    }
}
