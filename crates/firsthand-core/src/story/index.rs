//! Which held reports could be of the same story? Those that share telling terms, the newest first.

use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::collections::VecDeque;
use std::collections::hash_map::Entry;

/// Of a term so many reports are found, the newest. The reports of a story come close together: what is older than so many
/// others with the same word is found by a rarer one.
const NEWEST: usize = 100;
/// So many postings are read for one report, those of its weightiest terms: it keeps the time for one report from growing
/// with the number of reports held.
const READ: usize = 500;

/// An inverted index of slots, which are given out in ascending order.
#[derive(Debug, Default)]
pub(super) struct Index {
    postings: FxHashMap<u32, Slots>,
}

/// The slots of a term, ascending. Most terms have one.
#[derive(Debug)]
enum Slots {
    One(u32),
    More(Box<More>),
}

/// Apart, so that a term with one slot takes little room.
#[derive(Debug)]
struct More {
    slots: VecDeque<u32>,
}

impl Index {
    /// Posts a report under its terms.
    pub(super) fn post(&mut self, slot: u32, terms: impl Iterator<Item = u32>) {
        for term in terms {
            match self.postings.entry(term) {
                Entry::Vacant(free) => {
                    free.insert(Slots::One(slot));
                }
                Entry::Occupied(mut held) => match held.get_mut() {
                    Slots::One(first) => {
                        let slots = VecDeque::from([*first, slot]);
                        held.insert(Slots::More(Box::new(More { slots })));
                    }
                    Slots::More(more) => {
                        if more.slots.len() == NEWEST {
                            more.slots.pop_front();
                        }
                        more.slots.push_back(slot);
                    }
                },
            }
        }
    }

    /// Forgets a report, which must be the oldest, given with the terms it was posted under.
    pub(super) fn forget(&mut self, slot: u32, terms: impl Iterator<Item = u32>) {
        for term in terms {
            let Entry::Occupied(mut held) = self.postings.entry(term) else { continue };
            let empty = match held.get_mut() {
                Slots::One(only) => *only == slot,
                Slots::More(more) => {
                    if more.slots.front() == Some(&slot) {
                        more.slots.pop_front();
                    }
                    more.slots.is_empty()
                }
            };
            if empty {
                held.remove();
            }
        }
    }

    /// The slots that share terms with these, given with their weights, the weightiest first; at most `most` of them, those
    /// that share most, of equals the newest. `fits` says whether a slot may be considered at all. `first` is the first slot
    /// that is held.
    pub(super) fn find(
        &self,
        terms: &[(u32, f32)],
        most: usize,
        first: u32,
        fits: impl Fn(u32) -> bool,
    ) -> Vec<u32> {
        thread_local! {
            static SUMS: RefCell<Sums> = const { RefCell::new(Sums { by_slot: Vec::new(), met: Vec::new() }) };
        }
        SUMS.with_borrow_mut(|sums| {
            self.sum(terms, first, sums);
            let mut found: Vec<(u32, f32)> = sums.take(first).filter(|(slot, _)| fits(*slot)).collect();
            let by_sum = |a: &(u32, f32), b: &(u32, f32)| b.1.total_cmp(&a.1).then(b.0.cmp(&a.0));
            if found.len() > most {
                found.select_nth_unstable_by(most, by_sum);
                found.truncate(most);
            }
            found.sort_unstable_by(by_sum);
            found.into_iter().map(|(slot, _)| slot).collect()
        })
    }

    fn sum(&self, terms: &[(u32, f32)], first: u32, sums: &mut Sums) {
        let mut read = 0;
        for &(term, weight) in terms {
            read += match self.postings.get(&term) {
                None => 0,
                Some(Slots::One(slot)) => {
                    sums.add((slot - first) as usize, weight * weight);
                    1
                }
                Some(Slots::More(more)) => {
                    more.slots.iter().for_each(|slot| sums.add((slot - first) as usize, weight * weight));
                    more.slots.len()
                }
            };
            if read > READ {
                return;
            }
        }
    }
}

/// Sums by slot, kept between look-ups so that none is allocated twice.
struct Sums {
    by_slot: Vec<f32>,
    met: Vec<u32>,
}

impl Sums {
    fn add(&mut self, at: usize, value: f32) {
        if at >= self.by_slot.len() {
            self.by_slot.resize((at + 1).next_power_of_two(), 0.0);
        }
        if let Some(sum) = self.by_slot.get_mut(at) {
            if *sum == 0.0 {
                self.met.push(at as u32);
            }
            *sum += value;
        }
    }

    /// All sums, by slot; none is left behind once all are taken.
    fn take(&mut self, first: u32) -> impl Iterator<Item = (u32, f32)> {
        let Sums { by_slot, met } = self;
        met.drain(..).map(move |at| (first + at, std::mem::take(&mut by_slot[at as usize])))
    }
}
