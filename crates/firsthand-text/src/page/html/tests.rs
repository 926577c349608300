use crate::page::{MAX_TEXT, Page, Role, page};
use crate::{Span, Trouble};

fn read(html: &str) -> Page {
    page("page", format!("<!doctype html>{html}").as_bytes())
}

fn texts(page: &Page) -> Vec<(Role, &str)> {
    page.blocks.iter().map(|b| (b.role, b.text.as_str())).collect()
}

#[test]
fn blocks_are_cut_where_elements_begin_and_end() {
    use Role::{Caption, Control, Heading, Item, Paragraph, Quote, Table};
    for (html, want) in [
        ("<p>One<p>Two", &[(Paragraph, "One"), (Paragraph, "Two")][..]),
        ("<h1>Head</h1>loose <b>text</b>", &[(Heading(1), "Head"), (Paragraph, "loose text")]),
        ("<ul><li>a<li>b</ul>", &[(Item, "a"), (Item, "b")]),
        ("a<br>b<br><br>c", &[(Paragraph, "a b"), (Paragraph, "c")]),
        ("<blockquote><p>q</blockquote>", &[(Quote, "q")]),
        ("<figure><img><figcaption>c</figcaption></figure>", &[(Caption, "c")]),
        ("<table><tr><td>x<td>y</table>", &[(Table, "x"), (Table, "y")]),
        ("<p>a <button>press</button> b", &[(Paragraph, "a"), (Control, "press"), (Paragraph, "b")]),
        (
            "a<script>no()</script><style>p{}</style><noscript>no</noscript><template>no</template>b",
            &[(Paragraph, "ab")],
        ),
        ("caf&eacute; &amp; &#8220;tea&#8221;&nbsp;&lt;3", &[(Paragraph, "café & “tea” <3")]),
        ("<p>un</i>closed</b></div></section>", &[(Paragraph, "unclosed")]),
        ("<a href=x>one <a href=y>two</a> three", &[(Paragraph, "one two three")]),
        ("a<!-- no -->b<wbr>c&shy;d", &[(Paragraph, "abcd")]),
    ] {
        assert_eq!(texts(&read(html)), want, "{html}");
    }
}

#[test]
fn character_references_lead_to_their_bytes() {
    let html = "<!doctype html><p>caf&eacute; &amp; R&D &#8220;tea&#8221;\r\nnow";
    let page = page("page", html.as_bytes());
    let block = &page.blocks[0];
    assert_eq!(block.text, "café & R&D “tea” now");
    for (word, bytes) in [
        ("café", "caf&eacute;"),
        ("&", "&amp;"),
        ("R&D", "R&D"),
        ("“tea”", "&#8220;tea&#8221;"),
        ("now", "now"),
    ] {
        let at = block.text.find(word).unwrap();
        let span = block.map.page(Span::new(at, at + word.len())).unwrap();
        assert_eq!(span.of(html), bytes);
    }
}

#[test]
fn elements_and_links_around_a_block_are_told() {
    let page = read("<article class='story main'><p id=x>text <a href=y>link</a></p><p>next</p></article>");
    let labels = |n: usize| -> Vec<&str> {
        page.around(&page.blocks[n]).map(|at| page.elements[at].label.as_str()).collect()
    };
    assert_eq!(labels(0), ["p#x", "article.story.main"]);
    assert_eq!(labels(1), ["p", "article.story.main"]);
    assert!((page.blocks[0].link_share - 0.5).abs() < 0.1);
}

#[test]
fn the_innermost_element_of_all_of_a_block_is_told() {
    for (html, want) in [
        ("<div class=a><span class=caption>The quay</span></div>", "span.caption"),
        ("<div class=a><span class=caption>The quay</span> of Vik</div>", "div.a"),
        ("<div class=a>In <span class=caption>The quay</span></div>", "div.a"),
        ("<div class=a><i class=b>The</i> <i class=c>quay</i></div>", "div.a"),
        ("<p class=a>one<p class=b><b>two</b>", "p.a"),
    ] {
        let page = read(html);
        assert_eq!(page.elements[page.blocks[0].element.unwrap()].label, want, "{html}");
    }
}

#[test]
fn hidden_text_is_kept_apart_and_what_a_server_sends_late_is_not_hidden() {
    let page = read(
        "<p>seen<div hidden>not</div><div style='display: none'>nor</div><div hidden id=S:1f>late</div>",
    );
    let seen: Vec<_> = page.blocks.iter().map(|b| (b.text.as_str(), b.hidden)).collect();
    assert_eq!(seen, [("seen", false), ("not", true), ("nor", true), ("late", false)]);
}

#[test]
fn pictures_mark_their_element_unless_they_are_icons() {
    let page = read("<div class=a><img src=x></div><div class=b><img width=24 src=y></div>");
    let told: Vec<_> = page.elements.iter().filter(|e| e.picture).map(|e| e.label.as_str()).collect();
    assert_eq!(told, ["div.a"]);
}

#[test]
fn a_body_stated_in_a_script_leads_back_to_its_bytes() {
    let html = r#"<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"The \u201cold\u201d quay of Vik was \"lost\" &amp; found.\n\nForty boats broke loose \ud83d\udea4 in the night, the harbour board said on Monday, and nobody was hurt when the water rose by two metres. The caf\u00e9 on the quay stays shut until the morning of Friday."}</script><p>x"#;
    let page = read(html);
    let html = format!("<!doctype html>{html}");
    let texts: Vec<_> = page.stated.iter().map(|b| b.text.as_str()).collect();
    assert_eq!(texts.first(), Some(&"The “old” quay of Vik was \"lost\" & found."));
    assert_eq!(texts.len(), 2);
    for (n, word, bytes) in [
        (0, "“old”", r"\u201cold\u201d"),
        (0, "\"lost\"", r#"\"lost\""#),
        (0, "& found", "&amp; found"),
        (1, "🚤 in", r"\ud83d\udea4 in"),
        (1, "café", r"caf\u00e9"),
    ] {
        let block = &page.stated[n];
        let at = block.text.find(word).unwrap();
        let span = block.map.page(Span::new(at, at + word.len())).unwrap();
        assert_eq!(span.of(&html), bytes, "{word}");
    }
}

#[test]
fn facts_of_the_markup_are_kept() {
    let page = read(
        "<html lang=en-GB><head><title>T | Site</title><meta property='og:title' content='T &amp; U'>\
         <link rel=canonical href='https://vik.example/t'>\
         <script type='application/ld+json'>/* no */</script>\
         <script type='application/ld+json'>{\"@graph\":[{\"@type\":[\"NewsArticle\"],\"headline\":\"T\",\"datePublished\":\"2031-03-04T09:00Z\",\
         \"author\":[{\"@type\":\"Person\",\"name\":\"Ada\nVale\"},{\"@id\":\"#o\"}],\"publisher\":{\"@id\":\"#o\"},},{\"@type\":\"Organization\",\"@id\":\"#o\",\"name\":\"Vik &amp; Lund\"}]}</script>\
         </head><body><time datetime=2031-03-04>today</time>",
    );
    let facts: Vec<(&str, &str, &str)> =
        page.facts.iter().map(|f| (f.place, f.key.as_str(), f.value.as_str())).collect();
    for fact in [
        ("html", "lang", "en-GB"),
        ("title", "title", "T | Site"),
        ("meta", "og:title", "T & U"),
        ("link", "canonical", "https://vik.example/t"),
        ("json-ld", "headline", "T"),
        ("json-ld", "datePublished", "2031-03-04T09:00Z"),
        ("json-ld", "author", "Ada Vale"),
        ("json-ld", "author:organization", "Vik & Lund"),
        ("json-ld", "publisher", "Vik & Lund"),
        ("time", "datetime", "2031-03-04"),
    ] {
        assert!(facts.contains(&fact), "{fact:?} in {facts:?}");
    }
}

#[test]
fn depth_and_size_are_bounded() {
    for open in ["<div>", "<b>", "<ul><li>", "<p><span>"] {
        let deep = read(&format!("{}text{}", open.repeat(100_000), "</b></div></p></i>".repeat(50_000)));
        assert_eq!(deep.blocks.iter().filter(|b| b.text == "text").count(), 1, "{open}");
    }
    let deep = read(&"<div>".repeat(2_000));
    assert_eq!(deep.notes.first().map(|n| n.trouble), Some(Trouble::Limit));
    let one = read(&format!("<p>{}", "flood &amp; ".repeat(300_000)));
    assert!((MAX_TEXT..MAX_TEXT + 4).contains(&one.blocks[0].text.len()));
    assert_eq!(one.notes.first().map(|n| n.trouble), Some(Trouble::Limit));
    let long = read(&"<p>flood flood flood</p>".repeat(150_000));
    assert!(long.blocks.iter().map(|b| b.text.len()).sum::<usize>() <= MAX_TEXT + 32);
    assert_eq!(long.notes.first().map(|n| n.trouble), Some(Trouble::Limit));
}

#[test]
fn a_slash_ends_what_a_drawing_holds() {
    let page = read("<svg><title/><path d='M0'/><style/></svg><p>one<svg/><p>two<math><mi/></math><p>three");
    let texts: Vec<&str> = page.blocks.iter().map(|b| b.text.as_str()).collect();
    assert_eq!(texts, ["one", "two", "three"]);
    // Outside of drawings the slash means nothing.
    assert_eq!(read("<title/>a<p>b</title><p>c").blocks.len(), 1);
}
