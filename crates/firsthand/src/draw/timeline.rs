//! The timeline: happenings down an axis, those of one day together, with a break where much time passes.

mod gap;

use super::sheet::{BOLD, PLAIN, SMALL, Sheet, WIDTH};
use crate::index::Index;
use crate::page::links::Links;
use crate::wording::{capital, count, date, shorten};
use firsthand_core::account::Moment;
use gap::Gap;

/// So many happenings are drawn; the list beside the drawing has all.
const MOST: usize = 40;
/// Labels longer than this, in scalar values, are cut.
const LABEL: usize = 140;
/// Where the axis stands.
const AXIS: f64 = 8.0;

/// Draws the timeline; nothing for an account without one.
pub fn timeline(index: &Index<'_>, links: &Links) -> String {
    let moments = &index.account.timeline;
    let Some(first) = moments.first() else { return String::new() };
    let shown = moments.get(..MOST).unwrap_or(moments);
    let story = &index.account.story.id;
    let mut sheet = Sheet::new(WIDTH);
    let mut before: Option<(&str, f64)> = None;
    for moment in shown {
        before = match before {
            Some((day, dot)) if day == moment.when => Some((day, dot)),
            Some((day, dot)) => {
                axis(&mut sheet, dot, gap::between(day, &moment.when));
                Some((&moment.when, head(&mut sheet, moment)))
            }
            None => Some((&moment.when, head(&mut sheet, moment))),
        };
        let event = moment.events.iter().find(|id| has_place(index, id));
        let address = event.map(|id| format!("#{}", links.anchor(story, id)));
        sheet.words(AXIS + 16.0, &capital(&shorten(&moment.label, LABEL)), PLAIN, address.as_deref());
        if !moment.reports.is_empty() {
            sheet.words(AXIS + 16.0, &count(moment.reports.len(), "report"), SMALL, None);
        }
        sheet.y += 4.0;
    }
    if moments.len() > MOST {
        sheet.words(AXIS + 16.0, &format!("and {} more in the list", moments.len() - MOST), SMALL, None);
    }
    let last = moments.last().unwrap_or(first);
    let all = count(moments.len(), "happening");
    let description = format!("{all}, from {} to {}.", date(&first.when), date(&last.when));
    sheet.svg("timeline", &links.anchor(story, "timeline-drawing"), "Timeline", &description)
}

/// Whether the page shows this event, so that a link to it leads somewhere.
fn has_place(index: &Index<'_>, id: &str) -> bool {
    crate::selection::shared(index).iter().any(|event| event.id == id)
}

/// The day, with its dot on the axis. Gives the height of the dot.
fn head(sheet: &mut Sheet, moment: &Moment) -> f64 {
    let y = sheet.words(AXIS + 16.0, &date(&moment.when), BOLD, None);
    sheet.dot("moment", AXIS, y, 4.5);
    y
}

/// The axis from a dot down to the next, the longer the more time passes, broken where that would be too long.
fn axis(sheet: &mut Sheet, from: f64, gap: Gap) {
    let start = from + 5.0;
    match gap {
        Gap::Short(height) => sheet.y += height,
        Gap::Long(words) => {
            let top = sheet.y + 4.0;
            sheet.stroke("axis", &[(AXIS, start), (AXIS, top)]);
            sheet.y = top + 4.0;
            sheet.words(AXIS + 16.0, &words, SMALL, None);
            let zigzag = [(0.0, 0.0), (-4.0, 4.0), (4.0, 10.0), (-4.0, 16.0), (0.0, 20.0)];
            let points: Vec<(f64, f64)> = zigzag.iter().map(|(x, y)| (AXIS + x, top + y)).collect();
            sheet.stroke("axis break", &points);
            sheet.y = sheet.y.max(top + 20.0) + 6.0;
            sheet.stroke("axis", &[(AXIS, top + 20.0), (AXIS, sheet.y + 4.0)]);
            return;
        }
    }
    sheet.stroke("axis", &[(AXIS, start), (AXIS, sheet.y + 4.0)]);
}
