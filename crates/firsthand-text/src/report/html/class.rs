//! What the names that pages give their elements say: `div.related-stories`, `aside`, `p.standfirst`.

use crate::report::Why;
use std::collections::HashMap;
use std::sync::LazyLock;

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

/// Words in names of elements that hold something else, by what they hold.
const CUT: [(Class, &[&str]); 15] = [
    (
        Class::Caption,
        &[
            "caption",
            "captions",
            "legend",
            "legende",
            "figcaption",
            "imagecaption",
            "photocaption",
            "captiontext",
            "photocredit",
            "imagecredit",
        ],
    ),
    (
        Class::Cut(Why::Related),
        &[
            "related",
            "recirc",
            "recirculation",
            "recommended",
            "recommendation",
            "recommendations",
            "recommend",
            "trending",
            "popular",
            "mostread",
            "mostpopular",
            "morefrom",
            "readmore",
            "readnext",
            "upnext",
            "outbrain",
            "taboola",
            "teaser",
            "teasers",
            "promo",
            "promos",
            "carousel",
            "relatedarticles",
            "relatedstories",
            "alsoread",
            "seealso",
            "crosslink",
            "crosslinks",
            "ticker",
            "inlinerelated",
            "moreon",
            "suggested",
            "zergnet",
            "revcontent",
            "mgid",
            "playlist",
            "topstories",
            "latestnews",
            "linkbox",
            "infobox",
            "factbox",
        ],
    ),
    (
        Class::Cut(Why::Share),
        &[
            "share",
            "sharing",
            "shares",
            "social",
            "socials",
            "addthis",
            "sharebar",
            "sharethis",
            "sharetools",
            "socialmedia",
            "followus",
        ],
    ),
    (
        Class::Cut(Why::Comments),
        &["comment", "comments", "disqus", "respond", "livefyre", "commentlist", "viafoura", "coral"],
    ),
    (Class::Cut(Why::Form), &["login", "signin", "poll", "survey", "feedback"]),
    (
        Class::Cut(Why::Newsletter),
        &[
            "newsletter",
            "newsletters",
            "subscribe",
            "subscription",
            "signup",
            "mailchimp",
            "optin",
            "appdownload",
        ],
    ),
    (
        Class::Cut(Why::Advertisement),
        &[
            "ad",
            "ads",
            "advert",
            "adverts",
            "advertisement",
            "advertising",
            "adslot",
            "adunit",
            "sponsor",
            "sponsored",
            "dfp",
            "adsbygoogle",
            "adcontainer",
            "gpt",
            "commercial",
            "anzeige",
            "publicidad",
            "publicite",
        ],
    ),
    (
        Class::Cut(Why::Navigation),
        &[
            "nav",
            "navigation",
            "navbar",
            "menu",
            "breadcrumb",
            "breadcrumbs",
            "pagination",
            "pager",
            "tags",
            "taglist",
            "topics",
            "keywords",
            "toolbar",
            "sidebar",
            "rail",
            "footer",
            "masthead",
            "skiplink",
            "offcanvas",
            "toc",
            "categories",
            "siteheader",
            "sitefooter",
            "printonly",
            "noprint",
            "screenreader",
            "visuallyhidden",
            "sronly",
        ],
    ),
    (
        Class::Cut(Why::Byline),
        &[
            "byline",
            "bylines",
            "author",
            "authors",
            "authorbio",
            "contributor",
            "contributors",
            "bio",
            "aboutauthor",
            "authorname",
            "writer",
        ],
    ),
    (
        Class::Cut(Why::Date),
        &[
            "timestamp",
            "dateline",
            "pubdate",
            "postmeta",
            "entrymeta",
            "articlemeta",
            "meta",
            "metadata",
            "publishdate",
            "datetime",
            "published",
            "readingtime",
            "readtime",
        ],
    ),
    (
        Class::Cut(Why::Cookie),
        &["cookie", "cookies", "consent", "gdpr", "modal", "popup", "overlay", "tooltip", "dialog", "cli"],
    ),
    (Class::Cut(Why::Paywall), &["regwall", "paywallmessage", "paywalloverlay", "premiumbox"]),
    (
        Class::Cut(Why::Player),
        &["player", "jwplayer", "videoplayer", "audioplayer", "podcast", "transcript", "embed"],
    ),
    (
        Class::Cut(Why::Gallery),
        &["gallery", "slideshow", "lightbox", "photogallery", "imagegallery", "galleria", "diaporama"],
    ),
    (Class::Cut(Why::Copyright), &["copyright", "disclaimer", "copyrights"]),
];

/// Joined names of posts that social networks give to embed.
const POSTS: [&str; 12] = [
    "twittertweet",
    "twittervideo",
    "instagrammedia",
    "tiktokembed",
    "blueskyembed",
    "fbpost",
    "redditcard",
    "redditembedbq",
    "telegrampost",
    "mastodonembed",
    "threadspost",
    "textpostmedia",
];

/// What each word in a name says; a word of an earlier list is stronger.
static WORDS: LazyLock<HashMap<&'static str, (usize, Class)>> = LazyLock::new(|| {
    let mut words = HashMap::new();
    for (order, (class, list)) in CUT.iter().enumerate() {
        for word in *list {
            words.entry(*word).or_insert((order, *class));
        }
    }
    words
});

/// Words that name a summary above the story.
const STANDFIRST: [&str; 20] = [
    "standfirst",
    "summary",
    "dek",
    "deck",
    "subtitle",
    "subheadline",
    "subhead",
    "subheading",
    "intro",
    "lead",
    "lede",
    "excerpt",
    "chapo",
    "description",
    "sapo",
    "introduction",
    "abstract",
    "leadtext",
    "bajada",
    "vorspann",
];

/// Words in names that speak of the layout (`has-sidebar`, `comments-enabled`), not of what an element holds.
const LAYOUT: [&str; 11] =
    ["has", "with", "no", "without", "is", "not", "free", "js", "enabled", "disabled", "closed"];

/// Words beside `widget` in the names of parts of a story.
const PARTS: [&str; 7] = ["article", "elementor", "story", "content", "text", "body", "paragraph"];

/// Joined names of the element that holds the story.
const BODY: [&str; 34] = [
    "articlebody",
    "storybody",
    "entrycontent",
    "postcontent",
    "articlecontent",
    "articletext",
    "storycontent",
    "contentbody",
    "bodycontent",
    "postbody",
    "newscontent",
    "storytext",
    "articlebodycontent",
    "articledetail",
    "bodytext",
    "articlecontents",
    "maincontentarticle",
    "richtext",
    "articlebodytext",
    "newsbody",
    "newstext",
    "detailtext",
    "contenttext",
    "textcontent",
    "singlecontent",
    "articlefulltext",
    "detailcontent",
    "singlepostcontent",
    "tdpostcontent",
    "bodymain",
    "contentarticle",
    "entrybody",
    "newsdetail",
    "articlemain",
];

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
