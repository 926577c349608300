//! The revision, the log of changes, and moving reports between stories.

use crate::error::Error;
use rusqlite::{Connection, params};

/// The revision of the archive.
pub(crate) fn revision(step: &Connection) -> Result<i64, Error> {
    Ok(step.prepare_cached("SELECT value FROM about WHERE key = 'revision'")?.query_row([], |r| r.get(0))?)
}

/// Sets the revision.
pub(crate) fn set_revision(step: &Connection, revision: i64) -> Result<(), Error> {
    step.prepare_cached("UPDATE about SET value = ?1 WHERE key = 'revision'")?.execute([revision])?;
    Ok(())
}

/// Writes down what happened.
pub(crate) fn note(
    step: &Connection,
    at: &str,
    kind: &str,
    report: Option<i64>,
    story: Option<i64>,
    detail: &str,
) -> Result<(), Error> {
    let sql = "INSERT INTO change(at, kind, report, story, detail) VALUES (?1, ?2, ?3, ?4, ?5)";
    step.prepare_cached(sql)?.execute(params![at, kind, report, story, detail])?;
    Ok(())
}

/// Moves all reports of one story to another and leaves a redirect.
pub(crate) fn merge(step: &Connection, from: i64, into: i64, revision: i64, now: &str) -> Result<(), Error> {
    step.execute("UPDATE report SET story = ?2 WHERE story = ?1", params![from, into])?;
    step.execute("UPDATE pin SET story = ?2 WHERE story = ?1", params![from, into])?;
    step.execute("UPDATE story SET merged_into = ?2 WHERE id = ?1", params![from, into])?;
    recount(step, from, revision, now)?;
    recount(step, into, revision, now)
}

/// Counts the reports of a story and finds their days again.
pub(crate) fn recount(step: &Connection, story: i64, revision: i64, now: &str) -> Result<(), Error> {
    step.execute(
        "UPDATE story SET reports = d.n, newest = d.newest, first_day = d.first, last_day = d.last, version = ?2, changed = ?3
         FROM (SELECT count(*) AS n, coalesce(max(id), 0) AS newest, min(substr(published, 1, 10)) AS first,
               max(substr(published, 1, 10)) AS last FROM report WHERE story = ?1 AND newest) AS d WHERE story.id = ?1",
        params![story, revision, now],
    )?;
    Ok(())
}
