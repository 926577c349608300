//! Whether a page is sound HTML: what is opened is closed, ids are given once, what is linked to is there.

use html5gum::{Token, Tokenizer};

const VOID: [&[u8]; 6] = [b"meta", b"br", b"hr", b"img", b"input", b"link"];

/// Every start and end tag, checked for nesting; gives all attributes as (element, name, value).
pub(crate) fn attributes(html: &str) -> Vec<(String, String, String)> {
    let string = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let mut open: Vec<Vec<u8>> = Vec::new();
    let mut found = Vec::new();
    for token in Tokenizer::new(html) {
        match token.unwrap() {
            Token::StartTag(tag) => {
                assert!(!tag.self_closing);
                for (name, value) in &tag.attributes {
                    found.push((string(&tag.name), string(name), string(value)));
                }
                if !VOID.contains(&&**tag.name) {
                    let block =
                        [&b"p"[..], b"div", b"ul", b"ol", b"section", b"figure", b"details", b"h1", b"h2"];
                    if block.contains(&&**tag.name) {
                        assert!(!open.iter().any(|o| &**o == b"p"), "{} in a paragraph", string(&tag.name));
                    }
                    if &**tag.name == b"a" || &**tag.name == b"summary" {
                        assert!(!open.iter().any(|o| &**o == b"a" || &**o == b"summary"), "a link in a link");
                    }
                    open.push(tag.name.to_vec());
                }
            }
            Token::EndTag(tag) => assert_eq!(open.pop().as_deref(), Some(&**tag.name), "ends what is open"),
            Token::Error(error) => panic!("not HTML: {error:?}"),
            _ => {}
        }
    }
    assert!(open.is_empty(), "{open:?} is left open");
    found
}

/// That ids are given once and that what points to an id finds it. Gives the attributes.
pub(crate) fn sound(html: &str) -> Vec<(String, String, String)> {
    let attributes = attributes(html);
    let mut ids: Vec<&str> = attributes.iter().filter(|a| a.1 == "id").map(|a| &*a.2).collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all, "every id once");
    for (_, name, value) in &attributes {
        match &**name {
            "href" if value.starts_with('#') => assert!(ids.contains(&&value[1..]), "{value} leads nowhere"),
            "aria-labelledby" | "aria-describedby" | "for" | "list" => {
                assert!(value.split(' ').all(|id| ids.contains(&id)), "{name}={value} points nowhere");
            }
            _ => {}
        }
    }
    attributes
}

/// The levels of the headings, in order.
pub(crate) fn levels(html: &str) -> Vec<u32> {
    html.match_indices("<h").filter_map(|(at, _)| html[at + 2..].chars().next()?.to_digit(10)).collect()
}
