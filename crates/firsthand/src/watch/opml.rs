//! Lists of feeds (OPML 1.0, 1.1, 2.0), as readers of feeds hand them on.

use quick_xml::Reader;
use quick_xml::escape::{resolve_html5_entity, unescape_with};
use quick_xml::events::Event;
use std::collections::BTreeSet;

/// One feed of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outline {
    /// Its address, as given.
    pub address: String,
    /// What the list calls it.
    pub title: Option<String>,
}

/// The feeds of a list, in its order, each once, however deep they stand. Errors: it is no such list.
pub fn outlines(bytes: &[u8]) -> Result<Vec<Outline>, String> {
    let text = text(bytes);
    let mut reader = Reader::from_str(&text);
    reader.config_mut().enable_all_checks(false);
    let (mut found, mut seen, mut is_list) = (Vec::new(), BTreeSet::new(), false);
    loop {
        let start = match reader.read_event() {
            Ok(Event::Start(start) | Event::Empty(start)) => start,
            Ok(Event::Eof) => break,
            Ok(_) => continue,
            Err(error) if is_list => return Err(format!("no sound OPML ({error})")),
            Err(_) => break,
        };
        let name = String::from_utf8_lossy(start.local_name().as_ref().as_ref()).to_lowercase();
        is_list |= name == "opml";
        if !is_list || name != "outline" {
            continue;
        }
        let mut outline = Outline::default();
        let mut label = None;
        for attribute in start.html_attributes().with_checks(false).flatten() {
            let key = String::from_utf8_lossy(attribute.key.as_ref().as_ref()).to_lowercase();
            let raw = String::from_utf8_lossy(attribute.value.as_ref().as_ref()).into_owned();
            let value = unescape_with(&raw, resolve_html5_entity).map_or(raw.clone(), |v| v.into_owned());
            let value = value.trim().to_owned();
            match key.as_str() {
                "xmlurl" => outline.address = value,
                "title" => outline.title = Some(value),
                "text" => label = Some(value),
                _ => {}
            }
        }
        outline.title = outline.title.filter(|t| !t.is_empty()).or(label).filter(|t| !t.is_empty());
        if !outline.address.is_empty() && seen.insert(outline.address.clone()) {
            found.push(outline);
        }
    }
    if is_list { Ok(found) } else { Err("no list of feeds (OPML)".into()) }
}

/// The list as text: UTF-8, or UTF-16 with its mark.
fn text(bytes: &[u8]) -> String {
    let wide = |bytes: &[u8], unit: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect();
        String::from_utf16_lossy(&units)
    };
    match bytes {
        [0xff, 0xfe, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => wide(rest, u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => String::from_utf8_lossy(bytes).into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn feeds_are_found_however_deep_they_stand() {
        let list = r#"<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0"><head><title>Desk</title></head><body>
<outline text="Coast">
  <outline type="rss" text="Solvik Courier" xmlUrl="https://courier.example/feed?a=1&amp;b=2" htmlUrl="https://courier.example"/>
  <outline text="Deeper"><outline text="Deepest">
    <outline TYPE="RSS" TEXT="Tj&oslash;me" XMLURL="https://tjome.example/atom.xml"></outline>
  </outline></outline>
</outline>
<outline title="Again" xmlUrl="https://tjome.example/atom.xml"/>
<outline text="a link" type="link" url="https://no.example/"/>
<outline text="" xmlUrl=" https://bare.example/rss "/>
</body></opml>"#;
        let found = outlines(list.as_bytes()).unwrap();
        let flat: Vec<(&str, Option<&str>)> =
            found.iter().map(|o| (o.address.as_str(), o.title.as_deref())).collect();
        assert_eq!(
            flat,
            [
                ("https://courier.example/feed?a=1&b=2", Some("Solvik Courier")),
                ("https://tjome.example/atom.xml", Some("Tjøme")),
                ("https://bare.example/rss", None),
            ]
        );
        let wide: Vec<u8> =
            [0xff, 0xfe].into_iter().chain(list.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        assert_eq!(outlines(&wide).unwrap(), found);
    }

    #[test]
    fn what_is_no_list_is_named() {
        for wrong in [
            "",
            "https://courier.example/feed",
            "<rss><channel/></rss>",
            "<html><outline xmlUrl='a'/></html>",
        ] {
            assert_eq!(outlines(wrong.as_bytes()), Err("no list of feeds (OPML)".to_owned()), "{wrong}");
        }
        assert_eq!(outlines(b"<opml version='1.0'><body/></opml>"), Ok(vec![]));
        assert!(
            outlines(b"<opml><body><outline xmlUrl='https://a.example/'/><outl")
                .unwrap_err()
                .contains("no sound OPML")
        );
    }
}
