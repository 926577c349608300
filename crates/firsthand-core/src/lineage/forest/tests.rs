use super::super::body::Body;
use super::cost::{Clock, time};
use super::sample::{self, Slot};
use super::witness::Credits;
use super::{Cue, Forest, Witness, forest, settle, stemma};
use crate::story::words;
use firsthand_text::Span;
use proptest::prelude::*;

fn witness(outlet: &str, minute: Option<i64>, credits: &[&str], text: &str) -> Witness {
    Witness {
        body: Body::new(&words(text, Span::new(0, text.len())), &[]),
        minute,
        exact: 1,
        outlet: outlet.into(),
        credits: credits.iter().map(|c| (*c).to_owned()).collect(),
    }
}

/// Sentences of one dispatch, all told alike.
const DISPATCH: [&str; 6] = [
    "The paper mill at Orsk Bend stopped its machines on Friday after the river fell below the intake.",
    "About 340 people work there, and the mill pays most of the taxes of the town.",
    "Its manager told them at the gate that wages would be paid until the end of the month.",
    "The water board had lowered the river to mend a lock that a gravel barge had rammed in March.",
    "A second barge is stuck above the lock with a load of rape for the oil press downstream.",
    "Nobody could say on Saturday when the lock would open or who would pay for the lost days.",
];
/// Of another one.
const OTHER: [&str; 4] = [
    "Fishermen of the lower river counted thousands of dead bream on Saturday between the two bridges.",
    "They blame warm and shallow water, which holds too little air for fish of that size.",
    "The district vet took samples and told people not to let their dogs drink from the river.",
    "A swimming race planned for the coming week was moved to the pool behind the school.",
];

fn text(sentences: &[&str]) -> String {
    sentences.join(" ")
}

/// Steps as `child<parent`, further parents with a plus.
fn steps(found: &Forest) -> Vec<String> {
    found
        .steps
        .iter()
        .map(|s| format!("{}{}{}", s.child, if s.second { "+" } else { "<" }, s.parent))
        .collect()
}

/// What is told, the reports, the steps and the origins of each report.
type Case = (&'static str, Vec<Witness>, &'static [&'static str], Vec<Vec<usize>>);

#[test]
fn parents_of_small_stories() {
    let whole = text(&DISPATCH);
    let wrong = whole.replace("340", "430");
    let cut = text(&DISPATCH[..4]);
    let cases: Vec<Case> = vec![
        (
            "nothing in common",
            vec![witness("A", Some(0), &[], &whole), witness("B", Some(9), &[], &text(&OTHER))],
            &[],
            vec![vec![0], vec![1]],
        ),
        (
            "the earlier and longer is the parent",
            vec![witness("B", Some(90), &[], &cut), witness("A", Some(0), &[], &whole)],
            &["0<1"],
            vec![vec![1], vec![1]],
        ),
        (
            "an error is handed on by the one who made it",
            vec![
                witness("A", Some(0), &[], &whole),
                witness("B", Some(40), &[], &wrong),
                witness("C", Some(55), &[], &text(&DISPATCH[..4]).replace("340", "430")),
                witness("D", Some(60), &[], &cut),
            ],
            &["1<0", "2<1", "3<0"],
            vec![vec![0]; 4],
        ),
        (
            "of copies that are alike, the one that is credited",
            vec![
                witness("A", Some(0), &[], &whole),
                witness("B", Some(30), &[], &whole),
                witness("C", Some(60), &["B"], &cut),
            ],
            &["1<0", "2<1"],
            vec![vec![0]; 3],
        ),
        (
            "credits are believed more than clocks: the beginning is the one that is credited",
            vec![
                witness("A", Some(600), &[], &whole),
                witness("B", Some(30), &["A"], &whole),
                witness("C", Some(60), &["A"], &cut),
            ],
            &["1<0", "2<0"],
            vec![vec![0]; 3],
        ),
        (
            "an update has more than the first version, whatever its date",
            vec![
                witness("A", Some(5), &[], &text(&[&DISPATCH[..4], &OTHER[..1]].concat())),
                witness("A", Some(5), &[], &cut),
            ],
            &["0<1"],
            vec![vec![1], vec![1]],
        ),
        (
            "a digest of two",
            vec![
                witness("A", Some(0), &[], &whole),
                witness("B", Some(10), &[], &text(&OTHER)),
                witness("C", Some(90), &[], &text(&[&DISPATCH[..4], &OTHER[..3]].concat())),
            ],
            &["2<0", "2+1"],
            vec![vec![0], vec![1], vec![0, 1]],
        ),
    ];
    for (name, witnesses, expected, roots) in cases {
        let found = forest(&witnesses);
        assert_eq!(steps(&found), expected, "{name}");
        assert_eq!(found.roots, roots, "{name}");
    }
}

#[test]
fn what_is_not_decided_is_said_to_be_open() {
    let whole = text(&DISPATCH);
    let story = [
        witness("A", Some(0), &[], &whole),
        witness("B", None, &[], &whole),
        witness("C", None, &[], &whole),
        witness("D", None, &[], &text(&DISPATCH[..5])),
    ];
    let found = forest(&story);
    let step = found.steps.iter().find(|s| s.child == 3).expect("a copy");
    assert!(!step.or.is_empty(), "{step:?}");
    assert_eq!(found.alike[1], [0, 1, 2]);
}

#[test]
fn every_step_says_what_it_rests_on() {
    let whole = text(&DISPATCH);
    let found = forest(&[
        witness("Mill Echo", Some(0), &[], &whole),
        witness("Courier", Some(180), &["Mill Echo"], &text(&DISPATCH[..4])),
    ]);
    let said: Vec<(Cue, &str)> = found.steps[0].evidence.iter().map(|e| (e.cue, e.says.as_str())).collect();
    assert_eq!(
        said,
        [
            (Cue::Coverage, "4 of its 4 sentences stand there word for word"),
            (Cue::Credit, "it credits that outlet"),
            (Cue::Direction, "the other has 2 sentences more"),
            (Cue::Time, "the other was published 3 hours earlier"),
        ]
    );
}

#[test]
fn every_part_of_a_report_has_a_parent_of_its_own() {
    // What the report has twice shows the seam, and so does a jump to another text.
    let (whole, other) = (text(&DISPATCH), text(&OTHER));
    let base = || vec![witness("A", Some(0), &[], &whole), witness("B", Some(10), &[], &other)];
    let cases: [(&str, Witness, &[&str]); 4] = [
        (
            "two texts, one after the other",
            witness("C", Some(90), &[], &text(&[&DISPATCH[1..5], &OTHER[..3]].concat())),
            &["2<0", "2+1"],
        ),
        (
            "the longer part comes first",
            witness("C", Some(90), &[], &text(&[&DISPATCH[..3], &OTHER[..4]].concat())),
            &["2+0", "2<1"],
        ),
        ("of one piece", witness("C", Some(90), &["A", "A"], &text(&DISPATCH[..5])), &["2<0"]),
        ("its own words after another's", witness("C", Some(90), &["A"], &text(&DISPATCH[..6])), &["2<0"]),
    ];
    for (name, third, expected) in cases {
        let mut story = base();
        story.push(third);
        let mut found = steps(&forest(&story));
        found.sort();
        let mut expected: Vec<&str> = expected.to_vec();
        expected.sort_unstable();
        assert_eq!(found, expected, "{name}");
    }
}

#[test]
fn copies_come_soon_rather_than_late_and_late_rather_than_before() {
    let clock = |minutes: &[i64], exact: i64| {
        let one = |m: &i64| Witness { minute: Some(*m), exact, ..Witness::default() };
        let story: Vec<Witness> = minutes.iter().map(one).collect();
        let credits = Credits::of(&story);
        let clock = Clock::of(&story);
        move |parent: usize, child: usize| time(&clock, &credits, parent, child)
    };
    let cost = clock(&[0, 30, 20_000], 1);
    assert!(cost(0, 1) < cost(1, 0), "later than the parent");
    assert!(cost(0, 1) < cost(0, 2), "soon");
    assert!(cost(0, 2) < cost(2, 0), "but rather late than early");
    let cost = clock(&[0, 1440, 2880], 1440);
    assert!(cost(0, 1) < cost(1, 0) && cost(0, 1) < cost(0, 2), "days");
}

#[test]
fn forests_agree_on_what_is_cheapest_and_on_no_circle() {
    // 0 and 1 are cheapest from each other; 2 hangs on 1; only one of the first two can come from nobody.
    let slot =
        |child, candidates: &[(usize, f64)], root| Slot { child, candidates: candidates.to_vec(), root };
    let slots = [
        slot(0, &[(1, 0.0), (2, 6.0)], Some(9.0)),
        slot(1, &[(0, 0.0)], Some(7.0)),
        slot(2, &[(1, 0.0)], Some(9.0)),
    ];
    let story = vec![Witness::default(); 3];
    let credits = Credits::of(&story);
    let odds = sample::odds(&slots, &credits, 3, 200);
    assert_eq!(settle::named(&slots, &odds, 3), [Some(1), None, Some(1)]);
    assert!(odds.nobody[1] > 0.8 && odds.behind(1, 2) > 0.8 && odds.behind(2, 1) < 0.2, "{odds:?}");
    assert!((odds.nobody[0] + odds.parents[0].iter().map(|o| o.1).sum::<f64>() - 1.0).abs() < 1e-6);
}

#[test]
fn copies_without_dates_stand_next_to_those_they_share_errors_with() {
    let base = text(&DISPATCH);
    let copies: Vec<String> = vec![
        base.clone(),
        base.replace("mill", "mile"),
        base.replace("mill", "mile").replace("lock", "clock"),
        base.replace("gravel", "grave"),
        base.replace("gravel", "grave").replace("Saturday", "Sunday"),
    ];
    let bodies: Vec<Body> = copies.iter().map(|c| witness("", None, &[], c).body).collect();
    let mut links: Vec<(usize, usize)> =
        stemma(&bodies).iter().map(|l| (l.one.min(l.other), l.one.max(l.other))).collect();
    links.sort_unstable();
    assert_eq!(links, [(0, 1), (0, 3), (1, 2), (3, 4)]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn forests_have_no_circles_and_one_first_parent_each(
        reports in prop::collection::vec((prop::collection::vec(0..10usize, 0..9), prop::option::of(0..500i64), 0..4usize, 0..4usize), 0..9),
    ) {
        let sentences: Vec<&str> = DISPATCH.iter().chain(&OTHER).copied().collect();
        let story: Vec<Witness> = reports
            .iter()
            .map(|(rows, minute, outlet, credit)| {
                let picked: Vec<&str> = rows.iter().map(|r| sentences[*r]).collect();
                witness(["A", "B", "C", ""][*outlet], *minute, &[["A", "B", "C", "D"][*credit]], &text(&picked))
            })
            .collect();
        let found = forest(&story);
        prop_assert!(found.steps.is_sorted_by_key(|s| (s.child, s.second, s.parent)));
        for step in &found.steps {
            prop_assert!(step.child != step.parent && step.parent < story.len() && !step.evidence.is_empty());
            prop_assert!((0.0..=1.0).contains(&step.confidence));
            prop_assert!(!found.roots[step.child].contains(&step.child));
        }
        for child in 0..story.len() {
            let first = found.steps.iter().filter(|s| s.child == child && !s.second).count();
            prop_assert!(first <= 1);
            prop_assert!(!found.roots[child].is_empty(), "no circle");
            prop_assert!(found.alike[child].contains(&child));
        }
        prop_assert_eq!(forest(&story), found);
    }
}

#[test]
fn quotation_marks_of_another_cut_make_no_other_text() {
    let said = "\"We heard no alarm,\" said the foreman of the pulp hall. \"The lights went off,\" he added at the gate.";
    let curly = said.replacen('"', "“", 1).replacen('"', "”", 1).replacen('"', "“", 1).replacen('"', "”", 1);
    let (straight, curly) = (format!("{} {said}", text(&DISPATCH)), format!("{} {curly}", text(&DISPATCH)));
    let found = forest(&[witness("A", Some(0), &[], &straight), witness("B", Some(60), &[], &curly)]);
    assert_eq!(found.steps.len(), 1, "{:?}", found.steps);
    assert!(found.steps[0].confidence > 0.9);
}
