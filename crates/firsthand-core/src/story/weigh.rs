//! A sketch with weights, and how near two of them are.

use super::rarity::Rarity;
use super::rules::Rules;
use super::sketch::Sketch;

/// A sketch with weights.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Weighed {
    pub(super) day: Option<i32>,
    pub(super) words: u16,
    pub(super) language: u16,
    /// A bit for each weekday named at its head.
    pub(super) weekdays: u8,
    /// How much title and lead tell: the sum of the rarity of their terms.
    told: u32,
    /// The numbers of its terms, ascending, and their weights: apart, since most of a comparison looks at numbers alone.
    numbers: Box<[u32]>,
    weights: Box<[Weight]>,
}

/// The weights of one term in three views, each 255 times the part of a vector of length one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Weight {
    pub(super) body: u8,
    pub(super) lead: u8,
    pub(super) names: u8,
    /// Twelve steps for each factor of e by which the term is rare, and whether it is a key in the highest bit.
    pub(super) rare: u8,
}

const KEY: u8 = 0x80;
pub(super) const STEPS: f32 = 12.0;
/// A term is telling that less than a twentieth of all reports use: three factors of e.
const TELLING: u8 = 36;

impl Weight {
    pub(super) fn is_key(self) -> bool {
        self.rare & KEY != 0
    }
    pub(super) fn rare(self) -> u8 {
        self.rare & !KEY
    }
}

/// Weighs the terms of a sketch: (1 + ln count) times rarity (Salton and Buckley 1988).
pub(super) fn weigh(sketch: &Sketch, rarity: &Rarity) -> Weighed {
    let uses = |count: u8| if count == 0 { 0.0 } else { 1.0 + f32::from(count).ln() };
    let mut views: Vec<[f32; 3]> = Vec::with_capacity(sketch.terms.len());
    let mut rare = Vec::with_capacity(sketch.terms.len());
    let mut squares = [0.0f32; 3];
    for term in &sketch.terms {
        let (word, name) = rarity.weights(term.number, term.common);
        let view = [uses(term.body) * word, uses(term.lead) * word, uses(term.names) * name];
        squares.iter_mut().zip(view).for_each(|(sum, w)| *sum += w * w);
        views.push(view);
        rare.push((word * STEPS).round().clamp(0.0, 127.0) as u8);
    }
    let length = squares.map(|sum| sum.sqrt().max(f32::MIN_POSITIVE));
    let terms = sketch.terms.iter().zip(views).zip(rare).map(|((term, view), rare)| {
        // What is used at all keeps a weight of at least one step: so the terms say what was counted.
        let part = |n: usize, used: u8| {
            if used == 0 { 0 } else { (255.0 * view[n] / length[n]).round().max(1.0) as u8 }
        };
        let key = if term.key { KEY } else { 0 };
        let (body, lead, names) = (part(0, term.body), part(1, term.lead), part(2, term.names));
        (term.number, Weight { body, lead, names, rare: rare | key })
    });
    let Sketch { day, words, language, weekdays, .. } = *sketch;
    Weighed::of(day, words, language, weekdays, terms)
}

/// How two reports agree, view by view.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Views {
    /// Cosine of all words.
    pub(super) body: f64,
    /// Cosine of title and lead.
    pub(super) lead: f64,
    /// Cosine of names.
    pub(super) names: f64,
    /// The part of what the thinner of the two leads tells that the other tells too.
    pub(super) told: f64,
    /// How many telling words both use.
    pub(super) shared: u32,
    /// Words of the shorter.
    pub(super) words: u16,
    /// Days between them, where both have one.
    pub(super) apart: Option<i32>,
    /// Whether both name weekdays at their head, and none is the same.
    pub(super) clash: bool,
    /// Whether they are known to be in different languages.
    pub(super) foreign: bool,
}

impl Views {
    /// How alike two reports are in words alone, 0 to 1: what they are compared by with their other neighbours.
    pub(super) fn alike(&self) -> f64 {
        (self.body + self.lead) / 2.0
    }
}

/// How a pair stands among the other pairs of its reports.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Standing {
    /// How alike they are beside the report each of them is most alike to, 0 to 1.
    pub(super) over: f64,
    /// How alike the crowd is to them: the mean of what their fortieth neighbours are.
    pub(super) crowd: f64,
}

/// Below this likeness the best neighbour of a report is no yardstick.
const YARDSTICK: f64 = 0.2;

impl Standing {
    /// Of a pair, given what it is alike and, for both reports, what their best and fortieth neighbours are.
    pub(super) fn of(alike: f64, best: (f64, f64), crowds: (f64, f64)) -> Standing {
        let beside = |best: f64| (alike / best.max(YARDSTICK)).min(1.0);
        Standing { over: (beside(best.0) + beside(best.1)) / 2.0, crowd: (crowds.0 + crowds.1) / 2.0 }
    }
}

/// A report made ready to be compared with many: its terms by their lowest bits, so that most terms of another are found
/// to be none of its own at the first look.
#[derive(Debug)]
pub(super) struct Ready<'a> {
    report: &'a Weighed,
    /// Places of its terms, one more than that; 0 where there is none. A term that finds its place taken has the next.
    places: Vec<u16>,
}

/// More than six times as many as a sketch has terms: few places are taken.
const PLACES: usize = 1024;

impl<'a> Ready<'a> {
    pub(super) fn of(report: &'a Weighed) -> Ready<'a> {
        let mut places = vec![0u16; PLACES.max(report.numbers.len() * 4).next_power_of_two()];
        let mask = places.len() - 1;
        for (n, &number) in (1u16..).zip(&report.numbers) {
            let mut at = number as usize & mask;
            while places[at] != 0 {
                at = (at + 1) & mask;
            }
            places[at] = n;
        }
        Ready { report, places }
    }

    /// The weight of a term, if the report has it.
    fn get(&self, number: u32) -> Option<Weight> {
        let mask = self.places.len() - 1;
        let mut at = number as usize & mask;
        loop {
            let place = usize::from(self.places[at & mask]).checked_sub(1)?;
            if self.report.numbers.get(place) == Some(&number) {
                return self.report.weights.get(place).copied();
            }
            at += 1;
        }
    }

    /// The terms it shares with another, by number, with the weights of both.
    pub(super) fn shared<'s>(
        &'s self,
        other: &'s Weighed,
    ) -> impl Iterator<Item = (u32, Weight, Weight)> + 's {
        other.terms().filter_map(|(number, theirs)| Some((number, self.get(number)?, theirs)))
    }

    /// Compares it with another in one pass over the other's terms.
    pub(super) fn views(&self, b: &Weighed) -> Views {
        let a = self.report;
        let (mut body, mut lead, mut names, mut shared, mut told) = (0u32, 0u32, 0u32, 0u32, 0u32);
        for (_, x, y) in self.shared(b) {
            body += u32::from(x.body) * u32::from(y.body);
            lead += u32::from(x.lead) * u32::from(y.lead);
            names += u32::from(x.names) * u32::from(y.names);
            let rare = x.rare().min(y.rare());
            shared += u32::from(rare > TELLING && x.body > 0 && y.body > 0);
            told += if x.lead > 0 && y.lead > 0 { u32::from(rare) } else { 0 };
        }
        let of_one = |sum: u32| f64::from(sum) / (255.0 * 255.0);
        let least = a.told.min(b.told).max(1);
        Views {
            body: of_one(body),
            lead: of_one(lead),
            names: of_one(names),
            told: f64::from(told) / f64::from(least),
            shared,
            words: a.words.min(b.words),
            apart: a.day.zip(b.day).map(|(a, b)| (a - b).abs()),
            foreign: a.language != 0 && b.language != 0 && a.language != b.language,
            clash: a.weekdays != 0 && b.weekdays != 0 && a.weekdays & b.weekdays == 0,
        }
    }
}

impl Weighed {
    /// Terms come by number.
    pub(super) fn of(
        day: Option<i32>,
        words: u16,
        language: u16,
        weekdays: u8,
        terms: impl Iterator<Item = (u32, Weight)>,
    ) -> Weighed {
        let (numbers, weights): (Vec<u32>, Vec<Weight>) = terms.unzip();
        let told = weights.iter().filter(|w| w.lead > 0).map(|w| u32::from(w.rare())).sum();
        let (numbers, weights) = (numbers.into_boxed_slice(), weights.into_boxed_slice());
        Weighed { day, words, language, weekdays, told, numbers, weights }
    }
    /// With its weightiest terms only, at most so many, names and numbers of title and lead first: what is held for long.
    pub(super) fn trimmed(self, most: usize) -> Weighed {
        if self.numbers.len() <= most {
            return self;
        }
        let mut terms: Vec<(u32, Weight)> = self.terms().collect();
        let worth = |w: &Weight| (w.is_key(), w.body.max(w.lead).max(w.names));
        terms.select_nth_unstable_by(most, |a, b| worth(&b.1).cmp(&worth(&a.1)).then(a.0.cmp(&b.0)));
        terms.truncate(most);
        terms.sort_unstable_by_key(|(number, _)| *number);
        Weighed::of(self.day, self.words, self.language, self.weekdays, terms.into_iter())
    }
    /// The terms by number.
    pub(super) fn terms(&self) -> impl ExactSizeIterator<Item = (u32, Weight)> + '_ {
        self.numbers.iter().copied().zip(self.weights.iter().copied())
    }
    /// The names and numbers of title and lead.
    pub(super) fn keys(&self) -> impl Iterator<Item = u32> + '_ {
        self.terms().filter(|(_, weight)| weight.is_key()).map(|(number, _)| number)
    }
    /// For counting: each term, whether it is a word, whether a name.
    pub(super) fn counted(&self) -> impl Iterator<Item = (u32, bool, bool)> + '_ {
        self.terms().map(|(number, weight)| (number, weight.body > 0, weight.names > 0))
    }
}

/// How likely two reports are to be of one story, 0 to 1.
pub(super) fn nearness(views: &Views, standing: Standing, rules: &Rules) -> f64 {
    let words = f64::from(views.words);
    let mut sum = rules.base + rules.body * views.body + rules.lead * views.lead + rules.names * views.names;
    sum += rules.told * views.told
        + rules.shared * f64::from(views.shared).ln_1p()
        + rules.words * words.ln_1p();
    sum += rules.over * standing.over + rules.crowd * standing.crowd;
    // Of another day, and reported on another day.
    let surely = if views.apart.is_some_and(|days| days > 0) { 1.5 } else { 1.0 };
    sum += if views.clash { surely * rules.clash } else { 0.0 };
    sum += if views.foreign { rules.foreign } else { 0.0 };
    match views.apart {
        Some(days) => sum += rules.days * f64::from(days.min(9) * days.min(9)),
        None => {
            let words = words.ln_1p();
            let short = (5.2 - words).clamp(0.0, 1.0) * (words - 3.0).clamp(0.0, 1.0);
            sum += rules.undated + rules.short * short;
        }
    }
    1.0 / (1.0 + (-sum).exp())
}
