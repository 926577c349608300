//! Events: roots and direction by folds of the data sets, roots by what ships, codes of actors.

use super::Figure;
use super::run::{field, predict, score};
use anyhow::Result;
use std::path::Path;

/// The figures of events and their floors.
pub(super) fn measure(shared: &Path, work: &Path) -> Result<Vec<Figure>> {
    let data = shared.join("data/events");
    let scorer = shared.join("score/score_statements.py");
    let folds = work.join("events");
    crate::train::events::folds(&data, &folds)?;
    let scored = |task: &str, set: &str, said: &Path, path: &[&str]| -> Result<f64> {
        let gold = data.join(format!("{set}.jsonl.gz"));
        let printed = score(&scorer, &[task, &gold.to_string_lossy(), &said.to_string_lossy()])?;
        Ok(field(&printed, path).unwrap_or(0.0))
    };
    let of = |set: &str, name: &str, value: f64, floor: Option<f64>| Figure {
        stage: "event",
        data: set.into(),
        name: name.into(),
        value,
        floor,
    };
    let mut out = Vec::new();
    let roots = folds.join("roots.jsonl");
    let value = scored("relation", "plv_train", &roots, &["accuracy"])?;
    out.push(of("plv_train", "root given the pair, 5 folds", value, Some(78.0)));
    let value = scored("relation", "plv_train", &roots, &["macro_F1"])?;
    out.push(of("plv_train", "the same, macro F1", value, None));
    let value = directed(&data.join("aw_train.jsonl.gz"), &folds.join("directions.jsonl"))?;
    out.push(of("aw_train", "direction, 5 folds", value, Some(93.0)));
    let shipped = work.join("shipped-roots.jsonl");
    predict("roots", &[data.join("plv_train.jsonl.gz")], &shipped)?;
    let value = scored("relation", "plv_train", &shipped, &["accuracy"])?;
    out.push(of("plv_train", "root by what ships, not learnt from PLV", value, None));
    let actors = work.join("actors.jsonl");
    predict("actors", &[data.join("actor_codes.jsonl.gz")], &actors)?;
    let value = scored("actors", "actor_codes", &actors, &["accuracy"])?;
    out.push(of("actor_codes", "fields right, from the words alone", value, None));
    Ok(out)
}

/// Share of pairs whose label is `directed` of the gold (the scorer's `pairs` reads another field).
fn directed(gold: &Path, said: &Path) -> Result<f64> {
    let read = |text: String, key: &str| -> Result<std::collections::BTreeMap<String, String>> {
        let mut out = std::collections::BTreeMap::new();
        for line in text.lines().filter(|l| !l.trim().is_empty()) {
            let record: serde_json::Value = serde_json::from_str(line)?;
            out.insert(record["id"].to_string(), record[key].to_string());
        }
        Ok(out)
    };
    let gold = read(crate::predict::text(gold)?, "directed")?;
    let said = read(std::fs::read_to_string(said)?, "label")?;
    let right = gold.iter().filter(|(id, label)| said.get(*id) == Some(*label)).count();
    Ok((1000.0 * right as f64 / gold.len().max(1) as f64).round() / 10.0)
}
