//! What time it is, and how to wait: a clock that tests can set.

use jiff::Timestamp;
use std::fmt;
use std::sync::Mutex;
use std::time::Duration;

/// A clock.
pub trait Clock: fmt::Debug + Send + Sync {
    /// Now.
    fn now(&self) -> Timestamp;
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
    fn sleep(&self, time: Duration) {
        std::thread::sleep(time);
    }
}

/// A clock that stands still until somebody waits by it: the wait is over at once, and that much later.
#[derive(Debug)]
pub struct Set(Mutex<Timestamp>);

impl Set {
    /// A clock set to this time.
    pub fn to(now: Timestamp) -> Set {
        Set(Mutex::new(now))
    }
}

impl Clock for Set {
    fn now(&self) -> Timestamp {
        *self.0.lock().unwrap_or_else(|broken| broken.into_inner())
    }
    fn sleep(&self, time: Duration) {
        let mut now = self.0.lock().unwrap_or_else(|broken| broken.into_inner());
        *now = later(*now, time);
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
