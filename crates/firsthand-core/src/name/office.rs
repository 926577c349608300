//! Bodies meant by a country and what they are: `South Korean intelligence`, `its spy agency`, `Iraqi defence ministry`.

use super::bundle::Bundles;
use super::gather::Seen;
use super::join::Ground;
use super::sheet::Sheet;
use super::strand::Strand;
use firsthand_text::language::{NameKind, country};
use firsthand_text::report::agency;
use std::collections::BTreeMap;

/// A sort of office of a state.
struct Sort {
    name: &'static str,
    /// What it is called when its name is not given.
    phrases: &'static [&'static str],
    /// Parts that stand together in the name of such a body.
    marks: &'static [&'static [&'static str]],
}

/// The sorts of offices that are known.
const SORTS: &[Sort] = &[
    Sort {
        name: "intelligence service",
        phrases: &[
            "intelligence agency",
            "intelligence service",
            "intelligence services",
            "national intelligence agency",
            "spy agency",
            "spy service",
            "intelligence",
        ],
        marks: &[&["intelligence", "service"], &["intelligence", "agency"]],
    },
    Sort {
        name: "parliament",
        phrases: &["parliament", "legislature", "national assembly"],
        marks: &[&["parliament"], &["national", "assembly"]],
    },
    Sort { name: "central bank", phrases: &["central bank"], marks: &[&["central", "bank"]] },
    Sort {
        name: "state television",
        phrases: &[
            "state television",
            "state tv",
            "state-run television",
            "state-run tv",
            "state broadcaster",
        ],
        marks: &[&["state", "television"], &["state", "tv"]],
    },
    Sort {
        name: "state news agency",
        phrases: &["state news agency", "state-run news agency", "official news agency", "state news outlet"],
        marks: &[&["news", "agency"]],
    },
    Sort {
        name: "civil defence",
        phrases: &[
            "civil defence",
            "civil defense",
            "civil defence agency",
            "civil defense agency",
            "civil defence services",
            "civil defense services",
        ],
        marks: &[&["civil", "defence"], &["civil", "defense"]],
    },
    Sort { name: "air force", phrases: &["air force"], marks: &[&["air", "force"]] },
    Sort { name: "navy", phrases: &["navy"], marks: &[&["navy"]] },
    Sort { name: "army", phrases: &["army"], marks: &[&["army"]] },
    Sort { name: "coast guard", phrases: &["coast guard", "coastguard"], marks: &[&["coast", "guard"]] },
    Sort { name: "supreme court", phrases: &["supreme court"], marks: &[&["supreme", "court"]] },
    Sort {
        name: "electoral commission",
        phrases: &["electoral commission", "election commission"],
        marks: &[&["election", "commission"]],
    },
];

/// Matters of ministries: each is one office, `ministry of X` and `X ministry`.
const MATTERS: &[&str] = &[
    "foreign",
    "defence",
    "defense",
    "interior",
    "finance",
    "health",
    "justice",
    "education",
    "energy",
    "oil",
    "transport",
    "agriculture",
    "trade",
    "labour",
    "labor",
    "environment",
    "information",
    "culture",
    "housing",
    "unification",
];

/// A body meant by its sort and its country.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Office {
    /// Which report.
    pub(super) report: usize,
    /// First token of the description: the word for the country, if it is part of it.
    pub(super) first: usize,
    /// One past the last token.
    pub(super) last: usize,
    /// Sort of the office.
    pub(super) sort: String,
    /// ISO 3166-1 alpha-2; None where the name, not the country, tells which body is meant.
    pub(super) country: Option<&'static str>,
    /// The named body it is, as a bundle; None where the reports do not name one.
    pub(super) holder: Option<usize>,
}

/// Finds the offices in one report; words of names already found are left alone, but for the country's.
pub(super) fn find(sheet: &Sheet<'_>, report: usize, seen: &[Seen]) -> Vec<Office> {
    let mut covered: BTreeMap<usize, &Seen> = BTreeMap::new();
    for s in seen {
        covered.extend((s.from..s.to).map(|t| (t, s)));
    }
    let mut out = Vec::new();
    let mut t = 0;
    while t < sheet.len() {
        let Some((last, sort)) =
            sort_at(sheet, t).filter(|&(last, _)| (t..last).all(|i| !covered.contains_key(&i)))
        else {
            t += 1;
            continue;
        };
        if let Some((first, country)) = owner(sheet, seen, t) {
            out.push(Office { report, first, last, sort, country: Some(country), holder: None });
        }
        t = last;
    }
    out
}

/// The sort of office whose words begin at this token, the longest.
fn sort_at(sheet: &Sheet<'_>, first: usize) -> Option<(usize, String)> {
    if !opens_sort(sheet.lower(first)) {
        return None;
    }
    let ahead = |n: usize| sheet.together(first, first + n - 1);
    for n in (1..=4).rev().filter(|&n| first + n <= sheet.len()) {
        if !ahead(n) {
            continue;
        }
        let words: Vec<&str> = (first..first + n).map(|t| sheet.lower(t)).collect();
        let text = words.join(" ").replace(" - ", "-");
        let found = SORTS.iter().find(|s| s.phrases.contains(&text.as_str())).map(|s| s.name.to_owned());
        let sort = found.or_else(|| ministry(&words));
        let Some(sort) = sort else { continue };
        // `intelligence officials` are no agency.
        let next = first + n;
        let follows = sheet.together(first, next)
            && (sheet.is_nominal(next) || super::list::role(sheet.word(next)).is_some());
        return (!follows).then_some((next, sort));
    }
    None
}

/// Whether a sort of office can begin with a word: most words are told by this alone.
fn opens_sort(word: &str) -> bool {
    let phrases = || SORTS.iter().flat_map(|s| s.phrases);
    is_house(word) || MATTERS.contains(&word) || phrases().any(|p| p.starts_with(word))
}

/// The word for the house of a minister.
fn is_house(word: &str) -> bool {
    matches!(word, "ministry" | "department")
}

/// `foreign ministry`, `ministry of foreign affairs`, `department of defence`.
fn ministry(words: &[&str]) -> Option<String> {
    let matter = match words {
        [matter, end] if is_house(end) => *matter,
        [start, "of", matter] if is_house(start) => *matter,
        [start, "of", "foreign", "affairs"] if is_house(start) => "foreign",
        _ => return None,
    };
    MATTERS
        .contains(&matter)
        .then(|| format!("{} ministry", matter.replace("defense", "defence").replace("labor", "labour")))
}

/// The country whose office it is, and where the description begins.
fn owner(sheet: &Sheet<'_>, seen: &[Seen], at: usize) -> Option<(usize, &'static str)> {
    let mut t = at;
    // `its top spy agency`
    while t > 0
        && at - t < 2
        && sheet.together(t - 1, at)
        && sheet.is_nominal(t - 1)
        && sheet.word(t - 1).chars().all(|c| c.is_lowercase() || c == '-')
    {
        if country::of(sheet.word(t - 1)).is_some() {
            break;
        }
        t -= 1;
    }
    let before = t.checked_sub(1).filter(|&b| sheet.together(b, at))?;
    if sheet.is_possessive(before) {
        let named = |n: usize| {
            before
                .checked_sub(n)
                .filter(|&f| sheet.together(f, at))
                .and_then(|f| country::of(sheet.text(f, before)))
        };
        let country = (1..=3).rev().find_map(named)?;
        return Some((at, country.code));
    }
    if matches!(sheet.lower(before), "its" | "their") || (sheet.lower(before) == "country" && t < at) {
        let country =
            seen.iter().rev().filter(|s| s.last <= before && sheet.together(s.first, at)).find_map(|s| {
                country::sense(sheet.text(s.first, s.last))
                    .filter(|(_, sense)| *sense != country::Sense::Demonym)
            })?;
        return Some((before, country.0.code));
    }
    for n in (1..=3).rev() {
        let Some(first) = t.checked_sub(n).filter(|&f| sheet.together(f, at) && opens(sheet, f)) else {
            continue;
        };
        if (first..t).any(|i| sheet.is_mark(i)) {
            continue;
        }
        let Some((country, sense)) = country::sense(sheet.text(first, t)) else { continue };
        if sense != country::Sense::Capital {
            return Some((first, country.code));
        }
    }
    None
}

/// Whether the word can open a name of a country.
fn opens(sheet: &Sheet<'_>, token: usize) -> bool {
    !sheet.is_mark(token) && !matches!(sheet.lower(token), "the" | "a" | "an")
}

/// Gives each office the one body of its sort and country that the story names.
pub(super) fn hold(ground: &Ground<'_>, bundles: &Bundles<'_>, offices: &mut [Office]) {
    for office in offices.iter_mut() {
        let mut fit: Vec<usize> = bundles
            .all()
            .into_iter()
            .filter(|&b| {
                let members = bundles.members(b);
                let of_sort = members.iter().any(|&m| is_of_sort(&bundles.strands[m], &office.sort));
                let home = members.iter().find_map(|&m| home(ground, &bundles.strands[m]));
                of_sort && home.is_some() && home == office.country
            })
            .collect();
        fit.dedup();
        if let [b] = fit[..] {
            office.holder = Some(b);
        }
    }
}

/// Whether a name names a body of this sort.
fn is_of_sort(s: &Strand, sort: &str) -> bool {
    if !matches!(s.kind, NameKind::Organisation | NameKind::Other) {
        return false;
    }
    let has = |words: &[&str]| words.iter().all(|w| s.parts.iter().any(|p| p == w));
    if let Some(matter) = sort.strip_suffix(" ministry") {
        let spelled = [matter, &matter.replace("defence", "defense"), &matter.replace("labour", "labor")]
            .map(str::to_owned);
        return spelled.iter().any(|m| has(&["ministry", m]) || has(&["department", m]));
    }
    if sort == "state news agency" && agency::agency(&s.text).is_some() {
        return true;
    }
    SORTS.iter().any(|s| s.name == sort && s.marks.iter().any(|m| has(m)))
}

fn home(_: &Ground<'_>, s: &Strand) -> Option<&'static str> {
    s.country.or_else(|| agency::agency(&s.text).map(|a| a.country))
}
