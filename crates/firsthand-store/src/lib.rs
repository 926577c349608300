//! Keeps what was read.
