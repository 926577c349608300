//! What a request must pass before it is answered, one guard a file.

pub mod header;
pub mod host;
pub mod limit;
pub mod login;
pub mod token;
