//! What is told, to whom, and when.

use crate::watch_world::{FEEDS, HOUR, World, alerts, example, example_of, papers, status};
use firsthand::watch::{Alert, Config, Desk, Event, signature};
use std::collections::BTreeSet;

#[test]
fn second_origins_and_disputes_are_told_as_they_appear() {
    let world = World::new();
    let config = world.config(
        "feeds = [\"http://gazette.example/feed\"]\nfollow = { days = 0 }\n\
         [[watch]]\nplace = \"Velmora\"\nsend = [{ jsonl = \"alerts.jsonl\" }]\n\
         [[watch]]\nname = \"Nobody Of That Name\"\nsend = [{ jsonl = \"other.jsonl\" }]\n\
         [[watch]]\nclaim = \"Oskar Brink rang the bell by hand.\"\nsend = [{ jsonl = \"claim.jsonl\" }]\n",
    );
    let wire = "<html><head><title>Two dead in Velmora fire</title></head><body><article><h1>Two dead in Velmora fire</h1>\
                <p>6 March 2025</p><p>A fire in the harbour of Velmora killed two people on Wednesday, the news agency Northgate Press reported.</p>\
                <p>The fire started at a cold store on Quay Seven, Northgate Press said.</p>\
                <p>The harbour stays closed until Sunday, Mayor Petra Holt told the Velmora Gazette.</p></article></body></html>";
    let mut entries = vec![("/a", "Two dead in Velmora fire", "2025-03-06", "Two dead.")];
    world.feed("gazette.example", "Velmora Gazette", &entries);
    world.page("gazette.example/a", wire);
    world.once(&config);
    let first = alerts(&world);
    assert_eq!(first.iter().map(|a| a.event).collect::<Vec<_>>(), [Event::ReportNew], "{first:#?}");
    // Two speak in it, each of something else: no second origin of anything.
    assert_eq!(first[0].origins.after, ["Northgate Press", "Petra Holt"]);
    entries.push(("/b", "Toll in Velmora blaze", "2025-03-07", "The toll."));
    world.feed("gazette.example", "Velmora Gazette", &entries);
    world.page("gazette.example/b", example("velmora-gazette.txt"));
    world.pass(HOUR);
    world.once(&config);
    assert!(alerts(&world).iter().all(|a| a.event != Event::SecondOrigin), "the agency told both");
    entries.push(("/c", "The watchman", "2025-03-08", "The watchman."));
    world.feed("gazette.example", "Velmora Gazette", &entries);
    world.page("gazette.example/c", example("harbour-lamp.txt"));
    world.pass(HOUR);
    world.once(&config);
    let all = alerts(&world);
    let second: Vec<&Alert> = all.iter().filter(|a| a.event == Event::SecondOrigin).collect();
    assert_eq!(second.len(), 1, "it appears once: {all:#?}");
    assert!(second[0].origins.before.contains(&"Northgate Press".to_owned()));
    let behind: BTreeSet<&str> = second[0].passages.iter().filter_map(|p| p.origin.as_deref()).collect();
    assert!(behind.len() >= 2, "sentences of both are given: {behind:?}");
    assert!(second[0].origins.after.len() >= 2);
    assert!(!second[0].passages.is_empty());
    for cited in &second[0].passages {
        let number: i64 = cited.report.id.as_deref().unwrap().trim_start_matches('r').parse().unwrap();
        let row = world.reader().report(number).unwrap().unwrap();
        let held = if cited.part.is_some() { row.title.unwrap() } else { row.body };
        let text: String = held.chars().skip(cited.start).take(cited.end - cited.start).collect();
        assert_eq!(text, cited.text, "the span gives the sentence back");
    }
    assert!(!world.path("other.jsonl").exists());
    let claim = std::fs::read_to_string(world.path("claim.jsonl")).unwrap();
    assert!(claim.contains("/c\"") && !claim.contains("/a\""), "{claim}");
    let ids: BTreeSet<&str> = all.iter().map(|a| a.id.as_str()).collect();
    assert_eq!(ids.len(), all.len());
}

#[test]
fn a_dispute_is_told_when_it_appears_and_once() {
    let world = World::new();
    let config = world.config(
        "feeds = [\"http://straits.example/feed\"]\nfollow = { days = 0 }\n\
         [[watch]]\nstory = \"s1\"\nsend = [{ jsonl = \"alerts.jsonl\" }]\n",
    );
    let pages = [
        "blue-harbour-news.txt",
        "capital-mirror.txt",
        "straits-herald.txt",
        "evening-compass.html",
        "millers-gazette.txt",
    ];
    let told = |until: usize| {
        let entries: Vec<(&str, &str, &str, &str)> =
            pages[..until].iter().map(|p| (*p, "A minister leaves", "2025-05-13", "A minister.")).collect();
        let entries: Vec<(String, &str, &str, &str)> =
            entries.iter().map(|(p, t, d, s)| (format!("/{p}"), *t, *d, *s)).collect();
        let borrowed: Vec<(&str, &str, &str, &str)> =
            entries.iter().map(|(p, t, d, s)| (p.as_str(), *t, *d, *s)).collect();
        world.feed("straits.example", "Straits Herald", &borrowed);
        for page in &pages[..until] {
            world.page(&format!("straits.example/{page}"), example_of("minister-visit", page));
        }
        world.pass(HOUR);
        world.once(&config);
        alerts(&world).into_iter().filter(|a| a.event == Event::Dispute).collect::<Vec<_>>()
    };
    assert_eq!(told(3), []);
    let disputes = told(4);
    assert_eq!(disputes.len(), 1, "{disputes:#?}");
    let sides = &disputes[0].passages;
    assert_eq!(sides.len(), 2, "both sentences are given: {sides:#?}");
    assert_ne!(sides[0].text, sides[1].text);
    assert_eq!(told(5).len(), 1);
}

#[test]
fn what_was_there_before_somebody_watched_is_no_news() {
    let world = World::new();
    papers(&world);
    world.once(&world.config(FEEDS));
    let watching = world
        .config(&format!("{FEEDS}[[watch]]\nplace = \"Velmora\"\nsend = [{{ jsonl = \"alerts.jsonl\" }}]\n"));
    world.pass(HOUR);
    world.once(&watching);
    assert_eq!(alerts(&world), []);
    world.feed(
        "radio.example",
        "Coastal Radio",
        &[("/bell", "The watchman", "2025-03-10", "He rang the bell.")],
    );
    world.page("radio.example/bell", example("harbour-lamp.txt"));
    world.pass(HOUR);
    world.once(&watching);
    let told: Vec<Event> = alerts(&world).iter().map(|a| a.event).collect();
    assert_eq!(told.iter().filter(|e| **e == Event::ReportNew).count(), 1, "{told:?}");
    assert!(!told.contains(&Event::SecondOrigin), "there were two before: {told:?}");
}

#[test]
fn a_webhook_is_signed_and_tried_again_also_after_a_restart() {
    let world = World::new();
    papers(&world);
    world.say(
        "desk.example/hook",
        vec![status(500, &[]), status(429, &["Retry-After: 600"]), status(204, &[])],
    );
    let config = world.config(
        "feeds = [\"http://gazette.example/feed\"]\nfollow = { days = 0 }\n[[watch]]\nname = \"Solvang\"\n\
         send = [{ webhook = \"http://desk.example/hook\", secret_env = \"HOOK_SECRET\" }, { atom = \"alerts.xml\" }]\n",
    );
    let alerts = world.once(&config).alerts;
    assert!(alerts >= 1);
    let hooks =
        |world: &World| world.server.asked().into_iter().filter(|a| a.path == "/hook").collect::<Vec<_>>();
    assert_eq!(hooks(&world).len(), alerts, "each is tried once in a round");
    for _ in 0..6 {
        world.pass(HOUR);
        world.once(&config);
    }
    let all = hooks(&world);
    assert_eq!(all.len(), alerts + 2, "two were tried again, all were taken");
    let ids: BTreeSet<&str> = all.iter().filter_map(|a| a.header("x-firsthand-id")).collect();
    assert_eq!(ids.len(), alerts);
    for asked in &all {
        assert_eq!((asked.method.as_str(), asked.header("content-type")), ("POST", Some("application/json")));
        let time: i64 = asked.header("x-firsthand-timestamp").unwrap().parse().unwrap();
        let signed = signature("harbour", time, &asked.body);
        assert_eq!(asked.header("x-firsthand-signature"), Some(signed.as_str()));
        let alert: Alert = serde_json::from_slice(&asked.body).unwrap();
        assert_eq!(Some(alert.id.as_str()), asked.header("x-firsthand-id"));
    }
    let feed = firsthand_intake::feed(&std::fs::read(world.path("alerts.xml")).unwrap(), None, None);
    assert_eq!((feed.entries.len(), feed.troubles.len()), (alerts, 0));
    let unset = config.clone();
    let missing = Config {
        watch: unset
            .watch
            .iter()
            .cloned()
            .map(|mut w| {
                w.send[0].secret_env = Some("NOT_SET".into());
                w
            })
            .collect(),
        ..unset
    };
    let error = world.round_on(&missing, Desk::open(&world.archive()).unwrap()).err().unwrap();
    assert!(error.contains("NOT_SET") && !error.contains("harbour"), "{error}");
}
