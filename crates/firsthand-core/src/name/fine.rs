//! Facilities, events, works and products: what joins spellings does not tell them from places and other things; what
//! was joined gets its kind in the end.

use super::{Manner, Names};
use crate::Reports;
use firsthand_text::language::NameKind::{self, Event, Facility, Other, Place, Product, Work};
use std::collections::BTreeMap;

/// The kind by which spellings are joined: a facility is a place there, and an event, a work or a product something else.
pub(super) fn coarse(kind: NameKind) -> NameKind {
    match kind {
        Facility => Place,
        Event | Work | Product => Other,
        _ => kind,
    }
}

/// Gives places and other things the kind that most of their names were read as.
pub(super) fn refine(reports: &Reports<'_>, names: &mut Names) {
    let mut votes: Vec<BTreeMap<NameKind, usize>> = vec![BTreeMap::new(); names.entities.len()];
    for (report, mentions) in reports.iter().zip(&names.mentions) {
        for mention in mentions.iter().filter(|m| m.manner == Manner::Name) {
            let within = report.names.iter().find(|n| mention.first <= n.first && n.last <= mention.last);
            if let Some(name) = within {
                *votes[mention.entity].entry(name.kind).or_default() += 1;
            }
        }
    }
    for (entity, votes) in names.entities.iter_mut().zip(votes) {
        let alike = votes.into_iter().filter(|(kind, _)| coarse(*kind) == entity.kind);
        let most = alike.max_by_key(|(kind, n)| (*n, std::cmp::Reverse(*kind)));
        if let (Some((kind, _)), Place | Other) = (most, entity.kind) {
            entity.kind = kind;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_fine_becomes_coarse() {
        for (fine, want) in
            [(Facility, Place), (Event, Other), (Work, Other), (Product, Other), (Place, Place)]
        {
            assert_eq!(coarse(fine), want);
            assert_eq!(coarse(want), want);
        }
    }
}
