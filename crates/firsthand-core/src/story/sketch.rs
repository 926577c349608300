//! What is a report about? Its words, names and numbers, each with how often and how prominently it is used.

use super::words::{Word, stem, words};
use firsthand_text::Span;
use firsthand_text::language::Annotated;
use firsthand_text::language::tongue::{self, Bridge, Counts};
use firsthand_text::report::Report;
use jiff::civil;
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// How many words of the body belong to the lead.
const LEAD: usize = 60;
/// How many words of a body are read: stories of the day are told well before that.
const LONGEST: usize = 3000;

/// What grouping reads of a report.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sketch {
    /// The day it was published, or the day of its dateline.
    pub day: Option<civil::Date>,
    /// Stems of title and body with their counts.
    pub body: BTreeMap<String, f64>,
    /// Stems of the title and the first words of the body.
    pub lead: BTreeMap<String, f64>,
    /// Capitalised words that are not so by their place, and pairs of them (`kim jong`).
    pub names: BTreeMap<String, f64>,
    /// Stems of the names and numbers of title and lead.
    pub keys: BTreeSet<String>,
    /// How each term was first written.
    pub written: BTreeMap<String, String>,
}

/// Sketches a report. Reads nothing but its text and days, so that a sketch costs little and never changes when the
/// language stage does.
pub fn sketch(report: &Annotated) -> Sketch {
    sketch_of(&report.report)
}

/// [`sketch`] of a report that is not annotated.
pub fn sketch_of(source: &Report) -> Sketch {
    let bridge = tongue::of(source.language.as_deref()).bridge.as_ref();
    let read = |part: Span| match bridge {
        Some(bridge) => across(&source.text, words(&source.text, part), bridge),
        None => words(&source.text, part),
    };
    let title = source.title.map(read).unwrap_or_default();
    let mut body = read(source.body);
    body.truncate(LONGEST);
    let day = source.published.day.or(source.dateline.as_ref().and_then(|d| d.date));
    let mut out = Sketch { day, ..Sketch::default() };
    let lead = body.len().min(LEAD);
    for (n, word) in title.iter().map(|w| (0, w)).chain(body.iter().enumerate()) {
        let term = stem(&word.folded);
        if n < lead {
            count(&mut out.lead, term);
        }
        if n < lead && (word.is_number() && word.folded.len() > 1) {
            out.keys.insert(term.to_owned());
        }
        if count(&mut out.body, term) {
            out.written.insert(term.to_owned(), written(&source.text, word.span));
        }
    }
    let small: HashSet<&str> = body.iter().filter(|w| !w.capital).map(|w| w.folded.as_str()).collect();
    names(&source.text, &body, &small, &mut out);
    // A title in which nearly every word has a capital says nothing of names beyond what the body shows.
    let shouted = title.iter().filter(|w| w.capital).count() * 2 > title.len();
    if !shouted || body.is_empty() {
        names(&source.text, &title, &small, &mut out);
    }
    out
}

/// The words of another language as English words where a list knows them, without its small words: by names, numbers and
/// the commonest words of news reports of two languages meet.
fn across(text: &str, words: Vec<Word>, bridge: &Bridge) -> Vec<Word> {
    let mut out = Vec::with_capacity(words.len());
    for mut word in words {
        if word.is_number() {
            word.folded = (bridge.number)(word.span.of(text));
            out.push(word);
            continue;
        }
        match (bridge.word)(&word.folded) {
            Counts::Not => continue,
            Counts::As(english) => word.folded = english.to_owned(),
            Counts::Itself(end) if !word.capital => word.folded.truncate(end),
            Counts::Itself(_) => {
                let english = (bridge.name)(word.span.of(text)).filter(|name| !name.contains(' '));
                word.folded = english.map_or(word.folded, str::to_lowercase);
            }
        }
        out.push(word);
    }
    out
}

/// Counts a term once more; gives whether it is new. Most are not: nothing is allocated for those.
fn count(counts: &mut BTreeMap<String, f64>, term: &str) -> bool {
    if let Some(n) = counts.get_mut(term) {
        *n += 1.0;
        return false;
    }
    counts.insert(term.to_owned(), 1.0);
    true
}

fn written(text: &str, span: Span) -> String {
    span.of(text).to_owned()
}

/// Adds the names among these words: with a capital where none is due, or where the word is nowhere written small.
fn names(text: &str, words: &[Word], small: &HashSet<&str>, out: &mut Sketch) {
    let is_name =
        |w: &Word| w.capital && w.folded.len() > 1 && (!w.opens || !small.contains(w.folded.as_str()));
    let firm = |w: &Word| is_name(w) && !small.contains(w.folded.as_str());
    for (n, word) in words.iter().enumerate() {
        if !is_name(word) {
            continue;
        }
        count(&mut out.names, &word.folded);
        if n < LEAD {
            out.keys.insert(stem(&word.folded).to_owned());
        }
        out.written.entry(word.folded.clone()).or_insert_with(|| written(text, word.span));
        let Some(next) = words.get(n + 1).filter(|next| next.follows && firm(word) && firm(next)) else {
            continue;
        };
        let pair = format!("{} {}", word.folded, next.folded);
        out.written.entry(pair.clone()).or_insert_with(|| written(text, word.span.join(next.span)));
        *out.names.entry(pair).or_default() += 1.0;
    }
}
