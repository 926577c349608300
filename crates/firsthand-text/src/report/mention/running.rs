//! Names in running text: whether a sentence has something from the one named.

use super::cue::{self, Cue};
use super::place::{Place, ends_sentence};
use super::word::Word;

/// The most words between a cue and the name that change nothing.
const FILLERS: usize = 5;

/// The most words of a phrase between the name and its verb.
const CLAUSE: usize = 9;

/// Whether a sentence says that it has something from the one named, or that it was told to them. A name that may be another
/// word needs more than a verb behind it.
pub(super) fn is_cited(place: &Place<'_>, loose: bool) -> bool {
    let (led, noun) = before(place);
    // `si`, `ap` in small letters are words of many languages.
    if loose && !place.words.get(place.at).is_some_and(|w| w.capital) {
        return false;
    }
    led || output(place) || (noun || !loose || wires(place)) && passes_on(place)
}

/// Whether words before the name lead to it: `according to the`.
pub(super) fn is_led(place: &Place<'_>) -> bool {
    before(place).0
}

/// Whether words right before the name lead to it (`according to the`), and whether one of them is `agency`.
fn before(place: &Place<'_>) -> (bool, bool) {
    let words = place.words;
    let mut at = place.at;
    let mut noun = false;
    for _ in 0..=FILLERS {
        let gap = at.checked_sub(1).and_then(|b| Some((words.get(b)?.span.end, words.get(at)?.span.start)));
        let gap = gap.and_then(|(from, to)| place.text.get(from..to)).unwrap_or(".\n");
        if ends_sentence(gap)
            || gap.contains(['(', ')', ',', ':'])
            || gap.contains("\n\n")
            || gap.contains(".\n")
        {
            return (false, noun);
        }
        noun |= cue::before(words, at, Cue::Noun) > 0;
        if cue::before(words, at, Cue::Leads) > 0 || told_by(words, at) {
            return (true, noun);
        }
        let skip = cue::before(words, at, Cue::Filler).max(cue::before(words, at, Cue::Noun));
        if skip == 0 {
            return (false, noun);
        }
        at -= skip;
    }
    (false, noun)
}

/// `Reuter meldet`: a verb of agencies right behind, and nothing before that makes a person of it.
fn wires(place: &Place<'_>) -> bool {
    let before = place.at.checked_sub(1).and_then(|n| place.words.get(n));
    let gap = before.and_then(|w| place.text.get(w.span.end..place.span.start)).unwrap_or(". ");
    let parted = ends_sentence(gap) || gap.contains([',', ':', '—', '–', '\n']);
    let person =
        before.is_some_and(|w| w.capital) && !parted || cue::before(place.words, place.at, Cue::Title) > 0;
    !person && cue::at(place.words, place.next, Cue::Wires) > 0
}

/// `published on Thursday by`, `wrote in`: a verb of telling shortly before `by` or `in`.
fn told_by(words: &[Word], at: usize) -> bool {
    let is_by = at.checked_sub(1).and_then(|n| words.get(n)).is_some_and(|w| w.key == "by" || w.key == "in");
    is_by
        && (at.saturating_sub(4)..at - 1).any(|n| {
            cue::at(words, n, Cue::Passes) == 1
                && (n + 1..at - 1)
                    .all(|k| cue::at(words, k, Cue::Behind) > 0 || super::stand::is_day(words, k))
        })
}

/// `a Reuters report`, `einer Reuter-Meldung`, `a CNN/Vale national poll`: what is put out by the one named, or by two.
fn output(place: &Place<'_>) -> bool {
    let words = place.words;
    let gap = |at: usize| {
        let (before, here) = (words.get(at.checked_sub(1)?)?, words.get(at)?);
        place.text.get(before.span.end..here.span.start)
    };
    let is_output = |at: usize| {
        gap(at).is_some_and(|g| matches!(g, " " | "-" | "'s " | "’s " | "\n" | "- "))
            && words.get(at).is_some_and(|w| !w.capital || gap(at) == Some("-") || at > place.next)
            && cue::at(words, at, Cue::Output) > 0
    };
    let mut at = place.next;
    if gap(at).is_some_and(|g| matches!(g, "/" | "-" | "–")) {
        at += words
            .get(at..)
            .unwrap_or(&[])
            .iter()
            .take(4)
            .take_while(|w| w.capital && cue_free(words, w))
            .count();
    }
    for _ in 0..3 {
        if is_output(at) {
            return true;
        }
        if at == place.next && gap(at) != Some(" ") || cue::at(words, at, Cue::Behind) == 0 {
            return false;
        }
        at += 1;
    }
    false
}

/// Whether a word is none for what an agency puts out.
fn cue_free(words: &[Word], word: &Word) -> bool {
    let at = words.partition_point(|w| w.span.start < word.span.start);
    cue::at(words, at, Cue::Output) == 0
}

/// `AFP on Sunday reported`, `CNN's Ada Vale reported`, `l'agence Havas annonce`.
fn passes_on(place: &Place<'_>) -> bool {
    let words = place.words;
    let gap = |at: usize| {
        let (before, here) = (words.get(at.checked_sub(1)?)?, words.get(at)?);
        place.text.get(before.span.end..here.span.start)
    };
    let stops =
        |at: usize| gap(at).is_none_or(|g| ends_sentence(g) || g.contains("\n\n") || g.contains([':', '(']));
    let mut at = place.next;
    let own = place.text.get(place.span.end..).unwrap_or("");
    if own.starts_with("'s ") || own.starts_with("’s ") {
        at += 1;
    }
    // `CNN's Ada Vale reported`, `AP writer Ada Vale reported`
    let tells = cue::at(words, at, Cue::Passes) > 0 && !stops(at);
    let role = cue::at(words, at, Cue::Role);
    if tells {
        return true;
    }
    if role > 0 || at > place.next || own.starts_with("' ") || own.starts_with("’ ") {
        at += role;
        at += words.get(at..).unwrap_or(&[]).iter().take(4).take_while(|w| w.capital).count();
    }
    // `TASS on Sunday in a late bulletin said`
    if words.get(at).is_some_and(|w| matches!(w.key.as_str(), "on" | "in")) {
        let clause = (at..at + CLAUSE).take_while(|&n| !stops(n) && !gap(n).is_some_and(|g| g.contains(',')));
        return clause.into_iter().any(|n| cue::at(words, n, Cue::Passes) > 0);
    }
    for _ in 0..=FILLERS {
        if stops(at) {
            return false;
        }
        if cue::at(words, at, Cue::Passes) > 0 {
            return true;
        }
        let skip = cue::at(words, at, Cue::Behind);
        if skip == 0 {
            return false;
        }
        at += skip;
    }
    false
}
