use crate::language::{plain, token};

fn sentences(title: Option<&str>, body: &str) -> Vec<(Option<usize>, String)> {
    let report = plain::report(title, body);
    let mut tokens = token::cut(&report);
    let found = super::split(&report, &mut tokens);
    found.into_iter().map(|s| (s.paragraph, s.span.of(&report.text).to_owned())).collect()
}

#[test]
fn splits_where_a_reader_would() {
    // `|` stands for a sentence's end and a blank, `¦` for one without a blank
    let cases = [
        "He left.|She stayed.",
        "Gen. Varn met Lt. Col. M. Odo in St. Ivor.|They talked.",
        "The U.S. Senate voted.|It passed.",
        "He returned to the U.S.|The trip was short.",
        "They met at 5 p.m. Tuesday.|They left at 6 p.m.|Police watched.",
        "A.K. Varn and M. Odo signed.|No. 5 was left out.",
        "“It is over.”|The crowd left.",
        "“Is it over?” Odo asked.|Nobody knew.",
        "“Is it over?” she said.",
        "\"It is over.\"|\"Not yet,\" he said.",
        "\"... it.\" she said.",
        "He said: \"It is over.|We won.\"|Then he left.",
        "Well... it ended.|So...|The end.",
        "On Jan. 5 the ship sank.|On Feb. 6 it was found.",
        "Varn Corp. sold it.|Odo Inc. bought it.",
        "It rose 3.5 percent.|It fell 2.1.",
        "Did it end?!|Yes!|It did.",
        "He chose plan B.",
        "(The ship sank.)|Nobody drowned.",
        "The fee (about Rs. 500) was paid.",
        "Officials from N. Norland came.",
        "It ended.¦The crowd left.",
        "1. The ship sank.|It was old.",
        "IVORTOWN, April 3 (NNA) -- The ship sank, according to Gen. Varn.",
        "NORLAND SENDS U.S. ENVOY HOME.|TALKS END.",
        "Ships, planes etc. were lost.",
        "The Yahvo! company grew.",
    ];
    for case in cases {
        let text = case.replace('|', " ").replace('¦', "");
        let found: Vec<String> = sentences(None, &text).into_iter().map(|s| s.1).collect();
        let expected: Vec<&str> = case.split(['|', '¦']).collect();
        assert_eq!(found, expected, "in {text:?}");
    }
}

#[test]
fn title_headings_and_paragraphs_stand_alone() {
    let found = sentences(
        Some("Ship sinks off Ivortown"),
        "What happened\n\nA ship sank. It was old\n\n• One man died\n• Two swam",
    );
    let expected = [
        (None, "Ship sinks off Ivortown"),
        (Some(0), "What happened"),
        (Some(1), "A ship sank."),
        (Some(1), "It was old"),
        (Some(2), "• One man died"),
        (Some(2), "• Two swam"),
    ];
    assert_eq!(found, expected.map(|(p, s)| (p, s.to_owned())));
}

proptest::proptest! {
    #[test]
    fn sentences_hold_every_token_once(text in "[A-Zac.!?…\"”“’ \n•1(]{0,60}|\\PC{0,60}") {
        let report = plain::report(Some("A title."), &text);
        let mut tokens = token::cut(&report);
        let found = super::split(&report, &mut tokens);
        let mut at = 0;
        for s in &found {
            assert!(s.first == at && s.last > at);
            assert!(tokens[s.first..s.last].iter().all(|t| s.span.holds(t.span) && !t.span.is_empty()));
            at = s.last;
        }
        assert_eq!(at, tokens.len());
    }
}
