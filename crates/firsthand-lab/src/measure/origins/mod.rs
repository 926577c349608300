//! Whether the count of independent origins behind a fact is right: the facts of the gold accounts, their origins as
//! `data/origins.tsv` gives them, and the points of our accounts.

mod fact;
mod value;

use super::Figure;
use crate::predict::accounts::accounts;
use anyhow::{Context, Result, bail};
use fact::{Gold, best};
use firsthand_core::account::{Account, Origin, Point, Support};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// How many origins, at least and at most, and their names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Range {
    pub(crate) certain: usize,
    pub(crate) possible: usize,
    pub(crate) names: Vec<String>,
    /// What makes the range, where that is told.
    pub(crate) because: Vec<String>,
}

/// The point that answers a fact best, and the origins it is said to have.
#[derive(Debug, Clone, Default)]
pub(crate) struct Ours {
    /// Id and label.
    pub(crate) point: String,
    /// Whether it holds all answers of the fact in all their reports.
    pub(crate) whole: bool,
    pub(crate) range: Range,
}

/// A fact with the origins it has and those we give it; none where no point answers it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Judged {
    pub(crate) story: String,
    pub(crate) fact: String,
    pub(crate) gold: Range,
    pub(crate) ours: Option<Ours>,
}

/// The range that is right, and ours.
type Pair<'a> = (&'a Range, &'a Range);

/// Figures over the facts that a point answers.
pub(super) fn measure(shared: &Path, _: &Path) -> Result<Vec<Figure>> {
    let all = judged(shared)?;
    let answered: Vec<(&Range, &Ours)> =
        all.iter().filter_map(|j| Some((&j.gold, j.ours.as_ref()?))).collect();
    let pairs: Vec<Pair<'_>> = answered.iter().map(|(gold, ours)| (*gold, &ours.range)).collect();
    let several: Vec<Pair<'_>> = pairs.iter().copied().filter(|(gold, _)| gold.certain > 1).collect();
    let whole: Vec<Pair<'_>> =
        answered.iter().filter(|(_, ours)| ours.whole).map(|(gold, ours)| (*gold, &ours.range)).collect();
    let data = format!("{} facts with a point, of {}", pairs.len(), all.len());
    let of = |name: &str, value: f64, floor| Figure {
        stage: "origin",
        data: data.clone(),
        name: name.into(),
        value,
        floor,
    };
    let share = |of: &[Pair<'_>], right: fn(&Pair<'_>) -> bool| {
        of.iter().filter(|p| right(p)).count() as f64 / of.len().max(1) as f64
    };
    let error = |off: fn(&Pair<'_>) -> usize| {
        pairs.iter().map(|p| off(p) as f64).sum::<f64>() / pairs.len().max(1) as f64
    };
    let certain: fn(&Pair<'_>) -> bool = |(gold, ours)| gold.certain == ours.certain;
    let behind = format!("certain right, {} facts with two or more", several.len());
    let held = format!("certain right, {} facts whose point holds all their answers", whole.len());
    Ok(vec![
        of("certain right", share(&pairs, certain), Some(0.80)),
        of("certain right if always 1", share(&pairs, |(gold, _)| gold.certain == 1), None),
        of(&behind, share(&several, certain), None),
        of(&held, share(&whole, certain), None),
        of("certain too high", share(&pairs, |(gold, ours)| ours.certain > gold.certain), None),
        of("ranges overlap", share(&pairs, overlap), None),
        of("possible right", share(&pairs, |(gold, ours)| gold.possible == ours.possible), None),
        of("certain, mean error", error(|(gold, ours)| gold.certain.abs_diff(ours.certain)), None),
        of("possible, mean error", error(|(gold, ours)| gold.possible.abs_diff(ours.possible)), None),
    ])
}

fn overlap((gold, ours): &Pair<'_>) -> bool {
    gold.certain <= ours.possible && ours.certain <= gold.possible
}

/// Every fact of the table beside the point that answers it, in the order of the table.
pub(crate) fn judged(shared: &Path) -> Result<Vec<Judged>> {
    let mut stories: BTreeMap<String, Vec<(String, Range)>> = BTreeMap::new();
    for (story, fact, range) in table()? {
        stories.entry(story).or_default().push((fact, range));
    }
    let mut out = Vec::new();
    for (story, facts) in stories {
        let (gold, reports) = places(shared, &story);
        let gold = Gold::read(&gold)?;
        let accounts = accounts(&[reports])?;
        let spellings = gold.spellings();
        for (id, range) in facts {
            let fact = gold.facts.iter().find(|f| f.id == id);
            let fact = fact.with_context(|| format!("no fact {id} in {story}"))?;
            if fact.origins.as_ref().is_some_and(|o| o.len() != range.certain) {
                bail!("{story} {id}: the gold account and data/origins.tsv differ");
            }
            let ours = best(fact, &accounts, &spellings).map(|a| Ours {
                point: format!("{} {}", a.point.id, a.point.label),
                whole: a.whole,
                range: count(a.account, a.point),
            });
            out.push(Judged { story: story.clone(), fact: id, gold: range, ours });
        }
    }
    Ok(out)
}

/// Where a gold account and its reports are.
fn places(shared: &Path, story: &str) -> (PathBuf, PathBuf) {
    let folder = shared.join("data/accounts");
    match story {
        "seeds" => (folder.join("seeds.json"), shared.join("seeds")),
        _ => (folder.join(story).join("gold.json"), folder.join(story)),
    }
}

/// What the account counts behind all variants of a point, with the names of the origins and why.
fn count(account: &Account, point: &Point) -> Range {
    let ids: BTreeSet<&String> = point.variants.iter().flat_map(|v| &v.origins).collect();
    let named = |o: &&Origin| ids.contains(&o.id);
    let names = account.origins.iter().filter(named).map(|o| format!("{} ({})", o.name, o.kind));
    let Support { certain, possible, because, .. } = &point.support;
    Range { certain: *certain, possible: *possible, names: names.collect(), because: because.clone() }
}

/// Story, fact and range of each row of the table.
fn table() -> Result<Vec<(String, String, Range)>> {
    let lines = include_str!("../../../data/origins.tsv").lines().filter(|l| !l.starts_with('#'));
    lines
        .map(|line| {
            let row: Vec<&str> = line.split('\t').collect();
            let [story, fact, certain, possible, names] = row.as_slice() else {
                bail!("a row of {} fields: {line}", row.len());
            };
            let names = names.split('|').map(str::to_owned).collect();
            let range =
                Range { certain: certain.parse()?, possible: possible.parse()?, names, ..Range::default() };
            Ok(((*story).to_owned(), (*fact).to_owned(), range))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_gives_each_fact_once_with_as_many_names_as_origins() {
        let rows = table().unwrap();
        let facts: BTreeSet<(&String, &String)> = rows.iter().map(|(s, f, _)| (s, f)).collect();
        assert_eq!(facts.len(), rows.len());
        for (story, fact, range) in &rows {
            assert!(1 <= range.certain && range.certain <= range.possible, "{story} {fact}");
            let names: BTreeSet<&String> = range.names.iter().collect();
            assert_eq!(names.len(), range.possible, "{story} {fact}");
        }
    }

    #[test]
    fn ranges_that_touch_overlap() {
        let range = |certain, possible| Range { certain, possible, ..Range::default() };
        for (gold, ours, touch) in
            [([1, 2], [2, 3], true), ([2, 4], [1, 1], false), ([1, 1], [2, 2], false), ([1, 5], [2, 2], true)]
        {
            assert_eq!(
                overlap(&(&range(gold[0], gold[1]), &range(ours[0], ours[1]))),
                touch,
                "{gold:?} {ours:?}"
            );
        }
    }
}
