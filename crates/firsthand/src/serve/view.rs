//! The pages for people, each with a twin in JSON.

use super::asked::Asked;
use super::guard::header::HTML;
use super::problem::Problem;
use super::query::{self, Claimed, Filled, Nothing, Query, Stories, Words};
use super::state::State;
use super::story::{Found, elsewhere, report as find_report, story as find_story};
use super::{api, claim, page, public};
use axum::extract::{self, Path};
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
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
        let view = page::StoriesView {
            wanted: &wanted,
            listing: &reader.stories(&wanted, &paging)?,
            counts: &reader.counts()?,
            outlets: &reader.outlets()?,
            older: paging.after.is_some(),
        };
        Ok(html(StatusCode::OK, page::stories(&view)))
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
        Found::Here(line) => {
            let account = reader.account(line.id)?;
            let account = account.ok_or_else(|| Problem::missing("this story has no reports any more"))?;
            let view =
                page::StoryView { id: line.id, account: &public::account(&account), related: &line.related };
            Ok(html(StatusCode::OK, page::story(&view)))
        }
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
        let row = public::report(find_report(reader, &id)?);
        let versions: Vec<_> = reader.versions(row.id)?.into_iter().map(public::report).collect();
        let account = reader.account(row.story)?.map(|account| public::account(&account));
        let view = page::ReportView { row: &row, account: account.as_ref(), versions: &versions };
        Ok(html(StatusCode::OK, page::report(&view)))
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
    let wanted = query.q.is_some();
    // A question that makes no sense is said beside its form, where it can be put right.
    let (search, paging, complaint) = match query.search() {
        Ok((search, paging)) => (search, paging, None),
        Err(problem) => (query.as_typed(), query::paging(None, None)?, Some(problem.detail)),
    };
    let make = move |reader: &Reader| {
        let asks = wanted && complaint.is_none();
        let found = asks.then(|| query::found(reader, &search, &paging)).transpose()?;
        let view = page::SearchView {
            search: &search,
            found: found.as_ref(),
            outlets: &reader.outlets()?,
            further: paging.after.is_some(),
            complaint: complaint.as_deref(),
        };
        let status = if complaint.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
        Ok(html(status, page::search(&view)))
    };
    state.answer(asked, make).await
}

/// `/check?claim=`
pub(super) async fn check(state: Shared, asked: Asked, Filled(query): Filled<Claimed>) -> Answer {
    if asked.json {
        return api::check(state, asked, Query(query)).await;
    }
    let typed = query.claim()?.unwrap_or_default();
    let make = move |reader: &Reader| {
        let answer = if typed.is_empty() { None } else { Some(claim::answer(reader, &typed)?) };
        let (sides, notes) = answer.as_ref().map_or_else(Default::default, claim::view);
        let sides = answer.as_ref().filter(|answer| answer.unmeasured.is_none()).map(|_| &*sides);
        Ok(html(StatusCode::OK, page::check(&page::CheckView { claim: &typed, sides, notes: &notes })))
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
            return Ok(html(StatusCode::OK, page::help()));
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
    let status = problem.status.as_u16();
    let page = page::problem(&page::Problem { status, detail: &problem.detail, moved: None });
    let mut response = html(problem.status, page);
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

fn html(status: StatusCode, page: String) -> Response {
    (status, [(CONTENT_TYPE, HTML)], page).into_response()
}

fn asset(kind: &'static str, text: &'static str) -> Response {
    let headers = [(CONTENT_TYPE, kind), (CACHE_CONTROL, "no-cache")];
    (StatusCode::OK, headers, text).into_response()
}

/// The id without the ending of the twin.
fn bare(id: &str) -> String {
    id.strip_suffix(".json").unwrap_or(id).to_owned()
}
