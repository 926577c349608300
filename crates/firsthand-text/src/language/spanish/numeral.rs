//! Numerals: `1.234,5`, `3,5 millones`, `veintitrés`, `doscientos mil`, `dos docenas`, `medio millón`.

use super::scan::Scan;

/// A numeral that was read.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Numeral {
    pub(super) value: f64,
    /// One past its last lexeme.
    pub(super) end: usize,
    /// Whether it is written in digits.
    pub(super) digits: bool,
    /// Whether a word of scale (`millones`, `docenas`) stands in it.
    pub(super) scaled: bool,
}

/// The value of a number in digits. Points part thousands and commas decimals, or the other way round where only that
/// makes sense: `1.234,5`, `1,234.5`; one mark with three digits behind it parts thousands unless a zero stands before it.
pub(super) fn digits(raw: &str) -> Option<f64> {
    let last = raw.rfind(['.', ',']);
    let plain = |s: &str| s.chars().filter(char::is_ascii_digit).collect::<String>().parse::<f64>().ok();
    let Some(at) = last else { return plain(raw) };
    let (head, tail) = (&raw[..at], &raw[at + 1..]);
    let mark = raw.as_bytes()[at] as char;
    let marks = raw.matches(['.', ',']).count();
    let other = head.contains(if mark == '.' { ',' } else { '.' });
    let groups = head.split(['.', ',']).skip(1).all(|g| g.len() == 3) && tail.len() == 3;
    if groups && !other && head.len() <= 3 + 4 * (marks - 1) && !head.starts_with('0') {
        return plain(raw);
    }
    // two points and no groups of three: a date, a version
    if marks > 1 && !other {
        return None;
    }
    format!("{}.{tail}", head.replace(['.', ','], "")).parse().ok()
}

/// The numeral that begins at `at`.
pub(super) fn read(s: &Scan, at: usize) -> Option<Numeral> {
    let base = if s.is_digits(at) { in_digits(s, at) } else { in_words(s, at) };
    let Some(base) = base else { return collective(s, at) };
    Some(scaled(s, base))
}

fn in_digits(s: &Scan, at: usize) -> Option<Numeral> {
    let comma = s.word(at + 1) == "," && s.glued(at + 1) && s.is_digits(at + 2) && s.glued(at + 2);
    let decimals = comma && !s.raw(at + 2).contains([',']) && !s.raw(at).contains(',');
    if decimals {
        let value = digits(&format!("{},{}", s.raw(at), s.raw(at + 2)))?;
        return Some(Numeral { value, end: at + 3, digits: true, scaled: false });
    }
    let mut value = digits(s.raw(at))?;
    let mut end = at + 1;
    // `17 446`: groups of three behind a blank
    while s.raw(at).len() <= 3 && s.plain(end).is_some_and(|(_, n)| n == 3) && !s.glued(end) {
        let gap = s.lexemes.text.get(s.lexemes.span(end - 1, end).end..s.lexemes.span(end, end + 1).start);
        if !matches!(gap, Some("\u{a0}" | "\u{202f}" | "\u{2009}")) && s.raw(end) != "000" {
            break;
        }
        value = value * 1e3 + s.plain(end).map_or(0.0, |(n, _)| f64::from(n));
        end += 1;
    }
    Some(Numeral { value, end, digits: true, scaled: false })
}

/// `3,5 millones`, `600 mil`, `dos docenas`, `dos millones y medio`.
fn scaled(s: &Scan, mut base: Numeral) -> Numeral {
    let first = base.end;
    while let Some(by) = scale(s.word(base.end)).filter(|by| base.end == first || *by > 1e3) {
        base = Numeral { value: base.value * by, end: base.end + 1, scaled: true, ..base };
        if by < 1e3 {
            break;
        }
        if base.digits || by < 1e6 {
            continue;
        }
        if let Some(rest) = in_words(s, base.end).filter(|r| r.value < by && r.end > base.end) {
            base = Numeral { value: base.value + rest.value, end: rest.end, ..base };
        }
    }
    if base.scaled && s.past(base.end, "y medio").is_some() {
        let unit = scale(s.word(base.end - 1)).unwrap_or(0.0);
        return Numeral { value: base.value + unit / 2.0, end: base.end + 2, ..base };
    }
    base
}

/// Words that count by themselves behind a numeral.
fn scale(word: &str) -> Option<f64> {
    Some(match word {
        "mil" => 1e3,
        "millón" | "millon" | "millones" => 1e6,
        "billón" | "billones" => 1e12,
        "docena" | "docenas" => 12.0,
        "decena" | "decenas" => 10.0,
        "veintena" => 20.0,
        "centenar" | "centenares" => 100.0,
        "millar" | "millares" => 1e3,
        _ => return None,
    })
}

/// `un millón`, `una docena`, `medio millón`, `media docena`, `un centenar`.
fn collective(s: &Scan, at: usize) -> Option<Numeral> {
    let by = scale(s.word(at + 1)).filter(|by| *by != 1e3 || s.word(at + 1) == "millar");
    let one = match s.word(at) {
        "un" | "una" => 1.0,
        "medio" | "media" => 0.5,
        _ => return None,
    };
    let by = by?;
    let mut end = at + 2;
    let mut value = one * by;
    if one == 1.0 && by >= 1e6 && s.past(end, "y medio").is_some() {
        value += by / 2.0;
        end += 2;
    }
    if let Some(rest) = in_words(s, end).filter(|r| by >= 1e6 && r.value < by) {
        value += rest.value;
        end = rest.end;
    }
    Some(Numeral { value, end, digits: false, scaled: true })
}

/// Words below a million: `treinta y dos`, `ciento cinco`, `doscientos mil`.
fn in_words(s: &Scan, at: usize) -> Option<Numeral> {
    let (mut value, mut end) = match below_thousand(s, at) {
        Some((n, end)) => (n, end),
        None if s.word(at) == "mil" => (1.0, at),
        None => return None,
    };
    if s.word(end) == "mil" {
        value *= 1e3;
        end += 1;
        if let Some((rest, after)) = below_thousand(s, end) {
            value += rest;
            end = after;
        }
    }
    Some(Numeral { value, end, digits: false, scaled: false })
}

fn below_thousand(s: &Scan, at: usize) -> Option<(f64, usize)> {
    let mut end = at;
    let mut value = 0.0;
    if let Some(n) = hundreds(s.word(end)) {
        value = n;
        end += 1;
    }
    if let Some(n) = small(s.word(end)) {
        value += n;
        end += 1;
        if (30.0..100.0).contains(&n)
            && s.word(end) == "y"
            && let Some(ones) = small(s.word(end + 1)).or_else(|| one(s.word(end + 1))).filter(|n| *n < 10.0)
        {
            value += ones;
            end += 2;
        }
    }
    (end > at).then_some((value, end))
}

fn one(word: &str) -> Option<f64> {
    matches!(word, "uno" | "un" | "una").then_some(1.0)
}

fn hundreds(word: &str) -> Option<f64> {
    Some(match word {
        "cien" | "ciento" => 100.0,
        "doscientos" | "doscientas" => 200.0,
        "trescientos" | "trescientas" => 300.0,
        "cuatrocientos" | "cuatrocientas" => 400.0,
        "quinientos" | "quinientas" => 500.0,
        "seiscientos" | "seiscientas" => 600.0,
        "setecientos" | "setecientas" => 700.0,
        "ochocientos" | "ochocientas" => 800.0,
        "novecientos" | "novecientas" => 900.0,
        _ => return None,
    })
}

/// `dos` to `noventa`; `un` and `una` are articles as often and are none.
fn small(word: &str) -> Option<f64> {
    const WORDS: [&str; 29] = [
        "cero",
        "uno",
        "dos",
        "tres",
        "cuatro",
        "cinco",
        "seis",
        "siete",
        "ocho",
        "nueve",
        "diez",
        "once",
        "doce",
        "trece",
        "catorce",
        "quince",
        "dieciséis",
        "diecisiete",
        "dieciocho",
        "diecinueve",
        "veinte",
        "veintiuno",
        "veintidós",
        "veintitrés",
        "veinticuatro",
        "veinticinco",
        "veintiséis",
        "veintisiete",
        "veintiocho",
    ];
    if let Some(n) = WORDS.iter().position(|w| *w == word).filter(|n| *n != 1) {
        return Some(n as f64);
    }
    Some(match word {
        "veintiún" | "veintiuna" => 21.0,
        "veintinueve" => 29.0,
        "treinta" => 30.0,
        "cuarenta" => 40.0,
        "cincuenta" => 50.0,
        "sesenta" => 60.0,
        "setenta" => 70.0,
        "ochenta" => 80.0,
        "noventa" => 90.0,
        _ => return None,
    })
}

/// `primero`, `segunda`, `tercer`; also `5.º` and `2ª`. Gives value and one past the last lexeme.
pub(super) fn ordinal(s: &Scan, at: usize) -> Option<(f64, usize)> {
    if let Some((value, _)) = s.plain(at) {
        let point = usize::from(s.word(at + 1) == "." && s.glued(at + 1));
        let mark = at + 1 + point;
        let raised = matches!(s.raw(mark), "º" | "ª" | "°") && s.glued(mark);
        return raised.then_some((f64::from(value), mark + 1));
    }
    let stems = ["primer", "segund", "tercer", "cuart", "quint", "sext", "séptim", "octav", "noven", "décim"];
    let word = s.word(at);
    let bare = word.trim_end_matches('s').trim_end_matches(['o', 'a']);
    let found = stems.iter().position(|stem| *stem == bare)?;
    // `segundos` are a unit of time, `cuarto` a room; `primeros pasos` count nothing
    let plural = word.ends_with('s');
    (!plural && !matches!(word, "cuarto" | "quinta" | "tercera" if s.capital(at)))
        .then_some((found as f64 + 1.0, at + 1))
}
