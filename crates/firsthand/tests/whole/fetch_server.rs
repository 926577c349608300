//! A server of HTTP on this machine that answers as badly as a test wants, and names that lead to it.

use firsthand::fetch::{Client, Clock, Limits, Lookup, Pace, Policy, Set, Settings};
use std::collections::BTreeMap;
use std::io::{self, BufRead, BufReader, Write};
use std::net::{IpAddr, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// A request.
#[derive(Debug, Clone)]
pub(crate) struct Asked {
    pub(crate) method: String,
    pub(crate) host: String,
    pub(crate) path: String,
    pub(crate) headers: BTreeMap<String, String>,
    pub(crate) body: Vec<u8>,
    /// How often this path of this host was asked for before.
    pub(crate) before: usize,
}

impl Asked {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(String::as_str)
    }
}

/// The server. It ends when it is dropped.
pub(crate) struct Server {
    pub(crate) address: SocketAddr,
    asked: Arc<Mutex<Vec<Asked>>>,
    over: Arc<AtomicBool>,
}

/// What a server does with a request.
type Answer = dyn Fn(&Asked, &mut TcpStream) -> io::Result<()> + Send + Sync;

impl Server {
    pub(crate) fn start(
        answer: impl Fn(&Asked, &mut TcpStream) -> io::Result<()> + Send + Sync + 'static,
    ) -> Server {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let (asked, over) = (Arc::<Mutex<Vec<Asked>>>::default(), Arc::<AtomicBool>::default());
        let answer: Arc<Answer> = Arc::new(answer);
        let (seen, end) = (Arc::clone(&asked), Arc::clone(&over));
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                if end.load(Ordering::SeqCst) {
                    return;
                }
                let (seen, answer) = (Arc::clone(&seen), Arc::clone(&answer));
                // The other side may leave in the middle: that is what some tests are about.
                std::thread::spawn(move || stream.and_then(|stream| serve(stream, &seen, &*answer)));
            }
        });
        Server { address, asked, over }
    }

    /// `http://127.0.0.1:PORT` and the path.
    pub(crate) fn at(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// Everything that was asked, in order.
    pub(crate) fn asked(&self) -> Vec<Asked> {
        self.asked.lock().unwrap().clone()
    }

    /// The paths asked for, without robots.txt.
    pub(crate) fn paths(&self) -> Vec<String> {
        self.asked().into_iter().map(|a| a.path).filter(|p| p != "/robots.txt").collect()
    }

    /// A client that may come here, with a clock that stands still. Every name of `.example` leads here.
    pub(crate) fn client(&self) -> (Client, Arc<Set>) {
        self.client_with(|_| {})
    }

    pub(crate) fn client_with(&self, change: impl FnOnce(&mut Settings)) -> (Client, Arc<Set>) {
        let (settings, clock) = self.settings();
        let mut settings = settings;
        change(&mut settings);
        (Client::new(settings), clock)
    }

    pub(crate) fn settings(&self) -> (Settings, Arc<Set>) {
        let clock = Arc::new(Set::to("2026-05-04T06:00:00Z".parse().unwrap()));
        let settings = Settings {
            policy: Policy::allowing(&["127.0.0.1"]).unwrap(),
            limits: Limits {
                body: 64 << 10,
                head: 8 << 10,
                quiet: Duration::from_secs(5),
                whole: Duration::from_secs(10),
                ..Limits::default()
            },
            pace: Pace { jitter: 0.0, seed: 1, ..Pace::default() },
            clock: Arc::clone(&clock) as Arc<dyn Clock>,
            lookup: Arc::new(Leading(self.address)),
            ..Settings::default()
        };
        (settings, clock)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.over.store(true, Ordering::SeqCst);
        let _ = TcpStream::connect(self.address);
    }
}

/// Every name of `.example` leads to one server; all else is looked up as ever.
#[derive(Debug)]
pub(crate) struct Leading(pub(crate) SocketAddr);

impl Lookup for Leading {
    fn addresses(&self, host: &str, port: u16) -> io::Result<Vec<SocketAddr>> {
        match host.parse::<IpAddr>() {
            Ok(address) => Ok(vec![SocketAddr::new(address, port)]),
            Err(_) if host.ends_with(".example") => Ok(vec![self.0]),
            Err(_) => firsthand::fetch::Names.addresses(host, port),
        }
    }
}

fn serve(mut stream: TcpStream, seen: &Mutex<Vec<Asked>>, answer: &Answer) -> io::Result<()> {
    let mut lines = BufReader::new(stream.try_clone()?);
    let mut first = String::new();
    lines.read_line(&mut first)?;
    let mut words = first.split_whitespace();
    let (Some(method), Some(path)) = (words.next(), words.next()) else {
        return Ok(());
    };
    let mut headers = BTreeMap::new();
    loop {
        let mut line = String::new();
        lines.read_line(&mut line)?;
        match line.trim_end().split_once(':') {
            Some((name, value)) => headers.insert(name.to_lowercase(), value.trim().to_owned()),
            None => break,
        };
    }
    let length = headers.get("content-length").and_then(|l| l.parse().ok()).unwrap_or(0);
    let mut body = vec![0; length];
    io::Read::read_exact(&mut lines, &mut body)?;
    let host = headers.get("host").cloned().unwrap_or_default();
    let mut asked = Asked { method: method.into(), host, path: path.into(), headers, body, before: 0 };
    {
        let mut all = seen.lock().unwrap();
        asked.before = all.iter().filter(|a| a.path == asked.path && a.host == asked.host).count();
        all.push(asked.clone());
    }
    answer(&asked, &mut stream)
}

/// Sends an answer as it should be.
pub(crate) fn send(stream: &mut TcpStream, status: u16, headers: &[&str], body: &[u8]) -> io::Result<()> {
    let length = format!("Content-Length: {}", body.len());
    let mut all = headers.to_vec();
    all.push(&length);
    raw(stream, status, &all, body)
}

/// Sends a head and what follows, as told.
pub(crate) fn raw(stream: &mut TcpStream, status: u16, headers: &[&str], rest: &[u8]) -> io::Result<()> {
    let mut head = format!("HTTP/1.1 {status} As Told\r\n");
    for header in headers {
        head.push_str(header);
        head.push_str("\r\n");
    }
    head.push_str("\r\n");
    stream.write_all(head.as_bytes())?;
    stream.write_all(rest)?;
    stream.flush()
}

/// Sends "there is none".
pub(crate) fn none(stream: &mut TcpStream) -> io::Result<()> {
    send(stream, 404, &[], b"")
}
