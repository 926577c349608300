//! The functions a run calls, called one after the other on all reports in memory: what a run costs beside them.
//!
//! ```text
//! direct FILE…     prints the time on cores of each step, and what it found
//! ```

use firsthand_batch::progress::spent;
use firsthand_batch::source;
use firsthand_core::account::{account, alone};
use firsthand_core::story::copy::copies;
use firsthand_core::story::{group, sketch};
use firsthand_core::version::fold;
use firsthand_intake::Found;
use firsthand_text::language::{Annotated, Models};
use std::ops::ControlFlow;
use std::path::Path;
use std::time::Duration;

fn main() -> anyhow::Result<()> {
    let now = || spent().map_or(Duration::ZERO, |s| s.core);
    let mut last = Duration::ZERO;
    let mut told = |step: &str, found: String| {
        let at = now();
        println!("{step:<10}{:>9.2} s  {found}", at.saturating_sub(last).as_secs_f64());
        last = at;
    };
    let (models, mut reports, mut statements) = (Models::built_in(), Vec::<Annotated>::new(), 0);
    for file in std::env::args().skip(1) {
        source::read(Path::new(""), &file, &mut |found| {
            if let Found::Page(item) = found {
                let read = firsthand_text::read_page(&item.page(), &models);
                statements += alone(&read).statements.len();
                // Grouping sketches again; a run keeps them.
                let _ = sketch(&read);
                reports.push(read);
            }
            ControlFlow::Continue(())
        })?;
    }
    told("reading", format!("{} pages, {statements} statements", reports.len()));
    let versions = fold(reports);
    told("versions", format!("{} reports", versions.reports.len()));
    let found = copies(&versions.reports);
    told("copies", format!("{} pairs, {} groups", found.pairs.len(), found.groups.len()));
    let stories = group(&versions.reports);
    told("stories", format!("{} stories", stories.len()));
    let wanted = stories.iter().filter(|s| s.reports.len() > 1 && s.reports.len() <= 200);
    let made =
        wanted.map(|story| serde_json::to_string(&account(1, story, &versions)).map_or(0, |a| a.len()));
    let sizes: Vec<usize> = made.collect();
    told("accounts", format!("{} accounts, {} bytes", sizes.len(), sizes.iter().sum::<usize>()));
    println!("all       {:>9.2} s", now().as_secs_f64());
    Ok(())
}
