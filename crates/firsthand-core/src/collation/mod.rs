//! Where do the reports agree, where do they differ, and what does only one say?
//!
//! In: the reports of a story with names, statements and lineage. Out: a [`Collation`]: events, and for each the
//! points its statements answer, every point with its variants, its status and the rule behind it.

pub mod against;
pub mod clash;
mod counted;
pub mod credit;
pub mod date;
pub mod denial;
pub mod event;
pub mod filler;
pub mod gist;
pub mod happening;
pub mod history;
pub mod label;
pub mod likeness;
mod measured;
mod moment;
mod negated;
pub mod office;
pub mod point;
pub mod print;
mod reply;
mod rival;
pub mod scope;
mod sentence;
pub mod spoken;
#[cfg(test)]
mod tests;
pub mod unite;
pub mod value;
pub mod verdict;
pub mod widen;
mod zone;

use crate::Reports;
use crate::account::Status;
use crate::lineage::Lineage;
use crate::name::Names;
use crate::statement::Statement;
pub use event::Event;
pub use value::Value;

/// Events and points of one story.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Collation {
    /// Events, the weightiest first.
    pub events: Vec<Event>,
    /// For each statement its event.
    pub event: Vec<usize>,
    /// For each statement the origin behind it.
    pub origin: Vec<usize>,
    /// Points, the weightiest first.
    pub points: Vec<Point>,
}

/// One thing the statements answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// The event it is about; None for who holds an office.
    pub event: Option<usize>,
    /// What is asked.
    pub slot: Slot,
    /// Answers are compared only under the same key: the counted noun, the part taken.
    pub key: String,
    /// The question in words.
    pub label: String,
    /// How the variants stand to one another.
    pub status: Status,
    /// The rule behind the status, in words.
    pub reason: String,
    /// The answers, the one with most reports first.
    pub variants: Vec<Variant>,
    /// A place named in passing, which answers no question of place.
    pub aside: bool,
    /// Whether one source denies what another says.
    pub denied: bool,
}

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Slot {
    Date,
    Quantity,
    Place,
    Person,
    Organisation,
    /// Whether it was: said by some, denied by others.
    Text,
}

/// One answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Variant {
    /// The answer.
    pub value: Value,
    /// Statements that give it, ascending.
    pub statements: Vec<usize>,
    /// Reports that give it, ascending.
    pub reports: Vec<usize>,
}

/// Collates the statements of one story.
pub fn collate(
    reports: &Reports<'_>,
    names: &Names,
    statements: &[Statement],
    lineage: &Lineage,
) -> Collation {
    let features = likeness::features(reports, names, statements);
    let ground = happening::ground(reports, names, statements);
    let mut events = event::group(statements, &features, &ground);
    let of = order(&mut events, statements);
    let whereabouts = point::whereabouts(names);
    let told =
        point::Told { reports, names, statements, features: &features, lineage, whereabouts: &whereabouts };
    let mut points = Vec::new();
    for (n, e) in events.iter().enumerate() {
        points.extend(point::points(&told, n, e));
    }
    let mut points = unite::unite(&told, points);
    points.extend(office::points(&told));
    points.extend(denial::points(&told, &events, &of));
    let clashes = clash::points(&told, &events, &of, &points);
    points.extend(clashes);
    points.sort_by_key(|p| std::cmp::Reverse(point::weight(p)));
    let origin = credit::origins(reports, &events, statements, lineage);
    let first: Vec<Option<usize>> = events.iter().map(|e| e.statements.first().copied()).collect();
    let mut events = widen::widen(events, &features, &ground);
    let event = order(&mut events, statements);
    for point in &mut points {
        point.event = point.event.and_then(|e| first[e]).map(|s| event[s]);
    }
    Collation { events, event, origin, points }
}

/// Puts events in order, those of most reports first, and says of which each statement is.
fn order(events: &mut [Event], statements: &[Statement]) -> Vec<usize> {
    let reach = |e: &Event| {
        let mut r: Vec<usize> = e.statements.iter().map(|&s| statements[s].report).collect();
        r.sort_unstable();
        r.dedup();
        r.len()
    };
    events
        .sort_by_key(|e| (std::cmp::Reverse((reach(e), e.statements.len())), e.statements.first().copied()));
    let mut of = vec![0; statements.len()];
    for (n, e) in events.iter().enumerate() {
        e.statements.iter().for_each(|&s| of[s] = n);
    }
    of
}
