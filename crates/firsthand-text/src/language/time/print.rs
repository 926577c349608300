//! Writes resolved expressions as TIMEX3 and EDTF.

use super::calendar::{Place, stretch_code};
use super::meaning::{Clock, Lead, Meaning, Part, Reference, Unit, Zone};
use super::resolve::{Resolved, Value, kind, led};
use super::{Basis, Expression, Modifier, Time, zone};
use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Time as OfDay};

/// The time of an expression.
pub(super) fn time(e: &Expression, resolved: &Resolved) -> Time {
    let modifier = e.modifier.or(led(e.lead));
    let mut time = Time {
        span: e.span,
        kind: kind(e, &resolved.value),
        timex: String::new(),
        modifier,
        edtf: None,
        low: None,
        high: None,
        basis: resolved.basis,
        ends: Vec::new(),
    };
    match &resolved.value {
        Value::Placed(place) => on_calendar(e, resolved.rough, *place, &mut time),
        Value::Weekday(day) => time.timex = format!("XXXX-WXX-{day}{}", part_suffix(e.clock)),
        Value::Weekend => "XXXX-WXX-WE".clone_into(&mut time.timex),
        Value::YearlessStretch(stretch) => time.timex = format!("XXXX-{}", stretch_code(*stretch)),
        Value::MonthDay(month, day) => {
            let value = format!("XXXX-{month:02}-{day:02}");
            time.edtf = Some(value.clone());
            time.timex = value + &part_suffix(e.clock);
        }
        Value::YearlessMonth(month) => {
            time.timex = format!("XXXX-{month:02}");
            time.edtf = Some(time.timex.clone());
        }
        Value::Length(count, unit) => time.timex = length(*count, *unit),
        Value::Every(count, unit) => time.timex = length(Some(*count), *unit),
        Value::EveryMonth(month) => time.timex = format!("XXXX-{month:02}"),
        Value::EveryWeekday(day) => time.timex = format!("XXXX-WXX-{day}"),
        Value::Reference(reference) => {
            time.timex = match reference {
                Reference::Past => "PAST_REF",
                Reference::Present => "PRESENT_REF",
                Reference::Future => "FUTURE_REF",
            }
            .to_owned();
        }
        // A day that is meant but not known.
        Value::Unplaced if e.clock.is_none() => "XXXX".clone_into(&mut time.timex),
        Value::Unplaced => time.timex = part_suffix(e.clock),
    }
    if time.edtf.is_none() {
        time.basis = if matches!(resolved.value, Value::Placed(_)) { time.basis } else { Basis::None };
    }
    time
}

fn on_calendar(e: &Expression, rough: bool, place: Place, time: &mut Time) {
    time.timex = place.timex();
    let Some((low, high)) = place.days() else {
        return;
    };
    let mut edtf = place.edtf();
    time.low = Some(start_of(low));
    time.high = Some(start_of(high));
    if let (Place::Day(day), Some(clock)) = (place, e.clock) {
        time.timex += &part_suffix(Some(clock));
        if let Some((low, high)) = hours(clock) {
            time.low = Some(day.to_datetime(low));
            // Midnight ends the day.
            time.high = Some(if high == OfDay::midnight() {
                start_of(day.tomorrow().unwrap_or(day))
            } else {
                day.to_datetime(high)
            });
        } else if let Some((exact, low, high)) = instant(day, clock) {
            edtf = exact;
            time.low = Some(low);
            time.high = Some(high);
        }
    }
    let about = matches!(e.modifier, Some(Modifier::Approx | Modifier::LessThan | Modifier::MoreThan));
    if rough || about {
        edtf.push('~');
        (time.low, time.high) = widened(place, rough, time.low, time.high);
    }
    if matches!(e.lead, Lead::By | Lead::Before) {
        // `by the end of June` ends with its last day; `by June` with the month.
        if e.lead == Lead::By
            && e.modifier == Some(Modifier::End)
            && let Ok(last) = high.yesterday()
        {
            edtf = Place::Day(last).edtf();
        }
        if !edtf.contains('/') {
            edtf = format!("../{edtf}");
            if e.lead == Lead::Before {
                time.high = time.low;
            }
            time.low = None;
        }
    }
    if e.lead == Lead::After && !edtf.contains('/') && e.clock.is_none() {
        // After a year or a month is after its end; after a day may be later on that day.
        if !matches!(place, Place::Day(_)) {
            edtf = Place::Day(high).edtf();
            time.low = time.high;
        }
        edtf = format!("{edtf}/..");
        time.high = None;
    }
    if e.meaning == Meaning::Earlier {
        "PAST_REF".clone_into(&mut time.timex);
    }
    time.edtf = Some(edtf);
}

/// An approximate year may be off by a year, one counted in decades by five: conventions of our own.
fn widened(
    place: Place,
    rough: bool,
    low: Option<DateTime>,
    high: Option<DateTime>,
) -> (Option<DateTime>, Option<DateTime>) {
    let years = match place {
        _ if rough => 5,
        Place::Year(_) => 1,
        _ => return (low, high),
    };
    let low_wide = low.and_then(|l| l.checked_sub(years.years()).ok());
    let high_wide = high.and_then(|h| h.checked_add(years.years()).ok());
    (low_wide.or(low), high_wide.or(high))
}

fn start_of(day: Date) -> DateTime {
    day.to_datetime(OfDay::midnight())
}

/// The hours of a part of the day, as wide as papers use the words, so that two reports of one hour do not clash by them: a
/// convention of our own. EDTF has no parts of the day and keeps the day.
fn hours(clock: Clock) -> Option<(OfDay, OfDay)> {
    let (low, high) = match clock {
        Clock::Part(Part::Dawn) => (3, 8),
        Clock::Part(Part::Morning) => (0, 12),
        Clock::Part(Part::Midday) => (11, 14),
        Clock::Part(Part::Afternoon) => (12, 18),
        Clock::Part(Part::Evening) => (17, 0),
        Clock::Part(Part::Night) => (18, 0),
        Clock::Part(Part::Noon | Part::Midnight) | Clock::At { .. } => return None,
    };
    Some((OfDay::new(low, 0, 0, 0).ok()?, OfDay::new(high, 0, 0, 0).ok()?))
}

/// EDTF and instants of a time of day that the clock gives; None for parts of the day, which stay their whole day.
fn instant(day: Date, clock: Clock) -> Option<(String, DateTime, DateTime)> {
    let (hour, minute, second, zone) = match clock {
        Clock::At { hour, minute, second, zone } => (hour, minute, second, zone),
        Clock::Part(Part::Noon) => (12, Some(0), None, Zone::Local),
        Clock::Part(_) => return None,
    };
    let (day, hour) = if hour == 24 { (day.tomorrow().ok()?, 0) } else { (day, hour) };
    let at = day.to_datetime(OfDay::new(hour, minute.unwrap_or(0), second.unwrap_or(0), 0).ok()?);
    let step = if second.is_some() {
        1.second()
    } else if minute.is_some() {
        1.minute()
    } else {
        1.hour()
    };
    let mut edtf = format!("{}T{hour:02}", Place::Day(day).edtf());
    if let Some(minute) = minute {
        edtf += &format!(":{minute:02}");
    }
    if let Some(second) = second {
        edtf += &format!(":{second:02}");
    }
    edtf += &zone::suffix(zone, at);
    Some((edtf, at, at.checked_add(step).ok()?))
}

/// What TIMEX3 puts behind a day for its time of day.
fn part_suffix(clock: Option<Clock>) -> String {
    match clock {
        None => String::new(),
        Some(Clock::At { hour, minute, second, zone }) => {
            let mut out = format!("T{hour:02}:{:02}", minute.unwrap_or(0));
            if let Some(second) = second {
                out += &format!(":{second:02}");
            }
            if zone == Zone::Offset(0) && second.is_some() {
                out.push('Z');
            }
            out
        }
        Some(Clock::Part(part)) => match part {
            Part::Morning => "TMO",
            Part::Noon | Part::Midday => "T12:00",
            Part::Afternoon => "TAF",
            Part::Evening => "TEV",
            Part::Night => "TNI",
            Part::Midnight => "T24:00",
            Part::Dawn => "TDA",
        }
        .to_owned(),
    }
}

/// TIMEX3 duration: `P4Y`, `PT5H30M`, `PXD`. Decades and centuries are written in years.
pub(super) fn length(count: Option<f64>, unit: Unit) -> String {
    let (time, letter, by) = match unit {
        Unit::Second => ("T", 'S', 1.0),
        Unit::Minute => ("T", 'M', 1.0),
        Unit::Hour => ("T", 'H', 1.0),
        Unit::Day => ("", 'D', 1.0),
        Unit::Week => ("", 'W', 1.0),
        Unit::Month => ("", 'M', 1.0),
        Unit::Quarter => ("", 'Q', 1.0),
        Unit::Year => ("", 'Y', 1.0),
        Unit::Decade => ("", 'Y', 10.0),
        Unit::Century => ("", 'Y', 100.0),
    };
    let Some(count) = count else {
        let letter = match unit {
            Unit::Decade => 'E',
            Unit::Century => 'C',
            _ => letter,
        };
        return format!("P{time}X{letter}");
    };
    let count = count * by;
    let rest = count.fract();
    let smaller = match unit {
        Unit::Year => Some((rest * 12.0, 'M')),
        Unit::Hour => Some((rest * 60.0, 'M')),
        Unit::Minute => Some((rest * 60.0, 'S')),
        _ => None,
    };
    match smaller {
        Some((part, small)) if rest > 0.0 && (part - part.round()).abs() < 1e-9 => {
            let whole = if count >= 1.0 { format!("{}{letter}", count.trunc()) } else { String::new() };
            format!("P{time}{whole}{}{small}", part.round())
        }
        _ => format!("P{time}{count}{letter}"),
    }
}
