//! What it costs to say that one report comes from another: the less, the likelier.
//!
//! Costs are negative log-odds, so that they add up. Those of texts, times and beginnings were fitted as a conditional logit
//! (McFadden 1974: of all reports of a story, which is the parent?) on the development half of a set of made stories with known
//! parents, which cues to keep being judged by five folds of whole stories, and rounded. Those marked *set* were then moved by
//! hand with the figures of that half in view. A change here is judged by `firsthand-lab measure --only lineage`.

use super::compare::{Tally, Way};
use super::witness::{Credits, Witness};

/// Of the part of the sentences taken over as they are.
const KEPT: f64 = -2.8;
/// Of the part of the words that do not stand in the parent.
const UNSHARED: f64 = 4.3;
/// Of the part of the sentences that are reworded.
const REWORDED: f64 = -5.1;
/// Where an earlier report has a reading that the parent lacks: nobody mends a text back to what it was, which is the
/// common-error principle of Lachmann.
const MISSED: f64 = 0.6;
/// Where an earlier report has a sentence that the parent lacks.
const LACKING: f64 = 0.15;
/// Where sentences were left out among others, and for each.
const DROPPED: (f64, f64) = (0.9, 0.2);
/// Of the logarithm of the sentences cut from the end: that is where editors cut (the inverted pyramid).
const CUT: f64 = 0.85;
/// Of each change in the order.
const TURN: f64 = 0.5;
/// Where it is the parent as it is, its opening as it is, or all of it with something put in that no report has: an editor
/// does one thing at a time, and a text that one of them explains needs no other story.
const REPRINT: f64 = -2.0;
const OPENING: f64 = -1.8;
const GROWN: f64 = -1.7;

/// The same for a part of a report that is made of several. A part may begin anywhere in its parent, and what stands around
/// it there was not cut.
const PART_KEPT: f64 = -3.2;
const PART_UNSHARED: f64 = 4.3;
const PART_REWORDED: f64 = 3.1;
const PART_MISSED: f64 = 0.8;
const PART_LACKING: f64 = 0.4;
const PART_DROPPED: (f64, f64) = (1.9, 0.1);
const PART_TURN: f64 = 1.2;
const PART_LATER: f64 = 0.2;
/// Of the logarithm of the sentences of its parent: a part of a short text is no accident.
const PART_OF: f64 = 0.8;

/// The time it takes to copy is log-normal, as that of answering letters is (Stouffer, Malmgren and Amaral 2006): the mean and
/// the deviation of the logarithm of minutes.
const DELAY: (f64, f64) = (4.18, 1.2);
/// What part of pairs has a clock that is wrong, by hours rather than minutes.
const WRONG: f64 = 0.14;
/// How far a wrong clock goes, in minutes.
const ASTRAY: f64 = 900.0;
/// How much of the log-odds of a time is believed.
const TIMED: f64 = 0.65;
/// Clocks differ by so many minutes where they are right.
const LOOSE: i64 = 3;
/// Where one of the times is unknown, or both are the same.
const UNDATED: f64 = 2.1;
/// Where a time was moved, as its report cannot be later than another.
const MOVED: f64 = 1.7;
/// Where only days are known: what is later, of the logarithm of the days, and what is earlier (*set*).
const DAYS: (f64, f64, f64) = (1.5, 0.5, 6.0);
/// All parents of a part but the last may be much older: no more than this.
const OLDER: f64 = 3.0;
/// Of the time of a part.
const PART_TIMED: f64 = 0.6;
/// Where both are of one outlet: updates; of their time; where the update has the earlier date, as updates keep the first.
const UPDATE: f64 = -2.2;
const UPDATE_TIMED: f64 = 1.1;
const REDATED: f64 = 3.0;

/// Where the parent credits the child's outlet.
const REVERSED: f64 = 5.0;
/// Of each outlet it credits: the parent is of it; it is behind the parent, though the parent does not say so; it is neither.
const CREDITED: f64 = -0.7;
const EXPLAINED: f64 = 0.4;
const UNEXPLAINED: f64 = 5.0;
/// Of the logarithm of how many reports come from the parent, and of how many more it is taken to have: what is copied is
/// copied again (Simon 1955).
const COPIED: (f64, f64) = (-1.0, 0.7);

/// What it costs to come from nobody.
const ROOT: f64 = -0.3;
/// Where it credits another outlet of the story (fitted 4.8, *set*).
const ROOT_CREDITS: f64 = 5.5;
/// Of the logarithm of how many credit it.
const ROOT_SOURCE: f64 = -1.6;
/// Of the part of its sentences that an earlier report has.
const ROOT_HAD: f64 = 4.6;
/// Where another report of its outlet is an earlier version of it.
const ROOT_AGAIN: f64 = 0.5;

/// When reports came out.
#[derive(Debug, Default)]
pub(super) struct Clock {
    minutes: Vec<Option<i64>>,
    exact: Vec<i64>,
    moved: Vec<bool>,
}

impl Clock {
    pub(super) fn of(witnesses: &[Witness]) -> Clock {
        let minutes = witnesses.iter().map(|w| w.minute).collect();
        let exact = witnesses.iter().map(|w| w.exact.max(1)).collect();
        Clock { minutes, exact, moved: vec![false; witnesses.len()] }
    }

    /// Takes a report to be no later than another.
    pub(super) fn no_later(&mut self, report: usize, than: usize) {
        let Some(bound) = self.minutes[than] else { return };
        if self.minutes[report].is_none_or(|m| m >= bound) {
            self.minutes[report] = Some(bound - self.exact[than]);
            self.moved[report] = true;
        }
    }

    /// Minutes from one report to the other, where that is known and not nothing.
    pub(super) fn lag(&self, from: usize, to: usize) -> Option<i64> {
        let lag = self.minutes[to]? - self.minutes[from]?;
        (lag.abs() >= self.exact[from].max(self.exact[to])).then_some(lag)
    }

    /// What it costs to come out when it did after its parent.
    fn cost(&self, parent: usize, child: usize) -> f64 {
        let Some(lag) = self.lag(parent, child) else { return UNDATED };
        if self.moved[parent] || self.moved[child] {
            return MOVED;
        }
        let exact = self.exact[parent].max(self.exact[child]);
        if exact > 60 {
            let units = lag as f64 / exact as f64;
            return if lag > 0 { DAYS.0 + DAYS.1 * units.ln() } else { DAYS.2 };
        }
        -TIMED * delay(lag).ln()
    }
}

/// How likely it is to copy after so many minutes, beside one in an hour.
fn delay(lag: i64) -> f64 {
    let (mean, deviation) = DELAY;
    let minutes = lag as f64;
    let right = if lag >= -LOOSE {
        let log = minutes.max(2.0).ln();
        let off = (log - mean) / deviation;
        (-off * off / 2.0 - log).exp() / (deviation * (2.0 * std::f64::consts::PI).sqrt())
    } else {
        0.0
    };
    let far = match minutes {
        m if m.abs() < ASTRAY => 1.0,
        m if m > 0.0 => 0.3,
        _ => 0.1,
    };
    ((1.0 - WRONG) * right + WRONG / ASTRAY * far) * mean.exp()
}

/// The costs that hang on what became of the sentences.
pub(super) fn text(way: &Way, tally: &Tally) -> f64 {
    let all = tally.all.max(1.0);
    let more = tally.new + tally.lacking;
    let as_is = way.dropped == 0.0 && way.turns == 0.0 && way.redone == 0.0 && tally.missed == 0.0;
    let done = match (as_is, more > 0.0, way.cut > 0.0) {
        (true, false, false) => REPRINT,
        (true, false, true) => OPENING,
        (true, true, _) if tally.lacking == 0.0 => GROWN,
        _ => 0.0,
    };
    done + KEPT * tally.kept / all
        + UNSHARED * (1.0 - tally.share)
        + REWORDED * tally.reworded / all
        + flag(tally.missed > 0.0, MISSED)
        + flag(tally.lacking > 0.0, LACKING)
        + flag(way.dropped > 0.0, DROPPED.0)
        + DROPPED.1 * way.dropped
        + CUT * (1.0 + way.cut).ln()
        + TURN * way.turns
}

/// The same for a part of a report. `sentences` has the parent.
pub(super) fn part(way: &Way, tally: &Tally, sentences: usize) -> f64 {
    let all = tally.all.max(1.0);
    let dropped = way.dropped - way.lead;
    PART_KEPT * tally.kept / all
        + PART_UNSHARED * (1.0 - tally.share)
        + PART_REWORDED * (tally.reworded + tally.missed) / all
        + flag(tally.missed > 0.0, PART_MISSED)
        + flag(tally.lacking > 0.0, PART_LACKING)
        + flag(dropped > 0.0, PART_DROPPED.0)
        + PART_DROPPED.1 * dropped
        + PART_TURN * way.turns
        + flag(way.lead > 0.0, PART_LATER)
        + PART_OF * (1.0 + sentences as f64).ln()
}

fn flag(b: bool, cost: f64) -> f64 {
    if b { cost } else { 0.0 }
}

/// The costs of time, of the outlets where both are of one, and of a parent that credits the child.
pub(super) fn time(clock: &Clock, credits: &Credits, parent: usize, child: usize) -> f64 {
    let reversed = flag(credits.credits(parent, child), REVERSED);
    if !credits.one_outlet(parent, child) {
        return reversed + clock.cost(parent, child);
    }
    let timed = match clock.lag(parent, child) {
        None => 0.0,
        Some(lag) if lag < 0 => REDATED,
        Some(_) if clock.moved[parent] || clock.moved[child] => MOVED,
        Some(_) => clock.cost(parent, child) / TIMED * UPDATE_TIMED,
    };
    reversed + UPDATE + timed
}

/// The same for a part of a report that is made of several.
pub(super) fn part_time(clock: &Clock, credits: &Credits, parent: usize, child: usize) -> f64 {
    let cost = clock.cost(parent, child);
    let later = clock.lag(parent, child).is_some_and(|lag| lag > 0);
    let older = if later { (PART_TIMED * cost).min(OLDER) } else { cost };
    older + flag(credits.credits(parent, child), REVERSED)
}

/// What is said of one outlet that a report credits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Credit {
    /// The parent is of it.
    Parent,
    /// The parent credits it too, or another parent explains it.
    Told,
    /// It is behind the parent.
    Behind,
    /// It is nowhere behind the parent.
    Nowhere,
}

/// What that costs.
pub(super) fn credit(credit: Credit) -> f64 {
    match credit {
        Credit::Parent => CREDITED,
        Credit::Told => 0.0,
        Credit::Behind => EXPLAINED,
        Credit::Nowhere => UNEXPLAINED,
    }
}

/// What it costs to come from a report that so many others come from.
pub(super) fn copied(others: usize) -> f64 {
    COPIED.0 * (others as f64 + COPIED.1).ln()
}

/// What is known of a report that may come from nobody.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Beginning {
    /// Part of its sentences that an earlier report has.
    pub(super) had: f64,
    /// Whether another report of its outlet is an earlier version of it.
    pub(super) again: bool,
}

/// What it costs to come from nobody.
pub(super) fn root(credits: &Credits, report: usize, known: Beginning) -> f64 {
    ROOT + flag(!credits.given[report].is_empty(), ROOT_CREDITS)
        + ROOT_SOURCE * (1.0 + credits.received[report]).ln()
        + ROOT_HAD * known.had
        + flag(known.again, ROOT_AGAIN)
}
