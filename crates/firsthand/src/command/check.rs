//! `firsthand check CLAIM`: what reports or an archive say of a claim.

use super::{among, read};
use crate::args::check::{Checking, Record};
use crate::args::meant::{Form, Place};
use crate::exit::Exit;
use crate::{asking, output, show, tell, watchlist};
use firsthand_core::check::{self, Answer, Claim, Verdict};
use firsthand_store::Reader;
use firsthand_text::language::Models;
use std::io::{self, Read};
use std::path::Path;

/// A claim that is longer is no sentence; a file of claims that is longer was not meant.
const LONGEST: u64 = 16 << 20;

/// Runs the command.
pub fn run(checking: &Checking) -> anyhow::Result<Exit> {
    let claims = match claims(checking) {
        Ok(claims) => claims,
        Err(message) => {
            tell::error(&message);
            return Ok(Exit::Usage);
        }
    };
    let models = Models::built_in();
    let read: Vec<Claim> = claims.iter().map(|text| check::claim(text, checking.today, &models)).collect();
    let (answers, whole) = match &checking.record {
        Record::Reports(reading) if among::archive(&reading.inputs).is_some() => {
            let Some(path) = among::archive(&reading.inputs).filter(|_| reading.inputs.len() == 1) else {
                tell::error(
                    "an archive is looked through alone; give it to --archive, and the rest in a run of its own",
                );
                return Ok(Exit::Usage);
            };
            (of_archive(checking, &path, &read)?, true)
        }
        Record::Reports(reading) => {
            let (accounts, whole) = read::heard(reading)?;
            if accounts.is_empty() {
                tell::error("no report could be read; nothing to measure");
                return Ok(Exit::Unmeasured);
            }
            let record = check::Record::new(&accounts);
            (read.iter().map(|claim| record.check(claim)).collect(), whole)
        }
        Record::Archive(path) => (of_archive(checking, path, &read)?, true),
    };
    print(checking, &answers)?;
    let unmeasured = answers.iter().filter(|a| a.verdict == Verdict::NotMeasured).count();
    Ok(match unmeasured {
        n if n == answers.len() => Exit::Unmeasured,
        0 if whole => Exit::Fine,
        _ => Exit::Partly,
    })
}

fn of_archive(checking: &Checking, path: &Path, claims: &[Claim]) -> anyhow::Result<Vec<Answer>> {
    let lists = watchlist::read(&checking.watchlists)?;
    let reader = Reader::open(path)?.with_watchlist(lists.into());
    let answers: Result<Vec<Answer>, _> = claims.iter().map(|claim| asking::answer(&reader, claim)).collect();
    Ok(answers?)
}

/// The claims, those of the command line first. Errors: one line for the user.
fn claims(checking: &Checking) -> Result<Vec<String>, String> {
    let mut out: Vec<String> = checking.claims.clone();
    if let Some(place) = &checking.file {
        let (name, text) = match place {
            Place::Standard => ("-".to_owned(), text(io::stdin().lock())),
            Place::Path(path) => {
                (path.to_string_lossy().into_owned(), std::fs::File::open(path).and_then(text))
            }
        };
        let bytes = text.map_err(|error| format!("{name}: {}", firsthand_intake::plainly(error.kind())))?;
        let lines = String::from_utf8_lossy(&bytes);
        let lines = lines.lines().map(str::trim).filter(|l| !l.is_empty() && !l.starts_with('#'));
        out.extend(lines.map(str::to_owned));
        if out.is_empty() {
            return Err(format!("{name}: no claim in it; write one a line"));
        }
    }
    match out.iter().any(|claim| claim.trim().is_empty()) {
        true => Err("an empty claim says nothing; write a sentence".into()),
        false => Ok(out),
    }
}

fn text(from: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(LONGEST).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn print(checking: &Checking, answers: &[Answer]) -> anyhow::Result<()> {
    if checking.form == Form::Json {
        let mut lines = String::new();
        for answer in answers {
            lines.push_str(&serde_json::to_string(answer)?);
            lines.push('\n');
        }
        return output::plain(&Place::Standard, lines.as_bytes());
    }
    let width = output::width(&Place::Standard);
    let show = if checking.form == Form::Brief { show::check::brief } else { show::check::full };
    output::styled(&Place::Standard, &show::check::answers(answers, width, show), checking.colour)
}
