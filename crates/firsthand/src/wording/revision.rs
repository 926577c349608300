//! What an edit did to a report, in words.

use super::{count, date, value};
use firsthand_core::account::{Change, Past, Revision};

/// `earlier version of 13 March 2025; since then 1 sentence added, 2 changed`.
pub fn revision(revision: &Revision) -> String {
    let of = revision.value.as_deref().map(|v| format!(" of {}", date(v))).unwrap_or_default();
    let mut told: Vec<String> = Vec::new();
    for kind in ["added", "removed", "changed"] {
        match revision.changes.iter().filter(|c| c.kind == kind).count() {
            0 => {}
            n if told.is_empty() => told.push(format!("{} {kind}", count(n, "sentence"))),
            n => told.push(format!("{n} {kind}")),
        }
    }
    if told.is_empty() {
        return format!("earlier version{of} with the same text");
    }
    format!("earlier version{of}; since then {}", told.join(", "))
}

/// The sentence before and after, either missing where it was added or removed.
pub fn sentences(change: &Change) -> (Option<&str>, Option<&str>) {
    (change.before.as_ref().map(|p| p.text.as_str()), change.after.as_ref().map(|p| p.text.as_str()))
}

/// `Mole Gazette said 4 sailors until 3 March 2025, 11:00; now 5 sailors`.
pub fn past(name: &str, slot: &str, past: &Past) -> String {
    let until = past.until.as_deref().map(|u| format!(" until {}", date(u))).unwrap_or_default();
    let now = match past.now.as_deref() {
        Some(now) => format!("now {}", value(slot, now)),
        None => "says nothing of it now".to_owned(),
    };
    format!("{name} said {}{until}; {now}", value(slot, &past.value))
}
