//! The pages for people, each with a twin in JSON.

use super::asked::Asked;
use super::problem::Problem;
use super::query::{self, Claimed, Filled, Nothing, Query, Stories, Words};
use super::state::State;
use super::story::{Found, elsewhere, report as find_report, story as find_story};
use super::{api, page};
use axum::extract::{self, Path};
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{Html, IntoResponse, Response};
use firsthand_store::Reader;
use std::sync::Arc;

type Shared = extract::State<Arc<State>>;
type Answer = Result<Response, Problem>;

/// `/`: the stories.
pub(super) async fn stories(state: Shared, asked: Asked, Filled(query): Filled<Stories>) -> Answer {
    if asked.json {
        return api::stories(state, asked, Query(query)).await;
    }
    let (wanted, paging) = query.wanted()?;
    let make = move |reader: &Reader| {
        let listing = reader.stories(&wanted, &paging)?;
        Ok(Html(page::plain("Stories", &format!("{} stories", listing.items.len()))).into_response())
    };
    state.answer(asked, make).await
}

/// `/story/12`: a story.
pub(super) async fn story(
    extract::State(state): Shared,
    asked: Asked,
    Path(id): Path<String>,
    Query(Nothing {}): Query<Nothing>,
) -> Answer {
    let id = bare(&id);
    if asked.json {
        return api::account(&state, asked, id).await;
    }
    let make = move |reader: &Reader| match find_story(reader, &id)? {
        Found::Moved(to) => Ok(elsewhere(&format!("/story/{to}"))),
        Found::Here(line) => Ok(Html(page::plain("Story", &line.headline)).into_response()),
    };
    state.answer(asked, make).await
}

/// `/report/345`: a report.
pub(super) async fn report(
    extract::State(state): Shared,
    asked: Asked,
    Path(id): Path<String>,
    Query(Nothing {}): Query<Nothing>,
) -> Answer {
    let id = bare(&id);
    if asked.json {
        return api::report_json(&state, asked, id).await;
    }
    let make = move |reader: &Reader| {
        let row = find_report(reader, &id)?;
        Ok(Html(page::plain("Report", row.title.as_deref().unwrap_or_default())).into_response())
    };
    state.answer(asked, make).await
}

/// `/report/345/page`: the bytes of its page as they came, to be kept, never to be shown: they may be anything.
pub(super) async fn bytes(
    extract::State(state): Shared,
    asked: Asked,
    Path(id): Path<String>,
    Query(Nothing {}): Query<Nothing>,
) -> Answer {
    let make = move |reader: &Reader| {
        let row = find_report(reader, &id)?;
        let item =
            reader.item(row.id)?.ok_or_else(|| Problem::missing("the bytes of this page are not kept"))?;
        let name = format!("attachment; filename=\"report-{}.txt\"", row.id);
        let name = HeaderValue::from_str(&name).map_err(|error| Problem::internal(&error.to_string()))?;
        let kind = HeaderValue::from_static("text/plain");
        Ok((StatusCode::OK, [(CONTENT_TYPE, kind), (CONTENT_DISPOSITION, name)], item.bytes).into_response())
    };
    state.answer(asked, make).await
}

/// `/search?q=`
pub(super) async fn search(state: Shared, asked: Asked, Filled(query): Filled<Words>) -> Answer {
    if asked.json {
        return api::search(state, asked, Query(query)).await;
    }
    let found = query.search()?;
    let make = move |reader: &Reader| {
        let listing =
            found.as_ref().map(|(search, paging)| query::found(reader, search, paging)).transpose()?;
        let count = listing.map_or(0, |listing| listing.items.len());
        Ok(Html(page::plain("Search", &format!("{count} reports"))).into_response())
    };
    state.answer(asked, make).await
}

/// `/check?claim=`
pub(super) async fn check(state: Shared, asked: Asked, Filled(query): Filled<Claimed>) -> Answer {
    if asked.json {
        return api::check(state, asked, Query(query)).await;
    }
    let claim = query.claim()?;
    let make = move |reader: &Reader| {
        let checked = claim.as_ref().map(|claim| super::check::Checked::of(reader, claim)).transpose()?;
        let state = checked.map(|checked| checked.state).unwrap_or_default();
        Ok(Html(page::plain("Check a claim", &state)).into_response())
    };
    state.answer(asked, make).await
}

/// `/help`
pub(super) async fn help(
    extract::State(state): Shared,
    asked: Asked,
    Query(Nothing {}): Query<Nothing>,
) -> Answer {
    let json = asked.json;
    let make = move |_: &Reader| {
        if !json {
            return Ok(Html(page::plain("Help", "firsthand")).into_response());
        }
        let links = serde_json::json!({
            "program": "firsthand",
            "version": env!("CARGO_PKG_VERSION"),
            "api": "/api/v1/openapi.json",
            "mcp": "/mcp",
            "events": "/events",
        });
        Ok(axum::Json(links).into_response())
    };
    state.answer(asked, make).await
}

/// `/assets/firsthand.css`
pub(super) async fn style() -> Response {
    asset("text/css; charset=utf-8", page::STYLE)
}

/// `/assets/firsthand.js`
pub(super) async fn script() -> Response {
    asset("text/javascript; charset=utf-8", page::SCRIPT)
}

/// A problem as a page.
pub(super) fn problem(problem: &Problem) -> Response {
    let title = problem.status.canonical_reason().unwrap_or("Error");
    let mut response = (problem.status, Html(page::plain(title, &problem.detail))).into_response();
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

fn asset(kind: &'static str, text: &'static str) -> Response {
    let headers = [(CONTENT_TYPE, kind), (CACHE_CONTROL, "no-cache")];
    (StatusCode::OK, headers, text).into_response()
}

/// The id without the ending of the twin.
fn bare(id: &str) -> String {
    id.strip_suffix(".json").unwrap_or(id).to_owned()
}
