//! What one statement answers: when, how many, where, who.

use super::date::Date;
use super::value::Amount;
use super::{Slot, Value};
use crate::Reports;
use crate::name::Names;
use crate::statement::{Role, Statement, lexicon};
use firsthand_text::language::number::{Quantity, QuantityKind};
use firsthand_text::language::time::TimeKind;
use firsthand_text::language::{Annotated, NameKind, Tag};

/// One answer of one statement.
#[derive(Debug, Clone, PartialEq)]
pub struct Filler {
    /// What is asked.
    pub slot: Slot,
    /// Answers of one event are compared only under the same key: the counted noun, the part taken.
    pub key: String,
    /// The answer.
    pub value: Value,
    /// The statement.
    pub statement: usize,
}

/// All answers of a statement.
pub fn fillers(reports: &Reports<'_>, names: &Names, at: usize, s: &Statement) -> Vec<Filler> {
    let report = reports[s.report];
    let mut out = Vec::new();
    for &t in &s.times {
        let time = &report.times[t];
        if matches!(time.kind, TimeKind::Duration | TimeKind::Set) {
            continue;
        }
        if let Some(date) = Date::of(time) {
            let key = String::new();
            out.push(Filler { slot: Slot::Date, key, value: Value::Date(date), statement: at });
        }
    }
    for &q in &s.quantities {
        let quantity = &report.quantities[q];
        if quantity.kind == QuantityKind::Ordinal {
            continue;
        }
        let (key, noun) = counted(report, quantity);
        let value = Value::Amount(Amount::of(quantity, noun));
        out.push(Filler { slot: Slot::Quantity, key, value, statement: at });
    }
    for a in s.arguments.iter().chain(&s.nearby) {
        let Some(entity) = a.entity else { continue };
        let slot = match names.entities[entity].kind {
            NameKind::Person => Slot::Person,
            NameKind::Organisation => Slot::Organisation,
            NameKind::Place | NameKind::Facility => Slot::Place,
            // An event is no party to another, a ship or a law neither.
            NameKind::Group | NameKind::Event | NameKind::Work | NameKind::Product | NameKind::Other => {
                continue;
            }
        };
        let key = if slot == Slot::Place { whereabouts(&a.role, s) } else { a.role.name() }.to_owned();
        let filler = Filler { slot, key, value: Value::Entity(entity), statement: at };
        if !out.contains(&filler) {
            out.push(filler);
        }
    }
    out
}

/// Which question a place answers: where to, where from, where, or none of these (`France's biggest theft`).
fn whereabouts(role: &Role, s: &Statement) -> &'static str {
    let journey = lexicon::class("go").is_some_and(|go| lexicon::classes(&s.lemma, false).contains(&go));
    match role {
        Role::Patient if journey => "to",
        Role::With(p) => match p.as_str() {
            "to" | "for" | "into" | "toward" | "towards" => "to",
            place if is_where(place) => "in",
            "from" => "from",
            _ => "",
        },
        _ => "",
    }
}

/// Whether a preposition tells where something is.
pub(super) fn is_where(word: &str) -> bool {
    matches!(
        word,
        "in" | "at" | "on" | "near" | "off" | "outside" | "around" | "across" | "within" | "inside" | "over"
    )
}

/// Under which key a quantity is compared, and the counted noun as written.
fn counted(report: &Annotated, q: &Quantity) -> (String, Option<String>) {
    if let Some(unit) = &q.unit {
        let measure = if q.kind == QuantityKind::Age { "age" } else { "unit" };
        return (format!("{measure}:{unit}"), None);
    }
    // `15 of them` is a part of those counted before.
    if is_part(report, q) {
        return (
            "part".to_owned(),
            q.noun.filter(|&n| n < report.tokens.len()).map(|n| report.word(n).to_lowercase()),
        );
    }
    // Five more are not the five.
    let more = if is_more(report, q) { "more " } else { "" };
    let Some(noun) = q.noun.filter(|&n| n < report.tokens.len()) else { return (more.to_owned(), None) };
    let lemma = report.tokens[noun].lemma.to_lowercase();
    let key = if is_person(&lemma) { "person".to_owned() } else { lemma };
    (format!("{more}{key}"), Some(report.word(noun).to_lowercase()))
}

/// Whether a quantity is a part of another: `15 of them`, `two of whom`, `one of the largest firms`.
pub(super) fn is_part(report: &Annotated, q: &Quantity) -> bool {
    let after = report.tokens.partition_point(|t| t.span.start < q.number.end);
    let word = |t: usize| if t < report.tokens.len() { report.word(t).to_lowercase() } else { String::new() };
    const WHOLE: [&str; 12] =
        ["them", "whom", "which", "those", "these", "the", "its", "his", "her", "their", "our", "my"];
    let name = || report.tokens.get(after + 1).is_some_and(|t| t.tag == Tag::Propn);
    word(after) == "of" && q.low == q.high && (WHOLE.contains(&word(after + 1).as_str()) || name())
}

/// Whether a quantity is added to another: `two more victims`, `another five`, `three additional sentences`.
pub fn is_more(report: &Annotated, q: &Quantity) -> bool {
    const MORE: [&str; 6] = ["more", "other", "another", "additional", "extra", "further"];
    let tokens = &report.tokens;
    let first = tokens.partition_point(|t| t.span.end <= q.number.start);
    let after = tokens.partition_point(|t| t.span.start < q.number.end);
    let is = |t: usize| t < tokens.len() && MORE.contains(&report.word(t).to_lowercase().as_str());
    is(after) || first.checked_sub(1).is_some_and(is)
}

/// Nouns that count people: `two villagers` and `two people` may be the same two.
pub fn is_person(lemma: &str) -> bool {
    const PEOPLE: [&str; 40] = [
        "people",
        "person",
        "man",
        "woman",
        "child",
        "civilian",
        "villager",
        "resident",
        "passenger",
        "victim",
        "soldier",
        "troop",
        "officer",
        "worker",
        "student",
        "girl",
        "boy",
        "schoolgirl",
        "teenager",
        "teen",
        "pupil",
        "casualty",
        "robber",
        "thief",
        "militant",
        "fighter",
        "migrant",
        "refugee",
        "tourist",
        "patient",
        "citizen",
        "survivor",
        "guard",
        "rebel",
        "protester",
        "demonstrator",
        "employee",
        "fisherman",
        "crew",
        "other",
    ];
    PEOPLE.contains(&lemma)
}
