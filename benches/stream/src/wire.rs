//! The stream: reports of all stories in order of time, made as they are taken; nothing of them is held.

use crate::report::report;
use crate::story::{MEAN, Story, times};
use crate::world::World;
use firsthand_text::report::Report;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// A report and the story it is of.
pub struct Arrival {
    pub story: u64,
    pub report: Report,
}

pub struct Wire {
    world: World,
    /// Days between the beginnings of two stories.
    gap: f64,
    /// The next story that begins.
    next: u64,
    /// What comes later: when (nanodays), of which story, which of its reports.
    due: BinaryHeap<Reverse<(u64, u64, usize)>>,
}

impl Wire {
    /// A stream of so many reports a day.
    pub fn new(per_day: f64) -> Wire {
        Wire { world: World::new(), gap: MEAN / per_day, next: 0, due: BinaryHeap::new() }
    }
}

impl Iterator for Wire {
    type Item = Arrival;

    fn next(&mut self) -> Option<Arrival> {
        loop {
            let begins = self.next as f64 * self.gap;
            if let Some(&Reverse((at, story, nth))) = self.due.peek()
                && at <= nano(begins)
            {
                self.due.pop();
                let report = report(&Story::of(story, &self.world), nth, at as f64 / 1e9, &self.world);
                return Some(Arrival { story, report });
            }
            let reports = times(self.next, begins).into_iter().enumerate();
            self.due.extend(reports.map(|(nth, at)| Reverse((nano(at), self.next, nth))));
            self.next += 1;
        }
    }
}

fn nano(days: f64) -> u64 {
    (days * 1e9) as u64
}
