//! A small world of newspapers for watches: hosts that say what a test wants, a clock that is set, an archive.

use crate::fetch_server::{Asked, Server, none, raw, send};
use firsthand::fetch::{Client, Clock, Set};
use firsthand::watch::{Alert, Config, Desk, Round, Settled, Shelf, Teller, Until};
use firsthand_store::Reader;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// What an address answers.
#[derive(Debug, Clone, Default)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) headers: Vec<String>,
    pub(crate) body: Vec<u8>,
    pub(crate) etag: Option<String>,
}

type Replies = Arc<Mutex<BTreeMap<String, Vec<Reply>>>>;

/// The world.
pub(crate) struct World {
    pub(crate) server: Server,
    pub(crate) clock: Arc<Set>,
    pub(crate) folder: tempfile::TempDir,
    pub(crate) lines: Arc<Mutex<Vec<String>>>,
    replies: Replies,
}

impl World {
    pub(crate) fn new() -> World {
        let replies = Replies::default();
        let held = Arc::clone(&replies);
        let server = Server::start(move |asked: &Asked, stream| {
            let reply = {
                let mut held = held.lock().unwrap();
                match held.get_mut(&format!("{}{}", asked.host, asked.path)) {
                    // The last reply stays.
                    Some(replies) if replies.len() > 1 => replies.remove(0),
                    Some(replies) => replies[0].clone(),
                    None => return none(stream),
                }
            };
            let mut headers: Vec<&str> = reply.headers.iter().map(String::as_str).collect();
            let etag = reply.etag.map(|etag| format!("ETag: {etag}"));
            if let Some(etag) = &etag {
                headers.push(etag);
                if asked.header("if-none-match") == etag.strip_prefix("ETag: ") {
                    return raw(stream, 304, &headers, b"");
                }
            }
            send(stream, reply.status, &headers, &reply.body)
        });
        let clock = Arc::new(Set::to("2025-03-10T06:00:00Z".parse().unwrap()));
        let folder = tempfile::tempdir().unwrap();
        World { server, clock, folder, lines: Arc::default(), replies }
    }

    /// From now on this address (without `http://`) answers so, one reply after the other; the last one stays.
    pub(crate) fn say(&self, address: &str, replies: Vec<Reply>) {
        self.replies.lock().unwrap().insert(address.to_owned(), replies);
    }

    /// A page.
    pub(crate) fn page(&self, address: &str, body: impl Into<Vec<u8>>) {
        self.say(address, vec![ok(body)]);
    }

    /// A feed of these entries: path, title, day, text.
    pub(crate) fn feed(&self, host: &str, name: &str, entries: &[(&str, &str, &str, &str)]) {
        let items: String = entries
            .iter()
            .map(|(path, title, day, text)| {
                format!("<entry><id>tag:{host},2025:{path}</id><link href=\"{path}\"/><title>{title}</title><published>{day}T12:00:00Z</published><summary>{text}</summary></entry>")
            })
            .collect();
        let feed = format!(
            "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>{name}</title><link href=\"/\"/>{items}</feed>"
        );
        let etag = format!("\"{}\"", feed.len());
        self.say(&format!("{host}/feed"), vec![Reply { etag: Some(etag), ..ok(feed) }]);
    }

    pub(crate) fn pass(&self, time: Duration) {
        self.clock.sleep(time);
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn archive(&self) -> PathBuf {
        self.path("news.db")
    }

    pub(crate) fn reader(&self) -> Reader {
        Reader::open(&self.archive()).unwrap()
    }

    pub(crate) fn config(&self, text: &str) -> Config {
        Config::read(text, self.folder.path()).unwrap()
    }

    /// A client of this world, with its clock.
    pub(crate) fn client(&self) -> Client {
        let (mut settings, _) = self.server.settings();
        settings.clock = Arc::clone(&self.clock) as Arc<dyn Clock>;
        settings.limits.body = 1 << 20;
        Client::new(settings)
    }

    /// A watch over this world's archive.
    pub(crate) fn round(&self, config: &Config) -> Round<Desk> {
        self.round_on(config, Desk::open(&self.archive()).unwrap()).unwrap()
    }

    pub(crate) fn round_on<S: Shelf>(&self, config: &Config, shelf: S) -> Result<Round<S>, String> {
        let teller = Box::new(Lines(Arc::clone(&self.lines)));
        let secrets = |name: &str| (name == "HOOK_SECRET").then(|| "harbour".to_owned());
        Round::open(config.clone(), shelf, self.client(), teller, &secrets)
    }

    /// A round from start to end.
    pub(crate) fn once(&self, config: &Config) -> Settled {
        self.round(config).run(&Until::Once).unwrap()
    }

    /// What was said, and forgets it.
    pub(crate) fn said(&self) -> Vec<String> {
        std::mem::take(&mut self.lines.lock().unwrap())
    }

    /// Address and location of every report that is the newest version of itself, in order.
    pub(crate) fn reports(&self) -> Vec<String> {
        let reader = self.reader();
        let mut found = Vec::new();
        for change in reader.changes(0, 10_000).unwrap() {
            if let Some(row) = change.report.and_then(|id| reader.report(id).unwrap())
                && change.kind.starts_with("report-")
            {
                found.push(format!("{} {}", change.kind, row.location));
            }
        }
        found.sort();
        found
    }
}

/// An answer as it should be.
pub(crate) fn ok(body: impl Into<Vec<u8>>) -> Reply {
    Reply { status: 200, body: body.into(), ..Reply::default() }
}

/// An answer without anything in it.
pub(crate) fn status(status: u16, headers: &[&str]) -> Reply {
    Reply { status, headers: headers.iter().map(|h| (*h).to_owned()).collect(), ..Reply::default() }
}

/// A page of the first example.
pub(crate) fn example(name: &str) -> Vec<u8> {
    example_of("harbour-fire", name)
}

/// A page of an example.
pub(crate) fn example_of(story: &str, name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples").join(story);
    std::fs::read(folder.join(name)).unwrap()
}

struct Lines(Arc<Mutex<Vec<String>>>);

impl Teller for Lines {
    fn say(&mut self, line: &str) {
        self.0.lock().unwrap().push(line.to_owned());
    }
    fn complain(&mut self, about: &str, message: &str) {
        self.0.lock().unwrap().push(format!("! {about}: {message}"));
    }
}

pub(crate) const HOUR: Duration = Duration::from_secs(3600);

/// Two papers and a radio, each with a feed; the pages are those of the example.
pub(crate) fn papers(world: &World) {
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

pub(crate) const FEEDS: &str = "feeds = [\"http://gazette.example/feed\", \"http://observer.example/feed\", \"http://radio.example/feed\"]\n";

pub(crate) fn alerts(world: &World) -> Vec<Alert> {
    let text = std::fs::read_to_string(world.path("alerts.jsonl")).unwrap_or_default();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}
