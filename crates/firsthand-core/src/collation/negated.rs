//! What is denied by its words, and what only seems to be: not yet, not only, not of this kind, not but asked.

use super::point::Told;
use crate::statement::{Certainty, Role, Statement};
use firsthand_text::language::Relation;

/// Whether a denial is only of a kind (`has not taken workers from any country at war`), or the statement only describes what
/// the denied clause names: `denied a plan to free the girls taken in April`.
pub(super) fn is_limited(told: &Told<'_>, s: &Statement) -> bool {
    let report = told.reports[s.report];
    let kind = s
        .arguments
        .iter()
        .filter(|a| matches!(a.role, Role::With(_)))
        .any(|a| report.text(a.span).to_lowercase().split(' ').take(2).any(|w| w == "any"));
    let describes = s.certainty == Certainty::Denied && report.tokens[s.predicate].relation == Relation::Acl;
    kind || describes
}

/// Whether a statement says only that something has not come yet, or had not come before.
pub(super) fn is_not_yet(told: &Told<'_>, s: &Statement) -> bool {
    let report = told.reports[s.report];
    let last = report.sentences[s.sentence].last.min(s.predicate + 8);
    let yet = (s.predicate.saturating_sub(3)..last).any(|t| report.word(t).eq_ignore_ascii_case("yet"));
    // `Before this race nobody of the family had lost`: now one has.
    let before =
        |t: usize| matches!(report.word(t).to_lowercase().as_str(), "prior" | "previously" | "hitherto");
    yet || (report.sentences[s.sentence].first..report.sentences[s.sentence].last).any(before)
}

/// Whether a statement stands in a question: it asks, and says nothing.
pub(super) fn is_asked(told: &Told<'_>, s: &Statement) -> bool {
    let report = told.reports[s.report];
    let sentence = report.sentences[s.sentence];
    let stop =
        (s.predicate..sentence.last).map(|t| report.word(t)).find(|w| matches!(*w, "?" | "." | "!" | "”"));
    stop == Some("?")
}

/// Whether the words of a statement themselves deny, whatever the parse made of it.
pub(super) fn sounds_negative(told: &Told<'_>, s: &Statement) -> bool {
    let report = told.reports[s.report];
    let first = s.predicate.saturating_sub(8).max(report.sentences[s.sentence].first);
    (first..s.predicate).any(|t| {
        let word = report.word(t).to_lowercase();
        matches!(word.as_str(), "not" | "n't" | "n’t" | "never" | "no" | "unable" | "without")
            || word.ends_with("n't")
    })
}

/// Whether a `had` is that of a perfect: `has not had charges brought` does not say that there are none.
pub(super) fn is_perfect(told: &Told<'_>, s: &Statement) -> bool {
    let report = told.reports[s.report];
    report.word(s.predicate).eq_ignore_ascii_case("had")
        && (s.predicate.saturating_sub(3)..s.predicate)
            .any(|t| matches!(report.word(t).to_lowercase().as_str(), "has" | "have" | "had"))
}

/// Whether the sentence denies the thing itself: `took part, but denied knowledge of it`.
pub(super) fn denies_within(told: &Told<'_>, s: &Statement, thing: &str) -> bool {
    let report = told.reports[s.report];
    let sentence = report.sentences[s.sentence];
    (sentence.first..sentence.last).filter(|&t| report.tokens[t].lemma.eq_ignore_ascii_case(thing)).all(|t| {
        (t.saturating_sub(4).max(sentence.first)..t).any(|before| {
            matches!(
                report.word(before).to_lowercase().as_str(),
                "deny" | "denied" | "denies" | "denying" | "no" | "not" | "without" | "lack" | "lacked"
            )
        })
    })
}
