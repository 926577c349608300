//! One stage over data sets, in the scorers' formats. Reads input fields only, never gold ones.

pub(crate) mod accounts;

use anyhow::{Context, Result};
use clap::ValueEnum;
use std::io::Read;
use std::path::{Path, PathBuf};

/// The stages that can be run by themselves. A new one is a file here and a line in each list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Task {
    /// Accounts of folders of reports.
    Accounts,
}

/// Runs the task over the files and prints its predictions.
pub fn predict(task: Task, files: &[PathBuf]) -> Result<()> {
    match task {
        Task::Accounts => accounts::predict(files),
    }
}

/// The text of a file, unpacked where it is gzip.
#[allow(dead_code)]
pub fn text(path: &Path) -> Result<String> {
    let bytes = std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    let mut out = String::new();
    if bytes.starts_with(&[0x1f, 0x8b]) {
        flate2::read::MultiGzDecoder::new(&bytes[..]).read_to_string(&mut out)?;
    } else {
        out = String::from_utf8(bytes)?;
    }
    Ok(out)
}
