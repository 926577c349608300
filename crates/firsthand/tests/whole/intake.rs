//! `firsthand read` over every kind of input, together and broken.

use crate::run::Run;
use serde_json::Value;
use std::io::Write;

/// A report of our own, as HTML.
fn page(place: &str, day: &str) -> String {
    format!(
        "<html><head><title>Ferry to {place} runs again</title></head><body><article><h1>Ferry to {place} runs again</h1>\
         <p>{}</p></article></body></html>",
        body(place, day)
    )
}

fn body(place: &str, day: &str) -> String {
    format!(
        "The ferry to {place} runs again after repairs that took two years, Mayor Hanna Orlop said on {day}. More than 300 \
         people watched from the pier of {place} as the first boat left. “We have waited long enough,” said Joost Pell, who \
         is 83. The repairs cost 1.2 million crowns, according to the harbour office."
    )
}

fn gz(bytes: &[u8]) -> Vec<u8> {
    let mut out = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    out.write_all(bytes).unwrap();
    out.finish().unwrap()
}

fn record(address: &str, page: &str) -> Vec<u8> {
    let block = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{page}");
    format!(
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2025-07-01T08:00:00Z\r\n\
         Content-Type: application/http\r\nContent-Length: {}\r\n\r\n{block}\r\n\r\n",
        block.len()
    )
    .into_bytes()
}

fn zip(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut out = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, bytes) in members {
        out.start_file(*name, options).unwrap();
        out.write_all(bytes).unwrap();
    }
    out.finish().unwrap().into_inner()
}

fn rss(entries: &str) -> String {
    format!(
        "<rss version=\"2.0\"><channel><title>Brannock Courier</title><link>https://courier.example/</link>{entries}</channel></rss>"
    )
}

fn entry(place: &str, day: &str) -> String {
    format!(
        "<item><title>Ferry to {place} runs again</title><link>https://courier.example/{place}</link>\
         <pubDate>Sun, 04 May 2025 12:15:00 +0200</pubDate><author>Ada Vale</author>\
         <source url=\"https://meridian.example/\">Meridian Press</source>\
         <description>&lt;p&gt;{}&lt;/p&gt;</description></item>",
        body(place, day)
    )
}

fn line(place: &str, day: &str) -> String {
    let record = serde_json::json!({
        "headline": format!("Ferry to {place} runs again"), "text": body(place, day), "date": "2025-05-04",
        "url": format!("https://post.example/{place}"), "source": "Harbour Post", "kop": "another",
    });
    format!("{record}\n")
}

fn folder(files: &[(&str, Vec<u8>)]) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        std::fs::write(dir.path().join(name), bytes).unwrap();
    }
    dir
}

/// Reports by location, without the folder.
fn reports(json: &str, root: &str) -> Vec<(String, Value)> {
    let accounts = json.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let mut all: Vec<(String, Value)> = accounts
        .flat_map(|a| a["reports"].as_array().unwrap().clone())
        .map(|r| (r["location"].as_str().unwrap().replace(root, ""), r))
        .collect();
    all.sort_by(|a, b| a.0.cmp(&b.0));
    all
}

#[test]
fn a_mixed_folder_is_read() {
    let warc = [
        record("https://warc.example/a", &page("Aldmoor", "Monday")),
        record("https://warc.example/b", &page("Brack", "Monday")),
    ];
    let packed: Vec<u8> = warc.iter().flat_map(|r| gz(r)).collect();
    let dir = folder(&[
        ("page.html", page("Corvale", "Tuesday").into_bytes()),
        ("page.gz", gz(page("Dunmere", "Tuesday").as_bytes())),
        ("crawl", packed.clone()),
        ("site.wacz", zip(&[("datapackage.json", b"{}"), ("archive/data.warc.gz", &packed)])),
        ("feed", rss(&format!("{}{}", entry("Estwick", "Sunday"), entry("Farrow", "Sunday"))).into_bytes()),
        ("lines", format!("{}{}", line("Glen", "Friday"), line("Holt", "Friday")).into_bytes()),
    ]);
    let root = format!("{}/", dir.path().display());
    let done = Run::new(["read", "--json"]).arg(dir.path()).done();
    assert_eq!(done.code, 0, "{}", done.stderr);
    let all = reports(&done.stdout, &root);
    let second = gz(&warc[0]).len();
    // What stands in both archives is one report in two places.
    let other = |report: &Value| report["versions"][0]["location"].as_str().map(|p| p.replace(&root, ""));
    let mut places: Vec<String> =
        all.iter().flat_map(|(place, r)| other(r).into_iter().chain([place.clone()])).collect();
    places.sort();
    let want = [
        "crawl#0".to_owned(),
        format!("crawl#{second}"),
        "feed#1".into(),
        "feed#2".into(),
        "lines#1".into(),
        "lines#2".into(),
        "page.gz".into(),
        "page.html".into(),
        "site.wacz#archive/data.warc.gz#0".into(),
        format!("site.wacz#archive/data.warc.gz#{second}"),
    ];
    assert_eq!(places, want);
    let site = "site.wacz#archive/data.warc.gz#0";
    let of = |place: &str| &all.iter().find(|(p, _)| p == place).unwrap().1;
    // A date of the crawl is none of publication.
    assert_eq!(
        (&of(site)["published"]["value"], of(site)["url"].as_str()),
        (&Value::Null, Some("https://warc.example/a"))
    );
    let feed = of("feed#1");
    assert_eq!(feed["published"]["how"], "feed");
    assert!(feed["published"]["value"].as_str().unwrap().starts_with("2025-05-04"), "{}", feed["published"]);
    assert_eq!(
        (feed["title"].as_str(), feed["outlet"].as_str()),
        (Some("Ferry to Estwick runs again"), Some("Brannock Courier"))
    );
    assert_eq!(feed["byline"].as_str(), Some("Ada Vale"));
    assert!(feed["credits"].to_string().contains("Meridian Press"), "{}", feed["credits"]);
    let line = of("lines#2");
    assert_eq!(
        (line["title"].as_str(), line["outlet"].as_str()),
        (Some("Ferry to Holt runs again"), Some("Harbour Post"))
    );
    assert_eq!(
        (line["published"]["value"].as_str(), line["url"].as_str()),
        (Some("2025-05-04"), Some("https://post.example/Holt"))
    );

    // The same through a pattern, and a file by itself through a pipe.
    let pattern = Run::new(["read", "--json"]).arg(dir.path().join("*.{html,gz}")).done();
    assert_eq!(reports(&pattern.stdout, &root).len(), 2, "{}", pattern.stderr);
    let piped = Run::new(["read", "--json", "-"]).stdin(packed).done();
    assert_eq!(
        reports(&piped.stdout, "").iter().map(|(p, _)| p.as_str()).collect::<Vec<_>>(),
        ["-#0", &format!("-#{second}")]
    );
    let threads = Run::new(["read", "--json", "--threads", "1"]).arg(dir.path()).done();
    assert_eq!(threads, done, "the number of threads does not show");
    let mapped = Run::new(["read", "--json", "--map", "title=kop"]).arg(dir.path().join("lines")).done();
    assert_eq!(reports(&mapped.stdout, &root)[0].1["title"], "another");
}

#[test]
fn bad_records_are_named_and_the_next_is_read() {
    let good = |n: u8| record(&format!("https://warc.example/{n}"), &page("Aldmoor", "Monday"));
    let mut damaged = gz(&good(1));
    let middle = damaged.len() / 2;
    damaged[middle..middle + 4].fill(0xff);
    let mut said = String::new();
    for (name, bytes, kept) in [
        ("broken.warc", [b"WARC/1.0\r\nContent-Length: many\r\n\r\n".to_vec(), good(2)].concat(), 1),
        ("damaged.warc.gz", [damaged, gz(&good(2))].concat(), 1),
        ("cut.warc.gz", [gz(&good(1)), gz(&good(2))[..90].to_vec()].concat(), 1),
        (
            "entity.rss",
            rss(&entry("Estwick", "Sunday").replace("</title>", " &snow;</title>")).into_bytes(),
            1,
        ),
        ("early.rss", rss(&entry("Estwick", "Sunday")).as_bytes()[..700].to_vec(), 1),
        (
            "line.jsonl",
            format!("{}{{\"text\": \n{}", line("Glen", "Friday"), line("Holt", "Friday")).into_bytes(),
            2,
        ),
        ("package.json", b"{\"name\": \"x\", \"version\": \"1\"}".to_vec(), 0),
        ("cut.html.gz", gz(page("Aldmoor", "Monday").as_bytes())[..90].to_vec(), 0),
        ("bomb.gz", gz(&vec![b' '; 40 << 20]), 0),
        ("letter.docx", zip(&[("[Content_Types].xml", b"x")]), 0),
        ("tool.lz4", b"\x04\x22\x4d\x18rest".to_vec(), 0),
    ] {
        let dir = folder(&[("good.html", page("Good", "Monday").into_bytes()), (name, bytes)]);
        let root = format!("{}/", dir.path().display());
        let done = Run::new(["read", "--json"]).arg(dir.path()).done();
        assert_eq!(done.code, 1, "{name}: {}", done.stderr);
        assert_eq!(reports(&done.stdout, &root).len(), kept + 1, "{name}: {}", done.stderr);
        said.push_str(&done.stderr.replace(&root, ""));
    }
    insta::assert_snapshot!(said);
}

#[test]
fn what_was_passed_over_is_counted() {
    let request = b"WARC/1.0\r\nWARC-Type: request\r\nContent-Length: 0\r\n\r\n\r\n\r\n".to_vec();
    let file =
        [record("https://warc.example/1", &page("Aldmoor", "Monday")), request.clone(), request].concat();
    let dir = folder(&[("a.warc", file)]);
    let done = Run::new(["read", "--json"]).arg(dir.path().join("a.warc")).done();
    let said = done.stderr.replace(&format!("{}/", dir.path().display()), "");
    assert_eq!((done.code, said.as_str()), (0, "firsthand: a.warc: 1 page read, passed over: 2 request\n"));
}
