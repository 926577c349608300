//! What is known of elements by their names.

use super::tokens::Tag;

/// How an element bears on blocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Begins and ends a block.
    Block,
    Inline,
    /// Has no content.
    Void,
    /// `br`.
    Break,
    /// Its content is no text of the page.
    Skipped,
}

/// The kind of an element (HTML Standard, 4 and 15.3: elements whose default display is block, list-item or table).
pub(super) fn kind(name: &str) -> Kind {
    const BLOCKS: [&str; 53] = [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "head",
        "header",
        "hgroup",
        "html",
        "legend",
        "li",
        "listing",
        "main",
        "menu",
        "nav",
        "ol",
        "optgroup",
        "option",
        "p",
        "pre",
        "search",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "frameset",
        "title",
    ];
    const VOID: [&str; 14] = [
        "area", "base", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
        "wbr", "keygen",
    ];
    const SKIPPED: [&str; 16] = [
        "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "select", "textarea",
        "canvas", "audio", "video", "noframes", "noembed", "map",
    ];
    match name {
        "br" => Kind::Break,
        _ if SKIPPED.contains(&name) => Kind::Skipped,
        _ if VOID.contains(&name) => Kind::Void,
        _ if BLOCKS.contains(&name) => Kind::Block,
        _ => Kind::Inline,
    }
}

/// Inline elements whose text is no part of the sentence around them.
pub(super) fn is_boundary(name: &str) -> bool {
    matches!(name, "button" | "label" | "time-ago")
}

/// `div.story-body.wide#main`, at most 120 bytes of it; and whether the element is hidden.
pub(super) fn label(name: &str, tag: &Tag) -> (String, bool) {
    let mut label = name.to_owned();
    for (key, mark) in [
        ("class", '.'),
        ("id", '#'),
        ("itemprop", '@'),
        ("role", '!'),
        ("rel", '~'),
        ("data-testid", '.'),
        ("data-component", '.'),
    ] {
        let Some(value) = tag.get(key) else { continue };
        for word in value.split_whitespace() {
            if label.len() + word.len() > 160 {
                break;
            }
            label.push(mark);
            label.push_str(word);
        }
    }
    let shown_none = tag.get("style").is_some_and(hides);
    // `until-found` is folded away, but text of the page.
    let hidden = tag.get("hidden").is_some_and(|h| h != "until-found");
    (label, (hidden || shown_none) && !matches!(name, "html" | "body" | "main" | "article"))
}

fn hides(style: &str) -> bool {
    let style = style.replace(' ', "").to_ascii_lowercase();
    style.contains("display:none") || style.contains("visibility:hidden")
}
