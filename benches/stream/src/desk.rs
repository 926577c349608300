//! Who groups: the only place here that knows how the stream is asked.

use crate::score::now;
use firsthand_core::story::{Met, Stream, sketch_of};
use firsthand_text::report::Report;
use std::time::Duration;

/// The open stories, and where each report was put.
pub struct Desk {
    stream: Stream,
    /// For each report its story when it came.
    story: Vec<u32>,
    changes: usize,
    pub spent: Spent,
}

/// Where the time on the core went.
#[derive(Clone, Copy, Default)]
pub struct Spent {
    pub sketching: Duration,
    pub placing: Duration,
    pub holding: Duration,
}

impl Spent {
    pub fn whole(&self) -> Duration {
        self.sketching + self.placing + self.holding
    }
}

impl Desk {
    /// Room for so many reports in the window, and for so many in all.
    pub fn new(window: usize, all: usize) -> Desk {
        // Written once, so that its memory is there before the first report.
        let mut story = vec![1; all];
        story.clear();
        Desk { stream: Stream::new(window), story, changes: 0, spent: Spent::default() }
    }

    /// Sketches a report and puts it into a story.
    pub fn take(&mut self, report: &Report) {
        let start = now();
        let sketch = sketch_of(report);
        let sketched = now();
        let met = self.stream.meet(&sketch);
        let placed = self.stream.place(&met);
        let at = now();
        let number = self.story.len() as u32;
        let story = placed.joins.map_or(number, |j| j.story as u32);
        self.stream.hold(i64::from(number), i64::from(story), met);
        self.story.push(story);
        self.changes += placed.merges.len() + placed.splits.len();
        for (n, split) in placed.splits.iter().enumerate() {
            let mut moved = split.reports.clone();
            moved.extend(split.new.then_some(i64::from(number)));
            let made = u32::MAX - (number * 4 + n as u32);
            self.stream.split(split.story, &moved, i64::from(made));
            moved.iter().for_each(|&r| self.story[r as usize] = made);
        }
        for merge in &placed.merges {
            self.stream.merge(merge.from, merge.into);
            self.story.iter_mut().filter(|s| i64::from(**s) == merge.from).for_each(|s| *s = merge.into as u32);
        }
        self.spent.sketching += sketched - start;
        self.spent.placing += at - sketched;
        self.spent.holding += now() - at;
    }

    /// For each report its story now.
    pub fn stories(&self) -> Vec<u32> {
        self.story.clone()
    }

    /// How many stories were merged or split.
    pub fn changes(&self) -> usize {
        self.changes
    }
}

/// Saves the state of these reports, held under these stories, and takes it up again: as an archive does, which keeps what
/// the stream knows of each report and reads it when it is opened. Gives its bytes and the time of both.
pub fn saved_and_resumed(held: &[(i64, i64, Report)]) -> (usize, Duration, Duration) {
    let mut stream = Stream::new(held.len());
    let mut known = Vec::with_capacity(held.len());
    for (number, story, report) in held {
        let met = stream.meet(&sketch_of(report)).kept();
        known.push(met.clone());
        stream.hold(*number, *story, met);
    }
    drop(stream);
    let start = now();
    let bytes: Vec<Vec<u8>> = known.iter().map(Met::to_bytes).collect();
    let saved = now() - start;
    let start = now();
    let mut stream = Stream::new(held.len());
    for ((report, story, _), bytes) in held.iter().zip(&bytes) {
        stream.hold(*report, *story, Met::from_bytes(bytes).expect("a state"));
    }
    let resumed = now() - start;
    assert_eq!(stream.len(), held.len());
    (bytes.iter().map(Vec::len).sum(), saved, resumed)
}
