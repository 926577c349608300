//! One request at a time for each host, and a pause between two.

use super::chance::share;
use super::clock::Clock;
use std::collections::BTreeMap;
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::time::Duration;

/// How hosts are spared.
#[derive(Debug, Clone, PartialEq)]
pub struct Pace {
    /// The pause between two requests to one host, from the end of one to the start of the next.
    pub pause: Duration,
    /// By how much the pause may be longer, as a part of it.
    pub jitter: f64,
    /// The longest pause that a host's `Crawl-delay` brings about.
    pub longest: Duration,
    /// How long a request waits for its turn; if it is further away, it is put off.
    pub patience: Duration,
    /// What the irregularity depends on.
    pub seed: u64,
}

impl Default for Pace {
    fn default() -> Pace {
        Pace {
            pause: Duration::from_secs(2),
            jitter: 0.25,
            longest: Duration::from_secs(60),
            patience: Duration::from_secs(90),
            seed: super::chance::seed(),
        }
    }
}

/// The hosts and when each may be asked again.
#[derive(Debug)]
pub(super) struct Hosts {
    pace: Pace,
    clock: Arc<dyn Clock>,
    states: Mutex<BTreeMap<String, State>>,
    left: Condvar,
}

#[derive(Debug, Default)]
struct State {
    busy: bool,
    /// By [`Clock::passed`]: a clock that is set neither shortens a pause nor makes it a year long.
    next: Option<Duration>,
    delay: Duration,
    asked: u64,
}

/// The right to ask one host, given back when it is dropped.
#[derive(Debug)]
pub(super) struct Turn<'h> {
    hosts: &'h Hosts,
    host: String,
}

impl Hosts {
    pub(super) fn new(pace: Pace, clock: Arc<dyn Clock>) -> Hosts {
        Hosts { pace, clock, states: Mutex::default(), left: Condvar::new() }
    }

    /// Waits for a turn. Errors: how long it is until then, where that is longer than requests wait.
    pub(super) fn turn(&self, host: &str) -> Result<Turn<'_>, Duration> {
        let mut states = self.states();
        while states.get(host).is_some_and(|s| s.busy) {
            states = self.left.wait(states).unwrap_or_else(|broken| broken.into_inner());
        }
        let state = states.entry(host.to_owned()).or_default();
        let wait = state.next.map_or(Duration::ZERO, |next| next.saturating_sub(self.clock.passed()));
        // A pause that the config wants is waited for, however long it is.
        if wait > self.pace.patience.max(self.pace.pause * 2) {
            return Err(wait);
        }
        state.busy = true;
        state.asked += 1;
        drop(states);
        let turn = Turn { hosts: self, host: host.to_owned() };
        if !wait.is_zero() {
            self.clock.sleep(wait);
        }
        Ok(turn)
    }

    /// How long it is until a host may be asked.
    pub(super) fn wait(&self, host: &str) -> Duration {
        let next = self.states().get(host).and_then(|s| s.next);
        next.map_or(Duration::ZERO, |next| next.saturating_sub(self.clock.passed()))
    }

    /// Leaves a host alone for some time.
    pub(super) fn hold(&self, host: &str, time: Duration) {
        let next = self.clock.passed().saturating_add(time);
        let mut states = self.states();
        let state = states.entry(host.to_owned()).or_default();
        state.next = state.next.max(Some(next));
    }

    /// What a host wants between two requests.
    pub(super) fn delay(&self, host: &str, delay: Option<Duration>) {
        let delay = delay.unwrap_or_default().min(self.pace.longest);
        self.states().entry(host.to_owned()).or_default().delay = delay;
    }

    fn states(&self) -> MutexGuard<'_, BTreeMap<String, State>> {
        self.states.lock().unwrap_or_else(|broken| broken.into_inner())
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        let hosts = self.hosts;
        let now = hosts.clock.passed();
        let mut states = hosts.states();
        if let Some(state) = states.get_mut(&self.host) {
            let pause = hosts.pace.pause.max(state.delay);
            let more = share(hosts.pace.seed, &self.host, state.asked) * hosts.pace.jitter;
            let next = now.saturating_add(pause.mul_f64(1.0 + more.max(0.0)));
            state.next = state.next.max(Some(next));
            state.busy = false;
        }
        drop(states);
        hosts.left.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fetch::clock::Set;
    use jiff::Timestamp;
    use std::sync::atomic::{AtomicUsize, Ordering};

    fn hosts(pause: u64, jitter: f64) -> (Hosts, Arc<Set>) {
        let clock = Arc::new(Set::to(Timestamp::UNIX_EPOCH));
        let seconds = Duration::from_secs;
        let pace =
            Pace { pause: seconds(pause), jitter, longest: seconds(60), patience: seconds(90), seed: 1 };
        (Hosts::new(pace, clock.clone()), clock)
    }

    #[test]
    fn a_host_is_given_its_pause_and_others_do_not_wait() {
        let (hosts, clock) = hosts(10, 0.0);
        for (host, want) in [("a", 0), ("b", 0), ("a", 10), ("a", 20), ("b", 20)] {
            drop(hosts.turn(host).unwrap());
            assert_eq!(clock.now().as_second(), want, "{host}");
        }
    }

    #[test]
    fn the_pause_is_a_little_longer_now_and_then_and_the_same_for_a_seed() {
        let starts = || {
            let (hosts, clock) = hosts(50, 0.5);
            (0..20)
                .map(|_| {
                    drop(hosts.turn("a").unwrap());
                    clock.now().as_millisecond()
                })
                .collect::<Vec<_>>()
        };
        let row = starts();
        assert_eq!(row, starts());
        let gaps: Vec<i64> = row.windows(2).map(|pair| pair[1] - pair[0]).collect();
        assert!(gaps.iter().all(|gap| (50_000..75_000).contains(gap)), "{gaps:?}");
        assert!(gaps.windows(2).any(|pair| pair[0] != pair[1]), "{gaps:?}");
    }

    #[test]
    fn a_crawl_delay_is_kept_up_to_a_limit() {
        for (delay, want) in [(Some(30), 30), (Some(3600), 60), (Some(1), 10), (None, 10)] {
            let (hosts, clock) = hosts(10, 0.0);
            hosts.delay("a", delay.map(Duration::from_secs));
            drop(hosts.turn("a").unwrap());
            drop(hosts.turn("a").unwrap());
            assert_eq!(clock.now().as_second(), want, "{delay:?}");
        }
    }

    #[test]
    fn a_host_that_wants_to_be_left_alone_is_not_waited_for() {
        let (hosts, clock) = hosts(10, 0.0);
        hosts.hold("a", Duration::from_secs(3600));
        assert_eq!(hosts.turn("a").unwrap_err(), Duration::from_secs(3600));
        assert_eq!(hosts.wait("a"), Duration::from_secs(3600));
        assert_eq!(clock.now().as_second(), 0);
        clock.sleep(Duration::from_secs(3600));
        assert!(hosts.turn("a").is_ok());
    }

    #[test]
    fn a_clock_that_is_set_changes_no_pause() {
        for to in ["1969-01-01T00:00:00Z", "1971-01-01T00:00:00Z"] {
            let (hosts, clock) = hosts(10, 0.0);
            drop(hosts.turn("a").unwrap());
            hosts.hold("b", Duration::from_secs(3600));
            clock.jump(to.parse().unwrap());
            assert_eq!(
                (hosts.wait("a"), hosts.wait("b")),
                (Duration::from_secs(10), Duration::from_secs(3600)),
                "{to}"
            );
        }
    }

    #[test]
    fn there_is_one_turn_at_a_time_for_each_host() {
        let (hosts, _) = hosts(0, 0.0);
        let (now, most) = (AtomicUsize::new(0), AtomicUsize::new(0));
        std::thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    for _ in 0..50 {
                        let turn = hosts.turn("a").unwrap();
                        most.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                        std::thread::yield_now();
                        now.fetch_sub(1, Ordering::SeqCst);
                        drop(turn);
                    }
                });
            }
        });
        assert_eq!(most.load(Ordering::SeqCst), 1);
    }
}
