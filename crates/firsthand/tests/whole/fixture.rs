//! An account made by hand, with everything an account can hold: the ferry Halcyon, five outlets, our own invention.
//!
//! Two lines of origin (an agency, a harbour pilot), a disputed day, a rising toll, three spellings of the captain's
//! name, a chain agency ← radio ← paper, a copy, and an official without a name.

use firsthand_core::account::*;

/// Bodies, by report.
const BODIES: [&str; 5] = [
    "The ferry Halcyon struck the north mole of Port Sarnay on Wednesday evening, 12 March, with 212 people on board. \
     Harbour pilot Ilse Brandt told the Courier that she had warned the bridge twice.\n\n\
     “I told them to hold off until the squall had passed,” Brandt said. Captain Mihail Dravec was at the wheel, she \
     said. Nine people were killed, according to the harbour office.\n\n\
     The mole was lengthened in 1994.",
    "The ferry Halcyon struck a mole at Port Sarnay on 12 March, killing at least seven people, the Meridian Press \
     Agency reported. Captain Mikhail Drawetz was unhurt, a coastguard official said. “We are still counting,” the \
     official told Meridian.",
    "The ferry Halcyon ran aground off Port Sarnay on 11 March, Calder Radio said, citing the Meridian Press Agency. \
     Around 200 people were on board. The captain, M. Dravets, was taken to hospital.",
    "The ferry Halcyon struck a mole at Port Sarnay on 12 March, killing at least seven people. Captain Mikhail \
     Drawetz was unhurt, a coastguard official said. “We are still counting,” the official told Meridian.",
    "The death toll of the Halcyon disaster has risen to 11, Transport Minister Oda Lennick told parliament on Friday. \
     “We shall know why this ship sailed at all,” she said. The operator, Calder Lines, denied that the ferry had been \
     overloaded.",
];

/// The account.
pub(crate) fn ferry() -> Account {
    Account {
        schema: SCHEMA.into(),
        story: Story {
            id: "s1".into(),
            headline: "Ferry Halcyon strikes mole at Port Sarnay, at least seven dead".into(),
            finding:
                "5 reports of the collision, 2 origins: the Meridian Press Agency behind 3 of them, and the \
                      harbour pilot Ilse Brandt"
                    .into(),
            first_published: Some("2025-03-12".into()),
            last_published: Some("2025-03-14".into()),
            reports: 5,
            origins: 2,
            measure: Measure::Measured,
            support: counted(2, 3),
        },
        reports: reports(),
        entities: entities(),
        statements: statements(),
        events: events(),
        points: points(),
        origins: origins(),
        lineage: lineage(),
        quotes: quotes(),
        timeline: timeline(),
        exclusives: exclusives(),
        silences: silences(),
    }
}

/// What one origin alone says.
fn exclusives() -> Vec<Exclusive> {
    let line = |statement: &str, event: &str, report: &str, because: &str| Exclusive {
        statement: statement.into(),
        event: event.into(),
        reports: strings([report]),
        because: because.into(),
    };
    vec![
        line("t2", "v3", "r1", "one report says so; Ilse Brandt is named in 1 of 5"),
        line("t12", "v4", "r5", "one report says so; Calder Lines is named in 1 of 5"),
        line("t4", "v5", "r1", "one report says so"),
    ]
}

/// What each report leaves out; nothing could be read from the third.
fn silences() -> Vec<Silence> {
    let omission = |event: &str, point: Option<&str>, told_by: usize| Omission {
        event: event.into(),
        point: point.map(String::from),
        told_by,
    };
    let silence = |report: &str, omitted| Silence { report: report.into(), omitted };
    vec![
        silence("r1", Some(vec![omission("v2", None, 3)])),
        silence("r2", Some(Vec::new())),
        silence("r3", None),
        silence("r4", Some(Vec::new())),
        silence(
            "r5",
            Some(vec![omission("v1", Some("p1"), 4), omission("v1", Some("p4"), 4), omission("v2", None, 3)]),
        ),
    ]
}

/// A second story, of one report without outlet, date or anything else.
pub(crate) fn bare() -> Account {
    let report = Report {
        id: "r1".into(),
        location: "pages/note.txt".into(),
        body: "A lighthouse.".into(),
        notes: vec!["language not known; statements are not measured".into()],
        ..Report::default()
    };
    let story = Story { id: "s2".into(), reports: 1, measure: Measure::Unmeasured, ..Story::default() };
    Account {
        story,
        reports: vec![report],
        entities: Vec::new(),
        statements: Vec::new(),
        events: Vec::new(),
        points: Vec::new(),
        origins: Vec::new(),
        lineage: Vec::new(),
        quotes: Vec::new(),
        timeline: Vec::new(),
        exclusives: Vec::new(),
        silences: Vec::new(),
        ..ferry()
    }
}

fn strings<const N: usize>(items: [&str; N]) -> Vec<String> {
    items.map(String::from).to_vec()
}

/// The passage with this text in the body of this report.
fn passage(report: &str, text: &str) -> Passage {
    let at: usize = report[1..].parse().expect("reports are r1 to r5");
    let body = BODIES[at - 1];
    let byte = body.find(text).unwrap_or_else(|| panic!("{text} is not in {report}"));
    let start = body[..byte].chars().count();
    Passage {
        report: Some(report.into()),
        part: None,
        start,
        end: start + text.chars().count(),
        text: text.into(),
        bytes: Some([byte + 400, byte + 400 + text.len()]),
    }
}

/// The first report as it stood the evening before.
fn edited() -> Revision {
    let passage = |text: &str, start: usize| Passage {
        start,
        end: start + text.chars().count(),
        text: text.into(),
        ..Passage::default()
    };
    let change = |kind: &str, before: Option<Passage>, after: Option<Passage>| Change {
        kind: kind.into(),
        before,
        after,
    };
    let toll = passage("Eight people were killed, according to the harbour office.", 199);
    let now = passage("Nine people were killed, according to the harbour office.", 297);
    let mole = passage("The mole was lengthened in 1994.", 356);
    Revision {
        archived: None,
        location: "pages/courier-evening.html".into(),
        value: Some("2025-03-12".into()),
        changes: vec![change("changed", Some(toll), Some(now)), change("added", None, Some(mole))],
    }
}

fn reports() -> Vec<Report> {
    let dropped = |items: &[(&str, &str)]| {
        items
            .iter()
            .map(|(why, text)| Dropped { text: (*text).into(), why: (*why).into() })
            .collect::<Vec<_>>()
    };
    let furniture =
        [("navigation", "Home News Weather"), ("share", "Share this"), ("form", "Leave a comment")];
    let published = |value: &str, how: &str, text: &str| Published {
        value: Some(value.into()),
        how: Some(how.into()),
        text: Some(text.into()),
        bytes: Some([120, 120 + text.len()]),
    };
    let base = |at: usize, location: &str, outlet: Option<&str>, title: &str| Report {
        id: format!("r{at}"),
        location: location.into(),
        outlet: outlet.map(String::from),
        title: Some(title.into()),
        language: Some("en".into()),
        body: BODIES[at - 1].into(),
        ..Report::default()
    };
    vec![
        Report {
            url: Some("https://courier.example/halcyon?a=1&b=2".into()),
            byline: Some("Anselm Roe, Petra Quist".into()),
            published: published("2025-03-13", "printed", "13 March 2025"),
            captions: vec!["The Halcyon at the north mole <photo: Roe>".into()],
            dropped: dropped(&furniture),
            versions: vec![edited()],
            ..base(1, "ferry/courier.html", Some("Sarnay Courier"), "Pilot warned ferry twice")
        },
        Report {
            credits: strings(["Meridian Press Agency"]),
            published: published("2025-03-13", "url", "/2025/03/13/"),
            dropped: dropped(&furniture[1..]),
            ..base(2, "ferry/daily.txt", Some("Daily Lantern"), "Seven killed as ferry hits mole")
        },
        Report {
            credits: strings(["Calder Radio", "Meridian Press Agency"]),
            dropped: dropped(&[("advertisement", "Cheap ferry tickets!")]),
            notes: strings(["no day of publication could be found"]),
            ..base(3, "ferry/evening.txt", Some("Evening Strand"), "Ferry runs aground")
        },
        Report {
            credits: strings(["Meridian Press Agency"]),
            dateline: Some(Dateline {
                place: Some("PORT SARNAY".into()),
                date: Some("2025-03-12".into()),
                agency: Some("Meridian".into()),
            }),
            published: published("2025-03-12T21:40Z", "markup", "2025-03-12T21:40:00Z"),
            ..base(
                4,
                "ferry/ledger.html",
                Some("Northern Ledger"),
                "Ferry Halcyon strikes mole, at least seven dead",
            )
        },
        Report {
            published: published("2025-03-14", "printed", "Friday, 14 March 2025"),
            ..base(5, "ferry/post.txt", None, "Toll rises to 11")
        },
    ]
}

fn entities() -> Vec<Entity> {
    let form = |text: &str, reports: Vec<String>, count| Form { text: text.into(), reports, count };
    let plain = |at: usize, name: &str, kind: &str, country: Option<&str>| Entity {
        id: format!("e{at}"),
        name: name.into(),
        kind: kind.into(),
        country: country.map(String::from),
        forms: vec![form(name, strings(["r1"]), 1)],
        ..Entity::default()
    };
    let spelled = |one: &str, other: &str, passages: Vec<Passage>| Reason {
        rule: "transliteration".into(),
        because: format!("{one} and {other} spell one name: both are the captain of the Halcyon"),
        passages,
    };
    vec![
        Entity {
            roles: strings(["captain"]),
            forms: vec![
                form("Mikhail Drawetz", strings(["r2", "r4"]), 2),
                form("Mihail Dravec", strings(["r1"]), 1),
                form("M. Dravets", strings(["r3"]), 1),
            ],
            reasons: vec![
                spelled(
                    "Mikhail Drawetz",
                    "Mihail Dravec",
                    vec![passage("r2", "Captain Mikhail Drawetz"), passage("r1", "Captain Mihail Dravec")],
                ),
                spelled("Mikhail Drawetz", "M. Dravets", vec![passage("r3", "The captain, M. Dravets")]),
            ],
            ..plain(1, "Mikhail Drawetz", "person", None)
        },
        Entity { roles: strings(["harbour pilot"]), ..plain(2, "Ilse Brandt", "person", None) },
        plain(3, "Port Sarnay", "place", Some("XC")),
        Entity {
            forms: vec![
                form("Meridian Press Agency", strings(["r2", "r3"]), 2),
                form("Meridian", strings(["r2", "r4"]), 2),
            ],
            reasons: vec![Reason {
                rule: "short-form".into(),
                because: "Meridian is the first word of Meridian Press Agency, and no other name has it"
                    .into(),
                passages: vec![passage("r2", "the official told Meridian")],
            }],
            ..plain(4, "Meridian Press Agency", "organisation", None)
        },
        Entity { roles: strings(["transport minister"]), ..plain(5, "Oda Lennick", "person", None) },
    ]
}

/// Id, report, sentence, lemma, source (origin, kind, words that say so), origin, event.
type Line = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    Option<[&'static str; 3]>,
    &'static str,
    &'static str,
);

const STATEMENTS: [Line; 12] = [
    (
        "t1",
        "r1",
        "The ferry Halcyon struck the north mole of Port Sarnay on Wednesday evening, 12 March, with 212 people on board.",
        "strike",
        None,
        "o8",
        "v1",
    ),
    (
        "t2",
        "r1",
        "Harbour pilot Ilse Brandt told the Courier that she had warned the bridge twice.",
        "warn",
        Some(["o3", "reported", "Ilse Brandt told the Courier"]),
        "o3",
        "v3",
    ),
    (
        "t3",
        "r1",
        "Nine people were killed, according to the harbour office.",
        "kill",
        Some(["o5", "reported", "according to the harbour office"]),
        "o5",
        "v1",
    ),
    ("t4", "r1", "The mole was lengthened in 1994.", "lengthen", None, "o8", "v5"),
    (
        "t5",
        "r2",
        "The ferry Halcyon struck a mole at Port Sarnay on 12 March, killing at least seven people, the Meridian Press Agency reported.",
        "strike",
        Some(["o1", "relayed", "the Meridian Press Agency reported"]),
        "o1",
        "v1",
    ),
    (
        "t6",
        "r2",
        "Captain Mikhail Drawetz was unhurt, a coastguard official said.",
        "unhurt",
        Some(["o6", "reported", "a coastguard official said"]),
        "o6",
        "v2",
    ),
    (
        "t7",
        "r3",
        "The ferry Halcyon ran aground off Port Sarnay on 11 March, Calder Radio said, citing the Meridian Press Agency.",
        "run aground",
        Some(["o2", "relayed", "Calder Radio said"]),
        "o1",
        "v1",
    ),
    ("t8", "r3", "Around 200 people were on board.", "be", None, "o1", "v1"),
    ("t9", "r3", "The captain, M. Dravets, was taken to hospital.", "take", None, "o1", "v2"),
    (
        "t10",
        "r4",
        "The ferry Halcyon struck a mole at Port Sarnay on 12 March, killing at least seven people.",
        "strike",
        Some(["o1", "credited", "the official told Meridian"]),
        "o1",
        "v1",
    ),
    (
        "t11",
        "r5",
        "The death toll of the Halcyon disaster has risen to 11, Transport Minister Oda Lennick told parliament on Friday.",
        "rise",
        Some(["o4", "reported", "Oda Lennick told parliament"]),
        "o4",
        "v1",
    ),
    (
        "t12",
        "r5",
        "The operator, Calder Lines, denied that the ferry had been overloaded.",
        "overload",
        Some(["o7", "reported", "Calder Lines, denied"]),
        "o7",
        "v4",
    ),
];

fn statements() -> Vec<Statement> {
    let mut made: Vec<Statement> = STATEMENTS.iter().map(statement).collect();
    made[0].time = Some(When { value: "2025-03-12".into(), text: "Wednesday evening, 12 March".into() });
    made[0].place = Some(Where { entity: Some("e3".into()), text: "Port Sarnay".into() });
    made[0].quantities = vec![amount(212.0, "exact", "212 people")];
    made[2].quantities = vec![amount(9.0, "exact", "Nine people")];
    made[4].time = Some(When { value: "2025-03-12".into(), text: "12 March".into() });
    made[4].quantities = vec![amount(7.0, "at least", "at least seven people")];
    made[6].time = Some(When { value: "2025-03-11".into(), text: "11 March".into() });
    let innermost = attribution("r3", ["o1", "relayed", "citing the Meridian Press Agency"]);
    made[6].attribution.push(innermost);
    made[7].quantities = vec![amount(200.0, "about", "Around 200 people")];
    made[9].quantities = vec![amount(7.0, "at least", "at least seven people")];
    made[10].quantities = vec![amount(11.0, "exact", "11")];
    made[11].polarity = "negative".into();
    made[11].certainty = "denied".into();
    made
}

fn statement((id, report, sentence, lemma, source, origin, event): &Line) -> Statement {
    let whole = passage(report, sentence);
    let agent = sentence.split_whitespace().take(3).collect::<Vec<_>>().join(" ");
    Statement {
        id: (*id).into(),
        report: (*report).into(),
        predicate: Predicate { lemma: (*lemma).into(), start: whole.start, end: whole.start + 3 },
        passage: Passage { report: None, ..whole },
        arguments: vec![Argument { role: "agent".into(), text: agent, entity: None }],
        polarity: "positive".into(),
        certainty: "asserted".into(),
        attribution: source.iter().map(|s| attribution(report, *s)).collect(),
        origin: Some((*origin).into()),
        event: Some((*event).into()),
        ..Statement::default()
    }
}

fn attribution(report: &str, [source, kind, words]: [&str; 3]) -> Attribution {
    let passage = Passage { report: None, ..passage(report, words) };
    Attribution { source: source.into(), kind: kind.into(), passage, rule: "verb-of-saying".into() }
}

fn amount(value: f64, bound: &str, text: &str) -> Amount {
    Amount { value, high: None, bound: bound.into(), unit: Some("person".into()), text: text.into() }
}

fn events() -> Vec<Event> {
    let event =
        |id: &str, label: &str, time: Option<&str>, statements, reports, origins: Vec<String>| Event {
            support: counted(origins.len(), origins.len() + 1),
            id: id.into(),
            label: label.into(),
            code: None,
            time: time.map(String::from),
            statements,
            reports,
            origins,
            reasons: vec![Reason {
                rule: "same-ship-same-port".into(),
                because: "each names the Halcyon and Port Sarnay, within one day".into(),
                passages: vec![
                    passage("r1", "The ferry Halcyon struck"),
                    passage("r3", "The ferry Halcyon ran aground"),
                ],
            }],
        };
    vec![
        event(
            "v1",
            "the ferry Halcyon strikes a mole at Port Sarnay",
            Some("2025-03-12"),
            strings(["t1", "t3", "t5", "t7", "t8", "t10", "t11"]),
            strings(["r1", "r2", "r3", "r4", "r5"]),
            strings(["o1", "o5", "o8"]),
        ),
        event(
            "v2",
            "the captain's state",
            None,
            strings(["t6", "t9"]),
            strings(["r2", "r3", "r4"]),
            strings(["o1"]),
        ),
        event(
            "v3",
            "Ilse Brandt warns the bridge",
            Some("2025-03-12"),
            strings(["t2"]),
            strings(["r1"]),
            strings(["o3"]),
        ),
        event(
            "v4",
            "Calder Lines denies overloading",
            None,
            strings(["t12"]),
            strings(["r5"]),
            strings(["o7"]),
        ),
        event(
            "v5",
            "the mole is lengthened",
            Some("1994"),
            strings(["t4"]),
            strings(["r1"]),
            strings(["o8"]),
        ),
    ]
}

/// The toll that the first report gave the evening before.
fn past() -> Past {
    Past {
        report: "r1".into(),
        version: 0,
        kind: "changed".into(),
        value: "8 people".into(),
        passage: edited().changes[0].before.clone().unwrap(),
        now: Some("9 people".into()),
        statement: Some("t3".into()),
        until: Some("2025-03-13".into()),
        correction: Some("Correction: an earlier version gave the wrong number of dead.".into()),
    }
}

fn points() -> Vec<Point> {
    let variant = |value: &str, statements, reports, origins: Vec<String>| Variant {
        support: counted(origins.len(), origins.len()),
        value: value.into(),
        statements,
        reports,
        origins,
    };
    let point = |id: &str, slot: &str, label: &str, status, reason: &str, variants| Point {
        id: id.into(),
        event: Some("v1".into()),
        slot: slot.into(),
        label: label.into(),
        status,
        reason: reason.into(),
        variants,
        ..Point::default()
    };
    vec![
        point(
            "p1",
            "date",
            "when the ferry struck the mole",
            Status::Disputed,
            "two different days cannot both be right for one collision",
            vec![
                variant(
                    "2025-03-12",
                    strings(["t1", "t5", "t10"]),
                    strings(["r1", "r2", "r4"]),
                    strings(["o8", "o1"]),
                ),
                variant("2025-03-11", strings(["t7"]), strings(["r3"]), strings(["o1"])),
            ],
        ),
        Point {
            history: vec![past()],
            ..point(
                "p2",
                "quantity",
                "how many people were killed",
                Status::Refined,
                "the toll rises with the day of the report; at least 7 holds for 9 and for 11",
                vec![
                    variant(">=7 people", strings(["t5", "t10"]), strings(["r2", "r4"]), strings(["o1"])),
                    variant("9 people", strings(["t3"]), strings(["r1"]), strings(["o5"])),
                    variant("11 people", strings(["t11"]), strings(["r5"]), strings(["o4"])),
                ],
            )
        },
        point(
            "p3",
            "quantity",
            "how many people were on board",
            Status::Refined,
            "212 is more exact than about 200",
            vec![
                variant("212 people", strings(["t1"]), strings(["r1"]), strings(["o8"])),
                variant("~200 people", strings(["t8"]), strings(["r3"]), strings(["o1"])),
            ],
        ),
        point(
            "p4",
            "place",
            "where the ferry struck the mole",
            Status::Agreed,
            "the same place in all",
            vec![variant(
                "Port Sarnay",
                strings(["t1", "t5", "t7", "t10"]),
                strings(["r1", "r2", "r3", "r4"]),
                strings(["o8", "o1"]),
            )],
        ),
        Point {
            event: Some("v3".into()),
            ..point(
                "p5",
                "text",
                "whom the pilot warned",
                Status::Single,
                "one report",
                vec![variant("the bridge", strings(["t2"]), strings(["r1"]), strings(["o3"]))],
            )
        },
    ]
}

fn origins() -> Vec<Origin> {
    let origin = |at: usize, name: &str, kind: &str, entity: Option<&str>, collected| Origin {
        id: format!("o{at}"),
        name: name.into(),
        kind: kind.into(),
        entity: entity.map(String::from),
        collected,
        ..Origin::default()
    };
    vec![
        origin(1, "Meridian Press Agency", "agency", Some("e4"), false),
        origin(2, "Calder Radio", "outlet", None, false),
        origin(3, "Ilse Brandt", "person", Some("e2"), false),
        origin(4, "Oda Lennick", "person", Some("e5"), false),
        origin(5, "harbour office", "organisation", None, false),
        origin(6, "a coastguard official", "unnamed", None, false),
        origin(7, "Calder Lines", "organisation", None, false),
        origin(8, "Sarnay Courier", "outlet", None, true),
    ]
}

fn lineage() -> Vec<Edge> {
    let edge = |at: usize, from: &str, to: &str, kind: &str, passages, share, reason: &str| Edge {
        id: format!("l{at}"),
        from: from.into(),
        to: to.into(),
        kind: kind.into(),
        passages,
        share,
        reason: reason.into(),
        ..Edge::default()
    };
    let said = "the report says so in its own words";
    vec![
        edge(1, "r4", "o1", "credits", vec![passage("r4", "the official told Meridian")], None, said),
        edge(2, "r2", "o1", "credits", vec![passage("r2", "the Meridian Press Agency reported")], None, said),
        Edge {
            confidence: Some(0.97),
            or: vec![Alternative { to: "r3".into(), odds: 0.12 }],
            evidence: vec![
                speaks("coverage", "3 of its 3 sentences stand there word for word"),
                speaks("time", "the other was published 2 hours earlier"),
            ],
            ..edge(
                3,
                "r2",
                "r4",
                "copies",
                vec![passage("r2", "“We are still counting,”"), passage("r4", "“We are still counting,”")],
                Some(0.864),
                "long stretches of words stand in both, and r4 is the earlier; the other was published 2 hours earlier",
            )
        },
        edge(4, "r3", "o2", "cites", vec![passage("r3", "Calder Radio said")], None, said),
        edge(5, "o2", "o1", "cites", vec![passage("r3", "citing the Meridian Press Agency")], None, said),
        edge(6, "r1", "o3", "quotes", vec![passage("r1", "Brandt said")], None, "direct speech"),
        edge(7, "r5", "o4", "quotes", vec![passage("r5", "she said")], None, "direct speech"),
        edge(
            8,
            "r2",
            "o6",
            "quotes",
            vec![passage("r2", "the official told Meridian")],
            None,
            "direct speech",
        ),
        Edge {
            second: true,
            confidence: Some(0.61),
            ..edge(
                9,
                "r2",
                "r3",
                "copies",
                vec![passage("r2", "the Meridian Press Agency"), passage("r3", "the Meridian Press Agency")],
                Some(0.23),
                "they share passages word for word",
            )
        },
    ]
}

fn speaks(cue: &str, says: &str) -> Evidence {
    Evidence { cue: cue.into(), says: says.into() }
}

fn quotes() -> Vec<Speech> {
    let speech = |speaker: &str,
                  role: Option<&str>,
                  told: Option<&str>,
                  report: &str,
                  words: &str,
                  statement: Option<&str>| Speech {
        speaker: speaker.into(),
        role: role.map(String::from),
        told: told.map(String::from),
        report: report.into(),
        passage: Passage { report: None, ..passage(report, words) },
        statement: statement.map(String::from),
    };
    let counting = "“We are still counting,”";
    vec![
        speech(
            "o3",
            Some("harbour pilot"),
            Some("the Courier"),
            "r1",
            "“I told them to hold off until the squall had passed,”",
            Some("t2"),
        ),
        speech("o6", None, Some("Meridian"), "r2", counting, None),
        speech("o6", None, Some("Meridian"), "r4", counting, None),
        speech(
            "o4",
            Some("transport minister"),
            Some("parliament"),
            "r5",
            "“We shall know why this ship sailed at all,”",
            None,
        ),
    ]
}

fn timeline() -> Vec<Moment> {
    let moment = |when: &str, label: &str, events, reports| Moment {
        when: when.into(),
        label: label.into(),
        events,
        reports,
    };
    vec![
        moment("1994", "the mole is lengthened", strings(["v5"]), strings(["r1"])),
        moment("2025-03-12", "Ilse Brandt warns the bridge", strings(["v3"]), strings(["r1"])),
        moment(
            "2025-03-12",
            "the ferry Halcyon strikes a mole at Port Sarnay",
            strings(["v1"]),
            strings(["r1", "r2", "r4"]),
        ),
        moment("2025-03-14", "the toll rises to 11", strings([]), strings(["r5"])),
    ]
}

/// A count of origins.
fn counted(certain: usize, possible: usize) -> Support {
    let because = if possible > certain {
        vec!["“port officials” (r2) is not named, and may be any of the others".into()]
    } else {
        vec![]
    };
    Support { certain, possible, measure: Measure::Measured, because }
}
