//! Archives larger than one machine: firsthand's own functions over files, stage after stage.
//!
//! A stage is a list of tasks that know nothing of each other; an engine ([`engine`]) runs them, in this process or elsewhere. A
//! task reads files that manifests name and writes Parquet; a stage counts once its own manifest is written. DESIGN.md says why.

pub mod args;
pub mod calendar;
pub mod depot;
pub mod engine;
pub mod id;
pub mod inputs;
pub mod plan;
pub mod progress;
pub mod rows;
pub mod run;
pub mod source;
pub mod stage;
pub mod table;
pub mod tables;
pub mod texts;
pub mod turn;
pub mod union;
pub mod work;
