//! What kind of event does a statement tell of, who acts, on whom?

pub mod direction;
pub mod feature;
pub mod lexis;
pub mod pair;
pub mod root;
