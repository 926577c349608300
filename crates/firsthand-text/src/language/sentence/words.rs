//! The word lists and marks that decide where a sentence ends.

/// Function words that begin sentences and seldom stand in names. After an abbreviation they begin a new one.
const STARTERS: &[&str] = &[
    "A",
    "About",
    "According",
    "After",
    "Again",
    "All",
    "Also",
    "Although",
    "Among",
    "An",
    "And",
    "Another",
    "Any",
    "As",
    "Asked",
    "At",
    "Because",
    "Before",
    "Besides",
    "Both",
    "But",
    "By",
    "Can",
    "Despite",
    "Did",
    "Do",
    "Does",
    "Due",
    "During",
    "Each",
    "Earlier",
    "Even",
    "Every",
    "Few",
    "For",
    "Four",
    "From",
    "Further",
    "Given",
    "Had",
    "Has",
    "Have",
    "He",
    "Her",
    "Here",
    "His",
    "How",
    "However",
    "I",
    "If",
    "In",
    "Instead",
    "Is",
    "It",
    "Its",
    "Just",
    "Last",
    "Later",
    "Many",
    "Meanwhile",
    "More",
    "Moreover",
    "Most",
    "My",
    "Nevertheless",
    "No",
    "None",
    "Not",
    "Nothing",
    "Now",
    "Of",
    "Officials",
    "On",
    "Once",
    "One",
    "Only",
    "Other",
    "Others",
    "Our",
    "Out",
    "Over",
    "People",
    "Police",
    "Several",
    "She",
    "Should",
    "Since",
    "So",
    "Some",
    "Still",
    "Such",
    "Than",
    "That",
    "The",
    "Their",
    "Then",
    "There",
    "Therefore",
    "These",
    "They",
    "This",
    "Those",
    "Though",
    "Three",
    "Through",
    "Thus",
    "To",
    "Today",
    "Two",
    "Under",
    "Unless",
    "Until",
    "Was",
    "We",
    "Were",
    "What",
    "When",
    "Where",
    "Whether",
    "Which",
    "While",
    "Who",
    "Why",
    "Will",
    "With",
    "Within",
    "Without",
    "Would",
    "Yet",
    "You",
    "Your",
];

/// Verbs that name who spoke, after a closed quotation.
const SAYING: &[&str] = &[
    "said",
    "says",
    "asked",
    "asks",
    "told",
    "added",
    "replied",
    "wrote",
    "tweeted",
    "posted",
    "shouted",
    "exclaimed",
    "wondered",
    "declared",
    "quipped",
    "read",
    "reads",
    "answered",
    "cried",
    "yelled",
    "joked",
    "noted",
    "warned",
];

/// What follows a time of day within its sentence.
const CLOCK: &[&str] = &[
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
    "Eastern",
    "Pacific",
    "Central",
    "Mountain",
    "Greenwich",
    "Moscow",
    "Kyiv",
    "Beijing",
    "Indian",
    "Pakistan",
    "Israel",
    "Mon",
    "Tue",
    "Tues",
    "Wed",
    "Thu",
    "Thurs",
    "Fri",
    "Sat",
    "Sun",
];

/// Whether a word begins sentences.
pub(super) fn is_starter(word: &str, capitals: bool) -> bool {
    if STARTERS.contains(&word) {
        return true;
    }
    capitals && STARTERS.iter().any(|s| s.len() > 1 && s.eq_ignore_ascii_case(word))
}

/// Whether a word is a verb of saying.
pub(super) fn is_saying(word: &str) -> bool {
    SAYING.contains(&word)
}

/// Whether a word goes on with a time of day: a weekday, a month, a zone.
pub(super) fn follows_clock(word: &str) -> bool {
    let zone = (2..=5).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_uppercase());
    zone || CLOCK.contains(&word) || word.starts_with(|c: char| c.is_ascii_digit())
}

/// Marks that open an item of a list.
pub(super) fn is_bullet(word: &str) -> bool {
    matches!(word, "•" | "◦" | "▪" | "‣" | "●" | "■" | "·" | "*" | "➤" | "►")
}

/// Marks that may stand before the first word of a sentence.
pub(super) fn is_opener(word: &str) -> bool {
    matches!(
        word,
        "\"" | "“"
            | "„"
            | "‟"
            | "'"
            | "‘"
            | "``"
            | "`"
            | "«"
            | "‹"
            | "("
            | "["
            | "「"
            | "『"
            | "”"
            | "¿"
            | "¡"
    )
}

/// Marks that may stand after the stop of a sentence.
pub(super) fn is_closer(word: &str) -> bool {
    is_closing_quote(word) || matches!(word, ")" | "]" | "}")
}

/// Marks that may close a quotation.
pub(super) fn is_closing_quote(word: &str) -> bool {
    matches!(word, "\"" | "”" | "“" | "'" | "’" | "''" | "``" | "»" | "›" | "」" | "』" | "‛")
}

/// `Kim`, `The`: a capital, then small letters.
pub(super) fn is_title_case(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_uppercase) && chars.all(char::is_lowercase)
}

/// A word in small letters.
pub(super) fn is_plain_lower(word: &str) -> bool {
    !word.is_empty() && word.chars().all(char::is_lowercase)
}
