//! Lines that say who else made a report, or where it is from: `Reporting by Ada Vale; editing by Nils Holm`,
//! `Nils Holm in Vik contributed to this report.`, `Source: AFP`, `dpa/afp`.

mod list;

use super::agency::{self, AgencyKind, fold};
use super::byline::is_person;
use super::line::{is_capitalised, is_capitals, words};
use list::{SOURCES, WORK};

/// Where a paragraph stands to the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stand {
    /// Above the body.
    Above,
    /// In the body, and more follows.
    Within,
    /// Among the last paragraphs of the body.
    Closing,
    /// The last of the body, or right below it.
    Foot,
}

/// Whom a credit line names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Credited {
    /// Persons, agencies and media, as written.
    pub(super) names: Vec<String>,
    /// Those of them the text is from.
    pub(super) media: Vec<String>,
}

/// The longest credit line, in words.
const LONGEST: usize = 70;

/// Whether a line opens as one on where the text is from.
pub(super) fn opens_source(text: &str) -> bool {
    opening(text, &SOURCES).is_some()
}

/// Whether a line tells who worked on the story, in words and not by a name alone.
pub(super) fn tells_of_work(text: &str) -> bool {
    words(text) >= 3
        && credit_line(text, Stand::Foot, &|_| false).is_some()
        && sign_off(text, &|_| false).is_none()
        && !opens_source(text)
}

/// Reads a whole paragraph as a credit line. `own` tells the name of the outlet itself.
pub(super) fn credit_line(text: &str, stand: Stand, own: &dyn Fn(&str) -> bool) -> Option<Credited> {
    let count = words(text);
    if count == 0 || count > LONGEST {
        return None;
    }
    let in_brackets = text.trim_start().starts_with(['(', '[', '（', '【']);
    let bare = text
        .trim_matches(|c: char| c.is_whitespace() || "()[]（）【】—–-―*_•".contains(c))
        .trim_end_matches(['.', ' ']);
    // Above the story `Reported by` is a byline; in the midst of it a credit line is short.
    let of_text = ["transl", "überset", "trad", "edit", "vertaald"].iter().any(|k| fold(bare).starts_with(k));
    let fits = match stand {
        Stand::Above => of_text,
        Stand::Within => count <= 20 || bare.contains(';'),
        Stand::Closing | Stand::Foot => true,
    };
    if (fits || in_brackets)
        && let Some(found) = work(bare, in_brackets)
    {
        return Some(found);
    }
    if stand != Stand::Above
        && let Some(found) = contributors(bare)
    {
        return Some(found);
    }
    source(bare, stand)
        .or_else(|| (stand == Stand::Foot && count <= 7).then(|| sign_off(bare, own)).flatten())
}

/// `Reporting by Ada Vale in Vik; editing by Nils Holm`.
fn work(bare: &str, in_brackets: bool) -> Option<Credited> {
    let mut found = Credited::default();
    for (at, part) in bare.split(';').map(str::trim).enumerate() {
        let opening = opening(part, &WORK);
        let Some(rest) = opening else {
            if at == 0 {
                return None;
            }
            continue;
        };
        // `Reporting by Ada Vale. Editing by Nils Holm.`
        for piece in rest.split(". ") {
            let piece = self::opening(piece, &WORK).unwrap_or(piece);
            found.take(piece);
        }
    }
    let general = fold(bare).contains("agenc") || fold(bare).contains(" wires");
    let one_word =
        bare.split(['：', ':']).nth(1).map(str::trim).filter(|r| words(r) == 1 && words(bare) <= 3);
    if found.names.is_empty()
        && let Some(name) = one_word
        && !name.contains(' ')
    {
        found.names.push(name.to_owned());
    }
    (!found.names.is_empty() || general && (in_brackets || words(bare) <= 8)).then_some(found)
}

fn opening<'t>(text: &'t str, openings: &[&str]) -> Option<&'t str> {
    let mut end = text.len().min(60);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let lower = text.get(..end)?.to_lowercase().replace('\u{2019}', "'");
    let opening = openings.iter().filter(|o| lower.starts_with(**o)).max_by_key(|o| o.len())?;
    // Openings keep their length in small letters.
    text.get(opening.len()..).map(str::trim)
}

/// `The Associated Press and Nils Holm in Vik contributed to this report.`, `Vale reported from Lund.`: nothing but
/// such sentences.
fn contributors(bare: &str) -> Option<Credited> {
    let mut found = Credited::default();
    for sentence in bare.split(". ") {
        let sentence = sentence.trim().trim_end_matches('.');
        let cut = [" contributed", " reported from ", " reported this ", " helped report"]
            .iter()
            .filter_map(|k| sentence.find(k))
            .min()?;
        let who = sentence.get(..cut)?;
        let what = sentence.get(cut..)?;
        // `Ada Vale contributed 300 crowns to the fund` is news.
        let of_work = what.len() <= 12
            || [
                " contributed to this",
                " contributed to the report",
                " contributed report",
                " contributed from",
                " contributed research",
                " contributed in ",
            ]
            .iter()
            .any(|k| what.starts_with(k))
            || !what.starts_with(" contributed");
        if !of_work || !who.chars().next().is_some_and(char::is_uppercase) {
            return None;
        }
        let before = found.names.len();
        found.take(who);
        // `Peel reported from Lund and Vale from Vik`
        if what.starts_with(" reported from") {
            const PRONOUNS: [&str; 7] = ["he", "she", "they", "it", "we", "i", "who"];
            let is_name = words(who) <= 2 && who.split_whitespace().all(is_capitalised);
            if found.names.len() == before && is_name && !PRONOUNS.contains(&fold(who).as_str()) {
                found.names.push(who.to_owned());
            }
            for more in what.split(" and ").skip(1) {
                if let Some((name, _)) = more.split_once(" from ")
                    && words(name) <= 4
                    && name.split_whitespace().all(is_capitalised)
                {
                    found.names.push(name.trim().to_owned());
                }
            }
        }
        if found.names.len() == before {
            return None;
        }
    }
    (!found.names.is_empty()).then_some(found)
}

/// `Source: AFP`. In the midst of a story it is a table's source unless a medium is named.
fn source(bare: &str, stand: Stand) -> Option<Credited> {
    // `Last updated: 5 March 2031 | Source: Vik.example`
    let piece = bare.split(['|', '•', '·']).map(str::trim).find_map(|p| Some((p, opening(p, &SOURCES)?)));
    let (piece, rest) = piece?;
    let alone = piece.len() == bare.len();
    let rest = rest.trim_matches(|c: char| c.is_whitespace() || "()[].".contains(c));
    if rest.is_empty() || words(rest) > 8 || rest.contains("http") {
        return None;
    }
    let names: Vec<&str> =
        rest.split([',', '/', ';', '&']).map(str::trim).filter(|n| !n.is_empty()).collect();
    let is_via = fold(piece).starts_with("via ");
    let known = |n: &&str| agency::of(n).is_some() || super::dateline::is_site(n);
    let titled = |n: &&str| words(n) <= 4 && n.split_whitespace().all(|w| is_capitalised(w) || w.len() <= 3);
    let fits = match stand {
        Stand::Foot => names.iter().all(|n| known(n) || !is_via && titled(n)),
        _ => (alone || stand == Stand::Above) && names.iter().all(known),
    };
    let names: Vec<String> = names.into_iter().map(str::to_owned).collect();
    fits.then(|| Credited { media: names.clone(), names })
}

/// `dpa/afp`, `— Associated Press`, `Reuters/av Vik`, `The Lund Observer / Vik Post`: nothing but who it is from.
fn sign_off(bare: &str, own: &dyn Fn(&str) -> bool) -> Option<Credited> {
    if bare.contains('©') || fold(bare).contains("copyright") {
        return None;
    }
    let parts: Vec<&str> = bare.split(['/', '+', ',']).map(str::trim).filter(|p| !p.is_empty()).collect();
    let mut names: Vec<String> = Vec::new();
    let mut media: Vec<String> = Vec::new();
    for (at, part) in parts.iter().enumerate() {
        let is_initials = |w: &str| w.chars().count() <= 4 && w.chars().all(char::is_lowercase);
        let known = agency::agency(part)
            .or_else(|| agency::agency(&part.to_uppercase()))
            .or_else(|| agency::of(part).filter(|_| parts.len() > 1));
        if known.is_some() || own(part) && parts.len() > 1 {
            media.push((*part).to_owned());
            names.push((*part).to_owned());
        } else if at > 0 && part.split_whitespace().next().is_some_and(is_initials) {
            // An editor's initials, and maybe the place.
        } else if at > 0 && words(part) <= 3 && part.split_whitespace().all(is_capitalised) {
            // Behind an agency stands who wrote it; behind the outlet's own name, where it has it from.
            if parts.first().is_some_and(|p| own(p)) {
                media.push((*part).to_owned());
            }
            names.push((*part).to_owned());
        } else {
            return None;
        }
    }
    (!media.is_empty() && !bare.is_empty()).then_some(Credited { media, names })
}

impl Credited {
    /// Adds the names of a list: `AP writers Ada Vale in Vik, Norway, and Nils Holm`.
    fn take(&mut self, list: &str) {
        let list = list.trim().trim_end_matches('.');
        if agency::of(list).is_some() {
            self.medium(list);
            return;
        }
        let mut placed = false;
        for part in list
            .split([',', '/', '&', '，', '、'])
            .flat_map(|p| p.split(" and "))
            .flat_map(|p| p.split(" und "))
            .flat_map(|p| p.split(" et "))
            .flat_map(|p| p.split(" y "))
            .map(|p| p.trim().trim_start_matches("and ").trim())
            .filter(|p| !p.is_empty())
        {
            let (who, place) = without_place(part);
            if let Some(medium) = medium(who) {
                self.medium(medium);
            } else if let Some(name) = person(who) {
                // Behind a place the state or the country follows.
                if placed && !place && crate::language::place::known(name) {
                    continue;
                }
                self.names.push(name.to_owned());
            } else if who.contains("übermittelt durch ") {
                self.names.extend(who.split("übermittelt durch ").nth(1).map(str::to_owned));
            }
            placed |= place;
        }
    }
    fn medium(&mut self, name: &str) {
        let name = name.strip_prefix("The ").or_else(|| name.strip_prefix("the ")).unwrap_or(name);
        self.names.push(name.to_owned());
        self.media.push(name.to_owned());
    }
}

/// `Ada Vale in Vik` is Ada Vale, and a place is given.
fn without_place(part: &str) -> (&str, bool) {
    for mark in [" in ", " from ", " at ", " for ", " aus "] {
        if let Some((who, _)) = part.split_once(mark) {
            return (who.trim(), mark != " for ");
        }
    }
    (part, false)
}

/// A known agency or medium, also with what its people are called behind it: `PA`, `Reuters staff`, `AFP Vik`.
fn medium(who: &str) -> Option<&str> {
    if agency::of(who).is_some() || super::dateline::is_site(who) {
        return Some(who);
    }
    let (head, rest) = who.split_once(' ')?;
    let country = words(rest) == 1 && is_capitalised(rest);
    let agency = agency::agency(head).filter(|_| is_capitals(head) || agency::agency(head).is_some());
    (agency.is_some_and(|a| a.kind == AgencyKind::Agency) && country).then_some(who)
}

/// The person at the end of `Associated Press writer Ada Vale`, `CNN's Ada Vale`.
fn person(who: &str) -> Option<&str> {
    const ROLES: [&str; 24] = [
        "writer",
        "writers",
        "reporter",
        "reporters",
        "journalist",
        "journalists",
        "correspondent",
        "correspondents",
        "editor",
        "editors",
        "producer",
        "producers",
        "photographer",
        "researcher",
        "researchers",
        "contributor",
        "staff",
        "colleague",
        "colleagues",
        "bureau",
        "von",
        "by",
        "intern",
        "fellow",
    ];
    let mut who = who.trim_matches(|c: char| !c.is_alphanumeric());
    if let Some(at) = who.find(['\'', '’'])
        && agency::of(who.get(..at)?).is_some()
    {
        who = who.split_once(' ')?.1;
    }
    let mut from = 0;
    for (at, word) in who.split(' ').scan(0, |at, w| {
        let here = *at;
        *at += w.len() + 1;
        Some((here, w))
    }) {
        if ROLES.contains(&word.to_lowercase().as_str()) {
            from = (at + word.len() + 1).min(who.len());
        }
    }
    let name = who.get(from..)?.trim();
    let name =
        if from == 0 && !is_person(name) { name.trim_start_matches(char::is_lowercase).trim() } else { name };
    (is_person(name) && agency::of(name).is_none()).then_some(name)
}

#[cfg(test)]
mod tests;
