//! Which reports may a report have its text from, and what does each cost?

use super::compare::{Before, Way, way};
use super::cost::{self, Beginning, Clock};
use super::reading::Collation;
use super::witness::Credits;

/// One report that another may come from.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Candidate {
    pub(super) parent: usize,
    pub(super) way: Way,
    /// What the text costs.
    pub(super) text: f64,
    /// What time and outlets cost.
    pub(super) time: f64,
    /// What credits cost.
    pub(super) credit: f64,
}

impl Candidate {
    pub(super) fn cost(&self) -> f64 {
        self.text + self.time + self.credit
    }
}

/// All a report may come from.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Choice {
    /// The cheapest first.
    pub(super) candidates: Vec<Candidate>,
    /// What it costs to come from none.
    pub(super) root: f64,
}

/// More candidates than this are not kept: of hundreds of copies of one text nobody can tell the parent.
const KEPT: usize = 40;
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

    /// The candidates of one report.
    pub(super) fn choice(&self, child: usize) -> Choice {
        let earlier: Vec<bool> = (0..self.len()).map(|r| self.earlier(r, child)).collect();
        let before = Before::of(self.collation, child, &earlier);
        let weights = self.collation.weights(child);
        let once = vec![1.0; weights.len()];
        let (mut linked, mut ahead, mut again) = (0usize, 0usize, false);
        let mut candidates = Vec::new();
        for parent in (0..self.len()).filter(|p| *p != child) {
            let way = way(self.collation, parent, child, &before, &[]);
            if !way.meets() {
                continue;
            }
            linked += 1;
            ahead += usize::from(earlier[parent]);
            let tally = way.tally(&weights, &once);
            let version = tally.share > VERSION && self.credits.one_outlet(parent, child);
            again |= version && self.precedes(parent, child, &way);
            let text = cost::text(&way, &tally);
            let time = cost::time(self.clock, self.credits, &way, &tally, parent, child);
            let credit = cost::credit(self.credits, &[], parent, child);
            candidates.push(Candidate { parent, way, text, time, credit });
        }
        sort(&mut candidates);
        candidates.truncate(KEPT);
        let had = before.place.iter().filter(|b| **b).count() as f64 / before.place.len().max(1) as f64;
        let late = ahead as f64 / linked.max(1) as f64;
        let root = cost::root(self.credits, child, Beginning { late, had, again });
        Choice { candidates, root }
    }

    /// Whether of two reports of one outlet the first is the earlier version: it names its outlet less
    /// often as a source, it has less, or it is older. Dates alone do not tell, as an update may keep the first one.
    fn precedes(&self, report: usize, other: usize, way: &Way) -> bool {
        let own = &self.credits.own;
        if own[report] != own[other] {
            return own[report] < own[other];
        }
        let more = way.fates.iter().any(|f| !f.shared());
        let less = way.dropped + way.cut > 0.0;
        if more != less {
            return more;
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

    /// Weighs credits again, now that it is known what is behind each report.
    pub(super) fn weigh_credits(&self, choices: &mut [Choice], above: &[Vec<usize>]) {
        for (child, choice) in choices.iter_mut().enumerate() {
            for candidate in &mut choice.candidates {
                let parent = candidate.parent;
                candidate.credit = cost::credit(self.credits, &above[parent], parent, child);
            }
            sort(&mut choice.candidates);
        }
    }
}

fn sort(candidates: &mut [Candidate]) {
    candidates.sort_by(|a, b| a.cost().total_cmp(&b.cost()).then(a.parent.cmp(&b.parent)));
}
