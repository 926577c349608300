//! Grouping all reports anew, in the order in which they came in and in the same transactions: with the same rules the
//! result is the same, with newer rules it is what they would have made of the stream.

use crate::archive::Archive;
use crate::decide::start;
use crate::error::Error;
use crate::log;
use crate::open_stories::OpenStories;
use crate::page_row;
use crate::placing::{Home, Placing};
use crate::prepare::{Keeping, Prepared, prepare};
use firsthand_intake::Item;
use firsthand_text::language::Models;
use rayon::prelude::*;
use rusqlite::{Connection, params};
use std::collections::{BTreeMap, BTreeSet};

impl Archive {
    /// Groups all reports anew. Reports that a person pinned stay where they are. A story keeps the number of the story its
    /// first report was in; one that ends without reports becomes a redirect. Gives how many reports are in another story
    /// than before.
    ///
    /// # Errors
    /// A page that can no longer be had, a full disk, a damaged file; then everything stays as it was.
    pub fn regroup(&mut self) -> Result<u64, Error> {
        self.change(|step, stories, now| {
            let revision = log::revision(step)? + 1;
            log::set_revision(step, revision)?;
            let mut again = Again::new(step, revision, now)?;
            for batch in batches(step)? {
                again.take(&batch)?;
            }
            let moved = again.write()?;
            log::note(step, now, "rebuilt", None, None, &format!("grouped anew: {moved} reports moved"))?;
            *stories = OpenStories::load(step)?;
            Ok(moved)
        })
    }
}

/// The first version of a report, and the story it was in.
#[derive(Debug, Clone, Copy)]
struct Row {
    id: i64,
    story: i64,
}

/// First versions by transaction, in the order in which they came in.
fn batches(step: &Connection) -> Result<Vec<Vec<Row>>, Error> {
    let mut query = step.prepare("SELECT id, story, added FROM report WHERE id = first ORDER BY id")?;
    let mut rows = query.query([])?;
    let (mut out, mut last): (Vec<Vec<Row>>, String) = (Vec::new(), String::new());
    while let Some(row) = rows.next()? {
        let (one, added) = (Row { id: row.get(0)?, story: row.get(1)? }, row.get::<_, String>(2)?);
        match out.last_mut().filter(|_| added == last) {
            Some(batch) => batch.push(one),
            None => out.push(vec![one]),
        }
        last = added;
    }
    Ok(out)
}

/// The reports grouped so far.
struct Again<'a> {
    step: &'a Connection,
    revision: i64,
    now: &'a str,
    stories: OpenStories,
    pins: BTreeMap<i64, i64>,
    /// Numbers of stories that a group has taken over.
    taken: BTreeSet<i64>,
    was: BTreeMap<i64, i64>,
    is: BTreeMap<i64, i64>,
    /// For each report that joined: the nearest report, how near, and what they share.
    joined: Vec<(i64, i64, f64, Vec<String>)>,
}

impl<'a> Again<'a> {
    fn new(step: &'a Connection, revision: i64, now: &'a str) -> Result<Again<'a>, Error> {
        let mut query = step.prepare("SELECT report, story FROM pin")?;
        let pins: BTreeMap<i64, i64> =
            query.query_map([], |r| Ok((r.get(0)?, r.get(1)?)))?.collect::<Result<_, _>>()?;
        let mut stories = OpenStories::none(crate::open_stories::HELD);
        pins.values().for_each(|story| stories.stream.fix(*story));
        Ok(Again {
            step,
            revision,
            now,
            stories,
            pins,
            taken: BTreeSet::new(),
            was: BTreeMap::new(),
            is: BTreeMap::new(),
            joined: Vec::new(),
        })
    }

    fn take(&mut self, batch: &[Row]) -> Result<(), Error> {
        let mut items: Vec<Item> = Vec::with_capacity(batch.len());
        for row in batch {
            items.extend(page_row::item(self.step, row.id)?);
        }
        let (keeping, models) = (Keeping::default(), Models::built_in());
        let pages: Vec<Prepared> =
            items.into_par_iter().map(|item| prepare(item, &keeping, &models)).collect();
        let pages: Vec<&Prepared> = pages.iter().collect();
        let mut placing = Placing::of(&pages, &self.stories);
        let mut merged = Vec::new();
        for (at, row) in batch.iter().enumerate() {
            let home = placing.home(at);
            let pinned = self.pins.get(&row.id).copied();
            let story = match (pinned, &home) {
                (Some(story), _) => story,
                (None, Home::Meets(meeting)) => meeting.joins.story,
                (None, Home::Group(story, _)) => *story,
                (None, Home::New) if self.taken.insert(row.story) => row.story,
                (None, Home::New) => start(self.step, row.id, self.revision, self.now)?,
            };
            self.was.insert(row.id, row.story);
            self.is.insert(row.id, story);
            if pinned.is_some() {
                continue;
            }
            self.taken.insert(story);
            placing.settle(at, story);
            match home {
                Home::New => {}
                Home::Group(_, join) => {
                    let nearest = batch.get(join.nearest).map(|r| r.id);
                    self.joined.extend(nearest.map(|nearest| (row.id, nearest, join.score, join.shares)));
                }
                Home::Meets(meeting) => {
                    self.joined.push((row.id, meeting.joins.report, meeting.joins.score, Vec::new()));
                    if let Some(second) = meeting.unites.filter(|s| s.story != story) {
                        let (into, from) = (story.min(second.story), story.max(second.story));
                        placing.merge(from, into);
                        self.is.values_mut().filter(|s| **s == from).for_each(|s| *s = into);
                        merged.push((from, into));
                    }
                }
            }
        }
        for (row, page) in batch.iter().zip(&pages) {
            let story = self.is.get(&row.id).copied().unwrap_or(row.story);
            self.stories.stream.hold(row.id, story, page.trace.clone());
        }
        merged.into_iter().for_each(|(from, into)| self.stories.stream.merge(from, into));
        Ok(())
    }

    /// Writes what is otherwise than before.
    fn write(self) -> Result<u64, Error> {
        let step = self.step;
        let (mut moved, mut touched) = (0, BTreeMap::new());
        for (id, was) in &self.was {
            let is = self.is.get(id).copied().unwrap_or(*was);
            if is != *was {
                moved += 1;
                step.prepare_cached("UPDATE report SET story = ?2 WHERE first = ?1")?
                    .execute(params![id, is])?;
                touched.entry(*was).or_insert(is);
                touched.entry(is).or_insert(is);
            }
        }
        step.execute("DELETE FROM joined", [])?;
        for (id, nearest, score, shares) in &self.joined {
            let shares = serde_json::to_string(shares)?;
            step.prepare_cached("INSERT INTO joined VALUES (?1, ?2, ?3, ?4)")?
                .execute(params![id, nearest, score, shares])?;
        }
        for story in touched.keys() {
            log::recount(step, *story, self.revision, self.now)?;
        }
        for (story, to) in touched.iter().filter(|(story, to)| story != to) {
            step.execute(
                "UPDATE story SET merged_into = ?2 WHERE id = ?1 AND reports = 0",
                params![story, to],
            )?;
        }
        step.execute("UPDATE story SET merged_into = NULL WHERE reports > 0", [])?;
        Ok(moved)
    }
}
