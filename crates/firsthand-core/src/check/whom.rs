//! Whom of an account does a name of a claim mean?

use super::shape::Mention;
use crate::account::Entity;
use crate::name::{called, short_for};
use firsthand_text::language::country::{self, Sense};
use firsthand_text::language::place;
use firsthand_text::report::agency;
use std::collections::BTreeSet;

fn is_place(e: &Entity) -> bool {
    matches!(e.kind.as_str(), "place" | "facility")
}

/// The entities of an account that a name may be. A wider name takes in what lies within it: what happened in Tehran
/// happened in Iran.
pub(super) fn entities(name: &Mention, all: &[Entity]) -> BTreeSet<usize> {
    let found = named(name, all);
    // `Judge Hansen`: the title is no part of the name.
    match name.text.split_once(' ') {
        Some((title, rest)) if found.is_empty() && is_title(title) => {
            named(&Mention { text: rest.to_owned(), ..name.clone() }, all)
        }
        Some(_) if found.is_empty() => match bare(&name.text) {
            Some(bare) => named(&Mention { text: bare.to_owned(), ..name.clone() }, all),
            None => found,
        },
        _ => found,
    }
}

/// A name without the noun that says what kind of place it is: `Tarn` for `Tarn district` and for `city of Tarn`.
fn bare(name: &str) -> Option<&str> {
    const KINDS: [&str; 14] = [
        "district",
        "area",
        "province",
        "region",
        "city",
        "town",
        "village",
        "county",
        "state",
        "neighborhood",
        "neighbourhood",
        "quarter",
        "unit",
        "island",
    ];
    let (first, rest) = name.split_once(' ')?;
    let of = rest.strip_prefix("of ").filter(|_| KINDS.contains(&first.to_lowercase().as_str()));
    let (start, last) = name.rsplit_once(' ')?;
    of.or_else(|| KINDS.contains(&last).then_some(start))
}

/// Words before a name that say what somebody is.
fn is_title(word: &str) -> bool {
    const TITLES: [&str; 16] = [
        "judge",
        "justice",
        "captain",
        "lieutenant",
        "sergeant",
        "colonel",
        "general",
        "major",
        "trooper",
        "doctor",
        "professor",
        "senator",
        "prince",
        "princess",
        "king",
        "queen",
    ];
    let lower = word.to_lowercase();
    TITLES.contains(&lower.as_str()) || super::opposite::is_office(&lower)
}

fn named(name: &Mention, all: &[Entity]) -> BTreeSet<usize> {
    let medium = agency::of(&name.text).map(|a| a.name);
    let sense = country::sense(&name.text).filter(|(_, s)| matches!(s, Sense::Name | Sense::Demonym));
    let is = |e: &Entity| {
        let person = e.kind == "person";
        let forms = || e.forms.iter().map(|f| f.text.as_str()).chain([e.name.as_str()]);
        if forms().any(|f| called(&name.text, f, person)) {
            return true;
        }
        if person {
            // The reports give no more than the family name.
            return e.forms.iter().all(|f| !f.text.contains(' '))
                && forms().any(|f| short_for(f, &name.text));
        }
        if medium.is_some() && !is_place(e) && forms().any(|f| agency::of(f).map(|a| a.name) == medium) {
            return true;
        }
        let of_country = |f: &str| match (sense, country::sense(f)) {
            (Some((a, _)), Some((b, _))) => a.code == b.code,
            _ => false,
        };
        let spot = is_place(e) || e.kind == "group";
        (spot || e.kind == "organisation") && forms().any(of_country)
            || is_place(e) && name.kind != "person" && place::within(&e.name, &name.text)
    };
    let mut out: BTreeSet<usize> = (0..all.len()).filter(|&n| is(&all[n])).collect();
    // The reports may have the short name as one entity and the full name as another.
    if out.iter().all(|&n| all[n].kind == "person") {
        let short: Vec<usize> = (0..all.len())
            .filter(|&n| {
                // `Lo Orlik` and `Pavel Lo Orlik`: a family name of two words.
                let tail = format!(" {}", name.text);
                let short =
                    |f: &str| short_for(&name.text, f) || (name.text.contains(' ') && f.ends_with(&tail));
                all[n].kind == "person" && all[n].forms.iter().any(|f| short(&f.text))
            })
            .filter(|n| !out.contains(n))
            .collect();
        // Two of one family: there is no telling which.
        out.extend(short.first().filter(|_| short.len() == 1));
    }
    out
}
