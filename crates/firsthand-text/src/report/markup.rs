//! What the markup of an HTML page says of title, outlet, authors, date and language.

use super::agency::{self, AgencyKind};
use super::line::{Label, Line, fold, stems, words};
use super::{Candidate, Cut, How, Published, byline, day, given, outlet};
use crate::page::{Block, Fact, Page, Role};
use std::borrow::Cow;

/// Values of facts with these keys, in the order of the keys.
fn values<'p>(page: &'p Page, keys: &'p [(&'static str, &'static str)]) -> impl Iterator<Item = &'p Fact> {
    keys.iter()
        .flat_map(move |(place, key)| page.facts.iter().filter(move |f| f.place == *place && f.key == *key))
}

/// Names of the site, best first.
fn site_names(page: &Page) -> Vec<&str> {
    const KEYS: [(&str, &str); 7] = [
        ("json-ld", "publisher"),
        ("meta", "og:site_name"),
        ("meta", "application-name"),
        ("meta", "apple-mobile-web-app-title"),
        ("meta", "twitter:app:name:iphone"),
        ("meta", "cre"),
        ("json-ld", "WebPage.publisher"),
    ];
    values(page, &KEYS)
        .map(|f| f.value.as_str())
        .filter(|v| !v.starts_with("http") && words(v) <= 8)
        .collect()
}

/// The outlet, by publisher, site name or host.
pub(super) fn outlet(page: &Page) -> Option<String> {
    let named = site_names(page).into_iter().next().map(str::to_owned);
    named.or_else(|| given::outlet(page)).or_else(|| {
        let host = host(&address(page)?)?;
        agency::of_host(&host).map(|a| a.name.to_owned())
    })
}

/// The canonical address, or the one it was fetched from, or the location where that is an address.
pub(super) fn address(page: &Page) -> Option<String> {
    const KEYS: [(&str, &str); 2] = [("link", "canonical"), ("meta", "og:url")];
    let stated = values(page, &KEYS).map(|f| f.value.clone()).find(|v| v.starts_with("http"));
    let given = || page.address.clone().filter(|a| a.starts_with("http"));
    stated.or_else(given).or_else(|| page.location.starts_with("http").then(|| page.location.clone()))
}

fn host(url: &str) -> Option<String> {
    let rest = url.split_once("://")?.1;
    let host = rest.split(['/', '?', '#']).next()?;
    Some(host.split('@').next_back()?.split(':').next()?.to_lowercase())
}

/// Labels the title's block and returns it, or adds one that has no bytes of its own.
pub(super) fn title(page: &Page, lines: &mut Vec<Line<'_>>) -> Option<usize> {
    const KEYS: [(&str, &str); 7] = [
        ("json-ld", "headline"),
        ("meta", "og:title"),
        ("meta", "twitter:title"),
        ("meta", "dc.title"),
        ("title", "title"),
        ("feed", "title"),
        ("jsonl", "title"),
    ];
    let sites = site_names(page);
    let stated: Vec<String> =
        values(page, &KEYS).map(|f| without_site(&f.value, &sites)).filter(|t| words(t) > 0).collect();
    let is_heading = |l: &Line<'_>| matches!(l.block.role, Role::Heading(1..=3));
    let headings: Vec<usize> =
        (0..lines.len()).filter(|n| lines.get(*n).is_some_and(|l| is_heading(l) && l.words > 0)).collect();
    let likeness = |text: &str| stated.iter().map(|s| likeness(text, s)).fold(0.0, f64::max);
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
    if let Some(at) = best.map(|(at, _, _)| at).or_else(only_h1) {
        if let Some(line) = lines.get_mut(at) {
            line.label = Label::Title;
        }
        return Some(at);
    }
    let text = stated.into_iter().next()?;
    let block = Block { text, role: Role::Heading(1), ..Block::default() };
    let mut line = Line::new(Cow::Owned(block));
    line.label = Label::Title;
    // It has no place of its own on the page: it goes last, where it shifts no other.
    lines.push(line);
    None
}

/// Share of stems two titles have in common, of the longer one.
fn likeness(a: &str, b: &str) -> f64 {
    if fold(a) == fold(b) {
        return 1.0;
    }
    let (a, b) = (stems(a), stems(b));
    let most = a.len().max(b.len());
    if most == 0 { 0.0 } else { a.intersection(&b).count() as f64 / most as f64 }
}

/// A title without the name of the site behind (or before) a bar or a dash.
fn without_site(title: &str, sites: &[&str]) -> String {
    let mut title = title.trim();
    for mark in [" | ", " - ", " – ", " — ", " :: ", " « ", " » ", " · ", " • "] {
        while let Some((rest, tail)) = title.rsplit_once(mark) {
            let named = sites.iter().any(|s| {
                let (s, t) = (fold(s), fold(tail));
                s == t || t.contains(&s) || s.contains(&t) && words(tail) >= 2
            }) || agency::of(tail).is_some()
                || outlet::is_outlet(tail);
            let bar = mark == " | " && words(tail) <= 4 && words(rest) >= 3;
            if !(named || bar) || words(rest) == 0 {
                break;
            }
            title = rest.trim();
        }
    }
    title.to_owned()
}

/// Authors: persons, and media among them.
pub(super) fn authors(page: &Page) -> byline::Byline {
    const KEYS: [(&str, &str); 11] = [
        ("json-ld", "author"),
        ("json-ld", "author:organization"),
        ("meta", "parsely-author"),
        ("meta", "sailthru.author"),
        ("meta", "author"),
        ("meta", "article:author"),
        ("meta", "dc.creator"),
        ("meta", "dcterms.creator"),
        ("meta", "cxenseparse:author"),
        ("feed", "author"),
        ("jsonl", "author"),
    ];
    let sites: Vec<String> = site_names(page).into_iter().map(fold).collect();
    let mut found = byline::Byline::default();
    let mut from = "";
    for fact in values(page, &KEYS) {
        let group = if fact.key.starts_with("author") && fact.place == "json-ld" {
            "json-ld"
        } else {
            fact.key.as_str()
        };
        if !from.is_empty() && from != group {
            break;
        }
        let value = fact.value.trim();
        if value.starts_with("http")
            || value.contains('@')
            || words(value) > 30
            || sites.contains(&fold(value))
        {
            continue;
        }
        let read = byline::byline(&format!("By {value}")).unwrap_or_default();
        let whole = read.people.is_empty()
            && read.media.is_empty()
            && words(value) <= 3
            && !outlet::is_outlet(value)
            && value.chars().next().is_some_and(|c| c.is_alphabetic() && !c.is_lowercase());
        let people =
            if whole && fact.key != "author:organization" { vec![value.to_owned()] } else { read.people };
        for person in people {
            if !found.people.contains(&person) && !sites.contains(&fold(&person)) {
                found.people.push(person);
            }
        }
        for medium in read.media {
            if !found.media.contains(&medium) && !sites.contains(&fold(&medium)) {
                found.media.push(medium);
            }
        }
        if !found.people.is_empty() || !found.media.is_empty() {
            from = if group == "json-ld" {
                "json-ld"
            } else {
                KEYS.iter().find(|(_, k)| *k == group).map_or("", |(_, k)| k)
            };
        }
    }
    found.media.retain(|m| agency::of(m).is_some_and(|a| a.kind == AgencyKind::Agency));
    found
}

/// The date the markup states, the printed one, or the one in the address, in this order.
pub(super) fn published(page: &Page, printed: Published) -> Published {
    const KEYS: [(&str, &str); 24] = [
        ("json-ld", "datePublished"),
        ("meta", "article:published_time"),
        ("meta", "og:article:published_time"),
        ("meta", "datepublished"),
        ("meta", "og:published_time"),
        ("meta", "article:published"),
        ("meta", "parsely-pub-date"),
        ("meta", "sailthru.date"),
        ("meta", "article.published"),
        ("meta", "pubdate"),
        ("meta", "publishdate"),
        ("meta", "publish-date"),
        ("meta", "publication_date"),
        ("meta", "cxenseparse:recs:publishtime"),
        ("meta", "dc.date.issued"),
        ("meta", "dcterms.created"),
        ("meta", "dc.date"),
        ("meta", "date"),
        ("json-ld", "WebPage.datePublished"),
        ("json-ld", "dateCreated"),
        ("time", "datePublished"),
        ("time", "pubdate"),
        ("feed", "published"),
        ("jsonl", "published"),
    ];
    let mut stated: Vec<(Candidate, day::Printed)> = values(page, &KEYS)
        .filter_map(|f| {
            stamp(&f.value)
                .map(|p| (Candidate { value: p.value.clone(), place: format!("{} {}", f.place, f.key) }, p))
        })
        .collect();
    if stated.is_empty() {
        let first =
            page.facts.iter().filter(|f| f.place == "time" && f.key != "text").find_map(|f| stamp(&f.value));
        let first = first.filter(|t| printed.day.is_none_or(|d| d == t.day) || printed.value.is_none());
        stated.extend(first.map(|p| (Candidate { value: p.value.clone(), place: "time".to_owned() }, p)));
    }
    let mut candidates: Vec<Candidate> = stated.iter().map(|(c, _)| c.clone()).collect();
    candidates.extend(printed.candidates.iter().cloned());
    if let Some((_, best)) = stated.into_iter().next() {
        let text = Some(Cut { text: best.value.clone(), why: "date", page: None });
        let given =
            candidates.first().is_some_and(|c| c.place.starts_with("feed ") || c.place.starts_with("jsonl "));
        return Published {
            value: Some(best.value),
            day: Some(best.day),
            how: Some(if given { How::Feed } else { How::Markup }),
            text,
            candidates,
        };
    }
    if printed.value.is_some() {
        return Published { candidates, ..printed };
    }
    let Some(day) = address(page).as_deref().and_then(in_address) else {
        return Published { candidates, ..printed };
    };
    let value = day.to_string();
    candidates.insert(0, Candidate { value: value.clone(), place: "address".to_owned() });
    Published { value: Some(value), day: Some(day), how: Some(How::Url), text: None, candidates }
}

/// A date as markup gives it.
fn stamp(value: &str) -> Option<day::Printed> {
    let value = value.trim();
    if value.len() > 80 {
        return None;
    }
    // 2023-12-17 10:00:00 +0000: the zone belongs to the time. 20231217: digits only.
    let joined = value.replace(" +", "+").replace(" -0", "-0").replace(" -1", "-1");
    if let Some(found) = day::days(&joined).into_iter().next() {
        return Some(found);
    }
    let digits = value.get(..8).filter(|d| d.bytes().all(|b| b.is_ascii_digit()))?;
    day::days(&format!("{}-{}-{}", digits.get(..4)?, digits.get(4..6)?, digits.get(6..8)?)).into_iter().next()
}

/// `/2024/04/24/`, `/2024-04-24-`, `/20240424/` in an address.
fn in_address(url: &str) -> Option<jiff::civil::Date> {
    let path = url.split_once("://")?.1.split_once('/')?.1;
    let parts: Vec<&str> = path.split(['/', '-', '_', '.']).collect();
    let number = |s: &str, n: usize| {
        (s.len() <= n && !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit()))
            .then(|| s.parse::<i16>().ok())
            .flatten()
    };
    for w in parts.windows(3) {
        let [y, m, d] = w else { continue };
        if let (4, Some(y @ 1990..=2100), Some(m), Some(d)) =
            (y.len(), number(y, 4), number(m, 2), number(d, 2))
            && let (Ok(m), Ok(d)) = (i8::try_from(m), i8::try_from(d))
            && let Ok(date) = jiff::civil::Date::new(y, m, d)
        {
            return Some(date);
        }
    }
    let whole = parts.iter().find(|p| p.len() == 8 && (p.starts_with("19") || p.starts_with("20")))?;
    stamp(whole).map(|p| p.day)
}

/// The language the page declares.
pub(super) fn language(page: &Page) -> Option<String> {
    let declared = page.facts.iter().find(|f| f.place == "html" && f.key == "lang")?;
    let code: String = declared.value.split(['-', '_']).next()?.to_lowercase();
    (code.len() == 2 && code.bytes().all(|b| b.is_ascii_lowercase())).then_some(code)
}
