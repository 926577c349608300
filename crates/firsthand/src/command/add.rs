//! `firsthand add PATH…`: reads reports into an archive.

use crate::adding::{self, Order, Tally};
use crate::args::archive::Add;
use crate::complaint::{Complaint, Gravity, shortened};
use crate::exit::Exit;
use crate::fetch::{Client, Policy, Settings};
use crate::progress::Progress;
use crate::wording::count;
use crate::{args, output, tell};
use anyhow::Context;
use firsthand_intake::{Fields, Input, Options, Place};
use firsthand_store::{Archive, Outcome, Prepared, What};
use serde_json::json;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Runs the command.
pub fn run(add: &Add) -> anyhow::Result<Exit> {
    let (archive, tally, missing) = quietly(add)?;
    for complaint in
        missing.iter().chain(&tally.complaints).filter(|c| !add.quiet || c.gravity == Gravity::Loss)
    {
        tell::about(&complaint.location, &complaint.message);
    }
    if !add.json && !add.quiet {
        output::plain(&Place::Standard, format!("{}\n", summary(&tally, &archive)?).as_bytes())?;
    }
    let worst = missing.iter().chain(&tally.complaints).map(|c| c.gravity).max();
    Ok(match worst {
        Some(Gravity::Loss) if tally.new + tally.versions + tally.known + tally.unchanged == 0 => {
            Exit::Unmeasured
        }
        None | Some(Gravity::Remark) => Exit::Fine,
        Some(_) => Exit::Partly,
    })
}

/// Adds everything and says nothing but what `--json` prints: the archive, what was added, and which inputs are missing.
///
/// # Errors
/// An archive that cannot be opened or written; a field or host that is none.
pub fn quietly(add: &Add) -> anyhow::Result<(Archive, Tally, Vec<Complaint>)> {
    let fields = args::meant::fields(&add.map).map_err(anyhow::Error::msg)?;
    let mut archive = Archive::open(&add.place.archive)?;
    let threads = add.threads.map_or(0, Into::into);
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(threads)
        .build()
        .context("no threads could be started")?;
    let (tally, missing) = pool.install(|| added(add, fields, &mut archive))?;
    Ok((archive, tally, missing))
}

fn added(add: &Add, fields: Fields, archive: &mut Archive) -> anyhow::Result<(Tally, Vec<Complaint>)> {
    let of_the_web = |path: &&PathBuf| adding::is_address(&address(path));
    let (web, files): (Vec<&PathBuf>, Vec<&PathBuf>) = add.paths.iter().partition(of_the_web);
    let places: Vec<Place> = files.into_iter().map(|p| args::meant::place(p)).collect();
    let mut gathered = firsthand_intake::gather(&places);
    gathered.inputs.extend(web.into_iter().map(|path| address(path)));
    let policy = Policy::allowing(&add.allow_private).map_err(|e| anyhow::anyhow!("--allow-private: {e}"))?;
    let client = Client::new(Settings { policy, ..Settings::default() });
    let options = Options { fields, ..Options::default() };
    let progress = Progress::of_bytes("adding", super::read::size(&gathered.inputs), !add.quiet);
    let order = Order {
        inputs: &gathered.inputs,
        options: &options,
        by_reference: add.by_reference,
        again: add.again,
        client: &client,
    };
    let tell = |page: &Prepared, outcome: Outcome| if add.json { acknowledge(page, outcome) } else { Ok(()) };
    let mut tally = adding::add(&order, archive, &progress, &mut { tell })?;
    progress.end();
    tally.complaints = shortened(tally.complaints);
    let missing = gathered.missing.into_iter().map(|(location, message)| Complaint {
        file: location.clone(),
        at: 0,
        location,
        message,
        gravity: Gravity::Loss,
    });
    Ok((tally, missing.collect()))
}

/// A path as it may be an address.
fn address(path: &Path) -> Input {
    Input { location: path.to_string_lossy().into_owned(), path: None }
}

/// One line for a page that is safe: whoever reads it may rely on it.
fn acknowledge(page: &Prepared, outcome: Outcome) -> anyhow::Result<()> {
    let what = match outcome.what {
        What::New => "new",
        What::Version { .. } => "version",
        What::Known => "known",
    };
    let line = json!({
        "report": format!("r{}", outcome.report),
        "story": format!("s{}", outcome.story),
        "what": what,
        "location": page.location(),
    });
    let mut out = io::stdout().lock();
    writeln!(out, "{line}")?;
    Ok(out.flush()?)
}

fn summary(tally: &Tally, archive: &Archive) -> anyhow::Result<String> {
    let mut parts = vec![format!("{} added", count(tally.new, "report"))];
    for (n, what) in [(tally.versions, "new version"), (tally.known, "page")] {
        if n > 0 {
            let there = if what == "page" { " there already" } else { "" };
            parts.push(format!("{}{there}", count(n, what)));
        }
    }
    if tally.unchanged > 0 {
        parts.push(format!("{} not changed since", count(tally.unchanged, "file")));
    }
    let counts = archive.reader()?.counts()?;
    let (reports, stories) = (counts.reports as usize, counts.stories as usize);
    Ok(format!(
        "{}; the archive has {} in {}",
        parts.join(", "),
        count(reports, "report"),
        count(stories, "story")
    ))
}
