//! What a line of the tree says.

use super::Branch;
use crate::index::Index;
use crate::wording::{clean, day, list};
use firsthand_core::account::Edge;
use std::collections::BTreeSet;

/// Names of those alike that are given.
const NAMES: usize = 12;

/// Who stands in the line: a name, or `6 alike: Basin Radio, Coast Leaf …`.
pub fn title(index: &Index<'_>, branch: &Branch<'_>) -> String {
    if branch.alike.is_empty() {
        return index.name(branch.id);
    }
    let names: Vec<String> = branch.ids().map(|id| index.name(id)).collect();
    let what = if branch.again { "drawn above" } else { "alike" };
    format!("{} {what}: {}", names.len(), list(&names, NAMES))
}

/// The days on which its reports came out: one, or the first and the last.
pub fn days(index: &Index<'_>, branch: &Branch<'_>) -> Option<String> {
    let published = |id: &str| index.report(id)?.published.value.as_deref();
    let all: BTreeSet<&str> = branch.ids().filter_map(published).collect();
    let (first, last) = (day(all.first()?), day(all.last()?));
    Some(if first == last { first } else { format!("{first} to {last}") })
}

/// What a branch has to do with those above it, in words: `cites it`, `has 58 % of its text from it and 23 % from Island
/// Leaf`, `97 % sure`, `or Delta Mail (27 %)`, `also credits Reuters`.
pub fn facts(index: &Index<'_>, branch: &Branch<'_>) -> Vec<String> {
    let drawn = |e: &&Edge| e.kind == "copies" || !super::is_speaker(index, &e.to);
    let derives = branch.all_edges().chain(branch.also.iter().copied()).any(|e| drawn(&e)) || branch.again;
    if !derives && index.report(branch.id).is_some() {
        let alone = "no other outlet or agency found behind it".to_owned();
        return std::iter::once(alone).chain(also(index, branch)).collect();
    }
    if !branch.alike.is_empty() {
        return of_many(index, branch);
    }
    let mut facts: Vec<String> = branch.again.then(|| "drawn above".to_owned()).into_iter().collect();
    let above = branch.edges.iter().map(|edge| (*edge, "it".to_owned(), ""));
    let texts = branch.also.iter().filter(|e| e.kind == "copies");
    let texts = texts.map(|edge| (*edge, index.name(&edge.to), "also "));
    for (edge, from, also) in above.chain(texts) {
        let mut fact = format!("{also}{}", doing(edge, &from));
        let is_text = edge.kind == "copies" && !branch.again;
        if is_text {
            fact.push_str(&further(index, branch));
        }
        if !facts.contains(&fact) {
            facts.push(fact);
        }
        if is_text && edge.common.is_none() {
            facts.extend(edge.confidence.map(sure));
            facts.extend(or(index, edge, &[]));
        }
    }
    facts.extend(also(index, branch));
    facts
}

/// The rule of a step, without the evidence and the alternatives, which its reason repeats and which are listed beside it.
pub fn rule(step: &Edge) -> String {
    let parts = step.reason.split("; ").filter(|part| {
        !step.evidence.iter().any(|e| e.says == *part)
            && (step.or.is_empty() || !part.starts_with("it may as well be from"))
    });
    clean(&parts.collect::<Vec<_>>().join("; ")).into_owned()
}

/// `Delta Mail (34 %), Coast Leaf (24 %)`: whom a step may as well lead to.
pub fn others(index: &Index<'_>, step: &Edge) -> Option<String> {
    or(index, step, &[]).map(|or| or.trim_start_matches("or ").to_owned())
}

/// ` and 23 % from Island Leaf (61 % sure)` for each further text it was made of.
fn further(index: &Index<'_>, branch: &Branch<'_>) -> String {
    let one = |edge: &&Edge| {
        let share = edge.share.map_or_else(|| "some".to_owned(), percent);
        let sure = edge.confidence.map(|c| format!(" ({})", sure(c))).unwrap_or_default();
        let or = or(index, edge, &[]).map(|or| format!(" {or}")).unwrap_or_default();
        format!(" and {share} from {}{sure}{or}", index.name(&edge.to))
    };
    branch.second.iter().map(one).collect()
}

/// What several that stand in one line have to do with the line above.
fn of_many(index: &Index<'_>, branch: &Branch<'_>) -> Vec<String> {
    let edges: Vec<&Edge> = branch.all_edges().collect();
    if branch.again {
        let kinds: BTreeSet<&str> = edges.iter().map(|e| &*e.kind).collect();
        return kinds.iter().map(|kind| format!("each {kind} it")).collect();
    }
    let ids: Vec<&str> = branch.ids().collect();
    let mut facts = Vec::new();
    let shares = range(edges.iter().filter_map(|e| e.share));
    facts.extend(shares.map(|s| format!("each has {s} of its text from it")));
    facts.extend(range(edges.iter().filter_map(|e| e.confidence)).map(|c| format!("{c} sure")));
    if edges.iter().any(|e| e.or.iter().any(|o| ids.contains(&&*o.to))) {
        facts.push("or one from another".into());
    }
    let others: BTreeSet<String> = edges.iter().filter_map(|e| or(index, e, &ids)).collect();
    facts.extend(others);
    facts.extend(also(index, branch));
    facts
}

/// `also cites port office and Edda Lorne`, for each kind of step that is drawn nowhere else; those without a name only where
/// nobody with a name is cited.
fn also(index: &Index<'_>, branch: &Branch<'_>) -> Vec<String> {
    let mut named: Vec<(&str, Vec<String>)> = Vec::new();
    let nameless =
        |e: &&&Edge| index.origin(&e.to).is_some_and(|o| matches!(&*o.kind, "unnamed" | "document"));
    let steps = || branch.also.iter().filter(|e| e.kind != "copies");
    let all = steps().all(|e| nameless(&e));
    for edge in steps().filter(|e| all || !nameless(e)) {
        let name = index.name(&edge.to);
        match named.iter_mut().find(|(kind, _)| *kind == edge.kind) {
            Some((_, names)) if names.contains(&name) => {}
            Some((_, names)) => names.push(name),
            None => named.push((&edge.kind, vec![name])),
        }
    }
    named.into_iter().map(|(kind, names)| format!("also {kind} {}", list(&names, NAMES))).collect()
}

/// What a report or origin does with the one it has it from.
fn doing(edge: &Edge, from: &str) -> String {
    match (&*edge.kind, edge.share) {
        ("copies", Some(share)) if edge.common.is_some() => {
            format!("has {} of its text in common with {from}", percent(share))
        }
        ("copies", Some(share)) => format!("has {} of its text from {from}", percent(share)),
        (kind, _) => format!("{kind} {from}"),
    }
}

/// `or Delta Mail (34 %), Coast Leaf (24 %)`: whom it may as well be from, without these.
fn or(index: &Index<'_>, edge: &Edge, without: &[&str]) -> Option<String> {
    let others = edge.or.iter().filter(|o| !without.contains(&&*o.to));
    let named: Vec<String> = others.map(|o| format!("{} ({})", index.name(&o.to), percent(o.odds))).collect();
    (!named.is_empty()).then(|| format!("or {}", named.join(", ")))
}

fn sure(confidence: f64) -> String {
    format!("{} sure", percent(confidence))
}

fn percent(part: f64) -> String {
    format!("{:.0} %", part * 100.0)
}

/// `58 %`, `94 to 100 %`; None of nothing.
fn range(parts: impl Iterator<Item = f64>) -> Option<String> {
    let whole: BTreeSet<u8> = parts.map(|p| (p * 100.0).round().clamp(0.0, 100.0) as u8).collect();
    let (first, last) = (whole.first()?, whole.last()?);
    Some(if first == last { format!("{first} %") } else { format!("{first} to {last} %") })
}
