//! What a person decides about stories: merge, split, pin, and undo. Decisions outlive every later grouping.

use crate::archive::Archive;
use crate::error::{Error, Kind};
use crate::log;
use crate::open_stories::OpenStories;
use crate::put::headline;
use crate::row::Decision;
use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};

/// Where a report was before a decision.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Before {
    report: i64,
    story: i64,
    pin: Option<i64>,
}

impl Archive {
    /// Gives all reports of one story to another; the number of the first becomes a redirect.
    ///
    /// # Errors
    /// Stories that do not exist or are one.
    pub fn merge(&mut self, from: i64, into: i64) -> Result<(), Error> {
        self.decide("merge", |step, revision, now| {
            let (from, into) = (standing(step, from)?, standing(step, into)?);
            if from == into {
                return Err(Error::new(Kind::Request, format!("s{from} cannot be merged with itself")));
            }
            let moved = members(step, from)?;
            let before = before(step, moved.iter().chain(&members(step, into)?).copied())?;
            log::merge(step, from, into, revision, now)?;
            for one in &before {
                pin(step, one.report, into)?;
            }
            log::note(
                step,
                now,
                "story-merged",
                None,
                Some(into),
                &format!("s{from} into s{into}: by hand"),
            )?;
            Ok((format!("s{from} merged into s{into}"), before, ()))
        })
    }

    /// Takes reports out of a story into a new one, whose number is given back.
    ///
    /// # Errors
    /// Reports that are not of this story; all of its reports.
    pub fn split(&mut self, story: i64, reports: &[i64]) -> Result<i64, Error> {
        self.decide("split", |step, revision, now| {
            let story = standing(step, story)?;
            let all = members(step, story)?;
            let mut leaving = Vec::new();
            for &report in reports {
                let first = first(step, report)?;
                if !all.contains(&first) {
                    return Err(Error::new(
                        Kind::Request,
                        format!("r{report} is not of s{story}; `firsthand story s{story}` lists its reports"),
                    ));
                }
                leaving.push(first);
            }
            leaving.sort_unstable();
            leaving.dedup();
            if leaving.is_empty() || leaving.len() == all.len() {
                return Err(Error::new(
                    Kind::Request,
                    format!("name some of the {} reports of s{story}, and not all of them", all.len()),
                ));
            }
            let before = before(step, all.iter().copied())?;
            let new = log::split(step, story, &leaving, "by hand", revision, now)?;
            for one in &all {
                pin(step, *one, if leaving.contains(one) { new } else { story })?;
            }
            Ok((format!("s{new} split from s{story}"), before, new))
        })
    }

    /// Puts a report into a story and keeps it there.
    ///
    /// # Errors
    /// A report or story that does not exist.
    pub fn pin(&mut self, report: i64, story: i64) -> Result<(), Error> {
        self.decide("pin", |step, revision, now| {
            let (story, first) = (standing(step, story)?, first(step, report)?);
            let before = before(step, [first])?;
            step.execute("UPDATE report SET story = ?2 WHERE first = ?1", params![first, story])?;
            pin(step, first, story)?;
            settle(step, &before, story, revision, now)?;
            log::note(
                step,
                now,
                "pinned",
                Some(first),
                Some(story),
                &format!("r{first} to s{story}: by hand"),
            )?;
            Ok((format!("r{first} pinned to s{story}"), before, ()))
        })
    }

    /// Takes the last decision that stands back; gives what it was, None where there is none.
    ///
    /// # Errors
    /// A file that cannot be written.
    pub fn undo(&mut self) -> Result<Option<String>, Error> {
        self.change(|step, stories, now| {
            let sql = "SELECT id, detail, before FROM decision WHERE undone IS NULL ORDER BY id DESC LIMIT 1";
            let last: Option<(i64, String, String)> =
                step.query_row(sql, [], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?))).optional()?;
            let Some((id, detail, before)) = last else { return Ok(None) };
            let before: Vec<Before> = serde_json::from_str(&before)?;
            let revision = log::revision(step)? + 1;
            log::set_revision(step, revision)?;
            let mut left = Vec::new();
            for one in &before {
                left.push(step.query_row("SELECT story FROM report WHERE id = ?1", [one.report], |r| {
                    r.get::<_, i64>(0)
                })?);
                step.execute(
                    "UPDATE report SET story = ?2 WHERE first = ?1",
                    params![one.report, one.story],
                )?;
                step.execute("UPDATE story SET merged_into = NULL WHERE id = ?1", [one.story])?;
                step.execute("DELETE FROM pin WHERE report = ?1", [one.report])?;
                if let Some(story) = one.pin {
                    pin(step, one.report, story)?;
                }
            }
            for (one, story) in before.iter().zip(left) {
                settle(
                    step,
                    std::slice::from_ref(&Before { story, ..one.clone() }),
                    one.story,
                    revision,
                    now,
                )?;
            }
            step.execute("UPDATE decision SET undone = ?2 WHERE id = ?1", params![id, now])?;
            log::note(step, now, "undone", None, before.first().map(|b| b.story), &detail)?;
            *stories = OpenStories::load(step)?;
            Ok(Some(detail))
        })
    }

    fn decide<T>(
        &mut self,
        kind: &str,
        work: impl FnOnce(&Connection, i64, &str) -> Result<(String, Vec<Before>, T), Error>,
    ) -> Result<T, Error> {
        self.change(|step, stories, now| {
            let revision = log::revision(step)? + 1;
            log::set_revision(step, revision)?;
            let (detail, before, result) = work(step, revision, now)?;
            step.execute(
                "INSERT INTO decision(at, kind, detail, before) VALUES (?1, ?2, ?3, ?4)",
                params![now, kind, detail, serde_json::to_string(&before)?],
            )?;
            *stories = OpenStories::load(step)?;
            Ok(result)
        })
    }
}

impl crate::Reader {
    /// What persons decided, oldest first.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn decisions(&self) -> Result<Vec<Decision>, Error> {
        let mut query = self
            .connection
            .prepare_cached("SELECT id, at, kind, detail, undone FROM decision ORDER BY id")?;
        let rows = query.query_map([], |r| {
            Ok(Decision {
                id: r.get(0)?,
                at: r.get(1)?,
                kind: r.get(2)?,
                detail: r.get(3)?,
                undone: r.get(4)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

/// A story that stands; for one that was merged the one it is in now.
fn standing(step: &Connection, id: i64) -> Result<i64, Error> {
    let mut at = id;
    for _ in 0..1000 {
        let row: Option<(i64, Option<i64>)> = step
            .query_row("SELECT reports, merged_into FROM story WHERE id = ?1", [at], |r| {
                Ok((r.get(0)?, r.get(1)?))
            })
            .optional()?;
        match row {
            Some((_, Some(into))) => at = into,
            Some((reports, None)) if reports > 0 => return Ok(at),
            _ => break,
        }
    }
    Err(Error::new(Kind::Request, format!("there is no story s{id}; `firsthand stories` lists them")))
}

fn first(step: &Connection, report: i64) -> Result<i64, Error> {
    let found =
        step.query_row("SELECT first FROM report WHERE id = ?1", [report], |r| r.get(0)).optional()?;
    found.ok_or_else(|| {
        Error::new(
            Kind::Request,
            format!("there is no report r{report}; `firsthand search` finds their numbers"),
        )
    })
}

/// First versions of the reports of a story.
fn members(step: &Connection, story: i64) -> Result<Vec<i64>, Error> {
    let mut query =
        step.prepare_cached("SELECT first FROM report WHERE story = ?1 AND newest ORDER BY first")?;
    Ok(query.query_map([story], |r| r.get(0))?.collect::<Result<_, _>>()?)
}

fn before(step: &Connection, reports: impl IntoIterator<Item = i64>) -> Result<Vec<Before>, Error> {
    let mut query = step.prepare_cached(
        "SELECT r.story, p.story FROM report r LEFT JOIN pin p ON p.report = r.id WHERE r.id = ?1",
    )?;
    let mut out = Vec::new();
    for report in reports {
        out.push(query.query_row([report], |r| Ok(Before { report, story: r.get(0)?, pin: r.get(1)? }))?);
    }
    Ok(out)
}

fn pin(step: &Connection, report: i64, story: i64) -> Result<(), Error> {
    step.execute(
        "INSERT INTO pin VALUES (?1, ?2) ON CONFLICT DO UPDATE SET story = ?2",
        params![report, story],
    )?;
    Ok(())
}

/// Counts the stories anew that reports left and came to; one that is empty now leads to where they went.
fn settle(step: &Connection, left: &[Before], to: i64, revision: i64, now: &str) -> Result<(), Error> {
    for story in left.iter().map(|b| b.story).filter(|s| *s != to) {
        log::recount(step, story, revision, now)?;
        step.execute("UPDATE story SET merged_into = ?2 WHERE id = ?1 AND reports = 0", params![story, to])?;
    }
    log::recount(step, to, revision, now)
}

/// A new story that is named after this report.
pub(crate) fn start(step: &Connection, report: i64, revision: i64, now: &str) -> Result<i64, Error> {
    let name = crate::page_row::report(step, report)?.map(|r| headline(&r)).unwrap_or_default();
    step.execute(
        "INSERT INTO story(headline, reports, newest, version, changed) VALUES (?1, 0, 0, ?2, ?3)",
        params![name, revision, now],
    )?;
    Ok(step.last_insert_rowid())
}
