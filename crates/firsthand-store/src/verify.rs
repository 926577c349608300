//! Is everything in the archive still what it was?

use crate::error::{Error, Kind};
use crate::page_row;
use crate::put::MADE;
use crate::{Reader, connect};
use firsthand_core::account::{Account, Passage};
use firsthand_intake::Item;
use firsthand_text::report;
use rayon::prelude::*;
use rusqlite::params;

/// How many pages are taken from the file at once.
const BATCH: usize = 128;

/// What a check found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Findings {
    /// Pages whose bytes are what they were.
    pub pages: u64,
    /// Of these the pages that were read again, and gave the same report.
    pub reports: u64,
    /// Passages of kept accounts that still give their text.
    pub passages: u64,
    /// What is wrong, one line each.
    pub faults: Vec<String>,
    /// What could not be checked, and why.
    pub unchecked: Option<String>,
}

/// Queries that must give no row, with the words for a row they give.
const RULES: [(&str, &str); 11] = [
    (
        "SELECT 's' || s.id FROM story s WHERE s.reports <> (SELECT count(*) FROM report r WHERE r.story = s.id AND r.newest)",
        "counts other reports than it has",
    ),
    (
        "SELECT 's' || s.id FROM story s WHERE s.merged_into IS NOT NULL AND s.reports > 0",
        "was merged and still has reports",
    ),
    (
        "SELECT 's' || id FROM story WHERE reports > 0 AND newest <> (SELECT max(id) FROM report WHERE story = story.id AND newest)",
        "names another report as its newest",
    ),
    (
        "SELECT 'r' || first FROM report GROUP BY first HAVING sum(newest) <> 1",
        "has no newest version, or several",
    ),
    (
        "SELECT 'r' || r.id FROM report r JOIN report f ON f.id = r.first WHERE f.first <> f.id OR f.story <> r.story",
        "is a version of what is none, or in another story than its first version",
    ),
    ("SELECT 'p' || id FROM page WHERE id NOT IN (SELECT id FROM report)", "is a page without a report"),
    (
        "SELECT 'r' || p.report FROM pin p JOIN report r ON r.id = p.report WHERE r.story <> p.story",
        "is not in the story it is pinned to",
    ),
    (
        "SELECT 'r' || report FROM joined WHERE report NOT IN (SELECT first FROM report)",
        "is said to have joined, and is no first version",
    ),
    (
        "SELECT 'r' || id FROM report WHERE newest AND id NOT IN (SELECT rowid FROM words)",
        "cannot be found by its words",
    ),
    (
        "SELECT 'outlet ' || o.name FROM outlet o WHERE o.reports <> (SELECT count(*) FROM report r WHERE r.outlet = o.id AND r.newest)",
        "has another number of reports than is kept",
    ),
    (
        "SELECT a.key FROM about a JOIN (SELECT 'reports' AS key, count(*) AS n FROM report WHERE newest
           UNION ALL SELECT 'pages', count(*) FROM page UNION ALL SELECT 'stories', count(*) FROM story WHERE reports > 0) c
         ON c.key = a.key WHERE c.n <> a.value",
        "are not as many as is kept",
    ),
];

impl Reader {
    /// Checks the file, every row's parents, every page's bytes, that reading a page again gives its report, and that every
    /// passage of a kept account gives its text. `quick` leaves the reading of pages out. `step` is told after each batch how
    /// many pages are done.
    ///
    /// # Errors
    /// A file that cannot be read at all; what is merely wrong is a finding.
    pub fn verify(&self, quick: bool, step: &(dyn Fn(u64) + Sync)) -> Result<Findings, Error> {
        let mut found = Findings::default();
        self.file(&mut found)?;
        for (sql, words) in RULES {
            let mut query = self.connection.prepare(sql)?;
            let mut rows = query.query([])?;
            while let Some(row) = rows.next()? {
                found.faults.push(format!("{} {words}", row.get::<_, String>(0)?));
            }
        }
        if !quick {
            self.every_page(&mut found, step)?;
        }
        self.every_account(&mut found)?;
        Ok(found)
    }

    /// The file as SQLite sees it, foreign keys, and the index of words beside the texts.
    fn file(&self, found: &mut Findings) -> Result<(), Error> {
        let lines: Vec<String> = self
            .connection
            .prepare("PRAGMA integrity_check")?
            .query_map([], |r| r.get(0))?
            .collect::<Result<_, _>>()?;
        found.faults.extend(lines.into_iter().filter(|l| l != "ok"));
        let mut orphans = self.connection.prepare("PRAGMA foreign_key_check")?;
        let mut rows = orphans.query([])?;
        while let Some(row) = rows.next()? {
            let (table, parent): (String, String) = (row.get(0)?, row.get(2)?);
            found.faults.push(format!("a row of {table} has no parent in {parent}"));
        }
        // The check of the index is written as an insert, though it writes nothing.
        let writer = match connect::writing(self.path()) {
            Ok(writer) if !writer.is_readonly(rusqlite::MAIN_DB)? => writer,
            Err(error) if error.kind() != Kind::Refused => return Err(error),
            _ => {
                found.unchecked = Some("the index of words, since the archive may not be written".to_owned());
                return Ok(());
            }
        };
        if let Err(error) = writer.execute("INSERT INTO words(words, rank) VALUES ('integrity-check', 1)", [])
        {
            found.faults.push(format!("the index of words does not fit the texts ({error})"));
        }
        Ok(())
    }

    fn every_page(&self, found: &mut Findings, step: &(dyn Fn(u64) + Sync)) -> Result<(), Error> {
        let mut after = 0i64;
        loop {
            let mut query = self.connection.prepare_cached(
                "SELECT id, title, body, made FROM report WHERE id > ?1 ORDER BY id LIMIT ?2",
            )?;
            let rows = query.query_map(params![after, BATCH as i64], |r| {
                Ok(Held { id: r.get(0)?, title: r.get(1)?, body: r.get(2)?, made: r.get(3)? })
            })?;
            let batch: Vec<Held> = rows.collect::<Result<_, _>>()?;
            let Some(last) = batch.last() else { return Ok(()) };
            after = last.id;
            let mut pages = Vec::new();
            for held in batch {
                match page_row::item(&self.connection, held.id) {
                    Ok(Some(item)) => pages.push((held, item)),
                    Ok(None) => found.faults.push(format!("r{} has no page", held.id)),
                    Err(error) => found.faults.push(error.to_string()),
                }
            }
            found.pages += pages.len() as u64;
            let (same, faults): (Vec<bool>, Vec<Option<String>>) =
                pages.par_iter().map(|(held, item)| again(held, item)).unzip();
            found.reports += same.iter().filter(|s| **s).count() as u64;
            found.faults.extend(faults.into_iter().flatten());
            step(found.pages);
        }
    }

    fn every_account(&self, found: &mut Findings) -> Result<(), Error> {
        let mut query = self.connection.prepare("SELECT a.story, a.json FROM account a JOIN story s ON s.id = a.story AND s.version = a.version ORDER BY a.story")?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            let (story, json): (i64, String) = (row.get(0)?, row.get(1)?);
            match serde_json::from_str::<Account>(&json) {
                Ok(account) => passages(story, &account, found),
                Err(error) => found.faults.push(format!("the account of s{story} cannot be read ({error})")),
            }
        }
        Ok(())
    }
}

/// A report as it is stored.
struct Held {
    id: i64,
    title: String,
    body: String,
    made: String,
}

/// Reads a page again. Another version of the program may read it otherwise; that is no fault.
fn again(held: &Held, item: &Item) -> (bool, Option<String>) {
    if held.made != MADE {
        return (false, None);
    }
    let report = report::report(&item.page());
    let same = report.body() == held.body && report.title().unwrap_or_default() == held.title;
    (same, (!same).then(|| format!("the page of r{} gives another text than it did", held.id)))
}

/// Every passage of statements, quotations and lineage is the text it says it is.
fn passages(story: i64, account: &Account, found: &mut Findings) {
    let text_of = |report: &str, passage: &Passage| -> Option<String> {
        let report = account.reports.iter().find(|r| r.id == report)?;
        let part =
            if passage.part.as_deref() == Some("title") { report.title.as_deref()? } else { &report.body };
        Some(part.chars().skip(passage.start).take(passage.end.checked_sub(passage.start)?).collect())
    };
    let mut check = |id: &str, report: &str, passage: &Passage| {
        let report = passage.report.as_deref().unwrap_or(report);
        if text_of(report, passage).as_deref() == Some(&passage.text) {
            found.passages += 1;
        } else {
            found.faults.push(format!("a passage of {id} in s{story} does not give its text"));
        }
    };
    for t in &account.statements {
        check(&t.id, &t.report, &t.passage);
        t.attribution.iter().for_each(|a| check(&t.id, &t.report, &a.passage));
    }
    for edge in &account.lineage {
        edge.passages.iter().for_each(|p| check(&edge.id, &edge.from, p));
    }
    for speech in &account.quotes {
        check(&speech.speaker, &speech.report, &speech.passage);
    }
}
