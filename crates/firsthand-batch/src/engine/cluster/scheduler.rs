//! The one who gives tasks to executors.

use super::{config, state};
use anyhow::{Context, Result};
use ballista_core::config::TaskSchedulingPolicy;
use ballista_scheduler::cluster::BallistaCluster;
use ballista_scheduler::config::SchedulerConfig;
use ballista_scheduler::scheduler_process::{create_scheduler, start_grpc_service_with_listener};
use datafusion_proto::protobuf::{LogicalPlanNode, PhysicalPlanNode};
use std::net::SocketAddr;
use std::sync::Arc;
use tokio::net::TcpListener;

/// How a scheduler is started.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hall {
    /// Where it listens; port 0 is any that is free.
    pub bind: SocketAddr,
    /// After so many seconds without a sign of life an executor is lost, and what it had in hand goes to others.
    pub lost_after: u64,
}

/// Serves until it is told to end. `tell` hears where.
///
/// Errors: the address is taken or not of this machine.
pub async fn schedule(hall: &Hall, tell: &dyn Fn(&str)) -> Result<()> {
    let failed = || format!("{}: cannot be listened at", hall.bind);
    let listener = TcpListener::bind(hall.bind).await.with_context(failed)?;
    let address = listener.local_addr().with_context(failed)?;
    let set = SchedulerConfig {
        bind_host: address.ip().to_string(),
        bind_port: address.port(),
        external_host: address.ip().to_string(),
        scheduling_policy: TaskSchedulingPolicy::PushStaged,
        executor_timeout_seconds: hall.lost_after,
        expire_dead_executor_interval_seconds: (hall.lost_after / 4).max(1),
        // Longer than the client waits: it is the client that says what is missing.
        no_executors_grace_period_seconds: 600,
        // An answer is a few hundred bytes, and nobody comes for it twice.
        finished_job_data_clean_up_interval_seconds: 60,
        finished_job_state_clean_up_interval_seconds: 60,
        override_config_producer: Some(Arc::new(config)),
        override_session_builder: Some(Arc::new(state)),
        ..SchedulerConfig::default()
    };
    let cluster = BallistaCluster::new_from_config(&set).await?;
    let scheduler = create_scheduler::<LogicalPlanNode, PhysicalPlanNode>(cluster, Arc::new(set)).await?;
    tell(&format!("scheduler at {address}"));
    tokio::select! {
        served = start_grpc_service_with_listener(listener, scheduler) => Ok(served?),
        () = ended() => Ok(()),
    }
}

/// Until somebody asks it to end.
async fn ended() {
    let mut terminate = match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
        Ok(terminate) => terminate,
        Err(_) => return std::future::pending().await,
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = terminate.recv() => {}
    }
}
