//! From inputs to tables: stage after stage, each skipped where what it would write is there already.

use crate::calendar;
use crate::engine::Engine;
use crate::progress::Bar;
use crate::stage::{Over, STAGES, Stage};
use crate::table::{self, Piece, Sheet, hexadecimal};
use crate::tables::Notice;
use crate::work::{self, Manifest, Outcome, Settings, Task};
use anyhow::{Context, Result, bail};
use firsthand_core::story::copy::apart;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, UNIX_EPOCH};

/// What a run is to do.
#[derive(Debug, Clone)]
pub struct Job {
    /// The files to read, by the names they go by.
    pub inputs: Vec<String>,
    /// Where everything goes.
    pub root: PathBuf,
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

/// Numbers of what the results of a stage depend on.
fn made_by(stage: &Stage) -> BTreeMap<String, String> {
    let mut parts = vec![("core", env!("FIRSTHAND_CORE")), ("batch", env!("FIRSTHAND_BATCH"))];
    if stage.language {
        let language = [("text", env!("FIRSTHAND_TEXT")), ("intake", env!("FIRSTHAND_INTAKE"))];
        parts.extend(language.into_iter().chain([("weights", env!("FIRSTHAND_WEIGHTS"))]));
    }
    parts.into_iter().map(|(name, number)| (name.to_owned(), number.to_owned())).collect()
}

/// What stands for everything a stage reads and for how it is asked.
fn fingerprint(
    stage: &Stage,
    job: &Job,
    settings: &Settings,
    manifests: &BTreeMap<&str, Manifest>,
) -> Result<String> {
    let mut text = format!(
        "{} {} {} {}",
        stage.name,
        env!("CARGO_PKG_VERSION"),
        settings.buckets,
        (stage.asked)(settings)
    );
    text.extend(made_by(stage).into_iter().map(|(name, number)| format!("\n{name} {number}")));
    if stage.over == Over::Inputs {
        for input in &job.inputs {
            text.push_str(&format!("\n{}", seen(input)?));
        }
    }
    for (from, table) in stage.reads {
        let pieces = manifests.get(from).map(|m| m.pieces.as_slice()).unwrap_or_default();
        let pieces = work::of_table(pieces, from, table);
        text.extend(pieces.map(|p| format!("\n{} {}", p.name, p.sha256)));
    }
    Ok(hexadecimal(&Sha256::digest(text.as_bytes())))
}

/// An input as it is now: its name, size and time of change.
fn seen(input: &str) -> Result<String> {
    let facts =
        fs::metadata(input).with_context(|| format!("{input}: cannot be read; give inputs that exist"))?;
    let changed = facts.modified().ok().and_then(|t| t.duration_since(UNIX_EPOCH).ok());
    Ok(format!("{input} {} {}", facts.len(), changed.map_or(0, |t| t.as_nanos())))
}

/// The manifest of a stage if it was made of the same and its files are as it says.
fn whole(root: &Path, stage: &Stage, fingerprint: &str) -> Option<Manifest> {
    let manifest = work::manifest(root, stage.name)?;
    let same = manifest.fingerprint == fingerprint;
    (same && manifest.pieces.iter().all(|p| work::is_whole(root, p))).then_some(manifest)
}

fn tasks(
    stage: &Stage,
    job: &Job,
    settings: &Settings,
    manifests: &BTreeMap<&str, Manifest>,
) -> Result<Vec<Task>> {
    let whole = fingerprint(stage, job, settings, manifests)?;
    let task = |input: String, output: String, own: &str| Task {
        root: job.root.clone(),
        stage: stage.name.to_owned(),
        input,
        output,
        fingerprint: own.to_owned(),
        settings: settings.clone(),
    };
    match stage.over {
        Over::One => Ok(vec![task("all".into(), "all".into(), &whole)]),
        Over::Buckets => {
            let bucket = |n: u32| task(n.to_string(), work::named(n), &whole);
            Ok((0..settings.buckets).map(bucket).collect())
        }
        Over::Windows => {
            let fold = manifests.get("fold").context("stories are made of folded reports")?;
            let day =
                |(what, count): (&String, &u64)| Some((what.strip_prefix("day ")?.parse().ok()?, *count));
            let days: BTreeMap<i32, u64> = fold.counts.iter().filter_map(day).collect();
            let undated = fold.counts.get("undated").copied().unwrap_or_default();
            let windows = calendar::windows(&days, undated, settings);
            let window = |(n, w): (u32, &calendar::Window)| {
                Ok(task(serde_json::to_string(w)?, format!("w{n:05}"), &whole))
            };
            (0u32..).zip(&windows).map(window).collect()
        }
        Over::Inputs => {
            // A file that did not change is not read again because another did.
            let alone = |input: &String| Job { inputs: vec![input.clone()], ..job.clone() };
            let one = |input: &String| {
                let own = fingerprint(stage, &alone(input), settings, manifests)?;
                Ok(task(input.clone(), output(input), &own))
            };
            job.inputs.iter().map(one).collect()
        }
    }
}

/// What the files made of an input are called: the end of its name, and a number for all of it.
fn output(input: &str) -> String {
    let end = input.rsplit(['/', '\\']).next().unwrap_or(input);
    let plain = |c: char| if c.is_ascii_alphanumeric() || matches!(c, '.' | '_') { c } else { '_' };
    let end: String = end.chars().map(plain).take(60).collect();
    let number = hexadecimal(&Sha256::digest(input.as_bytes()));
    format!("{end}-{}", number.get(..12).unwrap_or_default())
}

/// Adds up what tasks did, sees that nothing is missing or double, takes away what is left of other attempts, and writes the manifest.
fn closed(
    stage: &Stage,
    job: &Job,
    settings: &Settings,
    fingerprint: String,
    outcomes: Vec<Outcome>,
    manifests: &BTreeMap<&str, Manifest>,
) -> Result<Manifest> {
    let mut manifest = Manifest {
        stage: stage.name.to_owned(),
        program: format!("firsthand-batch {}", env!("CARGO_PKG_VERSION")),
        made_by: made_by(stage),
        fingerprint,
        settings: Some(settings.clone()),
        ..Manifest::default()
    };
    for outcome in outcomes {
        manifest.pieces.extend(outcome.pieces);
        for (what, count) in outcome.counts {
            *manifest.counts.entry(what).or_default() += count;
        }
    }
    manifest.pieces.sort();
    let names: BTreeSet<&str> = manifest.pieces.iter().map(|p| p.name.as_str()).collect();
    if names.len() != manifest.pieces.len() {
        bail!("{}: two tasks wrote one file; please report this", stage.name);
    }
    for (own, (of, other)) in stage.equal {
        let counts = if *of == stage.name { Some(&manifest) } else { manifests.get(of) }.map(|m| &m.counts);
        let number = |what: &str| counts.and_then(|c| c.get(what)).copied().unwrap_or_default();
        let (own_count, other_count) = (
            manifest.counts.get(*own).copied().unwrap_or_default(),
            other.split('+').map(number).sum::<u64>(),
        );
        if own_count != other_count {
            bail!(
                "{}: {own_count} {own} but {other_count} {other} of {of}; no manifest was written; remove {} and run again",
                stage.name,
                job.root.join(work::folder(stage.name)).display()
            );
        }
    }
    tidy(&job.root, &manifest)?;
    let name = format!("{}/MANIFEST.json", work::folder(stage.name));
    table::settle(&job.root, &name, &serde_json::to_vec_pretty(&manifest)?)?;
    Ok(manifest)
}

/// Takes away files of a stage that its manifest does not name: of attempts that ended early, of inputs that are gone.
fn tidy(root: &Path, manifest: &Manifest) -> Result<()> {
    let named: BTreeSet<PathBuf> = manifest.pieces.iter().map(|p| root.join(&p.name)).collect();
    let folders: BTreeSet<PathBuf> = named.iter().filter_map(|p| p.parent()).map(Path::to_owned).collect();
    for folder in folders {
        for entry in fs::read_dir(&folder).with_context(|| format!("{}: cannot be read", folder.display()))? {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let table = name.ends_with(".parquet") || name.ends_with(".jsonl.gz") || name.ends_with(".tmp");
            if table && !named.contains(&path) {
                fs::remove_file(&path).with_context(|| format!("{}: cannot be removed", path.display()))?;
            }
        }
    }
    Ok(())
}

/// Puts the notes of all stages into one table.
fn notes(job: &Job, manifests: &BTreeMap<&str, Manifest>) -> Result<Piece> {
    let mut sheet = Sheet::<Notice>::new(&job.root, "notes.parquet", job.settings.held)?;
    for stage in STAGES {
        let pieces = manifests.get(stage.name).map(|m| m.pieces.as_slice()).unwrap_or_default();
        for piece in work::of_table(pieces, stage.name, "notes") {
            table::each(&job.root.join(&piece.name), |row: Notice| sheet.add(0, row))?;
        }
    }
    sheet.close()
}
