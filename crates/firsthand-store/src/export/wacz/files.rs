//! What firsthand says of the pages, in a folder of its own.

use super::{Part, line};
use crate::export::{Dossier, Error, id, jsonld};
use serde_json::json;

/// The account, its statements one a line, annotations and provenance.
pub(super) fn files(dossier: &Dossier) -> Result<Vec<Part>, Error> {
    let mut account = serde_json::to_vec(&*dossier.account)?;
    account.push(b'\n');
    let (mut annotations, mut prov) = (Vec::new(), Vec::new());
    jsonld::annotation::page(dossier, &mut annotations)?;
    jsonld::prov::write(dossier, &mut prov)?;
    let part = |path, bytes| Part { path, bytes, packed: false };
    Ok(vec![
        part("firsthand/account.json", account),
        part("firsthand/statements.jsonl", statements(dossier)?),
        part("firsthand/annotations.jsonld", annotations),
        part("firsthand/prov.jsonld", prov),
    ])
}

/// The statements as the account has them, each with its name outside of the account and the version it stands in.
fn statements(dossier: &Dossier) -> Result<Vec<u8>, Error> {
    let mut lines = Vec::new();
    for statement in &dossier.account.statements {
        let Some(place) = dossier.place(&statement.report) else { continue };
        let urn = id::statement(place.copy, statement);
        lines.extend(line(&json!({
            "urn": urn,
            "version": id::version(place.copy),
            "digest": place.copy.digest,
            "statement": statement,
        }))?);
    }
    Ok(lines)
}
