//! Watching feeds: what they bring is kept once, pages are followed, hosts are spared.

use crate::watch_world::{FEEDS, HOUR, Reply, World, alerts, example, ok, papers, status};
use firsthand::fetch::Clock;
use firsthand::watch::{Alert, Event, Settled, Until};

#[test]
fn what_feeds_bring_is_kept_once() {
    let world = World::new();
    papers(&world);
    let config = world.config(FEEDS);
    let settled = world.once(&config);
    assert_eq!(settled, Settled { new: 3, ..Settled::default() }, "{:?}", world.said());
    assert_eq!(
        world.reports(),
        [
            "report-new http://gazette.example/fire",
            "report-new http://observer.example/toll",
            "report-new http://radio.example/alarm",
        ]
    );
    let reader = world.reader();
    let row = reader.report(1).unwrap().unwrap();
    assert!(row.crawled.is_some() && row.published.is_some());
    let item = reader.item(1).unwrap().unwrap();
    assert!(item.facts.iter().any(|f| f.place == "feed" && f.key == "outlet"), "{:?}", item.facts);
    // Nothing is due: nothing is asked.
    let before = world.server.asked().len();
    assert_eq!(world.once(&config), Settled::default());
    assert_eq!(world.server.asked().len(), before);
    // An hour later nothing is new, and it is asked for conditionally.
    world.pass(HOUR);
    assert_eq!(world.once(&config), Settled::default());
    let later = &world.server.asked()[before..];
    assert!(later.iter().filter(|a| a.path == "/feed").all(|a| a.header("if-none-match").is_some()));
    assert_eq!(later.iter().filter(|a| a.path == "/feed").count(), 3);
    // Two more entries, one of a page that is known by another feed.
    world.feed(
        "radio.example",
        "Coastal Radio",
        &[
            (
                "http://observer.example/toll",
                "Toll in Velmora blaze rises to three",
                "2025-03-07",
                "As the Observer has it.",
            ),
            ("/alarm", "Arctova denies alarm was broken", "2025-03-09", "The owner has denied it."),
            ("/bell", "The watchman of Quay Seven", "2025-03-10", "He rang the bell."),
        ],
    );
    world.page("radio.example/bell", example("harbour-lamp.txt"));
    world.pass(HOUR);
    assert_eq!(world.once(&config), Settled { new: 1, ..Settled::default() }, "{:?}", world.said());
    assert_eq!(
        world.server.paths().iter().filter(|p| *p == "/toll").count(),
        1 + 1,
        "once for itself, once followed"
    );
}

#[test]
fn a_watch_goes_on_for_days() {
    let world = World::new();
    papers(&world);
    let config = world.config(FEEDS);
    let start = world.clock.now();
    let end = start.checked_add(jiff::SignedDuration::from_hours(3 * 24)).unwrap();
    let settled = world.round(&config).run(&Until::Time(end)).unwrap();
    assert_eq!(settled, Settled { new: 3, ..Settled::default() }, "{:?}", world.said());
    let polls = world.server.paths().iter().filter(|p| *p == "/feed").count();
    assert!(
        (3 * 12..=3 * 30).contains(&polls),
        "{polls} polls of three feeds in three days, ever more seldom"
    );
    let pages = world.server.paths().iter().filter(|p| *p == "/toll").count();
    assert!(
        (5..=10).contains(&pages),
        "a page that does not change was asked for {pages} times in three days"
    );
}

#[test]
fn a_changed_page_is_a_version_and_is_told() {
    let world = World::new();
    papers(&world);
    let config = world
        .config(&format!("{FEEDS}[[watch]]\nplace = \"Velmora\"\nsend = [{{ jsonl = \"alerts.jsonl\" }}]\n"));
    world.once(&config);
    let text = String::from_utf8(example("velmora-gazette.txt")).unwrap();
    world.page(
        "gazette.example/fire",
        text.replace("killing at least two people", "killing at least five people"),
    );
    world.pass(HOUR);
    let settled = world.once(&config);
    assert_eq!((settled.new, settled.changed), (0, 1), "{:?}", world.said());
    assert!(world.reports().contains(&"report-changed http://gazette.example/fire".to_owned()));
    let changed: Vec<Alert> =
        alerts(&world).into_iter().filter(|a| a.event == Event::ReportChanged).collect();
    assert_eq!(changed.len(), 1);
    let passage = &changed[0].passages[0];
    assert!(
        passage.text.contains("five people") && passage.before.as_deref().unwrap().contains("two people")
    );
    assert_eq!(changed[0].report.as_ref().unwrap().url.as_deref(), Some("http://gazette.example/fire"));
    // The facts of the feed go with the new version.
    let newest = world.reader().changes(0, 1000).unwrap().iter().filter_map(|c| c.report).max().unwrap();
    let item = world.reader().item(newest).unwrap().unwrap();
    assert!(item.facts.iter().any(|f| f.key == "outlet") && !item.facts.iter().any(|f| f.key == "title"));
}

#[test]
fn pages_that_cannot_be_had_are_replaced_by_what_the_feed_has() {
    let world = World::new();
    world.say("closed.example/robots.txt", vec![ok("User-agent: *\nDisallow: /news\n")]);
    let text = "A storm hit the harbour of Solvik on Monday, harbour master Nils Aker said. Two boats sank and nobody was hurt.";
    world.feed("closed.example", "Closed Courier", &[("/news/1", "Storm in Solvik", "2025-03-10", text)]);
    world.feed(
        "shaky.example",
        "Shaky Courier",
        &[(
            "/1",
            "Calm in Solvik",
            "2025-03-10",
            "The harbour of Solvik is calm again, harbour master Nils Aker said on Tuesday.",
        )],
    );
    world.say(
        "shaky.example/1",
        vec![status(500, &[]), status(503, &["Retry-After: 700"]), ok(example("inland-observer.txt"))],
    );
    let config = world.config("feeds = [\"http://closed.example/feed\", \"http://shaky.example/feed\"]\n");
    let settled = world.once(&config);
    assert_eq!((settled.new, settled.troubles), (1, 2), "{:?}", world.said());
    let row = world.reader().report(1).unwrap().unwrap();
    assert_eq!(row.url.as_deref(), Some("http://closed.example/news/1"));
    assert_eq!(row.body, text);
    assert_eq!(row.title.as_deref(), Some("Storm in Solvik"));
    assert_eq!(row.outlet.as_deref(), Some("Closed Courier"));
    for _ in 0..3 {
        world.pass(HOUR);
        world.once(&config);
    }
    assert_eq!(world.reports().len(), 2, "{:?}", world.said());
    assert!(world.reports().contains(&"report-new http://shaky.example/1".to_owned()));
    assert!(!world.server.paths().iter().any(|p| p.starts_with("/news")));
}

#[test]
fn feeds_that_are_gone_busy_or_broken_are_spared() {
    let world = World::new();
    world.say("gone.example/feed", vec![status(410, &[])]);
    world.say(
        "busy.example/feed",
        vec![status(429, &["Retry-After: 7200"]), ok("<rss><channel><title>Busy</title></channel></rss>")],
    );
    world.say(
        "moved.example/feed",
        vec![Reply { headers: vec!["Location: http://new.example/feed".into()], ..status(301, &[]) }],
    );
    world.feed("new.example", "New Courier", &[]);
    world.say("page.example/feed", vec![ok("<html><body><p>This is no feed.</p></body></html>")]);
    let feeds: Vec<String> =
        ["gone", "busy", "moved", "page"].iter().map(|h| format!("\"http://{h}.example/feed\"")).collect();
    let config = world.config(&format!("feeds = [{}]\n", feeds.join(", ")));
    assert_eq!(world.once(&config).troubles, 3);
    let said = world.said().join("\n");
    for line in
        ["the feed is gone (410); it is not asked any more", "429 (too many requests)", "no feed was found"]
    {
        assert!(said.contains(line), "{said}");
    }
    world.pass(HOUR);
    world.once(&config);
    world.pass(2 * HOUR);
    world.once(&config);
    let asked =
        |host: &str| world.server.asked().iter().filter(|a| a.host == host && a.path == "/feed").count();
    assert_eq!((asked("gone.example"), asked("busy.example")), (1, 2));
    assert_eq!((asked("moved.example"), asked("new.example")), (1, 3), "the new address is remembered");
}
