//! An entity written down, with every spelling and the reason for each merge.

use crate::account::passage::Cutter;
use crate::account::{Entity, Form, Reason};
use crate::name::Names;

/// One entity of these names, of reports in the order of their cutters.
pub(in crate::account) fn entity(names: &Names, cutters: &[Cutter<'_>], n: usize) -> Entity {
    let e = &names.entities[n];
    Entity {
        id: format!("e{}", n + 1),
        name: e.name.clone(),
        kind: e.kind.word().to_owned(),
        roles: e.roles.clone(),
        country: e.country.clone(),
        forms: e
            .forms
            .iter()
            .map(|f| Form {
                text: f.text.clone(),
                reports: f.counts.iter().map(|(r, _)| format!("r{}", r + 1)).collect(),
                count: f.counts.iter().map(|(_, c)| c).sum(),
            })
            .collect(),
        reasons: e
            .reasons
            .iter()
            .map(|r| Reason {
                rule: r.rule.to_owned(),
                because: r.because.clone(),
                passages: r
                    .places
                    .iter()
                    .map(|&(at, span)| cutters[at].cut_of(&format!("r{}", at + 1), span))
                    .collect(),
            })
            .collect(),
        listed: Vec::new(),
    }
}
