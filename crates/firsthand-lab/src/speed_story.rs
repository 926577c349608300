//! How long the account of one story takes, step by step, on one core.

use anyhow::{Context, Result, bail};
use firsthand_core::{account, collation, lineage, name, statement, story, version};
use firsthand_text::language::{Annotated, Models};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// The fastest of so many rounds is told: what slows one down is other work on the machine.
const ROUNDS: usize = 5;

/// Takes all files of a folder for one story and makes its account, a round after the other; prints the shortest time of each step
/// in milliseconds.
pub(crate) fn speed_story(folder: &Path) -> Result<()> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .with_context(|| format!("{}: no folder", folder.display()))?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_>>()?;
    files.retain(|f| f.is_file());
    files.sort();
    let pages: Vec<(String, Vec<u8>)> = files
        .iter()
        .map(|f| Ok((f.display().to_string(), std::fs::read(f).with_context(|| f.display().to_string())?)))
        .collect::<Result<_>>()?;
    if pages.is_empty() {
        bail!("{}: no files", folder.display());
    }
    let rounds: Vec<[Duration; 6]> = (0..ROUNDS).map(|_| round(&pages)).collect();
    for (n, step) in ["reading", "names", "statements", "lineage", "collation", "all"].iter().enumerate() {
        let best = rounds.iter().map(|r| r[n]).min().unwrap_or_default();
        println!("{step:<11}{:>9.1} ms", best.as_secs_f64() * 1000.0);
    }
    Ok(())
}

/// One account from bytes; the steps are made once more by themselves to be timed, outside the time of the whole.
fn round(pages: &[(String, Vec<u8>)]) -> [Duration; 6] {
    let begun = Instant::now();
    let models = Models::built_in();
    let read: Vec<Annotated> =
        pages.iter().map(|(location, bytes)| firsthand_text::read(location, bytes, &models)).collect();
    let reading = begun.elapsed();
    let versions = version::fold(read);
    let whole =
        story::Story { reports: (0..versions.reports.len()).collect(), joins: Vec::new(), related: None };
    std::hint::black_box(account::account(1, &whole, &versions));
    let all = begun.elapsed();
    let reports: Vec<&Annotated> = versions.reports.iter().collect();
    let mut last = Instant::now();
    let mut lap = || std::mem::replace(&mut last, Instant::now()).elapsed();
    let names = name::merge(&reports);
    let merging = lap();
    let statements: Vec<statement::Statement> =
        reports.iter().enumerate().flat_map(|(at, r)| statement::take(at, r, &names)).collect();
    let taking = lap();
    let lineage = lineage::trace(&reports, &names, &statements);
    let tracing = lap();
    std::hint::black_box(collation::collate(&reports, &names, &statements, &lineage));
    [reading, merging, taking, tracing, lap(), all]
}
