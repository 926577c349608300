//! `firsthand statements PATH…`: who says what, sentence by sentence.

use crate::args::statements::{Listed, Listing};
use crate::exit::Exit;
use crate::index::Index;
use crate::ledger::{self, Entry};
use crate::{output, show, tell};
use firsthand_core::account::{Account, Measure};

/// Runs the command.
pub fn run(listing: &Listing) -> anyhow::Result<Exit> {
    let (accounts, whole) = super::read::heard(&listing.reading)?;
    if accounts.is_empty() {
        tell::error("no report could be read; nothing to measure");
        return Ok(Exit::Unmeasured);
    }
    print(listing, &accounts)?;
    if accounts.iter().all(|a| a.story.measure == Measure::Unmeasured) {
        return Ok(Exit::Unmeasured);
    }
    Ok(if whole { Exit::Fine } else { Exit::Partly })
}

fn print(listing: &Listing, accounts: &[Account]) -> anyhow::Result<()> {
    let indices: Vec<Index<'_>> = accounts.iter().map(Index::new).collect();
    let entries: Vec<Vec<Entry<'_>>> =
        indices.iter().map(|i| ledger::entries(i, listing.by.as_deref())).collect();
    let out = &listing.reading.out;
    match listing.listed {
        Listed::Json => {
            let mut lines = String::new();
            for entry in entries.iter().flatten() {
                lines.push_str(&serde_json::to_string(entry)?);
                lines.push('\n');
            }
            output::plain(out, lines.as_bytes())
        }
        Listed::Csv => output::plain(out, &ledger::csv(entries.iter().flatten())?),
        Listed::Lines => {
            let width = output::width(out);
            let text = show::statements::show(&indices, &entries, width);
            output::styled(out, &text, listing.reading.colour)
        }
    }
}
