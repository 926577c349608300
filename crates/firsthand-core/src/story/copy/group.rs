//! Copies that belong together. Never by a chain alone: a text that quotes two others at length does not make them one.

use super::Pair;
use super::label::Label;
use rustc_hash::FxHashSet;

/// Two groups are made one only if a member of each is a copy of the other's and at least this part of all pairs between them
/// share passages outside quotations, each counted in full. So versions of one report that have drifted apart stay
/// together, by the cut that is part of all of them; two texts that a third quotes at length do not come together.
const LINKED: f64 = 0.5;

/// Reports that are copies of one text, whole or in part.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Group {
    /// Indices of its reports, ascending.
    pub reports: Vec<usize>,
    /// The one that shares most with the others, the earliest of equals by order of the reports.
    pub fullest: usize,
}

/// Groups by pairs of at least this label, the closest first. `order` gives for each report its place in an order that does
/// not depend on the input's.
pub(super) fn groups(pairs: &[Pair], least: Label, order: &[usize]) -> Vec<Group> {
    let mut edges: Vec<(usize, usize, f64)> = pairs
        .iter()
        .filter(|p| p.label >= least)
        .map(|p| {
            let (a, b) = (order[p.reports.0], order[p.reports.1]);
            let near = if least == Label::Reprint { p.shared.alike() } else { p.shared.contained() };
            (a.min(b), a.max(b), near)
        })
        .collect();
    edges.sort_unstable_by(|x, y| y.2.total_cmp(&x.2).then((x.0, x.1).cmp(&(y.0, y.1))));
    // Reprints must be that of one another; for parts of a text, any passage shows that they belong together.
    let bond = if least == Label::Reprint { Label::Excerpt } else { Label::SharesPassages };
    let bonds = pairs.iter().filter(|p| p.label >= bond).map(|p| (order[p.reports.0], order[p.reports.1]));
    let mut sets = Sets::new(order.len(), &bonds.collect::<Vec<_>>());
    let mut weight = vec![0.0; order.len()];
    for &(a, b, near) in &edges {
        weight[a] += near;
        weight[b] += near;
    }
    // What was not enough for a merge may be once the groups have grown.
    loop {
        let before = edges.len();
        edges.retain(|&(a, b, _)| !sets.unite(a, b));
        if edges.len() == before {
            break;
        }
    }
    let mut reports_at = vec![0; order.len()];
    order.iter().enumerate().for_each(|(report, &place)| reports_at[place] = report);
    sets.listed(&weight, &reports_at)
}

/// Sets of places, with the bonds between places.
struct Sets {
    parent: Vec<usize>,
    members: Vec<Vec<usize>>,
    /// Bonds of each place: a part of `bound`.
    starts: Vec<usize>,
    bound: Vec<usize>,
    /// Two sets that were not made one, at the sizes they had.
    refused: FxHashSet<(usize, usize, usize, usize)>,
}

impl Sets {
    fn new(count: usize, bonds: &[(usize, usize)]) -> Sets {
        let mut starts = vec![0; count + 1];
        let both = || bonds.iter().flat_map(|&(a, b)| [(a, b), (b, a)]);
        both().for_each(|(a, _)| starts[a + 1] += 1);
        (0..count).for_each(|n| starts[n + 1] += starts[n]);
        let mut next = starts.clone();
        let mut bound = vec![0; 2 * bonds.len()];
        for (a, b) in both() {
            bound[next[a]] = b;
            next[a] += 1;
        }
        let members = (0..count).map(|n| vec![n]).collect();
        Sets { parent: (0..count).collect(), members, starts, bound, refused: FxHashSet::default() }
    }

    fn root(&self, mut at: usize) -> usize {
        while self.parent[at] != at {
            at = self.parent[at];
        }
        at
    }

    /// Makes the sets of two places one if enough bonds are between them; whether they are one now.
    fn unite(&mut self, a: usize, b: usize) -> bool {
        let (a, b) = (self.root(a), self.root(b));
        if a == b {
            return true;
        }
        let size = |s: usize| (self.members[s].len(), std::cmp::Reverse(s));
        let (keep, gone) = if size(a) > size(b) { (a, b) } else { (b, a) };
        let sizes = (self.members[keep].len(), self.members[gone].len());
        let key = (keep, gone, sizes.0, sizes.1);
        if self.refused.contains(&key) {
            return false;
        }
        let bonds = |&m: &usize| self.bound[self.starts[m]..self.starts[m + 1]].iter();
        let linked = self.members[gone].iter().flat_map(bonds).filter(|&&b| self.root(b) == keep).count();
        if (linked as f64) < LINKED * (sizes.0 * sizes.1) as f64 {
            self.refused.insert(key);
            return false;
        }
        let moved = std::mem::take(&mut self.members[gone]);
        self.members[keep].extend(moved);
        self.parent[gone] = keep;
        true
    }

    /// Sets of two and more, as reports. `weight`: for each place the sum of what it shares with others.
    fn listed(&self, weight: &[f64], reports_at: &[usize]) -> Vec<Group> {
        let mut out = Vec::new();
        for members in self.members.iter().filter(|m| m.len() > 1) {
            let heaviest = |&&x: &&usize, &&y: &&usize| weight[y].total_cmp(&weight[x]).then(x.cmp(&y));
            let fullest = members.iter().min_by(heaviest).map_or(0, |&m| reports_at[m]);
            let mut reports: Vec<usize> = members.iter().map(|&m| reports_at[m]).collect();
            reports.sort_unstable();
            out.push(Group { reports, fullest });
        }
        out.sort_unstable_by(|x, y| x.reports.cmp(&y.reports));
        out
    }
}
