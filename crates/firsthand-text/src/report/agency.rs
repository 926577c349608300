//! News agencies and outlets that are known by name: one form in, the canonical name out.
//!
//! The list is `data/agencies.tsv`: name, kind, country (ISO 3166-1 alpha-2), other forms. It holds the members of the
//! large agency alliances, agencies of old, and the outlets most often named in reports; a name that is not listed is
//! no agency. A fifth field has forms that are words or names as well (`Exchange`, `Wolff`).

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// One agency or outlet of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agency {
    /// Canonical name, without a leading article where it is seldom said: `Associated Press`.
    pub name: &'static str,
    /// Agency or outlet.
    pub kind: AgencyKind,
    /// Country of its seat, ISO 3166-1 alpha-2.
    pub country: &'static str,
    /// Other forms as written, short names and domains among them: `AP`, `apnews.com`.
    pub forms: Vec<&'static str>,
    /// Forms that are words, names or places as well, and mean it only where the place tells so: `Reuter`, `Exchange`.
    pub loose: Vec<&'static str>,
}

impl Agency {
    /// The short name in capitals, if it has one: `AP`.
    pub fn short(&self) -> Option<&'static str> {
        std::iter::once(self.name).chain(self.forms.iter().copied()).find(|f| is_capitals(f))
    }
}

/// Whether a name belongs to a news agency, which others reprint, or to an outlet of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AgencyKind {
    /// A news agency: its reports appear under the names of others.
    Agency,
    /// A paper, a broadcaster, a site.
    Outlet,
}

struct Names {
    list: Vec<Agency>,
    /// From a form (capitals as they stand, all others folded) to a place in `list`.
    by_form: BTreeMap<String, usize>,
}

static NAMES: LazyLock<Names> = LazyLock::new(|| {
    let mut names = Names { list: Vec::new(), by_form: BTreeMap::new() };
    for line in include_str!("../../data/agencies.tsv").lines().filter(|l| !l.starts_with('#')) {
        let mut fields = line.split('\t');
        let (Some(name), Some(kind), Some(country)) = (fields.next(), fields.next(), fields.next()) else {
            continue;
        };
        let kind = if kind == "agency" { AgencyKind::Agency } else { AgencyKind::Outlet };
        let mut list = || fields.next().unwrap_or("").split('|').filter(|f| !f.is_empty()).collect();
        let (forms, loose): (Vec<_>, Vec<_>) = (list(), list());
        for form in std::iter::once(&name).chain(&forms) {
            names.by_form.entry(key(form)).or_insert(names.list.len());
        }
        names.list.push(Agency { name, kind, country, forms, loose });
    }
    names
});

/// All agencies and outlets, in the order of the list.
pub fn all() -> &'static [Agency] {
    &NAMES.list
}

/// The agency or outlet of this name, in any of its listed forms, with or without `The` and `news agency`.
///
/// A short form in capitals (`SPA`, `ANI`) is met only in capitals; all others in any case. Some forms are words, names
/// or places as well (`Petra`, `Fars`, `Nina`): ask only where a medium is named.
pub fn of(name: &str) -> Option<&'static Agency> {
    let name = bare(name);
    if name.is_empty() || name.len() > 80 {
        return None;
    }
    if let Some(found) = exact(name) {
        return Some(found);
    }
    const TAILS: [&str; 9] = [
        "news agency",
        "press agency",
        "news service",
        "wire service",
        "agency",
        "newspaper",
        "news",
        "website",
        "wire",
    ];
    let folded = fold(name);
    let tail = TAILS.iter().find(|t| folded.strip_suffix(**t).is_some_and(|rest| rest.ends_with(' ')))?;
    // Folding may change lengths, so the tail is cut off by words.
    let words: Vec<&str> = name.split_whitespace().collect();
    let kept = words.len().checked_sub(tail.split(' ').count())?;
    exact(&words.get(..kept)?.join(" "))
}

/// Like [`of`], but only news agencies.
pub fn agency(name: &str) -> Option<&'static Agency> {
    of(name).filter(|a| a.kind == AgencyKind::Agency)
}

/// The outlet of a web address's host, as listed: `www.scmp.com` and `news.scmp.com` are `scmp.com`.
pub fn of_host(host: &str) -> Option<&'static Agency> {
    let mut rest = host.trim_end_matches('.');
    loop {
        if rest.contains('.')
            && let Some(found) = exact(rest)
        {
            return Some(found);
        }
        rest = rest.split_once('.')?.1;
    }
}

fn exact(name: &str) -> Option<&'static Agency> {
    let key = key(name);
    let at = NAMES.by_form.get(&key).or_else(|| NAMES.by_form.get(key.strip_prefix("the ")?))?;
    NAMES.list.get(*at)
}

/// Without white space and punctuation around it.
fn bare(name: &str) -> &str {
    name.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, '(' | ')' | '[' | ']' | ',' | ';' | ':' | '/' | '.')
    })
}

fn key(form: &str) -> String {
    if is_capitals(form) { form.to_owned() } else { fold(form) }
}

/// A short form written in capitals, that in small letters may be any word.
pub(super) fn is_capitals(form: &str) -> bool {
    form.chars().count() <= 6 && form.chars().all(|c| c.is_uppercase() || matches!(c, '-' | '/' | '.'))
}

/// Small letters, straight quotes and hyphens, one blank between words; other marks stay.
pub(super) fn fold(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for word in name.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        if word.is_ascii() && !word.contains('`') {
            let from = out.len();
            out.push_str(word);
            out.get_mut(from..).into_iter().for_each(str::make_ascii_lowercase);
            continue;
        }
        out.extend(word.chars().flat_map(char::to_lowercase).map(|c| match c {
            '\u{2019}' | '\u{2018}' | '`' | '\u{b4}' => '\'',
            '\u{2010}' | '\u{2011}' | '\u{2013}' => '-',
            c => c,
        }));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_in_any_form() {
        for (form, name) in [
            ("AP", "Associated Press"),
            ("The Associated Press", "Associated Press"),
            ("(AFP)", "Agence France-Presse"),
            ("Ma’an", "Ma'an News Agency"),
            ("the Yonhap news agency", "Yonhap News Agency"),
            ("student ISNA", ""),
            ("ISNA news agency", "Iranian Students' News Agency"),
            ("xinhua", "Xinhua News Agency"),
            ("dpa", "Deutsche Presse-Agentur"),
            ("The Washington Post", "Washington Post"),
            ("SCMP", "South China Morning Post"),
            ("spa", ""),
            ("ani", ""),
            ("Guardian", "The Guardian"),
            ("The Sun", "The Sun"),
            ("sun", ""),
            ("", ""),
            ("news agency", ""),
        ] {
            assert_eq!(of(form).map_or("", |a| a.name), name, "{form}");
        }
    }

    #[test]
    fn hosts_lead_to_outlets() {
        assert_eq!(of_host("www.scmp.com").map(|a| a.name), Some("South China Morning Post"));
        assert_eq!(of_host("edition.cnn.com").map(|a| a.name), Some("CNN"));
        assert_eq!(of_host("example.org"), None);
    }

    /// Whether a form is one of another agency, too.
    fn seen_elsewhere(name: &str, form: &str) -> bool {
        of(form).is_some_and(|a| a.name != name)
    }

    #[test]
    fn every_line_of_the_list_is_whole_and_no_form_stands_for_two() {
        let mut seen = BTreeMap::new();
        for agency in all() {
            assert_eq!(agency.country.len(), 2, "{}", agency.name);
            let own = |form: &&str| seen_elsewhere(agency.name, form);
            assert!(!agency.loose.iter().any(own), "a loose form of {} is another's", agency.name);
            for form in std::iter::once(&agency.name).chain(&agency.forms) {
                if let Some(other) = seen.insert(key(form), agency.name) {
                    assert_eq!(other, agency.name, "{form} stands for two");
                }
            }
        }
        assert!(all().len() > 150);
    }
}
