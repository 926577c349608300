//! What belongs to the form of a name beside the name: `Captain Reyes`, `Mole island`, `student news agency KLMN`.

use super::gather::Seen;
use super::sheet::Sheet;
use super::{feature, list};
use firsthand_text::language::NameKind;

/// Moves the ends of the forms outwards; the names themselves stay.
pub(super) fn dress(sheet: &Sheet<'_>, seen: &mut [Seen]) {
    for n in 0..seen.len() {
        let before = n.checked_sub(1).and_then(|b| seen.get(b)).cloned();
        let floor = before.as_ref().map_or(0, |s| s.to);
        let ceiling = seen.get(n + 1).map_or(sheet.len(), |s| s.first);
        let Some(s) = seen.get_mut(n) else { continue };
        match s.kind {
            NameKind::Person => title(sheet, s, floor),
            NameKind::Place => {
                noun_after(sheet, s, ceiling);
                noun_of(sheet, s, floor);
            }
            NameKind::Organisation | NameKind::Other => {
                noun_after(sheet, s, ceiling);
                description(sheet, s, floor, before.as_ref());
                if s.from == s.first {
                    home(sheet, s, before.as_ref());
                }
            }
            _ => {}
        }
    }
}

/// `Captain Reyes`: the title before a single name.
fn title(sheet: &Sheet<'_>, s: &mut Seen, floor: usize) {
    let dot = s.first > 1 && sheet.word(s.first - 1) == ".";
    let Some(at) = s.first.checked_sub(if dot { 2 } else { 1 }).filter(|_| s.parts.len() == 1) else {
        return;
    };
    let word = sheet.plain(at);
    let capital = starts(sheet, at, char::is_uppercase);
    let title = list::is_title(&word) || list::role(&word).is_some();
    if at >= floor && capital && title && sheet.together(at, s.first) {
        s.from = at;
    }
}

/// `Mole island`, `KLMN news agency`: a noun that says what it is.
fn noun_after(sheet: &Sheet<'_>, s: &mut Seen, ceiling: usize) {
    let is_noun = |t: usize| {
        let sort = sheet.lower(t);
        let noun = if s.kind == NameKind::Place {
            list::is_said_with_place(sort) && !feature::is_apart(sort)
        } else {
            list::is_said_with_body(sort)
        };
        let common = starts(sheet, t, char::is_lowercase) || sheet.word(t) == "Hospital";
        t < ceiling && noun && common && sheet.together(s.first, t)
    };
    // `refugee camp` before `refugee`.
    // `KLMN news agency`, but not `KLMN agency`.
    let end = (s.last..s.last + 3).rev().find(|&t| {
        is_noun(t)
            && (s.last..t).all(|b| list::is_before_noun(sheet.lower(b)))
            && (t > s.last || sheet.lower(t) != "agency")
    });
    if let Some(end) = end {
        s.to = end + 1;
    }
}

/// `island of Mole`.
fn noun_of(sheet: &Sheet<'_>, s: &mut Seen, floor: usize) {
    let Some(noun) = s.first.checked_sub(2).filter(|&t| t >= floor) else { return };
    let of = sheet.lower(s.first - 1) == "of";
    let sort = sheet.lower(noun);
    if of && list::is_said_with_place(sort) && !feature::is_apart(sort) && sheet.together(noun, s.first) {
        s.from = noun;
    }
}

/// `student KLMN news agency`, `Iranian student news agency KLMN`: a description around or before the name.
fn description(sheet: &Sheet<'_>, s: &mut Seen, floor: usize, before: Option<&Seen>) {
    let closes = |t: usize| list::is_body_noun(sheet.lower(t)) && starts(sheet, t, char::is_lowercase);
    let ahead =
        s.first.checked_sub(1).filter(|&t| t >= floor && sheet.together(t, s.first)).is_some_and(closes);
    if s.to == s.last && !ahead {
        return;
    }
    let mut from = s.first;
    while from > floor
        && s.first - from < 4
        && sheet.is_nominal(from - 1)
        && starts(sheet, from - 1, char::is_lowercase)
        && sheet.together(from - 1, from)
    {
        from -= 1;
    }
    if from == s.first {
        return;
    }
    let group =
        before.filter(|b| b.kind == NameKind::Group && b.last == from && sheet.together(b.first, from));
    if let Some(group) = group {
        s.from = group.first;
    } else if from > floor && (ahead || matches!(sheet.lower(from - 1), "the" | "a" | "an")) {
        s.from = from;
    }
}

/// `Mole Ministry of Tides`, `Mole-based Ministry of Tides`: the place or people right before the name of an office.
fn home(sheet: &Sheet<'_>, s: &mut Seen, before: Option<&Seen>) {
    let Some(at) = s.first.checked_sub(1).filter(|&t| sheet.together(t, s.first)) else { return };
    let office = list::marks_body(&s.parts) && s.parts.len() > 1;
    let based = sheet.lower(at).strip_suffix("-based").is_some_and(|place| !place.is_empty());
    if based && office {
        s.from = at;
        return;
    }
    let place = before.filter(|b| matches!(b.kind, NameKind::Place | NameKind::Group) && b.last == s.first);
    let place = place.filter(|b| {
        let text = sheet.text(b.first, b.last);
        super::spelling::without_possessive(text) == text
    });
    let outlet = || firsthand_text::report::agency::of(sheet.text(s.first, s.last)).is_some();
    if let Some(place) = place.filter(|_| office || outlet()) {
        s.from = place.first;
    }
}

fn starts(sheet: &Sheet<'_>, token: usize, test: impl Fn(char) -> bool) -> bool {
    sheet.word(token).chars().next().is_some_and(test)
}
