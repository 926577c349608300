//! How many of the labelled captions of pages are reported as captions.

use anyhow::{Context, Result};
use serde_json::Value;
use std::collections::HashMap;
use std::path::Path;

/// Shortest caption that counts, in characters: as in the page scorer.
const SHORTEST: usize = 30;

/// Share of the labelled captions of a folder of pages that stand in one of the captions predicted for their page,
/// its credit included, white space collapsed.
pub(super) fn reported(folder: &Path, predicted: &Path) -> Result<f64> {
    let mut found: HashMap<String, Vec<String>> = HashMap::new();
    for page in objects(predicted)? {
        let Some(id) = page.get("id").and_then(Value::as_str) else { continue };
        found.insert(id.to_owned(), texts(&page, "line"));
    }
    let (mut all, mut reported) = (0u32, 0u32);
    for label in objects(&folder.join("labels.jsonl"))? {
        let Some(id) = label.get("id").and_then(Value::as_str) else { continue };
        let own = found.get(id).map_or(&[][..], Vec::as_slice);
        for text in texts(&label, "text").iter().filter(|t| t.chars().count() >= SHORTEST) {
            all += 1;
            reported += u32::from(own.iter().any(|o| o.contains(text.as_str())));
        }
    }
    Ok(if all == 0 { 0.0 } else { f64::from(reported) / f64::from(all) })
}

fn objects(file: &Path) -> Result<Vec<Value>> {
    let text = std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    text.lines().filter(|l| !l.trim().is_empty()).map(|l| Ok(serde_json::from_str(l)?)).collect()
}

fn texts(page: &Value, key: &str) -> Vec<String> {
    let captions = page.get("captions").and_then(Value::as_array).into_iter().flatten();
    let texts = captions.filter_map(|c| c.get(key).and_then(Value::as_str));
    texts.map(|t| t.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}
