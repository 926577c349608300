//! The revision, the log of changes, and moving reports between stories.

use crate::decide::start;
use crate::error::Error;
use firsthand_core::story::{Merge, Nearest};
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

/// Why two stories are one.
pub(crate) fn near_both(report: i64, merge: Merge) -> String {
    let (one, other, score) = merge.by;
    let score = shown(score);
    if other == 0 {
        return format!("r{report} belongs to both: r{one} is near to it ({score})");
    }
    format!("r{report} belongs to both: r{one} of the one is near to r{other} of the other ({score})")
}

/// Why a story is two.
pub(crate) fn far_apart(score: f64) -> String {
    format!(
        "grouped anew with what came in, its reports make two; the nearest of the two are no nearer than {}",
        shown(score)
    )
}

/// Why two stories are linked.
pub(crate) fn of_one_affair(report: i64, kin: Nearest) -> String {
    format!("r{report} and r{} are much alike ({}), but not of one happening", kin.report, shown(kin.score))
}

fn shown(score: f64) -> String {
    format!("{score:.2}")
}

/// Takes reports (first versions) out of a story into a new one, says why, and links the two. The story keeps its number;
/// that of the new one is given back.
pub(crate) fn split(
    step: &Connection,
    story: i64,
    leaving: &[i64],
    because: &str,
    revision: i64,
    now: &str,
) -> Result<i64, Error> {
    let new = start(step, leaving.first().copied().unwrap_or_default(), revision, now)?;
    for report in leaving {
        step.execute("UPDATE report SET story = ?2 WHERE first = ?1", params![report, new])?;
    }
    recount(step, story, revision, now)?;
    recount(step, new, revision, now)?;
    note(step, now, "story-split", None, Some(new), &format!("s{new} out of s{story}: {because}"))?;
    relate(step, story, new, &format!("one story until it was split: {because}"))?;
    Ok(new)
}

/// Links two stories that are not one; a later reason takes the place of an earlier one.
pub(crate) fn relate(step: &Connection, one: i64, other: i64, reason: &str) -> Result<(), Error> {
    if one != other {
        step.prepare_cached("INSERT INTO related VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET reason = ?3")?
            .execute(params![one.min(other), one.max(other), reason])?;
    }
    Ok(())
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
