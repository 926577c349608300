//! The weights of attribution: which words attribute, and which are source, cue and content.
//!
//! Learns from the reports written for this in `crates/firsthand-lab/data/attributions`. For measuring only, the same can be
//! learnt from `polnear_train.jsonl.gz` (research use: those weights are never shipped).

mod learn;
mod lesson;
pub(crate) mod marked;

use crate::predict::{plain_report, text};
use anyhow::Result;
use firsthand_core::statement::voice::Ear;
use firsthand_text::language::weights::Weights;
use firsthand_text::language::{Annotated, Models, annotate};
use rayon::prelude::*;
use std::path::Path;

/// Spans of one attribution in bytes of the text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Marks {
    pub(crate) source: Vec<(usize, usize)>,
    pub(crate) cue: Vec<(usize, usize)>,
    pub(crate) content: Vec<(usize, usize)>,
}

/// A text and its attributions.
#[derive(Debug, Clone, Default)]
pub(crate) struct Text {
    pub(crate) id: String,
    pub(crate) text: String,
    pub(crate) marks: Vec<Marks>,
}

/// Parts of the own texts that are left out in turn.
const FOLDS: usize = 5;

/// Makes `cues.bin` and `extents.bin` from our own texts.
pub(super) fn own(out: &Path) -> Result<()> {
    write(out, &learn(&marked::all()))
}

/// The same from PolNeAR, and from both together, for measuring: `polnear/…`, `both/…` below `out`.
pub(super) fn compared(data: &Path, out: &Path) -> Result<()> {
    let theirs = polnear(&text(&data.join("polnear_train.jsonl.gz"))?)?;
    write(&out.join("polnear"), &learn(&theirs))?;
    let both: Vec<Text> = marked::all().into_iter().chain(theirs).collect();
    write(&out.join("both"), &learn(&both))
}

/// What models say of the fifth of our own texts that they did not learn from: `attributions.gold.jsonl` and
/// `attributions.jsonl` in the form of the scorer.
pub(super) fn folds(out: &Path) -> Result<()> {
    std::fs::create_dir_all(out)?;
    let texts = marked::all();
    let (mut gold, mut said) = (String::new(), String::new());
    for fold in 0..FOLDS {
        let part = |inside: bool| -> Vec<Text> {
            let each = texts.iter().enumerate().filter(|(at, _)| (at % FOLDS == fold) == inside);
            each.map(|(_, t)| t.clone()).collect()
        };
        let ear = ear(&learn(&part(false)));
        for text in part(true) {
            gold.push_str(&crate::predict::attributions::gold(&text));
            said.push_str(&crate::predict::attributions::voiced(&text.id, &text.text, &ear));
        }
    }
    std::fs::write(out.join("attributions.gold.jsonl"), gold)?;
    std::fs::write(out.join("attributions.jsonl"), said)?;
    Ok(())
}

fn ear((cues, extents): &(Vec<u8>, Vec<u8>)) -> Ear {
    let read = |bytes: &Vec<u8>| Weights::read(bytes.clone()).unwrap_or_default();
    Ear { cues: read(cues), extents: read(extents) }
}

/// The two tables.
fn learn(texts: &[Text]) -> (Vec<u8>, Vec<u8>) {
    let models = Models::built_in();
    let read = |text: &Text| -> (Annotated, Vec<Marks>) {
        (annotate(&plain_report(&text.text), &models), text.marks.clone())
    };
    let read: Vec<(Annotated, Vec<Marks>)> = texts.par_iter().map(read).collect();
    let lessons: Vec<lesson::Lesson> = read.par_iter().map(|(a, m)| lesson::lesson(a, m)).collect();
    let anchors: usize = lessons.iter().map(|l| l.extents.len()).sum();
    eprintln!("{} texts, {} anchors", lessons.len(), anchors);
    (learn::cues(&lessons), learn::extents(&lessons))
}

fn write(out: &Path, (cues, extents): &(Vec<u8>, Vec<u8>)) -> Result<()> {
    std::fs::create_dir_all(out)?;
    std::fs::write(out.join("cues.bin"), cues)?;
    std::fs::write(out.join("extents.bin"), extents)?;
    eprintln!("cues: {} bytes, extents: {} bytes", cues.len(), extents.len());
    Ok(())
}

/// Texts in the form of PolNeAR's records, offsets in characters.
fn polnear(lines: &str) -> Result<Vec<Text>> {
    let mut out = Vec::new();
    for line in lines.lines().filter(|l| !l.trim().is_empty()) {
        let record: serde_json::Value = serde_json::from_str(line)?;
        let text = record["text"].as_str().unwrap_or("").to_owned();
        let bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let spans = |value: &serde_json::Value| -> Vec<(usize, usize)> {
            let at = |v: &serde_json::Value| v.as_u64().and_then(|n| bytes.get(n as usize).copied());
            let pairs = value.as_array().into_iter().flatten();
            pairs.filter_map(|p| Some((at(&p[0])?, at(&p[1])?))).collect()
        };
        let marks = record["attributions"].as_array().into_iter().flatten().map(|a| Marks {
            source: spans(&a["source"]),
            cue: spans(&a["cue"]),
            content: spans(&a["content"]),
        });
        let marks = marks.collect();
        out.push(Text { id: record["id"].as_str().unwrap_or("").to_owned(), text, marks });
    }
    Ok(out)
}
