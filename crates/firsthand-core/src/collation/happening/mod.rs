//! Which words tell of one happening: `the visit`, `flew to Iran`, `is hosting`?
//!
//! In: mentions of happenings (statements) of the reports of one story, names merged. Out: chains, each of the mentions of one
//! happening. Two mentions are compared by what [`evidence`] sees in both; learnt weights (`models/happenings.tsv`) make of it
//! how likely they are of one; chains are joined while they are likely on average.

pub mod chain;
pub mod evidence;
pub mod ground;
mod kind;
pub mod sheet;
#[cfg(test)]
mod tests;
pub mod weights;

pub use chain::{chains, linked};
pub use ground::Ground;
pub use sheet::Sheet;
pub use weights::Weights;

use crate::Reports;
use crate::name::Names;
use crate::statement::{Statement, alike, clause, tree::Tree};
use firsthand_text::language::{Relation, Tag};

/// The words of a report that tell of happenings, ascending: verbs and nouns that carry statements, and nouns of
/// `data/happenings.tsv` wherever they stand.
pub fn heads(tree: &Tree<'_>) -> Vec<usize> {
    let report = tree.report;
    let tells = |t: &usize| matches!(tree.tag(*t), Tag::Verb | Tag::Noun);
    let mut out: Vec<usize> = clause::predicates(tree).into_iter().filter(tells).collect();
    let noun = |t: &usize| {
        tree.tag(*t) == Tag::Noun
            && !kind::of(&alike::spelled(tree.lemma(*t))).is_empty()
            && tree.relation(*t) != Relation::Compound
    };
    out.extend((0..report.tokens.len()).filter(noun));
    out.sort_unstable();
    out.dedup();
    out
}

/// What is known of the mentions that are the predicates of statements, in the order of the statements.
pub fn ground(reports: &Reports<'_>, names: &Names, statements: &[Statement]) -> Ground {
    let mention = |s: &Statement| Sheet::of(reports, names, s, &(s.predicate..s.predicate + 1));
    Ground::new(reports, statements.iter().map(mention).collect())
}

/// How likely two mentions are of one happening, 0 to 1.
pub fn likely(ground: &Ground, weights: &Weights, a: usize, b: usize) -> f64 {
    evidence::of(ground, a, b).map_or(0.0, |e| weights.likely(&e))
}
