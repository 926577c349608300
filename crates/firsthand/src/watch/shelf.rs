//! Where reports and cursors are kept, as far as a watch must know it.

use firsthand_core::account::Account;
use firsthand_intake::Item;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A keeper of reports and cursors.
pub trait Shelf {
    /// Keeps pages and cursors, all or none, for good. Gives what became of each page. A cursor with an empty text is
    /// one that is over. Errors: nothing was kept.
    fn put(&mut self, pages: Vec<Choice>, cursors: &[(String, String)]) -> Result<Vec<Kept>, String>;
    /// A cursor.
    fn cursor(&self, source: &str) -> Result<Option<String>, String>;
    /// All cursors whose source starts so, in order.
    fn cursors(&self, prefix: &str) -> Result<Vec<(String, String)>, String>;
    /// What happened after the event of this number, oldest first.
    fn changes(&self, after: i64, most: usize) -> Result<Vec<Happening>, String>;
    /// The number of the last event; 0 where there is none.
    fn last_change(&self) -> Result<i64, String>;
    /// A story's account; None where the story is not, or no more.
    fn account(&self, story: i64) -> Result<Option<Seen>, String>;
    /// The number a story goes by now: it may have been put together with another.
    fn standing(&self, story: i64) -> Result<Option<i64>, String>;
    /// Whether a page of this address is held.
    fn holds(&self, address: &str) -> Result<bool, String>;
    /// A report in short.
    fn report(&self, report: i64) -> Result<Option<Named>, String>;
    /// Whether one of these reports of a story speaks of a claim: says it, contradicts it or mentions it.
    fn speaks_of(&self, claim: &str, seen: &Seen, reports: &BTreeSet<i64>) -> Result<bool, String>;
}

/// A page to keep, and what to keep where there is no report in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choice {
    /// The page.
    pub page: Item,
    /// What its feed had of it.
    pub instead: Option<Item>,
}

/// What became of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kept {
    /// A report of its own (its number and its story's).
    New(i64, i64),
    /// A new version of a report.
    Changed(i64, i64),
    /// It was there.
    Known(i64, i64),
    /// There is no report in it: why.
    Refused(String),
}

/// A story's account with the reports' numbers in the archive.
#[derive(Debug, Clone)]
pub struct Seen {
    /// The account.
    pub account: Arc<Account>,
    /// The number of each of its reports, in their order; None where it is not known.
    pub numbers: Vec<Option<i64>>,
}

/// A report in short.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Named {
    /// Its number.
    pub id: i64,
    /// The number of its story.
    pub story: i64,
    /// Title.
    pub title: Option<String>,
    /// Name of the outlet.
    pub outlet: Option<String>,
    /// Its address.
    pub url: Option<String>,
}

/// Something that happened in the archive.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Happening {
    /// Its number: later ones are greater.
    pub id: i64,
    /// `report-new`, `report-changed`, `story-merged` …
    pub kind: String,
    /// The report.
    pub report: Option<i64>,
    /// The story.
    pub story: Option<i64>,
}
