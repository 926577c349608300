use super::chain::JOIN;
use super::*;
use crate::name::merge;
use crate::statement::carried;
use firsthand_text::Span;
use firsthand_text::language::{Annotated, Models, annotate, plain};
use std::sync::LazyLock;

static MODELS: LazyLock<Models> = LazyLock::new(Models::built_in);

/// A story, a paragraph a report, with mentions between brackets; for each mention in order the name of its happening.
struct Case {
    reports: &'static [&'static str],
    chains: &'static str,
}

const CASES: &[Case] = &[
    Case {
        reports: &[
            "The [blast] at the Harn mill [killed] two workers on Monday.",
            "Two workers [died] in the [explosion] at the Harn mill.",
        ],
        chains: "b k k b",
    },
    Case {
        reports: &[
            "Police [arrested] the baker Ivo Tarn in Corlo on Friday.",
            "The [arrest] of Ivo Tarn in Corlo [surprised] his neighbours.",
        ],
        chains: "a a s",
    },
    Case {
        reports: &[
            "Minister Ada Orlik [visited] the port of Velmark on Monday.",
            "The [visit] of Ada Orlik to the port of Velmark [ended] on Tuesday.",
        ],
        chains: "v v e",
    },
    Case {
        reports: &[
            "The singer Lena Marsh [checked] into the Corlo clinic.",
            "Lena Marsh [left] the Corlo clinic.",
            "Lena Marsh [checked into] the Corlo clinic with her mother.",
        ],
        chains: "i o i",
    },
    Case {
        reports: &[
            "A [fire] [destroyed] the Harn mill on 3 March 2031.",
            "The mill had been [destroyed] by a [flood] on 9 May 2019.",
        ],
        chains: "f d e g",
    },
    Case {
        reports: &[
            "Orlik [travelled] to Velmark on 4 March 2031.",
            "Orlik [travelled] to Velmark on 7 June 2019.",
        ],
        chains: "a b",
    },
    Case {
        reports: &[
            "The navy [foiled] an [attack] on the tanker Sorrel.",
            "Officers said the navy [thwarted] the [attack] on the tanker Sorrel.",
        ],
        chains: "f a f a",
    },
    Case {
        reports: &[
            "The coach Emil Varga was [fired] by the Rooks after the [defeat].",
            "The Rooks announced the [dismissal] of the coach Emil Varga.",
        ],
        chains: "f d f",
    },
];

/// Takes the brackets out: the report, and where the mentions stand.
fn read(text: &str) -> (Annotated, Vec<Span>) {
    let (mut bare, mut spans) = (String::new(), Vec::new());
    let mut open = 0;
    for c in text.chars() {
        match c {
            '[' => open = bare.len(),
            ']' => spans.push(Span::new(open, bare.len())),
            _ => bare.push(c),
        }
    }
    (annotate(&plain::report(None, &bare), &MODELS), spans)
}

fn found(case: &Case) -> Vec<usize> {
    let read: Vec<(Annotated, Vec<Span>)> = case.reports.iter().map(|t| read(t)).collect();
    let reports: Vec<&Annotated> = read.iter().map(|r| &r.0).collect();
    let names = merge(&reports);
    let mut sheets = Vec::new();
    for (at, (report, spans)) in read.iter().enumerate() {
        for span in spans {
            let first = report.tokens.partition_point(|t| t.span.end <= span.start);
            let last = report.tokens.partition_point(|t| t.span.start < span.end);
            let s = carried(at, report, &names, &[first]);
            sheets.extend(s.iter().map(|s| Sheet::of(&reports, &names, s, &(first..last))));
        }
    }
    let count = sheets.len();
    let ground = Ground::new(&reports, sheets);
    let mut of = vec![0; count];
    for (n, chain) in chains(&ground, Weights::built_in(), JOIN).iter().enumerate() {
        chain.iter().for_each(|&m| of[m] = n);
    }
    of
}

#[test]
fn mentions_of_one_happening_are_joined_and_no_others() {
    let mut wrong = Vec::new();
    for case in CASES {
        let want: Vec<&str> = case.chains.split(' ').collect();
        let got = found(case);
        assert_eq!(got.len(), want.len(), "{:?}", case.reports);
        for a in 0..want.len() {
            for b in a + 1..want.len() {
                if (want[a] == want[b]) != (got[a] == got[b]) {
                    wrong.push(format!(
                        "{:?}: {a} and {b} should {}be one",
                        case.reports,
                        if want[a] == want[b] { "" } else { "not " }
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn weights_are_read_as_they_are_written() {
    let weights = Weights::built_in();
    assert_eq!(&Weights::read(&weights.write()), weights);
    assert_ne!(weights, &Weights::read(""), "the built-in table is empty");
}

#[test]
fn chains_do_not_depend_on_the_order_of_equals() {
    for case in CASES {
        assert_eq!(found(case), found(case));
    }
}
