//! Rows as they were in another archive: what makes an empty archive into a copy.

use crate::error::{Error, Kind};
use crate::export::Decision;
use crate::export::jsonl::{Joined, Put, Reading, Told};
use crate::import::Waiting;
use crate::prepare::{Prepared, Raw};
use crate::put::headline;
use crate::{log, page_row};
use rusqlite::{Connection, OptionalExtension, params};

/// Whether an archive holds nothing yet.
pub(crate) fn is_empty(step: &Connection) -> Result<bool, Error> {
    let sql = "SELECT NOT EXISTS (SELECT 1 FROM page) AND NOT EXISTS (SELECT 1 FROM story) AND NOT EXISTS (SELECT 1 FROM decision)";
    Ok(step.query_row(sql, [], |r| r.get(0))?)
}

/// What a batch leaves behind.
#[derive(Debug, Default)]
pub(crate) struct Left {
    /// A line for each report that could not be written.
    pub(crate) faults: Vec<String>,
    /// Reports that joined their story by one that comes later in the file, with why.
    pub(crate) later: Vec<(i64, Joined)>,
}

/// Writes stories and reports with their numbers.
pub(crate) fn batch(step: &Connection, stories: &[Told], reports: &[Waiting]) -> Result<Left, Error> {
    // A redirect may stand before the story it leads to.
    step.execute_batch("PRAGMA defer_foreign_keys = ON")?;
    for told in stories {
        step.prepare_cached(
            "INSERT OR IGNORE INTO story(id, headline, reports, newest, version, changed, merged_into) VALUES (?1, ?2, 0, 0, 0, ?3, ?4)",
        )?
        .execute(params![told.id, told.headline, told.changed, told.merged_into])?;
    }
    for (told, kin) in stories.iter().flat_map(|told| told.related.iter().map(move |kin| (told.id, kin))) {
        let sql = "INSERT OR IGNORE INTO related SELECT one.id, other.id, ?3 FROM story one, story other
             WHERE one.id = ?1 AND other.id = ?2 AND one.id < other.id";
        step.prepare_cached(sql)?.execute(params![told, kin.story, kin.reason])?;
    }
    // One whose story is missing (its line was broken) must not take all others with it.
    step.execute(
        "UPDATE story SET merged_into = NULL WHERE merged_into IS NOT NULL AND merged_into NOT IN (SELECT id FROM story)",
        [],
    )?;
    let mut left = Left::default();
    for one in reports {
        left.faults.extend(report(step, one)?);
        let why = one.put.joined.as_ref().filter(|j| j.nearest != one.put.id);
        left.later.extend(why.map(|why| (one.put.id, why.clone())));
    }
    left.later = join(step, left.later)?;
    log::set_revision(step, log::revision(step)? + 1)?;
    Ok(left)
}

fn report(step: &Connection, one: &Waiting) -> Result<Option<String>, Error> {
    let Waiting { line, put, page } = one;
    let is_there = |id: i64| -> Result<bool, Error> {
        let found = step
            .prepare_cached("SELECT 1 FROM report WHERE id = ?1")?
            .query_row([id], |_| Ok(()))
            .optional()?;
        Ok(found.is_some())
    };
    if is_there(put.id)? {
        return Ok(Some(format!("line {line}: a second r{}; skipped", put.id)));
    }
    step.prepare_cached(
        "INSERT OR IGNORE INTO story(id, headline, reports, newest, version, changed) VALUES (?1, ?2, 0, 0, 0, ?3)",
    )?
    .execute(params![put.story, headline(&page.outline.report), put.added])?;
    // A version whose first version is missing becomes a report of its own.
    let first = if is_there(put.first)? { put.first } else { put.id };
    insert(step, put, first, page)?;
    if first == put.id
        && let Some(story) = put.pinned
    {
        step.prepare_cached("INSERT INTO pin SELECT ?1, id FROM story WHERE id = ?2")?
            .execute([put.id, story])?;
    }
    Ok(None)
}

/// Writes why reports joined their stories; gives back those whose nearest report is not there.
fn join(step: &Connection, joins: Vec<(i64, Joined)>) -> Result<Vec<(i64, Joined)>, Error> {
    let sql = "INSERT OR IGNORE INTO joined SELECT own.id, near.id, ?3, ?4 FROM report own, report near WHERE own.id = ?1 AND near.id = ?2";
    let mut insert = step.prepare_cached(sql)?;
    let mut later = Vec::new();
    for (report, why) in joins {
        let shares = serde_json::to_string(&why.shares)?;
        if insert.execute(params![report, why.nearest, why.score, shares])? == 0 {
            later.push((report, why));
        }
    }
    Ok(later)
}

/// Writes page and report under their numbers.
fn insert(step: &Connection, put: &Put, first: i64, page: &Prepared) -> Result<(), Error> {
    if !matches!(page.raw, Raw::Packed(_)) {
        return Err(Error::new(
            Kind::Other,
            format!("r{}: a page that comes with its bytes was to be kept by reference", put.id),
        ));
    }
    page_row::insert_page(step, Some(put.id), page)?;
    page_row::insert_report(step, put.id, first, put.newest, put.story, page.key(), page, &put.added)?;
    page_row::insert_names(step, put.id, &page.names)?;
    if put.newest {
        page_row::learn_words(step, put.id)?;
    }
    Ok(())
}

/// Writes what was decided and how far sources were read, and counts everything.
pub(crate) fn end(
    step: &Connection,
    later: Vec<(i64, Joined)>,
    decisions: &[Decision],
    readings: &[Reading],
    now: &str,
) -> Result<(), Error> {
    // Of a report whose newest version could not be read the last that could be is the newest.
    let lost: Vec<i64> = step
        .prepare("SELECT max(id) FROM report GROUP BY first HAVING sum(newest) = 0 ORDER BY 1")?
        .query_map([], |r| r.get(0))?
        .collect::<Result<_, _>>()?;
    for id in lost {
        step.execute("UPDATE report SET newest = 1 WHERE id = ?1", [id])?;
        page_row::learn_words(step, id)?;
    }
    join(step, later)?;
    for decision in decisions {
        let before = serde_json::to_string(&decision.before)?;
        step.execute(
            "INSERT OR IGNORE INTO decision(id, at, kind, detail, before, undone) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![decision.id, decision.at, decision.kind, decision.detail, before, decision.undone],
        )?;
    }
    for reading in readings {
        step.execute(
            "INSERT OR IGNORE INTO cursor VALUES (?1, ?2, ?3)",
            params![reading.source, reading.value, reading.at],
        )?;
    }
    let revision = log::revision(step)? + 1;
    log::set_revision(step, revision)?;
    let stories: Vec<(i64, String)> = step
        .prepare("SELECT id, changed FROM story ORDER BY id")?
        .query_map([], |r| Ok((r.get(0)?, r.get(1)?)))?
        .collect::<Result<_, _>>()?;
    for (story, changed) in &stories {
        log::recount(step, *story, revision, changed)?;
    }
    log::note(step, now, "rebuilt", None, None, "read back from an export")
}
