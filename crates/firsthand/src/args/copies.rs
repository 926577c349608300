//! The command line of `firsthand copies`.

use super::meant::{Form, Reading};
use super::shared::Paths;
use clap::Args;

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
    /// Show passages whole, and list pairs that share nothing but quotations
    #[arg(long, conflicts_with = "json")]
    pub full: bool,
    /// Print JSON: a line for each group, then one for each pair
    #[arg(long)]
    pub json: bool,
    /// What is read, and how.
    #[command(flatten)]
    pub paths: Paths,
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
    let form = if asked.json { Form::Json } else { Form::Full };
    let reading = Reading { form, ..asked.paths.reading()? };
    Ok(Comparing { reading, full: asked.full })
}
