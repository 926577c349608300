//! Copies as reports come in: each is looked up among the newest and then held, in the order of arrival.

use super::habit::{Habits, Printed};
use super::lookup::Lookup;
use super::pair::{Comparer, Shared};
use super::read::Words;
use super::seek::{ENOUGH, common, weight};
use super::wording::Wording;
use super::{Label, label, longer_is_later};
use firsthand_text::Span;
use firsthand_text::language::Annotated;
use rustc_hash::FxHashMap;
use std::collections::VecDeque;

/// The newest reports, to look others up among. What is found is a function of the reports held and the one looked up; an
/// outlet's boilerplate is known once three of its pages were held.
#[derive(Debug)]
pub struct Window {
    most: usize,
    /// Held reports, oldest first; the first has the place `start`.
    held: VecDeque<Held>,
    start: usize,
    /// Places by fingerprint, oldest first.
    places: FxHashMap<u64, VecDeque<usize>>,
    habits: Habits,
    /// How many held pages have all their paragraphs in common with each other.
    same: FxHashMap<u64, u32>,
    comparer: Comparer,
    lookup: Lookup,
}

#[derive(Debug)]
struct Held {
    number: i64,
    incoming: Incoming,
    /// Whether its paragraphs were counted as the outlet's, and its page as otherwise its own.
    counted: (bool, bool),
}

/// A report as it comes in, read for the comparison.
#[derive(Debug)]
pub struct Incoming {
    wording: Wording,
    printed: Option<Printed>,
    published: Option<String>,
}

/// A held report that has words in common with the one that was looked up.
#[derive(Debug, Clone, PartialEq)]
pub struct Match {
    /// The number it was held by.
    pub number: i64,
    /// What it amounts to.
    pub label: Label,
    /// What they share: the first is the held report, the second the one looked up.
    pub shared: Shared,
    /// The passages, a span in the held report and one in the other.
    pub passages: Vec<(Span, Span)>,
}

impl Window {
    /// An empty window that holds at most so many reports: about 15 kB for one of 500 words.
    pub fn new(most: usize) -> Window {
        Window {
            most: most.max(1),
            held: VecDeque::new(),
            start: 0,
            places: FxHashMap::default(),
            habits: Habits::default(),
            same: FxHashMap::default(),
            comparer: Comparer::default(),
            lookup: Lookup::default(),
        }
    }

    /// Reads a report, leaving out what its outlet is known to print under everything.
    pub fn read(&mut self, report: &Annotated) -> Incoming {
        let words = Words::of(report);
        let printed = report.report.outlet.as_deref().map(|outlet| Printed::of(outlet, &words));
        let boilerplate = printed.as_ref().map(|p| self.habits.boilerplate(p)).unwrap_or_default();
        Incoming {
            wording: Wording::new(&words, &boilerplate, &mut self.lookup),
            printed,
            published: report.report.published.value.clone(),
        }
    }

    /// Looks a report up: the held ones with words in common that are worth a line, oldest first.
    pub fn find(&mut self, incoming: &Incoming) -> Vec<Match> {
        let mut tally: FxHashMap<usize, u32> = FxHashMap::default();
        let common = common(self.held.len());
        for print in &incoming.wording.prints {
            let Some(places) = self.places.get(print).filter(|p| p.len() <= common) else { continue };
            let weight = weight(places.len());
            places.iter().for_each(|&place| *tally.entry(place).or_default() += weight);
        }
        let mut likely: Vec<usize> = tally.into_iter().filter(|t| t.1 >= ENOUGH).map(|t| t.0).collect();
        if likely.is_empty() {
            return Vec::new();
        }
        likely.sort_unstable();
        self.comparer.face(&incoming.wording);
        let held = likely.into_iter().filter_map(|place| self.held.get(place - self.start));
        let judge = |held: &Held| {
            let other = &held.incoming;
            let shared = self.comparer.compare(&incoming.wording, &other.wording).turned();
            let (was, is) = (other.published.as_deref(), incoming.published.as_deref());
            let label = label::label(&shared, longer_is_later(&shared, was, is))?;
            let passages = self.comparer.passages(&incoming.wording, &other.wording);
            let passages = passages.into_iter().map(|(a, b)| (b, a)).collect();
            Some(Match { number: held.number, label, shared, passages })
        };
        held.filter_map(judge).collect()
    }

    /// Holds a report under a number; the oldest is let go where there are too many.
    pub fn hold(&mut self, number: i64, incoming: Incoming) {
        let place = self.start + self.held.len();
        for print in &incoming.wording.prints {
            self.places.entry(*print).or_default().push_back(place);
        }
        let mut counted = (false, false);
        if let Some(page) = &incoming.printed {
            let same = self.same.entry(page.whole()).or_default();
            *same += 1;
            if *same == 1 {
                self.habits.count(page);
                counted = (true, self.habits.weigh(page));
            }
        }
        self.held.push_back(Held { number, incoming, counted });
        while self.held.len() > self.most {
            self.let_go();
        }
    }

    /// Lets the oldest report go, with everything kept of it.
    fn let_go(&mut self) {
        let Some(oldest) = self.held.pop_front() else { return };
        self.start += 1;
        for print in &oldest.incoming.wording.prints {
            let Some(places) = self.places.get_mut(print) else { continue };
            places.pop_front();
            if places.is_empty() {
                self.places.remove(print);
            }
        }
        let Some(page) = &oldest.incoming.printed else { return };
        if let Some(same) = self.same.get_mut(&page.whole()) {
            *same -= 1;
            if *same == 0 {
                self.same.remove(&page.whole());
            }
        }
        if oldest.counted.0 {
            self.habits.forget(page, oldest.counted.1);
        }
    }
}
