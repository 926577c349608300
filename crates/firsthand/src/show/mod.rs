//! The account on a terminal: an editor's brief, section by section, the most urgent first.
//!
//! Texts come with styles; `output` takes them out where no terminal wants them.

pub mod check;
pub mod copies;
pub mod descent;
mod disputes;
mod events;
mod exclusive;
mod finding;
mod lineage;
mod listed;
mod names;
mod people;
mod reports;
mod revised;
pub mod sheet;
mod silences;
pub mod statements;
pub mod stories;
mod timeline;

use crate::index::Index;
use crate::wording::{clean, count, shorten};
use firsthand_core::account::Account;
use sheet::{FAINT, HEAD, Sheet, paint};

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
    /// Lines of what one origin alone says.
    pub exclusive: usize,
    /// Lines of what one report leaves out.
    pub omissions: usize,
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

/// So many stories are named before their accounts.
const STORIES: usize = 20;

/// Enough for a screen or three.
const FULL: Measure = Measure {
    disputes: 12,
    events: 10,
    points: 6,
    variants: 6,
    exclusive: 10,
    omissions: 4,
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
    omissions: 0,
    speakers: 4,
    branches: 8,
    names: 0,
    moments: 0,
    reports: 0,
};

/// The accounts of several stories one below the other, after a list of them. Where there are several, a story of one
/// report is shown in brief: there is nothing to compare it with.
pub fn stories(accounts: &[Account], width: usize, show: fn(&Account, usize) -> String) -> String {
    if let [one] = accounts {
        return show(one, width);
    }
    let rule = format!("\n{}\n\n", paint(FAINT, &"─".repeat(width)));
    let mut text = contents(accounts, width);
    for account in accounts {
        text.push_str(&rule);
        text.push_str(&if account.reports.len() > 1 { show(account, width) } else { brief(account, width) });
    }
    text
}

/// Which stories there are.
fn contents(accounts: &[Account], width: usize) -> String {
    let mut sheet = Sheet::new(width);
    let reports: usize = accounts.iter().map(|a| a.reports.len()).sum();
    let (stories, reports) = (count(accounts.len(), "story"), count(reports, "report"));
    sheet.para(0, &paint(HEAD, &format!("{stories} in {reports}")));
    for account in accounts.iter().take(STORIES) {
        let story = &account.story;
        let headline = if story.headline.is_empty() { "(no headline)" } else { &story.headline };
        let id = format!("{:<4}", clean(&story.id));
        sheet.noted(&paint(FAINT, &id), 4, &shorten(headline, width), &count(story.reports, "report"));
    }
    sheet.more(4, accounts.len(), STORIES);
    sheet.finish()
}

/// All sections, wrapped to this many columns.
pub fn full(account: &Account, width: usize) -> String {
    let index = Index::new(account);
    let mut sheet = Sheet::new(width);
    finding::show(&index, &mut sheet);
    listed::show(&index, &mut sheet);
    disputes::show(&index, &FULL, &mut sheet);
    revised::show(&index, &FULL, &mut sheet);
    events::show(&index, &FULL, &mut sheet);
    exclusive::show(&index, &FULL, &mut sheet);
    silences::show(&index, &FULL, &mut sheet);
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
    listed::show(&index, &mut sheet);
    disputes::brief(&index, &BRIEF, &mut sheet);
    revised::brief(&index, &BRIEF, &mut sheet);
    events::brief(&index, &BRIEF, &mut sheet);
    people::brief(&index, &BRIEF, &mut sheet);
    lineage::show(&index, &BRIEF, &mut sheet);
    sheet.finish()
}
