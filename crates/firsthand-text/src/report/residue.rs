//! Lines that a page adds to every story: advertisements, share bars, forms, players, prompts.
//!
//! Only whole lines are judged, never a part of a paragraph. The forms are in `data/residue.tsv`.

use super::Why;
use super::line::{fold, words};
use aho_corasick::AhoCorasick;
use std::collections::BTreeMap;
use std::sync::LazyLock;

struct Forms {
    /// Forms without a wildcard.
    whole: BTreeMap<&'static str, Why>,
    /// Most words of a form without a wildcard.
    longest: usize,
    /// Forms with wildcards: the parts between them, why, most words of a line.
    globs: Vec<(Vec<&'static str>, Why, usize)>,
    /// Finds the longest part of each of them.
    finder: Option<AhoCorasick>,
}

static FORMS: LazyLock<Forms> = LazyLock::new(|| {
    let mut forms = Forms { whole: BTreeMap::new(), longest: 1, globs: Vec::new(), finder: None };
    for line in include_str!("../../data/residue.tsv").lines().filter(|l| !l.starts_with('#')) {
        let mut fields = line.split('\t');
        let (Some(why), Some(form)) = (fields.next().and_then(Why::of), fields.next()) else { continue };
        if !form.contains('*') {
            forms.whole.insert(form, why);
            forms.longest = forms.longest.max(form.split(' ').count());
            continue;
        }
        let most = fields.next().and_then(|n| n.parse().ok());
        let most = most.unwrap_or(if form.starts_with('*') { 40 } else { 18 });
        forms.globs.push((form.split('*').collect(), why, most));
    }
    let longest = |parts: &Vec<&'static str>| parts.iter().copied().max_by_key(|p| p.len()).unwrap_or("");
    forms.finder = AhoCorasick::new(forms.globs.iter().map(|(parts, ..)| longest(parts))).ok();
    forms
});

/// Why this whole line is residue, if it is.
pub(super) fn why(line: &str) -> Option<Why> {
    if line.len() > 600 {
        return None;
    }
    let folded = fold(line);
    marks(line)
        .or_else(|| contact(line, &folded))
        .or_else(|| known(&folded))
        .or_else(|| tags(line))
        .or_else(|| address(line))
        .or_else(|| rights(line))
        .or_else(|| junk(line))
}

/// `Reach Ada Vale at vale@post.example. Follow her on Twitter`: how to write to a reporter.
fn contact(line: &str, folded: &str) -> Option<Why> {
    const OPENS: [&str; 9] = [
        "contact ",
        "email ",
        "e-mail ",
        "reach ",
        "follow ",
        "you can reach ",
        "write to ",
        "send tips ",
        "tweet ",
    ];
    const SAYS: [&str; 7] = [
        " can be reached ",
        " may be reached ",
        " reached at ",
        "follow her on ",
        "follow him on ",
        "follow them on ",
        "follow me on ",
    ];
    let asks = OPENS.iter().any(|o| folded.starts_with(o)) || SAYS.iter().any(|s| folded.contains(s));
    (asks && line.contains('@') && words(line) <= 45).then_some(Why::Address)
}

/// `© 2024 Harbour Post`.
fn rights(line: &str) -> Option<Why> {
    let rest = line.strip_prefix('©').or_else(|| line.strip_prefix("(c) "))?;
    let year = rest.split(|c: char| !c.is_ascii_digit()).any(|n| n.len() == 4);
    (year && words(line) <= 25).then_some(Why::Copyright)
}

/// Why a folded line is residue: one known form, or several in a row.
fn known(folded: &str) -> Option<Why> {
    if let Some(why) = FORMS.whole.get(folded) {
        return Some(*why);
    }
    let count = words(folded);
    // The first form of the list counts; only those of which a part is there need be looked at.
    let there = FORMS.finder.iter().flat_map(|finder| finder.find_overlapping_iter(folded));
    let fits = there.map(|found| found.pattern().as_usize()).filter(|at| {
        FORMS.globs.get(*at).is_some_and(|(parts, _, most)| count <= *most && matches(parts, folded))
    });
    fits.min().and_then(|at| FORMS.globs.get(at)).map(|(_, why, _)| *why).or_else(|| row(folded))
}

/// Whether a text is made of these parts with anything between them.
fn matches(parts: &[&str], text: &str) -> bool {
    let Some((first, rest)) = parts.split_first() else { return false };
    let Some(mut left) = text.strip_prefix(first) else { return false };
    for (n, part) in rest.iter().enumerate() {
        if n + 1 == rest.len() {
            return left.ends_with(part);
        }
        let Some(at) = left.find(part) else { return false };
        left = left.get(at + part.len()..).unwrap_or("");
    }
    left.is_empty()
}

/// `Loading... Loading...`, `Share on Facebook Share on Twitter`: nothing but known forms, one after the other.
fn row(folded: &str) -> Option<Why> {
    let words: Vec<&str> = folded.split(' ').collect();
    if words.len() > 24 || words.len() < 2 {
        return None;
    }
    let (mut at, mut why) = (0, None);
    while at < words.len() {
        let most = FORMS.longest.min(words.len() - at);
        let step = (1..=most).rev().find_map(|n| {
            let form = fold(&words.get(at..at + n)?.join(" "));
            if form.is_empty() {
                Some((n, None))
            } else {
                FORMS.whole.get(form.as_str()).map(|w| (n, Some(*w)))
            }
        });
        let (n, found) = step?;
        why = why.or(found);
        at += n;
    }
    why
}

/// Lines without letters, and rules: `___`, `10`, `1.25x`, `• • •`, `0:45 / 2:10`.
fn marks(line: &str) -> Option<Why> {
    let letters = line.chars().filter(|c| c.is_alphabetic()).count();
    match letters {
        0 => Some(Why::Residue),
        1 if line.chars().count() <= 6 => Some(Why::Residue),
        _ => None,
    }
}

/// `#vik #harbour board #ada vale`, `@name`.
fn tags(line: &str) -> Option<Why> {
    let tags = line.matches('#').count();
    let is_tags = line.starts_with('#') && tags >= 1 && line.split_whitespace().count() <= 4 * tags;
    let is_handle = line.starts_with('@') && line.split_whitespace().count() <= 2;
    (is_tags || is_handle).then_some(Why::Tags)
}

/// A line that is an e-mail address or a web address, or a name with one.
fn address(line: &str) -> Option<Why> {
    let mut count = 0;
    let mut found = false;
    for word in line.split_whitespace() {
        count += 1;
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let mail = bare.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
        found |=
            mail || bare.starts_with("http://") || bare.starts_with("https://") || bare.starts_with("www.");
    }
    (found && count <= 4).then_some(Why::Address)
}

/// A lone word that is none: letters and digits mixed, or no vowel in a long one.
fn junk(line: &str) -> Option<Why> {
    if line.contains(' ') || line.len() < 8 || !line.is_ascii() {
        return None;
    }
    let digits = line.chars().filter(char::is_ascii_digit).count();
    let changes = line
        .as_bytes()
        .windows(2)
        .filter(|w| w.first().map(u8::is_ascii_digit) != w.last().map(u8::is_ascii_digit));
    let mixed = digits >= 1 && changes.count() >= 2 && line.chars().all(|c| c.is_ascii_alphanumeric());
    mixed.then_some(Why::Residue)
}

/// Headings after which a page has nothing of the story any more, if they stand in its later part.
pub(super) fn ends_story(line: &str) -> bool {
    const ENDS: [&str; 30] = [
        "leave a reply",
        "leave a comment",
        "leave a response",
        "post a comment",
        "comments",
        "add a comment",
        "reader comments",
        "join the conversation",
        "related",
        "related articles",
        "related stories",
        "related news",
        "related posts",
        "related content",
        "read next",
        "what to read next",
        "you may also like",
        "you might also like",
        "recommended",
        "recommended for you",
        "more stories",
        "most read",
        "most popular",
        "trending",
        "latest news",
        "more from this section",
        "kommentare",
        "commentaires",
        "comentarios",
        "about the author",
    ];
    ENDS.contains(&fold(line).as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn residue_is_told_by_the_whole_line() {
        for (line, want) in [
            ("Advertisement", Some(Why::Advertisement)),
            ("Advertisement:", Some(Why::Advertisement)),
            ("ADVERTISEMENT - SCROLL TO CONTINUE", Some(Why::Advertisement)),
            ("Loading... Loading...", Some(Why::Player)),
            ("Share on Facebook Share on Twitter", Some(Why::Share)),
            ("Your email address will not be published. Required fields are marked *", Some(Why::Form)),
            ("Reading Time:6 minutes", Some(Why::Reading)),
            ("5 min read", Some(Why::Reading)),
            ("MORE: Ducks return to the pond", Some(Why::Related)),
            ("Sign up for our newsletter to get the day in brief.", Some(Why::Newsletter)),
            (
                "Get the morning's harbour news, every weekday — in your inbox. You can unsubscribe at any time.",
                Some(Why::Newsletter),
            ),
            ("© 2024 The Harbour Post. All rights reserved.", Some(Why::Copyright)),
            ("#ducks #pond life", Some(Why::Tags)),
            ("reporter@harbourpost.example", Some(Why::Address)),
            ("Reach Ada Vale at vale@post.example. Follow her on Twitter.", Some(Why::Address)),
            ("Reach for the sky, she said.", None),
            ("© 2024 Harbour Post", Some(Why::Copyright)),
            ("We may earn a commission when you buy a net through our links.", Some(Why::Advertisement)),
            ("She may earn a living from nets, but the commission is unpaid work to her.", None),
            ("Families of the drowned may receive compensation of up to 5,000 crowns, the board said.", None),
            ("Agents may earn a commission of four crowns on every barrel, the clerk said.", None),
            ("The list of the missing is being updated every hour, the board said.", None),
            ("This is a developing story and will be updated.", Some(Why::Residue)),
            ("Followers of the harbour band on Instagram knew of it first.", None),
            ("The views expressed by the harbour master were those of a tired man.", None),
            ("The views expressed in this article are the author's own.", Some(Why::Copyright)),
            ("Tagged with yellow rings, the gulls of Vik were found as far away as Sarnay.", None),
            ("___", Some(Why::Residue)),
            ("250 WPM", Some(Why::Player)),
            ("xk29fmwq81", Some(Why::Residue)),
            ("The comments were made on Monday.", None),
            ("He said he would share his views", None),
            ("Falling water", None),
            ("More in sorrow than in anger, the mayor left the hall on Tuesday evening", None),
            ("Ducks return", None),
            ("", Some(Why::Residue)),
        ] {
            assert_eq!(why(line), want, "{line}");
        }
    }

    #[test]
    fn no_form_of_the_list_is_dead() {
        for (form, why) in &FORMS.whole {
            assert_eq!(fold(form), **form, "{why}");
        }
        assert!(FORMS.globs.len() > 100);
    }
}
