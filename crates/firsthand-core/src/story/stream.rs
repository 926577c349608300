//! Reports as they stream in: each is seen once, in the order of arrival, and joins an open story or starts one.
//!
//! The same views and the same numbers as [`super::near`] and [`super::rules`]; what a term is worth follows the reports
//! held. The result is a function of what was placed and held before, in that order, and of nothing else.

use super::near;
use super::rarity;
use super::rules::Rules;
use super::trace::{Term, Trace};
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::{BTreeMap, VecDeque};

/// How many of a report's weightiest terms are posted and looked up.
const LOOKED_UP: usize = 48;
/// A term that more of the held reports use than this, and than a twentieth of them, finds no pairs.
const COMMON: usize = 400;
/// How many candidates are weighed in full.
const CANDIDATES: usize = 60;
/// Reports further apart in days than this are never compared: nearness falls to 1 % at three standard deviations.
const DAYS: i32 = 9;
/// A report joins a story at least so near; a little nearer than in a batch, where the rest is known. Of 0.19, 0.22, 0.25
/// and 0.28 the best by BCubed F1 over five public sets, each in order of time (docs/quality.md).
const JOIN: f64 = 0.22;
/// Two stories are made one at least so near: a merge that is wrong costs more than one that is missed.
const UNITE: f64 = 0.30;
/// How many members of a story are compared when two stories are thought to be one.
const COMPARED: usize = 24;

/// One report that later ones are compared with.
#[derive(Debug)]
struct Held {
    report: i64,
    story: i64,
    trace: Trace,
    posted: Vec<u32>,
}

/// The open stories.
#[derive(Debug)]
pub struct Stream {
    rules: Rules,
    /// At most so many reports are held, the newest.
    most: usize,
    /// Held reports, oldest first; the first has the slot `start`.
    held: VecDeque<Held>,
    start: usize,
    postings: FxHashMap<u32, VecDeque<usize>>,
    body: FxHashMap<u32, u32>,
    names: FxHashMap<u32, u32>,
    stories: BTreeMap<i64, Vec<usize>>,
    /// Stories whose members a person chose: nothing is merged into or out of them.
    fixed: FxHashSet<i64>,
}

/// Where a report belongs.
#[derive(Debug, Clone, PartialEq)]
pub struct Placement {
    /// The story it joins, with the report of it that is nearest and how near it is.
    pub joins: Option<Nearest>,
    /// Another story that is the same one, now that this report is there: it should be merged into the first.
    pub unites: Option<Nearest>,
}

/// A story and its report that is nearest.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Nearest {
    /// The story.
    pub story: i64,
    /// Its nearest report.
    pub report: i64,
    /// How near, 0 to 1.
    pub score: f64,
}

/// A view with weights: terms by number, the squares add up to one.
type View = Vec<(u32, f32)>;

/// A trace with weights.
struct Weighed {
    body: View,
    lead: View,
    names: View,
    day: Option<i32>,
}

impl Stream {
    /// No stories yet. At most `most` reports are held.
    pub fn new(most: usize) -> Stream {
        Stream {
            rules: Rules::default(),
            most: most.max(1),
            held: VecDeque::new(),
            start: 0,
            postings: FxHashMap::default(),
            body: FxHashMap::default(),
            names: FxHashMap::default(),
            stories: BTreeMap::new(),
            fixed: FxHashSet::default(),
        }
    }

    /// Where a report belongs, as far as the held ones tell. Changes nothing.
    pub fn place(&self, trace: &Trace) -> Placement {
        let none = Placement { joins: None, unites: None };
        let new = self.weigh(trace);
        let mut pairs: Vec<(f64, usize)> =
            self.candidates(trace).into_iter().map(|slot| (self.nearness(&new, slot), slot)).collect();
        pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let crowd = pairs.get(self.rules.rank).map_or(0.0, |p| p.0) * self.rules.crowd;
        let mut links: BTreeMap<i64, (f64, Nearest)> = BTreeMap::new();
        for &(score, slot) in pairs.iter().filter(|p| p.0 >= near::FLOOR) {
            let Some(held) = self.slot(slot) else { continue };
            let nearest = Nearest { story: held.story, report: held.report, score };
            links.entry(held.story).or_insert((0.0, nearest)).0 += score - crowd;
        }
        let mut offers: Vec<(f64, Nearest)> = Vec::new();
        for (story, (sum, nearest)) in links {
            let members = self.stories.get(&story).map_or(1, Vec::len).max(1);
            let score = self.blend(sum / members as f64, nearest.score - crowd);
            if score >= JOIN {
                offers.push((score, nearest));
            }
        }
        offers.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.story.cmp(&b.1.story)));
        offers.retain(|(_, n)| !self.differs(&[trace], &self.members(n.story)));
        let Some((_, first)) = offers.first().copied() else { return none };
        let unites =
            offers.iter().skip(1).map(|o| o.1).find(|second| self.are_one(trace, &new, first, *second));
        Placement { joins: Some(first), unites }
    }

    /// Holds a report under its story. Reports are held in the order of arrival, also those of stories made by hand.
    pub fn hold(&mut self, report: i64, story: i64, trace: Trace) {
        let slot = self.start + self.held.len();
        for term in &trace.body {
            *self.body.entry(term.number).or_default() += 1;
        }
        for term in &trace.names {
            *self.names.entry(term.number).or_default() += 1;
        }
        let posted: Vec<u32> = self.weightiest(&trace).into_iter().map(|(term, _)| term).collect();
        for &term in &posted {
            self.postings.entry(term).or_default().push_back(slot);
        }
        self.stories.entry(story).or_default().push(slot);
        self.held.push_back(Held { report, story, trace, posted });
        while self.held.len() > self.most {
            self.forget();
        }
    }

    /// Gives the reports of one story to another: two stories were found to be one.
    pub fn merge(&mut self, from: i64, into: i64) {
        for slot in self.stories.remove(&from).unwrap_or_default() {
            self.stories.entry(into).or_default().push(slot);
            if let Some(held) = slot.checked_sub(self.start).and_then(|at| self.held.get_mut(at)) {
                held.story = into;
            }
        }
        if let Some(slots) = self.stories.get_mut(&into) {
            slots.sort_unstable();
        }
    }

    /// Keeps a story as a person made it: no other is merged with it. Reports that stream in may still join.
    pub fn fix(&mut self, story: i64) {
        self.fixed.insert(story);
    }

    /// How many reports are held.
    pub fn len(&self) -> usize {
        self.held.len()
    }

    /// Whether none is held.
    pub fn is_empty(&self) -> bool {
        self.held.is_empty()
    }

    fn slot(&self, slot: usize) -> Option<&Held> {
        self.held.get(slot.checked_sub(self.start)?)
    }

    /// The oldest report is compared with no more.
    fn forget(&mut self) {
        let Some(old) = self.held.pop_front() else { return };
        for term in old.posted {
            if let Some(slots) = self.postings.get_mut(&term) {
                slots.pop_front();
                if slots.is_empty() {
                    self.postings.remove(&term);
                }
            }
        }
        for (counts, terms) in [(&mut self.body, &old.trace.body), (&mut self.names, &old.trace.names)] {
            for term in terms {
                let left = counts.get_mut(&term.number).map(|n| {
                    *n -= 1;
                    *n
                });
                if left == Some(0) {
                    counts.remove(&term.number);
                }
            }
        }
        if let Some(slots) = self.stories.get_mut(&old.story) {
            slots.retain(|&slot| slot != self.start);
            if slots.is_empty() {
                self.stories.remove(&old.story);
            }
        }
        self.start += 1;
    }

    fn weight(&self, term: &Term, counts: &FxHashMap<u32, u32>) -> f32 {
        let held = counts.get(&term.number).copied().unwrap_or(0);
        let rarity = rarity::weight(self.held.len() as f64, f64::from(held), rarity::share(term.common));
        ((1.0 + f64::from(term.count).ln()) * rarity) as f32
    }

    fn weigh(&self, trace: &Trace) -> Weighed {
        let view = |terms: &[Term], counts: &FxHashMap<u32, u32>| {
            let mut out: View = terms.iter().map(|t| (t.number, self.weight(t, counts))).collect();
            out.retain(|(_, w)| *w > 0.0);
            let length = out.iter().map(|(_, w)| w * w).sum::<f32>().sqrt();
            out.iter_mut().for_each(|(_, w)| *w /= length);
            out
        };
        Weighed {
            body: view(&trace.body, &self.body),
            lead: view(&trace.lead, &self.body),
            names: view(&trace.names, &self.names),
            day: trace.day,
        }
    }

    /// The weightiest terms of a report, with what each adds to a cosine for one use.
    fn weightiest(&self, trace: &Trace) -> Vec<(u32, f32)> {
        let mut terms: Vec<(u32, f32)> =
            trace.body.iter().map(|t| (t.number, self.weight(t, &self.body))).filter(|t| t.1 > 0.0).collect();
        terms.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        terms.truncate(LOOKED_UP);
        terms
    }

    /// Held reports that share weighty terms with this one and are not far from it in time.
    fn candidates(&self, trace: &Trace) -> Vec<usize> {
        let common = COMMON.max(self.held.len() / 20);
        let mut sums: FxHashMap<usize, f32> = FxHashMap::default();
        for (term, weight) in self.weightiest(trace) {
            let Some(slots) = self.postings.get(&term).filter(|s| s.len() <= common) else { continue };
            for &slot in slots {
                *sums.entry(slot).or_default() += weight * weight;
            }
        }
        let near = |slot: usize| {
            let other = self.slot(slot).and_then(|h| h.trace.day);
            trace.day.zip(other).is_none_or(|(a, b)| (a - b).abs() <= DAYS)
        };
        let mut found: Vec<(usize, f32)> = sums.into_iter().filter(|(slot, _)| near(*slot)).collect();
        found.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        found.truncate(CANDIDATES);
        found.into_iter().map(|(slot, _)| slot).collect()
    }

    fn nearness(&self, new: &Weighed, slot: usize) -> f64 {
        self.slot(slot).map_or(0.0, |held| between(new, &self.weigh(&held.trace), &self.rules))
    }

    fn blend(&self, average: f64, greatest: f64) -> f64 {
        self.rules.average * average + (1.0 - self.rules.average) * greatest
    }

    fn members(&self, story: i64) -> Vec<&Trace> {
        let slots = self.stories.get(&story).into_iter().flatten();
        slots.filter_map(|&slot| self.slot(slot)).map(|held| &held.trace).collect()
    }

    fn differs(&self, ours: &[&Trace], theirs: &[&Trace]) -> bool {
        let (ours, theirs) = (Tally::of(ours), Tally::of(theirs));
        ours.chance(&theirs, &self.rules) * theirs.chance(&ours, &self.rules) < self.rules.apart
    }

    /// Whether two stories, both near to a new report, are one: by the same rule as two stories of a batch.
    fn are_one(&self, trace: &Trace, new: &Weighed, first: Nearest, second: Nearest) -> bool {
        if self.fixed.contains(&first.story) || self.fixed.contains(&second.story) {
            return false;
        }
        let newest = |story: i64| -> Vec<Weighed> {
            self.members(story).into_iter().rev().take(COMPARED).map(|t| self.weigh(t)).collect()
        };
        let (ours, theirs) = (newest(first.story), newest(second.story));
        let (mut sum, mut greatest) = (0.0, 0.0f64);
        for one in ours.iter().chain([new]) {
            for other in &theirs {
                let score = between(one, other, &self.rules);
                sum += score;
                greatest = greatest.max(score);
            }
        }
        let pairs = (ours.len() + 1) * theirs.len().max(1);
        if self.blend(sum / pairs as f64, greatest) < UNITE {
            return false;
        }
        let mut all = self.members(first.story);
        all.push(trace);
        !self.differs(&all, &self.members(second.story))
    }
}

/// How near two reports are, as [`near::nearness`] has it.
fn between(a: &Weighed, b: &Weighed, rules: &Rules) -> f64 {
    let mut sum = rules.body * near::dot(&a.body, &b.body) + rules.lead * near::dot(&a.lead, &b.lead);
    let mut weight = rules.body + rules.lead;
    if !a.names.is_empty() && !b.names.is_empty() {
        sum += rules.names * near::dot(&a.names, &b.names);
        weight += rules.names;
    }
    let apart = a.day.zip(b.day).map_or(0.0, |(x, y)| f64::from(x - y));
    sum / weight * (-apart * apart / (2.0 * rules.days * rules.days)).exp()
}

/// In how many reports each term stands: [`super::alike`] for traces.
struct Tally {
    reports: usize,
    keys: BTreeMap<u32, usize>,
    body: FxHashMap<u32, usize>,
}

impl Tally {
    fn of(traces: &[&Trace]) -> Tally {
        let mut out = Tally { reports: traces.len(), keys: BTreeMap::new(), body: FxHashMap::default() };
        for trace in traces {
            trace.keys.iter().for_each(|k| *out.keys.entry(*k).or_default() += 1);
            trace.body.iter().for_each(|t| *out.body.entry(t.number).or_default() += 1);
        }
        out
    }
    fn chance(&self, other: &Tally, rules: &Rules) -> f64 {
        let enough = rules.share * self.reports as f64;
        let marks = self.keys.iter().filter(|(k, n)| **n as f64 >= enough && !other.body.contains_key(k));
        let all = self.reports + other.reports;
        let chance = |held: usize| (0..held).map(|i| (self.reports - i) as f64 / (all - i) as f64).product();
        let chances = marks.map(|(k, _)| chance(self.body.get(k).map_or(0, |&n| n.min(self.reports))));
        chances.fold(1.0, f64::min)
    }
}
