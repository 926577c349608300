//! What a stage makes of a text, for a person to read.

mod claims;
mod origins;
mod slots;
mod syntax;

use crate::measure::claims::Table;
use anyhow::Result;
use clap::ValueEnum;
use std::path::PathBuf;

/// The stages that can be shown. A new one is a file here and a line in each list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum What {
    /// Sentences, trees, quotations.
    Syntax,
    /// Claims whose class of answer is wrong, and a table of confusions; takes the folder of `measure --shared`.
    Claims,
    /// The same of the claims that rules are made with.
    ClaimsLookedAt,
    /// Pairs of reports of which an account disputes too much or too little; takes `.`.
    Slots,
    /// Facts of the gold accounts whose count of independent origins is off; takes the folder of `measure --shared`.
    Origins,
}

/// Shows what a stage makes of the files.
pub(crate) fn show(what: What, files: &[PathBuf]) -> Result<()> {
    match what {
        What::Syntax => syntax::show(files),
        What::Claims => claims::show(files, Table::Measured),
        What::ClaimsLookedAt => claims::show(files, Table::LookedAt),
        What::Slots => slots::show(),
        What::Origins => origins::show(files),
    }
}
