//! Listed names in a text: in any of their forms, through accents, dotted letters and what old print was misread as.

use super::super::agency::{self, Agency};
use super::word::{Word, words};
use crate::Span;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// How far a form by itself can be trusted to be the name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Trust {
    /// It is nothing else.
    Sure,
    /// It is a word or a name as well: enough with a verb of telling behind it, not by itself.
    Doubtful,
    /// It mostly is something else: only its place can tell.
    Loose,
}

/// One form as it is looked for.
struct Form {
    /// Its words behind the first.
    rest: Vec<String>,
    /// Place in the list of agencies.
    agency: usize,
    /// A short form in capitals: met for sure only in capitals.
    capitals: bool,
    /// Written in small letters (`dpa`).
    small: bool,
    /// How far the form by itself can be trusted.
    trust: Trust,
}

static FORMS: LazyLock<FxHashMap<String, Vec<Form>>> = LazyLock::new(|| {
    let mut forms: FxHashMap<String, Vec<Form>> = FxHashMap::default();
    for (agency, listed) in agency::all().iter().enumerate() {
        let sure = std::iter::once(&listed.name).chain(&listed.forms);
        let trust = |f: &&str| if listed.loose.contains(f) { Trust::Doubtful } else { Trust::Sure };
        let loose = listed.loose.iter().map(|f| (f, Trust::Loose));
        let all = sure.map(|f| (f, trust(f))).chain(loose);
        for (form, trust) in all.filter(|(f, _)| !f.contains(".com")) {
            let mut found = words(form).into_iter();
            let Some(first) = found.next() else { continue };
            let capitals = agency::is_capitals(form);
            let small = form.chars().next().is_some_and(char::is_lowercase);
            let rest = found.map(|w| w.key).collect();
            forms.entry(first.key).or_default().push(Form { rest, agency, capitals, small, trust });
        }
    }
    // The longest first; of two alike the surer.
    forms.values_mut().for_each(|f| f.sort_by_key(|f| (usize::MAX - f.rest.len(), f.trust)));
    forms
});

/// A listed name at a word.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found {
    pub(super) agency: &'static Agency,
    /// How many words it takes.
    pub(super) count: usize,
    pub(super) trust: Trust,
}

/// The listed name that begins at a word.
pub(super) fn name(text: &str, words: &[Word], at: usize) -> Option<Found> {
    let first = words.get(at)?;
    let forms = FORMS.get(first.key.as_str())?;
    let mut best: Option<Found> = None;
    for form in forms {
        let count = form.rest.len() + 1;
        if best.is_some_and(|b| b.count > count) {
            break;
        }
        let Some(stretch) = words.get(at..at + count) else { continue };
        let fits = stretch.iter().skip(1).zip(&form.rest).all(|(w, r)| w.key == *r)
            && stretch.windows(2).all(|pair| is_gap(text, pair[0].span.end, pair[1].span.start));
        if !fits {
            continue;
        }
        // `agence Havas` is as sure as `Agence Havas`.
        let written = match form.capitals {
            true => stretch.iter().all(|w| w.capitals),
            false => form.small || first.capital || stretch.iter().any(|w| w.capital),
        };
        // `up` is a word and no United Press.
        if form.trust != Trust::Sure && form.capitals && !written {
            continue;
        }
        let trust = if written { form.trust } else { Trust::Loose };
        let agency = agency::all().get(form.agency)?;
        if best.is_none_or(|b| trust < b.trust) {
            best = Some(Found { agency, count, trust });
        }
    }
    best
}

/// The name a word was misread from: a name of one word and at least five letters, one letter off; of two such names none.
/// Ask only where a name of an agency must stand.
pub(super) fn misread(words: &[Word], at: usize) -> Option<Found> {
    let word = words.get(at).filter(|w| w.key.len() >= 5)?;
    let mut found: Option<&'static Agency> = None;
    for (_, forms) in FORMS.iter().filter(|(f, _)| f.len() >= 5 && is_one_off(f, &word.key)) {
        for form in forms.iter().filter(|f| f.rest.is_empty()) {
            let agency = agency::all().get(form.agency)?;
            if found.is_some_and(|f| f.name != agency.name) {
                return None;
            }
            found = Some(agency);
        }
    }
    found.map(|agency| Found { agency, count: 1, trust: Trust::Loose })
}

/// Whether two words differ by one letter changed, left out or put in.
fn is_one_off(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if long.len() - short.len() > 1 || a == b {
        return false;
    }
    let same = short.bytes().zip(long.bytes()).take_while(|(a, b)| a == b).count();
    let skip = usize::from(short.len() == long.len());
    short.get(same + skip..) == long.get(same + 1..)
}

/// Whether what stands between two words keeps a name together.
fn is_gap(text: &str, from: usize, to: usize) -> bool {
    text.get(from..to).is_some_and(|gap| {
        gap.chars().count() <= 3
            && gap.chars().all(|c| c.is_whitespace() || "-‐–'’.&/«".contains(c))
            && gap.matches('\n').count() <= 1
    })
}

/// The words a name takes, as one place.
pub(super) fn place(words: &[Word], at: usize, count: usize) -> Span {
    let first = words.get(at).map_or(Span::new(0, 0), |w| w.span);
    words.get(at + count - 1).map_or(first, |w| first.join(w.span))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_met_in_any_form_and_known_for_loose() {
        for (text, want) in [
            ("Agence Havas", Some(("Havas", 2, Trust::Sure))),
            ("A. F. P.", Some(("Agence France-Presse", 1, Trust::Sure))),
            ("afp", Some(("Agence France-Presse", 1, Trust::Loose))),
            ("dpa", Some(("Deutsche Presse-Agentur", 1, Trust::Sure))),
            ("Reuter", Some(("Reuters", 1, Trust::Loose))),
            ("Sputnik", Some(("Sputnik", 1, Trust::Doubtful))),
            ("Wolff", Some(("Wolffs Telegraphisches Bureau", 1, Trust::Loose))),
            ("Associated Press", Some(("Associated Press", 2, Trust::Sure))),
            ("associated press", Some(("Associated Press", 2, Trust::Loose))),
            ("Vale", None),
        ] {
            let words = words(text);
            let found = name(text, &words, 0).map(|f| (f.agency.name, f.count, f.trust));
            assert_eq!(found, want, "{text}");
        }
    }

    #[test]
    fn one_letter_may_be_misread_where_a_name_must_stand() {
        for (text, want) in [
            ("Renter", "Reuters"),
            ("Havae", "Havas"),
            ("Stefanl", "Agenzia Stefani"),
            ("Vale", ""),
            ("Haven", ""),
        ] {
            assert_eq!(misread(&words(text), 0).map_or("", |f| f.agency.name), want, "{text}");
        }
    }
}
