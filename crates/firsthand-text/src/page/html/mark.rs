//! Elements whose text is a fact of the page: those marked as naming an author, and `time` elements.

use super::tokens::Tag;
use crate::Span;
use crate::page::Fact;
use aho_corasick::AhoCorasick;
use std::sync::LazyLock;

/// Longest text of such an element, in bytes: what is longer is more than a name or a time.
const LONGEST: usize = 300;

/// An open element whose text is read.
#[derive(Debug)]
pub(super) struct Marked {
    /// Name of the element.
    name: String,
    /// Elements of this name that are open in it, itself among them.
    depth: usize,
    place: &'static str,
    key: &'static str,
    text: String,
    /// Bytes of the page the text stands in.
    page: Option<Span>,
}

impl Marked {
    /// Begins to read an element that is marked; `within` is the one that is being read.
    pub(super) fn open(name: &str, tag: &Tag, within: Option<&Marked>) -> Option<Marked> {
        let (place, key) = if name == "time" { ("time", "text") } else { ("author", author(tag, within)?) };
        Some(Marked { name: name.to_owned(), depth: 1, place, key, text: String::new(), page: None })
    }
    /// An element begins in it.
    pub(super) fn start(&mut self, name: &str, is_block: bool) {
        self.depth += usize::from(self.name == name);
        if is_block && !self.text.is_empty() {
            self.text.push_str(" | ");
        }
    }
    /// Adds text.
    pub(super) fn push(&mut self, value: &[u8], page: Span) {
        if self.text.len() <= LONGEST {
            let value = String::from_utf8_lossy(value);
            self.text.push_str(&value);
            if !value.trim().is_empty() {
                self.page = Some(self.page.map_or(page, |p| p.join(page)));
            }
        }
    }
    /// An element ends; whether it was this one.
    pub(super) fn end(&mut self, name: &str) -> bool {
        self.depth -= usize::from(self.name == name);
        self.depth == 0
    }
    /// What it says.
    pub(super) fn fact(self) -> Option<Fact> {
        let value = self.text.split_whitespace().collect::<Vec<_>>().join(" ");
        let value = value.trim_matches(|c: char| c.is_whitespace() || c == '|').to_owned();
        (!value.is_empty() && self.text.len() <= LONGEST).then_some(Fact {
            place: self.place,
            key: self.key.to_owned(),
            value,
            page: self.page,
        })
    }
}

/// How an element is marked as naming an author: by its relation, as microdata, or by a class that says so.
fn author(tag: &Tag, within: Option<&Marked>) -> Option<&'static str> {
    if tag.is_plain() {
        return None;
    }
    let has = |key: &str, words: &[&str]| {
        let is_one = |w: &str| words.iter().any(|x| w.eq_ignore_ascii_case(x));
        tag.get(key).is_some_and(|v| v.split_whitespace().any(is_one))
    };
    if has("rel", &["author"]) {
        return Some("rel");
    }
    if has("itemprop", &["author", "creator"]) || within.is_some() && has("itemprop", &["name"]) {
        return Some("itemprop");
    }
    /// What stands beside a name and is none.
    const OTHERS: [&str; 26] = [
        "bio",
        "about",
        "avatar",
        "image",
        "img",
        "photo",
        "pic",
        "social",
        "twitter",
        "follow",
        "date",
        "time",
        "desc",
        "comment",
        "related",
        "role",
        "title",
        "job",
        "position",
        "mail",
        "more",
        "count",
        "icon",
        "links",
        "publication",
        "prefix",
    ];
    static NAMED: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
        AhoCorasick::builder().ascii_case_insensitive(true).build(["author", "byline"]).ok()
    });
    let named = |w: &str| NAMED.as_ref().is_some_and(|named| named.is_match(w));
    let class = tag.get("class").unwrap_or_default();
    let names_other = |w: &str| {
        let lower = w.to_lowercase();
        OTHERS.iter().any(|o| lower.contains(o))
    };
    if named(class) && class.split_whitespace().any(|w| named(w) && !names_other(w)) {
        return Some("class");
    }
    /// Folders in which sites keep the pages of their writers.
    const FOLDERS: [&str; 9] =
        ["author", "authors", "autor", "autoren", "auteur", "staff", "reporter", "journalist", "contributor"];
    let folders = tag.get("href")?.split(['/', '?', '#']).filter(|f| !f.is_empty()).rev().skip(1);
    let is_folder = |f: &str| FOLDERS.iter().any(|x| f.eq_ignore_ascii_case(x));
    folders.into_iter().any(is_folder).then_some("address")
}
