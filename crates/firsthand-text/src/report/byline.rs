//! Who wrote it: people and media apart, from a byline as printed.

use super::line::{ends_with_stop, fold, is_capitalised, words};
use super::{agency, outlet};

/// What a byline names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Byline {
    /// Persons, as written.
    pub(super) people: Vec<String>,
    /// Agencies and media, as written.
    pub(super) media: Vec<String>,
}

/// Words that open a byline.
pub(super) const OPENINGS: [&str; 20] = [
    "by ",
    "by: ",
    "von ",
    "von: ",
    "par ",
    "par: ",
    "por ",
    "por: ",
    "di ",
    "door ",
    "av ",
    "written by ",
    "reported by ",
    "story by ",
    "words by ",
    "author: ",
    "authors: ",
    "autor: ",
    "posted by ",
    "text: ",
];

/// Words that say what someone does at a paper.
const ROLES: [&str; 26] = [
    "desk",
    "bureau",
    "staff",
    "reporter",
    "reporters",
    "correspondent",
    "correspondents",
    "editor",
    "writer",
    "writers",
    "newsroom",
    "team",
    "contributor",
    "contributors",
    "columnist",
    "journalist",
    "redaktion",
    "redacción",
    "redazione",
    "rédaction",
    "redação",
    "report",
    "producer",
    "photographer",
    "agencies",
    "agency",
];

/// Reads a line as a byline. Without `By` it needs a role, a desk or a known agency.
pub(super) fn byline(line: &str) -> Option<Byline> {
    let line = line
        .trim_matches(|c: char| c.is_whitespace() || matches!(c, '|' | '/' | '-' | '–' | '—' | '•' | '·'));
    if line.is_empty() || words(line) > 16 || (ends_with_stop(line) && words(line) > 8) {
        return None;
    }
    let lower = line.to_lowercase();
    let opening = OPENINGS.iter().find(|o| lower.starts_with(**o));
    let rest = opening.and_then(|o| line.get(o.len()..)).unwrap_or(line).trim();
    let (mut found, mut behind) = (names(rest), None);
    let is_one = found.media.is_empty() || found.media.iter().all(|m| agency::of(m).is_none());
    if found.people.is_empty() && found.media.is_empty() || is_one && !rest.contains(is_separator) {
        behind = with_agency_behind(rest);
        found = behind.clone().unwrap_or(found);
    }
    let sure =
        opening.is_some() && rest.chars().next().is_some_and(|c| c.is_uppercase() || !c.is_lowercase());
    let has_role = rest.split(is_separator).any(is_role);
    if sure && (!found.people.is_empty() || !found.media.is_empty() || has_role) {
        return Some(found);
    }
    if opening.is_some() {
        return None;
    }
    let all_media = !found.media.is_empty()
        && found.people.is_empty()
        && rest
            .split(is_separator)
            .all(|p| p.trim().is_empty() || medium(p).is_some() || crate::language::place::known(p.trim()));
    let agency_only = all_media && found.media.iter().all(|m| agency::agency(m).is_some());
    let desk = has_role && words(rest) <= 8 && !ends_with_stop(rest);
    let with_agency = !found.people.is_empty() && !found.media.is_empty() && rest.contains([',', '|', '/']);
    // `Ada Vale Associated Press`: two or three names and an agency, and nothing else.
    let signed = behind.is_some() && words(rest) <= 6 && rest.split_whitespace().all(is_capitalised);
    (agency_only || desk || with_agency || signed).then_some(found)
}

/// A line that is nothing but the name of a person, as bylines without `By` are. Only its place tells it from a place name.
pub(super) fn lone_name(line: &str) -> bool {
    let count = words(line);
    (2..=4).contains(&count) && is_person(line) && agency::of(line).is_none() && !outlet::is_outlet(line)
}

fn is_separator(c: char) -> bool {
    matches!(c, '|' | ',' | ';' | '/' | '&' | '•' | '·' | '‖' | '\u{2014}' | '\u{2013}')
}

/// Takes a list of names apart.
fn names(list: &str) -> Byline {
    let mut found = Byline::default();
    // "AFP/Reuters" is a list, "RFE/RL" a name: the whole is asked first.
    if let Some(medium) = medium(list) {
        found.media.push(medium);
        return found;
    }
    for part in list
        .split(is_separator)
        .flat_map(|p| p.split(" and "))
        .flat_map(|p| p.split(" und "))
        .flat_map(|p| p.split(" et "))
    {
        let part = part.trim().trim_end_matches(['.', ':']).trim();
        let part = part.split(" in ").next().unwrap_or(part);
        let part = part.split(" for ").next().unwrap_or(part);
        if part.is_empty() {
            continue;
        }
        if let Some(medium) = medium(part).or_else(|| medium_with_role(part)) {
            found.media.push(medium);
        } else if is_role(part) {
            continue;
        } else if outlet::is_outlet(part) {
            found.media.push(part.to_owned());
        } else if let Some(behind) = with_agency_behind(part) {
            found.people.extend(behind.people);
            found.media.extend(behind.media);
        } else if is_person(part) {
            found.people.push(part.to_owned());
        }
    }
    found
}

/// A known agency or outlet, as written.
fn medium(part: &str) -> Option<String> {
    let part = part.trim();
    (agency::of(part).is_some() || is_newsroom(part))
        .then(|| part.trim_matches(['(', ')']).trim_end_matches('.').to_owned())
}

/// `Lund Valley News Group`, `The Vik Newsroom`: a name that ends as names of media do, and no person's.
fn is_newsroom(part: &str) -> bool {
    const ENDINGS: [&str; 12] = [
        "media",
        "news",
        "newsroom",
        "network",
        "newspapers",
        "wire",
        "tribune",
        "herald",
        "gazette",
        "media group",
        "news group",
        "news agency",
    ];
    let count = words(part);
    let folded = fold(part);
    let titled = part.split_whitespace().all(|w| is_capitalised(w) || ["of", "and", "the"].contains(&w));
    (2..=5).contains(&count)
        && titled
        && ENDINGS.iter().any(|e| folded.strip_suffix(e).is_some_and(|rest| rest.ends_with(' ')))
}

/// `Ada Vale Associated Press`, also where the page lost what stood between them: `Ada ValeThe Associated Press`.
fn with_agency_behind(list: &str) -> Option<Byline> {
    let list = list.trim_end_matches(['.', ' ']);
    let ends = |name: &&str| name.contains(' ') && list.len() > name.len() + 4 && list.ends_with(*name);
    let name = agency::all()
        .iter()
        .filter(|a| a.kind == agency::AgencyKind::Agency)
        .flat_map(|a| std::iter::once(a.name).chain(a.forms.iter().copied()))
        .filter(ends)
        .max_by_key(|n| n.len())?;
    let before = list.get(..list.len() - name.len())?.trim_end();
    let before = before.strip_suffix("The").or_else(|| before.strip_suffix("the")).unwrap_or(before);
    let mut found = names(before.trim_end_matches([',', '-', '–', '—', ' ']));
    if found.people.is_empty() {
        return None;
    }
    found.media.push(name.to_owned());
    Some(found)
}

/// `CNN Harbour Reporter`: the medium at the head of a role.
fn medium_with_role(part: &str) -> Option<String> {
    if !is_role(part) {
        return None;
    }
    let words: Vec<&str> = part.split_whitespace().collect();
    (1..words.len().min(5)).rev().find_map(|n| medium(&words.get(..n)?.join(" ")))
}

pub(super) fn is_role(part: &str) -> bool {
    fold(part).split(' ').any(|w| ROLES.contains(&w))
}

/// Two to five capitalised words, initials and particles among them.
pub(super) fn is_person(part: &str) -> bool {
    const PARTICLES: [&str; 20] = [
        "de", "da", "do", "dos", "del", "della", "di", "van", "von", "der", "den", "el", "al", "bin", "ibn",
        "la", "le", "du", "ter", "y",
    ];
    let words: Vec<&str> = part.split_whitespace().collect();
    let fits = |w: &&str| {
        (is_capitalised(w) || PARTICLES.contains(&w.to_lowercase().as_str()))
            && w.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '-' | '\'' | '’' | '‘' | '`'))
    };
    let first_is_name = words.first().is_some_and(|w| is_capitalised(w));
    (2..=5).contains(&words.len())
        && first_is_name
        && words.iter().all(fits)
        && words.iter().any(|w| w.chars().count() > 2)
}

#[cfg(test)]
mod tests;
