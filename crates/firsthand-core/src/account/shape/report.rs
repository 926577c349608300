//! A report: what it is, how it came to be read, and its passages.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One article by one outlet, cleaned.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Report {
    /// `r1`.
    pub id: String,
    /// Its number in the archive, where the account was made from one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub archived: Option<i64>,
    /// The name under which the page was given.
    pub location: String,
    /// Canonical address.
    pub url: Option<String>,
    /// Name of the outlet.
    pub outlet: Option<String>,
    /// Title.
    pub title: Option<String>,
    /// Who wrote it, joined by commas.
    pub byline: Option<String>,
    /// Agencies and media it names as where it comes from, outermost relay first.
    pub credits: Vec<String>,
    /// Place, day and agency at the head of the body.
    pub dateline: Option<Dateline>,
    /// Lines that say who else made it or where it is from: `Reporting by ...; editing by ...`.
    pub credit_lines: Vec<CreditLine>,
    /// What it says of itself: that it was updated, corrected, published elsewhere before.
    pub remarks: Vec<Remark>,
    /// When it was published.
    pub published: Published,
    /// When it was last changed, where its page says so; never the date of publication.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub updated: Option<Published>,
    /// Primary language (ISO 639-1).
    pub language: Option<String>,
    /// The body; passages count from its start.
    pub body: String,
    /// Captions of pictures.
    pub captions: Vec<String>,
    /// What was left out of the body, and why.
    pub dropped: Vec<Dropped>,
    /// Its earlier versions, oldest first: pages of the same address with other text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub versions: Vec<Revision>,
    /// What could not be done with it.
    pub notes: Vec<String>,
}

/// An earlier version of a report, and what the next version made of it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Revision {
    /// Its number in the archive, where the account was made from one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub archived: Option<i64>,
    /// The name under which its page was given.
    pub location: String,
    /// When it says it was last changed, or published (EDTF).
    pub value: Option<String>,
    /// Sentences that changed from it to the next version; none where only the page around the text differs.
    pub changes: Vec<Change>,
}

/// One sentence that an edit added, removed or changed.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Change {
    /// `added`, `removed` or `changed`.
    pub kind: String,
    /// The sentence in the older version, unless it was added.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Passage>,
    /// The sentence in the newer version, unless it was removed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<Passage>,
}

/// Place, day and agency at the head of a body.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Dateline {
    /// Place as written.
    pub place: Option<String>,
    /// Day (EDTF).
    pub date: Option<String>,
    /// Agency as written.
    pub agency: Option<String>,
}

/// A line that says who reported, wrote, edited, translated or contributed, or where the text is from.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct CreditLine {
    /// Its words.
    pub text: String,
    /// Persons, agencies and media it names, as written.
    pub names: Vec<String>,
    /// The bytes of the page where it stands: first, one past the last.
    pub bytes: Option<[usize; 2]>,
}

/// What an outlet says of its own report.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Remark {
    /// `update`, `correction`, `editor` or `republished`.
    pub kind: String,
    /// Its words.
    pub text: String,
    /// The bytes of the page where it stands: first, one past the last.
    pub bytes: Option<[usize; 2]>,
}

/// When a report was published: right, or absent.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Published {
    /// EDTF, or null.
    pub value: Option<String>,
    /// `printed`, `markup`, `feed`, `url`, `inferred`, or null.
    pub how: Option<String>,
    /// The words that give it.
    pub text: Option<String>,
    /// The bytes of the page where they stand: first, one past the last.
    pub bytes: Option<[usize; 2]>,
}

/// A block left out of the body.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Dropped {
    /// Its text.
    pub text: String,
    /// What it is: `form`, `advertisement`, `navigation` ...
    pub why: String,
}

/// A span of a report's body (or title), with its text: W3C Web Annotation text position and text quote in one.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Passage {
    /// The report, where it is not plain from the object that holds the passage.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub report: Option<String>,
    /// `title` where it stands in the title; otherwise it stands in the body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<String>,
    /// First scalar value.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// The text between them.
    pub text: String,
    /// The bytes of the page where it stands: first, one past the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bytes: Option<[usize; 2]>,
}
