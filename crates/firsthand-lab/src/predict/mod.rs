//! One stage over data sets, in the scorers' formats. Reads input fields only, never gold ones.

mod pages;

use anyhow::{Context, Result};
use clap::ValueEnum;
use std::io::Read;
use std::path::{Path, PathBuf};

/// The stages that can be run by themselves. A new one is a file here and a line in each list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Task {
    /// Pages to reports.
    Pages,
}

/// Runs the task over the files and prints its predictions.
pub fn predict(task: Task, files: &[PathBuf]) -> Result<()> {
    match task {
        Task::Pages => pages::predict(files),
    }
}

/// The bytes of a file, unpacked where it is gzip.
pub fn bytes(path: &Path) -> Result<Vec<u8>> {
    let bytes = std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    if !bytes.starts_with(&[0x1f, 0x8b]) {
        return Ok(bytes);
    }
    let mut out = Vec::new();
    flate2::read::MultiGzDecoder::new(&bytes[..]).read_to_end(&mut out)?;
    Ok(out)
}

/// The text of a file, unpacked where it is gzip.
pub fn text(path: &Path) -> Result<String> {
    Ok(String::from_utf8(bytes(path)?)?)
}
