//! Which reports are of the same event, and which are copies of one text?
//!
//! In: annotated reports. Out: [`Story`]s, each a list of report indices with the reasons that joined them.

mod alike;
mod gather;
mod near;
mod rarity;
mod reason;
mod rules;
mod sketch;
mod stream;
mod trace;
mod words;

use firsthand_text::language::Annotated;
use firsthand_text::report::Report;
use rayon::prelude::*;
pub use rules::Rules;
pub use sketch::{Sketch, sketch, sketch_of};
pub use stream::{Nearest, Placement, Stream};
pub use trace::{Term, Trace, days};
pub use words::{Word, stem, words};

/// One story.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Story {
    /// Indices of its reports, ascending.
    pub reports: Vec<usize>,
    /// Why each report but the first was joined: in the order of joining.
    pub joins: Vec<Join>,
}

/// Why a report joined a story.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Join {
    /// The report that joined.
    pub report: usize,
    /// The report of the story it is nearest to.
    pub nearest: usize,
    /// How near, 0 to 1.
    pub score: f64,
    /// What they share, in words: names, words, days.
    pub shares: Vec<String>,
}

/// Groups reports into stories. The order of the input does not matter but for the indices; leans to splitting.
///
/// Stories come in order of their first report, which is the earliest by day (undated first), then by location.
pub fn group(reports: &[Annotated]) -> Vec<Story> {
    let sketches: Vec<Sketch> = reports.par_iter().map(sketch).collect();
    let mut order: Vec<usize> = (0..reports.len()).collect();
    let place = |&n: &usize| (sketches[n].day, &reports[n].report.location, &reports[n].report.text);
    order.sort_by(|a, b| place(a).cmp(&place(b)));
    let sorted: Vec<Sketch> = order.iter().map(|&n| sketches[n].clone()).collect();
    let mut stories = group_sketches(&sorted, &Rules::default());
    for story in &mut stories {
        story.reports.iter_mut().for_each(|r| *r = order[*r]);
        story.reports.sort_unstable();
        for join in &mut story.joins {
            (join.report, join.nearest) = (order[join.report], order[join.nearest]);
        }
    }
    stories
}

/// Groups sketches by the given rules. They must stand in an order of their own, such as that of time: it decides
/// between equals.
pub fn group_sketches(sketches: &[Sketch], rules: &Rules) -> Vec<Story> {
    let (weighed, terms) = near::weigh(sketches);
    let pairs = near::pairs(&weighed, rules);
    let grounds = reason::Grounds { sketches, weighed: &weighed, terms: &terms, rules };
    let stories = gather::gather(sketches, &pairs, rules);
    stories.into_iter().map(|reports| Story { joins: grounds.joins(&reports), reports }).collect()
}

/// What two reports share, in words: the rarest names of both, then the rarest words, as the first of them writes them,
/// then the day if it is one.
pub fn shares(report: &Report, other: &Report) -> Vec<String> {
    let sketches = [sketch_of(report), sketch_of(other)];
    let (weighed, terms) = near::weigh(&sketches);
    let rules = Rules::default();
    let grounds = reason::Grounds { sketches: &sketches, weighed: &weighed, terms: &terms, rules: &rules };
    grounds.shares(0, 1)
}

#[cfg(test)]
mod tests;
