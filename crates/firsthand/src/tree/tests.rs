//! Cases of trees.

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
