//! What does an outlet print under everything? Paragraphs that stand on page after page of it are its own, and say nothing of
//! who copied whom.

use super::read::Words;
use super::wording::mixed;
use rustc_hash::FxHashMap;

/// A paragraph on so many pages of an outlet may be boilerplate.
const PAGES: u32 = 3;
/// A longer one only on more: a page for so many words. A post of a president stands in four reports of a day; what is
/// printed under everything soon has any number of pages.
const WORDS_A_PAGE: usize = 8;

/// The paragraphs of each outlet, counted.
#[derive(Debug, Clone, Default)]
pub(super) struct Habits {
    /// By outlet and paragraph: how many different pages have it, and how many of them are otherwise their own.
    pages: FxHashMap<u64, (u32, u32)>,
}

/// The paragraphs of one page, a number each, which tells the outlet as well.
#[derive(Debug, Clone, Default)]
pub(super) struct Printed {
    /// Number, words, place among the paragraphs; each number once.
    paragraphs: Vec<(u64, usize)>,
    /// Number and length of every paragraph, in order.
    all: Vec<(u64, usize)>,
}

impl Printed {
    /// The paragraphs of a page of this outlet.
    pub(super) fn of(outlet: &str, words: &Words) -> Printed {
        let name = outlet.bytes().fold(0, |h: u64, b| mixed(h ^ u64::from(b)));
        let mut all = Vec::with_capacity(words.ends.len());
        let mut from = 0;
        for &end in &words.ends {
            let hash = words.hashes[from..end].iter().fold(name, |h, w| mixed(h ^ w));
            all.push((hash, end - from));
            from = end;
        }
        Printed::from_all(all)
    }
    /// From its paragraphs, number and words of each, in order.
    pub(super) fn from_all(all: Vec<(u64, usize)>) -> Printed {
        let mut paragraphs = all.clone();
        paragraphs.sort_unstable();
        paragraphs.dedup();
        Printed { paragraphs, all }
    }
    /// Number and words of every paragraph, in order.
    pub(super) fn all(&self) -> &[(u64, usize)] {
        &self.all
    }
    /// One number for the whole page: pages with the same text count once.
    pub(super) fn whole(&self) -> u64 {
        self.all.iter().fold(1, |h, (p, _)| mixed(h ^ p))
    }
}

impl Habits {
    /// Counts a page.
    pub(super) fn count(&mut self, page: &Printed) {
        for (paragraph, _) in &page.paragraphs {
            self.pages.entry(*paragraph).or_default().0 += 1;
        }
    }

    /// Counts, after all pages were counted, whether a page is otherwise its own: more than half of its words stand on no
    /// three pages.
    pub(super) fn weigh(&mut self, page: &Printed) -> bool {
        let all: usize = page.all.iter().map(|p| p.1).sum();
        let repeated: usize = page.all.iter().filter(|p| self.repeats(p.0)).map(|p| p.1).sum();
        let own = repeated * 2 < all;
        for (paragraph, _) in page.paragraphs.iter().filter(|_| own) {
            if let Some(seen) = self.pages.get_mut(paragraph) {
                seen.1 += 1;
            }
        }
        own
    }

    /// Takes back what a page was counted for.
    pub(super) fn forget(&mut self, page: &Printed, own: bool) {
        for (paragraph, _) in &page.paragraphs {
            let Some(seen) = self.pages.get_mut(paragraph) else { continue };
            *seen = (seen.0.saturating_sub(1), seen.1.saturating_sub(u32::from(own)));
            if seen.0 == 0 {
                self.pages.remove(paragraph);
            }
        }
    }

    /// Which paragraphs of a page are boilerplate.
    pub(super) fn boilerplate(&self, page: &Printed) -> Vec<bool> {
        let is = |&(paragraph, words): &(u64, usize)| {
            let enough = PAGES.max(u32::try_from(words / WORDS_A_PAGE).unwrap_or(u32::MAX));
            // Most of the pages that have it must be otherwise their own: a report that is brought up to date again and
            // again repeats nearly all of itself, and must not be taken for a habit.
            let habit = |seen: &(u32, u32)| seen.0 >= enough && seen.1 >= PAGES && seen.1 * 2 >= seen.0;
            self.pages.get(&paragraph).is_some_and(habit)
        };
        page.all.iter().map(is).collect()
    }

    fn repeats(&self, paragraph: u64) -> bool {
        self.pages.get(&paragraph).is_some_and(|seen| seen.0 >= PAGES)
    }
}
