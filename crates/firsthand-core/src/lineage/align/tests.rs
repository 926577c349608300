use super::super::body::Body;
use super::{Kind, align};
use crate::story::words;
use firsthand_text::Span;
use proptest::prelude::*;

fn body(text: &str, quotes: &[&str]) -> Body {
    let spans: Vec<Span> =
        quotes.iter().filter_map(|q| text.find(q).map(|at| Span::new(at, at + q.len()))).collect();
    Body::new(&words(text, Span::new(0, text.len())), &spans)
}

const FERRY: &str = "The evening ferry to Lunde ran onto a sandbank shortly after it left the quay.";
const CREW: &str = "Its crew of nine and forty passengers were taken off by two fishing boats before dark.";
const TIDE: &str = "The harbour office had warned of low tides in a notice that hung at the pier all week.";

/// Passages as `one | other | kind`.
fn found(one: &str, other: &str, quotes: &[&str]) -> Vec<String> {
    let (a, b) = (body(one, quotes), body(other, quotes));
    let text = |p: &super::Passage| {
        format!("{} | {} | {:?}", a.span(&p.one).of(one), b.span(&p.other).of(other), p.kind)
    };
    align(&a, &b).iter().map(text).collect()
}

#[test]
fn a_passage_is_found_whatever_was_done_around_it() {
    let cases: [(&str, String, String, Vec<String>); 7] = [
        ("nothing in common", FERRY.into(), TIDE.into(), vec![]),
        (
            "a whole text",
            FERRY.into(),
            FERRY.into(),
            vec![format!("{0} | {0} | Verbatim", FERRY.trim_end_matches('.'))],
        ),
        (
            "a cut in the middle parts it in two",
            format!("{FERRY} {TIDE} Nobody was hurt. {CREW}"),
            format!("{FERRY} {CREW}"),
            vec![
                format!("{0} | {0} | Verbatim", FERRY.trim_end_matches('.')),
                format!("{0} | {0} | Verbatim", CREW.trim_end_matches('.')),
            ],
        ),
        (
            "sentences in another order",
            format!("{FERRY} {CREW}"),
            format!("{CREW} {FERRY}"),
            vec![
                format!("{0} | {0} | Verbatim", FERRY.trim_end_matches('.')),
                format!("{0} | {0} | Verbatim", CREW.trim_end_matches('.')),
            ],
        ),
        (
            "words changed",
            FERRY.into(),
            "The evening boat to Lunde ran onto a sandbank soon after it had left the quay.".into(),
            vec!["The evening ferry to Lunde ran onto a sandbank shortly after it left the quay | The evening boat to Lunde \
                ran onto a sandbank soon after it had left the quay | Edited"
                .into()],
        ),
        (
            "the halves of a sentence changed places, words lost and added",
            CREW.into(),
            "Before dark two fishing boats had luckily taken off its crew of nine and all forty passengers.".into(),
            vec!["Its crew of nine and forty passengers were taken off by two fishing boats before dark | Before dark two \
                fishing boats had luckily taken off its crew of nine and all forty passengers | Edited"
                .into()],
        ),
        (
            "a phrase of seven words is none",
            "Nobody had heard a word from the old pilot when the ferry to Lunde ran onto land that is dry in July.".into(),
            "Three paintings, among them one in which the ferry to Lunde ran onto ice, were sold to a bank.".into(),
            vec![],
        ),
    ];
    for (name, one, other, passages) in cases {
        assert_eq!(found(&one, &other, &[]), passages, "{name}");
    }
}

#[test]
fn words_of_a_quotation_are_told_from_words_of_the_report() {
    let speech = "we asked for a deeper channel ten years ago and got a new signpost instead of it";
    let one = format!("“{speech}”, said the ferryman of Lunde on Monday.");
    let other = format!("Asked by this paper, the man replied: “{speech}”. He would not say more.");
    let (a, b) = (body(&one, &[speech]), body(&other, &[speech]));
    let passages = align(&a, &b);
    assert_eq!(passages.iter().map(|p| (p.kind, p.equal)).collect::<Vec<_>>(), [(Kind::Quote, 0)]);
}

#[test]
fn what_a_report_has_twice_is_matched_once() {
    let twice = format!("{FERRY} {TIDE} {FERRY}");
    assert_eq!(found(&twice, FERRY, &[]).len(), 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn passages_lie_in_their_texts_apart_from_each_other_and_verbatim_ones_are_equal(
        one in prop::collection::vec(0..24usize, 0..120),
        other in prop::collection::vec(0..24usize, 0..60),
        from in 0..60usize,
        length in 0..50usize,
    ) {
        // The other holds a part of the one.
        let part: Vec<usize> = one.iter().skip(from).take(length).copied().collect();
        let write = |words: &[usize]| words.iter().map(|w| format!("w{w}{}", if w % 7 == 0 { ". " } else { " " })).collect::<String>();
        let (first, second) = (write(&one), write(&[other, part].concat()));
        let (a, b) = (body(&first, &[]), body(&second, &[]));
        let passages = align(&a, &b);
        prop_assert!(passages.is_sorted_by_key(|p| p.one.start));
        for (n, p) in passages.iter().enumerate() {
            prop_assert!(p.one.end <= a.words.len() && p.other.end <= b.words.len());
            prop_assert!(p.one.len().min(p.other.len()) >= super::LEAST && p.identity > 0.0 && p.identity <= 1.0);
            for q in &passages[..n] {
                prop_assert!(q.one.end <= p.one.start);
                prop_assert!(q.other.end <= p.other.start || p.other.end <= q.other.start);
            }
            if p.kind == Kind::Verbatim {
                prop_assert_eq!(&a.words[p.one.clone()], &b.words[p.other.clone()]);
            }
        }
        prop_assert_eq!(align(&a, &b), passages);
    }
}
