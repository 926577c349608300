//! Units of measure and of money, and their normal names.

use super::QuantityKind;
use super::currency::currency_words;
use super::lexeme::{Kind, Lexemes};

/// A unit that was read.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Unit {
    /// What kind of quantity it makes.
    pub(crate) kind: QuantityKind,
    /// Its normal name.
    pub(crate) name: String,
    /// By what the number is multiplied (`four decades` are 40 years).
    pub(crate) by: f64,
    /// One past its last lexeme.
    pub(crate) end: usize,
}

/// Whether a unit of measure, of time or a percent sign stands here.
pub(crate) fn follows(lexemes: &Lexemes, at: usize, to: usize) -> bool {
    at < to && (read(lexemes, at, to, false).is_some())
}

pub(super) fn unit(kind: QuantityKind, name: &str, end: usize) -> Option<Unit> {
    Some(Unit { kind, name: name.to_owned(), by: 1.0, end })
}

/// The unit that stands at `at`, where a number was read before it. `scaled`: the number ends with `million` or its like.
pub(crate) fn read(lexemes: &Lexemes, at: usize, to: usize, scaled: bool) -> Option<Unit> {
    // `5.6-magnitude`, also as `5.6 -magnitude`
    let mark = matches!(lexemes.word(at), "-" | "‐" | "‑" | "–");
    let hyphen = mark && (lexemes.glued(at) || lexemes.glued(at + 1) && lexemes.word(at + 1) == "magnitude");
    let at = if hyphen { at + 1 } else { at };
    if at >= to {
        return None;
    }
    let word = lexemes.word(at);
    let next = if at + 1 < to { lexemes.word(at + 1) } else { "" };
    match (word, next) {
        ("%", _) => return unit(QuantityKind::Percent, "percent", at + 1),
        ("percentage", "point" | "points") => return unit(QuantityKind::Percent, "percentage point", at + 2),
        ("percent" | "pct", _) => return unit(QuantityKind::Percent, "percent", at + 1),
        ("pc", _) if lexemes.glued(at) => return unit(QuantityKind::Percent, "percent", at + 1),
        ("per", "cent") => return unit(QuantityKind::Percent, "percent", at + 2),
        ("basis", "point" | "points") => return unit(QuantityKind::Measure, "basis point", at + 2),
        ("light", "year" | "years") => return unit(QuantityKind::Measure, "light-year", at + 2),
        ("square" | "sq" | "cubic", _) => {
            let at = if next == "." { at + 2 } else { at + 1 };
            let base = length(lexemes.word(at)).filter(|_| at < to)?;
            let name = format!("{} {base}", if word == "cubic" { "cubic" } else { "square" });
            return Some(Unit { kind: QuantityKind::Measure, name, by: 1.0, end: at + 1 });
        }
        ("degree" | "degrees" | "°", _) => {
            let (name, end) = match next {
                "celsius" | "centigrade" | "c" => ("celsius", at + 2),
                "fahrenheit" | "f" => ("fahrenheit", at + 2),
                "on" if lexemes.word(at + 3) == "richter" => ("magnitude", at + 5),
                _ => ("degree", at + 1),
            };
            return unit(QuantityKind::Measure, name, end.min(to));
        }
        ("miles" | "kilometres" | "kilometers", "per") | ("km", "per") if lexemes.word(at + 2) == "hour" => {
            let name = if word == "miles" { "mph" } else { "km/h" };
            return unit(QuantityKind::Measure, name, at + 3);
        }
        ("km" | "kph", "/") if lexemes.word(at + 2) == "h" => {
            return unit(QuantityKind::Measure, "km/h", at + 3);
        }
        ("miles", "an") if lexemes.word(at + 2) == "hour" => {
            return unit(QuantityKind::Measure, "mph", at + 3);
        }
        ("magnitude" | "richter", _) if lexemes.is(at, Kind::Word) => {
            return unit(QuantityKind::Measure, "magnitude", at + 1);
        }
        _ => {}
    }
    if let Some((name, by)) = duration(word) {
        // `20m`, `5s` behind digits are no lengths of time.
        return Some(Unit { kind: QuantityKind::Duration, name: name.to_owned(), by, end: at + 1 });
    }
    if let Some(currency) = currency_words(lexemes, at, to, scaled) {
        return Some(currency);
    }
    if hyphen && word.len() < 2 {
        return None;
    }
    length(word)
        .or_else(|| measure(lexemes.raw(at), word))
        .filter(|_| word.len() > 1 || lexemes.glued(at))
        .and_then(|name| unit(QuantityKind::Measure, name, at + 1))
}

/// Normal name of a unit of time, and how many of it the word counts.
pub(crate) fn duration(word: &str) -> Option<(&'static str, f64)> {
    Some(match word {
        "second" | "seconds" | "secs" => ("second", 1.0),
        "minute" | "minutes" | "mins" => ("minute", 1.0),
        "hour" | "hours" | "hrs" => ("hour", 1.0),
        "day" | "days" => ("day", 1.0),
        "week" | "weeks" => ("week", 1.0),
        "fortnight" | "fortnights" => ("week", 2.0),
        "month" | "months" => ("month", 1.0),
        "year" | "years" | "yr" | "yrs" => ("year", 1.0),
        "decade" | "decades" => ("year", 10.0),
        "century" | "centuries" => ("year", 100.0),
        _ => return None,
    })
}

fn length(word: &str) -> Option<&'static str> {
    Some(match word {
        "km" | "kms" | "kilometre" | "kilometres" | "kilometer" | "kilometers" => "km",
        "m" | "metre" | "metres" | "meter" | "meters" => "metre",
        "cm" | "centimetre" | "centimetres" | "centimeter" | "centimeters" => "cm",
        "mm" | "millimetre" | "millimetres" | "millimeter" | "millimeters" => "mm",
        "mile" | "miles" => "mile",
        "yard" | "yards" => "yard",
        "foot" | "feet" | "ft" => "foot",
        "inch" | "inches" => "inch",
        _ => return None,
    })
}

fn measure(raw: &str, word: &str) -> Option<&'static str> {
    Some(match word {
        "kg" | "kgs" | "kilo" | "kilos" | "kilogram" | "kilograms" | "kilogramme" | "kilogrammes" => "kg",
        "gram" | "grams" | "gramme" | "grammes" => "gram",
        "mg" | "milligram" | "milligrams" => "mg",
        "tonne" | "tonnes" => "tonne",
        "ton" | "tons" => "ton",
        "kiloton" | "kilotons" => "kiloton",
        "lb" | "lbs" => "lb",
        "ounce" | "ounces" | "oz" => "ounce",
        "litre" | "litres" | "liter" | "liters" => "litre",
        "ml" | "millilitre" | "millilitres" => "ml",
        "gallon" | "gallons" => "gallon",
        "acre" | "acres" => "acre",
        "hectare" | "hectares" | "ha" => "hectare",
        "sqm" => "square metre",
        "nautical" => return None,
        "knot" | "knots" => "knot",
        "mph" => "mph",
        "kph" | "kmh" => "km/h",
        "mpg" => "mpg",
        "celsius" | "centigrade" => "celsius",
        "fahrenheit" => "fahrenheit",
        "watt" | "watts" => "watt",
        "kilowatt" | "kilowatts" | "kw" => "kW",
        "megawatt" | "megawatts" | "mw" => "MW",
        "gigawatt" | "gigawatts" | "gw" => "GW",
        "kwh" => "kWh",
        "mwh" => "MWh",
        "volt" | "volts" => "volt",
        "hz" | "hertz" => "hertz",
        "mhz" | "megahertz" => "MHz",
        "ghz" | "gigahertz" => "GHz",
        "decibel" | "decibels" => "decibel",
        "calorie" | "calories" => "calorie",
        "kb" | "kilobyte" | "kilobytes" => "kB",
        "mb" | "megabyte" | "megabytes" => "MB",
        "gb" | "gigabyte" | "gigabytes" => "GB",
        "tb" | "terabyte" | "terabytes" => "TB",
        "caliber" | "calibre" => "calibre",
        _ => {
            return match raw {
                "W" => Some("watt"),
                "V" => Some("volt"),
                "C" => Some("celsius"),
                "F" => Some("fahrenheit"),
                "g" => Some("gram"),
                "L" | "l" => Some("litre"),
                _ => None,
            };
        }
    })
}

/// `a barrel`, `per gallon`, `an hour`, `/month` behind an amount: the normal noun and one past it.
pub(crate) fn per(lexemes: &Lexemes, at: usize, to: usize) -> Option<(String, usize)> {
    let hyphen = usize::from(lexemes.word(at) == "-" && lexemes.glued(at));
    let at = at + hyphen;
    let sure = match lexemes.word(at) {
        "per" | "each" => true,
        "/" if lexemes.glued(at) => true,
        "a" | "an" => false,
        _ => return None,
    };
    let noun = at + 1 + usize::from(lexemes.word(at + 1) == "-" && lexemes.glued(at + 1));
    if noun >= to || !lexemes.is(noun, Kind::Word) {
        return None;
    }
    let word = lexemes.word(noun);
    let usual = matches!(
        word,
        "barrel"
            | "gallon"
            | "ounce"
            | "share"
            | "tonne"
            | "ton"
            | "litre"
            | "liter"
            | "kilo"
            | "kilogram"
            | "kg"
            | "gram"
            | "year"
            | "month"
            | "week"
            | "day"
            | "hour"
            | "minute"
            | "second"
            | "head"
            | "person"
            | "night"
            | "pound"
            | "piece"
            | "acre"
            | "mile"
            | "bushel"
            | "century"
            | "kilometre"
            | "kilometer"
            | "km"
            | "megawatt"
            | "unit"
            | "square"
    );
    (usual || sure && lexemes.word(at) == "per" && word != "cent").then(|| (word.to_owned(), noun + 1))
}
