//! From inputs to tables: stage after stage, each skipped where what it would write is there already.

mod closing;
mod lock;
mod made_of;
mod tasks;

use crate::depot::Depot;
use crate::engine::Engine;
use crate::inputs;
use crate::progress::{self, Bar, Spent};
use crate::stage::{STAGES, Stage};
use crate::turn::Turn;
use crate::work::{Manifest, Settings};
use anyhow::Result;
use closing::{closed, notes};
use firsthand_core::story::copy::apart;
use lock::Lock;
pub use lock::unlock;
use made_of::{fingerprint, whole};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::{Duration, Instant};
use tasks::tasks;

/// What a run is to do.
#[derive(Debug, Clone)]
pub struct Job {
    /// The files to read, by the names they go by.
    pub inputs: Vec<String>,
    /// Where everything goes.
    pub root: Depot,
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
    let _lock = Lock::take(&job.root, job.shard)?;
    // Tasks of an earlier run may still be at work on a cluster.
    Turn::end(&job.root)?;
    let turn = engine.is_elsewhere().then(|| Turn::begin(&job.root)).transpose()?;
    let inputs = inputs::seen(&job.inputs)?;
    let mut report = Report::default();
    let mut manifests: BTreeMap<&str, Manifest> = BTreeMap::new();
    for (n, stage) in STAGES.iter().enumerate() {
        // How common a fingerprint may be hangs on how many reports there are.
        let settings = settings(job, &manifests);
        let print = fingerprint(stage, &inputs, &settings, &manifests);
        let manifest = match whole(&job.root, stage, &print)? {
            Some(manifest) => {
                tell(&format!("{}: is there already", stage.name));
                manifest
            }
            None => {
                let mut tasks = tasks(stage, job, &inputs, (&settings, turn.as_ref()), &manifests)?;
                if let Some((part, of)) = job.shard {
                    let mut at = 0..;
                    tasks.retain(|_| at.next().is_some_and(|n: usize| n % of.max(1) + 1 == part));
                }
                let (begun, before) = (Instant::now(), progress::spent());
                let bar = Bar::start(format!("{}/{} {}", n + 1, STAGES.len(), stage.what), tasks.len());
                let outcomes = engine.run(&tasks)?;
                drop(bar);
                report.done.push(stage.name);
                if job.shard.is_some() {
                    break;
                }
                let manifest = closed(stage, job, &settings, print, outcomes, &manifests)?;
                tell(&line(stage, &manifest, begun.elapsed(), before));
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
    if turn.is_some() {
        Turn::end(&job.root)?;
    }
    Ok(report)
}

fn line(stage: &Stage, manifest: &Manifest, took: Duration, before: Option<Spent>) -> String {
    let counts = manifest.counts.iter().filter(|(what, _)| !what.starts_with("day "));
    let counts: Vec<String> = counts.map(|(what, count)| format!("{count} {what}")).collect();
    let spent = before.zip(progress::spent()).map(|(before, now)| {
        let (core, most) = (now.core.saturating_sub(before.core).as_secs_f64(), now.most >> 20);
        let written = (now.written - before.written) >> 20;
        format!(", {core:.1} s of cores, {written} MiB written, {most} MiB of memory at most so far")
    });
    let spent = spent.unwrap_or_default();
    format!("{} ({:.1} s{spent}): {}", stage.name, took.as_secs_f64(), counts.join(", "))
}

fn settings(job: &Job, manifests: &BTreeMap<&str, Manifest>) -> Settings {
    let reports = manifests.get("fold").and_then(|m| m.counts.get("reports")).copied().unwrap_or_default();
    let all = apart::common(usize::try_from(reports).unwrap_or(usize::MAX));
    let common = job.settings.common.min(u32::try_from(all).unwrap_or(u32::MAX));
    Settings { common, ..job.settings.clone() }
}
