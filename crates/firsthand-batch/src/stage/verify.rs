//! Every pair compared in full, by the function that compares them everywhere.

use super::columns::whole;
use super::flags;
use crate::id::Id;
use crate::rows::{Candidate, Flags, Prose};
use crate::tables::Copy;
use crate::work::Desk;
use anyhow::{Context, Result};
use firsthand_core::story::copy::Pair;
use firsthand_core::story::copy::apart::{Facing, Table, Text};
use firsthand_text::{Offsets, Span};
use std::collections::{BTreeMap, BTreeSet};

/// A report of a pair.
struct Held {
    prose: Prose,
    text: Text,
}

/// Compares the pairs whose first report is of one bucket.
pub(super) fn run(desk: &mut Desk<'_>) -> Result<()> {
    let bucket = desk.bucket()?;
    let candidates: Vec<Candidate> = desk.own("tally", "candidates", bucket)?;
    let held = if candidates.is_empty() { BTreeMap::new() } else { held(desk, bucket, &candidates)? };
    let mut sheet = desk.table::<Copy>("copies")?;
    let get = |id: &Id| held.get(id).with_context(|| format!("{id}: a report that is compared is missing"));
    let mut ordered: Vec<(&Held, &Held)> = Vec::with_capacity(candidates.len());
    for Candidate { one, other } in &candidates {
        let (one, other) = (get(one)?, get(other)?);
        // Of two reports the first by location is the first of the pair.
        let place = |h: &'_ Held| (h.prose.location.clone(), h.prose.id);
        ordered.push(if place(one) <= place(other) { (one, other) } else { (other, one) });
    }
    ordered.sort_by_key(|(one, other)| (one.prose.id, other.prose.id));
    for same in ordered.chunk_by(|a, b| a.0.prose.id == b.0.prose.id) {
        let Some((one, _)) = same.first() else { continue };
        let mut facing = Facing::new(&one.text);
        for (_, other) in same {
            desk.count("compared", 1);
            if let Some(pair) = facing.pair(&other.text) {
                desk.count("copies", 1);
                sheet.add(0, row(&one.prose, &other.prose, &pair))?;
            }
        }
    }
    desk.keep(sheet.close()?);
    Ok(())
}

/// The reports that are compared, those of the bucket and those that were lent.
fn held(desk: &Desk<'_>, bucket: u32, candidates: &[Candidate]) -> Result<BTreeMap<Id, Held>> {
    let needed: BTreeSet<Id> = candidates.iter().flat_map(|c| [c.one, c.other]).collect();
    let flags = flags::of(desk, bucket)?;
    let mut table = Table::default();
    let mut hold = |prose: Prose, flags: &[bool]| {
        let text = Text::of(&prose.annotated(), flags, &mut table);
        (prose.id, Held { prose, text })
    };
    let mut held = BTreeMap::new();
    for prose in desk.own::<Prose>("fold", "texts", bucket)? {
        if needed.contains(&prose.id) {
            let flags = flags::bools(flags.get(&prose.id));
            held.extend([hold(prose, &flags)]);
        }
    }
    for (prose, flags) in desk.rows::<(Prose, Flags)>("lend", "lent", bucket)? {
        held.extend([hold(prose, &flags::bools(Some(&flags.flags)))]);
    }
    Ok(held)
}

fn row(one: &Prose, other: &Prose, pair: &Pair) -> Copy {
    let shared = &pair.shared;
    let ((part_first, part_second), (outside_first, outside_second)) =
        (shared.parts(), shared.parts_outside());
    Copy {
        first: one.id.to_string(),
        second: other.id.to_string(),
        first_location: one.location.clone(),
        second_location: other.location.clone(),
        label: pair.label.words().to_owned(),
        part_first,
        part_second,
        outside_first,
        outside_second,
        runs: whole(shared.grams),
        runs_outside: whole(shared.outside),
        runs_first: whole(shared.of.0),
        runs_second: whole(shared.of.1),
        longest: whole(shared.run),
        passages: passages(one, other, pair),
    }
}

/// The passages in characters of the bodies.
fn passages(one: &Prose, other: &Prose, pair: &Pair) -> Vec<i64> {
    let body = |prose: &Prose| {
        let report = prose.annotated().report;
        (Offsets::new(report.body()), report.body.start)
    };
    let (first, second) = (body(one), body(other));
    let cut = |(offsets, start): &(Offsets, usize), span: Span| {
        [span.start, span.end].map(|at| whole(offsets.scalar(at.saturating_sub(*start))))
    };
    pair.passages.iter().flat_map(|p| [cut(&first, p.0), cut(&second, p.1)]).flatten().collect()
}
