//! `firsthand-batch scheduler` and `firsthand-batch executor`.

use super::{FINE, say, scratch, threads};
use anyhow::{Context, Result};
use firsthand_batch::args::{Executor, Scheduler};
use firsthand_batch::engine::cluster::{self, Hall, Post};
use std::future::Future;
use tokio::runtime::Runtime;

/// Serves until it is told to end.
pub(super) fn schedule(asked: &Scheduler) -> Result<u8> {
    let hall = Hall { bind: asked.bind, lost_after: asked.lost_after };
    within(cluster::schedule(&hall, &say))
}

/// Works until it is told to end.
pub(super) fn execute(asked: &Executor) -> Result<u8> {
    scratch(asked.scratch.as_deref())?;
    let threads = threads(asked.threads);
    // Within a task work is shared out as well.
    rayon::ThreadPoolBuilder::new().num_threads(threads).build_global()?;
    let post = Post {
        scheduler: asked.scheduler.clone(),
        bind: asked.bind.to_string(),
        host: asked.host.clone(),
        ports: (asked.port, asked.task_port),
        threads,
        scratch: asked.scratch.clone().unwrap_or_else(std::env::temp_dir),
        heartbeat: asked.heartbeat,
    };
    within(cluster::execute(&post, &say))
}

fn within(serving: impl Future<Output = Result<()>>) -> Result<u8> {
    Runtime::new().context("no threads could be started")?.block_on(serving)?;
    Ok(FINE)
}
