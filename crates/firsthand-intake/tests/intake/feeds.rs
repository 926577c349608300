//! Feeds of every form.

use crate::made::{gz, read_bytes, read_with, tight};
use firsthand_text::page::Kind;

const RSS: &str = r#"<?xml version="1.0"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:c="http://purl.org/rss/1.0/modules/content/">
 <channel><title>Harbour Post - World</title><link>https://harbour.example/</link>
  <item><title>Fire &amp; ice</title><link>https://harbour.example/fire</link>
   <dc:creator>Ada Vale</dc:creator><pubDate>Sun, 04 May 2025 12:15:00 GMT</pubDate>
   <description>A fire.</description><c:encoded><![CDATA[<p>A fire in the harbour.</p>]]></c:encoded>
   <source url="https://wire.example/rss">Meridian Wire</source></item>
  <item><title>Only a title</title></item>
  <item><guid>https://harbour.example/ice</guid><description>Ice &lt;b&gt;on&lt;/b&gt; the river&nbsp;again.</description></item>
 </channel></rss>"#;

const ATOM: &str = r#"<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://harbour.example/">
 <title>Harbour Post</title><link rel="self" href="feed"/><link href="/"/>
 <entry><title type="html">Fire &amp;amp; ice</title><link href="fire"/><id>tag:1</id>
  <author><name>Ada Vale</name><email>ada@harbour.example</email></author>
  <published>2025-05-04T12:15:00+02:00</published><updated>2025-05-05T08:00:00Z</updated>
  <source><title>Meridian Wire</title><link href="https://wire.example/"/></source>
  <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>A fire.</p><p>In &amp; out.</p></div></content></entry>
</feed>"#;

const RDF: &str = r#"<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
  xmlns:dc="http://purl.org/dc/elements/1.1/">
 <channel rdf:about="https://harbour.example/"><title>Harbour Post</title><items><rdf:Seq/></items></channel>
 <item rdf:about="x"><title>Fire</title><link>https://harbour.example/fire</link><dc:date>2025-05-04</dc:date>
  <description>A fire.</description></item></rdf:RDF>"#;

const JSON: &str = r#"{"version": "https://jsonfeed.org/version/1.1", "title": "Harbour Post",
 "items": [{"id": "1", "url": "https://harbour.example/fire", "external_url": "https://wire.example/7", "title": "Fire",
  "content_html": "<p>A fire.</p>", "date_published": "2025-05-04T12:15:00Z", "authors": [{"name": "Ada Vale"}]},
  {"id": 2, "content_text": "Ice on the river."}]}"#;

#[test]
fn every_form_gives_the_same_facts() {
    for (name, feed) in [("rss", RSS), ("atom", ATOM), ("rdf", RDF), ("json", JSON)] {
        let read = read_bytes(feed.as_bytes());
        assert_eq!(read.bad, Vec::<String>::new(), "{name}");
        let first = &read.items[0];
        assert_eq!(first.location, "f#1", "{name}");
        assert_eq!(first.address.as_deref(), Some("https://harbour.example/fire"), "{name}");
        assert!(read.facts("title")[0].starts_with("Fire"), "{name}");
        assert!(read.facts("published")[0].starts_with("2025-05-04"), "{name}");
        assert!(read.facts("outlet")[0].starts_with("Harbour Post"), "{name}");
        assert!(first.facts.iter().all(|f| f.place == "feed"), "{name}");
        assert!(String::from_utf8_lossy(&first.bytes).contains("A fire"), "{name}");
        assert_eq!(read, read_bytes(&gz(feed.as_bytes())), "{name}, packed");
    }
    let rss = read_bytes(RSS.as_bytes());
    assert_eq!(rss.facts("title"), ["Fire & ice"]);
    assert_eq!(
        (rss.facts("source"), rss.facts("source.url")),
        (vec!["Meridian Wire"], vec!["https://wire.example/rss"])
    );
    assert_eq!(rss.facts("published"), ["2025-05-04T12:15:00Z"]);
    assert_eq!(rss.texts(), ["<p>A fire in the harbour.</p>", "Ice <b>on</b> the river\u{a0}again."]);
    assert_eq!((rss.items[0].kind, rss.items[1].kind), (Some(Kind::Html), Some(Kind::Html)));
    assert_eq!(rss.items[1].address.as_deref(), Some("https://harbour.example/ice"), "a guid is a link");
    assert_eq!(rss.passed, "1 entry without text");
    let atom = read_bytes(ATOM.as_bytes());
    assert_eq!(atom.texts(), ["<p>A fire.</p><p>In &amp; out.</p>"]);
    assert_eq!(
        (atom.facts("published"), atom.facts("updated")),
        (vec!["2025-05-04T12:15:00+02:00"], vec!["2025-05-05T08:00:00Z"])
    );
    assert_eq!((atom.facts("author"), atom.facts("source")), (vec!["Ada Vale"], vec!["Meridian Wire"]));
    let json = read_bytes(JSON.as_bytes());
    assert_eq!(json.facts("source.url"), ["https://wire.example/7"]);
    assert_eq!((json.items[1].kind, json.texts()[1].as_str()), (Some(Kind::Text), "Ice on the river."));
}

#[test]
fn encodings_of_feeds_are_told() {
    let feed = |declared: &str| {
        format!(
            "<?xml version='1.0'{declared}?><rss><channel><item><title>Größe</title><description>Fähre fährt.</description></item></channel></rss>"
        )
    };
    let latin = |text: String| -> Vec<u8> { text.chars().map(|c| u32::from(c) as u8).collect() };
    let wide = |text: String| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_be_bytes).collect() };
    let wider = |text: String| -> Vec<u8> { text.chars().flat_map(|c| u32::from(c).to_le_bytes()).collect() };
    for (name, bytes) in [
        ("utf-8", feed("").into_bytes()),
        ("latin-1", latin(feed(" encoding='iso-8859-1'"))),
        ("latin-1 undeclared", latin(feed(""))),
        ("utf-8 that declares latin-1", feed(" encoding='iso-8859-1'").into_bytes()),
        ("utf-16", wide(feed(""))),
        ("utf-16 with a mark", wide(format!("\u{feff}{}", feed(" encoding='utf-16'")))),
        ("utf-32", wider(feed(" encoding='utf-32'"))),
    ] {
        let read = read_bytes(&bytes);
        assert_eq!(
            (read.texts(), read.facts("title")),
            (vec!["Fähre fährt.".to_owned()], vec!["Größe"]),
            "{name}"
        );
    }
}

#[test]
fn broken_feeds_give_what_is_sound() {
    let item = |text: &str| format!("<item><title>T</title><description>{text}</description></item>");
    let feed = |inner: &str| format!("<rss><channel><title>P</title>{inner}</channel></rss>");
    let two = item("Two.");
    let deep = format!("<item><description>{}One.</description></item>", "<b>".repeat(3000));
    for (name, file, texts, bad) in [
        (
            "an undefined entity",
            feed(&format!("{}{two}", item("One &snow; two."))),
            &["One &snow; two.", "Two."][..],
            "f: the feed uses &snow; without defining it; left as it stands",
        ),
        ("a lone ampersand", feed(&format!("{}{two}", item("One & two."))), &["One & two.", "Two."], ""),
        ("an entity of HTML", feed(&item("Caf&eacute;")), &["Café"], ""),
        (
            "an entity of its own",
            format!("<!DOCTYPE rss [<!ENTITY h 'Harbour'>]>{}", feed(&item("&h; fire"))),
            &["Harbour fire"],
            "",
        ),
        (
            "an end that does not fit",
            feed(&format!("<item><description>One.</b></description></item>{two}")),
            &["One.", "Two."],
            "",
        ),
        ("an undeclared prefix", feed(&format!("<x:y>z</x:y>{two}")), &["Two."], ""),
        (
            "an early end",
            feed(&two).replace("</channel></rss>", "<item><description>One"),
            &["Two.", "One"],
            "f: the feed ends before its last element does; 2 entries were read",
        ),
    ] {
        let read = read_bytes(file.as_bytes());
        assert_eq!(read.texts(), texts, "{name}");
        assert_eq!(read.bad.join("|"), bad, "{name}");
    }
    let read = read_bytes(feed(&format!("{deep}{two}")).as_bytes());
    assert_eq!(read.texts().last().map(String::as_str), Some("Two."), "depth does not stop the reading");
    let laughs: String =
        (1..30).map(|n| format!("<!ENTITY l{n} '{}'>", format!("&l{};", n - 1).repeat(10))).collect();
    let bomb = format!("<!DOCTYPE rss [<!ENTITY l0 'ha'>{laughs}]>{}", feed(&item("&l29;")));
    let read = read_bytes(bomb.as_bytes());
    assert!(read.items.iter().all(|i| i.bytes.len() < 10_000), "entities do not grow in one another");
}

#[test]
fn an_entry_that_is_too_long_is_named_and_the_next_is_read() {
    let entry = |text: &str| format!("<item><description>{text}</description></item>");
    let many = entry(&"<i>x</i>".repeat(20_000));
    let file = format!("<rss><channel>{}{many}{}</channel></rss>", entry("One."), entry("Three."));
    let read = read_with(file.as_bytes(), &tight(50_000));
    assert_eq!(read.texts(), ["One.", "Three."]);
    assert_eq!(read.bad, ["f#2: an entry of more than 0 MiB; skipped"]);
    let huge = format!(
        "<rss><channel>{}{}{}</channel></rss>",
        entry("One."),
        entry(&"x".repeat(600_000)),
        entry("Three.")
    );
    let read = read_with(huge.as_bytes(), &tight(50_000));
    assert_eq!(read.texts()[0], "One.");
    assert_eq!(read.bad.len(), 1, "{:?}", read.bad);
}
