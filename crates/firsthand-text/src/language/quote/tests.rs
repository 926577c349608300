use crate::language::plain;

/// Each quotation with `~` before a scare quote and `+` after one that goes on.
fn quotes(body: &str) -> Vec<String> {
    let report = plain::report(None, body);
    let mark = |q: &super::Quote| {
        let (scare, on) = (if q.scare { "~" } else { "" }, if q.continues { "+" } else { "" });
        format!("{scare}{}{on}", q.span.of(&report.text))
    };
    super::find(&report).iter().map(mark).collect()
}

#[test]
fn finds_every_style_of_marks() {
    let cases: [(&str, &[&str]); 23] = [
        ("“We will not leave the city,” he said.", &["We will not leave the city,"]),
        ("He said, \"The rain has cleared the way for boats.”", &["The rain has cleared the way for boats."]),
        ("\"We will go.\" \"No, you will not go.\"", &["We will go.", "No, you will not go."]),
        ("‘They haven’t told the ministers’ wives’, she said.", &["They haven’t told the ministers’ wives"]),
        ("the ministers’ wives and Norland’s men", &[]),
        ("'It wasn't our ship that sank,' he said in the '90s.", &["It wasn't our ship that sank,"]),
        ("``It was our ship that sank,'' he said.", &["It was our ship that sank,"]),
        ("«C’est la fin de la guerre», a-t-il dit.", &["C’est la fin de la guerre"]),
        ("„Das Schiff ist heute gesunken“, sagte er.", &["Das Schiff ist heute gesunken"]),
        ("Its “special operation” began.", &["~special operation"]),
        ("‘Alarming’: Norland sends ship", &["~Alarming"]),
        ("“We won,” he said.", &["We won,"]),
        ("“No comment,” he said.", &["No comment,"]),
        ("He called it a “rare trip.”", &["~rare trip."]),
        (
            "“He told us ‘the ship is lost at sea’ and wept,” she said.",
            &["He told us ‘the ship is lost at sea’ and wept,", "the ship is lost at sea"],
        ),
        ("“We lost the ship.\n\n“We lost the crew,” he said.", &["We lost the ship.+", "We lost the crew,"]),
        (
            "She said ``the pier was gone.\n\nWe looked for it twice.'' Then she left.",
            &["the pier was gone.+", "We looked for it twice."],
        ),
        (
            "He said: \"The boats went out before the storm broke.\n\nNobody warned them.",
            &["The boats went out before the storm broke."],
        ),
        ("He said: \"The boats sank.\n\nNobody warned them.", &[]),
        ("'We lost the ship.\n\n'We lost the crew,' he said.", &["We lost the ship.+", "We lost the crew,"]),
        ("A mark “ without its partner stands here.\n\nNothing more.", &[]),
        ("The 6\" gun and the 12\" gun fired.", &[]),
        ("The men’s “odd plan and its “secret plan that failed” were known.", &["secret plan that failed"]),
    ];
    for (text, expected) in cases {
        let expected: Vec<String> = expected.iter().map(|s| (*s).to_owned()).collect();
        let found: Vec<String> = quotes(text).into_iter().collect();
        let bare: Vec<String> = found.clone();
        assert_eq!(bare, expected, "in {text:?}");
    }
}

proptest::proptest! {
    #[test]
    fn quotations_fit_the_text(text in "[ab.,s \n“”‘’\"'`«»„]{0,60}|\\PC{0,60}") {
        let report = plain::report(None, &text);
        for q in super::find(&report) {
            assert!(!q.span.is_empty() && report.text.get(q.span.start..q.span.end).is_some());
        }
    }
}
