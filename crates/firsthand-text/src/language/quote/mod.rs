//! Which words stand between quotation marks?
//!
//! Double marks of every style close each other (pages mix `"` and `”`); single marks only close single ones, and
//! only where they cannot be apostrophes. A quotation without its closing mark counts only where the next paragraph
//! opens with a mark again, as is the custom for speech over several paragraphs; any other is left out.

mod mark;
mod scare;

#[cfg(test)]
mod tests;

use super::Quote;
use super::token::regions;
use crate::Span;
use crate::report::Report;
use mark::{Mark, Side, Style};

/// Finds the quotations of a report, of every style of marks, over paragraphs too.
pub fn find(report: &Report) -> Vec<Quote> {
    let regions = regions(report);
    let mut quotes = Vec::new();
    for (i, &(region, paragraph)) in regions.iter().enumerate() {
        let next = regions.get(i + 1).filter(|_| paragraph.is_some()).map(|(r, _)| r.of(&report.text));
        find_in(&report.text, region, next, &mut quotes);
    }
    quotes.sort_by_key(|q| (q.span.start, std::cmp::Reverse(q.span.end)));
    quotes
}

/// Finds the quotations of one paragraph. `next` is the text of the next.
fn find_in(text: &str, region: Span, next: Option<&str>, quotes: &mut Vec<Quote>) {
    let marks = mark::find(text, region);
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
            quotes.push(Quote { span, continues: false, scare });
        }
        open.truncate(k);
    }
    let Some(left) = open.iter().find(|m| m.style != Style::Single) else { return };
    if next.is_some_and(|n| mark::opens_with(n, left.style)) {
        let span = trim(text, Span::new(left.span.end, region.end));
        if !span.is_empty() {
            quotes.push(Quote { span, continues: true, scare: false });
        }
    }
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
