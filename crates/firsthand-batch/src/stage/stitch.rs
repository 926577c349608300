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
use anyhow::{Result, ensure};
use jiff::civil::Date;
use jiff::{Span, ToSpan};
use std::collections::BTreeMap;

/// A story of a window: which window, which of its stories.
type Part = (u32, u32);

/// A report of a story.
#[derive(Debug, Clone)]
struct Placed {
    day: Option<i32>,
    location: String,
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
    let mut placed: BTreeMap<Id, (Part, Placed)> = BTreeMap::new();
    let mut guests: BTreeMap<Id, f64> = BTreeMap::new();
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
            let is_guest = day.is_none();
            if is_guest && guests.get(&id).is_some_and(|best| *best >= strength) {
                continue;
            }
            let before =
                placed.insert(id, ((window, story), Placed { day, location, id, nearest, score, kin }));
            ensure!(before.is_none() || is_guest && guests.contains_key(&id), "{id}: is in two stories");
            if is_guest {
                guests.insert(id, strength);
            }
        }
    }
    desk.count("members", placed.len());
    let mut stories: BTreeMap<Id, Vec<Placed>> = BTreeMap::new();
    for (of, row) in placed.into_values() {
        let of = part(of);
        stories.entry(links.root(of).unwrap_or(of)).or_default().push(row);
    }
    let stories: Vec<Vec<Placed>> = stories.into_values().map(in_order).collect();
    write(desk, &stories)
}

/// A part as a member of sets.
fn part((window, story): Part) -> Id {
    Id(((u128::from(window) << 32) | u128::from(story)).to_be_bytes())
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

/// The reports of a story, the first of them first.
fn in_order(mut reports: Vec<Placed>) -> Vec<Placed> {
    reports.sort_by(|a, b| (a.day, &a.location).cmp(&(b.day, &b.location)));
    reports
}

fn write(desk: &mut Desk<'_>, stories: &[Vec<Placed>]) -> Result<()> {
    let name = |reports: &[Placed]| reports.first().map(|r| r.id).unwrap_or_default();
    let of: BTreeMap<Id, Id> =
        stories.iter().flat_map(|s| s.iter().map(|r| (r.id, name(s))).collect::<Vec<_>>()).collect();
    let mut order: Vec<&Vec<Placed>> = stories.iter().collect();
    order.sort_by_key(|s| name(s));
    let (mut tables, mut members) = (desk.table::<Story>("stories")?, desk.table::<Joining>("members")?);
    let (mut asked, mut joined) = (desk.sheet::<Asked>("asked")?, desk.sheet::<Joined>("joined")?);
    let (buckets, least, most) = (desk.settings().buckets, desk.settings().least, desk.settings().most);
    for reports in order {
        let story = name(reports);
        desk.count("stories", 1);
        // The first of its reports that is near to a story of the same affair.
        let kin = reports.iter().filter_map(|r| of.get(&r.kin)).find(|kin| **kin != story);
        tables.add(0, row(story, reports, kin.copied()))?;
        let wanted = u32::try_from(reports.len()).is_ok_and(|n| n >= least.max(1));
        for (n, report) in reports.iter().enumerate() {
            let within = report.nearest != report.id && of.get(&report.nearest) == Some(&story);
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

fn row(story: Id, reports: &[Placed], related: Option<Id>) -> Story {
    let days = || reports.iter().filter_map(|r| r.day);
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
