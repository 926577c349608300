//! Values of parameters, checked.

use super::super::problem::Problem;
use super::shown;
use firsthand_store::{Hit, Listing, Paging, Reader, Search};

/// Items of a list, unless told.
pub(super) const USUAL: usize = 20;
/// Items of a list at most.
pub(super) const MOST: usize = 100;

/// Reports with the words; none where there is no word among them.
pub(in super::super) fn found(
    reader: &Reader,
    search: &Search,
    paging: &Paging,
) -> Result<Listing<Hit>, Problem> {
    if !search.words.chars().any(char::is_alphanumeric) {
        return Ok(Listing { items: Vec::new(), next: None });
    }
    Ok(reader.search(search, paging)?)
}

/// Where a list begins and how long it is.
pub(in super::super) fn paging(after: Option<&String>, limit: Option<usize>) -> Result<Paging, Problem> {
    if after.is_some_and(|after| !is_cursor(after)) {
        return Err(Problem::senseless(
            "after is no cursor that this archive gave; start from the first page",
        ));
    }
    Ok(Paging { after: after.cloned(), most: within("limit", limit, USUAL, MOST)? })
}

/// Whether a text may be a cursor, as the archive gives them.
fn is_cursor(text: &str) -> bool {
    (1..=18).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
}

/// A number within bounds; how many that is unless told.
pub(in super::super) fn within(
    name: &str,
    given: Option<usize>,
    usual: usize,
    most: usize,
) -> Result<usize, Problem> {
    match given {
        None => Ok(usual),
        Some(given) if (1..=most).contains(&given) => Ok(given),
        Some(given) => Err(Problem::senseless(format!("{name} is 1 to {most}, not {given}"))),
    }
}

/// A text that is not empty.
pub(super) fn filled(name: &str, given: Option<&String>) -> Result<Option<String>, Problem> {
    match given {
        Some(text) if text.is_empty() => Err(Problem::senseless(format!("{name} is empty; leave it out"))),
        other => Ok(other.cloned()),
    }
}

/// A day of the calendar, `2024-04-23`.
pub(super) fn day(name: &str, given: Option<&String>) -> Result<Option<String>, Problem> {
    let Some(text) = given else { return Ok(None) };
    let whole =
        text.len() == 10 && text.parse::<jiff::civil::Date>().is_ok_and(|date| date.to_string() == *text);
    if !whole {
        return Err(Problem::senseless(format!("{name} is a day such as 2024-04-23, not {}", shown(text))));
    }
    Ok(Some(text.clone()))
}
