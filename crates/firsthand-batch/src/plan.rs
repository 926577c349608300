//! How much there is to do, from a sample.

use crate::{inputs, source};
use anyhow::Result;
use firsthand_core::account::alone;
use firsthand_core::story::sketch;
use firsthand_intake::{Found, Options};
use firsthand_text::language::Models;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::atomic::Ordering::Relaxed;
use std::time::{Duration, Instant};

/// How many files the sample is taken from.
const FILES: usize = 8;
/// Files for later stages and tables, in bytes for each byte of text: measured on generated archives (docs/benchmarks.md).
const WRITTEN: f64 = 6.0;
/// The stages after the first take so much of its time.
const LATER: f64 = 0.8;

/// How much there is to do.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Estimate {
    /// How many files.
    pub files: usize,
    /// Their bytes.
    pub bytes: u64,
    /// Records that were looked at.
    pub sampled: usize,
    /// Records in all, about.
    pub records: u64,
    /// Buckets the work is parted into.
    pub buckets: u32,
    /// Time of one core.
    pub core: Duration,
    /// Bytes that are written.
    pub disk: u64,
}

/// What a task holds of a report of its bucket, beside what grows with the text: rows, places, sketches, what was read of other
/// buckets. Measured on short news items (docs/benchmarks.md).
const HELD: u64 = 6_000;
/// And for each byte of its text.
const HELD_TEXT: u64 = 8;
/// Of so many files so many records are read to tell how many reports there are, and every so many texts are looked at.
const LOOKED: (usize, usize, usize) = (4, 400, 10);

/// Into how many buckets work on so many reports with so many bytes of text is parted: what a task holds of a bucket must fit into a
/// thread's part of the memory. A power of two, so that a few more inputs mostly leave it as it is.
pub fn buckets(reports: u64, text: u64, memory: u64, threads: usize) -> u32 {
    let room = (memory / (4 * threads.max(1) as u64)).max(1);
    let held = reports.saturating_mul(HELD).saturating_add(text.saturating_mul(HELD_TEXT));
    u32::try_from(held.div_ceil(room)).unwrap_or(u32::MAX).clamp(1, 4096).next_power_of_two()
}

/// The same for inputs, of which some records are read.
pub fn parted(inputs: &[String], memory: u64, threads: usize) -> Result<u32> {
    let (files, records, every) = LOOKED;
    let chosen: Vec<String> = inputs.iter().step_by(inputs.len().div_ceil(files).max(1)).cloned().collect();
    let (mut reports, mut text, mut looked) = (0.0, 0, 0u64);
    for input in &chosen {
        let (mut here, mut ended) = (0, true);
        let options = Options::default();
        source::read_counted(Path::new(""), input, &options, &mut |found| {
            let Found::Page(item) = found else { return ControlFlow::Continue(()) };
            if here % every == 0 {
                text += firsthand_text::report::report(&item.page()).text.len() as u64;
                looked += 1;
            }
            here += 1;
            ended = here < records;
            if ended { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        })?;
        reports += if ended { here as f64 } else { whole(input, here, options.count.load(Relaxed))? };
    }
    let part = inputs::bytes(inputs)? as f64 / inputs::bytes(&chosen)?.max(1) as f64;
    let reports = (reports * part) as u64;
    Ok(buckets(reports, reports.saturating_mul(text / looked.max(1)), memory, threads))
}

/// How many bytes of rows a file holds before it writes them.
pub fn held(memory: u64, threads: usize) -> usize {
    let part = memory / (16 * threads.max(1) as u64);
    usize::try_from(part.clamp(1 << 20, 64 << 20)).unwrap_or(64 << 20)
}

/// Reads some records of some files, as the first stage would, and reckons.
pub fn estimate(inputs: &[String], sample: usize, memory: u64, threads: usize) -> Result<Estimate> {
    let bytes = inputs::bytes(inputs)?;
    let models = Models::built_in();
    let step = inputs.len().div_ceil(FILES).max(1);
    let chosen: Vec<&String> = inputs.iter().step_by(step).collect();
    let each = sample.div_ceil(chosen.len().max(1)).max(1);
    let (mut sampled, mut text, mut page_bytes, mut time) = (0, 0u64, 0u64, Duration::ZERO);
    let mut records = 0.0;
    for input in &chosen {
        let (mut here, begun) = (0, Instant::now());
        let mut ended = true;
        let options = Options::default();
        source::read_counted(Path::new(""), input, &options, &mut |found| {
            let Found::Page(item) = found else { return ControlFlow::Continue(()) };
            let read = firsthand_text::read_page(&item.page(), &models);
            let _ = (alone(&read), sketch(&read));
            text += read.report.text.len() as u64;
            page_bytes += item.bytes.len() as u64;
            here += 1;
            ended = here < each;
            if ended { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        })?;
        time += begun.elapsed();
        sampled += here;
        records += if ended { here as f64 } else { whole(input, here, options.count.load(Relaxed))? };
    }
    let chosen_bytes = inputs::bytes(&chosen.into_iter().cloned().collect::<Vec<_>>())?;
    let records = records * bytes as f64 / chosen_bytes.max(1) as f64;
    let one = |whole: f64| whole / sampled.max(1) as f64;
    let packed = one(page_bytes as f64) / 5.0;
    Ok(Estimate {
        files: inputs.len(),
        bytes,
        sampled,
        records: records.round() as u64,
        buckets: buckets(records as u64, (records * one(text as f64)) as u64, memory, threads),
        core: Duration::from_secs_f64(one(time.as_secs_f64()) * records * (1.0 + LATER)),
        disk: (records * (one(text as f64) * WRITTEN + packed)) as u64,
    })
}

/// How many records a file has of which so many were read, with so many bytes.
fn whole(input: &str, here: usize, read: u64) -> Result<f64> {
    if let Some(rows) = source::rows(input)? {
        return Ok(rows as f64);
    }
    let all = inputs::size(input)?;
    Ok(here as f64 * (all as f64 / read.max(1) as f64).max(1.0))
}

impl Estimate {
    /// In lines.
    pub fn lines(&self, threads: usize) -> String {
        let hours = |time: Duration| {
            let minutes = time.as_secs_f64() / 60.0;
            if minutes < 90.0 {
                format!("{minutes:.1} minutes")
            } else {
                format!("{:.1} hours", minutes / 60.0)
            }
        };
        let size = |bytes: u64| indicatif::HumanBytes(bytes).to_string();
        format!(
            "files      {}\nbytes      {}\nrecords    about {} (from {} that were read)\npartitions {} files, then {} buckets\n\
             time       about {} of one core, {} with {threads} threads\ndisk       about {}\n",
            self.files,
            size(self.bytes),
            self.records,
            self.sampled,
            self.files,
            self.buckets,
            hours(self.core),
            hours(self.core / u32::try_from(threads.max(1)).unwrap_or(1)),
            size(self.disk),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn buckets_follow_size_and_memory() {
        assert_eq!(buckets(0, 0, 1 << 30, 2), 1);
        // 11.2 kB of each report, 256 MB for each thread.
        assert_eq!(buckets(1_000_000, 650_000_000, 2 << 30, 2), 64);
        assert!(buckets(1 << 20, 1 << 31, 2 << 30, 2) > buckets(1 << 20, 1 << 31, 8 << 30, 2));
        assert_eq!(buckets(u64::MAX, u64::MAX, 64 << 20, 64), 4096);
    }
}
