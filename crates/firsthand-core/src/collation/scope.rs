//! Which statements speak of one thing, so that their answers may be set beside one another?

use super::date::Date;
use super::filler::{is_more, is_person};
use super::likeness::{Likeness, likeness};
use super::measured::{counts_predicate, is_far, nouns_meet, one_measure};
use super::point::Told;
use super::value::{Amount, Standing};
use crate::statement::{Argument, Certainty, Role, lexicon};
use firsthand_text::language::number::QuantityKind;
use firsthand_text::language::{NameKind, Tag, country, place};

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

/// Whether two statements name places, and none of one lies in one of the other: two attacks, not one told twice. A country
/// alone says nothing.
pub(super) fn elsewhere(told: &Told<'_>, s: usize, t: usize) -> bool {
    let places = |s: usize| -> Vec<&str> {
        let statement = &told.statements[s];
        let sentence = told.reports[statement.report].sentences[statement.sentence].span;
        let name = |e: usize| told.names.entities[e].name.as_str();
        let mentions = told.names.mentions.get(statement.report).map_or(&[][..], Vec::as_slice);
        mentions
            .iter()
            .filter(|m| sentence.holds(m.span) && told.names.entities[m.entity].kind == NameKind::Place)
            .map(|m| name(m.entity))
            .collect()
    };
    let (a, b) = (places(s), places(t));
    let meet = |x: &str, y: &str| x == y || place::within(x, y) || place::within(y, x);
    let local = |list: &[&str]| list.iter().any(|p| country::of(p).is_none_or(|c| c.capital == *p));
    local(&a) && local(&b) && !a.iter().any(|x| b.iter().any(|y| meet(x, y)))
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

/// Whether two statements name different persons, organisations or ships in the same part: what the one did the other did
/// not.
pub fn rivals(told: &Told<'_>, s: usize, t: usize) -> bool {
    let named = |s: usize, part: &Role| {
        told.statements[s].arguments.iter().find(|a| a.role == *part).and_then(|a| a.entity)
    };
    let moves = |e: usize| {
        !matches!(told.names.entities[e].kind, NameKind::Place | NameKind::Facility | NameKind::Event)
    };
    [Role::Agent, Role::Patient].iter().any(|part| match (named(s, part), named(t, part)) {
        (Some(a), Some(b)) => a != b && moves(a) && moves(b),
        _ => false,
    })
}

/// Whether two statements name persons or bodies, and none in common.
pub fn strangers(told: &Told<'_>, s: usize, t: usize) -> bool {
    let named = |s: usize| -> Vec<usize> {
        let s = &told.statements[s];
        let party =
            |e: &usize| matches!(told.names.entities[*e].kind, NameKind::Person | NameKind::Organisation);
        s.arguments.iter().chain(&s.nearby).filter_map(|a| a.entity).filter(party).collect()
    };
    let (a, b) = (named(s), named(t));
    !a.is_empty() && !b.is_empty() && !a.iter().any(|e| b.contains(e))
}

/// Whether two ages are of one named person: ages of two people are no dispute.
fn of_one_person(told: &Told<'_>, (x, s): (&Amount, usize), (y, t): (&Amount, usize)) -> bool {
    let (a, b) = (aged(told, x, s), aged(told, y, t));
    a.iter().any(|e| b.contains(e))
}

/// Whose age it may be: the person in whose words it stands (`Oskar Brenn, 51, died`).
fn aged(told: &Told<'_>, x: &Amount, s: usize) -> Vec<usize> {
    let statement = &told.statements[s];
    let report = told.reports[statement.report];
    let mut ages = statement.quantities.iter().map(|&q| report.quantities[q].number);
    let age = ages.find(|n| report.quantities.iter().any(|q| q.number == *n && q.low == x.low));
    let parts = || statement.arguments.iter().filter(|a| matches!(a.role, Role::Agent | Role::Patient));
    let holds = |a: &&Argument| age.is_some_and(|n| a.span.holds(n));
    let person = |a: &Argument| a.entity.filter(|&e| told.names.entities[e].kind == NameKind::Person);
    if parts().any(|a| holds(&a)) {
        return parts().filter(holds).filter_map(person).collect();
    }
    // `Brenn is 51`.
    let says_age = matches!(statement.lemma.as_str(), "be" | "turn" | "age" | "aged");
    if says_age { parts().filter_map(person).collect() } else { Vec::new() }
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
