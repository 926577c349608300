//! Adding, and what is there afterwards.

use crate::made::{Home, example, prepared, report};
use firsthand_store::{Paging, Search, Standing, Wanted, What};

const EXAMPLES: [&str; 3] = ["harbour-fire", "minister-visit", "river-flood"];

#[test]
fn three_stories_come_out_as_three() {
    let home = Home::new();
    let mut archive = home.archive();
    let pages = prepared(EXAMPLES.iter().flat_map(|name| example(name)).collect());
    let outcomes = archive.put(&pages, &[("file:x".into(), "{}".into())]).unwrap();
    assert!(outcomes.iter().all(|o| o.what == What::New));
    let reader = archive.reader().unwrap();
    let stories = reader.stories(&Wanted::default(), &Paging::default()).unwrap();
    assert_eq!(stories.items.iter().map(|s| s.reports).collect::<Vec<_>>(), [5, 5, 5]);
    assert_eq!(reader.counts().unwrap().reports, 15);
    assert_eq!(reader.cursor("file:x").unwrap().as_deref(), Some("{}"));
    for story in &stories.items {
        let account = reader.account(story.id).unwrap().unwrap();
        assert_eq!(account.reports.len(), 5);
        assert_eq!(account.story.id, format!("s{}", story.id));
        assert!(account.reports.iter().all(|r| r.archived.is_some()));
        let Some(Standing::Here(line)) = reader.story(story.id).unwrap() else { panic!("the story is gone") };
        assert_eq!(line.kept.unwrap().finding, account.story.finding, "the account is kept");
    }
}

#[test]
fn the_order_of_pages_does_not_matter() {
    let told = |turn: usize| {
        let home = Home::new();
        let mut archive = home.archive();
        let mut pages = prepared(EXAMPLES.iter().flat_map(|name| example(name)).collect());
        pages.rotate_left(turn);
        archive.put(&pages, &[]).unwrap();
        let reader = archive.reader().unwrap();
        let stories = reader.stories(&Wanted::default(), &Paging::default()).unwrap();
        let accounts = stories.items.iter().map(|s| reader.account(s.id).unwrap().unwrap());
        accounts.map(|a| serde_json::to_string(&*a).unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(told(0), told(7));
}

#[test]
fn a_page_is_kept_once_and_a_changed_one_is_a_version() {
    let home = Home::new();
    let mut archive = home.archive();
    let address = Some("https://www.mole.example/quay");
    let text = "The quay of Orlop was closed on Monday after a crack was found. Divers will look at it, the harbour master said.";
    let first = report("a", address, "Quay of Orlop closed", "2025-05-05", text);
    let changed = report(
        "b",
        Some("https://mole.example/quay?utm_source=x"),
        "Quay of Orlop closed",
        "2025-05-06",
        &format!("{text} It opens again on Friday."),
    );
    let one = archive.put(&prepared(vec![first.clone()]), &[]).unwrap();
    let again = archive.put(&prepared(vec![first]), &[]).unwrap();
    assert_eq!((again[0].what, again[0].report), (What::Known, one[0].report));
    let two = archive.put(&prepared(vec![changed]), &[]).unwrap();
    assert_eq!(two[0].what, What::Version { of: one[0].report });
    let reader = archive.reader().unwrap();
    let versions = reader.versions(one[0].report).unwrap();
    assert_eq!(
        versions.iter().map(|v| (v.id, v.newest)).collect::<Vec<_>>(),
        [(one[0].report, false), (two[0].report, true)]
    );
    let account = reader.account(two[0].story).unwrap().unwrap();
    assert_eq!(account.reports.len(), 1);
    assert_eq!(account.reports[0].versions[0].changes.len(), 1);
    assert_eq!(account.reports[0].versions[0].archived, Some(one[0].report));
    let hits = |words: &str| {
        let search = Search { words: words.into(), ..Search::default() };
        reader
            .search(&search, &Paging::default())
            .unwrap()
            .items
            .iter()
            .map(|h| h.report.id)
            .collect::<Vec<_>>()
    };
    assert_eq!(hits("divers"), [two[0].report], "only the newest version is found");
    assert_eq!(hits("\"again on Friday\""), [two[0].report]);
    assert!(hits("\"Friday on\"").is_empty());
}

#[test]
fn what_is_looked_for_is_found() {
    let home = Home::new();
    let mut archive = home.archive();
    archive.put(&prepared(EXAMPLES.iter().flat_map(|name| example(name)).collect()), &[]).unwrap();
    let reader = archive.reader().unwrap();
    let about = |name: &str| {
        let wanted = Wanted { about: Some(name.into()), ..Wanted::default() };
        reader.stories(&wanted, &Paging::default()).unwrap().items.len()
    };
    assert_eq!(about("Berijev"), 1);
    assert_eq!(about("Nobody Atall"), 0);
    let mut seen = Vec::new();
    let mut paging = Paging { after: None, most: 4 };
    loop {
        let page = reader.search(&Search::default(), &paging).unwrap();
        seen.extend(page.items.iter().map(|h| h.report.id));
        if page.next.is_none() {
            break;
        }
        paging.after = page.next;
    }
    assert_eq!(seen, (1..=15).rev().collect::<Vec<i64>>());
}
