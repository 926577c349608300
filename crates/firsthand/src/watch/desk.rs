//! The archive as a shelf.

use super::shelf::{Choice, Happening, Kept, Named, Seen, Shelf};
use firsthand_core::check::{self, Verdict};
use firsthand_core::watchlist::Watchlist;
use firsthand_store::{Archive, Keeping, Paging, Prepared, Reader, Search, Standing, What, prepare};
use firsthand_text::language::Models;
use std::collections::BTreeSet;
use std::path::Path;

/// An archive that is written and read.
pub struct Desk {
    archive: Archive,
    reader: Reader,
    models: Models,
}

impl Desk {
    /// Opens an archive; makes the file where there is none. Errors: as the archive's.
    pub fn open(path: &Path) -> Result<Desk, String> {
        Desk::open_with(path, Watchlist::default())
    }

    /// The same, with lists that the people and bodies of accounts are linked to.
    pub fn open_with(path: &Path, lists: Watchlist) -> Result<Desk, String> {
        let archive = Archive::open(path).map_err(|e| e.to_string())?;
        let reader = archive.reader().map_err(|e| e.to_string())?.with_watchlist(lists.into());
        Ok(Desk { archive, reader, models: Models::built_in() })
    }

    /// A page that can be kept, or why neither it nor what stands for it can.
    fn prepared(&self, choice: Choice) -> Result<Prepared, String> {
        let keeping = Keeping::default();
        let page = prepare(choice.page, &keeping, &self.models);
        let Some(why) = page.fatal() else {
            return Ok(page);
        };
        let instead = choice.instead.map(|item| prepare(item, &keeping, &self.models));
        instead.filter(|page| page.fatal().is_none()).ok_or(why)
    }
}

impl Shelf for Desk {
    fn put(&mut self, pages: Vec<Choice>, cursors: &[(String, String)]) -> Result<Vec<Kept>, String> {
        let (mut batch, mut refused) = (Vec::new(), Vec::new());
        for choice in pages {
            match self.prepared(choice) {
                Ok(page) => {
                    batch.push(page);
                    refused.push(None);
                }
                Err(why) => refused.push(Some(why)),
            }
        }
        let outcomes = self.archive.put(&batch, cursors).map_err(|e| e.to_string())?;
        let mut outcomes = outcomes.into_iter();
        let kept = refused.into_iter().map(|refused| match (refused, outcomes.len()) {
            (Some(why), _) => Kept::Refused(why),
            (None, _) => match outcomes.next() {
                Some(o) => match o.what {
                    What::New => Kept::New(o.report, o.story),
                    What::Version { .. } => Kept::Changed(o.report, o.story),
                    What::Known => Kept::Known(o.report, o.story),
                },
                None => Kept::Refused("the archive does not say what became of it".to_owned()),
            },
        });
        Ok(kept.collect())
    }

    fn cursor(&self, source: &str) -> Result<Option<String>, String> {
        let cursor = self.reader.cursor(source).map_err(|e| e.to_string())?;
        Ok(cursor.filter(|text| !text.is_empty()))
    }

    fn cursors(&self, prefix: &str) -> Result<Vec<(String, String)>, String> {
        let cursors = self.reader.cursors(prefix).map_err(|e| e.to_string())?;
        Ok(cursors.into_iter().filter(|(_, text)| !text.is_empty()).collect())
    }

    fn changes(&self, after: i64, most: usize) -> Result<Vec<Happening>, String> {
        let changes = self.reader.changes(after, most).map_err(|e| e.to_string())?;
        let told = changes.into_iter().map(|c| Happening {
            id: c.id,
            kind: c.kind,
            report: c.report,
            story: c.story,
        });
        Ok(told.collect())
    }

    fn last_change(&self) -> Result<i64, String> {
        self.reader.last_change().map_err(|e| e.to_string())
    }

    fn account(&self, story: i64) -> Result<Option<Seen>, String> {
        let account = self.reader.account(story).map_err(|e| e.to_string())?;
        Ok(account.map(|account| {
            let numbers = account.reports.iter().map(|r| r.archived).collect();
            Seen { account, numbers }
        }))
    }

    fn standing(&self, story: i64) -> Result<Option<i64>, String> {
        let mut at = story;
        // A story that was put together with another may have been put together with a third.
        for _ in 0..100 {
            match self.reader.story(at).map_err(|e| e.to_string())? {
                Some(Standing::Here(line)) => return Ok(Some(line.id)),
                Some(Standing::Moved(to)) => at = to,
                None => return Ok(None),
            }
        }
        Ok(None)
    }

    fn holds(&self, address: &str) -> Result<bool, String> {
        self.reader.has_page(address).map_err(|e| e.to_string())
    }

    fn report(&self, report: i64) -> Result<Option<Named>, String> {
        let row = self.reader.report(report).map_err(|e| e.to_string())?;
        Ok(row.map(|r| Named { id: r.id, story: r.story, title: r.title, outlet: r.outlet, url: r.url }))
    }

    fn speaks_of(&self, claim: &str, seen: &Seen, reports: &BTreeSet<i64>) -> Result<bool, String> {
        let read = check::claim(claim, None, &self.models);
        let answer = check::Record::new([seen.account.as_ref()]).check(&read);
        if answer.verdict != Verdict::NotMeasured {
            let mut tellers = answer.sides.iter().flat_map(|side| &side.reports);
            return Ok(tellers.any(|t| t.archived.is_some_and(|report| reports.contains(&report))));
        }
        // What is no sentence is looked for by its words: all of them must stand in the report.
        let words: Vec<&str> =
            claim.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
        let search = Search { words: words.join(" "), ..Search::default() };
        let paging = Paging { after: None, most: 200 };
        let found = self.reader.search(&search, &paging).map_err(|e| e.to_string())?;
        Ok(found.items.iter().any(|hit| reports.contains(&hit.report.id)))
    }
}
