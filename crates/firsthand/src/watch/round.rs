//! The watch itself: what is due is done, what came of it is kept, what is new is told.

use super::config::Config;
use super::job::{Job, Outcome};
use super::outbox::Watch;
use super::set_back::{taken_feed, taken_page, taken_watch};
use super::shelf::Shelf;
use super::signal::Stop;
use super::state::{FeedState, PageState, Pending, WatchState, read, written};
use super::tidings::{LOOKED, look};
use crate::fetch::{Client, Clock, is_address, later};
use jiff::Timestamp;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

/// For how long a watch goes on.
#[derive(Debug, Clone)]
pub enum Until {
    /// Until everything that was due has been done once.
    Once,
    /// Until it is stopped.
    Stopped(Stop),
    /// Until this time (for clocks that are set).
    Time(Timestamp),
}

/// How a watch ended.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Settled {
    /// New reports.
    pub new: usize,
    /// New versions of reports.
    pub changed: usize,
    /// Alerts.
    pub alerts: usize,
    /// Requests and pages that came to nothing.
    pub troubles: usize,
}

/// Who is told how it goes, line by line.
pub trait Teller {
    /// Something happened.
    fn say(&mut self, line: &str);
    /// Something went wrong with a feed, a page or a target.
    fn complain(&mut self, about: &str, message: &str);
}

/// How long what is under way may take to end when the watch is stopped.
const GRACE: Duration = Duration::from_secs(3);

/// A watch.
pub struct Round<S: Shelf> {
    pub(super) config: Config,
    pub(super) shelf: S,
    pub(super) client: Arc<Client>,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) teller: Box<dyn Teller>,
    pub(super) watches: Vec<Watch>,
    pub(super) settled: Settled,
    pub(super) feeds: BTreeMap<String, FeedState>,
    pub(super) pages: BTreeMap<String, PageState>,
    looked: i64,
    /// The time when the clock was looked at last.
    pub(super) latest: i64,
    pub(super) queue: BTreeSet<(i64, Job)>,
    pub(super) under_way: BTreeMap<Job, String>,
    /// What was done, where each thing is done once.
    pub(super) done: Option<BTreeSet<Job>>,
    pub(super) give: Sender<(Job, Outcome)>,
    take: Receiver<(Job, Outcome)>,
}

impl<S: Shelf> Round<S> {
    /// Errors: a secret of the config that is not there.
    pub fn check(config: &Config, secrets: &dyn Fn(&str) -> Option<String>) -> Result<(), String> {
        config
            .watch
            .iter()
            .try_for_each(|watched| Watch::open(watched, WatchState::default(), secrets).map(drop))
    }

    /// A watch that goes on where the shelf's cursors say. `secrets` gives variables of the environment. Errors: a cursor
    /// that cannot be read from the shelf, a secret that is not there.
    pub fn open(
        config: Config,
        shelf: S,
        client: Client,
        teller: Box<dyn Teller>,
        secrets: &dyn Fn(&str) -> Option<String>,
    ) -> Result<Round<S>, String> {
        let (give, take) = channel();
        let clock = Arc::clone(&client.settings().clock);
        let mut round = Round {
            shelf,
            clock,
            client: Arc::new(client),
            teller,
            watches: Vec::new(),
            settled: Settled::default(),
            feeds: BTreeMap::new(),
            pages: BTreeMap::new(),
            looked: 0,
            latest: i64::MIN,
            queue: BTreeSet::new(),
            under_way: BTreeMap::new(),
            done: None,
            give,
            take,
            config,
        };
        round.resume(secrets)?;
        Ok(round)
    }

    fn resume(&mut self, secrets: &dyn Fn(&str) -> Option<String>) -> Result<(), String> {
        let now = self.now();
        self.latest = now;
        for address in self.config.feeds.clone().iter().filter(|f| is_address(f)) {
            let state = self.shelf.cursor(&format!("feed:{address}"))?.and_then(|text| read(&text));
            self.feeds.insert(address.clone(), taken_feed(state.unwrap_or_default(), now));
            self.queue_feed(address);
        }
        for (source, text) in self.shelf.cursors("page:")? {
            if let (Some(address), Some(state)) = (source.strip_prefix("page:"), read::<PageState>(&text)) {
                let state = taken_page(state, now);
                self.queue.insert((state.due, Job::Page(address.to_owned())));
                self.pages.insert(address.to_owned(), state);
            }
        }
        let mut fresh = Vec::new();
        for watched in self.config.watch.clone() {
            let label = watched.matter()?.label();
            let state: Option<WatchState> =
                self.shelf.cursor(&format!("watch:{label}"))?.and_then(|text| read(&text));
            let known = state.is_some();
            let watch = Watch::open(&watched, taken_watch(state.unwrap_or_default(), now), secrets)?;
            if known { self.watches.push(watch) } else { fresh.push(watch) }
        }
        let looked = self.shelf.cursor(LOOKED)?.and_then(|text| text.parse().ok());
        if let Some(looked) = looked.filter(|_| !self.watches.is_empty()) {
            self.looked = looked;
            self.news()?;
        }
        // What was there before somebody watched is no news to him.
        self.looked = self.shelf.last_change()?;
        let mut cursors = vec![(LOOKED.to_owned(), self.looked.to_string())];
        cursors.extend(fresh.iter().map(|w| (w.cursor(), written(&w.state))));
        self.shelf.put(Vec::new(), &cursors)?;
        self.watches.append(&mut fresh);
        Ok(())
    }

    /// Goes on for so long. Errors: the shelf cannot be written or read; what is not kept is done again next time.
    pub fn run(&mut self, until: &Until) -> Result<Settled, String> {
        self.done = matches!(until, Until::Once).then(BTreeSet::new);
        self.news()?;
        let mut begun = self.now();
        loop {
            begun = begun.saturating_add(self.follow_clock());
            let over = match until {
                Until::Once => false,
                Until::Stopped(stop) => stop.is_asked(),
                Until::Time(end) => self.clock.now() >= *end,
            };
            if over {
                break;
            }
            if self.is_file_due() {
                self.deliver()?;
            }
            let next = self.begin(begun);
            if !self.under_way.is_empty() {
                match self.take.recv_timeout(Duration::from_millis(100)) {
                    Ok((job, outcome)) => self.ended(job, outcome)?,
                    Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {}
                }
                continue;
            }
            match (next, until) {
                (None, Until::Once) => break,
                (None, _) => self.clock.sleep(Duration::from_secs(1)),
                // In small steps: somebody may want it to end.
                (Some(wait), _) => self.clock.sleep(wait.min(Duration::from_secs(1))),
            }
        }
        self.finish()?;
        Ok(self.settled)
    }

    /// Waits a moment for what is under way; what comes later is done again next time.
    fn finish(&mut self) -> Result<(), String> {
        let end = std::time::Instant::now() + GRACE;
        while !self.under_way.is_empty() {
            let left = end.saturating_duration_since(std::time::Instant::now());
            match self.take.recv_timeout(left) {
                Ok((job, outcome)) => self.ended(job, outcome)?,
                Err(_) => break,
            }
        }
        Ok(())
    }

    /// The shelf, for whoever wants to look into it.
    pub fn shelf(&self) -> &S {
        &self.shelf
    }

    pub(super) fn now(&self) -> i64 {
        self.clock.now().as_second()
    }

    pub(super) fn moment(&self) -> String {
        moment_of(self.now()).unwrap_or_default()
    }

    /// Takes in what came of a job.
    fn ended(&mut self, job: Job, outcome: Outcome) -> Result<(), String> {
        self.under_way.remove(&job);
        match (job, outcome) {
            (Job::Feed(feed), Outcome::Fetched(outcome)) => self.polled(&feed, outcome),
            (Job::Entry(feed, _, id), Outcome::Fetched(outcome)) => self.entered(&feed, &id, outcome),
            (Job::Page(address), Outcome::Fetched(outcome)) => self.followed(&address, outcome),
            (Job::Send(watch, target, alert), Outcome::Posted(outcome)) => {
                self.posted(&watch, &target, &alert, outcome)
            }
            _ => Ok(()),
        }
    }

    pub(super) fn take_pending(&mut self, feed: &str, fits: impl Fn(&Pending) -> bool) -> Vec<Pending> {
        let Some(state) = self.feeds.get_mut(feed) else {
            return Vec::new();
        };
        let (taken, left) = std::mem::take(&mut state.pending).into_iter().partition(|p| fits(p));
        state.pending = left;
        taken
    }

    pub(super) fn feed_cursor(&mut self, feed: &str) -> (String, String) {
        let now = self.now();
        let state = self.feeds.get_mut(feed).map(|state| {
            state.at = now;
            written(state)
        });
        (format!("feed:{feed}"), state.unwrap_or_default())
    }

    /// Queues a feed and its entries; what is queued already stays where it is.
    pub(super) fn queue_feed(&mut self, feed: &str) {
        let Some(state) = self.feeds.get(feed).filter(|s| !s.gone) else {
            return;
        };
        let poll = Job::Feed(feed.to_owned());
        let mut jobs = vec![(state.due, poll)];
        jobs.extend(
            state.pending.iter().map(|p| (p.due, Job::Entry(feed.to_owned(), p.place, p.id.clone()))),
        );
        for (due, job) in jobs {
            if !self.under_way.contains_key(&job) {
                self.queue.insert((due, job));
            }
        }
    }

    pub(super) fn queue_job(&mut self, due: i64, job: Job) {
        if !self.under_way.contains_key(&job) {
            self.queue.insert((due, job));
        }
    }

    /// Looks for what is to be told, and sends it.
    pub(super) fn news(&mut self) -> Result<(), String> {
        let (now, at) = (self.now(), self.moment());
        let alerts = look(&mut self.shelf, &mut self.watches, &mut self.looked, now, &at)?;
        self.settled.alerts += alerts.len();
        for alert in &alerts {
            self.teller.say(&format!(
                "{}: {}: {} ({})",
                alert.watch, alert.says, alert.story.headline, alert.story.id
            ));
        }
        self.deliver()
    }

    pub(super) fn complain(&mut self, about: &str, message: &str) {
        self.settled.troubles += 1;
        self.teller.complain(about, message);
    }

    pub(super) fn in_time(&self, seconds: u64) -> i64 {
        later(self.clock.now(), Duration::from_secs(seconds)).as_second()
    }
}

/// Seconds since 1970 as they are written; None where there is no such year.
pub(super) fn moment_of(seconds: i64) -> Option<String> {
    let time = Timestamp::from_second(seconds).ok()?;
    Some(time.strftime("%Y-%m-%dT%H:%M:%SZ").to_string())
}
