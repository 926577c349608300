//! Keeping one page: is it known, is it a version, which story does it join?

use crate::archive::{Outcome, What};
use crate::error::Error;
use crate::log;
use crate::open_stories::OpenStories;
use crate::page_row;
use crate::placing::{Home, Meeting, Placing, Why};
use crate::prepare::Prepared;
use firsthand_core::story::{Merge, Sketch, Split};
use firsthand_core::version;
use firsthand_text::report::Report;
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::{BTreeMap, BTreeSet};

/// The version of firsthand that reads.
pub(crate) const MADE: &str = env!("CARGO_PKG_VERSION");

/// A headline made of a body is cut at this many scalar values.
const HEADLINE: usize = 120;

/// One transaction that keeps pages.
pub(crate) struct Putting<'a> {
    step: &'a Connection,
    stories: &'a mut OpenStories,
    now: &'a str,
    /// The revision this transaction makes, once it has changed anything.
    revision: i64,
    placing: Placing,
    /// Numbers of the pages, by their place.
    ids: BTreeMap<usize, i64>,
    /// Places of those that are new reports.
    fresh: Vec<usize>,
    /// New reports, and changes of stories, that the open stories hear of at the end.
    new: Vec<(i64, i64, Sketch)>,
    changes: Vec<Change>,
    /// Stories that were merged or split: no second page of the transaction changes them, since it did not know.
    changed: BTreeSet<i64>,
}

/// A change of stories.
enum Change {
    /// From, into.
    Merged(i64, i64),
    /// From, which reports, into.
    Split(i64, Vec<i64>, i64),
}

impl<'a> Putting<'a> {
    pub(crate) fn new(
        step: &'a Connection,
        stories: &'a mut OpenStories,
        now: &'a str,
    ) -> Result<Putting<'a>, Error> {
        let revision: i64 = log::revision(step)? + 1;
        Ok(Putting {
            step,
            stories,
            now,
            revision,
            placing: Placing::default(),
            ids: BTreeMap::new(),
            fresh: Vec::new(),
            new: Vec::new(),
            changes: Vec::new(),
            changed: BTreeSet::new(),
        })
    }

    pub(crate) fn cursor(&mut self, source: &str, value: &str) -> Result<(), Error> {
        let sql = "INSERT INTO cursor VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET value = ?2, at = ?3";
        self.step.prepare_cached(sql)?.execute(params![source, value, self.now])?;
        Ok(())
    }

    /// Keeps pages, given in the order in which they are to be numbered.
    pub(crate) fn put(&mut self, pages: &[&Prepared]) -> Result<Vec<Outcome>, Error> {
        let known: Vec<Option<Outcome>> =
            pages.iter().map(|page| self.known(page)).collect::<Result<_, _>>()?;
        let fresh: Vec<&Prepared> =
            pages.iter().zip(&known).filter(|(_, known)| known.is_none()).map(|(page, _)| *page).collect();
        if !fresh.is_empty() {
            log::set_revision(self.step, self.revision)?;
        }
        self.placing = Placing::of(&fresh, self.stories);
        let (mut outcomes, mut at) = (Vec::with_capacity(pages.len()), 0);
        for (page, known) in pages.iter().zip(known) {
            outcomes.push(match known {
                Some(known) => known,
                None => {
                    at += 1;
                    self.fresh(at - 1, page)?
                }
            });
        }
        self.write_reasons()?;
        let stream = &mut self.stories.stream;
        for (id, story, sketch) in std::mem::take(&mut self.new) {
            let met = stream.meet(&sketch).kept();
            page_row::write_state(self.step, id, &met)?;
            stream.hold(id, story, met);
        }
        for change in std::mem::take(&mut self.changes) {
            match change {
                Change::Merged(from, into) => stream.merge(from, into),
                Change::Split(story, reports, into) => stream.split(story, &reports, into),
            }
        }
        Ok(outcomes)
    }

    /// Keeps a page that was not there when the transaction began; `at` is its place among these.
    fn fresh(&mut self, at: usize, page: &Prepared) -> Result<Outcome, Error> {
        // The same page may stand in the transaction twice.
        let outcome = match self.known(page)? {
            Some(known) => known,
            None => match self.earlier(page)? {
                Some(first) => self.version(page, first)?,
                None => self.new_report(at, page)?,
            },
        };
        self.ids.insert(at, outcome.report);
        Ok(outcome)
    }

    /// The report that is this very page: the same bytes from the same place.
    fn known(&self, page: &Prepared) -> Result<Option<Outcome>, Error> {
        let mut same = self.step.prepare_cached(
            "SELECT r.id, r.story, r.url_key, p.location FROM page p JOIN report r ON r.id = p.id WHERE p.digest = ?1 ORDER BY r.id",
        )?;
        let mut rows = same.query([page.digest])?;
        while let Some(row) = rows.next()? {
            let (key, location): (Option<String>, String) = (row.get(2)?, row.get(3)?);
            if key == page.key() || location == page.page.location {
                return Ok(Some(Outcome { report: row.get(0)?, story: row.get(1)?, what: What::Known }));
            }
        }
        Ok(None)
    }

    /// The first version of the report that this page is another version of.
    fn earlier(&self, page: &Prepared) -> Result<Option<i64>, Error> {
        let Some(key) = page.key() else { return Ok(None) };
        let mut of_key =
            self.step.prepare_cached("SELECT first FROM report WHERE url_key = ?1 AND newest ORDER BY id")?;
        let firsts: Vec<i64> = of_key.query_map([key], |r| r.get(0))?.collect::<Result<_, _>>()?;
        for first in firsts {
            let mut versions = self
                .step
                .prepare_cached("SELECT id FROM report WHERE first = ?1 ORDER BY id DESC LIMIT 5")?;
            let ids: Vec<i64> = versions.query_map([first], |r| r.get(0))?.collect::<Result<_, _>>()?;
            for id in ids {
                let Some(held) = page_row::outline(self.step, id)? else { continue };
                if version::is_one(&held, &page.outline) {
                    return Ok(Some(first));
                }
            }
        }
        Ok(None)
    }

    fn version(&mut self, page: &Prepared, first: i64) -> Result<Outcome, Error> {
        let (newest, story): (i64, i64) = self.step.query_row(
            "SELECT id, story FROM report WHERE first = ?1 AND newest",
            [first],
            |r| Ok((r.get(0)?, r.get(1)?)),
        )?;
        let held: (Option<String>, Option<String>) = self.step.query_row(
            "SELECT coalesce(r.updated, r.published), p.crawled FROM report r JOIN page p ON p.id = r.id WHERE r.id = ?1",
            [newest],
            |r| Ok((r.get(0)?, r.get(1)?)),
        )?;
        let report = &page.outline.report;
        let is_newer = (version::moment(report), report.crawled.clone()) >= held;
        if is_newer {
            self.step.execute("UPDATE report SET newest = 0 WHERE id = ?1", [newest])?;
            page_row::forget_words(self.step, newest)?;
        }
        let id = self.insert(page, Some(first), is_newer, story)?;
        self.touch(story, id)?;
        let detail = if is_newer {
            format!("a newer version of r{newest}")
        } else {
            format!("an older version of r{newest}")
        };
        log::note(self.step, self.now, "report-changed", Some(id), Some(story), &detail)?;
        Ok(Outcome { report: id, story, what: What::Version { of: first } })
    }

    fn new_report(&mut self, at: usize, page: &Prepared) -> Result<Outcome, Error> {
        let home = self.placing.home(at);
        let story = match &home {
            Home::New => self.start(&page.outline.report)?,
            Home::Meets(meeting) => self.split(meeting)?,
            Home::Group(story) => *story,
        };
        let id = self.insert(page, None, true, story)?;
        self.step.prepare_cached("UPDATE story SET reports = reports + 1 WHERE id = ?1")?.execute([story])?;
        self.touch(story, id)?;
        self.placing.settle(at, story);
        self.fresh.push(at);
        self.new.push((id, story, page.sketch.clone()));
        let detail = if matches!(home, Home::New) { "started" } else { "joined" };
        log::note(self.step, self.now, "report-new", Some(id), Some(story), detail)?;
        let mut at_last = story;
        match home {
            Home::New => {
                if let Some(kin) = self.placing.related(at) {
                    log::relate(self.step, story, kin.story, &log::of_one_affair(id, kin))?;
                }
            }
            Home::Meets(meeting) => {
                for merge in meeting.merges {
                    let into = self.unite(id, merge)?;
                    at_last = if at_last == merge.from { into.unwrap_or(at_last) } else { at_last };
                }
            }
            Home::Group(_) => {}
        }
        Ok(Outcome { report: id, story: at_last, what: What::New })
    }

    /// A new story; its report comes next.
    fn start(&self, report: &Report) -> Result<i64, Error> {
        let sql = "INSERT INTO story(headline, reports, newest, version, changed) VALUES (?1, 0, 0, ?2, ?3)";
        self.step.prepare_cached(sql)?.execute(params![headline(report), self.revision, self.now])?;
        Ok(self.step.last_insert_rowid())
    }

    /// Brings what a story says of its reports up to date.
    fn touch(&self, story: i64, report: i64) -> Result<(), Error> {
        let sql = "UPDATE story SET newest = max(newest, ?2), version = ?3, changed = ?4,
             first_day = min(coalesce(first_day, d.day), coalesce(d.day, first_day)),
             last_day = max(coalesce(last_day, d.day), coalesce(d.day, last_day))
             FROM (SELECT substr(published, 1, 10) AS day FROM report WHERE id = ?2) AS d WHERE story.id = ?1";
        self.step.prepare_cached(sql)?.execute(params![story, report, self.revision, self.now])?;
        Ok(())
    }

    /// Writes why each new report is where it is. At the end: the page that one is nearest to may come after it.
    fn write_reasons(&mut self) -> Result<(), Error> {
        for at in std::mem::take(&mut self.fresh) {
            let Some(&id) = self.ids.get(&at) else { continue };
            match self.placing.why(at) {
                None => {}
                Some(Why::Before(nearest)) => self.write_join(id, nearest.report, nearest.score, &[])?,
                Some(Why::Beside(join)) => {
                    if let Some(&nearest) = self.ids.get(&join.nearest) {
                        self.write_join(id, nearest, join.score, &join.shares)?;
                    }
                }
            }
        }
        Ok(())
    }

    fn write_join(&self, id: i64, nearest: i64, score: f64, shares: &[String]) -> Result<(), Error> {
        // The nearest may be a version: reasons lead to first versions. No report is a reason for itself.
        let sql = "INSERT INTO joined SELECT ?1, first, ?3, ?4 FROM report WHERE id = ?2 AND first <> ?1";
        let shares = serde_json::to_string(shares)?;
        self.step.prepare_cached(sql)?.execute(params![id, nearest, score, shares])?;
        Ok(())
    }

    /// Takes reports out of their story that turn out to be one of their own. Gives the story that what came in joins.
    fn split(&mut self, meeting: &Meeting) -> Result<i64, Error> {
        let mut home = meeting.joins.story;
        for Split { story, reports, new, score } in &meeting.splits {
            if !self.changed.insert(*story) {
                continue;
            }
            let because = log::far_apart(*score);
            let made = log::split(self.step, *story, reports, &because, self.revision, self.now)?;
            self.changed.insert(made);
            self.changes.push(Change::Split(*story, reports.clone(), made));
            home = if *new { made } else { home };
        }
        Ok(home)
    }

    /// Two stories turn out to be one: the older number stays, the other becomes a redirect. Gives the older.
    fn unite(&mut self, report: i64, merge: Merge) -> Result<Option<i64>, Error> {
        let Merge { from, into, .. } = merge;
        if !self.changed.insert(from) | !self.changed.insert(into) {
            return Ok(None);
        }
        let because = log::near_both(report, merge);
        log::merge(self.step, from, into, self.revision, self.now)?;
        let detail = format!("s{from} into s{into}: {because}");
        log::note(self.step, self.now, "story-merged", Some(report), Some(into), &detail)?;
        self.placing.merge(from, into);
        self.new.iter_mut().filter(|n| n.1 == from).for_each(|n| n.1 = into);
        self.changes.push(Change::Merged(from, into));
        Ok(Some(into))
    }

    fn insert(&self, page: &Prepared, first: Option<i64>, newest: bool, story: i64) -> Result<i64, Error> {
        page_row::insert_page(self.step, None, page)?;
        let id = self.step.last_insert_rowid();
        page_row::insert_report(
            self.step,
            id,
            first.unwrap_or(id),
            newest,
            story,
            page.key(),
            page,
            self.now,
        )?;
        page_row::insert_names(self.step, id, &page.names)?;
        if newest {
            page_row::learn_words(self.step, id)?;
        }
        Ok(id)
    }
}

/// What a story is called until its account is made: the title, or the first words.
pub(crate) fn headline(report: &Report) -> String {
    if let Some(title) = report.title() {
        return title.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    let words: Vec<&str> = report.body().split_whitespace().collect();
    let text = words.join(" ");
    match text.char_indices().nth(HEADLINE) {
        Some((cut, _)) => format!("{} …", text.get(..cut).unwrap_or_default().trim_end()),
        None => text,
    }
}

/// The id of an outlet, made where there is none.
pub(crate) fn outlet(step: &Connection, name: &str) -> Result<i64, Error> {
    let found: Option<i64> = step
        .prepare_cached("SELECT id FROM outlet WHERE name = ?1")?
        .query_row([name], |r| r.get(0))
        .optional()?;
    if let Some(id) = found {
        return Ok(id);
    }
    step.prepare_cached("INSERT INTO outlet(name) VALUES (?1)")?.execute([name])?;
    Ok(step.last_insert_rowid())
}
