//! Time expressions of documents (TIMEX3) or of single phrases (placed instants), told apart by the record's fields.

use anyhow::Result;
use firsthand_text::language::time::{Time, TimeKind};
use firsthand_text::language::{self, Models};
use firsthand_text::{Offsets, Span};
use jiff::civil;
use serde_json::{Value, json};
use std::path::PathBuf;

/// Prints one prediction for each record of the files.
pub(super) fn predict(files: &[PathBuf]) -> Result<()> {
    for file in files {
        for line in super::text(file)?.lines().filter(|l| !l.trim().is_empty()) {
            let record: Value = serde_json::from_str(line)?;
            let text = record["text"].as_str().unwrap_or("");
            let document = record.get("dct").is_some();
            let anchor = day(record[if document { "dct" } else { "ref" }].as_str());
            let offsets = Offsets::new(text);
            let key = if document { "timex" } else { "preds" };
            let found: Vec<Value> =
                times(text, anchor).iter().flat_map(|t| rows(t, &offsets, document)).collect();
            println!("{}", json!({"id": record["id"], key: found}));
        }
    }
    Ok(())
}

/// The time expressions of a text told on a day.
pub(crate) fn times(text: &str, told: Option<civil::Date>) -> Vec<Time> {
    static MODELS: std::sync::LazyLock<Models> = std::sync::LazyLock::new(Models::built_in);
    let mut report = super::plain_report(text);
    report.published.day = told;
    language::annotate(&report, &MODELS).times
}

fn day(text: Option<&str>) -> Option<civil::Date> {
    text?.get(..10)?.parse().ok()
}

/// The rows of one time: TIMEX3 marks the two ends of a stretch each by itself.
fn rows(time: &Time, offsets: &Offsets, document: bool) -> Vec<Value> {
    let place = |span: Span| (offsets.scalar(span.start), offsets.scalar(span.end));
    if !document {
        let (start, end) = place(time.span);
        return vec![
            json!({"start": start, "end": end, "lo": time.low.map(stamp), "hi": time.high.map(stamp)}),
        ];
    }
    let row = |span, kind, value: &str| {
        let (start, end) = place(span);
        let kind = match kind {
            TimeKind::Date => "DATE",
            TimeKind::Time => "TIME",
            TimeKind::Duration => "DURATION",
            TimeKind::Set => "SET",
        };
        json!({"start": start, "end": end, "type": kind, "value": value})
    };
    if time.ends.is_empty() {
        return vec![row(time.span, time.kind, &time.timex)];
    }
    time.ends.iter().map(|e| row(e.span, e.kind, &e.timex)).collect()
}

fn stamp(instant: civil::DateTime) -> String {
    instant.to_string()
}
