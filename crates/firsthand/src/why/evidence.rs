//! A passage in its sentence, and a reason with its passages.

use crate::index::Index;
use crate::show::sheet::{FAINT, Sheet, paint};
use crate::wording::{clean, spaced};
use anstyle::Style;
use firsthand_core::account::{Passage, Reason};

/// The words a rule rests on.
const MARKED: Style = Style::new().bold().underline();

/// The first line: id and what it is.
pub(super) fn title(sheet: &mut Sheet, id: &str, what: &str) {
    sheet.head(&format!("{}  {}", clean(id), clean(what)));
}

/// A line `key: value`; nothing where the value is empty.
pub(super) fn fact(sheet: &mut Sheet, key: &str, value: &str) {
    if !value.is_empty() {
        sheet.hang("  ", 4, &format!("{} {}", paint(FAINT, &format!("{key}:")), clean(value)));
    }
}

/// A passage in its sentence, its words marked, and where it stands.
pub(super) fn evidence(index: &Index<'_>, report: &str, passage: &Passage, sheet: &mut Sheet) {
    let report = passage.report.as_deref().unwrap_or(report);
    let (before, words, after) = index.sentence(report, passage);
    let whole = before.trim().is_empty() && after.trim().is_empty();
    let shown = if whole {
        clean(&words).into_owned()
    } else {
        format!("{}{}{}", spaced(&before), marked(&words), spaced(&after))
    };
    sheet.quote(4, &shown);
    let place = index.report(report).map(|r| format!(", {}", clean(&r.location))).unwrap_or_default();
    let part = passage.part.as_deref().map(|p| format!(" of the {}", clean(p))).unwrap_or_default();
    let bytes = passage.bytes.map(|[a, b]| format!(", bytes {a} to {b}")).unwrap_or_default();
    let mut line = format!(
        "— {}{place}, characters {} to {}{part}{bytes}",
        index.name(report),
        passage.start,
        passage.end
    );
    if !whole {
        line.push_str(&format!(": {}", clean(&words)));
    }
    sheet.hang("    ", 6, &paint(FAINT, &line));
}

/// A reason: the rule, what it says here, and what it rests on.
pub(super) fn reason(index: &Index<'_>, reason: &Reason, sheet: &mut Sheet) {
    let rule = paint(FAINT, &format!("({})", clean(&reason.rule)));
    sheet.hang("  ", 4, &format!("{} {rule}", clean(&reason.because)));
    for passage in &reason.passages {
        evidence(index, "", passage, sheet);
    }
}

/// Word by word, since a line may end between any two of them.
fn marked(text: &str) -> String {
    let words: Vec<String> = clean(text).split(' ').map(|w| paint(MARKED, w)).collect();
    words.join(" ")
}
