//! `firsthand completions SHELL`: what a shell needs to complete the command line.

use crate::args::meant::Place;
use crate::args::typed::Typed;
use crate::exit::Exit;
use crate::output;
use clap::CommandFactory;
use clap_complete::Shell;

/// Runs the command.
pub fn run(shell: Shell) -> anyhow::Result<Exit> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Typed::command(), "firsthand", &mut script);
    output::plain(&Place::Standard, &script)?;
    Ok(Exit::Fine)
}
