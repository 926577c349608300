//! Names nobody bears: words that sound like those of a list, short forms, and organisations by pattern.

use crate::train::dice::Dice;
use std::collections::BTreeMap;

/// Letters that follow two letters in a list of words; `^` before the first, `$` after the last.
pub(super) struct Sounds {
    next: BTreeMap<(char, char), Vec<char>>,
}

impl Sounds {
    /// The sounds of the words.
    pub(super) fn of<'a>(words: impl Iterator<Item = &'a str>) -> Sounds {
        let mut next: BTreeMap<(char, char), Vec<char>> = BTreeMap::new();
        for word in words {
            let mut last = ('^', '^');
            for letter in word.to_lowercase().chars().chain(['$']) {
                next.entry(last).or_default().push(letter);
                last = (last.1, letter);
            }
        }
        Sounds { next }
    }

    /// A new word of four to twelve letters, capitalised.
    pub(super) fn word(&self, dice: &mut Dice) -> String {
        loop {
            let mut out = String::new();
            let mut last = ('^', '^');
            while let Some(letters) = self.next.get(&last) {
                let letter = letters[dice.below(letters.len())];
                if letter == '$' || out.chars().count() > 12 {
                    break;
                }
                out.push(letter);
                last = (last.1, letter);
            }
            if (4..=12).contains(&out.chars().count()) {
                return super::augment::upper(&out);
            }
        }
    }
}

/// Two to five capitals.
pub(super) fn short_form(dice: &mut Dice) -> String {
    let length = 2 + dice.below(4);
    (0..length).map(|_| char::from(b"ABCDEFGHIKLMNOPRSTU"[dice.below(19)])).collect()
}

const HEADS: [&str; 40] = [
    "News Agency",
    "Ministry",
    "University",
    "Institute",
    "Bank",
    "Council",
    "Police",
    "Committee",
    "Commission",
    "Corporation",
    "Association",
    "Federation",
    "Group",
    "Holdings",
    "Times",
    "Post",
    "Daily News",
    "Broadcasting Corporation",
    "Red Crescent",
    "Red Cross",
    "Defence Forces",
    "Civil Defense",
    "Coast Guard",
    "Central Bank",
    "National Party",
    "Liberation Front",
    "Electoral Commission",
    "Health Authority",
    "Airlines",
    "Oil Company",
    "Space Agency",
    "Football Federation",
    "Supreme Court",
    "National Assembly",
    "Chamber of Commerce",
    "Stock Exchange",
    "Energy",
    "Technologies",
    "Foundation",
    "Human Rights Watch",
];
const TOPICS: [&str; 24] = [
    "Foreign Affairs",
    "Defence",
    "Interior",
    "Health",
    "Education",
    "Strategic Studies",
    "Human Rights",
    "Justice",
    "Finance",
    "Trade",
    "Energy",
    "Water",
    "Peace",
    "Seismology",
    "Unification",
    "Public Security",
    "Religious Affairs",
    "International Studies",
    "Transport",
    "Labour",
    "Environment",
    "Information",
    "Science and Technology",
    "Statistics",
];

/// A name of an organisation in words, with a place or a word made up in it.
pub(super) fn organisation(place: &str, made: &str, dice: &mut Dice) -> Vec<String> {
    let head = HEADS[dice.below(HEADS.len())];
    let topic = TOPICS[dice.below(TOPICS.len())];
    let name = match dice.below(12) {
        0 => format!("Ministry of {topic}"),
        1 => format!("{place} Ministry of {topic}"),
        2 => format!("University of {place}"),
        3 => format!("{made} University"),
        4 => format!("{place} Institute for {topic}"),
        5 => format!("Center for {topic}"),
        6 => format!("National {topic} Agency"),
        7 => format!("{topic} Ministry"),
        8 => format!(
            "{made} {}",
            ["Group", "Corp.", "Inc.", "Partners", "Media", "News", "Bank"][dice.below(7)]
        ),
        9 => format!("{made} {made} Foundation"),
        _ => format!("{place} {head}"),
    };
    name.split(' ').map(str::to_string).collect()
}
