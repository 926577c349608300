//! Which paper is `the weekly`? The one the report has heard shortly before.

use super::tree::Tree;
use crate::name::{Manner, Names};
use firsthand_text::language::{NameKind, Relation};
use firsthand_text::report::agency;

/// Nouns a report calls a medium by when it has named it. `The agency`, `the network` and `the station` may be anything else.
const MEDIA: [&str; 6] = ["broadcaster", "daily", "magazine", "newspaper", "paper", "weekly"];

/// What one does with a medium as its subject, or to it.
const TELLS: [&str; 8] = ["cite", "publish", "quote", "report", "reveal", "say", "tell", "write"];

/// How many sentences before this one it is looked for in.
const REACH: usize = 3;

/// The entity that such a noun with nothing but `the` stands for. None where the sentences before name two media.
pub(super) fn medium(tree: &Tree<'_>, at: usize, names: &Names, head: usize) -> Option<usize> {
    if !MEDIA.contains(&tree.lemma(head)) {
        return None;
    }
    let [article] = tree.children(head) else { return None };
    if !tree.report.word(*article).eq_ignore_ascii_case("the") {
        return None;
    }
    let here = tree.sentence[head];
    let from = tree.report.sentences[here.saturating_sub(REACH)].first;
    let mut found: Vec<usize> = names
        .mentions
        .get(at)?
        .iter()
        .filter(|m| m.first >= from && m.last <= head && m.manner == Manner::Name)
        .filter(|m| names.entities[m.entity].kind == NameKind::Organisation)
        .filter(|m| (m.first..m.last).any(|t| is_heard(tree, t)) || is_listed(names, m.entity))
        .map(|m| m.entity)
        .collect();
    found.sort_unstable();
    found.dedup();
    let [only] = found[..] else { return None };
    Some(only)
}

/// Whether a name says something, or is told it: `the Harbour Lamp reported`, `told the Harbour Lamp`.
fn is_heard(tree: &Tree<'_>, token: usize) -> bool {
    let says = |verb: usize| TELLS.contains(&tree.lemma(verb));
    let told = |verb: usize| tree.lemma(verb) == "tell";
    tree.head(token).is_some_and(|verb| match tree.relation(token) {
        Relation::Nsubj => says(verb),
        Relation::Obj | Relation::Iobj => told(verb),
        _ => false,
    })
}

/// Whether it is an outlet that is known by name.
fn is_listed(names: &Names, entity: usize) -> bool {
    agency::of(&names.entities[entity].name).is_some_and(|a| a.kind == agency::AgencyKind::Outlet)
}
