//! Lineage: passages, forests, copies of an old text, and pairs that are derived or not.

use super::Figure;
use super::run::{figure, predict, score};
use crate::predict::text;
use anyhow::{Context, Result};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The figures of lineage and their floors.
pub(super) fn measure(shared: &Path, work: &Path) -> Result<Vec<Figure>> {
    let data = shared.join("data/reuse");
    let mut out = passages(shared, &data, work)?;
    out.extend(forest(shared, &data, work)?);
    out.push(stemma(&data, work)?);
    out.push(derived(&data, work)?);
    Ok(out)
}

fn of(data: &str, name: &str, value: f64, floor: Option<f64>) -> Figure {
    Figure { stage: "lineage", data: data.into(), name: name.into(), value, floor }
}

fn passages(shared: &Path, data: &Path, work: &Path) -> Result<Vec<Figure>> {
    let gold = data.join("sim_forest/reports.jsonl.gz");
    let said = work.join("passages.jsonl");
    predict("passages", std::slice::from_ref(&gold), &said)?;
    let args = [&*gold.to_string_lossy(), &*said.to_string_lossy()];
    let printed = score(&shared.join("score/score_spans.py"), &args)?;
    let kinds =
        [("ALL", "all", 0.93), ("heavy", "heavy rewriting", 0.94), ("light", "light rewriting", 0.98)];
    let one = |(key, name, floor): (&str, &str, f64)| {
        let value = figure(&printed, key).unwrap_or(0.0);
        of("sim_forest", &format!("characters of passages F1, {name}"), value, Some(floor))
    };
    Ok(kinds.into_iter().map(one).collect())
}

fn forest(shared: &Path, data: &Path, work: &Path) -> Result<Vec<Figure>> {
    let gold = data.join("sim_forest/reports.jsonl.gz");
    let said = work.join("forest.jsonl");
    predict("forest", std::slice::from_ref(&gold), &said)?;
    let args = [&*gold.to_string_lossy(), &*said.to_string_lossy()];
    let printed = score(&shared.join("score/forest_baselines.py"), &args)?;
    let line = printed.lines().find(|l| l.starts_with("forest.jsonl")).context("no line of ours")?;
    let parts: Vec<&str> = line.split('|').collect();
    let named = |name: &str| {
        let part = parts.iter().find(|p| p.contains(name))?;
        part.split_whitespace().last()?.parse::<f64>().ok()
    };
    let names = [
        ("edge P/R/F1", "steps F1", Some(0.57)),
        ("undirected F1", "steps either way F1", None),
        ("parent is an ancestor", "named parent is one or is behind it", Some(0.91)),
        ("right origin set", "right set of origins", Some(0.96)),
        ("origin? F1", "origins F1", None),
    ];
    let one = |(key, name, floor): (&str, &str, Option<f64>)| {
        of("sim_forest", name, named(key).unwrap_or(0.0), floor)
    };
    Ok(names.into_iter().map(one).collect())
}

/// Right links of the tree of Notre besoin; a lost copy stands for the link between what it was made from and what was
/// made from it.
fn stemma(data: &Path, work: &Path) -> Result<Figure> {
    let gold = data.join("stemma/notre_besoin.jsonl.gz");
    let said = work.join("stemma.tsv");
    predict("stemma", std::slice::from_ref(&gold), &said)?;
    let tree: serde_json::Value = serde_json::from_str(text(&gold)?.lines().next().unwrap_or(""))?;
    let list = |key: &str| tree[key].as_array().cloned().unwrap_or_default();
    let id = |v: &serde_json::Value| v.as_str().unwrap_or("").to_owned();
    let lost: BTreeSet<String> = list("hypothetical").iter().map(id).collect();
    let edges: Vec<(String, String)> = list("stemma_edges").iter().map(|e| (id(&e[0]), id(&e[1]))).collect();
    let before: BTreeMap<&String, &String> = edges.iter().map(|(a, b)| (b, a)).collect();
    let known =
        |a: &String| if lost.contains(a) { before.get(a).map(|b| (*b).clone()) } else { Some(a.clone()) };
    let link = |a: &str, b: &str| {
        if a < b { (a.to_owned(), b.to_owned()) } else { (b.to_owned(), a.to_owned()) }
    };
    let true_links: BTreeSet<(String, String)> = edges
        .iter()
        .filter(|(_, b)| !lost.contains(b))
        .filter_map(|(a, b)| Some(link(&known(a)?, b)))
        .collect();
    let found: BTreeSet<(String, String)> =
        text(&said)?.lines().filter_map(|l| l.split_once('\t')).map(|(a, b)| link(a, b)).collect();
    let right = found.intersection(&true_links).count() as f64;
    Ok(of("Notre besoin", &format!("right links of {}", true_links.len()), right, Some(10.0)))
}

/// Pairs of real reports judged by hand that are told right.
fn derived(data: &Path, work: &Path) -> Result<Figure> {
    let gold = data.join("real/adjudicated_pairs.jsonl.gz");
    let said = work.join("derived.tsv");
    predict("derived", &[gold.clone(), data.join("real/real_stories.jsonl.gz")], &said)?;
    let answers = text(&said)?;
    let told: BTreeMap<(&str, &str), bool> = answers
        .lines()
        .filter_map(|l| {
            let mut fields = l.split('\t');
            Some(((fields.next()?, fields.next()?), fields.next()? == "derived"))
        })
        .collect();
    let (mut right, mut all) = (0.0, 0);
    for line in text(&gold)?.lines() {
        let pair: serde_json::Value = serde_json::from_str(line)?;
        let key = (pair["a"].as_str().unwrap_or(""), pair["b"].as_str().unwrap_or(""));
        let copied = pair["label"].as_str() == Some("derived");
        all += 1;
        right += if told.get(&key) == Some(&copied) { 1.0 } else { 0.0 };
    }
    let name = format!("derived or independent, right of {all}");
    Ok(of("pairs of real reports", &name, right, Some(7.0)))
}
