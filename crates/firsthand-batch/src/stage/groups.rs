//! Groups of copies, and of reprints, by the rules of `firsthand copies`, component by component.

use super::components::label;
use crate::id::Id;
use crate::rows::Bond;
use crate::tables::Member;
use crate::work::Desk;
use anyhow::Result;
use firsthand_core::story::copy::apart::grouped;
use firsthand_core::story::copy::{Group, Pair, Shared};
use std::collections::{BTreeMap, BTreeSet};

/// Groups the components of one bucket.
pub(super) fn run(desk: &mut Desk<'_>) -> Result<()> {
    let bucket = desk.bucket()?;
    let mut bonds: Vec<Bond> = desk.rows("components", "bonds", bucket)?;
    desk.count("bonds", bonds.len());
    bonds.sort_by(|a, b| (a.component, &a.first, &a.second).cmp(&(b.component, &b.first, &b.second)));
    let mut sheet = desk.table::<Member>("groups")?;
    let mut seen: BTreeSet<Id> = BTreeSet::new();
    for bonds in bonds.chunk_by(|a, b| a.component == b.component) {
        desk.count("components", 1);
        for member in members(bonds) {
            anyhow::ensure!(
                Id::read(&member.report).is_some_and(|id| seen.insert(id)),
                "{}: is in two groups",
                member.report
            );
            desk.count("members", 1);
            sheet.add(0, member)?;
        }
    }
    desk.keep(sheet.close()?);
    Ok(())
}

fn members(bonds: &[Bond]) -> Vec<Member> {
    let ends = |b: &Bond| {
        [(b.first_location.clone(), b.first.clone()), (b.second_location.clone(), b.second.clone())]
    };
    // In the order of locations, as `firsthand copies` has them.
    let reports: Vec<(String, String)> =
        bonds.iter().flat_map(ends).collect::<BTreeSet<_>>().into_iter().collect();
    let place: BTreeMap<&str, usize> =
        reports.iter().enumerate().map(|(n, (_, id))| (id.as_str(), n)).collect();
    let at = |id: &str| place.get(id).copied().unwrap_or_default();
    let count = |n: i64| usize::try_from(n).unwrap_or_default();
    let pair = |b: &Bond| Pair {
        reports: (at(&b.first), at(&b.second)),
        label: label(&b.label),
        shared: Shared {
            grams: count(b.runs),
            of: (count(b.runs_first), count(b.runs_second)),
            ..Shared::default()
        },
        passages: Vec::new(),
    };
    let mut pairs: Vec<Pair> = bonds.iter().map(pair).collect();
    pairs.sort_by_key(|p| p.reports);
    let places: Vec<usize> = (0..reports.len()).collect();
    let (groups, reprints) = grouped(&pairs, &places);
    let name = |n: usize| reports.get(n).map(|(_, id)| id.clone()).unwrap_or_default();
    let within: BTreeMap<usize, usize> =
        reprints.iter().flat_map(|g| g.reports.iter().map(|&r| (r, g.fullest))).collect();
    let member = |group: &Group, report: usize| Member {
        group: name(group.fullest),
        report: name(report),
        reprint: within.get(&report).map(|&fullest| name(fullest)),
    };
    groups.iter().flat_map(|g| g.reports.iter().map(|&r| member(g, r)).collect::<Vec<_>>()).collect()
}
