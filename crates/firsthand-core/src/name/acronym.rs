//! Which words do the letters stand for?

use super::spelling::{is_dash, plain};

/// Words whose initial may be left out of an acronym.
const SMALL: &[&str] = &[
    "of", "the", "and", "for", "in", "on", "to", "at", "by", "with", "de", "la", "le", "du", "des", "et",
    "al", "el",
];

/// Two to eight letters, all but at most one of them capitals, dots or not: `KCNA`, `U.N.`, `PoW`.
pub(super) fn is_acronym(word: &str) -> bool {
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    (2..=8).contains(&letters)
        && capitals >= 2
        && capitals + 1 >= letters
        && word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '&'))
}

/// Whether the letters are the initials of the words: every large word gives its initial, a small one may, and a
/// word that is itself an acronym may give all its letters (`UN Relief and Works Agency`, `UNRWA`).
pub(super) fn stands_for(acronym: &str, words: &str) -> bool {
    let letters: Vec<char> = plain(acronym).chars().collect();
    let pieces: Vec<&str> =
        words.split(|c: char| c.is_whitespace() || is_dash(c)).filter(|w| !w.is_empty()).collect();
    if letters.len() < 2 || pieces.len() < 2 || pieces.len() > 4 * letters.len() {
        return false;
    }
    // How many letters may be used up after each word.
    let mut used: Vec<usize> = vec![0];
    for piece in pieces {
        let word: Vec<char> = plain(piece).chars().collect();
        let mut next: Vec<usize> = Vec::new();
        for &n in &used {
            if word.is_empty() || SMALL.contains(&word.iter().collect::<String>().as_str()) {
                next.push(n);
            }
            if letters.get(n).is_some_and(|l| word.first() == Some(l)) {
                next.push(n + 1);
            }
            if word.len() > 1 && is_acronym(piece) && letters[n..].starts_with(&word) {
                next.push(n + word.len());
            }
        }
        next.sort_unstable();
        next.dedup();
        used = next;
    }
    used.contains(&letters.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_words() {
        for (letters, words, want) in [
            ("MHB", "Mole Harbour Board", true),
            ("M.H.B.", "Mole Harbour Board", true),
            ("UNRWA", "UN Relief and Works Agency", true),
            ("COGAT", "Coordinator of Government Activities in the Territories", true),
            ("ISIS", "Islamic State of Iraq and al-Sham", true),
            ("NIS", "National Intelligence Service", true),
            ("NIS", "National Institute of Statistics", true),
            ("NIS", "National Intelligence Academy", false),
            ("MH", "Mole Harbour Board", false),
            ("MHB", "Mole", false),
        ] {
            assert_eq!(stands_for(letters, words), want, "{letters} {words}");
        }
        assert!(is_acronym("KCNA") && is_acronym("U.N.") && !is_acronym("Kcna") && !is_acronym("A"));
    }
}
