//! Names that are spelled in more than one way.

use super::Measure;
use super::sheet::{FAINT, HEAD, Sheet, paint};
use crate::index::Index;
use crate::selection;
use crate::wording::{clean, count};
use firsthand_core::account::Form;

/// Spellings of one name that are shown.
const FORMS: usize = 6;

/// Shows the spellings.
pub(super) fn show(index: &Index<'_>, most: &Measure, sheet: &mut Sheet) {
    let names = selection::spellings(index);
    if names.is_empty() {
        return;
    }
    sheet.head("NAMES IN SEVERAL SPELLINGS");
    for (entity, forms) in names.iter().take(most.names) {
        let mut shown: Vec<String> = forms.iter().take(FORMS).map(|f| form(index, f)).collect();
        if forms.len() > FORMS {
            shown.push(format!("{} more", forms.len() - FORMS));
        }
        let text = format!("{}: {}", paint(HEAD, &clean(&entity.name)), shown.join(", "));
        sheet.noted("• ", 2, &text, &entity.id);
    }
    sheet.more(0, names.len(), most.names);
}

fn form(index: &Index<'_>, form: &Form) -> String {
    let by = match form.reports.as_slice() {
        [one] => index.name(one),
        several => count(several.len(), "report"),
    };
    format!("{}{}", clean(&form.text), paint(FAINT, &format!(" ({by})")))
}
