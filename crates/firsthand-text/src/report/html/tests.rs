use crate::Trouble;
use crate::page::page;
use crate::report::{ParagraphKind, Report, Why, report};

const ONE: &str =
    "The river Lund rose two metres on Monday and flooded the old harbour of Vik, the board said.";
const TWO: &str =
    "Nobody was hurt, but forty boats broke loose in the night, said Ada Holm, who heads the board.";
const NEXT: &str = "The bakers of Vik have agreed on a price for rolls, and the price will hold until the spring, they said.";

fn read(html: &str) -> Report {
    report(&page("page", format!("<!doctype html><html><body>{html}</body></html>").as_bytes()))
}

fn body(found: &Report) -> Vec<&str> {
    found.paragraphs.iter().map(|p| p.span.of(&found.text)).collect()
}

#[test]
fn the_story_is_found_whole_and_alone() {
    let many = |text: &str, n: usize| format!("<p>{text}</p>").repeat(n).replace("</p><p>", " ");
    for (name, html, want) in [
        (
            "pieces of one name with an advertisement between them",
            format!(
                "<article><h1>Flood in Vik</h1><div class='piece text'><p>{ONE}<p>{ONE} Again.</div>\
                 <div class=ad-slot><p>Buy nets, the nets of Vik are the best nets there are.</div>\
                 <div class='piece text'><p>{TWO}</div></article>"
            ),
            vec![ONE.to_owned(), format!("{ONE} Again."), TWO.to_owned()],
        ),
        (
            "an endless page: the story of the title only",
            format!(
                "<title>Flood in Vik</title><main><article id=first><h1>Flood in Vik</h1><p>{ONE}{}</article>\
                 <div class=more><article><h1>Rolls</h1>{}</article><article><h1>Nets</h1>{}</article></div></main>",
                format!(" {TWO}").repeat(4),
                many(NEXT, 9),
                many(NEXT, 8)
            ),
            vec![format!("{ONE}{}", format!(" {TWO}").repeat(4))],
        ),
        (
            "a short story above a long footer",
            format!(
                "<div class=story-body><p>{ONE}<p>{TWO}</div><footer>{}</footer>",
                many("Write to the newspaper at the old quay, we read all letters that come before noon.", 6)
            ),
            vec![ONE.to_owned(), TWO.to_owned()],
        ),
        (
            "parts that are called widgets and an article that has comments",
            format!(
                "<div class=comments-enabled><h1>Flood in Vik</h1><div class=article-widget><p>{ONE}</div>\
                 <div class=article-widget><p>{TWO}</div></div>"
            ),
            vec![ONE.to_owned(), TWO.to_owned()],
        ),
    ] {
        let found = read(&html);
        assert_eq!(body(&found), want, "{name}");
    }
}

#[test]
fn captions_are_told_by_their_picture() {
    let found = read(&format!(
        "<article><h1>Flood in Vik</h1><p>{ONE}</p><div class=x><img src=a><div>The quay at noon</div>\
         <div>Photo: Ada Vale/KNS</div></div><p>{TWO}</p><p>{NEXT}</p></article>"
    ));
    let captions: Vec<_> = found.captions.iter().map(|c| (c.text.as_str(), c.credit.as_deref())).collect();
    assert_eq!(captions, [("The quay at noon", Some("Ada Vale/KNS"))]);
    assert_eq!(body(&found), [ONE, TWO, NEXT]);
}

#[test]
fn a_caption_that_is_said_again_without_its_credit_is_no_story() {
    let quay = "Boats lie on the quay of Vik on Monday at noon.";
    let found = read(&format!(
        "<article><h1>Flood in Vik</h1><p>{ONE}</p><figure><img src=a><figcaption>{quay} <i>Ada Vale for the Journal</i>\
         </figcaption></figure><div class=slide>{quay}</div><p>{TWO}</p><div><img src=b><span class=legend>The quay at \
         noon, seen from the board's own boat on the way out</span></div><p>{NEXT}</p></article>"
    ));
    assert_eq!(body(&found), [ONE, TWO, NEXT]);
    assert_eq!(found.captions.len(), 2);
    assert!(found.dropped.iter().any(|c| c.text == quay && c.why == Why::Repeat));
}

#[test]
fn posts_are_labelled_and_reasons_given() {
    let found = read(&format!(
        "<article><h1>Flood in Vik</h1><p>{ONE}</p><blockquote class=twitter-tweet><p>The quay is gone</p></blockquote>\
         <p>{TWO}</p><ul><li>The board met on Tuesday in the hall.</ul><div class=newsletter><p>The day in Vik, daily</p></div>\
         <p>{NEXT}</p></article>"
    ));
    let kinds: Vec<_> = found.paragraphs.iter().map(|p| p.kind).collect();
    use ParagraphKind::{Item, Post, Text};
    assert_eq!(kinds, [Text, Post, Text, Item, Text]);
    let dropped: Vec<_> = found.dropped.iter().map(|d| (d.why, d.text.as_str())).collect();
    assert_eq!(dropped, [(Why::Newsletter, "The day in Vik, daily")]);
}

#[test]
fn a_body_the_page_does_not_show_is_taken_with_a_note() {
    let hidden =
        format!("<h1>Flood in Vik</h1><div class=story hidden><p>{ONE}<p>{TWO}<p>{NEXT}</div><p>Subscribe.");
    let stated = format!(
        "<script type=application/ld+json>{{\"@type\":\"NewsArticle\",\"headline\":\"Flood in Vik\",\"articleBody\":\"{ONE}\\n{TWO}\\n\\n{NEXT}\"}}</script>\
         <h1>Flood in Vik</h1>"
    );
    for (html, lines) in [(hidden, vec![ONE, TWO, NEXT]), (stated, vec![ONE, TWO, NEXT])] {
        let found = read(&html);
        assert_eq!(body(&found), lines);
        assert_eq!(found.title(), Some("Flood in Vik"));
        assert!(found.notes.iter().any(|n| n.trouble == Trouble::Hidden));
        let page = format!("<!doctype html><html><body>{html}</body></html>");
        assert_eq!(found.map.page(found.paragraphs[1].span).unwrap().of(&page), TWO);
    }
}
