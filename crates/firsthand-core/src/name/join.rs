//! The rules that make two spellings one, from the strictest to the loosest.
//!
//! Each rule looks at pairs of strands in order of place, so that the outcome does not hang on chance; a join that
//! would bring two persons of one surname together is refused by [`Bundles`].

use super::acronym::{is_acronym, stands_for};
use super::bundle::Bundles;
use super::gather::Seen;
use super::organisation;
use super::person::{Nearness, call_names, nearness};
use super::place;
use super::role::{Accord, best_accord};
use super::sheet::Sheet;
use super::strand::Strand;
use super::transliterate::{Likeness, likeness};
use super::{Reason, in_text, second};
use firsthand_text::Span;
use firsthand_text::language::{NameKind, country};
use firsthand_text::report::agency;
use std::collections::{BTreeMap, BTreeSet};

/// Everything the rules look at.
pub(super) struct Ground<'a> {
    /// The reports.
    pub(super) sheets: &'a [Sheet<'a>],
    /// All names, by report and place.
    pub(super) seen: &'a [Seen],
}

impl Ground<'_> {
    /// Where a strand first stands.
    pub(super) fn place(&self, strand: &Strand) -> (usize, Span) {
        let first = strand.seen.first().and_then(|&s| self.seen.get(s));
        let span = first.and_then(|s| self.sheets.get(s.report).map(|sheet| s.span(sheet)));
        (strand.report, span.unwrap_or_default())
    }
    /// A reason that rests on the first places of two strands.
    pub(super) fn reason(&self, rule: &'static str, because: String, a: &Strand, b: &Strand) -> Reason {
        Reason { rule, because, places: vec![self.place(a), self.place(b)] }
    }
}

/// Applies all rules.
pub(super) fn join(ground: &Ground<'_>, bundles: &mut Bundles<'_>) {
    in_text::join(ground, bundles);
    short_forms(ground, bundles);
    same_key(ground, bundles);
    let persons = near_persons(bundles.strands);
    full_persons(ground, bundles, &persons, Nearness::Sound);
    organisation::join(ground, bundles);
    acronyms(ground, bundles);
    place::join(ground, bundles);
    full_persons(ground, bundles, &persons, Nearness::Near);
    lone_persons(ground, bundles);
}

/// The first strand of every spelling that a test allows, in order of place.
///
/// Strands of one key are one bundle by the time the rules for unlike spellings look at them.
pub(super) fn spellings(strands: &[Strand], test: impl Fn(&Strand) -> bool) -> Vec<usize> {
    let mut known: BTreeSet<(&str, Option<&str>)> = BTreeSet::new();
    let mut out = Vec::new();
    for (i, s) in strands.iter().enumerate().filter(|(_, s)| test(s)) {
        let country = s.country.filter(|_| s.kind == NameKind::Organisation);
        if known.insert((s.key.as_str(), country)) {
            out.push(i);
        }
    }
    out
}

/// All pairs of a list, in order.
pub(super) fn pairs(list: &[usize]) -> impl Iterator<Item = (usize, usize)> {
    list.iter().enumerate().flat_map(|(n, &a)| list[n + 1..].iter().map(move |&b| (a, b)))
}

/// One spelling in two reports; a country by any of its names; an agency or outlet by any form; second names.
fn same_key(ground: &Ground<'_>, bundles: &mut Bundles<'_>) {
    let strands = bundles.strands;
    let mut by_key: BTreeMap<(String, u8), usize> = BTreeMap::new();
    let lone = |s: &Strand| s.kind == NameKind::Person && !s.is_full();
    for (i, s) in strands.iter().enumerate().filter(|(_, s)| !lone(s)) {
        let names = names_of(s, strands);
        for (label, rule) in names {
            let sort = match s.kind {
                NameKind::Person => 0,
                NameKind::Place => 1,
                NameKind::Group => 2,
                _ => 3,
            };
            let at = *by_key.entry((label.clone(), sort)).or_insert(i);
            if at != i {
                let other = &strands[at];
                let because = match rule {
                    "country" => format!("“{}” and “{}” are names of one country", other.text, s.text),
                    "people" => {
                        format!("“{}” and “{}” are words for the people of one country", other.text, s.text)
                    }
                    "agency" => {
                        format!("“{}” and “{}” are names of one agency or outlet", other.text, s.text)
                    }
                    "name in English" => {
                        format!("“{}” and “{}” are one name in two languages", other.text, s.text)
                    }
                    "second name" => {
                        format!("“{}” and “{}” are well-known names of one thing", other.text, s.text)
                    }
                    _ => format!("“{}” is spelled alike wherever it stands", s.text),
                };
                bundles.join(at, i, || ground.reason(rule, because, other, s));
            }
        }
    }
}

/// The labels under which a strand is surely known.
fn names_of(s: &Strand, strands: &[Strand]) -> Vec<(String, &'static str)> {
    let mut out = vec![(s.key.clone(), "same spelling")];
    // `Londres` is `London`
    out.extend(s.english.map(|name| (super::spelling::key(name), "name in English")));
    if s.kind == NameKind::Place
        && let Some(found) = country::named(s.english.unwrap_or(&s.text))
    {
        out.push((format!("country {}", found.code), "country"));
    }
    // `the Islamic Republic` beside `the Islamic Republic of Iran`.
    if s.kind == NameKind::Place && s.parts.len() > 1 && country::named(&s.text).is_none() {
        let longer = |o: &&Strand| {
            o.report == s.report && o.text.strip_prefix(&s.text).is_some_and(|r| r.starts_with(" of "))
        };
        let whole = strands.iter().filter(longer).find_map(|o| country::named(&o.text));
        out.extend(whole.map(|found| (format!("country {}", found.code), "country")));
    }
    if let ("north" | "south", NameKind::Place) = (s.key.as_str(), s.kind) {
        let half = |o: &&Strand| {
            o.report == s.report && o.kind == NameKind::Place && o.parts.first() == Some(&s.key)
        };
        let whole = strands.iter().filter(half).find_map(|o| country::named(&o.text));
        out = whole.map(|found| (format!("country {}", found.code), "country")).into_iter().collect();
    }
    if s.kind == NameKind::Group
        && let Some(found) = country::of_demonym(s.english.unwrap_or(&s.text))
    {
        out.push((format!("people {}", found.code), "people"));
    }
    if matches!(s.kind, NameKind::Organisation | NameKind::Other) {
        let whole = agency::of(&s.text).or_else(|| agency_within(&s.text));
        if let Some(found) = whole {
            out.push((format!("agency {}", found.name), "agency"));
        }
    }
    if let Some(set) = second::of(&s.key) {
        out.push((format!("set {set}"), "second name"));
    }
    // A short name that is a word as well counts only beside the long one.
    if let Some(set) = second::in_company(&s.key).filter(|_| is_acronym(&s.text)) {
        let beside = |o: &Strand| o.report == s.report && second::of(&o.key) == Some(set);
        if strands.iter().any(beside) {
            out.push((format!("set {set}"), "second name"));
        }
    }
    out
}

/// An outlet behind a place: `London Daily Mail`, `UK MailOnline`.
fn agency_within(text: &str) -> Option<&'static agency::Agency> {
    let (place, rest) = text.split_once(' ')?;
    let found = agency::of(rest).filter(|a| a.name.len() > 4)?;
    let home = country::of(place).is_some_and(|c| c.code == found.country);
    (home || firsthand_text::language::place::country(place) == Some(found.country)).then_some(found)
}

/// Within a report, a person called by one part of the name: the only one who can be meant.
fn short_forms(ground: &Ground<'_>, bundles: &mut Bundles<'_>) {
    let strands = bundles.strands;
    for (i, short) in strands.iter().enumerate() {
        let here = |s: &&Strand| {
            s.report == short.report
                && s.kind == NameKind::Person
                && s.is_full()
                && s.parts.len() > short.parts.len()
        };
        if short.kind != NameKind::Person || short.native {
            continue;
        }
        if short.is_full() && !strands.iter().filter(here).any(|s| short.ends(s)) {
            continue;
        }
        let mut best: Vec<(Likeness, usize)> = Vec::new();
        for (j, full) in strands.iter().enumerate().filter(|(_, s)| here(s)) {
            let near = call_names(&full.parts).iter().filter_map(|c| likeness(c, &short.key)).min();
            let near = if short.ends(full) { Some(Likeness::Same) } else { near };
            best.extend(near.map(|n| (n, j)));
        }
        if best.is_empty() {
            // A family name that stands first and is not known to; the last part must not be used alone.
            let lone = |key: &str| strands.iter().any(|s| s.report == short.report && s.key == key);
            // Or the first of two family names: `Peñalba` for `Lucía Peñalba Ruiz`.
            let first = |s: &Strand| {
                let (first, middle) = match &s.parts[..] {
                    [first, middle @ .., _] => (first, middle),
                    _ => return false,
                };
                (*first == short.key || middle.contains(&short.key))
                    && !s.parts.last().is_some_and(|l| lone(l))
            };
            best.extend(
                (0..strands.len())
                    .filter(|&j| here(&&strands[j]) && first(&strands[j]))
                    .map(|j| (Likeness::Same, j)),
            );
        }
        let Some(&(nearest, _)) = best.iter().min() else { continue };
        let mut fit: Vec<usize> = best.iter().filter(|(n, _)| *n == nearest).map(|&(_, j)| j).collect();
        fit.dedup_by_key(|j| bundles.of(*j));
        if let [j] = fit[..] {
            let because = format!("“{}” is short for “{}” in this report", short.text, strands[j].text);
            bundles.join(j, i, || ground.reason("short form", because, &strands[j], short));
        }
    }
}

/// All pairs of full names of persons that can be spellings of one, the nearest first.
fn near_persons(strands: &[Strand]) -> Vec<(Nearness, usize, usize)> {
    let fit = spellings(strands, |s| s.kind == NameKind::Person && s.parts.len() > 1);
    let near = |(a, b): (usize, usize)| Some((nearness(&strands[a].parts, &strands[b].parts)?, a, b));
    let mut found: Vec<(Nearness, usize, usize)> = pairs(&fit).filter_map(near).collect();
    found.sort_unstable();
    found
}

/// Two full names of persons that are near enough, as far as `limit`; loose ones only with a shared office.
fn full_persons(
    ground: &Ground<'_>,
    bundles: &mut Bundles<'_>,
    persons: &[(Nearness, usize, usize)],
    limit: Nearness,
) {
    let strands = bundles.strands;
    for &(near, a, b) in persons.iter().take_while(|(near, ..)| *near <= limit) {
        if bundles.of(a) == bundles.of(b) {
            continue;
        }
        let (x, y) = (&strands[a], &strands[b]);
        let shared = bundle_accord(bundles, a, b);
        let needed = match near {
            Nearness::Same | Nearness::Shortened | Nearness::Sound => true,
            Nearness::Consonants | Nearness::Near => {
                shared.is_some() || (near == Nearness::Consonants && neighbours(x, y) >= 2)
            }
        };
        if !needed || (near >= Nearness::Consonants && x.report == y.report && near != Nearness::Consonants) {
            continue;
        }
        let rule = match near {
            Nearness::Same => "same spelling",
            Nearness::Shortened => "shortened name",
            Nearness::Sound => "same sound",
            Nearness::Consonants => "same consonants",
            Nearness::Near => "near spelling",
        };
        let office = shared.map(|(_, office)| format!(", and both are {office}")).unwrap_or_default();
        let because = format!("“{}” and “{}” can be spellings of one name{office}", x.text, y.text);
        bundles.join(a, b, || ground.reason(rule, because, x, y));
    }
}

/// The best accord of the roles of two bundles, with the words for it.
fn bundle_accord(bundles: &Bundles<'_>, a: usize, b: usize) -> Option<(Accord, String)> {
    let roles = |i: usize| -> Vec<super::role::Role> {
        bundles.members(bundles.of(i)).iter().flat_map(|&m| bundles.strands[m].roles.clone()).collect()
    };
    let (x, y) = (roles(a), roles(b));
    best_accord(&x, &y).map(|(accord, role, _)| (accord, format!("“{}”", role.phrase)))
}

/// How many names stand in a sentence with both.
fn neighbours(a: &Strand, b: &Strand) -> usize {
    a.beside.intersection(&b.beside).count()
}

/// A family name alone in a report joins the one person of that name in the story.
fn lone_persons(ground: &Ground<'_>, bundles: &mut Bundles<'_>) {
    let strands = bundles.strands;
    for (i, short) in strands.iter().enumerate() {
        if short.kind != NameKind::Person || short.is_full() || bundles.has_full_name(bundles.of(i)) {
            continue;
        }
        let mut fit: Vec<usize> = Vec::new();
        for (j, full) in strands.iter().enumerate() {
            let called = full.kind == NameKind::Person
                && full.is_full()
                && (call_names(&full.parts).contains(&short.key.as_str()) || short.ends(full));
            if called && !fit.contains(&bundles.of(j)) {
                fit.push(bundles.of(j));
            }
        }
        // Where the reports know two of the name, who is meant cannot be told.
        if let [b] = fit[..] {
            let full = &strands[b];
            let because =
                format!("“{}” is the only one of that name the reports tell of: “{}”", short.text, full.text);
            bundles.join(b, i, || ground.reason("only one of that name", because, full, short));
        }
    }
    // Two reports that both know a person by the family name alone.
    let mut first_of: BTreeMap<&str, usize> = BTreeMap::new();
    for b in 0..strands.len() {
        if strands[b].kind != NameKind::Person || strands[b].is_full() || bundles.has_full_name(bundles.of(b))
        {
            continue;
        }
        // A name that two persons of the story bear says nothing.
        let bears = |full: &&Strand| {
            full.kind == NameKind::Person
                && full.is_full()
                && (call_names(&full.parts).contains(&strands[b].key.as_str()) || strands[b].ends(full))
        };
        if strands.iter().any(|s| bears(&s)) {
            continue;
        }
        let a = *first_of.entry(&strands[b].key).or_insert(b);
        let (x, y) = (&strands[a], &strands[b]);
        // `Captain Gull` and `Professor Gull`: two offices, two persons, as far as the reports go.
        let (p, q) = (titles(ground, x), titles(ground, y));
        let offices = !p.is_empty() && !q.is_empty() && p.is_disjoint(&q);
        if a != b && x.key.len() > 2 && !offices {
            let because = format!("“{}” is spelled alike wherever it stands", x.text);
            bundles.join(a, b, || ground.reason("same spelling", because, x, y));
        }
    }
}

/// The titles and offices by which a report calls a person: `Captain Gull`.
fn titles(ground: &Ground<'_>, s: &Strand) -> BTreeSet<String> {
    let heads = s.roles.iter().flat_map(|r| r.heads.iter().cloned());
    let seen = s.seen.iter().filter_map(|&n| ground.seen.get(n)).filter(|n| n.from < n.first);
    let before = seen.filter_map(|n| Some(ground.sheets.get(n.report)?.plain(n.from)));
    heads
        .chain(before)
        .filter(|t| !matches!(t.as_str(), "mr" | "mrs" | "ms" | "miss" | "sir" | "dr"))
        .collect()
}

/// Letters and the one name of the story they can stand for.
fn acronyms(ground: &Ground<'_>, bundles: &mut Bundles<'_>) {
    let strands = bundles.strands;
    let body = |s: &Strand| !matches!(s.kind, NameKind::Person | NameKind::Group);
    let all = spellings(strands, body);
    for &i in &all {
        let letters = &strands[i];
        if !is_acronym(&letters.text) || letters.key.len() < 3 {
            continue;
        }
        let mut fit: Vec<usize> = Vec::new();
        for &j in &all {
            let words = &strands[j];
            if words.parts.len() > 1
                && stands_for(&letters.text, &words.text)
                && !fit.contains(&bundles.of(j))
            {
                fit.push(bundles.of(j));
            }
        }
        if let [b] = fit[..] {
            let words = &strands[b];
            let because = format!("“{}” are the initials of “{}”", letters.text, words.text);
            bundles.join(b, i, || ground.reason("initials", because, words, letters));
        }
    }
}
