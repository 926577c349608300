//! Absolute dates as pages print them: `Published: 12:00, 5 March 2031`, `May 9, 2033 / 11:25 AM`, `9. Mai 2033`.
//!
//! Only what is whole is read: day, month and a year of four digits. `03/04/2024` is read only where it cannot be
//! taken the other way; a zone is kept only where its offset is beyond doubt (CDT is, IST and ET are not).

mod scan;

use super::line::fold;
use crate::Span;
use jiff::civil::Date;
use scan::{Kind, Token, tokens};
use std::collections::HashMap;
use std::sync::LazyLock;

/// One date in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Printed {
    /// EDTF at the precision printed, with the zone printed.
    pub(super) value: String,
    /// The day.
    pub(super) day: Date,
    /// Where date and time stand.
    pub(super) span: Span,
}

/// The longest text in which dates are looked for: byte count of a long line of a page's head.
const LONGEST: usize = 2000;

/// All dates of a text, in order.
pub(super) fn days(text: &str) -> Vec<Printed> {
    if text.len() > LONGEST || !text.bytes().any(|b| b.is_ascii_digit()) {
        return Vec::new();
    }
    let tokens = tokens(text);
    let clocks = clocks(&tokens, text);
    let (mut found, mut at) = (Vec::new(), 0);
    while at < tokens.len() {
        let Some((day, next)) = tokens.get(at..).and_then(day).map(|(d, n)| (d, at + n)) else {
            at += 1;
            continue;
        };
        let near =
            clocks.iter().filter(|c| reaches(&tokens, c, at, next)).min_by_key(|c| c.from.abs_diff(at));
        let (Some(first), Some(last)) = (tokens.get(at), tokens.get(next - 1)) else { break };
        let mut span = first.span.join(last.span);
        let mut value = day.to_string();
        if let Some(clock) = near {
            span = span.join(clock.span);
            value.push('T');
            value.push_str(&clock.value);
        }
        found.push(Printed { value, day, span });
        at = next.max(near.map_or(0, |c| c.to));
    }
    found
}

/// Month and day without a year: `Feb. 22`, `5 March`.
pub(super) fn month_day(text: &str) -> Option<(i8, i8)> {
    let tokens = tokens(text);
    for at in 0..tokens.len() {
        let here = tokens.get(at..)?;
        let found = match here {
            [m, rest @ ..] if month(m).is_some() => {
                rest.iter().find(|t| t.kind != Kind::Mark('.')).and_then(|d| Some((month(m)?, short(d)?)))
            }
            [d, rest @ ..] if short(d).is_some() => {
                rest.iter().find(|t| !is_ordinal(t)).and_then(|m| Some((month(m)?, short(d)?)))
            }
            _ => None,
        };
        if let Some((m, d)) = found
            && Date::new(2024, m, d).is_ok()
        {
            return Some((m, d));
        }
    }
    None
}

/// The date at the head of these tokens, and how many tokens it takes.
fn day(tokens: &[Token<'_>]) -> Option<(Date, usize)> {
    numeric(tokens).or_else(|| day_first(tokens)).or_else(|| month_first(tokens))
}

/// `2031-03-05`, `2024/4/24`, `15.03.2031`, `2031年3月15日`.
fn numeric(tokens: &[Token<'_>]) -> Option<(Date, usize)> {
    let [a, s1, b, s2, c, ..] = tokens else { return None };
    let joined = s1.sticks && b.sticks && s2.sticks && c.sticks;
    let mark = |t: &Token<'_>| match t.kind {
        Kind::Mark(m @ ('-' | '/' | '.')) => Some(m),
        _ => None,
    };
    if let (Some(y), Some(m), Some(d)) = (year(a), short(b), short(c)) {
        if s1.is("年") && s2.is("月") {
            return Some((date(y, m, d)?, if tokens.get(5).is_some_and(|t| t.is("日")) { 6 } else { 5 }));
        }
        if mark(s1).is_some() && mark(s1) == mark(s2) && (joined || mark(s1) == Some('.')) {
            return Some((date(y, m, d)?, 5));
        }
    }
    let (x, y, year) = (short(a)?, short(b)?, year(c)?);
    let mark = mark(s1).filter(|m| joined && mark(s2) == Some(*m))?;
    let (d, m) = match mark {
        '.' => (x, y),
        _ if x > 12 => (x, y),
        _ if y > 12 => (y, x),
        _ if x == y => (x, y),
        _ => return None,
    };
    Some((date(year, m, d)?, 5))
}

/// `5 March 2031`, `24th of April, 2024`, `24. April 2024`, `15 de marzo de 2031`.
fn day_first(tokens: &[Token<'_>]) -> Option<(Date, usize)> {
    let d = short(tokens.first()?)?;
    let mut at = 1;
    while tokens.get(at).is_some_and(is_ordinal) && at < 4 {
        at += 1;
    }
    let m = month(tokens.get(at)?)?;
    at += 1;
    while tokens.get(at).is_some_and(|t| matches!(t.kind, Kind::Mark('.' | ',')) || t.is("de") || t.is("del"))
        && at < 8
    {
        at += 1;
    }
    Some((date(year(tokens.get(at)?)?, m, d)?, at + 1))
}

/// `March 5, 2031`, `Apr. 24th 2024`.
fn month_first(tokens: &[Token<'_>]) -> Option<(Date, usize)> {
    let m = month(tokens.first()?)?;
    let mut at = 1;
    if tokens.get(at).is_some_and(|t| t.kind == Kind::Mark('.')) {
        at += 1;
    }
    let d = short(tokens.get(at)?)?;
    at += 1;
    while tokens.get(at).is_some_and(|t| is_ordinal(t) || t.kind == Kind::Mark(',')) && at < 6 {
        at += 1;
    }
    Some((date(year(tokens.get(at)?)?, m, d)?, at + 1))
}

fn is_ordinal(token: &Token<'_>) -> bool {
    matches!(token.kind, Kind::Mark('.' | 'º' | '°'))
        || ["st", "nd", "rd", "th", "er", "of", "de", "o", "º"].iter().any(|w| token.is(w))
}

fn year(token: &Token<'_>) -> Option<i16> {
    match token.kind {
        Kind::Number(n, 4) => i16::try_from(n).ok().filter(|y| (1900..=2100).contains(y)),
        _ => None,
    }
}

fn short(token: &Token<'_>) -> Option<i8> {
    match token.kind {
        Kind::Number(n, 1 | 2) => i8::try_from(n).ok(),
        _ => None,
    }
}

fn date(year: i16, month: i8, day: i8) -> Option<Date> {
    Date::new(year, month, day).ok()
}

/// Months by their first letters, in the languages of the larger wire services; a full name or its usual short form.
const MONTHS: [&str; 12] = [
    "january|jan|januar|jänner|janvier|janv|enero|ene|gennaio|gen|janeiro|januari|ocak|stycznia|января|ledna|ianuarie|січня|يناير|siječnja|januára|ιανουαρίου|tammikuuta|január|gener|जनवरी|בינואר|януари|sausio|janúar|jaanuar",
    "february|feb|februar|feber|février|fevrier|févr|febrero|febbraio|febb|fevereiro|fev|februari|şubat|lutego|февраля|února|februarie|лютого|فبراير|شباط|veljače|februára|φεβρουαρίου|helmikuuta|február|febrer|फरवरी|בפברואר|февруари|vasario|febrúar|veebruar",
    "march|mar|märz|maerz|mrz|mars|marzo|março|marco|maart|mart|marca|марта|března|martie|березня|مارس|آذار|maret|marts|ožujka|marca|μαρτίου|maaliskuuta|március|març|मार्च|במרץ|март|kovo|märts",
    "april|apr|avril|avr|abril|abr|aprile|nisan|kwietnia|апреля|dubna|aprilie|квітня|أبريل|ابريل|نيسان|travnja|apríla|απριλίου|huhtikuuta|április|अप्रैल|באפריל|април|balandžio|apríl|aprill",
    "may|mai|mayo|maggio|mag|maio|mei|maj|mayıs|maja|мая|května|травня|مايو|أيار|svibnja|mája|μαΐου|toukokuuta|május|maig|मई|במאי|май|gegužės|maí",
    "june|jun|juni|juin|junio|giugno|giu|junho|haziran|czerwca|июня|června|iunie|червня|يونيو|حزيران|lipnja|júna|ιουνίου|kesäkuuta|június|juny|जून|ביוני|юни|birželio|júní|juuni",
    "july|jul|juli|juillet|juil|julio|luglio|lug|julho|temmuz|lipca|июля|července|iulie|липня|يوليو|تموز|srpnja|júla|ιουλίου|heinäkuuta|július|juliol|जुलाई|ביולי|юли|liepos|júlí|juuli",
    "august|aug|août|aout|agosto|ago|augustus|augusti|ağustos|sierpnia|августа|srpna|серпня|أغسطس|اغسطس|آب|agustus|avgust|avgusta|avgusti|kolovoza|augusta|αυγούστου|elokuuta|augusztus|agost|अगस्त|באוגוסט|август|rugpjūčio|ágúst",
    "september|sept|sep|septembre|septiembre|set|settembre|setembro|eylül|września|сентября|září|septembrie|вересня|سبتمبر|أيلول|septembar|rujna|septembra|σεπτεμβρίου|syyskuuta|szeptember|setembre|सितंबर|בספטמבר|септември|rugsėjo",
    "october|oct|oktober|okt|octobre|octubre|ottobre|ott|outubro|out|ekim|października|октября|října|octombrie|жовтня|أكتوبر|اكتوبر|oktobar|októbra|οκτωβρίου|lokakuuta|október|अक्टूबर|באוקטובר|октомври|spalio|oktoober",
    "november|nov|novembre|noviembre|novembro|kasım|listopada|ноября|listopadu|noiembrie|листопада|نوفمبر|novembar|studenoga|studenog|novembra|νοεμβρίου|marraskuuta|नवंबर|בנובמבר|ноември|lapkričio|nóvember",
    "december|dec|dezember|dez|décembre|decembre|déc|diciembre|dic|dicembre|dezembro|december|aralık|grudnia|декабря|prosince|decembrie|грудня|ديسمبر|desember|decembar|prosinca|decembra|δεκεμβρίου|joulukuuta|desembre|दिसंबर|בדצמבר|декември|gruodžio|detsember",
];

static BY_NAME: LazyLock<HashMap<&'static str, i8>> = LazyLock::new(|| {
    let months: [i8; 12] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
    // Of two months of one name the earlier one counts: it comes last.
    let named = months.into_iter().zip(MONTHS).rev();
    named.flat_map(|(n, names)| names.split('|').map(move |name| (name, n))).collect()
});

fn month(token: &Token<'_>) -> Option<i8> {
    let Kind::Word = token.kind else { return None };
    BY_NAME.get(fold(token.text).as_str()).copied()
}

/// A time of day: which tokens, and as EDTF writes it.
struct Clock {
    from: usize,
    to: usize,
    span: Span,
    value: String,
}

fn clocks(tokens: &[Token<'_>], text: &str) -> Vec<Clock> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match clock(tokens, at, text) {
            Some(clock) => {
                at = clock.to;
                found.push(clock);
            }
            None => at += 1,
        }
    }
    found
}

/// `12:00`, `8:42 PM`, `08:16:43Z`, `10.30am`, `14h05`, `10:00AM (UTC)`.
fn clock(tokens: &[Token<'_>], at: usize, text: &str) -> Option<Clock> {
    let (hour, mark, minute) = (tokens.get(at)?, tokens.get(at + 1)?, tokens.get(at + 2)?);
    let (mut h, Kind::Number(m, 2)) = (short(hour)?, minute.kind) else { return None };
    if !mark.sticks || !minute.sticks || m > 59 || !(0..=23).contains(&h) {
        return None;
    }
    let mut to = at + 3;
    let mut second = None;
    if let (Some(t), Some(s)) = (tokens.get(to), tokens.get(to + 1))
        && t.kind == Kind::Mark(':')
        && let Kind::Number(n @ 0..=59, 1 | 2) = s.kind
    {
        (second, to) = (Some(n), to + 2);
        if let (Some(dot), Some(Kind::Number(..))) = (tokens.get(to), tokens.get(to + 1).map(|t| t.kind))
            && dot.kind == Kind::Mark('.')
            && dot.sticks
        {
            to += 2;
        }
    }
    let half = tokens.get(to).and_then(|t| half_of_day(t, tokens.get(to + 1), tokens.get(to + 2)));
    if let Some((afternoon, taken)) = half {
        h = if afternoon { h % 12 + 12 } else { h % 12 };
        to += taken;
    }
    let before = at.checked_sub(1).and_then(|b| tokens.get(b));
    let sure = match mark.kind {
        Kind::Mark(':') => true,
        Kind::Mark('.') => {
            half.is_some()
                || tokens.get(to).is_some_and(|t| t.is("uhr"))
                || before.is_some_and(|b| b.is("at") || b.is("um"))
        }
        _ => mark.is("h"),
    };
    if !sure {
        return None;
    }
    if tokens.get(to).is_some_and(|t| t.is("uhr") || t.is("hrs") || t.is("hours")) {
        to += 1;
    }
    let (zone, taken) = scan::zone(tokens.get(to..)?, text);
    to += taken;
    let seconds = second.map(|s| format!(":{s:02}")).unwrap_or_default();
    let span = hour.span.join(tokens.get(to - 1)?.span);
    Some(Clock { from: at, to, span, value: format!("{h:02}:{m:02}{seconds}{zone}") })
}

/// `am`, `PM`, `p.m.`: whether after noon, and how many tokens it takes.
fn half_of_day(
    first: &Token<'_>,
    dot: Option<&Token<'_>>,
    second: Option<&Token<'_>>,
) -> Option<(bool, usize)> {
    match () {
        () if first.is("am") || first.is("ص") || first.is("πμ") => Some((false, 1)),
        () if first.is("pm") || first.is("م") || first.is("μμ") => Some((true, 1)),
        () if dot.is_some_and(|d| d.kind == Kind::Mark('.')) && second.is_some_and(|m| m.is("m")) => {
            match () {
                () if first.is("a") => Some((false, 4)),
                () if first.is("p") => Some((true, 4)),
                () => None,
            }
        }
        () => None,
    }
}

/// Whether nothing but commas, dashes, weekdays and the like stands between a time and the date at `from..to`.
fn reaches(tokens: &[Token<'_>], clock: &Clock, from: usize, to: usize) -> bool {
    let between = if clock.from >= to { tokens.get(to..clock.from) } else { tokens.get(clock.to..from) };
    between.is_some_and(|b| b.len() <= 6 && b.iter().all(is_filler))
}

fn is_filler(token: &Token<'_>) -> bool {
    const WORDS: [&str; 27] = [
        "t", "at", "on", "um", "à", "a", "las", "alle", "kl", "às", "om", "the", "mon", "tue", "tues", "wed",
        "thu", "thur", "thurs", "fri", "sat", "sun", "ist", "et", "edt", "time", "local",
    ];
    match token.kind {
        Kind::Mark(m) => matches!(m, ',' | '-' | '–' | '—' | '|' | '/' | '(' | ')' | '•' | '·' | '.' | '─'),
        Kind::Word => {
            WORDS.iter().any(|w| token.is(w))
                || fold(token.text).ends_with("day")
                || fold(token.text).ends_with("tag")
        }
        Kind::Number(..) => false,
    }
}

#[cfg(test)]
mod tests;
