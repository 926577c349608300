//! The steps of a lineage by their ends, and what can be reached over them.

use firsthand_core::account::Edge;
use std::collections::{BTreeMap, BTreeSet};

/// Who has it from whom, by id.
pub(super) type Edges<'a> = BTreeMap<Key<'a>, BTreeMap<Key<'a>, Vec<&'a Edge>>>;

/// Steps by who has it.
pub(super) type Steps<'a> = BTreeMap<Key<'a>, Vec<&'a Edge>>;

/// An id in an order in which r10 comes after r9.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key<'a> {
    prefix: &'a str,
    number: usize,
    /// The id.
    pub(super) id: &'a str,
}

pub(super) fn key(id: &str) -> Key<'_> {
    let at = id.find(|c: char| c.is_ascii_digit()).unwrap_or(id.len());
    let (prefix, digits) = id.split_at(at);
    Key { prefix, number: digits.parse().unwrap_or(usize::MAX), id }
}

/// Takes out steps that follow from longer ways (a copy of a report need not be drawn below that report's agency as
/// well) and gives them back, by who has them.
pub(super) fn reduce<'a>(parents: &mut Edges<'a>) -> Steps<'a> {
    let whole = parents.clone();
    let mut taken: Steps<'a> = BTreeMap::new();
    for (node, to) in parents.iter_mut() {
        let reached: Vec<(Key<'a>, BTreeSet<Key<'a>>)> = to.keys().map(|p| (*p, below(*p, &whole))).collect();
        to.retain(|parent, edges| {
            let follows = reached
                .iter()
                .any(|(other, above)| other != parent && above.contains(parent) && !above.contains(node));
            if follows {
                taken.entry(*node).or_default().append(edges);
            }
            !follows
        });
    }
    taken
}

/// Everything that can be reached from a node.
pub(super) fn below<'a>(node: Key<'a>, edges: &Edges<'a>) -> BTreeSet<Key<'a>> {
    let mut reached = BTreeSet::new();
    let mut open = vec![node];
    while let Some(next) = open.pop() {
        for child in edges.get(&next).into_iter().flat_map(BTreeMap::keys) {
            if reached.insert(*child) {
                open.push(*child);
            }
        }
    }
    reached
}
