//! Who has it from whom, and how many origins are there really?
//!
//! In: the reports of a story, their names and statements. Out: a [`Lineage`]: origins, edges with the passages they
//! rest on, and for every statement the origin where it enters the record.

pub mod align;
pub mod body;
mod copy;
mod credit;
mod draw;
mod firsthand;
pub mod forest;
mod origin;
pub mod overlap;
mod speaker;
mod trace;

use crate::Reports;
use crate::name::Names;
use crate::statement::Statement;
use firsthand_text::Span;

/// The derivations of one story.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Lineage {
    /// Where statements enter the record, and relays between them and the reports.
    pub origins: Vec<Origin>,
    /// Edges, reports first.
    pub edges: Vec<Edge>,
    /// For each statement (same order as given) the origin where it enters the record.
    pub origin: Vec<usize>,
    /// For each origin the one it speaks for: an officer for his body.
    pub speaks_for: Vec<Option<usize>>,
    /// For each statement whether it is a report's own words: no source is named for it, nor is it shown that the outlet saw or
    /// heard it itself.
    pub own: Vec<bool>,
    /// For each statement the origins of its attribution chain: same length and order as `Statement::attribution`.
    pub chain: Vec<Vec<usize>>,
    /// Pairs of reports that share more than a phrase, with the passages, whichever was first.
    pub overlaps: Vec<overlap::Overlap>,
}

impl Lineage {
    /// Whether two places of two reports stand in one passage that both have, each by half at least. Quotations count as
    /// such a passage only with words around them: two reporters may have heard the same speech.
    pub fn is_one_text(&self, one: Place, other: Place) -> bool {
        self.shared(one, other).is_some()
    }

    /// Whether two places stand in one passage nearly word for word: reworded, it is told by the other in its own words.
    pub fn is_one_wording(&self, one: Place, other: Place) -> bool {
        self.shared(one, other).is_some_and(|identity| identity >= WORDING)
    }

    /// How much of the passage two places stand in is the same words.
    fn shared(&self, one: Place, other: Place) -> Option<f64> {
        let (first, second) = if one.0 <= other.0 { (one, other) } else { (other, one) };
        let held = |passage: Span, place: Span| {
            passage.end.min(place.end).saturating_sub(passage.start.max(place.start)) * 2 > place.len()
        };
        let at = self.overlaps.binary_search_by_key(&(first.0, second.0), |o| o.reports).ok()?;
        let told = self.overlaps[at].passages.iter().filter(|p| !p.quoted);
        told.filter(|p| held(p.one, first.1) && held(p.other, second.1)).map(|p| p.identity).reduce(f64::max)
    }
}

/// A report and a place in it.
pub type Place = (usize, Span);

/// Of a passage that is the same text but for a word here and there so many of the words stand in both.
const WORDING: f64 = 0.8;

/// Somebody or something that statements come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: OriginKind,
    /// The entity, where it is one.
    pub entity: Option<usize>,
    /// The report among those read that is its own.
    pub collected: Option<usize>,
}

/// What an origin is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum OriginKind {
    Agency,
    Outlet,
    Person,
    Organisation,
    Document,
    /// Somebody without a name: `analysts`, `a senior official`. One report's is never taken for another's.
    Unnamed,
}

/// One end of an edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum End {
    Report(usize),
    Origin(usize),
}

/// One step of derivation.
#[derive(Debug, Clone, PartialEq)]
pub struct Edge {
    /// Who has it.
    pub from: End,
    /// Who it is had from.
    pub to: End,
    /// In which way.
    pub kind: EdgeKind,
    /// Where it is seen: (report, span).
    pub places: Vec<(usize, Span)>,
    /// For copies: the part of `from`'s body that stands in `to`, 0 to 1.
    pub share: Option<f64>,
    /// The rule that drew it, in one sentence.
    pub reason: String,
    /// For copies: whether it is one more text `from` was made of, beside the first.
    pub second: bool,
    /// For copies: an agency both credit and no report read is by. Both may have the text from there, and then neither has it
    /// from the other.
    pub common: Option<usize>,
    /// For copies: how sure it is that `to` or one behind it is where the text is from, 0 to 1; none where nothing tells.
    pub confidence: Option<f64>,
    /// Reports it may as well be from, with their odds, likeliest first.
    pub or: Vec<(usize, f64)>,
    /// What speaks for it and against it, the weightiest first.
    pub evidence: Vec<forest::Evidence>,
}

impl Edge {
    /// An edge of which no more is known than its ends, its kind and its reason.
    fn new(from: End, to: End, kind: EdgeKind, reason: String) -> Edge {
        Edge {
            from,
            to,
            kind,
            places: Vec::new(),
            share: None,
            reason,
            second: false,
            common: None,
            confidence: None,
            or: Vec::new(),
            evidence: Vec::new(),
        }
    }
}

/// Kinds of edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum EdgeKind {
    Credits,
    Copies,
    Quotes,
    Cites,
}

/// Traces the lineage of one story.
///
/// From the outside in: a report has its text from the agencies it credits, or from another report it copies; what it
/// ascribes to somebody it has from them, by way of those agencies; what it ascribes to nobody comes from the innermost
/// agency behind the text, and where there is none from its own outlet.
pub fn trace(reports: &Reports<'_>, names: &Names, statements: &[Statement]) -> Lineage {
    let mut trace = trace::Trace::new(reports, names);
    trace.credits();
    trace.copies();
    trace.citations();
    let (mut origin, mut chain, mut own) = (Vec::new(), Vec::new(), Vec::new());
    for statement in statements {
        let told = trace.statement(statement);
        origin.push(told.origin);
        chain.push(told.steps);
        own.push(told.own);
    }
    let (origins, edges, overlaps) = trace.finish();
    let speaks_for = speaker::speaks_for(&origins, names);
    Lineage { origins, edges, origin, speaks_for, own, chain, overlaps }
}

#[cfg(test)]
mod tests;
