//! Whom the markup names as where the text is from: `isBasedOn`, `sourceOrganization`, `provider`, `copyrightHolder` of
//! schema.org, and the `original-source` and `syndication-source` of news search.

use super::super::agency;
use super::{host, values};
use crate::page::{Fact, Page};

/// Names of where the text is from, each with the fact that gives it. An address gives the listed medium of its host; of an
/// organisation only listed ones count, since sites put their owner there, and as provider or holder only agencies. What
/// a report is based on is named as written where it is an article of no listed outlet.
pub(in super::super) fn sources(page: &Page) -> Vec<(String, &Fact)> {
    const ADDRESSES: [(&str, &str); 4] = [
        ("json-ld", "isBasedOn.url"),
        ("meta", "original-source"),
        ("meta", "syndication-source"),
        ("meta", "article:original_source"),
    ];
    const NAMES: [(&str, &str); 1] = [("json-ld", "isBasedOn")];
    const ORGANISATIONS: [(&str, &str); 1] = [("json-ld", "sourceOrganization")];
    const HOLDERS: [(&str, &str); 2] = [("json-ld", "provider"), ("json-ld", "copyrightHolder")];
    let mut out: Vec<(String, &Fact)> = values(page, &NAMES).map(|f| (f.value.clone(), f)).collect();
    for fact in values(page, &ADDRESSES) {
        if let Some(medium) = host(&fact.value).and_then(|h| agency::of_host(&h)) {
            out.push((medium.name.to_owned(), fact));
        }
    }
    out.extend(
        values(page, &ORGANISATIONS).filter(|f| agency::of(&f.value).is_some()).map(|f| (f.value.clone(), f)),
    );
    out.extend(
        values(page, &HOLDERS).filter(|f| agency::agency(&f.value).is_some()).map(|f| (f.value.clone(), f)),
    );
    out
}
