//! A list of stories: how large each is, when it was told, by whom, how many origins it has, and why it is one story.

use super::sheet::{DISPUTED, FAINT, HEAD, Sheet, paint};
use crate::listing::{Joined, Line, Named};
use crate::wording::{clean, count, date, day, list, shorten};
use firsthand_core::account::Measure;
use firsthand_store::Kin;

/// Outlets named in a line.
const OUTLETS: usize = 3;
/// A headline of another story longer than this, in scalar values, is cut.
const HEADLINE: usize = 100;

/// The list, wrapped to this many columns; `next` is how to go on.
pub fn show(stories: &[Line], next: Option<&str>, width: usize) -> String {
    let mut sheet = Sheet::new(width);
    if stories.is_empty() {
        sheet.para(0, "no story fits");
    }
    let indent = stories.iter().map(|s| s.id.to_string().len() + 3).max().unwrap_or(4);
    for story in stories {
        let id = format!("{:<indent$}", format!("s{}", story.id));
        let headline = if story.headline.is_empty() { "(no headline)" } else { &story.headline };
        sheet.noted(&paint(FAINT, &id), indent, &shorten(headline, width), &told(story));
        let mut facts: Vec<String> = days(story).into_iter().collect();
        if !story.outlets.is_empty() {
            facts.push(clean(&list(&story.outlets, OUTLETS)).into_owned());
        }
        let mut parts: Vec<String> = facts.iter().map(|fact| paint(FAINT, fact)).collect();
        if let Some(kept) = story.kept.as_ref().filter(|k| k.disputed > 0) {
            parts.push(paint(DISPUTED, &format!("{} disputed", kept.disputed)));
        }
        if !story.listed.is_empty() {
            let names = clean(&list(&story.listed, OUTLETS)).into_owned();
            parts.push(paint(DISPUTED, &format!("may be on a list: {names}")));
        }
        if !parts.is_empty() {
            sheet.para(indent, &parts.join(&paint(FAINT, " · ")));
        }
        for kin in &story.related {
            sheet.hang(&" ".repeat(indent), indent + 2, &paint(FAINT, &see(kin)));
        }
        why(story, indent, &mut sheet);
    }
    if let Some(next) = next {
        sheet.blank();
        sheet.para(0, &paint(FAINT, next));
    }
    sheet.finish()
}

/// The stories that belong to one, after its account; nothing where there are none.
pub fn related(kin: &[Kin], width: usize) -> String {
    let mut sheet = Sheet::new(width);
    if !kin.is_empty() {
        sheet.blank();
        sheet.para(0, &paint(HEAD, "RELATED STORIES"));
    }
    for kin in kin {
        sheet.hang("", 2, &see(kin));
    }
    sheet.finish()
}

/// `see s12 Lighthouse goes dark: one story until it was split`
fn see(kin: &Kin) -> String {
    let headline = if kin.headline.is_empty() { "(no headline)" } else { &kin.headline };
    format!("see s{} {}: {}", kin.story, shorten(headline, HEADLINE), clean(&kin.reason))
}

/// `5 reports, at least 2 origins in all`; of a story whose account was never asked for only the reports.
fn told(story: &Line) -> String {
    let reports = count(story.reports, "report");
    let Some(kept) = &story.kept else { return reports };
    let origins = count(kept.origins, "origin");
    match kept.measure {
        Measure::Measured | Measure::Partial => format!("{reports}, at least {origins} in all"),
        Measure::Unmeasured => format!("{reports}, origins not measured"),
    }
}

fn days(story: &Line) -> Option<String> {
    let (first, last) = (story.first.as_deref()?, story.last.as_deref()?);
    let (first, last) = (day(first), day(last));
    Some(if first == last { first } else { format!("{first} to {last}") })
}

/// Why the reports are together, where that was asked for; of one report there is nothing to say.
fn why(story: &Line, indent: usize, sheet: &mut Sheet) {
    let Some(joins) = story.joins.as_ref().filter(|j| j.len() > 1) else { return };
    for join in joins {
        sheet.hang(&" ".repeat(indent), indent + 2, &reason(join));
    }
    for turn in &story.turns {
        sheet.hang(&" ".repeat(indent), indent + 2, &clean(turn));
    }
}

fn reason(join: &Joined) -> String {
    let who = label(&join.report);
    let Some(nearest) = &join.nearest else {
        return format!(
            "{who}: {}",
            if join.by_hand { "put here by hand" } else { "the story begins with it" }
        );
    };
    let shares: Vec<String> = join
        .shares
        .iter()
        .map(|s| if s.parse::<jiff::civil::Date>().is_ok() { date(s) } else { s.clone() })
        .collect();
    let score = join.score.map(|s| format!(" ({s:.2})")).unwrap_or_default();
    let shared = if shares.is_empty() { String::new() } else { format!(": {}", shares.join(", ")) };
    clean(&format!("{who}: near {}{score}{shared}", label(nearest))).into_owned()
}

fn label(report: &Named) -> String {
    clean(&format!("{} {}", report.id, report.name)).into_owned()
}
