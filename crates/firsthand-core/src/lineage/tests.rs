use super::*;
use crate::name::Entity;
use crate::statement::{Attribution, Certainty, Kind, Source};
use firsthand_text::language::{Annotated, NameKind, quote, sentence, token};
use firsthand_text::report::{Credit, Dateline, Paragraph, ParagraphKind, Report};
use proptest::prelude::*;

fn report(location: &str, text: &str) -> Annotated {
    let mut paragraphs = Vec::new();
    let mut from = 0;
    for part in text.split("\n\n") {
        paragraphs.push(Paragraph { span: Span::new(from, from + part.len()), kind: ParagraphKind::Text });
        from += part.len() + 2;
    }
    let report = Report {
        location: location.into(),
        text: text.into(),
        body: Span::new(0, text.len()),
        paragraphs,
        ..Report::default()
    };
    let mut tokens = token::cut(&report);
    let sentences = sentence::split(&report, &mut tokens);
    let quotes = quote::find(&report);
    Annotated { report, sentences, tokens, quotes, ..Annotated::default() }
}

fn credits(mut report: Annotated, names: &[&str]) -> Annotated {
    let credit = |n: &&str| Credit { name: (*n).to_owned(), place: "byline", span: None, page: None };
    report.report.credits = names.iter().map(credit).collect();
    report
}

fn no_names(reports: usize) -> Names {
    Names { entities: Vec::new(), mentions: vec![Vec::new(); reports] }
}

/// A statement of the sentence with this number, ascribed to these names, nearest first.
fn statement(report: usize, sentence: usize, chain: &[&str]) -> Statement {
    let source = |name: &str| Source { entity: None, name: name.into(), span: Span::default(), role: None };
    let step = |name: &&str| Attribution {
        source: source(name),
        kind: Kind::Reported,
        span: Span::default(),
        told: None,
        rule: "verb of saying",
    };
    Statement {
        report,
        sentence,
        predicate: 0,
        lemma: "sink".into(),
        arguments: Vec::new(),
        nearby: Vec::new(),
        times: Vec::new(),
        quantities: Vec::new(),
        negative: false,
        certainty: Certainty::Asserted,
        attribution: chain.iter().map(step).collect(),
        code: None,
    }
}

/// Edges as `r0 credits AFP`.
fn drawn(lineage: &Lineage) -> Vec<String> {
    let end = |e: End| match e {
        End::Report(r) => format!("r{r}"),
        End::Origin(o) => lineage.origins[o].name.clone(),
    };
    let kind = |k: EdgeKind| format!("{k:?}").to_lowercase();
    lineage.edges.iter().map(|e| format!("{} {} {}", end(e.from), kind(e.kind), end(e.to))).collect()
}

fn traced(reports: &[Annotated], statements: &[Statement]) -> Lineage {
    let reports: Vec<&Annotated> = reports.iter().collect();
    trace(&reports, &no_names(reports.len()), statements)
}

fn origin_names(lineage: &Lineage) -> Vec<&str> {
    lineage.origin.iter().map(|&o| lineage.origins[o].name.as_str()).collect()
}

#[test]
fn credits_form_a_chain_and_what_is_told_hangs_on_the_innermost() {
    let text = "The barge sank at noon. Nobody was hurt, the harbour master said.";
    let reports = [credits(report("a.txt", text), &["BSS", "AFP"])];
    let lineage = traced(&reports, &[statement(0, 0, &[]), statement(0, 1, &["harbour master"])]);
    assert_eq!(
        drawn(&lineage),
        [
            "r0 credits Bangladesh Sangbad Sangstha",
            "Bangladesh Sangbad Sangstha credits Agence France-Presse",
            "Agence France-Presse cites harbour master"
        ]
    );
    assert_eq!(origin_names(&lineage), ["Agence France-Presse", "harbour master"]);
    assert_eq!(lineage.chain, [vec![], vec![2]]);
}

#[test]
fn an_agency_is_one_origin_under_all_its_names() {
    let mut dated = report("b.txt", "The barge sank at noon.");
    dated.report.dateline =
        Some(Dateline { place: None, date: None, agency: Some("AFP".into()), span: Span::new(0, 3) });
    let reports = [credits(report("a.txt", "The barge sank."), &["Agence France-Presse"]), dated];
    let lineage = traced(&reports, &[statement(0, 0, &["AFP"]), statement(1, 0, &[])]);
    assert_eq!(lineage.origins.len(), 1);
    assert_eq!(lineage.origins[0].kind, OriginKind::Agency);
    assert_eq!(lineage.origin, [0, 0]);
}

#[test]
fn a_credit_to_somebody_of_no_list_is_an_origin_by_its_written_name() {
    let reports = [credits(report("a.txt", "The barge sank."), &["Vale Wire"])];
    let lineage = traced(&reports, &[statement(0, 0, &[])]);
    assert_eq!(drawn(&lineage), ["r0 credits Vale Wire"]);
    assert_eq!(origin_names(&lineage), ["Vale Wire"]);
    assert_eq!(lineage.origins[0].kind, OriginKind::Agency);
}

#[test]
fn a_source_that_had_no_more_to_tell_stands_behind_the_one_that_is_cited() {
    let text = "The barge left on Monday, according to Reuters. KCNA did not give further details.";
    let lineage = traced(&[report("a.txt", text)], &[statement(0, 0, &["Reuters"])]);
    assert_eq!(drawn(&lineage), ["r0 cites Reuters", "Reuters cites Korean Central News Agency"]);
    assert_eq!(origin_names(&lineage), ["Korean Central News Agency"]);
    let alone = "The barge left on Monday. KCNA gave no more details.";
    assert_eq!(drawn(&traced(&[report("a.txt", alone)], &[])), ["r0 cites Korean Central News Agency"]);
}

#[test]
fn media_cited_in_running_text() {
    let cases = [
        ("It sank, Reuters reported.", "Reuters"),
        ("It sank, according to the Xinhua news agency.", "Xinhua"),
        ("The mayor told AFP that it sank.", "Agence France-Presse"),
        (
            "Korean Central News Agency (KCNA) in a bulletin on Friday said that it sank.",
            "Korean Central News Agency",
        ),
        ("It sank, as reported by the BBC.", "BBC"),
        ("It sank, selon l'agence Havas.", "Havas"),
        ("The report published on Friday by the BBC says that it sank.", "BBC"),
        ("It sank near the Reuters building.", ""),
        ("The barge in spring. (AP Photo/Ada Vale)", ""),
        ("The barge, reported sunk. Ada Vale / AFP / Getty Images", ""),
        ("The barge. Photo: Ada Vale, Reuters", ""),
        ("He once wrote for Reuters and then for the BBC.", ""),
    ];
    for (text, name) in cases {
        let lineage = traced(&[report("a.txt", text)], &[]);
        assert_eq!(lineage.origins.first().map_or("", |o| &o.name), name, "{text}");
    }
}

const DISPATCH: &str = "The grain barge Odila broke from its moorings at Velm in the night and drifted two miles before \
    it struck the old rail bridge and sank in shallow water. No one was on board, officials said. The bridge was closed to \
    trains while engineers looked at its second pier. The owner of the barge, a mill upstream, had been fined in spring \
    for leaving it on worn ropes.";

#[test]
fn a_copy_leads_to_its_original_and_keeps_its_origins() {
    let reports = [report("a.txt", DISPATCH), credits(report("b.txt", DISPATCH), &["Reuters"])];
    let unnamed = [statement(0, 1, &["officials"]), statement(1, 1, &["officials"])];
    let lineage = traced(&reports, &[statement(0, 0, &[]), unnamed[0].clone(), unnamed[1].clone()]);
    assert!(drawn(&lineage).contains(&"r0 copies r1".to_owned()), "{:?}", drawn(&lineage));
    assert_eq!(lineage.edges[0].share, Some(1.0));
    assert_eq!(origin_names(&lineage), ["Reuters", "officials", "officials"]);
    assert_eq!(lineage.origin[1], lineage.origin[2], "one text, one nameless source");
    for (at, span) in &lineage.edges[0].places {
        assert!(!span.of(&reports[*at].report.text).is_empty());
    }
}

#[test]
fn nameless_sources_of_two_reports_are_two() {
    let reports =
        [report("a.txt", "It sank, officials said."), report("b.txt", "Two are missing, officials said.")];
    let lineage = traced(&reports, &[statement(0, 0, &["officials"]), statement(1, 0, &["officials"])]);
    assert_ne!(lineage.origin[0], lineage.origin[1]);
    assert!(lineage.origins.iter().all(|o| o.kind == OriginKind::Unnamed));
}

#[test]
fn the_same_quotation_makes_no_copy() {
    let speech = "“We had asked for new ropes in March and again in April and nobody from the mill ever came to the \
        quay to look at them, so what happened here in the night is no surprise to anyone who works on this river,”";
    let one = format!(
        "{speech} said a pilot at Velm, who saw the barge drift by and called the bridge guard at once."
    );
    let other = format!(
        "A pilot who raised the alarm blamed neglect. {speech} he told a crowd at the quay on Sunday."
    );
    let lineage = traced(&[report("a.txt", &one), report("b.txt", &other)], &[]);
    assert!(lineage.edges.is_empty(), "{:?}", drawn(&lineage));
}

#[test]
fn own_reporting_is_the_outlets_and_a_report_of_its_own_makes_an_outlet_collected() {
    let mut own = report("x/a.txt", "The barge sank at noon.");
    own.report.outlet = Some("Velm Courier".into());
    let lineage =
        traced(&[own, report("x/b.txt", "The barge sank.")], &[statement(0, 0, &[]), statement(1, 0, &[])]);
    assert_eq!(origin_names(&lineage), ["Velm Courier", "own reporting of b.txt"]);
    assert_eq!(lineage.origins[0].collected, Some(0));
}

#[test]
fn what_a_speaker_told_the_outlet_itself_came_by_nobody_else() {
    let mut own = report("a.txt", "It sank, the pilot told the BBC.");
    own.report.outlet = Some("BBC News".into());
    let lineage = traced(&[own], &[statement(0, 0, &["pilot"])]);
    assert_eq!(drawn(&lineage), ["r0 cites pilot"]);
}

#[test]
fn persons_and_bodies_are_origins_of_their_kind() {
    let entity = |name: &str, kind| Entity {
        name: name.into(),
        kind,
        roles: Vec::new(),
        country: None,
        forms: Vec::new(),
        reasons: Vec::new(),
    };
    let names = Names {
        entities: vec![entity("Ina Holt", NameKind::Person), entity("Ostermark", NameKind::Place)],
        mentions: vec![Vec::new()],
    };
    let a = report("a.txt", "It sank, Ina Holt said. Ostermark denies it.");
    let mut statements = [statement(0, 0, &["Ina Holt"]), statement(0, 1, &["Ostermark"])];
    statements[0].attribution[0].source.entity = Some(0);
    statements[1].attribution[0].source.entity = Some(1);
    let lineage = trace(&[&a], &names, &statements);
    let kinds: Vec<OriginKind> = lineage.origin.iter().map(|&o| lineage.origins[o].kind).collect();
    assert_eq!(kinds, [OriginKind::Person, OriginKind::Organisation]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn tracing_never_fails_and_points_nowhere_else(
        texts in prop::collection::vec("(It |sank |at |noon\\. |Reuters |reported |KCNA |did not |give |details |“|”|é |\\PC){0,60}", 1..5),
        chains in prop::collection::vec((0..5usize, 0..4usize, prop::collection::vec("AFP|police|KCNA|", 0..3)), 0..6),
    ) {
        let reports: Vec<Annotated> = texts.iter().enumerate().map(|(n, t)| report(&n.to_string(), t)).collect();
        let statements: Vec<Statement> = chains
            .iter()
            .map(|(r, s, names)| statement(r % reports.len(), *s, &names.iter().map(String::as_str).collect::<Vec<_>>()))
            .collect();
        let lineage = traced(&reports, &statements);
        let fits = |e: End| match e { End::Report(r) => r < reports.len(), End::Origin(o) => o < lineage.origins.len() };
        prop_assert!(lineage.edges.iter().all(|e| fits(e.from) && fits(e.to) && e.from != e.to && !e.reason.is_empty()));
        prop_assert!(lineage.edges.is_sorted_by_key(|e| (e.from, e.to, e.kind)));
        prop_assert_eq!(lineage.origin.len(), statements.len());
        prop_assert!(lineage.origin.iter().chain(lineage.chain.iter().flatten()).all(|&o| o < lineage.origins.len()));
        for (chain, statement) in lineage.chain.iter().zip(&statements) {
            prop_assert_eq!(chain.len(), statement.attribution.len());
        }
        for (at, span) in lineage.edges.iter().flat_map(|e| &e.places) {
            prop_assert!(reports[*at].report.text.get(span.start..span.end).is_some());
        }
        prop_assert_eq!(traced(&reports, &statements), lineage);
    }
}

#[test]
fn words_of_a_report_are_its_own_unless_a_source_or_its_reporter_stands_behind_them() {
    let text = "The barge sank at noon. The master told the Harrow Mail it was old. A Harrow Mail reporter counted nine boats. \
                Police said the quay was shut.";
    let mut read = report("a.txt", text);
    read.report.outlet = Some("The Harrow Mail".into());
    let statements =
        [statement(0, 0, &[]), statement(0, 1, &[]), statement(0, 2, &[]), statement(0, 3, &["police"])];
    assert_eq!(traced(&[read], &statements).own, [true, false, false, false]);
}

#[test]
fn a_body_of_a_bare_noun_is_one_in_all_reports_and_an_official_is_not() {
    let reports =
        [report("a.txt", "The barge sank, it was said."), report("b.txt", "A barge went down, they said.")];
    for (source, one) in [("the police", true), ("officials", false)] {
        let lineage = traced(&reports, &[statement(0, 0, &[source]), statement(1, 0, &[source])]);
        assert_eq!(lineage.origin[0] == lineage.origin[1], one, "{source}");
    }
}

#[test]
fn an_officer_speaks_for_the_body_his_role_names() {
    let entity = |name: &str, kind, roles: &[&str]| Entity {
        name: name.into(),
        kind,
        roles: roles.iter().map(|r| (*r).to_owned()).collect(),
        country: None,
        forms: Vec::new(),
        reasons: Vec::new(),
    };
    let names = Names {
        entities: vec![
            entity("Tove Brandal", NameKind::Person, &["spokeswoman for the Skarra Harbour Police"]),
            entity("Skarra Harbour Police", NameKind::Organisation, &[]),
            entity("Odd Lunde", NameKind::Person, &["fisherman"]),
        ],
        mentions: vec![Vec::new()],
    };
    let read = report("a.txt", "The barge sank at noon.");
    let said = |entity: Option<usize>, name: &str| {
        let mut statement = statement(0, 0, &[name]);
        statement.attribution[0].source.entity = entity;
        statement
    };
    let statements = [
        said(Some(0), "Tove Brandal"),
        said(Some(1), "Skarra Harbour Police"),
        said(Some(2), "Odd Lunde"),
        said(None, "police"),
    ];
    let lineage = trace(&[&read], &names, &statements);
    assert_eq!(lineage.speaks_for, [Some(1), None, None, Some(1)]);
}

#[test]
fn a_sentence_of_a_shared_passage_is_one_text_however_little_the_reports_share() {
    let passage = "Divers found the bell of the old barge under the northern quay on the morning after the storm, and the harbour \
                   master had it brought ashore by a crane that had come from the shipyard for another purpose, while a crowd \
                   of some ninety people stood watching in the rain and the choir of the parish sang two hymns.";
    let other = |n: usize, words: [&str; 7]| {
        let sentence = |m: usize| {
            let row: Vec<&str> = (0..14).map(|k| words[(k * k + m * (k + 2)) % words.len()]).collect();
            format!("In {n} {m} {}.", row.join(" "))
        };
        (0..14).map(sentence).collect::<Vec<_>>().join(" ")
    };
    let one = other(1, ["salt", "rope", "lantern", "gull", "ferry", "market", "chapel"]);
    let two = other(4, ["ledger", "winter", "orchard", "mill", "toll", "parsnip", "vicar"]);
    let reports =
        [report("a.txt", &format!("{one} {passage}")), report("b.txt", &format!("{passage} {two}"))];
    let lineage = traced(&reports, &[]);
    let sentence = |r: usize, start: &str| {
        let held = |s: &&firsthand_text::language::Sentence| reports[r].text(s.span).starts_with(start);
        (r, reports[r].sentences.iter().find(held).unwrap().span)
    };
    assert!(lineage.is_one_wording(sentence(0, "Divers"), sentence(1, "Divers")));
    assert!(lineage.is_one_text(sentence(1, "Divers"), sentence(0, "Divers")));
    assert!(!lineage.is_one_text(sentence(0, "In 1"), sentence(1, "In 4")));
}

#[test]
fn an_agency_both_credit_stands_behind_both_unless_its_report_was_read() {
    let text = "The old barge went down at noon off the northern quay while the harbour master and a crowd of ninety people were \
                watching in the rain, and the choir of the parish, which had come for another purpose, sang two hymns before \
                the tug could be called and a line be made fast to the bollard by the steps.";
    let by = |outlet: &str, credit: &[&str]| {
        let mut read = credits(report(outlet, text), credit);
        read.report.outlet = Some(outlet.into());
        read
    };
    type Case = ([Annotated; 2], Option<&'static str>);
    let cases: [Case; 3] = [
        ([by("Harrow Mail", &["AFP"]), by("Skarra Post", &["AFP"])], Some("Agence France-Presse")),
        ([by("Harrow Mail", &["AFP"]), by("Skarra Post", &["Reuters"])], None),
        ([by("AFP", &[]), by("Skarra Post", &["AFP"])], None),
    ];
    for (n, (reports, expected)) in cases.into_iter().enumerate() {
        let lineage = traced(&reports, &[]);
        let copy = lineage.edges.iter().find(|e| e.kind == EdgeKind::Copies).unwrap();
        assert_eq!(copy.common.map(|o| lineage.origins[o].name.as_str()), expected, "case {n}");
    }
}
