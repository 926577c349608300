//! A table with a head line (RFC 4180; also with semicolons or tabs): `id,name,aliases,schema,countries,position`, as
//! OpenSanctions writes `targets.simple.csv`, or any table with a column `name`.

use anyhow::{Context, bail};
use firsthand_core::watchlist::Entry;

/// Names of a column, the program's own first.
const COLUMNS: [(Column, &[&str]); 6] = [
    (Column::Id, &["id", "key", "uid"]),
    (Column::Name, &["name", "caption", "full_name"]),
    (Column::Aliases, &["aliases", "alias", "other_names"]),
    (Column::Kind, &["schema", "type", "kind"]),
    (Column::Countries, &["countries", "country", "nationality"]),
    (Column::Roles, &["position", "role", "title"]),
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Id,
    Name,
    Aliases,
    Kind,
    Countries,
    Roles,
}

/// The entries of a table. An entry without a key has the number of its line for one.
pub(super) fn entries(list: &str, text: &str) -> anyhow::Result<Vec<Entry>> {
    let head = text.lines().next().unwrap_or_default();
    let mark = ['\t', ';', ','].into_iter().max_by_key(|m| head.matches(*m).count()).unwrap_or(',');
    let mut rows = csv::ReaderBuilder::new()
        .delimiter(mark as u8)
        .flexible(true)
        .has_headers(false)
        .from_reader(text.as_bytes())
        .into_records();
    let head = rows.next().transpose().context("line 1: is no row of a table")?.unwrap_or_default();
    let columns: Vec<Option<Column>> = head.iter().map(column).collect();
    if !columns.contains(&Some(Column::Name)) {
        bail!("has no head line with a column `name`");
    }
    let mut out = Vec::new();
    for row in rows {
        let row = row.context("is no table")?;
        let line = row.position().map_or(0, csv::Position::line);
        if row.len() != columns.len() {
            bail!("line {line}: has {} fields, the head line {}", row.len(), columns.len());
        }
        let of = |wanted: Column| {
            let fields = columns.iter().zip(row.iter()).filter(move |(c, _)| **c == Some(wanted));
            fields.map(|(_, field)| field.trim()).filter(|field| !field.is_empty())
        };
        // A list within a field is parted by semicolons; where they part the fields, by bars.
        let parts = if mark == ';' { '|' } else { ';' };
        let listed = |wanted: Column| of(wanted).flat_map(move |field| field.split(parts)).map(str::trim);
        let names = of(Column::Name).chain(listed(Column::Aliases)).map(str::to_owned).collect();
        let id = of(Column::Id).next().map_or_else(|| format!("line {line}"), str::to_owned);
        let kind = super::kind(of(Column::Kind).next().unwrap_or_default());
        if let Some(entry) = super::entry(list, id, kind, names) {
            out.push(Entry {
                countries: super::countries(listed(Column::Countries)),
                roles: listed(Column::Roles).map(str::to_owned).collect(),
                ..entry
            });
        }
    }
    Ok(out)
}

fn column(head: &str) -> Option<Column> {
    let head = head.trim().to_ascii_lowercase().replace(' ', "_");
    COLUMNS.iter().find(|(_, names)| names.contains(&head.as_str())).map(|(column, _)| *column)
}
