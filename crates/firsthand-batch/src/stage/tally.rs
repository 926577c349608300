//! Which of the pairs share enough to be compared, and which reports are wanted where?

use crate::id::Id;
use crate::rows::{Candidate, Near, Wanted};
use crate::work::Desk;
use anyhow::Result;
use firsthand_core::story::copy::apart;
use std::collections::BTreeSet;

/// Adds up the pairs whose first report is of one bucket.
pub(super) fn run(desk: &mut Desk<'_>) -> Result<()> {
    let (bucket, buckets) = (desk.bucket()?, desk.settings().buckets);
    let mut pairs: Vec<Near> = desk.rows("pairs", "pairs", bucket)?;
    desk.count("pairs", pairs.len());
    pairs.sort_by_key(|p| (p.one, p.other));
    let mut candidates = desk.sheet::<Candidate>("candidates")?;
    let mut wanted: BTreeSet<Id> = BTreeSet::new();
    for same in pairs.chunk_by(|a, b| (a.one, a.other) == (b.one, b.other)) {
        let weight = same.iter().fold(0u32, |sum, pair| sum.saturating_add(pair.weight));
        let Some(pair) = same.first().filter(|_| weight >= apart::ENOUGH) else { continue };
        desk.count("candidates", 1);
        candidates.add(0, Candidate { one: pair.one, other: pair.other })?;
        if pair.other.bucket(buckets) != bucket {
            wanted.insert(pair.other);
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
