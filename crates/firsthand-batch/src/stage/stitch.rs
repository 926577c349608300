//! The stories of all windows made one set of stories. One task for all.
//!
//! A report is in the story that the window decides on which its day belongs to. Two stories of windows that follow each other
//! are one if of the reports of the overlap that are in either, more than half are in both: so each has one partner at most,
//! and no chain of single reports makes one story of many. A report without any day was a guest of every window: it is in the
//! story where it is nearest to another report.

use super::columns::small;
use crate::depot::Entry;
use crate::id::Id;
use crate::rows::{Asked, Joined, Seen};
use crate::tables::{Joining, Story};
use crate::work::Desk;
use crate::{table, union::Union};
use anyhow::{Result, bail};
use jiff::civil::Date;
use jiff::{Span, ToSpan};
use std::collections::BTreeMap;

/// A story of a window: which window, which of its stories.
type Part = (u32, u32);

/// A report of a story.
#[derive(Debug, Clone)]
struct Placed {
    day: Option<i32>,
    location: Box<str>,
    id: Id,
    nearest: Id,
    score: f64,
    kin: Id,
}

/// Stitches all windows.
pub(super) fn run(desk: &mut Desk<'_>) -> Result<()> {
    let files = desk.files("windows", "seen")?;
    let mut links = Union::default();
    let mut before: BTreeMap<Id, u32> = BTreeMap::new();
    let mut placed: Vec<(Part, Placed)> = Vec::new();
    let mut guests: BTreeMap<Id, (f64, Part, Placed)> = BTreeMap::new();
    for (window, file) in (0u32..).zip(&files) {
        let seen = seen(file)?;
        let now: BTreeMap<Id, u32> =
            seen.iter().filter(|s| s.day.is_some()).map(|s| (s.id, s.story)).collect();
        for (one, other) in partners(&before, &now) {
            links.join(part((window - 1, one)), part((window, other)));
        }
        before = now;
        for row in seen.into_iter().filter(|row| row.own || row.day.is_none()) {
            let Seen { id, location, day, nearest, score, kin, story, strength, .. } = row;
            let row = Placed { day, location: location.into(), id, nearest, score, kin };
            if day.is_some() {
                placed.push(((window, story), row));
            } else if guests.get(&id).is_none_or(|best| best.0 < strength) {
                guests.insert(id, (strength, (window, story), row));
            }
        }
    }
    placed.extend(guests.into_values().map(|(_, part, row)| (part, row)));
    placed.sort_unstable_by_key(|(_, row)| row.id);
    if let Some(twice) = placed.windows(2).find(|w| matches!(w, [(_, a), (_, b)] if a.id == b.id)) {
        bail!("{}: is in two stories", twice.first().map(|(_, row)| row.id).unwrap_or_default());
    }
    desk.count("members", placed.len());
    for (of, _) in &mut placed {
        let root = links.root(part(*of)).map(apart);
        *of = root.unwrap_or(*of);
    }
    // The reports of a story, the first of them first.
    placed.sort_unstable_by(|(of, a), (other, b)| {
        (of, a.day, &a.location, a.id).cmp(&(other, b.day, &b.location, b.id))
    });
    write(desk, &placed)
}

/// A part as a member of sets.
fn part((window, story): Part) -> Id {
    Id(((u128::from(window) << 32) | u128::from(story)).to_be_bytes())
}

/// The part that a member of sets is.
fn apart(Id(bytes): Id) -> Part {
    let number = u128::from_be_bytes(bytes);
    let low = |n: u128| u32::try_from(n & u128::from(u32::MAX)).unwrap_or(u32::MAX);
    (low(number >> 32), low(number))
}

fn seen(file: &Entry) -> Result<Vec<Seen>> {
    table::all(file)
}

/// Stories of one window and the next that are one.
fn partners(before: &BTreeMap<Id, u32>, now: &BTreeMap<Id, u32>) -> Vec<(u32, u32)> {
    let mut both: BTreeMap<(u32, u32), usize> = BTreeMap::new();
    let (mut ones, mut others): (BTreeMap<u32, usize>, BTreeMap<u32, usize>) = Default::default();
    for (one, other) in before.iter().filter_map(|(id, one)| Some((*one, *now.get(id)?))) {
        *both.entry((one, other)).or_default() += 1;
        *ones.entry(one).or_default() += 1;
        *others.entry(other).or_default() += 1;
    }
    let is_one = |((one, other), shared): &(&(u32, u32), &usize)| {
        let all = ones.get(one).unwrap_or(&0) + others.get(other).unwrap_or(&0) - **shared;
        **shared * 2 > all
    };
    both.iter().filter(is_one).map(|(pair, _)| *pair).collect()
}

fn write(desk: &mut Desk<'_>, placed: &[(Part, Placed)]) -> Result<()> {
    let name = |reports: &[(Part, Placed)]| reports.first().map(|(_, r)| r.id).unwrap_or_default();
    let mut order: Vec<&[(Part, Placed)]> = placed.chunk_by(|a, b| a.0 == b.0).collect();
    let named = |s: &&[(Part, Placed)]| s.iter().map(|(_, r)| (r.id, name(s))).collect::<Vec<_>>();
    let mut of: Vec<(Id, Id)> = Vec::with_capacity(placed.len());
    order.iter().for_each(|story| of.extend(named(story)));
    of.sort_unstable();
    let story_of =
        |id: &Id| of.binary_search_by_key(id, |(id, _)| *id).ok().and_then(|n| of.get(n)).map(|(_, s)| *s);
    order.sort_by_key(|s| name(s));
    let (mut tables, mut members) = (desk.table::<Story>("stories")?, desk.table::<Joining>("members")?);
    let (mut asked, mut joined) = (desk.sheet::<Asked>("asked")?, desk.sheet::<Joined>("joined")?);
    let (buckets, least, most) = (desk.settings().buckets, desk.settings().least, desk.settings().most);
    for reports in order {
        let story = name(reports);
        desk.count("stories", 1);
        // The first of its reports that is near to a story of the same affair.
        let kin = reports.iter().filter_map(|(_, r)| story_of(&r.kin)).find(|kin| *kin != story);
        tables.add(0, row(story, reports, kin))?;
        let wanted = u32::try_from(reports.len()).is_ok_and(|n| n >= least.max(1));
        for (n, (_, report)) in reports.iter().enumerate() {
            let within = report.nearest != report.id && story_of(&report.nearest) == Some(story);
            members.add(0, joining(story, report, within))?;
            if wanted && n < most as usize {
                desk.count("asked", 1);
                asked.add(report.id.bucket(buckets), Asked { id: report.id, story })?;
                let nearest = if within { report.nearest } else { report.id };
                let count = u32::try_from(reports.len()).unwrap_or(u32::MAX);
                let row = Joined { story, id: report.id, nearest, score: report.score, reports: count };
                joined.add(story.bucket(buckets), row)?;
            }
        }
        if wanted {
            desk.count("accounts", 1);
            if reports.len() > most as usize {
                let message = format!("{} reports, the first {most} of them were compared", reports.len());
                desk.note(&story.to_string(), "bounded", message);
            }
        }
    }
    for piece in [tables.close()?, members.close()?, asked.close()?, joined.close()?] {
        desk.keep(piece);
    }
    Ok(())
}

fn row(story: Id, reports: &[(Part, Placed)], related: Option<Id>) -> Story {
    let days = || reports.iter().filter_map(|(_, r)| r.day);
    Story {
        story: story.to_string(),
        reports: small(reports.len()),
        first_day: days().min().and_then(date),
        last_day: days().max().and_then(date),
        related: related.map(|r| r.to_string()),
    }
}

fn joining(story: Id, report: &Placed, within: bool) -> Joining {
    Joining {
        story: story.to_string(),
        report: report.id.to_string(),
        nearest: within.then(|| report.nearest.to_string()),
        score: within.then_some(report.score),
    }
}

/// A day as it is written.
fn date(day: i32) -> Option<String> {
    let span: Span = day.days();
    Date::ZERO.checked_add(span).ok().map(|d| d.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_stories_are_one_if_most_of_what_both_could_have_is_shared() {
        let side = |of: &[(u8, u32)]| of.iter().map(|(n, s)| (Id([*n; 16]), *s)).collect::<BTreeMap<_, _>>();
        // Report 9 is outside the overlap.
        let before = side(&[(1, 0), (2, 0), (3, 0), (4, 1), (9, 1)]);
        assert_eq!(partners(&before, &side(&[(1, 5), (2, 5), (3, 6), (4, 6)])), [(0, 5)]);
        assert_eq!(partners(&before, &side(&[(1, 5), (2, 5), (3, 5), (4, 5)])), [(0, 5)]);
        assert_eq!(partners(&before, &side(&[(1, 5), (2, 6), (3, 7), (4, 8)])), [(1, 8)]);
        assert_eq!(partners(&before, &side(&[(7, 0)])), []);
    }

    #[test]
    fn days_are_written_as_dates() {
        let day = firsthand_core::story::days(jiff::civil::date(2031, 3, 5));
        assert_eq!(date(day).as_deref(), Some("2031-03-05"));
    }
}
