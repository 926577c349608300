//! What a poll makes of a feed's state. Knows no network and no archive.

use super::config::Intervals;
use super::entry::pending;
use super::state::{FeedState, Pending};
use crate::fetch::{Fetched, Kind, Trouble, share};
use std::collections::BTreeSet;
use std::time::Duration;

/// Entries remembered of a feed, beside those that stand in it.
const REMEMBERED: usize = 2000;

/// What a poll came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Polled {
    /// So many entries are new or changed.
    News(usize),
    /// Nothing is.
    Nothing,
    /// It is gone and not asked any more.
    Gone,
    /// It could not be read: why.
    Trouble(String),
}

/// When to come again.
pub(super) struct Pace<'a> {
    pub(super) intervals: &'a Intervals,
    pub(super) seed: u64,
    /// Seconds since 1970.
    pub(super) now: i64,
}

/// Takes the outcome of a poll into the feed's state.
pub(super) fn polled(
    address: &str,
    state: &mut FeedState,
    outcome: Result<Fetched, Trouble>,
    pace: &Pace,
) -> Polled {
    state.asked += 1;
    match outcome {
        Ok(Fetched::NotModified { validators, age }) => {
            state.etag = validators.etag;
            state.last_modified = validators.last_modified;
            state.errors = 0;
            pace.set(address, state, false, age);
            Polled::Nothing
        }
        Ok(Fetched::Page(page)) => {
            let feed =
                firsthand_intake::feed(&page.item.bytes, page.item.charset.as_deref(), Some(&page.address));
            let is_feed = !feed.entries.is_empty() || feed.channel != firsthand_intake::Channel::default();
            if !is_feed || (feed.entries.is_empty() && !feed.troubles.is_empty()) {
                state.errors += 1;
                pace.back_off(address, state, None);
                let said = feed.troubles.join("; ");
                return Polled::Trouble(if said.is_empty() {
                    "no feed was found in it".into()
                } else {
                    said
                });
            }
            let ttl = ttl(&page.item.bytes);
            state.errors = 0;
            state.moved = page.moved.or_else(|| state.moved.take());
            state.etag = page.validators.etag;
            state.last_modified = page.validators.last_modified;
            let news = take(state, &feed, &page.address, pace.now);
            pace.set(address, state, news > 0, page.age.max(ttl));
            if news > 0 { Polled::News(news) } else { Polled::Nothing }
        }
        Err(trouble) if trouble.kind == Kind::Status(410) => {
            state.gone = true;
            Polled::Gone
        }
        Err(trouble) => {
            // A request that was put off was not made.
            if trouble.kind != Kind::Wait {
                state.errors += 1;
            }
            pace.back_off(address, state, trouble.wait);
            Polled::Trouble(trouble.message)
        }
    }
}

/// Takes the new entries of a feed; gives how many.
fn take(state: &mut FeedState, feed: &firsthand_intake::Feed, address: &str, now: i64) -> usize {
    let mut marks = Vec::new();
    let (mut here, mut came) = (BTreeSet::new(), Vec::new());
    for entry in &feed.entries {
        let (mut entry, mark) = pending(entry, &feed.channel, address);
        if !here.insert(mark.0.clone()) || (entry.address.is_none() && entry.text.is_none()) {
            continue;
        }
        if !state.seen.contains(&mark) {
            entry.due = now;
            entry.changed = state.seen.iter().any(|m| m.0 == mark.0);
            came.push(entry);
        }
        marks.push(mark);
    }
    let news = came.len();
    // By their dates, and as they stand in the feed where these say nothing.
    came.sort_by_cached_key(published);
    for mut entry in came {
        entry.place = state.taken;
        state.taken += 1;
        state.pending.retain(|p| p.id != entry.id);
        state.pending.push(entry);
    }
    let old = std::mem::take(&mut state.seen).into_iter().filter(|m| !here.contains(&m.0));
    let most = REMEMBERED.max(2 * marks.len());
    marks.extend(old);
    marks.truncate(most);
    state.seen = marks;
    news
}

/// When an entry was published, as far as its date can be read.
fn published(entry: &Pending) -> Option<jiff::civil::DateTime> {
    let (_, date) = entry.facts.iter().find(|(key, _)| key == "published")?;
    Some(firsthand_intake::stamp(date)?.utc())
}

impl Pace<'_> {
    /// Sets the next poll: sooner after news, later without; never sooner than the feed wants.
    fn set(&self, address: &str, state: &mut FeedState, news: bool, age: Option<Duration>) {
        let (least, most) = (self.intervals.least.0.as_secs(), self.intervals.most.0.as_secs());
        let first = state.interval == 0;
        let last = if first { self.intervals.first.0.as_secs() } else { state.interval };
        let next = match (first, news) {
            (true, _) => last,
            (_, true) => last / 2,
            (_, false) => last + last / 2,
        };
        state.interval = next.clamp(least, most);
        let wanted = age.map_or(0, |age| age.as_secs()).min(most);
        state.due = self.at(address, state, state.interval.max(wanted));
    }

    /// Sets the next poll after an error.
    fn back_off(&self, address: &str, state: &mut FeedState, wait: Option<Duration>) {
        let (least, most) = (self.intervals.least.0.as_secs(), self.intervals.most.0.as_secs());
        let next = backed_off(least, most, state.errors);
        // A server may ask for more time than the longest interval, but not for a year.
        let wait = wait.map_or(0, |w| w.as_secs()).min(most.max(7 * 24 * 3600));
        state.due = self.at(address, state, next.max(wait));
    }

    fn at(&self, address: &str, state: &FeedState, seconds: u64) -> i64 {
        let more = share(self.seed, address, state.asked) * 0.1;
        let seconds = seconds as f64 * (1.0 + more);
        self.now.saturating_add(seconds as i64)
    }
}

/// The interval after some errors in a row: it doubles, up to a limit.
pub(super) fn backed_off(least: u64, most: u64, errors: u32) -> u64 {
    least.saturating_mul(1 << errors.saturating_sub(1).min(20)).clamp(least.min(most), most)
}

/// The minutes of RSS's `ttl`.
fn ttl(bytes: &[u8]) -> Option<Duration> {
    let head = String::from_utf8_lossy(bytes.get(..8 << 10).unwrap_or(bytes)).to_ascii_lowercase();
    let (_, behind) = head.split_once("<ttl>")?;
    let (minutes, _) = behind.split_once('<')?;
    let minutes: u64 = minutes.trim().parse().ok()?;
    Some(Duration::from_secs(minutes.min(60 * 24 * 30) * 60))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fetch::{Page, Validators};
    use firsthand_intake::Item;

    const ADDRESS: &str = "https://courier.example/feed";

    fn feed(items: &[(&str, &str)]) -> Result<Fetched, Trouble> {
        let items: String = items
            .iter()
            .map(|(id, text)| {
                format!("<item><guid>{id}</guid><link>/n/{id}</link><description>{text}</description></item>")
            })
            .collect();
        let bytes = format!("<rss><channel><title>Courier</title>{items}</channel></rss>").into_bytes();
        Ok(Fetched::Page(Box::new(Page {
            item: Item { bytes, ..Item::default() },
            address: ADDRESS.into(),
            moved: None,
            media: None,
            validators: Validators { etag: Some("\"1\"".into()), last_modified: None },
            age: None,
        })))
    }

    fn poll(state: &mut FeedState, outcome: Result<Fetched, Trouble>, now: i64) -> Polled {
        let intervals = Intervals::default();
        polled(ADDRESS, state, outcome, &Pace { intervals: &intervals, seed: 1, now })
    }

    #[test]
    fn the_oldest_entry_comes_first_whatever_its_address() {
        let item = |id: &str, day: &str| {
            let date = if day.is_empty() {
                String::new()
            } else {
                format!("<pubDate>{day} May 2025 08:00:00 GMT</pubDate>")
            };
            format!("<item><guid>{id}</guid><link>/n/{id}</link>{date}</item>")
        };
        let items = [("a", "07"), ("z", "06"), ("m", "05"), ("d", ""), ("c", "")]
            .map(|(id, day)| item(id, day))
            .concat();
        let bytes = format!("<rss><channel><title>Courier</title>{items}</channel></rss>").into_bytes();
        let Ok(Fetched::Page(mut page)) = feed(&[]) else { panic!("a page") };
        page.item.bytes = bytes;
        let mut state = FeedState::default();
        assert_eq!(poll(&mut state, Ok(Fetched::Page(page)), 0), Polled::News(5));
        let came: Vec<(u64, &str)> = state
            .pending
            .iter()
            .map(|p| (p.place, &p.address.as_deref().unwrap()[ADDRESS.len() - 2..]))
            .collect();
        assert_eq!(came, [(0, "d"), (1, "c"), (2, "m"), (3, "z"), (4, "a")]);
    }

    #[test]
    fn an_entry_is_new_once_and_again_when_it_changes() {
        let mut state = FeedState::default();
        assert_eq!(poll(&mut state, feed(&[("a", "one"), ("b", "two"), ("a", "one")]), 0), Polled::News(2));
        let addresses: Vec<&str> = state.pending.iter().filter_map(|p| p.address.as_deref()).collect();
        assert_eq!(addresses, ["https://courier.example/n/a", "https://courier.example/n/b"]);
        state.pending.clear();
        assert_eq!(poll(&mut state, feed(&[("a", "one"), ("b", "two")]), 1000), Polled::Nothing);
        assert_eq!(poll(&mut state, feed(&[("c", "three"), ("b", "two, corrected")]), 2000), Polled::News(2));
        assert_eq!(
            poll(&mut state, feed(&[("c", "three"), ("b", "two, corrected"), ("a", "one")]), 3000),
            Polled::Nothing
        );
        assert_eq!(state.pending.len(), 2);
        assert_eq!(
            super::super::state::read::<FeedState>(&super::super::state::written(&state)),
            Some(state)
        );
    }

    #[test]
    fn the_interval_follows_the_news_within_limits() {
        let mut state = FeedState::default();
        let steps: Vec<u64> = (0..12)
            .map(|_| {
                poll(&mut state, feed(&[("a", "one")]), 0);
                state.interval
            })
            .collect();
        assert_eq!(steps, [900, 1350, 2025, 3037, 4555, 6832, 10248, 15372, 21600, 21600, 21600, 21600]);
        let steps: Vec<u64> = (0..8)
            .map(|n| {
                poll(&mut state, feed(&[(&n.to_string(), "new")]), 0);
                state.interval
            })
            .collect();
        assert_eq!(steps, [10800, 5400, 2700, 1350, 675, 337, 300, 300]);
    }

    #[test]
    fn errors_put_a_feed_off_longer_and_longer() {
        let mut state = FeedState::default();
        let trouble = || Trouble::new(Kind::Status(500), ADDRESS, "the server says 500");
        let waits: Vec<i64> = (0..9)
            .map(|_| {
                assert!(matches!(poll(&mut state, Err(trouble()), 0), Polled::Trouble(_)));
                state.due
            })
            .collect();
        let least: Vec<i64> = vec![300, 600, 1200, 2400, 4800, 9600, 19200, 21600, 21600];
        for (due, least) in waits.iter().zip(&least) {
            assert!((*least..=least + least / 10).contains(due), "{waits:?}");
        }
        let busy = Trouble::new(Kind::Status(429), ADDRESS, "busy").after(Some(Duration::from_secs(100_000)));
        poll(&mut state, Err(busy), 0);
        assert!(state.due >= 100_000);
        assert_eq!(poll(&mut state, feed(&[]), 0), Polled::Nothing, "a feed may be empty");
        assert_eq!(state.errors, 0);
        let page = Ok(Fetched::Page(Box::new(Page {
            item: Item { bytes: b"<html><p>moved</p></html>".to_vec(), ..Item::default() },
            address: ADDRESS.into(),
            moved: None,
            media: None,
            validators: Validators::default(),
            age: None,
        })));
        assert!(matches!(poll(&mut state, page, 0), Polled::Trouble(_)));
        assert_eq!(state.errors, 1);
        let gone = Trouble::new(Kind::Status(410), ADDRESS, "gone");
        assert_eq!(poll(&mut state, Err(gone), 0), Polled::Gone);
        assert!(state.gone);
    }

    #[test]
    fn what_the_feed_wants_is_kept() {
        let mut state = FeedState::default();
        let age = Some(Duration::from_secs(7200));
        let same = Fetched::NotModified { validators: Validators::default(), age };
        poll(&mut state, Ok(same), 0);
        assert!((7200..=7920).contains(&state.due), "{}", state.due);
        assert_eq!(ttl(b"<rss><channel><ttl> 60 </ttl></channel></rss>"), Some(Duration::from_secs(3600)));
        assert_eq!(ttl(b"<rss><channel><ttl>soon</ttl></channel></rss>"), None);
    }
}
