//! Several at once: those who read see whole transactions, those who write take turns.

use crate::made::{Home, prepared, report};
use firsthand_store::{Archive, Paging, Prepared, Reader, Search, Wanted};

/// Invented reports, each of a place of its own.
fn many(from: usize, count: usize) -> Vec<Prepared> {
    let one = |n: usize| {
        let title = format!("Bridge of Tarn{n} closed to lorries");
        let text = format!(
            "The bridge of Tarn{n} was closed to lorries on Monday, the mayor of Tarn{n} said. It carries {} cars a day.",
            100 + n
        );
        report(&format!("p{n}"), Some(&format!("https://www.mole.example/{n}")), &title, "2025-05-05", &text)
    };
    prepared((from..from + count).map(one).collect())
}

#[test]
fn two_read_while_one_writes() {
    let home = Home::new();
    let mut archive = home.archive();
    archive.put(&many(0, 20), &[]).unwrap();
    let path = home.path();
    std::thread::scope(|scope| {
        let readers: Vec<_> = (0..2)
            .map(|_| {
                scope.spawn(|| {
                    let reader = Reader::open(&path).unwrap();
                    let mut last = 0;
                    while last < 220 {
                        let counts = reader.counts().unwrap();
                        assert!(
                            counts.reports >= last && counts.reports.is_multiple_of(20),
                            "whole transactions only"
                        );
                        last = counts.reports;
                        reader.stories(&Wanted::default(), &Paging::default()).unwrap();
                        let search = Search { words: "bridge lorries".into(), ..Search::default() };
                        assert_eq!(reader.search(&search, &Paging::default()).unwrap().items.len(), 20);
                    }
                })
            })
            .collect();
        for n in 1..=10 {
            archive.put(&many(n * 20, 20), &[("x".into(), n.to_string())]).unwrap();
        }
        readers.into_iter().for_each(|r| r.join().unwrap());
    });
    assert_eq!(archive.reader().unwrap().verify(false, &|_| {}).unwrap().faults, [""; 0]);
}

#[test]
fn two_write_in_turns() {
    let home = Home::new();
    let (mut one, mut other) = (home.archive(), Archive::open(&home.path()).unwrap());
    for n in 0..5 {
        one.put(&many(n * 10, 5), &[]).unwrap();
        // A report of a story that only the other has seen so far joins it.
        let text = format!(
            "Lorries may no longer cross the bridge of Tarn{}, which was closed on Monday, the mayor of Tarn{} said.",
            n * 10,
            n * 10
        );
        let late = report(
            &format!("q{n}"),
            None,
            &format!("Tarn{} bridge closed to lorries", n * 10),
            "2025-05-05",
            &text,
        );
        let joined = other.put(&prepared(vec![late]), &[]).unwrap();
        let reader = one.reader().unwrap();
        let story = reader.reports(joined[0].story).unwrap();
        assert!(story.len() > 1, "it stands alone");
    }
    assert_eq!(one.reader().unwrap().verify(false, &|_| {}).unwrap().faults, [""; 0]);
}
