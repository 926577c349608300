//! More parents than one: what the first does not explain.

use super::candidate::Story;
use super::compare::{Before, Fate, way};
use super::cost;
use super::settle;

/// A further parent explains at least so much of a report's words (greedy set cover; an eighth, as a paragraph of a short report).
const LEAST: f64 = 0.12;
/// And at least so many sentences: one or two may be anybody's.
const SENTENCES: usize = 3;
/// A report has no more parents than this.
const MOST: usize = 3;
/// What it may cost, beside the text, to come from a further parent.
const BAR: f64 = 4.0;

/// What it is worth to explain all words.
const GAIN: f64 = 8.0;

/// Further parents of a report, the most telling first. `above` are the reports behind each report.
pub(super) fn parents(story: &Story<'_>, child: usize, first: usize, above: &[Vec<usize>]) -> Vec<usize> {
    let weights = story.collation.weights(child);
    let all: f64 = weights.iter().sum();
    let before = Before::unknown(weights.len());
    let mut passed = vec![false; weights.len()];
    let mut out = Vec::new();
    let mut last = first;
    while out.len() + 1 < MOST {
        let taken = way(story.collation, last, child, &before, &passed);
        taken.fates.iter().zip(&mut passed).for_each(|(f, p)| *p |= f.shared());
        let mut found: Vec<(usize, f64)> = Vec::new();
        for (parent, behind) in above.iter().enumerate() {
            if parent == child || parent == first || out.contains(&parent) || behind.contains(&child) {
                continue;
            }
            let way = way(story.collation, parent, child, &before, &passed);
            let kept = |f: &Fate| matches!(f, Fate::Kept | Fate::Reworded);
            let gained: f64 = way.fates.iter().zip(&weights).filter(|(f, _)| kept(f)).map(|(_, w)| w).sum();
            let sentences = way.fates.iter().filter(|f| kept(f)).count();
            if gained < LEAST * all || sentences < SENTENCES {
                continue;
            }
            let tally = way.tally(&weights, &vec![1.0; weights.len()]);
            let cues = cost::time(story.clock, story.credits, &way, &tally, parent, child)
                + cost::credit(story.credits, behind, parent, child);
            if cues <= BAR {
                found.push((parent, cues + cost::text(&way, &tally) - GAIN * gained / all));
            }
        }
        let least = found.iter().map(|f| f.1).fold(f64::INFINITY, f64::min);
        let sum: f64 = found.iter().map(|f| (least - f.1).exp()).sum();
        let odds: Vec<(usize, f64)> = found.iter().map(|f| (f.0, (least - f.1).exp() / sum)).collect();
        let open = |report: usize| report != first && !out.contains(&report);
        let Some(parent) = settle::named(&odds, above, child, open) else { break };
        out.push(parent);
        last = parent;
    }
    out
}
