//! Lone pages, packed pages, archives of files.

use crate::made::{gz, html, read_bytes, read_file, read_with, tight, zip, zst};

#[test]
fn a_page_is_itself_however_it_is_packed() {
    let page = html("The mole is open");
    for (name, file) in [
        ("plain", page.clone().into_bytes()),
        ("gzip", gz(page.as_bytes())),
        ("zstd", zst(page.as_bytes())),
        ("gzip in zstd", zst(&gz(page.as_bytes()))),
        ("two members", [gz(&page.as_bytes()[..9]), gz(&page.as_bytes()[9..])].concat()),
        ("with padding", [gz(page.as_bytes()), vec![0; 512]].concat()),
    ] {
        let read = read_bytes(&file);
        assert_eq!(
            (read.texts(), read.places(), read.bad.len()),
            (vec![page.clone()], vec!["f"], 0),
            "{name}"
        );
        assert_eq!(read, read_file(&file), "{name}");
    }
}

#[test]
fn what_is_not_read_is_named() {
    let page = html("The mole is open");
    let deep = gz(&gz(&gz(&gz(&gz(page.as_bytes())))));
    let nested = zip(&[("a.zip", &zip(&[("b.zip", &zip(&[("c.html", page.as_bytes())]))]))]);
    for (name, file, want) in [
        ("cut gzip", gz(page.as_bytes())[..40].to_vec(), "f: the gzip data is cut short; skipped"),
        ("wrapped too often", deep, "f: it is packed more than 3 times over; unpack it first; skipped"),
        ("bzip2", b"BZh91AY&SY".to_vec(), "f: bzip2 data; unpack it first (bunzip2); skipped"),
        (
            "an office document",
            zip(&[("[Content_Types].xml", b"x")]),
            "f: an Office document, not a report; skipped",
        ),
        (
            "archives in archives",
            nested,
            "f#a.zip#b.zip: an archive in an archive in an archive; unpack it first; skipped",
        ),
    ] {
        let read = read_bytes(&file);
        assert_eq!((read.bad, read.items.len()), (vec![want.to_owned()], 0), "{name}");
    }
}

#[test]
fn a_zip_is_a_folder() {
    let (a, b) = (html("One"), "Two, in plain words");
    let file = zip(&[
        ("news/b.txt", b.as_bytes()),
        ("news/a.html.gz", &gz(a.as_bytes())),
        (".hidden", b"x"),
        ("c.gz", &gz(b"Three, cut short")[..20]),
    ]);
    let read = read_bytes(&file);
    assert_eq!(read.places(), ["f#news/a.html.gz", "f#news/b.txt"]);
    assert_eq!(read.texts(), [a, b.to_owned()]);
    assert_eq!(read.bad.len(), 1, "{:?}", read.bad);
    assert!(read.bad[0].starts_with("f#c.gz: the gzip data is"), "{:?}", read.bad);
}

#[test]
fn a_page_that_is_too_long_is_cut_at_a_character() {
    let read = read_with("é".repeat(600).as_bytes(), &tight(1001));
    assert_eq!((read.items[0].bytes.len(), read.items[0].notes.len()), (1000, 1));
}
