//! Which report is the medium that others cite?

use crate::index::Index;
use firsthand_core::account::{Edge, Report};

/// The end of a step that others have it from: the only report of a medium in place of the medium, where it was there before
/// the one that cites it. Which of two reports was cited is not known, and what came later was not. A medium that is said to have
/// it from another stays a line of its own: its report may say nothing of that.
pub(super) fn source<'a>(index: &Index<'a>, edge: &'a Edge) -> &'a str {
    let onward = |e: &&Edge| e.from == edge.to && e.kind != "quotes" && !super::is_speaker(index, &e.to);
    let report = of_medium(index, &edge.to)
        .filter(|_| !index.account.lineage.iter().any(|e| onward(&e)))
        .filter(|r| r.id != edge.from && index.report(&edge.from).is_some_and(|citing| is_before(r, citing)));
    report.map_or(&edge.to, |r| &r.id)
}

/// The only report of a medium that was collected.
fn of_medium<'a>(index: &Index<'a>, origin: &str) -> Option<&'a Report> {
    let name = plain(&index.origin(origin).filter(|o| o.collected)?.name);
    let of_it = |r: &&Report| r.outlet.as_deref().is_some_and(|o| plain(o) == name);
    let mut of_it = index.account.reports.iter().filter(of_it);
    let only = of_it.next()?;
    of_it.next().is_none().then_some(only)
}

fn plain(name: &str) -> String {
    let name = name.trim().to_lowercase();
    name.strip_prefix("the ").map_or(name.clone(), str::to_owned)
}

/// Whether a report was published on the same day as another or before.
fn is_before(report: &Report, other: &Report) -> bool {
    fn day(report: &Report) -> Option<&str> {
        report.published.value.as_deref()?.get(..10)
    }
    matches!((day(report), day(other)), (Some(a), Some(b)) if a <= b)
}
