//! Runs one stage of this program and one scorer, and reads what the scorer prints.

use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Runs `predict TASK FILES…` of this very program into a file of the work folder.
pub(super) fn predict(task: &str, files: &[PathBuf], out: &Path) -> Result<()> {
    let program = std::env::current_exe()?;
    let file = std::fs::File::create(out)?;
    let done = Command::new(program).arg("predict").arg(task).args(files).stdout(file).status()?;
    if !done.success() {
        bail!("predict {task} failed");
    }
    Ok(())
}

/// Runs a scorer and gives what it prints.
pub(super) fn score(script: &Path, args: &[&str]) -> Result<String> {
    let done = Command::new("python3")
        .arg(script)
        .args(args)
        .output()
        .with_context(|| format!("cannot run python3 {}", script.display()))?;
    if !done.status.success() {
        bail!("{} failed: {}", script.display(), String::from_utf8_lossy(&done.stderr));
    }
    Ok(String::from_utf8(done.stdout)?)
}

/// The number after a name at the start of a line: `fact_recall 0.9`, `ALL 80.1 79.2 79.6` (its last number).
pub(super) fn figure(printed: &str, name: &str) -> Option<f64> {
    let line = printed.lines().find(|l| l.split_whitespace().next() == Some(name))?;
    line.split_whitespace().last()?.parse().ok()
}

/// A field of printed JSON by its path.
pub(super) fn field(printed: &str, path: &[&str]) -> Option<f64> {
    let mut value: &serde_json::Value = &serde_json::from_str(printed).ok()?;
    for key in path {
        value = value.get(key)?;
    }
    value.as_f64()
}
