//! Which story do the new reports of one transaction belong to?
//!
//! They are grouped among themselves as `firsthand read` groups files, and each group then joins an open story or starts
//! one: so a folder that is added gives the stories that reading it gives.

use crate::open_stories::OpenStories;
use crate::prepare::Prepared;
use firsthand_core::story::{Join, Nearest, Placement, Rules, Sketch, group_sketches};
use rayon::prelude::*;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Where the pages of a transaction belong, by their place in its order.
#[derive(Debug, Default)]
pub(crate) struct Placing {
    /// For each page its group.
    group: Vec<usize>,
    /// Why a page is in its group: the page of the group it is nearest to.
    joins: BTreeMap<usize, Join>,
    /// For each group the open story it joins, with the page that is nearest to it, and another that is the same.
    story: Vec<Option<Meeting>>,
    /// For each group the story its first page was put into.
    home: BTreeMap<usize, i64>,
}

/// A group meets a story.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Meeting {
    /// The story and its nearest report.
    pub(crate) joins: Nearest,
    /// Another story that turns out to be the same.
    pub(crate) unites: Option<Nearest>,
}

/// What became of a page's story.
#[derive(Debug, Clone)]
pub(crate) enum Home {
    /// It starts a story.
    New,
    /// It is the first of its group, which joins this story.
    Meets(Meeting),
    /// Its group has this story already; the page of the group it is nearest to says why.
    Group(i64, Join),
}

impl Placing {
    /// Places pages, given in their order.
    pub(crate) fn of(pages: &[&Prepared], stories: &OpenStories) -> Placing {
        let placements: Vec<Placement> = pages.par_iter().map(|p| stories.stream.place(&p.trace)).collect();
        let sketches: Vec<Sketch> = pages.iter().map(|p| p.sketch.clone()).collect();
        let mut out = Placing { group: vec![0; pages.len()], ..Placing::default() };
        for (n, story) in group_sketches(&sketches, &Rules::default()).into_iter().enumerate() {
            for &page in &story.reports {
                if let Some(group) = out.group.get_mut(page) {
                    *group = n;
                }
            }
            out.story.push(meeting(&story.reports, &placements));
            out.joins.extend(story.joins.into_iter().map(|join| (join.report, join)));
        }
        out
    }

    /// Where the page at this place of the order belongs.
    pub(crate) fn home(&self, at: usize) -> Home {
        let group = self.group.get(at).copied().unwrap_or_default();
        match (self.home.get(&group), self.story.get(group).copied().flatten()) {
            (Some(&story), _) => Home::Group(story, self.joins.get(&at).cloned().unwrap_or_default()),
            (None, Some(meeting)) => Home::Meets(meeting),
            (None, None) => Home::New,
        }
    }

    /// Says into which story a page was put, for those of its group that follow.
    pub(crate) fn settle(&mut self, at: usize, story: i64) {
        let group = self.group.get(at).copied().unwrap_or_default();
        self.home.insert(group, story);
    }

    /// Two stories became one.
    pub(crate) fn merge(&mut self, from: i64, into: i64) {
        self.home.values_mut().filter(|s| **s == from).for_each(|s| *s = into);
        let nearest = self.story.iter_mut().flatten().flat_map(|m| [Some(&mut m.joins), m.unites.as_mut()]);
        nearest.flatten().filter(|n| n.story == from).for_each(|n| n.story = into);
    }
}

/// The story that most pages of a group would join, and of equals the nearest.
fn meeting(pages: &[usize], placements: &[Placement]) -> Option<Meeting> {
    let mut votes: BTreeMap<i64, (usize, Nearest)> = BTreeMap::new();
    let own = || pages.iter().filter_map(|&p| placements.get(p));
    for nearest in own().filter_map(|p| p.joins) {
        let vote = votes.entry(nearest.story).or_insert((0, nearest));
        vote.0 += 1;
        if nearest.score > vote.1.score {
            vote.1 = nearest;
        }
    }
    let by_weight = |a: &(usize, Nearest), b: &(usize, Nearest)| {
        (a.0, Reverse(a.1.story)).cmp(&(b.0, Reverse(b.1.story))).then(a.1.score.total_cmp(&b.1.score))
    };
    let (_, joins) = votes.into_values().max_by(by_weight)?;
    let unites = own().filter(|p| p.joins.is_some_and(|j| j.story == joins.story)).find_map(|p| p.unites);
    Some(Meeting { joins, unites })
}
