//! `firsthand import FILE`: reads back what `firsthand export --format jsonl` wrote.

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
    let done = match done {
        Ok(done) => done,
        Err(error) if error.kind() == Kind::Request => {
            tell::about(&name, &error.to_string());
            return Ok(Exit::Usage);
        }
        Err(error) => return Err(error.into()),
    };
    for fault in done.faults.iter().take(NAMED) {
        tell::about(&name, fault);
    }
    if let Some(more) = done.faults.len().checked_sub(NAMED).filter(|more| *more > 0) {
        tell::about(&name, &format!("{more} more lines like these"));
    }
    if !asked.quiet {
        output::plain(&Place::Standard, format!("{}\n", summary(&done)).as_bytes())?;
    }
    Ok(match (done.faults.is_empty(), done.reports + done.known) {
        (_, 0) => Exit::Unmeasured,
        (true, _) => Exit::Fine,
        (false, _) => Exit::Partly,
    })
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
