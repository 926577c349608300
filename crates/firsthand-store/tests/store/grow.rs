//! Stories as more arrives: numbers stay or redirect, every join and merge has its reason, what a person decided stays,
//! and the same arrivals give the same rows.

use crate::made::{Home, example, prepared, report};
use firsthand_intake::Item;
use firsthand_store::{Archive, Paging, Reader, Standing, Wanted};
use rusqlite::Connection;
use std::collections::BTreeMap;

/// Two halves of one happening that share little, and a report that tells both.
fn halves() -> [Item; 3] {
    let bridge = "Divers of the river police searched the Olm below the Tessen bridge on Monday. The barge Marigold, which was \
        carrying gravel from Brask, had struck a pillar. Inspector Lena Quist said that the pilot was being questioned.";
    let trains = "Trains between Harrow Vale and Dunmark were cancelled until Friday. Northline replaced them by coaches. \
        Commuters waited for hours at Dunmark station, spokesman Idris Pell said, and schools sent pupils home.";
    [
        report("a-bridge", None, "Barge Marigold strikes pillar of Tessen bridge", "2025-04-07", bridge),
        report("b-trains", None, "Northline cancels trains to Dunmark", "2025-04-07", trains),
        report(
            "c-both",
            None,
            "Barge Marigold strikes Tessen bridge, Northline cancels trains to Dunmark",
            "2025-04-07",
            &format!("{bridge} {trains}"),
        ),
    ]
}

/// Reports of four happenings, a few of each, in order of arrival: those of one do not come in a row.
fn arrivals() -> Vec<Vec<Item>> {
    let [bridge, trains, both] = halves();
    let mut fire = example("harbour-fire").into_iter();
    let mut flood = example("river-flood").into_iter();
    let mut visit = example("minister-visit").into_iter();
    let mut out = vec![vec![bridge], vec![trains]];
    for _ in 0..5 {
        out.push([fire.next(), visit.next()].into_iter().flatten().collect());
        out.push(flood.next().into_iter().collect());
    }
    out.insert(6, vec![both]);
    out
}

/// An archive of these arrivals, one transaction each, and every number of a story that was given out.
fn arrived(home: &Home, arrivals: Vec<Vec<Item>>) -> (Archive, Vec<i64>) {
    let mut archive = home.archive();
    let mut numbers = Vec::new();
    for items in arrivals {
        numbers.extend(archive.put(&prepared(items), &[]).unwrap().iter().map(|o| o.story));
    }
    (archive, numbers)
}

/// For each report by location its story.
fn homes(reader: &Reader) -> BTreeMap<String, i64> {
    let stories = reader.stories(&Wanted::default(), &Paging { after: None, most: 1000 }).unwrap();
    let reports = stories.items.iter().flat_map(|s| reader.reports(s.id).unwrap());
    reports.map(|r| (r.location, r.story)).collect()
}

/// All that grouping wrote, without the times of writing.
fn rows(home: &Home) -> Vec<String> {
    let connection = Connection::open(home.path()).unwrap();
    let mut out = Vec::new();
    for sql in [
        "SELECT id, headline, reports, first_day, last_day, newest, version, merged_into FROM story ORDER BY id",
        "SELECT r.id, r.first, r.newest, r.story, p.location, r.trace FROM report r JOIN page p ON p.id = r.id ORDER BY r.id",
        "SELECT report, nearest, score, shares FROM joined ORDER BY report",
        "SELECT id, kind, report, story, detail FROM change ORDER BY id",
    ] {
        let mut query = connection.prepare(sql).unwrap();
        let columns = query.column_count();
        let mut rows = query.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let values =
                (0..columns).map(|n| format!("{:?}", row.get::<_, rusqlite::types::Value>(n).unwrap()));
            out.push(values.collect::<Vec<_>>().join(" "));
        }
    }
    out
}

/// What must hold of every archive, however its reports came: numbers resolve, and nothing is together without a reason.
fn holds(archive: &Archive, numbers: &[i64]) {
    let reader = archive.reader().unwrap();
    for &number in numbers {
        let stands = match reader.story(number).unwrap() {
            Some(Standing::Here(line)) => line.reports > 0,
            Some(Standing::Moved(to)) => {
                let log = reader.changes(0, 10_000).unwrap();
                let redirect = format!("s{number} into s");
                assert!(
                    log.iter().any(|c| c.kind == "story-merged" && c.detail.starts_with(&redirect)),
                    "s{number} redirects, and the log does not say why"
                );
                matches!(reader.story(to).unwrap(), Some(Standing::Here(line)) if line.reports > 0)
            }
            None => false,
        };
        assert!(stands, "s{number} was given out and leads nowhere");
    }
    let stories = reader.stories(&Wanted::default(), &Paging { after: None, most: 1000 }).unwrap();
    for story in &stories.items {
        let reasons = reader.reasons(story.id).unwrap();
        assert_eq!(reasons.len(), story.reports, "s{}", story.id);
        let own: Vec<i64> = reasons.iter().map(|r| r.report).collect();
        for reason in reasons.iter().filter(|r| r.nearest.is_some()) {
            assert!(reason.score.unwrap() > 0.0 && !reason.shares.is_empty(), "no reason: {reason:?}");
        }
        // Those that are near to no other of the story: it begins with one, each of the others came with a merge, a split
        // or a decision, and the log has it.
        let alone = reasons.iter().filter(|r| r.nearest.is_none_or(|n| !own.contains(&n))).count();
        let by_hand = reasons.iter().filter(|r| r.by_hand).count();
        let turns = reader.turns(story.id).unwrap();
        assert!(alone <= 1 + turns.len() + by_hand, "s{}: {reasons:?} {turns:?}", story.id);
        assert!(turns.iter().all(|t| t.contains(": ")), "a reason for each: {turns:?}");
    }
    assert_eq!(reader.verify(false, &|_| {}).unwrap().faults, [""; 0]);
}

#[test]
fn two_stories_that_turn_out_to_be_one_are_merged_and_the_log_says_why() {
    let home = Home::new();
    let [bridge, trains, both] = halves();
    let (archive, numbers) = arrived(&home, vec![vec![bridge], vec![trains], vec![both]]);
    let reader = archive.reader().unwrap();
    assert_eq!(numbers, [1, 2, 1], "halves that share nothing were told apart, and the older number stays");
    let homes = homes(&reader);
    assert_eq!(homes.values().collect::<Vec<_>>(), [&1, &1, &1], "{homes:?}");
    assert_eq!(reader.story(2).unwrap(), Some(Standing::Moved(1)));
    let turns = reader.turns(1).unwrap();
    assert_eq!(turns.len(), 1);
    assert!(turns[0].starts_with("s2 into s1: ") && turns[0].contains("near"), "{turns:?}");
    holds(&archive, &numbers);
}

#[test]
fn whatever_the_arrivals_numbers_lead_somewhere_and_joins_have_reasons() {
    let one_by_one = |mut items: Vec<Item>, turn: usize| {
        items.rotate_left(turn);
        items.into_iter().map(|i| vec![i]).collect::<Vec<_>>()
    };
    let all = || [example("harbour-fire"), example("river-flood"), halves().to_vec()].concat();
    for arrivals in
        [arrivals(), one_by_one(all(), 0), one_by_one(all(), 3), one_by_one(all(), 8), vec![all()]]
    {
        let home = Home::new();
        let (mut archive, numbers) = arrived(&home, arrivals);
        holds(&archive, &numbers);
        archive.regroup().unwrap();
        holds(&archive, &numbers);
    }
}

#[test]
fn the_same_arrivals_give_the_same_rows() {
    let (one, other) = (Home::new(), Home::new());
    let (mut archive, _) = arrived(&one, arrivals());
    arrived(&other, arrivals());
    assert_eq!(rows(&one), rows(&other));
    // Replayed in place: no report moves, and every reason comes out as it was.
    let of_joins = |home: &Home| {
        let connection = Connection::open(home.path()).unwrap();
        let mut query = connection
            .prepare("SELECT report || ' ' || nearest || ' ' || score || shares FROM joined ORDER BY report")
            .unwrap();
        query.query_map([], |r| r.get(0)).unwrap().collect::<Result<Vec<String>, _>>().unwrap()
    };
    let before = (homes(&archive.reader().unwrap()), of_joins(&one));
    assert_eq!(archive.regroup().unwrap(), 0);
    assert_eq!((homes(&archive.reader().unwrap()), of_joins(&one)), before);
}

/// Two writers in turns are one log of arrivals: as if one had written all.
#[test]
fn an_archive_opened_anew_for_each_arrival_groups_the_same() {
    let (one, other) = (Home::new(), Home::new());
    arrived(&one, arrivals());
    for items in arrivals() {
        other.archive().put(&prepared(items), &[]).unwrap();
    }
    assert_eq!(rows(&one), rows(&other));
}

#[test]
fn reports_of_one_transaction_come_in_order_of_time() {
    let told = |turn: usize| {
        let home = Home::new();
        let mut all = arrivals().concat();
        all.rotate_left(turn);
        let (archive, _) = arrived(&home, vec![all]);
        (rows(&home), homes(&archive.reader().unwrap()))
    };
    let want = told(0);
    for turn in [1, 5, 11] {
        assert_eq!(told(turn), want, "turned by {turn}");
    }
}

#[test]
fn a_split_by_hand_is_not_undone_by_what_comes_later() {
    let home = Home::new();
    let mut archive = home.archive();
    archive.put(&prepared(example("harbour-fire")), &[]).unwrap();
    let reader = archive.reader().unwrap();
    let own: Vec<i64> = reader.reports(1).unwrap().iter().map(|r| r.first).collect();
    let (left, kept) = own.split_at(2);
    let new = archive.split(1, left).unwrap();
    let parted = |archive: &Archive, when: &str| {
        let reader = archive.reader().unwrap();
        let in_story =
            |story: i64| reader.reports(story).unwrap().iter().map(|r| r.first).collect::<Vec<i64>>();
        assert!(left.iter().all(|r| in_story(new).contains(r)), "{when}");
        assert!(kept.iter().all(|r| in_story(1).contains(r)), "{when}");
        holds(archive, &[1, new]);
    };
    // Reports near to both parts: every one of the story again, under other names and with a sentence more.
    let later = reader.reports(1).unwrap().into_iter().chain(reader.reports(new).unwrap());
    for (n, row) in later.enumerate() {
        let title = row.title.unwrap_or_default();
        let text =
            format!("{} The fire brigade of Velmora had {n} engines there.", row.body.replace('\n', " "));
        archive
            .put(&prepared(vec![report(&format!("late-{n}"), None, &title, "2025-03-09", &text)]), &[])
            .unwrap();
        parted(&archive, &format!("after {n} more"));
    }
    archive.regroup().unwrap();
    parted(&archive, "grouped anew");
    archive.rebuild(true, &|_| {}).unwrap();
    parted(&archive, "read anew");
}

#[test]
fn a_merge_and_a_pin_by_hand_stand_when_all_is_grouped_anew() {
    let home = Home::new();
    let (mut archive, numbers) = arrived(&home, arrivals());
    let reader = archive.reader().unwrap();
    let (fire, flood) = (homes(&reader)["harbour-lamp.txt"], homes(&reader)["osmar-voice.html"]);
    let bridge = homes(&reader)["a-bridge"];
    archive.merge(flood, fire).unwrap();
    let trains = reader.reports(bridge).unwrap().iter().find(|r| r.location == "b-trains").unwrap().id;
    archive.pin(trains, fire).unwrap();
    let decided = homes(&reader);
    assert_eq!((decided["osmar-voice.html"], decided["b-trains"]), (fire, fire));
    for _ in 0..2 {
        archive.regroup().unwrap();
        assert_eq!(homes(&reader), decided);
        assert_eq!(reader.story(flood).unwrap(), Some(Standing::Moved(fire)));
        holds(&archive, &numbers);
    }
    let reasons = reader.reasons(fire).unwrap();
    assert!(reasons.iter().find(|r| r.report == trains).unwrap().by_hand);
}

#[test]
fn a_chain_of_redirects_leads_to_the_end() {
    let home = Home::new();
    let mut archive = home.archive();
    for name in ["harbour-fire", "river-flood", "minister-visit"] {
        archive.put(&prepared(example(name)), &[]).unwrap();
    }
    archive.merge(3, 2).unwrap();
    archive.merge(2, 1).unwrap();
    let reader = archive.reader().unwrap();
    assert_eq!(
        (reader.story(3).unwrap(), reader.story(2).unwrap()),
        (Some(Standing::Moved(1)), Some(Standing::Moved(1)))
    );
    archive.regroup().unwrap();
    assert_eq!(
        (reader.story(3).unwrap(), reader.story(2).unwrap()),
        (Some(Standing::Moved(1)), Some(Standing::Moved(1)))
    );
    holds(&archive, &[1, 2, 3]);
}
