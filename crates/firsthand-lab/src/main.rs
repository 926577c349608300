//! The lab: makes the weights in the `models/` of the crates, runs single stages over data sets, measures the figures of
//! `docs/quality.md`. Not shipped.

mod chains;
mod invent;
mod measure;
mod predict;
mod show;
mod speed;
mod speed_story;
mod suites;
mod train;
mod words;

use clap::{Parser, Subcommand};
use std::path::PathBuf;

#[derive(Parser)]
#[command(name = "firsthand-lab", about = "Trains, predicts and measures; not shipped")]
struct Args {
    #[command(subcommand)]
    job: Job,
}

#[derive(Subcommand)]
enum Job {
    /// Make one set of weights from openly licensed corpora.
    Train {
        /// Which weights.
        what: train::What,
        /// Folder with the corpora.
        #[arg(long)]
        data: PathBuf,
        /// Folder the weights are written to, if not the one they are read from when the program is built.
        #[arg(long)]
        out: Option<PathBuf>,
    },
    /// Run one stage over files and print what the scorers read.
    Predict {
        /// Which stage.
        task: predict::Task,
        /// Weights of names to try instead of the built-in ones.
        #[arg(long)]
        weights: Option<PathBuf>,
        /// Files in the format of the task's data (also `.gz`), or folders for pages and accounts.
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// Measure every figure of docs/quality.md and print the table; fails where one is under its floor.
    Measure {
        /// Folder with `data`, `score` and `seeds`.
        #[arg(long, env = "FIRSTHAND_SHARED", default_value = "../shared")]
        shared: PathBuf,
        /// Only these parts, such as feed or page.
        #[arg(long)]
        only: Vec<String>,
    },
    /// Run the suites of time phrases and write the page that lists every case that fails.
    TimeSuites {
        /// Folder with `data`.
        #[arg(long, env = "FIRSTHAND_SHARED", default_value = "../shared")]
        shared: PathBuf,
        /// The page.
        #[arg(long, default_value = "docs/time-suites.md")]
        out: PathBuf,
    },
    /// How many words a second each step of the language stage reads on one core.
    Speed {
        /// Files of plain text, or JSON lines with a `text`.
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// How long the account of one story takes, step by step, on one thread.
    SpeedStory {
        /// Folder whose files are the reports of the story.
        folder: PathBuf,
    },
    /// Write an archive of invented short news items of any size, to measure firsthand-batch.
    GenerateArchive(invent::Invent),
    /// Run one stage over plain text, a paragraph a line, and print what a person reads; or list what a measure counts as
    /// wrong.
    Show {
        /// Which stage.
        what: show::What,
        /// Files of plain text; for `origins` the folder of `measure --shared`.
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
}

fn main() -> anyhow::Result<()> {
    match Args::parse().job {
        Job::Train { what, data, out } => train::train(what, &data, out.as_deref()),
        Job::Predict { task, weights, files } => predict::predict(task, weights.as_deref(), &files),
        Job::Measure { shared, only } => measure::measure(&shared, &only),
        Job::TimeSuites { shared, out } => suites::write(&shared, &out),
        Job::Speed { files } => speed::speed(&files),
        Job::SpeedStory { folder } => speed_story::speed_story(&folder),
        Job::GenerateArchive(asked) => invent::invent(&asked),
        Job::Show { what, files } => show::show(what, &files),
    }
}
