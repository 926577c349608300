//! Entities of FollowTheMoney, one JSON object a line, as OpenSanctions publishes `entities.ftm.json`
//! (followthemoney.tech, "Entity streams").

use anyhow::Context;
use firsthand_core::watchlist::Entry;
use serde::Deserialize;

#[derive(Deserialize)]
struct Entity {
    id: String,
    schema: String,
    #[serde(default)]
    properties: Properties,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Properties {
    name: Vec<String>,
    alias: Vec<String>,
    previous_name: Vec<String>,
    country: Vec<String>,
    nationality: Vec<String>,
    jurisdiction: Vec<String>,
    citizenship: Vec<String>,
    position: Vec<String>,
}

/// The schemas of those who act and of what is named beside them; addresses, sanctions and other links between them have
/// no name of their own.
const NAMED: [&str; 10] = [
    "Person",
    "Organization",
    "Company",
    "LegalEntity",
    "PublicBody",
    "Vessel",
    "Airplane",
    "Asset",
    "CryptoWallet",
    "Security",
];

/// The entries of a stream. Weak aliases are left out: they are given names and nicknames that fit anybody.
pub(super) fn entries(list: &str, text: &str) -> anyhow::Result<Vec<Entry>> {
    let mut out = Vec::new();
    for (n, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let read: Result<Entity, _> = serde_json::from_str(line);
        let entity = read.map_err(|error| anyhow::anyhow!("is no entity of FollowTheMoney: {error}"));
        let entity = entity.with_context(|| format!("line {}", n + 1))?;
        if !NAMED.contains(&entity.schema.as_str()) {
            continue;
        }
        let its = entity.properties;
        let names = [its.name, its.alias, its.previous_name].concat();
        if let Some(entry) = super::entry(list, entity.id, super::kind(&entity.schema), names) {
            let codes = [its.country, its.nationality, its.jurisdiction, its.citizenship].concat();
            let countries = super::countries(codes.iter().map(String::as_str));
            out.push(Entry { countries, roles: its.position, ..entry });
        }
    }
    Ok(out)
}
