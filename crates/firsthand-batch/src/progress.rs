//! How far a run is: counted where the work is done, drawn on a terminal.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::fs;
use std::io::{self, IsTerminal};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering::Relaxed};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// What this process has done.
pub static METER: Meter =
    Meter { written: AtomicU64::new(0), records: AtomicU64::new(0), tasks: AtomicU64::new(0) };

/// Counts work.
#[derive(Debug)]
pub struct Meter {
    written: AtomicU64,
    records: AtomicU64,
    tasks: AtomicU64,
}

impl Meter {
    /// So many bytes went to disk.
    pub fn wrote(&self, bytes: u64) {
        self.written.fetch_add(bytes, Relaxed);
    }
    /// So many records were dealt with.
    pub fn record(&self, records: u64) {
        self.records.fetch_add(records, Relaxed);
    }
    /// A task is done.
    pub fn task(&self) {
        self.tasks.fetch_add(1, Relaxed);
    }
    fn now(&self) -> (u64, u64, u64) {
        (self.tasks.load(Relaxed), self.records.load(Relaxed), self.written.load(Relaxed))
    }
}

/// What this process has taken so far.
#[derive(Debug, Clone, Copy)]
pub struct Spent {
    /// Time on cores.
    pub core: Duration,
    /// Bytes it wrote.
    pub written: u64,
    /// The most bytes of memory it ever had.
    pub most: u64,
}

/// Ticks of the kernel's clock a second, for programs: 100 wherever Linux runs.
const TICKS: f64 = 100.0;

/// What this process has taken; None where the system does not say so under `/proc`.
pub fn spent() -> Option<Spent> {
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    // The name of the program may hold anything; behind its last bracket come plain fields, the 12th and 13th being time of its own
    // and of the kernel for it.
    let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
    let ticks: f64 = fields.get(11)?.parse::<f64>().ok()? + fields.get(12)?.parse::<f64>().ok()?;
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let most = status.lines().find_map(|l| l.strip_prefix("VmHWM:"))?.trim_end_matches("kB").trim();
    Some(Spent {
        core: Duration::from_secs_f64(ticks / TICKS),
        written: METER.now().2,
        most: most.parse::<u64>().ok()? << 10,
    })
}

/// A bar for one stage, drawn by a thread of its own.
#[derive(Debug)]
pub struct Bar {
    over: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Bar {
    /// Shows the stage (`2/14 fold`) until it is dropped; nothing where stderr is no terminal.
    pub fn start(stage: String, tasks: usize) -> Bar {
        let over = Arc::new(AtomicBool::new(false));
        if !io::stderr().is_terminal() {
            return Bar { over, thread: None };
        }
        let ended = Arc::clone(&over);
        let thread = thread::spawn(move || draw(&stage, tasks as u64, &ended));
        Bar { over, thread: Some(thread) }
    }
}

fn draw(stage: &str, tasks: u64, over: &AtomicBool) {
    let bar = ProgressBar::with_draw_target(Some(tasks), ProgressDrawTarget::stderr());
    if let Ok(style) = ProgressStyle::with_template("{prefix} {wide_bar} {pos}/{len} {msg}") {
        bar.set_style(style);
    }
    bar.set_prefix(stage.to_owned());
    let (before, since) = (METER.now(), Instant::now());
    while !over.load(Relaxed) {
        let now = METER.now();
        let seconds = since.elapsed().as_secs_f64().max(0.001);
        let (done, records) = (now.0 - before.0, (now.1 - before.1) as f64);
        let left = if done == 0 {
            "?".to_owned()
        } else {
            let left = seconds / done as f64 * tasks.saturating_sub(done) as f64;
            indicatif::HumanDuration(Duration::from_secs_f64(left)).to_string()
        };
        let written = indicatif::HumanBytes(now.2);
        bar.set_position(done.min(tasks));
        bar.set_message(format!("{:.0} records/s, {left} left, {written} written", records / seconds));
        thread::sleep(Duration::from_millis(200));
    }
    bar.finish_and_clear();
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.over.store(true, Relaxed);
        if let Some(thread) = self.thread.take() {
            // A thread that only draws has nothing to say.
            let _ = thread.join();
        }
    }
}
