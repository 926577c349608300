//! What the search for derivations needs to know of a report.

use super::super::body::Body;

/// A report that may have its text from another, or others from it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Witness {
    /// Its words.
    pub body: Body,
    /// When it says it was published, in minutes since any fixed moment; clocks are wrong now and then.
    pub minute: Option<i64>,
    /// How exact that is, in minutes: 1, or 1440 where only the day is known.
    pub exact: i64,
    /// Its outlet; empty where unknown.
    pub outlet: String,
    /// The names of outlets it credits in its text, credit lines and dateline, its own among them, each as often as it
    /// stands there. Names that no report of the story is by are of no use and do no harm.
    pub credits: Vec<String>,
}

/// Who credits whom, names as numbers.
#[derive(Debug, Default)]
pub(super) struct Credits {
    /// For each report its outlet; none where unknown.
    pub(super) outlet: Vec<Option<usize>>,
    /// For each report the outlets it credits, its own left out; sorted.
    pub(super) given: Vec<Vec<usize>>,
    /// For each report how many others credit its outlet.
    pub(super) received: Vec<f64>,
    /// For each report how many times it names its own outlet.
    pub(super) own: Vec<usize>,
    /// And others of the story.
    pub(super) mentions: Vec<usize>,
}

impl Credits {
    pub(super) fn of(witnesses: &[Witness]) -> Credits {
        let mut outlets: Vec<String> =
            witnesses.iter().map(|w| w.outlet.to_lowercase()).filter(|o| !o.is_empty()).collect();
        outlets.sort();
        outlets.dedup();
        let number = |name: &String| outlets.binary_search(&name.to_lowercase()).ok();
        let outlet: Vec<Option<usize>> = witnesses.iter().map(|w| number(&w.outlet)).collect();
        let (mut given, mut own, mut mentions) = (Vec::new(), Vec::new(), Vec::new());
        for (witness, outlet) in witnesses.iter().zip(&outlet) {
            let mut named: Vec<usize> = witness.credits.iter().filter_map(&number).collect();
            let all = named.len();
            named.retain(|n| Some(*n) != *outlet);
            own.push(all - named.len());
            mentions.push(named.len());
            named.sort_unstable();
            named.dedup();
            given.push(named);
        }
        let mut times = vec![0.0; outlets.len()];
        given.iter().flatten().for_each(|&n| times[n] += 1.0);
        let received = outlet.iter().map(|o| o.map_or(0.0, |o| times[o])).collect();
        Credits { outlet, given, received, own, mentions }
    }

    /// Whether one report credits the outlet of the other.
    pub(super) fn credits(&self, report: usize, other: usize) -> bool {
        self.outlet[other].is_some_and(|o| self.given[report].binary_search(&o).is_ok())
    }

    /// Whether two reports are of one outlet.
    pub(super) fn one_outlet(&self, a: usize, b: usize) -> bool {
        self.outlet[a].is_some() && self.outlet[a] == self.outlet[b]
    }
}
