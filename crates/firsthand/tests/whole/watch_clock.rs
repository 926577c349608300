//! Clocks that are set while somebody watches: schedules go on, hosts are spared, reports keep their order and dates.

use crate::watch_world::{FEEDS, World, example, papers};
use firsthand::fetch::Clock;
use firsthand::watch::{Desk, Round, Settled, Until};
use jiff::SignedDuration;

const DAY: i64 = 24;
const YEAR: i64 = 365 * DAY;

/// Sets the clock by so many hours.
fn set(world: &World, hours: i64) {
    world.clock.jump(world.clock.now().checked_add(SignedDuration::from_hours(hours)).unwrap());
}

/// Watches for so many hours; gives how often feeds were polled meanwhile.
fn watch(world: &World, round: &mut Round<Desk>, hours: i64) -> usize {
    let before = world.server.asked().len();
    let end = world.clock.now().checked_add(SignedDuration::from_hours(hours)).unwrap();
    round.run(&Until::Time(end)).unwrap();
    world.server.asked()[before..].iter().filter(|a| a.path == "/feed").count()
}

#[test]
fn a_watch_goes_on_when_the_clock_is_set_back_or_ahead() {
    // So many polls are three feeds in the same hours by a clock that nobody sets.
    let plain = {
        let world = World::new();
        papers(&world);
        let mut round = world.round(&world.config(FEEDS));
        watch(&world, &mut round, 12);
        watch(&world, &mut round, 24)
    };
    for hours in [-YEAR, -DAY, -1, 1, DAY, YEAR] {
        for again in [false, true] {
            let world = World::new();
            papers(&world);
            let config = world.config(FEEDS);
            let mut round = world.round(&config);
            watch(&world, &mut round, 12);
            set(&world, hours);
            if again {
                drop(round);
                round = world.round(&config);
            }
            let polls = watch(&world, &mut round, 24);
            // Each feed may be polled twice more, or twice less, than it would have been.
            assert!(
                polls.abs_diff(plain) <= 6,
                "{hours} h, again: {again}: {polls} polls, {plain} by a clock not set"
            );
            assert_eq!(world.reports().len(), 3, "{hours} h, again: {again}: {:?}", world.said());
        }
    }
}

#[test]
fn reports_keep_dates_and_order_when_the_clock_is_set_back() {
    let world = World::new();
    papers(&world);
    let config = world.config(FEEDS);
    world.once(&config);
    let published = world.reader().report(1).unwrap().unwrap().published;
    set(&world, -YEAR);
    let text = String::from_utf8(example("velmora-gazette.txt")).unwrap();
    world.page(
        "gazette.example/fire",
        text.replace("killing at least two people", "killing at least five people"),
    );
    assert_eq!(world.once(&config), Settled { changed: 1, ..Settled::default() }, "{:?}", world.said());
    let reader = world.reader();
    let changes = reader.changes(0, 100).unwrap();
    assert!(changes.windows(2).all(|pair| pair[0].id < pair[1].id));
    let last = changes.last().unwrap();
    assert_eq!(last.kind, "report-changed");
    assert!(last.detail.contains("a newer version"), "what was fetched last is the newest: {last:?}");
    let newest = reader.report(last.report.unwrap()).unwrap().unwrap();
    assert!(newest.body.contains("five people"));
    assert_eq!(newest.published.is_some(), published.is_some());
    assert_eq!(reader.verify(false, &|_| {}).unwrap().faults, [""; 0]);
}
