//! The reports that new ones are compared with: the newest, each with its weights and with what it is near to.

use super::index::Index;
use super::rarity::Rarity;
use super::rules::Rules;
use super::sketch::Sketch;
use super::weigh::{Ready, Standing, Views, Weighed, nearness, weigh};
use std::collections::VecDeque;

/// So many terms of a report are held in a stream, the weightiest: memory for a million reports.
pub(super) const TERMS: usize = 112;
/// How many of a report's weightiest terms are looked up, and under how many it is found.
const LOOKED_UP: usize = 48;
const POSTED: usize = 36;
/// How many candidates are weighed in full.
const CANDIDATES: usize = 48;
/// Reports further apart in days than this are never compared: they are no more of one happening, and where they are of
/// one affair the reports between them say so.
const DAYS: i32 = 9;
/// A report of the same affair may be so many days off.
const AFFAIR: i32 = 60;
/// How many candidates for it are weighed.
const KIN: usize = 12;
/// Two reports are of one affair that would more likely than not be of one happening if they were of one day.
const RELATED: f64 = 0.5;
/// Which neighbour stands for the crowd: so far down that no story but the largest is its own crowd.
const CROWD: usize = 40;
/// Of what a report is near to so much is kept, for the time its story is grouped anew.
pub(super) const KEPT: usize = 32;
/// Pairs less near than this are forgotten.
pub(super) const FLOOR: f64 = 0.02;

/// One report that later ones are compared with.
#[derive(Debug)]
pub(super) struct Held {
    pub(super) weighed: Weighed,
    /// Reports held before it that it is near to: slot and nearness, the nearest first.
    pub(super) near: Box<[(u32, f32)]>,
    /// How alike its best and its fortieth neighbour are.
    best: f32,
    crowd: f32,
}

/// What a report finds among those held.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Found {
    /// What it is near to: slot, nearness and likeness, the nearest first, of equals the newest.
    pub(super) near: Vec<(u32, f32, f32)>,
    /// How alike its best and its fortieth neighbour are.
    pub(super) best: f32,
    pub(super) crowd: f32,
}

/// The reports held, by slots that are given out in ascending order.
#[derive(Debug)]
pub(super) struct Window {
    rules: Rules,
    most: usize,
    held: VecDeque<Held>,
    start: u32,
    index: Index,
    rarity: Rarity,
}

impl Window {
    pub(super) fn new(most: usize, rules: Rules) -> Window {
        let (index, rarity) = (Index::default(), Rarity::default());
        Window { rules, most: most.max(1), held: VecDeque::new(), start: 0, index, rarity }
    }

    /// Counts a report's terms without holding it: a batch knows what is common before it compares.
    pub(super) fn count(&mut self, sketch: &Sketch) {
        self.rarity.add(sketch.terms.iter().map(|t| (t.number, t.body > 0, t.names > 0)));
    }

    pub(super) fn weigh(&self, sketch: &Sketch) -> Weighed {
        weigh(sketch, &self.rarity)
    }

    /// What a new report is near to among those held.
    pub(super) fn near(&self, new: &Weighed) -> Found {
        let compared = self.compare(new);
        let (best, crowd) = best_and_crowd(compared.iter().map(|(_, views)| views.alike() as f32).collect());
        let nearness = |&(slot, views): &(u32, Views)| {
            let held = self.get(slot)?;
            let alike = views.alike();
            // What is new may be the best neighbour yet of what is held.
            let theirs = f64::from(held.best).max(alike);
            let standing = Standing::of(alike, (best.into(), theirs), (crowd.into(), held.crowd.into()));
            Some((slot, nearness(&views, standing, &self.rules) as f32, alike as f32))
        };
        let scored = compared.iter().filter_map(nearness);
        let mut near: Vec<_> = scored.filter(|(_, score, _)| f64::from(*score) >= FLOOR).collect();
        near.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then(b.0.cmp(&a.0)));
        Found { near, best, crowd }
    }

    /// The candidates for a report, each with how they agree.
    pub(super) fn compare(&self, new: &Weighed) -> Vec<(u32, Views)> {
        let fits = |slot: u32| {
            let day = self.get(slot).and_then(|held| held.weighed.day);
            new.day.zip(day).is_none_or(|(a, b)| (a - b).abs() <= DAYS)
        };
        let found = self.index.find(&weightiest(new, LOOKED_UP), CANDIDATES, self.start, fits);
        let new = Ready::of(new);
        found.into_iter().filter_map(|slot| Some((slot, new.views(&self.get(slot)?.weighed)))).collect()
    }

    /// The held report that is nearest to one if days do not count and `fits` lets it: of the same affair, where that is
    /// near enough.
    pub(super) fn affair(&self, report: &Weighed, fits: impl Fn(u32) -> bool) -> Option<(u32, f64)> {
        let recent = |slot: u32| {
            let day = self.get(slot).and_then(|held| held.weighed.day);
            report.day.zip(day).is_none_or(|(a, b)| (a - b).abs() <= AFFAIR) && fits(slot)
        };
        let found = self.index.find(&weightiest(report, POSTED), KIN, self.start, recent);
        let report = Ready::of(report);
        let timeless = |slot: u32| {
            let views = report.views(&self.get(slot)?.weighed);
            let views = Views { apart: views.apart.map(|_| 0), ..views };
            Some((slot, nearness(&views, Standing::default(), &self.rules)))
        };
        let near = found.into_iter().filter_map(timeless).filter(|(_, score)| *score >= RELATED);
        near.max_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0)))
    }

    /// Holds a report whose terms are counted ([`Window::count`]); gives its slot. The caller forgets the oldest where there
    /// are too many.
    pub(super) fn hold(&mut self, weighed: Weighed, found: Found) -> u32 {
        let slot = self.next();
        self.index.post(slot, heaviest(&weighed, POSTED).into_iter().map(|(term, _)| term));
        let Found { near, best, crowd } = found;
        for &(slot, _, alike) in &near {
            let Some(at) = slot.checked_sub(self.start) else { continue };
            if let Some(held) = self.held.get_mut(at as usize) {
                held.best = held.best.max(alike);
            }
        }
        let near = near.into_iter().take(KEPT).map(|(slot, score, _)| (slot, score)).collect();
        self.held.push_back(Held { weighed, near, best, crowd });
        slot
    }

    /// [`Window::hold`] of a report that is not counted yet.
    pub(super) fn take(&mut self, weighed: Weighed, found: Found) -> u32 {
        self.rarity.add(weighed.counted());
        self.hold(weighed, found)
    }

    /// The slot of the report that is held next.
    pub(super) fn next(&self) -> u32 {
        self.start + self.held.len() as u32
    }

    /// Whether more are held than may be.
    pub(super) fn is_over(&self) -> bool {
        self.held.len() > self.most
    }

    /// The oldest report is compared with no more; gives its slot.
    pub(super) fn forget(&mut self) -> Option<u32> {
        let old = self.held.pop_front()?;
        let slot = self.start;
        self.index.forget(slot, heaviest(&old.weighed, POSTED).into_iter().map(|(term, _)| term));
        self.rarity.remove(old.weighed.counted());
        self.start += 1;
        Some(slot)
    }

    pub(super) fn get(&self, slot: u32) -> Option<&Held> {
        self.held.get(slot.checked_sub(self.start)? as usize)
    }

    /// The sketches of all that are held, by slot.
    pub(super) fn all(&self) -> impl Iterator<Item = &Weighed> {
        self.held.iter().map(|held| &held.weighed)
    }

    pub(super) fn len(&self) -> usize {
        self.held.len()
    }
}

/// The greatest likeness, and that of the neighbour that stands for the crowd; 0 where there are fewer.
pub(super) fn best_and_crowd(mut alike: Vec<f32>) -> (f32, f32) {
    let best = alike.iter().copied().fold(0.0, f32::max);
    if alike.len() <= CROWD {
        return (best, 0.0);
    }
    let (_, crowd, _) = alike.select_nth_unstable_by(CROWD, |a, b| b.total_cmp(a));
    (best, *crowd)
}

/// The weightiest words of a report, with their weights, the weightiest first.
fn weightiest(report: &Weighed, most: usize) -> Vec<(u32, f32)> {
    let mut terms = heaviest(report, most);
    terms.sort_unstable_by(by_weight);
    terms.into_iter().map(|(term, weight)| (term, f32::from(weight))).collect()
}

/// The same in no order.
fn heaviest(report: &Weighed, most: usize) -> Vec<(u32, u8)> {
    let words = report.terms().filter(|(_, w)| w.body > 0);
    let mut terms: Vec<(u32, u8)> = words.map(|(number, w)| (number, w.body)).collect();
    if terms.len() > most {
        terms.select_nth_unstable_by(most, by_weight);
        terms.truncate(most);
    }
    terms
}

fn by_weight(a: &(u32, u8), b: &(u32, u8)) -> std::cmp::Ordering {
    b.1.cmp(&a.1).then(a.0.cmp(&b.0))
}
