//! Who does it, where the verb does not say so itself: `the general, who fled`, `asked the army to leave`, `met and left`.

use super::tree::Tree;
use super::{lexicon, valency};
use firsthand_text::language::{Form, Relation, Tag};

/// The participants that do what a verb or a predicate noun says, in order of place; none where nobody is told.
pub(super) fn doers(tree: &Tree<'_>, predicate: usize) -> Vec<usize> {
    let Some(doer) = doer(tree, predicate) else { return Vec::new() };
    let mut out = vec![doer];
    // `The president and the minister met`: a parser may hang both on the verb.
    let role = tree.relation(doer);
    let twice = tree.head(doer).into_iter().flat_map(|v| tree.by(v, role)).filter(|&s| s < doer);
    let joined = |s: &usize| (s + 1..doer).any(|t| tree.tag(t) == Tag::Cconj);
    if matches!(role, Relation::Nsubj | Relation::NsubjPass) {
        out.extend(twice.filter(joined));
    }
    out.sort_unstable();
    out
}

fn doer(tree: &Tree<'_>, predicate: usize) -> Option<usize> {
    let mut at = predicate;
    for _ in 0..5 {
        if let Some(own) = own(tree, at) {
            return if is_relative(tree, own) {
                antecedent(tree, at, own)
            } else {
                more_than(tree, at, own).or(Some(own))
            };
        }
        if let Some(lent) = lent(tree, at) {
            return Some(lent);
        }
        let head = tree.head(at)?;
        let verb = tree.tag(head) == Tag::Verb;
        match tree.relation(at) {
            Relation::Xcomp | Relation::Advcl if verb && hands_over(tree, head, at) => {
                return object(tree, head);
            }
            Relation::Obl if verb && is_infinitive(tree, at) => at = head,
            // `freed the hostages, handed them over and left`.
            Relation::Parataxis
                if verb
                    && head < at
                    && !lexicon::is_speech(tree.lemma(at))
                    && !lexicon::is_speech(tree.lemma(head)) =>
            {
                at = head;
            }
            Relation::Conj | Relation::Xcomp | Relation::Advcl => at = head,
            Relation::Ccomp if tree.report.tokens[at].form == Form::Gerund => at = head,
            // `ordered the ministry to pay`, `a plan to build`.
            // `held on suspicion of planning`: whoever is held is meant.
            Relation::Acl
                if tree.report.tokens[at].form == Form::Gerund
                    && tree.by(at, Relation::Mark).next().is_some()
                    && matches!(tree.relation(head), Relation::Obl | Relation::Nmod) =>
            {
                let verb = tree.ancestors(head).skip(1).find(|&v| tree.tag(v) == Tag::Verb)?;
                match object(tree, verb).filter(|&o| o < at && o != head) {
                    Some(object) => return Some(object),
                    None => at = verb,
                }
            }
            // `He was the first minister to come`: who is said to be one.
            Relation::Acl if tree.by(head, Relation::Cop).next().is_some() => {
                return own(tree, head).filter(|_| is_infinitive(tree, at)).or(Some(head));
            }
            // `ordered the ministry to pay`, `an inquiry to probe`; `Norland's plan to build`, `has plans to build`.
            Relation::Acl if is_infinitive(tree, at) => {
                let aim = valency::is("aims", tree.lemma(head));
                if let Some(owner) = possessor(tree, head).filter(|_| aim) {
                    return Some(owner);
                }
                let above = tree.head(head).filter(|&v| tree.tag(v) == Tag::Verb);
                match above.filter(|_| tree.relation(head) == Relation::Obj) {
                    Some(verb) if aim || tree.lemma(verb) == "have" => at = verb,
                    Some(verb) if !hands_over(tree, verb, at) && tree.lemma(verb) == "take" => at = verb,
                    _ => return Some(head),
                }
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

/// The noun that is counted in `more than 80 vehicles were searched`, where a parser takes the first word for the subject.
fn more_than(tree: &Tree<'_>, predicate: usize, subject: usize) -> Option<usize> {
    let word = |t: usize| tree.report.word(t).to_lowercase();
    let compared = matches!(word(subject).as_str(), "more" | "less" | "fewer") && subject + 1 < predicate;
    let counted =
        |t: &usize| tree.tag(*t) == Tag::Noun && matches!(tree.relation(*t), Relation::Obl | Relation::Nmod);
    (compared && word(subject + 1) == "than").then(|| (subject + 2..predicate).find(counted)).flatten()
}

/// The subject a parser gave to the gerund before a verb: `Crews battling the blaze were joined by others`.
fn lent(tree: &Tree<'_>, verb: usize) -> Option<usize> {
    let gerund = tree.by(verb, Relation::Advcl).find(|&g| {
        g < verb && tree.report.tokens[g].form == Form::Gerund && tree.by(g, Relation::Mark).next().is_none()
    })?;
    own(tree, gerund).filter(|&s| s + 1 == gerund && (gerund..verb).all(|t| tree.report.word(t) != ","))
}

/// Whether the infinitive below this verb is done by the verb's object.
fn hands_over(tree: &Tree<'_>, verb: usize, below: usize) -> bool {
    let lemma = tree.lemma(verb);
    let carried = valency::is("carry", lemma) && is_infinitive(tree, below);
    // A happening does nothing (`ordered his dismissal to cut costs`), nor does the `it` of `made it easier to hire`.
    let able = |o: usize| {
        o < below && tree.report.word(o) != "it" && lexicon::classes(tree.lemma(o), true).is_empty()
    };
    // `stopped the crowd from entering`, `accused him of lying`.
    let barred = tree.report.tokens[below].form == Form::Gerund
        && tree
            .by(below, Relation::Mark)
            .any(|m| m > verb && matches!(tree.report.word(m), "from" | "of" | "with" | "into"));
    (carried || barred || valency::is("persuade", lemma)) && object(tree, verb).is_some_and(able)
}

fn possessor(tree: &Tree<'_>, noun: usize) -> Option<usize> {
    tree.by(noun, Relation::Nmod).find(|&c| c < noun && tree.behind(c).is_none())
}

fn object(tree: &Tree<'_>, verb: usize) -> Option<usize> {
    tree.by(verb, Relation::Obj).next().or_else(|| tree.by(verb, Relation::Iobj).next())
}

/// Whether a verb is an infinitive with `to`.
pub(super) fn is_infinitive(tree: &Tree<'_>, verb: usize) -> bool {
    tree.tag(verb) == Tag::Verb
        && tree.children(verb).iter().any(|&c| {
            c < verb
                && (tree.tag(c) == Tag::Part || tree.relation(c) == Relation::Mark)
                && tree.report.word(c).eq_ignore_ascii_case("to")
        })
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
    let nominal = |t: &usize| matches!(tree.tag(*t), Tag::Noun | Tag::Propn | Tag::Pron);
    if let Some(noun) = clause.and_then(|c| tree.head(c)).filter(|&n| n < pronoun).filter(nominal) {
        return Some(noun);
    }
    let first = tree.report.sentences[tree.sentence[pronoun]].first;
    let comma = |t: &usize| tree.report.word(*t) == ",";
    let mut end = pronoun;
    // What is put in between commas is passed over: `an air strike, widely blamed on Ostland, that killed seven`.
    if end > first && comma(&(end - 1)) {
        let opening = (first..end - 1).rev().find(comma);
        end = opening.filter(|&c| matches!(tree.tag(c + 1), Tag::Adv | Tag::Verb)).unwrap_or(end);
    }
    let near = (first..end).rev().find(|&t| !matches!(tree.tag(t), Tag::Punct | Tag::Adp)).filter(nominal)?;
    let inside = |t: &usize| matches!(tree.relation(*t), Relation::Flat | Relation::Compound);
    tree.ancestors(near).find(|t| !inside(t))
}
