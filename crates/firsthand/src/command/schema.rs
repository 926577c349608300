//! `firsthand schema`: the JSON Schema of an account, made from the types that are written.

use crate::args::meant::Place;
use crate::exit::Exit;
use crate::output;
use firsthand_core::account::Account;

/// Runs the command.
pub fn run() -> anyhow::Result<Exit> {
    let mut text = serde_json::to_string_pretty(&schemars::schema_for!(Account))?;
    text.push('\n');
    output::plain(&Place::Standard, text.as_bytes())?;
    Ok(Exit::Fine)
}
