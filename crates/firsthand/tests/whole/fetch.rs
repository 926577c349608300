//! Fetching from a server with every fault there is.

use crate::fetch_server::{Asked, Leading, Server, none, raw, send};
use firsthand::fetch::{Fetched, Kind, Lookup, Page, Policy, Trouble, Validators};
use firsthand_intake::{Found, Options};
use std::io::{self, Write};
use std::net::{SocketAddr, TcpStream};
use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

const STORM: &str =
    "<html><head><title>Storm</title></head><body><p>A storm hit Solvik on Monday.</p></body></html>";
const HTML: &str = "Content-Type: text/html; charset=ISO-8859-1";

/// A server that answers only for `/page`, in this way.
fn at_page(answer: impl Fn(&Asked, &mut TcpStream) -> io::Result<()> + Send + Sync + 'static) -> Server {
    Server::start(move |asked, stream| match asked.path.as_str() {
        "/robots.txt" => none(stream),
        _ => answer(asked, stream),
    })
}

fn page(fetched: Result<Fetched, Trouble>) -> Box<Page> {
    match fetched {
        Ok(Fetched::Page(page)) => page,
        other => panic!("no page: {other:?}"),
    }
}

/// What is said of `/page`.
fn trouble(server: &Server) -> Trouble {
    server.client().0.fetch_item(&server.at("/page")).unwrap_err()
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packer.write_all(bytes).unwrap();
    packer.finish().unwrap()
}

#[test]
fn a_page_comes_with_all_that_is_known_of_it() {
    let server = at_page(|_, stream| {
        let headers = [
            HTML,
            "ETag: \"a1\"",
            "Last-Modified: Mon, 04 May 2026 05:00:00 GMT",
            "Cache-Control: max-age=60",
        ];
        send(stream, 200, &headers, STORM.as_bytes())
    });
    let address = server.at("/page?a=1");
    let page = page(server.client().0.fetch_item(&format!("{address}#top")));
    assert_eq!(page.item.bytes, STORM.as_bytes());
    assert_eq!((page.item.location.as_str(), page.address.as_str()), (address.as_str(), address.as_str()));
    assert_eq!(page.item.charset.as_deref(), Some("iso-8859-1"));
    assert_eq!(page.item.crawled.as_deref(), Some("2026-05-04T06:00:02Z"));
    assert_eq!(page.media.as_deref(), Some("text/html"));
    assert_eq!(page.validators.etag.as_deref(), Some("\"a1\""));
    assert_eq!(page.age, Some(Duration::from_secs(60)));
    assert_eq!(page.moved, None);
    let asked = server.asked();
    assert_eq!(asked.iter().map(|a| a.path.as_str()).collect::<Vec<_>>(), ["/robots.txt", "/page?a=1"]);
    assert!(
        asked[1].header("user-agent").unwrap().starts_with(concat!("firsthand/", env!("CARGO_PKG_VERSION")))
    );
    assert_eq!(asked[1].header("accept-encoding"), Some("gzip"));
}

#[test]
fn a_packed_page_is_unpacked() {
    let server =
        at_page(|_, stream| send(stream, 200, &["Content-Encoding: gzip", HTML], &gzip(STORM.as_bytes())));
    assert_eq!(page(server.client().0.fetch_item(&server.at("/page"))).item.bytes, STORM.as_bytes());
}

#[test]
fn half_a_page_is_no_page() {
    type Answer = fn(&mut TcpStream) -> io::Result<()>;
    let cases: [(&str, Kind, &str, Answer); 10] = [
        ("shorter than said", Kind::Cut, "after 4 of 100 bytes", |s| {
            raw(s, 200, &["Content-Length: 100"], b"half")
        }),
        ("longer than said", Kind::Cut, "more than the 4 bytes", |s| {
            raw(s, 200, &["Content-Length: 4"], b"half and half")
        }),
        ("longer, a little later", Kind::Cut, "more than the 4 bytes", |s| {
            raw(s, 200, &["Content-Length: 4"], b"half")?;
            std::thread::sleep(Duration::from_millis(30));
            s.write_all(b" and half")
        }),
        ("chunks without an end", Kind::Cut, "after 4 bytes", |s| {
            raw(s, 200, &["Transfer-Encoding: chunked"], b"4\r\nhalf\r\n")
        }),
        ("a chunk cut off", Kind::Cut, "after 4 bytes", |s| {
            raw(s, 200, &["Transfer-Encoding: chunked"], b"8\r\nhalf")
        }),
        ("chunks that are none", Kind::Http, "no sound HTTP", |s| {
            raw(s, 200, &["Transfer-Encoding: chunked"], b"zz\r\nhalf\r\n")
        }),
        ("packed and cut off", Kind::Cut, "ended", |s| {
            let packed = gzip(STORM.as_bytes());
            raw(s, 200, &["Content-Encoding: gzip", "Connection: close"], &packed[..packed.len() / 2])
        }),
        ("packed and broken", Kind::Cut, "unpacked", |s| {
            let mut packed = gzip(STORM.as_bytes());
            packed[20] ^= 0x55;
            send(s, 200, &["Content-Encoding: gzip"], &packed)
        }),
        ("a head cut off", Kind::Cut, "closed", |s| s.write_all(b"HTTP/1.1 200 Fi")),
        ("nothing at all", Kind::Cut, "closed", |_| Ok(())),
    ];
    for (what, kind, says, answer) in cases {
        let server = at_page(move |_, stream| answer(stream));
        let trouble = trouble(&server);
        assert_eq!(trouble.kind, kind, "{what}: {trouble}");
        assert!(trouble.message.contains(says), "{what}: {trouble}");
        assert!(trouble.may_pass(), "{what}");
    }
}

#[test]
fn too_much_is_named_with_its_limit() {
    type Answer = fn(&mut TcpStream) -> io::Result<()>;
    let cases: [(&str, &str, Answer); 7] = [
        ("a long body, said before", "has 65537 bytes, the limit is 64 KiB", |s| {
            send(s, 200, &[], &[b'a'; (64 << 10) + 1])
        }),
        ("a long body, not said", "more than 64 KiB", |s| {
            raw(s, 200, &["Connection: close"], &[b'a'; 70 << 10])
        }),
        ("an endless body", "more than 64 KiB", |s| {
            raw(s, 200, &["Connection: close"], b"")?;
            loop {
                s.write_all(&[b'a'; 4096])?;
            }
        }),
        ("a bomb", "more than 64 KiB", |s| {
            send(s, 200, &["Content-Encoding: gzip"], &gzip(&vec![b'a'; 20 << 20]))
        }),
        ("packed nothing without end", "more than 64 KiB", |s| {
            raw(s, 200, &["Content-Encoding: gzip"], b"")?;
            let nothing = gzip(b"");
            loop {
                s.write_all(&nothing)?;
            }
        }),
        ("a long head", "head of the answer has more than 8 KiB", |s| {
            raw(s, 200, &[&format!("X-Long: {}", "a".repeat(9 << 10))], b"")
        }),
        ("an endless head", "head of the answer has more than", |s| {
            s.write_all(b"HTTP/1.1 200 Fine\r\n")?;
            loop {
                s.write_all(b"X-More: and more of it, line after line\r\n")?;
            }
        }),
    ];
    for (what, says, answer) in cases {
        let server = at_page(move |_, stream| answer(stream));
        let trouble = trouble(&server);
        assert_eq!(trouble.kind, Kind::Size, "{what}: {trouble}");
        assert!(trouble.message.contains(says), "{what}: {trouble}");
    }
}

#[test]
fn a_page_as_long_as_the_limit_is_a_page() {
    let server = at_page(|_, stream| send(stream, 200, &[], &[b'a'; 64 << 10]));
    assert_eq!(page(server.client().0.fetch_item(&server.at("/page"))).item.bytes.len(), 64 << 10);
}

#[test]
fn what_takes_too_long_is_left() {
    for (what, quiet, whole, says) in [
        ("byte by byte", 10_000, 600, "not complete within 0.6 s"),
        ("silence", 300, 10_000, "nothing came within 0.3 s"),
    ] {
        let server = at_page(move |_, stream| {
            raw(stream, 200, &["Content-Length: 50000"], b"")?;
            for n in 0..100 {
                std::thread::sleep(Duration::from_millis(if what == "silence" { 2000 } else { 20 }));
                stream.write_all(&[b'a' + n % 26])?;
            }
            Ok(())
        });
        let (client, _) = server.client_with(|s| {
            s.limits.quiet = Duration::from_millis(quiet);
            s.limits.whole = Duration::from_millis(whole);
        });
        let trouble = client.fetch_item(&server.at("/page")).unwrap_err();
        assert_eq!(trouble.kind, Kind::Time, "{what}: {trouble}");
        assert!(trouble.message.contains(says), "{what}: {trouble}");
    }
}

#[test]
fn redirects_are_followed_and_checked_one_by_one() {
    let server = Server::start(|asked, stream| match asked.path.as_str() {
        "/old" => send(stream, 301, &["Location: /older"], b""),
        "/older" => send(stream, 308, &["Location: http://wire.example/new#part"], b""),
        "/for-now" => send(stream, 302, &["Location: /new"], b""),
        "/new" => send(stream, 200, &[HTML], STORM.as_bytes()),
        "/loop" => send(stream, 302, &["Location: /pool"], b""),
        "/pool" => send(stream, 302, &["Location: /loop"], b""),
        "/self" => send(stream, 302, &["Location: /self"], b""),
        "/nowhere" => send(stream, 302, &[], b""),
        "/inside" => send(stream, 302, &["Location: http://10.0.0.1/"], b""),
        "/decimal" => send(stream, 302, &["Location: http://2886729729/"], b""),
        "/local" => send(stream, 302, &["Location: http://[::1]:1/"], b""),
        "/file" => send(stream, 302, &["Location: file:///etc/hostname"], b""),
        "/login" => send(stream, 302, &["Location: http://a:b@wire.example/"], b""),
        path => match path.strip_prefix("/count/").and_then(|n| n.parse::<usize>().ok()) {
            Some(n) => send(stream, 302, &[&format!("Location: /count/{}", n + 1)], b""),
            None => none(stream),
        },
    });
    let (client, _) = server.client();
    let moved = page(client.fetch_item(&server.at("/old")));
    assert_eq!(moved.address, "http://wire.example/new");
    assert_eq!(moved.moved.as_deref(), Some("http://wire.example/new"));
    assert_eq!(moved.item.address.as_deref(), Some("http://wire.example/new"));
    assert_eq!(page(client.fetch_item(&server.at("/for-now"))).moved, None);
    for (path, kind, says) in [
        ("/loop", Kind::Redirect, "in a circle"),
        ("/self", Kind::Redirect, "in a circle"),
        ("/count/0", Kind::Redirect, "more than 8 times"),
        ("/nowhere", Kind::Redirect, "without an address to go to"),
        ("/inside", Kind::Refused, "10.0.0.1 is a private address"),
        ("/decimal", Kind::Refused, "172.16.0.1 is a private address"),
        ("/local", Kind::Refused, "::1 is a loopback address"),
        ("/file", Kind::Address, "only http and https"),
        ("/login", Kind::Address, "user or password"),
    ] {
        let trouble = client.fetch_item(&server.at(path)).unwrap_err();
        assert_eq!(trouble.kind, kind, "{path}: {trouble}");
        assert!(trouble.message.contains(says), "{path}: {trouble}");
        assert_eq!(trouble.address, server.at(path), "the address that was asked for is the one named");
        assert!(!trouble.may_pass(), "{path}");
    }
}

#[test]
fn nothing_is_sent_to_a_name_that_leads_inside() {
    let server = Server::start(|_, stream| send(stream, 200, &[HTML], STORM.as_bytes()));
    let (client, _) = server.client_with(|s| s.policy = Policy::default());
    for address in ["http://harbour.example/", "http://localhost/", &server.at("/")] {
        let trouble = client.fetch_item(address).unwrap_err();
        assert_eq!(trouble.kind, Kind::Refused, "{trouble}");
        assert!(trouble.message.contains("a loopback address"), "{trouble}");
    }
    let refused = client.post("http://harbour.example/hook", b"{}", &[]).unwrap_err();
    assert_eq!(refused.kind, Kind::Refused, "{refused}");
    assert!(server.asked().is_empty());
}

/// Leads to a server that may be asked, and from the third look on to one that may not.
#[derive(Debug)]
struct Turning(Leading, AtomicUsize);

impl Lookup for Turning {
    fn addresses(&self, host: &str, port: u16) -> io::Result<Vec<SocketAddr>> {
        match self.1.fetch_add(1, Ordering::SeqCst) {
            0 | 1 => self.0.addresses(host, port),
            2 => Ok(vec![SocketAddr::new("10.0.0.7".parse().unwrap(), port)]),
            _ => Ok(vec![self.0.0, SocketAddr::new("fd00::7".parse().unwrap(), port)]),
        }
    }
}

#[test]
fn a_name_that_turns_inside_is_refused_at_that_moment() {
    let server = Server::start(|_, stream| send(stream, 200, &[HTML], STORM.as_bytes()));
    let (client, _) =
        server.client_with(|s| s.lookup = Arc::new(Turning(Leading(server.address), AtomicUsize::new(0))));
    page(client.fetch_item("http://harbour.example/a"));
    for inside in ["10.0.0.7", "fd00::7"] {
        let trouble = client.fetch_item("http://harbour.example/a").unwrap_err();
        assert_eq!(trouble.kind, Kind::Refused, "{trouble}");
        assert!(trouble.message.contains(inside), "{trouble}");
    }
    assert_eq!(server.paths(), ["/a"]);
}

#[test]
fn a_page_is_asked_for_again_only_if_it_changed() {
    let server =
        at_page(|asked, stream| match (asked.header("if-none-match"), asked.header("if-modified-since")) {
            (Some("\"v1\""), Some("Mon, 04 May 2026 05:00:00 GMT")) => {
                raw(stream, 304, &["ETag: \"v1\"", "Cache-Control: max-age=30"], b"")
            }
            _ => send(stream, 200, &[HTML, "ETag: \"v2\""], STORM.as_bytes()),
        });
    let (client, _) = server.client();
    let old = |etag: &str| Validators {
        etag: Some(etag.to_owned()),
        last_modified: Some("Mon, 04 May 2026 05:00:00 GMT".to_owned()),
    };
    let same = client.fetch_again(&server.at("/page"), &old("\"v1\"")).unwrap();
    assert_eq!(same, Fetched::NotModified { validators: old("\"v1\""), age: Some(Duration::from_secs(30)) });
    let new = page(client.fetch_again(&server.at("/page"), &old("\"v0\"")));
    assert_eq!(new.validators, Validators { etag: Some("\"v2\"".into()), last_modified: None });
}

#[test]
fn what_is_no_page_is_named() {
    type Answer = fn(&mut TcpStream) -> io::Result<()>;
    let cases: [(Kind, &str, bool, Answer); 8] = [
        (Kind::Status(404), "404 (not found)", false, |s| send(s, 404, &[HTML], b"<p>nothing here</p>")),
        (Kind::Status(410), "410 (gone)", false, |s| send(s, 410, &[], b"")),
        (Kind::Status(403), "403 (not for us)", false, |s| send(s, 403, &[], b"")),
        (Kind::Status(500), "500 (its own trouble)", true, |s| send(s, 500, &[], b"")),
        (Kind::Status(206), "206", false, |s| send(s, 206, &[], b"part of it")),
        (Kind::Status(304), "304", false, |s| raw(s, 304, &[], b"")),
        (Kind::Media, "image/png is no page", false, |s| {
            send(s, 200, &["Content-Type: image/png"], b"\x89PNG")
        }),
        (Kind::Media, "packed as \"br\"", false, |s| send(s, 200, &["Content-Encoding: br"], b"\x0b\x02")),
    ];
    for (kind, says, may_pass, answer) in cases {
        let server = at_page(move |_, stream| answer(stream));
        let trouble = trouble(&server);
        assert_eq!(trouble.kind, kind, "{trouble}");
        assert!(trouble.message.contains(says), "{trouble}");
        assert_eq!(trouble.may_pass(), may_pass, "{trouble}");
    }
    let server = at_page(|_, _| Ok(()));
    let address = server.at("/page");
    let (client, _) = server.client();
    drop(server);
    std::thread::sleep(Duration::from_millis(50));
    let trouble = client.fetch_item(&address).unwrap_err();
    assert!(matches!(trouble.kind, Kind::Robots | Kind::Cut | Kind::Network), "{trouble}");
}

#[test]
fn a_host_that_asks_for_time_is_given_it() {
    let server = at_page(|asked, stream| match (asked.path.as_str(), asked.before) {
        ("/page", 0) => send(stream, 429, &["Retry-After: 120"], b""),
        ("/date", 0) => send(stream, 503, &["Retry-After: Mon, 04 May 2026 07:00:00 GMT"], b""),
        _ => send(stream, 200, &[HTML], STORM.as_bytes()),
    });
    let (client, clock) = server.client();
    let busy = client.fetch_item(&server.at("/page")).unwrap_err();
    assert_eq!((busy.kind, busy.wait), (Kind::Status(429), Some(Duration::from_secs(120))), "{busy}");
    // Another page of the host is not asked for either.
    let waiting = client.fetch_item(&server.at("/other")).unwrap_err();
    assert_eq!((waiting.kind, waiting.wait), (Kind::Wait, Some(Duration::from_secs(120))), "{waiting}");
    assert_eq!(server.paths(), ["/page"]);
    firsthand::fetch::Clock::sleep(&*clock, Duration::from_secs(121));
    page(client.fetch_item(&server.at("/page")));
    let until = client.fetch_item(&server.at("/date")).unwrap_err();
    let wait = until.wait.unwrap().as_secs();
    assert!((3400..3500).contains(&wait), "{until}");
}

#[test]
fn requests_to_one_host_are_apart() {
    let server = at_page(|_, stream| send(stream, 200, &[HTML], STORM.as_bytes()));
    let (client, clock) = server.client();
    let start = firsthand::fetch::Clock::now(&*clock);
    for path in ["/a", "/b", "/c"] {
        page(client.fetch_item(&server.at(path)));
    }
    let passed = firsthand::fetch::Clock::now(&*clock).duration_since(start).as_secs();
    assert_eq!(passed, 6, "robots.txt and three pages, two seconds between each");
}

#[test]
fn robots_txt_is_obeyed() {
    let server = Server::start(|asked, stream| match (asked.host.as_str(), asked.path.as_str()) {
        ("closed.example", "/robots.txt") => {
            send(stream, 200, &[], b"User-agent: *\nDisallow: /private\nCrawl-delay: 9\n")
        }
        ("moved.example", "/robots.txt") => {
            send(stream, 301, &["Location: http://closed.example/robots.txt"], b"")
        }
        ("broken.example", "/robots.txt") => send(stream, 500, &[], b""),
        ("cut.example", "/robots.txt") => raw(stream, 200, &["Content-Length: 900"], b"User-agent: *\n"),
        ("long.example", "/robots.txt") => {
            let comments = "# about nothing\n".repeat(100_000);
            send(stream, 200, &[], format!("User-agent: *\nDisallow: /private\n{comments}").as_bytes())
        }
        ("open.example", "/robots.txt") => send(stream, 403, &[], b""),
        (_, "/way") => send(stream, 302, &["Location: http://closed.example/private/a"], b""),
        _ => send(stream, 200, &[HTML], STORM.as_bytes()),
    });
    let (client, clock) = server.client();
    for (address, want) in [
        ("http://closed.example/private/a", Some(false)),
        ("http://closed.example/public", None),
        ("http://moved.example/private", Some(false)),
        ("http://open.example/private", None),
        ("http://open.example/way", Some(false)),
        ("http://long.example/private", Some(false)),
        ("http://long.example/public", None),
        ("http://broken.example/", Some(true)),
        ("http://cut.example/", Some(true)),
    ] {
        let said = client.fetch_item(address);
        let refused = said.as_ref().err().map(|t| (t.kind, t.may_pass()));
        assert_eq!(refused, want.map(|for_now| (Kind::Robots, for_now)), "{address}: {said:?}");
    }
    let paths = server.paths();
    assert!(!paths.iter().any(|p| p.contains("private") && p != "/private"), "{paths:?}");
    let robots =
        server.asked().iter().filter(|a| a.path == "/robots.txt" && a.host == "closed.example").count();
    assert_eq!(robots, 2, "once for itself, once for the host that points there");
    let before = firsthand::fetch::Clock::now(&*clock);
    page(client.fetch_item("http://closed.example/public"));
    page(client.fetch_item("http://closed.example/public"));
    assert!(firsthand::fetch::Clock::now(&*clock).duration_since(before).as_secs() >= 9, "the delay is kept");
}

#[test]
fn a_feed_and_a_page_are_read_by_their_address() {
    let feed = r#"<rss version="2.0"><channel><title>Solvik Courier</title><link>http://courier.example/</link>
<item><title>Storm</title><link>/news/1</link><description>A storm hit the harbour of Solvik on Monday.</description></item>
<item><title>Calm</title><link>news/2</link><description>The harbour of Solvik is calm again.</description></item>
</channel></rss>"#;
    let server = Server::start(move |asked, stream| match asked.path.as_str() {
        "/robots.txt" => none(stream),
        "/feeds/all.xml" => send(stream, 200, &["Content-Type: application/rss+xml"], feed.as_bytes()),
        "/start" => send(stream, 301, &["Location: /feeds/all.xml"], b""),
        _ => send(stream, 200, &[HTML], STORM.as_bytes()),
    });
    let (client, _) = server.client();
    let read = |address: &str| {
        let mut items = Vec::new();
        let done = client.read_url(address, &Options::default(), &mut |found| {
            if let Found::Page(item) = found {
                items.push(*item);
            }
            ControlFlow::Continue(())
        });
        assert_eq!(done, Ok(ControlFlow::Continue(())));
        items
    };
    let items = read("http://courier.example/start");
    let addresses: Vec<&str> = items.iter().filter_map(|i| i.address.as_deref()).collect();
    assert_eq!(addresses, ["http://courier.example/news/1", "http://courier.example/feeds/news/2"]);
    assert_eq!(items[0].location, "http://courier.example/feeds/all.xml#1");
    assert!(items[0].facts.iter().any(|f| f.key == "outlet" && f.value == "Solvik Courier"));
    assert!(items.iter().all(|i| i.crawled.is_some()));
    let pages = read("http://courier.example/news/1");
    assert_eq!(pages.len(), 1);
    assert_eq!(pages[0].address.as_deref(), Some("http://courier.example/news/1"));
    assert_eq!(pages[0].charset.as_deref(), Some("iso-8859-1"));
}
