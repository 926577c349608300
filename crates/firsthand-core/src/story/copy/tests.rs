//! Cases of copying, each of which must be labelled for what it is.

use super::*;
use firsthand_text::language::quote;
use firsthand_text::report::{Paragraph, ParagraphKind, Report};
use proptest::prelude::*;

const VOCABULARY: &[&str] = &[
    "harbour", "ferry", "council", "storm", "bridge", "miners", "strike", "budget", "closed", "opened",
    "said", "will", "would", "after", "before", "under", "near", "the", "a", "of", "in", "on", "two",
    "forty", "late", "early", "northern", "new", "old", "minister", "mayor", "union", "court", "ruling",
    "vote", "island", "railway", "fire", "rescue", "ship",
];

/// So many words that read like nothing, always the same for a seed.
fn prose(seed: u64, words: usize) -> String {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize
    };
    let words: Vec<&str> = (0..words).map(|_| VOCABULARY[next() % VOCABULARY.len()]).collect();
    words.join(" ") + "."
}

fn report(location: &str, outlet: &str, day: Option<&str>, paragraphs: &[String]) -> Annotated {
    let mut report = Report { location: location.into(), outlet: Some(outlet.into()), ..Report::default() };
    for text in paragraphs {
        let from = report.text.len();
        report.text.push_str(text);
        let span = Span::new(from, report.text.len());
        report.paragraphs.push(Paragraph { span, kind: ParagraphKind::Text });
        report.text.push_str("\n\n");
    }
    report.body = Span::new(0, report.text.len());
    report.published.value = day.map(str::to_owned);
    let quotes = quote::find(&report);
    Annotated { report, quotes, ..Annotated::default() }
}

fn page(location: &str, paragraphs: &[String]) -> Annotated {
    report(location, location, None, paragraphs)
}

/// The label of a pair of pages.
fn labelled(one: &[String], other: &[String]) -> Option<Label> {
    let pairs = copies(&[page("one", one), page("other", other)]).pairs;
    assert!(pairs.len() < 2);
    pairs.first().map(|p| p.label)
}

#[test]
fn labels() {
    let said = |seed| format!("“{}”, the mayor said.", prose(seed, 40));
    let body: Vec<String> = (0..6).map(|n| prose(n, 50)).collect();
    let other: Vec<String> = (10..16).map(|n| prose(n, 50)).collect();
    let with = |own: &[String], more: &[String]| [own, more].concat();
    let edited: Vec<String> = body.iter().map(|p| p.replacen(' ', " sadly ", 1)).collect();
    let cases = [
        ("the same", body.clone(), body.clone(), Some(Label::Reprint)),
        ("edited lightly", body.clone(), edited, Some(Label::Reprint)),
        ("cut", body.clone(), body[..2].to_vec(), Some(Label::Excerpt)),
        ("nothing", body.clone(), other.clone(), None),
        (
            "a passage",
            with(&other, &body[..1]),
            with(&body[..1], &[prose(40, 400)]),
            Some(Label::SharesPassages),
        ),
        (
            "the same quotations",
            with(&body, &[said(50), said(51)]),
            with(&other, &[said(50), said(51)]),
            Some(Label::SharedQuotesOnly),
        ),
        (
            "a speech and little else",
            vec![prose(60, 20), said(50), said(51), said(52)],
            vec![prose(61, 20), said(50), said(51), said(52)],
            Some(Label::SharedQuotesOnly),
        ),
        ("too short for a run", vec!["Ferry closed.".into()], vec!["Ferry closed.".into()], None),
    ];
    for (name, one, other, want) in cases {
        assert_eq!(labelled(&one, &other), want, "{name}");
        assert_eq!(labelled(&other, &one), want, "{name}, turned");
    }
}

#[test]
fn the_later_and_longer_extends() {
    let short: Vec<String> = (0..2).map(|n| prose(n, 60)).collect();
    let long: Vec<String> = (0..7).map(|n| prose(n, 60)).collect();
    let cases = [
        (Some("2031-03-05T08:00"), Some("2031-03-05T12:00"), Label::Extends),
        (Some("2031-03-05"), Some("2031-03-06T12:00"), Label::Extends),
        (Some("2031-03-06"), Some("2031-03-05"), Label::Excerpt),
        (Some("2031-03-05"), Some("2031-03-05T12:00"), Label::Excerpt),
        (None, Some("2031-03-05"), Label::Excerpt),
    ];
    for (first, second, want) in cases {
        let pages = [report("a", "a", first, &short), report("b", "b", second, &long)];
        assert_eq!(copies(&pages).pairs[0].label, want, "{first:?} {second:?}");
    }
}

#[test]
fn numbers_and_passages_of_a_pair() {
    let shared = [prose(1, 30), prose(2, 40)];
    let one = page("a", &[prose(3, 50), shared[0].clone(), prose(4, 50), shared[1].clone()]);
    let other = page("b", &[shared[1].clone(), prose(5, 80), shared[0].clone()]);
    let found = copies(&[one.clone(), other.clone()]);
    let pair = &found.pairs[0];
    assert_eq!((pair.shared.grams, pair.shared.outside, pair.shared.run), (26 + 36, 26 + 36, 40));
    assert_eq!(pair.shared.of, (170 - 4, 150 - 4));
    let texts: Vec<(&str, &str)> =
        pair.passages.iter().map(|p| (p.0.of(&one.report.text), p.1.of(&other.report.text))).collect();
    let bare = |n: usize| shared[n].trim_end_matches('.');
    assert_eq!(texts, [(bare(1), bare(1)), (bare(0), bare(0))]);
    assert_eq!(
        pair.reason("A", "B"),
        "37 % of A stands in B and 42 % of B in A; 62 shared runs of five words, the longest stretch 40 words"
    );
}

#[test]
fn what_an_outlet_prints_under_everything_is_no_copy() {
    let footer = [prose(70, 20), "Share this with all of your friends on the island today".into()];
    let of =
        |n: u64| report(&format!("p{n}"), "Orlik Courier", None, &[&[prose(n, 90)], &footer[..]].concat());
    let pages: Vec<Annotated> = (0..4).map(of).collect();
    assert_eq!(copies(&pages).pairs, []);
    assert!(!copies(&pages[..2]).pairs.is_empty(), "two pages show no habit");
    // A report that grows repeats nearly all of itself, which is no habit.
    let body: Vec<String> = (80..86).map(|n| prose(n, 20)).collect();
    let grown =
        |n: u64| report(&format!("g{n}"), "Orlik Courier", None, &[&[prose(n, 12)], &body[..]].concat());
    let grown: Vec<Annotated> = (0..4).map(grown).collect();
    assert_eq!(copies(&grown).groups.len(), 1);
    assert_eq!(copies(&grown).groups[0].reports, [0, 1, 2, 3]);
}

#[test]
fn a_digest_does_not_make_two_texts_one() {
    let (a, b) = ((0..4).map(|n| prose(n, 50)), (10..14).map(|n| prose(n, 50)));
    let (a, b): (Vec<String>, Vec<String>) = (a.collect(), b.collect());
    let mut pages: Vec<Annotated> = (0..4).map(|n| page(&format!("a{n}"), &a)).collect();
    pages.extend((0..4).map(|n| page(&format!("b{n}"), &b)));
    pages.push(page("digest", &[a, b].concat()));
    let found = copies(&pages);
    assert!(
        found
            .pairs
            .iter()
            .filter(|p| p.reports.1 == 8)
            .all(|p| p.label == Label::Reprint || p.label == Label::Excerpt)
    );
    let sizes: Vec<usize> = found.groups.iter().map(|g| g.reports.len()).collect();
    assert_eq!(sizes, [5, 4], "{:?}", found.groups);
}

#[test]
fn one_by_one_gives_the_pairs_of_a_batch() {
    let pages = mixture(&[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    let mut window = Window::new(100);
    let mut pairs = Vec::new();
    for (n, page) in pages.iter().enumerate() {
        let incoming = window.read(page);
        for found in window.find(&incoming) {
            pairs.push((found.number as usize, n, found.label, found.shared.grams, found.shared.outside));
        }
        window.hold(n as i64, incoming);
    }
    pairs.sort();
    let batch: Vec<_> = copies(&pages)
        .pairs
        .iter()
        .map(|p| (p.reports.0, p.reports.1, p.label, p.shared.grams, p.shared.outside))
        .collect();
    assert!(batch.len() > 5);
    assert_eq!(pairs, batch);
}

#[test]
fn a_window_lets_the_oldest_go() {
    let mut window = Window::new(2);
    for (n, page) in mixture(&[0, 1, 2, 3, 4, 5]).iter().enumerate() {
        let incoming = window.read(page);
        assert!(window.find(&incoming).iter().all(|m| m.number + 2 >= n as i64));
        window.hold(n as i64, incoming);
    }
    let again = window.read(&mixture(&[0])[0]);
    assert!(window.find(&again).iter().all(|m| m.number >= 4));
}

/// Pages that copy each other in several ways, in this order.
fn mixture(order: &[usize]) -> Vec<Annotated> {
    let part = |n: u64| prose(n, 45);
    let quoted = format!("“{}”", prose(90, 30));
    let made = |n: usize| match n % 10 {
        0 => vec![part(0), part(1), part(2)],
        1 => vec![part(0), part(1), part(2), part(3)],
        2 => vec![part(1)],
        3 => vec![part(20), part(21), part(1)],
        4 => vec![part(20), part(21), part(22), quoted.clone()],
        5 => vec![part(30), part(31), quoted.clone()],
        6 => vec![part(0), part(0), part(1), part(0)],
        7 => vec![part(20), part(21), part(22)],
        8 => vec![part(0).replace("harbour", "port"), part(2)],
        _ => vec![part(40), part(41)],
    };
    order.iter().map(|&n| page(&format!("page {n:02}"), &made(n))).collect()
}

#[test]
fn step_by_step_gives_the_same() {
    let order: Vec<usize> = (0..14).collect();
    // Three more pages of an outlet with a line it prints under everything.
    let under = |n: u64| {
        vec![prose(200 + n, 60), "Read more in our daily letter from the harbour, free of charge.".into()]
    };
    let pages: Vec<Annotated> = mixture(&order)
        .into_iter()
        .chain((0..4).map(|n| report(&format!("page {}", 20 + n), "The Gull", None, &under(n))))
        .collect();
    let whole = copies(&pages);
    let printed = |p: &Annotated| apart::printed(p).unwrap_or_default();
    let flags = apart::boilerplate(pages.iter().map(printed).collect());
    assert!(flags.iter().any(|f| f.contains(&true)));
    let mut table = apart::Table::default();
    let texts: Vec<apart::Text> =
        pages.iter().zip(&flags).map(|(page, flags)| apart::Text::of(page, flags, &mut table)).collect();
    let mut pairs = Vec::new();
    for (one, text) in texts.iter().enumerate() {
        let mut facing = apart::Facing::new(text);
        for (other, behind) in texts.iter().enumerate().skip(one + 1) {
            let shared: u32 =
                text.prints().iter().filter(|p| behind.prints().binary_search(p).is_ok()).count() as u32;
            // So few reports have any of them that each counts twice.
            if shared * apart::weight(2) >= apart::ENOUGH {
                pairs.extend(facing.pair(behind).map(|pair| Pair { reports: (one, other), ..pair }));
            }
        }
    }
    assert_eq!(pairs, whole.pairs);
    let places: Vec<usize> = (0..pages.len()).collect();
    assert_eq!(apart::grouped(&pairs, &places), (whole.groups, whole.reprints));
}

proptest! {
    #[test]
    fn order_and_threads_change_nothing(order in Just((0..14).collect::<Vec<usize>>()).prop_shuffle()) {
        let straight: Vec<usize> = (0..14).collect();
        let plain = copies(&mixture(&straight));
        let pool = rayon::ThreadPoolBuilder::new().num_threads(1 + order[0] % 3).build().unwrap();
        let mut shuffled = pool.install(|| copies(&mixture(&order)));
        for pair in &mut shuffled.pairs {
            pair.reports = (order[pair.reports.0], order[pair.reports.1]);
            if pair.reports.0 > pair.reports.1 {
                *pair = std::mem::take(pair).turned();
            }
        }
        shuffled.pairs.sort_by_key(|p| p.reports);
        prop_assert_eq!(&shuffled.pairs, &plain.pairs);
        for (found, want) in [(shuffled.groups, &plain.groups), (shuffled.reprints, &plain.reprints)] {
            let mut found: Vec<Group> = found
                .into_iter()
                .map(|g| {
                    let mut reports: Vec<usize> = g.reports.iter().map(|&r| order[r]).collect();
                    reports.sort_unstable();
                    Group { reports, fullest: order[g.fullest] }
                })
                .collect();
            found.sort_by(|x, y| x.reports.cmp(&y.reports));
            prop_assert_eq!(&found, want);
        }
    }

    #[test]
    fn any_texts_can_be_compared(texts in proptest::collection::vec("\\PC{0,200}", 0..6)) {
        let pages: Vec<Annotated> = texts.iter().enumerate().map(|(n, t)| page(&n.to_string(), &[t.clone(), t.clone()])).collect();
        for pair in copies(&pages).pairs {
            for (one, other) in &pair.passages {
                let of = |span: &Span, n: usize| pages[n].report.text.get(span.start..span.end).is_some();
                prop_assert!(of(one, pair.reports.0) && of(other, pair.reports.1));
            }
            prop_assert!(pair.shared.outside <= pair.shared.grams);
        }
    }
}
