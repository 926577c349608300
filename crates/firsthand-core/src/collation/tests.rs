//! Two reports of one sentence each, and what is made of them.

use crate::account::{Point, Status, account};
use crate::{story, version};
use firsthand_text::language::Models;

/// The points of two reports of a Thursday, each of one sentence.
pub(super) fn points(models: &Models, first: &str, second: &str) -> Vec<Point> {
    let page = |outlet: &str, title: &str, text: &str| {
        format!("{title}\n\n{outlet}, 6 March 2025\n\n{text}\n\nFurther details were not given.\n")
    };
    let reports = vec![
        firsthand_text::read("a.txt", page("Tarn Courier", "Late news", first).as_bytes(), models),
        firsthand_text::read("b.txt", page("Harbour Herald", "In short", second).as_bytes(), models),
    ];
    let versions = version::fold(reports);
    let both = story::Story { reports: vec![0, 1], ..story::group(&versions.reports).swap_remove(0) };
    account(1, &both, &versions).points
}

#[test]
fn a_difference_of_time_is_explained_before_it_is_disputed() {
    let models = Models::built_in();
    for (first, second, status, because) in [
        ("at 11 p.m. ET on Monday", "at 0400 GMT on Tuesday", Some(Status::Agreed), "2 reports"),
        ("at 11 p.m. GMT on Monday", "on Tuesday", Some(Status::Refined), "two time zones"),
        ("at 6:20 p.m. GMT on Monday", "at 9:20 p.m. on Monday", Some(Status::Refined), "two time zones"),
        ("at 11:40 p.m. on Monday", "on Tuesday", Some(Status::Refined), "near midnight"),
        ("late on Monday", "early on Tuesday", Some(Status::Refined), "near midnight"),
        ("at 3:30 p.m. on Monday", "at 3:33 p.m. on Monday", Some(Status::Refined), "more exact"),
        ("at 3 p.m. on Monday", "on Tuesday", Some(Status::Disputed), "cannot both"),
        ("on Monday", "on Tuesday", Some(Status::Disputed), "cannot both"),
        ("on 21 February", "on 24 February", Some(Status::Disputed), "cannot both"),
        // The page may be of another day than the text.
        ("on Monday", "yesterday", None, ""),
    ] {
        let told = |when: &str| format!("The ferry Orla sank off Bergen {when} with 40 people on board.");
        let points = points(&models, &told(first), &told(second));
        let found = points
            .iter()
            .filter(|p| p.slot == "date")
            .map(|p| (p.status, p.reason.clone()))
            .find(|(status, _)| *status != Status::Single);
        let what = format!("{first} / {second}: {found:?}");
        assert_eq!(found.as_ref().map(|f| f.0), status, "{what}");
        assert!(found.map_or(because.is_empty(), |f| f.1.contains(because)), "{what}");
    }
}

#[test]
fn figures_are_disputed_only_where_they_measure_one_thing() {
    let models = Models::built_in();
    for (first, second, disputed) in [
        (
            "Oskar Brenn scored 14 points for the Terns on Tuesday.",
            "Oskar Brenn scored seven points for the Terns on Tuesday in the first half.",
            false,
        ),
        (
            "Oskar Brenn scored 14 points for the Terns on Tuesday.",
            "Oskar Brenn scored 17 points for the Terns on Tuesday.",
            true,
        ),
        (
            "The blast left a 16-foot-deep crater near Porto on Tuesday.",
            "The blast left a 40-foot-wide crater near Porto on Tuesday.",
            false,
        ),
        (
            "The blast left a 16-foot-deep crater near Porto on Tuesday.",
            "The blast left a 40-foot-deep crater near Porto on Tuesday.",
            true,
        ),
        (
            "Six people were killed in clashes in Porto on Tuesday.",
            "Three students were killed in clashes in Porto on Tuesday.",
            false,
        ),
        (
            "Six students were killed in clashes in Porto on Tuesday.",
            "Three students were killed in clashes in Porto on Tuesday.",
            true,
        ),
        (
            "The mayor offered a reward of 1 million pesos ($75,000) in Porto on Tuesday.",
            "The mayor offered a reward of 1 million pesos ($74,000) in Porto on Tuesday.",
            false,
        ),
        (
            "Thirty people were held in Porto on Tuesday after clashes that killed four people and left 25 injured.",
            "25 people were injured in clashes in Porto on Tuesday.",
            false,
        ),
    ] {
        let points = points(&models, first, second);
        let found = points.iter().find(|p| p.slot == "quantity" && p.status == Status::Disputed);
        assert_eq!(found.is_some(), disputed, "{first} / {second}: {found:?}");
    }
}
