//! What an archive holds, in the formats of others.
#![allow(clippy::unwrap_used)]

mod annotations;
mod archive;
mod fixture;
mod ftm;
mod jsonl;
mod linked;
mod ninjs;
mod shapes;
mod tables;
mod tool;
mod wacz;
