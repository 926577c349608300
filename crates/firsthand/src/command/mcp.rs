//! `firsthand mcp --archive FILE`: answers an agent over standard input and output.

use crate::exit::Exit;
use crate::serve::{self, Pool};
use crate::tell;
use std::path::Path;

/// Runs the command. Nothing but the protocol goes to standard output.
pub fn run(archive: &Path) -> anyhow::Result<Exit> {
    let pool = match Pool::open(archive) {
        Ok(pool) => pool,
        Err(error) => {
            tell::error(&error.to_string());
            return Ok(Exit::Usage);
        }
    };
    serve::mcp::over_standard(pool)?;
    Ok(Exit::Fine)
}
