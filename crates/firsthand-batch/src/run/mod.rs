//! From inputs to tables: stage after stage, each skipped where what it would write is there already.

mod closing;
mod made_of;
mod tasks;

use crate::engine::Engine;
use crate::progress::Bar;
use crate::stage::{STAGES, Stage};
use crate::work::{Manifest, Settings};
use anyhow::{Context, Result, bail};
use closing::{closed, notes};
use firsthand_core::story::copy::apart;
use made_of::{fingerprint, whole};
use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::path::PathBuf;
use std::time::{Duration, Instant};
use tasks::tasks;

/// What a run is to do.
#[derive(Debug, Clone)]
pub struct Job {
    /// The files to read, by the names they go by.
    pub inputs: Vec<String>,
    /// Where everything goes.
    pub root: PathBuf,
    /// Where names of inputs begin that are no whole paths.
    pub base: PathBuf,
    /// How.
    pub settings: Settings,
    /// Do this part of so many of the first stage and no more.
    pub shard: Option<(usize, usize)>,
}

/// How a run went.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    /// What all stages counted, `stage.what`.
    pub counts: BTreeMap<String, u64>,
    /// Stages that were done now; the others were there.
    pub done: Vec<&'static str>,
}

impl Report {
    /// A count, 0 where nothing was counted.
    pub fn count(&self, what: &str) -> u64 {
        self.counts.get(what).copied().unwrap_or_default()
    }
    /// Whether everything could be read as well as it should.
    pub fn is_whole(&self) -> bool {
        let bad = |what: &str| [".lost", ".flawed"].iter().any(|end| what.ends_with(end));
        !self.counts.iter().any(|(what, count)| bad(what) && *count > 0)
    }
}

/// Runs all stages. `tell` hears how each went.
pub fn run(job: &Job, engine: &Engine, tell: &dyn Fn(&str)) -> Result<Report> {
    fs::create_dir_all(&job.root)
        .with_context(|| format!("{}: the folder cannot be made", job.root.display()))?;
    let _lock = lock(job)?;
    let mut report = Report::default();
    let mut manifests: BTreeMap<&str, Manifest> = BTreeMap::new();
    for (n, stage) in STAGES.iter().enumerate() {
        // How common a fingerprint may be hangs on how many reports there are.
        let settings = settings(job, &manifests);
        let print = fingerprint(stage, job, &settings, &manifests)?;
        let manifest = match whole(&job.root, stage, &print) {
            Some(manifest) => {
                tell(&format!("{}: is there already", stage.name));
                manifest
            }
            None => {
                let mut tasks = tasks(stage, job, &settings, &manifests)?;
                if let Some((part, of)) = job.shard {
                    let mut at = 0..;
                    tasks.retain(|_| at.next().is_some_and(|n: usize| n % of.max(1) + 1 == part));
                }
                let begun = Instant::now();
                let bar = Bar::start(format!("{}/{} {}", n + 1, STAGES.len(), stage.what), tasks.len());
                let outcomes = engine.run(&tasks)?;
                drop(bar);
                report.done.push(stage.name);
                if job.shard.is_some() {
                    break;
                }
                let manifest = closed(stage, job, &settings, print, outcomes, &manifests)?;
                tell(&line(stage, &manifest, begun.elapsed()));
                manifest
            }
        };
        let counts = manifest.counts.iter().filter(|(what, _)| !what.starts_with("day "));
        report.counts.extend(counts.map(|(what, count)| (format!("{}.{what}", stage.name), *count)));
        manifests.insert(stage.name, manifest);
        if job.shard.is_some() {
            break;
        }
    }
    if job.shard.is_none() {
        notes(job, &manifests)?;
    }
    Ok(report)
}

/// Keeps other runs out of the folder; parts of the first stage may be at work beside each other. Held until it is dropped.
fn lock(job: &Job) -> Result<File> {
    let path = job.root.join(".lock");
    let failed = || format!("{}: cannot be written", path.display());
    let file =
        OpenOptions::new().create(true).truncate(false).write(true).open(&path).with_context(failed)?;
    let locked = if job.shard.is_some() { file.try_lock_shared() } else { file.try_lock() };
    match locked {
        Err(TryLockError::WouldBlock) => {
            bail!("{}: another run is at work in this folder; wait for it to end", job.root.display())
        }
        // Some file systems know no locks: then it is up to whoever starts the runs.
        Ok(()) | Err(TryLockError::Error(_)) => Ok(file),
    }
}

fn line(stage: &Stage, manifest: &Manifest, took: Duration) -> String {
    let counts = manifest.counts.iter().filter(|(what, _)| !what.starts_with("day "));
    let counts: Vec<String> = counts.map(|(what, count)| format!("{count} {what}")).collect();
    format!("{} ({:.1} s): {}", stage.name, took.as_secs_f64(), counts.join(", "))
}

fn settings(job: &Job, manifests: &BTreeMap<&str, Manifest>) -> Settings {
    let reports = manifests.get("fold").and_then(|m| m.counts.get("reports")).copied().unwrap_or_default();
    let all = apart::common(usize::try_from(reports).unwrap_or(usize::MAX));
    let common = job.settings.common.min(u32::try_from(all).unwrap_or(u32::MAX));
    Settings { common, ..job.settings.clone() }
}
