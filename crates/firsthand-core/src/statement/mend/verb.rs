//! Sentences whose main verb a parser took for part of a clause on their subject.

use super::Mended;
use crate::statement::tree::{Tree, is_past_participle};
use firsthand_text::language::{Form, Relation, Tag};

/// Gives the sentence from token `first` to before `last` its main verb back, where it was lost.
pub(super) fn raise(tree: &Tree<'_>, first: usize, last: usize, mended: &mut Mended) {
    let found = whose(tree, first, last).or_else(|| garden(tree, first, last));
    if let Some(found) = found {
        // The second verb takes the place of the first, which becomes a clause on the noun.
        mended.heads[found.main] = mended.heads[found.clause];
        mended.relations[found.main] = mended.relations[found.clause];
        mended.heads[found.noun] = Some(found.main);
        let passive = tree.by(found.main, Relation::AuxPass).next().is_some();
        mended.relations[found.noun] = if passive { Relation::NsubjPass } else { Relation::Nsubj };
        mended.heads[found.clause] = Some(found.noun);
        mended.relations[found.clause] = Relation::Acl;
        for &c in tree.children(found.clause).iter().filter(|&&c| c > found.main) {
            mended.heads[c] = Some(found.main);
        }
        lower(tree, found.main, found.clause, mended);
    } else if let Some((subject, verb, object)) = attribute(tree, first, last) {
        mended.heads[verb] = mended.heads[object];
        mended.relations[verb] = mended.relations[object];
        for &c in tree.children(object).iter().filter(|&&c| c < verb || tree.relation(c) == Relation::Punct) {
            mended.heads[c] = Some(verb);
        }
        mended.heads[subject] = Some(verb);
        mended.heads[object] = Some(verb);
        mended.relations[object] = Relation::Obj;
    } else if let Some((subject, verb)) = lost_verb(tree, first, last) {
        // The verb takes the noun's place, the noun becomes its subject.
        let before = mended.heads[verb].filter(|&h| h != subject);
        mended.heads[verb] = mended.heads[subject];
        mended.relations[verb] = mended.relations[subject];
        mended.heads[subject] = Some(verb);
        mended.relations[subject] = if tree.by(verb, Relation::AuxPass).next().is_some() {
            Relation::NsubjPass
        } else {
            Relation::Nsubj
        };
        for &c in tree.children(subject) {
            if c > verb && mended.relations[c] == Relation::Punct {
                mended.heads[c] = Some(verb);
            }
        }
        if let Some(before) = before {
            lower(tree, verb, before, mended);
        }
    }
}

/// Subject, verb and object of `Peru condemned Chile`, where the verb was taken for an attribute of the object: one
/// with a subject.
fn attribute(tree: &Tree<'_>, first: usize, last: usize) -> Option<(usize, usize, usize)> {
    let object = (first..last).find(|&t| tree.head(t).is_none())?;
    if !matches!(tree.tag(object), Tag::Noun | Tag::Propn) || tree.by(object, Relation::Cop).next().is_some()
    {
        return None;
    }
    let verb = tree.by(object, Relation::Amod).find(|&v| {
        let form = tree.report.tokens[v].form;
        v < object
            && tree.tag(v) == Tag::Verb
            && matches!(form, Form::Past | Form::Participle | Form::PresentThird)
    })?;
    let subjects = tree.by(verb, Relation::Nsubj).chain(tree.by(object, Relation::Nsubj));
    let subject = subjects.filter(|&s| s < verb).last()?;
    Some((subject, verb, object))
}

/// In `The company, which employs 4,000 people, filed for bankruptcy` a parser can take the noun for the root and the
/// verb for one of its clauses: a sentence with no other finite verb, whose verb stands after the closing comma.
fn lost_verb(tree: &Tree<'_>, first: usize, last: usize) -> Option<(usize, usize)> {
    let noun = (first..last).find(|&t| tree.head(t).is_none())?;
    if !matches!(tree.tag(noun), Tag::Noun | Tag::Propn | Tag::Pron)
        || tree.children(noun).iter().any(|&c| {
            matches!(
                tree.relation(c),
                Relation::Cop | Relation::Nsubj | Relation::Aux | Relation::NsubjPass | Relation::Obj
            )
        })
    {
        return None;
    }
    // `The trial of two spies opened in Kelden.`: the only verb of a whole sentence.
    let lone = |t: usize| {
        tree.report.word(last - 1) == "."
            && tree.relation(t) == Relation::Acl
            && !tree.children(t).iter().any(|&c| tree.relation(c) == Relation::Obj)
            && !(first..last).any(|o| o != t && matches!(tree.tag(o), Tag::Verb | Tag::Aux))
    };
    let verb = (noun + 1..last).find(|&t| {
        let form = tree.report.tokens[t].form;
        let bare = |c: &usize| {
            is_subject(tree, *c)
                || matches!(tree.relation(*c), Relation::Mark | Relation::Aux | Relation::AuxPass)
        };
        let agent = || tree.children(t).iter().any(|&c| c > t && tree.behind(c).as_deref() == Some("by"));
        let hung = matches!(
            tree.relation(t),
            Relation::Acl
                | Relation::Advcl
                | Relation::Conj
                | Relation::Parataxis
                | Relation::Xcomp
                | Relation::Ccomp
        );
        if tree.tag(t) != Tag::Verb
            || !hung
            || !matches!(form, Form::Past | Form::Present | Form::PresentThird | Form::Participle)
            || !tree.below(t, noun)
        {
            return false;
        }
        // `Crews battling a blaze near Osk were joined by others`: its subject stands behind a preposition.
        let taken = tree.children(t).iter().any(|&c| c < t && is_subject(tree, c) && is_behind(tree, c));
        // `A tower in which 12 families lived collapsed`: one verb upon another.
        let particle = tree.relation(t - 1) == Relation::Compound && tree.tag(t - 1) == Tag::Adp;
        let before = if particle { t.saturating_sub(2) } else { t - 1 };
        let upon = tree.relation(t) == Relation::Xcomp
            && tree.tag(before) == Tag::Verb
            && tree.relation(before) == Relation::Acl
            && tree.children(before).iter().any(|&c| is_subject(tree, c));
        // `Firemen using ladders rescued six children`: a clause on a noun in the past has no object of its own.
        let active = super::is_active(tree, t) && form != Form::Gerund;
        let free = !tree.children(t).iter().any(bare);
        let comma = tree.report.word(t - 1) == "," && commas(tree, noun, t) == 2;
        tree.report.word(last - 1) == "." && (taken || ((upon || active) && free))
            || (free
                && !agent()
                && !matches!(tree.relation(t), Relation::Xcomp | Relation::Ccomp)
                && (comma || lone(t)))
    })?;
    Some((noun, verb))
}

/// Hangs what a parser took for the subject of a verb, though it stands behind a preposition, on the verb before it.
fn lower(tree: &Tree<'_>, verb: usize, before: usize, mended: &mut Mended) {
    let taken = tree.children(verb).iter().copied().find(|&c| is_subject(tree, c) && is_behind(tree, c));
    if let Some(noun) = taken.filter(|&n| before < n && n < verb) {
        mended.heads[noun] = Some(before);
        mended.relations[noun] = Relation::Obl;
    }
}

fn is_subject(tree: &Tree<'_>, token: usize) -> bool {
    matches!(tree.relation(token), Relation::Nsubj | Relation::NsubjPass)
}

/// Whether a preposition stands right before the words of a noun.
fn is_behind(tree: &Tree<'_>, noun: usize) -> bool {
    let first = tree.subtree(noun).first().copied().unwrap_or(noun);
    let adposition = |t: usize| tree.tag(t) == Tag::Adp;
    adposition(first) || (first > 0 && adposition(first - 1))
}

/// A noun with a clause on it and the verb it is the subject of, where a parser took the clause for the sentence.
struct Clause {
    noun: usize,
    clause: usize,
    main: usize,
}

/// `Brann, whose firm supplied the engines, was questioned`: both nouns were given to the clause with `whose`.
fn whose(tree: &Tree<'_>, first: usize, last: usize) -> Option<Clause> {
    let pronoun = (first + 1..last).find(|&t| tree.report.word(t) == "whose")?;
    let root = (first..last).find(|&t| tree.head(t).is_none())?;
    let noun = tree.children(root).iter().copied().find(|&n| n < pronoun && is_subject(tree, n))?;
    let owned =
        tree.children(root).iter().copied().find(|&n| n > pronoun && n < root && is_subject(tree, n))?;
    let main = tree.children(root).iter().copied().find(|&v| {
        let apart = (root..v).any(|t| tree.report.word(t) == ",");
        let form = tree.report.tokens[v].form;
        v > root
            && tree.tag(v) == Tag::Verb
            && match tree.relation(v) {
                Relation::Conj | Relation::Parataxis => apart,
                // `whose homes were destroyed received`.
                Relation::Xcomp | Relation::Ccomp | Relation::Advcl => {
                    matches!(form, Form::Past | Form::Participle | Form::Present | Form::PresentThird)
                        && tree.by(v, Relation::Mark).next().is_none()
                }
                _ => false,
            }
            && !tree.children(v).iter().any(|&c| is_subject(tree, c))
    })?;
    (owned > pronoun).then_some(Clause { noun, clause: root, main })
}

/// `Villagers armed with sticks chased the surveyors`: the participle was taken for the verb of the sentence, and what
/// stands behind its preposition for the subject of the next one.
fn garden(tree: &Tree<'_>, first: usize, last: usize) -> Option<Clause> {
    let clause = (first..last).find(|&t| tree.head(t).is_none())?;
    let bare = tree.tag(clause) == Tag::Verb
        && is_past_participle(tree.report.word(clause))
        && tree.by(clause, Relation::Aux).chain(tree.by(clause, Relation::AuxPass)).next().is_none()
        && tree.by(clause, Relation::Obj).next().is_none();
    let noun = tree
        .children(clause)
        .iter()
        .copied()
        .find(|&n| n < clause && is_subject(tree, n))
        .filter(|_| bare)?;
    let main = tree.children(clause).iter().copied().find(|&v| {
        let subject = tree.children(v).iter().copied().find(|&c| c < v && is_subject(tree, c));
        let finite = matches!(tree.report.tokens[v].form, Form::Past | Form::Present | Form::PresentThird);
        v > clause
            && tree.tag(v) == Tag::Verb
            && tree.by(v, Relation::Mark).next().is_none()
            && match subject {
                Some(noun) => clause < noun && is_behind(tree, noun),
                // `A torpedo launched from a submarine sank the freighter`.
                None => {
                    finite
                        && matches!(tree.relation(v), Relation::Ccomp | Relation::Xcomp)
                        && !(clause..v).any(|t| tree.tag(t) == Tag::Punct || tree.tag(t) == Tag::Cconj)
                }
            }
    })?;
    Some(Clause { noun, clause, main })
}

fn commas(tree: &Tree<'_>, from: usize, to: usize) -> usize {
    (from..to).filter(|&t| tree.report.word(t) == ",").count()
}
