use super::*;
use firsthand_text::language::Models;
use std::sync::LazyLock;

static MODELS: LazyLock<Models> = LazyLock::new(Models::built_in);

fn page(location: &str, address: &str, time: &str, title: &str, paragraphs: &[&str]) -> Annotated {
    let body: String = paragraphs.iter().map(|p| format!("<p>{p}</p>\n")).collect();
    let html = format!(
        "<!doctype html><html lang=en><head><title>{title}</title><link rel=canonical href=\"{address}\">\
         <meta property=\"article:published_time\" content=\"{time}\"></head><body><article><h1>{title}</h1>\
         {body}</article></body></html>"
    );
    firsthand_text::read(location, html.as_bytes(), &MODELS)
}

const FIRST: [&str; 3] = [
    "A barge struck the north quay of Mole harbour on Monday morning, the harbour board said.",
    "Four sailors were taken to hospital and two of them were later sent home again.",
    "Nobody knew on Monday why the barge had left its berth in the night without a pilot.",
];

#[test]
fn an_edited_page_is_a_version_and_says_what_changed() {
    let second = [
        FIRST[0],
        "Five sailors were taken to hospital and two of them were later sent home again.",
        "The harbour master resigned on Tuesday and gave no reason for it to the board.",
    ];
    let given = vec![
        page("new.html", "https://mole.example/barge", "2025-03-04", "Barge strikes quay", &second),
        page(
            "old.html",
            "http://www.mole.example/barge/?utm_source=a",
            "2025-03-03",
            "Barge strikes quay",
            &FIRST,
        ),
    ];
    let mut turned = given.clone();
    turned.reverse();
    for given in [given, turned] {
        let folded = fold(given);
        assert_eq!(folded.reports.len(), 1);
        assert_eq!(folded.reports[0].report.location, "new.html");
        let (newest, [version]) = (&folded.reports[0].report, &folded.earlier[0][..]) else {
            panic!("{:?}", folded.earlier)
        };
        assert_eq!(version.report.report.location, "old.html");
        assert_eq!(moment(&version.report.report).as_deref(), Some("2025-03-03"));
        let changed: Vec<(Option<&str>, Option<&str>)> = version
            .changes
            .iter()
            .map(|c| {
                (c.before.map(|s| s.of(&version.report.report.text)), c.after.map(|s| s.of(&newest.text)))
            })
            .collect();
        assert_eq!(
            changed,
            [(Some(FIRST[1]), Some(second[1])), (None, Some(second[2])), (Some(FIRST[2]), None),]
        );
    }
}

#[test]
fn the_same_page_twice_is_one_report_without_changes() {
    let one = |name| page(name, "https://mole.example/barge", "2025-03-03", "Barge strikes quay", &FIRST);
    let folded = fold(vec![one("a.html"), one("b.html")]);
    assert_eq!(folded.reports.len(), 1);
    assert_eq!(folded.earlier[0].len(), 1);
    assert!(folded.earlier[0][0].changes.is_empty());
}

#[test]
fn other_reports_stay_apart() {
    let other = [
        "The council of Gull voted for a bridge on Thursday, by nine votes to eight.",
        "Work will begin in spring and the ferry will be sold when it is done.",
        "The mayor called it a great day for the town and for everybody who lives there.",
    ];
    let a = page("a.html", "https://mole.example/all", "2025-03-03", "Barge strikes quay", &FIRST);
    let b = page("b.html", "https://mole.example/all", "2025-03-04", "Gull will have its bridge", &other);
    let c = page("c.html", "https://gull.example/barge", "2025-03-03", "Barge strikes quay", &FIRST);
    let folded = fold(vec![a, b, c]);
    assert_eq!(
        folded.reports.len(),
        3,
        "one address for all pages, and one text on two sites, make no version"
    );
    assert!(folded.earlier.iter().all(Vec::is_empty));
}
