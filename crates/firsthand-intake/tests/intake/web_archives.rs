//! WARC, ARC and WACZ.

use crate::made::{answer, gz, html, read_bytes, read_file, read_with, record, response, tight, zip, zst};

/// An archive as crawlers write it: three pages among other records.
fn pieces() -> Vec<Vec<u8>> {
    let http = "Content-Type: application/http\r\n";
    let chunks = b"5\r\n<p>Mo\r\n9\r\nle open</\r\n2\r\np>\r\n0\r\n\r\n";
    vec![
        record("warcinfo", "", "Content-Type: application/warc-fields\r\n", b"software: none\r\n"),
        response("fire", "Harbour fire"),
        record("request", "https://harbour.example/fire", http, b"GET /fire HTTP/1.1\r\n\r\n"),
        record(
            "response",
            "https://harbour.example/gone",
            http,
            &answer("404 Not Found", "", b"<p>Gone</p>"),
        ),
        record(
            "response",
            "https://harbour.example/ice",
            http,
            &answer("200 OK", "Content-Encoding: gzip\r\n", &gz(html("Ice on the river").as_bytes())),
        ),
        record(
            "response",
            "https://harbour.example/picture",
            http,
            b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG",
        ),
        record("response", "https://harbour.example/moved", http, &answer("301 Moved", "", b"")),
        record(
            "response",
            "<https://harbour.example/mole>",
            http,
            &answer("200 OK", "Transfer-Encoding: chunked\r\n", chunks),
        ),
        record("revisit", "https://harbour.example/fire", http, b""),
        record(
            "conversion",
            "https://harbour.example/text",
            "Content-Type: text/plain\r\n",
            b"Plain words of a page",
        ),
        record("resource", "https://harbour.example/data", "Content-Type: application/json\r\n", b"{}"),
    ]
}

#[test]
fn records_are_read_however_the_file_is_packed() {
    let pieces = pieces();
    let plain = pieces.concat();
    let whole = gz(&plain);
    let each: Vec<u8> = pieces.iter().flat_map(|p| gz(p)).collect();
    let frames: Vec<u8> = pieces.iter().flat_map(|p| zst(p)).collect();
    let texts = [
        html("Harbour fire"),
        html("Ice on the river"),
        "<p>Mole open</p>".into(),
        "Plain words of a page".into(),
    ];
    for (name, file, own_offsets) in [
        ("plain", plain.clone(), true),
        ("gzip as a whole", whole, false),
        ("gzip by record", each.clone(), true),
        ("zstd by record", frames, true),
        ("gzip by record, packed again", gz(&each), false),
    ] {
        let read = read_bytes(&file);
        assert_eq!(read.texts(), texts, "{name}");
        assert_eq!(read.bad, Vec::<String>::new(), "{name}");
        assert_eq!(
            read.passed,
            "1 application/json, 1 image/png, 1 request, 1 revisit, 1 status 301, 1 status 404, 1 warcinfo",
            "{name}"
        );
        assert_eq!(read, read_file(&file), "{name}: a pipe and a file give the same");
        let first = &read.items[0];
        assert_eq!(first.address.as_deref(), Some("https://harbour.example/fire"));
        assert_eq!(first.crawled.as_deref(), Some("2025-05-05T08:00:00Z"));
        assert_eq!(first.charset.as_deref(), Some("utf-8"));
        assert_eq!(read.items[2].address.as_deref(), Some("https://harbour.example/mole"));
        for item in &read.items {
            let at = item.record.as_ref().unwrap();
            assert_eq!(item.location, format!("f#{}", at.offset), "{name}");
            assert_eq!(at.unpacked, !own_offsets, "{name}");
            if own_offsets {
                // The record alone, cut out of the file by what is said of it, gives the same page.
                let from = usize::try_from(at.offset).unwrap();
                let to = from + usize::try_from(at.length.unwrap()).unwrap();
                let alone = read_bytes(&file[from..to]);
                assert_eq!(alone.items[0].bytes, item.bytes, "{name}");
            }
        }
    }
}

#[test]
fn bad_records_are_named_and_the_next_is_read() {
    let http = "Content-Type: application/http\r\n";
    let (one, two) = (response("one", "One"), response("two", "Two"));
    let swap = |record: &[u8], from: &str, to: &str| -> Vec<u8> {
        String::from_utf8(record.to_vec()).unwrap().replace(from, to).into_bytes()
    };
    let length = format!("Content-Length: {}", answer("200 OK", "", html("One").as_bytes()).len());
    let mut damaged = gz(&one);
    let middle = damaged.len() / 2;
    damaged[middle] ^= 0xff;
    damaged[middle + 1] ^= 0xff;
    let packed = [gz(&one), gz(&two)];
    let long =
        record("response", "https://harbour.example/long", http, &answer("200 OK", "", &vec![b'x'; 90_000]));
    let bomb = answer("200 OK", "Content-Encoding: gzip\r\n", &gz(&vec![b' '; 900_000]));
    let bomb = record("response", "https://harbour.example/bomb", http, &bomb);
    let strange = record(
        "response",
        "https://harbour.example/x",
        http,
        &answer("200 OK", "Content-Encoding: snow\r\n", b"x"),
    );
    for (name, broken, want) in [
        (
            "garbage",
            b"There is no record here\r\n\r\n".to_vec(),
            "f#0: no record starts here; 29 bytes to the next record skipped",
        ),
        (
            "no length",
            swap(&one, &length, "X: 1"),
            "f#0: a record, but its header names no Content-Length; skipped",
        ),
        (
            "no number",
            swap(&one, &length, "Content-Length: many"),
            "f#0: a record, but its Content-Length is no number; skipped",
        ),
        (
            "too long a length",
            swap(&one, &length, "Content-Length: 400"),
            "f#0: a record that is cut short, 364 of its 400 bytes are there; skipped",
        ),
        (
            "too short a length",
            swap(&one, &length, "Content-Length: 90"),
            "f#0: a record whose length does not fit what follows; skipped",
        ),
        (
            "cut in the body",
            one[..one.len() - 30].to_vec(),
            "f#0: a record whose length does not fit what follows; skipped",
        ),
        ("too long a page", long, "f#0: a record of 90059 bytes, more than 0 MiB; skipped"),
        (
            "a bomb in a body",
            bomb,
            "f#0: a record, but the gzip body unpacks to more than 60000 bytes; skipped",
        ),
        (
            "an unknown encoding",
            strange,
            "f#0: a record, but the body is encoded as snow, which is not read; skipped",
        ),
    ] {
        let info = record("warcinfo", "", "", b"");
        let read = read_with(&[&info[..], &broken, b"\r\n", &two].concat(), &tight(60_000));
        assert_eq!(read.bad, [want.replace("#0", &format!("#{}", info.len()))], "{name}");
        assert_eq!(read.texts(), [html("Two")], "{name}: the next is read");
    }
    for (name, broken, want) in [
        ("damaged", damaged, "f#0: "),
        ("cut", packed[0][..packed[0].len() - 40].to_vec(), "f#0: "),
        ("a cut record in a whole member", gz(&one[..one.len() - 20]), "f#0: a record that is cut short, "),
    ] {
        let read = read_bytes(&[&broken[..], &packed[1]].concat());
        assert_eq!(read.bad.len(), 1, "{name}: {:?}", read.bad);
        assert!(read.bad[0].starts_with(want), "{name}: {:?}", read.bad);
        assert_eq!(read.texts(), [html("Two")], "{name}: the next is read");
        assert_eq!(read.places(), [format!("f#{}", broken.len())], "{name}: and known by its offset");
    }
}

#[test]
fn a_file_that_ends_early_gives_what_is_whole() {
    let records: Vec<Vec<u8>> = ["one", "two", "three"].iter().map(|n| response(n, n)).collect();
    for (name, file) in [
        ("plain", records.concat()),
        ("each", records.iter().flat_map(|r| gz(r)).collect()),
        ("whole", gz(&records.concat())),
    ] {
        let read = read_bytes(&file[..file.len() - 30]);
        assert_eq!(read.bad.len(), 1, "{name}: {:?}", read.bad);
        assert!(read.bad[0].contains("cut short"), "{name}: {:?}", read.bad);
        let want = [html("one"), html("two")];
        // A member cut before its end may still have given a record that is whole.
        assert!(
            read.texts() == want || name == "whole" && read.texts().starts_with(&want[..1]),
            "{name}: {:?}",
            read.texts()
        );
    }
}

#[test]
fn bombs_end_at_the_ratio() {
    let bomb = vec![b'\n'; 8 << 20];
    let two = gz(&response("two", "Two"));
    let inner = record("resource", "https://harbour.example/", "Content-Type: text/plain\r\n", &bomb);
    let read = read_with(&[gz(&inner), two.clone()].concat(), &tight(1 << 20));
    assert_eq!(read.bad.len(), 1, "{:?}", read.bad);
    assert!(read.bad[0].contains("it unpacks to more than 200 times its size"), "{:?}", read.bad);
    assert_eq!(read.texts(), [html("Two")]);
    let read = read_with(&gz(&bomb), &tight(1 << 20));
    assert!(read.items.iter().all(|i| i.bytes.len() <= 1 << 20), "a lone page ends at the limit");
}

#[test]
fn digests_are_kept_and_verified() {
    let http = "Content-Type: application/http\r\n";
    let block = answer("200 OK", "", b"<p>The mole is open</p>");
    let sum = |bytes: &[u8]| {
        use sha1::Digest;
        data_encoding::BASE32.encode(&sha1::Sha1::digest(bytes))
    };
    let payload = sum(b"<p>The mole is open</p>");
    let whole = sum(&block);
    for (lines, fits, digest, notes) in [
        (String::new(), None, None, 0),
        (format!("WARC-Payload-Digest: sha1:{payload}\r\n"), Some(true), Some(format!("sha1:{payload}")), 0),
        (format!("WARC-Block-Digest: sha1:{whole}\r\n"), Some(true), Some(format!("sha1:{whole}")), 0),
        (
            format!("WARC-Payload-Digest: sha1:{}\r\n", sum(b"x")),
            Some(false),
            Some(format!("sha1:{}", sum(b"x"))),
            1,
        ),
        ("WARC-Payload-Digest: snow:AAAA\r\n".into(), None, Some("snow:AAAA".into()), 0),
        ("WARC-Truncated: length\r\n".into(), None, None, 1),
    ] {
        let read =
            read_bytes(&record("response", "https://harbour.example/", &format!("{http}{lines}"), &block));
        let item = &read.items[0];
        let at = item.record.as_ref().unwrap();
        assert_eq!((at.fits, &at.digest, item.notes.len()), (fits, &digest, notes), "{lines}");
    }
}

#[test]
fn a_feed_in_an_archive_is_a_feed() {
    let feed = "<rss version='2.0'><channel><title>Harbour Post</title><item><title>Fire</title><link>/fire</link>\
                <description>A fire.</description></item></channel></rss>";
    let block = format!("HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n\r\n{feed}");
    let read = read_bytes(&record(
        "response",
        "https://harbour.example/rss",
        "Content-Type: application/http\r\n",
        block.as_bytes(),
    ));
    assert_eq!(read.places(), ["f#0#1"]);
    assert_eq!(read.items[0].address.as_deref(), Some("https://harbour.example/fire"));
}

#[test]
fn arc_is_read() {
    let body = answer("200 OK", "", b"<p>An old page</p>");
    let head = "1 0 Harbour\nURL IP-address Archive-date Content-type Archive-length\n";
    let file = |wrong: usize| {
        let mut file = format!("filedesc://h.arc 0.0.0.0 20050504121500 text/plain {}\n{head}\n", head.len())
            .into_bytes();
        for (at, extra) in [wrong, 0].into_iter().enumerate() {
            let line = format!(
                "http://harbour.example/{at} 192.0.2.1 20050504121500 text/html {}\n",
                body.len() + extra
            );
            file.extend_from_slice(line.as_bytes());
            file.extend_from_slice(&body);
            file.push(b'\n');
        }
        file
    };
    let read = read_bytes(&file(0));
    assert_eq!(read.texts(), ["<p>An old page</p>"; 2]);
    assert_eq!(read.items[1].crawled.as_deref(), Some("2005-05-04T12:15:00Z"));
    assert_eq!(read_bytes(&gz(&file(0))).texts(), read.texts());
    let read = read_bytes(&file(20));
    assert_eq!((read.texts().len(), read.bad.len()), (1, 1), "{:?}", read.bad);
    assert_eq!(read.items[0].address.as_deref(), Some("http://harbour.example/1"));
}

#[test]
fn wacz_gives_its_archives() {
    let each: Vec<u8> = ["one", "two"].iter().flat_map(|n| gz(&response(n, n))).collect();
    let file = zip(&[
        ("datapackage.json", b"{}"),
        ("archive/data.warc.gz", &each),
        ("indexes/index.cdx.gz", &gz(b"x")),
        ("pages/pages.jsonl", b"{\"text\": \"not a page of its own\"}"),
    ]);
    let read = read_bytes(&file);
    assert_eq!(read.texts(), [html("one"), html("two")]);
    assert_eq!(read.places()[0], "f#archive/data.warc.gz#0");
    assert_eq!(read, read_file(&file));
    assert_eq!(read, read_bytes(&gz(&file)));
    let cut = read_bytes(&file[..file.len() - 40]);
    assert_eq!((cut.items.len(), cut.bad.len()), (0, 1), "{:?}", cut.bad);
}
