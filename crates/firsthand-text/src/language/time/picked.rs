//! Days and stretches picked out: `last week`, `this Friday`, `the next summer`, `that day`.

use super::meaning::{Clock, From, Meaning, Part, Pick, Reference, Stretch, Unit};
use super::reader::{Read, Reader};
use super::relative::shift;
use super::words::Term;

/// `last week`, `this Friday`, `next summer`, `the past four years`, `that day`, `recent months`.
pub(super) fn picked(r: &Reader, i: usize, j: usize) -> Option<Read> {
    let the = j > i;
    let (pick, mut at) = match r.word(j) {
        "last" | "past" => (Pick::Last, j + 1),
        "this" if !the => (Pick::This, j + 1),
        "current" => (Pick::This, j + 1),
        "next" | "coming" | "upcoming" => (Pick::Next, j + 1),
        "previous" | "preceding" => (Pick::Previous, j + 1),
        "following" | "ensuing" | "subsequent" => (Pick::Following, j + 1),
        "same" if the => return same(r, j + 1),
        "that" if !the => return same(r, if r.word(j + 1) == "same" { j + 2 } else { j + 1 }),
        "recent" => {
            let (_, _, plural, end) = r.unit(j + 1)?;
            return plural.then(|| Read::new(end, Meaning::Reference(Reference::Past)));
        }
        _ => return None,
    };
    // `this past April`, `this coming Friday`
    let past = r.word(j) == "past" || pick == Pick::This && r.word(at) == "past";
    let pick = match (pick, r.word(at)) {
        (Pick::This, "past" | "last") => Pick::Last,
        (Pick::This, "coming" | "next") => Pick::Next,
        _ => pick,
    };
    if matches!(r.word(j), "this") && matches!(r.word(at), "past" | "coming" | "last" | "next") {
        at += 1;
    }
    if matches!(r.word(at), "fiscal" | "financial" | "calendar" | "full") && r.unit(at + 1).is_some() {
        at += 1;
    }
    if let Some((unit, by, plural, end)) = r.unit(at) {
        return picked_unit(r, pick, the, past, (unit, by, plural, end));
    }
    match r.term(at) {
        Some(Term::Weekday(day)) => return Some(Read::new(at + 1, Meaning::Weekday { day, pick })),
        Some(Term::Month(month)) if r.upright(at) => {
            return Some(Read::new(at + 1, Meaning::Month { year: None, month, pick }));
        }
        Some(Term::Season(season)) => {
            return Some(Read::new(
                at + 1,
                Meaning::Stretch { year: None, stretch: Stretch::Season(season), pick },
            ));
        }
        Some(Term::Weekend) => return Some(Read::new(at + 1, Meaning::Weekend(pick))),
        Some(Term::Part(part)) => return picked_part(pick, the, part, at),
        _ => {}
    }
    // `the last five years`
    let (count, end) = r.count(at)?;
    let end = if r.word(end) == "more" { end + 1 } else { end };
    let (unit, by, plural, end) = r.unit(end)?;
    (plural && unit != Unit::Second)
        .then(|| Read::new(end, Meaning::Duration { count: count.map(|n| n * by), unit }))
}

pub(super) fn picked_unit(
    r: &Reader,
    pick: Pick,
    the: bool,
    past: bool,
    unit: (Unit, f64, bool, usize),
) -> Option<Read> {
    let (unit, by, plural, end) = unit;
    if plural {
        let reference = match pick {
            Pick::Last if past => Reference::Past,
            Pick::Next if r.word(end.saturating_sub(2)) == "coming" => Reference::Future,
            _ => return None,
        };
        return Some(Read::new(end, Meaning::Reference(reference)));
    }
    // `told This Month in Music`: a name.
    let named = r.capital(end - 1) && r.before(end, 1).len() > 3 && !r.is_title();
    if unit < Unit::Day || named {
        return None;
    }
    Some(match pick {
        Pick::Last if past && unit != Unit::Year => {
            Read::new(end, Meaning::Duration { count: Some(by), unit })
        }
        Pick::Last if unit == Unit::Day => return None,
        Pick::Last => shift(end, -by, unit, From::Speech),
        Pick::This => shift(end, 0.0, unit, From::Speech),
        Pick::Next if unit == Unit::Day => shift(end, 1.0, unit, From::Narrated),
        Pick::Next if the && unit == Unit::Decade => {
            Read::new(end, Meaning::Duration { count: Some(by), unit })
        }
        Pick::Next if the => shift(end, by, unit, From::Narrated),
        Pick::Next => shift(end, by, unit, From::Speech),
        Pick::Previous => shift(end, -by, unit, From::Narrated),
        Pick::Following => shift(end, by, unit, From::Narrated),
        Pick::Bare => return None,
    })
}

pub(super) fn picked_part(pick: Pick, the: bool, part: Part, at: usize) -> Option<Read> {
    let mut read = match pick {
        Pick::Last if part == Part::Night => shift(at + 1, -1.0, Unit::Day, From::Speech),
        Pick::This if !the => shift(at + 1, 0.0, Unit::Day, From::Speech),
        Pick::Next | Pick::Following => shift(at + 1, 1.0, Unit::Day, From::Narrated),
        Pick::Previous => shift(at + 1, -1.0, Unit::Day, From::Narrated),
        _ => return None,
    };
    read.clock = Some(Clock::Part(part));
    Some(read)
}

/// `that day`, `the same year`.
pub(super) fn same(r: &Reader, at: usize) -> Option<Read> {
    if let Some(Term::Part(part)) = r.term(at) {
        let mut read = shift(at + 1, 0.0, Unit::Day, From::Narrated);
        read.clock = Some(Clock::Part(part));
        return Some(read);
    }
    let (unit, _, plural, end) = r.unit(at)?;
    (!plural && unit >= Unit::Day).then(|| shift(end, 0.0, unit, From::Narrated))
}
