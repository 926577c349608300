//! Whole stories of our own making, names marked `{p:...}`, `{o:...}`, `{l:...}`, `{g:...}`.

use super::*;
use firsthand_text::language::{Annotated, Models, Name, annotate};
use firsthand_text::report::{Paragraph, ParagraphKind, Report};
use std::sync::LazyLock;

static MODELS: LazyLock<Models> = LazyLock::new(Models::built_in);

/// A report of marked text; paragraphs are parted by blank lines.
pub(super) fn report(marked: &str) -> Annotated {
    let (mut text, mut spans) = (String::new(), Vec::new());
    let mut rest = marked;
    while let Some(open) = rest.find('{') {
        let close = open + rest[open..].find('}').expect("a closing bracket");
        text.push_str(&rest[..open]);
        let kind = match &rest[open + 1..open + 2] {
            "p" => NameKind::Person,
            "o" => NameKind::Organisation,
            "l" => NameKind::Place,
            "g" => NameKind::Group,
            _ => NameKind::Other,
        };
        let from = text.len();
        text.push_str(&rest[open + 3..close]);
        spans.push((Span::new(from, text.len()), kind));
        rest = &rest[close + 1..];
    }
    text.push_str(rest);
    let mut report = Report { body: Span::new(0, text.len()), ..Report::default() };
    let mut from = 0;
    for paragraph in text.split("\n\n") {
        report
            .paragraphs
            .push(Paragraph { span: Span::new(from, from + paragraph.len()), kind: ParagraphKind::Text });
        from += paragraph.len() + 2;
    }
    report.text = text;
    let mut annotated = annotate(&report, &MODELS);
    annotated.names = spans
        .into_iter()
        .filter_map(|(span, kind)| {
            let fits = |t: &usize| span.meets(annotated.tokens[*t].span);
            let first = (0..annotated.tokens.len()).find(fits)?;
            let last = (0..annotated.tokens.len()).rev().find(fits)? + 1;
            Some(Name { span, kind, first, last })
        })
        .collect();
    annotated
}

fn names(texts: &[&str]) -> Names {
    let reports: Vec<Annotated> = texts.iter().map(|t| report(t)).collect();
    merge(&reports.iter().collect::<Vec<_>>())
}

/// The entity that has this form.
fn entity(names: &Names, form: &str) -> usize {
    let mut found = names.entities.iter().enumerate().filter(|(_, e)| e.forms.iter().any(|f| f.text == form));
    let (at, _) = found.next().unwrap_or_else(|| panic!("no entity has {form:?}: {:#?}", names.entities));
    assert!(found.next().is_none(), "two entities have {form:?}");
    at
}

#[track_caller]
fn one(names: &Names, forms: &[&str]) {
    let at = entity(names, forms[0]);
    for form in forms {
        assert_eq!(entity(names, form), at, "{form:?} is not {:?}", names.entities[at]);
    }
}

#[track_caller]
fn two(names: &Names, a: &str, b: &str) {
    assert_ne!(entity(names, a), entity(names, b), "{a:?} and {b:?} are one");
}

#[test]
fn a_minister_in_four_spellings() {
    let names = names(&[
        "The delegation, led by trade minister {p:Tae Jong Su}, left {l:Mole}. {p:Tae} will return on Friday.",
        "Trade Minister {p:Tae Jung-su} left on Monday, the {o:Mole Central Press (MCP)} said. {o:MCP} gave no details.",
        "{p:Tae Jong-su}, the minister for trade, arrived.",
        "{p:Kim Jong Un} sent a letter. {p:Tae Chan-ho} carried it.",
    ]);
    one(&names, &["Tae Jong Su", "Tae Jung-su", "Tae Jong-su", "Tae"]);
    two(&names, "Tae Jong Su", "Tae Chan-ho");
    two(&names, "Kim Jong Un", "Tae Jong Su");
    let minister = &names.entities[entity(&names, "Tae")];
    assert_eq!(minister.roles.first().map(String::as_str), Some("trade minister"));
}

#[test]
fn letters_and_what_they_stand_for() {
    let names = names(&[
        "The {o:Mole Harbour Board} ({o:MHB}) closed the quay. {o:MHB} gave no reason.",
        "{o:MHB} closed the quay, the {o:Gull Institute} said.",
    ]);
    one(&names, &["MHB", "Mole Harbour Board"]);
    two(&names, "MHB", "Gull Institute");
    assert_eq!(names.entities[entity(&names, "MHB")].name, "Mole Harbour Board");
    // What stands before a colon owns nothing.
    let names = self::names(&[
        "{g:Norland} envoy leaves for {l:Iran}: {o:KCNA} says. {o:KCNA} gave no reason.",
        "{l:Pyongyang}'s {o:Korean Central News Agency} ({o:KCNA}) told of it. {o:KCNA} gave no reason.",
    ]);
    one(&names, &["KCNA", "Korean Central News Agency"]);
}

#[test]
fn a_spy_agency_by_country_and_office() {
    let names = names(&[
        "A paper cited {l:Seoul}'s {o:National Intelligence Service} ({o:NIS}). Nothing has moved, {g:South Korean} intelligence said.",
        "{l:South Korea} told its spy agency to listen, while {l:Japan} asked its spy agency to wait.",
    ]);
    one(&names, &["National Intelligence Service", "NIS", "South Korean intelligence"]);
    let own = &names.entities[entity(&names, "NIS")];
    assert_eq!(own.country.as_deref(), Some("KR"));
    let counts: usize =
        own.forms.iter().filter(|f| f.text == "its spy agency").flat_map(|f| &f.counts).map(|c| c.1).sum();
    assert_eq!(counts, 1, "Japan's agency is another one");
}

#[test]
fn loose_spellings_need_company() {
    let names = names(&[
        "MP {p:Omar al-Bakri} spoke in {l:Qarwaniya}, north of {l:Dalum}. Anbar police chief {p:Samir Falih} was absent.",
        "{p:Omar al-Bukairi}, an MP, spoke in {l:Qirwanya}, near {l:Dalum}. {p:Samir Flaih}, a singer, was there.",
    ]);
    one(&names, &["Omar al-Bakri", "Omar al-Bukairi"]);
    one(&names, &["Qarwaniya", "Qirwanya"]);
    two(&names, "Samir Falih", "Samir Flaih");
}

#[test]
fn names_that_stay_apart() {
    let names = names(&[
        "{p:Lena Gull} and {p:Stefan Gull} met {p:Russ Mole}. {o:Mole University} and the {o:Mole Institute for Tides} knew.",
        "{p:Gull} left. {p:Anton Russ} stayed in {l:Austria}, not in {l:Australia}. {o:North Bank} called {o:South Bank}.",
    ]);
    for (a, b) in [
        ("Lena Gull", "Stefan Gull"),
        ("Russ Mole", "Anton Russ"),
        ("Mole University", "Mole Institute for Tides"),
        ("Austria", "Australia"),
        ("North Bank", "South Bank"),
        ("Gull", "Lena Gull"),
        ("Gull", "Stefan Gull"),
    ] {
        two(&names, a, b);
    }
}

#[test]
fn words_of_an_office_are_no_person() {
    let names = names(&["They met in June, Deputy Foreign Minister {p:Dana Reyes} told the {o:Ledger}."]);
    let all: Vec<&str> = names.entities.iter().map(|e| e.name.as_str()).collect();
    assert_eq!(all, ["Dana Reyes", "Ledger"]);
}

#[test]
fn roles_and_pronouns_lead_back() {
    let text = "A professor of tides at {o:Mole University}, {p:Dana Reyes}, said the tide was high.\n\n\
                It will rise, the professor added.\n\nNobody knows why, she said.";
    let names = names(&[text]);
    let reyes = entity(&names, "Dana Reyes");
    let manners: Vec<Manner> =
        names.mentions[0].iter().filter(|m| m.entity == reyes).map(|m| m.manner).collect();
    assert_eq!(manners, [Manner::Name, Manner::Role, Manner::Pronoun]);
    assert_eq!(names.entities[reyes].roles, ["professor of tides at Mole University"]);
}

#[test]
fn outlets_in_a_list_are_no_descriptions_of_each_other() {
    let names = names(&[
        "It ran in the {o:Mole Morning Post}, the {o:Gull Daily Mail}, the {o:Tide Daily News} and elsewhere.",
    ]);
    two(&names, "Mole Morning Post", "Gull Daily Mail");
    two(&names, "Gull Daily Mail", "Tide Daily News");
}

#[test]
fn a_body_described_in_commas() {
    let names = names(&["It was {o:RELWA}, the relief agency for islanders, that paid. {o:RELWA} said so."]);
    one(&names, &["RELWA", "relief agency for islanders"]);
}

#[test]
fn who_spoke_last_is_he() {
    let text = "Harbour chief {p:Samir Oduya}, the head of the {o:Mole Pilots}, told reporters the quay was safe.\n\n\
                \u{201c}{p:Dana Reyes} was wrong,\u{201d} he said.\n\n\
                The tide was high, according to bank president {p:Petra Lind}. The office was shut, she said.";
    let names = names(&[text]);
    let pronouns: Vec<&str> = names.mentions[0]
        .iter()
        .filter(|m| m.manner == Manner::Pronoun)
        .map(|m| names.entities[m.entity].name.as_str())
        .collect();
    assert_eq!(pronouns, ["Samir Oduya", "Petra Lind"]);
}

#[test]
fn places_with_their_sort_and_offices_of_two_countries() {
    let names = names(&[
        "The quake shook {l:Mole} island. The island of {l:Mole} is far from the villages of {l:Zarnabi} and {l:Kuhan}.",
        "In {l:Zernabi} village, near {l:Mole}, walls fell. The {o:Ministry of Defence} sent tents.",
        "The {o:Iraqi Ministry of Defence} and the {o:Russian Defence Ministry} talked.",
    ]);
    one(&names, &["Mole", "Mole island", "island of Mole"]);
    one(&names, &["Zarnabi", "Zernabi"]);
    two(&names, "Zarnabi", "Kuhan");
    two(&names, "Iraqi Ministry of Defence", "Russian Defence Ministry");
    two(&names, "Ministry of Defence", "Russian Defence Ministry");
}

#[test]
fn mentions_are_sorted_and_apart() {
    let names = names(&[
        "{p:Dana Reyes}, mayor of {l:Mole}, met Captain {p:Orlo}. He said the mayor was late. Captain {p:Orlo} left.",
        "",
        "{l:Mole}",
    ]);
    for mentions in &names.mentions {
        assert!(mentions.windows(2).all(|w| w[0].last <= w[1].first && w[0].span.end <= w[1].span.start));
        assert!(mentions.iter().all(|m| m.entity < names.entities.len() && m.first < m.last));
    }
    assert_eq!(names.mentions.len(), 3);
}

/// Words that set off rules, in any order.
const WORDS: &[&str] = &[
    "Tae",
    "Jong",
    "Su",
    "Reyes",
    "Mole",
    "al-Bakri",
    "the",
    "minister",
    "Minister",
    "of",
    "North",
    "Korea",
    "its",
    "spy",
    "agency",
    "he",
    "she",
    "said",
    "it",
    "(",
    ")",
    "MHB",
    "Harbour",
    "Board",
    ",",
    ".",
    "Mr",
    "A.K",
    "’s",
    "—",
    "\u{201c}",
    "\u{201d}",
    "Žižić",
    "is",
    "called",
    "Ministry",
    "Iraqi",
    "intelligence",
    "island",
    "\n\n",
    "professor",
    "und",
    "ß",
    "\u{301}",
];

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]
    #[test]
    fn any_names_at_all(
        stories in proptest::collection::vec(
            (
                proptest::collection::vec(0..WORDS.len(), 0..60),
                proptest::collection::vec((0usize..70, 0usize..5, 0usize..5), 0..12),
            ),
            0..4,
        ),
    ) {
        let mut reports = Vec::new();
        for (words, marks) in &stories {
            let text = words.iter().map(|&w| WORDS[w]).collect::<Vec<_>>().join(" ");
            let mut annotated = report(&text);
            let n = annotated.tokens.len();
            for &(first, len, kind) in marks {
                let kinds =
                    [NameKind::Person, NameKind::Organisation, NameKind::Place, NameKind::Group, NameKind::Other];
                let inside = first < n && first + len <= n && len > 0;
                let span = if inside {
                    annotated.tokens[first].span.join(annotated.tokens[first + len - 1].span)
                } else {
                    Span::default()
                };
                annotated.names.push(Name { span, kind: kinds[kind], first, last: first + len });
            }
            reports.push(annotated);
        }
        let names = merge(&reports.iter().collect::<Vec<_>>());
        proptest::prop_assert_eq!(names.mentions.len(), reports.len());
        for (mentions, report) in names.mentions.iter().zip(&reports) {
            for m in mentions {
                proptest::prop_assert!(m.entity < names.entities.len() && m.first < m.last);
                proptest::prop_assert!(!report.text(m.span).is_empty());
            }
            for pair in mentions.windows(2) {
                proptest::prop_assert!(pair[0].last <= pair[1].first && pair[0].span.end <= pair[1].span.start);
            }
        }
        for reason in names.entities.iter().flat_map(|e| &e.reasons) {
            proptest::prop_assert!(reason.places.iter().all(|(r, _)| *r < reports.len()));
        }
    }
}

#[test]
fn a_facility_joins_as_a_place_and_stays_a_facility() {
    let text = "The delegation landed at {l:Tarvel Airport} during the {x:Oskava Games}.\n\n{l:Tarvel Airport} was shut.";
    let mut annotated = report(text);
    for name in &mut annotated.names {
        name.kind = if annotated.report.text[name.span.start..].starts_with("Tarvel") {
            NameKind::Facility
        } else {
            NameKind::Event
        };
    }
    let names = merge(&[&annotated]);
    let kind = |name: &str| names.entities.iter().find(|e| e.name == name).map(|e| e.kind);
    assert_eq!(kind("Tarvel Airport"), Some(NameKind::Facility));
    assert_eq!(kind("Oskava Games"), Some(NameKind::Event));
}
