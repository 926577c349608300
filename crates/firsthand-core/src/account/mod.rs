//! What is said of a story, in one object: the contract between the engine and everything that shows it.

pub mod shape;
pub use shape::*;

use crate::story;
use firsthand_text::language::Annotated;

/// Makes the account of one story. `number` is its place in the run, from 1; `reports` are all reports that were read,
/// ordered by location.
pub fn account(number: usize, story: &story::Story, reports: &[Annotated]) -> Account {
    let _ = reports;
    Account {
        schema: SCHEMA.to_owned(),
        story: Story { id: format!("s{number}"), reports: story.reports.len(), ..Story::default() },
        reports: Vec::new(),
        entities: Vec::new(),
        statements: Vec::new(),
        events: Vec::new(),
        points: Vec::new(),
        origins: Vec::new(),
        lineage: Vec::new(),
        quotes: Vec::new(),
        timeline: Vec::new(),
    }
}
