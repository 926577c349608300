//! Watching: nothing lost, nothing doubled, and what is new is told.

use crate::run::Run;
use crate::watch_world::{Reply, World, example, example_of, ok, status};
use firsthand::fetch::Clock;
use firsthand::watch::{
    Alert, Choice, Config, Desk, Event, Happening, Kept, Named, Round, Seen, Settled, Shelf, Until, signature,
};
use std::collections::BTreeSet;
use std::time::Duration;

const HOUR: Duration = Duration::from_secs(3600);

/// Two papers and a radio, each with a feed; the pages are those of the example.
fn papers(world: &World) {
    world.feed(
        "gazette.example",
        "Velmora Gazette",
        &[(
            "/fire",
            "Two dead, 14 hurt in fire at Velmora cold store",
            "2025-03-06",
            "A fire tore through a cold store.",
        )],
    );
    world.page("gazette.example/fire", example("velmora-gazette.txt"));
    world.feed(
        "observer.example",
        "Inland Observer",
        &[("/toll", "Toll in Velmora blaze rises to three", "2025-03-07", "The toll has risen.")],
    );
    world.page("observer.example/toll", example("inland-observer.txt"));
    world.feed(
        "radio.example",
        "Coastal Radio",
        &[("/alarm", "Arctova denies alarm was broken", "2025-03-09", "The owner has denied it.")],
    );
    world.page("radio.example/alarm", example("coastal-radio.html"));
}

const FEEDS: &str = "feeds = [\"http://gazette.example/feed\", \"http://observer.example/feed\", \"http://radio.example/feed\"]\n";

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

fn alerts(world: &World) -> Vec<Alert> {
    let text = std::fs::read_to_string(world.path("alerts.jsonl")).unwrap_or_default();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

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
                <p>The fire started at a cold store on Quay Seven, Northgate Press said.</p></article></body></html>";
    let mut entries = vec![("/a", "Two dead in Velmora fire", "2025-03-06", "Two dead.")];
    world.feed("gazette.example", "Velmora Gazette", &entries);
    world.page("gazette.example/a", wire);
    world.once(&config);
    let first = alerts(&world);
    assert_eq!(first.iter().map(|a| a.event).collect::<Vec<_>>(), [Event::ReportNew], "{first:#?}");
    assert_eq!(first[0].origins.after, ["Northgate Press"]);
    entries.push(("/b", "Toll in Velmora blaze", "2025-03-07", "The toll."));
    world.feed("gazette.example", "Velmora Gazette", &entries);
    world.page("gazette.example/b", example("velmora-gazette.txt"));
    world.pass(HOUR);
    world.once(&config);
    entries.push(("/c", "The watchman", "2025-03-08", "The watchman."));
    world.feed("gazette.example", "Velmora Gazette", &entries);
    world.page("gazette.example/c", example("harbour-lamp.txt"));
    world.pass(HOUR);
    world.once(&config);
    let all = alerts(&world);
    let second: Vec<&Alert> = all.iter().filter(|a| a.event == Event::SecondOrigin).collect();
    assert_eq!(second.len(), 1, "it appears once: {all:#?}");
    assert_eq!(second[0].origins.before, ["Northgate Press"]);
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

/// A shelf that falls over at one of its writings, as a program does that is killed.
struct Falling {
    desk: Desk,
    writings: usize,
}

impl Shelf for Falling {
    fn put(&mut self, pages: Vec<Choice>, cursors: &[(String, String)]) -> Result<Vec<Kept>, String> {
        if self.writings == 0 {
            return Err("killed".into());
        }
        self.writings -= 1;
        self.desk.put(pages, cursors)
    }
    fn cursor(&self, source: &str) -> Result<Option<String>, String> {
        self.desk.cursor(source)
    }
    fn cursors(&self, prefix: &str) -> Result<Vec<(String, String)>, String> {
        self.desk.cursors(prefix)
    }
    fn changes(&self, after: i64, most: usize) -> Result<Vec<Happening>, String> {
        self.desk.changes(after, most)
    }
    fn last_change(&self) -> Result<i64, String> {
        self.desk.last_change()
    }
    fn account(&self, story: i64) -> Result<Option<Seen>, String> {
        self.desk.account(story)
    }
    fn standing(&self, story: i64) -> Result<Option<i64>, String> {
        self.desk.standing(story)
    }
    fn holds(&self, address: &str) -> Result<bool, String> {
        self.desk.holds(address)
    }
    fn report(&self, report: i64) -> Result<Option<Named>, String> {
        self.desk.report(report)
    }
    fn speaks_of(&self, claim: &str, seen: &Seen, reports: &BTreeSet<i64>) -> Result<bool, String> {
        self.desk.speaks_of(claim, seen, reports)
    }
}

#[test]
fn killed_at_any_writing_it_goes_on_without_a_gap_and_without_a_double() {
    let alerted = |world: &World| {
        let mut told: Vec<(Event, String)> = alerts(world)
            .into_iter()
            .filter(|a| a.event == Event::ReportNew)
            .map(|a| (a.event, a.report.and_then(|r| r.url).unwrap_or_default()))
            .collect();
        told.sort();
        told
    };
    let mut writings = 0;
    loop {
        let world = World::new();
        papers(&world);
        let watch = "[[watch]]\nplace = \"Velmora\"\nsend = [{ jsonl = \"alerts.jsonl\" }, { atom = \"alerts.xml\" }]\n";
        let config = world.config(&format!("{FEEDS}{watch}"));
        let desk = Desk::open(&world.archive()).unwrap();
        let run = |round: Result<Round<Falling>, String>| round.and_then(|mut r| r.run(&Until::Once));
        let fell = run(world.round_on(&config, Falling { desk, writings })).is_err();
        for _ in 0..2 {
            world.pass(HOUR);
            world.once(&config);
        }
        assert_eq!(
            world.reports(),
            [
                "report-new http://gazette.example/fire",
                "report-new http://observer.example/toll",
                "report-new http://radio.example/alarm",
            ],
            "killed at writing {writings}"
        );
        let told = alerted(&world);
        assert_eq!(told.len(), 3, "killed at writing {writings}: {told:?}");
        let feed = firsthand_intake::feed(&std::fs::read(world.path("alerts.xml")).unwrap(), None, None);
        assert_eq!(feed.entries.len(), alerts(&world).len(), "killed at writing {writings}");
        if !fell {
            break;
        }
        writings += 1;
    }
    assert!(writings > 10, "it was killed at {writings} writings");
}

/// Runs the program over a world, as a person would.
fn program(world: &World, config: &str, rest: &[&str]) -> crate::run::Done {
    let path = world.path("firsthand.toml");
    std::fs::write(&path, config).unwrap();
    let mut run = Run::new(["watch", "--config"]).arg(&path).arg("--archive").arg(world.archive());
    for arg in rest {
        run = run.arg(arg);
    }
    run.done()
}

#[test]
fn the_program_watches_a_list_of_feeds_once() {
    let world = World::new();
    let at = world.server.address.to_string();
    world.feed(&at, "Velmora Gazette", &[("/fire", "Two dead", "2025-03-06", "A fire.")]);
    world.page(&format!("{at}/fire"), example("velmora-gazette.txt"));
    let list = format!(
        "<opml version=\"2.0\"><body><outline text=\"a\"><outline xmlUrl=\"http://{at}/feed\"/></outline></body></opml>"
    );
    std::fs::write(world.path("feeds.opml"), list).unwrap();
    let config = "feeds = [\"feeds.opml\"]\nhost = { pause = \"0s\" }\n[[watch]]\nplace = \"Velmora\"\nsend = [{ jsonl = \"alerts.jsonl\" }]\n";
    let refused = program(&world, config, &["--once"]);
    assert_eq!(refused.code, 1, "{refused:?}");
    assert!(
        refused.stderr.contains("127.0.0.1 is a loopback address; refused (allow_private allows it)"),
        "{refused:?}"
    );
    assert!(world.server.asked().is_empty());
    std::fs::remove_file(world.archive()).unwrap();
    let done = program(&world, &format!("allow_private = [\"127.0.0.1\"]\n{config}"), &["--once"]);
    assert_eq!(done.code, 0, "{done:?}");
    assert!(done.stdout.contains("new report r1 in s1") && done.stdout.contains("ended: 1 new"), "{done:?}");
    assert_eq!(alerts(&world).first().map(|a| a.event), Some(Event::ReportNew));
    for (config, says) in [
        ("feed = []", "unknown field `feed`"),
        ("", "no feeds"),
        ("feeds = [\"nothing.opml\"]", "nothing.opml: could not be read"),
        ("feeds = [\"http://eva:hemmelig@courier.example/\"]", "a user or password in it is not asked"),
    ] {
        let wrong = program(&world, config, &["--once"]);
        assert_eq!(wrong.code, 2, "{wrong:?}");
        assert!(wrong.stderr.contains(says), "{wrong:?}");
        assert!(!wrong.stderr.contains("hemmelig"), "{wrong:?}");
    }
}

#[cfg(unix)]
#[test]
fn an_interrupt_ends_the_program_cleanly() {
    use std::io::{BufRead, BufReader};
    use std::process::{Command, Stdio};
    let world = World::new();
    let at = world.server.address.to_string();
    world.feed(&at, "Velmora Gazette", &[("/fire", "Two dead", "2025-03-06", "A fire.")]);
    world.page(&format!("{at}/fire"), example("velmora-gazette.txt"));
    std::fs::write(
        world.path("firsthand.toml"),
        "allow_private = [\"127.0.0.1\"]\nhost = { pause = \"0s\" }\n",
    )
    .unwrap();
    let mut child = Command::new(env!("CARGO_BIN_EXE_firsthand"))
        .arg("watch")
        .arg(format!("http://{at}/feed"))
        .arg("--config")
        .arg(world.path("firsthand.toml"))
        .arg("--archive")
        .arg(world.archive())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut said = Vec::new();
    while !said.iter().any(|l: &String| l.contains("new report")) {
        said.push(lines.next().expect("it ended too early").unwrap());
    }
    assert!(Command::new("kill").arg("-INT").arg(child.id().to_string()).status().unwrap().success());
    said.extend(lines.map_while(Result::ok));
    assert_eq!(child.wait().unwrap().code(), Some(0));
    assert!(said.last().unwrap().contains("ended: 1 new and 0 changed reports"), "{said:?}");
}

#[cfg(unix)]
#[test]
fn killed_by_the_system_it_goes_on_where_it_stood() {
    use std::io::{BufRead, BufReader};
    use std::process::{Command, Stdio};
    let world = World::new();
    let at = world.server.address.to_string();
    let pages: Vec<(String, &str)> = [
        "velmora-gazette.txt",
        "inland-observer.txt",
        "harbour-lamp.txt",
        "coastal-radio.html",
        "tidewater-post.html",
    ]
    .iter()
    .map(|page| (format!("/{page}"), *page))
    .collect();
    let entries: Vec<(&str, &str, &str, &str)> =
        pages.iter().map(|(path, name)| (path.as_str(), *name, "2025-03-09", "A fire.")).collect();
    world.feed(&at, "Velmora Gazette", &entries);
    for (path, page) in &pages {
        world.page(&format!("{at}{path}"), example(page));
    }
    let config = format!(
        "feeds = [\"http://{at}/feed\"]\nallow_private = [\"127.0.0.1\"]\nhost = {{ pause = \"0s\" }}\n\
         [[watch]]\nplace = \"Velmora\"\nsend = [{{ jsonl = \"alerts.jsonl\" }}]\n"
    );
    std::fs::write(world.path("firsthand.toml"), &config).unwrap();
    // Killed after its first line, then after its second, and so on until it comes to its end.
    for lines in 1.. {
        let mut child = Command::new(env!("CARGO_BIN_EXE_firsthand"))
            .args(["watch", "--once", "--config"])
            .arg(world.path("firsthand.toml"))
            .arg("--archive")
            .arg(world.archive())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let read = BufReader::new(child.stdout.take().unwrap()).lines().take(lines).count();
        child.kill().unwrap();
        child.wait().unwrap();
        if read < lines {
            break;
        }
        assert!(lines < 60, "it never comes to its end");
    }
    let mut reports: Vec<String> =
        pages.iter().map(|(path, _)| format!("report-new http://{at}{path}")).collect();
    reports.sort();
    assert_eq!(world.reports(), reports);
    let told = alerts(&world);
    let ids: BTreeSet<&str> = told.iter().map(|a| a.id.as_str()).collect();
    assert_eq!(ids.len(), told.len(), "none is told twice");
    // Each report that names the place is told. One does not: it is told where others of its story were there before.
    let new = told.iter().filter(|a| a.event == Event::ReportNew);
    let new: BTreeSet<&str> = new.filter_map(|a| a.report.as_ref()?.url.as_deref()).collect();
    let others = new.iter().filter(|url| !url.ends_with("/harbour-lamp.txt")).count();
    assert_eq!(others, pages.len() - 1, "{new:?}");
    assert!(told.iter().any(|a| a.event == Event::SecondOrigin), "{new:?}");
}
