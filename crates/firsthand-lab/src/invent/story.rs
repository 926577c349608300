//! A story: what happened where and to whom, and how each report tells it.

use super::chance::Chance;
use super::vocabulary;
use firsthand_core::collation::spoken::MONTHS;

/// How many texts of a story are held for others to copy.
const HELD: usize = 3;
/// A report that is not the first copies an earlier one.
const COPIES: f64 = 1.0 / 3.0;
/// Of those: the whole text, its beginning; the others add to it.
const WHOLE: f64 = 0.45;
const HEAD: f64 = 0.75;

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const VERBS: &[&str] = &[
    "closed",
    "damaged",
    "opened",
    "bought",
    "sold",
    "flooded",
    "blocked",
    "won",
    "lost",
    "approved",
    "rejected",
    "halted",
    "destroyed",
    "delayed",
    "inspected",
    "seized",
    "repaired",
    "criticised",
    "cancelled",
    "reached",
];
const COUNTED: &[&str] =
    &["people", "houses", "workers", "cars", "families", "farms", "children", "crowns", "boats", "jobs"];
const SAYS: &[&str] = &["said", "told reporters", "announced", "warned", "confirmed"];

/// `P` office and name, `p` name, `o` body, `c` place, `n` number, `N` what is counted, `d` weekday, `a` any noun, `w` a noun of the
/// story, `v` what was done, `s` said. Between two of them stand no more than four words that are always the same: real reports
/// share few runs of five by accident.
const LEADS: &[&str] = &[
    "The {w} {v} {n} {N} in {c} on {d}, {P} {s}.",
    "{P} {s} on {d} that {n} {N} were hit when the {w} of {o} {v} the {a} in {c}.",
    "{o} {v} the {w} near {c}, leaving {n} {N} without {a}, {P} {s} on {d}.",
    "At least {n} {N} were reported in {c} after a {w} {v} the {a} on {d}, {o} {s}.",
    "A {w} in {c} {v} the {a} of {o} on {d} and cost {n} {N}, {P} {s}.",
];
const MORE: &[&str] = &[
    "“The {w} cannot wait for the {a},” {p} {s}, “and {c} knows it.”",
    "“Nobody in {c} has seen a {w} {v} like this,” {s} {p}.",
    "{o} {v} the {a} two days later, according to {p}.",
    "{P} denied that {o} had {v} any {w} before {d}.",
    "The {a} of the {w} began in {y}, when {o} {v} a {a} for {n} million crowns.",
    "By {d} evening {n} of the {N} had left {c}.",
    "Witnesses saw the {w} near a {a} at about {h} p.m.",
    "The {a} will cost about {n} million crowns, {p} {s}.",
    "{o} is to decide on the {a} before the end of {m}.",
    "A spokesman for {o} {s} the {w} had been {v} twice since {y}.",
    "Critics of the {w} asked why {P} had {v} the {a} without {o}.",
    "Rain and a broken {a} slowed the {w} until {d}.",
    "In {c} the {a} stayed shut while {n} {N} waited for a {w}.",
    "{p}, who has led {o} since {y}, {v} the {a} in {m}.",
    "The {w} and the {a} were {v} by {o} on {d} night.",
    "Some {n} {N} live within sight of the {w}, the {a} of {c} shows.",
    "Police {v} a {a} and two {a} workers near {c} on {d}.",
    "If the {w} fails, {o} may sell its {a} to {c}.",
    "It was the third {w} in {c} this {m}.",
    "{P} and {o} disagree over who {v} the {a}.",
];

/// A report as it is told.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Told {
    /// Its title.
    pub(super) title: String,
    /// Its paragraphs.
    pub(super) paragraphs: Vec<String>,
}

/// A story. All of it follows from its number but the texts that were told.
#[derive(Debug, Clone)]
pub(super) struct Story {
    number: u64,
    day: usize,
    /// The median of the words of its reports.
    words: f64,
    /// Told in a language that nobody reads.
    unread: bool,
    people: Vec<(String, String)>,
    bodies: Vec<String>,
    place: String,
    nouns: Vec<String>,
    count: usize,
    counted: &'static str,
    told: Vec<Told>,
    /// All reports are the first one, word by word.
    pub(super) fixed: bool,
    /// How many reports are still to come.
    pub(super) left: usize,
}

impl Story {
    /// The story of a number, which begins on a day.
    pub(super) fn new(
        seed: u64,
        number: u64,
        (day, words): (usize, f64),
        unread: bool,
        left: usize,
    ) -> Story {
        let mut chance = Chance::of(&[seed, 1, number]);
        Story {
            number,
            day,
            words,
            unread,
            people: (0..2 + chance.below(2)).map(|_| vocabulary::person(&mut chance)).collect(),
            bodies: (0..1 + chance.below(2)).map(|_| vocabulary::body(&mut chance)).collect(),
            place: vocabulary::place(&mut chance),
            nouns: (0..12).map(|_| vocabulary::rare(&mut chance)).collect(),
            count: 2 + chance.rank(5_000),
            counted: chance.one(COUNTED),
            told: Vec::new(),
            fixed: false,
            left,
        }
    }

    /// Its next report.
    pub(super) fn tell(&mut self, chance: &mut Chance) -> Told {
        let earlier = if self.told.is_empty() { None } else { self.told.get(chance.below(self.told.len())) };
        let told = match earlier.cloned() {
            Some(first) if self.fixed => first,
            Some(source) if chance.happens(COPIES) => self.copied(source, chance),
            _ => Told { title: self.title(chance), paragraphs: self.paragraphs(chance) },
        };
        if self.told.len() < HELD {
            self.told.push(told.clone());
        }
        told
    }

    fn copied(&self, source: Told, chance: &mut Chance) -> Told {
        let kind = chance.unit();
        let Told { title, mut paragraphs } = source;
        if kind > HEAD {
            paragraphs.extend([self.sentence(MORE, chance), self.sentence(MORE, chance)]);
        } else if kind > WHOLE {
            paragraphs.truncate(paragraphs.len().div_ceil(2).max(2));
        }
        Told { title: if chance.happens(0.5) { title } else { self.title(chance) }, paragraphs }
    }

    fn title(&self, chance: &mut Chance) -> String {
        let frame = chance.one(&[
            "{w} {v} {a} in {c}",
            "{o} {v} {w}, {p} says",
            "{n} {N} hit by {w} in {c}",
            "{c}: {w} and {a} {v}",
        ]);
        vocabulary::capital(self.filled(frame, chance).trim())
    }

    fn paragraphs(&self, chance: &mut Chance) -> Vec<String> {
        let words =
            (self.words * (0.3 * chance.normal()).exp()).clamp(self.words * 0.4, self.words * 2.7) as usize;
        let mut out = vec![self.sentence(LEADS, chance)];
        let mut count = out.iter().map(|p| p.split(' ').count()).sum::<usize>();
        while count < words {
            let sentence = self.sentence(MORE, chance);
            count += sentence.split(' ').count();
            match out.last_mut().filter(|_| chance.happens(0.4)) {
                Some(last) => {
                    last.push(' ');
                    last.push_str(&sentence);
                }
                None => out.push(sentence),
            }
        }
        out
    }

    fn sentence(&self, frames: &[&'static str], chance: &mut Chance) -> String {
        vocabulary::capital(&self.filled(chance.one(frames), chance))
    }

    /// A frame with everything put in.
    fn filled(&self, frame: &str, chance: &mut Chance) -> String {
        let mut out = String::with_capacity(frame.len() * 2);
        for (n, part) in frame.split(['{', '}']).enumerate() {
            let text = if n % 2 == 0 { part.to_owned() } else { self.slot(part, chance) };
            let is_name = n % 2 == 1 && matches!(part, "P" | "p" | "o" | "c");
            if self.unread && !is_name {
                vocabulary::estranged(&text, &mut out);
            } else {
                out.push_str(&text);
            }
        }
        out
    }

    fn slot(&self, of: &str, chance: &mut Chance) -> String {
        let somebody = |chance: &mut Chance| {
            self.people.get(chance.rank(self.people.len())).cloned().unwrap_or_default()
        };
        match of {
            "P" => {
                let (office, name) = somebody(chance);
                format!("{office} {name}")
            }
            "p" => somebody(chance).1,
            "o" => self.bodies.get(chance.rank(self.bodies.len())).cloned().unwrap_or_default(),
            "c" => self.place.clone(),
            // One report in six has another figure.
            "n" if chance.happens(0.16) => (2 + chance.rank(5_000)).to_string(),
            "n" => self.count.to_string(),
            "N" => self.counted.to_owned(),
            "d" => WEEKDAYS.get((self.day + chance.below(2)) % 7).copied().unwrap_or_default().to_owned(),
            "w" => self.nouns.get(chance.rank(self.nouns.len())).cloned().unwrap_or_default(),
            "v" => chance.one(VERBS).to_owned(),
            "s" => chance.one(SAYS).to_owned(),
            "y" => (1950 + chance.below(80)).to_string(),
            "m" => chance.one(&MONTHS).to_owned(),
            "h" => (1 + chance.below(11)).to_string(),
            _ => vocabulary::any(chance),
        }
    }

    /// Its number.
    pub(super) fn number(&self) -> u64 {
        self.number
    }
}
