//! `firsthand export` and `firsthand import`: as typed, and as meant.

use super::archive::{Where, story};
use super::meant::place;
use clap::{Args, ValueEnum};
use firsthand_intake::Place;
use std::path::PathBuf;

/// `firsthand export`
#[derive(Debug, Clone, PartialEq, Args)]
#[command(after_help = "\
Exit codes:
  0  everything was written
  1  the archive could not be read, or nothing be written; stderr says why
  2  the command line makes no sense, or the story asked for does not exist")]
pub struct Export {
    #[command(flatten)]
    #[allow(missing_docs)]
    pub place: Where,
    /// In which format
    #[arg(long, value_name = "FORMAT", value_enum)]
    pub format: Format,
    /// Only this story: s12; may be given several times
    #[arg(long = "story", value_name = "STORY", value_parser = story)]
    pub stories: Vec<i64>,
    /// Only stories of which a report names this person, place or organisation
    #[arg(long, value_name = "NAME")]
    pub about: Option<String>,
    /// Only stories with a report by this outlet
    #[arg(long, value_name = "NAME")]
    pub outlet: Option<String>,
    /// Only stories with a report of this day or later: 2024-04-23, 2024-04 or 2024
    #[arg(long, value_name = "DAY")]
    pub since: Option<String>,
    /// Only stories with a report of this day or earlier
    #[arg(long, value_name = "DAY")]
    pub until: Option<String>,
    /// Write to this file instead of standard output; for csv and parquet the folder of the tables
    #[arg(long, value_name = "PATH")]
    pub out: Option<PathBuf>,
}

/// The formats.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Everything without loss, for firsthand import
    Jsonl,
    /// Tables, one file each, in a folder
    Csv,
    /// The same tables as Parquet
    Parquet,
    /// Linked data: schema.org, Web Annotation and PROV-O, a document a line
    Jsonld,
    /// News items (ninjs 3.1), one a line
    Ninjs,
    /// The evidence of one story as a web archive
    Wacz,
    /// FollowTheMoney: articles and mentions, one a line
    Ftm,
}

/// `firsthand import`
#[derive(Debug, Clone, PartialEq, Args)]
#[command(after_help = "\
Exit codes:
  0  everything was read back
  1  some lines could not be read; stderr says which
  2  the file does not exist, or is no export of an archive
  3  nothing could be read back")]
pub struct Import {
    /// What firsthand export --format jsonl wrote, or the folder of a batch; - reads standard input
    #[arg(value_name = "FILE")]
    pub from: PathBuf,
    /// Of a batch's folder only these stories, by their numbers in its tables; else all that have an account
    #[arg(long, value_name = "NUMBER", num_args = 1..)]
    pub story: Vec<String>,
    /// The archive it goes into; made where there is none
    #[command(flatten)]
    pub place: Where,
    /// No progress and no notes on stderr, only errors
    #[arg(long, short)]
    pub quiet: bool,
}

/// `firsthand export`, as meant.
#[derive(Debug, Clone, PartialEq)]
pub struct Exporting {
    /// The archive.
    pub archive: PathBuf,
    /// The stories, or what is asked of them.
    pub wanted: Which,
    /// The format and where it goes.
    pub into: Into,
}

/// Which stories.
#[derive(Debug, Clone, PartialEq)]
pub enum Which {
    /// All, and what is not of any story.
    All,
    /// These.
    These(Vec<i64>),
    /// Those that fit.
    Fitting(firsthand_store::Wanted),
}

/// What is written and where.
#[derive(Debug, Clone, PartialEq)]
pub enum Into {
    /// Lines: one of `jsonl`, `jsonld`, `ninjs` and `ftm`.
    Lines(Format, Place),
    /// Tables as CSV in this folder.
    Csv(PathBuf),
    /// Tables as Parquet in this folder.
    Parquet(PathBuf),
    /// The evidence of this story.
    Wacz(i64, Place),
}

/// Makes out what is meant. Errors: one line for the user.
pub fn exporting(typed: Export) -> Result<Exporting, String> {
    let filtered =
        [&typed.about, &typed.outlet, &typed.since, &typed.until].iter().any(|filter| filter.is_some());
    if filtered && !typed.stories.is_empty() {
        return Err("--story names the stories; leave --about, --outlet, --since and --until out".into());
    }
    let out = typed.out.as_deref().map_or(Place::Standard, place);
    let into = match (typed.format, out) {
        (Format::Csv | Format::Parquet, Place::Standard) => {
            return Err("tables are several files: name a folder for them with --out".into());
        }
        (Format::Csv, Place::Path(folder)) => Into::Csv(folder),
        (Format::Parquet, Place::Path(folder)) => Into::Parquet(folder),
        (Format::Wacz, out) => match typed.stories.as_slice() {
            [story] => Into::Wacz(*story, out),
            _ => return Err("wacz holds the evidence of one story: name it with --story s12".into()),
        },
        (format, out) => Into::Lines(format, out),
    };
    let wanted = match (typed.stories.is_empty(), filtered) {
        (false, _) => Which::These(typed.stories),
        (true, false) => Which::All,
        (true, true) => Which::Fitting(firsthand_store::Wanted {
            about: typed.about,
            outlet: typed.outlet,
            since: typed.since,
            until: typed.until,
            least: 1,
            disputed: false,
        }),
    };
    Ok(Exporting { archive: typed.place.archive, wanted, into })
}

#[cfg(test)]
mod tests {
    use super::super::meant::{Meant, resolve};
    use super::super::typed::Typed;
    use super::*;
    use clap::Parser;

    fn meant(line: &str) -> Result<Exporting, String> {
        let typed = Typed::try_parse_from(format!("firsthand export --archive a.db {line}").split(' '));
        match resolve(typed.map_err(|e| e.kind().to_string())?)? {
            Meant::Export(exporting) => Ok(exporting),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn what_is_typed_becomes_what_is_meant() {
        let one = meant("--format wacz --story s12 --out x.wacz").unwrap();
        assert_eq!(
            (one.wanted, one.into),
            (Which::These(vec![12]), Into::Wacz(12, Place::Path("x.wacz".into())))
        );
        let one = meant("--format jsonl").unwrap();
        assert_eq!((one.wanted, one.into), (Which::All, Into::Lines(Format::Jsonl, Place::Standard)));
        let one = meant("--format csv --out tables --since 2031-03").unwrap();
        assert_eq!(one.into, Into::Csv("tables".into()));
        let Which::Fitting(wanted) = one.wanted else { panic!() };
        assert_eq!((wanted.since.as_deref(), wanted.least), (Some("2031-03"), 1));
    }

    #[test]
    fn contradictions_are_refused() {
        for line in [
            "--format xml",
            "--format csv",
            "--format parquet --out -",
            "--format wacz",
            "--format wacz --story s1 --story s2",
            "--format jsonld --story s1 --since 2031",
            "--format ftm --story r1",
        ] {
            assert!(meant(line).is_err(), "{line} should be refused");
        }
        assert!(meant("").is_err(), "a format is needed");
    }
}
