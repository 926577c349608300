//! Names in brackets: `VIK, 3 (Havas). —`, `… he said. (ats/afp)`, `(Vom Korrespondenten der SDA)`.

use super::super::line::words as count;
use super::Stand;
use super::cue::{self, Cue};
use super::lexicon;
use super::place::{DASHES, Place, ends_with_stop};

/// The longest stretch in brackets that is looked at, in bytes to either side of the name.
const REACH: usize = 110;

/// Where the brackets around a name stand; one may be lost in print.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Brackets {
    /// Byte of the opening one.
    pub(super) open: usize,
    /// Byte behind the closing one.
    pub(super) close: usize,
}

/// The brackets around a name.
pub(super) fn around(place: &Place<'_>) -> Option<Brackets> {
    let (text, span) = (place.text, place.span);
    let back = text.get(..span.start)?.char_indices().rev();
    let open = back
        .take_while(|(at, c)| span.start - at <= REACH && !matches!(c, ')' | ']' | '}'))
        .find(|(_, c)| matches!(c, '(' | '[' | '{'))
        .map(|(at, _)| at);
    let ahead = text.get(span.end..)?.char_indices();
    let close = ahead
        .take_while(|(at, c)| *at <= REACH && !matches!(c, '(' | '[' | '{'))
        .find(|(_, c)| matches!(c, ')' | ']' | '}'))
        .map(|(at, _)| span.end + at + 1);
    match (open, close) {
        (Some(open), Some(close)) => {
            let inner = text.get(open..close)?;
            (inner.matches('\n').count() <= 1).then_some(Brackets { open, close })
        }
        // `lDNB ]).`: the opening one was misread, or the closing one.
        (None, Some(close)) => {
            let near = text.get(span.end..close)?.chars().all(|c| " .,)]}".contains(c));
            let stray = place.before().chars().next_back().is_some_and(char::is_alphabetic);
            let before = place.before().trim_end_matches(char::is_alphabetic).trim_end();
            (near && (stray || before.ends_with(['.', ',']))).then_some(Brackets { open: span.start, close })
        }
        (Some(open), None) => {
            let near = text.get(open + 1..span.start)?.trim().is_empty();
            let rest = place.after().trim_start_matches([' ', '.', ',', '>']);
            (near && (rest.is_empty() || rest.starts_with(DASHES)))
                .then_some(Brackets { open, close: span.end })
        }
        (None, None) => None,
    }
}

/// Whether brackets hold nothing but names of agencies and what stands beside them in such lists.
pub(super) fn is_list(place: &Place<'_>, brackets: Brackets) -> bool {
    let words = place.words;
    let mut at = words.partition_point(|w| w.span.start < brackets.open);
    let end = words.partition_point(|w| w.span.start < brackets.close);
    if end.saturating_sub(at) > 10 {
        return false;
    }
    // `Vom Sonderkorrespondenten der SDA`
    let led =
        place.at > at && place.next == end && cue::within(words.get(at..place.at).unwrap_or(&[]), Cue::Leads);
    if led {
        return true;
    }
    while at < end {
        if at == place.at {
            at = place.next;
            continue;
        }
        let name = lexicon::name(place.text, words, at).map_or(0, |f| f.count);
        let beside = name.max(cue::at(words, at, Cue::Beside));
        if beside == 0 && !is_initials(place, at) {
            return false;
        }
        at += beside.max(1);
    }
    true
}

/// `VPD`, or `av` behind a mark: an agency of no list, or who edited it.
fn is_initials(place: &Place<'_>, at: usize) -> bool {
    let Some(word) = place.words.get(at).filter(|w| w.key.len() <= 5) else { return false };
    let marked = || place.gap(at).is_some_and(|g| g.contains(['/', '-', ',', '+', '&', ';']));
    word.capitals
        || word.key.chars().all(char::is_alphabetic) && word.key.len() <= 4 && !word.capital && marked()
}

/// Whether a bracket opens before a byte, with no words between.
pub(super) fn opens(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or("").chars().rev();
    before.take_while(|c| !c.is_alphanumeric()).any(|c| matches!(c, '(' | '[' | '{'))
}

/// Whether a name stands in brackets by itself.
pub(super) fn alone(place: &Place<'_>) -> bool {
    opens(place.text, place.span.start)
        && around(place).is_some_and(|b| {
            let inner = |from: usize, to: usize| {
                place.text.get(from..to).is_some_and(|t| t.chars().all(|c| !c.is_alphanumeric()))
            };
            b.open < place.span.start && inner(b.open, place.span.start) && inner(place.span.end, b.close)
        })
}

/// Whether brackets end the head of a story: a place or a day before them in a short line, a dash behind.
pub(super) fn heads(place: &Place<'_>) -> bool {
    around(place).is_some_and(|b| {
        let before = place.until(b.open).trim();
        let dashed = behind(place, b).starts_with(['—', '–', '―', '-']);
        dashed && count(before) <= 8 && (before.is_empty() || before.chars().any(|c| c.is_ascii_digit()))
    })
}

/// What follows brackets in the line, without points and stray marks.
fn behind<'t>(place: &Place<'t>, brackets: Brackets) -> &'t str {
    place
        .from(brackets.close)
        .trim_start_matches([' ', '\u{a0}', '.', ',', ';', ':', '"', '\'', ')', ']', '}', '*', '_', '•', '¬'])
}

/// How a list of names in brackets stands: at the head, at the end, below a picture, or inside a sentence.
pub(super) fn stand(place: &Place<'_>) -> Option<Stand> {
    let brackets = around(place)?;
    if !is_list(place, brackets) {
        return None;
    }
    let before = place.until(brackets.open).trim_end();
    let after = behind(place, brackets);
    let in_line = count(before);
    if after.starts_with(DASHES)
        && (in_line <= 14 || before.ends_with(|c: char| c.is_ascii_digit() || c == '.'))
    {
        return Some(Stand::Dateline);
    }
    if before.is_empty() {
        let heads = !after.is_empty() || place.paragraphs() == (false, true);
        return Some(if heads { Stand::Dateline } else { Stand::Signature });
    }
    if after.is_empty() {
        let short =
            in_line <= 5 && before.chars().any(char::is_alphabetic) && place.above().trim().is_empty();
        // Below a picture above the story the same is the picture's.
        let above = place.paragraphs() == (false, true);
        return Some(match (ends_with_stop(before), short) {
            (true, _) if !above => Stand::Signature,
            (false, true) => Stand::Dateline,
            _ => Stand::Picture,
        });
    }
    if ends_with_stop(before) {
        return Some(if in_line <= 8 { Stand::Dateline } else { Stand::Signature });
    }
    let opens = after.chars().next().is_some_and(|c| !c.is_lowercase());
    (in_line <= 8 && opens).then_some(Stand::Dateline)
}
