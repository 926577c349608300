//! Is a report made of several? Where are the seams?
//!
//! A report that is put together runs along one text for a while, then along another. Reports are read as a row of sentences that are
//! copied in order from a parent, each skip and each turn at its cost, with a jump to another parent at the seams: the model that
//! geneticists have for chromosomes as mosaics of others (Li and Stephens 2003).

use super::candidate::Story;
use super::compare::Before;
use super::cost::{self, Credit};
use std::collections::BTreeMap;
use std::ops::Range;

/// Costs of a sentence that is as in the parent, reworded by a figure, reworded by more, and of each word of that, up to twelve.
const KEPT: f64 = 0.1;
const FIGURE: f64 = 1.5;
const REWORDED: f64 = 2.2;
const EDIT: f64 = 0.06;
/// Costs of a sentence that an earlier report has in this reading while the parent has another; that only earlier
/// reports have; that no earlier report has.
const MISSED: f64 = 4.5;
const LACKING: f64 = 4.0;
const NEW: f64 = 3.5;
/// Costs of a skip, of a turn, and of the beginning: where the parent begins, or elsewhere.
const SKIP: f64 = 1.3;
const TURN: f64 = 3.0;
const START: (f64, f64) = (0.7, 2.6);
/// Where the part has nothing of the parent.
const NOTHING: f64 = 99.0;

/// Several parents must explain a report better than one by this (log-odds), *set* with the development half in view: of what then is
/// taken to be made of several nine in ten are.
const BAR: f64 = 8.0;
/// Less where it credits others twice, or two of them: a report that has its text from one source names it once.
const TWICE: f64 = 11.0;
const TWO: f64 = 3.0;
/// A third part must gain this; less where three times others are credited.
const THIRD: f64 = 5.0;
const THRICE: f64 = 4.0;

/// Candidates that are tried, and those of a part that are tried together.
const TRIED: usize = 60;
const TOGETHER: usize = 6;
/// A part has so many sentences at least.
const LEAST: usize = 2;
/// Reports of more sentences are not searched for seams.
const LONG: usize = 120;

/// What is known of a forest, when seams are looked for.
pub(super) struct Draft {
    /// For each report all that is behind it.
    pub(super) behind: Vec<Vec<usize>>,
    /// For each report how many others come from it.
    pub(super) copied: Vec<usize>,
    /// The parent of each.
    pub(super) parent: Vec<Option<usize>>,
}

/// The search in one report.
struct Search<'a> {
    story: &'a Story<'a>,
    draft: &'a Draft,
    child: usize,
    /// Candidates: report, what time and copies cost, and which of the `runs` is its own.
    tried: Vec<(usize, f64, usize)>,
    /// For each text what it costs to have the sentences from one to another from it: by the first, then by how many.
    runs: Vec<Vec<Vec<f64>>>,
}

/// The parts of a report that is made of several, in order; none where it is of one piece.
pub(super) fn parts(story: &Story<'_>, draft: &Draft, child: usize, before: &Before) -> Vec<Range<usize>> {
    let sentences = story.collation.rows[child].len();
    let mentions = story.credits.mentions[child];
    // What is from nobody for all that is known, and credits nobody, is of one piece.
    if !(2 * LEAST..=LONG).contains(&sentences) || draft.parent[child].is_none() && mentions == 0 {
        return Vec::new();
    }
    let search = Search::new(story, draft, child, before);
    let all = 0..sentences;
    if search.tried.len() < 2 {
        return Vec::new();
    }
    let one = search.best(std::slice::from_ref(&all));
    let twice = mentions >= 2;
    let bar =
        BAR - if twice { TWICE } else { 0.0 } - if story.credits.given[child].len() >= 2 { TWO } else { 0.0 };
    if !twice && one < bar {
        return Vec::new(); // Nothing can be gained that is not there.
    }
    let seams = LEAST..sentences + 1 - LEAST;
    let halves = seams.clone().map(|at| vec![0..at, at..sentences]);
    let Some((two, halves)) = cheapest(&search, halves).filter(|(two, _)| one - two > bar) else {
        return Vec::new();
    };
    let seam = halves[0].end;
    let thirds = seams.filter(|at| at.abs_diff(seam) >= LEAST).map(|at| {
        let (a, b) = (at.min(seam), at.max(seam));
        vec![0..a, a..b, b..sentences]
    });
    let bar = THIRD - if mentions >= 3 { THRICE } else { 0.0 };
    cheapest(&search, thirds).filter(|(three, _)| two - three > bar).map_or(halves, |(_, thirds)| thirds)
}

type Parted = (f64, Vec<Range<usize>>);

fn cheapest(search: &Search<'_>, ways: impl Iterator<Item = Vec<Range<usize>>>) -> Option<Parted> {
    ways.map(|parts| (search.best(&parts), parts)).reduce(|a, b| if b.0 < a.0 { b } else { a })
}

impl<'a> Search<'a> {
    fn new(story: &'a Story<'a>, draft: &'a Draft, child: usize, before: &Before) -> Search<'a> {
        let mut found: Vec<(usize, f64, f64)> = Vec::new();
        for parent in (0..draft.behind.len()).filter(|p| *p != child && !draft.behind[*p].contains(&child)) {
            let row = &story.collation.rows[child];
            let shared =
                |u: &&super::reading::Unit| story.collation.standing[u.place].binary_search(&parent).is_ok();
            let share = row.iter().filter(shared).count() as f64 / row.len().max(1) as f64;
            if share > 0.0 {
                let others = draft.copied[parent] - usize::from(draft.parent[child] == Some(parent));
                let cues = cost::part_time(story.clock, story.credits, parent, child) + cost::copied(others);
                found.push((parent, cues, cues - 4.0 * share));
            }
        }
        found.sort_by(|a, b| a.2.total_cmp(&b.2).then(a.0.cmp(&b.0)));
        found.truncate(TRIED);
        let mut texts: BTreeMap<Vec<usize>, usize> = BTreeMap::new();
        let mut runs = Vec::new();
        let mut tried = Vec::new();
        for (parent, cues, _) in found {
            let text: Vec<usize> = story.collation.rows[parent].iter().map(|u| u.reading).collect();
            let run = *texts.entry(text).or_insert_with(|| {
                runs.push(runs_of(story, parent, child, before));
                runs.len() - 1
            });
            tried.push((parent, cues, run));
        }
        Search { story, draft, child, tried, runs }
    }

    /// What it costs to have each part from another report, at the least.
    fn best(&self, parts: &[Range<usize>]) -> f64 {
        let cheap = |part: &Range<usize>| {
            let cost = |(parent, cues, run): &(usize, f64, usize)| {
                (*parent, cues + self.runs[*run][part.start][part.len() - 1])
            };
            let mut all: Vec<(usize, f64)> = self.tried.iter().map(cost).collect();
            all.sort_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0)));
            all.truncate(TOGETHER);
            all
        };
        let choices: Vec<Vec<(usize, f64)>> = parts.iter().map(cheap).collect();
        let mut least = f64::INFINITY;
        self.combine(&choices, &mut Vec::new(), 0.0, &mut least);
        least
    }

    fn combine(&self, choices: &[Vec<(usize, f64)>], taken: &mut Vec<usize>, cost: f64, least: &mut f64) {
        let Some(here) = choices.get(taken.len()) else {
            *least = least.min(cost + self.credit(taken));
            return;
        };
        for &(parent, more) in here {
            if !taken.contains(&parent) {
                taken.push(parent);
                self.combine(choices, taken, cost + more, least);
                taken.pop();
            }
        }
    }

    /// What the credits of the report cost if it is from these.
    fn credit(&self, parents: &[usize]) -> f64 {
        let credits = self.story.credits;
        let is = |report: usize, name: usize| credits.outlet[report] == Some(name);
        let one = |name: &usize| {
            let told = |p: &usize| {
                credits.given[*p].binary_search(name).is_ok()
                    || self.draft.behind[*p].iter().any(|b| is(*b, *name))
            };
            cost::credit(match () {
                () if parents.iter().any(|p| is(*p, *name)) => Credit::Parent,
                () if parents.iter().any(told) => Credit::Told,
                () => Credit::Nowhere,
            })
        };
        credits.given[self.child].iter().map(one).sum()
    }
}

/// What it costs to have sentences of a child from a parent: from each of them on, by how many they are.
fn runs_of(story: &Story<'_>, parent: usize, child: usize, before: &Before) -> Vec<Vec<f64>> {
    let (theirs, ours) = (&story.collation.rows[parent], &story.collation.rows[child]);
    let from = |start: usize| {
        let mut used = vec![false; theirs.len()];
        let mut last: Option<usize> = None;
        let mut cost = 0.0;
        let one = |(n, unit): (usize, &super::reading::Unit)| {
            let n = start + n;
            let next = last.map_or(0, |l| l + 1);
            let same = |m: &usize| !used[*m] && theirs[*m].reading == unit.reading;
            let kept = (next..theirs.len()).find(same).or_else(|| (0..next.min(theirs.len())).find(same));
            let alike = (0..theirs.len()).filter(|m| !used[*m] && theirs[*m].place == unit.place);
            let found = match kept {
                Some(m) => {
                    cost += KEPT;
                    Some(m)
                }
                None => {
                    let edits = |m: usize| (story.collation.edits(theirs[m].reading, unit.reading), m);
                    let nearest = alike.map(edits).min();
                    cost += match nearest {
                        Some(_) if before.reading[n] => MISSED,
                        Some((edits, _)) if edits <= 2 => FIGURE + EDIT * edits as f64,
                        Some((edits, _)) => REWORDED + EDIT * edits.min(12) as f64,
                        None if before.place[n] => LACKING,
                        None => NEW,
                    };
                    nearest.map(|(_, m)| m)
                }
            };
            if let Some(m) = found {
                used[m] = true;
                cost += match last {
                    None if m == 0 => START.0,
                    None => START.1,
                    Some(l) if m < l => TURN,
                    Some(l) if m > l + 1 => SKIP,
                    Some(_) => 0.0,
                };
                last = Some(m);
            }
            if last.is_some() { cost } else { NOTHING }
        };
        ours[start..].iter().enumerate().map(one).collect::<Vec<f64>>()
    };
    (0..ours.len()).map(from).collect()
}
