//! What a report said before it was edited stands in the history of a point.

use super::{Account, account};
use crate::{story, version};
use firsthand_text::language::{Annotated, Models};
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

fn read(pages: Vec<Annotated>) -> Account {
    let versions = version::fold(pages);
    let story =
        story::Story { reports: (0..versions.reports.len()).collect(), joins: Vec::new(), related: None };
    account(1, &story, &versions)
}

/// `r1 v0 changed 4 → 5`, one line for each, with the question.
fn histories(account: &Account) -> Vec<String> {
    let line = |p: &super::Point, h: &super::Past| {
        let now = h.now.as_deref().unwrap_or("nothing");
        format!("{}: {} v{} {} {} → {now}", p.slot, h.report, h.version, h.kind, h.value)
    };
    account.points.iter().flat_map(|p| p.history.iter().map(move |h| line(p, h))).collect()
}

const ADDRESS: &str = "https://mole.example/barge";
const OPENING: &str =
    "A barge struck the north quay of Mole harbour on Monday morning, the harbour board said.";
const CLOSING: &str = "Nobody knew on Monday why the barge had left its berth in the night without a pilot.";

fn barge(location: &str, time: &str, middle: &[&str]) -> Annotated {
    let mut all = vec![OPENING];
    all.extend(middle);
    all.push(CLOSING);
    page(location, ADDRESS, time, "Barge strikes quay at Mole", &all)
}

fn other(middle: &[&str]) -> Annotated {
    let mut all = vec!["The north quay of Mole harbour was struck by a barge on Monday morning."];
    all.extend(middle);
    all.push("The quay has been closed to ships since the morning and divers are looking at its wall.");
    page("other.html", "https://gull.example/quay", "2025-03-03", "Quay at Mole struck by barge", &all)
}

#[test]
fn an_answer_that_was_edited_stands_in_the_history_of_its_point() {
    for (before, after, wanted) in [
        (
            "Four sailors were taken to hospital in Gull.",
            "Five sailors were taken to hospital in Gull.",
            "quantity: r1 v0 changed 4 sailors → 5 sailors",
        ),
        (
            "About 40 sailors were taken to hospital in Gull.",
            "The board said that 41 sailors were taken to hospital in Gull.",
            "quantity: r1 v0 refined ~40 sailors → 41 sailors",
        ),
        (
            "The harbour board will meet on 5 March in Gull.",
            "The harbour board will meet on 6 March in Gull.",
            "date: r1 v0 changed 2025-03-05 → 2025-03-06",
        ),
    ] {
        let account = read(vec![
            barge("old.html", "2025-03-03T08:00:00Z", &[before]),
            barge("new.html", "2025-03-03T11:00:00Z", &[after]),
        ]);
        assert_eq!(account.reports.len(), 1);
        assert_eq!(histories(&account), [wanted], "{before}");
        let past = account.points.iter().find_map(|p| p.history.first()).unwrap();
        assert_eq!(past.passage.text, before);
        assert_eq!(past.until.as_deref(), Some("2025-03-03T11:00:00Z"));
        let now = account.statements.iter().find(|t| Some(&t.id) == past.statement.as_ref()).unwrap();
        assert_eq!(now.passage.text, after);
    }
}

#[test]
fn an_answer_that_was_dropped_is_withdrawn_where_another_report_still_gives_it() {
    let said = "Four sailors were taken to hospital in Gull after the accident.";
    let account = read(vec![
        barge("a.html", "2025-03-03T08:00:00Z", &[said]),
        barge(
            "b.html",
            "2025-03-03T11:00:00Z",
            &["The board said it would speak to the press in the evening."],
        ),
        other(&["Four sailors were taken to hospital in Gull after the accident on the quay."]),
    ]);
    assert_eq!(account.reports.len(), 2);
    assert_eq!(
        histories(&account),
        ["quantity: r1 v0 withdrawn 4 sailors → nothing", "place: r1 v0 withdrawn Gull → nothing",]
    );
}

#[test]
fn what_was_only_reworded_or_moved_has_no_history() {
    for (before, after) in [
        (
            "Four sailors were taken to hospital in Gull.",
            "The four sailors were brought to a hospital in Gull.",
        ),
        ("Four sailors were taken to hospital in Gull.", "Four sailors were taken to hospital in Gull."),
        ("The quay is old.", "The quay is old and its wall has been mended often."),
    ] {
        let account = read(vec![
            barge("old.html", "2025-03-03T08:00:00Z", &[before]),
            barge("new.html", "2025-03-03T11:00:00Z", &[after]),
        ]);
        assert_eq!(histories(&account), Vec::<String>::new(), "{before}");
    }
}

#[test]
fn a_correction_is_given_in_the_words_of_the_report() {
    let note = "Correction: An earlier version gave the wrong number of sailors.";
    let account = read(vec![
        barge("old.html", "2025-03-03T08:00:00Z", &["Four sailors were taken to hospital in Gull."]),
        barge("new.html", "2025-03-03T11:00:00Z", &["Five sailors were taken to hospital in Gull.", note]),
    ]);
    let past = account.points.iter().find_map(|p| p.history.first()).unwrap();
    assert_eq!(past.correction.as_deref(), Some(note));
}

#[test]
fn only_the_last_version_that_said_so_is_named() {
    let account = read(vec![
        barge("a.html", "2025-03-03T08:00:00Z", &["Four sailors were taken to hospital in Gull."]),
        barge("b.html", "2025-03-03T09:00:00Z", &["Six sailors were taken to hospital in Gull."]),
        barge("c.html", "2025-03-03T11:00:00Z", &["Five sailors were taken to hospital in Gull."]),
    ]);
    assert_eq!(
        histories(&account),
        ["quantity: r1 v0 changed 4 sailors → 5 sailors", "quantity: r1 v1 changed 6 sailors → 5 sailors"]
    );
}
