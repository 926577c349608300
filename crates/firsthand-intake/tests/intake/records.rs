//! JSON records.

use crate::made::{Read, gz, read_bytes, read_with, tight};
use firsthand_intake::{Fields, Options};
use firsthand_text::page::Kind;

fn mapped(bytes: &[u8], mappings: &[&str]) -> Read {
    let mut fields = Fields::default();
    mappings.iter().for_each(|m| fields.map(m).unwrap());
    read_with(bytes, &Options { fields, ..Options::default() })
}

#[test]
fn records_one_a_line() {
    let lines = "{\"headline\": \"Fire\", \"body\": \"A fire.\", \"url\": \"https://harbour.example/fire\", \"date\": \"4 May 2025\",\
                 \"authors\": [\"Ada Vale\", \"Nils Holm\"], \"source\": {\"name\": \"Harbour Post\"}, \"crawled\": \"2025-05-06\"}\n\n\
                 {\"content_html\": \"<p>Ice.</p>\"}\n";
    let read = read_bytes(lines.as_bytes());
    assert_eq!(
        (read.texts(), read.places()),
        (vec!["A fire.".to_owned(), "<p>Ice.</p>".to_owned()], vec!["f#1", "f#3"])
    );
    for (key, want) in [
        ("title", vec!["Fire"]),
        ("published", vec!["2025-05-04"]),
        ("author", vec!["Ada Vale", "Nils Holm"]),
        ("outlet", vec!["Harbour Post"]),
    ] {
        assert_eq!(read.facts(key), want, "{key}");
    }
    let first = &read.items[0];
    assert_eq!((first.crawled.as_deref(), first.kind), (Some("2025-05-06"), None));
    assert_eq!((first.facts[0].place, read.items[1].kind), ("jsonl", Some(Kind::Html)));
    assert_eq!(read, read_bytes(&gz(lines.as_bytes())));
    assert_eq!(read, read_bytes(format!("\u{feff}{lines}").as_bytes()));
}

#[test]
fn records_in_other_shapes() {
    let pretty = "{\n  \"title\": \"Fire\",\n  \"text\": \"A {fire}.\"\n}\n{\n  \"text\": \"Ice \\\"}\"\n}";
    for (name, file, texts) in [
        ("an array", "[{\"text\": \"One\"},\n {\"text\": \"Two\", \"x\": [{}]}]", &["One", "Two"][..]),
        ("laid out for people", pretty, &["A {fire}.", "Ice \"}"]),
        ("one record", "{\"text\": \"One\"}", &["One"]),
    ] {
        let read = read_bytes(file.as_bytes());
        assert_eq!(
            (read.texts().iter().map(String::as_str).collect::<Vec<_>>(), read.bad.len()),
            (texts.to_vec(), 0),
            "{name}"
        );
    }
}

#[test]
fn fields_are_mapped() {
    let line = b"{\"kop\": \"Fire\", \"meta\": {\"lead\": \"A fire.\"}, \"text\": \"not this\"}\n{\"kop\": \"Ice\", \"meta\": {\"lead\": \"Ice.\"}}\n";
    let read = mapped(line, &["title=kop", "text=meta.lead"]);
    assert_eq!(
        (read.texts(), read.facts("title")),
        (vec!["A fire.".to_owned(), "Ice.".to_owned()], vec!["Fire", "Ice"])
    );
}

#[test]
fn bad_lines_are_named_and_the_next_is_read() {
    for (name, bad, want) in [
        (
            "a cut line",
            "{\"text\": \"On".to_owned(),
            "f#2: no sound JSON (EOF while parsing a string); this line was skipped",
        ),
        ("no JSON", "snow".to_owned(), "f#2: no sound JSON (expected value); this line was skipped"),
        (
            "no text",
            "{\"id\": 7, \"kop\": \"x\"}".to_owned(),
            "f#2: a record without a text, its fields are id, kop; skipped",
        ),
        (
            "too long",
            format!("{{\"text\": \"{}\"}}", "x".repeat(9000)),
            "f#2: a record of more than 0 MiB; skipped",
        ),
    ] {
        let read = read_with(
            format!("{{\"text\": \"One\"}}\n{bad}\n{{\"text\": \"Three\"}}\n").as_bytes(),
            &tight(5000),
        );
        assert_eq!(
            (read.texts(), read.bad),
            (vec!["One".to_owned(), "Three".to_owned()], vec![want.to_owned()]),
            "{name}"
        );
    }
    let many: String = (0..50).map(|_| "{\"text\": \n").collect();
    let read = read_bytes(format!("{{\"text\": \"One\"}}\n{many}").as_bytes());
    assert_eq!(read.bad.len(), 21, "after twenty they are counted");
    assert_eq!(read.bad[20], "f: 30 more records like these could not be read; skipped");
}

#[test]
fn other_json_is_no_report() {
    let say = "use --map text=FIELD to say which holds the text; skipped";
    for (file, want) in [
        (
            "{\"name\": \"x\", \"version\": 2}",
            format!("f: not a report: JSON with the fields name, version; {say}"),
        ),
        ("{\n \"a\": {\"b\": 1}\n}\n", format!("f: not a report: JSON with the fields a; {say}")),
        ("[{\"kop\": 1}, {\"kop\": 2}]", format!("f: not a report: JSON with the fields kop; {say}")),
        ("{}", format!("f: not a report: JSON with the fields (none); {say}")),
        ("[]", "f: not a report: JSON without a record; skipped".to_owned()),
    ] {
        let read = read_bytes(file.as_bytes());
        assert_eq!((read.items.len(), read.bad), (0, vec![want]), "{file}");
    }
}
