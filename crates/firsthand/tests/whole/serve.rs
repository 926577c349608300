//! The server: its pages, its news, many at once, and that it ends well.

use crate::served::{Home, SECRET, Server, prepared, small};
use firsthand_store::Archive;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
use std::path::Path;
use std::sync::Barrier;

const ALWAYS: [(&str, &str); 6] = [
    (
        "content-security-policy",
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; \
         form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("x-frame-options", "DENY"),
];

/// Addresses of every kind, for which there is an answer.
pub(crate) const FOUND: [&str; 24] = [
    "/",
    "/stories.json",
    "/story/1",
    "/story/1.json",
    "/report/1",
    "/report/1.json",
    "/report/1/page",
    "/search?q=the",
    "/search.json?q=the",
    "/check?claim=The+ship+sailed.",
    "/check.json?claim=The+ship+sailed.",
    "/help",
    "/help.json",
    "/assets/firsthand.css",
    "/assets/firsthand.js",
    "/api/v1/stories",
    "/api/v1/stories/s1",
    "/api/v1/stories/s1/lineage",
    "/api/v1/stories/s1/reports",
    "/api/v1/reports/r1",
    "/api/v1/reports/r1/versions",
    "/api/v1/outlets",
    "/api/v1/changes?limit=100",
    "/api/v1/status",
];

#[test]
fn every_answer_is_safe_and_tells_no_path() {
    let home = Home::new();
    let server = Server::new(&home, &[]);
    let wrong = [
        "/none",
        "/story/999",
        "/story/x",
        "/report/999/page",
        "/?abuot=x",
        "/api/v1/stories?limit=0",
        "/mcp",
    ];
    for path in FOUND.into_iter().chain(wrong) {
        for accept in ["text/html", "application/json"] {
            let answer = server.with(path, &[("Accept", accept)]);
            let fine = FOUND.contains(&path);
            assert_eq!(answer.status == 200, fine, "{path} gives {}: {}", answer.status, answer.text());
            for (name, value) in ALWAYS {
                assert_eq!(answer.header(name), Some(value), "{path}");
            }
            assert!(answer.header("cache-control").is_some(), "{path}");
            let whole = format!("{:?} {}", answer.headers, answer.text());
            let folder = home.archive().parent().unwrap().to_string_lossy().into_owned();
            assert!(!whole.contains(SECRET) && !whole.contains(&folder), "{path} tells a path: {whole}");
            if !fine && path != "/mcp" {
                let kind = if accept == "text/html" && !path.starts_with("/api") {
                    "text/html"
                } else {
                    "application/problem"
                };
                assert!(answer.header("content-type").unwrap().starts_with(kind), "{path} {accept}");
            }
        }
        // What a HEAD gives is the head of what a GET gives.
        let (get, head) = (server.get(path), server.ask("HEAD", path, &[], ""));
        if path != "/mcp" {
            assert_eq!((head.status, head.body.len()), (get.status, 0), "{path}");
            assert_eq!(head.header("content-type"), get.header("content-type"), "{path}");
        }
    }
}

#[test]
fn each_page_has_its_twin() {
    let home = Home::new();
    let server = Server::new(&home, &[]);
    let json = |path: &str| server.with(path, &[("Accept", "application/json")]).json();
    for (page, twin, api) in [
        ("/", "/stories.json", "/api/v1/stories"),
        ("/?limit=2", "/stories.json?limit=2", "/api/v1/stories?limit=2"),
        ("/story/2", "/story/2.json", "/api/v1/stories/s2"),
        ("/report/2", "/report/2.json", "/api/v1/reports/2"),
        ("/search?q=the", "/search.json?q=the", "/api/v1/search?q=the"),
        ("/check?claim=x", "/check.json?claim=x", "/api/v1/check?claim=x"),
    ] {
        let told = server.json(api);
        assert_eq!(json(page), told, "{page}");
        assert_eq!(server.json(twin), told, "{twin}");
        let page = server.with(page, &[("Accept", "text/html")]);
        assert!(page.header("content-type").unwrap().starts_with("text/html"));
        assert_eq!(page.header("vary"), Some("accept"));
    }
    // A form that was left empty asks for everything.
    let empty = "/?about=&outlet=&since=&until=&least=&after=";
    assert_eq!(server.with(empty, &[("Accept", "text/html")]).status, 200);
}

#[test]
fn the_bytes_of_a_page_are_given_to_keep() {
    let home = Home::new();
    let answer = Server::new(&home, &[]).get("/report/20/page");
    assert_eq!(answer.header("content-type"), Some("text/plain"));
    assert_eq!(answer.header("content-disposition"), Some("attachment; filename=\"report-20.txt\""));
    let kept = Archive::open(&home.archive()).unwrap().reader().unwrap().item(20).unwrap().unwrap();
    assert_eq!(answer.body, kept.bytes);
}

#[test]
fn stories_that_went_elsewhere() {
    let home = Home::new();
    let server = Server::new(&home, &[]);
    // As a person who finds two stories to be one would have it.
    let sql = "UPDATE report SET story = 2 WHERE story = 1; UPDATE story SET merged_into = 2, reports = 0 WHERE id = 1;
               UPDATE story SET reports = 0 WHERE id = 3; UPDATE about SET value = value + 1";
    alter(&home.archive(), sql);
    for (path, to) in [
        ("/story/1", "/story/2"),
        ("/story/1.json", "/story/2.json"),
        ("/api/v1/stories/s1", "/api/v1/stories/s2"),
        ("/api/v1/stories/1/lineage", "/api/v1/stories/s2/lineage"),
        ("/api/v1/stories/s1/reports", "/api/v1/stories/s2/reports"),
    ] {
        let answer = server.get(path);
        assert_eq!((answer.status, answer.header("location")), (308, Some(to)), "{path}");
    }
    for path in ["/story/3", "/api/v1/stories/s3", "/api/v1/stories/s3/reports"] {
        assert_eq!(server.get(path).status, 410, "{path}");
    }
    assert_eq!(server.get("/story/4000").status, 404);
}

/// Changes the archive's file from outside.
fn alter(path: &Path, sql: &str) {
    rusqlite::Connection::open(path).unwrap().execute_batch(sql).unwrap();
}

#[test]
fn news_come_as_they_happen() {
    let home = Home::new();
    let server = Server::new(&home, &[]);
    let listen = |last: &str| {
        let mut stream = TcpStream::connect(&server.address).unwrap();
        write!(stream, "GET /events HTTP/1.1\r\nHost: {}\r\n{last}\r\n", server.address).unwrap();
        let mut lines = BufReader::new(stream).lines().map(|line| line.unwrap());
        assert!(lines.next().unwrap().contains("200"));
        lines
    };
    // From the second change on, all of them, in order.
    let known = server.json("/api/v1/changes?after=1&limit=3");
    let told = listen("Last-Event-ID: 1\r\n");
    let ids: Vec<String> = told.filter(|line| line.starts_with("id: ")).take(3).collect();
    let expected: Vec<String> = (0..3).map(|n| format!("id: {}", known["items"][n]["id"])).collect();
    assert_eq!(ids, expected);
    // From now on.
    let mut told = listen("");
    told.find(|line| line.starts_with("retry: ")).unwrap();
    Archive::open(&home.archive()).unwrap().put(&prepared(vec![small(77, Path::new(SECRET))]), &[]).unwrap();
    let kind = told.find_map(|line| line.strip_prefix("event: ").map(str::to_owned)).unwrap();
    let data = told.find_map(|line| line.strip_prefix("data: ").map(str::to_owned)).unwrap();
    let data: serde_json::Value = serde_json::from_str(&data).unwrap();
    assert_eq!(data["kind"], kind.as_str());
    assert!(data["report"].is_i64() || data["story"].is_i64(), "{data}");
    // A full house says so.
    let held: Vec<_> = (0..70)
        .map(|_| {
            let mut stream = TcpStream::connect(&server.address).unwrap();
            write!(stream, "GET /events HTTP/1.1\r\nHost: {}\r\n\r\n", server.address).unwrap();
            let mut line = String::new();
            BufReader::new(stream.try_clone().unwrap()).read_line(&mut line).unwrap();
            (stream, line)
        })
        .collect();
    assert!(held.iter().any(|(_, line)| line.contains("503")) && held[0].1.contains("200"));
}

#[test]
fn five_hundred_readers_while_one_writes() {
    let home = Home::new();
    let server = Server::new(&home, &[]);
    let (readers, together) = (500, Barrier::new(501));
    std::thread::scope(|scope| {
        let asks: Vec<_> = (0..readers)
            .map(|n| {
                let (server, together) = (&server, &together);
                let ask = move || {
                    together.wait();
                    let paths =
                        ["/", "/search?q=surveyor", "/api/v1/stories?limit=5", "/story/1", "/report/7"];
                    (0..3).map(|turn| server.get(paths[(n + turn) % 5]).status).collect::<Vec<_>>()
                };
                std::thread::Builder::new().stack_size(256 * 1024).spawn_scoped(scope, ask).unwrap()
            })
            .collect();
        let mut archive = Archive::open(&home.archive()).unwrap();
        together.wait();
        for n in 100..110 {
            archive.put(&prepared(vec![small(n, Path::new(SECRET))]), &[]).unwrap();
        }
        for ask in asks {
            assert_eq!(ask.join().unwrap(), [200, 200, 200]);
        }
    });
}

#[test]
fn it_ends_when_it_is_told_to() {
    let home = Home::new();
    let server = Server::new(&home, &[]);
    // A stream of news is open and a connection idle: neither keeps it alive.
    let mut stream = TcpStream::connect(&server.address).unwrap();
    write!(stream, "GET /events HTTP/1.1\r\nHost: {}\r\n\r\n", server.address).unwrap();
    let mut line = String::new();
    BufReader::new(stream.try_clone().unwrap()).read_line(&mut line).unwrap();
    let _idle = TcpStream::connect(&server.address).unwrap();
    assert_eq!(server.end(), Some(0));
}
