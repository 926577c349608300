//! Which line above the story is its title.

use super::Why;
use super::line::{Label, Line, fold, is_capitalised, stems, words};
use super::{agency, byline, outlet};
use std::collections::BTreeSet;

/// Lines of the body whose words a title is held against.
const COMPARED: usize = 8;

/// The words of the first paragraphs.
pub(super) fn vocabulary(lines: &[Line<'_>], first: usize) -> BTreeSet<String> {
    let body = lines.iter().skip(first).filter(|l| l.is_open() || l.label == Label::Body).take(COMPARED);
    body.flat_map(|l| stems(l.text())).collect()
}

/// Labels the title, if there is one, and says where the body begins.
pub(super) fn choose(lines: &mut [Line<'_>], first: usize) -> usize {
    let first = beyond_sentence_title(lines, first);
    let body = vocabulary(lines, first);
    let shared = |l: &Line<'_>| stems(l.text()).intersection(&body).count();
    let candidates: Vec<(usize, usize)> = lines
        .iter()
        .enumerate()
        .take(first)
        .filter(|(_, l)| could_be(l))
        .map(|(at, l)| (at, shared(l)))
        .collect();
    let most = candidates.iter().map(|(_, shared)| *shared).max().unwrap_or(0);
    // The first line that says much of what the story says; a section or a kicker above it shares less. One that shares
    // nothing must be the only one and look like a title.
    let best = match candidates.as_slice() {
        [(at, 0)] => lines.get(*at).filter(|l| l.words >= 5).map(|_| *at),
        _ => candidates.iter().find(|(_, shared)| *shared > 0 && shared * 10 >= most * 6).map(|(at, _)| *at),
    };
    if let Some(at) = best
        && let Some(line) = lines.get_mut(at)
    {
        line.label = Label::Title;
        cut_suffix(line);
    }
    first
}

fn could_be(line: &Line<'_>) -> bool {
    let text = line.text();
    line.is_open()
        && (3..=30).contains(&line.words)
        && !line.is_item()
        && text.len() <= 300
        && !text.ends_with(['…', ',', ';', ':', '—', '–'])
        && !text.ends_with("...")
        && !outlet::is_outlet(text)
        && byline::byline(text).is_none()
        && text.split_whitespace().find(|w| w.chars().any(char::is_alphanumeric)).is_some_and(opens)
}

/// A title begins with a capital, a digit or a quotation mark.
fn opens(word: &str) -> bool {
    is_capitalised(word) || word.chars().next().is_some_and(|c| !c.is_lowercase())
}

/// A first line that ends with a stop is a title only where the page shows it: a date or a byline comes before the story,
/// the line is printed again, or it is one question.
fn beyond_sentence_title(lines: &mut [Line<'_>], first: usize) -> usize {
    let any_above = lines.iter().take(first).any(could_be);
    let Some(line) = lines.get(first).filter(|l| !any_above && l.words <= 24 && could_be(l)) else {
        return first;
    };
    let text = line.text();
    let one_sentence = !text.trim_end_matches(|c: char| !c.is_alphanumeric()).contains(". ");
    let rest = lines.iter().enumerate().skip(first + 1);
    let Some(next) = rest
        .clone()
        .find(|(_, l)| l.is_open() && l.is_prose() && fold(l.text()) != fold(text))
        .map(|(n, _)| n)
    else {
        return first;
    };
    let between = lines.get(first + 1..next).unwrap_or(&[]);
    let signed =
        between.iter().any(|l| l.label == Label::Cut(Why::Date) || byline::byline(l.text()).is_some());
    let again = lines.iter().skip(first + 1).take(12).any(|l| fold(l.text()) == fold(text));
    let question = text.ends_with('?') && line.words <= 14 && lines.get(next).is_some_and(|l| l.words >= 12);
    let above_is_date = lines.iter().take(first).any(|l| l.label == Label::Cut(Why::Date));
    if one_sentence && (question || again || (signed && !above_is_date && between.len() <= 6)) {
        next
    } else {
        first
    }
}

/// `Title | The Harbour Post`: the outlet is no part of the title.
fn cut_suffix(line: &mut Line<'_>) {
    let text = line.text();
    for mark in [" | ", " - ", " – ", " — ", " :: "] {
        let Some((title, suffix)) = text.rsplit_once(mark) else { continue };
        let named = agency::of(suffix).is_some()
            || (mark != " - " || words(suffix) >= 2) && outlet::is_outlet(suffix);
        if named && words(title) >= 3 {
            line.part.end = line.part.start + title.trim_end().len();
            return;
        }
    }
}
