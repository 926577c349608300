//! Copies among the scraped reports of three events: pairs of one group against those of an exhaustive comparison, and
//! pairs of reports that were read one by one.

use super::Figure;
use super::run::predict;
use crate::predict::text;
use anyhow::{Context, Result};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// What is measured: task, field of the reference, name, floor.
const GROUPS: &[(&str, &str, &str, Option<f64>)] = &[
    ("reprints", "ref_reprint_cluster", "reprints, pair F1", Some(0.95)),
    ("copies", "ref_reuse_cluster", "reuse, pair F1", Some(0.93)),
    ("reprints-raw", "ref_reprint_cluster", "reprints in raw text, pair F1", Some(0.90)),
    ("copies-raw", "ref_reuse_cluster", "reuse in raw text, pair F1", Some(0.90)),
];

/// Figures of groups and of labels.
pub(super) fn measure(shared: &Path, work: &Path) -> Result<Vec<Figure>> {
    let folder = shared.join("data/reuse/real");
    let reports = folder.join("real_stories.jsonl.gz");
    let gold = records(&reports)?;
    let of = |name: &str, value: f64, floor| Figure {
        stage: "copy",
        data: "real".into(),
        name: name.into(),
        value,
        floor,
    };
    let mut out = Vec::new();
    for &(task, field, name, floor) in GROUPS {
        let predicted = work.join(format!("{task}.tsv"));
        predict(task, std::slice::from_ref(&reports), &predicted)?;
        let found = text(&predicted)?;
        let found = found.lines().filter_map(|l| l.split_once('\t'));
        let wanted = gold.iter().filter_map(|r| Some((r["id"].as_str()?, r[field].as_str()?)));
        out.push(of(name, pair_f1(found, wanted), floor));
    }
    let predicted = work.join("copied-pairs.tsv");
    predict("copied-pairs", &[reports], &predicted)?;
    let (right, all) = read_pairs(&text(&predicted)?, &folder.join("adjudicated_pairs.jsonl.gz"))?;
    let name = format!("copied or only quoting, {all} pairs that were read");
    out.push(of(&name, right as f64 / all.max(1) as f64, None));
    Ok(out)
}

/// F1 of the pairs that are in one group.
fn pair_f1<'a>(
    found: impl Iterator<Item = (&'a str, &'a str)>,
    wanted: impl Iterator<Item = (&'a str, &'a str)>,
) -> f64 {
    let (found, wanted) = (pairs(found), pairs(wanted));
    let both = found.intersection(&wanted).count();
    2.0 * both as f64 / (found.len() + wanted.len()).max(1) as f64
}

fn pairs<'a>(rows: impl Iterator<Item = (&'a str, &'a str)>) -> BTreeSet<(&'a str, &'a str)> {
    let mut groups: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    rows.for_each(|(id, group)| {
        groups.entry(group).or_default().insert(id);
    });
    let of = |ids: &BTreeSet<&'a str>| {
        let ids: Vec<&str> = ids.iter().copied().collect();
        let behind =
            |(n, &one): (usize, &&'a str)| ids[n + 1..].iter().map(move |&o| (one, o)).collect::<Vec<_>>();
        ids.iter().enumerate().flat_map(behind).collect::<Vec<_>>()
    };
    groups.values().flat_map(of).collect()
}

/// How many pairs that were read as copied, or as sharing quotations only, are labelled so; and how many there are.
fn read_pairs(found: &str, gold: &Path) -> Result<(usize, usize)> {
    let mut labels: BTreeMap<BTreeSet<&str>, &str> = BTreeMap::new();
    for line in found.lines() {
        let mut fields = line.split('\t');
        let (Some(one), Some(other), Some(label)) = (fields.next(), fields.next(), fields.next()) else {
            continue;
        };
        labels.insert([one, other].into(), label);
    }
    let (mut right, mut all) = (0, 0);
    for pair in records(gold)? {
        let (Some(one), Some(other)) = (pair["a"].as_str(), pair["b"].as_str()) else { continue };
        let label = labels.get(&[one, other].into()).copied().unwrap_or("none");
        let quotes = matches!(label, "none" | "shared quotes only");
        all += 1;
        right += usize::from(quotes == (pair["label"] == "quotes"));
    }
    Ok((right, all))
}

fn records(file: &Path) -> Result<Vec<serde_json::Value>> {
    let lines = text(file)?;
    let lines = lines.lines().filter(|l| !l.trim().is_empty());
    lines
        .map(|l| serde_json::from_str(l).with_context(|| format!("no JSON lines: {}", file.display())))
        .collect()
}
