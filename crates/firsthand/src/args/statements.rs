//! The command line of `firsthand statements`.

use super::meant::Reading;
use super::shared::Paths;
use clap::Args;

/// `firsthand statements`
#[derive(Debug, Clone, Args)]
#[command(after_help = "\
Columns of --csv:
  id report location outlet published sentence predicate agent patient recipient others
  time place quantities polarity certainty source source_role kind chain rule origin start end")]
pub struct Statements {
    /// Only what this source says: part of a name, in any spelling of the reports
    #[arg(long, value_name = "NAME")]
    pub by: Option<String>,
    /// Print JSON, one statement a line
    #[arg(long)]
    pub json: bool,
    /// Print a table (CSV), one statement a row
    #[arg(long, conflicts_with = "json")]
    pub csv: bool,
    /// What is read, and how.
    #[command(flatten)]
    pub paths: Paths,
}

/// In which form statements are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Listed {
    /// For a person, sentence by sentence.
    Lines,
    /// One JSON object a line.
    Json,
    /// A table.
    Csv,
}

/// `firsthand statements`, as meant.
#[derive(Debug, Clone, PartialEq)]
pub struct Listing {
    /// What is read.
    pub reading: Reading,
    /// How it is listed.
    pub listed: Listed,
    /// Part of the name of the source that is wanted.
    pub by: Option<String>,
}

/// Makes out what is meant. Errors: one line for the user.
pub fn resolve(asked: Statements) -> Result<Listing, String> {
    let listed = match (asked.json, asked.csv) {
        (true, _) => Listed::Json,
        (_, true) => Listed::Csv,
        _ => Listed::Lines,
    };
    let reading = asked.paths.reading()?;
    let by = asked.by.map(|by| by.trim().to_lowercase());
    if by.as_deref() == Some("") {
        return Err("--by needs a name or part of one".into());
    }
    Ok(Listing { reading, listed, by })
}
