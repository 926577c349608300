//! What a text stage could not do, said in words instead of an error.

use serde::{Deserialize, Serialize};

/// One remark a stage leaves about its input.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// What kind of trouble it is.
    pub trouble: Trouble,
    /// One clear line, lower case, without a full stop: what is wrong and what was done.
    pub message: String,
}

impl Note {
    /// A note of this kind with this message.
    pub fn new(trouble: Trouble, message: impl Into<String>) -> Note {
        Note { trouble, message: message.into() }
    }
}

/// Kinds of trouble a stage can meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Trouble {
    /// Nothing to read: an empty file.
    Empty,
    /// The bytes are no text in any encoding we know.
    Binary,
    /// Bytes were replaced on decoding, or the declared encoding is not the true one.
    Encoding,
    /// A record that is not as its archive says it is.
    Archive,
    /// A limit on size or depth was reached; the rest was left out.
    Limit,
    /// A page on which no body was found.
    NoText,
    /// The body was found, but the page does not show it: it stands in a script or is hidden.
    Hidden,
    /// A language the models do not know: statements are unmeasured.
    Language,
    /// Something that could not be read as a date, with the text as found.
    Date,
}

impl Trouble {
    /// Whether the report cannot be used at all (the program then counts the input as failed).
    pub fn is_fatal(self) -> bool {
        matches!(self, Trouble::Empty | Trouble::Binary | Trouble::NoText)
    }
}
