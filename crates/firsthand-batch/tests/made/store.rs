//! A small object store for tests, on a port of this machine: as much of S3 as a run asks for, without signatures, and with the
//! faults that stores have.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{self, BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, MutexGuard};
use std::thread;

/// Objects of a list come so many at a time.
const PAGE: usize = 5;

/// What an object says of itself: names and values of headers.
type Words = Vec<(String, String)>;

/// What the store has and how it fares.
#[derive(Debug, Default)]
pub(crate) struct State {
    /// Bytes and words by `bucket/key`.
    pub(crate) objects: BTreeMap<String, (Vec<u8>, Words)>,
    uploads: BTreeMap<String, (Words, BTreeMap<usize, Vec<u8>>)>,
    /// Method and target of every request.
    pub(crate) asked: Vec<String>,
    /// After so many more writes none is taken.
    pub(crate) room: Option<usize>,
    /// So many requests are told to come again.
    pub(crate) busy: usize,
    /// An object that is listed and cannot be had, and with which status.
    pub(crate) barred: Option<(String, u16)>,
}

/// The store.
#[derive(Debug)]
pub(crate) struct Store {
    address: SocketAddr,
    state: Arc<Mutex<State>>,
}

impl Store {
    /// Opens one with a bucket, `news`.
    pub(crate) fn open() -> Store {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = listener.local_addr().expect("an address");
        let state: Arc<Mutex<State>> = Arc::default();
        let shared = Arc::clone(&state);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let state = Arc::clone(&shared);
                // A client that goes away ends its thread.
                thread::spawn(move || serve(stream, &state));
            }
        });
        Store { address, state }
    }
    /// Where it is.
    pub(crate) fn address(&self) -> String {
        format!("http://{}", self.address)
    }
    /// What it has.
    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().expect("a store")
    }
    /// Puts an object there.
    pub(crate) fn put(&self, key: &str, bytes: Vec<u8>) {
        self.state().objects.insert(key.to_owned(), (bytes, Vec::new()));
    }
}

struct Request {
    method: String,
    path: String,
    query: BTreeMap<String, String>,
    headers: BTreeMap<String, String>,
    body: Vec<u8>,
}

struct Answer {
    status: u16,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

fn answer(status: u16, body: impl Into<Vec<u8>>) -> Answer {
    Answer { status, headers: Vec::new(), body: body.into() }
}

fn fault(status: u16, code: &str) -> Answer {
    answer(status, format!("<Error><Code>{code}</Code><Message>as a test wants it</Message></Error>"))
}

fn serve(stream: TcpStream, state: &Mutex<State>) -> io::Result<()> {
    let mut from = BufReader::new(stream.try_clone()?);
    let mut to = stream;
    to.set_nodelay(true)?;
    while let Some(request) = request(&mut from)? {
        let answer = told(&request, &mut state.lock().expect("a store"));
        // In one piece: small ones wait for each other.
        let mut out = format!("HTTP/1.1 {} x\r\n", answer.status);
        for (name, value) in &answer.headers {
            out += &format!("{name}: {value}\r\n");
        }
        if !answer.headers.iter().any(|(name, _)| name == "Content-Length") {
            out += &format!("Content-Length: {}\r\n", answer.body.len());
        }
        let mut out = (out + "\r\n").into_bytes();
        if request.method != "HEAD" {
            out.extend(answer.body);
        }
        to.write_all(&out)?;
        to.flush()?;
    }
    Ok(())
}

fn request(from: &mut impl BufRead) -> io::Result<Option<Request>> {
    let mut line = String::new();
    if from.read_line(&mut line)? == 0 {
        return Ok(None);
    }
    let mut parts = line.split_whitespace();
    let (method, target) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let pair = |p: &str| {
        let (name, value) = p.split_once('=').unwrap_or((p, ""));
        (plain(name), plain(value))
    };
    let query = query.split('&').filter(|p| !p.is_empty()).map(pair).collect();
    let (method, path) = (method.to_owned(), plain(path.trim_start_matches('/')));
    let mut headers = BTreeMap::new();
    loop {
        let mut line = String::new();
        from.read_line(&mut line)?;
        let Some((name, value)) = line.trim_end().split_once(':') else { break };
        headers.insert(name.to_ascii_lowercase(), value.trim().to_owned());
    }
    let length = headers.get("content-length").and_then(|l| l.parse().ok()).unwrap_or(0);
    let mut body = vec![0; length];
    from.read_exact(&mut body)?;
    Ok(Some(Request { method, path, query, headers, body }))
}

/// Percent signs undone.
fn plain(text: &str) -> String {
    let bytes = text.as_bytes();
    let (mut out, mut at) = (Vec::new(), 0);
    while at < bytes.len() {
        let code =
            bytes.get(at + 1..at + 3).and_then(|c| u8::from_str_radix(std::str::from_utf8(c).ok()?, 16).ok());
        match (bytes[at], code) {
            (b'%', Some(code)) => {
                out.push(code);
                at += 3;
            }
            (byte, _) => {
                out.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

fn told(request: &Request, state: &mut State) -> Answer {
    let (path, query) = (request.path.trim_end_matches('/'), &request.query);
    state.asked.push(format!("{} {path}", request.method));
    if state.busy > 0 {
        state.busy -= 1;
        return fault(503, "SlowDown");
    }
    if path.split('/').next() != Some("news") {
        return fault(404, "NoSuchBucket");
    }
    if let Some((_, status)) = state.barred.as_ref().filter(|(barred, _)| barred == path) {
        return fault(*status, if *status == 404 { "NoSuchKey" } else { "InternalError" });
    }
    let writes = request.method == "PUT" || request.method == "POST" && !query.contains_key("delete");
    if writes && let Some(room) = &mut state.room {
        let Some(left) = room.checked_sub(1) else { return fault(403, "QuotaExceeded") };
        *room = left;
    }
    let upload = query.get("uploadId");
    match (request.method.as_str(), upload) {
        ("GET", _) if query.contains_key("list-type") => list(query, state),
        ("GET" | "HEAD", _) => get(request, path, state),
        ("POST", _) if query.contains_key("delete") => delete(request, state),
        ("POST", _) if query.contains_key("uploads") => {
            let id = state.uploads.len().to_string();
            state.uploads.insert(id.clone(), (words(request), BTreeMap::new()));
            answer(
                200,
                format!(
                    "<InitiateMultipartUploadResult><UploadId>{id}</UploadId></InitiateMultipartUploadResult>"
                ),
            )
        }
        ("PUT", Some(id)) => {
            let number = query.get("partNumber").and_then(|n| n.parse().ok()).expect("a number");
            state.uploads.get_mut(id).expect("an upload").1.insert(number, request.body.clone());
            tagged(answer(200, ""), &request.body)
        }
        ("POST", Some(id)) => {
            let (words, parts) = state.uploads.remove(id).expect("an upload");
            let bytes: Vec<u8> = parts.into_values().flatten().collect();
            let etag = etag(&bytes);
            state.objects.insert(path.to_owned(), (bytes, words));
            answer(
                200,
                format!("<CompleteMultipartUploadResult><ETag>{etag}</ETag></CompleteMultipartUploadResult>"),
            )
        }
        ("DELETE", Some(id)) => {
            state.uploads.remove(id);
            answer(204, "")
        }
        ("PUT", None) => {
            let is_new = request.headers.get("if-none-match").is_some_and(|v| v == "*");
            if is_new && state.objects.contains_key(path) {
                return fault(412, "PreconditionFailed");
            }
            state.objects.insert(path.to_owned(), (request.body.clone(), words(request)));
            tagged(answer(200, ""), &request.body)
        }
        _ => fault(501, "NotImplemented"),
    }
}

fn words(request: &Request) -> Words {
    let headers = request.headers.iter().filter(|(name, _)| name.starts_with("x-amz-meta-"));
    headers.map(|(name, value)| (name.clone(), value.clone())).collect()
}

fn etag(bytes: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    format!("\"{:016x}\"", hasher.finish())
}

fn tagged(mut answer: Answer, bytes: &[u8]) -> Answer {
    answer.headers.push(("ETag".into(), etag(bytes)));
    answer.headers.push(("Last-Modified".into(), "Tue, 04 Mar 2031 10:00:00 GMT".into()));
    answer
}

fn get(request: &Request, path: &str, state: &State) -> Answer {
    let Some((bytes, words)) = state.objects.get(path) else { return fault(404, "NoSuchKey") };
    if request.headers.get("if-match").is_some_and(|tag| *tag != etag(bytes)) {
        return fault(412, "PreconditionFailed");
    }
    let range = request.headers.get("range").and_then(|r| r.strip_prefix("bytes=")?.split_once('-'));
    let number = |text: &str| text.parse::<usize>().ok();
    let mut found = match range {
        None => answer(200, bytes.clone()),
        Some(("", most)) => {
            part(bytes, bytes.len().saturating_sub(number(most).expect("a number")), bytes.len())
        }
        Some((start, end)) => {
            let end = number(end).map_or(bytes.len(), |end| bytes.len().min(end + 1));
            part(bytes, number(start).expect("a number"), end)
        }
    };
    found.headers.extend(words.iter().cloned());
    found.headers.push(("Content-Length".into(), found.body.len().to_string()));
    tagged(found, bytes)
}

fn part(bytes: &[u8], start: usize, end: usize) -> Answer {
    let Some(part) = bytes.get(start..end).filter(|part| !part.is_empty()) else {
        return fault(416, "InvalidRange");
    };
    let mut found = answer(206, part);
    found.headers.push(("Content-Range".into(), format!("bytes {start}-{}/{}", end - 1, bytes.len())));
    found
}

fn list(query: &BTreeMap<String, String>, state: &State) -> Answer {
    let prefix = format!("news/{}", query.get("prefix").map_or("", String::as_str));
    let after = query.get("continuation-token").cloned().unwrap_or_default();
    let mut text = "<ListBucketResult>".to_owned();
    let (mut count, mut folders) = (0, Vec::new());
    for (key, (bytes, _)) in state.objects.iter().filter(|(key, _)| key.starts_with(&prefix) && **key > after)
    {
        let inner = &key[prefix.len()..];
        if let (Some(_), Some((folder, _))) = (query.get("delimiter"), inner.split_once('/')) {
            folders.push(folder.to_owned());
            continue;
        }
        let name = &key["news/".len()..];
        text += &format!(
            "<Contents><Key>{name}</Key><LastModified>2031-03-04T10:00:00.000Z</LastModified><ETag>{}</ETag><Size>{}</Size></Contents>",
            etag(bytes).replace('"', "&quot;"),
            bytes.len()
        );
        count += 1;
        if count == PAGE {
            text += &format!(
                "<IsTruncated>true</IsTruncated><NextContinuationToken>{key}</NextContinuationToken>"
            );
            break;
        }
    }
    folders.dedup();
    for folder in folders {
        text += &format!(
            "<CommonPrefixes><Prefix>{}{folder}/</Prefix></CommonPrefixes>",
            &prefix["news/".len()..]
        );
    }
    answer(200, text + "</ListBucketResult>")
}

fn delete(request: &Request, state: &mut State) -> Answer {
    let body = String::from_utf8_lossy(&request.body).into_owned();
    let keys = body.split("<Key>").skip(1).filter_map(|part| Some(part.split_once("</Key>")?.0));
    let mut text = "<DeleteResult>".to_owned();
    for key in keys {
        state.objects.remove(&format!("news/{key}"));
        text += &format!("<Deleted><Key>{key}</Key></Deleted>");
    }
    answer(200, text + "</DeleteResult>")
}
