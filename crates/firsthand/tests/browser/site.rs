//! A server for the test: the views of the invented story at the addresses they have, with the
//! headers the real one sends.

use crate::fixture::{bare, ferry};
use crate::shown;
use firsthand::serve::page::{POLICY, Problem, SCRIPT, STYLE, help, problem};
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

/// A server, and what it was asked.
pub(crate) struct Site {
    pub(crate) base: String,
    pub(crate) asked: Arc<Mutex<Vec<String>>>,
}

/// Pages by path; questions in the address are left aside.
type Pages = BTreeMap<String, (&'static str, String)>;

impl Site {
    /// Starts the server on a free port; it ends with the test.
    pub(crate) fn start() -> Site {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let asked = Arc::new(Mutex::new(Vec::new()));
        let (pages, log) = (Arc::new(pages()), asked.clone());
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (pages, log) = (pages.clone(), log.clone());
                std::thread::spawn(move || answer(stream, &pages, &log));
            }
        });
        Site { base, asked }
    }
    pub(crate) fn at(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }
}

fn answer(stream: TcpStream, pages: &Pages, log: &Mutex<Vec<String>>) -> Option<()> {
    let mut lines = BufReader::new(&stream).lines();
    let first = lines.next()?.ok()?;
    while !lines.next()?.ok()?.is_empty() {}
    let target = first.split(' ').nth(1)?.to_owned();
    let path = target.split('?').next()?.to_owned();
    log.lock().ok()?.push(target);
    let mut out = &stream;
    if path == "/events" {
        let mut events = String::new();
        for (id, kind, story) in [(7, "report-new", 12), (8, "report-changed", 9)] {
            let change = serde_json::json!({ "id": id, "kind": kind, "report": 300 + id, "story": story });
            events.push_str(&format!("id: {id}\nevent: {kind}\ndata: {change}\n\n"));
        }
        let head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n";
        write!(out, "{head}{events}").ok()?;
        out.flush().ok()?;
        std::thread::sleep(std::time::Duration::from_secs(20));
        return None;
    }
    let missing =
        ("text/html; charset=utf-8", problem(&Problem { status: 404, detail: "nothing here", moved: None }));
    let (status, (kind, body)) =
        pages.get(&path).map_or(("404 Not Found", &missing), |page| ("200 OK", page));
    // The page of `read --html` brings its own policy.
    let policy =
        if path == "/read" { String::new() } else { format!("Content-Security-Policy: {POLICY}\r\n") };
    write!(
        out,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n{policy}\
         X-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\nConnection: close\r\n\r\n{body}",
        body.len()
    )
    .ok()
}

/// All pages of the server.
fn pages() -> Pages {
    let html = "text/html; charset=utf-8";
    let account = shown::archived(ferry());
    let mut pages: Pages = BTreeMap::from([
        ("/assets/firsthand.css".into(), ("text/css; charset=utf-8", STYLE.into())),
        ("/assets/firsthand.js".into(), ("text/javascript; charset=utf-8", SCRIPT.into())),
        ("/".into(), (html, shown::list(shown::lines(), &Default::default(), Some("after/12")))),
        ("/story/12".into(), (html, shown::story_of(&account))),
        ("/story/9".into(), (html, shown::story_as(&shown::archived(bare()), 9))),
        ("/report/340".into(), (html, shown::earlier())),
        ("/search".into(), (html, shown::found())),
        ("/check".into(), (html, shown::checked())),
        ("/help".into(), (html, help())),
        ("/read".into(), (html, firsthand::page::page(&[ferry(), bare()]))),
    ]);
    for at in 0..account.reports.len() {
        pages.insert(format!("/report/{}", 341 + at), (html, shown::report_of(&account, at)));
    }
    pages
}
