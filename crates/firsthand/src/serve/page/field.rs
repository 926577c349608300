//! Fields of forms, each with its label.

use crate::page::markup::text;

/// So many outlets are offered while typing.
const OFFERED: usize = 300;

/// A text field.
pub(super) fn typed(id: &str, name: &str, label: &str, value: &str, more: &str) -> String {
    format!(
        "<p class=\"field\"><label for=\"{id}\">{label}</label>\
         <input id=\"{id}\" name=\"{name}\" value=\"{}\" autocomplete=\"off\"{more}></p>\n",
        text(value)
    )
}

/// A field for a day.
pub(super) fn day(id: &str, name: &str, label: &str, value: &str) -> String {
    typed(id, name, label, value, " type=\"date\"")
}

/// A field for an outlet, with the outlets of the archive to choose from.
pub(super) fn outlet(value: &str, outlets: &[(String, u64)]) -> String {
    let offered: String = outlets
        .iter()
        .take(OFFERED)
        .map(|(name, _)| format!("<option value=\"{}\"></option>\n", text(name)))
        .collect();
    let field = typed("outlet", "outlet", "Outlet", value, " list=\"outlets\"");
    format!("{field}<datalist id=\"outlets\">\n{offered}</datalist>\n")
}

/// A box to tick.
pub(super) fn ticked(id: &str, name: &str, label: &str, on: bool) -> String {
    let checked = if on { " checked" } else { "" };
    format!(
        "<p class=\"field tick\"><input type=\"checkbox\" id=\"{id}\" name=\"{name}\" value=\"true\"{checked}>\
         <label for=\"{id}\">{label}</label></p>\n"
    )
}
