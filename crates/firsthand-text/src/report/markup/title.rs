//! The title: what is printed, and what the markup states, put to the vote.
//!
//! The headline of the structured data is the publisher's own word and counts twice; the heading on the page, the title
//! for sharing and the title of the window count once each. Where it is even, what is printed wins.

use super::super::line::{Label, Line, fold, stems, words};
use super::super::{Why, agency, outlet as printed};
use super::outlet::{agrees, host_of, site_names};
use crate::page::{Block, Fact, Page, Role};
use crate::span::Run;
use crate::{Map, Span};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// One title that is stated.
struct Stated<'p> {
    /// Without the name of the site.
    text: &'p str,
    weight: u32,
    fact: &'p Fact,
}

impl Stated<'_> {
    fn is_alternative(&self) -> bool {
        self.fact.key == "alternativeHeadline"
    }
}

/// Labels the title's block and returns it, or adds one from the markup.
pub(in super::super) fn title(page: &Page, lines: &mut Vec<Line<'_>>) -> Option<usize> {
    let stated = stated(page);
    let heading = heading(lines, &stated);
    let shown = heading.and_then(|h| lines.get(h)).map(|l| key(l.text()));
    let votes = |of: &str| {
        let for_it = stated.iter().filter(|s| key(s.text) == of).map(|s| s.weight);
        for_it.sum::<u32>() + u32::from(shown.as_deref() == Some(of))
    };
    let is_stated = stated.iter().any(|s| s.fact.key == "headline");
    // Titles for sharing and for the window are often one text, made for search: alone they do not outvote the page.
    let most_shown = shown.as_deref().map_or(0, |s| if is_stated { votes(s) } else { u32::MAX });
    // An alternative headline seconds another, it is seldom a title itself.
    let best = stated
        .iter()
        .filter(|s| !s.is_alternative())
        .map(|s| (votes(&key(s.text)), s))
        .rev()
        .max_by_key(|(votes, _)| *votes)
        .filter(|(votes, _)| *votes > most_shown);
    let Some((_, best)) = best else {
        let line = lines.get_mut(heading?)?;
        line.label = Label::Title;
        return heading;
    };
    if let Some(at) = on_page(lines, heading, best.text) {
        return Some(at);
    }
    let block =
        Block { text: best.text.to_owned(), role: Role::Heading(1), map: map(best), ..Block::default() };
    let mut line = Line::new(Cow::Owned(block));
    line.label = Label::Title;
    let Some(at) = heading else {
        // It has no place of its own on the page: it goes last, where it shifts no other.
        lines.push(line);
        return None;
    };
    // It stands for the heading, which is kept among what was dropped.
    let mut heading = std::mem::replace(lines.get_mut(at)?, line);
    heading.label = Label::Cut(Why::Repeat);
    lines.push(heading);
    Some(at)
}

/// The titles that are stated, best first.
fn stated(page: &Page) -> Vec<Stated<'_>> {
    const KEYS: [(&[(&str, &str)], u32); 5] = [
        (&[("json-ld", "headline")], 2),
        (&[("json-ld", "alternativeHeadline")], 2),
        (&[("meta", "og:title"), ("meta", "twitter:title")], 1),
        (&[("title", "title"), ("meta", "dc.title")], 1),
        (&[("feed", "title"), ("jsonl", "title")], 1),
    ];
    let (sites, host) = (site_names(page), host_of(page).unwrap_or_default());
    let sites: Vec<String> = sites.into_iter().map(fold).collect();
    let mut found = Vec::new();
    for (keys, weight) in KEYS {
        let facts = super::values(page, keys);
        let read = facts.map(|fact| Stated { text: without_site(&fact.value, &sites, &host), weight, fact });
        // The name of the site alone is no title.
        found.extend(read.into_iter().find(|s| words(s.text) > 0 && !sites.contains(&fold(s.text))));
    }
    found
}

/// The heading on the page that is most like one of the titles stated; with none stated the only first-order one.
fn heading(lines: &[Line<'_>], stated: &[Stated<'_>]) -> Option<usize> {
    let is_heading = |l: &Line<'_>| matches!(l.block.role, Role::Heading(1..=3));
    let headings: Vec<usize> =
        (0..lines.len()).filter(|n| lines.get(*n).is_some_and(|l| is_heading(l) && l.words > 0)).collect();
    let titles: Vec<Compared> =
        stated.iter().filter(|s| !s.is_alternative()).map(|s| Compared::new(s.text)).collect();
    let likeness = |text: &str| {
        let text = Compared::new(text);
        titles.iter().map(|s| text.likeness(s)).fold(0.0, f64::max)
    };
    let best = headings
        .iter()
        .filter_map(|n| lines.get(*n).map(|l| (*n, likeness(l.text()), l.block.role)))
        .filter(|(_, like, _)| *like >= 0.5)
        .max_by(|a, b| {
            let rank = |r: Role| if r == Role::Heading(1) { 1 } else { 0 };
            let near = |like: f64| (like * 4.0) as u8;
            (near(a.1), rank(a.2), b.0).cmp(&(near(b.1), rank(b.2), a.0))
        });
    let only_h1 = || {
        let mut h1 = headings
            .iter()
            .filter(|n| lines.get(**n).is_some_and(|l| l.block.role == Role::Heading(1) && l.words >= 3));
        match (h1.next(), h1.next()) {
            (Some(one), None) if stated.is_empty() => Some(*one),
            _ => None,
        }
    };
    best.map(|(at, _, _)| at).or_else(only_h1)
}

/// Labels the heading that prints this title, alone or behind a kicker.
fn on_page(lines: &mut [Line<'_>], heading: Option<usize>, title: &str) -> Option<usize> {
    let wanted = key(title);
    let same = |l: &Line<'_>| matches!(l.block.role, Role::Heading(_)) && key(l.text()) == wanted;
    if let Some(at) = lines.iter().position(same) {
        lines.get_mut(at)?.label = Label::Title;
        return Some(at);
    }
    let line = lines.get_mut(heading?)?;
    let at = line.text().find(title)?;
    line.part = Span::new(line.part.start + at, line.part.start + at + title.len());
    line.label = Label::Title;
    heading
}

/// From a stated title to the bytes of the markup.
fn map(stated: &Stated<'_>) -> Map {
    let mut map = Map::new();
    let (Some(page), Some(at)) = (stated.fact.page, stated.fact.value.find(stated.text)) else { return map };
    let page = if page.len() == stated.fact.value.len() {
        Span::new(page.start + at, page.start + at + stated.text.len())
    } else {
        page
    };
    map.push(Run { clean: Span::new(0, stated.text.len()), page });
    map
}

/// The words of a title, by which two are the same.
fn key(title: &str) -> String {
    let small = title.to_lowercase();
    let words: Vec<&str> = small.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    words.join(" ")
}

/// A title made ready to be compared.
struct Compared {
    folded: String,
    stems: BTreeSet<String>,
}

impl Compared {
    fn new(text: &str) -> Compared {
        Compared { folded: fold(text), stems: stems(text) }
    }
    /// Share of stems two titles have in common, of the longer one.
    fn likeness(&self, other: &Compared) -> f64 {
        if self.folded == other.folded {
            return 1.0;
        }
        let most = self.stems.len().max(other.stems.len());
        if most == 0 { 0.0 } else { self.stems.intersection(&other.stems).count() as f64 / most as f64 }
    }
}

/// A title without the name of the site behind (or before) a bar or a dash.
fn without_site<'t>(title: &'t str, sites: &[String], host: &str) -> &'t str {
    let mut title = title.trim();
    for mark in [" | ", " - ", " – ", " — ", " :: ", " « ", " » ", " · ", " • ", "｜", "：", "|", "--"]
    {
        while let Some((rest, tail)) = title.rsplit_once(mark) {
            let named = sites.iter().any(|s| {
                let t = fold(tail);
                let much = words(tail) > words(s) + 3;
                *s == t || t.contains(s.as_str()) && !much || s.contains(&t) && words(tail) >= 2
            }) || agency::of(tail).is_some()
                || printed::is_outlet(tail)
                || words(tail) <= 4 && agrees(tail, host);
            let bar = mark == " | " && words(tail) <= 4 && words(rest) >= 3;
            if !(named || bar) || words(rest) == 0 {
                break;
            }
            title = rest.trim();
        }
    }
    title
}

#[cfg(test)]
mod tests {
    use crate::page::page;
    use crate::report::report;

    const BODY: &str = "<p>The river Lund rose two metres on Monday and flooded the old harbour of Vik, the board said.\
        <p>Nobody was hurt, but forty boats broke loose, said Ada Holm, who heads the board of the harbour.";

    #[test]
    fn titles_are_put_to_the_vote() {
        let ld = |headline: &str| {
            format!(
                "<script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"headline\":\"{headline}\"}}</script>"
            )
        };
        let og = |title: &str| format!("<meta property=og:title content='{title}'>");
        for (name, head, h1, want) in [
            ("printed alone", String::new(), "Swans return to the Lund", "Swans return to the Lund"),
            (
                "the heading where markup agrees with it",
                ld("Swans are back")
                    + &og("Swans return to the Lund")
                    + "<title>Swans return to the Lund - Vik Post</title>",
                "Swans return to the Lund",
                "Swans return to the Lund",
            ),
            (
                "the publisher's headline against a heading alone",
                ld("Swans come back to the river Lund"),
                "Swans back to the Lund",
                "Swans come back to the river Lund",
            ),
            (
                "no headline in the data",
                og("All of the swans of the Lund") + "<title>All of the swans of the Lund | Vik Post</title>",
                "The swans of the Lund return",
                "The swans of the Lund return",
            ),
            (
                "a kicker in the heading",
                ld("Swans return to the Lund") + &og("Swans return to the Lund"),
                "<span>Birds:</span> Swans return to the Lund",
                "Swans return to the Lund",
            ),
            (
                "two of two words make it even",
                ld("Swan numbers of the Lund, year by year") + &og("Swans return to the Lund"),
                "Swans return to the Lund",
                "Swans return to the Lund",
            ),
            (
                "the name of the site is no headline",
                ld("Vik Post")
                    + "<meta property=og:site_name content='Vik Post'><title>Swans return to the Lund</title>",
                "Swans return to the Lund",
                "Swans return to the Lund",
            ),
        ] {
            let html = format!("<!doctype html>{head}<article><h1>{h1}</h1>{BODY}</article>");
            let found = report(&page("https://vikpost.example/a", html.as_bytes()));
            assert_eq!(found.title(), Some(want), "{name}");
            // Printed or not, the title leads to bytes that say it.
            let bytes = found.title.and_then(|t| found.map.page(t)).unwrap();
            assert_eq!(bytes.of(&html), want, "{name}");
        }
    }
}
