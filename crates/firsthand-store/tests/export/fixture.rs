//! A small archive in memory: the storm at Skarra, our own invention.
//!
//! Four pages as they could come (a page in UTF-8 and its earlier version, one in an old encoding, an entry of a feed, a file
//! of plain text without an address) and what the engine says of them; and beside it a small account made by hand, whose
//! exports do not change when the engine does.

use firsthand_core::account::*;
use firsthand_core::{story, version};
use firsthand_intake::Item;
use firsthand_store::ReportRow;
use firsthand_store::export::{Before, Decision, Dossier, Error, Source};
use firsthand_text::language::{Annotated, Models};
use firsthand_text::page::{Fact, Kind};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::sync::Arc;

/// An archive in memory.
pub(crate) struct Held {
    pub(crate) dossier: Dossier,
    pub(crate) items: BTreeMap<i64, Item>,
}

impl Source for Held {
    fn dossier(&self, story: i64) -> Result<Option<Dossier>, Error> {
        Ok((story == self.dossier.id).then(|| self.dossier.clone()))
    }
    fn item(&self, report: i64) -> Result<Option<Item>, Error> {
        Ok(self.items.get(&report).cloned())
    }
    fn decisions(&self) -> Result<Vec<Decision>, Error> {
        let decision = |id: i64, undone: Option<&str>| Decision {
            id,
            at: "2031-03-06T08:00:00Z".into(),
            kind: "pin".into(),
            detail: "r3 belongs to s7".into(),
            before: vec![Before { report: 3, story: 6, pin: None }],
            undone: undone.map(String::from),
        };
        Ok(vec![decision(1, Some("2031-03-06T08:00:01Z")), decision(2, None)])
    }
}

const BEACON: &str = "<!doctype html><html lang=\"en\"><head><title>Storm tears roof off Skarra lighthouse</title>\
    <meta property=\"og:site_name\" content=\"Skarra Beacon\">\
    <meta property=\"article:published_time\" content=\"2031-03-05T07:30:00Z\">\
    <link rel=\"canonical\" href=\"https://beacon.example/storm\"></head><body><article>\
    <h1>Storm tears roof off Skarra lighthouse</h1>\
    <p>A storm tore the roof off the lighthouse of Skarra on Tuesday &mdash; the worst in forty years &mdash; and injured \
    COUNT people, the harbour master Åsa Lindqvist said.</p>\
    <p>&ldquo;We had warned the keepers twice,&rdquo; Lindqvist told the Beacon &amp; its readers. The ferry to Holm was cancelled \
    and about 300 passengers spent the night in the school of the village.</p>\
    <p>The Northern Press Agency reported that the lamp had been saved.</p></article></body></html>";

const MAIL: &str = "<html><head><meta charset=\"iso-8859-1\"><title>Skarra lighthouse damaged</title></head><body><article>\
    <h1>Skarra lighthouse damaged</h1>\
    <p>The storm of Tuesday damaged the lighthouse of Skarra, harbour master \u{c5}sa Lindqvist said. Seven people were \
    injured, the Northern Press Agency reported.</p><p>The ferry to Holm did not sail, and some 280 passengers had to wait for \
    the morning in the village school.</p></article></body></html>";

const FEED: &str = "<p>SKARRA (NPA) - A storm tore the roof off the lighthouse of Skarra on Tuesday and injured seven people, \
    harbour master Åsa Lindqvist said.</p><p>The ferry to Holm was cancelled and about 300 passengers spent the night in the \
    school of the village, police said.</p>";

const LETTER: &str = "Night at the school of Skarra\n\n-5 degrees and no ferry: about 300 passengers of the ferry to Holm \
    spent Tuesday night in the school of Skarra after the storm, police said.\n\nThe roof of the lighthouse was torn off, \
    harbour master Åsa Lindqvist said. “We had warned the keepers twice,” she said.\n";

/// The pages, by their numbers in the archive.
pub(crate) fn items() -> BTreeMap<i64, Item> {
    let web = |location: &str, address: &str, crawled: &str, bytes: Vec<u8>| Item {
        location: location.into(),
        bytes,
        address: Some(address.into()),
        crawled: Some(crawled.into()),
        ..Item::default()
    };
    let fact =
        |key: &str, value: &str| Fact { place: "feed", key: key.into(), value: value.into(), page: None };
    let latin = MAIL.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let beacon = |count: &str| BEACON.replace("COUNT", count).into_bytes();
    let storm = "https://beacon.example/storm";
    BTreeMap::from([
        (2, web("crawl.warc.gz#0", storm, "2031-03-05T08:00:00Z", beacon("six"))),
        (3, web("crawl.warc.gz#900", storm, "2031-03-05T12:00:00Z", beacon("nine"))),
        (
            5,
            Item {
                charset: Some("iso-8859-1".into()),
                ..web("crawl.warc.gz#1800", "https://mail.example/a?id=7", "2031-03-05T09:00:00Z", latin)
            },
        ),
        (
            6,
            Item {
                kind: Some(Kind::Html),
                facts: vec![
                    fact("title", "Storm injures seven at Skarra – “worst in forty years”"),
                    fact("published", "2031-03-05"),
                    fact("outlet", "Holm Courier"),
                ],
                ..web("holm.xml#1", "https://holm.example/1", "2031-03-05T10:00:00Z", FEED.into())
            },
        ),
        (9, Item { location: "letters/skarra.txt".into(), bytes: LETTER.into(), ..Item::default() }),
    ])
}

/// The archive as the engine sees it.
pub(crate) fn held() -> Held {
    let (models, items) = (Models::built_in(), items());
    let read: Vec<Annotated> =
        items.values().map(|i| firsthand_text::read_page(&i.page(), &models)).collect();
    let copies: BTreeMap<String, ReportRow> = read
        .iter()
        .zip(&items)
        .map(|(r, (id, item))| (r.report.location.clone(), copy(*id, item, r)))
        .collect();
    let versions = version::fold(read);
    let all =
        story::Story { reports: (0..versions.reports.len()).collect(), joins: Vec::new(), related: None };
    let mut account = account(7, &all, &versions);
    account.story.id = "s7".into();
    let numbered = |r: &Report| {
        let locations = r.versions.iter().map(|v| &v.location).chain([&r.location]);
        let mut found: Vec<ReportRow> = locations.map(|l| copies[l].clone()).collect();
        let first = found[0].id;
        found.iter_mut().for_each(|c| c.first = first);
        found
    };
    let copies = account.reports.iter().map(numbered).collect();
    Held { dossier: Dossier { id: 7, account: Arc::new(account), copies }, items }
}

fn copy(id: i64, item: &Item, read: &Annotated) -> ReportRow {
    let report = &read.report;
    ReportRow {
        id,
        first: id,
        location: item.location.clone(),
        url: report.url.clone(),
        crawled: item.crawled.clone(),
        added: format!("2031-03-06T07:00:0{id}Z"),
        digest: digest(&item.bytes),
        title: report.title().map(str::to_owned),
        outlet: report.outlet.clone(),
        byline: (!report.byline.is_empty()).then(|| report.byline.join(", ")),
        published: report.published.value.clone(),
        how: report.published.how.map(|h| h.name().to_owned()),
        updated: report.updated.value.clone(),
        language: report.language.clone(),
        ..ReportRow::default()
    }
}

pub(crate) fn digest(bytes: &[u8]) -> String {
    let sum = Sha256::digest(bytes);
    format!("sha256:{}", sum.iter().map(|b| format!("{b:02x}")).collect::<String>())
}

const BODIES: [&str; 2] = [
    "=Nine people were injured, harbour master Åsa Lindqvist said.",
    "Seven people were injured at Skarra, the Northern Press Agency reported.",
];

/// A passage of one of the bodies.
fn passage(report: usize, text: &str) -> Passage {
    let byte = BODIES[report].find(text).unwrap();
    let start = BODIES[report][..byte].chars().count();
    Passage {
        report: Some(format!("r{}", report + 1)),
        start,
        end: start + text.chars().count(),
        text: text.into(),
        bytes: Some([byte, byte + text.len()]),
        ..Passage::default()
    }
}

/// The archive as it is made by hand: two reports, two statements that differ.
pub(crate) fn by_hand() -> Held {
    let bytes = |n: usize| BODIES[n].as_bytes().to_vec();
    let address = ["https://beacon.example/storm", "https://mail.example/a?id=7"];
    let item = |n: usize| Item {
        location: format!("crawl.warc.gz#{n}"),
        bytes: bytes(n),
        address: Some(address[n].into()),
        crawled: Some("2031-03-05T08:00:00Z".into()),
        ..Item::default()
    };
    let copy = |n: usize| ReportRow {
        id: n as i64 + 3,
        first: n as i64 + 3,
        location: format!("crawl.warc.gz#{n}"),
        url: Some(address[n].into()),
        crawled: Some("2031-03-05T08:00:00Z".into()),
        added: "2031-03-06T07:00:00Z".into(),
        digest: digest(&bytes(n)),
        title: (n == 0).then(|| "Storm at Skarra".into()),
        outlet: Some(["Skarra Beacon", "Evening Mail"][n].into()),
        published: Some("2031-03-05".into()),
        how: Some("markup".into()),
        language: Some("en".into()),
        ..ReportRow::default()
    };
    Held {
        dossier: Dossier {
            id: 7,
            account: Arc::new(hand_made()),
            copies: vec![vec![copy(0)], vec![copy(1)]],
        },
        items: BTreeMap::from([(3, item(0)), (4, item(1))]),
    }
}

fn hand_made() -> Account {
    let report = |n: usize, outlet: &str, title: Option<&str>| Report {
        id: format!("r{}", n + 1),
        location: format!("crawl.warc.gz#{n}"),
        url: Some(["https://beacon.example/storm", "https://mail.example/a?id=7"][n].into()),
        outlet: Some(outlet.into()),
        title: title.map(String::from),
        byline: (n == 0).then(|| "Per Holm, Ada Vik".into()),
        credits: if n == 1 { vec!["Northern Press Agency".into()] } else { Vec::new() },
        published: Published {
            value: Some("2031-03-05T07:30:00Z".into()),
            how: Some("markup".into()),
            ..Published::default()
        },
        language: Some("en".into()),
        body: BODIES[n].into(),
        notes: if n == 1 { vec!["joined the story by Skarra, injured".into()] } else { Vec::new() },
        ..Report::default()
    };
    let statement = |n: usize, words: &str, count: f64, origin: &str, kind: &str| Statement {
        id: format!("t{}", n + 1),
        report: format!("r{}", n + 1),
        passage: Passage { report: None, ..passage(n, BODIES[n]) },
        predicate: Predicate { lemma: "injure".into(), start: 17, end: 24 },
        arguments: vec![Argument { role: "patient".into(), text: words.into(), entity: None }],
        time: Some(When { value: "2031-03-04".into(), text: "Tuesday".into() }),
        place: None,
        quantities: vec![Amount {
            value: count,
            high: None,
            bound: "exact".into(),
            unit: Some("person".into()),
            text: words.into(),
        }],
        polarity: "positive".into(),
        certainty: "asserted".into(),
        attribution: vec![Attribution {
            source: origin.into(),
            kind: kind.into(),
            passage: passage(n, ["Åsa Lindqvist said", "Northern Press Agency reported"][n]),
            rule: "said".into(),
        }],
        origin: Some(origin.into()),
        event: Some("v1".into()),
        ..Statement::default()
    };
    let form = |text: &str, report: &str| Form { text: text.into(), reports: vec![report.into()], count: 1 };
    let entity = |id: &str, name: &str, kind: &str, report: &str| Entity {
        id: id.into(),
        name: name.into(),
        kind: kind.into(),
        forms: vec![form(name, report)],
        ..Entity::default()
    };
    let origin = |id: &str, name: &str, kind: &str, entity: Option<&str>| Origin {
        id: id.into(),
        name: name.into(),
        kind: kind.into(),
        entity: entity.map(String::from),
        ..Origin::default()
    };
    let variant = |value: &str, n: usize| Variant {
        value: value.into(),
        statements: vec![format!("t{n}")],
        reports: vec![format!("r{n}")],
        origins: vec![format!("o{n}")],
        support: Support { certain: 1, possible: 1, ..Support::default() },
    };
    Account {
        schema: SCHEMA.into(),
        story: Story {
            id: "s7".into(),
            headline: "Storm at Skarra".into(),
            finding: "2 reports of the injury, 2 origins: Åsa Lindqvist, Northern Press Agency".into(),
            first_published: Some("2031-03-05T07:30:00Z".into()),
            last_published: Some("2031-03-05T07:30:00Z".into()),
            reports: 2,
            origins: 2,
            measure: Measure::Measured,
            support: Support { certain: 2, possible: 3, ..Support::default() },
        },
        reports: vec![report(0, "Skarra Beacon", Some("Storm at Skarra")), report(1, "Evening Mail", None)],
        entities: vec![
            Entity {
                roles: vec!["harbour master".into()],
                reasons: vec![Reason {
                    rule: "role".into(),
                    because: "the harbour master is Åsa Lindqvist".into(),
                    passages: vec![passage(0, "harbour master Åsa Lindqvist")],
                }],
                ..entity("e1", "Åsa Lindqvist", "person", "r1")
            },
            Entity { country: Some("SE".into()), ..entity("e2", "Skarra", "place", "r2") },
            entity("e3", "Northern Press Agency", "organisation", "r2"),
        ],
        statements: vec![
            statement(0, "Nine people", 9.0, "o1", "reported"),
            statement(1, "Seven people", 7.0, "o2", "relayed"),
        ],
        events: vec![Event {
            id: "v1".into(),
            label: "people were injured".into(),
            statements: vec!["t1".into(), "t2".into()],
            reports: vec!["r1".into(), "r2".into()],
            origins: vec!["o1".into(), "o2".into()],
            ..Event::default()
        }],
        points: vec![Point {
            id: "p1".into(),
            event: Some("v1".into()),
            slot: "quantity".into(),
            label: "how many people were injured".into(),
            status: Status::Disputed,
            reason: "9 and 7 cannot both be true".into(),
            variants: vec![variant("9 people", 1), variant("7 people", 2)],
            ..Point::default()
        }],
        origins: vec![
            origin("o1", "Åsa Lindqvist", "person", Some("e1")),
            origin("o2", "Northern Press Agency", "agency", Some("e3")),
        ],
        lineage: vec![
            Edge {
                id: "l1".into(),
                from: "r2".into(),
                to: "o2".into(),
                kind: "cites".into(),
                passages: vec![passage(1, "the Northern Press Agency reported")],
                share: None,
                reason: "the report names the agency as its source".into(),
                ..Edge::default()
            },
            Edge {
                id: "l2".into(),
                from: "r2".into(),
                to: "r1".into(),
                kind: "copies".into(),
                passages: vec![passage(1, "people were injured"), passage(0, "people were injured")],
                share: Some(0.25),
                reason: "3 words in a row stand in both".into(),
                second: true,
                confidence: Some(0.61),
                or: vec![Alternative { to: "r1".into(), odds: 0.27 }],
                evidence: vec![
                    Evidence { cue: "coverage".into(), says: "1 of its 4 sentences stands there".into() },
                    Evidence { cue: "time".into(), says: "the other was published 2 hours earlier".into() },
                ],
                ..Edge::default()
            },
        ],
        quotes: Vec::new(),
        timeline: Vec::new(),
        exclusives: Vec::new(),
        silences: Vec::new(),
    }
}
