//! All parents at once: forests are drawn again and again, each report choosing anew among its candidates while the others
//! stay (Gibbs sampling: Geman and Geman 1984), and what most forests agree on is believed. One cheapest forest would not do: who
//! a credit can mean hangs on what is behind a parent, and what is often copied is likelier to be copied once more.

use super::cost::{self, Credit};
use super::witness::Credits;
use rustc_hash::FxHashMap;

/// A report, or a part of one, that has its text from somewhere.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Slot {
    pub(super) child: usize,
    /// Reports it may come from, with what text and time cost.
    pub(super) candidates: Vec<(usize, f64)>,
    /// What it costs to come from nobody; none for a part.
    pub(super) root: Option<f64>,
}

/// What the forests agree on.
#[derive(Debug, Default)]
pub(super) struct Odds {
    /// For each slot the odds of each candidate, likeliest first.
    pub(super) parents: Vec<Vec<(usize, f64)>>,
    /// For each slot the odds that it comes from nobody.
    pub(super) nobody: Vec<f64>,
    /// For each report the odds of others to be behind it, by report.
    pub(super) behind: Vec<Vec<(usize, f64)>>,
}

impl Odds {
    /// How likely one report is behind another.
    pub(super) fn behind(&self, report: usize, child: usize) -> f64 {
        let row = &self.behind[child];
        row.binary_search_by_key(&report, |b| b.0).map_or(0.0, |at| row[at].1)
    }
}

/// The first forests are drawn more and more after their cost, and not counted.
const WARMING: usize = 10;
const UNCOUNTED: usize = 20;

/// One forest, and what is needed to change it.
struct Draw<'a> {
    slots: &'a [Slot],
    credits: &'a Credits,
    /// The slots of each report.
    of: Vec<Vec<usize>>,
    /// The parent of each slot.
    parent: Vec<Option<usize>>,
    /// How many slots come from each report.
    copied: Vec<usize>,
    /// Marks of the last walk in which a report was met.
    met: Vec<usize>,
    walks: usize,
    walk: Vec<usize>,
}

/// Draws forests, `counted` of them for the odds.
pub(super) fn odds(slots: &[Slot], credits: &Credits, reports: usize, counted: usize) -> Odds {
    let mut of = vec![Vec::new(); reports];
    slots.iter().enumerate().for_each(|(n, slot)| of[slot.child].push(n));
    let mut draw = Draw {
        slots,
        credits,
        of,
        parent: vec![None; slots.len()],
        copied: vec![0; reports],
        met: vec![0; reports],
        walks: 0,
        walk: Vec::new(),
    };
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    let mut order: Vec<usize> = (0..slots.len()).collect();
    let mut parents: Vec<Vec<f64>> = slots.iter().map(|s| vec![0.0; s.candidates.len()]).collect();
    let mut nobody = vec![0.0; slots.len()];
    let mut behind: Vec<FxHashMap<usize, f64>> = vec![FxHashMap::default(); reports];
    let part = 1.0 / counted.max(1) as f64;
    for round in 0..UNCOUNTED + counted {
        (1..order.len()).rev().for_each(|n| order.swap(n, dice.below(n + 1)));
        let heat = f64::min(1.0, (round + 1) as f64 / WARMING as f64);
        for &slot in &order {
            let costs = draw.costs(slot);
            let least = costs.iter().copied().fold(f64::INFINITY, f64::min);
            if !least.is_finite() {
                continue;
            }
            let weights: Vec<f64> = costs.iter().map(|c| ((least - c) * heat).exp()).collect();
            let sum: f64 = weights.iter().sum();
            draw.choose(slot, dice.pick(&weights, sum));
            if round < UNCOUNTED {
                continue;
            }
            let all = weights.len() - 1;
            parents[slot].iter_mut().zip(&weights[..all]).for_each(|(odds, w)| *odds += part * w / sum);
            nobody[slot] += part * weights[all] / sum;
        }
        order.iter().for_each(|slot| draw.turn(*slot, &mut dice));
        for child in (0..reports).filter(|_| round >= UNCOUNTED) {
            draw.above(&[child]);
            draw.walk[1..].iter().for_each(|r| *behind[child].entry(*r).or_default() += part);
        }
    }
    let named = |(slot, odds): (&Slot, Vec<f64>)| {
        let mut row: Vec<(usize, f64)> = slot.candidates.iter().map(|c| c.0).zip(odds).collect();
        row.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        row
    };
    let sorted = |row: FxHashMap<usize, f64>| {
        let mut row: Vec<(usize, f64)> = row.into_iter().collect();
        row.sort_unstable_by_key(|r| r.0);
        row
    };
    Odds {
        parents: slots.iter().zip(parents).map(named).collect(),
        nobody,
        behind: behind.into_iter().map(sorted).collect(),
    }
}

impl Draw<'_> {
    /// Fills the walk with reports and all that is behind them.
    fn above(&mut self, from: &[usize]) {
        self.walks += 1;
        self.walk.clear();
        for &report in from {
            if self.met[report] != self.walks {
                self.met[report] = self.walks;
                self.walk.push(report);
            }
        }
        let mut at = 0;
        while let Some(&report) = self.walk.get(at) {
            at += 1;
            for &slot in &self.of[report] {
                if let Some(parent) = self.parent[slot].filter(|p| self.met[*p] != self.walks) {
                    self.met[parent] = self.walks;
                    self.walk.push(parent);
                }
            }
        }
    }

    /// Takes a slot out of the forest, and gives what each of its candidates would cost now, nobody last.
    fn costs(&mut self, slot: usize) -> Vec<f64> {
        self.take(slot);
        let open = self.open(slot);
        let all = self.slots[slot].candidates.len();
        (0..=all).map(|n| self.cost(slot, n, &open)).collect()
    }

    fn take(&mut self, slot: usize) {
        if let Some(parent) = self.parent[slot].take() {
            self.copied[parent] -= 1;
        }
    }

    /// The outlets the report of a slot credits, and whether its other parents explain them.
    fn open(&mut self, slot: usize) -> Vec<(usize, bool)> {
        let credits = self.credits;
        let child = self.slots[slot].child;
        let others: Vec<usize> = self.of[child].iter().filter_map(|s| self.parent[*s]).collect();
        self.above(&others);
        credits.given[child].iter().map(|n| (*n, self.walked(*n))).collect()
    }

    /// Whether the last walk met an outlet.
    fn walked(&self, outlet: usize) -> bool {
        self.walk.iter().any(|r| self.credits.outlet[*r] == Some(outlet))
    }

    /// What one candidate of a slot would cost now, by number; nobody is the one after the last.
    fn cost(&mut self, slot: usize, candidate: usize, open: &[(usize, bool)]) -> f64 {
        let (slots, credits) = (self.slots, self.credits);
        let here = &slots[slot];
        let Some(&(parent, known)) = here.candidates.get(candidate) else {
            return here.root.unwrap_or(f64::INFINITY);
        };
        if self.of[here.child].iter().any(|s| self.parent[*s] == Some(parent)) {
            return f64::INFINITY;
        }
        self.above(&[parent]);
        if self.met[here.child] == self.walks {
            return f64::INFINITY;
        }
        let credit = |(name, told): &(usize, bool)| {
            let says = || credits.given[parent].binary_search(name).is_ok();
            cost::credit(match () {
                () if credits.outlet[parent] == Some(*name) => Credit::Parent,
                () if *told || says() => Credit::Told,
                () if self.walked(*name) => Credit::Behind,
                () => Credit::Nowhere,
            })
        };
        known + cost::copied(self.copied[parent]) + open.iter().map(credit).sum::<f64>()
    }

    /// Turns one step round, now and then, as likely as the forest is with it (Metropolis and others 1953): the parent
    /// comes from the child, and the child from where the parent was from. One report at a time can hardly do that.
    fn turn(&mut self, slot: usize, dice: &mut Dice) {
        let child = self.slots[slot].child;
        let Some(parent) = self.parent[slot] else { return };
        let (&[_], &[up]) = (&self.of[child][..], &self.of[parent][..]) else { return };
        let source = self.parent[up];
        let number = |slot: &Slot, of: Option<usize>| match of {
            Some(of) => slot.candidates.iter().position(|c| c.0 == of),
            None => Some(slot.candidates.len()),
        };
        let (lower, upper) = (&self.slots[slot], &self.slots[up]);
        let (Some(own), Some(back), Some(over), Some(was)) = (
            number(lower, Some(parent)),
            number(upper, Some(child)),
            number(lower, source),
            number(upper, source),
        ) else {
            return;
        };
        let before = self.both((up, was), (slot, own));
        let after = self.both((slot, over), (up, back));
        if !after.is_finite() || dice.part() >= (before - after).exp() {
            self.both((up, was), (slot, own));
        }
    }

    /// Chooses for two slots, one after the other, and gives what that costs.
    fn both(&mut self, first: (usize, usize), then: (usize, usize)) -> f64 {
        self.take(first.0);
        self.take(then.0);
        let mut sum = 0.0;
        for (slot, candidate) in [first, then] {
            let open = self.open(slot);
            sum += self.cost(slot, candidate, &open);
            self.choose(slot, candidate);
        }
        sum
    }

    fn choose(&mut self, slot: usize, picked: usize) {
        self.parent[slot] = self.slots[slot].candidates.get(picked).map(|c| c.0);
        if let Some(parent) = self.parent[slot] {
            self.copied[parent] += 1;
        }
    }
}

/// xorshift (Marsaglia 2003), so that the same story gives the same draws.
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, n: usize) -> usize {
        (self.roll() % n.max(1) as u64) as usize
    }

    /// From 0 to 1.
    fn part(&mut self) -> f64 {
        (self.roll() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// One of several, each as often as its weight says.
    fn pick(&mut self, weights: &[f64], sum: f64) -> usize {
        let mut left = self.part() * sum;
        let last = weights.iter().rposition(|w| *w > 0.0).unwrap_or(0);
        let reached = |w: &f64| {
            left -= w;
            left < 0.0
        };
        weights.iter().position(reached).unwrap_or(last).min(last)
    }
}
