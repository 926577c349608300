//! Whose word is it? Clauses of saying, `according to`, colon headlines, quotations.
//!
//! Each rule makes [`Frame`]s: a stretch of content and who it is ascribed to. A statement has the attribution of
//! every frame its predicate stands in, the widest first: that is the one nearest to the report.

mod content;
mod phrase;
mod speaker;

use super::source::source;
use super::{Attribution, Kind, Source, lexicon, tree::Tree};
use crate::name::Names;
use content::{content, cue};
use firsthand_text::language::{NameKind, Relation, Tag};
use phrase::{according_to, cited_by, colon_headline};
pub(super) use speaker::relative;
use speaker::speaker;

/// A stretch of content and who it is ascribed to.
#[derive(Debug, Clone)]
pub struct Frame {
    /// Tokens of the content: first, one past the last, and tokens inside that are not part of it.
    pub first: usize,
    /// One past the last token.
    pub last: usize,
    /// Runs of tokens in between that are not content.
    pub gaps: Vec<(usize, usize)>,
    /// The words that ascribe it, as tokens: first, one past the last. Not part of the content.
    pub cue: (usize, usize),
    /// To whom and how.
    pub attribution: Attribution,
    /// Whether the verb denies the content.
    pub denies: bool,
    /// The verb of saying, where there is one.
    pub verb: Option<usize>,
    /// Further out than frames of the same width: `cited by AFP`.
    pub outer: bool,
}

impl Frame {
    /// A run of content, the words that ascribe it, and to whom: without gaps or a verb of saying, neither denied nor further out.
    pub(super) fn over(
        (first, last): (usize, usize),
        cue: (usize, usize),
        attribution: Attribution,
    ) -> Frame {
        Frame { first, last, gaps: Vec::new(), cue, attribution, denies: false, verb: None, outer: false }
    }
    /// Whether a token is content of this frame.
    pub fn covers(&self, token: usize) -> bool {
        let within = |run: &(usize, usize)| run.0 <= token && token < run.1;
        within(&(self.first, self.last)) && !within(&self.cue) && !self.gaps.iter().any(within)
    }
}

/// All frames of a report, in order of their cues.
pub fn frames(tree: &Tree<'_>, at: usize, names: &Names) -> Vec<Frame> {
    let mut out = Vec::new();
    for sentence in 0..tree.report.sentences.len() {
        let s = tree.report.sentences[sentence];
        if s.paragraph.is_none() {
            out.extend(colon_headline(tree, at, names, s.first, s.last));
        }
        for t in s.first..s.last {
            let frame = said(tree, at, names, t, s.first, s.last);
            let frame = frame.and_then(|f| resolve(tree, names, f, &out));
            out.extend(frame);
            out.extend(according_to(tree, at, names, t, s.first, s.last));
            out.extend(cited_by(tree, at, names, t, s.first, s.last));
        }
    }
    let voices = crate::statement::voice::hear(tree, crate::statement::voice::Ear::built_in());
    let quoted = crate::statement::speech::frames(tree, at, names, &out, &voices);
    let heard = crate::statement::heard::frames(tree, at, names, &voices, &out);
    out.extend(heard);
    out.extend(quoted);
    out
}

/// A pronoun that stands for nobody known takes the person who spoke last, a few sentences back at most; where there
/// is none, nobody is named rather than `he`.
fn resolve(tree: &Tree<'_>, names: &Names, mut frame: Frame, before: &[Frame]) -> Option<Frame> {
    let source = &frame.attribution.source;
    let pronoun =
        ["he", "she", "they", "who", "i", "we", "it"].iter().any(|p| source.name.eq_ignore_ascii_case(p));
    if source.entity.is_some() || !pronoun {
        return Some(frame);
    }
    frame.attribution.source = antecedent(tree, names, frame.verb?, before)?;
    Some(frame)
}

/// Who a pronoun of a speaker stands for: the last who spoke, a few sentences back at most; a person for `he` and `she`,
/// none for `it`.
pub(in crate::statement) fn antecedent(
    tree: &Tree<'_>,
    names: &Names,
    pronoun: usize,
    before: &[Frame],
) -> Option<Source> {
    let here = tree.sentence[pronoun];
    let thing = tree.report.word(pronoun).eq_ignore_ascii_case("it");
    let last = before.iter().filter(|f| f.cue.0 < pronoun).rfind(|f| {
        let kind = f.attribution.source.entity.map(|e| names.entities[e].kind);
        let person = kind == Some(NameKind::Person);
        let fits = if thing { !person } else { person };
        fits && f.verb.is_some_and(|v| tree.sentence[v] + 3 >= here)
    })?;
    Some(last.attribution.source.clone())
}

/// `X said that CONTENT`, `CONTENT, X said`, `X, citing Y, reported CONTENT`.
fn said(tree: &Tree<'_>, at: usize, names: &Names, verb: usize, first: usize, last: usize) -> Option<Frame> {
    let speech = lexicon::is_speech(tree.lemma(verb))
        || (lexicon::is_speech_beside(tree.lemma(verb)) && beside_marks(tree, verb, first, last));
    if tree.tag(verb) != Tag::Verb || !speech {
        return None;
    }
    let (speaker, rule) = speaker(tree, at, names, verb, first, last)?;
    // No content of its own: still a clause of saying, if a quotation is beside it.
    let sentence = tree.report.tokens[first].span.join(tree.report.tokens[last - 1].span);
    let beside = || tree.report.quotes.iter().any(|q| !q.scare && q.span.meets(sentence));
    let (from, to) =
        content(tree, verb, speaker, first, last).or_else(|| beside().then_some((verb, verb)))?;
    let cue = cue(tree, verb, speaker, (from, to), first, last);
    let told = told(tree, at, names, verb);
    let span = tree.report.tokens[cue.0].span.join(tree.report.tokens[cue.1 - 1].span);
    let who = source(tree, at, names, speaker);
    let kind = if is_relay(names, &who, tree, speaker) { Kind::Relayed } else { Kind::Reported };
    let attribution = Attribution { source: who, kind, span, told, rule };
    let denies = lexicon::is_denial(tree.lemma(verb));
    Some(Frame { denies, verb: Some(verb), ..Frame::over((from, to), cue, attribution) })
}

/// Whether a quotation ends shortly before the verb or begins shortly after it.
fn beside_marks(tree: &Tree<'_>, verb: usize, first: usize, last: usize) -> bool {
    let near = tree.report.tokens[verb.saturating_sub(4).max(first)]
        .span
        .join(tree.report.tokens[(verb + 4).min(last - 1)].span);
    tree.report
        .quotes
        .iter()
        .any(|q| !q.scare && q.span.meets(near) && !q.span.holds(tree.report.tokens[verb].span))
}

/// To whom it was said: `told AFP`.
pub(in crate::statement) fn told(tree: &Tree<'_>, at: usize, names: &Names, verb: usize) -> Option<Source> {
    if !["tell", "inform", "assure"].contains(&tree.lemma(verb)) {
        return None;
    }
    let whom = tree
        .by(verb, Relation::Iobj)
        .chain(tree.by(verb, Relation::Obj))
        .find(|&o| o > verb && matches!(tree.tag(o), Tag::Propn | Tag::Noun));
    let whom = whom.or_else(|| {
        // `told AFP` at the end of a sentence is often taken apart by the parser: the name right after the verb.
        let m = names.mentions.get(at)?.iter().find(|m| m.first > verb && m.first <= verb + 2)?;
        Some(crate::statement::clause::top(tree, m.first, m.last))
    })?;
    Some(source(tree, at, names, whom))
}

/// Whether a source is a medium that passes on what others say.
pub(in crate::statement) fn is_relay(names: &Names, who: &Source, tree: &Tree<'_>, head: usize) -> bool {
    let media = [
        "newspaper",
        "daily",
        "magazine",
        "channel",
        "television",
        "broadcaster",
        "media",
        "outlet",
        "website",
        "agency",
        "paper",
        "outlets",
        "tv",
    ];
    if media.contains(&tree.lemma(head)) {
        return true;
    }
    let name = who.entity.map_or(who.name.as_str(), |e| names.entities[e].name.as_str());
    crate::statement::is_medium(name)
}

/// Marks that can close content before a clause of saying.
fn is_closing(word: &str) -> bool {
    matches!(word, "," | "\"" | "”" | "''" | "’" | "'" | "?" | "!" | "–" | "—" | "-" | "--" | "»")
}
