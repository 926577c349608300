//! The stories of one window, by the rules of `firsthand read` (`story::group_sketches`).

use super::fold::UNDATED;
use crate::calendar::Window;
use crate::id::Id;
use crate::rows::{Dated, Seen};
use crate::work::Desk;
use crate::{progress, table, texts};
use anyhow::{Context, Result};
use firsthand_core::story::{Rules, Sketch, Story, group_sketches};
use firsthand_text::report::Report;
use rustc_hash::FxHashMap;

/// Groups the reports of one window.
pub(super) fn run(desk: &mut Desk<'_>) -> Result<()> {
    let window: Window = serde_json::from_str(&desk.task.input).context("is no window")?;
    let mut held = held(desk, &window)?;
    // The order of `story::group`: it decides between equals.
    held.sort_by(|a, b| (a.1.day, &a.0.location).cmp(&(b.1.day, &b.0.location)));
    let empty = Report::default();
    let reports: Vec<(&Report, &Sketch)> = held.iter().map(|(_, sketch)| (&empty, sketch)).collect();
    let stories = group_sketches(&reports, &Rules::default());
    desk.count("stories", stories.len());
    let mut sheet = desk.sheet::<Seen>("seen")?;
    let id = |n: usize| held.get(n).map(|(row, _)| row.id).unwrap_or_default();
    for (number, story) in (0u32..).zip(&stories) {
        let ties = ties(story);
        for &n in &story.reports {
            let Some((row, _)) = held.get(n) else { continue };
            let own = row.day.is_some_and(|d| window.own_from <= d && d <= window.own_to);
            desk.count("seen", 1);
            desk.count("own", usize::from(own));
            progress::METER.record(1);
            sheet.add(0, seen(row, (number, n), own, (story, &ties), &id))?;
        }
    }
    desk.keep(sheet.close()?);
    Ok(())
}

/// The reports of the window with their sketches.
fn held(desk: &Desk<'_>, window: &Window) -> Result<Vec<(Dated, Sketch)>> {
    let days = window.from..=window.to;
    let mut buckets: Vec<u32> = days.filter_map(|d| u32::try_from(d).ok()).collect();
    if window.undated {
        buckets.push(UNDATED);
    }
    let mut out = Vec::new();
    for file in desk.files("fold", "dated")? {
        table::each_of(&file, Some(&buckets), |mut row: Dated| {
            let sketch =
                texts::sketch(&row.sketch).with_context(|| format!("{}: its sketch is none", row.id))?;
            row.sketch = Vec::new();
            out.push((row, sketch));
            Ok(())
        })?;
    }
    Ok(out)
}

/// How a report hangs in its story.
#[derive(Debug, Clone, Copy, Default)]
struct Tie {
    /// The report it joined by, and how near.
    joined: Option<(usize, f64)>,
    /// How near it is to any report that it joined or that joined by it.
    strength: f64,
}

/// The ties of the reports of a story.
fn ties(of: &Story) -> FxHashMap<usize, Tie> {
    let mut ties: FxHashMap<usize, Tie> = FxHashMap::default();
    for join in &of.joins {
        ties.entry(join.report).or_default().joined = Some((join.nearest, join.score));
        for end in [join.report, join.nearest] {
            let tie = ties.entry(end).or_default();
            tie.strength = join.score.max(tie.strength);
        }
    }
    ties
}

fn seen(
    row: &Dated,
    (story, at): (u32, usize),
    own: bool,
    (of, ties): (&Story, &FxHashMap<usize, Tie>),
    id: &dyn Fn(usize) -> Id,
) -> Seen {
    let tie = ties.get(&at).copied().unwrap_or_default();
    let kin = of.related.filter(|kin| kin.report == at);
    Seen {
        id: row.id,
        location: row.location.clone(),
        story,
        place: u32::try_from(at).unwrap_or(u32::MAX),
        day: row.day,
        own,
        nearest: tie.joined.map_or(row.id, |(nearest, _)| id(nearest)),
        score: tie.joined.map_or(0.0, |(_, score)| score),
        strength: tie.strength,
        kin: kin.map_or(row.id, |k| id(k.nearest)),
        kin_score: kin.map_or(0.0, |k| k.score),
    }
}
