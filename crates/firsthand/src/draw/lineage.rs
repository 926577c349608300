//! The lineage as a tree: whoever is nearest to the happening stands at the root, who has it from there below.

use super::sheet::{BOLD, SMALL, Sheet, WIDE, WIDTH};
use crate::index::Index;
use crate::page::links::Links;
use crate::tree::{self, Branch};
use crate::wording::{count, shorten};
use firsthand_core::account::{Account, Report};
use std::collections::BTreeMap;

/// So many lines are drawn; the list beside the drawing has all.
const MOST: usize = 60;
/// Names longer than this, in scalar values, are cut.
const NAME: usize = 80;
/// From one level to the next, unless the tree is so deep that it must be less.
const STEP: f64 = 22.0;
/// All levels together take no more than this.
const STEPS: f64 = 140.0;
/// Where the dot of a root stands.
const EDGE: f64 = 8.0;

/// Draws the lineage; nothing for an account without reports.
pub fn lineage(index: &Index<'_>, links: &Links) -> String {
    let branches = tree::gathered(index);
    if branches.is_empty() {
        return String::new();
    }
    let story = &index.account.story.id;
    let mut sheet = Sheet::new(WIDTH);
    let address = |report: &Report| links.report(story, &report.id);
    draw(index, branches.get(..MOST).unwrap_or(&branches), &address, &mut sheet);
    if branches.len() > MOST {
        sheet.words(EDGE, &format!("and {} more in the list", branches.len() - MOST), SMALL, None);
    }
    let title = "Where it comes from";
    sheet.svg("lineage", &links.anchor(story, "lineage-drawing"), title, &describe(index, &branches))
}

/// Draws the lineages of stories, whole, one below the other, as a file of its own. Reports lead to their addresses.
pub fn alone(accounts: &[&Account]) -> String {
    let mut sheet = Sheet::new(WIDE);
    let mut described = Vec::with_capacity(accounts.len());
    let address = |report: &Report| report.url.clone().filter(|u| u.starts_with("http"));
    for account in accounts {
        let index = Index::new(account);
        let branches = tree::gathered(&index);
        let story = &account.story;
        sheet.words(0.0, &shorten(&format!("{} {}", story.id, story.headline), 2 * NAME), BOLD, None);
        sheet.words(0.0, &crate::show::descent::counted(story), SMALL, None);
        sheet.y += 10.0;
        draw(&index, &branches, &address, &mut sheet);
        sheet.y += 24.0;
        described.push(format!("{}: {}", story.id, describe(&index, &branches)));
    }
    sheet.y -= if accounts.is_empty() { 0.0 } else { 31.0 };
    sheet.alone("lineage", "Where it comes from", &described.join(" "))
}

/// Draws lines of the tree, one below the other.
fn draw(
    index: &Index<'_>,
    branches: &[Branch<'_>],
    address: &dyn Fn(&Report) -> Option<String>,
    sheet: &mut Sheet,
) {
    let depth = branches.iter().map(|b| b.last.len()).max().unwrap_or(0);
    let step = if depth == 0 { STEP } else { STEP.min(STEPS / depth as f64) };
    // For each level the place of the dot that stands there last.
    let mut dots: BTreeMap<usize, f64> = BTreeMap::new();
    for branch in branches {
        let level = branch.last.len();
        let x = EDGE + step * level as f64;
        let y = node(index, address, branch, x, sheet);
        if let Some(above) = level.checked_sub(1).and_then(|up| dots.get(&up).copied()) {
            let stem = x - step;
            sheet.stroke(stroke(branch), &[(stem, above + 6.0), (stem, y), (x - 6.0, y)]);
        }
        dots.insert(level, y);
        sheet.y += 7.0;
    }
}

/// One line of the tree. Gives the height of its dot.
fn node(
    index: &Index<'_>,
    address: &dyn Fn(&Report) -> Option<String>,
    branch: &Branch<'_>,
    x: f64,
    sheet: &mut Sheet,
) -> f64 {
    let report = index.report(branch.id);
    let name = tree::title(index, branch);
    // A line of several leads nowhere, for each of them leads elsewhere.
    let address = report.filter(|_| branch.alike.is_empty()).and_then(address);
    let most = if branch.alike.is_empty() { NAME } else { 4 * NAME };
    let y = sheet.words(x + 12.0, &shorten(&name, most), BOLD, address.as_deref());
    let missing = tree::is_missing(index, branch.id);
    let class = match (report.is_some(), missing) {
        (true, _) => "report",
        (false, true) => "missing",
        (false, false) => "origin",
    };
    sheet.dot(class, x, y, 5.0);
    let mut facts = tree::facts(index, branch);
    if missing {
        facts.insert(0, "not collected".into());
    }
    facts.extend(tree::days(index, branch));
    if !facts.is_empty() {
        sheet.words(x + 12.0, &shorten(&facts.join(" · "), 3 * NAME), SMALL, None);
    }
    y
}

/// Copies are drawn strong, for they add nothing of their own.
fn stroke(branch: &Branch<'_>) -> &'static str {
    if branch.edges.iter().any(|e| e.kind == "copies") { "step copies" } else { "step" }
}

fn describe(index: &Index<'_>, branches: &[Branch<'_>]) -> String {
    let reports = count(index.account.reports.len(), "report");
    let roots: Vec<String> =
        branches.iter().filter(|b| b.last.is_empty()).map(|b| index.name(b.id)).collect();
    format!("A tree of {reports}. At its roots: {}.", crate::wording::list(&roots, 8))
}
