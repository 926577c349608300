//! Groups of copies, and of reprints, by the rules of `firsthand copies`, component by component.

use super::components::{label, read};
use super::pairs::TWINS;
use crate::id::Id;
use crate::rows::Bond;
use crate::tables::Member;
use crate::work::Desk;
use anyhow::Result;
use firsthand_core::story::copy::apart::grouped;
use firsthand_core::story::copy::{Group, Label, Pair, Shared};
use rustc_hash::FxHashMap;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// A bond without its names: a component has as many of them as pairs.
#[derive(Debug, Clone, Copy)]
struct Tie {
    component: Id,
    first: Id,
    second: Id,
    label: Label,
    runs: u32,
    of: (u32, u32),
}

/// Groups the components of one bucket.
pub(super) fn run(desk: &mut Desk<'_>) -> Result<()> {
    let bucket = desk.bucket()?;
    let mut places: FxHashMap<Id, String> = FxHashMap::default();
    let mut ties: Vec<Tie> = Vec::new();
    desk.each("components", "bonds", bucket, |row: Bond| {
        let tie = tie(&row)?;
        places.entry(tie.first).or_insert(row.first_location);
        places.entry(tie.second).or_insert(row.second_location);
        ties.push(tie);
        Ok(())
    })?;
    desk.count("bonds", ties.len());
    ties.sort_unstable_by_key(|t| (t.component, t.first, t.second));
    let mut sheet = desk.table::<Member>("groups")?;
    let mut seen: BTreeSet<Id> = BTreeSet::new();
    for ties in ties.chunk_by(|a, b| a.component == b.component) {
        desk.count("components", 1);
        for (group, report, reprint) in members(ties, &places) {
            anyhow::ensure!(seen.insert(report), "{report}: is in two groups");
            desk.count("members", 1);
            let (group, report) = (group.to_string(), report.to_string());
            sheet.add(0, Member { group, report, reprint: reprint.map(|id| id.to_string()) })?;
        }
    }
    desk.keep(sheet.close()?);
    Ok(())
}

fn tie(row: &Bond) -> Result<Tie> {
    let count = |n: i64| u32::try_from(n).unwrap_or_default();
    Ok(Tie {
        component: row.component,
        first: read(&row.first)?,
        second: read(&row.second)?,
        label: label(&row.label),
        runs: count(row.runs),
        of: (count(row.runs_first), count(row.runs_second)),
    })
}

/// Group, report, group of reprints.
fn members(ties: &[Tie], places: &FxHashMap<Id, String>) -> Vec<(Id, Id, Option<Id>)> {
    let twins = twins(ties);
    let ties: Vec<&Tie> =
        ties.iter().filter(|t| !twins.contains_key(&t.first) && !twins.contains_key(&t.second)).collect();
    // In the order of locations, as `firsthand copies` has them. A text that stands for others comes where the first of them does.
    let mut at: BTreeMap<Id, (&str, Id)> = BTreeMap::new();
    let location = |id: &Id| places.get(id).map_or("", String::as_str);
    let ends = ties.iter().flat_map(|t| [t.first, t.second]).chain(twins.values().copied());
    ends.for_each(|id| {
        at.insert(id, (location(&id), id));
    });
    for (twin, text) in &twins {
        let own = (location(twin), *twin);
        at.entry(*text).and_modify(|first| *first = own.min(*first));
    }
    let mut order: Vec<(&str, Id, Id)> =
        at.into_iter().map(|(id, (place, first))| (place, first, id)).collect();
    order.sort_unstable();
    let place: FxHashMap<Id, usize> = order.iter().enumerate().map(|(n, (_, _, id))| (*id, n)).collect();
    let number = |id: &Id| place.get(id).copied().unwrap_or_default();
    let pair = |t: &&Tie| Pair {
        reports: (number(&t.first), number(&t.second)),
        label: t.label,
        shared: Shared {
            grams: t.runs as usize,
            of: (t.of.0 as usize, t.of.1 as usize),
            ..Shared::default()
        },
        passages: Vec::new(),
    };
    let mut pairs: Vec<Pair> = ties.iter().map(pair).collect();
    // No pair is there twice, and a component may have millions.
    pairs.sort_unstable_by_key(|p| p.reports);
    let all: Vec<usize> = (0..order.len()).collect();
    let (mut groups, mut reprints) = (Vec::new(), Vec::new());
    if !pairs.is_empty() {
        (groups, reprints) = grouped(&pairs, &all);
    }
    let mut having: FxHashMap<usize, usize> = FxHashMap::default();
    twins.values().for_each(|text| *having.entry(number(text)).or_default() += 1);
    for of in [&mut groups, &mut reprints] {
        // What very many have shares most with the others.
        for group in of.iter_mut() {
            let texts = group.reports.iter().filter_map(|n| Some((*having.get(n)?, Reverse(*n))));
            group.fullest = texts.max().map_or(group.fullest, |(_, Reverse(n))| n);
        }
        // A text that many have and that is a copy of no other is a group by itself.
        let held: BTreeSet<usize> = of.iter().flat_map(|g: &Group| g.reports.iter().copied()).collect();
        let texts: BTreeSet<usize> = having.keys().copied().filter(|n| !held.contains(n)).collect();
        of.extend(texts.into_iter().map(|n| Group { reports: vec![n], fullest: n }));
    }
    // The name of a group is that of the first with the fullest text.
    let name = |n: usize| order.get(n).map(|(_, first, _)| *first).unwrap_or_default();
    let of = |groups: &[Group]| -> FxHashMap<Id, Id> {
        let pairs = groups.iter().flat_map(|g| g.reports.iter().map(|&n| (n, name(g.fullest))));
        pairs.filter_map(|(n, group)| order.get(n).map(|(_, _, id)| (*id, group))).collect()
    };
    let (groups, reprints) = (of(&groups), of(&reprints));
    let row = |report: Id, text: Id| Some((*groups.get(&text)?, report, reprints.get(&text).copied()));
    let all =
        order.iter().map(|(_, _, id)| (*id, *id)).chain(twins.iter().map(|(twin, text)| (*twin, *text)));
    all.filter_map(|(report, text)| row(report, text)).collect()
}

/// The reports that have the very same text as one that stands for them, which is all they are bound to. Where so many have one
/// text, no two of them but it were compared.
fn twins(ties: &[Tie]) -> BTreeMap<Id, Id> {
    let mut bonds: FxHashMap<Id, u32> = FxHashMap::default();
    for tie in ties {
        *bonds.entry(tie.first).or_default() += 1;
        *bonds.entry(tie.second).or_default() += 1;
    }
    let single = |id: &Id| bonds.get(id) == Some(&1);
    let mut twins: BTreeMap<Id, Id> = BTreeMap::new();
    let mut count: FxHashMap<Id, usize> = FxHashMap::default();
    for tie in ties.iter().filter(|t| t.label == Label::Reprint && (t.runs, t.runs) == t.of) {
        let (twin, text) =
            if single(&tie.second) { (tie.second, tie.first) } else { (tie.first, tie.second) };
        if single(&twin) {
            twins.insert(twin, text);
            *count.entry(text).or_default() += 1;
        }
    }
    twins.retain(|_, text| count.get(text).is_some_and(|n| *n >= TWINS));
    twins
}
