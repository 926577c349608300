//! Parameters of addresses, checked: what is not known is refused, what makes no sense is said.

use super::problem::Problem;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use firsthand_store::{Hit, Listing, Paging, Reader, Search, Wanted};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use utoipa::IntoParams;

/// Items of a list, unless told.
const USUAL: usize = 20;
/// Items of a list at most.
const MOST: usize = 100;
/// No number of a change is greater: every program that reads JSON can tell them apart.
const LAST: i64 = 9_007_199_254_740_991;
/// Scalar values of a parameter at most.
const LONGEST: usize = 2000;

/// The parameters of an address, as `T` has them. Rejected with 400 where one is not known, stands twice or is no value
/// of its type.
#[derive(Debug)]
pub(super) struct Query<T>(pub(super) T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Query<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Query<T>, Problem> {
        read(parts.uri.query().unwrap_or_default()).map(Query)
    }
}

/// The same, where fields of a form that were left empty count as absent.
#[derive(Debug)]
pub(super) struct Filled<T>(pub(super) T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Filled<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Filled<T>, Problem> {
        let query = parts.uri.query().unwrap_or_default();
        let filled: Vec<&str> = query
            .split('&')
            .filter(|pair| pair.split_once('=').is_some_and(|(_, value)| !value.is_empty()))
            .collect();
        read(&filled.join("&")).map(Filled)
    }
}

fn read<T: DeserializeOwned>(query: &str) -> Result<T, Problem> {
    let pairs: Vec<(String, String)> = url::form_urlencoded::parse(query.as_bytes()).into_owned().collect();
    if let Some((name, _)) =
        pairs.iter().find(|(_, value)| value.chars().count() > LONGEST || value.contains('\0'))
    {
        let name = shown(name);
        return Err(Problem::malformed(format!(
            "the value of {name} is longer than {LONGEST} characters or no text"
        )));
    }
    let uri = axum::http::Uri::builder().path_and_query(format!("/?{query}")).build();
    let uri = uri.map_err(|_| Problem::malformed("the query is no query"))?;
    axum::extract::Query::<T>::try_from_uri(&uri)
        .map(|query| query.0)
        .map_err(|rejected| Problem::malformed(shown(&said(&rejected))))
}

/// The innermost reason.
fn said(error: &dyn std::error::Error) -> String {
    let mut innermost = error;
    while let Some(source) = innermost.source() {
        innermost = source;
    }
    format!("the query cannot be read: {innermost}")
}

/// A text of the asker as it may stand in a line.
fn shown(text: &str) -> String {
    crate::wording::clean(text).chars().take(300).collect()
}

/// Which stories are wanted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct Stories {
    /// A name or words that a report of the story holds.
    #[param(min_length = 1, max_length = 2000)]
    pub(super) about: Option<String>,
    /// An outlet with a report in the story, as `outlets` spells it.
    #[param(min_length = 1, max_length = 2000)]
    pub(super) outlet: Option<String>,
    /// With a report of this day or later.
    #[param(format = "date", example = "2025-03-12")]
    pub(super) since: Option<String>,
    /// With a report of this day or earlier.
    #[param(format = "date", example = "2025-03-14")]
    pub(super) until: Option<String>,
    /// With so many reports or more.
    #[param(minimum = 1, maximum = 1_000_000)]
    pub(super) least: Option<usize>,
    /// Only stories with a dispute.
    pub(super) disputed: Option<bool>,
    /// Where the list goes on: `next` of the answer before.
    #[param(pattern = "^[0-9]{1,18}$")]
    pub(super) after: Option<String>,
    /// How many.
    #[param(minimum = 1, maximum = 100)]
    pub(super) limit: Option<usize>,
}

/// What is searched for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct Words {
    /// Words that the report holds, all of them.
    #[param(required, min_length = 1, max_length = 2000)]
    pub(super) q: Option<String>,
    /// A name that the report holds.
    #[param(min_length = 1, max_length = 2000)]
    pub(super) about: Option<String>,
    /// The outlet, as `outlets` spells it.
    #[param(min_length = 1, max_length = 2000)]
    pub(super) outlet: Option<String>,
    /// Published this day or later.
    #[param(format = "date")]
    pub(super) since: Option<String>,
    /// Published this day or earlier.
    #[param(format = "date")]
    pub(super) until: Option<String>,
    /// The best match first instead of the newest.
    pub(super) ranked: Option<bool>,
    /// Where the list goes on: `next` of the answer before.
    #[param(pattern = "^[0-9]{1,18}$")]
    pub(super) after: Option<String>,
    /// How many.
    #[param(minimum = 1, maximum = 100)]
    pub(super) limit: Option<usize>,
}

/// A claim to be looked up.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct Claimed {
    /// The claim, a sentence.
    #[param(required, min_length = 1, max_length = 2000)]
    pub(super) claim: Option<String>,
}

/// How far the log is known.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct Since {
    /// The last change that is known: only later ones are given.
    #[param(minimum = 0, maximum = 9_007_199_254_740_991_i64)]
    pub(super) after: Option<i64>,
    /// How many.
    #[param(minimum = 1, maximum = 100)]
    pub(super) limit: Option<usize>,
}

/// No parameters at all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Nothing {}

impl Stories {
    /// As the archive takes it.
    pub(super) fn wanted(&self) -> Result<(Wanted, Paging), Problem> {
        Ok((
            Wanted {
                about: filled("about", self.about.as_ref())?,
                outlet: filled("outlet", self.outlet.as_ref())?,
                since: day("since", self.since.as_ref())?,
                until: day("until", self.until.as_ref())?,
                least: within("least", self.least, 1, 1_000_000)?,
                disputed: self.disputed.unwrap_or_default(),
            },
            paging(self.after.as_ref(), self.limit)?,
        ))
    }
}

impl Words {
    /// As the archive takes it.
    pub(super) fn search(&self) -> Result<(Search, Paging), Problem> {
        let search = Search {
            words: filled("q", self.q.as_ref())?.unwrap_or_default(),
            any: false,
            about: filled("about", self.about.as_ref())?,
            outlet: filled("outlet", self.outlet.as_ref())?,
            since: day("since", self.since.as_ref())?,
            until: day("until", self.until.as_ref())?,
            ranked: self.ranked.unwrap_or_default(),
        };
        Ok((search, paging(self.after.as_ref(), self.limit)?))
    }
    /// What was typed, sense or not, to be shown beside what is wrong with it.
    pub(super) fn as_typed(&self) -> Search {
        Search {
            words: self.q.clone().unwrap_or_default(),
            any: false,
            about: self.about.clone(),
            outlet: self.outlet.clone(),
            since: self.since.clone(),
            until: self.until.clone(),
            ranked: self.ranked.unwrap_or_default(),
        }
    }
}

impl Claimed {
    /// The claim; None where there is none yet.
    pub(super) fn claim(&self) -> Result<Option<String>, Problem> {
        filled("claim", self.claim.as_ref())
    }
}

impl Since {
    /// The last change that is known, and how many are wanted.
    pub(super) fn bounds(&self) -> Result<(i64, usize), Problem> {
        let after = self.after.unwrap_or_default();
        if !(0..=LAST).contains(&after) {
            return Err(Problem::senseless("after is the number of a change, from 0"));
        }
        Ok((after, within("limit", self.limit, USUAL, MOST)?))
    }
}

/// Reports with the words; none where there is no word among them.
pub(super) fn found(reader: &Reader, search: &Search, paging: &Paging) -> Result<Listing<Hit>, Problem> {
    if !search.words.chars().any(char::is_alphanumeric) {
        return Ok(Listing { items: Vec::new(), next: None });
    }
    Ok(reader.search(search, paging)?)
}

/// Where a list begins and how long it is.
pub(super) fn paging(after: Option<&String>, limit: Option<usize>) -> Result<Paging, Problem> {
    Ok(Paging { after: filled("after", after)?, most: within("limit", limit, USUAL, MOST)? })
}

/// How many, within bounds of its own.
pub(super) fn bounded(name: &str, given: Option<usize>, usual: usize, most: usize) -> Result<usize, Problem> {
    within(name, given, usual, most)
}

fn within(name: &str, given: Option<usize>, usual: usize, most: usize) -> Result<usize, Problem> {
    match given {
        None => Ok(usual),
        Some(given) if (1..=most).contains(&given) => Ok(given),
        Some(given) => Err(Problem::senseless(format!("{name} is 1 to {most}, not {given}"))),
    }
}

fn filled(name: &str, given: Option<&String>) -> Result<Option<String>, Problem> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn queries() {
        for (query, status) in [
            ("", 200),
            (
                "about=Halcyon&outlet=a%20b&since=2024-02-29&until=2025-01-01&least=2&disputed=true&limit=100",
                200,
            ),
            ("limit=1", 200),
            ("abuot=Halcyon", 400),
            ("limit=1&limit=2", 400),
            ("limit=many", 400),
            ("limit=-1", 400),
            ("disputed=perhaps", 400),
            ("about=a%00b", 400),
            ("limit=0", 422),
            ("limit=101", 422),
            ("least=0", 422),
            ("about=", 422),
            ("since=2023-02-29", 422),
            ("since=2023-2-9", 422),
            ("since=yesterday", 422),
            ("until=2023-02-20T10:00", 422),
        ] {
            let done = read::<Stories>(query).and_then(|stories| stories.wanted());
            assert_eq!(done.map_or_else(|problem| problem.status.as_u16(), |_| 200), status, "{query}");
        }
        let problem = read::<Stories>("abuot=x").unwrap_err();
        assert!(
            problem.detail.contains("`abuot`") && problem.detail.contains("`about`"),
            "{}",
            problem.detail
        );
    }

    #[test]
    fn what_is_searched_for() {
        let found = |query: &str| read::<Words>(query).and_then(|words| words.search());
        let (search, paging) = found("q=ferry+mole&ranked=true").unwrap();
        assert_eq!((search.words.as_str(), search.ranked, paging.most), ("ferry mole", true, USUAL));
        assert!(found("q=").is_err());
        assert!(read::<Since>("after=-1").unwrap().bounds().is_err());
        assert_eq!(read::<Since>("after=7").unwrap().bounds().unwrap(), (7, USUAL));
    }
}
