//! Finding things by id.
