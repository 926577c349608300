//! DataFusion in this process: `SELECT firsthand_task(task) FROM work`, a row a partition.

use super::function::{TaskFunction, answers};
use crate::work::{Outcome, Task};
use anyhow::{Result, anyhow};
use datafusion::arrow::array::{RecordBatch, StringArray};
use datafusion::arrow::datatypes::{DataType, Field, Schema, SchemaRef};
use datafusion::datasource::MemTable;
use datafusion::error::DataFusionError;
use datafusion::logical_expr::{ScalarUDF, col};
use datafusion::prelude::{SessionConfig, SessionContext};
use std::sync::Arc;

/// The column of the work list: a task as JSON.
const TASK: &str = "task";

/// Does all tasks, so many at a time.
pub(super) async fn run(tasks: &[Task], threads: usize) -> Result<Vec<Outcome>> {
    let batches = select(work(tasks)?, threads).await.map_err(told)?;
    let answers = batches.iter().flat_map(answers).collect::<Vec<_>>();
    answers.iter().map(|text| Ok(serde_json::from_str(text)?)).collect()
}

async fn select(work: MemTable, threads: usize) -> Result<Vec<RecordBatch>, DataFusionError> {
    let config = SessionConfig::new()
        .with_target_partitions(threads)
        .with_round_robin_repartition(false)
        .with_coalesce_batches(false);
    let context = SessionContext::new_with_config(config);
    let function = ScalarUDF::from(TaskFunction::failing());
    let work = context.read_table(Arc::new(work))?;
    work.select(vec![function.call(vec![col(TASK)])])?.collect().await
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
        error => anyhow!("{}", error.to_string().trim_start_matches("External error: ")),
    }
}
