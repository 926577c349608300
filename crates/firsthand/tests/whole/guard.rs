//! The guards of the server: for whom it answers, under which names, and how much it reads.

use crate::run::Run;
use crate::serve::FOUND;
use crate::served::{Answer, Home, Server, command};
use std::io::{Read, Write};
use std::net::TcpStream;

const TOKEN: &str = "an-invented-token-of-many-signs";

#[test]
fn only_for_its_own_names() {
    let home = Home::new();
    let server = Server::new(&home, &["--host-name", "news.example"]);
    let port = server.address.rsplit(':').next().unwrap().to_owned();
    for (host, status) in [
        ("localhost", 200),
        (&*format!("localhost:{port}"), 200),
        ("127.0.0.1:9", 200),
        ("[::1]:9", 200),
        ("news.example", 200),
        ("NEWS.example:443", 200),
        ("evil.example", 421),
        ("127.0.0.1.evil.example", 421),
        ("localhost:1:2", 400),
        ("", 400),
    ] {
        assert_eq!(server.with("/api/v1/status", &[("Host", host)]).status, status, "{host}");
    }
    assert_eq!(server.raw(b"GET /api/v1/status HTTP/1.0\r\n\r\n").status, 400);
    let twice = "GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\nConnection: close\r\n\r\n";
    assert_eq!(server.raw(twice.as_bytes()).status, 400);
    let whole = "GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    assert_eq!(server.raw(whole.as_bytes()).status, 421);
    for (origin, status) in [
        ("http://localhost:1", 200),
        ("https://news.example", 200),
        ("https://evil.example", 403),
        ("null", 403),
    ] {
        assert_eq!(server.with("/api/v1/status", &[("Origin", origin)]).status, status, "{origin}");
    }
}

#[test]
fn other_machines_need_the_token() {
    let home = Home::new();
    for more in [&["--address", "0.0.0.0:0"][..], &["--address", "[::]:0"]] {
        let refused = command(&home, more).output().unwrap();
        let said = String::from_utf8(refused.stderr).unwrap();
        assert_eq!(refused.status.code(), Some(2), "{said}");
        assert!(said.contains("--token-file") && said.lines().count() == 1, "{said}");
    }
    let short = home.file("short", "abc\n");
    let refused = command(&home, &["--token-file", short.to_str().unwrap()]).output().unwrap();
    assert_eq!(refused.status.code(), Some(2));
    let missing = Run::new(["serve", "--archive", "no-such-folder/news.db"]).done();
    assert_eq!((missing.code, missing.stderr.lines().count()), (2, 1), "{}", missing.stderr);
    let token = home.file("token", &format!("{TOKEN}\n"));
    let server = Server::new(&home, &["--address", "0.0.0.0:0", "--token-file", token.to_str().unwrap()]);
    let port = server.address.rsplit(':').next().unwrap().to_owned();
    let server = Reached { address: format!("127.0.0.1:{port}"), server };
    // Bound to all addresses, it does not know under which names it is reached.
    let bearer = format!("Bearer {TOKEN}");
    assert_eq!(server.with("/", &[("Authorization", &bearer), ("Host", "any.example")]).status, 200);
}

/// A server asked under another address than it names.
struct Reached {
    address: String,
    server: Server,
}

impl Reached {
    fn with(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        assert!(self.server.address.starts_with("0.0.0.0:"));
        let mut stream = TcpStream::connect(&self.address).unwrap();
        let lines: String = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
        write!(stream, "GET {path} HTTP/1.1\r\nConnection: close\r\n{lines}\r\n").unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        Answer::of(&bytes)
    }
}

#[test]
fn who_knows_the_token_is_let_in() {
    let home = Home::new();
    let token = home.file("token", TOKEN);
    let server = Server::new(&home, &["--token-file", token.to_str().unwrap()]);
    let bearer = format!("Bearer {TOKEN}");
    for path in
        FOUND.into_iter().chain(["/events", "/mcp", "/none"]).filter(|path| *path != "/assets/firsthand.css")
    {
        let refused = server.get(path);
        assert_eq!(refused.status, 401, "{path}");
        assert_eq!(refused.header("www-authenticate"), Some("Bearer realm=\"firsthand\""), "{path}");
        assert_eq!(server.with(path, &[("Authorization", "Bearer wrong")]).status, 401, "{path}");
    }
    assert_eq!(server.with("/api/v1/status", &[("Authorization", &bearer)]).status, 200);
    let form = server.with("/story/1", &[("Accept", "text/html")]);
    assert_eq!(form.status, 401);
    assert!(form.text().contains("value=\"/story/1\""), "{}", form.text());
    let kind = ("Content-Type", "application/x-www-form-urlencoded");
    let wrong = server.ask("POST", "/login", &[kind], "token=wrong&next=/story/1");
    assert_eq!((wrong.status, wrong.header("set-cookie")), (401, None));
    let right = server.ask("POST", "/login", &[kind], &format!("token={TOKEN}&next=/story/1"));
    assert_eq!((right.status, right.header("location")), (303, Some("/story/1")));
    let cookie = right.header("set-cookie").unwrap();
    for part in ["HttpOnly", "SameSite=Strict", "Path=/"] {
        assert!(cookie.contains(part), "{cookie}");
    }
    assert!(!cookie.contains(TOKEN), "the cookie tells the token");
    let held = cookie.split(';').next().unwrap();
    assert_eq!(server.with("/story/1", &[("Cookie", held)]).status, 200);
    let away = server.ask("POST", "/login", &[kind], &format!("token={TOKEN}&next=//evil.example"));
    assert_eq!(away.header("location"), Some("/"));
}

#[test]
fn what_is_too_long_or_unknown_is_refused() {
    let home = Home::new();
    let server = Server::new(&home, &[]);
    let kind = ("Content-Type", "application/json");
    assert_eq!(server.ask("POST", "/mcp", &[kind], &"x".repeat(300_000)).status, 413);
    let chunk = format!("{:x}\r\n{}\r\n0\r\n\r\n", 300_000, "x".repeat(300_000));
    let head = "POST /mcp HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAccept: application/json, text/event-stream\r\n\
                Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";
    assert_eq!(server.raw(format!("{head}{chunk}").as_bytes()).status, 413);
    assert_eq!(server.get(&format!("/search?q={}", "x".repeat(33_000))).status, 414);
    assert_eq!(server.get(&format!("/search?q={}", "x".repeat(3_000))).status, 400);
    for (method, path, allowed) in [
        ("POST", "/", "GET,HEAD"),
        ("DELETE", "/api/v1/stories/s1", "GET,HEAD"),
        ("OPTIONS", "/api/v1/status", "GET,HEAD"),
        ("PUT", "/login", "GET,HEAD,POST"),
        ("BREW", "/", "GET,HEAD"),
        ("PUT", "/mcp", "POST"),
    ] {
        let answer = server.ask(method, path, &[], "");
        assert_eq!(answer.status, 405, "{method} {path}");
        assert_eq!(answer.header("allow"), Some(allowed), "{method} {path}");
        assert_eq!(answer.json()["status"], 405);
    }
}
