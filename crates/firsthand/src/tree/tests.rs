//! Cases of trees.

use super::*;
use firsthand_core::account::{Account, Alternative, Origin, Report};

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
        exclusives: vec![],
        silences: vec![],
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
fn a_medium_is_the_one_report_of_it_that_was_there_before() {
    let with = |outlets: &[(&str, &str)], edges: &[(&str, &str, &str)]| {
        let mut account = account(outlets.len(), edges);
        for (report, (outlet, day)) in account.reports.iter_mut().zip(outlets) {
            report.outlet = Some((*outlet).into());
            report.published.value = Some((*day).into());
        }
        let lamp = |id: &str| Origin {
            id: id.into(),
            name: "Dock Lamp".into(),
            kind: "outlet".into(),
            collected: true,
            ..Origin::default()
        };
        account.origins.push(lamp("o1"));
        let wire =
            Origin { id: "o2".into(), name: "Vik Wire".into(), kind: "agency".into(), ..Origin::default() };
        account.origins.push(wire);
        drawn(&account)
    };
    let cites = ("r1", "cites", "o1");
    let (courier, lamp) = (("Courier", "2031-03-05"), ("The Dock Lamp", "2031-03-04T09:00:00Z"));
    assert_eq!(with(&[courier, lamp], &[cites]), ["r2", "-r1"]);
    assert_eq!(with(&[courier, lamp, lamp], &[cites]), ["o1", "-r1", "r2", "r3"], "one of two");
    let later = ("Dock Lamp", "2031-03-06");
    assert_eq!(with(&[courier, later], &[cites]), ["o1", "-r1", "r2"], "came later");
    let onward = [cites, ("o1", "credits", "o2")];
    assert_eq!(with(&[courier, lamp], &onward), ["o2", "-o1", "--r1", "r2"], "has it from another");
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
fn copies_of_one_dispatch_that_was_not_read_stand_side_by_side() {
    let mut account = account(2, &[("r1", "credits", "o1"), ("r2", "credits", "o1"), ("r2", "copies", "r1")]);
    account.origins = vec![Origin { id: "o1".into(), kind: "agency".into(), ..Origin::default() }];
    assert_eq!(drawn(&account), ["o1", "-r1", "--r2 &o1"]);
    account.lineage[2].common = Some("o1".into());
    account.lineage[2].share = Some(0.98);
    assert_eq!(drawn(&account), ["o1", "+r1", "-r2 &r1"]);
    let index = Index::new(&account);
    let last = tree(&index).pop().unwrap();
    assert_eq!(facts(&index, &last), ["credits it", "also has 98 % of its text in common with r1"]);
}

#[test]
fn a_long_chain_does_not_overflow() {
    let ids: Vec<String> = (1..=2000).map(|n| format!("r{n}")).collect();
    let edges: Vec<_> = ids.windows(2).map(|w| (&*w[1], "copies", &*w[0])).collect();
    assert_eq!(tree(&Index::new(&account(2000, &edges))).len(), 2000);
}

/// A copy that has this part of the other's text.
fn copy(from: &str, to: &str, share: f64) -> Edge {
    Edge { from: from.into(), to: to.into(), kind: "copies".into(), share: Some(share), ..Edge::default() }
}

fn told(account: &Account) -> Vec<String> {
    let index = Index::new(account);
    gathered(&index)
        .iter()
        .map(|b| format!("{}: {}", title(&index, b), facts(&index, b).join(" · ")))
        .collect()
}

#[test]
fn a_second_text_is_named_and_not_drawn() {
    let mut account = account(3, &[]);
    account.lineage = vec![
        Edge {
            confidence: Some(0.97),
            or: vec![Alternative { to: "r3".into(), odds: 0.12 }],
            ..copy("r2", "r1", 0.58)
        },
        Edge { second: true, confidence: Some(0.6), ..copy("r2", "r3", 0.23) },
    ];
    assert_eq!(drawn(&account), ["r1", "-r2", "r3"]);
    let line = "r2: has 58 % of its text from it and 23 % from r3 (60 % sure) · 97 % sure · or r3 (12 %)";
    assert_eq!(told(&account)[1], line);
    // Where there is no first one it is drawn: no report is lost.
    account.lineage.remove(0);
    assert_eq!(drawn(&account), ["r3", "-r2", "r1"]);
}

#[test]
fn four_that_have_the_same_text_are_one_line() {
    let mut account = account(7, &[]);
    account.lineage = (2..=7).map(|n| copy(&format!("r{n}"), "r1", 0.9 + n as f64 / 100.0)).collect();
    assert_eq!(
        told(&account),
        [
            "r1: no other outlet or agency found behind it",
            "6 alike: r2, r3, r4, r5, r6 and r7: each has 92 to 97 % of its text from it"
        ]
    );
    let index = Index::new(&account);
    assert_eq!(gathered(&index)[1].last, [true]);
    assert_eq!(tree(&index).len(), 7, "the whole tree has each in a line of its own");
    // One has less, one has more behind it, one is behind another: three are left, too few for a line.
    account.lineage[0].share = Some(0.5);
    account.lineage[1].or = vec![Alternative { to: "r1".into(), odds: 0.2 }];
    account.lineage[2].from = "r4".into();
    account.lineage[2].to = "r2".into();
    assert_eq!(
        told(&account)[3],
        "4 alike: r3, r5, r6 and r7: each has 93 to 97 % of its text from it · or r1 (20 %)"
    );
    account.lineage.push(copy("r7", "r6", 0.1));
    assert!(!told(&account).iter().any(|line| line.contains("alike")), "{:?}", told(&account));
}

#[test]
fn who_speaks_is_named_beside_those_who_heard_it() {
    let edges = [("r1", "cites", "o1"), ("r2", "cites", "o1"), ("r2", "cites", "o2"), ("r2", "cites", "o3")];
    let mut account = account(2, &edges);
    let origin = |id: &str, kind: &str| Origin {
        id: id.into(),
        name: id.into(),
        kind: kind.into(),
        ..Origin::default()
    };
    account.origins = vec![origin("o1", "person"), origin("o2", "organisation"), origin("o3", "unnamed")];
    let alone = "no other outlet or agency found behind it";
    // Those without a name only where nobody with a name is cited.
    assert_eq!(
        told(&account),
        [format!("r1: {alone} · also cites o1"), format!("r2: {alone} · also cites o1 and o2")]
    );
    account.lineage.drain(..3);
    assert_eq!(told(&account)[1], format!("r2: {alone} · also cites o3"));
    // A medium of which no report was read has a line of its own.
    account.origins[2].kind = "agency".into();
    assert_eq!(told(&account)[..2], ["o3: ", "r2: cites it"]);
    // A document has one where more than one has it.
    account.origins[2].kind = "document".into();
    assert_eq!(told(&account)[1], format!("r2: {alone} · also cites o3"));
    account.lineage.push(Edge { from: "r1".into(), ..account.lineage[0].clone() });
    assert_eq!(told(&account), ["o3: ", "r1: cites it", "r2: cites it"]);
}
