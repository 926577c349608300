//! What it costs to say that one report comes from another: the less, the likelier.
//!
//! Costs are negative log-odds, so that they add up. They were fitted as a conditional logit (McFadden 1974: of all reports of a
//! story, which is the parent?) on the development half of a set of made stories with known parents, which cues to keep being
//! judged by five folds of whole stories, and rounded. Those marked *set* were then moved by hand with the figures of that half in
//! view, or follow from what news agencies do where it holds too few cases. The fit is no part of the lab; a change here is
//! judged by `firsthand-lab measure --only lineage`.

use super::compare::{Tally, Way};
use super::witness::{Credits, Witness};

/// Of the part of the sentences taken over as they are (fitted 3.3, *set* higher, as is the next).
const KEPT: f64 = -6.5;
/// Of the part of the words that do not stand in the parent.
const UNSHARED: f64 = 3.2;
/// Of the part of the sentences that are reworded, and of each word of those that is not the same.
const REWORDED: f64 = -5.5;
const EDIT: f64 = 0.02;
/// Where an earlier report has a reading that the parent lacks (fitted 1.6, *set* higher: nobody mends a text back to what it
/// was, which is the common-error principle of Lachmann).
const MISSED: f64 = 3.0;
/// Where an earlier report has a sentence that the parent lacks.
const LACKING: f64 = 0.75;
/// Where sentences were left out among others, and for each.
const DROPPED: (f64, f64) = (1.4, 0.16);
/// Of the logarithm of the sentences cut from the end: that is where editors cut (the inverted pyramid).
const CUT: f64 = 0.65;
/// Of each change in the order.
const TURN: f64 = 0.6;
/// Where it is earlier than its parent; less where by long, for clocks are wrong by hours rather than by minutes.
const EARLIER: (f64, f64) = (5.3, -0.3);
/// Of the logarithm of the minutes since the parent, and of the reports between: what is new is copied.
const LATER: (f64, f64) = (0.3, 0.16);
/// Where one of the times is unknown, or both are the same (fitted 2.1, *set*).
const UNDATED: f64 = 2.5;
/// Where it credits the parent's outlet.
const CREDITED: f64 = -1.35;
/// Where the parent credits the child's outlet.
const REVERSED: f64 = 3.2;
/// Of the logarithm of how many reports credit the parent's outlet.
const SOURCE: f64 = -0.5;
/// Of each outlet it credits that is not behind the parent.
const UNEXPLAINED: f64 = 2.3;
/// Of each that is behind the parent, though the parent does not say so.
const EXPLAINED: f64 = 0.4;
/// Where both are of one outlet: updates.
const UPDATE: f64 = -1.8;
/// Where of one outlet the parent has more, or the child has more: updates grow.
const SHRINKS: f64 = 0.6;
const GROWS: f64 = -0.6;
/// Where of one outlet the child is earlier: updates keep the first date (*set*).
const REDATED: f64 = 1.0;

/// What it costs to come from nobody (fitted 1.5 beside lower rewards for what is kept, *set*).
const ROOT: f64 = 1.0;
/// Where it credits another outlet of the story.
const ROOT_CREDITS: f64 = 4.2;
/// Of the logarithm of how many credit it.
const ROOT_SOURCE: f64 = -1.8;
/// Of the part of the others that are earlier.
const ROOT_LATE: f64 = 0.9;
/// Of the part of its sentences that an earlier report has (fitted 2.8, *set* higher).
const ROOT_HAD: f64 = 5.8;
/// Where another report of its outlet is an earlier version of it (*set*).
const ROOT_AGAIN: f64 = 6.0;

/// When reports came out.
#[derive(Debug, Default)]
pub(super) struct Clock {
    minutes: Vec<Option<i64>>,
    exact: Vec<i64>,
    sorted: Vec<i64>,
}

impl Clock {
    pub(super) fn of(witnesses: &[Witness]) -> Clock {
        let minutes: Vec<Option<i64>> = witnesses.iter().map(|w| w.minute).collect();
        let mut sorted: Vec<i64> = minutes.iter().copied().flatten().collect();
        sorted.sort_unstable();
        Clock { minutes, exact: witnesses.iter().map(|w| w.exact.max(1)).collect(), sorted }
    }

    /// Takes a report to be no later than another.
    pub(super) fn no_later(&mut self, report: usize, than: usize) {
        let Some(bound) = self.minutes[than] else { return };
        if self.minutes[report].is_none_or(|m| m >= bound) {
            self.minutes[report] = Some(bound - self.exact[than]);
        }
    }

    /// Minutes from one report to the other, where that is known and not nothing.
    pub(super) fn lag(&self, from: usize, to: usize) -> Option<i64> {
        let lag = self.minutes[to]? - self.minutes[from]?;
        (lag.abs() >= self.exact[from].max(self.exact[to])).then_some(lag)
    }

    /// How many reports came out between the two.
    pub(super) fn between(&self, from: usize, to: usize) -> usize {
        let (Some(a), Some(b)) = (self.minutes[from], self.minutes[to]) else { return 0 };
        let upto = |m: i64| self.sorted.partition_point(|x| *x < m);
        upto(b).saturating_sub(upto(a.saturating_add(1)))
    }
}

/// The costs that hang on what became of the sentences.
pub(super) fn text(way: &Way, tally: &Tally) -> f64 {
    let flag = |n: f64, cost: f64| if n > 0.0 { cost } else { 0.0 };
    KEPT * tally.kept / tally.all.max(1.0)
        + UNSHARED * (1.0 - tally.share)
        + REWORDED * tally.reworded / tally.all.max(1.0)
        + EDIT * way.edits
        + flag(tally.missed, MISSED)
        + flag(tally.lacking, LACKING)
        + flag(way.dropped, DROPPED.0)
        + DROPPED.1 * way.dropped
        + CUT * (1.0 + way.cut).ln()
        + TURN * way.turns
}

/// The costs of time, and of the outlets where both are of one.
pub(super) fn time(
    clock: &Clock,
    credits: &Credits,
    way: &Way,
    tally: &Tally,
    parent: usize,
    child: usize,
) -> f64 {
    let lag = clock.lag(parent, child);
    let later = |lag: i64| {
        LATER.0 * (1.0 + lag as f64).ln() + LATER.1 * (1.0 + clock.between(parent, child) as f64).ln()
    };
    if !credits.one_outlet(parent, child) {
        return match lag {
            None => UNDATED,
            Some(lag) if lag < 0 => EARLIER.0 + EARLIER.1 * (1.0 - lag as f64).ln(),
            Some(lag) => later(lag),
        };
    }
    let (more, less) = (tally.new + tally.lacking > 0.0, way.dropped + way.cut > 0.0);
    let grown = match (more, less) {
        (true, false) => GROWS,
        (false, true) => SHRINKS,
        _ => 0.0,
    };
    let timed = match lag {
        None => UNDATED,
        Some(lag) if lag < 0 => REDATED,
        Some(lag) => later(lag),
    };
    UPDATE + grown + timed
}

/// The costs of credits. `above` are the reports behind the parent, as far as they are known.
pub(super) fn credit(credits: &Credits, above: &[usize], parent: usize, child: usize) -> f64 {
    let given = &credits.given[child];
    let open =
        |name: &&usize| Some(**name) != credits.outlet[parent] && !credits.given[parent].contains(name);
    let behind = |name: &&usize| above.iter().any(|a| credits.outlet[*a] == Some(**name));
    let unexplained = given.iter().filter(open).filter(|n| !behind(n)).count() as f64;
    let explained = given.iter().filter(open).filter(behind).count() as f64;
    let direct = if credits.credits(child, parent) { CREDITED } else { 0.0 };
    let reversed = if credits.credits(parent, child) { REVERSED } else { 0.0 };
    direct
        + reversed
        + SOURCE * (1.0 + credits.received[parent]).ln()
        + UNEXPLAINED * unexplained
        + EXPLAINED * explained
}

/// What is known of a report that may come from nobody.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Beginning {
    /// Part of the reports it shares something with that are earlier.
    pub(super) late: f64,
    /// Part of its sentences that an earlier report has.
    pub(super) had: f64,
    /// Whether another report of its outlet is an earlier version of it.
    pub(super) again: bool,
}

/// What it costs to come from nobody (fitted 1.5 beside lower rewards for what is kept, *set*).
pub(super) fn root(credits: &Credits, report: usize, known: Beginning) -> f64 {
    let flag = |b: bool, cost: f64| if b { cost } else { 0.0 };
    ROOT + flag(!credits.given[report].is_empty(), ROOT_CREDITS)
        + ROOT_SOURCE * (1.0 + credits.received[report]).ln()
        + ROOT_LATE * known.late
        + ROOT_HAD * known.had
        + flag(known.again, ROOT_AGAIN)
}
