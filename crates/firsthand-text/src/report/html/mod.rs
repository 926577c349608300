//! The report in an HTML page: the element that holds the story, and what of it is the story.

mod class;
mod region;

use super::draft::Draft;
use super::line::{Label, Line, fold};
use super::{byline, caption, credit_line, markup, text};
use crate::page::{Page, Role};
use class::Class;
use region::Region;
use std::borrow::Cow;

/// Judges every block of a page.
pub(super) fn draft(page: &Page) -> Draft<'_> {
    let mut lines: Vec<Line<'_>> = page.blocks.iter().map(|b| Line::new(Cow::Borrowed(b))).collect();
    let title = markup::title(page, &mut lines);
    let region = region::find(page, &lines, title);
    for (line, place) in lines.iter_mut().zip(&region.places).filter(|(l, _)| l.is_open()) {
        line.label = judged(line, *place, &region);
    }
    let first = lines.iter().zip(&region.places).position(|(l, p)| p.inside && l.is_open() && opens(l));
    let Some(first) = first.or_else(|| lines.iter().position(|l| l.is_open())) else {
        return Draft { lines, body: None };
    };
    // Where the title stands below the first text, that text is no part of the story.
    let below = |t: usize| {
        lines.iter().enumerate().skip(t + 1).find(|(_, l)| l.is_open() && l.is_prose()).map(|(n, _)| n)
    };
    let first = title.filter(|t| *t > first).and_then(below).unwrap_or(first);
    let last = lines.iter().rposition(|l| l.is_open() && closes(l)).unwrap_or(first).max(first);
    head(&mut lines, &region, first);
    middle(&mut lines, first, last);
    for line in lines.iter_mut().skip(last + 1).filter(|l| l.is_open()) {
        line.label = Label::Cut("residue");
    }
    Draft { body: Some((first, last)), lines }
}

fn opens(line: &Line<'_>) -> bool {
    !matches!(line.block.role, Role::Heading(_))
        && (line.is_prose() || (line.stop && line.words >= 5) || line.words >= 18)
}

fn closes(line: &Line<'_>) -> bool {
    !matches!(line.block.role, Role::Heading(_))
        && (line.stop && line.words >= 2
            || line.words >= 10
            || matches!(line.block.role, Role::Quote | Role::Item))
}

/// What a block is by the elements it stands in and by its own words.
fn judged(line: &Line<'_>, place: region::Place, region: &Region) -> Label {
    if let Class::Cut(why) = place.class {
        return if why == "caption" { Label::Caption } else { Label::Cut(why) };
    }
    let text = line.text();
    let role = line.block.role;
    match role {
        Role::Caption => return Label::Caption,
        Role::Control => return Label::Cut("form"),
        Role::Time => return Label::Cut("date"),
        _ => {}
    }
    let above = place.near && place.class == Class::Standfirst;
    if !place.inside && !above {
        return Label::Cut("navigation");
    }
    let linked = line.block.link_share;
    let is_heading = matches!(role, Role::Heading(_));
    if line.words < 60 && (linked > 0.75 && line.words < 40 && !is_heading || linked > 0.9 && line.words > 2)
    {
        return Label::Cut("related");
    }
    if role == Role::Table && !region.in_tables && !line.is_prose() {
        return Label::Cut("table");
    }
    if line.words <= 45 || caption::is_caption(text) {
        let own = text::by_itself(line);
        let heading_of_story = is_heading && own == Label::Open;
        // Who else worked on a story is told inside of it, below its last sentence.
        if own == Label::Cut("credit") && credit_line::tells_of_work(text) {
            return Label::Open;
        }
        if own != Label::Open && !heading_of_story {
            return own;
        }
    }
    Label::Open
}

/// Blocks above the first of the body.
fn head(lines: &mut [Line<'_>], region: &Region, first: usize) {
    for (at, line) in lines.iter_mut().enumerate().take(first) {
        if !line.is_open() {
            continue;
        }
        let standfirst = region.places.get(at).is_some_and(|p| p.class == Class::Standfirst);
        line.label = match () {
            () if standfirst && line.words >= 6 => Label::Body,
            () if byline::byline(line.text()).is_some() => Label::Cut("byline"),
            () => Label::Cut("residue"),
        };
    }
}

/// Blocks of the body.
fn middle(lines: &mut [Line<'_>], first: usize, last: usize) {
    let title = lines.iter().find(|l| l.label == Label::Title).map(|l| fold(l.text()));
    let mut seen = std::collections::BTreeSet::new();
    for line in lines.iter_mut().take(last + 1).skip(first).filter(|l| l.is_open()) {
        let folded = fold(line.text());
        let is_heading = matches!(line.block.role, Role::Heading(_));
        line.label = match () {
            () if title.as_deref() == Some(folded.as_str()) => Label::Cut("repeat"),
            () if line.words >= 8 && seen.contains(&folded) => Label::Cut("repeat"),
            () if is_heading => Label::Heading,
            () => Label::Body,
        };
        seen.insert(folded);
    }
    let mut follows = false;
    for line in lines.iter_mut().take(last + 1).skip(first).rev() {
        match line.label {
            Label::Heading if !follows => line.label = Label::Cut("related"),
            Label::Heading => follows = true,
            Label::Body => follows = true,
            _ => {}
        }
    }
}
