//! Grouping all reports anew, in the order in which they came in and in the same transactions: with the same rules the
//! result is the same, with newer rules it is what they would have made of the stream.

use crate::archive::Archive;
use crate::decide::start;
use crate::error::Error;
use crate::log;
use crate::open_stories::OpenStories;
use crate::page_row;
use crate::placing::{Home, Placing, Why};
use crate::prepare::{Keeping, Prepared, prepare};
use firsthand_core::story::Split;
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
    /// Each story that was found to be part of another, which, and why.
    because: Vec<(i64, i64, String)>,
    /// Stories that are linked, and why.
    related: Vec<(i64, i64, String)>,
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
            because: Vec::new(),
            related: Vec::new(),
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
        let (mut changes, mut changed) = (Vec::new(), BTreeSet::new());
        for (at, row) in batch.iter().enumerate() {
            let home = placing.home(at);
            let pinned = self.pins.get(&row.id).copied();
            let story = match (pinned, &home) {
                (Some(story), _) => story,
                (None, Home::Meets(meeting)) => {
                    let mut home = meeting.joins.story;
                    for Split { story, reports, new, score } in &meeting.splits {
                        if !changed.insert(*story) {
                            continue;
                        }
                        let first = reports.first().copied().unwrap_or(row.id);
                        let old = self.was.get(&first).copied().unwrap_or(*story);
                        // A story split off in the stream takes its number again.
                        let made = match self.taken.insert(old) {
                            true => old,
                            false => start(self.step, first, self.revision, self.now)?,
                        };
                        changed.insert(made);
                        reports.iter().for_each(|r| {
                            self.is.insert(*r, made);
                        });
                        self.related.push((*story, made, log::far_apart(*score)));
                        changes.push((*story, Some(reports.clone()), made));
                        home = if *new { made } else { home };
                    }
                    home
                }
                (None, Home::Group(story)) => *story,
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
            match placing.why(at) {
                None => {}
                Some(Why::Before(nearest)) => {
                    self.joined.push((row.id, nearest.report, nearest.score, Vec::new()));
                }
                Some(Why::Beside(join)) => {
                    let nearest = batch.get(join.nearest).map(|r| r.id);
                    self.joined.extend(nearest.map(|nearest| (row.id, nearest, join.score, join.shares)));
                }
            }
            if matches!(home, Home::New)
                && let Some(kin) = placing.related(at)
            {
                self.related.push((story, kin.story, log::of_one_affair(row.id, kin)));
            }
            let Home::Meets(meeting) = home else { continue };
            for merge in meeting.merges {
                let (from, into) = (merge.from, merge.into);
                if !changed.insert(from) | !changed.insert(into) {
                    continue;
                }
                placing.merge(from, into);
                self.is.values_mut().filter(|s| **s == from).for_each(|s| *s = into);
                self.because.push((from, into, log::near_both(row.id, merge)));
                changes.push((from, None, into));
            }
        }
        for (row, page) in batch.iter().zip(&pages) {
            let story = self.is.get(&row.id).copied().unwrap_or(row.story);
            let met = self.stories.stream.meet(&page.sketch).kept();
            page_row::write_state(self.step, row.id, &met)?;
            self.stories.stream.hold(row.id, story, met);
        }
        for (from, reports, into) in changes {
            match reports {
                Some(reports) => self.stories.stream.split(from, &reports, into),
                None => self.stories.stream.merge(from, into),
            }
        }
        Ok(())
    }

    /// Writes what is otherwise than before, and why.
    fn write(self) -> Result<u64, Error> {
        let step = self.step;
        let mut moved: BTreeMap<(i64, i64), u64> = BTreeMap::new();
        for (id, was) in &self.was {
            let is = self.is.get(id).copied().unwrap_or(*was);
            if is != *was {
                *moved.entry((*was, is)).or_default() += 1;
                step.prepare_cached("UPDATE report SET story = ?2 WHERE first = ?1")?
                    .execute(params![id, is])?;
            }
        }
        step.execute("DELETE FROM joined", [])?;
        for (id, nearest, score, shares) in &self.joined {
            let shares = serde_json::to_string(shares)?;
            step.prepare_cached("INSERT INTO joined VALUES (?1, ?2, ?3, ?4)")?
                .execute(params![id, nearest, score, shares])?;
        }
        let touched: BTreeSet<i64> = moved.keys().flat_map(|&(was, is)| [was, is]).collect();
        for story in touched {
            log::recount(step, story, self.revision, self.now)?;
        }
        let mut redirect = step.prepare(
            "UPDATE story SET merged_into = ?2 WHERE id = ?1 AND reports = 0 AND merged_into IS NULL",
        )?;
        for (&(was, is), reports) in &moved {
            let because = self.because.iter().find(|b| b.0 == was).map(|b| format!("; {}", b.2));
            let because = because.unwrap_or_default();
            if redirect.execute([was, is])? > 0 {
                let detail = format!("s{was} into s{is}: grouped anew{because}");
                log::note(step, self.now, "story-merged", None, Some(is), &detail)?;
            } else {
                let detail = format!("s{is} out of s{was}: grouped anew, {reports} of its reports{because}");
                log::note(step, self.now, "story-split", None, Some(is), &detail)?;
                log::relate(step, was, is, "reports of both were one story until all were grouped anew")?;
            }
        }
        for (one, other, because) in &self.related {
            log::relate(step, *one, *other, because)?;
        }
        // A story that was started on the way and found to be part of another.
        for (from, into, _) in &self.because {
            redirect.execute([from, into])?;
        }
        step.execute("UPDATE story SET merged_into = NULL WHERE reports > 0", [])?;
        Ok(moved.values().sum())
    }
}
