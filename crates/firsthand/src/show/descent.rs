//! The lineage of stories, whole: how many origins there are, the tree with its days in a column, and, where that is
//! asked for, what each step rests on.

use super::lineage::{guides, line};
use super::sheet::{AGREED, FAINT, HEAD, Sheet, paint};
use crate::index::Index;
use crate::tree::{self, Branch};
use crate::wording::{capital, clean, count, ends, shorten};
use firsthand_core::account::{Account, Edge, Measure, Story};
use textwrap::core::display_width;

/// A sheet narrower than this has no column for days.
const NARROW: usize = 60;
/// The tree is never narrower than this.
const LEAST: usize = 34;
/// Passages of a step that are shown.
const PASSAGES: usize = 4;
/// Scalar values shown of the beginning of a passage and of its end.
const ENDS: usize = 60;

/// The lineages of stories one below the other, wrapped to this many columns; `why` adds what each step rests on.
pub fn show(accounts: &[&Account], why: bool, width: usize) -> String {
    let mut sheet = Sheet::new(width);
    for account in accounts {
        sheet.blank();
        story(account, why, width, &mut sheet);
    }
    sheet.finish()
}

fn story(account: &Account, why: bool, width: usize, sheet: &mut Sheet) {
    let index = Index::new(account);
    let story = &account.story;
    let headline = if story.headline.is_empty() { "(no headline)" } else { &story.headline };
    let id = format!("{} ", clean(&story.id));
    sheet.hang(&paint(FAINT, &id), id.len(), &paint(HEAD, &shorten(headline, 2 * width)));
    sheet.para(id.len(), &counted(story));
    if why {
        for because in &story.support.because {
            sheet.hang(&format!("{}• ", " ".repeat(id.len())), id.len() + 2, &capital(&clean(because)));
        }
    }
    sheet.blank();
    // What each step rests on is told of each, so none stands for others.
    let branches = if why { tree::tree(&index) } else { tree::gathered(&index) };
    let days: Vec<Option<String>> = branches.iter().map(|b| tree::days(&index, b)).collect();
    let column = days.iter().flatten().filter(|d| !d.contains(" to ")).map(|d| display_width(d)).max();
    let column = column.filter(|c| width >= NARROW && width - c - 2 >= LEAST);
    for (at, (branch, day)) in branches.iter().zip(days).enumerate() {
        let (first, rest) = guides(&branches, at);
        let mut facts = tree::facts(&index, branch);
        match (day, column) {
            (Some(day), Some(column)) if display_width(&day) <= column => {
                let text = line(&index, branch, &facts);
                sheet.dated(&first, &rest, &text, &day, column);
            }
            (day, column) => {
                facts.extend(day);
                let text = line(&index, branch, &facts);
                match column {
                    Some(column) => sheet.dated(&first, &rest, &text, "", column),
                    None => sheet.drawn(&first, &rest, &text),
                }
            }
        }
        if why {
            reasons(&index, branch, &rest, sheet);
        }
    }
}

/// `10 reports, 3 to 5 independent origins`.
pub(crate) fn counted(story: &Story) -> String {
    let reports = count(story.reports, "report");
    let support = &story.support;
    match story.measure {
        Measure::Measured => format!("{reports}, {}", origins(story, support.possible)),
        // Of those that could not be measured nobody knows how many more there are.
        Measure::Partial => {
            format!("{reports}, at least {}: some could not be measured", origins(story, support.certain))
        }
        Measure::Unmeasured => format!("{reports}, origins not measured"),
    }
}

/// How many origins stand behind a story: from those that are certain, where they are counted, to these.
fn origins(story: &Story, possible: usize) -> String {
    match story.support.certain {
        0 => count(story.origins, "origin"),
        certain if possible > certain => format!("{certain} to {possible} independent origins"),
        certain => count(certain, "independent origin"),
    }
}

/// Below a line what its steps rest on: the rule, what speaks for it and against it, the passages.
fn reasons(index: &Index<'_>, branch: &Branch<'_>, rest: &str, sheet: &mut Sheet) {
    // What was drawn above was explained there, but for the step that leads here.
    let steps: Vec<&Edge> = branch.edges.iter().chain(&branch.second).chain(&branch.also).copied().collect();
    for step in steps {
        let to = index.name(&step.to);
        let head =
            format!("{} {} {to}: {}", paint(FAINT, &clean(&step.id)), clean(&step.kind), tree::rule(step));
        sheet.drawn(&format!("{rest}  "), &format!("{rest}     "), &head);
        for evidence in &step.evidence {
            let says = format!("{}: {}", clean(&evidence.cue), clean(&evidence.says));
            sheet.drawn(&format!("{rest}     • "), &format!("{rest}       "), &says);
        }
        // Of a text that stands in both it is shown once.
        let own = |p: &&firsthand_core::account::Passage| p.report.as_deref().is_none_or(|r| r == step.from);
        let mut passages: Vec<_> = step.passages.iter().filter(own).collect();
        if passages.is_empty() {
            passages = step.passages.iter().collect();
        }
        let bar = format!("{rest}     {} ", paint(FAINT, "│"));
        for passage in passages.iter().take(PASSAGES) {
            let by = passage.report.as_deref().filter(|r| *r != step.from).map(|r| index.name(r));
            let by = by.map(|by| paint(FAINT, &format!(" ({by})"))).unwrap_or_default();
            let text = format!("{}{by}", paint(AGREED, &ends(&passage.text, ENDS)));
            sheet.drawn(&bar, &bar, &text);
        }
        if passages.len() > PASSAGES {
            let more = format!("… and {} more (--json has all)", passages.len() - PASSAGES);
            sheet.drawn(&bar, &bar, &paint(FAINT, &more));
        }
    }
}
