//! Which report has its text from which?
//!
//! All reports of a story are collated sentence by sentence; every report that another shares a sentence with is a candidate,
//! and what it would cost to come from it is summed up from what became of the sentences, time, outlets and credits. Reports that
//! are made of several are parted at their seams. Then whole forests are drawn, many times, and what most of them agree on is
//! named; that also says how sure each step is. Copies of which nothing but the words is known are joined by [`stemma`].

mod candidate;
mod compare;
mod cost;
mod evidence;
mod reading;
mod sample;
mod seam;
mod settle;
mod stemma;
#[cfg(test)]
mod tests;
mod witness;

use super::body::{Body, fingerprint};
use candidate::Story;
pub use evidence::{Cue, Evidence};
use sample::Slot;
pub(super) use settle::behind;
pub use stemma::{Link, stemma};
pub use witness::Witness;

/// Who has the text from whom.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Forest {
    /// Steps, by child and parent; the first parent of a child is the one with `second` unset.
    pub steps: Vec<Step>,
    /// For each report the reports at the beginning of what it has its text from; itself where it has it from nobody. Sorted.
    pub roots: Vec<Vec<usize>>,
    /// For each report those of the very same text, itself among them. Sorted.
    pub alike: Vec<Vec<usize>>,
}

/// One report has its text, or part of it, from another.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// Who has it.
    pub child: usize,
    /// Who it is had from.
    pub parent: usize,
    /// Whether it only explains what the first parent leaves open.
    pub second: bool,
    /// How likely this is the parent or behind the parent, 0 to 1: in so many of all forests drawn.
    pub confidence: f64,
    /// Others that may as well be the parent, with their odds, likeliest first: `A or B`.
    pub or: Vec<(usize, f64)>,
    /// What it rests on, the weightiest first.
    pub evidence: Vec<Evidence>,
}

/// Another candidate is named beside the parent where its odds are at least this.
const OR: f64 = 0.2;

/// Forests that are counted for the first draft, and for good.
const DRAFT: usize = 30;
const COUNTED: usize = 150;

/// Finds out which reports have their texts from which.
pub fn forest(witnesses: &[Witness]) -> Forest {
    let reports = witnesses.len();
    let names: Vec<Vec<u64>> = names(witnesses);
    let bodies: Vec<&Body> = witnesses.iter().map(|w| &w.body).collect();
    let collation = reading::Collation::of(&bodies, &names);
    let credits = witness::Credits::of(witnesses);
    let mut clock = cost::Clock::of(witnesses);
    let order = Story { collation: &collation, credits: &credits, clock: &clock }.no_later();
    order.into_iter().for_each(|(first, later)| clock.no_later(first, later));
    let story = Story { collation: &collation, credits: &credits, clock: &clock };
    let whole: Vec<Slot> = (0..reports).map(|child| story.whole(child)).collect();
    // Where the seams are hangs on who can be meant by credits, and that on a forest: it is drawn twice.
    let draft = draft(&whole, &credits);
    let mut slots: Vec<Slot> = Vec::new();
    let mut longest: Vec<usize> = Vec::new();
    for one in whole {
        let child = one.child;
        let before = story.before(child);
        let parts = seam::parts(&story, &draft, child, &before);
        let most = (0..parts.len()).rev().max_by_key(|n| parts[*n].len()).unwrap_or(0);
        longest.push(slots.len() + most);
        match parts.is_empty() {
            true => slots.push(one),
            false => slots.extend(parts.iter().map(|part| story.part(child, part, &before))),
        }
    }
    let odds = sample::odds(&slots, &credits, reports, COUNTED);
    let named = settle::named(&slots, &odds, reports);
    let mut steps: Vec<Step> = Vec::new();
    for (n, slot) in slots.iter().enumerate() {
        let Some(parent) = named[n] else { continue };
        let child = slot.child;
        let or = |o: &&(usize, f64)| o.0 != parent && o.1 >= OR;
        steps.push(Step {
            child,
            parent,
            second: longest[child] != n && named[longest[child]].is_some(),
            confidence: odds.behind(parent, child).min(1.0),
            or: odds.parents[n].iter().filter(or).copied().collect(),
            evidence: evidence::of(&story, child, parent),
        });
    }
    steps.sort_by_key(|s| (s.child, s.second, s.parent));
    let roots = roots(&steps, reports);
    Forest { steps, roots, alike: alike(&collation) }
}

/// A first forest, in which every report comes from one other or from nobody.
fn draft(whole: &[Slot], credits: &witness::Credits) -> seam::Draft {
    let odds = sample::odds(whole, credits, whole.len(), DRAFT);
    let parent = settle::named(whole, &odds, whole.len());
    let parents: Vec<Vec<usize>> = parent.iter().map(|p| Vec::from_iter(*p)).collect();
    let behind = (0..whole.len()).map(|r| settle::behind(&parents, r)).collect();
    let mut copied = vec![0; whole.len()];
    parent.iter().flatten().for_each(|p| copied[*p] += 1);
    seam::Draft { behind, copied, parent }
}

fn roots(steps: &[Step], reports: usize) -> Vec<Vec<usize>> {
    let mut parents: Vec<Vec<usize>> = vec![Vec::new(); reports];
    steps.iter().for_each(|s| parents[s.child].push(s.parent));
    let of = |report: usize| {
        let mut all = settle::behind(&parents, report);
        all.push(report);
        all.retain(|r| parents[*r].is_empty());
        all.sort_unstable();
        all.dedup();
        all
    };
    (0..reports).map(of).collect()
}

/// The names of all outlets as words.
fn names(witnesses: &[Witness]) -> Vec<Vec<u64>> {
    let of = |name: &String| -> Vec<u64> {
        let all = firsthand_text::Span::new(0, name.len());
        crate::story::words(name, all).iter().map(|w| fingerprint(w.folded.bytes())).collect()
    };
    let mut out: Vec<Vec<u64>> =
        witnesses.iter().flat_map(|w| w.credits.iter().chain([&w.outlet])).map(of).collect();
    out.sort_unstable();
    out.dedup();
    out.retain(|n| !n.is_empty());
    out
}

fn alike(collation: &reading::Collation) -> Vec<Vec<usize>> {
    let mut classes: std::collections::BTreeMap<Vec<usize>, Vec<usize>> = std::collections::BTreeMap::new();
    let row = |n: usize| -> Vec<usize> { collation.rows[n].iter().map(|u| u.reading).collect() };
    for n in 0..collation.rows.len() {
        classes.entry(row(n)).or_default().push(n);
    }
    let class = |n: usize| if collation.rows[n].is_empty() { vec![n] } else { classes[&row(n)].clone() };
    (0..collation.rows.len()).map(class).collect()
}
