//! Which story do the new reports of one transaction belong to?
//!
//! They are grouped among themselves as `firsthand read` groups files, and each group then joins an open story or starts
//! one: so a folder that is added gives the stories that reading it gives.

use crate::open_stories::OpenStories;
use crate::prepare::Prepared;
use firsthand_core::story::{Join, Merge, Nearest, Placement, Rules, Split, group_sketches};
use rayon::prelude::*;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Where the pages of a transaction belong, by their place in its order.
#[derive(Debug, Default)]
pub(crate) struct Placing {
    /// For each page its group.
    group: Vec<usize>,
    /// Why a page is in its group: the page of the group it is nearest to. In a group that joins a story these lead to
    /// the page by which it does.
    joins: BTreeMap<usize, Join>,
    /// For each group the open story it joins, and what that changes.
    story: Vec<Option<Meeting>>,
    /// For each group the open story of the same affair that is nearest.
    related: Vec<Option<Nearest>>,
    /// For each group the story its first page was put into.
    home: BTreeMap<usize, i64>,
}

/// A group meets a story.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Meeting {
    /// The page of the group that is nearest to it.
    pub(crate) by: usize,
    /// The story and its nearest report.
    pub(crate) joins: Nearest,
    /// Stories that turn out to be one.
    pub(crate) merges: Vec<Merge>,
    /// Reports that turn out to be a story of their own.
    pub(crate) splits: Vec<Split>,
}

/// What became of a page's story.
#[derive(Debug, Clone)]
pub(crate) enum Home {
    /// It starts a story.
    New,
    /// It is the first of its group, which joins this story.
    Meets(Meeting),
    /// Its group has this story already.
    Group(i64),
}

/// Why a page is where it is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Why {
    /// It is near to a report that was there before. What they share is found when somebody asks: that takes both reports.
    Before(Nearest),
    /// It is near to another page of the transaction, the one at this place.
    Beside(Join),
}

impl Placing {
    /// Places pages, given in their order.
    pub(crate) fn of(pages: &[&Prepared], stories: &OpenStories) -> Placing {
        let place = |page: &&Prepared| stories.stream.place(&stories.stream.meet(&page.sketch));
        let placements: Vec<Placement> = pages.par_iter().map(place).collect();
        let reports: Vec<_> = pages.iter().map(|p| (&p.outline.report, &p.sketch)).collect();
        let mut out = Placing { group: vec![0; pages.len()], ..Placing::default() };
        for (n, story) in group_sketches(&reports, &Rules::default()).into_iter().enumerate() {
            for &page in &story.reports {
                if let Some(group) = out.group.get_mut(page) {
                    *group = n;
                }
            }
            let meeting = meeting(&story.reports, &placements);
            out.joins.extend(story.joins.into_iter().map(|join| (join.report, join)));
            if let Some(meeting) = &meeting {
                out.lead_to(meeting.by);
            }
            let related = story.reports.iter().filter_map(|&p| placements.get(p)?.related);
            out.related.push(related.max_by(|a, b| a.score.total_cmp(&b.score).then(b.story.cmp(&a.story))));
            out.story.push(meeting);
        }
        out
    }

    /// Where the page at this place of the order belongs.
    pub(crate) fn home(&self, at: usize) -> Home {
        let group = self.group.get(at).copied().unwrap_or_default();
        match (self.home.get(&group), self.story.get(group).cloned().flatten()) {
            (Some(&story), _) => Home::Group(story),
            (None, Some(meeting)) => Home::Meets(meeting),
            (None, None) => Home::New,
        }
    }

    /// Why the page at this place belongs there; None for one that a story begins with.
    pub(crate) fn why(&self, at: usize) -> Option<Why> {
        if let Some(join) = self.joins.get(&at) {
            return Some(Why::Beside(join.clone()));
        }
        let group = self.group.get(at).copied().unwrap_or_default();
        let meeting = self.story.get(group).and_then(Option::as_ref);
        meeting.filter(|meeting| meeting.by == at).map(|meeting| Why::Before(meeting.joins))
    }

    /// Turns the reasons of a group so that they lead to this page instead of the one the group begins with.
    fn lead_to(&mut self, page: usize) {
        let (mut at, mut turned) = (page, None);
        loop {
            let join = match turned {
                Some(join) => self.joins.insert(at, join),
                None => self.joins.remove(&at),
            };
            let Some(join) = join else { return };
            at = join.nearest;
            turned = Some(Join { report: join.nearest, nearest: join.report, ..join });
        }
    }

    /// Says into which story a page was put, for those of its group that follow.
    pub(crate) fn settle(&mut self, at: usize, story: i64) {
        let group = self.group.get(at).copied().unwrap_or_default();
        self.home.insert(group, story);
    }

    /// The story of the same affair that the group of a page is nearest to without belonging to it.
    pub(crate) fn related(&self, at: usize) -> Option<Nearest> {
        let group = self.group.get(at).copied().unwrap_or_default();
        self.related.get(group).copied().flatten()
    }

    /// Two stories became one.
    pub(crate) fn merge(&mut self, from: i64, into: i64) {
        let stories = self.story.iter_mut().flatten().map(|m| &mut m.joins.story);
        let related = self.related.iter_mut().flatten().map(|n| &mut n.story);
        stories.chain(related).chain(self.home.values_mut()).filter(|s| **s == from).for_each(|s| *s = into);
    }
}

/// The story that most pages of a group would join, and of equals the nearest.
fn meeting(pages: &[usize], placements: &[Placement]) -> Option<Meeting> {
    let mut votes: BTreeMap<i64, (usize, usize, Nearest)> = BTreeMap::new();
    for (by, joins) in pages.iter().filter_map(|&p| Some((p, placements.get(p)?.joins?))) {
        let vote = votes.entry(joins.story).or_insert((0, by, joins));
        vote.0 += 1;
        if joins.score > vote.2.score {
            (vote.1, vote.2) = (by, joins);
        }
    }
    let by_weight = |a: &(usize, usize, Nearest), b: &(usize, usize, Nearest)| {
        (a.0, Reverse(a.2.story)).cmp(&(b.0, Reverse(b.2.story))).then(a.2.score.total_cmp(&b.2.score))
    };
    let (_, by, joins) = votes.into_values().max_by(by_weight)?;
    let changes = placements.get(by).cloned().unwrap_or_default();
    Some(Meeting { by, joins, merges: changes.merges, splits: changes.splits })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn join(report: usize, nearest: usize) -> (usize, Join) {
        (report, Join { report, nearest, score: 0.1 * report as f64, shares: vec![report.to_string()] })
    }

    #[test]
    fn reasons_lead_to_the_page_that_meets_the_story() {
        let mut placing =
            Placing { joins: [join(1, 0), join(2, 1), join(3, 2), join(4, 1)].into(), ..Placing::default() };
        placing.lead_to(2);
        let led: Vec<(usize, usize, &str)> =
            placing.joins.iter().map(|(at, j)| (*at, j.nearest, j.shares[0].as_str())).collect();
        assert_eq!(led, [(0, 1, "1"), (1, 2, "2"), (3, 2, "3"), (4, 1, "4")]);
        assert!(placing.joins.iter().all(|(at, j)| *at == j.report));
        // It leads there already.
        let before = placing.joins.clone();
        placing.lead_to(2);
        assert_eq!(placing.joins, before);
    }

    #[test]
    fn a_group_joins_where_most_of_it_would() {
        let near = |story, score| Some(Nearest { story, report: 10 * story, score });
        let to = |joins| Placement { joins, ..Placement::default() };
        let merge = Merge { from: 9, into: 7, by: (90, 70, 0.4) };
        let both = Placement { merges: vec![merge], ..to(near(7, 0.5)) };
        let placements = [to(near(7, 0.3)), both, to(near(8, 0.9)), to(None)];
        let met = meeting(&[0, 1, 2, 3], &placements).expect("a story");
        assert_eq!((met.by, met.joins.story, met.joins.score), (1, 7, 0.5));
        assert_eq!(met.merges, [merge]);
        assert_eq!(meeting(&[3], &placements), None);
    }
}
