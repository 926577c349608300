//! The archive from outside: what goes in comes out, whatever happens in between.
#![allow(clippy::unwrap_used)]

mod add;
mod decide;
mod grow;
mod keep;
mod made;
mod together;
