//! Where in a report does a run of five words stand? A small table that is filled anew for each report.

use super::bits::Bits;
use super::wording::Wording;

/// Runs of one report with their first places: a hash table with open addresses.
#[derive(Debug, Default)]
pub(super) struct Lookup {
    /// Runs; 0 where there is none, so 0 itself is kept as 1.
    keys: Vec<u64>,
    places: Vec<u32>,
    /// Low bits of a run that are its slot.
    mask: usize,
    /// For each place the first place of the same run.
    pub(super) first: Vec<u32>,
    /// For each first place whether the run stands outside quotations anywhere.
    pub(super) outside: Bits,
    /// Places whose run stands in the report before.
    pub(super) again: Bits,
}

impl Lookup {
    /// Takes in the runs of a report; gives how many different ones it has, and how many of them stand outside
    /// quotations somewhere.
    pub(super) fn fill(&mut self, wording: &Wording) -> (usize, usize) {
        // A slot in three is taken: most runs that are looked for are not there, and one look should tell.
        let size = (wording.grams.len() * 2).next_power_of_two().max(64) * 2;
        self.keys.clear();
        self.keys.resize(size, 0);
        self.places.resize(size.max(self.places.len()), 0);
        self.mask = size - 1;
        self.first.clear();
        self.outside.clone_from(&wording.outside);
        self.again.clear(wording.grams.len());
        let (mut distinct, mut own) = (0, 0);
        for (at, &gram) in wording.grams.iter().enumerate() {
            let gram = gram.max(1);
            let slot = self.slot(gram);
            if self.keys[slot] == 0 {
                (self.keys[slot], self.places[slot]) = (gram, at as u32);
                self.first.push(at as u32);
                distinct += 1;
                own += usize::from(self.outside.has(at));
                continue;
            }
            let first = self.places[slot];
            self.first.push(first);
            self.again.set(at);
            if wording.outside.has(at) && !self.outside.has(first as usize) {
                self.outside.set(first as usize);
                own += 1;
            }
        }
        (distinct, own)
    }

    /// The first place of a run.
    #[inline]
    pub(super) fn find(&self, gram: u64) -> Option<usize> {
        let slot = self.slot(gram.max(1));
        (self.keys[slot] != 0).then(|| self.places[slot] as usize)
    }

    /// Where a run is kept, or would be.
    #[inline]
    fn slot(&self, gram: u64) -> usize {
        let (mask, keys) = (self.mask, &self.keys[..=self.mask]);
        // The high bits: winnowing and sorting look at the others.
        let mut slot = (gram >> 20) as usize & mask;
        while keys[slot] != gram && keys[slot] != 0 {
            slot = (slot + 1) & mask;
        }
        slot
    }
}
