//! What stands above the first paragraph of the story.

use super::class::Class;
use super::region::Region;
use crate::page::Role;
use crate::report::line::{Label, Line};
use crate::report::{Why, byline};

/// Judges the blocks above the first one of the body.
pub(super) fn head(lines: &mut [Line<'_>], region: &Region, title: Option<usize>, first: usize) {
    let told = lines.iter().zip(&region.places).take(first);
    let told = told.filter(|(l, p)| l.is_open() && p.class == Class::Standfirst && l.words >= 6).count() > 0;
    let mut found = told;
    for (at, line) in lines.iter_mut().enumerate() {
        let above = line.label == Label::Above;
        if !above && (at >= first || !line.is_open()) {
            continue;
        }
        let place = region.places.get(at);
        let standfirst = place.is_some_and(|p| p.class == Class::Standfirst) && !above;
        let by = byline::byline(line.text()).is_some();
        let summary = !found && !by && title.is_some_and(|t| t < at) && at < first && is_summary(line);
        found |= summary;
        line.label = match () {
            () if standfirst && line.words >= 6 => Label::Body,
            () if summary => Label::Body,
            () if by => Label::Cut(Why::Byline),
            () if above => Label::Cut(Why::Navigation),
            () => Label::Cut(Why::Residue),
        };
    }
}

/// A sentence of some length between the title and the story.
fn is_summary(line: &Line<'_>) -> bool {
    let reads = line.stop && line.words >= 8 || line.words >= 12;
    reads && line.block.link_share < 0.2 && !matches!(line.block.role, Role::Heading(1) | Role::Item)
}
