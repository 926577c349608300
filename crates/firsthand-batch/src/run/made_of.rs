//! What stands for everything a stage read, by which it is known whether it must be done again.

use super::Job;
use crate::stage::{Over, Stage};
use crate::table::hexadecimal;
use crate::work::{self, Manifest, Settings};
use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::UNIX_EPOCH;

/// Numbers of what the results of a stage depend on.
pub(super) fn made_by(stage: &Stage) -> BTreeMap<String, String> {
    let mut parts = vec![("core", env!("FIRSTHAND_CORE")), ("batch", env!("FIRSTHAND_BATCH"))];
    if stage.language {
        let language = [("text", env!("FIRSTHAND_TEXT")), ("intake", env!("FIRSTHAND_INTAKE"))];
        parts.extend(language.into_iter().chain([("weights", env!("FIRSTHAND_WEIGHTS"))]));
    }
    parts.into_iter().map(|(name, number)| (name.to_owned(), number.to_owned())).collect()
}

/// What stands for everything a stage reads and for how it is asked.
pub(super) fn fingerprint(
    stage: &Stage,
    job: &Job,
    settings: &Settings,
    manifests: &BTreeMap<&str, Manifest>,
) -> Result<String> {
    let mut text = format!(
        "{} {} {} {}",
        stage.name,
        env!("CARGO_PKG_VERSION"),
        settings.buckets,
        (stage.asked)(settings)
    );
    text.extend(made_by(stage).into_iter().map(|(name, number)| format!("\n{name} {number}")));
    if stage.over == Over::Inputs {
        for input in &job.inputs {
            text.push_str(&format!("\n{}", seen(input)?));
        }
    }
    for (from, table) in stage.reads {
        let pieces = manifests.get(from).map(|m| m.pieces.as_slice()).unwrap_or_default();
        let pieces = work::of_table(pieces, from, table);
        text.extend(pieces.map(|p| format!("\n{} {}", p.name, p.sha256)));
    }
    Ok(hexadecimal(&Sha256::digest(text.as_bytes())))
}

/// An input as it is now: its name, size and time of change.
fn seen(input: &str) -> Result<String> {
    let facts =
        fs::metadata(input).with_context(|| format!("{input}: cannot be read; give inputs that exist"))?;
    let changed = facts.modified().ok().and_then(|t| t.duration_since(UNIX_EPOCH).ok());
    Ok(format!("{input} {} {}", facts.len(), changed.map_or(0, |t| t.as_nanos())))
}

/// The manifest of a stage if it was made of the same and its files are as it says.
pub(super) fn whole(root: &Path, stage: &Stage, fingerprint: &str) -> Option<Manifest> {
    let manifest = work::manifest(root, stage.name)?;
    let same = manifest.fingerprint == fingerprint;
    (same && manifest.pieces.iter().all(|p| work::is_whole(root, p))).then_some(manifest)
}
