//! Years and stretches of them: `2010`, `siglo XX`, `años noventa`, `tercer trimestre de 2009`, `verano pasado`.

use super::day::trailing;
use super::numeral;
use super::scan::Scan;
use super::time::Read;
use crate::language::time::meaning::{Meaning, Pick, Season, Stretch};

/// `de 2024`, `del 2024`, `del año 2024`, ` 2024`, `, 2024`.
pub(super) fn year_behind(s: &Scan, end: usize) -> Option<(i16, usize)> {
    let at = match s.word(end) {
        "de" | "del" if s.word(end + 1) == "año" => end + 2,
        "de" | "del" | "," => end + 1,
        _ => end,
    };
    let year = four(s, at)?;
    Some((year, at + 1))
}

/// A year in four digits that belongs to no code.
fn four(s: &Scan, i: usize) -> Option<i16> {
    let (value, digits) = s.plain(i)?;
    let free = !s.glued(i + 1) || !s.is_word(i + 1) && !matches!(s.word(i + 1), "%" | "-" | "€" | "$");
    let span = matches!(s.word(i + 1), "-" | "–") && s.plain(i + 2).is_some_and(|(_, n)| n == 2 || n == 4);
    (digits == 4 && (1000..2200).contains(&value) && (free || span)).then(|| i16::try_from(value).ok())?
}

/// `tercer trimestre de 2009`, `primera mitad de 2010`, `verano pasado`.
pub(super) fn stretch(s: &Scan, at: usize, pick: Pick) -> Option<Read> {
    let season = match s.word(at) {
        "primavera" => Some(Season::Spring),
        "verano" => Some(Season::Summer),
        "otoño" => Some(Season::Autumn),
        "invierno" => Some(Season::Winter),
        _ => None,
    };
    let (stretch, end) = match season {
        Some(season) => (Stretch::Season(season), at + 1),
        None => {
            let (n, end) = numeral::ordinal(s, at)?;
            let n = n as i8;
            match s.word(end) {
                "trimestre" if n <= 4 => (Stretch::Quarter(n), end + 1),
                "semestre" | "mitad" if n <= 2 => (Stretch::Half(n), end + 1),
                _ => return None,
            }
        }
    };
    let (year, end) = year_behind(s, end).map_or((None, end), |(y, e)| (Some(y), e));
    let half = matches!(stretch, Stretch::Half(_)) && s.word(end - 1) == "mitad";
    let (pick, end) = if year.is_none() { trailing(s, end, pick) } else { (pick, end) };
    (!half).then(|| Read::new(end, Meaning::Stretch { year, stretch, pick }))
}

pub(super) fn year(s: &Scan, i: usize) -> Option<Read> {
    if s.word(i) == "año" {
        return four(s, i + 1).map(|y| Read::new(i + 2, Meaning::Year(y)));
    }
    let year = four(s, i)?;
    let led = matches!(
        s.before(i, 1),
        "en" | "de"
            | "del"
            | "desde"
            | "hasta"
            | "para"
            | "entre"
            | "hacia"
            | "durante"
            | "y"
            | "("
            | "a"
            | "el"
            | "-"
            | "–"
            | "partir"
    );
    let things = s.is_word(i + 1) && s.word(i + 1).ends_with('s') && s.word(i + 1).len() > 4;
    (led && (1500..2200).contains(&year) && !things && !s.glued(i)
        || led && matches!(s.before(i, 1), "(" | "-" | "–"))
    .then(|| Read::new(i + 1, Meaning::Year(year)))
}

/// `años noventa`, `años 90`, `década de 1990`, `década de los noventa`.
pub(super) fn decade(s: &Scan, i: usize) -> Option<Read> {
    let at = s.past_any(i, &["década de los años", "década de los", "década del", "década de", "años"])?;
    if let Some(year) = four(s, at).filter(|_| s.word(i) == "década") {
        return Some(Read::new(at + 1, Meaning::Decade(year / 10)));
    }
    let tens = match (s.plain(at), s.word(at)) {
        (Some((n, 2)), _) if n % 10 == 0 => i16::try_from(n / 10).ok()?,
        (_, "veinte") => 2,
        (_, "treinta") => 3,
        (_, "cuarenta") => 4,
        (_, "cincuenta") => 5,
        (_, "sesenta") => 6,
        (_, "setenta") => 7,
        (_, "ochenta") => 8,
        (_, "noventa") => 9,
        _ => return None,
    };
    let free = s.word(i) == "década" || matches!(s.before(i, 1), "los");
    (free && !(s.is_word(at + 1) && s.word(at + 1) == "y"))
        .then(|| Read::new(at + 1, Meaning::Decade(190 + tens)))
}

/// `siglo XX`.
pub(super) fn century(s: &Scan, i: usize) -> Option<Read> {
    if s.word(i) != "siglo" {
        return None;
    }
    let value = |c: char| match c {
        'I' => Some(1),
        'V' => Some(5),
        'X' => Some(10),
        _ => None,
    };
    let digits: Vec<i16> = s.raw(i + 1).chars().map(value).collect::<Option<_>>()?;
    let sum: i16 = digits
        .iter()
        .enumerate()
        .map(|(n, d)| if digits.get(n + 1).is_some_and(|next| next > d) { -d } else { *d })
        .sum();
    (1..=21).contains(&sum).then(|| Read::new(i + 2, Meaning::Century(sum - 1)))
}
