//! The one place that knows an engine: DataFusion runs `SELECT task(…) FROM work` with a row a partition.
//!
//! A stage is map-only: rows are independent, no task reads what another of the same stage writes, and a task that is done twice
//! gives the same files. So any engine that can run a scalar function over rows can take this one's place.

mod function;

use crate::work::{Outcome, Task};
use anyhow::{Context, Result, anyhow};
use datafusion::arrow::array::{AsArray, RecordBatch, StringArray};
use datafusion::arrow::datatypes::{DataType, Field, Schema, SchemaRef};
use datafusion::datasource::MemTable;
use datafusion::error::DataFusionError;
use datafusion::logical_expr::{ScalarUDF, col};
use datafusion::prelude::{SessionConfig, SessionContext};
use function::TaskFunction;
use std::sync::Arc;
use tokio::runtime::{Builder, Runtime};

/// The column of the work list: a task as JSON.
const TASK: &str = "task";

/// Runs stages.
#[derive(Debug)]
pub struct Engine {
    runtime: Runtime,
    threads: usize,
}

impl Engine {
    /// In this process, with so many tasks at a time.
    pub fn here(threads: usize) -> Result<Engine> {
        let runtime =
            Builder::new_multi_thread().worker_threads(threads.max(1)).thread_name("firsthand-task").build();
        Ok(Engine { runtime: runtime.context("no threads could be started")?, threads })
    }

    /// Does all tasks of a stage; what they did comes in no order. The first that fails ends the stage.
    pub fn run(&self, tasks: &[Task]) -> Result<Vec<Outcome>> {
        if tasks.is_empty() {
            return Ok(Vec::new());
        }
        let work = work(tasks)?;
        let batches = self.runtime.block_on(self.select(work)).map_err(told)?;
        let text = |batch: &RecordBatch| {
            let column = batch.column(0).as_string::<i32>();
            column.iter().map(|cell| cell.unwrap_or_default().to_owned()).collect::<Vec<_>>()
        };
        let outcomes = batches.iter().flat_map(text);
        let outcomes: Vec<Outcome> = outcomes.map(|t| serde_json::from_str(&t)).collect::<Result<_, _>>()?;
        anyhow::ensure!(
            outcomes.len() == tasks.len(),
            "the engine ran {} of {} tasks",
            outcomes.len(),
            tasks.len()
        );
        Ok(outcomes)
    }

    async fn select(&self, work: MemTable) -> Result<Vec<RecordBatch>, DataFusionError> {
        let config = SessionConfig::new()
            .with_target_partitions(self.threads.max(1))
            .with_round_robin_repartition(false)
            .with_coalesce_batches(false);
        let context = SessionContext::new_with_config(config);
        let function = ScalarUDF::from(TaskFunction::new());
        let work = context.read_table(Arc::new(work))?;
        work.select(vec![function.call(vec![col(TASK)])])?.collect().await
    }
}

/// The work list: one row a partition, so that each task is one of the engine's.
fn work(tasks: &[Task]) -> Result<MemTable> {
    let schema: SchemaRef = Arc::new(Schema::new(vec![Field::new(TASK, DataType::Utf8, false)]));
    let row = |task: &Task| -> Result<Vec<RecordBatch>> {
        let column = StringArray::from(vec![serde_json::to_string(task)?]);
        Ok(vec![RecordBatch::try_new(Arc::clone(&schema), vec![Arc::new(column)])?])
    };
    let partitions = tasks.iter().map(row).collect::<Result<Vec<_>>>()?;
    Ok(MemTable::try_new(Arc::clone(&schema), partitions)?)
}

/// What a task said, without what engines put around it.
fn told(error: DataFusionError) -> anyhow::Error {
    match error {
        DataFusionError::External(error) => anyhow!("{error}"),
        DataFusionError::Context(_, error) => told(*error),
        DataFusionError::Shared(error) => {
            anyhow!("{}", error.to_string().trim_start_matches("External error: "))
        }
        error => anyhow!("{}", error.to_string().trim_start_matches("External error: ")),
    }
}
