//! Which reports share fingerprints? Every fingerprint of a bucket with the reports that have it.

use crate::id::Id;
use crate::rows::{Near, Print};
use crate::table::Sheet;
use crate::work::Desk;
use anyhow::Result;
use firsthand_core::story::copy::apart;
use std::collections::BTreeSet;

/// So many pairs are held before equal ones are added up; if that does not help they are written.
pub(super) const HELD: usize = 4 << 20;
/// Of more reports with the very same text the first by number stands for all: the others are compared with it and with no
/// other report. All pairs of so many are 4,950; of 5,000 they would be 12 million.
pub(super) const TWINS: usize = 100;

/// Pairs that are held.
struct Held<'i> {
    pairs: Vec<(u32, u32, u32)>,
    ids: &'i [Id],
    buckets: u32,
    sheet: Sheet<Near>,
    written: usize,
}

/// Pairs the reports of one bucket of fingerprints.
pub(super) fn run(desk: &mut Desk<'_>) -> Result<()> {
    let (bucket, buckets) = (desk.bucket()?, desk.settings().buckets);
    let mut prints: Vec<Print> = desk.rows("prints", "prints", bucket)?;
    desk.count("prints", prints.len());
    prints.sort_unstable_by_key(|p| (p.print, p.whole, p.id));
    let ids: Vec<Id> = prints.iter().map(|p| p.id).collect::<BTreeSet<_>>().into_iter().collect();
    let place =
        |p: &Print| ids.binary_search(&p.id).map_or(u32::MAX, |n| u32::try_from(n).unwrap_or(u32::MAX));
    let common = desk.settings().common as usize;
    let mut held =
        Held { pairs: Vec::new(), ids: &ids, buckets, sheet: desk.sheet::<Near>("pairs")?, written: 0 };
    for same in prints.chunk_by(|a, b| a.print == b.print).filter(|same| same.len() > 1) {
        let mut places: Vec<u32> = Vec::with_capacity(same.len());
        for text in same.chunk_by(|a, b| a.whole == b.whole) {
            if text.len() <= TWINS {
                places.extend(text.iter().map(place));
                continue;
            }
            let Some((first, others)) = text.split_first() else { continue };
            places.push(place(first));
            for other in others {
                held.add((place(first), place(other), apart::ENOUGH))?;
            }
        }
        if places.len() > common {
            desk.count("too common", 1);
            continue;
        }
        places.sort_unstable();
        let weight = apart::weight(places.len());
        for (n, &one) in places.iter().enumerate() {
            for &other in places.iter().skip(n + 1) {
                held.add((one, other, weight))?;
            }
        }
    }
    held.write()?;
    desk.count("pairs", held.written);
    desk.keep(held.sheet.close()?);
    Ok(())
}

impl Held<'_> {
    fn add(&mut self, pair: (u32, u32, u32)) -> Result<()> {
        self.pairs.push(pair);
        if self.pairs.len() < HELD {
            return Ok(());
        }
        added_up(&mut self.pairs);
        // Who reads them adds up what was written apart.
        if self.pairs.len() > HELD / 2 { self.write() } else { Ok(()) }
    }

    fn write(&mut self) -> Result<()> {
        added_up(&mut self.pairs);
        for (one, other, weight) in std::mem::take(&mut self.pairs) {
            let (Some(&one), Some(&other)) = (self.ids.get(one as usize), self.ids.get(other as usize))
            else {
                continue;
            };
            self.written += 1;
            self.sheet.add(one.bucket(self.buckets), Near { one, other, weight })?;
        }
        Ok(())
    }
}

/// Makes equal pairs one, with the sum of their weights.
pub(super) fn added_up(pairs: &mut Vec<(u32, u32, u32)>) {
    pairs.sort_unstable();
    pairs.dedup_by(|gone, kept| {
        let same = (gone.0, gone.1) == (kept.0, kept.1);
        if same {
            kept.2 = kept.2.saturating_add(gone.2);
        }
        same
    });
}
