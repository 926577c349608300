//! `firsthand man [COMMAND]`: the manual page, in roff.

use crate::args::meant::Place;
use crate::args::typed::Typed;
use crate::exit::Exit;
use crate::{output, tell};
use clap::CommandFactory;

/// Runs the command.
pub fn run(command: Option<&str>) -> anyhow::Result<Exit> {
    let mut program = Typed::command();
    program.build();
    let wanted = match command {
        None => program,
        Some(name) => match program.find_subcommand(name) {
            Some(found) => found.clone(),
            None => {
                let names: Vec<&str> = program.get_subcommands().map(|c| c.get_name()).collect();
                tell::error(&format!("no command {name}; there are {}", names.join(", ")));
                return Ok(Exit::Usage);
            }
        },
    };
    let mut text = Vec::new();
    let title = wanted.get_display_name().unwrap_or("firsthand").to_owned();
    let source = concat!("firsthand ", env!("CARGO_PKG_VERSION"));
    clap_mangen::Man::new(wanted).title(title).source(source).render(&mut text)?;
    output::plain(&Place::Standard, &text)?;
    Ok(Exit::Fine)
}
