//! A clock that was set back: what was put off until one of its times would wait for as long as it was set back.
//!
//! Everything that is due is moved with the clock; after a restart it is due at once, for nobody knows how long it waited.
//! One that was set ahead needs nothing: all of it is due at once, each thing once, and hosts are spared by another clock.

use super::job::Job;
use super::round::Round;
use super::shelf::Shelf;
use super::state::{FeedState, PageState, WatchState};
use std::collections::BTreeSet;

/// Seconds by which a clock may go back before anybody cares: those that keep time move it by less.
const SLACK: i64 = 5;

/// The longest that an alert is put off, in seconds.
const ALERT_MOST: i64 = 24 * 3600;

impl<S: Shelf> Round<S> {
    /// Moves what is due, if the clock was set back since this was asked last. Gives by how many seconds.
    pub(super) fn follow_clock(&mut self) -> i64 {
        let now = self.now();
        let by = now.saturating_sub(std::mem::replace(&mut self.latest, now));
        if by >= -SLACK {
            return 0;
        }
        self.teller.say(&format!("the clock was set back by {} s; what is due moves with it", -by));
        self.queue = moved_queue(std::mem::take(&mut self.queue), by);
        self.feeds.values_mut().for_each(|feed| move_feed(feed, by));
        self.pages.values_mut().for_each(|page| move_page(page, by));
        for waiting in self.watches.iter_mut().flat_map(|watch| &mut watch.state.outbox) {
            waiting.due = waiting.due.saturating_add(by);
        }
        by
    }
}

fn moved_queue(queue: BTreeSet<(i64, Job)>, by: i64) -> BTreeSet<(i64, Job)> {
    queue.into_iter().map(|(due, job)| (due.saturating_add(by), job)).collect()
}

fn move_feed(feed: &mut FeedState, by: i64) {
    feed.due = feed.due.saturating_add(by);
    for entry in &mut feed.pending {
        entry.due = entry.due.saturating_add(by);
    }
}

fn move_page(page: &mut PageState, by: i64) {
    page.due = page.due.saturating_add(by);
    page.until = page.until.saturating_add(by);
}

/// Whether the clock was set back since a state was written.
fn is_ahead(written: i64, now: i64) -> bool {
    written > now.saturating_add(SLACK)
}

/// The state of a feed as it is taken up again: due, where nobody knows how long it has waited.
pub(super) fn taken_feed(mut feed: FeedState, now: i64) -> FeedState {
    if is_ahead(feed.at, now) {
        feed.due = now;
        feed.pending.iter_mut().for_each(|entry| entry.due = now);
    }
    feed
}

/// The state of a page as it is taken up again: due, and followed for as long as was left.
pub(super) fn taken_page(mut page: PageState, now: i64) -> PageState {
    if is_ahead(page.at, now) {
        page.until = now.saturating_add(page.until.saturating_sub(page.at));
        page.due = now;
    }
    page
}

/// The state of a watch as it is taken up again: no alert waits longer than any is put off.
pub(super) fn taken_watch(mut watch: WatchState, now: i64) -> WatchState {
    for waiting in watch.outbox.iter_mut().filter(|w| w.due > now.saturating_add(ALERT_MOST)) {
        waiting.due = now;
    }
    watch
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_by_a_clock_that_was_ahead_is_due_and_only_that() {
        let feed = FeedState { at: 1000, due: 1900, ..FeedState::default() };
        for (now, want) in [(1000, 1900), (1500, 1900), (90_000, 1900), (998, 1900), (400, 400)] {
            assert_eq!(taken_feed(feed.clone(), now).due, want, "{now}");
        }
        let page = PageState { at: 1000, due: 1900, until: 9000, ..PageState::default() };
        let taken = taken_page(page, 0);
        assert_eq!((taken.due, taken.until), (0, 8000));
    }
}
