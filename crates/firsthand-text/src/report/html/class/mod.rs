//! What the names that pages give their elements say: `div.related-stories`, `aside`, `p.standfirst`.

mod word;

use crate::report::Why;
use word::{BODY, LAYOUT, PARTS, POSTS, STANDFIRST, WORDS};

/// What an element is by its names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Class {
    /// Nothing is known.
    Plain,
    /// The body of the story, by its name.
    Body,
    /// A summary above the body.
    Standfirst,
    /// A caption of a picture.
    Caption,
    /// A post of a social network shown in the story.
    Post,
    /// Not the story; why.
    Cut(Why),
}

/// What a label (`div.a-b.c#d@e`) says.
pub(super) fn class(label: &str) -> Class {
    let names = label.split(['.', '#', '@', '!', '~']);
    let mut found = Class::Plain;
    for (n, name) in names.enumerate() {
        if n == 0 {
            match name {
                "nav" | "footer" | "menu" => return Class::Cut(Why::Navigation),
                "aside" => return Class::Cut(Why::Related),
                "form" | "dialog" => found = Class::Cut(Why::Form),
                "figcaption" => return Class::Caption,
                _ => {}
            }
            if matches!(name, "html" | "body" | "main") {
                return Class::Plain;
            }
            continue;
        }
        let words = words(name);
        let joined: String = words.concat();
        if BODY.contains(&joined.as_str()) {
            return Class::Body;
        }
        if POSTS.contains(&joined.as_str()) {
            return Class::Post;
        }
        // Layout classes (`has-sidebar`, `with-comments`, `no-ads`, `content-ad-free`) do not say what an element is.
        if words.iter().any(|w| LAYOUT.contains(&w.as_str())) {
            continue;
        }
        if found == Class::Plain && words.iter().any(|w| STANDFIRST.contains(&w.as_str())) {
            found = Class::Standfirst;
        }
        // A widget stands at the side, but an `article-widget` is a part of the article.
        let widget = match words.as_slice() {
            [first, ..] if first == "widget" => true,
            [what, last] => last == "widget" && !PARTS.contains(&what.as_str()),
            _ => false,
        };
        if widget {
            found = Class::Cut(Why::Navigation);
        }
        let single = words.iter().filter_map(|w| WORDS.get(w.as_str()));
        let pairs = words.windows(2).filter_map(|w| WORDS.get(w.concat().as_str()));
        let told = single.chain(pairs).chain(WORDS.get(joined.as_str())).min_by_key(|(order, _)| *order);
        if let Some((_, class)) = told {
            found = *class;
        }
    }
    found
}

/// Cuts a name into words: at hyphens, underscores and capitals.
fn words(name: &str) -> Vec<String> {
    let mut out: Vec<String> = vec![String::new()];
    let mut was_lower = false;
    for c in name.chars() {
        if !c.is_alphanumeric() {
            out.push(String::new());
            was_lower = false;
            continue;
        }
        if c.is_uppercase() && was_lower {
            out.push(String::new());
        }
        was_lower = c.is_lowercase() || c.is_ascii_digit();
        if let Some(last) = out.last_mut() {
            last.extend(c.to_lowercase());
        }
    }
    out.retain(|w| !w.is_empty());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_elements_are_understood() {
        for (label, want) in [
            ("div.article-body", Class::Body),
            ("div.articleBody__text", Class::Body),
            ("div@articleBody", Class::Body),
            ("div.related-stories", Class::Cut(Why::Related)),
            ("div.RelatedStories", Class::Cut(Why::Related)),
            ("p.standfirst", Class::Standfirst),
            ("div.content.has-sidebar", Class::Plain),
            ("div.comments-enabled", Class::Plain),
            ("div.article-widget.article-widget-text", Class::Plain),
            ("div.widget.recent", Class::Cut(Why::Navigation)),
            ("figcaption", Class::Caption),
            ("span.image-caption", Class::Caption),
            ("blockquote.twitter-tweet", Class::Post),
            ("div.lightbox-gallery", Class::Cut(Why::Gallery)),
            ("section#comments", Class::Cut(Why::Comments)),
            ("div.read-more", Class::Cut(Why::Related)),
            ("body.single.sidebar", Class::Plain),
            ("nav", Class::Cut(Why::Navigation)),
            ("div.headline", Class::Plain),
            ("p", Class::Plain),
        ] {
            assert_eq!(class(label), want, "{label}");
        }
    }
}
