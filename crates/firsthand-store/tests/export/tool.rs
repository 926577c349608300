//! Tools of others that check what we write. Where one is not installed, its test says so and passes.

use std::path::Path;
use std::process::Command;

/// Runs a Python module or script; None where Python or the package is not there.
///
/// `FIRSTHAND_PYTHON` names the interpreter whose packages are used.
pub(crate) fn python(package: &str, args: &[&str]) -> Option<(bool, String)> {
    let python = std::env::var("FIRSTHAND_PYTHON").unwrap_or_else(|_| "python3".into());
    let there = Command::new(&python).args(["-c", &format!("import {package}")]).output();
    if !there.is_ok_and(|o| o.status.success()) {
        eprintln!("skipped: the Python package {package} is not installed (pip install {package})");
        return None;
    }
    let done = Command::new(&python).args(args).output().ok()?;
    let said = [done.stdout, done.stderr].concat();
    Some((done.status.success(), String::from_utf8_lossy(&said).into_owned()))
}

/// The text of a path.
pub(crate) fn name(path: &Path) -> &str {
    path.to_str().unwrap()
}
