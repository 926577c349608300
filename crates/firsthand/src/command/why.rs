//! `firsthand why ID --in FILE`: the passages, rules and reasons behind one line of an account.

use crate::args::meant::{Place, Question};
use crate::exit::Exit;
use crate::{output, tell, why};
use firsthand_core::account::Account;
use std::io::{self, BufReader, Read};

/// Runs the command.
pub fn run(question: &Question) -> anyhow::Result<Exit> {
    let accounts = match accounts(&question.account) {
        Ok(accounts) => accounts,
        Err(message) => {
            tell::error(&message);
            return Ok(Exit::Usage);
        }
    };
    let width = output::width(&Place::Standard);
    match why::choose(&accounts, &question.id, question.story.as_deref()) {
        Ok(account) => {
            let text = why::why(account, &question.id, width).unwrap_or_default();
            output::styled(&Place::Standard, &text, question.colour)?;
            Ok(Exit::Fine)
        }
        Err(message) => {
            tell::error(&message);
            Ok(Exit::Usage)
        }
    }
}

/// Reads accounts, one after the other, a line each or spread over lines.
fn accounts(place: &Place) -> Result<Vec<Account>, String> {
    let (name, reader): (String, Box<dyn Read>) = match place {
        Place::Standard => ("-".into(), Box::new(io::stdin().lock())),
        Place::Path(path) => {
            let name = path.to_string_lossy().into_owned();
            match std::fs::File::open(path) {
                Ok(file) => (name, Box::new(file)),
                Err(error) => return Err(format!("{name}: {}", firsthand_intake::plainly(error.kind()))),
            }
        }
    };
    let found: Result<Vec<Account>, _> =
        serde_json::Deserializer::from_reader(BufReader::new(reader)).into_iter::<Account>().collect();
    match found {
        Ok(accounts) if accounts.is_empty() => Err(format!("{name}: no account in it")),
        Ok(accounts) => Ok(accounts),
        Err(error) => Err(format!("{name}: not an account as firsthand read --json prints it: {error}")),
    }
}
