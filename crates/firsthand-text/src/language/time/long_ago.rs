//! Texts, and passages of texts, that tell of long ago: their days belong to its years.

use super::calendar::Place;
use super::meaning::{From, Meaning, Tense, Unit};
use super::narrated::{MEMORY, REACH};
use super::resolve::{Resolved, Value};
use super::{Basis, Expression};
use jiff::civil::Date;

/// How many sentences back a year stands in a text that tells of long ago.
const HISTORY: usize = 12;

/// Whether the text tells of long ago, and not of its own day: it gives five years or more of long ago in so many words, and
/// for each day of its own week (`yesterday`, `Monday`) four of them. Numbers of our own choice; WikiWars was looked at.
pub(super) fn tells_of_long_ago(all: &[Expression], now: Option<Date>) -> bool {
    let Some(now) = now else { return false };
    let (mut old, mut fresh) = (0, 0);
    for e in all {
        match e.meaning {
            Meaning::Day { year: Some(y), .. } | Meaning::Month { year: Some(y), .. } | Meaning::Year(y) => {
                old += usize::from(now.year() - y >= LONG_AGO);
            }
            Meaning::Weekday { .. } | Meaning::Weekend(_) => fresh += 1,
            Meaning::Shift { from: From::Speech, unit: Unit::Day | Unit::Week, .. } => fresh += 1,
            _ => {}
        }
    }
    old >= 5 && old >= 4 * fresh
}

/// So many years before the report are long ago, a convention of our own: nearer than that, the report's own year is as likely.
const LONG_AGO: i16 = 3;

/// A day of long ago that was told of in the sentences just before, by its own year: what follows without a year and not
/// in the future belongs to its time (`In May 1941 ... On 3 June`), not to that of the report. In a text that tells of long ago
/// as a whole a year alone will do, and it stands for longer.
pub(super) fn past_time(
    all: &[Expression],
    done: &[Resolved],
    i: usize,
    now: Option<Date>,
    history: bool,
) -> Option<(Date, Basis)> {
    if all[i].tense == Tense::Future && !history {
        return None;
    }
    let memory = if history { HISTORY } else { MEMORY };
    for j in (0..i).rev().take(REACH).take_while(|j| all[i].section - all[*j].section <= memory) {
        let Value::Placed(place) = done[j].value else { continue };
        // A year alone is mostly background, and the story goes on in its own time.
        let told = match place {
            Place::Day(_) | Place::Month(..) => place.days().map(|(first, _)| first),
            // The middle of the year is nearest to every day of it.
            Place::Year(y) if history && !all[j].names => Date::new(y, 7, 1).ok(),
            _ => None,
        };
        let Some(told) = told else { continue };
        let basis = match done[j].basis {
            Basis::Words => Basis::Narrated(j),
            Basis::Narrated(k) => Basis::Narrated(k),
            Basis::Published | Basis::None if history => continue,
            Basis::Published | Basis::None => return None,
        };
        let long_ago = now.is_none_or(|now| now.year() - told.year() >= LONG_AGO);
        return long_ago.then_some((told, basis));
    }
    None
}
