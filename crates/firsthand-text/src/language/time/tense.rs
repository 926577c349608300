//! Does the text speak of what was or of what is to come?

use super::meaning::Tense;
use super::reader::Reader;
use super::words::Term;
use crate::language::number::lexeme::Kind;

/// How far from the expression a verb is looked for, in lexemes.
const REACH: usize = 14;

/// The tense of the verb nearest to the expression: first before it, then behind it, within its sentence.
pub(super) fn around(r: &Reader, from: usize, to: usize) -> Tense {
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

/// What one word says of the tense.
fn cue(r: &Reader, i: usize) -> Option<Tense> {
    if !r.is(i, Kind::Word) {
        return None;
    }
    match r.word(i) {
        "will" | "ll" | "shall" | "wo" | "upcoming" => Some(Tense::Future),
        "scheduled" | "expected" | "due" | "slated" | "poised" | "planned" | "plans" | "planning"
        | "hopes" | "intends" | "expects" | "expires" | "going" | "set" => {
            (r.word(i + 1) == "to" || r.word(i + 1) == "for" || r.word(i + 1) == "on")
                .then_some(Tense::Future)
        }
        "until" | "deadline" => Some(Tense::Future),
        "to" => {
            // `to meet on Friday`: an infinitive after a noun looks ahead; after a past verb it does not (`had to leave`).
            None
        }
        "is" | "are" | "has" | "have" | "says" => Some(Tense::Present),
        "was" | "were" | "had" | "did" | "said" | "told" | "left" | "went" | "came" | "took" | "began"
        | "made" | "met" | "held" | "fell" | "rose" | "got" | "saw" | "found" | "gave" | "won" | "lost"
        | "sent" | "flew" | "wrote" | "spoke" | "struck" | "shot" | "broke" | "became" | "led" | "hit"
        | "ran" | "stood" | "brought" | "paid" | "sold" | "bought" | "died" => Some(Tense::Past),
        word if word.len() > 4 && word.ends_with("ed") && !r.capital(i) => Some(Tense::Past),
        _ => None,
    }
}

/// Whether the expression dates a report or a statement: `a Reuters report on Wednesday`, `said Wednesday`.
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

/// Whether a modal with no other verb between rules the expression: `will meet on Friday`.
pub(super) fn looks_ahead(r: &Reader, from: usize, to: usize) -> bool {
    around(r, from, to) == Tense::Future && r.term(from).is_none_or(|t| !matches!(t, Term::Today(_)))
}
