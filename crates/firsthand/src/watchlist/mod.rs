//! Reading the lists that `--watchlist` names: tables with a head line, or FollowTheMoney entities, one a line.

mod ftm;
mod table;

use anyhow::{Context, bail};
use firsthand_core::watchlist::{Entry, Kind, Watchlist};
use std::path::{Path, PathBuf};

/// Reads all lists. Errors: a file that cannot be read, is no list, or has a line that is no entry: each named with its line,
/// since a list that is read in part would promise what it cannot hold.
pub(crate) fn read(files: &[PathBuf]) -> anyhow::Result<Watchlist> {
    let mut all = Vec::new();
    for file in files {
        let shown = file.display();
        let bytes = std::fs::read(file).with_context(|| format!("{shown}: cannot be read"))?;
        let text = String::from_utf8(bytes).with_context(|| format!("{shown}: is no text in UTF-8"))?;
        let found = entries(&name(file), &text).with_context(|| format!("{shown}"))?;
        if found.is_empty() {
            bail!("{shown}: has no entry with a name");
        }
        all.extend(found);
    }
    Ok(Watchlist::new(all))
}

/// The entries of the text of a list: a table, or entities of FollowTheMoney where it begins with an object. Errors: a line
/// that is no entry.
pub fn entries(list: &str, text: &str) -> anyhow::Result<Vec<Entry>> {
    let text = text.trim_start_matches('\u{feff}');
    match text.trim_start().starts_with('{') {
        true => ftm::entries(list, text),
        false => table::entries(list, text),
    }
}

/// What a list is called in accounts: its file without folder and ending.
fn name(file: &Path) -> String {
    file.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned())
}

/// What a schema of FollowTheMoney, or a word of a table, says an entry is.
fn kind(schema: &str) -> Kind {
    match schema.trim().to_ascii_lowercase().as_str() {
        "person" | "individual" => Kind::Person,
        "organization" | "organisation" | "company" | "publicbody" | "entity" => Kind::Organisation,
        _ => Kind::Unknown,
    }
}

/// Codes of countries as ISO 3166-1 alpha-2 in capitals; what is no country is left out.
fn countries<'a>(codes: impl Iterator<Item = &'a str>) -> Vec<String> {
    use firsthand_text::language::country;
    let known =
        |code: &str| country::of_code(code).or_else(|| country::named(code)).map(|c| c.code.to_owned());
    let mut out: Vec<String> = codes.filter_map(|code| known(code.trim())).collect();
    out.sort_unstable();
    out.dedup();
    out
}

/// An entry with the names that are not empty, each once, in their order; None where there are none.
fn entry(list: &str, id: String, kind: Kind, names: Vec<String>) -> Option<Entry> {
    let mut kept: Vec<String> = Vec::new();
    for name in names {
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        if !name.is_empty() && !kept.contains(&name) {
            kept.push(name);
        }
    }
    let of = Entry { list: list.to_owned(), id, kind, names: kept, countries: Vec::new(), roles: Vec::new() };
    (!of.names.is_empty()).then_some(of)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(name: &str, text: &str) -> Result<Vec<Entry>, String> {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join(name);
        std::fs::write(&file, text).unwrap();
        let found = entries("list", text);
        read(std::slice::from_ref(&file))
            .map_err(|e| format!("{e:#}").replace(&file.display().to_string(), "LIST"))?;
        Ok(found.unwrap())
    }

    #[test]
    fn tables_and_entities_give_the_same_entries() {
        let want = [Entry {
            list: "list".to_owned(),
            id: "V-1".to_owned(),
            kind: Kind::Person,
            names: ["Tae Jong Su", "TAE, Jong-su"].map(str::to_owned).to_vec(),
            countries: vec!["KP".to_owned()],
            roles: vec!["Minister of Harbours".to_owned()],
        }];
        for text in [
            "id,schema,name,aliases,countries,position\nV-1,Person,Tae Jong Su,\"TAE, Jong-su\",kp,Minister of Harbours\n",
            "\u{feff}Name;Id;Type;Alias;Country;Position\nTae Jong Su;V-1;person;TAE, Jong-su;North Korea;Minister of Harbours\n",
            "name\tid\tkind\taliases\tcountry\trole\nTae Jong Su\tV-1\tPerson\tTae  Jong Su;TAE, Jong-su\tPRK\tMinister of Harbours\n",
            "{\"id\":\"V-1\",\"schema\":\"Person\",\"properties\":{\"name\":[\"Tae Jong Su\"],\"alias\":[\"TAE, Jong-su\"],\"nationality\":[\"kp\"],\"position\":[\"Minister of Harbours\"]}}\n\n",
        ] {
            assert_eq!(of("list.csv", text).unwrap(), want, "{text}");
        }
    }

    #[test]
    fn bad_lists_are_named_with_their_line() {
        for (text, want) in [
            ("", "LIST: has no head line with a column `name`"),
            ("id,birth\n1,2\n", "LIST: has no head line with a column `name`"),
            ("id,name\n1,Tae Jong Su\n2\n", "LIST: line 3: has 1 fields, the head line 2"),
            ("id,name\n1,\n", "LIST: has no entry with a name"),
            (
                "{\"id\":1}\n",
                "LIST: line 1: is no entity of FollowTheMoney: invalid type: integer `1`, expected a string",
            ),
            (
                "{\"id\":\"a\",\"schema\":\"Person\",\"properties\":{}}\n{oh\n",
                "LIST: line 2: is no entity of FollowTheMoney: key must be a string",
            ),
        ] {
            let said = of("list.csv", text).unwrap_err();
            assert!(said.starts_with(want), "{said}");
        }
    }
}
