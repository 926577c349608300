//! `firsthand statements PATH…`: who says what, sentence by sentence.

use crate::args::statements::{Listed, Listing};
use crate::exit::Exit;
use crate::index::Index;
use crate::ledger::{self, Entry};
use crate::{output, show};
use firsthand_core::account::Account;

/// Runs the command.
pub fn run(listing: &Listing) -> anyhow::Result<Exit> {
    super::read::printed(&listing.reading, |accounts| print(listing, accounts))
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
