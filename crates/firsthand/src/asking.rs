//! Asking an archive about a claim: which stories may speak of it, and what they say.

use firsthand_core::account::Account;
use firsthand_core::check::{Answer, Claim, Record};
use firsthand_store::{Error, Paging, Reader, Search};
use firsthand_text::language::country;
use std::sync::Arc;

/// So many stories are looked through: the first few hold what there is, and each costs an account.
pub const STORIES: usize = 20;
/// So many reports are taken from one search.
const REPORTS: usize = 100;

/// Answers a claim from an archive.
///
/// # Errors
/// A file that cannot be read.
pub fn answer(reader: &Reader, claim: &Claim) -> Result<Answer, Error> {
    let mut accounts: Vec<Arc<Account>> = Vec::new();
    for story in candidates(reader, claim)? {
        accounts.extend(reader.account(story)?);
    }
    Ok(Record::new(accounts.iter().map(Arc::as_ref)).check(claim))
}

/// The stories of an archive that may speak of a claim, the likeliest first, no more than [`STORIES`]: those whose reports
/// have all of its names and words, then those that have all the names, then those with most of either.
///
/// # Errors
/// A file that cannot be read.
pub fn candidates(reader: &Reader, claim: &Claim) -> Result<Vec<i64>, Error> {
    if claim.unmeasured.is_some() {
        return Ok(Vec::new());
    }
    let names: Vec<String> = claim.names.iter().map(|n| plain(&n.text)).collect();
    let mut words: Vec<String> = claim.words.iter().map(|w| plain(&w.text)).collect();
    words.extend(claim.predicate.as_deref().map(plain));
    let places = claim.names.iter().filter_map(|n| country::of_demonym(&n.text)).map(|c| plain(c.name));
    let any: Vec<String> = names.iter().chain(&words).cloned().chain(places).collect();
    let mut out: Vec<i64> = Vec::new();
    for (words, any) in [([&names[..], &words[..]].concat(), false), (names, false), (any, true)] {
        let words = words.join(" ");
        if words.trim().is_empty() {
            continue;
        }
        let search = Search { words, any, ranked: true, ..Search::default() };
        for hit in reader.search(&search, &Paging { after: None, most: REPORTS })?.items {
            if out.len() == STORIES {
                return Ok(out);
            }
            if !out.contains(&hit.report.story) {
                out.push(hit.report.story);
            }
        }
    }
    Ok(out)
}

/// A text as plain words: marks that a search would take for its own are left out.
fn plain(text: &str) -> String {
    text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn marks_are_no_part_of_a_search() {
        for (text, want) in [("Pak Jun-seo", "Pak Jun seo"), ("\"Orlik\" OR *", "Orlik OR"), ("…", "")] {
            assert_eq!(plain(text), want);
        }
    }
}
