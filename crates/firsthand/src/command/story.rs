//! `firsthand story ID`: the account of a story of an archive.

use crate::args::archive::Story;
use crate::exit::Exit;
use crate::{args, output, page, show, tell, watchlist};
use firsthand_core::account::{Account, Measure};
use firsthand_intake::Place;
use firsthand_store::{Reader, Standing};
use std::sync::Arc;

/// Runs `firsthand story`.
pub fn run(asked: &Story) -> anyhow::Result<Exit> {
    let lists = watchlist::read(&asked.lists.watchlist)?;
    let reader = Reader::open(&asked.place.archive)?;
    let Some((id, mut account)) = account(&reader, asked.id)? else { return Ok(Exit::Usage) };
    lists.link(&mut account);
    if let Some(path) = &asked.html {
        output::file(path, page::page(std::slice::from_ref(&account)).as_bytes())?;
    }
    let width = output::width(&Place::Standard);
    if asked.printing.json {
        output::plain(&Place::Standard, super::read::json(std::slice::from_ref(&account))?.as_bytes())?;
    } else {
        let mut text = if asked.brief { show::brief(&account, width) } else { show::full(&account, width) };
        let related = show::stories::related(&reader.related(id)?, width);
        if !related.is_empty() {
            text.push('\n');
            text.push_str(&related);
        }
        output::styled(&Place::Standard, &text, args::meant::colour(asked.printing.color))?;
    }
    Ok(if account.story.measure == Measure::Unmeasured { Exit::Unmeasured } else { Exit::Fine })
}

/// The account of a story, or of the one it was merged into, with its number; None, and a line, where there is none.
fn account(reader: &Reader, id: i64) -> anyhow::Result<Option<(i64, Account)>> {
    let Some(id) = here(reader, id)? else { return Ok(None) };
    match reader.account(id)? {
        Some(account) => Ok(Some((id, Arc::unwrap_or_clone(account)))),
        None => {
            unknown(id);
            Ok(None)
        }
    }
}

/// The number under which a story is found, that of another where it was merged into it, and a line; None, and a line,
/// where there is none.
pub(super) fn here(reader: &Reader, id: i64) -> anyhow::Result<Option<i64>> {
    match reader.story(id)? {
        Some(Standing::Here(_)) => Ok(Some(id)),
        Some(Standing::Moved(to)) => {
            tell::error(&format!("s{id} was merged into s{to}"));
            Ok(Some(to))
        }
        None => {
            unknown(id);
            Ok(None)
        }
    }
}

/// Says that there is no such story.
pub(super) fn unknown(id: i64) {
    tell::error(&format!("there is no story s{id}; `firsthand stories` lists them"));
}
