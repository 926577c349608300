//! What was found, at the top.

use super::sheet::{DISPUTED, FAINT, HEAD, Sheet, paint};
use crate::index::Index;
use crate::wording::{clean, day, shorten};
use firsthand_core::account::{Measure, Status};

/// A headline longer than this, in scalar values, is cut: then it is a text that was taken for one.
const HEADLINE: usize = 240;
/// And so is a finding.
const FINDING: usize = 400;

/// Shows headline, finding and days.
pub(super) fn show(index: &Index<'_>, sheet: &mut Sheet) {
    let story = &index.account.story;
    let headline = shorten(&story.headline, HEADLINE);
    sheet.para(0, &paint(HEAD, if headline.is_empty() { "(no headline)" } else { &headline }));
    if !story.finding.is_empty() {
        sheet.para(0, &shorten(&story.finding, FINDING));
    }
    match story.measure {
        Measure::Measured => {}
        Measure::Partial => {
            sheet.para(0, "Not every report could be measured: the count of origins is a lower bound.")
        }
        Measure::Unmeasured => sheet.para(0, "Origins could not be measured in any of these reports."),
    }
    let mut facts = vec![format!("story {}", clean(&story.id))];
    match (story.first_published.as_deref(), story.last_published.as_deref()) {
        (Some(first), Some(last)) if first != last => {
            facts.push(format!("published {} to {}", day(first), day(last)));
        }
        (Some(one), _) | (_, Some(one)) => facts.push(format!("published {}", day(one))),
        (None, None) => facts.push("no day of publication known".into()),
    }
    let disputed = index.account.points.iter().filter(|p| p.status == Status::Disputed).count();
    let mut line = paint(FAINT, &facts.join(" · "));
    if disputed > 0 {
        line.push_str(&paint(FAINT, " · "));
        line.push_str(&paint(DISPUTED, &format!("{disputed} disputed")));
    }
    sheet.para(0, &line);
}
