//! The account on a terminal: an editor's brief, section by section, the most urgent first.
//!
//! Texts come with styles; `output` takes them out where no terminal wants them.

mod disputes;
mod events;
mod exclusive;
mod finding;
mod lineage;
mod names;
mod people;
mod reports;
pub mod sheet;
mod timeline;

use crate::index::Index;
use firsthand_core::account::Account;
use sheet::Sheet;

/// How much of each section is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measure {
    /// Disputes.
    pub disputes: usize,
    /// Events.
    pub events: usize,
    /// Points below an event.
    pub points: usize,
    /// Answers to a point.
    pub variants: usize,
    /// Lines of what one report alone says.
    pub exclusive: usize,
    /// Speakers.
    pub speakers: usize,
    /// Lines of the lineage.
    pub branches: usize,
    /// Names.
    pub names: usize,
    /// Entries of the timeline.
    pub moments: usize,
    /// Reports.
    pub reports: usize,
}

/// Enough for a screen or three.
const FULL: Measure = Measure {
    disputes: 12,
    events: 10,
    points: 6,
    variants: 6,
    exclusive: 10,
    speakers: 10,
    branches: 24,
    names: 12,
    moments: 14,
    reports: 20,
};

/// Enough for a minute.
const BRIEF: Measure = Measure {
    disputes: 3,
    events: 5,
    points: 1,
    variants: 3,
    exclusive: 0,
    speakers: 4,
    branches: 8,
    names: 0,
    moments: 0,
    reports: 0,
};

/// All sections, wrapped to this many columns.
pub fn full(account: &Account, width: usize) -> String {
    let index = Index::new(account);
    let mut sheet = Sheet::new(width);
    finding::show(&index, &mut sheet);
    disputes::show(&index, &FULL, &mut sheet);
    events::show(&index, &FULL, &mut sheet);
    exclusive::show(&index, &FULL, &mut sheet);
    people::show(&index, &FULL, &mut sheet);
    lineage::show(&index, &FULL, &mut sheet);
    names::show(&index, &FULL, &mut sheet);
    timeline::show(&index, &FULL, &mut sheet);
    reports::show(&index, &FULL, &mut sheet);
    sheet.finish()
}

/// What can be read in a minute, wrapped to this many columns: about 25 lines.
pub fn brief(account: &Account, width: usize) -> String {
    let index = Index::new(account);
    let mut sheet = Sheet::new(width);
    finding::show(&index, &mut sheet);
    disputes::brief(&index, &BRIEF, &mut sheet);
    events::brief(&index, &BRIEF, &mut sheet);
    people::brief(&index, &BRIEF, &mut sheet);
    lineage::show(&index, &BRIEF, &mut sheet);
    sheet.finish()
}
