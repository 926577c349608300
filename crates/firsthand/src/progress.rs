//! A bar on stderr for runs that take longer than a moment.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::{self, IsTerminal};
use std::sync::Once;
use std::time::{Duration, Instant};

/// A run shorter than this shows nothing.
const PATIENCE: Duration = Duration::from_millis(500);

/// How far the run is. Shared by the threads that work.
#[derive(Debug)]
pub struct Progress {
    bar: ProgressBar,
    since: Instant,
    shown: Once,
    wanted: bool,
}

impl Progress {
    /// Starts counting to `total`. Nothing is ever drawn where `wanted` is false or stderr is no terminal.
    pub fn start(what: &'static str, total: usize, wanted: bool) -> Progress {
        Progress::of(what, Some(total as u64), wanted, "{msg} {wide_bar} {pos}/{len}")
    }

    /// Starts counting bytes, with rate and time left. `total` is None where it is not known, as for standard input.
    pub fn of_bytes(what: &'static str, total: Option<u64>, wanted: bool) -> Progress {
        let shape = match total {
            Some(_) => "{msg} {wide_bar} {bytes}/{total_bytes} {bytes_per_sec} {eta} left",
            None => "{msg} {spinner} {bytes} {bytes_per_sec}",
        };
        Progress::of(what, total, wanted, shape)
    }

    fn of(what: &'static str, total: Option<u64>, wanted: bool, shape: &str) -> Progress {
        let bar = ProgressBar::with_draw_target(total, ProgressDrawTarget::hidden());
        if let Ok(style) = ProgressStyle::with_template(shape) {
            bar.set_style(style);
        }
        bar.set_message(what);
        Progress {
            bar,
            since: Instant::now(),
            shown: Once::new(),
            wanted: wanted && io::stderr().is_terminal(),
        }
    }

    /// One more is done.
    pub fn step(&self) {
        self.show();
        self.bar.inc(1);
    }

    /// So much is done.
    pub fn reach(&self, position: u64) {
        self.show();
        self.bar.set_position(position);
    }

    fn show(&self) {
        if self.wanted && self.since.elapsed() > PATIENCE {
            self.shown.call_once(|| self.bar.set_draw_target(ProgressDrawTarget::stderr()));
        }
    }

    /// Takes the bar away.
    pub fn end(&self) {
        self.bar.finish_and_clear();
    }
}
