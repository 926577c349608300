//! A watch that is ended at any moment goes on without a gap and without a double.

use crate::run::Run;
use crate::watch_world::{FEEDS, HOUR, World, alerts, example, papers};
use firsthand::watch::{Choice, Desk, Event, Happening, Kept, Named, Round, Seen, Shelf, Until};
use std::collections::BTreeSet;

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
    // All of them name the place: with one that does not, what was known before would hang on which of them came first.
    let names = ["velmora-gazette.txt", "inland-observer.txt", "coastal-radio.html", "tidewater-post.html"];
    let pages: Vec<(String, &str)> = names.iter().map(|page| (format!("/{page}"), *page)).collect();
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
    let new = told.iter().filter(|a| a.event == Event::ReportNew);
    let new: BTreeSet<&str> = new.filter_map(|a| a.report.as_ref()?.url.as_deref()).collect();
    assert_eq!(new.len(), pages.len(), "{new:?}");
    assert!(told.iter().any(|a| a.event == Event::SecondOrigin), "{new:?}");
}
