//! Which reports are of the same event, and which are copies of one text?
//!
//! In: annotated reports. Out: [`Story`]s, each a list of report indices with the reasons that joined them.

mod alike;
pub mod copy;
pub(crate) mod fingerprint;
mod gather;
mod index;
mod rarity;
mod reason;
mod rules;
mod scan;
mod sketch;
mod state;
mod stream;
mod weigh;
mod window;
mod words;

use firsthand_text::language::Annotated;
use firsthand_text::report::Report;
use gather::Pair;
use rayon::prelude::*;
pub use rules::Rules;
pub use sketch::{Sketch, Term, days, sketch, sketch_of};
pub use stream::{Merge, Met, Nearest, Placement, Split, Stream};
use weigh::{Standing, Views, Weighed, nearness};
use window::{FLOOR, Found, Window, best_and_crowd};
pub use words::{Word, stem, words};

/// One story.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Story {
    /// Indices of its reports, ascending.
    pub reports: Vec<usize>,
    /// Why each report but the first was joined: in the order of joining.
    pub joins: Vec<Join>,
    /// Another story of the same affair, if there is one: an earlier or later event of it.
    pub related: Option<Kin>,
}

/// Two stories of one affair.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Kin {
    /// The other story: its place among all.
    pub story: usize,
    /// The report of this story that is near to the other.
    pub report: usize,
    /// The report of the other story that it is near to.
    pub nearest: usize,
    /// How near they would be if they were of one day, 0 to 1.
    pub score: f64,
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
    let sources: Vec<&Report> = reports.iter().map(|r| &r.report).collect();
    let sketches: Vec<Sketch> = sources.par_iter().map(|r| sketch_of(r)).collect();
    let mut order: Vec<usize> = (0..reports.len()).collect();
    let place = |&n: &usize| (sketches[n].day, &sources[n].location, &sources[n].text);
    order.sort_by(|a, b| place(a).cmp(&place(b)));
    let sorted: Vec<(&Report, &Sketch)> = order.iter().map(|&n| (sources[n], &sketches[n])).collect();
    let mut stories = group_sketches(&sorted, &Rules::default());
    for story in &mut stories {
        story.reports.iter_mut().for_each(|r| *r = order[*r]);
        story.reports.sort_unstable();
        for join in &mut story.joins {
            (join.report, join.nearest) = (order[join.report], order[join.nearest]);
        }
        if let Some(kin) = &mut story.related {
            (kin.report, kin.nearest) = (order[kin.report], order[kin.nearest]);
        }
    }
    stories
}

/// Groups reports by their sketches. They must stand in an order of their own, such as that of time: it decides between
/// equals.
pub fn group_sketches(reports: &[(&Report, &Sketch)], rules: &Rules) -> Vec<Story> {
    let mut window = Window::new(usize::MAX, *rules);
    reports.iter().for_each(|(_, sketch)| window.count(sketch));
    let weighed: Vec<Weighed> = reports.par_iter().map(|(_, sketch)| window.weigh(sketch)).collect();
    let mut compared = Vec::new();
    for (other, report) in weighed.into_iter().enumerate() {
        let near = window.compare(&report).into_iter();
        compared.extend(near.map(|(slot, views)| (slot as usize, other, views)));
        window.hold(report, Found::default());
    }
    let pairs = pairs(reports.len(), &compared, rules);
    let weighed: Vec<&Weighed> = window.all().collect();
    let stories = gather::gather(&weighed, &pairs, rules);
    let mut story_of = vec![0; reports.len()];
    for (n, story) in stories.iter().enumerate() {
        story.iter().for_each(|&report| story_of[report] = n);
    }
    let mut within: Vec<Vec<Pair>> = vec![Vec::new(); stories.len()];
    for pair in pairs.into_iter().filter(|p| story_of[p.one] == story_of[p.other]) {
        within[story_of[pair.one]].push(pair);
    }
    let sources: Vec<&Report> = reports.iter().map(|(source, _)| *source).collect();
    let related = |reports: &[usize]| {
        let &first = reports.first()?;
        let elsewhere = |slot: u32| story_of[slot as usize] != story_of[first];
        let (slot, score) = window.affair(weighed[first], elsewhere)?;
        Some(Kin { story: story_of[slot as usize], report: first, nearest: slot as usize, score })
    };
    let made = stories.into_par_iter().zip(within);
    made.map(|(reports, pairs)| Story {
        joins: reason::joins(&reports, &pairs, &sources, &weighed),
        related: related(&reports),
        reports,
    })
    .collect()
}

/// The pairs that are near, each judged among the other neighbours of its reports.
fn pairs(reports: usize, compared: &[(usize, usize, Views)], rules: &Rules) -> Vec<Pair> {
    let mut alike: Vec<Vec<f32>> = vec![Vec::new(); reports];
    for (one, other, views) in compared {
        alike[*one].push(views.alike() as f32);
        alike[*other].push(views.alike() as f32);
    }
    let known: Vec<(f32, f32)> = alike.into_iter().map(best_and_crowd).collect();
    let pair = |&(one, other, views): &(usize, usize, Views)| {
        let ((best, crowd), (theirs, theirs_crowd)) = (known[one], known[other]);
        let crowds = (crowd.into(), theirs_crowd.into());
        let standing = Standing::of(views.alike(), (best.into(), theirs.into()), crowds);
        Pair { one, other, score: nearness(&views, standing, rules) }
    };
    compared.iter().map(pair).filter(|pair| pair.score >= FLOOR).collect()
}

/// What two reports share, in words: the rarest names of both, then the rarest words, as the first of them writes them,
/// then the day if it is one.
pub fn shares(report: &Report, other: &Report) -> Vec<String> {
    let sketches = [sketch_of(report), sketch_of(other)];
    let mut window = Window::new(2, Rules::default());
    sketches.iter().for_each(|sketch| window.count(sketch));
    let [one, two] = sketches.each_ref().map(|sketch| window.weigh(sketch));
    reason::shares((report, &one), (other, &two))
}

#[cfg(test)]
mod tests;
