//! Which reports are copies of one text, whole or in part?
//!
//! In: annotated reports. Out: [`Pair`]s with what they share, each counted in full, and [`Group`]s of copies.
//! Winnowed runs of five words find the pairs (Schleimer, Wilkerson and Aiken 2003), containment in the shorter judges them
//! (Broder 1997), quotations left out: reporters who heard the same speech write down the same words.

pub mod apart;
mod bits;
mod group;
mod habit;
mod label;
mod lookup;
mod pair;
mod read;
mod seek;
mod window;
mod wording;

use firsthand_text::Span;
use firsthand_text::language::Annotated;
pub use group::Group;
use habit::{Habits, Printed};
pub use label::Label;
use lookup::Lookup;
use pair::Comparer;
pub use pair::Shared;
use rayon::prelude::*;
use read::Words;
use seek::Prints;
use std::collections::BTreeSet;
pub use window::{Incoming, Match, Window};
use wording::Wording;

/// Two reports with words in common.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Pair {
    /// Their indices, the smaller first. What is said of a first and a second is in this order.
    pub reports: (usize, usize),
    /// What it amounts to.
    pub label: Label,
    /// What they share.
    pub shared: Shared,
    /// The passages, a span in each, in the order of one of them; stretches parted by a few other words are one passage.
    pub passages: Vec<(Span, Span)>,
}

impl Pair {
    /// Why it is labelled so, in words, the two reports called by these names.
    pub fn reason(&self, first: &str, second: &str) -> String {
        label::reason(&self.shared, self.label, first, second)
    }
    /// The same pair seen from the other report: first and second change places.
    pub fn turned(mut self) -> Pair {
        self.reports = (self.reports.1, self.reports.0);
        self.shared = self.shared.turned();
        self.passages.iter_mut().for_each(|p| *p = (p.1, p.0));
        self
    }
}

/// Copies among reports.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Copies {
    /// All pairs with words in common that are worth a line, in order of their reports.
    pub pairs: Vec<Pair>,
    /// Reports that are copies of one text, whole or in part, in order of their first report.
    pub groups: Vec<Group>,
    /// Reports that are the same text but for details.
    pub reprints: Vec<Group>,
}

/// All pairs of reports with words in common that are worth a line, in order of their reports.
pub fn pairs(reports: &[&Annotated]) -> Vec<Pair> {
    let mut order: Vec<usize> = (0..reports.len()).collect();
    let place = |&n: &usize| (&reports[n].report.location, &reports[n].report.text);
    order.sort_by(|a, b| place(a).cmp(&place(b)));
    found(reports, &order)
}

/// Finds the copies among reports. The order of the input does not matter but for the indices, nor does the number of
/// threads.
pub fn copies(reports: &[Annotated]) -> Copies {
    let mut order: Vec<usize> = (0..reports.len()).collect();
    let place = |&n: &usize| (&reports[n].report.location, &reports[n].report.text);
    order.sort_by(|a, b| place(a).cmp(&place(b)));
    let pairs = found(&reports.iter().collect::<Vec<_>>(), &order);
    let mut places = vec![0; order.len()];
    order.iter().enumerate().for_each(|(place, &report)| places[report] = place);
    let (groups, reprints) = rayon::join(
        || group::groups(&pairs, Label::Excerpt, &places),
        || group::groups(&pairs, Label::Reprint, &places),
    );
    Copies { pairs, groups, reprints }
}

/// The pairs, looked for in this order, which does not hang on the input's.
fn found(reports: &[&Annotated], order: &[usize]) -> Vec<Pair> {
    let sorted: Vec<&Annotated> = order.iter().map(|&n| reports[n]).collect();
    let mut pairs = compared(&wordings(&sorted), &sorted);
    for pair in &mut pairs {
        pair.reports = (order[pair.reports.0], order[pair.reports.1]);
        if pair.reports.0 > pair.reports.1 {
            *pair = std::mem::take(pair).turned();
        }
    }
    pairs.sort_by_key(|p| p.reports);
    pairs
}

/// The wordings of reports without what their outlets print under everything.
fn wordings(reports: &[&Annotated]) -> Vec<Wording> {
    let words: Vec<Words> = reports.par_iter().map(|r| Words::of(r)).collect();
    let printed: Vec<Option<Printed>> = reports
        .par_iter()
        .zip(&words)
        .map(|(r, words)| r.report.outlet.as_deref().map(|outlet| Printed::of(outlet, words)))
        .collect();
    let habits = habits(&printed);
    let of = |lookup: &mut Lookup, (words, printed): (&Words, &Option<Printed>)| {
        let boilerplate = printed.as_ref().map(|p| habits.boilerplate(p)).unwrap_or_default();
        Wording::new(words, &boilerplate, lookup)
    };
    words.par_iter().zip(&printed).map_init(Lookup::default, of).collect()
}

/// What outlets print under everything, by all of their pages; pages with the same text count once.
fn habits(printed: &[Option<Printed>]) -> Habits {
    let mut habits = Habits::default();
    let mut known = BTreeSet::new();
    let different: Vec<&Printed> = printed.iter().flatten().filter(|p| known.insert(p.whole())).collect();
    different.iter().for_each(|page| habits.count(page));
    different.iter().for_each(|page| {
        habits.weigh(page);
    });
    habits
}

/// All pairs of these wordings that are worth a line.
fn compared(wordings: &[Wording], reports: &[&Annotated]) -> Vec<Pair> {
    let when = |n: usize| reports[n].report.published.value.as_deref();
    let prints = Prints::of(wordings);
    let begin = || (vec![0; wordings.len()], Comparer::default());
    let of = |(tally, comparer): &mut (Vec<u32>, Comparer), one: usize| {
        let behind = prints.behind(one, tally);
        if !behind.is_empty() {
            comparer.face(&wordings[one]);
        }
        let judge = |other: usize| {
            let both = (&wordings[one], &wordings[other]);
            let pair = judged(comparer, both, (when(one), when(other)))?;
            Some(Pair { reports: (one, other), ..pair })
        };
        behind.into_iter().filter_map(judge).collect::<Vec<_>>()
    };
    (0..wordings.len()).into_par_iter().map_init(begin, of).flatten_iter().collect()
}

/// What two reports share, the first of them faced by the comparer; None where that is nothing worth a line. `when`: their
/// dates of publication.
fn judged(
    comparer: &mut Comparer,
    (one, other): (&Wording, &Wording),
    (was, is): (Option<&str>, Option<&str>),
) -> Option<Pair> {
    let shared = comparer.compare(one, other);
    let label = label::label(&shared, longer_is_later(&shared, was, is))?;
    let passages = comparer.passages(one, other);
    Some(Pair { reports: (0, 1), label, shared, passages })
}

/// Whether the longer of two is known to be the later, by what their dates say as far as both go.
fn longer_is_later(shared: &Shared, one: Option<&str>, other: Option<&str>) -> bool {
    let (Some(one), Some(other)) = (one, other) else { return false };
    let far = one.len().min(other.len());
    let (Some(one), Some(other)) = (one.get(..far), other.get(..far)) else { return false };
    if shared.of.0 > shared.of.1 { one > other } else { other > one }
}

#[cfg(test)]
mod tests;
