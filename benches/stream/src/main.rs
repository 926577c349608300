//! How does grouping grow with the window? A stream of reports that has the growth of a real one, made as it is taken.
//!
//! ```text
//! firsthand-stream grow [COUNT [PER_DAY]]    time and memory for each report as the window fills up to COUNT
//! firsthand-stream state [STORIES]           the state of so many open stories saved and resumed
//! firsthand-stream print [COUNT]             the first reports, to look at
//! ```
//!
//! Every number is drawn by dice with a fixed seed: each run has the same reports. One thread; times are times on its core.

mod desk;
mod dice;
mod report;
mod score;
mod story;
mod wire;
mod world;

use desk::{Desk, Spent};
use std::time::Instant;
use wire::Wire;

/// Reports of one day, all outlets together.
const PER_DAY: f64 = 50_000.0;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let number = |n: usize, usual: f64| args.get(n).and_then(|a| a.parse().ok()).unwrap_or(usual);
    match args.first().map(String::as_str) {
        Some("grow") => grow(number(1, 1e6) as usize, number(2, PER_DAY)),
        Some("state") => state(number(1, 1e5) as usize),
        Some("print") => print(number(1, 5.0) as usize),
        _ => {
            eprintln!("firsthand-stream grow [COUNT [PER_DAY]] | state [STORIES] | print [COUNT]");
            std::process::exit(2);
        }
    }
}

/// At each of these sizes of the window the reports that follow are timed.
fn marks(count: usize) -> Vec<usize> {
    let steps = [1_000, 3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000];
    steps.into_iter().filter(|n| *n <= count).collect()
}

fn grow(count: usize, per_day: f64) {
    let mut desk = Desk::new(count, count);
    let mut told: Vec<u32> = vec![1; count];
    told.clear();
    let (mut wire, start) = (Wire::new(per_day), Instant::now());
    let empty = score::memory();
    let marks = marks(count);
    println!(
        "in the window\tus a report\tsketching\tplacing\tholding\tbytes a report\tBCubed P\tR\tF1\tmerges and splits\tseconds"
    );
    let mut before = Spent::default();
    let mut since = 0;
    for arrival in wire.by_ref().take(count) {
        told.push(arrival.story as u32);
        desk.take(&arrival.report);
        let held = told.len();
        // The time at a size is that of the last tenth before it.
        if marks.iter().any(|m| held == m - m / 10) {
            (before, since) = (desk.spent, held);
        }
        if marks.contains(&held) {
            let of = |spent: fn(&Spent) -> std::time::Duration| {
                (spent(&desk.spent) - spent(&before)).as_secs_f64() * 1e6 / (held - since) as f64
            };
            let bytes = (score::memory() - empty) as f64 / held as f64;
            let (p, r, f1) = score::bcubed(&told, &desk.stories());
            println!(
                "{held}\t{:.0}\t{:.0}\t{:.0}\t{:.0}\t{bytes:.0}\t{p:.3}\t{r:.3}\t{f1:.3}\t{}\t{:.0}",
                of(Spent::whole),
                of(|s| s.sketching),
                of(|s| s.placing),
                of(|s| s.holding),
                desk.changes(),
                start.elapsed().as_secs_f64(),
            );
        }
    }
    let spent = desk.spent.whole().as_secs_f64();
    println!(
        "{count} reports in {spent:.1} s of grouping: {:.0} reports/s on one core",
        count as f64 / spent
    );
}

/// The stories are those that were told: what is timed is the state, not how it came to be.
fn state(stories: usize) {
    let mut held = Vec::new();
    let mut open = std::collections::HashSet::new();
    for (n, arrival) in (0..).zip(Wire::new(PER_DAY)) {
        open.insert(arrival.story);
        held.push((n, arrival.story as i64, arrival.report));
        if open.len() >= stories {
            break;
        }
    }
    let (bytes, saved, resumed) = desk::saved_and_resumed(&held);
    println!(
        "{} open stories of {} reports: {:.1} MB, saved in {:.2} s, resumed in {:.2} s",
        open.len(),
        held.len(),
        bytes as f64 / 1e6,
        saved.as_secs_f64(),
        resumed.as_secs_f64()
    );
}

fn print(count: usize) {
    for arrival in Wire::new(PER_DAY).take(count) {
        let day = arrival.report.published.value.as_deref().unwrap_or("no day");
        println!("== story {}, {day}\n{}\n", arrival.story, arrival.report.text);
    }
}
