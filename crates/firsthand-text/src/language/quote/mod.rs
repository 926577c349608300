//! Which words stand between quotation marks?
//!
//! Double marks of every style close each other (pages mix `"` and `”`); single marks only close single ones, and
//! only where they cannot be apostrophes. A quotation without its closing mark goes on in the next paragraph where that
//! opens with a mark again, as is the custom for speech over several paragraphs, or closes what it has not opened, as where
//! a page breaks its lines; else it ends with its paragraph, if enough words follow the mark to be speech.

mod mark;
mod scare;

#[cfg(test)]
mod tests;

use super::Quote;
use super::token::regions;
use crate::Span;
use crate::report::Report;
use mark::{Mark, Side, Style};

/// Words that must follow a mark whose partner was lost: fewer may be a slip of the pen.
const LOST: usize = 6;

/// Finds the quotations of a report, of every style of marks, over paragraphs too.
pub fn find(report: &Report) -> Vec<Quote> {
    let regions = regions(report);
    let marks: Vec<Vec<Mark>> = regions.iter().map(|(r, _)| mark::find(&report.text, *r)).collect();
    let mut quotes = Vec::new();
    let mut carried = None;
    for (i, &(region, paragraph)) in regions.iter().enumerate() {
        let next = regions.get(i + 1).filter(|_| paragraph.is_some());
        let next = next.map(|(r, _)| (r.of(&report.text), marks[i + 1].as_slice()));
        carried = find_in(&report.text, region, &marks[i], carried, next, &mut quotes);
    }
    quotes.sort_by_key(|q| (q.span.start, std::cmp::Reverse(q.span.end)));
    quotes
}

/// Finds the quotations of one paragraph. `carried` is the style of one that the paragraph before left open and this one
/// closes, `next` the text and the marks of the next. Gives the style it carries on itself.
fn find_in(
    text: &str,
    region: Span,
    marks: &[Mark],
    carried: Option<Style>,
    next: Option<(&str, &[Mark])>,
    quotes: &mut Vec<Quote>,
) -> Option<Style> {
    let mut add = |span: Span, continues: bool, scare: bool| {
        let span = trim(text, span);
        if !span.is_empty() {
            quotes.push(Quote { span, continues, scare });
        }
    };
    if let (Some(_), Some(first)) = (carried, marks.first()) {
        add(Span::new(region.start, first.span.start), false, false);
    }
    let marks = if carried.is_some() { marks.get(1..).unwrap_or(&[]) } else { marks };
    let mut open: Vec<Mark> = Vec::new();
    for (i, &mark) in marks.iter().enumerate() {
        let within = open.iter().rposition(|o| o.style.closes_with(mark.style));
        let closes = match mark.side {
            Side::Close => true,
            Side::Open => false,
            Side::Either => within.is_some(),
        };
        if !closes {
            // a second mark of the same style: the first one lost its partner
            if let Some(k) = within.filter(|_| mark.style != Style::Single) {
                open.truncate(k);
            }
            open.push(mark);
            continue;
        }
        let Some(k) = within else { continue };
        if mark.style == Style::Single && is_possessive(text, mark, marks.get(i + 1..).unwrap_or(&[])) {
            continue;
        }
        let span = trim(text, Span::new(open[k].span.end, mark.span.start));
        if !span.is_empty() {
            let scare = scare::is_scare(text, region, open[k].span, span, mark.span);
            add(span, false, scare);
        }
        open.truncate(k);
    }
    // A single mark may be an apostrophe: it opens speech that goes on only at the head of both paragraphs.
    let heads = |m: &Mark| text.get(region.start..m.span.start).is_some_and(|t| t.trim().is_empty());
    let left = open.iter().find(|m| m.style != Style::Single || heads(m))?;
    let rest = Span::new(left.span.end, region.end);
    if next.is_some_and(|(n, _)| mark::opens_with(n, left.style)) {
        add(rest, true, false);
        return None;
    }
    let closes = |m: &Mark| m.style == left.style && m.side == Side::Close;
    if next.is_some_and(|(_, marks)| marks.first().is_some_and(closes)) {
        add(rest, true, false);
        return Some(left.style);
    }
    let tight = left.style != Style::Single && !rest.of(text).starts_with(char::is_whitespace);
    if tight && left.side == Side::Open && rest.of(text).split_whitespace().count() >= LOST {
        add(rest, false, false);
    }
    None
}

/// `the countries’ ties’`: an apostrophe after an s, if a better closing mark comes later.
fn is_possessive(text: &str, mark: Mark, later: &[Mark]) -> bool {
    let after_s = text.get(..mark.span.start).is_some_and(|t| t.ends_with(['s', 'S']));
    let before_word = text
        .get(mark.span.end..)
        .and_then(|t| t.strip_prefix(' '))
        .is_some_and(|t| t.starts_with(char::is_alphabetic));
    let better = later
        .iter()
        .take_while(|m| m.side != Side::Open || m.style != Style::Single)
        .any(|m| m.style == Style::Single && m.side == Side::Close);
    after_s && before_word && better
}

fn trim(text: &str, span: Span) -> Span {
    let inner = span.of(text);
    let start = span.start + (inner.len() - inner.trim_start().len());
    Span::new(start, start + inner.trim().len())
}
