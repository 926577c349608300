//! Marked pairs of actors: our own sentences, and those of the data sets.

use crate::predict::text;
use anyhow::Result;
use serde_json::Value;
use std::path::Path;

/// A sentence with a marked pair and what it tells.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Marked {
    pub(crate) id: String,
    pub(crate) text: String,
    /// Bytes of every run marked as the source.
    pub(crate) source: Vec<(usize, usize)>,
    /// Bytes of every run marked as the target.
    pub(crate) target: Vec<(usize, usize)>,
    /// Root of the event or `1`/`0` for directed or not; empty where it is not known.
    pub(crate) label: String,
    pub(crate) mode: String,
}

/// Takes `<s>…</s>` and `<t>…</t>` out of a text and tells where they were.
pub(crate) fn unmark(marked: &str) -> Marked {
    let mut out = Marked::default();
    let mut rest = marked;
    let mut open = 0;
    while let Some(at) = rest.find('<') {
        out.text.push_str(&rest[..at]);
        let tail = &rest[at..];
        let tag = ["<s>", "</s>", "<t>", "</t>"].into_iter().find(|t| tail.starts_with(t));
        match tag {
            Some("<s>" | "<t>") => open = out.text.len(),
            Some("</s>") => out.source.push(trim(&out.text, open)),
            Some("</t>") => out.target.push(trim(&out.text, open)),
            _ => out.text.push('<'),
        }
        rest = &tail[tag.map_or(1, str::len)..];
    }
    out.text.push_str(rest);
    out
}

/// A run from here to the end, without blanks at its ends.
fn trim(text: &str, from: usize) -> (usize, usize) {
    let run = &text[from..];
    let start = from + run.len() - run.trim_start().len();
    (start, (from + run.trim_end().len()).max(start))
}

/// The records of a file with `marked` sentences; `label` names the field with the answer, which may be absent.
pub(crate) fn marked(lines: &str, label: &str) -> Result<Vec<Marked>> {
    let mut out = Vec::new();
    for line in lines.lines().filter(|l| !l.trim().is_empty()) {
        let record: Value = serde_json::from_str(line)?;
        let mut one = unmark(record["marked"].as_str().unwrap_or(""));
        one.id = record["id"].as_str().unwrap_or("").to_owned();
        one.label = match &record[label] {
            Value::String(s) => s.clone(),
            Value::Null => String::new(),
            other => other.to_string(),
        };
        out.push(one);
    }
    Ok(out)
}

/// Our own sentences: root, mode or `-`, the sentence with its marks.
pub(crate) fn own() -> Vec<Marked> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/events/sentences.tsv");
    let lines = std::fs::read_to_string(path).unwrap_or_default();
    lines
        .lines()
        .filter(|l| !l.is_empty() && !l.starts_with('#'))
        .enumerate()
        .filter_map(|(n, line)| {
            let mut columns = line.split('\t');
            let (root, mode) = (columns.next()?, columns.next()?);
            let mut one = unmark(columns.next()?);
            one.id = format!("own-{n}");
            one.label = root.to_owned();
            one.mode = if mode == "-" { String::new() } else { mode.to_owned() };
            Some(one)
        })
        .collect()
}

/// Our own sentences on direction: `1` or `0`, the sentence with its marks.
pub(crate) fn own_pairs() -> Vec<Marked> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/events/pairs.tsv");
    let lines = std::fs::read_to_string(path).unwrap_or_default();
    let read = |line: &str| {
        let (label, marked) = line.split_once('\t')?;
        Some(Marked { label: label.to_owned(), ..unmark(marked) })
    };
    lines.lines().filter(|l| !l.is_empty() && !l.starts_with('#')).filter_map(read).collect()
}

/// The gold standard records of PLOVER: each first pair of a source and a target whose words stand in the text.
pub(crate) fn gold_records(data: &Path) -> Result<Vec<Marked>> {
    let mut out = Vec::new();
    for line in text(&data.join("plover_gsr.jsonl.gz"))?.lines().filter(|l| !l.trim().is_empty()) {
        let record: Value = serde_json::from_str(line)?;
        let sentence = record["text"].as_str().unwrap_or("");
        let events = record["events"].as_array();
        for event in events.into_iter().flatten() {
            let find = |side: &str, not: Option<(usize, usize)>| {
                let actors = event[side].as_array();
                actors.into_iter().flatten().find_map(|a| {
                    let words = a["actorText"].as_str()?.trim();
                    let at = sentence.find(words).filter(|_| !words.is_empty())?;
                    Some((at, at + words.len())).filter(|r| not.is_none_or(|n| r.1 <= n.0 || n.1 <= r.0))
                })
            };
            let source = find("source", None);
            let target = find("target", source);
            out.push(Marked {
                id: record["id"].as_str().unwrap_or("").to_owned(),
                text: sentence.to_owned(),
                source: source.into_iter().collect(),
                target: target.into_iter().collect(),
                label: new_name(event["event"].as_str().unwrap_or("")).to_owned(),
                mode: event["mode"].as_str().unwrap_or("").to_owned(),
            });
        }
    }
    Ok(out)
}

/// The name of 2021 for one of 2018.
fn new_name(root: &str) -> &str {
    match root {
        "DEMAND" => "REQUEST",
        "DISAPPROVE" | "INVESTIGATE" => "ACCUSE",
        "FIGHT" => "ASSAULT",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_taken_out() {
        let m = unmark("In May <s>Norvia </s> sued<t> the mill</t>.");
        assert_eq!(m.text, "In May Norvia  sued the mill.");
        let words =
            |runs: &[(usize, usize)]| runs.iter().map(|r| m.text[r.0..r.1].to_owned()).collect::<Vec<_>>();
        assert_eq!(words(&m.source), ["Norvia"]);
        assert_eq!(words(&m.target), ["the mill"]);
    }

    #[test]
    fn own_sentences_are_whole() {
        for one in own() {
            assert!(
                firsthand_core::statement::event::root::ROOTS.contains(&one.label.as_str()),
                "{}",
                one.text
            );
            assert_eq!(one.source.len(), 1, "{}", one.text);
            assert!(one.target.len() <= 1 && !one.text.contains(['<', '>']), "{}", one.text);
        }
    }
}
