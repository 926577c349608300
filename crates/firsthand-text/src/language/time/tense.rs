//! Does the text speak of what was or of what is to come?

use super::meaning::Tense;
use super::reader::Reader;
use crate::language::number::lexeme::Kind;

/// How far from the expression a verb is looked for, in lexemes.
const REACH: usize = 14;

/// The tense of the verb nearest to the expression: first before it, then behind it, within its sentence.
pub(super) fn around(r: &Reader, from: usize, to: usize) -> Tense {
    // `until Monday to respond`, `as soon as Tuesday`
    if r.before(from, 1) == "until" && r.word(to) == "to"
        || r.before(from, 1) == "as" && r.before(from, 3) == "as"
    {
        return Tense::Future;
    }
    // `postponed until Tuesday`, `the deadline was extended until Monday`
    if r.before(from, 1) == "until"
        && (from.saturating_sub(REACH).max(r.from)..from).any(|i| put_off(r.word(i)))
    {
        return Tense::Future;
    }
    // `the fiscal year ended Jan. 31`
    if r.before(from, 1) == "ended" {
        return Tense::Past;
    }
    for i in (from.saturating_sub(REACH).max(r.from)..from).rev() {
        if r.word(i) == ";" {
            break;
        }
        if let Some(tense) = cue(r, i) {
            return tense;
        }
    }
    for i in to..(to + REACH).min(r.to) {
        if r.word(i) == ";" {
            break;
        }
        if let Some(tense) = cue(r, i) {
            return tense;
        }
    }
    Tense::Unknown
}

fn put_off(word: &str) -> bool {
    ["postpon", "extend", "delay", "deadline", "deferr", "adjourn"].iter().any(|stem| word.starts_with(stem))
}

/// What one word says of the tense.
fn cue(r: &Reader, i: usize) -> Option<Tense> {
    if !r.is(i, Kind::Word) {
        return None;
    }
    match r.word(i) {
        "will" | "ll" | "shall" | "wo" | "upcoming" => Some(Tense::Future),
        "to" if r.before(i, 2) == "been" && r.before(i, 3) == "had" => Some(Tense::Past),
        "to" if matches!(
            r.before(i, 1),
            "is" | "are" | "plans" | "planned" | "set" | "due" | "scheduled" | "expected"
        ) =>
        {
            Some(Tense::Future)
        }
        // `had been due to expire`
        "scheduled" | "expected" | "due" | "set" | "supposed"
            if r.before(i, 1) == "been" && (r.before(i, 2) == "had" || r.before(i, 3) == "had") =>
        {
            Some(Tense::Past)
        }
        "planned" | "plans" | "plan" | "scheduled"
            if matches!(r.word(i + 1), "a" | "an" | "another" | "their" | "its" | "his" | "her") =>
        {
            Some(Tense::Future)
        }
        "scheduled" | "expected" | "due" | "slated" | "poised" | "planned" | "plans" | "plan"
        | "supposed" | "planning" | "hopes" | "intends" | "expects" | "expires" | "going" | "set" => {
            (r.word(i + 1) == "to" || r.word(i + 1) == "for" || r.word(i + 1) == "on")
                .then_some(Tense::Future)
        }
        "would" => Some(Tense::Future),
        "forward" if r.before(i, 1).starts_with("look") => Some(Tense::Future),
        "is" | "are" | "has" | "have" | "says" => Some(Tense::Present),
        "was" | "were" | "had" | "did" | "said" | "told" | "left" | "went" | "came" | "took" | "began"
        | "made" | "met" | "held" | "fell" | "rose" | "got" | "saw" | "found" | "gave" | "won" | "lost"
        | "sent" | "flew" | "wrote" | "spoke" | "struck" | "shot" | "broke" | "became" | "led" | "hit"
        | "ran" | "stood" | "brought" | "paid" | "sold" | "bought" | "died" => Some(Tense::Past),
        word if word.len() > 4 && word.ends_with("ed") && !r.capital(i) && word != "hundred" => {
            Some(Tense::Past)
        }
        _ => None,
    }
}

/// Whether the expression dates a report or a statement: `a dispatch on Wednesday`, `said Wednesday`.
pub(super) fn stated(r: &Reader, from: usize) -> bool {
    let says = |i: usize| {
        matches!(
            r.word(i),
            "said"
                | "say"
                | "says"
                | "told"
                | "report"
                | "reported"
                | "reports"
                | "announced"
                | "statement"
                | "dispatch"
                | "confirmed"
                | "wrote"
                | "tweeted"
                | "posted"
                | "published"
                | "according"
                | "added"
                | "news"
        )
    };
    (from.saturating_sub(4).max(r.from)..from).any(says)
}
