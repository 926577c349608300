//! The command line of `firsthand statements`.

use super::meant::{Form, Place, Reading, colour, fields, place};
use super::shared::Running;
use clap::Args;
use std::path::PathBuf;

/// `firsthand statements`
#[derive(Debug, Clone, Args)]
#[command(after_help = "\
Columns of --csv:
  id report location outlet published sentence predicate agent patient recipient others
  time place quantities polarity certainty source source_role kind chain rule origin start end")]
pub struct Statements {
    /// Files, folders or patterns, as for read; - reads standard input
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Which field of JSON records is what: title=headline
    #[arg(long, value_name = "WHAT=FIELD")]
    pub map: Vec<String>,
    /// Only what this source says: part of a name, in any spelling of the reports
    #[arg(long, value_name = "NAME")]
    pub by: Option<String>,
    /// Print JSON, one statement a line
    #[arg(long)]
    pub json: bool,
    /// Print a table (CSV), one statement a row
    #[arg(long, conflicts_with = "json")]
    pub csv: bool,
    /// Write to this file instead of standard output
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// How it runs.
    #[command(flatten)]
    pub running: Running,
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
    let reading = Reading {
        inputs: asked.paths.iter().map(|p| place(p)).collect(),
        fields: fields(&asked.map)?,
        form: Form::Full,
        out: asked.out.as_deref().map_or(Place::Standard, place),
        page: None,
        watchlists: Vec::new(),
        threads: asked.running.threads.map_or(0, Into::into),
        notes: !asked.running.quiet,
        colour: colour(asked.running.color),
    };
    let by = asked.by.map(|by| by.trim().to_lowercase());
    if by.as_deref() == Some("") {
        return Err("--by needs a name or part of one".into());
    }
    Ok(Listing { reading, listed, by })
}
