//! The one who does tasks.

use super::health::health;
use super::{config, state};
use anyhow::{Context, Result, anyhow};
use ballista_core::config::TaskSchedulingPolicy;
use ballista_core::registry::BallistaFunctionRegistry;
use ballista_executor::executor_process::{ExecutorProcessConfig, start_executor_process};
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::time::sleep;

/// How long it waits for its scheduler.
const PATIENCE: Duration = Duration::from_secs(60);

/// How an executor is started.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Post {
    /// Where its scheduler is, `host:port`.
    pub scheduler: String,
    /// The address of this machine it listens at.
    pub bind: String,
    /// The name others reach it by, where that is another.
    pub host: Option<String>,
    /// Two ports: answers, tasks.
    pub ports: (u16, u16),
    /// How many tasks at a time.
    pub threads: usize,
    /// The folder for its answers until they are fetched.
    pub scratch: PathBuf,
    /// Seconds between signs of life.
    pub heartbeat: u64,
}

/// Works until it is told to end. `tell` hears when it begins.
///
/// Errors: no scheduler answers within a minute, an address is taken, the scratch folder cannot be made.
pub async fn execute(post: &Post, tell: &dyn Fn(&str)) -> Result<()> {
    let begun = Instant::now();
    while let Err(error) = health(&post.scheduler).await {
        if begun.elapsed() > PATIENCE {
            let wanted = "no scheduler; start `firsthand-batch scheduler` there";
            return Err(error.context(format!("{}: {wanted}", post.scheduler)));
        }
        sleep(Duration::from_millis(500)).await;
    }
    let (host, port) = post.scheduler.rsplit_once(':').context("--scheduler is HOST:PORT")?;
    let folder = post.scratch.join(format!("firsthand-executor-{}", std::process::id()));
    fs::create_dir_all(&folder)
        .with_context(|| format!("{}: the folder cannot be made", folder.display()))?;
    let set = ExecutorProcessConfig {
        bind_host: post.bind.clone(),
        external_host: post.host.clone(),
        port: post.ports.0,
        grpc_port: post.ports.1,
        scheduler_host: host.to_owned(),
        scheduler_port: port.parse().context("--scheduler is HOST:PORT")?,
        scheduler_connect_timeout_seconds: 10,
        vcores: post.threads,
        task_scheduling_policy: TaskSchedulingPolicy::PushStaged,
        work_dir: Some(folder.display().to_string()),
        executor_heartbeat_interval_seconds: post.heartbeat,
        // Tasks keep themselves in bounds; the engine holds a row each.
        memory_pool_size: Some(0),
        override_config_producer: Some(Arc::new(config)),
        override_function_registry: Some(Arc::new(BallistaFunctionRegistry::from(&state(config())?))),
        ..ExecutorProcessConfig::default()
    };
    tell(&format!("executor of {} with {} tasks at a time", post.scheduler, post.threads));
    let ended = start_executor_process(Arc::new(set)).await;
    // Nothing is lost if it stays.
    let _ = fs::remove_dir_all(&folder);
    ended.map_err(|error| anyhow!("the executor ended: {error}"))
}
