//! `firsthand mcp --archive FILE`: answers an agent over standard input and output.

use crate::args::serve::Answering;
use crate::exit::Exit;
use crate::serve::{self, Pool};
use crate::{tell, watchlist};

/// Runs the command. Nothing but the protocol goes to standard output.
pub fn run(answering: &Answering) -> anyhow::Result<Exit> {
    let lists = watchlist::read(&answering.watchlists)?;
    let pool = match Pool::open(&answering.archive, lists.into()) {
        Ok(pool) => pool,
        Err(error) => {
            tell::error(&error.to_string());
            return Ok(Exit::Usage);
        }
    };
    serve::mcp::over_standard(pool)?;
    Ok(Exit::Fine)
}
