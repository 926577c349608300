//! Options that several commands have, word for word.

use super::meant::{Form, Place, Reading, colour, fields, place};
use super::typed::Colour;
use clap::Args;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

// The types have no docs: clap would print them in place of the command's.
#[allow(missing_docs)]
#[derive(Debug, Clone, Default, PartialEq, Eq, Args)]
pub struct Lists {
    /// Link the people and bodies of the reports to entries of this list, with what speaks for it and against it: a table
    /// with a column `name`, or FollowTheMoney entities as OpenSanctions publishes them; may be given several times
    #[arg(long, value_name = "FILE")]
    pub watchlist: Vec<PathBuf>,
}

#[allow(missing_docs)]
#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct Running {
    /// How many threads [default: one for each core]
    #[arg(long, value_name = "N")]
    pub threads: Option<NonZeroUsize>,
    /// When to use colour; auto: on a terminal, unless NO_COLOR is set
    #[arg(long, value_name = "WHEN", value_enum, default_value_t = Colour::Auto)]
    pub color: Colour,
    /// No progress and no notes on stderr, only errors
    #[arg(long, short)]
    pub quiet: bool,
}

#[allow(missing_docs)]
#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct Paths {
    /// Files, folders or patterns, as for read; - reads standard input
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    #[command(flatten)]
    #[allow(missing_docs)]
    pub handling: Handling,
}

#[allow(missing_docs)]
#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct Handling {
    /// Which field of JSON records is what: title=headline
    #[arg(long, value_name = "WHAT=FIELD")]
    pub map: Vec<String>,
    /// Write to this file instead of standard output
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    #[command(flatten)]
    #[allow(missing_docs)]
    pub running: Running,
}

impl Paths {
    /// What is read, and how. Errors: one line for the user.
    pub fn reading(&self) -> Result<Reading, String> {
        self.handling.reading(&self.paths)
    }
}

impl Handling {
    /// What is read of these paths, and how: printed in full, without lists and without a page. Errors: one line for the
    /// user.
    pub fn reading(&self, paths: &[PathBuf]) -> Result<Reading, String> {
        Ok(Reading {
            inputs: paths.iter().map(|p| place(p)).collect(),
            fields: fields(&self.map)?,
            form: Form::Full,
            out: self.place(),
            page: None,
            watchlists: Vec::new(),
            threads: self.running.threads.map_or(0, Into::into),
            notes: !self.running.quiet,
            colour: colour(self.running.color),
        })
    }
    /// Where it is printed.
    pub fn place(&self) -> Place {
        self.out.as_deref().map_or(Place::Standard, place)
    }
    /// Refuses what is for reports that are read, where it is an archive that is shown. Errors: one line for the user.
    pub fn for_archive(&self) -> Result<(), String> {
        match self.map.is_empty() {
            true => Ok(()),
            false => Err(as_it_stands("--map")),
        }
    }
}

/// Says that an option is for reports that are read.
pub fn as_it_stands(option: &str) -> String {
    format!("{option} is for reports that are read; an archive is shown as it stands")
}

/// The archive that is meant where none is named.
pub const ARCHIVE: &str = "FIRSTHAND_ARCHIVE";

/// Whether a path leads to something.
pub fn is_there(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}
