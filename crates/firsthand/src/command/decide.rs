//! `firsthand merge`, `split`, `pin` and `undo`: what a person decides about stories.

use crate::args::archive::{Merge, Pin, Split, Undo};
use crate::exit::Exit;
use crate::{output, tell};
use firsthand_intake::Place;
use firsthand_store::{Archive, Error, Reader};

/// Runs `firsthand merge`.
pub fn merge(asked: &Merge) -> anyhow::Result<Exit> {
    let done = Archive::open(&asked.place.archive)?.merge(asked.from, asked.into);
    said(done.map(|()| format!("s{} is in s{} now; `firsthand undo` takes it back", asked.from, asked.into)))
}

/// Runs `firsthand split`.
pub fn split(asked: &Split) -> anyhow::Result<Exit> {
    let done = Archive::open(&asked.place.archive)?.split(asked.id, &asked.reports);
    said(done.map(|new| format!("the reports are in s{new} now; `firsthand undo` takes it back")))
}

/// Runs `firsthand pin`.
pub fn pin(asked: &Pin) -> anyhow::Result<Exit> {
    let done = Archive::open(&asked.place.archive)?.pin(asked.report, asked.story);
    said(
        done.map(|()| format!("r{} stays in s{}; `firsthand undo` takes it back", asked.report, asked.story)),
    )
}

/// Runs `firsthand undo`.
pub fn undo(asked: &Undo) -> anyhow::Result<Exit> {
    if asked.list {
        let mut text = String::new();
        for decision in Reader::open(&asked.place.archive)?.decisions()? {
            let undone = decision.undone.map(|at| format!("  (taken back {at})")).unwrap_or_default();
            text.push_str(&format!("{}  {}{undone}\n", decision.at, decision.detail));
        }
        output::plain(&Place::Standard, text.as_bytes())?;
        return Ok(Exit::Fine);
    }
    let done = Archive::open(&asked.place.archive)?.undo()?;
    let Some(what) = done else {
        tell::error("nothing was decided by hand that could be taken back");
        return Ok(Exit::Usage);
    };
    said(Ok(format!("taken back: {what}")))
}

/// Prints what was done.
fn said(done: Result<String, Error>) -> anyhow::Result<Exit> {
    output::plain(&Place::Standard, format!("{}\n", done?).as_bytes())?;
    Ok(Exit::Fine)
}
