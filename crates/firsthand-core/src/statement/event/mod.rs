//! What kind of event does a statement tell of, who acts, on whom?
//!
//! Event data (PLOVER, POLECAT) counts who does what to whom. A statement gets a code only where its words support it: both
//! actors belong to public life, the table of [`lexis`] knows a word of its clause for the root, and the learned scorer
//! prefers that root clearly. Everything else has none.

pub mod actor;
pub mod direction;
pub mod feature;
pub mod lexis;
pub mod mode;
pub mod pair;
pub mod root;

#[cfg(test)]
mod tests;

use super::tree::Tree;
use super::voice::view::View;
use super::{Argument, Certainty, Role, Statement, speech};
use crate::name::Names;
use actor::{Actor, actor};
use firsthand_text::language::{NameKind, Relation, Tag, country};
use lexis::lexis;
use pair::Pair;
use std::cell::OnceCell;

/// A root must lead the next by this much (thousandths of the log odds): of our own sentences left out in training 84 in a
/// hundred are right from here on, against 75 of all; the words of the deed are asked besides.
const CLEAR: i32 = 500;

/// The kind of event a statement tells of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    /// Root of PLOVER (2021 names): `CONSULT`.
    pub root: String,
    /// Mode of the root, where words tell it: `visit`.
    pub mode: Option<&'static str>,
    /// Who acts.
    pub source: Actor,
    /// On whom.
    pub target: Actor,
    /// Whether both act alike, so that source and target could change places: a meeting, a joint exercise.
    pub mutual: bool,
}

/// Gives their codes to the statements of one report.
pub fn code<'a>(tree: &'a Tree<'a>, names: &Names, statements: &mut [Statement]) {
    // Most reports have few statements that come so far as to be judged, and some have none.
    let view = OnceCell::new();
    for statement in statements {
        statement.code = of(tree, &view, names, statement);
    }
}

fn of<'a>(
    tree: &'a Tree<'a>,
    view: &OnceCell<View<'a>>,
    names: &Names,
    statement: &Statement,
) -> Option<Code> {
    if statement.certainty == Certainty::Denied {
        return None;
    }
    let (by, on) = sides(tree, statement.predicate, &statement.arguments)?;
    let (source, target) = (who(tree, names, by), who(tree, names, on));
    let public = |a: &Actor| a.country.is_some() || a.sector.is_some();
    if !public(&source) || !public(&target) || (source.country.is_none() && target.country.is_none()) {
        return None;
    }
    let run = |a: &Argument| speech::tokens_in(tree, a.span);
    let pair = Pair { source: run(by), target: run(on) };
    let (s, t) = (pair.source?, pair.target?);
    if s.0 < t.1 && t.0 < s.1 {
        return None;
    }
    let verdict = root::judge(view.get_or_init(|| View::of(tree)), &pair, root::built_in())?;
    let deed = deed(tree, statement.predicate, &pair);
    if verdict.margin < CLEAR || !known(tree, &deed, &verdict.root) {
        return None;
    }
    // `did not attack` is no attack.
    if statement.negative && verdict.root != "REJECT" {
        return None;
    }
    let mode = mode::mode(tree, &deed.words, &verdict.root);
    let with = matches!(&on.role, Role::With(p) if p == "with");
    let mutual = with && ["CONSULT", "COOPERATE", "SUPPORT", "AGREE"].contains(&verdict.root.as_str());
    Some(Code { root: verdict.root, mode, source, target, mutual })
}

/// Who acts, and on whom: the object, or who is told, or who stands behind a preposition of dealing.
fn sides<'a>(
    tree: &Tree<'_>,
    predicate: usize,
    arguments: &'a [Argument],
) -> Option<(&'a Argument, &'a Argument)> {
    const SENDING: [&str; 7] = ["send", "deploy", "dispatch", "withdraw", "pull", "lead", "move"];
    const DEALING: [&str; 8] = ["with", "against", "to", "on", "at", "from", "for", "in"];
    let by = arguments.iter().find(|a| a.role == Role::Agent)?;
    let of = |role: Role| arguments.iter().find(move |a| a.role == role && a.head != by.head);
    let named = |a: &&Argument| a.entity.is_some();
    let public = |a: &&Argument| actor(tree.report.text(a.span)).sector.is_some();
    let behind = |fit: &dyn Fn(&&Argument) -> bool| {
        DEALING.iter().find_map(|p| of(Role::With((*p).to_owned())).filter(|a| fit(a)))
    };
    let patient = of(Role::Patient);
    // `sent envoys to Peru`: who is sent is not who is dealt with.
    let sent = SENDING.contains(&tree.lemma(predicate)) && behind(&named).is_some();
    let on = patient
        .filter(|a| named(a) || (public(a) && !sent))
        .or_else(|| of(Role::Recipient))
        // `imposed sanctions on Peru`: the object is the deed, the name behind it is who suffers it.
        .or_else(|| behind(&named))
        .or_else(|| behind(&public))
        .or(patient)?;
    Some((by, on))
}

/// The actor of an argument: its words, then what is known of its entity. What is neither named nor of a sector is none,
/// whatever country it is from: `a quake in Iran`, `Dutch cheese`.
fn who(tree: &Tree<'_>, names: &Names, argument: &Argument) -> Actor {
    let mut out = actor(tree.report.text(argument.span));
    if out.sector.is_none() && argument.entity.is_none() {
        return Actor::default();
    }
    let Some(entity) = argument.entity.and_then(|e| names.entities.get(e)) else { return out };
    let home = entity.country.as_deref().and_then(country::of_code).map(|c| c.code3);
    out.country = out.country.or(home);
    if entity.kind != NameKind::Place {
        let roles = entity.roles.iter().map(|r| actor(r));
        out.sector = out.sector.or_else(|| roles.clone().find_map(|a| a.sector));
        out.country = out.country.or_else(|| roles.clone().find_map(|a| a.country));
    }
    out
}

/// Words that tell what is done, in order of place: the predicate with its particle, its object with what stands before it,
/// what it aims at; of the phrases behind prepositions their heads.
struct Deed {
    words: Vec<usize>,
    /// Heads of phrases behind prepositions: they tell something only together with the predicate (`went on strike`).
    behind: Vec<usize>,
}

fn deed(tree: &Tree<'_>, predicate: usize, pair: &Pair) -> Deed {
    let mut out = Deed { words: vec![predicate], behind: Vec::new() };
    // A noun of action in a light-verb phrase: `launched an attack`.
    if tree.tag(predicate) == Tag::Noun {
        out.words.extend(
            tree.head(predicate).filter(|&h| tree.relation(predicate) == Relation::Obj && h < predicate),
        );
    }
    for &child in tree.children(predicate) {
        match tree.relation(child) {
            Relation::Obj | Relation::Xcomp | Relation::Compound => {
                out.words.push(child);
                let before = |c: &&usize| matches!(tree.relation(**c), Relation::Amod | Relation::Compound);
                out.words.extend(tree.children(child).iter().filter(before));
                // `opened an investigation into`, `a ban on imports`, `containers of weapons`
                out.behind.extend(tree.by(child, Relation::Nmod));
            }
            Relation::Aux => out.words.push(child),
            Relation::Obl => {
                out.behind.push(child);
                out.behind.extend(tree.by(child, Relation::Case));
            }
            _ => {}
        }
    }
    let actor = |t: &usize| pair.runs().any(|r| r.0 <= *t && *t < r.1);
    out.words.retain(|t| !actor(t));
    out.behind.retain(|t| !actor(t));
    out.words.extend(out.behind.iter().copied());
    out.words.sort_unstable();
    out.words.dedup();
    out
}

/// Whether the table knows a word of the deed for this root.
fn known(tree: &Tree<'_>, deed: &Deed, root: &str) -> bool {
    let lemmas: Vec<&str> = deed.words.iter().map(|&t| tree.lemma(t)).collect();
    let is = |class: &u8| lexis().name(*class) == root;
    deed.words.iter().enumerate().any(|(at, &t)| {
        let verb = matches!(tree.tag(t), Tag::Verb | Tag::Aux);
        (!deed.behind.contains(&t) && lexis().of(lemmas[at], verb).iter().any(is))
            || lexis().phrases(&lemmas[at..]).iter().any(is)
    })
}
