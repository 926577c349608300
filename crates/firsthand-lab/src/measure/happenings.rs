//! Happenings: mentions of them put into chains, those given by the set and those the program finds.

use super::Figure;
use super::run::predict;
use crate::chains::{Fit, fit};
use crate::predict::happenings::Place;
use anyhow::{Context, Result};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Set, task, and the least CoNLL F1. MEANTIME marks a few happenings of each article only: what is found there besides is no
/// fault, so own mentions are not measured on it.
const RUNS: [(&str, &str, Option<f64>); 3] = [
    ("ecbplus-dev", "happenings", Some(0.79)),
    ("ecbplus-dev", OWN, Some(0.63)),
    ("meantime-dev", "happenings", None),
];
const OWN: &str = "own-happenings";

/// What a set marks.
#[derive(Default)]
struct Gold {
    /// The chain of every mention that counts.
    chains: BTreeMap<Place, String>,
    /// For every article where its lines begin, in code points, and which of them annotators have read: those with a mention of
    /// any kind.
    lines: BTreeMap<String, (Vec<usize>, BTreeSet<usize>)>,
}

/// The figures of happenings and their floors.
pub(super) fn measure(shared: &Path, work: &Path) -> Result<Vec<Figure>> {
    let mut out = Vec::new();
    for (set, task, floor) in RUNS {
        let file = shared.join(format!("data/stories/{set}.jsonl.gz"));
        let gold = gold(&crate::predict::text(&file)?)?;
        let printed = work.join(format!("{set}.{task}.tsv"));
        predict(task, &[file], &printed)?;
        let mut said = read(&std::fs::read_to_string(printed)?)?;
        if task == OWN {
            said = aligned(&gold, said);
            let both = gold.chains.keys().filter(|m| said.contains_key(*m)).count() as f64;
            out.push(figure(set, "own mentions, found", both / gold.chains.len().max(1) as f64, None));
            out.push(figure(set, "own mentions, marked too", both / said.len().max(1) as f64, None));
        }
        let how = if task == OWN { "own mentions" } else { "mentions given" };
        out.extend(figures(set, how, &fit(&gold.chains, &said), floor));
    }
    Ok(out)
}

fn figures(set: &str, how: &str, fit: &Fit, floor: Option<f64>) -> [Figure; 3] {
    [
        figure(set, &format!("{how}, CoNLL F1"), fit.conll(), floor),
        figure(set, &format!("{how}, BCubed precision"), fit.bcubed.0, None),
        figure(set, &format!("{how}, links that hold"), fit.links.0, None),
    ]
}

fn figure(set: &str, name: &str, value: f64, floor: Option<f64>) -> Figure {
    Figure { stage: "happening", data: set.into(), name: name.into(), value, floor }
}

/// What the set marks in its English articles.
fn gold(text: &str) -> Result<Gold> {
    let mut out = Gold::default();
    for line in text.lines().filter(|l| !l.trim().is_empty()) {
        let record: serde_json::Value = serde_json::from_str(line)?;
        if record["lang"].as_str().is_some_and(|l| l != "en") {
            continue;
        }
        let id = record["id"].as_str().unwrap_or("").to_owned();
        let mut starts = vec![0];
        let text = record["text"].as_str().unwrap_or("").chars().enumerate();
        starts.extend(text.filter(|(_, c)| *c == '\n').map(|(at, _)| at + 1));
        let mut seen = BTreeSet::new();
        for m in record["mentions"].as_array().into_iter().flatten().filter(|m| m["scored"] != false) {
            let at = |key: &str| m[key].as_u64().unwrap_or(0) as usize;
            seen.insert(starts.partition_point(|&s| s <= at("start")));
            if m["kind"] == "event" {
                let place = Place { id: id.clone(), start: at("start"), end: at("end") };
                out.chains.insert(place, m["chain"].as_str().unwrap_or("").to_owned());
            }
        }
        out.lines.insert(id, (starts, seen));
    }
    Ok(out)
}

fn read(printed: &str) -> Result<BTreeMap<Place, String>> {
    let mut out = BTreeMap::new();
    for line in printed.lines() {
        let mut columns = line.split('\t');
        let mut next = || columns.next().context("a column is missing");
        let place = Place { id: next()?.to_owned(), start: next()?.parse()?, end: next()?.parse()? };
        out.insert(place, next()?.to_owned());
    }
    Ok(out)
}

/// Own mentions in lines that annotators have read; one that lies in the words of a marked mention is that mention, one for each.
fn aligned(gold: &Gold, said: BTreeMap<Place, String>) -> BTreeMap<Place, String> {
    let mut by_article: BTreeMap<&str, Vec<&Place>> = BTreeMap::new();
    for place in gold.chains.keys() {
        by_article.entry(&place.id).or_default().push(place);
    }
    let mut out = BTreeMap::new();
    for (place, chain) in said {
        let read = gold
            .lines
            .get(&place.id)
            .is_some_and(|(starts, seen)| seen.contains(&starts.partition_point(|&s| s <= place.start)));
        if !read {
            continue;
        }
        let holds = |m: &&&Place| m.start <= place.start && place.end <= m.end && !out.contains_key(**m);
        let marked = by_article.get(place.id.as_str()).and_then(|all| all.iter().find(holds));
        out.insert(marked.map_or(place.clone(), |m| (*m).clone()), chain);
    }
    out
}
