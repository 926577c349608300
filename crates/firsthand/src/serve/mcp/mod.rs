//! MCP: six tools for an agent, over standard input and output or HTTP. All of them only read, and only the archive.
//!
//! Whatever a report says stands in fields named `sentence`, `quote` or `title`, so that an agent can tell quotation from
//! answer. Each tool is one file; `tool` has what they share, `shape` the parts their answers are made of.

mod account;
mod account_shape;
mod agent;
mod check;
mod find;
mod ledger;
mod lineage;
mod open;
mod search;
mod shape;
mod speech;
mod tool;

use super::guard::limit;
use super::pool::Pool;
use super::state::State;
use agent::Agent;
use anyhow::Context;
use rmcp::ServiceExt;
use rmcp::transport::streamable_http_server::session::never::NeverSessionManager;
use rmcp::transport::streamable_http_server::{StreamableHttpServerConfig, StreamableHttpService};
use std::sync::Arc;

/// Answers over standard input and output until the input ends. Errors: the asker does not speak the protocol.
pub fn over_standard(pool: Arc<Pool>) -> anyhow::Result<()> {
    super::runtime()?.block_on(async {
        let running = match Agent::new(pool).serve(rmcp::transport::stdio()).await {
            Ok(running) => running,
            // Nobody asked anything.
            Err(rmcp::service::ServerInitializeError::ConnectionClosed(_)) => return Ok(()),
            Err(error) => {
                return Err(error).context("standard input does not speak the Model Context Protocol");
            }
        };
        running.waiting().await.map(|_| ()).context("the conversation ended in a panic")
    })
}

/// The service at `/mcp`: without sessions, each question for itself. Host and origin are guarded for all addresses alike.
pub(super) fn over_http(state: &Arc<State>) -> StreamableHttpService<Agent, NeverSessionManager> {
    let config = StreamableHttpServerConfig::default()
        .with_legacy_session_mode(false)
        .with_json_response(true)
        .disable_allowed_hosts()
        .with_max_request_body_bytes(limit::BODY);
    let agent = Agent::new(Arc::clone(&state.pool));
    StreamableHttpService::new(move || Ok(agent.clone()), Arc::new(NeverSessionManager::default()), config)
}
