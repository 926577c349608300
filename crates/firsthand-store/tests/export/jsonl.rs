//! JSON lines lose nothing.

use crate::fixture::{digest, items};
use firsthand_intake::{Item, Record};
use firsthand_store::export::jsonl::{Akin, Given, Joined, Line, Lines, Put, Reading, Told, Writer};
use firsthand_store::export::{Before, Decision};
use firsthand_text::page::{Fact, Kind};
use firsthand_text::{Note, Span, Trouble};
use proptest::prelude::*;

fn put(id: i64, item: &Item) -> Line {
    Line::Report(Box::new(Put {
        id,
        first: id,
        newest: true,
        story: 7,
        pinned: (id % 2 == 0).then_some(7),
        joined: (id == 5).then(|| Joined {
            nearest: 2,
            score: 0.49206349206349204,
            shares: vec!["Skarra".into()],
        }),
        added: "2031-03-06T07:00:00Z".into(),
        digest: digest(&item.bytes),
        given: Given::from(item),
    }))
}

/// Writes lines and reads them again.
fn round(lines: &[Line]) -> (Vec<u8>, Vec<Line>) {
    let mut bytes = Vec::new();
    let mut writer = Writer::new(&mut bytes).unwrap();
    lines.iter().for_each(|line| writer.put(line).unwrap());
    writer.end().unwrap();
    let read = Lines::new(bytes.as_slice()).unwrap().map(|line| line.unwrap().1).collect();
    (bytes, read)
}

#[test]
fn what_is_read_is_what_was_written() {
    let mut lines: Vec<Line> = items().iter().map(|(id, item)| put(*id, item)).collect();
    let told = |id: i64, merged_into: Option<i64>| Told {
        id,
        headline: "Storm — “at Skarra”".into(),
        changed: "2031-03-06T07:00:09Z".into(),
        merged_into,
        reports: if id == 7 { vec![2, 5, 6, 9] } else { Vec::new() },
        related: (id == 7)
            .then(|| Akin { story: 11, reason: "one story until it was split".into() })
            .into_iter()
            .collect(),
    };
    lines.extend([
        Line::Story(told(7, None)),
        Line::Story(told(8, Some(7))),
        Line::Decision(Decision {
            id: 1,
            at: "2031-03-06T08:00:00Z".into(),
            kind: "pin".into(),
            detail: String::new(),
            before: vec![Before { report: 3, story: 8, pin: None }],
            undone: None,
        }),
        Line::Cursor(Reading {
            source: "holm.xml".into(),
            value: "{\"entry\":1}".into(),
            at: "2031-03-06T08:00:00Z".into(),
        }),
    ]);
    let (bytes, read) = round(&lines);
    assert_eq!(read, lines);
    assert_eq!(round(&read).0, bytes);
    for (line, (_, item)) in read.into_iter().zip(items()) {
        let Line::Report(put) = line else { panic!() };
        assert_eq!(put.digest, digest(&item.bytes));
        assert_eq!(put.given.item().unwrap(), item);
    }
}

#[test]
fn a_page_that_is_no_utf8_is_packed() {
    let item = &items()[&5];
    let given = Given::from(item);
    assert!(given.text.is_none() && given.deflate.is_some());
    assert_eq!(given.item().unwrap(), *item);
}

#[test]
fn pages_that_cannot_be_read_are_refused_with_a_reason() {
    let good = Given { text: Some("x".into()), ..Given::default() };
    let said = |place: &str, bytes| firsthand_store::export::jsonl::Said {
        place: place.into(),
        bytes,
        ..Default::default()
    };
    for (given, want) in [
        (Given::default(), "neither text nor deflate"),
        (Given { deflate: Some("x".into()), ..good.clone() }, "both text and deflate"),
        (Given { deflate: Some("?".into()), ..Given::default() }, "deflate is not base64"),
        (Given { deflate: Some("////".into()), ..Given::default() }, "deflate cannot be unpacked"),
        (Given { kind: Some("pdf".into()), ..good.clone() }, "kind is pdf"),
        (Given { facts: vec![said("rumour", None)], ..good.clone() }, "a fact from rumour"),
        (Given { facts: vec![said("feed", Some([2, 1]))], ..good.clone() }, "a fact whose bytes"),
    ] {
        let error = given.item().unwrap_err();
        assert!(error.starts_with(want), "{error}");
    }
}

fn item() -> impl Strategy<Value = Item> {
    let text = || "\\PC{0,20}|[\\x00-\\x20\"\\\\]{0,4}";
    let bytes = prop_oneof![
        prop::collection::vec(any::<u8>(), 0..200),
        "\\PC{0,200}".prop_map(String::into_bytes),
        "[\\x00-\\x7f]{0,100}".prop_map(String::into_bytes),
    ];
    let span = prop::option::of((0usize..100, 0usize..100).prop_map(|(a, l)| Span::new(a, a + l)));
    let fact = (prop::sample::select(vec!["feed", "jsonl"]), text(), text(), span)
        .prop_map(|(place, key, value, page)| Fact { place, key, value, page });
    let trouble = prop::sample::select(vec![Trouble::Archive, Trouble::Limit, Trouble::Encoding]);
    let note = (trouble, text()).prop_map(|(trouble, message)| Note { trouble, message });
    let record = (
        prop::option::of(text()),
        any::<u64>(),
        prop::option::of(any::<u64>()),
        any::<bool>(),
        prop::option::of(text()),
        prop::option::of(any::<bool>()),
    )
        .prop_map(|(id, offset, length, unpacked, digest, fits)| Record {
            id,
            offset,
            length,
            unpacked,
            digest,
            fits,
        });
    let kind = prop::option::of(prop::sample::select(vec![Kind::Html, Kind::Text]));
    let optional = || prop::option::of(text());
    (
        (text(), bytes, kind, optional(), optional(), optional()),
        (prop::option::of(record), prop::collection::vec(fact, 0..3), prop::collection::vec(note, 0..3)),
    )
        .prop_map(|((location, bytes, kind, address, charset, crawled), (record, facts, notes))| Item {
            location,
            bytes,
            kind,
            address,
            charset,
            crawled,
            record,
            facts,
            notes,
        })
}

proptest! {
    #[test]
    fn any_page_comes_back_as_it_went(item in item(), id in any::<i64>()) {
        let (bytes, read) = round(&[put(id, &item)]);
        prop_assert_eq!(&round(&read).0, &bytes);
        let [Line::Report(put)] = read.as_slice() else { panic!() };
        prop_assert_eq!(put.id, id);
        prop_assert_eq!(put.given.clone().item(), Ok(item));
    }
}
