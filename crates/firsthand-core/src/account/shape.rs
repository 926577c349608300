//! The account as data: what the JSON holds, field by field (`firsthand schema` prints the JSON Schema of it).
//!
//! Positions are counts of Unicode scalar values. Ids are unique within one account.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The value of `schema` in every account of this form.
pub const SCHEMA: &str = "firsthand/account/1";

/// Everything known of one story.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Account {
    /// Always `firsthand/account/1`.
    pub schema: String,
    /// The story in short.
    pub story: Story,
    /// Its reports, ordered by location.
    pub reports: Vec<Report>,
    /// Who and what is named, with every spelling.
    pub entities: Vec<Entity>,
    /// What the reports state, in order of report and place.
    pub statements: Vec<Statement>,
    /// Happenings, the weightiest first.
    pub events: Vec<Event>,
    /// What the statements of an event answer, the weightiest first.
    pub points: Vec<Point>,
    /// Where statements enter the record.
    pub origins: Vec<Origin>,
    /// Who has it from whom.
    pub lineage: Vec<Edge>,
    /// Who speaks, and to whom.
    pub quotes: Vec<Speech>,
    /// Past and present happenings in order of time.
    pub timeline: Vec<Moment>,
    /// What one origin alone says, copies taken as one: what matters most to the story first.
    #[serde(default)]
    pub exclusives: Vec<Exclusive>,
    /// What each report leaves out that more than half of the others tell; none where there are fewer than three reports.
    #[serde(default)]
    pub silences: Vec<Silence>,
}

/// The story in short.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Story {
    /// Id of the story in this run: `s1`.
    pub id: String,
    /// Title of the most central report.
    pub headline: String,
    /// What was found, in one sentence: `5 reports of the departure, 1 origin: Korean Central News Agency`.
    pub finding: String,
    /// Earliest date of publication (EDTF).
    pub first_published: Option<String>,
    /// Latest date of publication (EDTF).
    pub last_published: Option<String>,
    /// How many reports.
    pub reports: usize,
    /// How many origins stand behind its statements for certain: `support.certain`.
    pub origins: usize,
    /// Whether the count of origins is measured.
    pub measure: Measure,
    /// The count of its origins as a range.
    #[serde(default)]
    pub support: Support,
}

/// How far a count is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Measure {
    /// All reports could be read for it.
    #[default]
    Measured,
    /// Some reports could not.
    Partial,
    /// None could.
    Unmeasured,
}

/// How many independent origins: a range, for nobody can tell of every source whether it is another one.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Support {
    /// So many there are at least: whatever is not shown to be a source of its own is taken for one of the others.
    pub certain: usize,
    /// So many there may be at most.
    pub possible: usize,
    /// Whether all reports it is counted over could be read.
    pub measure: Measure,
    /// What makes the difference, or what was counted as one, a sentence for each rule that held.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub because: Vec<String>,
}

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

/// One person, organisation, place or other thing with a name, and every form it is spelled in.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Entity {
    /// `e1`.
    pub id: String,
    /// The name to show: the fullest of the commonest forms.
    pub name: String,
    /// `person`, `organisation`, `place`, `group` or `other`.
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

/// One proposition asserted in one passage.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Statement {
    /// `t1`.
    pub id: String,
    /// The report that makes it.
    pub report: String,
    /// The sentence that makes it.
    pub passage: Passage,
    /// The word that carries it.
    pub predicate: Predicate,
    /// Who did what to whom.
    pub arguments: Vec<Argument>,
    /// When.
    pub time: Option<When>,
    /// Where.
    pub place: Option<Where>,
    /// How many.
    pub quantities: Vec<Amount>,
    /// `positive` or `negative`.
    pub polarity: String,
    /// `asserted`, `alleged`, `possible`, `denied`.
    pub certainty: String,
    /// Who the report has it from, nearest to the report first, innermost speaker last; empty for the report's own words.
    pub attribution: Vec<Attribution>,
    /// Where it enters the record.
    pub origin: Option<String>,
    /// Whether nothing but the report's own words stands for it: no source is named, nor that the outlet saw it itself.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub own: bool,
    /// The event it speaks of.
    pub event: Option<String>,
    /// The kind of event, who acts and on whom, in the terms of event data; absent where evidence is thin.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<Code>,
}

/// A statement as event data codes it (PLOVER).
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Code {
    /// Root of PLOVER, names of 2021: `CONSULT`.
    pub root: String,
    /// Mode of the root, where the words tell it: `visit`.
    pub mode: Option<String>,
    /// Who acts.
    pub source: Actor,
    /// On whom.
    pub target: Actor,
    /// `directed`, or `mutual` where source and target do the same: a meeting, a joint exercise.
    pub direction: String,
}

/// Country and sector of one side.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Actor {
    /// ISO 3166-1 alpha-3.
    pub country: Option<String>,
    /// Sector of PLOVER: `GOV`, `MIL`, `COP`, `REB` ...
    pub sector: Option<String>,
}

/// The word that carries a statement.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Predicate {
    /// Dictionary form.
    pub lemma: String,
    /// First scalar value in the body (or title).
    pub start: usize,
    /// One past the last.
    pub end: usize,
}

/// One participant of a statement.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Argument {
    /// `agent`, `patient`, `recipient`, `to`, `from`, `with`, `by`, `about`, `purpose` ...
    pub role: String,
    /// As written.
    pub text: String,
    /// Who or what it is, where that is known.
    pub entity: Option<String>,
}

/// When a statement's happening was.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct When {
    /// EDTF.
    pub value: String,
    /// As written.
    pub text: String,
}

/// Where a statement's happening was.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Where {
    /// The place, where it is known.
    pub entity: Option<String>,
    /// As written.
    pub text: String,
}

/// One quantity of a statement.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Amount {
    /// The number; the lower end of a range.
    pub value: f64,
    /// The upper end of a range.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub high: Option<f64>,
    /// `exact`, `about`, `more`, `at least`, `less`, `at most`.
    pub bound: String,
    /// Unit or counted noun, singular.
    pub unit: Option<String>,
    /// As written.
    pub text: String,
}

/// Whose word a statement is.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Attribution {
    /// The origin (id).
    pub source: String,
    /// `quoted`, `reported`, `credited` or `relayed`.
    pub kind: String,
    /// The passage that says so.
    pub passage: Passage,
    /// Which rule saw it.
    pub rule: String,
}

/// Statements of any number of reports that speak of the same happening.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Event {
    /// `v1`.
    pub id: String,
    /// What happened, in a few words of the reports.
    pub label: String,
    /// PLOVER code, where evidence supports one.
    pub code: Option<String>,
    /// When (EDTF): the value of most origins.
    pub time: Option<String>,
    /// Its statements.
    pub statements: Vec<String>,
    /// Reports that speak of it.
    pub reports: Vec<String>,
    /// Independent origins behind it.
    pub origins: Vec<String>,
    /// How many of them are independent.
    #[serde(default)]
    pub support: Support,
    /// Why these statements were put together.
    pub reasons: Vec<Reason>,
}

/// One thing an event's statements answer.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Point {
    /// `p1`.
    pub id: String,
    /// The event (id).
    pub event: Option<String>,
    /// `date`, `quantity`, `place`, `person`, `organisation` or `text`.
    pub slot: String,
    /// The question, in words: `when the delegation left for Iran`.
    pub label: String,
    /// How the variants stand to one another.
    pub status: Status,
    /// The rule behind the status, in words.
    pub reason: String,
    /// The answers, the one with most origins first.
    pub variants: Vec<Variant>,
    /// How many independent origins all answers have together.
    #[serde(default)]
    pub support: Support,
    /// Where one source denies what another says: a reported disagreement, no error between reports.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disagreement: Option<Disagreement>,
    /// Answers that a report gave in an earlier version and does not give now, in order of reports and versions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub history: Vec<Past>,
}

/// An answer that a report gave before it was edited.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Past {
    /// The report.
    pub report: String,
    /// Which of its `versions` said so last, from 0.
    pub version: usize,
    /// `changed`: it gives another answer now; `refined`: the same, more exactly or less; `withdrawn`: none.
    pub kind: String,
    /// The answer it gave.
    pub value: String,
    /// The sentence, in the text of that version.
    pub passage: Passage,
    /// The answer it gives now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub now: Option<String>,
    /// The statement that gives it now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub statement: Option<String>,
    /// When the version without it says it was changed, or published (EDTF).
    pub until: Option<String>,
    /// What the report itself says of a correction, word for word.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub correction: Option<String>,
}

/// Who says something and who denies it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Disagreement {
    /// Origins of the first variant, which say that it was so.
    pub says: Vec<String>,
    /// Origins of the second, which deny it.
    pub denies: Vec<String>,
}

/// How the answers to a point stand to one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// They cannot all be true of the same happening.
    Disputed,
    /// They can all be true, one more exact than another.
    Refined,
    /// Several reports, the same value.
    Agreed,
    /// One report, or several that all copy one of them.
    #[default]
    Single,
}

/// One normalised answer to a point.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Variant {
    /// The value, as docs/formats.md gives it for the slot.
    pub value: String,
    /// Statements that give it.
    pub statements: Vec<String>,
    /// Reports that give it.
    pub reports: Vec<String>,
    /// Independent origins behind it.
    pub origins: Vec<String>,
    /// How many of them are independent.
    #[serde(default)]
    pub support: Support,
}

/// Where statements enter the record.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Origin {
    /// `o1`.
    pub id: String,
    /// Its name.
    pub name: String,
    /// `agency`, `outlet`, `person`, `organisation`, `document`, `unnamed`.
    pub kind: String,
    /// The entity (id), where it is one.
    pub entity: Option<String>,
    /// The origin it speaks for: an officer for his body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speaks_for: Option<String>,
    /// Whether a report of its own is among those read.
    pub collected: bool,
}

/// One step of derivation.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Edge {
    /// `l1`.
    pub id: String,
    /// Report or origin that has it.
    pub from: String,
    /// Report or origin it has it from.
    pub to: String,
    /// `credits`, `copies`, `quotes` or `cites`.
    pub kind: String,
    /// The passages that show it.
    pub passages: Vec<Passage>,
    /// For `copies`: the part of the body that stands in the other, 0 to 1.
    pub share: Option<f64>,
    /// The rule that drew it, in words.
    pub reason: String,
    /// For `copies`: whether it is one more text the report was made of, beside the first.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub second: bool,
    /// For `copies`: an agency (origin id) that both credit and no report read is by. Both may have the text from there, and
    /// then neither has it from the other.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub common: Option<String>,
    /// For `copies`: how sure it is that `to`, or a report behind it, is where the text is from, 0 to 1, over draws of its
    /// sentences. Null where it is not measured.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidence: Option<f64>,
    /// Reports it may as well be from, likeliest first: `A or B`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub or: Vec<Alternative>,
    /// What speaks for it and against it, the weightiest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
}

/// A report that may be the parent instead.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Alternative {
    /// The report.
    pub to: String,
    /// How likely, 0 to 1.
    pub odds: f64,
}

/// One thing a step of derivation rests on.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Evidence {
    /// `coverage`, `variant`, `direction`, `credit`, `time` or `outlet`.
    pub cue: String,
    /// What it says, in one sentence without its stop.
    pub says: String,
}

/// A happening that one origin alone tells of.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Exclusive {
    /// The statement that tells most of it.
    pub statement: String,
    /// The happening.
    pub event: String,
    /// The reports that have it: several where all of them have it from one origin.
    pub reports: Vec<String>,
    /// What speaks for its place in the list, in words.
    pub because: String,
}

/// What a report leaves out.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Silence {
    /// The report.
    pub report: String,
    /// What it leaves out; null where nothing could be read from it, so that nobody can say.
    pub omitted: Option<Vec<Omission>>,
}

/// Something most other reports tell.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Omission {
    /// The happening.
    pub event: String,
    /// The question the report does not answer; null where it does not speak of the happening at all.
    pub point: Option<String>,
    /// How many of the other reports tell it.
    pub told_by: usize,
}

/// Somebody who is quoted.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Speech {
    /// The speaker (origin id).
    pub speaker: String,
    /// His, her or its role, as the reports give it.
    pub role: Option<String>,
    /// Whom it was told, as written, where the report says so.
    pub told: Option<String>,
    /// The report.
    pub report: String,
    /// The words, never altered.
    pub passage: Passage,
    /// The statement (id) the quotation is part of.
    pub statement: Option<String>,
}

/// One entry of the timeline.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Moment {
    /// When (EDTF).
    pub when: String,
    /// What, in a few words.
    pub label: String,
    /// The events (ids).
    pub events: Vec<String>,
    /// Reports that give it.
    pub reports: Vec<String>,
}
