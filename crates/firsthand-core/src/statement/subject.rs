//! Who does it, where the verb does not say so itself: `the general, who fled`, `asked the army to leave`, `met and left`.

use super::tree::Tree;
use super::valency;
use firsthand_text::language::{Form, Relation, Tag};

/// The participants that do what a verb or a predicate noun says, in order of place; none where nobody is told.
pub(super) fn doers(tree: &Tree<'_>, predicate: usize) -> Vec<usize> {
    let Some(doer) = doer(tree, predicate) else { return Vec::new() };
    let mut out = vec![doer];
    // `The president and the minister met`: a parser may hang both on the verb.
    let twice = tree.head(doer).into_iter().flat_map(|v| tree.by(v, Relation::Nsubj)).filter(|&s| s < doer);
    let joined = |s: &usize| (s + 1..doer).any(|t| tree.tag(t) == Tag::Cconj);
    if tree.relation(doer) == Relation::Nsubj {
        out.extend(twice.filter(joined));
    }
    out.sort_unstable();
    out
}

fn doer(tree: &Tree<'_>, predicate: usize) -> Option<usize> {
    let mut at = predicate;
    for _ in 0..5 {
        if let Some(own) = own(tree, at) {
            return if is_relative(tree, own) { antecedent(tree, at, own) } else { Some(own) };
        }
        let head = tree.head(at)?;
        let verb = tree.tag(head) == Tag::Verb;
        match tree.relation(at) {
            Relation::Xcomp | Relation::Advcl if verb && hands_over(tree, head, at) => {
                return object(tree, head);
            }
            Relation::Conj | Relation::Xcomp | Relation::Advcl | Relation::Parataxis => at = head,
            Relation::Ccomp if tree.report.tokens[at].form == Form::Gerund => at = head,
            // `ordered the ministry to pay`, `a plan to build`.
            Relation::Acl if is_infinitive(tree, at) => {
                let above = tree.head(head)?;
                let object = tree.tag(above) == Tag::Verb
                    && matches!(tree.relation(head), Relation::Obj | Relation::Iobj | Relation::Obl);
                if !object || hands_over(tree, above, at) {
                    return Some(head);
                }
                at = above;
            }
            Relation::Acl => return Some(head),
            _ => return None,
        }
    }
    None
}

/// The subject a predicate has of its own; of two that a parser gives it the nearer.
fn own(tree: &Tree<'_>, predicate: usize) -> Option<usize> {
    let near = |r: Relation| {
        tree.by(predicate, r).filter(|&s| s < predicate).last().or_else(|| tree.by(predicate, r).next())
    };
    near(Relation::Nsubj).or_else(|| near(Relation::NsubjPass))
}

/// Whether the infinitive below this verb is done by the verb's object.
fn hands_over(tree: &Tree<'_>, verb: usize, below: usize) -> bool {
    let lemma = tree.lemma(verb);
    let carried = valency::is("carry", lemma) && is_infinitive(tree, below);
    (carried || valency::is("persuade", lemma)) && object(tree, verb).is_some_and(|o| o < below)
}

fn object(tree: &Tree<'_>, verb: usize) -> Option<usize> {
    tree.by(verb, Relation::Obj).next().or_else(|| tree.by(verb, Relation::Iobj).next())
}

/// Whether a verb is an infinitive with `to`.
pub(super) fn is_infinitive(tree: &Tree<'_>, verb: usize) -> bool {
    tree.tag(verb) == Tag::Verb
        && tree
            .children(verb)
            .iter()
            .any(|&c| c < verb && tree.tag(c) == Tag::Part && tree.report.word(c).eq_ignore_ascii_case("to"))
}

/// Whether a token is a relative pronoun.
pub(super) fn is_relative(tree: &Tree<'_>, token: usize) -> bool {
    tree.tag(token) == Tag::Pron
        && matches!(tree.report.word(token).to_lowercase().as_str(), "who" | "which" | "that" | "whom")
        && tree.report.tokens[token].form == Form::Wh
}

/// The noun a relative pronoun stands for: that which its clause hangs on, else the nearest noun before it.
pub(super) fn antecedent(tree: &Tree<'_>, predicate: usize, pronoun: usize) -> Option<usize> {
    let clause =
        tree.ancestors(predicate).find(|&t| tree.relation(t) == Relation::Acl && t >= predicate.min(pronoun));
    if let Some(noun) = clause.and_then(|c| tree.head(c)).filter(|&n| n < pronoun) {
        return Some(noun);
    }
    let first = tree.report.sentences[tree.sentence[pronoun]].first;
    let near = (first..pronoun)
        .rev()
        .find(|&t| !matches!(tree.tag(t), Tag::Punct | Tag::Adp))
        .filter(|&t| matches!(tree.tag(t), Tag::Noun | Tag::Propn))?;
    let inside = |t: &usize| matches!(tree.relation(*t), Relation::Flat | Relation::Compound);
    tree.ancestors(near).find(|t| !inside(t))
}
