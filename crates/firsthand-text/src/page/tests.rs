use super::*;
use crate::Span;
use proptest::prelude::*;

fn texts(page: &Page) -> Vec<&str> {
    page.blocks.iter().map(|b| b.text.as_str()).collect()
}

#[test]
fn plain_text_is_a_block_a_line_with_its_gaps() {
    let page = page("a", b"One  line\r\n\r\n\n\xc2\xa0two\xe2\x80\x8b\tlines \n\xe2\x80\xa2 item");
    assert_eq!(texts(&page), ["One line", "two lines", "• item"]);
    assert_eq!(page.blocks.iter().map(|b| b.gap).collect::<Vec<_>>(), [0, 2, 0]);
    assert_eq!(page.blocks[2].role, Role::Item);
    assert_eq!(page.kind, Kind::Text);
}

#[test]
fn what_is_no_text_is_said() {
    for (bytes, trouble) in [
        (&b""[..], Trouble::Empty),
        (b" \n\t ", Trouble::Empty),
        (b"\xe2\x80\x8b\n", Trouble::Empty),
        (b"%PDF-1.7 stuff", Trouble::Binary),
        (b"\x1f\x8b\x08\x00", Trouble::Binary),
        (&[0, 1, 2, 3, 0, 0, 0, 0, 7, 8, 9, 1, 1, 1, 0, 2], Trouble::Binary),
    ] {
        let page = page("a", bytes);
        assert!(page.blocks.is_empty(), "{bytes:?}");
        assert_eq!(page.notes.first().map(|n| n.trouble), Some(trouble), "{bytes:?}");
    }
}

#[test]
fn encodings_are_told_by_their_bytes() {
    let utf16: Vec<u8> =
        "\u{feff}Größe zählt, sagt Jürgen.".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (bytes, encoding, text) in [
        (&b"\xef\xbb\xbfGr\xc3\xb6\xc3\x9fe"[..], "UTF-8", "Größe"),
        (&utf16, "UTF-16LE", "Größe zählt, sagt Jürgen."),
        (b"Die Gr\xf6\xdfe z\xe4hlt f\xfcr J\xfcrgen.", "windows-1252", "Die Größe zählt für Jürgen."),
        (
            b"Caf\xc3\xa9 na\xc3\xafve \xc3\xa0 la carte \xff fin",
            "UTF-8",
            "Café naïve à la carte \u{fffd} fin",
        ),
        (b"charset=shift_jis \x93\xfa\x96\x7b", "Shift_JIS", "charset=shift_jis 日本"),
    ] {
        let page = page("a", bytes);
        assert_eq!((page.encoding, texts(&page).join("|").as_str()), (encoding, text));
    }
    let lying = page("a", "<?xml encoding=\"iso-8859-1\"?> Größe".as_bytes());
    assert_eq!((lying.encoding, lying.notes[0].trouble), ("UTF-8", Trouble::Encoding));
}

#[test]
fn what_http_declares_outranks_meta_but_no_mark() {
    let meta = &b"<meta charset=windows-1252><p>\xc4\xc4\xc4</p>"[..];
    let mark = &b"\xef\xbb\xbf<p>Gr\xc3\xb6\xc3\x9fe</p>"[..];
    for (bytes, charset, text) in [
        (meta, None, "ÄÄÄ"),
        (meta, Some("windows-1251"), "ДДД"),
        (meta, Some("snow"), "ÄÄÄ"),
        (mark, Some("windows-1251"), "Größe"),
    ] {
        let page = given(&Given { location: "a", bytes, charset, ..Given::default() });
        assert_eq!(texts(&page), [text], "{charset:?}");
    }
}

#[test]
fn a_decoded_page_maps_to_its_own_bytes() {
    let bytes = b"Die Gr\xf6\xdfe z\xe4hlt f\xfcr J\xfcrgen.";
    let page = page("a", bytes);
    let block = &page.blocks[0];
    let at = block.text.find("zählt").unwrap();
    let span = block.map.page(Span::new(at, at + "zählt".len())).unwrap();
    assert_eq!(&bytes[span.start..span.end], b"z\xe4hlt");
}

#[test]
fn a_very_long_line_is_cut_with_a_note() {
    let bytes = "flood ".repeat(20 << 17).into_bytes();
    assert!(bytes.len() < MAX_BYTES);
    let page = page("a", &bytes);
    assert!(page.blocks.iter().map(|b| b.text.len()).sum::<usize>() <= MAX_TEXT);
    assert_eq!(page.notes.first().map(|n| n.trouble), Some(Trouble::Limit));
}

#[test]
fn html_is_told_from_text_that_names_a_tag() {
    for (text, kind) in [
        ("<!DOCTYPE html><p>x", Kind::Html),
        ("\n <HTML lang=en>", Kind::Html),
        ("<p>One paragraph</p>", Kind::Html),
        ("Text <b>then</b> more <i>of</i> <a href=x>it</a>", Kind::Html),
        ("Profits < costs, costs > profits, he said", Kind::Text),
        ("The <p> element is old", Kind::Text),
        ("<AFP> A storm", Kind::Text),
    ] {
        assert_eq!(page("a", text.as_bytes()).kind, kind, "{text}");
    }
}

/// Every stretch of a block leads to bytes of the page, and verbatim ones to the same characters.
fn check_maps(page: &Page, bytes: &[u8]) -> Result<(), TestCaseError> {
    for block in &page.blocks {
        let mut end = 0;
        for run in block.map.runs() {
            prop_assert!(run.clean.start >= end && run.clean.end <= block.text.len());
            prop_assert!(
                block.text.is_char_boundary(run.clean.start) && block.text.is_char_boundary(run.clean.end)
            );
            prop_assert!(run.page.end <= bytes.len() && !run.page.is_empty());
            end = run.clean.end;
        }
        prop_assert_eq!(end, block.text.len());
    }
    Ok(())
}

proptest! {
    #[test]
    fn any_bytes_give_a_page_whose_maps_fit(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        check_maps(&page("a", &bytes), &bytes)?;
    }

    #[test]
    fn any_text_round_trips_through_its_map(text in "[a-z é\u{a0}\u{200b}\n\r.,日]{0,200}") {
        let page = page("a", text.as_bytes());
        check_maps(&page, text.as_bytes())?;
        for block in &page.blocks {
            for (at, c) in block.text.char_indices().filter(|(_, c)| *c != ' ') {
                let span = block.map.page(Span::new(at, at + c.len_utf8())).unwrap();
                let whole = block.map.page(Span::new(0, block.text.len())).unwrap();
                prop_assert_eq!(span.of(&text), c.to_string());
                prop_assert!(whole.holds(span));
            }
        }
    }
}
