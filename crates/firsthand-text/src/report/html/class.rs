//! What the names that pages give their elements say: `div.related-stories`, `aside`, `p.standfirst`.

/// What an element is by its names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Class {
    /// Nothing is known.
    Plain,
    /// The body of the story, by its name.
    Body,
    /// A summary above the body.
    Standfirst,
    /// Not the story; why.
    Cut(&'static str),
}

/// Words in names of elements that hold something else, by what they hold.
const CUT: [(&str, &[&str]); 13] = [
    (
        "caption",
        &[
            "caption",
            "captions",
            "figcaption",
            "imagecaption",
            "photocaption",
            "captiontext",
            "photocredit",
            "imagecredit",
        ],
    ),
    (
        "related",
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
        "share",
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
        "form",
        &[
            "comment",
            "comments",
            "disqus",
            "respond",
            "livefyre",
            "commentlist",
            "login",
            "signin",
            "poll",
            "survey",
            "feedback",
        ],
    ),
    (
        "newsletter",
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
        "advertisement",
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
        "navigation",
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
            "widget",
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
        "byline",
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
        "date",
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
        "cookie",
        &[
            "cookie", "cookies", "consent", "gdpr", "modal", "popup", "overlay", "lightbox", "tooltip",
            "dialog",
        ],
    ),
    ("paywall", &["regwall", "paywallmessage", "paywalloverlay", "premiumbox"]),
    (
        "player",
        &[
            "player",
            "jwplayer",
            "videoplayer",
            "audioplayer",
            "podcast",
            "gallery",
            "slideshow",
            "transcript",
            "embed",
        ],
    ),
    ("copyright", &["copyright", "disclaimer", "copyrights"]),
];

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
                "nav" | "footer" | "menu" => return Class::Cut("navigation"),
                "aside" => return Class::Cut("related"),
                "form" | "dialog" => found = Class::Cut("form"),
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
        // Layout classes (`has-sidebar`, `with-comments`, `no-ads`, `content-ad-free`) do not say what an element is.
        if words
            .iter()
            .any(|w| ["has", "with", "no", "without", "is", "not", "free", "js"].contains(&w.as_str()))
        {
            continue;
        }
        if STANDFIRST.iter().any(|s| words.iter().any(|w| w == s)) && found == Class::Plain {
            found = Class::Standfirst;
        }
        let pairs = words.windows(2).map(|w| w.concat());
        let all: Vec<String> = words.iter().cloned().chain(pairs).chain([joined]).collect();
        if let Some((why, _)) = CUT.iter().find(|(_, list)| all.iter().any(|w| list.contains(&w.as_str()))) {
            found = Class::Cut(why);
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
            ("div.related-stories", Class::Cut("related")),
            ("div.RelatedStories", Class::Cut("related")),
            ("p.standfirst", Class::Standfirst),
            ("div.content.has-sidebar", Class::Plain),
            ("div.read-more", Class::Cut("related")),
            ("body.single.sidebar", Class::Plain),
            ("nav", Class::Cut("navigation")),
            ("div.headline", Class::Plain),
            ("p", Class::Plain),
        ] {
            assert_eq!(class(label), want, "{label}");
        }
    }
}
