//! The facts of a gold account, and the point of an account that answers one best.

use super::value::{key, same};
use anyhow::{Context, Result};
use firsthand_core::account::{Account, Point, Statement, Variant};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// A gold account as far as it is read here.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct Gold {
    pub(super) facts: Vec<Fact>,
    #[serde(default)]
    entities: Vec<Entity>,
}

#[derive(Debug, Clone, Default, Deserialize)]
struct Entity {
    name: String,
    #[serde(default)]
    forms: BTreeMap<String, Vec<String>>,
}

/// One fact: what it is about (groups of words, `|` between alternatives) and its answers.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct Fact {
    pub(super) id: String,
    #[serde(default)]
    about: Vec<String>,
    slot: String,
    variants: Vec<Answer>,
    /// Where it comes from, told for few facts.
    pub(super) origins: Option<Vec<String>>,
}

/// One answer and the reports (stems of their files) that give it.
#[derive(Debug, Clone, Default, Deserialize)]
struct Answer {
    value: String,
    reports: Vec<String>,
}

impl Gold {
    /// Reads a gold account.
    pub(super) fn read(file: &Path) -> Result<Self> {
        let text =
            std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
        serde_json::from_str(&text).with_context(|| format!("no gold account: {}", file.display()))
    }

    /// The spellings that belong together, a set for each entity.
    pub(super) fn spellings(&self) -> Vec<BTreeSet<String>> {
        let of = |e: &Entity| e.forms.values().flatten().chain([&e.name]).map(|f| key(f)).collect();
        self.entities.iter().map(of).collect()
    }
}

/// A point that answers a fact.
#[derive(Debug, Clone, Copy)]
pub(super) struct Answered<'a> {
    pub(super) account: &'a Account,
    pub(super) point: &'a Point,
    /// Whether it holds every pair of answer and report of the fact.
    pub(super) whole: bool,
}

/// The point that holds most pairs of answer and report of a fact, with its account; of several the one whose sentences
/// hold most of the fact's words, then the first.
pub(super) fn best<'a>(
    fact: &Fact,
    accounts: &'a [Account],
    spellings: &[BTreeSet<String>],
) -> Option<Answered<'a>> {
    let mut best: Option<((usize, usize), Answered<'a>)> = None;
    let pairs: usize = fact.variants.iter().map(|v| v.reports.len()).sum();
    for account in accounts {
        let told: BTreeMap<&str, &Statement> =
            account.statements.iter().map(|s| (s.id.as_str(), s)).collect();
        for point in &account.points {
            let held = held(fact, account, point, &told, spellings);
            if held > best.map_or((0, 0), |(most, _)| most) {
                best = Some((held, Answered { account, point, whole: held.0 == pairs }));
            }
        }
    }
    best.map(|(_, answered)| answered)
}

/// How many pairs of answer and report a point holds (the slot, the value, the report, and at least half of the fact's
/// groups of words there), and how many groups those hold together.
fn held(
    fact: &Fact,
    account: &Account,
    point: &Point,
    told: &BTreeMap<&str, &Statement>,
    spellings: &[BTreeSet<String>],
) -> (usize, usize) {
    let acts = |slot: &str| matches!(slot, "person" | "organisation");
    if fact.slot != point.slot && !(acts(&fact.slot) && acts(&point.slot)) {
        return (0, 0);
    }
    let mut pairs: BTreeMap<(usize, String), usize> = BTreeMap::new();
    for (n, answer) in fact.variants.iter().enumerate() {
        let fitting = point.variants.iter().filter(|v| same(&fact.slot, &v.value, &answer.value, spellings));
        for variant in fitting {
            let reports = account.reports.iter().filter(|r| variant.reports.contains(&r.id));
            for report in reports {
                let stem = stem(&report.location);
                let words = near(fact, variant, &report.id, told);
                if words * 2 >= fact.about.len() && answer.reports.contains(&stem) {
                    let most = pairs.entry((n, stem)).or_default();
                    *most = words.max(*most);
                }
            }
        }
    }
    (pairs.len(), pairs.values().sum())
}

/// How many of the fact's groups of words stand in the sentences of a variant in a report.
fn near(fact: &Fact, variant: &Variant, report: &str, told: &BTreeMap<&str, &Statement>) -> usize {
    let all = variant.statements.iter().filter_map(|s| told.get(s.as_str()));
    let own = all.filter(|s| s.report == report);
    let text = own.map(|s| flat(&s.passage.text)).collect::<Vec<_>>().join(" ");
    let stands = |group: &&String| group.split('|').any(|w| text.contains(&flat(w)));
    fact.about.iter().filter(stands).count()
}

fn flat(text: &str) -> String {
    let text = text.replace(['‘', '’'], "'").to_lowercase();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The name of a report's file without its ending; of a numbered file the number.
fn stem(location: &str) -> String {
    let name = Path::new(location).file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default();
    match name.split_once('_') {
        Some((number, _)) if number.chars().all(|c| c.is_ascii_digit()) => number.to_owned(),
        _ => name,
    }
}
