//! Weights by which mentions of happenings are put into chains: logistic regression over pairs of mentions of ECB+.

use crate::chains::fit;
use crate::predict::happenings::{Affair, Place, Whose, affairs, read};
use anyhow::{Context, Result, ensure};
use firsthand_core::collation::happening::evidence::COUNT;
use firsthand_core::collation::happening::{Weights, chain};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::path::Path;

/// The set, as it lies in the folder.
const SET: &str = "ecbplus-train.jsonl.gz";
/// How many parts the topics are split into when it is tried how well this does.
const FOLDS: usize = 5;
/// Weights are drawn to zero as if by so many pairs.
const RIDGE: f64 = 20.0;
const ROUNDS: usize = 12;
/// Limits that are tried.
const TRIED: [(f64, f64); 6] = [(0.25, 2.0), (0.28, 2.0), (0.3, 2.0), (0.3, 0.9), (0.3, 0.8), (0.33, 2.0)];

/// Gold chains and topics of mentions.
#[derive(Default)]
struct Gold {
    chain: BTreeMap<Place, String>,
    topic: BTreeMap<String, String>,
}

/// A pair of mentions: its topic, what is seen of it, whether both are of one happening.
struct Pair {
    topic: String,
    evidence: [f32; COUNT],
    one: bool,
}

/// Says how well folds do, and writes `happenings.tsv` learnt from all.
pub(super) fn happenings(data: &Path, out: &Path) -> Result<()> {
    let file = data.join(SET);
    let gold = gold(&crate::predict::text(&file)?)?;
    let affairs = affairs(&read(&[file])?, Whose::Given);
    let pairs: Vec<Pair> = affairs.iter().flat_map(|a| pairs(a, &gold)).collect();
    ensure!(!pairs.is_empty(), "no mentions in {}", data.display());
    let mut topics: Vec<&String> = pairs.iter().map(|p| &p.topic).collect();
    topics.sort_unstable_by_key(|t| (t.len(), *t));
    topics.dedup();
    let part = |topic: &str| topics.iter().position(|t| *t == topic).unwrap_or(0) % FOLDS;
    let learnt: Vec<Weights> = (0..FOLDS)
        .map(|fold| learn(&pairs.iter().filter(|p| part(&p.topic) != fold).collect::<Vec<_>>()))
        .collect();
    for limits in TRIED {
        let mut said: BTreeMap<Place, String> = BTreeMap::new();
        for (fold, weights) in learnt.iter().enumerate() {
            let chains: Vec<Vec<Vec<usize>>> =
                affairs.par_iter().map(|a| a.chains(weights, limits)).collect();
            for (n, (affair, chains)) in affairs.iter().zip(chains).enumerate() {
                let of = |p: &Place| gold.topic.get(&p.id).is_some_and(|t| part(t) == fold);
                for (c, chain) in chains.iter().enumerate() {
                    let held = chain.iter().filter_map(|&m| affair.places.get(m)).filter(|p| of(p));
                    said.extend(held.map(|p| (p.clone(), format!("{n}.{c}"))));
                }
            }
        }
        let fit = fit(&gold.chain, &said);
        eprintln!(
            "{} pairs, {FOLDS} folds, limits {limits:?}: CoNLL F1 {:.4}, {fit:?}",
            pairs.len(),
            fit.conll()
        );
    }
    let all: Vec<&Pair> = pairs.iter().collect();
    std::fs::write(out.join("happenings.tsv"), learn(&all).write())
        .with_context(|| format!("cannot write to {}", out.display()))
}

fn gold(text: &str) -> Result<Gold> {
    let mut out = Gold::default();
    for line in text.lines().filter(|l| !l.trim().is_empty()) {
        let record: serde_json::Value = serde_json::from_str(line)?;
        let id = record["id"].as_str().unwrap_or("").to_owned();
        out.topic.insert(id.clone(), record["topic"].as_str().unwrap_or("").to_owned());
        for m in record["mentions"].as_array().into_iter().flatten() {
            if m["kind"] != "event" || m["scored"] == false {
                continue;
            }
            let at = |key: &str| m[key].as_u64().unwrap_or(0) as usize;
            let place = Place { id: id.clone(), start: at("start"), end: at("end") };
            out.chain.insert(place, m["chain"].as_str().unwrap_or("").to_owned());
        }
    }
    Ok(out)
}

/// The pairs within each story of an affair.
fn pairs(affair: &Affair, gold: &Gold) -> Vec<Pair> {
    let mut out = Vec::new();
    for (ground, all) in &affair.stories {
        let place = |m: usize| &affair.places[all[m]];
        for (a, b, evidence) in chain::pairs(ground) {
            let (p, q) = (place(a), place(b));
            let topic = gold.topic.get(&p.id).cloned().unwrap_or_default();
            let one = gold.chain.get(p).is_some_and(|c| gold.chain.get(q) == Some(c));
            out.push(Pair { topic, evidence, one });
        }
    }
    out
}

/// Weights under which what is marked is likeliest, by Newton's steps.
fn learn(pairs: &[&Pair]) -> Weights {
    let mut weights = [0.0f64; COUNT];
    for _ in 0..ROUNDS {
        let mut slope = [0.0f64; COUNT];
        let mut bend = vec![[0.0f64; COUNT]; COUNT];
        for n in 1..COUNT {
            slope[n] = -RIDGE * weights[n];
            bend[n][n] = RIDGE;
        }
        bend[0][0] = 1e-6;
        let current = Weights::new(weights);
        for pair in pairs {
            let p = current.likely(&pair.evidence);
            let x = pair.evidence.map(f64::from);
            let (off, spread) = (f64::from(u8::from(pair.one)) - p, (p * (1.0 - p)).max(1e-6));
            for i in 0..COUNT {
                if x[i] == 0.0 {
                    continue;
                }
                slope[i] += off * x[i];
                for j in 0..=i {
                    bend[i][j] += spread * x[i] * x[j];
                }
            }
        }
        let step = solve(&mut bend, slope);
        for n in 0..COUNT {
            weights[n] += step[n];
        }
    }
    Weights::new(weights)
}

/// Solves a symmetric system of which the lower half is given (Cholesky).
fn solve(a: &mut [[f64; COUNT]], mut b: [f64; COUNT]) -> [f64; COUNT] {
    for i in 0..COUNT {
        for j in 0..=i {
            let sum: f64 = (0..j).map(|k| a[i][k] * a[j][k]).sum();
            a[i][j] = if i == j { (a[i][i] - sum).max(1e-9).sqrt() } else { (a[i][j] - sum) / a[j][j] };
        }
    }
    for i in 0..COUNT {
        let sum: f64 = (0..i).map(|k| a[i][k] * b[k]).sum();
        b[i] = (b[i] - sum) / a[i][i];
    }
    for i in (0..COUNT).rev() {
        let sum: f64 = (i + 1..COUNT).map(|k| a[k][i] * b[k]).sum();
        b[i] = (b[i] - sum) / a[i][i];
    }
    b
}
