//! Which address is what, and the guards around all of them.

use super::guard::{header, host, limit, login, token};
use super::state::State;
use super::{api, event, mcp, view};
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::get;
use std::sync::Arc;

/// Everything the server answers. A request passes the guards from the last to the first.
pub(super) fn router(state: &Arc<State>) -> Router {
    let pages = Router::new()
        .route("/", get(view::stories))
        .route("/stories.json", get(view::stories))
        .route("/story/{id}", get(view::story))
        .route("/report/{id}", get(view::report))
        .route("/report/{id}/page", get(view::bytes))
        .route("/search", get(view::search))
        .route("/search.json", get(view::search))
        .route("/check", get(view::check))
        .route("/check.json", get(view::check))
        .route("/help", get(view::help))
        .route("/help.json", get(view::help))
        .route("/assets/firsthand.css", get(view::style))
        .route("/assets/firsthand.js", get(view::script))
        .route("/events", get(event::events))
        .route("/login", get(login::show).post(login::enter));
    pages
        .merge(api::router())
        .route_service("/mcp", mcp::over_http(state))
        .with_state(Arc::clone(state))
        .layer(DefaultBodyLimit::max(limit::BODY))
        .layer(from_fn_with_state(Arc::clone(state), token::guard))
        .layer(from_fn(limit::guard))
        .layer(from_fn_with_state(Arc::clone(state), host::guard))
        .layer(from_fn(header::guard))
}
