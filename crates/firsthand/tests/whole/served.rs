//! An archive of invented reports, and the program that serves it.

use firsthand_intake::Item;
use firsthand_store::{Archive, Keeping, Prepared, prepare};
use firsthand_text::language::Models;
use serde_json::Value;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// A folder name that must not leave the machine.
pub(crate) const SECRET: &str = "anna-telltale";

/// An archive in a folder of its own.
pub(crate) struct Home {
    dir: tempfile::TempDir,
}

impl Home {
    /// With the example stories of the repository and a few more reports, given by their whole paths.
    pub(crate) fn new() -> Home {
        let home = Home { dir: tempfile::tempdir().unwrap() };
        let folder = home.dir.path().join(SECRET);
        std::fs::create_dir(&folder).unwrap();
        let mut items = Vec::new();
        for name in ["harbour-fire", "minister-visit", "river-flood"] {
            items.extend(example(name, &folder));
        }
        items.extend((0..30).map(|n| small(n, &folder)));
        Archive::open(&home.archive()).unwrap().put(&prepared(items), &[]).unwrap();
        home
    }
    pub(crate) fn archive(&self) -> PathBuf {
        self.dir.path().join(SECRET).join("news.db")
    }
    pub(crate) fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.dir.path().join(name);
        std::fs::write(&path, text).unwrap();
        path
    }
}

fn example(name: &str, folder: &Path) -> Vec<Item> {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples").join(name);
    let mut paths: Vec<PathBuf> = std::fs::read_dir(from).unwrap().map(|e| e.unwrap().path()).collect();
    paths.sort();
    let item = |path: PathBuf| Item {
        location: folder.join(name).join(path.file_name().unwrap()).to_string_lossy().into_owned(),
        bytes: std::fs::read(path).unwrap(),
        ..Item::default()
    };
    paths.into_iter().map(item).collect()
}

/// A short report that shares no event with any other.
pub(crate) fn small(n: usize, folder: &Path) -> Item {
    let things = ["lighthouse", "granary", "tramway", "orchard", "observatory", "ropewalk"];
    let towns = ["Velmora", "Quastel", "Ishbury", "Torrow", "Nambel"];
    let (thing, town) = (things[n % 6], towns[n % 5]);
    let page = format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{thing} number {n} in {town}</title>\
         <meta property=\"article:published_time\" content=\"2025-{:02}-{:02}T09:00:00Z\"></head><body><article>\
         <h1>{thing} number {n} in {town}</h1><p>The {thing} of {town} was measured on the {n}th round and found to be {} \
         paces long, the surveyor Odo Finch{n} said. &lt;script&gt;alert({n})&lt;/script&gt; was painted on its wall.</p>\
         </article></body></html>",
        1 + n % 12,
        1 + n % 28,
        100 + 37 * n
    );
    Item {
        location: folder.join(format!("small-{n}.html")).to_string_lossy().into_owned(),
        bytes: page.into_bytes(),
        ..Item::default()
    }
}

pub(crate) fn prepared(items: Vec<Item>) -> Vec<Prepared> {
    let models = Models::built_in();
    items.into_iter().map(|item| prepare(item, &Keeping::default(), &models)).collect()
}

/// The program, serving. It ends with the value.
pub(crate) struct Server {
    child: Child,
    pub(crate) address: String,
}

/// An answer.
#[derive(Debug, Clone)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Server {
    pub(crate) fn new(home: &Home, more: &[&str]) -> Server {
        let mut child = command(home, more).spawn().unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let line = lines.next().expect("the server says nothing").unwrap();
        let address =
            line.strip_prefix("serving news.db at http://").unwrap_or_else(|| panic!("{line}")).to_owned();
        // Whatever else it says is read, so that it never waits for a reader.
        std::thread::spawn(move || lines.for_each(|line| eprintln!("server: {line:?}")));
        Server { child, address }
    }
    pub(crate) fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, &[], "")
    }
    pub(crate) fn with(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        self.ask("GET", path, headers, "")
    }
    pub(crate) fn json(&self, path: &str) -> Value {
        let answer = self.get(path);
        assert_eq!(answer.status, 200, "{path}: {}", answer.text());
        answer.json()
    }
    /// Asks over a connection of its own, byte for byte as told.
    pub(crate) fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        let mut head = format!("{method} {path} HTTP/1.1\r\nConnection: close\r\n");
        if !headers.iter().any(|(name, _)| name.eq_ignore_ascii_case("host")) {
            head.push_str(&format!("Host: {}\r\n", self.address));
        }
        if !body.is_empty() {
            head.push_str(&format!("Content-Length: {}\r\n", body.len()));
        }
        for (name, value) in headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        self.raw(format!("{head}\r\n{body}").as_bytes())
    }
    pub(crate) fn raw(&self, request: &[u8]) -> Answer {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        stream.write_all(request).unwrap();
        let mut bytes = Vec::new();
        // A server that refuses a long request may close before all of it is read.
        let _ = stream.read_to_end(&mut bytes);
        Answer::of(&bytes)
    }
    /// Tells it to end, as an operator would, and gives its exit code.
    pub(crate) fn end(mut self) -> Option<i32> {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args(["-TERM", &id]).status().unwrap().success());
        self.child.wait().unwrap().code()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The command that serves an archive on a free port.
pub(crate) fn command(home: &Home, more: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_firsthand"));
    let address = if more.contains(&"--address") { &[][..] } else { &["--address", "127.0.0.1:0"][..] };
    command.arg("serve").arg("--archive").arg(home.archive()).args(address).args(more);
    command.env_remove("FIRSTHAND_TOKEN").env("NO_COLOR", "1").stdin(Stdio::null()).stderr(Stdio::piped());
    command
}

impl Answer {
    pub(crate) fn of(bytes: &[u8]) -> Answer {
        let end =
            bytes.windows(4).position(|w| w == b"\r\n\r\n").unwrap_or_else(|| panic!("no head: {bytes:?}"));
        let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
        let mut lines = head.split("\r\n");
        let status = lines.next().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
        let headers: Vec<(String, String)> = lines
            .map(|line| line.split_once(": ").unwrap())
            .map(|(name, value)| (name.to_lowercase(), value.to_owned()))
            .collect();
        let chunked = headers.iter().any(|(name, value)| name == "transfer-encoding" && value == "chunked");
        let body = if chunked { joined(&bytes[end + 4..]) } else { bytes[end + 4..].to_vec() };
        Answer { status, headers, body }
    }
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
    }
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|e| panic!("{e}: {}", self.text()))
    }
}

/// The chunks of a body in one.
fn joined(mut bytes: &[u8]) -> Vec<u8> {
    let mut body = Vec::new();
    while let Some(end) = bytes.windows(2).position(|w| w == b"\r\n") {
        let length = usize::from_str_radix(std::str::from_utf8(&bytes[..end]).unwrap().trim(), 16).unwrap();
        let rest = &bytes[end + 2..];
        body.extend_from_slice(&rest[..length.min(rest.len())]);
        if length == 0 || rest.len() < length + 2 {
            break;
        }
        bytes = &rest[length + 2..];
    }
    body
}
