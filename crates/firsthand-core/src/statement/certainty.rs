//! Is it denied, alleged or only possible?

use super::Certainty;
use super::tree::Tree;
use firsthand_text::language::{Relation, Tag};

/// Whether the clause negates its predicate: `did not`, `never`, `no details`.
pub fn negative(tree: &Tree<'_>, predicate: usize) -> bool {
    let no = |t: usize| {
        matches!(tree.lemma(t), "not" | "n't" | "never" | "no" | "neither" | "nor" | "n’t" | "without")
    };
    tree.children(predicate).iter().any(|&c| {
        no(c)
            || (matches!(tree.relation(c), Relation::Obj | Relation::Nsubj | Relation::NsubjPass)
                && tree.by(c, Relation::Det).any(no))
    })
}

/// How surely the clause says it; `denied` where the verb of saying over it denies.
pub fn certainty(tree: &Tree<'_>, predicate: usize, denied: bool) -> Certainty {
    if denied {
        return Certainty::Denied;
    }
    let word = |t: usize| tree.report.word(t).to_lowercase();
    let own: Vec<String> = tree
        .children(predicate)
        .iter()
        .filter(|&&c| {
            matches!(tree.relation(c), Relation::Aux | Relation::Advmod | Relation::Mark | Relation::Case)
        })
        .map(|&c| word(c))
        .collect();
    let has = |list: &[&str]| own.iter().any(|w| list.contains(&w.as_str()));
    if has(&[
        "may", "might", "could", "would", "possibly", "perhaps", "if", "whether", "can", "should", "likely",
        "probably",
    ]) {
        return Certainty::Possible;
    }
    if has(&["allegedly", "reportedly", "purportedly", "supposedly", "apparently"]) {
        return Certainty::Alleged;
    }
    // `is suspected of supplying`, `is accused of using`, `is believed to have`, `denies receiving`.
    let Some(head) = tree.head(predicate) else { return Certainty::Asserted };
    if tree.tag(head) != Tag::Verb {
        return Certainty::Asserted;
    }
    match tree.lemma(head) {
        "suspect" | "accuse" | "allege" | "believe" | "think" | "claim" | "rumour" | "rumor" => {
            Certainty::Alleged
        }
        "deny" | "reject" | "refute" => Certainty::Denied,
        "hope" | "plan" | "want" | "fear" | "expect" | "intend" | "threaten" | "consider" | "determine"
        | "seek" => Certainty::Possible,
        _ => Certainty::Asserted,
    }
}
