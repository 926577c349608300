//! What a feed says, in one shape for all formats.

/// What a feed says of itself; also what an entry says of the feed it was taken from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Channel {
    /// Name of the outlet or of its section.
    pub title: Option<Words>,
    /// Its description.
    pub subtitle: Option<Words>,
    /// Addresses, in order.
    pub links: Vec<Link>,
    /// An id that stays.
    pub id: Option<String>,
    /// Who writes it.
    pub authors: Vec<Person>,
    /// Who publishes it.
    pub publisher: Option<Person>,
    /// As given.
    pub published: Option<String>,
    /// As given.
    pub updated: Option<String>,
    /// A language tag, as given.
    pub language: Option<String>,
    /// Copyright, as given.
    pub rights: Option<Words>,
}

/// One entry of a feed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Entry {
    /// Its title.
    pub title: Option<Words>,
    /// Addresses, in order.
    pub links: Vec<Link>,
    /// An id that stays.
    pub id: Option<String>,
    /// Who wrote it.
    pub authors: Vec<Person>,
    /// Who publishes it.
    pub publisher: Option<Person>,
    /// When it was published, as given.
    pub published: Option<String>,
    /// When it was changed, as given.
    pub updated: Option<String>,
    /// A date without a word on what it is of (`dc:date`), as given.
    pub date: Option<String>,
    /// When it was made, as given.
    pub created: Option<String>,
    /// The feed it was taken from.
    pub source: Option<Box<Channel>>,
    /// The page it is about, where that is another's (JSON Feed).
    pub external: Option<String>,
    /// Its whole text, where there is one; the longest of several.
    pub content: Option<Words>,
    /// Its short text.
    pub summary: Option<Words>,
    /// Copyright, as given.
    pub rights: Option<Words>,
}

/// Words with or without markup.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words {
    /// As meant, once unpacked: HTML, or text.
    pub value: String,
    /// Whether `value` is HTML.
    pub html: bool,
}

/// An address and what it leads to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Link {
    /// `alternate`, `self`, `enclosure`, `via` …
    pub rel: String,
    /// The address, whole where the feed says what it stands under.
    pub href: String,
    /// Media type.
    pub kind: Option<String>,
    /// Title.
    pub title: Option<String>,
    /// Language.
    pub hreflang: Option<String>,
}

/// Somebody.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Person {
    /// Name.
    pub name: Option<String>,
    /// Address for letters.
    pub email: Option<String>,
    /// Address of a page.
    pub url: Option<String>,
}

/// A whole feed, for those who want it at once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Feed {
    /// What it says of itself.
    pub channel: Channel,
    /// Its entries, in order.
    pub entries: Vec<Entry>,
    /// What is wrong with it, one line each.
    pub troubles: Vec<String>,
}

impl Words {
    /// Text as it is.
    pub fn text(value: impl Into<String>) -> Words {
        Words { value: value.into(), html: false }
    }
    /// The words without markup, white space collapsed.
    pub fn plain(&self) -> String {
        let mut text = String::new();
        if self.html && self.value.contains(['<', '&']) {
            for token in html5gum::Tokenizer::new(self.value.as_str()) {
                let Ok(token) = token;
                match token {
                    html5gum::Token::String(s) => text.push_str(&String::from_utf8_lossy(&s.value)),
                    html5gum::Token::StartTag(t) if matches!(t.name.as_slice(), b"br" | b"p" | b"div") => {
                        text.push(' ')
                    }
                    _ => {}
                }
            }
        } else {
            text.push_str(&self.value);
        }
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// The address a reader goes to.
pub(super) fn main_link(links: &[Link]) -> Option<&str> {
    let page = |l: &&Link| l.rel == "alternate" && l.kind.as_deref().is_none_or(|k| k.contains("html"));
    let found = links.iter().find(page).or_else(|| links.iter().find(|l| l.rel == "alternate"));
    found.map(|l| l.href.as_str())
}

impl Channel {
    /// The address a reader goes to.
    pub fn link(&self) -> Option<&str> {
        main_link(&self.links)
    }
}

impl Entry {
    /// The address a reader goes to.
    pub fn link(&self) -> Option<&str> {
        main_link(&self.links)
    }
}
