//! Which reports share fingerprints? Every fingerprint of a bucket with the reports that have it.

use crate::id::Id;
use crate::rows::{Near, Print};
use crate::work::Desk;
use anyhow::Result;
use firsthand_core::story::copy::apart;
use std::collections::BTreeSet;

/// So many pairs are held before equal ones are added up.
const HELD: usize = 4 << 20;

/// Pairs the reports of one bucket of fingerprints.
pub(super) fn run(desk: &mut Desk<'_>) -> Result<()> {
    let (bucket, buckets) = (desk.bucket()?, desk.settings().buckets);
    let mut prints: Vec<Print> = desk.rows("prints", "prints", bucket)?;
    desk.count("prints", prints.len());
    prints.sort_by_key(|p| (p.print, p.id));
    let ids: Vec<Id> = prints.iter().map(|p| p.id).collect::<BTreeSet<_>>().into_iter().collect();
    let place = |id: &Id| ids.binary_search(id).map_or(u32::MAX, |n| u32::try_from(n).unwrap_or(u32::MAX));
    let common = desk.settings().common as usize;
    let mut pairs: Vec<(u32, u32, u32)> = Vec::new();
    let mut grown = HELD;
    for same in prints.chunk_by(|a, b| a.print == b.print).filter(|same| same.len() > 1) {
        if same.len() > common {
            desk.count("too common", 1);
            continue;
        }
        let weight = apart::weight(same.len());
        let places: Vec<u32> = same.iter().map(|p| place(&p.id)).collect();
        for (n, &one) in places.iter().enumerate() {
            pairs.extend(places.iter().skip(n + 1).map(|&other| (one, other, weight)));
        }
        if pairs.len() > grown {
            added_up(&mut pairs);
            grown = HELD.max(pairs.len() * 2);
        }
    }
    added_up(&mut pairs);
    desk.count("pairs", pairs.len());
    let mut sheet = desk.sheet::<Near>("pairs")?;
    for (one, other, weight) in pairs {
        let (Some(&one), Some(&other)) = (ids.get(one as usize), ids.get(other as usize)) else { continue };
        sheet.add(one.bucket(buckets), Near { one, other, weight })?;
    }
    desk.keep(sheet.close()?);
    Ok(())
}

/// Makes equal pairs one, with the sum of their weights.
fn added_up(pairs: &mut Vec<(u32, u32, u32)>) {
    pairs.sort_unstable();
    pairs.dedup_by(|gone, kept| {
        let same = (gone.0, gone.1) == (kept.0, kept.1);
        if same {
            kept.2 = kept.2.saturating_add(gone.2);
        }
        same
    });
}
