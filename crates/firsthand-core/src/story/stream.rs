//! Reports as they stream in: each is seen once, in the order of arrival, and joins an open story or starts one.
//!
//! The same views and the same rules as in a batch; what a term is worth follows the reports held when a report came. The
//! result is a function of what was held before, in that order, and of nothing else.

use super::alike::{Tally, least_chance};
use super::gather::{Pair, blend, gather};
use super::rules::Rules;
use super::sketch::Sketch;
use super::weigh::Weighed;
use super::window::{Found, KEPT, TERMS, Window};
use rustc_hash::{FxHashMap, FxHashSet};
use std::cmp::Ordering;
use std::collections::{BTreeMap, VecDeque};

/// A report must be nearer to a story by this factor to join it as it comes than in a batch, where the rest is known. Of 1,
/// 1.15, 1.3 and 1.5 the best by BCubed F1 over six public sets in order of time (docs/quality.md).
const FIRM: f64 = 1.25;
/// In the average nearness to a story no more of its reports count than these, the nearest: one report meets only so many.
const COUNTED: usize = 30;
/// So many stories a report would join are looked at together, the nearest.
const OFFERS: usize = 4;
/// A story is one of them that is at least this part as near as the nearest.
const RIVAL: f64 = 0.5;
/// So many reports are grouped anew at once, the newest of their stories.
const REGROUPED: usize = 64;
/// A story is looked through for parts that belong apart when it has this many reports, and whenever it has doubled.
const FIRST_LOOK: usize = 4;

/// The open stories.
#[derive(Debug)]
pub struct Stream {
    rules: Rules,
    window: Window,
    /// Report and story of each slot that is held.
    belongs: VecDeque<(i64, i64)>,
    /// Whether reports came with ascending numbers so far, as those of an archive do.
    ascending: bool,
    start: u32,
    /// The held reports of each story, by slot.
    stories: BTreeMap<i64, Vec<u32>>,
    /// Stories whose members a person chose: nothing is merged into them or split off.
    fixed: FxHashSet<i64>,
}

/// What a report is near to when it comes.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Met {
    pub(super) weighed: Weighed,
    /// Held reports, by their own numbers, how near they are and how alike, the nearest first.
    pub(super) near: Vec<(i64, f32, f32)>,
    /// How alike its best and its fortieth neighbour are.
    pub(super) best: f32,
    pub(super) crowd: f32,
}

impl Met {
    /// What of it is held: its weightiest terms and what it is nearest to.
    pub fn kept(mut self) -> Met {
        self.weighed = self.weighed.trimmed(TERMS);
        self.near.truncate(KEPT);
        self
    }

    /// The same as far as reports before this one go.
    pub fn before(mut self, report: i64) -> Met {
        self.near.retain(|(held, ..)| *held < report);
        self
    }
}

/// Where a report belongs, and what its coming changes.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Placement {
    /// The story it joins, with the report of it that is nearest and how near it is.
    pub joins: Option<Nearest>,
    /// Stories that are one, now that this report is there.
    pub merges: Vec<Merge>,
    /// Reports that turn out to be a story of their own.
    pub splits: Vec<Split>,
    /// Where it starts a story: one of the same affair, with the report of it that is nearest.
    pub related: Option<Nearest>,
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

/// Two stories that are one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Merge {
    /// The story that ends.
    pub from: i64,
    /// The story that gets its reports: the one with the lower number.
    pub into: i64,
    /// The reports of the two that are nearest, that of `from` first, and how near.
    pub by: (i64, i64, f64),
}

/// Reports that leave a story to make one of their own.
#[derive(Debug, Clone, PartialEq)]
pub struct Split {
    /// The story they leave.
    pub story: i64,
    /// They, in the order of arrival.
    pub reports: Vec<i64>,
    /// Whether the report that came goes with them.
    pub new: bool,
    /// How near the two parts are: the greatest nearness of a report of one to a report of the other.
    pub score: f64,
}

impl Stream {
    /// No stories yet. At most `most` reports are held.
    pub fn new(most: usize) -> Stream {
        let rules = Rules::default();
        Stream {
            rules,
            window: Window::new(most, rules),
            belongs: VecDeque::new(),
            ascending: true,
            start: 0,
            stories: BTreeMap::new(),
            fixed: FxHashSet::default(),
        }
    }

    /// What a report is near to, as far as the held ones tell. Changes nothing.
    pub fn meet(&self, sketch: &Sketch) -> Met {
        let weighed = self.window.weigh(sketch);
        let Found { near, best, crowd } = self.window.near(&weighed);
        let own = |(slot, score, alike)| Some((self.at(slot)?.0, score, alike));
        let near = near.into_iter().filter_map(own).collect();
        Met { weighed, near, best, crowd }
    }

    /// Where a report belongs, as far as the held ones tell. Changes nothing.
    pub fn place(&self, met: &Met) -> Placement {
        let mut offers = self.offers(met);
        let join = self.rules.join * FIRM;
        let is_near = |o: &Offer| o.score >= join && !self.differs(&met.weighed, o.nearest.story);
        offers.retain(is_near);
        let Some(first) = offers.first().map(|o| o.nearest) else {
            let kin = self.window.affair(&met.weighed, |_| true);
            let related = kin.and_then(|(slot, score)| {
                let (report, story) = self.at(slot)?;
                Some(Nearest { story, report, score })
            });
            return Placement { related, ..Placement::default() };
        };
        let least = offers.first().map_or(0.0, |o| o.score * RIVAL);
        let rivals = offers.iter().filter(|o| o.score >= least).map(|o| o.nearest.story);
        let free: Vec<i64> = rivals.filter(|s| !self.fixed.contains(s)).take(OFFERS).collect();
        let held = self.stories.get(&first.story).map_or(0, Vec::len);
        let looked = held + 1 >= FIRST_LOOK && (held + 1).is_power_of_two();
        if !free.contains(&first.story) || free.len() < 2 && !looked {
            return Placement { joins: Some(first), ..Placement::default() };
        }
        self.anew(met, &free, first)
    }

    /// Holds a report under its story. Reports are held in the order of arrival, also those of stories made by hand.
    pub fn hold(&mut self, report: i64, story: i64, met: Met) {
        let Met { weighed, near, best, crowd } = met.kept();
        let slot = |(held, score, alike)| Some((self.slot_of(held)?, score, alike));
        let near = near.into_iter().filter_map(slot).collect();
        let slot = self.window.take(weighed, Found { near, best, crowd });
        self.ascending &= self.belongs.back().is_none_or(|last| last.0 < report);
        self.belongs.push_back((report, story));
        self.stories.entry(story).or_default().push(slot);
        while self.window.is_over() {
            self.forget();
        }
    }

    /// Gives the reports of one story to another: two stories were found to be one.
    pub fn merge(&mut self, from: i64, into: i64) {
        let moved = self.stories.remove(&from).unwrap_or_default();
        self.put(&moved, into);
    }

    /// Gives some reports of a story to another.
    pub fn split(&mut self, story: i64, reports: &[i64], into: i64) {
        let slots: Vec<u32> = reports.iter().filter_map(|r| self.slot_of(*r)).collect();
        if let Some(left) = self.stories.get_mut(&story) {
            left.retain(|slot| !slots.contains(slot));
            if left.is_empty() {
                self.stories.remove(&story);
            }
        }
        self.put(&slots, into);
    }

    /// Keeps a story as a person made it: no other is merged with it. Reports that stream in may still join.
    pub fn fix(&mut self, story: i64) {
        self.fixed.insert(story);
    }

    /// How many reports are held.
    pub fn len(&self) -> usize {
        self.window.len()
    }

    /// Whether none is held.
    pub fn is_empty(&self) -> bool {
        self.window.len() == 0
    }

    fn put(&mut self, slots: &[u32], story: i64) {
        if slots.is_empty() {
            return;
        }
        let held = self.stories.entry(story).or_default();
        held.extend(slots);
        held.sort_unstable();
        for slot in slots {
            if let Some(belongs) = self.belongs.get_mut((slot - self.start) as usize) {
                belongs.1 = story;
            }
        }
    }

    fn at(&self, slot: u32) -> Option<(i64, i64)> {
        self.belongs.get(slot.checked_sub(self.start)? as usize).copied()
    }

    /// The slot of a report that is held.
    fn slot_of(&self, report: i64) -> Option<u32> {
        if !self.ascending {
            let at = self.belongs.iter().position(|b| b.0 == report)?;
            return Some(self.start + at as u32);
        }
        // Numbers rise by one or more, so a report is no further from either end than its number: mostly that tells.
        let (first, last) = (self.belongs.front()?.0, self.belongs.back()?.0);
        if report < first || report > last {
            return None;
        }
        let end = self.belongs.len() - 1;
        let mut most = usize::try_from(report - first).unwrap_or(end).min(end);
        let mut least = end.saturating_sub(usize::try_from(last - report).unwrap_or(end));
        while least <= most {
            let at = least.midpoint(most);
            match self.belongs.get(at)?.0.cmp(&report) {
                Ordering::Equal => return Some(self.start + at as u32),
                Ordering::Less => least = at + 1,
                Ordering::Greater => most = at.checked_sub(1)?,
            }
        }
        None
    }

    fn weighed(&self, slot: u32) -> Option<&Weighed> {
        self.window.get(slot).map(|held| &held.weighed)
    }

    /// The oldest report is compared with no more.
    fn forget(&mut self) {
        let Some(slot) = self.window.forget() else { return };
        self.start = slot + 1;
        let Some((_, story)) = self.belongs.pop_front() else { return };
        if let Some(slots) = self.stories.get_mut(&story) {
            slots.retain(|&s| s != slot);
            if slots.is_empty() {
                self.stories.remove(&story);
            }
        }
    }

    /// The stories of the reports a new one is near to, the nearest first.
    fn offers(&self, met: &Met) -> Vec<Offer> {
        let mut links: BTreeMap<i64, (f64, Nearest)> = BTreeMap::new();
        for &(report, score, _) in &met.near {
            let Some((_, story)) = self.slot_of(report).and_then(|slot| self.at(slot)) else { continue };
            let score = f64::from(score);
            links.entry(story).or_insert((0.0, Nearest { story, report, score })).0 += score;
        }
        let offer = |(story, (sum, nearest)): (i64, (f64, Nearest))| {
            let members = self.stories.get(&story).map_or(1, Vec::len).clamp(1, COUNTED);
            let average = (sum / members as f64).min(nearest.score);
            Offer { score: blend(average, nearest.score, 2, &self.rules), nearest }
        };
        let mut offers: Vec<Offer> = links.into_iter().map(offer).collect();
        offers.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.nearest.story.cmp(&b.nearest.story)));
        offers
    }

    /// Whether a report is of another happening than a story told in the same words.
    fn differs(&self, new: &Weighed, story: i64) -> bool {
        let Some(slots) = self.stories.get(&story) else { return false };
        let slots = &slots[slots.len().saturating_sub(REGROUPED)..];
        if least_chance(1, slots.len()) >= self.rules.apart {
            return false;
        }
        let members: Vec<&Weighed> = slots.iter().filter_map(|&s| self.weighed(s)).collect();
        let keys: FxHashSet<u32> = members.iter().copied().chain([new]).flat_map(Weighed::keys).collect();
        let tally = |report: &Weighed| Tally::of(report, |n| keys.contains(&n));
        let mut theirs = Tally::default();
        members.into_iter().for_each(|m| theirs.add(tally(m)));
        tally(new).differs(&theirs, &self.rules)
    }

    /// Groups the reports of some stories and the new one anew, as a batch would, and says what that changes. A single
    /// report stays where it is: only parts of two and more leave a story.
    fn anew(&self, met: &Met, stories: &[i64], first: Nearest) -> Placement {
        let mut slots: Vec<u32> =
            stories.iter().filter_map(|s| self.stories.get(s)).flatten().copied().collect();
        slots.sort_unstable();
        let slots = &slots[slots.len().saturating_sub(REGROUPED)..];
        let at: FxHashMap<u32, usize> = slots.iter().copied().zip(0..).collect();
        let mut reports: Vec<&Weighed> = slots.iter().filter_map(|&s| self.weighed(s)).collect();
        let new = reports.len();
        let mut pairs = Vec::new();
        for (n, slot) in slots.iter().enumerate() {
            let near = self.window.get(*slot).map(|held| held.near.iter()).into_iter().flatten();
            let known = near.filter_map(|(s, score)| Some((*at.get(s)?, *score)));
            pairs.extend(known.map(|(m, score)| Pair { one: m, other: n, score: f64::from(score) }));
        }
        let known = met.near.iter().filter_map(|(r, score, _)| Some((*at.get(&self.slot_of(*r)?)?, *score)));
        pairs.extend(known.map(|(m, score)| Pair { one: m, other: new, score: f64::from(score) }));
        reports.push(&met.weighed);
        let parts = gather(&reports, &pairs, &self.rules);
        let story_of = |n: usize| slots.get(n).and_then(|&s| self.at(s)).map(|(_, story)| story);
        let report_of = |n: usize| slots.get(n).and_then(|&s| self.at(s)).map_or(0, |(report, _)| report);
        let greatest = |ours: &[usize], theirs: &dyn Fn(usize) -> bool| {
            let between =
                pairs.iter().filter_map(|p| match (ours.contains(&p.one), ours.contains(&p.other)) {
                    (true, false) if theirs(p.other) => Some((p.one, p.other, p.score)),
                    (false, true) if theirs(p.one) => Some((p.other, p.one, p.score)),
                    _ => None,
                });
            between.max_by(|a, b| a.2.total_cmp(&b.2).then((b.0, b.1).cmp(&(a.0, a.1))))
        };
        // Each story goes on as the part that has most of its reports.
        let size = |story: i64| (0..new).filter(|&n| story_of(n) == Some(story)).count();
        let of = |part: &[usize], story: i64| part.iter().filter(|&&n| story_of(n) == Some(story)).count();
        let mut home: BTreeMap<i64, usize> = BTreeMap::new();
        for &story in stories {
            let most = (0..parts.len()).max_by_key(|&p| (of(&parts[p], story), std::cmp::Reverse(p)));
            home.insert(story, most.unwrap_or_default());
        }
        let mut out = Placement { joins: Some(first), ..Placement::default() };
        for (p, part) in parts.iter().enumerate() {
            let mut own: Vec<i64> =
                home.iter().filter(|(_, at)| **at == p).map(|(story, _)| *story).collect();
            // A story is merged only with most of its reports; what is held no more has no say.
            own.retain(|&s| 2 * of(part, s) > size(s));
            for &from in own.iter().skip(1) {
                let ours: Vec<usize> = part.iter().copied().filter(|&n| story_of(n) == Some(from)).collect();
                let theirs = |n: usize| story_of(n) == Some(own[0]) || n == new;
                let Some((a, b, score)) = greatest(&ours, &theirs) else { continue };
                out.merges.push(Merge { from, into: own[0], by: (report_of(a), report_of(b), score) });
            }
            let leaving: Vec<i64> =
                stories.iter().copied().filter(|s| home[s] != p && of(part, *s) >= 2).collect();
            if part.contains(&new) {
                let story = own.first().or(leaving.first()).copied();
                let theirs = |n: usize| story.is_some() && story_of(n) == story && part.contains(&n);
                let joins = |(_, n, score)| story.map(|story| Nearest { story, report: report_of(n), score });
                out.joins = greatest(&[new], &theirs).map_or(Some(first), joins);
            }
            for (n, &story) in leaving.iter().enumerate() {
                let ours: Vec<usize> = part.iter().copied().filter(|&n| story_of(n) == Some(story)).collect();
                let score = greatest(&ours, &|n| story_of(n) == Some(story)).map_or(0.0, |g| g.2);
                let reports = ours.iter().map(|&n| report_of(n)).collect();
                let new = n == 0 && own.is_empty() && part.contains(&new);
                out.splits.push(Split { story, reports, new, score });
            }
        }
        out
    }
}

/// A story a report could join, and how near it is to it.
struct Offer {
    score: f64,
    nearest: Nearest,
}
