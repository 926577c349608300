//! Making reports again from their pages, by a newer version of the program.

use crate::archive::Archive;
use crate::error::Error;
use crate::log;
use crate::open_stories::OpenStories;
use crate::page_row;
use crate::prepare::{Keeping, Prepared, prepare};
use crate::put::{MADE, outlet};
use firsthand_intake::Item;
use firsthand_text::language::Models;
use rayon::prelude::*;
use rusqlite::{Connection, params};

/// How many reports are made again in one transaction.
const BATCH: usize = 200;

/// What was made again.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rebuilt {
    /// Reports read again.
    pub reports: u64,
    /// Of these, reports whose title or body came out otherwise.
    pub changed: u64,
    /// What could not be read again, one line each; it stays as it was.
    pub faults: Vec<String>,
}

impl Archive {
    /// Reads pages again and writes what comes out: all of them, or those that another version of the program read. Stories
    /// keep their reports. `step` is told how many are done.
    ///
    /// # Errors
    /// A full disk, a damaged file. What was done before stays.
    pub fn rebuild(&mut self, all: bool, step: &(dyn Fn(u64) + Sync)) -> Result<Rebuilt, Error> {
        let mut done = Rebuilt::default();
        let mut after = 0i64;
        loop {
            let ids = self.stale(all, after)?;
            let Some(last) = ids.last().copied() else { break };
            after = last;
            let mut items: Vec<(i64, Item)> = Vec::new();
            for id in ids {
                match page_row::item(&self.connection, id) {
                    Ok(item) => items.extend(item.map(|i| (id, i))),
                    Err(error) => done.faults.push(error.to_string()),
                }
            }
            let models = Models::built_in();
            let keeping = Keeping::default();
            let read: Vec<(i64, Prepared)> =
                items.into_par_iter().map(|(id, item)| (id, prepare(item, &keeping, &models))).collect();
            done.reports += read.len() as u64;
            done.changed += self.change(|step, stories, now| {
                let revision = log::revision(step)? + 1;
                log::set_revision(step, revision)?;
                let mut changed = 0;
                for (id, page) in &read {
                    changed += u64::from(replace(step, *id, page, revision, now)?);
                    let met = stories.stream.meet(&page.sketch).before(*id).kept();
                    page_row::write_state(step, *id, &met)?;
                }
                log::note(step, now, "rebuilt", None, None, &format!("{} reports read again", read.len()))?;
                *stories = OpenStories::load(step)?;
                Ok(changed)
            })?;
            step(done.reports);
        }
        Ok(done)
    }

    fn stale(&self, all: bool, after: i64) -> Result<Vec<i64>, Error> {
        let sql = "SELECT id FROM report WHERE id > ?1 AND (?2 OR made <> ?3) ORDER BY id LIMIT ?4";
        let mut query = self.connection.prepare_cached(sql)?;
        Ok(query
            .query_map(params![after, all, MADE, BATCH as i64], |r| r.get(0))?
            .collect::<Result<_, _>>()?)
    }
}

/// Writes what was read of a page over what was read before; gives whether its text changed.
fn replace(step: &Connection, id: i64, page: &Prepared, revision: i64, now: &str) -> Result<bool, Error> {
    let report = &page.outline.report;
    let (title, body, newest, story, added): (String, String, bool, i64, String) =
        step.query_row("SELECT title, body, newest, story, added FROM report WHERE id = ?1", [id], |r| {
            Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?, r.get(4)?))
        })?;
    let changed = title != report.title().unwrap_or_default() || body != report.body();
    if newest {
        page_row::forget_words(step, id)?;
    }
    let outlet = report.outlet.as_deref().map(|name| outlet(step, name)).transpose()?;
    let notes: Vec<&str> = report.notes.iter().map(|n| n.message.as_str()).collect();
    let credits: Vec<&str> = report.credits.iter().map(|c| c.name.as_str()).collect();
    step.prepare_cached(
        "UPDATE report SET url = ?2, host = ?3, outlet = ?4, title = ?5, body = ?6, byline = ?7, credits = ?8, published = ?9, how = ?10,
         updated = ?11, day = ?12, language = ?13, notes = ?14, made = ?15 WHERE id = ?1",
    )?
    .execute(params![
        id,
        report.url,
        page.host,
        outlet,
        report.title().unwrap_or_default(),
        report.body(),
        (!report.byline.is_empty()).then(|| report.byline.join(", ")),
        serde_json::to_string(&credits)?,
        report.published.value,
        report.published.how.map(|h| h.name()),
        report.updated.value,
        page_row::day(report, &added),
        report.language,
        serde_json::to_string(&notes)?,
        MADE,
    ])?;
    step.execute("DELETE FROM mention WHERE report = ?1", [id])?;
    page_row::insert_names(step, id, &page.names)?;
    if newest {
        page_row::learn_words(step, id)?;
    }
    log::recount(step, story, revision, now)?;
    Ok(changed)
}
