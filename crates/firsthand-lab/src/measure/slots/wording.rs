//! Numbers and days in the ways reports write them.

use jiff::civil::Date;

/// `6,987`, `2.4`.
pub(super) fn figures(n: f64) -> String {
    if n.fract() != 0.0 {
        return format!("{n}");
    }
    let digits = format!("{n:.0}");
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

const ONES: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 10] =
    ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// In words, up to ninety-nine: `two dozen`, `seventeen`.
pub(super) fn words(n: f64) -> Option<String> {
    if n.fract() != 0.0 || !(2.0..100.0).contains(&n) {
        return None;
    }
    let n = n as usize;
    Some(match n {
        12 => "a dozen".to_owned(),
        24 => "two dozen".to_owned(),
        n if n < 20 => ONES[n].to_owned(),
        n if n % 10 == 0 => TENS[n / 10].to_owned(),
        n => format!("{}-{}", TENS[n / 10], ONES[n % 10]),
    })
}

/// Rounded to two figures where that changes it, with the word for it: `around 7,000` of 6,987.
pub(super) fn rounded(n: f64) -> Option<String> {
    let step = if n >= 100.0 { 10f64.powf(n.log10().floor() - 1.0) } else { 10.0 };
    let near = (n / step).round() * step;
    (n >= 11.0 && near != n && (near - n).abs() <= n / 12.0).then(|| {
        let word = if near > n { "nearly" } else { "around" };
        format!("{word} {}", figures(near))
    })
}

/// A lower end that holds: `at least 22` of 24.
pub(super) fn at_least(n: f64) -> Option<String> {
    (n.fract() == 0.0 && n >= 5.0).then(|| format!("at least {}", figures((n * 0.9).floor().min(n - 1.0))))
}

/// A round number below it: `more than 20` of 24.
pub(super) fn more_than(n: f64) -> Option<String> {
    let step = if n >= 100.0 { 10f64.powf(n.log10().floor()) } else { 10.0 };
    let below = (n / step).floor() * step;
    (n.fract() == 0.0 && n > 10.0 && below < n).then(|| format!("more than {}", figures(below)))
}

/// Another number, larger, that no rounding explains.
pub(super) fn larger(n: f64) -> f64 {
    match n {
        n if n.fract() != 0.0 => ((n + 0.9) * 10.0).round() / 10.0,
        n if n < 10.0 => n + 2.0,
        n if n < 100.0 => (n * 1.3).round() + 1.0,
        n => (n * 1.37).round(),
    }
}

/// Another number, smaller, that no rounding explains; none of less than two.
pub(super) fn smaller(n: f64) -> Option<f64> {
    let other = match n {
        n if n.fract() != 0.0 => ((n - 0.7) * 10.0).round() / 10.0,
        n if n < 10.0 => n - 1.0,
        n if n < 100.0 => (n * 0.7).round() - 1.0,
        n => (n * 0.61).round(),
    };
    (other >= 1.1 && other < n).then_some(other)
}

/// `on Tuesday`.
pub(super) fn weekday(day: Date) -> String {
    day.strftime("on %A").to_string()
}

/// `March`.
pub(super) fn month(day: Date) -> String {
    day.strftime("%B").to_string()
}

/// `on 4 March`.
pub(super) fn date(day: Date) -> String {
    format!("on {} {}", day.day(), month(day))
}
