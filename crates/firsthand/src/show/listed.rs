//! Who may stand on a watchlist.

use super::sheet::{FAINT, HEAD, Sheet, paint};
use crate::index::Index;
use crate::selection;
use crate::wording::clean;

/// Shows every link with both spellings, what speaks for it and what against it; none is left out.
pub(super) fn show(index: &Index<'_>, sheet: &mut Sheet) {
    let links = selection::listed(index);
    if links.is_empty() {
        return;
    }
    sheet.head("MAY BE ON A LIST");
    for (entity, link) in links {
        let key = format!("{}, {} {}", link.name, link.list, link.id);
        sheet.noted("• ", 2, &format!("{}: {}", paint(HEAD, &clean(&entity.name)), clean(&key)), &entity.id);
        for reason in &link.reasons {
            sheet.hang("  for: ", 7, &paint(FAINT, &clean(reason)));
        }
        for reason in &link.against {
            sheet.hang("  against: ", 11, &clean(reason));
        }
    }
}
