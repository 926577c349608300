//! The lineage as a tree that can be drawn: who is nearest to the happening stands at the root.
//!
//! Only what passes from medium to medium is drawn: credits, copies, cites. Who speaks in a report is another list.

use crate::index::Index;
use firsthand_core::account::Edge;
use std::collections::{BTreeMap, BTreeSet};

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
    /// Whether it was drawn before, with what stands below it.
    pub again: bool,
}

/// Who has it from whom, by id.
type Edges<'a> = BTreeMap<Key<'a>, BTreeMap<Key<'a>, Vec<&'a Edge>>>;

/// An id in an order in which r10 comes after r9.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Key<'a> {
    prefix: &'a str,
    number: usize,
    id: &'a str,
}

fn key(id: &str) -> Key<'_> {
    let at = id.find(|c: char| c.is_ascii_digit()).unwrap_or(id.len());
    let (prefix, digits) = id.split_at(at);
    Key { prefix, number: digits.parse().unwrap_or(usize::MAX), id }
}

/// Draws the tree of an account. Every report is in it, also one that has it from nobody.
pub fn tree<'a>(index: &Index<'a>) -> Vec<Branch<'a>> {
    let account = index.account;
    let mut parents: Edges<'a> = BTreeMap::new();
    for edge in account.lineage.iter().filter(|e| e.kind != "quotes" && e.from != e.to) {
        parents.entry(key(&edge.from)).or_default().entry(key(&edge.to)).or_default().push(edge);
    }
    let also = reduce(&mut parents);

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
    roots.sort_by_key(|root| (std::cmp::Reverse(below(*root, &children).len()), *root));

    let mut drawn = Drawing { children: &children, also: &also, done: BTreeSet::new(), lines: Vec::new() };
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

/// What a branch has to do with those above it, in words: `cites it`, `also credits Reuters`.
pub fn facts(index: &Index<'_>, branch: &Branch<'_>) -> Vec<String> {
    let derives = index.account.lineage.iter().any(|l| l.from == branch.id && l.kind != "quotes");
    if !derives && index.report(branch.id).is_some() {
        return vec!["no other outlet or agency found behind it".into()];
    }
    let above: BTreeSet<String> = branch.edges.iter().map(|e| doing(e, "it")).collect();
    let also: BTreeSet<String> =
        branch.also.iter().map(|e| format!("also {}", doing(e, &index.name(&e.to)))).collect();
    let again = branch.again.then(|| "drawn above".to_owned());
    again.into_iter().chain(above).chain(also).collect()
}

/// What a report or origin does with the one it has it from.
fn doing(edge: &Edge, from: &str) -> String {
    match (&*edge.kind, edge.share) {
        ("copies", Some(share)) => format!("has {:.0} % of its text from {from}", share * 100.0),
        (kind, _) => format!("{kind} {from}"),
    }
}

struct Drawing<'t, 'a> {
    children: &'t Edges<'a>,
    also: &'t BTreeMap<Key<'a>, Vec<&'a Edge>>,
    done: BTreeSet<Key<'a>>,
    lines: Vec<Branch<'a>>,
}

impl<'a> Drawing<'_, 'a> {
    fn draw(&mut self, root: Key<'a>) {
        let mut stack = vec![(root, Vec::new(), Vec::new())];
        while let Some((node, last, edges)) = stack.pop() {
            let again = !self.done.insert(node);
            let also = self.also.get(&node).filter(|_| !again).cloned().unwrap_or_default();
            self.lines.push(Branch { id: node.id, last: last.clone(), edges, also, again });
            let Some(below) = self.children.get(&node).filter(|_| !again) else { continue };
            for (at, (child, edges)) in below.iter().rev().enumerate() {
                let mut guides = last.clone();
                guides.push(at == 0);
                stack.push((*child, guides, edges.clone()));
            }
        }
    }
}

/// Takes out steps that follow from longer ways (a copy of a report need not be drawn below that report's agency as
/// well) and gives them back, by who has them.
fn reduce<'a>(parents: &mut Edges<'a>) -> BTreeMap<Key<'a>, Vec<&'a Edge>> {
    let whole = parents.clone();
    let mut taken: BTreeMap<Key<'a>, Vec<&'a Edge>> = BTreeMap::new();
    for (node, to) in parents.iter_mut() {
        let reached: Vec<(Key<'a>, BTreeSet<Key<'a>>)> = to.keys().map(|p| (*p, below(*p, &whole))).collect();
        to.retain(|parent, edges| {
            let follows = reached
                .iter()
                .any(|(other, above)| other != parent && above.contains(parent) && !above.contains(node));
            if follows {
                taken.entry(*node).or_default().append(edges);
            }
            !follows
        });
    }
    taken
}

/// Everything that can be reached from a node.
fn below<'a>(node: Key<'a>, edges: &Edges<'a>) -> BTreeSet<Key<'a>> {
    let mut reached = BTreeSet::new();
    let mut open = vec![node];
    while let Some(next) = open.pop() {
        for child in edges.get(&next).into_iter().flat_map(BTreeMap::keys) {
            if reached.insert(*child) {
                open.push(*child);
            }
        }
    }
    reached
}

#[cfg(test)]
mod tests {
    use super::*;
    use firsthand_core::account::{Account, Report};

    fn account(reports: usize, edges: &[(&str, &str, &str)]) -> Account {
        let reports = (1..=reports).map(|n| Report { id: format!("r{n}"), ..Report::default() }).collect();
        let lineage = edges
            .iter()
            .map(|(from, kind, to)| Edge {
                from: (*from).into(),
                to: (*to).into(),
                kind: (*kind).into(),
                ..Edge::default()
            })
            .collect();
        Account {
            schema: String::new(),
            story: Default::default(),
            reports,
            entities: vec![],
            statements: vec![],
            events: vec![],
            points: vec![],
            origins: vec![],
            lineage,
            quotes: vec![],
            timeline: vec![],
        }
    }

    fn drawn(account: &Account) -> Vec<String> {
        let index = Index::new(account);
        let line = |b: &Branch<'_>| {
            let stem: String = b.last.iter().map(|last| if *last { '-' } else { '+' }).collect();
            let also: String = b.also.iter().map(|e| format!(" &{}", e.to)).collect();
            format!("{stem}{}{also}{}", b.id, if b.again { " again" } else { "" })
        };
        tree(&index).iter().map(line).collect()
    }

    #[test]
    fn trees() {
        type Case<'t> = (usize, &'t [(&'t str, &'t str, &'t str)], &'t [&'t str]);
        let cases: [Case<'_>; 6] = [
            (2, &[], &["r1", "r2"]),
            (
                11,
                &[("r10", "copies", "r9"), ("r11", "copies", "r9"), ("r2", "copies", "r9")],
                &["r9", "+r2", "+r10", "-r11", "r1", "r3", "r4", "r5", "r6", "r7", "r8"],
            ),
            // A step that follows from a longer way is named, not drawn.
            (
                2,
                &[("r1", "credits", "o1"), ("r2", "copies", "r1"), ("r2", "credits", "o1")],
                &["o1", "-r1", "--r2 &o1"],
            ),
            // Two sources that do not depend on each other: drawn below both, once in full.
            (
                2,
                &[("r1", "cites", "o1"), ("r1", "cites", "o2"), ("r2", "copies", "r1")],
                &["o1", "-r1", "--r2", "o2", "-r1 again"],
            ),
            // A circle has no root, and is drawn all the same.
            (3, &[("r1", "copies", "r2"), ("r2", "copies", "r1")], &["r3", "r1", "-r2", "--r1 again"]),
            (1, &[("r1", "quotes", "o1"), ("r1", "copies", "r1")], &["r1"]),
        ];
        for (reports, edges, expected) in cases {
            assert_eq!(drawn(&account(reports, edges)), expected, "{edges:?}");
        }
    }

    #[test]
    fn a_long_chain_does_not_overflow() {
        let ids: Vec<String> = (1..=2000).map(|n| format!("r{n}")).collect();
        let edges: Vec<_> = ids.windows(2).map(|w| (&*w[1], "copies", &*w[0])).collect();
        assert_eq!(tree(&Index::new(&account(2000, &edges))).len(), 2000);
    }
}
