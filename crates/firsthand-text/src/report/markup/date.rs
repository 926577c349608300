//! When an HTML page was published and last changed, by its markup, its address and what it prints.

use super::super::published::BETWEEN;
use super::super::{Candidate, Cut, How, Published, Why, day};
use super::{address, values};
use crate::page::{Fact, Page};
use jiff::civil;

/// Places of the date of publication, best first.
const PUBLISHED: [(&str, &str); 27] = [
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
    ("meta", "dcterms.date"),
    ("meta", "dc.date"),
    ("meta", "dc.date.created"),
    ("meta", "date"),
    ("json-ld", "WebPage.datePublished"),
    ("json-ld", "dateCreated"),
    ("time", "datePublished"),
    ("time", "pubdate"),
    ("time", "hatom published"),
    ("feed", "published"),
    ("jsonl", "published"),
];

/// Places of the date of the last change, best first.
const UPDATED: [(&str, &str); 14] = [
    ("json-ld", "dateModified"),
    ("meta", "article:modified_time"),
    ("meta", "og:article:modified_time"),
    ("meta", "datemodified"),
    ("meta", "og:updated_time"),
    ("meta", "article:modified"),
    ("meta", "article.updated"),
    ("meta", "dcterms.modified"),
    ("meta", "dc.date.modified"),
    ("json-ld", "WebPage.dateModified"),
    ("time", "dateModified"),
    ("time", "hatom updated"),
    ("feed", "updated"),
    ("jsonl", "updated"),
];

/// `time` elements without a name that are kept as candidates.
const UNNAMED: usize = 3;

/// A date that the markup states.
struct Stated<'p> {
    printed: day::Printed,
    fact: &'p Fact,
}

impl Stated<'_> {
    fn place(&self) -> String {
        format!("{} {}", self.fact.place, self.fact.key)
    }
    fn how(&self) -> How {
        if matches!(self.fact.place, "feed" | "jsonl") { How::Feed } else { How::Markup }
    }
    fn rule(&self) -> &'static str {
        match self.fact.place {
            "feed" => "stated by the feed",
            "jsonl" => "stated by the record",
            _ => "stated by the markup",
        }
    }
}

fn stated<'p>(page: &'p Page, keys: &'p [(&'static str, &'static str)]) -> Vec<Stated<'p>> {
    values(page, keys).filter_map(|fact| stamp(&fact.value).map(|printed| Stated { printed, fact })).collect()
}

/// The date the markup states, the printed one, or the one in the address, in this order.
pub(in super::super) fn published(page: &Page, printed: Published) -> Published {
    let mut found = stated(page, &PUBLISHED);
    let is_stated = !found.is_empty();
    if !is_stated {
        let named =
            |f: &&Fact| f.place == "time" && f.key != "text" && !UPDATED.contains(&("time", f.key.as_str()));
        let unnamed = page.facts.iter().filter(named);
        let unnamed = unnamed.filter_map(|fact| stamp(&fact.value).map(|printed| Stated { printed, fact }));
        found.extend(unnamed.take(UNNAMED));
    }
    let in_address = address(page).as_deref().and_then(in_address);
    let mut candidates: Vec<Candidate> =
        found.iter().map(|s| Candidate { value: s.printed.value.clone(), place: s.place() }).collect();
    candidates.extend(printed.candidates.iter().cloned());
    candidates.extend(in_address.map(|d| Candidate { value: d.to_string(), place: "address".to_owned() }));
    // A time element without a name may be of another story: a date printed in its place must not contradict it.
    let is_weak = printed.rule == Some(BETWEEN);
    let best =
        found.first().filter(|s| is_stated || is_weak || printed.day.is_none_or(|d| d == s.printed.day));
    if let Some(best) = best {
        let rule = if is_stated { best.rule() } else { "first time element" };
        return settled(page, best, &printed, candidates, rule);
    }
    if printed.value.is_some() {
        return Published { candidates, ..printed };
    }
    let Some(day) = in_address else { return Published { candidates, ..printed } };
    let value = day.to_string();
    candidates.rotate_right(1);
    let rule = Some("address");
    Published { value: Some(value), day: Some(day), how: Some(How::Url), text: None, candidates, rule }
}

/// When the page was last changed: as the markup states it, or as it is printed.
pub(in super::super) fn updated(page: &Page, printed: Published) -> Published {
    let found = stated(page, &UPDATED);
    let mut candidates: Vec<Candidate> =
        found.iter().map(|s| Candidate { value: s.printed.value.clone(), place: s.place() }).collect();
    candidates.extend(printed.candidates.iter().cloned());
    match found.first() {
        Some(best) => settled(page, best, &printed, candidates, best.rule()),
        None => Published { candidates, ..printed },
    }
}

/// A stated date; where the page prints the same moment in the time of its place, it is that day.
fn settled(
    page: &Page,
    best: &Stated<'_>,
    printed: &Published,
    mut candidates: Vec<Candidate>,
    rule: &'static str,
) -> Published {
    let text = best.fact.page.map(|p| (best.fact.value.clone(), p));
    let text = Some(Cut {
        text: text.as_ref().map_or_else(|| best.printed.value.clone(), |(t, _)| t.clone()),
        why: Why::Date,
        page: text.map(|(_, p)| p),
    });
    let shown = page.facts.iter().filter(|f| f.place == "time" && f.key == "text");
    let shown = shown.flat_map(|f| day::days(&f.value)).map(|d| d.value);
    let local = candidates
        .iter()
        .map(|c| c.value.clone())
        .chain(shown)
        .filter(|v| *v != best.printed.value)
        .find_map(|v| local(&best.printed.value, &v))
        .or_else(|| neighbour(&best.printed, printed));
    let (value, day, rule) = match local {
        Some((value, day)) => {
            candidates.insert(
                0,
                Candidate { value: value.clone(), place: format!("{}, in local time", best.place()) },
            );
            (value, day, "stated by the markup, in the time the page prints")
        }
        None => (best.printed.value.clone(), best.printed.day, rule),
    };
    Published {
        value: Some(value),
        day: Some(day),
        how: Some(best.how()),
        text,
        candidates,
        rule: Some(rule),
    }
}

/// The moment of `stated` in the zone in which `shown` prints it, if that is the same moment on another day:
/// `2031-03-05T01:06:51Z` and `2031-03-04T17:06` are `2031-03-04T17:06:51-08:00`.
fn local(stated: &str, shown: &str) -> Option<(String, civil::Date)> {
    let at: jiff::Timestamp = stated.parse().ok()?;
    let (clock, zone) = (shown.get(..16)?, shown.get(16..)?);
    let there: civil::DateTime = clock.parse().ok()?;
    // A zone that is printed must be the one that makes it the same moment.
    let utc = at.to_zoned(jiff::tz::TimeZone::UTC).datetime();
    let seconds = i64::from(utc.second());
    let offset = (there - utc).total(jiff::Unit::Second).ok()? as i64 + seconds;
    let printed = zone.get(zone.find(['Z', '+', '-']).unwrap_or(zone.len())..).filter(|z| !z.is_empty());
    let same = printed.is_none_or(|z| z == written(offset));
    let is_zone = offset % 900 == 0 && (-12 * 3600..=14 * 3600).contains(&offset);
    (same && is_zone && there.date() != utc.date()).then(|| {
        let second = if stated.get(16..17) == Some(":") { format!(":{seconds:02}") } else { String::new() };
        (format!("{clock}{second}{}", written(offset)), there.date())
    })
}

/// An offset in seconds as EDTF writes it.
fn written(offset: i64) -> String {
    let (sign, minutes) = (if offset < 0 { '-' } else { '+' }, offset.abs() / 60);
    format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60)
}

/// The day printed beside the title, where it is the day before or after that of a moment stated in UTC or without zone,
/// and the two are one day in some place: midnight lies between them.
fn neighbour(stated: &day::Printed, printed: &Published) -> Option<(String, civil::Date)> {
    let is_bare = stated.value.len() <= 19 || stated.value.ends_with('Z') || stated.value.ends_with("+00:00");
    let hour: i8 = stated.value.get(11..13)?.parse().ok()?;
    let day = printed.day.filter(|_| is_bare)?;
    let away = (day - stated.day).get_days();
    let beside = printed.rule.is_some_and(|r| r.starts_with("printed beside") || r.ends_with("published"));
    let fits = away == -1 && hour < 12 || away == 1 && hour >= 12;
    // Only where the page prints no time, which would have told the zone.
    let whole = printed.value.as_deref().is_some_and(|v| v.len() == 10);
    (beside && fits && whole).then(|| (day.to_string(), day))
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
fn in_address(url: &str) -> Option<civil::Date> {
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
            && let Ok(date) = civil::Date::new(y, m, d)
        {
            return Some(date);
        }
    }
    let whole = parts.iter().find(|p| p.len() == 8 && (p.starts_with("19") || p.starts_with("20")))?;
    stamp(whole).map(|p| p.day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::page;
    use crate::report::report;

    #[test]
    fn the_same_moment_is_told_in_local_time() {
        for (stated, shown, want) in [
            ("2031-03-05T01:06:51Z", "2031-03-04T17:06", Some("2031-03-04T17:06:51-08:00")),
            ("2031-03-05T04:00:41+00:00", "2031-03-04T23:00-05:00", Some("2031-03-04T23:00:41-05:00")),
            ("2031-03-04T22:30Z", "2031-03-05T04:00", Some("2031-03-05T04:00+05:30")),
            ("2031-03-05T01:06:51Z", "2031-03-04T17:07", None),
            ("2031-03-05T01:06Z", "2031-03-04T17:06-05:00", None),
            ("2031-03-05T01:06Z", "2031-03-01T17:06", None),
            ("2031-03-05T21:06Z", "2031-03-05T17:06", None),
            ("2031-03-05", "2031-03-04T17:06", None),
        ] {
            assert_eq!(local(stated, shown).map(|(v, _)| v).as_deref(), want, "{stated} {shown}");
        }
    }

    #[test]
    fn published_and_updated_are_kept_apart_with_all_candidates() {
        let html = "<!doctype html><meta property=article:published_time content=2031-03-04T09:00:00Z>\
            <meta property=article:modified_time content='2031-03-06T10:00:0Z'>\
            <article><h1>Swans return to the Lund</h1><p>Published 4 March 2031, 10:00</p><p>Updated: 6 March 2031</p>\
            <p>The river Lund rose two metres on Monday and flooded the old harbour of Vik, the board said.</article>\
            <aside><time datetime=2031-03-09>9 March</time></aside><footer>© 2030 Vik Post</footer>";
        let found = report(&page("https://vikpost.example/2031/03/04/swans", html.as_bytes()));
        assert_eq!(found.published.value.as_deref(), Some("2031-03-04T09:00:00Z"));
        assert_eq!(found.published.rule, Some("stated by the markup"));
        assert_eq!(found.updated.value.as_deref(), Some("2031-03-06T10:00:00Z"));
        let places: Vec<&str> = found.published.candidates.iter().map(|c| c.place.as_str()).collect();
        assert_eq!(places, ["meta article:published_time", "printed, labelled as published", "address"]);
        let bytes = found.published.text.unwrap().page.unwrap();
        assert_eq!(bytes.of(html), "2031-03-04T09:00:00Z");
    }
}
