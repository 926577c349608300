//! What is said of a story, in one object: the contract between the engine and everything that shows it.

mod alone;
mod anchor;
mod code;
mod exclusive;
mod finding;
mod passage;
mod revision;
#[cfg(test)]
mod revision_tests;
pub mod shape;
mod silence;
mod speech;
pub mod support;
mod testimony;
mod timeline;
mod write;

pub use alone::{Alone, alone};
pub use shape::*;

use crate::{collation, lineage, name, statement, story, version};
use firsthand_text::language::Annotated;

/// Everything the stages found for one story, before it is written down.
struct Found<'a> {
    reports: &'a [&'a Annotated],
    /// For each report its earlier versions, oldest first.
    earlier: &'a [&'a [version::Version]],
    names: name::Names,
    statements: Vec<statement::Statement>,
    lineage: lineage::Lineage,
    collation: collation::Collation,
    /// What the reports said before they were edited.
    history: Vec<collation::history::Past>,
}

/// Makes the account of one story. `number` is its place in the run, from 1; `reports` are all reports that were read,
/// ordered by location, each in its newest version.
pub fn account(number: usize, story: &story::Story, versions: &version::Versions) -> Account {
    let reports = &versions.reports;
    let earlier: Vec<&[version::Version]> =
        story.reports.iter().map(|&r| versions.earlier.get(r).map_or(&[][..], Vec::as_slice)).collect();
    let own: Vec<&Annotated> = story.reports.iter().map(|&r| &reports[r]).collect();
    let anchored = anchor::borrow(&own);
    let reports: Vec<&Annotated> = own.iter().zip(&anchored).map(|(r, a)| a.as_ref().unwrap_or(r)).collect();
    let names = name::merge(&reports);
    let statements: Vec<statement::Statement> =
        reports.iter().enumerate().flat_map(|(at, r)| statement::take(at, r, &names)).collect();
    let lineage = lineage::trace(&reports, &names, &statements);
    let collation = collation::collate(&reports, &names, &statements, &lineage);
    let history = collation::history::history(&reports, &earlier, &names, &statements, &collation.points);
    let found =
        Found { reports: &reports, earlier: &earlier, names, statements, lineage, collation, history };
    write::account(number, story, &found)
}
