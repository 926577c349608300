//! The end of a stage: is everything there, once, and nothing else?

use super::Job;
use super::made_of::made_by;
use crate::depot::Depot;
use crate::stage::{STAGES, Stage};
use crate::table::{self, Piece, Sheet};
use crate::tables::Notice;
use crate::work::{self, Manifest, Outcome, Settings};
use anyhow::{Result, bail};
use std::collections::{BTreeMap, BTreeSet};

/// Adds up what tasks did, sees that nothing is missing or double, takes away what is left of other attempts, and writes the manifest.
pub(super) fn closed(
    stage: &Stage,
    job: &Job,
    settings: &Settings,
    fingerprint: String,
    outcomes: Vec<Outcome>,
    manifests: &BTreeMap<&str, Manifest>,
) -> Result<Manifest> {
    let mut manifest = Manifest {
        stage: stage.name.to_owned(),
        program: format!("firsthand-batch {}", env!("CARGO_PKG_VERSION")),
        made_by: made_by(stage),
        fingerprint,
        settings: Some(settings.clone()),
        ..Manifest::default()
    };
    for outcome in outcomes {
        manifest.pieces.extend(outcome.pieces);
        for (what, count) in outcome.counts {
            *manifest.counts.entry(what).or_default() += count;
        }
    }
    manifest.pieces.sort();
    let names: BTreeSet<&str> = manifest.pieces.iter().map(|p| p.name.as_str()).collect();
    if names.len() != manifest.pieces.len() {
        bail!("{}: two tasks wrote one file; please report this", stage.name);
    }
    for (own, (of, other)) in stage.equal {
        let counts = if *of == stage.name { Some(&manifest) } else { manifests.get(of) }.map(|m| &m.counts);
        let number = |what: &str| counts.and_then(|c| c.get(what)).copied().unwrap_or_default();
        let (own_count, other_count) = (
            manifest.counts.get(*own).copied().unwrap_or_default(),
            other.split('+').map(number).sum::<u64>(),
        );
        if own_count != other_count {
            bail!(
                "{}: {own_count} {own} but {other_count} {other} of {of}; no manifest was written; remove {} and run again",
                stage.name,
                job.root.entry(&work::folder(stage.name))
            );
        }
    }
    tidy(&job.root, &manifest)?;
    let name = format!("{}/MANIFEST.json", work::folder(stage.name));
    table::settle(&job.root, &name, &serde_json::to_vec_pretty(&manifest)?)?;
    Ok(manifest)
}

/// Takes away files of a stage that its manifest does not name: of attempts that ended early, of inputs that are gone.
fn tidy(root: &Depot, manifest: &Manifest) -> Result<()> {
    let named: BTreeSet<&str> = manifest.pieces.iter().map(|p| p.name.as_str()).collect();
    let folders: BTreeSet<&str> = named.iter().filter_map(|name| Some(name.rsplit_once('/')?.0)).collect();
    for folder in folders {
        for name in root.names(folder)? {
            let is_table = [".parquet", ".jsonl.gz", ".tmp"].iter().any(|end| name.ends_with(end));
            if is_table && !named.contains(name.as_str()) {
                root.entry(&name).remove()?;
            }
        }
    }
    Ok(())
}

/// Puts the notes of all stages into one table.
pub(super) fn notes(job: &Job, manifests: &BTreeMap<&str, Manifest>) -> Result<Piece> {
    let mut sheet = Sheet::<Notice>::new(&job.root, "notes.parquet", job.settings.held)?;
    for stage in STAGES {
        let pieces = manifests.get(stage.name).map(|m| m.pieces.as_slice()).unwrap_or_default();
        for piece in work::of_table(pieces, stage.name, "notes") {
            table::each(&job.root.entry(&piece.name), |row: Notice| sheet.add(0, row))?;
        }
    }
    sheet.close()
}
