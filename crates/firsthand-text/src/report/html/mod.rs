//! The report in an HTML page: the element that holds the story, and what of it is the story.

mod class;
mod head;
mod judge;
mod region;

use super::draft::Draft;
use super::line::{Label, Line, fold, words};
use super::{Why, markup};
use crate::page::{Block, Page, Role};
use crate::{Note, Trouble};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// Words of a body from which on a page is not searched for a longer one that it does not show.
const SHORT: usize = 150;

/// Judges every block of a page. Where the story is not among the blocks it shows, those it hides are judged too, and
/// last the body that a script states is taken.
pub(super) fn draft(page: &Page) -> Draft<'_> {
    let shown = of_blocks(page, |b| !b.hidden);
    let words = shown.body_words();
    let fuller = |other: usize| other > 2 * words + 40;
    let hidden: usize = page.blocks.iter().filter(|b| b.hidden).map(|b| super::line::words(&b.text)).sum();
    if words < SHORT && fuller(hidden) {
        let mut all = of_blocks(page, |_| true);
        if fuller(all.body_words()) {
            let message = "the body stands in a part of the page that is hidden until a script shows it";
            all.notes.push(Note::new(Trouble::Hidden, message));
            return all;
        }
    }
    let stated: usize = page.stated.iter().map(|b| super::line::words(&b.text)).sum();
    if words < SHORT && fuller(stated) { of_script(page, shown) } else { shown }
}

/// The page with the body that a script states; what the page shows is left out.
fn of_script<'p>(page: &'p Page, mut shown: Draft<'p>) -> Draft<'p> {
    for line in &mut shown.lines {
        if matches!(line.label, Label::Body | Label::Heading | Label::Open) {
            line.label = Label::Cut(Why::Residue);
        }
    }
    let first = shown.lines.len();
    for block in &page.stated {
        let mut line = Line::new(Cow::Borrowed(block));
        line.label = Label::Body;
        shown.lines.push(line);
    }
    shown.body = Some((first, shown.lines.len().saturating_sub(1).max(first)));
    let message = "the body stands in a script of the page only (articleBody)";
    shown.notes.push(Note::new(Trouble::Hidden, message));
    shown
}

fn of_blocks(page: &Page, keep: impl Fn(&Block) -> bool) -> Draft<'_> {
    let kept = page.blocks.iter().filter(|b| keep(b));
    let mut lines: Vec<Line<'_>> = kept.map(|b| Line::new(Cow::Borrowed(b))).collect();
    let title = markup::title(page, &mut lines);
    let region = region::find(page, &lines, title);
    for (line, place) in lines.iter_mut().zip(&region.places) {
        line.post = place.class == class::Class::Post;
        if line.is_open() {
            line.label = judge::judged(line, *place, &region);
        }
    }
    let first = lines.iter().zip(&region.places).position(|(l, p)| p.inside && l.is_open() && opens(l));
    let Some(first) = first.or_else(|| lines.iter().position(|l| l.is_open())) else {
        return Draft { lines, ..Draft::default() };
    };
    // Where the title stands below the first text, that text is no part of the story.
    let below = |t: usize| {
        lines.iter().enumerate().skip(t + 1).find(|(_, l)| l.is_open() && l.is_prose()).map(|(n, _)| n)
    };
    let first = title.filter(|t| *t > first).and_then(below).unwrap_or(first);
    let last = lines.iter().rposition(|l| l.is_open() && closes(l)).unwrap_or(first).max(first);
    head::head(&mut lines, &region, title, first);
    middle(&mut lines, first, last);
    for line in lines.iter_mut().skip(last + 1).filter(|l| l.is_open()) {
        line.label = Label::Cut(Why::Residue);
    }
    Draft { body: Some((first, last)), lines, notes: Vec::new() }
}

fn opens(line: &Line<'_>) -> bool {
    !matches!(line.block.role, Role::Heading(_))
        && (line.is_prose() || (line.stop && line.words >= 5) || line.words >= 18)
}

fn closes(line: &Line<'_>) -> bool {
    !matches!(line.block.role, Role::Heading(_))
        && (line.stop && line.words >= 2
            || line.words >= 10
            || line.post
            || matches!(line.block.role, Role::Quote | Role::Item))
}

/// Whether a folded line says again what a caption says, with the caption's credit or without.
fn repeats(caption: &str, line: &str) -> bool {
    caption
        .strip_prefix(line)
        .is_some_and(|credit| credit.is_empty() || words(line) >= 6 && words(credit) <= 10)
}

/// Blocks of the body.
fn middle(lines: &mut [Line<'_>], first: usize, last: usize) {
    let title = lines.iter().find(|l| l.label == Label::Title).map(|l| fold(l.text()));
    let mut seen = BTreeSet::new();
    // A caption and the same words below it, for smaller screens.
    let mut caption: Option<(usize, String)> = None;
    for (at, line) in lines.iter_mut().enumerate().take(last + 1).skip(first) {
        if line.label == Label::Caption && line.words >= 5 {
            caption = Some((at, fold(line.text())));
        }
        if !line.is_open() {
            continue;
        }
        let folded = fold(line.text());
        let is_heading = matches!(line.block.role, Role::Heading(_));
        line.label = match () {
            () if title.as_deref() == Some(folded.as_str()) => Label::Cut(Why::Repeat),
            () if line.words >= 8 && seen.contains(&folded) => Label::Cut(Why::Repeat),
            () if caption.as_ref().is_some_and(|(n, c)| at - n <= 2 && repeats(c, &folded)) => {
                Label::Cut(Why::Repeat)
            }
            () if is_heading => Label::Heading,
            () => Label::Body,
        };
        seen.insert(folded);
    }
    let mut follows = false;
    for line in lines.iter_mut().take(last + 1).skip(first).rev() {
        match line.label {
            Label::Heading if !follows => line.label = Label::Cut(Why::Related),
            Label::Heading => follows = true,
            Label::Body => follows = true,
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests;
