//! The command line of `firsthand copies`.

use super::meant::{Form, Place, Reading, colour, fields, place};
use super::shared::Running;
use clap::Args;
use std::path::PathBuf;

/// `firsthand copies`
#[derive(Debug, Clone, Args)]
#[command(after_help = "\
Labels:
  reprint             most of each stands in the other
  excerpt             most of the shorter stands in the longer
  extends             the same, the longer known to be the later
  shares passages     passages outside quotations
  shared quotes only  the words of others, which both may have heard")]
pub struct Copies {
    /// Files, folders or patterns, as for read; - reads standard input
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Which field of JSON records is what: title=headline
    #[arg(long, value_name = "WHAT=FIELD")]
    pub map: Vec<String>,
    /// Show passages whole, and list pairs that share nothing but quotations
    #[arg(long, conflicts_with = "json")]
    pub full: bool,
    /// Print JSON: a line for each group, then one for each pair
    #[arg(long)]
    pub json: bool,
    /// Write to this file instead of standard output
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// How it runs.
    #[command(flatten)]
    pub running: Running,
}

/// `firsthand copies`, as meant.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparing {
    /// What is read.
    pub reading: Reading,
    /// Passages whole, and pairs that share nothing but quotations too.
    pub full: bool,
}

/// Makes out what is meant. Errors: one line for the user.
pub fn resolve(asked: Copies) -> Result<Comparing, String> {
    let reading = Reading {
        inputs: asked.paths.iter().map(|p| place(p)).collect(),
        fields: fields(&asked.map)?,
        form: if asked.json { Form::Json } else { Form::Full },
        out: asked.out.as_deref().map_or(Place::Standard, place),
        page: None,
        watchlists: Vec::new(),
        threads: asked.running.threads.map_or(0, Into::into),
        notes: !asked.running.quiet,
        colour: colour(asked.running.color),
    };
    Ok(Comparing { reading, full: asked.full })
}
