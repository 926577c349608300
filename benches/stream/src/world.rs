//! The words and names of the world, and how many of them there are by the time a story begins: they never end
//! (Heaps 1978: the number of different words grows with a power of the text).

use crate::dice::Dice;

/// English stems by how many documents hold them: the head of the vocabulary (`crates/firsthand-core/models/rarity.md`).
static TABLE: &str = include_str!("../../../crates/firsthand-core/models/rarity.tsv");

const SYLLABLES: [&str; 40] = [
    "ba", "bel", "bro", "da", "dir", "do", "fen", "ga", "gor", "gre", "ha", "hul", "jo", "ka", "kel", "kri",
    "la", "lem", "lo", "ma", "mer", "mi", "na", "nor", "o", "pa", "pel", "pri", "ra", "ro", "sa", "sel",
    "ska", "ta", "tor", "tre", "va", "ves", "wi", "zu",
];
const BODIES: [&str; 12] = [
    "Bank",
    "Council",
    "Institute",
    "League",
    "Line",
    "Ministry",
    "Party",
    "Port",
    "Rail",
    "Union",
    "Water",
    "Works",
];

pub struct World {
    head: Vec<&'static str>,
}

impl World {
    pub fn new() -> World {
        let lines = TABLE.lines().skip(1).filter_map(|l| l.split_once('\t'));
        let mut head: Vec<(u32, &str)> = lines
            .filter(|(word, _)| word.len() > 1 && word.chars().all(|c| c.is_ascii_lowercase()))
            .map(|(word, n)| (n.parse().unwrap_or(0), word))
            .collect();
        head.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(b.1)));
        World { head: head.into_iter().map(|(_, word)| word).collect() }
    }

    /// The word of a rank; those after the head are invented.
    pub fn word(&self, rank: usize) -> String {
        match self.head.get(rank) {
            Some(word) => (*word).to_owned(),
            None => invented(rank as u64),
        }
    }

    /// Any word, by Zipf's law.
    pub fn any(&self, dice: &mut Dice, story: u64) -> String {
        self.word(dice.rank(grown(9_000.0, story, 0.5)))
    }
}

/// How many there are when the n-th story begins: as many again and again, more slowly each time.
fn grown(at_first: f64, story: u64, power: f64) -> f64 {
    at_first * (1.0 + story as f64 / 100.0).powf(power)
}

/// A person: given name and surname. Half of them were in the news before, the famous more often.
pub fn person(dice: &mut Dice, story: u64) -> (String, String) {
    let known = grown(600.0, story, 0.6);
    let number = if dice.chance(0.5) { dice.rank(known) } else { known as usize + dice.below(500) };
    let mut own = Dice::of(&[1, number as u64]);
    let given = name(2, own.rank(900.0));
    (given, name(3, own.rank(40_000.0)))
}

/// A place; most are known.
pub fn place(dice: &mut Dice, story: u64) -> String {
    name(4, dice.rank(grown(1_500.0, story, 0.3)))
}

/// A body: `Velma Rail`.
pub fn body(dice: &mut Dice, story: u64) -> String {
    let number = dice.rank(grown(400.0, story, 0.4));
    format!("{} {}", name(5, number), BODIES[number % BODIES.len()])
}

fn name(kind: u64, number: usize) -> String {
    let word = invented(Dice::of(&[kind, number as u64]).roll() % 4_000_000);
    let (first, rest) = word.split_at(1);
    first.to_uppercase() + rest
}

/// The word of a number.
fn invented(number: u64) -> String {
    let (mut out, mut left) = (String::new(), number + 41);
    while left > 0 {
        out.push_str(SYLLABLES[(left % SYLLABLES.len() as u64) as usize]);
        left /= SYLLABLES.len() as u64;
    }
    out
}
