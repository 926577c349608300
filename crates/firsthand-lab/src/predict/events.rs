//! Roots and direction of marked pairs, codes of actors. Reads `id`, `marked` and `text` only.

use crate::train::events::sets::{self, Marked};
use crate::train::events::{judged, pointed, yielded};
use anyhow::{Context, Result};
use firsthand_core::statement::event::actor::actor;
use firsthand_core::statement::event::root;
use firsthand_text::language::weights::Weights;
use rayon::prelude::*;
use serde_json::json;
use std::path::{Path, PathBuf};

/// The root of each marked pair in PLV's names; `weights` is a folder with `roots.bin` to try instead of the built-in ones.
pub(super) fn roots(files: &[PathBuf], weights: Option<&Path>) -> Result<()> {
    let tried = weights.map(|folder| table(&folder.join("roots.bin"))).transpose()?;
    print(files, |m| rooted(m, tried.as_ref().unwrap_or(root::built_in())))
}

/// Whether the source of each marked pair is the doer; `weights` is a folder with `direction.bin`, which does not ship.
pub(super) fn directions(files: &[PathBuf], weights: Option<&Path>) -> Result<()> {
    let folder =
        weights.context("direction is measured with --weights FOLDER, made by train compared-events")?;
    let tried = table(&folder.join("direction.bin"))?;
    print(files, |m| directed(m, &tried))
}

/// Country and sector of each actor, from its words (`text`).
pub(super) fn actors(files: &[PathBuf]) -> Result<()> {
    for file in files {
        for line in super::text(file)?.lines().filter(|l| !l.trim().is_empty()) {
            let record: serde_json::Value = serde_json::from_str(line)?;
            let found = actor(record["text"].as_str().unwrap_or(""));
            let (country, sector) = (found.country.unwrap_or(""), found.sector.unwrap_or(""));
            println!("{}", json!({"id": record["id"], "country": country, "code_1": sector}));
        }
    }
    Ok(())
}

/// One line: the root of a marked pair.
pub(crate) fn rooted(one: &Marked, weights: &Weights) -> String {
    let root = judged(one, weights).map(|v| yielded(&v.root).to_owned());
    format!("{}\n", json!({"id": one.id, "root": root}))
}

/// One line: whether a marked pair is directed.
pub(crate) fn directed(one: &Marked, weights: &Weights) -> String {
    let label = pointed(one, weights).and_then(|v| v.root.parse::<u8>().ok()).unwrap_or(1);
    format!("{}\n", json!({"id": one.id, "label": label, "directed": label}))
}

fn table(path: &Path) -> Result<Weights> {
    Weights::read(super::bytes(path)?).with_context(|| format!("{} is no table of weights", path.display()))
}

fn print(files: &[PathBuf], say: impl Fn(&Marked) -> String + Sync) -> Result<()> {
    for file in files {
        let records = sets::marked(&super::text(file)?, "")?;
        let lines: Vec<String> = records.par_iter().map(&say).collect();
        print!("{}", lines.concat());
    }
    Ok(())
}
