//! `firsthand serve --archive FILE`: shows an archive in a browser, with HTTP API and MCP.

use crate::args::serve::{Listening, Serving};
use crate::exit::Exit;
use crate::serve::guard::token::Token;
use crate::serve::{self, State};
use crate::{output, tell, watchlist};
use std::path::Path;

/// Where the token stands if no file is given.
const VARIABLE: &str = "FIRSTHAND_TOKEN";

/// Runs the command.
pub fn run(serving: &Serving) -> anyhow::Result<Exit> {
    match serving {
        Serving::Document => {
            let mut document = serde_json::to_string_pretty(&serve::api::document())?;
            document.push('\n');
            output::plain(&crate::args::meant::Place::Standard, document.as_bytes())?;
            Ok(Exit::Fine)
        }
        Serving::Listening(listening) => listen(listening),
    }
}

fn listen(listening: &Listening) -> anyhow::Result<Exit> {
    let token = match token(listening.token.as_deref()) {
        Ok(token) => token,
        Err(message) => return refuse(&message),
    };
    if token.is_none() && !listening.address.ip().is_loopback() {
        return refuse(&format!(
            "{} can be reached from other machines and would be open to everybody; give a token with --token-file or \
             {VARIABLE}, or listen on 127.0.0.1",
            listening.address
        ));
    }
    let lists = watchlist::read(&listening.watchlists)?;
    let state = match State::open(listening, token, lists) {
        Ok(state) => state,
        Err(error) => return refuse(&format!("{}: {error}", listening.archive.display())),
    };
    serve::run(state, listening.address)?;
    Ok(Exit::Fine)
}

/// The token, where one is asked for.
fn token(file: Option<&Path>) -> Result<Option<Token>, String> {
    if let Some(file) = file {
        let text = std::fs::read_to_string(file)
            .map_err(|error| format!("{}: the token could not be read: {error}", file.display()))?;
        return Token::new(&text).map(Some).map_err(|why| format!("{}: {why}", file.display()));
    }
    match std::env::var(VARIABLE) {
        Ok(text) => Token::new(&text).map(Some).map_err(|why| format!("{VARIABLE}: {why}")),
        Err(std::env::VarError::NotPresent) => Ok(None),
        Err(error) => Err(format!("{VARIABLE}: {error}")),
    }
}

fn refuse(message: &str) -> anyhow::Result<Exit> {
    tell::error(message);
    Ok(Exit::Usage)
}
