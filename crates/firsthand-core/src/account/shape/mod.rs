//! The account as data: what the JSON holds, field by field (`firsthand schema` prints the JSON Schema of it).
//!
//! Positions are counts of Unicode scalar values. Ids are unique within one account.

mod entity;
mod event;
mod finding;
mod lineage;
mod report;
mod statement;
mod story;

pub use entity::{Entity, Form, Listed, Reason};
pub use event::{Disagreement, Event, Past, Point, Status, Variant};
pub use finding::{Exclusive, Moment, Omission, Silence, Speech};
pub use lineage::{Alternative, Edge, Evidence, Origin};
pub use report::{Change, CreditLine, Dateline, Dropped, Passage, Published, Remark, Report, Revision};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
pub use statement::{Actor, Amount, Argument, Attribution, Code, Predicate, Statement, When, Where};
pub use story::{Measure, Story, Support};

/// The value of `schema` in every account of this form.
pub const SCHEMA: &str = "firsthand/account/1";

/// Everything known of one story.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Account {
    /// Always `firsthand/account/1`.
    pub schema: String,
    /// The story in short.
    pub story: Story,
    /// Its reports, ordered by location.
    pub reports: Vec<Report>,
    /// Who and what is named, with every spelling.
    pub entities: Vec<Entity>,
    /// What the reports state, in order of report and place.
    pub statements: Vec<Statement>,
    /// Happenings, the weightiest first.
    pub events: Vec<Event>,
    /// What the statements of an event answer, the weightiest first.
    pub points: Vec<Point>,
    /// Where statements enter the record.
    pub origins: Vec<Origin>,
    /// Who has it from whom.
    pub lineage: Vec<Edge>,
    /// Who speaks, and to whom.
    pub quotes: Vec<Speech>,
    /// Past and present happenings in order of time.
    pub timeline: Vec<Moment>,
    /// What one origin alone says, copies taken as one: what matters most to the story first.
    #[serde(default)]
    pub exclusives: Vec<Exclusive>,
    /// What each report leaves out that more than half of the others tell; none where there are fewer than three reports.
    #[serde(default)]
    pub silences: Vec<Silence>,
}
