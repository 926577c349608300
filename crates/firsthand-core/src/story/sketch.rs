//! What is a report about? Its words, names and numbers, each with how often and how prominently it is used.

use super::rarity;
use super::scan::scan;
use super::words::stem;
use firsthand_text::Span;
use firsthand_text::language::Annotated;
use firsthand_text::language::tongue::{self, Bridge, Counts};
use firsthand_text::report::Report;
use jiff::civil;
use rustc_hash::{FxHashMap, FxHashSet};
use std::borrow::Cow;
use std::sync::LazyLock;

/// How many words of the body belong to the lead.
const LEAD: usize = 60;
/// How many words of a body are read: stories of the day are told well before that.
const LONGEST: usize = 3000;
/// How many terms are kept, the most telling: what is left out of a long report is what every report has.
const KEPT: usize = 160;

/// What grouping reads of a report, without the words themselves: small enough to hold a million of them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sketch {
    /// Days since 0000-01-01 of its publication or dateline.
    pub day: Option<i32>,
    /// How many words title and body have, at most 65,535.
    pub words: u16,
    /// The first two letters of its language (ISO 639), 0 where that is not known.
    pub language: u16,
    /// The weekdays its title and lead name, a bit each from Monday.
    pub weekdays: u8,
    /// Its terms, by number, at most 160.
    pub terms: Vec<Term>,
}

/// One term of a sketch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Term {
    /// The term as a number (FNV-1a, 32 bit: of a million terms one in eight thousand shares its number). A word's is that
    /// of its stem, a name's that of the name.
    pub number: u32,
    /// How often it is used in title and body, at most 255.
    pub body: u8,
    /// How often in the title and the first 60 words, at most 255.
    pub lead: u8,
    /// How often as a name (a capital that is not due to its place) or, of two, as names in a row (`kim jong`), at most 255.
    pub names: u8,
    /// How common it is in English at large ([`rarity::code`]).
    pub common: u8,
    /// Whether it is a name or number of title and lead.
    pub key: bool,
}

/// The days of a date as sketches count them.
pub fn days(date: civil::Date) -> i32 {
    date.since(civil::Date::ZERO).map_or(0, |span| span.get_days())
}

/// Sketches a report. Reads nothing but its text and days, so that a sketch costs little and never changes when the
/// language stage does.
pub fn sketch(report: &Annotated) -> Sketch {
    sketch_of(&report.report)
}

/// [`sketch`] of a report that is not annotated.
pub fn sketch_of(source: &Report) -> Sketch {
    let parts = Parts::of(source);
    let mut terms: FxHashMap<u32, Term> = FxHashMap::default();
    terms.reserve(parts.title.len() + parts.body.len());
    let lead = parts.body.len().min(LEAD);
    let named = parts.title.iter().chain(&parts.body[..lead]);
    let weekdays = named.filter(|w| w.capital).fold(0, |days, word| days | weekday(word.fold));
    for (n, word) in parts.title.iter().map(|w| (0, w)).chain(parts.body.iter().enumerate()) {
        let term = at(&mut terms, word.stem);
        term.body = term.body.saturating_add(1);
        if n < lead {
            term.lead = term.lead.saturating_add(1);
            term.key |= word.number && word.long;
        }
    }
    parts.names(|n, name, pair| {
        let term = at(&mut terms, name.fold);
        term.names = term.names.saturating_add(1);
        term.common = rarity::code(&[name.fold, name.stem]);
        if let Some(pair) = pair {
            let term = at(&mut terms, pair.number);
            term.names = term.names.saturating_add(1);
        }
        if n < LEAD {
            at(&mut terms, name.stem).key = true;
        }
    });
    let mut terms: Vec<Term> = terms.into_values().collect();
    terms.iter_mut().filter(|t| t.common == 0).for_each(|t| t.common = rarity::code(&[t.number]));
    if terms.len() > KEPT {
        terms.sort_unstable_by(|a, b| b.telling().total_cmp(&a.telling()).then(a.number.cmp(&b.number)));
        terms.truncate(KEPT);
    }
    terms.sort_unstable_by_key(|t| t.number);
    let words = (parts.title.len() + parts.body.len()).min(usize::from(u16::MAX)) as u16;
    let day = source.published.day.or(source.dateline.as_ref().and_then(|d| d.date));
    let code = source.language.as_deref().unwrap_or_default().as_bytes().first_chunk::<2>();
    let language = code.map_or(0, |code| u16::from_be_bytes(*code));
    Sketch { day: day.map(days), words, language, weekdays, terms }
}

fn at(terms: &mut FxHashMap<u32, Term>, number: u32) -> &mut Term {
    terms.entry(number).or_insert_with(|| Term { number, ..Term::default() })
}

impl Term {
    /// How much of the report it tells: its weight among words of English at large, more for what opens it and for names.
    fn telling(&self) -> f32 {
        let uses = 1.0 + f32::from(self.body.max(self.names).max(1)).ln();
        let place = if self.lead > 0 || self.key { 1.5 } else { 1.0 };
        uses * place * f32::from(self.common)
    }
}

/// How the terms of a report are first written, by their number.
pub(super) fn written(source: &Report) -> FxHashMap<u32, String> {
    let parts = Parts::of(source);
    let mut out: FxHashMap<u32, String> = FxHashMap::default();
    let mut add = |number: u32, span: Span| {
        out.entry(number).or_insert_with(|| span.of(&source.text).to_owned());
    };
    parts.title.iter().chain(&parts.body).for_each(|w| add(w.stem, w.span));
    parts.names(|_, name, pair| {
        add(name.fold, name.span);
        pair.iter().for_each(|pair| add(pair.number, pair.span));
    });
    out
}

/// A word as a sketch counts it.
#[derive(Debug, Clone, Copy)]
struct Light {
    span: Span,
    stem: u32,
    fold: u32,
    capital: bool,
    opens: bool,
    follows: bool,
    /// Whether it begins with a digit.
    number: bool,
    /// Whether it has two letters or digits.
    long: bool,
}

/// Two names in a row.
struct Pair {
    number: u32,
    span: Span,
}

/// The words of a report.
struct Parts {
    title: Vec<Light>,
    body: Vec<Light>,
}

impl Parts {
    fn of(source: &Report) -> Parts {
        let bridge = tongue::of(source.language.as_deref()).bridge.as_ref();
        let title = source.title.map(|part| read(&source.text, part, usize::MAX, bridge)).unwrap_or_default();
        Parts { title, body: read(&source.text, source.body, LONGEST, bridge) }
    }

    /// Shows the names: words with a capital where none is due, or that are nowhere written small; each with its place in
    /// title or body, and with the pair it makes with the word after it.
    fn names(&self, mut each: impl FnMut(usize, &Light, Option<Pair>)) {
        let small: FxHashSet<u32> = self.body.iter().filter(|w| !w.capital).map(|w| w.fold).collect();
        let mut all = |words: &[Light]| {
            let is_name = |w: &Light| w.capital && w.long && (!w.opens || !small.contains(&w.fold));
            let firm = |w: &Light| is_name(w) && !small.contains(&w.fold);
            for (n, word) in words.iter().enumerate().filter(|(_, w)| is_name(w)) {
                let next = words.get(n + 1).filter(|next| next.follows && firm(word) && firm(next));
                let pair = next.map(|next| Pair {
                    number: (word.fold.rotate_left(7) ^ next.fold).wrapping_mul(FNV),
                    span: word.span.join(next.span),
                });
                each(n, word, pair);
            }
        };
        all(&self.body);
        // A title in which nearly every word has a capital says nothing of names beyond what the body shows.
        let shouted = self.title.iter().filter(|w| w.capital).count() * 2 > self.title.len();
        if !shouted || self.body.is_empty() {
            all(&self.title);
        }
    }
}

/// The words of a part of a text. Those of another language count as English words where a list knows them, without its
/// small words: by names, numbers and the commonest words of news reports of two languages meet.
fn read(text: &str, part: Span, most: usize, bridge: Option<&Bridge>) -> Vec<Light> {
    let mut out = Vec::with_capacity(((part.end - part.start) / 5).min(most));
    scan(text, part, |met| {
        let counted = match bridge {
            Some(bridge) => across(text, met.span, met.folded, met.capital, bridge),
            None => Some(Cow::Borrowed(met.folded)),
        };
        if let Some(word) = counted {
            let head = word.bytes().next().unwrap_or_default();
            out.push(Light {
                span: met.span,
                stem: number(stem(&word)),
                fold: number(&word),
                capital: met.capital,
                opens: met.opens,
                follows: met.follows,
                number: head.is_ascii_digit(),
                long: word.len() > 1,
            });
        }
        out.len() < most
    });
    out
}

/// The bit of a weekday, 0 for any other word.
fn weekday(word: u32) -> u8 {
    static NUMBERS: LazyLock<[u32; 7]> = LazyLock::new(|| {
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"].map(number)
    });
    NUMBERS.iter().position(|n| *n == word).map_or(0, |at| 1 << at)
}

/// What a word of another language counts as; None for a small word.
fn across<'a>(
    text: &str,
    span: Span,
    folded: &'a str,
    capital: bool,
    bridge: &Bridge,
) -> Option<Cow<'a, str>> {
    if folded.starts_with(|c: char| c.is_ascii_digit()) {
        return Some((bridge.number)(span.of(text)).into());
    }
    match (bridge.word)(folded) {
        Counts::Not => None,
        Counts::As(english) => Some(english.into()),
        Counts::Itself(end) if !capital => Some(folded.get(..end).unwrap_or(folded).into()),
        Counts::Itself(_) => {
            let english = (bridge.name)(span.of(text)).filter(|name| !name.contains(' '));
            Some(english.map_or(folded.into(), |name| name.to_lowercase().into()))
        }
    }
}

const FNV: u32 = 0x0100_0193;

/// FNV-1a (Fowler, Noll, Vo), 32 bit.
pub(super) fn number(term: &str) -> u32 {
    term.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(FNV))
}
