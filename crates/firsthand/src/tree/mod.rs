//! The lineage as a tree that can be drawn: who is nearest to the happening stands at the root.
//!
//! Only what passes from medium to medium is drawn: credits, copies, cites. Who speaks in a report is named beside it. A report
//! stands below each it has something from, but not below the second text it was made of: that one is named beside it. A medium
//! of which one report was read is that report.

mod same;
mod step;
mod words;

pub use words::{days, facts, others, rule, title};

use crate::index::Index;
use firsthand_core::account::Edge;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use step::{Edges, Key, Steps, below, key, reduce};

/// From this part of a body on, a copy is the same text in another place.
const WHOLE: f64 = 0.9;
/// So many reports that have one text from one report make one line.
const MANY: usize = 4;

/// One line of the tree, in the order of drawing.
#[derive(Debug, Clone, PartialEq)]
pub struct Branch<'a> {
    /// The report or origin.
    pub id: &'a str,
    /// For each level below the root whether this branch (at its own level) or its ancestor is the last of its level;
    /// as long as the branch is deep.
    pub last: Vec<bool>,
    /// The edges to the line above it.
    pub edges: Vec<&'a Edge>,
    /// Edges to others that are drawn nowhere else, since they also follow from the tree.
    pub also: Vec<&'a Edge>,
    /// The edges to further texts it was made of, which are drawn nowhere else.
    pub second: Vec<&'a Edge>,
    /// Others that have the same to do with the line above and are not drawn in lines of their own, with their edges.
    pub alike: Vec<(&'a str, Vec<&'a Edge>)>,
    /// Whether it was drawn before, with what stands below it.
    pub again: bool,
}

impl<'a> Branch<'a> {
    /// The edges to the line above of all that stand in this line.
    pub fn all_edges(&self) -> impl Iterator<Item = &'a Edge> + '_ {
        self.edges.iter().chain(self.alike.iter().flat_map(|(_, edges)| edges)).copied()
    }
    /// All that stand in this line.
    pub fn ids(&self) -> impl Iterator<Item = &'a str> + '_ {
        std::iter::once(self.id).chain(self.alike.iter().map(|(id, _)| *id))
    }
}

/// Draws the tree of an account, each report in a line of its own. Every report is in it, also one that has it from nobody.
pub fn tree<'a>(index: &Index<'a>) -> Vec<Branch<'a>> {
    drawn(index, false)
}

/// As [`tree`], but reports that have the same whole text from the same report make one line where there are four or more;
/// so do those that were all drawn above.
pub fn gathered<'a>(index: &Index<'a>) -> Vec<Branch<'a>> {
    drawn(index, true)
}

fn drawn<'a>(index: &Index<'a>, gather: bool) -> Vec<Branch<'a>> {
    let account = index.account;
    let mut parents: Edges<'a> = BTreeMap::new();
    let mut second: Steps<'a> = BTreeMap::new();
    let mut side: Vec<&'a Edge> = Vec::new();
    let credits = |report: &str, agency: &str| {
        account.lineage.iter().any(|e| e.kind == "credits" && e.from == report && e.to == agency)
    };
    let has_first = |of: &Edge| account.lineage.iter().any(|e| is_first(e) && e.from == of.from);
    for edge in account.lineage.iter().filter(|e| e.kind != "quotes" && e.from != e.to) {
        if edge.second && has_first(edge) {
            second.entry(key(&edge.from)).or_default().push(edge);
            continue;
        }
        // Both may have it from the agency they credit, and stand side by side below it.
        if edge.common.as_ref().is_some_and(|agency| credits(&edge.from, agency) && credits(&edge.to, agency))
        {
            side.push(edge);
            continue;
        }
        // Who speaks is named beside the line of those who heard it: of nine reports of a court case dozens do.
        if is_speaker(index, &edge.to) || is_speaker(index, &edge.from) {
            side.push(edge);
            continue;
        }
        let source = same::source(index, edge);
        parents.entry(key(&edge.from)).or_default().entry(key(source)).or_default().push(edge);
    }
    let mut also = reduce(&mut parents);
    side.into_iter().for_each(|edge| also.entry(key(&edge.from)).or_default().push(edge));

    let mut children: Edges<'a> = BTreeMap::new();
    for (from, to) in &parents {
        for (to, edges) in to {
            children.entry(*to).or_default().insert(*from, edges.clone());
        }
    }
    let nodes: BTreeSet<Key<'a>> = parents
        .keys()
        .chain(children.keys())
        .copied()
        .chain(account.reports.iter().map(|r| key(&r.id)))
        .collect();
    let mut roots: Vec<Key<'a>> = nodes.iter().copied().filter(|n| !parents.contains_key(n)).collect();
    roots.sort_by_key(|root| (Reverse(below(*root, &children).len()), *root));

    let mut drawn = Drawing {
        children: &children,
        also: &also,
        second: &second,
        gather,
        done: BTreeSet::new(),
        lines: Vec::new(),
    };
    for root in roots {
        drawn.draw(root);
    }
    // What only stands in a circle has no root; it is drawn from its first member.
    for node in nodes {
        if !drawn.done.contains(&node) {
            drawn.draw(node);
        }
    }
    drawn.lines
}

/// Whether it is a medium or document of which no report was read.
pub fn is_missing(index: &Index<'_>, id: &str) -> bool {
    index.origin(id).is_some_and(|o| !o.collected && matches!(&*o.kind, "agency" | "outlet" | "document"))
}

/// Whether it is a person, a body, somebody without a name or a document that one report alone has, and no medium.
fn is_speaker(index: &Index<'_>, id: &str) -> bool {
    let cited = || index.account.lineage.iter().filter(|e| e.to == id && e.kind != "quotes").count();
    index.origin(id).is_some_and(|o| match &*o.kind {
        "person" | "organisation" | "unnamed" => !o.collected,
        "document" => cited() < 2,
        _ => false,
    })
}

struct Drawing<'t, 'a> {
    children: &'t Edges<'a>,
    also: &'t Steps<'a>,
    second: &'t Steps<'a>,
    gather: bool,
    done: BTreeSet<Key<'a>>,
    lines: Vec<Branch<'a>>,
}

/// What stands in one line: the first of those that are alike, and the others.
struct Line<'a> {
    node: Key<'a>,
    edges: Vec<&'a Edge>,
    alike: Vec<(Key<'a>, Vec<&'a Edge>)>,
}

impl<'a> Drawing<'_, 'a> {
    fn draw(&mut self, root: Key<'a>) {
        let root = Line { node: root, edges: Vec::new(), alike: Vec::new() };
        let mut stack = vec![(root, Vec::new())];
        while let Some((Line { node, edges, alike }, last)) = stack.pop() {
            let again = !self.done.insert(node);
            self.done.extend(alike.iter().map(|(key, _)| *key));
            let known = |of: &Steps<'a>| of.get(&node).filter(|_| !again).cloned().unwrap_or_default();
            self.lines.push(Branch {
                id: node.id,
                last: last.clone(),
                edges,
                also: known(self.also),
                second: known(self.second),
                alike: alike.into_iter().map(|(key, edges)| (key.id, edges)).collect(),
                again,
            });
            let Some(below) = self.children.get(&node).filter(|_| !again) else { continue };
            for (at, line) in self.lines_below(below).into_iter().rev().enumerate() {
                let mut guides = last.clone();
                guides.push(at == 0);
                stack.push((line, guides));
            }
        }
    }

    /// The lines below one, those that are alike put together at the place of the first.
    fn lines_below(&self, below: &BTreeMap<Key<'a>, Vec<&'a Edge>>) -> Vec<Line<'a>> {
        let mut together: BTreeMap<Alike<'a>, Vec<Key<'a>>> = BTreeMap::new();
        for (child, edges) in below.iter().filter(|_| self.gather) {
            if let Some(alike) = self.alike(*child, edges) {
                together.entry(alike).or_default().push(*child);
            }
        }
        together.retain(|_, members| members.len() >= MANY);
        let mut lines: Vec<Line<'a>> = Vec::new();
        let others: BTreeSet<Key<'a>> = together.values().flat_map(|m| m.iter().skip(1)).copied().collect();
        for (child, edges) in below.iter().filter(|(child, _)| !others.contains(child)) {
            let members = together.values().find(|m| m.first() == Some(child));
            let rest = members.into_iter().flat_map(|m| m.iter().skip(1));
            let alike = rest.filter_map(|key| Some((*key, below.get(key)?.clone()))).collect();
            lines.push(Line { node: *child, edges: edges.clone(), alike });
        }
        lines
    }

    /// What others must share with this one to stand in its line; None where it has a line of its own.
    fn alike(&self, child: Key<'a>, edges: &[&'a Edge]) -> Option<Alike<'a>> {
        let kinds: BTreeSet<&str> = edges.iter().map(|e| &*e.kind).collect();
        if self.done.contains(&child) {
            return Some(Alike { again: true, kinds, also: BTreeSet::new() });
        }
        let whole = edges.iter().all(|e| e.kind == "copies" && e.share.is_some_and(|s| s >= WHOLE));
        if !whole || self.children.contains_key(&child) || self.second.contains_key(&child) {
            return None;
        }
        let also = self.also.get(&child).into_iter().flatten().map(|e| (&*e.kind, &*e.to)).collect();
        Some(Alike { again: false, kinds, also })
    }
}

/// What those in one line share.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Alike<'a> {
    again: bool,
    kinds: BTreeSet<&'a str>,
    also: BTreeSet<(&'a str, &'a str)>,
}

/// Whether it is the step to the first text a report has.
fn is_first(edge: &Edge) -> bool {
    edge.kind == "copies" && !edge.second && edge.from != edge.to
}

#[cfg(test)]
mod tests;
