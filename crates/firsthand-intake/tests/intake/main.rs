//! From made files to pages: every kind, sound and broken. All stories are invented.
#![allow(clippy::unwrap_used)]

mod any;
mod feeds;
mod made;
mod packed;
mod records;
mod web_archives;
