//! Who takes part in a happening, and as what.

use super::subject::{antecedent, doers, is_infinitive, is_relative};
use super::tree::Tree;
use super::{Argument, Role, clause, lexicon, mend, valency};
use crate::name::Names;
use firsthand_text::language::{Form, Relation, Tag};

/// The participants of a predicate, in order of place.
pub(super) fn arguments(tree: &Tree<'_>, at: usize, names: &Names, predicate: usize) -> Vec<Argument> {
    let mut found: Vec<(Role, usize)> = Vec::new();
    let verbal = tree.tag(predicate) == Tag::Verb;
    if verbal || tree.by(predicate, Relation::Cop).next().is_some() {
        let role = if verbal && is_passive(tree, predicate) { Role::Patient } else { Role::Agent };
        found.extend(doers(tree, predicate).into_iter().map(|d| (role.clone(), d)));
    } else if let Some(verb) = light(tree, predicate) {
        from_light_verb(tree, predicate, verb, &mut found);
    }
    if let Some(noun) = clause::governs(tree, predicate) {
        found.push((Role::Patient, noun));
    }
    below(tree, predicate, &mut found);
    if verbal {
        found.extend(gap(tree, predicate).map(|noun| (Role::Patient, noun)));
        found.extend(purpose(tree, predicate).map(|verb| (Role::Purpose, verb)));
    }
    let mut out: Vec<Argument> = Vec::new();
    for (role, head) in found {
        let head = if is_relative(tree, head) {
            antecedent(tree, predicate, head).filter(|&n| n != predicate).unwrap_or(head)
        } else {
            head
        };
        for head in std::iter::once(head).chain(joined(tree, &role, head)) {
            if head != predicate && !out.iter().any(|a| a.head == head) {
                out.push(argument(tree, at, names, role.clone(), head));
            }
        }
    }
    out.sort_by_key(|a: &Argument| a.head);
    out
}

/// What hangs on the predicate itself.
fn below(tree: &Tree<'_>, predicate: usize, found: &mut Vec<(Role, usize)>) {
    let verbal = tree.tag(predicate) == Tag::Verb;
    let object = tree.by(predicate, Relation::Obj).next().is_some();
    for &child in tree.children(predicate) {
        match tree.relation(child) {
            // A parser may take for the object what stands behind a preposition: `led by trade minister Orlik`.
            Relation::Obj if verbal && child > predicate && tree.behind(child).is_some() => {
                found.extend(tree.behind(child).map(|p| (joined_by(tree, predicate, child, p), child)));
            }
            // `pay the families 40 million`: of two objects the first receives.
            Relation::Obj
                if verbal && child > predicate && tree.by(predicate, Relation::Obj).count() == 2 =>
            {
                let first = tree.by(predicate, Relation::Obj).next() == Some(child);
                found.push((if first { Role::Recipient } else { Role::Patient }, child));
            }
            Relation::Obj => found.push((Role::Patient, child)),
            // `asked the army to leave`: the army is not given anything.
            Relation::Iobj if !object && tree.by(predicate, Relation::Xcomp).next().is_some() => {
                found.push((Role::Patient, child));
            }
            Relation::Iobj => found.push((Role::Recipient, child)),
            Relation::Xcomp
                if verbal
                    && matches!(tree.lemma(predicate), "become" | "remain" | "stay")
                    && matches!(tree.tag(child), Tag::Noun | Tag::Propn) =>
            {
                found.push((Role::Patient, child));
            }
            Relation::Obl | Relation::Nmod => match tree.behind(child) {
                Some(preposition) if preposition != "according to" => {
                    found.push((joined_by(tree, predicate, child, preposition), child));
                }
                // `Orlik's visit`.
                None if !verbal && child < predicate => found.push((Role::Agent, child)),
                _ => {}
            },
            // A noun of action with a name before it: `the Damascus strike`, `Iran visit`.
            Relation::Compound if !verbal && child < predicate => {
                found.push((Role::With("of".to_owned()), child));
            }
            _ => {}
        }
    }
}

/// The role of what stands behind a preposition.
fn joined_by(tree: &Tree<'_>, predicate: usize, noun: usize, preposition: String) -> Role {
    let verbal = tree.tag(predicate) == Tag::Verb;
    match preposition.as_str() {
        "by" if mend::is_means(tree, noun) => Role::With(preposition),
        "by" if !verbal || is_passive(tree, predicate) => Role::Agent,
        "of" if !verbal && valency::is("unmoved", tree.lemma(predicate)) => Role::Agent,
        "of" if !verbal && !lexicon::classes(tree.lemma(predicate), true).is_empty() => Role::Patient,
        _ => Role::With(preposition),
    }
}

/// The others of a list that this participant is the first of: `met union leaders and employers`.
fn joined<'t>(tree: &'t Tree<'_>, role: &Role, head: usize) -> impl Iterator<Item = usize> + 't {
    let nouns = *role != Role::Purpose;
    tree.by(head, Relation::Conj).filter(move |&c| {
        nouns && c > head && matches!(tree.tag(c), Tag::Noun | Tag::Propn | Tag::Pron) && own_clause(tree, c)
    })
}

/// Whether a noun of a list is no predicate with participants of its own.
fn own_clause(tree: &Tree<'_>, noun: usize) -> bool {
    !tree.children(noun).iter().any(|&c| {
        matches!(tree.relation(c), Relation::Nsubj | Relation::NsubjPass | Relation::Cop | Relation::Obj)
    })
}

/// Whether the predicate is in the passive, by its own auxiliary or by one it shares: `was caught and flown`, `Wounded in
/// both legs, he …`.
pub(super) fn is_passive(tree: &Tree<'_>, predicate: usize) -> bool {
    if mend::is_active(tree, predicate) || lacks_auxiliary(tree, predicate) {
        return false;
    }
    if tree.passive(predicate) {
        return true;
    }
    let bare = tree.report.tokens[predicate].form == Form::Participle
        && !tree
            .children(predicate)
            .iter()
            .any(|&c| matches!(tree.relation(c), Relation::Nsubj | Relation::Aux | Relation::Obj));
    match tree.relation(predicate) {
        Relation::Advcl | Relation::Acl => bare,
        Relation::Conj => bare && tree.head(predicate).is_some_and(|h| tree.passive(h)),
        _ => false,
    }
}

/// Whether the main verb of a whole sentence stands without `was`: `The company filed for bankruptcy.` is in the active,
/// whatever a parser calls its subject. Headlines leave the auxiliary out.
fn lacks_auxiliary(tree: &Tree<'_>, verb: usize) -> bool {
    let sentence = tree.report.sentences[tree.sentence[verb]];
    let whole = sentence.last > sentence.first && tree.report.word(sentence.last - 1) == ".";
    whole
        && tree.head(verb).is_none()
        && tree.tag(verb) == Tag::Verb
        && tree.by(verb, Relation::NsubjPass).next().is_some()
        && !tree.children(verb).iter().any(|&c| {
            matches!(tree.relation(c), Relation::Aux | Relation::AuxPass)
                || tree.behind(c).as_deref() == Some("by")
        })
}

/// The verb that a noun of action takes its participants from: `paid a visit`, `an attack was carried out`.
pub(super) fn light(tree: &Tree<'_>, noun: usize) -> Option<usize> {
    const MORE: [&str; 5] = ["reach", "sign", "issue", "express", "receive"];
    let verb = tree.head(noun).filter(|&v| tree.tag(v) == Tag::Verb)?;
    let lemma = tree.lemma(verb);
    let known = clause::LIGHT.contains(&lemma) || MORE.contains(&lemma);
    let happening = !lexicon::classes(tree.lemma(noun), true).is_empty();
    (known && happening && matches!(tree.relation(noun), Relation::Obj | Relation::NsubjPass)).then_some(verb)
}

/// Participants of a noun of action that hang on its light verb.
fn from_light_verb(tree: &Tree<'_>, noun: usize, verb: usize, found: &mut Vec<(Role, usize)>) {
    if tree.relation(noun) == Relation::Obj {
        found.extend(doers(tree, verb).into_iter().filter(|&d| d != noun).map(|d| (Role::Agent, d)));
    }
    for &child in tree.children(verb).iter().filter(|&&c| c > noun && c != noun) {
        if tree.relation(child) != Relation::Obl && tree.relation(child) != Relation::Nmod {
            continue;
        }
        // Dates are shared as times.
        let dated = tree.report.times.iter().any(|t| t.span.meets(tree.report.tokens[child].span));
        if let Some(preposition) = tree.behind(child).filter(|p| !dated && p != "according to") {
            found.push((joined_by(tree, noun, child, preposition), child));
        }
    }
}

/// The noun a relative clause leaves out of its own words: `the letter that Orlik sent`, `the man they arrested`.
fn gap(tree: &Tree<'_>, verb: usize) -> Option<usize> {
    let noun = tree.head(verb).filter(|&n| n < verb && tree.relation(verb) == Relation::Acl)?;
    let asks = tree.report.tokens[noun].form == Form::Wh;
    if !matches!(tree.tag(noun), Tag::Noun | Tag::Propn | Tag::Pron) || asks || is_passive(tree, verb) {
        return None;
    }
    let subject = tree.by(verb, Relation::Nsubj).find(|&s| s < verb && !is_relative(tree, s))?;
    // `claims that he met`, `the day when she left`, `the house in which they lived`, `a man whose son died`.
    let closed = (noun + 1..subject.max(noun + 1)).any(|t| {
        tree.tag(t) == Tag::Sconj
            || matches!(
                tree.report.word(t).to_lowercase().as_str(),
                "when" | "where" | "why" | "how" | "whose"
            )
            || (tree.tag(t) == Tag::Adp && tree.head(t).is_some_and(|h| is_relative(tree, h)))
    });
    let full = tree.children(verb).iter().any(|&c| {
        (matches!(tree.relation(c), Relation::Obj) && !is_relative(tree, c))
            || matches!(tree.relation(c), Relation::Mark | Relation::Ccomp | Relation::Xcomp)
    });
    (!closed && !full).then_some(noun)
}

/// The verbs that say what for: `travelled to Velmark to discuss exports`.
fn purpose<'t>(tree: &'t Tree<'_>, verb: usize) -> impl Iterator<Item = usize> + 't {
    let lemma = tree.lemma(verb);
    let governs =
        ["persuade", "fails", "believes", "intends", "happens"].iter().any(|k| valency::is(k, lemma));
    // What these verbs govern stands right after them or their object; before them only a purpose does.
    tree.children(verb).iter().copied().filter(move |&c| {
        tree.relation(c) == Relation::Advcl
            && is_infinitive(tree, c)
            && (!governs || c < verb || ordered(tree, c))
    })
}

/// Whether the infinitive is marked as a purpose: `in order to`, `so as to`.
fn ordered(tree: &Tree<'_>, verb: usize) -> bool {
    tree.children(verb)
        .iter()
        .any(|&c| c < verb && tree.relation(c) == Relation::Mark && tree.tag(c) != Tag::Part)
}

fn argument(tree: &Tree<'_>, at: usize, names: &Names, role: Role, head: usize) -> Argument {
    let entity = names.at(at, head).map(|m| m.entity);
    let mut span = tree.phrase(head);
    // A preposition that hangs on an inner word is none of the words (`by trade minister Orlik`), but for one that is part of
    // a count (`at least five people`).
    let first = (0..head).rev().take_while(|&t| tree.report.tokens[t].span.start >= span.start).last();
    if let Some(first) =
        first.filter(|&t| tree.tag(t) == Tag::Adp && tree.head(t) != Some(head) && !tree.bounds(t))
    {
        span.start = tree.report.tokens[first + 1].span.start;
    }
    Argument { role, head, span, entity }
}
