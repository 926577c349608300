//! Parameters of addresses, checked: what is not known is refused, what makes no sense is said.

mod shape;
mod value;

pub(super) use shape::{Claimed, Nothing, Since, Stories, Words};
pub(super) use value::{found, paging, within};

use super::problem::Problem;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use serde::de::DeserializeOwned;

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

#[cfg(test)]
mod tests {
    use super::value::USUAL;
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
            ("after=123456789012345678", 200),
            ("after=", 422),
            ("after=-1", 422),
            ("after=1234567890123456789", 422),
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
