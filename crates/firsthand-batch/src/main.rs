//! `firsthand-batch`: arguments, exit codes, what is said on stderr.

#[cfg(feature = "cluster")]
mod cluster;

use anyhow::{Context, Result};
use clap::Parser;
use firsthand_batch::args::{Args, Command, Inputs, Plan, Run};
use firsthand_batch::depot::Depot;
use firsthand_batch::engine::Engine;
#[cfg(feature = "cluster")]
use firsthand_batch::engine::cluster::Asked;
use firsthand_batch::run::{Job, run, unlock};
use firsthand_batch::work::Settings;
use firsthand_batch::{inputs, plan};
use std::path::{Path, PathBuf, absolute};
use std::process::ExitCode;
use std::thread::available_parallelism;

/// Everything was done.
const FINE: u8 = 0;
/// Some of it could not be done, or the run was broken off.
const PARTLY: u8 = 1;
/// The question makes no sense.
const USAGE: u8 = 2;
/// No report could be read.
const UNMEASURED: u8 = 3;

fn main() -> ExitCode {
    let done = match Args::parse().command {
        Command::Run(asked) => start(&asked),
        Command::Plan(asked) => estimate(&asked),
        #[cfg(feature = "cluster")]
        Command::Scheduler(asked) => cluster::schedule(&asked),
        #[cfg(feature = "cluster")]
        Command::Executor(asked) => cluster::execute(&asked),
    };
    let code = done.unwrap_or_else(|error| {
        say(&format!("{error:#}"));
        PARTLY
    });
    ExitCode::from(code)
}

fn say(message: &str) {
    // A name from outside must not steer a terminal.
    let plain: String = message.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    anstream::eprintln!("firsthand-batch: {plain}");
}

/// The files that are meant; what could not be reached is said. None where there is nothing to read.
fn files(asked: &Inputs) -> Result<(Vec<String>, bool)> {
    scratch(asked.scratch.as_deref())?;
    let gathered = inputs::gather(&asked.input)?;
    for (location, message) in &gathered.missing {
        say(&format!("{location}: {message}"));
    }
    Ok((gathered.inputs, gathered.missing.is_empty()))
}

/// Says where files go that are needed for a short while.
fn scratch(folder: Option<&Path>) -> Result<()> {
    let Some(folder) = folder else { return Ok(()) };
    std::fs::create_dir_all(folder)
        .with_context(|| format!("{}: the folder for --scratch cannot be made", folder.display()))?;
    // Nothing else sets it.
    let _ = tempfile::env::override_temp_dir(folder);
    Ok(())
}

fn threads(asked: Option<u32>) -> usize {
    let all = available_parallelism().map_or(1, usize::from);
    asked.map_or(all, |n| n as usize)
}

fn start(asked: &Run) -> Result<u8> {
    let (found, all) = files(&asked.inputs)?;
    if found.is_empty() {
        say("nothing to read; give --input files that exist");
        return Ok(USAGE);
    }
    let (threads, memory) = (threads(asked.inputs.threads), asked.inputs.memory_limit);
    // Within a task work is shared out as well.
    rayon::ThreadPoolBuilder::new().num_threads(threads).build_global()?;
    let settings = Settings {
        buckets: match asked.buckets {
            Some(buckets) => buckets,
            None => plan::parted(&found, memory, threads)?,
        },
        held: plan::held(memory, threads),
        window: asked.window_days,
        overlap: asked.overlap_days,
        least: asked.min_reports,
        most: asked.max_reports,
        common: asked.common,
    };
    let (root, base) = places(asked)?;
    let job = Job { inputs: found, root, base, settings, shard: asked.shard };
    if asked.unlock {
        unlock(&job.root)?;
    }
    let tell = |line: &str| {
        if !asked.quiet {
            say(line);
        }
    };
    let Some(engine) = engine(asked, threads, &tell)? else { return Ok(USAGE) };
    let report = run(&job, &engine, &tell)?;
    if job.shard.is_some() {
        return Ok(FINE);
    }
    if report.count("fold.reports") == 0 {
        say("no report could be read; nothing to measure");
        return Ok(UNMEASURED);
    }
    if !report.is_whole() {
        let (lost, flawed) = (report.count("extract.lost"), report.count("extract.flawed"));
        say(&format!("{lost} left out, {flawed} not as they should be: {}", job.root.entry("notes.parquet")));
    }
    Ok(if all && report.is_whole() { FINE } else { PARTLY })
}

/// The output folder, and where names of inputs begin: whole paths for those who stand elsewhere.
fn places(asked: &Run) -> Result<(Depot, PathBuf)> {
    if asked.scheduler.is_none() {
        return Ok((asked.output.clone(), PathBuf::new()));
    }
    let whole = |path: &Path| absolute(path).with_context(|| format!("{}: is no path", path.display()));
    let root = match &asked.output {
        Depot::Folder(folder) => whole(folder)?.into(),
        stored => stored.clone(),
    };
    Ok((root, std::env::current_dir().context("the folder this was started in is gone")?))
}

/// Who does the work.
#[cfg(feature = "cluster")]
fn engine(asked: &Run, threads: usize, tell: &dyn Fn(&str)) -> Result<Option<Engine>> {
    let Some(scheduler) = asked.scheduler.clone() else { return Engine::here(threads).map(Some) };
    let longest = std::time::Duration::from_secs(60 * asked.patience);
    Engine::cluster(&Asked { scheduler, at_once: asked.tasks as usize, longest }, tell).map(Some)
}

/// Who does the work: this process, in a program without clusters.
#[cfg(not(feature = "cluster"))]
fn engine(asked: &Run, threads: usize, _: &dyn Fn(&str)) -> Result<Option<Engine>> {
    if asked.scheduler.is_some() {
        say("--scheduler: this program was built without clusters; build it with --features cluster");
        return Ok(None);
    }
    Engine::here(threads).map(Some)
}

fn estimate(asked: &Plan) -> Result<u8> {
    let (found, all) = files(&asked.inputs)?;
    if found.is_empty() {
        say("nothing to read; give --input files that exist");
        return Ok(USAGE);
    }
    let (threads, memory) = (threads(asked.inputs.threads), asked.inputs.memory_limit);
    let estimate = plan::estimate(&found, asked.sample, memory, threads)?;
    anstream::print!("{}", estimate.lines(threads));
    Ok(if all && estimate.sampled > 0 { FINE } else { PARTLY })
}
