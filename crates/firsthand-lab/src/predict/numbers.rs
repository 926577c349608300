//! Quantities of single sentences.

use anyhow::Result;
use firsthand_text::Offsets;
use firsthand_text::language::number::{Bound, Quantity, QuantityKind};
use firsthand_text::language::{self, Annotated, Models};
use serde_json::{Value, json};
use std::path::PathBuf;

/// Prints one prediction for each record of the files.
pub(super) fn predict(files: &[PathBuf]) -> Result<()> {
    let models = Models::built_in();
    for file in files {
        for line in super::text(file)?.lines().filter(|l| !l.trim().is_empty()) {
            let record: Value = serde_json::from_str(line)?;
            let text = record["text"].as_str().unwrap_or("");
            let annotated = language::annotate(&super::plain_report(text), &models);
            let offsets = Offsets::new(text);
            // An ordinal names a place in a row; the suites score amounts.
            let amounts = annotated.quantities.iter().filter(|q| q.kind != QuantityKind::Ordinal);
            let found: Vec<Value> = amounts.map(|q| row(q, &annotated, &offsets)).collect();
            println!("{}", json!({"id": record["id"], "preds": found}));
        }
    }
    Ok(())
}

fn row(quantity: &Quantity, annotated: &Annotated, offsets: &Offsets) -> Value {
    let change = match quantity.bound {
        Bound::Exact => "=",
        Bound::About => "~",
        Bound::More | Bound::AtLeast => ">",
        Bound::Less | Bound::AtMost => "<",
    };
    let noun = quantity.noun.map(|token| annotated.word(token).to_owned());
    let mut row = json!({
        "start": offsets.scalar(quantity.span.start),
        "end": offsets.scalar(quantity.span.end),
        "text": annotated.text(quantity.span),
        "unit": quantity.unit.clone().or(noun),
        "change": change,
    });
    if quantity.low == quantity.high {
        row["value"] = json!(quantity.low);
    } else {
        row["lo"] = json!(quantity.low);
        row["hi"] = json!(quantity.high);
    }
    row
}
