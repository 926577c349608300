//! Accounts of folders of reports, one JSON object a line.

use anyhow::Result;
use firsthand_core::account::{Account, account};
use firsthand_core::{story, version};
use firsthand_text::language::{Annotated, Models};
use rayon::prelude::*;
use std::path::PathBuf;

/// Reads every folder's reports together and prints the accounts of their stories.
pub(crate) fn predict(folders: &[PathBuf]) -> Result<()> {
    for account in accounts(folders)? {
        println!("{}", serde_json::to_string(&account)?);
    }
    Ok(())
}

/// The accounts of all reports under these folders, read as one run.
pub(crate) fn accounts(folders: &[PathBuf]) -> Result<Vec<Account>> {
    let mut files: Vec<PathBuf> = folders
        .iter()
        .flat_map(walkdir::WalkDir::new)
        .filter_map(|entry| entry.ok().map(walkdir::DirEntry::into_path))
        .filter(|p| p.extension().is_some_and(|e| e == "txt" || e == "html"))
        .collect();
    files.sort();
    let models = Models::built_in();
    let reports: Vec<Annotated> = files
        .par_iter()
        .map(|path| Ok(firsthand_text::read(&path.to_string_lossy(), &std::fs::read(path)?, &models)))
        .collect::<Result<_>>()?;
    Ok(of_reports(reports))
}

/// The accounts of reports that were read, as one run.
pub(crate) fn of_reports(reports: Vec<Annotated>) -> Vec<Account> {
    let versions = version::fold(reports);
    story::group(&versions.reports).iter().enumerate().map(|(n, s)| account(n + 1, s, &versions)).collect()
}
