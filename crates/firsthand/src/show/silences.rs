//! What reports leave out that most others tell.

use super::Measure;
use super::sheet::{FAINT, Sheet, paint};
use crate::index::Index;
use crate::wording::{capital, clean, count};

/// Shows for each report what it leaves out.
pub(super) fn show(index: &Index<'_>, most: &Measure, sheet: &mut Sheet) {
    let silences = &index.account.silences;
    let told: Vec<_> = silences.iter().filter(|s| s.omitted.as_ref().is_none_or(|o| !o.is_empty())).collect();
    if told.is_empty() {
        return;
    }
    sheet.head("LEFT OUT BY SOME, TOLD BY MOST");
    for silence in told.iter().take(most.reports) {
        let name = index.name(&silence.report);
        let Some(omitted) = &silence.omitted else {
            sheet.hang("• ", 2, &format!("{name}: {}", paint(FAINT, "nothing could be read from it")));
            continue;
        };
        sheet.para(0, &format!("{name}:"));
        for omission in omitted.iter().take(most.omissions) {
            let point = omission.point.as_deref().and_then(|p| index.point(p)).map(|p| (&p.label, &p.id));
            let event = || index.event(&omission.event).map(|v| (&v.label, &v.id));
            let Some((label, id)) = point.or_else(event) else { continue };
            let told = format!("told by {} · {id}", count(omission.told_by, "report"));
            sheet.noted("• ", 2, &capital(&clean(label)), &told);
        }
        sheet.more(2, omitted.len(), most.omissions);
    }
    sheet.more(0, told.len(), most.reports);
}
