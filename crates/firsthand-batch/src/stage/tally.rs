//! Which of the pairs share enough to be compared, and which reports are wanted where?

use super::pairs::{HELD, added_up};
use crate::id::Id;
use crate::rows::{Candidate, Near, Wanted};
use crate::work::Desk;
use anyhow::Result;
use firsthand_core::story::copy::apart;
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;

/// Adds up the pairs whose first report is of one bucket.
pub(super) fn run(desk: &mut Desk<'_>) -> Result<()> {
    let (bucket, buckets) = (desk.bucket()?, desk.settings().buckets);
    // A report has more pairs than one: numbers of this task stand for them, a third of the room.
    let (mut numbers, mut ids): (FxHashMap<Id, u32>, Vec<Id>) = Default::default();
    let mut number = |id: Id| {
        *numbers.entry(id).or_insert_with(|| {
            ids.push(id);
            u32::try_from(ids.len() - 1).unwrap_or(u32::MAX)
        })
    };
    let (mut pairs, mut count, mut grown) = (Vec::new(), 0, HELD);
    desk.each("pairs", "pairs", bucket, |pair: Near| {
        count += 1;
        pairs.push((number(pair.one), number(pair.other), pair.weight));
        if pairs.len() > grown {
            added_up(&mut pairs);
            grown = HELD.max(pairs.len() * 2);
        }
        Ok(())
    })?;
    desk.count("pairs", count);
    added_up(&mut pairs);
    let id = |number: u32| ids.get(number as usize).copied();
    let found = pairs.into_iter().filter(|(.., weight)| *weight >= apart::ENOUGH);
    let mut found: Vec<(Id, Id)> = found.filter_map(|(one, other, _)| Some((id(one)?, id(other)?))).collect();
    found.sort_unstable();
    let mut candidates = desk.sheet::<Candidate>("candidates")?;
    let mut wanted: BTreeSet<Id> = BTreeSet::new();
    for (one, other) in found {
        desk.count("candidates", 1);
        candidates.add(0, Candidate { one, other })?;
        if other.bucket(buckets) != bucket {
            wanted.insert(other);
        }
    }
    desk.keep(candidates.close()?);
    desk.count("wanted", wanted.len());
    let mut sheet = desk.sheet::<Wanted>("wanted")?;
    for id in wanted {
        sheet.add(id.bucket(buckets), Wanted { id, to: bucket })?;
    }
    desk.keep(sheet.close()?);
    Ok(())
}
