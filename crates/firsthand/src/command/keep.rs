//! `firsthand verify`, `backup` and `rebuild`: looking after an archive.

use crate::args::archive::{Backup, Rebuild, Verify};
use crate::exit::Exit;
use crate::progress::Progress;
use crate::wording::count;
use crate::{output, tell};
use firsthand_intake::Place;
use firsthand_store::{Archive, Reader};

/// Faults that are named one by one.
const NAMED: usize = 50;

/// Runs `firsthand verify`.
pub fn verify(asked: &Verify) -> anyhow::Result<Exit> {
    let reader = Reader::open(&asked.place.archive)?;
    let total = reader.counts()?.pages as usize;
    let progress = Progress::start("verifying", total, !asked.quiet);
    let found = reader.verify(asked.quick, &|done| progress.reach(done))?;
    progress.end();
    faults(&found.faults);
    let pages = if asked.quick {
        "pages not read again".to_owned()
    } else {
        format!("{} as they were, {} read again alike", count(found.pages as usize, "page"), found.reports)
    };
    let state = if found.faults.is_empty() { "clean".to_owned() } else { count(found.faults.len(), "fault") };
    let unchecked = found.unchecked.map(|what| format!("; not checked: {what}")).unwrap_or_default();
    let passages = count(found.passages as usize, "passage");
    let line = format!("{state}: {pages}, {passages} give their text{unchecked}\n");
    output::plain(&Place::Standard, line.as_bytes())?;
    Ok(if found.faults.is_empty() { Exit::Fine } else { Exit::Partly })
}

/// Runs `firsthand backup`.
pub fn backup(asked: &Backup) -> anyhow::Result<Exit> {
    Reader::open(&asked.place.archive)?.backup(&asked.to)?;
    Ok(Exit::Fine)
}

/// Runs `firsthand rebuild`.
pub fn rebuild(asked: &Rebuild) -> anyhow::Result<Exit> {
    let mut archive = Archive::open(&asked.place.archive)?;
    let total = archive.reader()?.counts()?.pages as usize;
    let progress = Progress::start("rebuilding", total, !asked.quiet);
    let done = archive.rebuild(asked.all, &|done| progress.reach(done))?;
    progress.end();
    faults(&done.faults);
    let mut line =
        format!("{} read again, {} came out otherwise", count(done.reports as usize, "report"), done.changed);
    if asked.regroup {
        line.push_str(&format!("; {} moved to another story", count(archive.regroup()? as usize, "report")));
    }
    output::plain(&Place::Standard, format!("{line}\n").as_bytes())?;
    Ok(if done.faults.is_empty() { Exit::Fine } else { Exit::Partly })
}

fn faults(faults: &[String]) {
    for fault in faults.iter().take(NAMED) {
        tell::error(fault);
    }
    if faults.len() > NAMED {
        tell::error(&format!("{} more", faults.len() - NAMED));
    }
}
