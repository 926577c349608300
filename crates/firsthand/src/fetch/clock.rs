//! What time it is, and how to wait: a clock that tests can set.

use jiff::Timestamp;
use std::fmt;
use std::sync::{LazyLock, Mutex, MutexGuard};
use std::time::{Duration, Instant};

/// A clock.
pub trait Clock: fmt::Debug + Send + Sync {
    /// Now. Whoever keeps the machine may set it, ahead or back.
    fn now(&self) -> Timestamp;
    /// How long the clock has been running: never less than before, whatever `now` is set to.
    fn passed(&self) -> Duration;
    /// Waits.
    fn sleep(&self, time: Duration);
}

/// The machine's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct System;

impl Clock for System {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
    fn passed(&self) -> Duration {
        static START: LazyLock<Instant> = LazyLock::new(Instant::now);
        START.elapsed()
    }
    fn sleep(&self, time: Duration) {
        std::thread::sleep(time);
    }
}

/// A clock that stands still until somebody waits by it: the wait is over at once, and that much later.
#[derive(Debug)]
pub struct Set(Mutex<(Timestamp, Duration)>);

impl Set {
    /// A clock set to this time.
    pub fn to(now: Timestamp) -> Set {
        Set(Mutex::new((now, Duration::ZERO)))
    }

    /// Sets it to another time, as somebody does who corrects the machine's clock: no time passes.
    pub fn jump(&self, now: Timestamp) {
        self.held().0 = now;
    }

    fn held(&self) -> MutexGuard<'_, (Timestamp, Duration)> {
        self.0.lock().unwrap_or_else(|broken| broken.into_inner())
    }
}

impl Clock for Set {
    fn now(&self) -> Timestamp {
        self.held().0
    }
    fn passed(&self) -> Duration {
        self.held().1
    }
    fn sleep(&self, time: Duration) {
        let mut held = self.held();
        *held = (later(held.0, time), held.1.saturating_add(time));
    }
}

/// A time after another; the last there is, if that is too far.
pub fn later(time: Timestamp, by: Duration) -> Timestamp {
    time.checked_add(by).unwrap_or(Timestamp::MAX)
}

/// How long it is from one time to another; nothing where it is past.
pub fn until(from: Timestamp, to: Timestamp) -> Duration {
    Duration::try_from(to.duration_since(from)).unwrap_or_default()
}
