//! What one report says, before it is set beside others.

use super::passage::Cutter;
use super::{Entity, Statement, write};
use crate::{name, statement};
use firsthand_text::language::Annotated;

/// What a report says by itself.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Alone {
    /// Who and what it names, the most mentioned first.
    pub entities: Vec<Entity>,
    /// What it states, in order of place. The source of an attribution is a name here, as the report gives it, not the id of an
    /// origin; there is no origin and no event.
    pub statements: Vec<Statement>,
}

/// Takes names and statements of one report, which goes by `r1` in them. What they mean beside others, [`super::account`] says.
pub fn alone(report: &Annotated) -> Alone {
    let names = name::merge(&[report]);
    let cutters = [Cutter::new(&report.report)];
    let taken = statement::take(0, report, &names);
    let [cutter] = &cutters;
    Alone {
        entities: (0..names.entities.len()).map(|n| write::entity(&names, &cutters, n)).collect(),
        statements: taken
            .iter()
            .enumerate()
            .map(|(n, s)| write::stated(n, s, report, &names, cutter))
            .collect(),
    }
}
