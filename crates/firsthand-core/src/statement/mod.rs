//! What does a report state, with whose word, and how surely?
//!
//! In: an annotated report and the names of its story. Out: its [`Statement`]s, in order of place.

pub mod alike;
pub mod attribution;
pub mod certainty;
pub mod clause;
pub mod event;
mod heard;
pub mod lexicon;
mod medium;
mod mend;
mod participant;
pub mod source;
pub mod speech;
mod subject;
pub mod tree;
mod valency;
pub mod voice;

use crate::name::Names;
use firsthand_text::Span;
use firsthand_text::language::time::TimeKind;
use firsthand_text::language::{Annotated, Tag};
use firsthand_text::report::agency;
use tree::Tree;

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
    /// Names further down in the same clause, with the role of the branch they are on.
    pub nearby: Vec<Argument>,
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
    /// The kind of event it tells of, where its words support one.
    pub code: Option<event::Code>,
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
    /// What for: the verb of the purpose.
    Purpose,
    /// Joined by this preposition: `to`, `in`, `from`, `with`, `for` ...
    With(String),
}

impl Role {
    /// Its name, as an account writes it: the preposition where one joins it.
    pub fn name(&self) -> &str {
        match self {
            Role::Agent => "agent",
            Role::Patient => "patient",
            Role::Recipient => "recipient",
            Role::Purpose => "purpose",
            Role::With(preposition) => preposition,
        }
    }
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

/// Takes the statements of one report; none where its sentences are not parsed. `at` is the report's index in its story.
pub fn take(at: usize, report: &Annotated, names: &Names) -> Vec<Statement> {
    if !report.is_parsed() {
        return Vec::new();
    }
    let tree = Tree::new(report);
    let frames = attribution::frames(&tree, at, names);
    let tree = tree.mended();
    taken(at, &tree, names, &frames, clause::predicates(&tree), None)
}

/// The statements that given tokens carry, each at the place of its token in `heads`, whether or not the report would be
/// taken to state them: a noun of a happening that no list knows carries one too.
pub fn carried(at: usize, report: &Annotated, names: &Names, heads: &[usize]) -> Vec<Statement> {
    if !report.is_parsed() {
        return Vec::new();
    }
    let tree = Tree::new(report);
    let frames = attribution::frames(&tree, at, names);
    let tree = tree.mended();
    let mut all = clause::predicates(&tree);
    all.extend(heads);
    all.sort_unstable();
    all.dedup();
    let found = taken(at, &tree, names, &frames, all, Some(heads));
    let of = |&head: &usize| found.iter().find(|s| s.predicate == head).cloned();
    heads.iter().filter_map(of).collect()
}

/// The statements of predicates, ascending; where some are asked for, of those only, sayings among them.
fn taken(
    at: usize,
    tree: &Tree<'_>,
    names: &Names,
    frames: &[attribution::Frame],
    all: Vec<usize>,
    asked: Option<&[usize]>,
) -> Vec<Statement> {
    let report = tree.report;
    let cued = |t: usize| frames.iter().any(|f| f.cue.0 <= t && t < f.cue.1);
    let mut out = Vec::new();
    for &predicate in &all {
        // A clause of saying is how a statement is known, not a statement; one that says nothing else stays.
        match asked {
            Some(heads) if !heads.contains(&predicate) => continue,
            None if cued(predicate) && sentence_has_other(tree, &all, predicate, &cued) => continue,
            _ => {}
        }
        let arguments = participant::arguments(tree, at, names, predicate);
        let mut quantities = owned(tree, &all, predicate, report.quantities.iter().map(|q| q.span), &cued);
        // What counts a participant belongs to the statement, whatever the parser hung it on.
        let counts = |q: &firsthand_text::language::Quantity| {
            arguments.iter().any(|a| {
                matches!(a.role, Role::Agent | Role::Patient)
                    && a.span.holds(q.number)
                    && q.noun == Some(a.head)
            })
        };
        quantities.extend((0..report.quantities.len()).filter(|&q| counts(&report.quantities[q])));
        quantities.sort_unstable();
        quantities.dedup();
        let covering = covering(frames, predicate);
        let chain: Vec<Attribution> = covering.iter().map(|f| quoted_if_marked(tree, f)).collect();
        out.push(Statement {
            report: at,
            sentence: tree.sentence[predicate],
            predicate,
            lemma: clause::lemma(tree, predicate),
            arguments,
            nearby: clause::nearby(tree, at, names, predicate, &all),
            times: owned(tree, &all, predicate, report.times.iter().map(|t| t.span), &cued)
                .into_iter()
                .filter(|&t| report.times[t].kind != TimeKind::Set)
                .filter(|&t| cued(predicate) || !dates_saying(tree, report.times[t].span, &cued))
                .collect(),
            quantities,
            negative: certainty::negative(tree, predicate),
            certainty: certainty::certainty(tree, predicate, covering.iter().any(|f| f.denies)),
            attribution: chain,
            code: None,
        });
    }
    share_times(tree, &mut out);
    event::code(tree, names, &mut out);
    out
}

/// Times that one predicate lends another: `the visit occurred in 2019` dates the visit, `the 1 April strike that
/// killed seven` the killing.
fn share_times(tree: &Tree<'_>, statements: &mut [Statement]) {
    const OCCUR: [&str; 7] = ["occur", "happen", "take", "begin", "start", "come", "follow"];
    let carried: std::collections::BTreeMap<usize, usize> =
        statements.iter().enumerate().map(|(n, s)| (s.predicate, n)).collect();
    for n in 0..statements.len() {
        let verb = statements[n].predicate;
        // `paid a visit in April`: the noun says what happened, the verb carries the date.
        if let Some(&light) = participant::light(tree, verb).and_then(|v| carried.get(&v)) {
            let lent: Vec<usize> = statements[light]
                .times
                .iter()
                .copied()
                .filter(|t| !statements[n].times.contains(t))
                .collect();
            statements[n].times.extend(lent);
            statements[n].times.sort_unstable();
        }
        let Some(subject) = statements[n].arguments.iter().find(|a| a.role == Role::Agent).map(|a| a.head)
        else {
            continue;
        };
        let subject =
            if tree.tag(subject) == Tag::Pron { tree.head(verb).unwrap_or(subject) } else { subject };
        let Some(&noun) = carried.get(&subject).filter(|&&m| m != n) else { continue };
        if tree.tag(subject) != Tag::Noun {
            continue;
        }
        if statements[noun].times.is_empty() && OCCUR.contains(&statements[n].lemma.as_str()) {
            statements[noun].times = statements[n].times.clone();
        } else if statements[n].times.is_empty() {
            statements[n].times = statements[noun].times.clone();
        }
    }
}

/// Whether a name is that of an agency or an outlet.
pub fn is_medium(name: &str) -> bool {
    agency::of(name).is_some()
}

/// The frames a token is content of, the widest (nearest to the report) first; one step for each source.
fn covering(frames: &[attribution::Frame], token: usize) -> Vec<&attribution::Frame> {
    let mut found: Vec<&attribution::Frame> = frames.iter().filter(|f| f.covers(token)).collect();
    found.sort_by_key(|f| {
        (
            !f.outer,
            f.attribution.rule == "citing",
            f.attribution.kind == Kind::Quoted,
            std::cmp::Reverse(f.last - f.first),
            f.cue,
        )
    });
    let mut out: Vec<&attribution::Frame> = Vec::new();
    for frame in found {
        let same = |o: &&attribution::Frame| {
            o.attribution.source.entity.is_some()
                && o.attribution.source.entity == frame.attribution.source.entity
                || o.attribution.source.span == frame.attribution.source.span
        };
        match out.iter().position(same) {
            // Said and quoted by one speaker: the quotation tells more.
            Some(place) if frame.attribution.kind == Kind::Quoted => out[place] = frame,
            Some(_) => {}
            None => out.push(frame),
        }
    }
    out
}

/// The attribution of a frame; `quoted` where part of its content stands between quotation marks.
fn quoted_if_marked(tree: &Tree<'_>, frame: &attribution::Frame) -> Attribution {
    let mut attribution = frame.attribution.clone();
    let marked = |q: &firsthand_text::language::Quote| {
        speech::tokens_in(tree, q.span).is_some_and(|(a, b)| frame.covers(a) && frame.covers(b - 1))
    };
    if attribution.kind == Kind::Reported && tree.report.quotes.iter().filter(|q| !q.scare).any(marked) {
        attribution.kind = Kind::Quoted;
    }
    attribution
}

/// Indices of the spans whose nearest predicate is this one; those inside a clause of saying belong to none.
fn owned(
    tree: &Tree<'_>,
    all: &[usize],
    predicate: usize,
    spans: impl Iterator<Item = Span>,
    cued: &dyn Fn(usize) -> bool,
) -> Vec<usize> {
    let mut out = Vec::new();
    for (n, span) in spans.enumerate() {
        let Some((first, last)) = speech::tokens_in(tree, span) else { continue };
        let top = clause::top(tree, first, last);
        if tree.sentence[top] != tree.sentence[predicate] || (cued(top) && !cued(predicate)) {
            continue;
        }
        // Hung on the verb of saying though it stands outside its clause: `left on Monday, the agency said`.
        let owner = clause::owner(tree, top, all).filter(|&o| !cued(o) || cued(predicate)).or_else(|| {
            // The parser left it without a predicate above: the nearest one of its sentence.
            let same = |p: &usize| tree.sentence[*p] == tree.sentence[top];
            all.iter().copied().filter(same).filter(|&p| !cued(p)).min_by_key(|p| p.abs_diff(top))
        });
        if owner == Some(predicate) || trails(tree, predicate, owner, first) {
            out.push(n);
        }
    }
    out
}

/// Whether a time stands right behind a verb of saying at the end of its clause: `the agency reported on Friday`. Whatever the
/// parser hung it on, it is when that was said.
fn dates_saying(tree: &Tree<'_>, span: Span, cued: &dyn Fn(usize) -> bool) -> bool {
    let Some((first, last)) = speech::tokens_in(tree, span) else { return false };
    let before = first.checked_sub(1).map(|b| if tree.tag(b) == Tag::Adp { b.saturating_sub(1) } else { b });
    let is_saying =
        |b: usize| cued(b) && tree.tag(b) == Tag::Verb && tree.sentence[b] == tree.sentence[first];
    // `said Friday’s attack`, `said on Friday five people` go on with what was said.
    let ends = last >= tree.sentence.len()
        || tree.sentence[last] != tree.sentence[first]
        || tree.tag(last) == Tag::Punct;
    before.is_some_and(is_saying) && ends
}

/// Whether a phrase follows right upon a noun of action that the parser passed over for a verb further left: in `saw
/// the destruction of the building at the start of the month` the phrase tells of both.
fn trails(tree: &Tree<'_>, predicate: usize, owner: Option<usize>, first: usize) -> bool {
    if tree.tag(predicate) != Tag::Noun || owner.is_none_or(|o| o >= predicate) {
        return false;
    }
    let end = tree.subtree(predicate).last().map_or(predicate, |&l| l) + 1;
    end == first || (end + 1 == first && tree.tag(end) == Tag::Adp)
}

fn sentence_has_other(
    tree: &Tree<'_>,
    all: &[usize],
    predicate: usize,
    cued: &dyn Fn(usize) -> bool,
) -> bool {
    all.iter().any(|&p| p != predicate && tree.sentence[p] == tree.sentence[predicate] && !cued(p))
        || tree.tag(predicate) == Tag::Noun
}
