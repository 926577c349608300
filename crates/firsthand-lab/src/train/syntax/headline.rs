//! Copies of training sentences in the styles of headlines, so that these do not break what is learnt from text.

use super::treebank::{Tree, join_hyphens, without};
use firsthand_text::language::{Relation, Tag};

/// Words that stay small in titles.
const SMALL: [&str; 22] = [
    "a", "an", "the", "of", "in", "on", "at", "to", "for", "and", "or", "but", "by", "with", "from", "as",
    "'s", "n't", "nor", "via", "over", "into",
];

/// All training sentences: hyphenated words both ways, and copies in other styles of about a third of them.
pub(super) fn styles(trees: &[Tree]) -> Vec<Tree> {
    let mut out = Vec::new();
    for (i, tree) in trees.iter().enumerate() {
        let whole = join_hyphens(tree);
        // which style a copy gets goes by its number, so that every run makes the same
        let copy = whole.as_ref().unwrap_or(tree);
        let headlike = (3..=40).contains(&copy.count());
        match i * 7919 % 100 {
            0..10 if headlike => out.push(cased(&clipped(copy), |_, w| w.to_uppercase())),
            10..13 if headlike => out.push(cased(copy, |_, w| w.to_uppercase())),
            13..21 if headlike => out.push(cased(&clipped(copy), title)),
            21..29 if headlike => out.push(clipped(copy)),
            29..34 => out.push(unstopped(copy)),
            _ => {}
        }
        out.extend(whole);
        out.push(tree.clone());
    }
    out
}

fn cased(tree: &Tree, change: impl Fn(usize, &str) -> String) -> Tree {
    let words = tree.words.iter().enumerate().map(|(i, w)| change(i, w)).collect();
    Tree { words, ..tree.clone() }
}

fn title(i: usize, word: &str) -> String {
    if i > 0 && SMALL.contains(&word) {
        return word.to_owned();
    }
    let mut chars = word.chars();
    chars.next().map(|c| c.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// Without articles, auxiliaries of the passive and the final stop.
fn clipped(tree: &Tree) -> Tree {
    let leaf = |k: usize| !tree.heads.contains(&k);
    let drop: Vec<bool> = (0..tree.count())
        .map(|k| {
            let word = tree.words[k].to_lowercase();
            let article = tree.tags[k].0 == Tag::Det && ["a", "an", "the"].contains(&word.as_str());
            let passive = tree.relations[k] == Relation::AuxPass
                && ["is", "are", "was", "were"].contains(&word.as_str());
            leaf(k) && (article || passive || is_final_stop(tree, k))
        })
        .collect();
    without(tree, &drop)
}

fn unstopped(tree: &Tree) -> Tree {
    let drop: Vec<bool> =
        (0..tree.count()).map(|k| is_final_stop(tree, k) && !tree.heads.contains(&k)).collect();
    without(tree, &drop)
}

fn is_final_stop(tree: &Tree, k: usize) -> bool {
    k + 1 == tree.count() && tree.words[k] == "."
}
