//! The steps of [`super::copies`] one by one, for reports that are too many to be held at once.
//!
//! Each step takes what the one before gave for some of the reports; what it needs to know of all others is named. Done over
//! all reports they give what [`super::copies`] gives.

use super::habit::Printed;
use super::lookup::Lookup;
use super::pair::Comparer;
use super::read::Words;
use super::wording::Wording;
use super::{Group, Label, Pair, group, habits, judged, seek};
use firsthand_text::language::Annotated;

/// The paragraphs of a report's page, number and words of each; the number tells the outlet as well. None where no outlet is
/// known.
pub fn printed(report: &Annotated) -> Option<Vec<(u64, usize)>> {
    let outlet = report.report.outlet.as_deref()?;
    Some(Printed::of(outlet, &Words::of(report)).all().to_vec())
}

/// Which paragraphs of each page are what its outlet prints under everything. All pages of an outlet must be among them, in any
/// order; pages of others change nothing.
pub fn boilerplate(pages: Vec<Vec<(u64, usize)>>) -> Vec<Vec<bool>> {
    let pages: Vec<Option<Printed>> = pages.into_iter().map(|all| Some(Printed::from_all(all))).collect();
    let habits = habits(&pages);
    pages.iter().flatten().map(|page| habits.boilerplate(page)).collect()
}

/// The most reports a fingerprint may be of, among so many, to find pairs.
pub fn common(reports: usize) -> usize {
    seek::common(reports)
}

/// What sharing a fingerprint that so many reports have says.
pub fn weight(reports: usize) -> u32 {
    seek::weight(reports)
}

/// Two reports that share fingerprints of this weight together are compared.
pub const ENOUGH: u32 = seek::ENOUGH;

/// A report as it is compared.
#[derive(Debug, Clone, Default)]
pub struct Text {
    wording: Wording,
    published: Option<String>,
}

impl Text {
    /// From a report without the paragraphs that are its outlet's boilerplate: a flag for each, none for a report without any.
    /// Text, paragraphs, credit lines, remarks, quotations and date are all that is read of it.
    pub fn of(report: &Annotated, boilerplate: &[bool], lookup: &mut Table) -> Text {
        let wording = Wording::new(&Words::of(report), boilerplate, &mut lookup.0);
        Text { wording, published: report.report.published.value.clone() }
    }
    /// Its fingerprints, ascending, each once.
    pub fn prints(&self) -> &[u64] {
        &self.wording.prints
    }
    /// A number for all that is compared of it: of two texts with the same number each run of words of the one is at the same
    /// place in the other, and quoted where it is quoted there.
    pub fn whole(&self) -> u64 {
        self.wording.whole()
    }
}

/// Room that is used again for one report after the other.
#[derive(Debug, Default)]
pub struct Table(Lookup);

/// One report that others are compared with.
#[derive(Debug)]
pub struct Facing<'t> {
    one: &'t Text,
    comparer: Comparer,
}

impl<'t> Facing<'t> {
    /// Faces a report.
    pub fn new(one: &'t Text) -> Facing<'t> {
        let mut comparer = Comparer::default();
        comparer.face(&one.wording);
        Facing { one, comparer }
    }
    /// What it shares with another, counted in full; None where that is nothing worth a line. Of the pair it is the first. It
    /// must come first in the order of the reports, by location, for [`super::copies`] compares them so.
    pub fn pair(&mut self, other: &Text) -> Option<Pair> {
        let when = (self.one.published.as_deref(), other.published.as_deref());
        judged(&mut self.comparer, (&self.one.wording, &other.wording), when)
    }
}

/// Groups of copies and, apart, of reprints, by all pairs of reports that hang together by copies. `places` gives each
/// report's place in the order of their locations.
pub fn grouped(pairs: &[Pair], places: &[usize]) -> (Vec<Group>, Vec<Group>) {
    (group::groups(pairs, Label::Excerpt, places), group::groups(pairs, Label::Reprint, places))
}
