//! What does a report state, with whose word, and how surely?
//!
//! In: an annotated report and the names of its story. Out: its [`Statement`]s, in order of place.

use crate::name::Names;
use firsthand_text::Span;
use firsthand_text::language::Annotated;

/// One proposition asserted in one sentence.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    /// Index of the report.
    pub report: usize,
    /// Index of the sentence in the report.
    pub sentence: usize,
    /// The token that carries it: a verb, a noun of action, a predicate noun or adjective.
    pub predicate: usize,
    /// Dictionary form of the predicate, with its particle: `carry out`.
    pub lemma: String,
    /// Who did what to whom.
    pub arguments: Vec<Argument>,
    /// Time expressions of the happening: indices into the report's `times`.
    pub times: Vec<usize>,
    /// Quantities: indices into the report's `quantities`.
    pub quantities: Vec<usize>,
    /// Whether it is denied by its own words (`did not`).
    pub negative: bool,
    /// How surely it is said.
    pub certainty: Certainty,
    /// Whose word it is, nearest to the report first, innermost speaker last.
    pub attribution: Vec<Attribution>,
}

/// One participant.
#[derive(Debug, Clone, PartialEq)]
pub struct Argument {
    /// Its part in the happening.
    pub role: Role,
    /// The token that heads it.
    pub head: usize,
    /// The words.
    pub span: Span,
    /// The entity, where the head is part of a mention of one.
    pub entity: Option<usize>,
}

/// The part a participant takes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Who does it.
    Agent,
    /// To whom or what it is done; of a nominal sentence what is said of the agent.
    Patient,
    /// To whom it is given or told.
    Recipient,
    /// Joined by this preposition: `to`, `in`, `from`, `with`, `for` ...
    With(String),
}

/// How surely something is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
#[allow(missing_docs)]
pub enum Certainty {
    #[default]
    Asserted,
    Alleged,
    Possible,
    Denied,
}

/// One step of attribution.
#[derive(Debug, Clone, PartialEq)]
pub struct Attribution {
    /// Who it is ascribed to.
    pub source: Source,
    /// In which way.
    pub kind: Kind,
    /// Words that say so: the clause of saying, or the credit.
    pub span: Span,
    /// To whom it was told, where that is said.
    pub told: Option<Source>,
    /// Which rule saw it.
    pub rule: &'static str,
}

/// Who is named as a source.
#[derive(Debug, Clone, PartialEq)]
pub struct Source {
    /// The entity, where the source is one.
    pub entity: Option<usize>,
    /// The words that name it, without its article: `South Korean newspaper`, `analysts`.
    pub name: String,
    /// Where they stand.
    pub span: Span,
    /// Role as given beside the name: `senior analyst at the Korea Institute for National Unification`.
    pub role: Option<String>,
}

/// In which way a statement is ascribed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Direct speech.
    Quoted,
    /// Indirect speech.
    Reported,
    /// A byline or credit line.
    Credited,
    /// One outlet citing another.
    Relayed,
}

/// Takes the statements of one report. `at` is the report's index in its story.
pub fn take(at: usize, report: &Annotated, names: &Names) -> Vec<Statement> {
    let _ = (at, report, names);
    Vec::new()
}
