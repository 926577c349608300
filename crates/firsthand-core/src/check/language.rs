//! In which language is a claim written? A sentence is short: its small words tell more than its letters do.

use firsthand_text::report;

/// Small words of English that are none of the languages it is met beside.
const ENGLISH: [&str; 40] = [
    "the", "of", "and", "was", "were", "has", "had", "for", "with", "from", "that", "by", "said", "at", "is",
    "are", "an", "its", "to", "on", "after", "his", "her", "their", "not", "will", "been", "than", "least",
    "about", "into", "over", "two", "three", "people", "would", "this", "have", "more", "first",
];

/// Small words of languages in Latin letters that are none of English, but for names (`La Paz`, `de Gaulle`).
const OTHERS: [&str; 44] = [
    "der", "das", "und", "ist", "nach", "dem", "den", "von", "mit", "ein", "eine", "wurde", "le", "la",
    "les", "des", "du", "une", "est", "dans", "pour", "el", "los", "las", "del", "una", "por", "con", "il",
    "gli", "della", "di", "che", "de", "het", "een", "van", "och", "att", "som", "nie", "się", "que", "og",
];

/// ISO 639-1; None where it cannot be told. Words in Latin letters that show nothing else are taken for English.
pub(super) fn of(text: &str) -> Option<String> {
    let letters = text.chars().filter(|c| c.is_alphabetic());
    let (mut latin, mut all) = (0usize, 0usize);
    for c in letters {
        all += 1;
        latin +=
            usize::from(matches!(c, 'a'..='z' | 'A'..='Z' | '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}'));
    }
    let told = report::language_of(text);
    if latin * 2 < all {
        return told.filter(|l| l != "en");
    }
    let words: Vec<String> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_lowercase).collect();
    let small = words.iter().filter(|w| ENGLISH.contains(&w.as_str())).count();
    let mut others: Vec<&str> = words.iter().map(String::as_str).filter(|w| OTHERS.contains(w)).collect();
    others.sort_unstable();
    others.dedup();
    match told {
        None if small == 0 && others.len() > 1 && words.len() > 4 => None,
        Some(other) if other != "en" && small * 8 < words.len() && words.len() > 3 => Some(other),
        _ => Some("en".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn languages_of_claims() {
        for (text, language) in [
            ("A delegation left for Velmark on 4 March.", Some("en")),
            ("Orlik visits Velmark", Some("en")),
            // Surely not English, and too short to be sure of more: then nothing is measured.
            ("Die Delegation ist am Dienstag nach Velmark abgereist, sagte der Minister.", None),
            ("El ministro viajó a Velmark por la tarde con una delegación", None),
            ("Делегация вылетела в Вельмарк во вторник", None),
            (
                "Делегация вылетела в Вельмарк во вторник, сообщил журналистам представитель министерства иностранных дел.",
                Some("ru"),
            ),
            ("", Some("en")),
        ] {
            assert_eq!(of(text).as_deref(), language, "{text}");
        }
    }
}
