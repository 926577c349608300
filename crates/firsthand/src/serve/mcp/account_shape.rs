//! What `read_account` is asked and gives.

use super::shape::{OriginTold, Quotation, State};
use firsthand_core::account::{Listed, Status};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Which part of an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(super) enum Section {
    /// What the reports answer, disputes first, each answer with its sentences.
    #[default]
    Points,
    /// What one origin alone says, what matters most first.
    Exclusives,
    /// Who is quoted, word by word.
    Quotes,
    /// Happenings in order of time.
    Timeline,
    /// Who and what is named, in every spelling.
    Names,
    /// The reports.
    Reports,
}

/// Which account, and what of it.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Question {
    /// The story: `s12`.
    pub(super) story: String,
    /// The part of the account that is wanted.
    #[serde(default)]
    pub(super) section: Section,
    /// `next` of the answer before, to go on.
    pub(super) after: Option<usize>,
    /// How many items of the section, 1 to 50 [default: 20].
    pub(super) limit: Option<usize>,
}

/// A part of an account.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Answer {
    /// The story: `s12`.
    pub(super) story: String,
    /// Whether the count of origins is measured.
    pub(super) state: State,
    /// Why.
    pub(super) why: String,
    /// How many reports.
    pub(super) reports_count: usize,
    /// How many origins stand behind its statements.
    pub(super) origins_count: usize,
    /// How many there may be at most, where that differs.
    pub(super) origins_possible: Option<usize>,
    /// Points by how their answers stand to one another.
    pub(super) points_count: Points,
    /// The origins.
    pub(super) origins: Vec<OriginTold>,
    /// How many origins are not listed.
    pub(super) origins_left_out: usize,
    /// The section that follows.
    pub(super) section: Section,
    /// Points, where that is the section.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) points: Vec<PointTold>,
    /// What one origin alone says, where that is the section.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) exclusives: Vec<ExclusiveTold>,
    /// Quotations, where that is the section.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) quotes: Vec<SpeechTold>,
    /// Happenings, where that is the section.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) timeline: Vec<MomentTold>,
    /// Names, where that is the section.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) names: Vec<NameTold>,
    /// Reports, where that is the section.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) reports: Vec<ReportTold>,
    /// What `after` must be for the next piece; null at the end.
    pub(super) next: Option<usize>,
    /// How many items come after these.
    pub(super) left_out: usize,
}

/// Points, counted.
#[derive(Debug, Default, Serialize, JsonSchema)]
pub(super) struct Points {
    /// Answers that cannot all be true of the same happening.
    pub(super) disputed: usize,
    /// Answers that can all be true, one more exact than another.
    pub(super) refined: usize,
    /// Several reports, the same answer.
    pub(super) agreed: usize,
    /// One report, or copies of one.
    pub(super) single: usize,
}

/// One question that reports answer.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct PointTold {
    /// Its id within the story: `p1`.
    pub(super) id: String,
    /// The question.
    pub(super) question: String,
    /// `disputed`, `refined`, `agreed` or `single`.
    pub(super) status: Status,
    /// The rule behind the status.
    pub(super) reason: String,
    /// The answers, the one that most reports give first.
    pub(super) answers: Vec<AnswerTold>,
    /// What a report answered before it was edited.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) formerly: Vec<FormerTold>,
}

/// An answer that a report gave in an earlier version.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct FormerTold {
    /// The report.
    pub(super) report: String,
    /// `changed`, `refined` or `withdrawn`.
    pub(super) kind: String,
    /// The value then.
    pub(super) value: String,
    /// The sentence then.
    pub(super) sentence: String,
    /// The value now; null where it is withdrawn.
    pub(super) now: Option<String>,
    /// When the version without it says it was changed (EDTF).
    pub(super) until: Option<String>,
    /// The correction the report prints.
    pub(super) correction: Option<String>,
}

/// A happening one origin alone tells of.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct ExclusiveTold {
    /// The sentence that tells most of it.
    pub(super) sentence: Quotation,
    /// The reports that have it.
    pub(super) reports: Vec<String>,
    /// What speaks for its place in the list.
    pub(super) because: String,
}

/// One answer to a point.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct AnswerTold {
    /// The value.
    pub(super) value: String,
    /// Origins behind it, by name.
    pub(super) origins: Vec<String>,
    /// Reports that give it.
    pub(super) reports: Vec<String>,
    /// Sentences that give it.
    pub(super) sentences: Vec<Quotation>,
    /// How many sentences are not shown.
    pub(super) left_out: usize,
}

/// Somebody quoted.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct SpeechTold {
    /// Who speaks.
    pub(super) speaker: String,
    /// In which role, as the reports give it.
    pub(super) role: Option<String>,
    /// To whom.
    pub(super) told: Option<String>,
    /// The words.
    pub(super) quote: Quotation,
}

/// A happening in time.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct MomentTold {
    /// When (EDTF).
    pub(super) when: String,
    /// What, in a few words.
    pub(super) what: String,
    /// A sentence that says so.
    pub(super) statement: Option<Quotation>,
    /// Reports that give it.
    pub(super) reports: Vec<String>,
}

/// A name.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct NameTold {
    /// The fullest of its commonest forms.
    pub(super) name: String,
    /// `person`, `organisation`, `place`, `facility`, `group`, `event`, `work`, `product` or `other`.
    pub(super) kind: String,
    /// What the reports call him, her or it.
    pub(super) roles: Vec<String>,
    /// Spellings, the commonest first.
    pub(super) spellings: Vec<String>,
    /// How many spellings are not listed.
    pub(super) left_out: usize,
    /// Entries of watchlists this may be, with what speaks for it and what against it; links, no proof that they are one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) may_be_listed: Vec<Listed>,
}

/// A report.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct ReportTold {
    /// Its id, for open_passage: `r345`.
    pub(super) report: String,
    /// Its title.
    pub(super) title: Option<String>,
    /// The outlet.
    pub(super) outlet: Option<String>,
    /// Its address on the web.
    pub(super) url: Option<String>,
    /// Day of publication (EDTF).
    pub(super) published: Option<String>,
    /// Agencies and media it names as where it comes from.
    pub(super) credits: Vec<String>,
    /// How many earlier versions are kept.
    pub(super) earlier_versions: usize,
}
