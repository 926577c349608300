//! Which report has its text from which?
//!
//! All reports of a story are collated sentence by sentence; every report that another shares a sentence with is a candidate,
//! and what it would cost to come from it is summed up from what became of the sentences, time, outlets and credits. The
//! cheapest forest gives each report a parent or none (Chu and Liu, Edmonds); further parents are added where they explain more;
//! drawing the sentences again says how sure each step is. Copies of which nothing but the words is known are joined by
//! [`stemma`].

mod arborescence;
mod candidate;
mod compare;
mod cost;
mod evidence;
mod reading;
mod resample;
mod second;
mod settle;
mod stemma;
#[cfg(test)]
mod tests;
mod witness;

use super::body::{Body, fingerprint};
use candidate::{Choice, Story};
pub use evidence::{Cue, Evidence};
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
    /// How likely this is the parent or behind the parent, 0 to 1, over draws of the sentences.
    pub confidence: f64,
    /// Others that may as well be the parent, with their odds, likeliest first: `A or B`.
    pub or: Vec<(usize, f64)>,
    /// What it rests on, the weightiest first.
    pub evidence: Vec<Evidence>,
}

/// Another candidate is named beside the parent where its odds are at least this.
const OR: f64 = 0.2;

/// Finds out which reports have their texts from which.
pub fn forest(witnesses: &[Witness]) -> Forest {
    let names: Vec<Vec<u64>> = names(witnesses);
    let bodies: Vec<&Body> = witnesses.iter().map(|w| &w.body).collect();
    let collation = reading::Collation::of(&bodies, &names);
    let credits = witness::Credits::of(witnesses);
    let mut clock = cost::Clock::of(witnesses);
    let order = Story { collation: &collation, credits: &credits, clock: &clock }.no_later();
    order.into_iter().for_each(|(first, later)| clock.no_later(first, later));
    let story = Story { collation: &collation, credits: &credits, clock: &clock };
    let mut choices: Vec<Choice> = (0..witnesses.len()).map(|c| story.choice(c)).collect();
    // What stands behind a parent is known once there is a forest: it is made twice.
    let first = settle::forest(&choices);
    story.weigh_credits(&mut choices, &settle::above(&first));
    let cheapest = settle::forest(&choices);
    let odds: Vec<Vec<(usize, f64)>> = choices
        .iter()
        .zip(0..)
        .map(|(choice, n)| resample::odds(choice, &collation.weights(n), n as u64 + 1))
        .collect();
    let parents = settle::likeliest(&cheapest, &odds);
    let above = settle::above(&parents);
    let mut steps = Vec::new();
    for (child, parent) in parents.iter().enumerate() {
        let Some(parent) = *parent else { continue };
        steps.push(first_step(&story, child, parent, &odds[child], &above));
        for parent in second::parents(&story, child, parent, &above) {
            let evidence = evidence::of(&story, child, parent);
            steps.push(Step { child, parent, second: true, confidence: 0.5, or: Vec::new(), evidence });
        }
    }
    let steps = without_circles(steps, witnesses.len());
    let roots = roots(&steps, witnesses.len());
    Forest { steps, roots, alike: alike(&collation) }
}

fn first_step(
    story: &Story<'_>,
    child: usize,
    parent: usize,
    odds: &[(usize, f64)],
    above: &[Vec<usize>],
) -> Step {
    let behind = |report: usize| report == parent || above[report].contains(&parent);
    let confidence: f64 = odds.iter().filter(|o| behind(o.0)).map(|o| o.1).sum();
    let or: Vec<(usize, f64)> = odds.iter().filter(|o| o.0 != parent && o.1 >= OR).copied().collect();
    let evidence = evidence::of(story, child, parent);
    Step { child, parent, second: false, confidence: confidence.min(1.0), or, evidence }
}

/// Leaves out further parents that would close a circle.
fn without_circles(steps: Vec<Step>, reports: usize) -> Vec<Step> {
    let mut parents: Vec<Vec<usize>> = vec![Vec::new(); reports];
    let (first, further): (Vec<Step>, Vec<Step>) = steps.into_iter().partition(|s| !s.second);
    let mut out = Vec::new();
    for step in first.into_iter().chain(further) {
        if step.second && behind(&parents, step.parent).contains(&step.child) {
            continue;
        }
        parents[step.child].push(step.parent);
        out.push(step);
    }
    out.sort_by_key(|s| (s.child, s.second, s.parent));
    out
}

/// All reports behind one, itself left out.
fn behind(parents: &[Vec<usize>], report: usize) -> Vec<usize> {
    let mut out = Vec::new();
    let mut open = parents[report].clone();
    while let Some(next) = open.pop() {
        if !out.contains(&next) {
            out.push(next);
            open.extend(&parents[next]);
        }
    }
    out
}

fn roots(steps: &[Step], reports: usize) -> Vec<Vec<usize>> {
    let mut parents: Vec<Vec<usize>> = vec![Vec::new(); reports];
    steps.iter().for_each(|s| parents[s.child].push(s.parent));
    let of = |report: usize| {
        let mut all = behind(&parents, report);
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
