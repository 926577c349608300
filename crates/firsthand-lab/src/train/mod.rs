//! Weights from openly licensed corpora.

use anyhow::Result;
use clap::ValueEnum;
use std::path::Path;

/// What can be trained. A new one is a file here and a line in each list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum What {}

/// Trains it from the corpora in `data` and writes the weights to `out`.
pub fn train(what: What, data: &Path, out: &Path) -> Result<()> {
    let _ = (data, out);
    match what {}
}
