//! From candidates to one parent each: the cheapest forest, then, where it is not decided, what most of it agrees on.

use super::arborescence::{Arc, cheapest};
use super::candidate::Choice;

/// The cheapest forest: for each report its parent, or none.
pub(super) fn forest(choices: &[Choice]) -> Vec<Option<usize>> {
    let root = choices.len();
    let mut arcs = Vec::new();
    for (to, choice) in choices.iter().enumerate() {
        arcs.push(Arc { from: root, to, cost: choice.root });
        arcs.extend(choice.candidates.iter().map(|c| Arc { from: c.parent, to, cost: c.cost() }));
    }
    let chosen = cheapest(root, &arcs);
    chosen.into_iter().map(|n| arcs.get(n).map(|a| a.from).filter(|f| *f < root)).collect()
}

/// For each report all that is behind it.
pub(super) fn above(parents: &[Option<usize>]) -> Vec<Vec<usize>> {
    let behind = |report: usize| {
        let mut out = Vec::new();
        let mut at = parents[report];
        while let Some(next) = at.filter(|n| !out.contains(n)) {
            out.push(next);
            at = parents[next];
        }
        out
    };
    (0..parents.len()).map(behind).collect()
}

/// How much it counts to name an ancestor beside naming the parent.
const ANCESTOR: f64 = 0.6;

/// Names for each report the one that is most likely behind it. `odds` are (report, probability) of each report's parents.
pub(super) fn likeliest(parents: &[Option<usize>], odds: &[Vec<(usize, f64)>]) -> Vec<Option<usize>> {
    let above = above(parents);
    let of =
        |child: usize| parents[child].and_then(|p| named(&odds[child], &above, child, |_| true).or(Some(p)));
    (0..parents.len()).map(of).collect()
}

/// The one that is most likely behind a report, of those that are `open`: where a text came by one of several alike copies,
/// the original they were all copied from is a better answer than a guess among them.
pub(super) fn named(
    odds: &[(usize, f64)],
    above: &[Vec<usize>],
    child: usize,
    open: impl Fn(usize) -> bool,
) -> Option<usize> {
    let mut scores = vec![0.0; above.len()];
    for &(parent, odds) in odds.iter().filter(|o| o.0 != child && !above[o.0].contains(&child)) {
        scores[parent] += odds * (1.0 + ANCESTOR);
        above[parent].iter().for_each(|&a| scores[a] += odds * ANCESTOR);
    }
    let better = |a: usize, b: usize| if scores[b] > scores[a] { b } else { a };
    (0..above.len()).filter(|r| open(*r)).reduce(better).filter(|b| scores[*b] > 0.0)
}
