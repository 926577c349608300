//! What a person decides stays decided.

use crate::made::{Home, example, prepared, report};
use firsthand_store::{Archive, Kind, Paging, Reader, Standing, Wanted};

fn two_stories(home: &Home) -> Archive {
    let mut archive = home.archive();
    archive.put(&prepared([example("harbour-fire"), example("river-flood")].concat()), &[]).unwrap();
    archive
}

fn sizes(reader: &Reader) -> Vec<(i64, usize)> {
    let stories = reader.stories(&Wanted::default(), &Paging::default()).unwrap();
    stories.items.iter().map(|s| (s.id, s.reports)).collect()
}

fn faults(reader: &Reader) -> Vec<String> {
    reader.verify(false, &|_| {}).unwrap().faults
}

#[test]
fn a_merge_leaves_a_redirect_and_can_be_taken_back() {
    let home = Home::new();
    let mut archive = two_stories(&home);
    let reader = archive.reader().unwrap();
    let before = sizes(&reader);
    archive.merge(2, 1).unwrap();
    assert_eq!(sizes(&reader), [(1, 10)]);
    assert_eq!(reader.story(2).unwrap(), Some(Standing::Moved(1)));
    assert!(reader.account(2).unwrap().is_none());
    assert_eq!(reader.account(1).unwrap().unwrap().reports.len(), 10);
    assert_eq!(faults(&reader), [""; 0]);
    assert_eq!(archive.undo().unwrap().as_deref(), Some("s2 merged into s1"));
    assert_eq!(sizes(&reader), before);
    assert_eq!(archive.undo().unwrap(), None);
    assert_eq!(faults(&reader), [""; 0]);
    assert_eq!(reader.decisions().unwrap().iter().filter(|d| d.undone.is_some()).count(), 1);
}

#[test]
fn a_split_stands_when_stories_are_grouped_anew() {
    let home = Home::new();
    let mut archive = two_stories(&home);
    let reader = archive.reader().unwrap();
    let own: Vec<i64> = reader.reports(1).unwrap().iter().map(|r| r.id).collect();
    let new = archive.split(1, &own[..2]).unwrap();
    archive.pin(own[2], 2).unwrap();
    let want = [(1, 2), (2, 6), (new, 2)];
    let sorted = |mut s: Vec<(i64, usize)>| {
        s.sort_unstable();
        s
    };
    assert_eq!(sorted(sizes(&reader)), want);
    assert_eq!(archive.regroup().unwrap(), 0);
    assert_eq!(sorted(sizes(&reader)), want);
    // Reports that stream in afterwards do not pull the parts together again.
    let more = report(
        "late",
        None,
        "Fire in the harbour of Velmora",
        "2025-03-07",
        "Three people died in the fire in the cold store of Velmora.",
    );
    archive.put(&prepared(vec![more]), &[]).unwrap();
    assert!(sizes(&reader).len() >= 3);
    assert_eq!(faults(&reader), [""; 0]);
    archive.undo().unwrap();
    archive.undo().unwrap();
    assert!(archive.undo().unwrap().is_none());
    assert_eq!(reader.reports(2).unwrap().len(), 5);
    assert_eq!(reader.story(new).unwrap(), Some(Standing::Moved(1)));
    assert_eq!(faults(&reader), [""; 0]);
}

#[test]
fn the_parts_of_a_split_are_linked_under_the_numbers_they_have_now() {
    let home = Home::new();
    let mut archive = two_stories(&home);
    let reader = archive.reader().unwrap();
    let own: Vec<i64> = reader.reports(1).unwrap().iter().map(|r| r.id).collect();
    let new = archive.split(1, &own[..2]).unwrap();
    let kin = |story: i64| -> Vec<i64> { reader.related(story).unwrap().iter().map(|k| k.story).collect() };
    assert_eq!((kin(1), kin(new), kin(2)), (vec![new], vec![1], vec![]));
    assert!(reader.related(1).unwrap()[0].reason.ends_with("by hand"));
    let Some(Standing::Here(line)) = reader.story(new).unwrap() else { panic!() };
    assert_eq!(line.related[0].story, 1);
    // Merged elsewhere, the link goes along; back together there is none.
    archive.merge(new, 2).unwrap();
    assert_eq!((kin(1), kin(2)), (vec![2], vec![1]));
    archive.undo().unwrap();
    assert_eq!((kin(1), kin(new), kin(2)), (vec![new], vec![1], vec![]));
    archive.undo().unwrap();
    assert_eq!((kin(1), kin(2)), (vec![], vec![]));
    assert_eq!(faults(&reader), [""; 0]);
}

#[test]
fn what_makes_no_sense_is_refused_in_one_line() {
    let home = Home::new();
    let mut archive = two_stories(&home);
    let all: Vec<i64> = archive.reader().unwrap().reports(1).unwrap().iter().map(|r| r.id).collect();
    for (error, want) in [
        (archive.merge(1, 1).unwrap_err(), "s1 cannot be merged with itself"),
        (archive.merge(1, 9).unwrap_err(), "there is no story s9; `firsthand stories` lists them"),
        (archive.split(1, &all).unwrap_err(), "name some of the 5 reports of s1, and not all of them"),
        (
            archive.split(2, &all[..1]).unwrap_err(),
            &*format!("r{} is not of s2; `firsthand story s2` lists its reports", all[0]),
        ),
        (archive.pin(99, 1).unwrap_err(), "there is no report r99; `firsthand search` finds their numbers"),
    ] {
        assert_eq!(error.kind(), Kind::Request);
        assert!(error.to_string().ends_with(want), "{error}");
    }
    assert!(archive.reader().unwrap().decisions().unwrap().is_empty());
}

#[test]
fn the_same_stream_gives_the_same_stories() {
    let home = Home::new();
    let mut archive = home.archive();
    let all = [example("harbour-fire"), example("river-flood"), example("minister-visit")].concat();
    for few in all.chunks(4) {
        archive.put(&prepared(few.to_vec()), &[]).unwrap();
    }
    let reader = archive.reader().unwrap();
    let before = sizes(&reader);
    assert_eq!(archive.regroup().unwrap(), 0);
    assert_eq!(sizes(&reader), before);
    assert_eq!(faults(&reader), [""; 0]);
}
