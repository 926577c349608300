//! What exports need of an archive and no other reader does.

use super::jsonl::{Akin, Given, Joined, Put, Reading, Told};
use super::{Before, Decision, Dossier, Error, Source};
use crate::{Reader, ReportRow};
use firsthand_intake::Item;
use rusqlite::{OptionalExtension, Row};

impl Source for Reader {
    fn dossier(&self, story: i64) -> Result<Option<Dossier>, Error> {
        let Some(account) = self.account(story)? else { return Ok(None) };
        let mut copies: Vec<Vec<ReportRow>> = Vec::new();
        for report in &account.reports {
            copies.push(match report.archived {
                Some(id) => self.versions(id)?,
                None => Vec::new(),
            });
        }
        Ok(Some(Dossier { id: story, account, copies }))
    }
    fn item(&self, report: i64) -> Result<Option<Item>, Error> {
        Ok(Reader::item(self, report)?)
    }
    fn decisions(&self) -> Result<Vec<Decision>, Error> {
        decisions(self)
    }
}

/// The numbers of all stories, also of those that were merged, ascending.
pub(super) fn stories(from: &Reader) -> Result<Vec<i64>, Error> {
    let mut query = from.connection.prepare_cached("SELECT id FROM story ORDER BY id")?;
    Ok(query.query_map([], |r| r.get(0))?.collect::<Result<_, _>>()?)
}

/// The story this one was merged into.
pub(super) fn merged_into(from: &Reader, story: i64) -> Result<Option<i64>, Error> {
    let mut query = from.connection.prepare_cached("SELECT merged_into FROM story WHERE id = ?1")?;
    Ok(query.query_row([story], |r| r.get::<_, Option<i64>>(0)).optional()?.flatten())
}

/// One story.
pub(super) fn told(from: &Reader, story: i64) -> Result<Told, Error> {
    let mut query = from
        .connection
        .prepare_cached("SELECT id, headline, changed, merged_into FROM story WHERE id = ?1")?;
    let read = |r: &Row<'_>| {
        Ok(Told {
            id: r.get(0)?,
            headline: r.get(1)?,
            changed: r.get(2)?,
            merged_into: r.get(3)?,
            reports: Vec::new(),
            related: Vec::new(),
        })
    };
    let told = query.query_row([story], read)?;
    let sql = "SELECT first FROM report WHERE story = ?1 AND newest ORDER BY first";
    let mut query = from.connection.prepare_cached(sql)?;
    let reports = query.query_map([story], |r| r.get(0))?.collect::<Result<_, _>>()?;
    let sql = "SELECT other, reason FROM related WHERE story = ?1 ORDER BY other";
    let mut query = from.connection.prepare_cached(sql)?;
    let akin = |r: &Row<'_>| Ok(Akin { story: r.get(0)?, reason: r.get(1)? });
    let related = query.query_map([story], akin)?.collect::<Result<_, _>>()?;
    Ok(Told { reports, related, ..told })
}

/// The numbers of all versions of all reports with their stories, ascending.
pub(super) fn reports(from: &Reader) -> Result<Vec<(i64, i64)>, Error> {
    let mut query = from.connection.prepare_cached("SELECT id, story FROM report ORDER BY id")?;
    Ok(query.query_map([], |r| Ok((r.get(0)?, r.get(1)?)))?.collect::<Result<_, _>>()?)
}

/// One version of a report with its page.
pub(super) fn put(from: &Reader, report: i64) -> Result<Put, Error> {
    let missing = || {
        Error::Asked(format!(
            "r{report}: its page is not in the archive; `firsthand verify` lists what is damaged"
        ))
    };
    let item = Reader::item(from, report)?.ok_or_else(missing)?;
    let sql = "SELECT r.id, r.first, r.newest, r.story, r.added, lower(hex(p.digest)), n.story, j.nearest, j.score, j.shares
               FROM report r JOIN page p ON p.id = r.id LEFT JOIN pin n ON n.report = r.id LEFT JOIN joined j ON j.report = r.id
               WHERE r.id = ?1";
    let mut query = from.connection.prepare_cached(sql)?;
    let mut rows = query.query([report])?;
    let row = rows.next()?.ok_or_else(missing)?;
    let joined = match row.get::<_, Option<i64>>(7)? {
        Some(nearest) => {
            let shares: String = row.get(9)?;
            let shares = serde_json::from_str(&shares).map_err(crate::Error::from)?;
            Some(Joined { nearest, score: row.get(8)?, shares })
        }
        None => None,
    };
    Ok(Put {
        id: row.get(0)?,
        first: row.get(1)?,
        newest: row.get(2)?,
        story: row.get(3)?,
        pinned: row.get(6)?,
        joined,
        added: row.get(4)?,
        digest: format!("sha256:{}", row.get::<_, String>(5)?),
        given: Given::from(&item),
    })
}

/// What was decided by hand, oldest first.
pub(super) fn decisions(from: &Reader) -> Result<Vec<Decision>, Error> {
    let sql = "SELECT id, at, kind, detail, before, undone FROM decision ORDER BY id";
    let mut query = from.connection.prepare_cached(sql)?;
    let mut rows = query.query([])?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        let before: String = row.get(4)?;
        let before: Vec<Before> = serde_json::from_str(&before).map_err(crate::Error::from)?;
        all.push(Decision {
            id: row.get(0)?,
            at: row.get(1)?,
            kind: row.get(2)?,
            detail: row.get(3)?,
            before,
            undone: row.get(5)?,
        });
    }
    Ok(all)
}

/// How far files and feeds are read, by their names.
pub(super) fn readings(from: &Reader) -> Result<Vec<Reading>, Error> {
    let mut query = from.connection.prepare_cached("SELECT source, value, at FROM cursor ORDER BY source")?;
    let read = |r: &Row<'_>| Ok(Reading { source: r.get(0)?, value: r.get(1)?, at: r.get(2)? });
    Ok(query.query_map([], read)?.collect::<Result<_, _>>()?)
}
