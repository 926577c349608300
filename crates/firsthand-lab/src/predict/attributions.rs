//! Source, cue and content of attributions, in PolNeAR's form. Reads `id` and `text` only.

use super::plain_report;
use crate::train::attribution::Text;
use anyhow::Result;
use firsthand_core::statement::tree::Tree;
use firsthand_core::statement::voice::{Ear, Voice, hear};
use firsthand_text::language::weights::Weights;
use firsthand_text::language::{Models, annotate};
use firsthand_text::{Offsets, Span};
use rayon::prelude::*;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// Prints one prediction for each record; `weights` is a folder with `cues.bin` and `extents.bin` to try instead of the
/// built-in ones.
pub(super) fn predict(files: &[PathBuf], weights: Option<&Path>) -> Result<()> {
    let tried = weights.map(|folder| -> Result<Ear> {
        let read = |name: &str| -> Result<Weights> {
            Ok(Weights::read(super::bytes(&folder.join(name))?).unwrap_or_default())
        };
        Ok(Ear { cues: read("cues.bin")?, extents: read("extents.bin")? })
    });
    let tried = tried.transpose()?;
    let ear = tried.as_ref().unwrap_or(Ear::built_in());
    for file in files {
        let text = super::text(file)?;
        let records: Vec<Value> = text
            .lines()
            .filter(|l| !l.trim().is_empty())
            .map(serde_json::from_str)
            .collect::<Result<_, _>>()?;
        let lines: Vec<String> = records
            .par_iter()
            .map(|r| voiced(r["id"].as_str().unwrap_or(""), r["text"].as_str().unwrap_or(""), ear))
            .collect();
        print!("{}", lines.concat());
    }
    Ok(())
}

/// One line: what is heard in a text.
pub(crate) fn voiced(id: &str, text: &str, ear: &Ear) -> String {
    let models = Models::built_in();
    let report = annotate(&plain_report(text), &models);
    let tree = Tree::new(&report);
    let offsets = Offsets::new(text);
    let spans = |runs: &[(usize, usize)]| -> Vec<[usize; 2]> {
        let span = |r: &(usize, usize)| report.tokens[r.0].span.join(report.tokens[r.1 - 1].span);
        runs.iter().map(span).map(|s: Span| [offsets.scalar(s.start), offsets.scalar(s.end)]).collect()
    };
    let voices = hear(&tree, ear);
    let found: Vec<Value> = voices
        .iter()
        .filter(|v| !voices.iter().any(|o| o != *v && within(v, o)))
        .map(|v| json!({"source": spans(&v.source), "cue": spans(&v.cue), "content": spans(&v.content)}))
        .collect();
    format!("{}\n", json!({"id": id, "attributions": found}))
}

/// One line of gold in the same form.
pub(crate) fn gold(text: &Text) -> String {
    let offsets = Offsets::new(&text.text);
    let spans = |spans: &[(usize, usize)]| -> Vec<[usize; 2]> {
        spans.iter().map(|s| [offsets.scalar(s.0), offsets.scalar(s.1)]).collect()
    };
    let marks: Vec<Value> = text
        .marks
        .iter()
        .map(|m| json!({"source": spans(&m.source), "cue": spans(&m.cue), "content": spans(&m.content), "qtype": "any"}))
        .collect();
    format!("{}\n", json!({"id": text.id, "text": text.text, "attributions": marks}))
}

/// Whether a voice is content of another. The corpus marks no attribution inside another one's content (none of its 19,868 training
/// attributions), which the program does: who is quoted as quoting whom is what an account is about.
fn within(inner: &Voice, outer: &Voice) -> bool {
    let holds = |run: &(usize, usize)| outer.content.iter().any(|o| o.0 <= run.0 && run.1 <= o.1);
    outer.content.iter().any(|r| r.0 <= inner.anchor && inner.anchor < r.1) && inner.content.iter().all(holds)
}
