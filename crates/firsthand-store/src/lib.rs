//! Keeps what was read.

pub mod export;
