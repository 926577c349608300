//! The rules that change one slot: which changes two reports cannot both be right with, and which are only other words.

use super::base::{Base, Fill};
use super::wording::{at_least, date, figures, larger, month, more_than, rounded, smaller, weekday, words};
use jiff::ToSpan;

/// A report to be: its headline, sentences and days after the happening on which it is published.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    pub(super) title: String,
    pub(super) sentences: Vec<String>,
    pub(super) after: i64,
}

/// Two reports of one happening that differ in one thing.
#[derive(Debug, Clone)]
pub(super) struct Pair {
    /// The happening.
    pub(super) id: String,
    /// What was changed.
    pub(super) change: &'static str,
    /// The slot they dispute, if they do.
    pub(super) disputed: Option<&'static str>,
    pub(super) reports: [Draft; 2],
}

/// What the second outlet adds; nothing that a slot could be found in.
const CLOSINGS: [&str; 6] = [
    "Further details were not given.",
    "It was not clear at first how this came about.",
    "Neighbours spoke of a long night.",
    "Many had waited for news.",
    "Pictures of it were shown on television.",
    "There was no comment from the authorities.",
];

/// All pairs of a happening, the `number`th of its file.
pub(super) fn pairs(base: &Base, number: usize) -> Vec<Pair> {
    let mut out = Out { base, number, pairs: Vec::new() };
    numbers(&mut out);
    days(&mut out);
    places(&mut out);
    people(&mut out);
    wordings(&mut out);
    out.pairs
}

struct Out<'a> {
    base: &'a Base,
    number: usize,
    pairs: Vec<Pair>,
}

impl Out<'_> {
    fn add(&mut self, change: &'static str, disputed: Option<&'static str>, pattern: &str, fill: &Fill) {
        let closing = CLOSINGS[self.number % CLOSINGS.len()].to_owned();
        self.put(change, disputed, vec![fill.sentence(pattern), closing], 1);
    }

    fn put(
        &mut self,
        change: &'static str,
        disputed: Option<&'static str>,
        sentences: Vec<String>,
        after: i64,
    ) {
        let base = self.base;
        let first = Draft {
            title: base.titles[0].clone(),
            sentences: vec![Fill::of(base).sentence(&base.plain), base.context.clone()],
            after: 1,
        };
        let second = Draft { title: base.titles[1].clone(), sentences, after };
        self.pairs.push(Pair { id: base.id.clone(), change, disputed, reports: [first, second] });
    }

    /// The wording of the second report, in turn the passive one and the one with other words.
    fn pattern(&self, turn: usize) -> &str {
        if (self.number + turn).is_multiple_of(2) { &self.base.other } else { &self.base.synonym }
    }
}

fn numbers(out: &mut Out<'_>) {
    let Some((n, toll)) = out.base.number else { return };
    let own = Fill::of(out.base);
    let with = |number: String| Fill { number, ..own.clone() };
    let plain = out.base.plain.clone();
    let (one, two) = (out.pattern(0).to_owned(), out.pattern(1).to_owned());
    out.add("number: larger", Some("quantity"), &one, &with(figures(larger(n))));
    if let Some(less) = smaller(n) {
        out.add("number: smaller", Some("quantity"), &two, &with(figures(less)));
    }
    let same = [
        ("number in words", words(n), &one),
        ("number rounded", rounded(n), &two),
        ("number: at least", at_least(n), &one),
        ("number: more than", more_than(n), &plain),
    ];
    for (change, number, pattern) in same {
        if let Some(number) = number {
            out.add(change, None, pattern, &with(number));
        }
    }
    if toll {
        let later = with(figures(larger(n))).sentence(&one);
        out.put("a toll that grew", None, vec![later], 3);
    }
}

fn days(out: &mut Out<'_>) {
    let (base, own) = (out.base, Fill::of(out.base));
    let with = |day: String| Fill { day, ..own.clone() };
    let (one, two) = (out.pattern(0).to_owned(), out.pattern(1).to_owned());
    let back = |n: i64| base.day.checked_sub(n.days()).unwrap_or(base.day);
    out.add("day: the one before", Some("date"), &one, &with(weekday(back(1))));
    out.add("day: two before, as a date", Some("date"), &two, &with(date(back(2))));
    out.add("day as a date", None, &one, &with(date(base.day)));
    out.add("day as yesterday", None, &two, &with("yesterday".to_owned()));
    out.add("day as its month", None, &two, &with(format!("in {}", month(base.day))));
}

fn places(out: &mut Out<'_>) {
    let Some([place, within, other]) = out.base.place.clone() else { return };
    let own = Fill::of(out.base);
    let with = |place: String| Fill { place, ..own.clone() };
    let (one, two) = (out.pattern(0).to_owned(), out.pattern(1).to_owned());
    out.add("place: another", Some("place"), &one, &with(other));
    out.add("place with its country", None, &one, &with(format!("{place}, {within},")));
    // `the main station of Germany`, `north of Nepal`: another place, not a wider one.
    if !two.contains("of {place}") {
        let wide = two.replace("near {place}", "in {place}").replace("at {place}", "in {place}");
        out.add("place: its country", None, &wide, &with(within));
    }
}

fn people(out: &mut Out<'_>) {
    let Some(who) = out.base.who.clone() else { return };
    let own = Fill::of(out.base);
    let with = |who: String| Fill { who, ..own.clone() };
    let (one, two) = (out.pattern(0).to_owned(), out.pattern(1).to_owned());
    if !who.other.is_empty() {
        out.add("actor: another", Some("who"), &one, &with(who.other));
    }
    if !who.title.is_empty() {
        out.add("title before the name", None, &two, &with(format!("{} {}", who.title, who.name)));
        let last = who.name.split(' ').next_back().unwrap_or_default();
        // The family name of `Cho Min-jae` stands first.
        if !who.name.contains('-') {
            out.add("title and surname", None, &one, &with(format!("{} {last}", who.title)));
        }
    }
    if !who.spelling.is_empty() {
        out.add("name in another spelling", None, &two, &with(who.spelling));
    }
}

fn wordings(out: &mut Out<'_>) {
    let (base, own) = (out.base, Fill::of(out.base));
    out.add("negation", Some("happened"), &base.negated, &own);
    out.add("passive or other order", None, &base.other, &own);
    out.add("a synonym", None, &base.synonym, &own);
    let ahead = base.plain.replace(" {day}", "").replace("{N}", "{n}");
    let lead = own.day.replacen("on", "On", 1);
    let inner = own.sentence(&ahead);
    let starts_with_name = base.plain.starts_with("{who}") || base.plain.starts_with("Norway");
    let inner = if starts_with_name || base.plain.starts_with("Sweden") { inner } else { lower(&inner) };
    out.put("day at the start", None, vec![format!("{lead} {inner}")], 1);
    let sentence = own.sentence(&base.other);
    let sourced = format!("{}, officials said.", sentence.trim_end_matches('.'));
    out.put("a source added", None, vec![sourced], 1);
    let more = vec![own.sentence(&base.synonym), base.context.clone(), "Help came soon.".to_owned()];
    out.put("a detail added", None, more, 1);
}

fn lower(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|c| c.to_lowercase().to_string()).unwrap_or_default();
    first + letters.as_str()
}
