//! Which statements speak of one thing, so that their answers may be set beside one another?

use super::counted::nouns_meet;
use super::date::Date;
use super::filler::{is_more, is_person};
use super::likeness::{Likeness, likeness};
use super::measured::{counts_predicate, is_far, one_measure};
use super::point::Told;
use super::rival::{elsewhere, of_one_person, rivals};
use super::value::{Amount, Standing};
use crate::statement::{Certainty, lexicon};
use firsthand_text::language::Tag;
use firsthand_text::language::number::QuantityKind;

/// Whether a statement says what it says of its own accord or another's, and neither denies nor supposes it.
pub fn is_firm(told: &Told<'_>, s: usize) -> bool {
    let s = &told.statements[s];
    !s.negative && matches!(s.certainty, Certainty::Asserted | Certainty::Alleged)
}

/// Verbs that say nothing of what is counted: who `has` two and who `has` three need not speak of one thing.
const EMPTY: [&str; 16] = [
    "have", "be", "do", "get", "give", "take", "make", "come", "go", "see", "say", "spend", "finish",
    "include", "serve", "set",
];

/// Classes of happenings that people are counted by: `injured 40` needs no noun.
const BEFALLS: [&str; 7] = ["kill", "injure", "miss", "arrest", "evacuate", "infect", "rescue"];

/// Whether two amounts of two statements count the same thing: one measure or one noun, or people that the same befell; of
/// the same person or ship, where both name one; with words that say what is counted; the one no more than five times the other.
pub fn comparable(told: &Told<'_>, (x, s): (&Amount, usize), (y, t): (&Amount, usize)) -> bool {
    if x.unit != y.unit || x.kind != y.kind || rivals(told, s, t) || !one_measure(told, (x, s), (y, t)) {
        return false;
    }
    if names_the_counted(told, s) != names_the_counted(told, t) {
        return false;
    }
    if same_end(told, (x, s), (y, t)) {
        return true;
    }
    let l = likeness(&told.features[s], &told.features[t]);
    if (x.unit.is_none() && elsewhere(told, s, t)) || is_aim(told, s) != is_aim(told, t) {
        return false;
    }
    if is_far(told, x, s) || is_far(told, y, t) {
        return false;
    }
    let empty = |s: usize| {
        let noun =
            told.reports[told.statements[s].report].tokens[told.statements[s].predicate].tag != Tag::Verb;
        EMPTY.contains(&told.statements[s].lemma.as_str()) || (noun && told.features[s].classes.is_empty())
    };
    let alone = counts_predicate(told, x, s) || counts_predicate(told, y, t);
    if ((empty(s) || empty(t)) && l.words < 0.6) || (alone && l.words < 0.4) {
        return false;
    }
    if x.kind == QuantityKind::Age && !of_one_person(told, (x, s), (y, t)) {
        return false;
    }
    let person = |noun: &Option<String>| noun.as_deref().is_none_or(|n| is_person(n.trim_end_matches('s')));
    match (&x.unit, &x.noun, &y.noun) {
        (Some(_), ..) => true,
        (None, Some(a), Some(b)) if a == b => true,
        (None, Some(a), Some(b)) => person(&x.noun) && person(&y.noun) && nouns_meet(a, b),
        _ => person(&x.noun) && person(&y.noun) && befalls(told, s) && befalls(told, t),
    }
}

/// Whether a statement tells what is aimed at or foreseen, not what is: a goal of 70 percent is no word on the 32 reached.
fn is_aim(told: &Told<'_>, s: usize) -> bool {
    const AIMS: [&str; 16] = [
        "goal",
        "goals",
        "target",
        "targets",
        "aim",
        "aims",
        "aimed",
        "aiming",
        "hopes",
        "hoped",
        "pledged",
        "forecast",
        "forecasts",
        "projected",
        "predicted",
        "promised",
    ];
    let text = told.sentence_words(s);
    AIMS.iter().any(|w| text.contains(&format!(" {w} ")))
}

/// `three victims` may be dead or hurt: they are compared with victims, not with the killed.
fn names_the_counted(told: &Told<'_>, s: usize) -> bool {
    matches!(told.statements[s].lemma.as_str(), "victim" | "casualty")
}

/// Whether a statement tells of a happening that people are counted by.
pub(super) fn befalls(told: &Told<'_>, s: usize) -> bool {
    let classes = &told.features[s].classes;
    BEFALLS.iter().filter_map(|c| lexicon::class(c)).any(|c| classes.contains(&c))
}

/// Whether two further lengths of time run up to the same happening: `another two years to remove him`, `for another four
/// years until he was sacked`.
pub fn same_end(told: &Told<'_>, (x, s): (&Amount, usize), (y, t): (&Amount, usize)) -> bool {
    let (a, b) = (ends(told, x, s), ends(told, y, t));
    a.iter().any(|class| b.contains(class))
}

/// Classes of the happening a further length of time runs up to.
fn ends(told: &Told<'_>, x: &Amount, s: usize) -> Vec<u8> {
    let statement = &told.statements[s];
    let report = told.reports[statement.report];
    let last = report.sentences[statement.sentence].last;
    let further = statement
        .quantities
        .iter()
        .map(|&q| &report.quantities[q])
        .find(|q| q.kind == QuantityKind::Duration && q.low == x.low && is_more(report, q));
    let Some(q) = further else { return Vec::new() };
    let from = report.tokens.partition_point(|t| t.span.start < q.span.end);
    let until =
        |&t: &usize| matches!(report.word(t).to_lowercase().as_str(), "until" | "till" | "before" | "to");
    let Some(until) = (from..last).find(until) else { return Vec::new() };
    // The verb that follows, past its auxiliaries.
    let classes = |t: usize| lexicon::classes(&report.tokens[t].lemma, false).to_vec();
    (until + 1..last.min(until + 6)).map(classes).find(|c| !c.is_empty()).unwrap_or_default()
}

/// Whether a statement says that it counts a whole, or only a stretch of it: `a total of 14 in five searches`, `seven in the
/// first half`.
pub fn counts_whole(told: &Told<'_>, s: usize) -> bool {
    const WHOLE: [&str; 14] = [
        "total",
        "so far",
        "altogether",
        "overall",
        "combined",
        "all told",
        "as of",
        "first half",
        "second half",
        "first quarter",
        "season",
        "career",
        "to date",
        "and counting",
    ];
    let text = told.sentence_words(s);
    WHOLE.iter().any(|w| text.contains(&format!(" {w} ")))
}

/// Whether two statements that give amounts of one kind answer one question: what happened to those counted means the
/// same, or the same thing is measured, in whatever words.
pub fn answers_same(told: &Told<'_>, x: &Amount, l: &Likeness, s: usize, t: usize) -> bool {
    let measured = x.kind == QuantityKind::Measure && l.parties >= 0.45 && l.words >= 0.25 && l.places >= 0.0;
    // Where both sentences name the same month or day, less will do: `that temblor`, `the quake`.
    let parties = if share_date(told, s, t) { 0.1 } else { 0.3 };
    measured || (l.predicate >= 0.85 && alike(l, parties, 0.1))
}

/// Whether the sentences of two statements name the same day, month or year.
pub fn share_date(told: &Told<'_>, s: usize, t: usize) -> bool {
    let (a, b) = (&told.features[s].around, &told.features[t].around);
    a.iter().any(|x| b.iter().any(|y| x.standing(y) == Standing::Same))
}

/// Whether two statements speak so much alike that they answer one question.
pub fn alike(l: &Likeness, parties: f64, words: f64) -> bool {
    l.predicate > 0.0 && l.parties >= parties && l.words >= words && l.places >= 0.0
}

/// Whether two statements can be of one time. Background is told with a month or a year, the news with a day or with no
/// date at all.
pub fn same_time(told: &Told<'_>, x: usize, y: usize) -> bool {
    let (a, b) = (&told.features[x].around, &told.features[y].around);
    let background = |days: &[Date]| !days.is_empty() && !days.iter().any(|d| d.is_day());
    match (a.is_empty(), b.is_empty()) {
        (true, false) => !background(b),
        (false, true) => !background(a),
        (false, false) if background(a) != background(b) => {
            a.iter().any(|x| b.iter().any(|y| x.standing(y) != Standing::Apart))
        }
        _ => true,
    }
}
