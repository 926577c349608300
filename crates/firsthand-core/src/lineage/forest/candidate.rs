//! Which reports may a report have its text from, and what does each cost?

use super::compare::{Before, Way, way};
use super::cost::{self, Beginning, Clock};
use super::reading::Collation;
use super::sample::Slot;
use super::witness::Credits;
use std::ops::Range;

/// More candidates than this are not kept: of hundreds of copies of one text nobody can tell the parent.
const KEPT: usize = 60;
/// An update of an outlet's own has at least so much of the earlier version.
const VERSION: f64 = 0.3;

/// The story, as all steps look at it.
pub(super) struct Story<'a> {
    pub(super) collation: &'a Collation,
    pub(super) credits: &'a Credits,
    pub(super) clock: &'a Clock,
}

impl Story<'_> {
    fn len(&self) -> usize {
        self.collation.rows.len()
    }

    /// Whether a report is known to be earlier than another.
    fn earlier(&self, report: usize, than: usize) -> bool {
        self.clock.lag(report, than).is_some_and(|lag| lag > 0)
    }

    /// What reports that are known to be earlier have of one.
    pub(super) fn before(&self, child: usize) -> Before {
        let earlier: Vec<bool> = (0..self.len()).map(|r| self.earlier(r, child)).collect();
        Before::of(self.collation, child, &earlier)
    }

    /// A report that has its text from one other, or from nobody.
    pub(super) fn whole(&self, child: usize) -> Slot {
        let before = self.before(child);
        let weights = self.collation.weights(child);
        let once = vec![1.0; weights.len()];
        let mut again = false;
        let mut found = Vec::new();
        for parent in (0..self.len()).filter(|p| *p != child) {
            let way = way(self.collation, parent, child, &before, &[]);
            if !way.meets() {
                continue;
            }
            let tally = way.tally(&weights, &once);
            let version = tally.share > VERSION && self.credits.one_outlet(parent, child);
            again |= version && self.precedes(parent, child, &way);
            found.push((
                parent,
                cost::text(&way, &tally) + cost::time(self.clock, self.credits, parent, child),
            ));
        }
        let had = before.place.iter().filter(|b| **b).count() as f64 / before.place.len().max(1) as f64;
        let root = cost::root(self.credits, child, Beginning { had, again });
        Slot { child, candidates: self.likeliest(child, found), root: Some(root) }
    }

    /// A part of a report that has its text from several.
    pub(super) fn part(&self, child: usize, part: &Range<usize>, before: &Before) -> Slot {
        let weights = self.collation.weights(child);
        let once = vec![1.0; weights.len()];
        let passed: Vec<bool> = (0..weights.len()).map(|n| !part.contains(&n)).collect();
        let one = |parent: usize| {
            let way = way(self.collation, parent, child, before, &passed);
            let tally = way.tally(&weights, &once);
            let text = cost::part(&way, &tally, self.collation.rows[parent].len());
            let time = cost::part_time(self.clock, self.credits, parent, child);
            way.meets().then_some((parent, text + time))
        };
        let found = (0..self.len()).filter(|p| *p != child).filter_map(one).collect();
        Slot { child, candidates: self.likeliest(child, found), root: None }
    }

    /// The cheapest candidates, those that are credited before others.
    fn likeliest(&self, child: usize, mut found: Vec<(usize, f64)>) -> Vec<(usize, f64)> {
        let told = |parent: usize| {
            let credited = self.credits.credits(child, parent);
            if credited { cost::credit(cost::Credit::Parent) } else { 0.0 }
        };
        found.sort_by(|a, b| (a.1 + told(a.0)).total_cmp(&(b.1 + told(b.0))).then(a.0.cmp(&b.0)));
        found.truncate(KEPT);
        found
    }

    /// Whether of two reports of one outlet the first is the earlier version: it has less, it names its outlet less
    /// often as a source, or it is older. Dates alone do not tell, as an update may keep the first one.
    fn precedes(&self, report: usize, other: usize, way: &Way) -> bool {
        let more = way.fates.iter().any(|f| !f.shared());
        let less = way.dropped + way.cut > 0.0;
        if more != less {
            return more;
        }
        let own = &self.credits.own;
        if own[report] != own[other] {
            return own[report] < own[other];
        }
        self.clock.lag(report, other).map_or(report < other, |lag| lag > 0)
    }

    /// Pairs of which the first cannot be later than the second, whatever their clocks say: versions of one report, and
    /// what an outlet wrote first and those who credit that outlet for the same sentences. Addresses of agencies show when they
    /// were last touched.
    pub(super) fn no_later(&self) -> Vec<(usize, usize)> {
        let alike = |report: usize, other: usize| {
            let weights = self.collation.weights(other);
            let way = way(self.collation, report, other, &Before::unknown(weights.len()), &[]);
            let share = way.tally(&weights, &vec![1.0; weights.len()]).share;
            (share > VERSION).then_some(way)
        };
        let all = || 0..self.len();
        let mut out = Vec::new();
        let mut later = vec![false; self.len()];
        for report in all() {
            for other in all().filter(|o| *o != report && self.credits.one_outlet(report, *o)) {
                if alike(report, other).is_some_and(|way| self.precedes(report, other, &way)) {
                    later[other] = true;
                    out.push((report, other));
                }
            }
        }
        for report in all().filter(|r| !later[*r]) {
            let credit = |o: &usize| self.credits.credits(*o, report) && !self.credits.credits(report, *o);
            out.extend(all().filter(credit).filter(|o| alike(report, *o).is_some()).map(|o| (report, o)));
        }
        out
    }
}
