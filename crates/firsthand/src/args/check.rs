//! `firsthand check`: as typed, as meant.

use super::meant::{Form, Place, Reading, colour, fields, place};
use super::shared::{ARCHIVE, Lists, Running};
use clap::Args;
use jiff::civil;
use std::path::PathBuf;

const EXIT_CODES: &str = "\
Exit codes:
  0  answered, also where the answer is that nothing was found
  1  answered, but some reports or claims could not be read as well as they should; stderr says which
  2  the command line makes no sense
  3  nothing could be measured: no report could be read, or the claim has nothing to look for";

/// `firsthand check`
#[derive(Debug, Clone, Args)]
#[command(after_help = EXIT_CODES)]
pub struct Check {
    /// The claim, one sentence: 'A trade delegation left for Velmark on 4 March'
    #[arg(value_name = "CLAIM")]
    pub claims: Vec<String>,
    /// Reports to look through: files, folders and patterns, as for read; an archive; - reads standard input
    #[arg(long = "in", value_name = "PATH", num_args = 1..)]
    pub paths: Vec<PathBuf>,
    /// An archive to look through [env: FIRSTHAND_ARCHIVE, where no --in is given]
    #[arg(long, value_name = "FILE", conflicts_with = "paths")]
    pub archive: Option<PathBuf>,
    /// More claims, one a line; blank lines and lines that begin with # are passed over; - reads standard input
    #[arg(long, value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// The day from which 'yesterday' in a claim counts: 2025-03-05
    #[arg(long, value_name = "DAY")]
    pub on: Option<String>,
    /// Which field of JSON records is what: title=headline
    #[arg(long, value_name = "WHAT=FIELD")]
    pub map: Vec<String>,
    /// Lists of names.
    #[command(flatten)]
    pub lists: Lists,
    /// Only the answer, without the sentences
    #[arg(long, conflicts_with = "json")]
    pub brief: bool,
    /// Print answers as JSON, one a line
    #[arg(long)]
    pub json: bool,
    /// How it runs.
    #[command(flatten)]
    pub running: Running,
}

/// `firsthand check`, as meant.
#[derive(Debug, Clone, PartialEq)]
pub struct Checking {
    /// Claims given on the command line.
    pub claims: Vec<String>,
    /// Where more claims are.
    pub file: Option<Place>,
    /// What is looked through.
    pub record: Record,
    /// Lists of names to link people and bodies to.
    pub watchlists: Vec<PathBuf>,
    /// The day from which relative days of a claim count.
    pub today: Option<civil::Date>,
    /// How to print.
    pub form: Form,
    /// When to colour what is printed.
    pub colour: anstream::ColorChoice,
}

/// Where stories are: what claims are held against, and what is listed.
#[derive(Debug, Clone, PartialEq)]
pub enum Record {
    /// Reports, read as `firsthand read` does.
    Reports(Reading),
    /// The stories of an archive.
    Archive(PathBuf),
}

/// Makes out what is meant. Errors: one line for the user.
pub fn resolve(typed: Check) -> Result<Checking, String> {
    resolved(typed, std::env::var_os(ARCHIVE).map(PathBuf::from))
}

fn resolved(typed: Check, usual: Option<PathBuf>) -> Result<Checking, String> {
    let form = match (typed.json, typed.brief) {
        (true, _) => Form::Json,
        (false, true) => Form::Brief,
        (false, false) => Form::Full,
    };
    let today = match &typed.on {
        None => None,
        Some(day) => match day.parse::<civil::Date>() {
            Ok(day) => Some(day),
            Err(_) => return Err(format!("--on {day}: not a day; write it as 2025-03-05")),
        },
    };
    let (claims, paths) = told_apart(typed.claims, typed.paths);
    if claims.is_empty() && typed.file.is_none() {
        return Err(
            "no claim; write it before --in, in quotation marks: firsthand check 'CLAIM' --in PATH".into()
        );
    }
    let usual = usual.filter(|_| paths.is_empty());
    let inputs: Vec<Place> = paths.iter().map(|p| place(p)).collect();
    let file = typed.file.as_deref().map(place);
    if file == Some(Place::Standard) && inputs.contains(&Place::Standard) {
        return Err("--file and --in both read standard input; give one of them a file".into());
    }
    let record = match typed.archive.or(usual) {
        Some(archive) => Record::Archive(archive),
        None if inputs.is_empty() => {
            return Err(
                "no reports to look through; name them (--in PATH…) or an archive (--archive FILE)".into()
            );
        }
        None => Record::Reports(Reading {
            inputs,
            fields: fields(&typed.map)?,
            form,
            out: Place::Standard,
            page: None,
            watchlists: typed.lists.watchlist.clone(),
            threads: typed.running.threads.map_or(0, Into::into),
            notes: !typed.running.quiet,
            colour: colour(typed.running.color),
        }),
    };
    Ok(Checking {
        claims,
        file,
        record,
        watchlists: typed.lists.watchlist,
        today,
        form,
        colour: colour(typed.running.color),
    })
}

/// Claims and paths. Behind `--in PATH` a claim is taken for one more path; what has blanks in it and stands last is the claim,
/// where there is no other.
fn told_apart(mut claims: Vec<String>, mut paths: Vec<PathBuf>) -> (Vec<String>, Vec<PathBuf>) {
    let last = paths.last().and_then(|p| p.to_str()).filter(|p| p.trim().contains(' ')).map(str::to_owned);
    if let (true, true, Some(claim)) = (claims.is_empty(), paths.len() > 1, last) {
        paths.pop();
        claims.push(claim);
    }
    (claims, paths)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::args::meant::{Meant, resolve};
    use crate::args::typed::Typed;
    use clap::Parser;

    fn meant(words: &[&str]) -> Result<Checking, String> {
        let typed = Typed::try_parse_from([&["firsthand", "check"], words].concat());
        match resolve(typed.map_err(|e| e.kind().to_string())?)? {
            Meant::Check(checking) => Ok(checking),
            other => Err(format!("{other:?}")),
        }
    }

    #[test]
    fn the_usual_archive_is_taken_where_nothing_else_is_named() {
        let checked = |words: &[&str]| {
            #[derive(clap::Parser)]
            struct Line {
                #[command(flatten)]
                check: Check,
            }
            let line = Line::try_parse_from([&["check"], words].concat()).expect("a line");
            resolved(line.check, Some("usual.db".into())).map(|c| c.record)
        };
        assert_eq!(checked(&["a claim"]), Ok(Record::Archive("usual.db".into())));
        assert_eq!(checked(&["a claim", "--archive", "b.db"]), Ok(Record::Archive("b.db".into())));
        assert!(matches!(checked(&["a claim", "--in", "x"]), Ok(Record::Reports(_))));
    }

    #[test]
    fn what_is_typed_becomes_what_is_meant() {
        let Ok(c) = meant(&["a claim", "--in", "x", "y", "--on", "2025-03-05", "--brief"]) else { panic!() };
        assert_eq!(
            (c.claims, c.form, c.today),
            (vec!["a claim".to_owned()], Form::Brief, Some(civil::date(2025, 3, 5)))
        );
        assert!(matches!(c.record, Record::Reports(r) if r.inputs.len() == 2));
        let Ok(c) = meant(&["--in", "x", "a claim at the end"]) else { panic!() };
        assert_eq!(c.claims, ["a claim at the end"]);
        assert!(matches!(c.record, Record::Reports(r) if r.inputs.len() == 1));
        let Ok(c) = meant(&["--file", "-", "--archive", "news.db", "--json"]) else { panic!() };
        assert_eq!((c.file, c.record), (Some(Place::Standard), Record::Archive("news.db".into())));
    }

    #[test]
    fn contradictions_are_refused() {
        for words in [
            &["a claim"][..],
            &["--in", "x"],
            &["--in", "x", "y"],
            &["--in", "a claim"],
            &["a claim", "--in", "x", "--archive", "y"],
            &["a claim", "--in", "x", "--json", "--brief"],
            &["a claim", "--in", "x", "--on", "yesterday"],
            &["--file", "-", "--in", "-"],
        ] {
            assert!(meant(words).is_err(), "{words:?} should be refused");
        }
    }
}
