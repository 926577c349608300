//! Whatever comes in: no panic, no endless loop, no page longer than the limit, and the same again.

use crate::made::{gz, html, read_with, record, response, tight, zip, zst};
use proptest::prelude::*;

fn seeds() -> Vec<Vec<u8>> {
    let records = [response("one", "One"), record("warcinfo", "", "", b"x"), response("two", "Two")];
    let rss = "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a 'b'>]><rss xmlns:dc='http://purl.org/dc/elements/1.1/'><channel>\
               <title>P</title><item><title>T &amp; &a;</title><dc:date>2025-05-04</dc:date><description><![CDATA[<p>x</p>]]>\
               </description><source url='u'>S</source></item></channel></rss>";
    let atom = "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='http://a.example/'><entry><link href='x'/>\
                <content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>x</p></div></content></entry></feed>";
    let json = "{\"version\": \"https://jsonfeed.org/version/1\", \"items\": [{\"content_text\": \"x\", \"url\": \"u\"}]}";
    let lines = "{\"title\": \"T\", \"text\": \"x\"}\n{\"text\": [\"a\", {\"name\": \"b\"}]}\n";
    let arc = "filedesc://a 0.0.0.0 20050504121500 text/plain 4\nabcd\nhttp://a/ 0.0.0.0 20050504121500 text/html 20\nHTTP/1.0 200 OK\n\nabc\n";
    vec![
        records.concat(),
        gz(&records.concat()),
        records.iter().flat_map(|r| gz(r)).collect(),
        records.iter().flat_map(|r| zst(r)).collect(),
        zip(&[("datapackage.json", b"{}"), ("archive/a.warc.gz", &gz(&records.concat()))]),
        rss.into(),
        atom.into(),
        json.into(),
        lines.into(),
        format!("[{}]", lines.trim().replace('\n', ",")).into_bytes(),
        arc.into(),
        html("x").into_bytes(),
    ]
}

fn check(bytes: &[u8]) -> Result<(), TestCaseError> {
    let options = tight(4096);
    let read = read_with(bytes, &options);
    for item in &read.items {
        prop_assert!(item.bytes.len() <= 4096, "{} bytes", item.bytes.len());
        prop_assert!(item.location.starts_with('f'));
        if let Some(record) = item.record.as_ref().filter(|r| !r.unpacked) {
            prop_assert!(record.offset + record.length.unwrap_or(0) <= bytes.len() as u64);
        }
    }
    prop_assert!(read.bad.len() <= options.limits.named + 1);
    prop_assert_eq!(read_with(bytes, &options), read);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        check(&bytes)?;
    }

    #[test]
    fn any_bytes_behind_a_sound_head(which in 0..12usize, keep in 0..80usize, tail in prop::collection::vec(any::<u8>(), 0..200)) {
        let mut bytes = seeds()[which].clone();
        bytes.truncate(keep);
        bytes.extend(tail);
        check(&bytes)?;
    }

    #[test]
    fn sound_files_with_bytes_changed(
        which in 0..12usize,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0..3u8), 1..6),
    ) {
        let mut bytes = seeds()[which].clone();
        for (at, byte, how) in changes {
            let at = at.index(bytes.len());
            match how {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                _ => { bytes.truncate(at.max(1)); }
            }
        }
        check(&bytes)?;
    }

    #[test]
    fn sound_files_cut_up_and_joined(which in 0..12usize, other in 0..12usize, a in any::<prop::sample::Index>(), b in any::<prop::sample::Index>()) {
        let seeds = seeds();
        let (first, second) = (&seeds[which], &seeds[other]);
        check(&[&first[..a.index(first.len())], &second[b.index(second.len())..]].concat())?;
    }
}
