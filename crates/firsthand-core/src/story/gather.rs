//! Gathers reports into stories: the nearest two stories first, until none are near enough.

use super::alike::Tally;
use super::rules::Rules;
use super::weigh::Weighed;
use rustc_hash::FxHashSet;
use std::cmp::Ordering;
use std::collections::{BTreeMap, BinaryHeap};

/// A pair of reports and how near they are.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Pair {
    pub(super) one: usize,
    pub(super) other: usize,
    pub(super) score: f64,
}

/// In the average of two stories no more of their pairs count than these: a report meets only so many candidates.
const PAIRS: usize = 1600;

/// How two stories stand to each other: the sum and the greatest of the nearness of their pairs of reports.
#[derive(Debug, Clone, Copy, Default)]
struct Link {
    sum: f64,
    greatest: f64,
}

/// A proposal to join two stories; the nearest is the greatest, and of equals the earliest.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Offer {
    score: f64,
    one: usize,
    other: usize,
    /// Sizes when it was made: an offer of stories that have since grown is void.
    sizes: (usize, usize),
}

impl Eq for Offer {}

impl PartialOrd for Offer {
    fn partial_cmp(&self, other: &Offer) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Offer {
    fn cmp(&self, other: &Offer) -> Ordering {
        self.score.total_cmp(&other.score).then_with(|| (other.one, other.other).cmp(&(self.one, self.other)))
    }
}

/// Puts reports into stories by their pairs; each story ascending, stories in order of their first report.
///
/// Agglomerative, the criterion between average and single link (pairs that are not listed count as 0): the average
/// keeps a chain of look-alikes from growing, the greatest lets a short report in by the one report that shares its words.
pub(super) fn gather(reports: &[&Weighed], pairs: &[Pair], rules: &Rules) -> Vec<Vec<usize>> {
    let keys: FxHashSet<u32> = reports.iter().flat_map(|r| r.keys()).collect();
    let mut stories: Vec<Vec<usize>> = (0..reports.len()).map(|n| vec![n]).collect();
    let mut tallies: Vec<Tally> = reports.iter().map(|r| Tally::of(r, |n| keys.contains(&n))).collect();
    let mut links: Vec<BTreeMap<usize, Link>> = vec![BTreeMap::new(); reports.len()];
    for pair in pairs {
        let link = Link { sum: pair.score, greatest: pair.score };
        links[pair.one].insert(pair.other, link);
        links[pair.other].insert(pair.one, link);
    }
    let offer = |stories: &[Vec<usize>], a: usize, b: usize, link: &Link| {
        let (one, other) = (a.min(b), a.max(b));
        let sizes = (stories[one].len(), stories[other].len());
        let average = link.sum / (sizes.0 * sizes.1).min(PAIRS) as f64;
        let score = blend(average.min(link.greatest), link.greatest, sizes.0.min(sizes.1), rules);
        Some(Offer { score, one, other, sizes }).filter(|o| o.score >= rules.join)
    };
    let single = |p: &Pair| offer(&stories, p.one, p.other, &Link { sum: p.score, greatest: p.score });
    let mut heap: BinaryHeap<Offer> = pairs.iter().filter_map(single).collect();
    while let Some(best) = heap.pop() {
        let (into, from) = (best.one, best.other);
        if best.sizes != (stories[into].len(), stories[from].len()) {
            continue;
        }
        if tallies[into].differs(&tallies[from], rules) {
            continue;
        }
        let tally = std::mem::take(&mut tallies[from]);
        tallies[into].add(tally);
        let moved = std::mem::take(&mut stories[from]);
        stories[into].extend(moved);
        join(&mut links, into, from);
        for (&third, link) in &links[into] {
            heap.extend(offer(&stories, into, third, link));
        }
    }
    stories.retain(|s| !s.is_empty());
    stories.iter_mut().for_each(|s| s.sort_unstable());
    stories.sort();
    stories
}

/// The nearness of two stories, of the average and the greatest nearness of their reports and the size of the smaller.
pub(super) fn blend(average: f64, greatest: f64, smaller: usize, rules: &Rules) -> f64 {
    let part = if smaller == 1 { rules.single } else { rules.average };
    part * average + (1.0 - part) * greatest
}

/// Gives the links of the second story to the first.
fn join(links: &mut [BTreeMap<usize, Link>], into: usize, from: usize) {
    for (third, link) in std::mem::take(&mut links[from]) {
        links[third].remove(&from);
        if third == into {
            continue;
        }
        let joined = links[into].entry(third).or_default();
        joined.sum += link.sum;
        joined.greatest = joined.greatest.max(link.greatest);
        let joined = *joined;
        links[third].insert(into, joined);
    }
}
