//! Names that the parser took apart, and nouns behind a preposition that it took for subjects.

use super::Mended;
use crate::statement::tree::Tree;
use firsthand_text::language::{Relation, Tag};

/// Words of one name hang together: `struck a mole at Port Sarnay`.
pub(super) fn join_names(tree: &Tree<'_>, mended: &mut Mended) {
    for name in &tree.report.names {
        let outside =
            |t: usize, mended: &Mended| mended.heads[t].is_none_or(|h| h < name.first || h >= name.last);
        let Some(top) = (name.first..name.last).find(|&t| outside(t, mended)) else { continue };
        for t in top + 1..name.last {
            // The root of the sentence stays: something has to hold it together.
            if mended.heads[t].is_some() && outside(t, mended) {
                mended.heads[t] = Some(top);
                mended.relations[t] = Relation::Flat;
            }
        }
    }
}

/// A noun behind a preposition is no subject: in `a blast at a plant in Tarn injured two` the blast did it.
pub(super) fn pass_over(tree: &Tree<'_>, mended: &mut Mended) {
    for token in 0..tree.report.tokens.len() {
        if !matches!(mended.relations[token], Relation::Nsubj | Relation::NsubjPass) {
            continue;
        }
        let Some(verb) = mended.heads[token].filter(|&v| v > token) else { continue };
        let Some(case) = tree.by(token, Relation::Case).find(|&c| c < token) else { continue };
        let noun = |t: usize| matches!(tree.tag(t), Tag::Noun | Tag::Propn);
        let Some(before) =
            case.checked_sub(1).filter(|&t| noun(t) && tree.sentence[t] == tree.sentence[token])
        else {
            continue;
        };
        // Up to the noun that the whole phrase hangs on.
        let up = |&t: &usize| mended.heads[t].filter(|&h| h < t && noun(h));
        let top = std::iter::successors(Some(before), up).take(6).last().unwrap_or(before);
        let relation = mended.relations[token];
        mended.heads[token] = Some(before);
        mended.relations[token] = Relation::Nmod;
        let free = mended.heads[top].is_some_and(|h| h != verb && h > top);
        if free && matches!(mended.relations[top], Relation::Nsubj | Relation::NsubjPass | Relation::Obl) {
            mended.heads[top] = Some(verb);
            mended.relations[top] = relation;
        }
    }
}
