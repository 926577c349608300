//! `firsthand import FILE`: reads back what `firsthand export --format jsonl` wrote, or takes stories from the tables of a batch.

use crate::args::export::Import;
use crate::args::meant::place;
use crate::exit::Exit;
use crate::progress::Progress;
use crate::wording::count;
use crate::{output, tell};
use firsthand_intake::Place;
use firsthand_store::{Archive, Imported, Kind};
use std::fs::File;
use std::io::{self, BufRead, BufReader};

/// Broken lines that are named one by one.
const NAMED: usize = 50;

/// Runs the command.
pub fn run(asked: &Import) -> anyhow::Result<Exit> {
    if asked.from.is_dir() {
        return tables(asked);
    }
    if !asked.story.is_empty() {
        tell::error(
            "--story chooses from the folder of a batch; choose with `firsthand export --story` otherwise",
        );
        return Ok(Exit::Usage);
    }
    let (name, input): (String, Box<dyn BufRead>) = match place(&asked.from) {
        Place::Standard => ("-".into(), Box::new(io::stdin().lock())),
        Place::Path(path) => {
            let name = path.to_string_lossy().into_owned();
            match File::open(&path) {
                Ok(file) => (name, Box::new(BufReader::with_capacity(1 << 20, file))),
                Err(error) => {
                    tell::about(&name, &firsthand_intake::plainly(error.kind()));
                    return Ok(Exit::Usage);
                }
            }
        }
    };
    let mut archive = Archive::open(&asked.place.archive)?;
    let progress = Progress::of_bytes("reading", None, !asked.quiet);
    let done = archive.import(input, &|reports| progress.reach(reports));
    progress.end();
    ended(asked, &name, done)
}

/// Takes stories from the folder of a batch.
#[cfg(feature = "parquet")]
fn tables(asked: &Import) -> anyhow::Result<Exit> {
    let name = asked.from.to_string_lossy().into_owned();
    let mut archive = Archive::open(&asked.place.archive)?;
    let progress = Progress::of_bytes("reading", None, !asked.quiet);
    let done = archive.import_tables(&asked.from, &asked.story, &|reports| progress.reach(reports));
    progress.end();
    ended(asked, &name, done)
}

/// Without Parquet nothing can be read.
#[cfg(not(feature = "parquet"))]
fn tables(asked: &Import) -> anyhow::Result<Exit> {
    tell::about(
        &asked.from.to_string_lossy(),
        "is a folder; this firsthand was built without Parquet and cannot read the tables of a batch: build it with \
         `cargo build --release --features parquet`",
    );
    Ok(Exit::Usage)
}

/// Says how it went.
fn ended(asked: &Import, name: &str, done: Result<Imported, firsthand_store::Error>) -> anyhow::Result<Exit> {
    let done = match done {
        Ok(done) => done,
        Err(error) if error.kind() == Kind::Request => {
            tell::about(name, &error.to_string());
            return Ok(Exit::Usage);
        }
        Err(error) => return Err(error.into()),
    };
    for fault in done.faults.iter().take(NAMED) {
        tell::about(name, fault);
    }
    if let Some(more) = done.faults.len().checked_sub(NAMED).filter(|more| *more > 0) {
        tell::about(name, &format!("{more} more lines like these"));
    }
    if !asked.quiet {
        let line = if asked.from.is_dir() { taken(&done) } else { summary(&done) };
        output::plain(&Place::Standard, format!("{line}\n").as_bytes())?;
    }
    Ok(match (done.faults.is_empty(), done.reports + done.known) {
        (_, 0) => Exit::Unmeasured,
        (true, _) => Exit::Fine,
        (false, _) => Exit::Partly,
    })
}

fn taken(done: &Imported) -> String {
    let pages = count(done.reports as usize, "page");
    format!("{pages} added, {} there already; stories were found anew by this archive", done.known)
}

fn summary(done: &Imported) -> String {
    let reports = count(done.reports as usize, "page");
    if done.same_numbers {
        return format!("{reports} read back, under the numbers they had");
    }
    format!(
        "{reports} added, {} there already; the archive was not empty, so reports have new numbers, stories were found anew \
         and what was decided by hand was left out",
        done.known
    )
}
