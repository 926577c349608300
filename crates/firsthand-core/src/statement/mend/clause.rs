//! Participles that hang on the wrong word.

use super::Mended;
use crate::statement::tree::{Tree, is_past_participle};
use crate::statement::valency;
use firsthand_text::language::{Form, Relation, Tag};

/// Hangs participles on the noun or verb they belong to.
pub(super) fn hang(tree: &Tree<'_>, mended: &mut Mended) {
    for token in 1..tree.report.tokens.len() {
        if let Some(subject) = second(tree, token) {
            mended.heads[token] = Some(subject);
            mended.relations[token] = Relation::Nmod;
        }
        if tree.tag(token) != Tag::Verb {
            continue;
        }
        if let Some(noun) = reduced(tree, token) {
            mended.heads[token] = Some(noun);
            mended.relations[token] = Relation::Acl;
        } else if let Some(verb) = aside(tree, token) {
            mended.heads[token] = Some(verb);
            mended.relations[token] = Relation::Advcl;
        } else if let Some((subject, object)) = twofold(tree, token) {
            mended.heads[token] = Some(subject);
            mended.relations[token] = Relation::Acl;
            mended.heads[object] = Some(token);
            mended.relations[object] = Relation::Obj;
        }
    }
    for particle in 1..tree.report.tokens.len() {
        if let Some(noun) = governed(tree, particle) {
            mended.heads[particle] = Some(noun);
            mended.relations[particle] = Relation::Case;
            mended.relations[noun] = Relation::Obl;
        }
    }
}

/// The subject before a noun that was taken for one too, though it stands behind a preposition: `A blast at a plant in Tarn
/// injured two`.
fn second(tree: &Tree<'_>, token: usize) -> Option<usize> {
    let subject = |s: usize| matches!(tree.relation(s), Relation::Nsubj | Relation::NsubjPass);
    if !subject(token) || tree.preposition(token).is_none() {
        return None;
    }
    let verb = tree.head(token).filter(|&v| v > token)?;
    tree.children(verb).iter().copied().find(|&s| s < token && subject(s) && tree.preposition(s).is_none())
}

/// The noun a bare past participle stands right behind, though it was hung on the verb: `praised the truce signed last
/// month`.
fn reduced(tree: &Tree<'_>, token: usize) -> Option<usize> {
    let verb = tree.head(token).filter(|&v| v < token && tree.tag(v) == Tag::Verb)?;
    let hung = matches!(tree.relation(token), Relation::Advcl | Relation::Xcomp);
    let bare = !tree.children(token).iter().any(|&c| {
        matches!(
            tree.relation(c),
            Relation::Nsubj
                | Relation::NsubjPass
                | Relation::Aux
                | Relation::AuxPass
                | Relation::Mark
                | Relation::Obj
                | Relation::Advmod
        ) && c < token
            || tree.relation(c) == Relation::Obj
    });
    // `left the man injured` tells what became of him.
    let result = matches!(
        tree.lemma(verb),
        "have" | "get" | "leave" | "keep" | "find" | "see" | "hear" | "want" | "make" | "feel"
    );
    let past = matches!(tree.report.tokens[token].form, Form::Past | Form::Participle)
        && is_past_participle(tree.report.word(token));
    let before = token - 1;
    let noun =
        matches!(tree.tag(before), Tag::Noun | Tag::Propn) && before > verb && tree.below(before, verb);
    if !(hung && bare && past && noun) || result {
        return None;
    }
    let inside = |t: &usize| matches!(tree.relation(*t), Relation::Flat | Relation::Compound);
    tree.ancestors(before).find(|t| !inside(t))
}

/// The verb that `, leaving a dog` tells more of, where it was hung on the object before the comma.
fn aside(tree: &Tree<'_>, token: usize) -> Option<usize> {
    let noun = tree.head(token).filter(|&n| n < token && tree.relation(token) == Relation::Acl)?;
    let object = matches!(tree.relation(noun), Relation::Obj | Relation::Obl);
    let apart = tree.report.tokens[token].form == Form::Gerund && tree.report.word(token - 1) == ",";
    tree.head(noun).filter(|&v| object && apart && v < noun && tree.tag(v) == Tag::Verb)
}

/// Both nouns around a gerund that a parser gave to the verb after them: `The tunnel joining the valleys was flooded`.
fn twofold(tree: &Tree<'_>, token: usize) -> Option<(usize, usize)> {
    let verb = tree.head(token).filter(|&v| v > token && tree.tag(v) == Tag::Verb)?;
    if tree.report.tokens[token].form != Form::Gerund || tree.report.word(token + 1) == "," {
        return None;
    }
    let subject = |s: &usize| matches!(tree.relation(*s), Relation::Nsubj | Relation::NsubjPass);
    let mut subjects = tree.children(verb).iter().copied().filter(subject).filter(|&s| s < verb);
    let first = subjects.next().filter(|&s| s < token)?;
    let second = subjects.next().filter(|&s| s > token)?;
    let alone = !tree.children(token).iter().any(|&c| tree.relation(c) == Relation::Obj);
    (alone && !(first..second).any(|t| tree.tag(t) == Tag::Cconj)).then_some((first, second))
}

/// The noun behind a preposition that was taken for a particle of a verb in the passive: `injured in the blast`.
fn governed(tree: &Tree<'_>, particle: usize) -> Option<usize> {
    if tree.tag(particle) != Tag::Adp || tree.relation(particle) != Relation::Compound {
        return None;
    }
    let verb =
        tree.head(particle).filter(|&v| v < particle && tree.tag(v) == Tag::Verb && tree.passive(v))?;
    let simple = ["in", "on", "at", "from", "with", "by", "to", "for"];
    if !simple.contains(&tree.report.word(particle).to_lowercase().as_str())
        || !matches!(
            tree.report.tokens.get(particle + 1).map(|t| t.tag)?,
            Tag::Det | Tag::Adj | Tag::Num | Tag::Noun | Tag::Propn
        )
    {
        return None;
    }
    tree.children(verb).iter().copied().find(|&c| {
        c > particle && matches!(tree.relation(c), Relation::Obj | Relation::Obl) && tree.behind(c).is_none()
    })
}

/// Whether a clause on a noun is in the active though its form could be passive: it has an object of its own.
pub(in crate::statement) fn is_active(tree: &Tree<'_>, verb: usize) -> bool {
    const TWO_OBJECTS: [&str; 12] =
        ["give", "award", "name", "call", "elect", "appoint", "pay", "offer", "send", "grant", "deny", "dub"];
    tree.relation(verb) == Relation::Acl
        && !tree
            .children(verb)
            .iter()
            .any(|&c| matches!(tree.relation(c), Relation::AuxPass | Relation::NsubjPass))
        && !valency::is("believes", tree.lemma(verb))
        && !TWO_OBJECTS.contains(&tree.lemma(verb))
        && tree.by(verb, Relation::Obj).any(|o| o > verb && tree.behind(o).is_none())
}
