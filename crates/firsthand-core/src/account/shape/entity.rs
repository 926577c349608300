//! People, bodies and places under all their names.

use super::Passage;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One person, organisation, place or other thing with a name, and every form it is spelled in.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Entity {
    /// `e1`.
    pub id: String,
    /// The name to show: the fullest of the commonest forms.
    pub name: String,
    /// `person`, `organisation`, `place`, `facility`, `group`, `event`, `work`, `product` or `other`.
    pub kind: String,
    /// What the reports call him, her or it: `external economic relations minister`.
    pub roles: Vec<String>,
    /// ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// Spellings, the commonest first.
    pub forms: Vec<Form>,
    /// Why the forms were put together, one reason for each form after the first.
    pub reasons: Vec<Reason>,
    /// Entries of watchlists that this may be; absent where no list was given or none fits.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub listed: Vec<Listed>,
}

/// An entry of a watchlist that an entity may be. A link, no merge: whether they are one is for the reader to say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Listed {
    /// The list.
    pub list: String,
    /// The key of the entry there.
    pub id: String,
    /// The spelling of the list that is meant.
    pub name: String,
    /// The spelling of the reports that is like it.
    pub form: String,
    /// What speaks for it, the likeness of the spellings first.
    pub reasons: Vec<String>,
    /// What speaks against it.
    pub against: Vec<String>,
}

/// One spelling of a name.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Form {
    /// As written.
    pub text: String,
    /// Reports that use it.
    pub reports: Vec<String>,
    /// How often it stands there.
    pub count: usize,
}

/// A rule that held, in words, with the passages it rests on.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Reason {
    /// Short name of the rule: `transliteration`, `acronym`, `credit-in-text`.
    pub rule: String,
    /// What it says here, in one sentence.
    pub because: String,
    /// The passages it rests on.
    pub passages: Vec<Passage>,
}
