//! What a report would have done to another to come from it.

use super::reading::Collation;

/// What became of a sentence of the child.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    /// Taken over as it is.
    Kept,
    /// Reworded as in no report before it.
    Reworded,
    /// The parent has another reading of it, a report before it has this one: had from somebody else.
    Missed,
    /// The parent has it not, but a report before it has.
    Lacking,
    /// No report before it has it.
    New,
    /// Left out of the comparison.
    Passed,
}

/// The way from one report to another, sentence by sentence.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Way {
    /// What became of each sentence of the child.
    pub(super) fates: Vec<Fate>,
    /// Sentences left out among those taken over, or before them.
    pub(super) dropped: f64,
    /// Those before them.
    pub(super) lead: f64,
    /// Sentences left out after the last one taken over.
    pub(super) cut: f64,
    /// Times that the order is not that of the parent.
    pub(super) turns: f64,
    /// Sentences reworded by more than a figure or a name.
    pub(super) redone: f64,
}

/// A figure or a name that is another one is so many edits.
const FIGURE: usize = 2;

/// How much of a child has which fate.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Tally {
    pub(super) all: f64,
    pub(super) kept: f64,
    pub(super) reworded: f64,
    pub(super) missed: f64,
    pub(super) lacking: f64,
    pub(super) new: f64,
    /// Part of its words that stand in the parent, reworded or not, 0 to 1.
    pub(super) share: f64,
}

impl Way {
    /// Counts sentences, each as often as `times` says; their words are weighed for the share.
    pub(super) fn tally(&self, weights: &[f64], times: &[f64]) -> Tally {
        let mut out = Tally::default();
        let (mut words, mut shared) = (0.0, 0.0);
        for ((fate, weight), times) in self.fates.iter().zip(weights).zip(times) {
            let slot = match fate {
                Fate::Passed => continue,
                Fate::Kept => &mut out.kept,
                Fate::Reworded => &mut out.reworded,
                Fate::Missed => &mut out.missed,
                Fate::Lacking => &mut out.lacking,
                Fate::New => &mut out.new,
            };
            *slot += times;
            out.all += times;
            words += weight * times;
            if fate.shared() {
                shared += weight * times;
            }
        }
        out.share = shared / f64::max(words, 1.0);
        out
    }

    /// Whether any sentence stands in the parent in some reading.
    pub(super) fn meets(&self) -> bool {
        self.fates.iter().any(|f| f.shared())
    }
}

impl Fate {
    /// Whether the parent has the sentence in some reading.
    pub(super) fn shared(self) -> bool {
        matches!(self, Fate::Kept | Fate::Reworded | Fate::Missed)
    }
}

/// For the sentences of a report, whether a report that is known to be earlier has them.
#[derive(Debug, Clone, Default)]
pub(super) struct Before {
    /// In the same reading.
    pub(super) reading: Vec<bool>,
    /// In any reading.
    pub(super) place: Vec<bool>,
}

impl Before {
    /// `earlier` says of each report whether it is known to be earlier than this one.
    pub(super) fn of(collation: &Collation, child: usize, earlier: &[bool]) -> Before {
        let any = |holders: &[usize]| holders.iter().any(|h| *h != child && earlier[*h]);
        let row = &collation.rows[child];
        Before {
            reading: row.iter().map(|u| any(&collation.held[u.reading])).collect(),
            place: row.iter().map(|u| any(&collation.standing[u.place])).collect(),
        }
    }
    /// Nothing is known.
    pub(super) fn unknown(sentences: usize) -> Before {
        Before { reading: vec![false; sentences], place: vec![false; sentences] }
    }
}

/// Compares a report with one it may come from. Sentences that `passed` marks are left out, as they come from elsewhere.
/// Every sentence of the parent is used once at most, so that what a child has twice needs two parents.
pub(super) fn way(
    collation: &Collation,
    parent: usize,
    child: usize,
    before: &Before,
    passed: &[bool],
) -> Way {
    let (theirs, ours) = (&collation.rows[parent], &collation.rows[child]);
    let mut used = vec![false; theirs.len()];
    let mut from: Vec<Option<usize>> = vec![None; ours.len()];
    let mut fates = vec![Fate::Passed; ours.len()];
    let asked = |n: usize| !passed.get(n).copied().unwrap_or(false);
    // The same reading first, that which follows the last one where there are several.
    let mut next = 0;
    for (n, unit) in ours.iter().enumerate().filter(|(n, _)| asked(*n)) {
        let here = |m: &usize| !used[*m] && theirs[*m].reading == unit.reading;
        let found = (next..theirs.len()).find(here).or_else(|| (0..next.min(theirs.len())).find(here));
        if let Some(m) = found {
            used[m] = true;
            (from[n], fates[n]) = (Some(m), Fate::Kept);
            next = m + 1;
        }
    }
    let mut redone = 0;
    for (n, unit) in ours.iter().enumerate().filter(|(n, _)| asked(*n)) {
        if from[n].is_some() {
            continue;
        }
        let here = (0..theirs.len()).filter(|&m| !used[m] && theirs[m].place == unit.place);
        let nearest = here.map(|m| (collation.edits(theirs[m].reading, unit.reading), m)).min();
        fates[n] = match nearest {
            Some(_) if before.reading[n] => Fate::Missed,
            Some(_) => Fate::Reworded,
            None if before.place[n] => Fate::Lacking,
            None => Fate::New,
        };
        if let Some((cost, m)) = nearest {
            redone += usize::from(cost > FIGURE && fates[n] == Fate::Reworded);
            used[m] = true;
            from[n] = Some(m);
        }
    }
    let lead = used.iter().position(|u| *u).unwrap_or(0) as f64;
    let order: Vec<usize> = from.into_iter().flatten().collect();
    let turns = order.windows(2).filter(|w| w[0] > w[1]).count() as f64;
    let end = used.iter().rposition(|u| *u).map_or(0, |m| m + 1);
    let dropped = used[..end].iter().filter(|u| !**u).count() as f64;
    Way { fates, dropped, lead, cut: (theirs.len() - end) as f64, turns, redone: redone as f64 }
}
