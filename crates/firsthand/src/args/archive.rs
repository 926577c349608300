//! The commands of an archive, as typed: what they take is checked as it is read.

use super::shared::{ARCHIVE, Lists};
use super::typed::Colour;
use clap::Args;
use std::num::NonZeroUsize;
use std::path::PathBuf;

/// Which archive.
#[derive(Debug, Clone, PartialEq, Args)]
pub struct Where {
    /// The archive: one SQLite file
    #[arg(long, value_name = "FILE", env = ARCHIVE)]
    pub archive: PathBuf,
}

/// How to print.
#[derive(Debug, Clone, PartialEq, Args)]
pub struct Printing {
    /// Print JSON, one object a line
    #[arg(long)]
    pub json: bool,
    /// When to use colour; auto: on a terminal, unless NO_COLOR is set
    #[arg(long, value_name = "WHEN", value_enum, default_value_t = Colour::Auto)]
    pub color: Colour,
}

/// `firsthand add`
#[derive(Debug, Clone, PartialEq, Args)]
pub struct Add {
    /// Files, folders and patterns, as for read; addresses (https://…) are fetched; - reads standard input
    #[arg(required = true, value_name = "PATH|URL")]
    pub paths: Vec<PathBuf>,
    #[command(flatten)]
    #[allow(missing_docs)]
    pub place: Where,
    /// Which field of JSON records is what: title=headline
    #[arg(long, value_name = "WHAT=FIELD")]
    pub map: Vec<String>,
    /// Keep records of web archives (WARC) where they are, by file and offset, instead of in the archive
    #[arg(long)]
    pub by_reference: bool,
    /// Read files again that were added before and have not changed
    #[arg(long)]
    pub again: bool,
    /// Fetch from this host, address or range too, though it is private or this machine's: intranet.example, 10.1.0.0/16
    #[arg(long, value_name = "HOST")]
    pub allow_private: Vec<String>,
    /// How many threads [default: one for each core]
    #[arg(long, value_name = "N")]
    pub threads: Option<NonZeroUsize>,
    /// Print each page as JSON, one a line, as soon as it is safe on disk
    #[arg(long)]
    pub json: bool,
    /// No progress and no notes on stderr, only errors
    #[arg(long, short)]
    pub quiet: bool,
}

/// What lists can be narrowed by.
#[derive(Debug, Clone, Default, PartialEq, Args)]
pub struct Filter {
    /// Only what names this person, place or organisation
    #[arg(long, value_name = "NAME")]
    pub about: Option<String>,
    /// Only what is by this outlet
    #[arg(long, value_name = "NAME")]
    pub outlet: Option<String>,
    /// Only from this day on: 2024-04-23, 2024-04 or 2024
    #[arg(long, value_name = "DAY")]
    pub since: Option<String>,
    /// Only up to this day
    #[arg(long, value_name = "DAY")]
    pub until: Option<String>,
    /// At most so many [default: 20; of files all]
    #[arg(long, value_name = "N")]
    pub limit: Option<NonZeroUsize>,
    /// Go on after this cursor, as the last list gave it
    #[arg(long, value_name = "CURSOR")]
    pub after: Option<String>,
}

/// `firsthand story`
#[derive(Debug, Clone, PartialEq, Args)]
pub struct Story {
    /// The story: s12
    #[arg(value_name = "STORY", value_parser = story)]
    pub id: i64,
    #[command(flatten)]
    #[allow(missing_docs)]
    pub place: Where,
    /// Lists of names.
    #[command(flatten)]
    pub lists: Lists,
    /// Only what can be read in a minute
    #[arg(long, conflicts_with = "json")]
    pub brief: bool,
    /// Also write the account as one HTML page that needs nothing else
    #[arg(long, value_name = "FILE")]
    pub html: Option<PathBuf>,
    #[command(flatten)]
    #[allow(missing_docs)]
    pub printing: Printing,
}

/// `firsthand search`
#[derive(Debug, Clone, PartialEq, Args)]
pub struct Search {
    /// Words that must all be there; "…" for words in a row
    #[arg(required = true, value_name = "WORDS")]
    pub words: Vec<String>,
    #[command(flatten)]
    #[allow(missing_docs)]
    pub place: Where,
    #[command(flatten)]
    #[allow(missing_docs)]
    pub filter: Filter,
    /// Best first instead of newest first (among the newest 10,000 that have the words)
    #[arg(long)]
    pub ranked: bool,
    #[command(flatten)]
    #[allow(missing_docs)]
    pub printing: Printing,
}

/// `firsthand merge`
#[derive(Debug, Clone, PartialEq, Args)]
pub struct Merge {
    /// The story to merge: its number becomes a redirect
    #[arg(value_name = "STORY", value_parser = story)]
    pub from: i64,
    /// The story that gets its reports
    #[arg(value_name = "INTO", value_parser = story)]
    pub into: i64,
    #[command(flatten)]
    #[allow(missing_docs)]
    pub place: Where,
}

/// `firsthand split`
#[derive(Debug, Clone, PartialEq, Args)]
pub struct Split {
    /// The story
    #[arg(value_name = "STORY", value_parser = story)]
    pub id: i64,
    /// The reports that make a story of their own: r345
    #[arg(required = true, value_name = "REPORT", value_parser = report)]
    pub reports: Vec<i64>,
    #[command(flatten)]
    #[allow(missing_docs)]
    pub place: Where,
}

/// `firsthand pin`
#[derive(Debug, Clone, PartialEq, Args)]
pub struct Pin {
    /// The report: r345
    #[arg(value_name = "REPORT", value_parser = report)]
    pub report: i64,
    /// The story it belongs to
    #[arg(value_name = "STORY", value_parser = story)]
    pub story: i64,
    #[command(flatten)]
    #[allow(missing_docs)]
    pub place: Where,
}

/// `firsthand undo`
#[derive(Debug, Clone, PartialEq, Args)]
pub struct Undo {
    #[command(flatten)]
    #[allow(missing_docs)]
    pub place: Where,
    /// Only list what was decided by hand, and what of it was taken back
    #[arg(long)]
    pub list: bool,
}

/// `firsthand verify`
#[derive(Debug, Clone, PartialEq, Args)]
pub struct Verify {
    #[command(flatten)]
    #[allow(missing_docs)]
    pub place: Where,
    /// Do not read the pages again
    #[arg(long)]
    pub quick: bool,
    /// No progress on stderr
    #[arg(long, short)]
    pub quiet: bool,
}

/// `firsthand backup`
#[derive(Debug, Clone, PartialEq, Args)]
pub struct Backup {
    /// The new file
    #[arg(value_name = "FILE")]
    pub to: PathBuf,
    #[command(flatten)]
    #[allow(missing_docs)]
    pub place: Where,
}

/// `firsthand rebuild`
#[derive(Debug, Clone, PartialEq, Args)]
pub struct Rebuild {
    #[command(flatten)]
    #[allow(missing_docs)]
    pub place: Where,
    /// All reports, not only those that another version of firsthand read
    #[arg(long)]
    pub all: bool,
    /// Also group all reports anew; what was decided by hand stays
    #[arg(long)]
    pub regroup: bool,
    /// No progress on stderr
    #[arg(long, short)]
    pub quiet: bool,
}

/// The number of a story: `s12` or `12`.
pub fn story(text: &str) -> Result<i64, String> {
    number(text, 's')
        .ok_or_else(|| "a story is named by its number, such as s12; `firsthand stories` lists them".into())
}

/// The number of a report: `r345` or `345`.
pub fn report(text: &str) -> Result<i64, String> {
    number(text, 'r')
        .ok_or_else(|| "a report is named by its number, such as r345; `firsthand search` finds them".into())
}

fn number(text: &str, letter: char) -> Option<i64> {
    let text = text.trim();
    let digits = text.strip_prefix([letter, letter.to_ascii_uppercase()]).unwrap_or(text);
    digits.parse().ok().filter(|n| *n > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_with_their_letter_or_without() {
        assert_eq!((story("s12"), story("S12"), story("12")), (Ok(12), Ok(12), Ok(12)));
        assert_eq!(report("r345"), Ok(345));
        for bad in ["r12", "s", "s-1", "s0", "twelve", ""] {
            assert!(story(bad).is_err(), "{bad}");
        }
    }
}
