//! What came of a request is taken in: states, pages and cursors are kept in one step, then it is said.

use super::entry::{self, choice, lasting, own};
use super::feed::{Pace, Polled, backed_off, polled};
use super::follow::{Followed, begun, followed};
use super::job::Job;
use super::round::{Round, moment_of};
use super::shelf::{Choice, Kept, Shelf};
use super::state::{Pending, written};
use crate::fetch::{Fetched, Kind, Trouble};
use std::collections::BTreeSet;

/// How often an entry's page is tried before what the feed has is taken.
const TRIES: u32 = 5;

impl<S: Shelf> Round<S> {
    pub(super) fn polled(&mut self, feed: &str, outcome: Result<Fetched, Trouble>) -> Result<(), String> {
        let now = self.now();
        let seed = self.client.settings().pace.seed;
        let Some(state) = self.feeds.get_mut(feed) else {
            return Ok(());
        };
        let pace = Pace { intervals: &self.config.interval, seed, now };
        let became = polled(feed, state, outcome, &pace);
        self.skip_known(feed)?;
        // Entries without a page are what they are.
        let bare: Vec<Pending> = self.take_pending(feed, |p| p.address.is_none());
        let crawled = self.moment();
        let pages: Vec<Choice> = bare
            .iter()
            .filter_map(|entry| Some(Choice { page: own(entry, feed, &crawled)?, instead: None }))
            .collect();
        let cursor = self.feed_cursor(feed);
        let kept = self.keep(pages, vec![cursor])?;
        match became {
            Polled::News(count) => {
                let what = if count == 1 { "entry" } else { "entries" };
                self.teller.say(&format!("{feed}: {count} new {what}"));
            }
            Polled::Nothing => {}
            Polled::Gone => self.complain(feed, "the feed is gone (410); it is not asked any more"),
            Polled::Trouble(message) => self.complain(feed, &message),
        }
        self.queue_feed(feed);
        self.told(&kept)?;
        self.news()
    }

    /// Takes entries off whose page is held already, unless their entry has changed.
    fn skip_known(&mut self, feed: &str) -> Result<(), String> {
        let Some(state) = self.feeds.get(feed) else {
            return Ok(());
        };
        let mut known = BTreeSet::new();
        for entry in state.pending.iter().filter(|p| p.tries == 0 && !p.changed) {
            if let Some(address) = &entry.address
                && self.shelf.holds(address)?
            {
                known.insert(entry.id.clone());
            }
        }
        self.take_pending(feed, |p| known.contains(&p.id));
        Ok(())
    }

    pub(super) fn entered(
        &mut self,
        feed: &str,
        id: &str,
        outcome: Result<Fetched, Trouble>,
    ) -> Result<(), String> {
        let (now, crawled) = (self.now(), self.moment());
        let seed = self.client.settings().pace.seed;
        let Some(mut entry) = self.take_pending(feed, |p| p.id == id).pop() else {
            return Ok(());
        };
        let mut pages = Vec::new();
        let mut extra = None;
        match outcome {
            Ok(Fetched::Page(page)) => {
                let state = begun(&page, lasting(&entry.facts), &self.config.follow, seed, now);
                if let Some(state) = state {
                    let address = page.address.clone();
                    extra = Some((format!("page:{address}"), written(&state)));
                    self.queue_job(state.due, Job::Page(address.clone()));
                    self.pages.insert(address, state);
                }
                pages.push(choice(*page, &entry, feed, &crawled));
            }
            Ok(Fetched::NotModified { .. }) => {}
            Err(trouble) if trouble.may_pass() && entry.tries < TRIES => {
                // A request that was put off was not made.
                entry.tries += u32::from(trouble.kind != Kind::Wait);
                let wait = trouble.wait.map_or(0, |w| w.as_secs()).min(7 * 24 * 3600);
                let wait = backed_off(300, 6 * 3600, entry.tries).max(wait);
                entry.due = now.saturating_add_unsigned(wait);
                self.complain(&trouble.address, &trouble.message);
                if let Some(state) = self.feeds.get_mut(feed) {
                    state.pending.push(entry);
                }
            }
            Err(trouble) => {
                let instead = own(&entry, feed, &crawled);
                let left = if instead.is_some() { "; what the feed has of it is kept" } else { "" };
                self.complain(&trouble.address, &format!("{}{left}", trouble.message));
                pages.extend(instead.map(|page| Choice { page, instead: None }));
            }
        }
        let mut cursors = vec![self.feed_cursor(feed)];
        cursors.extend(extra);
        let kept = self.keep(pages, cursors)?;
        self.queue_feed(feed);
        self.told(&kept)?;
        self.news()
    }

    pub(super) fn followed(
        &mut self,
        address: &str,
        outcome: Result<Fetched, Trouble>,
    ) -> Result<(), String> {
        let now = self.now();
        let seed = self.client.settings().pace.seed;
        let Some(state) = self.pages.get_mut(address) else {
            return Ok(());
        };
        let facts = entry::facts(&state.facts);
        // Where the clock was set back, this version still came after the last one.
        let before = Some(state.at).filter(|at| *at > now);
        let became = followed(address, state, outcome, &self.config.follow, seed, now);
        let mut cursor = written(state);
        let due = state.due;
        let mut pages = Vec::new();
        match became {
            Followed::Changed(page) => {
                let mut item = page.item;
                item.facts.extend(facts);
                item.crawled = before.and_then(moment_of).or(item.crawled);
                pages.push(Choice { page: item, instead: None });
            }
            Followed::Same => {}
            Followed::Trouble(message) => self.complain(address, &message),
            Followed::Over(why) => {
                if let Some(why) = why {
                    self.complain(address, &format!("{why}; it is not followed any more"));
                }
                self.pages.remove(address);
                cursor.clear();
            }
        }
        if self.pages.contains_key(address) {
            self.queue_job(due, Job::Page(address.to_owned()));
        }
        let kept = self.keep(pages, vec![(format!("page:{address}"), cursor)])?;
        self.told(&kept)?;
        self.news()
    }

    fn keep(
        &mut self,
        pages: Vec<Choice>,
        cursors: Vec<(String, String)>,
    ) -> Result<Vec<(String, Kept)>, String> {
        let locations: Vec<String> = pages.iter().map(|c| c.page.location.clone()).collect();
        let kept = self.shelf.put(pages, &cursors)?;
        Ok(locations.into_iter().zip(kept).collect())
    }

    /// Says what became of pages.
    fn told(&mut self, kept: &[(String, Kept)]) -> Result<(), String> {
        for (location, kept) in kept {
            let (what, report, story) = match kept {
                Kept::New(report, story) => ("new report", *report, *story),
                Kept::Changed(report, story) => ("changed report", *report, *story),
                Kept::Known(..) => continue,
                Kept::Refused(why) => {
                    self.complain(location, &format!("{why}; left out"));
                    continue;
                }
            };
            if matches!(kept, Kept::New(..)) {
                self.settled.new += 1;
            } else {
                self.settled.changed += 1;
            }
            let named = self.shelf.report(report)?.unwrap_or_default();
            let title = named.title.as_deref().unwrap_or("without a title");
            let outlet = named.outlet.map_or(String::new(), |o| format!(" ({o})"));
            self.teller.say(&format!("{what} r{report} in s{story}: {title}{outlet} {location}"));
        }
        Ok(())
    }
}
