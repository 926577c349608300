//! `firsthand stories`: as typed, as meant.

use super::archive::Filter;
use super::check::Record;
use super::meant::{Place, Reading, colour};
use super::shared::{ARCHIVE, Handling, Lists, as_it_stands};
use clap::Args;
use firsthand_store::{Paging, Wanted};
use std::ffi::OsString;
use std::path::PathBuf;

/// So many stories of an archive, unless told.
const MOST: usize = 20;

/// `firsthand stories`
#[derive(Debug, Clone, Args)]
pub struct Stories {
    /// Files, folders and patterns, as for read; - reads standard input. One file that is an archive is listed as it
    /// stands
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// The archive to list instead: one SQLite file [env: FIRSTHAND_ARCHIVE, where no PATH is given]
    #[arg(long, value_name = "FILE", conflicts_with = "paths")]
    pub archive: Option<PathBuf>,
    #[command(flatten)]
    #[allow(missing_docs)]
    pub filter: Filter,
    /// Only stories of at least so many reports
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub least: usize,
    /// Only stories whose account has a dispute (of an archive: accounts that were asked for before)
    #[arg(long)]
    pub disputed: bool,
    /// Also say why the reports of each story are together: the nearest report, how near, and what both have
    #[arg(long)]
    pub why: bool,
    /// Lists of names.
    #[command(flatten)]
    pub lists: Lists,
    /// Print JSON, one story a line
    #[arg(long)]
    pub json: bool,
    /// How it is read.
    #[command(flatten)]
    pub handling: Handling,
}

/// `firsthand stories`, as meant.
#[derive(Debug, Clone, PartialEq)]
pub struct Telling {
    /// Whose stories.
    pub of: Record,
    /// Which of them.
    pub wanted: Wanted,
    /// Which part of the list; None for the default.
    pub most: Option<usize>,
    /// The cursor after which the list of an archive goes on.
    pub after: Option<String>,
    /// Whether to say why reports are together.
    pub why: bool,
    /// As JSON, one story a line.
    pub json: bool,
    /// Where to print.
    pub out: Place,
    /// When to colour what is printed.
    pub colour: anstream::ColorChoice,
}

impl Telling {
    /// Which part of the list of an archive.
    pub fn paging(&self) -> Paging {
        Paging { after: self.after.clone(), most: self.most.unwrap_or(MOST) }
    }
}

/// Makes out what is meant. Errors: one line for the user.
pub fn resolve(asked: Stories) -> Result<Telling, String> {
    resolved(asked, std::env::var_os(ARCHIVE))
}

fn resolved(asked: Stories, usual: Option<OsString>) -> Result<Telling, String> {
    let usual = usual.filter(|_| asked.paths.is_empty()).map(PathBuf::from);
    let of = match asked.archive.or(usual) {
        Some(archive) => {
            asked.handling.for_archive()?;
            if !asked.lists.watchlist.is_empty() {
                return Err(as_it_stands("--watchlist"));
            }
            Record::Archive(archive)
        }
        None if asked.paths.is_empty() => {
            return Err("name reports to read (PATH…) or an archive to list (--archive FILE)".into());
        }
        None if asked.filter.after.is_some() => {
            return Err("--after goes on in the list of an archive; stories of files are listed all".into());
        }
        None => Record::Reports(Reading {
            watchlists: asked.lists.watchlist,
            ..asked.handling.reading(&asked.paths)?
        }),
    };
    let filter = asked.filter;
    let wanted = Wanted {
        about: filter.about,
        outlet: filter.outlet,
        since: filter.since,
        until: filter.until,
        least: asked.least,
        disputed: asked.disputed,
    };
    wanted.check().map_err(|error| error.to_string())?;
    Ok(Telling {
        of,
        wanted,
        most: filter.limit.map(Into::into),
        after: filter.after,
        why: asked.why,
        json: asked.json,
        out: asked.handling.place(),
        colour: colour(asked.handling.running.color),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::args::typed::{Command, Typed};
    use clap::Parser;

    fn meant(words: &[&str], usual: Option<&str>) -> Result<Telling, String> {
        let typed = Typed::try_parse_from([&["firsthand", "stories"], words].concat());
        match typed.map_err(|e| e.kind().to_string())?.command {
            Command::Stories(asked) => resolved(asked, usual.map(Into::into)),
            other => Err(format!("{other:?}")),
        }
    }

    #[test]
    fn what_is_typed_becomes_what_is_meant() {
        let Ok(t) = meant(&["x", "-", "--least", "2", "--limit", "5"], None) else { panic!() };
        assert!(
            matches!(&t.of, Record::Reports(r) if r.inputs == [Place::Path("x".into()), Place::Standard])
        );
        assert_eq!((t.wanted.least, t.most), (2, Some(5)));
        let Ok(t) = meant(&["--archive", "news.db", "--why"], Some("other.db")) else { panic!() };
        assert_eq!((t.of, t.why), (Record::Archive("news.db".into()), true));
        // The usual archive is meant only where nothing else is named.
        let Ok(t) = meant(&[], Some("usual.db")) else { panic!() };
        assert_eq!((&t.of, t.paging().most), (&Record::Archive("usual.db".into()), 20));
        let Ok(t) = meant(&["x"], Some("usual.db")) else { panic!() };
        assert!(matches!(t.of, Record::Reports(_)));
    }

    #[test]
    fn what_makes_no_sense_is_refused() {
        for (words, usual) in [
            (&[][..], None),
            (&["x", "--archive", "news.db"], None),
            (&["x", "--after", "12"], None),
            (&["x", "--since", "yesterday"], None),
            (&["--archive", "news.db", "--until", "2024-13"], None),
            (&["--archive", "news.db", "--watchlist", "list.csv"], None),
            (&["--map", "title=headline"], Some("usual.db")),
            (&["x", "--limit", "0"], None),
            (&["x", "--least", "few"], None),
        ] {
            assert!(meant(words, usual).is_err(), "{words:?} should be refused");
        }
    }
}
