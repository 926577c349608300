//! What stands behind a number: per cent, money, measures, lengths of time.

use super::scan::Scan;
use crate::language::number::QuantityKind;
use crate::language::time::meaning::Unit as Clockwork;

/// A unit that was read.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Unit {
    pub(super) kind: QuantityKind,
    pub(super) name: &'static str,
    /// How many of the normal unit the word stands for.
    pub(super) by: f64,
    pub(super) end: usize,
}

/// The unit that stands at `at`, `de` before it left out: `millones de euros`.
pub(super) fn read(s: &Scan, at: usize) -> Option<Unit> {
    let unit = |kind, name, end| Some(Unit { kind, name, by: 1.0, end });
    if s.word(at) == "%" {
        return unit(QuantityKind::Percent, "percent", at + 1);
    }
    if let Some(end) = s.past(at, "por ciento") {
        return unit(QuantityKind::Percent, "percent", end);
    }
    if let Some(end) = s.past(at, "puntos porcentuales") {
        return unit(QuantityKind::Percent, "percentage point", end);
    }
    let at = if s.word(at) == "de" { at + 1 } else { at };
    if let Some((name, end)) = money(s, at) {
        return unit(QuantityKind::Money, name, end);
    }
    if let Some((name, end)) = measure(s, at) {
        return unit(QuantityKind::Measure, name, end);
    }
    let (of, by) = span(s.word(at))?;
    let name = match of {
        Clockwork::Second => "second",
        Clockwork::Minute => "minute",
        Clockwork::Hour => "hour",
        Clockwork::Day => "day",
        Clockwork::Week => "week",
        Clockwork::Month => "month",
        Clockwork::Year => "year",
        Clockwork::Decade => {
            return Some(Unit { kind: QuantityKind::Duration, name: "year", by: 10.0 * by, end: at + 1 });
        }
        Clockwork::Century => {
            return Some(Unit { kind: QuantityKind::Duration, name: "year", by: 100.0 * by, end: at + 1 });
        }
        Clockwork::Quarter => {
            return Some(Unit { kind: QuantityKind::Duration, name: "month", by: 3.0 * by, end: at + 1 });
        }
    };
    Some(Unit { kind: QuantityKind::Duration, name, by, end: at + 1 })
}

/// A unit of time and how many of it the word counts.
pub(super) fn span(word: &str) -> Option<(Clockwork, f64)> {
    Some(match word {
        "segundos" => (Clockwork::Second, 1.0),
        "minuto" | "minutos" => (Clockwork::Minute, 1.0),
        "hora" | "horas" => (Clockwork::Hour, 1.0),
        "día" | "días" | "jornada" | "jornadas" => (Clockwork::Day, 1.0),
        "semana" | "semanas" => (Clockwork::Week, 1.0),
        "quincena" => (Clockwork::Week, 2.0),
        "mes" | "meses" => (Clockwork::Month, 1.0),
        "trimestre" | "trimestres" => (Clockwork::Quarter, 1.0),
        "semestre" | "semestres" => (Clockwork::Month, 6.0),
        "año" | "años" => (Clockwork::Year, 1.0),
        "década" | "décadas" => (Clockwork::Decade, 1.0),
        "siglo" | "siglos" => (Clockwork::Century, 1.0),
        _ => return None,
    })
}

/// ISO 4217 code of the currency named at `at`, and one past it: `euros`, `dólares estadounidenses`, `pesos mexicanos`.
fn money(s: &Scan, at: usize) -> Option<(&'static str, usize)> {
    let stem = |i: usize| s.word(i).trim_end_matches('s').trim_end_matches(['o', 'a', 'e']);
    let nation = |pairs: &[(&str, &'static str)]| {
        pairs.iter().find(|(word, _)| *word == stem(at + 1)).map(|(_, code)| (*code, at + 2))
    };
    match s.word(at) {
        "€" => Some(("EUR", at + 1)),
        "$" => Some(("USD", at + 1)),
        "£" => Some(("GBP", at + 1)),
        "euro" | "euros" => Some(("EUR", at + 1)),
        "dólar" | "dólares" => Some(
            nation(&[
                ("estadounidens", "USD"),
                ("norteamerican", "USD"),
                ("canadiens", "CAD"),
                ("australian", "AUD"),
            ])
            .unwrap_or(("USD", at + 1)),
        ),
        "libra" | "libras" => {
            Some(nation(&[("esterlin", "GBP"), ("egipci", "EGP")]).unwrap_or(("GBP", at + 1)))
        }
        "peso" | "pesos" => nation(&[
            ("mexican", "MXN"),
            ("argentin", "ARS"),
            ("chilen", "CLP"),
            ("colombian", "COP"),
            ("uruguay", "UYU"),
            ("cuban", "CUP"),
            ("dominican", "DOP"),
        ])
        .or(Some(("peso", at + 1))),
        "yen" | "yenes" => Some(("JPY", at + 1)),
        "yuan" | "yuanes" => Some(("CNY", at + 1)),
        "rublo" | "rublos" => Some(("RUB", at + 1)),
        "rupia" | "rupias" => Some(("INR", at + 1)),
        "sol" | "soles" if s.word(at) == "soles" => Some(("PEN", at + 1)),
        "bolívar" | "bolívares" => Some(("VES", at + 1)),
        "guaraní" | "guaraníes" if s.word(at) == "guaraníes" => Some(("PYG", at + 1)),
        "quetzal" | "quetzales" => Some(("GTQ", at + 1)),
        "lempira" | "lempiras" => Some(("HNL", at + 1)),
        "franco" | "francos" => Some(("CHF", at + 1)),
        _ => None,
    }
}

/// The code of a sign or code that stands before a number, and one past it: `$`, `US$`, `€`, `USD`.
pub(super) fn money_before(s: &Scan, at: usize) -> Option<(&'static str, usize)> {
    if matches!(s.raw(at), "US" | "USD" | "U") && s.word(at + 1) == "$" && s.glued(at + 1) {
        return Some(("USD", at + 2));
    }
    let code = match s.raw(at) {
        "$" | "USD" => "USD",
        "€" | "EUR" => "EUR",
        "£" | "GBP" => "GBP",
        "¥" => "JPY",
        "MXN" => "MXN",
        _ => return None,
    };
    s.is_digits(at + 1).then_some((code, at + 1))
}

fn measure(s: &Scan, at: usize) -> Option<(&'static str, usize)> {
    let squared = |name: &'static str, square: &'static str, cubic: &'static str| {
        let word = s.word(at + 1);
        if word.starts_with("cuadrad") {
            (square, at + 2)
        } else if word.starts_with("cúbic") {
            (cubic, at + 2)
        } else {
            (name, at + 1)
        }
    };
    Some(match s.word(at) {
        "km" | "kilómetro" | "kilómetros" => match s.past_any(at + 1, &["por hora", "/ h"]) {
            Some(end) => ("km/h", end),
            None => squared("km", "square km", "cubic km"),
        },
        "m" | "metro" | "metros" => squared("metre", "square metre", "cubic metre"),
        "cm" | "centímetro" | "centímetros" => ("cm", at + 1),
        "mm" | "milímetro" | "milímetros" => ("mm", at + 1),
        "milla" | "millas" => ("mile", at + 1 + usize::from(s.word(at + 1).starts_with("náutica"))),
        "pie" | "pies" => ("foot", at + 1),
        "hectárea" | "hectáreas" | "ha" => ("hectare", at + 1),
        "tonelada" | "toneladas" => ("tonne", at + 1),
        "kg" | "kilo" | "kilos" | "kilogramo" | "kilogramos" => ("kg", at + 1),
        "gramo" | "gramos" => ("gram", at + 1),
        "litro" | "litros" => ("litre", at + 1),
        "grado" | "grados" => match s.word(at + 1) {
            "celsius" | "centígrados" => ("celsius", at + 2),
            _ => {
                s.past(at + 1, "en la escala de richter").map_or(("degree", at + 1), |end| ("magnitude", end))
            }
        },
        "megavatio" | "megavatios" | "mw" => ("MW", at + 1),
        "gb" | "gigabytes" => ("GB", at + 1),
        "mb" | "megabytes" => ("MB", at + 1),
        _ => return None,
    })
}
