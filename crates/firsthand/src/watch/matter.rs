//! Whether a story is what a watch is for.

use super::shelf::{Seen, Shelf};
use super::watched::Matter;
use std::collections::BTreeSet;

/// Whether a story concerns a watch. `touched` are its reports that came or changed.
pub(super) fn concerns(
    matter: &Matter,
    story: i64,
    seen: &Seen,
    touched: &BTreeSet<i64>,
    shelf: &impl Shelf,
) -> Result<bool, String> {
    Ok(match matter {
        Matter::Name(name) => seen
            .account
            .entities
            .iter()
            .any(|e| holds(&e.name, name) || e.forms.iter().any(|f| holds(&f.text, name))),
        // Capitals at the head of a report are easily taken for an organisation; a person is no place.
        Matter::Place(place) => seen
            .account
            .entities
            .iter()
            .filter(|e| e.kind != "person")
            .any(|e| holds(&e.name, place) || e.forms.iter().any(|f| holds(&f.text, place))),
        Matter::Story(wanted) => *wanted == story || shelf.standing(*wanted)? == Some(story),
        Matter::Claim(claim) => shelf.speaks_of(claim, seen, touched)?,
    })
}

/// Whether the words of a name stand in another, one after the other: Brandt in Ilse Brandt, not in Brandtmann.
fn holds(long: &str, short: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
        words.map(str::to_lowercase).collect()
    };
    let (long, short) = (words(long), words(short));
    !short.is_empty() && long.windows(short.len()).any(|window| window == short)
}

#[cfg(test)]
mod tests {
    use super::holds;

    #[test]
    fn a_name_is_held_by_its_words() {
        for (long, short, want) in [
            ("Ilse Brandt", "Brandt", true),
            ("Ilse Brandt", "ilse  BRANDT", true),
            ("Brandtmann", "Brandt", false),
            ("Port of Sarnay", "Port Sarnay", false),
            ("Saint-Rémy", "rémy", true),
            ("Ilse Brandt", "Ilse Brandt Senior", false),
            ("Ilse Brandt", "", false),
        ] {
            assert_eq!(holds(long, short), want, "{long} {short}");
        }
    }
}
