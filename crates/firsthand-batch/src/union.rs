//! Which of many are one: sets that grow together (union-find, Tarjan 1975).

use crate::id::Id;
use rustc_hash::FxHashMap;

/// Sets of reports. The root of a set is its lowest report, whatever the order of joining.
#[derive(Debug, Default)]
pub struct Union {
    places: FxHashMap<Id, u32>,
    ids: Vec<Id>,
    parent: Vec<u32>,
}

impl Union {
    /// Makes the sets of two reports one.
    pub fn join(&mut self, one: Id, other: Id) {
        let (one, other) = (self.place(one), self.place(other));
        let (one, other) = (self.top(one), self.top(other));
        let (low, high) = if self.id(one) <= self.id(other) { (one, other) } else { (other, one) };
        if let Some(parent) = self.parent.get_mut(high as usize) {
            *parent = low;
        }
    }

    /// The lowest report of the set of one; None where it was never joined.
    pub fn root(&mut self, id: Id) -> Option<Id> {
        let place = *self.places.get(&id)?;
        let top = self.top(place);
        Some(self.id(top))
    }

    /// How many reports are in sets.
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    fn place(&mut self, id: Id) -> u32 {
        let next = u32::try_from(self.ids.len()).unwrap_or(u32::MAX);
        let place = *self.places.entry(id).or_insert(next);
        if place == next {
            self.ids.push(id);
            self.parent.push(next);
        }
        place
    }

    fn id(&self, place: u32) -> Id {
        self.ids.get(place as usize).copied().unwrap_or_default()
    }

    /// The top of a set; the way there is halved.
    fn top(&mut self, mut at: u32) -> u32 {
        let up = |parent: &[u32], at: u32| parent.get(at as usize).copied().unwrap_or(at);
        loop {
            let parent = up(&self.parent, at);
            if parent == at {
                return at;
            }
            let next = up(&self.parent, parent);
            if let Some(slot) = self.parent.get_mut(at as usize) {
                *slot = next;
            }
            at = next;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_joining_does_not_matter() {
        let id = |n: u8| Id([n; 16]);
        let edges = [(1, 2), (5, 6), (2, 3), (6, 3), (8, 9)];
        for turn in 0..edges.len() {
            let mut union = Union::default();
            (0..edges.len())
                .map(|n| edges[(n + turn) % edges.len()])
                .for_each(|(a, b)| union.join(id(a), id(b)));
            let roots: Vec<Option<Id>> = (1..10).map(|n| union.root(id(n))).collect();
            let one = Some(id(1));
            assert_eq!(roots, [one, one, one, None, one, one, None, Some(id(8)), Some(id(8))]);
            assert_eq!(union.len(), 7);
        }
    }
}
