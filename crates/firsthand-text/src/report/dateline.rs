//! The dateline at the head of a story: `OSLO, March 5 (NTB) --`, `New Delhi:`, `(Reuters) -`.

mod list;

use super::line::{is_capitalised, is_capitals, words};
use super::{agency, day};
use crate::Span;
use list::CITIES;

/// What a dateline says, as written; spans into the paragraph.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Head {
    pub(super) place: Option<Span>,
    pub(super) agency: Option<Span>,
    /// Month and day.
    pub(super) month_day: Option<(i8, i8)>,
    /// A whole date, where the year is printed.
    pub(super) date: Option<jiff::civil::Date>,
    /// The dateline with its dash.
    pub(super) span: Span,
}

/// The longest dateline, in bytes.
const LONGEST: usize = 110;

/// Marks that part a dateline from the story. The longer ones come first.
const MARKS: [&str; 15] =
    [" /--", "/--", " --", "--", " ―", " —", "—", " –", " ─", ".- ", ".— ", ".– ", ". - ", " - ", " -"];

/// Reads the dateline at the head of a paragraph.
pub(super) fn dateline(paragraph: &str) -> Option<Head> {
    in_corners(paragraph)
        .or_else(|| bracketed(paragraph))
        .or_else(|| behind_date(paragraph))
        .or_else(|| dashed(paragraph))
        .or_else(|| unmarked(paragraph))
        .or_else(|| with_colon(paragraph))
        .or_else(|| with_stop(paragraph))
}

/// `【3月5日 AFP】`, `【オスロ=共同】`: how papers of Japan set it.
fn in_corners(paragraph: &str) -> Option<Head> {
    let inner = paragraph.strip_prefix('【')?;
    let close = inner.find('】').filter(|c| *c <= 80)?;
    let (start, whole) = ('【'.len_utf8(), inner.get(..close)?);
    let mut found = Head { month_day: in_figures(whole), ..Head::default() };
    let mut from = 0;
    let cuts = whole.match_indices([' ', '　', '=', '＝', '／', '/']).map(|(at, m)| (at, at + m.len()));
    for (end, next) in cuts.chain([(whole.len(), whole.len())]) {
        let part = whole.get(from..end)?;
        let span = Span::new(start + from, start + end);
        if agency::of(part).is_some() {
            found.agency = Some(span);
        } else if found.place.is_none() && !part.is_empty() && in_figures(part).is_none() {
            found.place = Some(span);
        }
        from = next;
    }
    found.agency?;
    found.span = Span::new(0, start + close + '】'.len_utf8());
    Some(found)
}

/// `3月5日`.
fn in_figures(text: &str) -> Option<(i8, i8)> {
    let (month, rest) = text.split_once('月')?;
    let month = month.rsplit(|c: char| !c.is_ascii_digit()).next()?.parse().ok()?;
    let day = rest.split_once('日')?.0.parse().ok()?;
    jiff::civil::Date::new(2000, month, day).ok().map(|d| (d.month(), d.day()))
}

/// `(Reuters) - Even in`, `(HarbourNews.com) On Monday`, `(ANSA) - ROMA, 5 MAR - Il`: a medium in brackets, and maybe
/// the place behind it.
fn bracketed(paragraph: &str) -> Option<Head> {
    let inner = paragraph.strip_prefix('(')?;
    let close = inner.find(')').filter(|c| *c <= 60)?;
    let name = Span::new(1, 1 + close);
    let known = agency::of(name.of(paragraph)).is_some() || is_site(name.of(paragraph));
    let rest = paragraph.get(close + 2..)?;
    let text = rest.trim_start_matches([' ', '-', '–', '—', ':', '─', '.']);
    let has_mark = rest.trim_start().starts_with(['-', '–', '—', '.']);
    let capitals = has_mark && is_acronym(name.of(paragraph));
    if (!known && !capitals) || text.is_empty() {
        return None;
    }
    let at = paragraph.len() - text.len();
    let found = Head { agency: Some(name), span: Span::new(0, at), ..Head::default() };
    let behind = dashed(text).filter(|d| d.agency.is_none() && d.place.is_some());
    Some(behind.map_or(found, |d| Head { agency: Some(name), ..d.moved(at) }))
}

/// `05.03.2031 | Vik (ots) - The harbour`: a day and a bar before it.
fn behind_date(paragraph: &str) -> Option<Head> {
    let window = head(paragraph);
    let at = window.find(" | ")? + 3;
    let printed = day::days(window.get(..at)?);
    let day = printed.first().filter(|d| d.span.start == 0)?.day;
    let found = dashed(paragraph.get(at..)?)?.moved(at);
    Some(Head { date: Some(day), span: Span::new(0, found.span.end), ..found })
}

/// `VIK, Norway (AP) The harbour`: a place and a known agency; the dash was lost.
fn unmarked(paragraph: &str) -> Option<Head> {
    let window = head(paragraph);
    let open = window.find(" (")?;
    let close = open + window.get(open..)?.find(')')?;
    let name = Span::new(open + 2, close);
    agency::of(name.of(paragraph))?;
    let place = window.get(..open)?.trim_end();
    let first = place.split(',').next().unwrap_or(place);
    let rest = paragraph.get(close + 1..)?;
    let text = rest.trim_start_matches([' ', '\u{a0}']);
    let text = text.strip_prefix("\" ").unwrap_or(text);
    let opens = text
        .chars()
        .next()
        .is_some_and(|c| !c.is_lowercase() && (c.is_alphanumeric() || "“\"'‘«".contains(c)));
    let fits = is_capitals(first) || crate::language::place::known(first);
    if !opens || !fits || words(place) > 5 || !is_place(place, true, "") {
        return None;
    }
    let span = Span::new(0, paragraph.len() - text.len());
    Some(Head { place: Some(Span::new(0, place.len())), agency: Some(name), span, ..Head::default() })
}

fn dashed(paragraph: &str) -> Option<Head> {
    let window = head(paragraph);
    let (at, mark) = MARKS
        .iter()
        .filter_map(|m| window.find(m).map(|at| (at, *m)))
        .min_by_key(|(at, m)| (*at, usize::MAX - m.len()))?;
    let after = paragraph.get(at + mark.len()..)?;
    let text = after.trim_start_matches([' ', '-', '–', '—']);
    let opens = text.chars().next()?;
    if at == 0 || opens.is_lowercase() {
        return None;
    }
    let span = Span::new(0, paragraph.len() - text.len());
    let before = window.get(..at)?;
    let (mut place_end, mut found) = (at, Head { span, ..Head::default() });
    if let Some(open) = before.find('(').filter(|_| before.trim_end().ends_with(')')) {
        let inner = Span::new(open + 1, before.trim_end().len() - 1);
        let name = inner.of(paragraph);
        let before = before.get(..open)?.trim_end_matches([' ', ',']);
        if agency::of(name).is_some() || is_acronym(name) || is_site(name) || names_a_wire(name, before) {
            found.agency = Some(inner);
        } else if !name
            .split([' ', '-'])
            .all(|w| is_capitalised(w) || words(w) == 0 || w.chars().count() <= 3)
        {
            return None;
        }
        // Novi Lund (Vale and Holm) - is a place in a country.
        place_end = open;
    } else if let Some(slash) = before.find(" / ") {
        // MUSCAT / Petra /--
        let inner = before.get(slash + 3..)?.trim_end_matches([' ', '/']);
        agency::of(inner)?;
        found.agency = Some(Span::new(slash + 3, slash + 3 + inner.len()));
        place_end = slash;
    }
    let mut place = before.get(..place_end)?.trim_end_matches([' ', ',', '/']);
    // `VIK, Ore.- The harbour`: the point belongs to the state.
    if mark.starts_with('.') && place.len() == at && paragraph.get(..at + 1).is_some_and(ends_in_state) {
        place = paragraph.get(..at + 1)?;
    }
    // `HarbourNews.com - The mayor left`
    if is_site(place) {
        found.agency = Some(Span::new(0, place.len()));
        return Some(found);
    }
    if let Some(date) = day::days(place).first() {
        found.date = Some(date.day);
        place = place.get(..date.span.start)?.trim_end_matches([' ', ',']);
    } else if let Some((cut, month_day)) = tail_date(place) {
        found.month_day = Some(month_day);
        place = place.get(..cut)?.trim_end_matches([' ', ',']);
    }
    let dated = found.agency.is_some() || found.month_day.is_some() || found.date.is_some();
    if place.is_empty() {
        return dated.then_some(found);
    }
    if !is_place(place, dated, mark) {
        return None;
    }
    found.place = Some(Span::new(0, place.len()));
    Some(found)
}

/// `New Delhi: Ada Vale, a pilot`, `BERGEN: The harbour`, `Vik, Norway: The harbour`: only known places.
fn with_colon(paragraph: &str) -> Option<Head> {
    let colon = head(paragraph).find(": ")?;
    let place = paragraph.get(..colon)?;
    let text = paragraph.get(colon + 2..)?;
    let opens_story =
        text.chars().next().is_some_and(|c| c.is_uppercase() || "“\"'‘«".contains(c)) && words(text) >= 8;
    let first = place.split(',').next().unwrap_or(place);
    let fits = is_city(first) || stands_alone(first);
    let shaped = words(place) <= 5 && words(first) <= 3 && is_place(place, true, "");
    let span = Span::new(0, colon + 2);
    (opens_story && fits && shaped).then(|| Head {
        place: Some(Span::new(0, colon)),
        span,
        ..Head::default()
    })
}

/// `Essen. The harbour`: how many papers of Germany set it.
fn with_stop(paragraph: &str) -> Option<Head> {
    let stop = head(paragraph).find(". ")?;
    let place = paragraph.get(..stop)?;
    let text = paragraph.get(stop + 2..)?;
    let opens_story = text.chars().next().is_some_and(char::is_uppercase) && words(text) >= 8;
    let parts: Vec<&str> = place.split('/').collect();
    let fits = parts.iter().all(|p| words(p) <= 2 && p.len() > 3 && (is_city(p) || stands_alone(p)));
    let span = Span::new(0, stop + 2);
    (opens_story && fits).then(|| Head { place: Some(Span::new(0, stop)), span, ..Head::default() })
}

/// A place in capitals that is known as one.
pub(super) fn is_sure(place: &str) -> bool {
    let first = place.split(',').next().unwrap_or(place);
    is_capitals(first) && (is_city(first) || crate::language::place::known(first))
}

/// One of the cities that news style lets stand alone.
fn is_city(place: &str) -> bool {
    CITIES.iter().any(|c| c.eq_ignore_ascii_case(place))
}

/// A known place, written as a name: not a section, not a word that is one in lower case.
fn stands_alone(place: &str) -> bool {
    place.chars().count() >= 4
        && place.split([' ', '-']).all(is_capitalised)
        && crate::language::place::known(place)
        && crate::language::country::named(place).is_none()
}

/// `Vik (vik-pressedienst) -`: one word in brackets behind a known place, and no place itself.
fn names_a_wire(name: &str, before: &str) -> bool {
    let first = before.split([',', '/']).next().unwrap_or(before);
    !name.contains(' ')
        && name.chars().count() >= 3
        && name.chars().all(|c| c.is_alphabetic() || c == '-')
        && !crate::language::place::known(name)
        && (is_capitals(first) || crate::language::place::known(first))
}

impl Head {
    /// The same, further back by so many bytes.
    fn moved(self, by: usize) -> Head {
        let moved = |s: Span| Span::new(s.start + by, s.end + by);
        Head {
            place: self.place.map(moved),
            agency: self.agency.map(moved),
            span: Span::new(0, self.span.end + by),
            ..self
        }
    }
}

/// The part of a paragraph in which a dateline can stand.
fn head(paragraph: &str) -> &str {
    crate::page::head(paragraph, LONGEST)
}

/// A month and day at the end of `OSLO, March 5`, and where they begin.
fn tail_date(place: &str) -> Option<(usize, (i8, i8))> {
    let cut = place.find(", ").map(|c| c + 2)?;
    // With two commas (`DENTON, Texas, May 3`) the date follows the last.
    let cuts = place.match_indices(", ").map(|(at, _)| at + 2).chain([cut]);
    cuts.filter_map(|c| {
        let rest = place.get(c..)?;
        (words(rest) <= 3).then(|| day::month_day(rest)).flatten().map(|d| (c, d))
    })
    .max()
}

/// Whether the words before the dash can be a place. Without a date or an agency they must be in capitals or a known city.
fn is_place(place: &str, dated: bool, mark: &str) -> bool {
    let count = place.split_whitespace().count();
    let lower = |w: &str| {
        ["of", "the", "and", "de", "del", "la", "el", "al", "in", "sur", "am", "an"]
            .contains(&w.to_lowercase().as_str())
    };
    let shaped = place.split([' ', '-', '/']).all(|w| w.is_empty() || is_capitalised(w) || lower(w))
        && !place.contains(['.', ':', ';', '"', '“', '?', '!'])
            | place.contains("D.C.")
            | place.contains("St.")
            | place.contains("U.S.")
            | ends_in_state(place);
    if !shaped || count > 8 || place.chars().any(|c| c.is_ascii_digit()) {
        return false;
    }
    let first = place.split(',').next().unwrap_or(place);
    if dated || is_capitals(first) {
        return true;
    }
    is_city(first) || (count <= 4 && mark.contains(['—', '–', '―']) && stands_alone(first))
}

/// `VIK, Ore.`: a short form of a state after a comma.
fn ends_in_state(place: &str) -> bool {
    place.rsplit_once(", ").is_some_and(|(_, s)| s.len() <= 6 && s.ends_with('.') && is_capitalised(s))
}

/// Two to six capitals: a name we do not know, but an agency's in this place.
pub(super) fn is_acronym(name: &str) -> bool {
    (2..=6).contains(&name.chars().count()) && name.chars().all(char::is_uppercase)
}

/// `KVIK`, `WLUN`: a station of the United States.
pub(super) fn is_call_sign(name: &str) -> bool {
    name.starts_with(['K', 'W'])
        && (3..=4).contains(&name.len())
        && name.chars().all(|c| c.is_ascii_uppercase())
}

/// `HarbourNews.com`.
pub(super) fn is_site(name: &str) -> bool {
    !name.contains(' ')
        && name.rsplit_once('.').is_some_and(|(n, tld)| {
            let usual = ["com", "net", "org", "info"].iter().any(|t| tld.eq_ignore_ascii_case(t));
            let small = (2..=4).contains(&tld.len()) && tld.chars().all(|c| c.is_ascii_lowercase());
            n.len() > 2 && (small || usual)
        })
}

#[cfg(test)]
mod tests;
