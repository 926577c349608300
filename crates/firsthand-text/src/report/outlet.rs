//! Which outlet published the page: from its masthead, its date line, its prompts and its copyright line.

use super::agency::{self, AgencyKind};
use super::line::{fold, is_capitalised, words};
use aho_corasick::AhoCorasick;
use std::sync::LazyLock;

/// Words that names of outlets are made with.
const WORDS: [&str; 36] = [
    "advocate",
    "bulletin",
    "chronicle",
    "courier",
    "dispatch",
    "diario",
    "enquirer",
    "examiner",
    "express",
    "gazette",
    "globe",
    "guardian",
    "herald",
    "inquirer",
    "insider",
    "journal",
    "mail",
    "mercury",
    "mirror",
    "monitor",
    "news",
    "newspaper",
    "observer",
    "post",
    "press",
    "radio",
    "register",
    "sentinel",
    "standard",
    "telegraph",
    "times",
    "today",
    "tribune",
    "tv",
    "weekly",
    "zeitung",
];

/// Whether a short line can be the name of an outlet: a known one, a site, or a name made with a word such as `Herald`.
pub(super) fn is_outlet(line: &str) -> bool {
    let count = words(line);
    let opens = line.split_whitespace().next().is_some_and(|w| w.eq_ignore_ascii_case("by"));
    if count == 0 || count > 5 || opens || line.ends_with(['.', '?', '!', ',']) {
        return false;
    }
    if agency::of(line).is_some() {
        return true;
    }
    // A lone word such as "World" is a section; two or more may name an outlet.
    let named = fold(line).split(' ').any(|w| WORDS.contains(&w.trim_end_matches(".com")));
    let titled =
        line.split_whitespace().all(|w| is_capitalised(w) || ["of", "and", "the", "&", "in"].contains(&w));
    const SECTIONS: [&str; 12] = [
        "latest news",
        "top news",
        "breaking news",
        "world news",
        "local news",
        "business news",
        "the world",
        "us news",
        "uk news",
        "more news",
        "daily news",
        "news today",
    ];
    count >= 2 && named && titled && !SECTIONS.contains(&fold(line).as_str())
}

/// Canonical form of a name: as listed if it is known, as written if not.
pub(super) fn canonical(name: &str) -> String {
    let bare = name.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, ',' | '|' | '-' | '–' | '—' | '─' | ':' | '.' | '•' | '(' | ')')
    });
    agency::of(bare).map_or_else(|| bare.to_owned(), |a| a.name.to_owned())
}

/// The outlet a residue line speaks of: `Why you can trust Haaretz`, `© 2024 The Harbour Post`.
pub(super) fn in_residue(line: &str) -> Option<(String, bool)> {
    const PROMPTS: [&str; 9] = [
        "why you can trust ",
        "why trust ",
        "this article first appeared on ",
        "this article first appeared in ",
        "this story first appeared in ",
        "this article originally appeared on ",
        "this story originally appeared on ",
        "published by ",
        "subscribe to ",
    ];
    static SIGNS: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
        let signs = PROMPTS.iter().copied().chain(["©", "copyright", "(c) "]);
        AhoCorasick::builder().ascii_case_insensitive(true).build(signs).ok()
    });
    if !SIGNS.as_ref().is_some_and(|signs| signs.is_match(line)) {
        return None;
    }
    let lower = line.to_lowercase();
    for prompt in PROMPTS {
        let Some(name) = lower.find(prompt).and_then(|at| line.get(at + prompt.len()..)) else { continue };
        let name = name.trim_end_matches(['.', '!']).trim();
        if words(name) <= 5 && (agency::of(name).is_some() || is_outlet(name)) {
            return Some((canonical(name), true));
        }
    }
    let copyright = lower.contains('©') || lower.starts_with("copyright") || lower.starts_with("(c) ");
    if !copyright {
        return None;
    }
    if let Some(known) = super::credit::holder(line) {
        return (known.kind == AgencyKind::Outlet).then(|| (known.name.to_owned(), false));
    }
    let is_edge = |c: char| !c.is_alphabetic();
    let mut rest = line.trim_matches(is_edge);
    for word in ["copyright", "Copyright", "COPYRIGHT"] {
        rest = rest.strip_prefix(word).unwrap_or(rest).trim_start_matches(is_edge);
    }
    let name = rest.split(['.', '|', ',', '-']).next().unwrap_or("").trim();
    is_outlet(name).then(|| (canonical(name), false))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outlets_are_told_from_sections() {
        for (line, want) in [
            ("Yahoo News", true),
            ("Politico", true),
            ("The Harbour Herald", true),
            ("Business Insider Bangladesh", true),
            ("World", false),
            ("By Northgate Press", false),
            ("This Week in Ponds", false),
            ("Breaking News", false),
            ("North Korea", false),
            ("The fish made headlines.", false),
            ("", false),
        ] {
            assert_eq!(is_outlet(line), want, "{line}");
        }
        assert_eq!(in_residue("Why you can trust Haaretz"), Some(("Haaretz".to_owned(), true)));
        assert_eq!(
            in_residue("© 2024 The Harbour Post. All rights reserved."),
            Some(("The Harbour Post".to_owned(), false))
        );
        assert_eq!(in_residue("Copyright 2019 CNN"), Some(("CNN".to_owned(), false)));
        assert_eq!(in_residue("Leave a Reply"), None);
    }
}
