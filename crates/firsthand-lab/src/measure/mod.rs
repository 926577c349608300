//! All figures of `docs/quality.md`: every stage over its data set, scored by the scorer of the task.

mod captions;
pub(crate) mod claims;
mod copies;
mod credits;
mod errors;
mod events;
mod feed;
mod fields;
mod happenings;
mod lineage;
pub(crate) mod origins;
mod run;
pub(crate) mod slots;
mod spanish;
mod stories;
mod suite;
mod warc;

use anyhow::{Result, bail};
use std::path::Path;

/// One figure.
#[derive(Debug, Clone)]
struct Figure {
    /// The stage.
    stage: &'static str,
    /// The data set.
    data: String,
    /// What is measured.
    name: String,
    /// What came out.
    value: f64,
    /// It must not be lower.
    floor: Option<f64>,
}

/// Measures everything under `shared` (with `data`, `score` and `seeds`) and prints the table; fails where a figure is
/// under its floor.
pub(crate) fn measure(shared: &Path, only: &[String]) -> Result<()> {
    let work = tempfile::tempdir()?;
    let mut figures = Vec::new();
    for (name, part) in suite::ALL {
        if only.is_empty() || only.iter().any(|o| o == name) {
            figures.extend(part(shared, work.path())?);
        }
    }
    if figures.is_empty() {
        let known: Vec<&str> = suite::ALL.iter().map(|(name, _)| *name).collect();
        bail!("no such part; take some of {}", known.join(", "));
    }
    println!("| stage | data | figure | measured | floor |");
    println!("| --- | --- | --- | ---: | ---: |");
    for f in &figures {
        let floor = f.floor.map_or(String::new(), |x| format!("{x}"));
        println!("| {} | {} | {} | {:.3} | {floor} |", f.stage, f.data, f.name, f.value);
    }
    let errors = errors::errors(&figures);
    if !errors.is_empty() {
        println!("\n{errors}");
    }
    let low: Vec<&Figure> = figures.iter().filter(|f| f.floor.is_some_and(|x| f.value < x - 1e-9)).collect();
    for f in &low {
        eprintln!("under its floor: {} {} {}: {:.3}", f.stage, f.data, f.name, f.value);
    }
    if !low.is_empty() {
        bail!("{} of {} figures are under their floor", low.len(), figures.len());
    }
    println!("\n{} figures measured, none under its floor", figures.len());
    Ok(())
}
