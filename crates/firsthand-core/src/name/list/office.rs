//! Nouns for what a person does or is.

use crate::name::spelling::plain;
use crate::name::transliterate::is_one_edit;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// Nouns for what a person does or is in public life.
const ROLES: &[&str] = &[
    "minister",
    "president",
    "premier",
    "chancellor",
    "secretary",
    "governor",
    "mayor",
    "senator",
    "congressman",
    "congresswoman",
    "representative",
    "lawmaker",
    "legislator",
    "mp",
    "mep",
    "pm",
    "parliamentarian",
    "deputy",
    "member",
    "speaker",
    "leader",
    "chief",
    "head",
    "chairman",
    "chairwoman",
    "chair",
    "chairperson",
    "director",
    "manager",
    "commander",
    "general",
    "colonel",
    "captain",
    "lieutenant",
    "major",
    "sergeant",
    "trooper",
    "officer",
    "official",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "ambassador",
    "envoy",
    "diplomat",
    "consul",
    "negotiator",
    "coordinator",
    "commissioner",
    "judge",
    "justice",
    "prosecutor",
    "attorney",
    "lawyer",
    "counsel",
    "advocate",
    "solicitor",
    "professor",
    "lecturer",
    "researcher",
    "scientist",
    "scholar",
    "academic",
    "fellow",
    "analyst",
    "expert",
    "economist",
    "historian",
    "seismologist",
    "epidemiologist",
    "engineer",
    "technician",
    "architect",
    "doctor",
    "physician",
    "surgeon",
    "nurse",
    "gynaecologist",
    "gynecologist",
    "paediatrician",
    "psychologist",
    "psychiatrist",
    "editor",
    "reporter",
    "correspondent",
    "journalist",
    "columnist",
    "photographer",
    "author",
    "writer",
    "founder",
    "cofounder",
    "owner",
    "executive",
    "ceo",
    "cfo",
    "coach",
    "captain",
    "player",
    "striker",
    "goalkeeper",
    "singer",
    "actor",
    "actress",
    "activist",
    "campaigner",
    "adviser",
    "advisor",
    "aide",
    "consultant",
    "assistant",
    "strategist",
    "operative",
    "superintendent",
    "inspector",
    "detective",
    "sheriff",
    "constable",
    "investigator",
    "examiner",
    "firefighter",
    "pilot",
    "driver",
    "teacher",
    "principal",
    "headteacher",
    "rector",
    "dean",
    "bishop",
    "archbishop",
    "cardinal",
    "priest",
    "pastor",
    "imam",
    "king",
    "queen",
    "prince",
    "princess",
    "emperor",
    "sultan",
    "emir",
    "dictator",
    "rebel",
    "vice-president",
    "vice-chairman",
    "vice-premier",
    "undersecretary",
    "treasurer",
    "auditor",
    "ombudsman",
    "clerk",
    "trader",
    "banker",
    "broker",
    "farmer",
    "fisherman",
    "resident",
    "witness",
    "survivor",
    "victim",
    "suspect",
    "chairmen",
    "whistleblower",
    "gen",
    "lt",
    "capt",
    "col",
    "sgt",
    "maj",
    "geologist",
    "meteorologist",
    "forecaster",
    "hydrologist",
    "biologist",
    "chemist",
    "physicist",
    "astronomer",
    "student",
    "dissident",
    "warden",
    "ranger",
    "harbourmaster",
    "harbormaster",
    "conductor",
    "organiser",
    "organizer",
    "chaplain",
    "councillor",
    "councilor",
    "councilman",
    "councilwoman",
    "alderman",
    "deacon",
    "publisher",
    "producer",
    "broadcaster",
    "anchor",
    "presenter",
];

/// Role nouns by which any other office may be meant later on: `the official`, `the leader`.
const LOOSE_ROLES: &[&str] = &["official", "leader", "chief", "head", "expert", "officer"];

/// Second halves that make one role of two words: `prime minister` is no `minister`.
const ROLE_PAIRS: &[(&str, &str)] = &[
    ("prime", "minister"),
    ("vice", "president"),
    ("deputy", "president"),
    ("deputy", "minister"),
    ("vice", "minister"),
    ("vice", "chairman"),
    ("vice", "premier"),
    ("secretary", "general"),
    ("attorney", "general"),
    ("general", "secretary"),
];

/// The role noun a word stands for, plurals and one misspelt letter in a long word allowed.
pub(in crate::name) fn role(word: &str) -> Option<&'static str> {
    let word = plain(word);
    static PLAIN: OnceLock<BTreeMap<String, &'static str>> = OnceLock::new();
    let known = PLAIN.get_or_init(|| ROLES.iter().rev().map(|r| (plain(r), *r)).collect());
    if let Some(found) = known.get(&word) {
        return Some(found);
    }
    if word.len() < 7 {
        return None;
    }
    misspelt_role(&word)
}

/// The first role noun of seven letters or more that is one edit from a word as long. An edit leaves three letters at one end as
/// they are, so only roles that begin or end like the word are looked at.
fn misspelt_role(word: &str) -> Option<&'static str> {
    /// Three letters, and whether they begin the word.
    type End = (bool, [u8; 3]);
    static ENDS: OnceLock<BTreeMap<End, Vec<usize>>> = OnceLock::new();
    let ends = |w: &str| -> Option<[End; 2]> {
        Some([(true, *w.as_bytes().first_chunk()?), (false, *w.as_bytes().last_chunk()?)])
    };
    let known = ENDS.get_or_init(|| {
        let mut known: BTreeMap<End, Vec<usize>> = BTreeMap::new();
        for (n, role) in ROLES.iter().enumerate().filter(|(_, r)| r.len() >= 7) {
            ends(role).into_iter().flatten().for_each(|end| known.entry(end).or_default().push(n));
        }
        known
    });
    let near = |role: &&str| {
        role.len().abs_diff(word.len()) <= 1
            && word.strip_suffix('s') != Some(role)
            && is_one_edit(role, word)
    };
    let alike = ends(word)?.into_iter().filter_map(|end| known.get(&end));
    let found = |list: &Vec<usize>| list.iter().copied().find(|&n| ROLES.get(n).is_some_and(near));
    alike.filter_map(found).min().and_then(|n| ROLES.get(n)).copied()
}

/// Whether the role noun says so little that it may stand for any other office.
pub(in crate::name) fn is_loose_role(role: &str) -> bool {
    LOOSE_ROLES.contains(&role)
}

/// The words of a role with pairs made one: `prime minister` is `primeminister`.
pub(in crate::name) fn paired(words: &mut Vec<String>) {
    let mut at = 0;
    while at + 1 < words.len() {
        let hit = ROLE_PAIRS.iter().any(|(a, b)| words[at] == *a && words[at + 1] == *b);
        if hit {
            let second = words.remove(at + 1);
            words[at].push_str(&second);
        }
        at += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_with_a_slip_of_the_pen() {
        assert_eq!(role("Minister"), Some("minister"));
        assert_eq!(role("Miniser"), Some("minister"));
        assert_eq!(role("gynecologist"), Some("gynecologist"));
        assert_eq!(role("Ministers"), None);
        assert_eq!(role("ministry"), None);
        assert_eq!(role("table"), None);
    }

    #[test]
    fn misspelt_roles_are_those_of_the_whole_list() {
        let letters = ["", "a", "s", "r"];
        for role in ROLES.iter().filter(|r| r.len() >= 6) {
            for at in 0..=role.len() {
                let (head, tail) = role.split_at(at);
                let rest = tail.get(1..).unwrap_or("");
                for word in
                    letters.iter().flat_map(|l| [format!("{head}{l}{tail}"), format!("{head}{l}{rest}")])
                {
                    let near = |r: &&&str| {
                        r.len() >= 7
                            && r.len().abs_diff(word.len()) <= 1
                            && word.strip_suffix('s') != Some(r)
                            && is_one_edit(r, &word)
                    };
                    let wanted = ROLES.iter().find(near).copied().filter(|_| word.len() >= 7);
                    let found = misspelt_role(&word).filter(|_| word.len() >= 7);
                    assert_eq!(found, wanted, "{word}");
                }
            }
        }
    }
}
