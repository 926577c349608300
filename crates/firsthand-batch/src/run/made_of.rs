//! What stands for everything a stage read, by which it is known whether it must be done again.

use crate::depot::Depot;
use crate::inputs::Seen;
use crate::stage::{Over, Stage};
use crate::table::{self, hexadecimal};
use crate::work::{self, Manifest, Settings};
use anyhow::Result;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

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
    inputs: &[Seen],
    settings: &Settings,
    manifests: &BTreeMap<&str, Manifest>,
) -> String {
    let mut text = format!(
        "{} {} {} {}",
        stage.name,
        env!("CARGO_PKG_VERSION"),
        settings.buckets,
        (stage.asked)(settings)
    );
    text.extend(made_by(stage).into_iter().map(|(name, number)| format!("\n{name} {number}")));
    if stage.over == Over::Inputs {
        text.extend(inputs.iter().map(|input| format!("\n{} {}", input.location, input.mark())));
    }
    for (from, table) in stage.reads {
        let pieces = manifests.get(from).map(|m| m.pieces.as_slice()).unwrap_or_default();
        let pieces = work::of_table(pieces, from, table);
        text.extend(pieces.map(|p| format!("\n{} {}", p.name, p.sha256)));
    }
    hexadecimal(&Sha256::digest(text.as_bytes()))
}

/// The manifest of a stage if it was made of the same and its files are as it says.
pub(super) fn whole(root: &Depot, stage: &Stage, fingerprint: &str) -> Result<Option<Manifest>> {
    let manifest = work::manifest(root, stage.name)?.filter(|m| m.fingerprint == fingerprint);
    let Some(manifest) = manifest else { return Ok(None) };
    Ok(table::are_whole(root, &manifest.pieces)?.then_some(manifest))
}
