//! Whose word is it? Clauses of saying, `according to`, colon headlines, quotations.
//!
//! Each rule makes [`Frame`]s: a stretch of content and who it is ascribed to. A statement has the attribution of
//! every frame its predicate stands in, the widest first: that is the one nearest to the report.

use super::lexicon;
use super::source::{can_speak, source};
use super::tree::Tree;
use super::{Attribution, Kind, Source};
use crate::name::{Manner, Names};
use firsthand_text::language::{NameKind, Relation, Tag};

/// Verbs of saying whose object is what is said: `confirmed the deaths`. Of others it is not: `maintained relations`.
const TAKES_NOUN: [&str; 12] = [
    "confirm",
    "announce",
    "report",
    "claim",
    "deny",
    "reject",
    "reveal",
    "predict",
    "disclose",
    "allege",
    "refute",
    "acknowledge",
];

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
    let voices = super::voice::hear(tree, super::voice::Ear::built_in());
    let quoted = super::speech::frames(tree, at, names, &out, &voices);
    let heard = super::heard::frames(tree, at, names, &voices, &out);
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
pub(super) fn antecedent(tree: &Tree<'_>, names: &Names, pronoun: usize, before: &[Frame]) -> Option<Source> {
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
    Some(Frame {
        first: from,
        last: to,
        gaps: Vec::new(),
        cue,
        attribution: Attribution { source: who, kind, span, told, rule },
        denies: lexicon::is_denial(tree.lemma(verb)),
        verb: Some(verb),
        outer: false,
    })
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

/// Who speaks: the subject of a verb of saying, wherever it stands.
fn speaker(
    tree: &Tree<'_>,
    at: usize,
    names: &Names,
    verb: usize,
    first: usize,
    last: usize,
) -> Option<(usize, &'static str)> {
    if tree.lemma(verb) == "cite" {
        let source = tree.by(verb, Relation::Obj).next()?;
        return Some((source, "citing"));
    }
    // `was quoted as saying`: the subject of the outer verb speaks.
    if let Some(head) = tree.head(verb)
        && tree.lemma(head) == "quote"
        && head < verb
    {
        let quoted = tree
            .by(head, Relation::Obj)
            .next()
            .filter(|_| !tree.passive(head))
            .or_else(|| tree.subject(head))?;
        return Some((quoted, "quoted as saying"));
    }
    let marked = tree.children(verb).iter().any(|&c| matches!(tree.relation(c), Relation::AuxPass))
        || tree.by(verb, Relation::Aux).any(|c| tree.lemma(c) == "be");
    let passive = tree.passive(verb) && (marked || noun_before(tree, verb, first).is_none());
    let found = if passive {
        tree.by(verb, Relation::Obl).find(|&o| tree.preposition(o).as_deref() == Some("by"))
    } else {
        inverted(tree, verb, first).or_else(|| tree.subject(verb))
    };
    let found = found.filter(|&s| s >= first && s < last && can_speak(tree, at, names, s));
    if let Some(subject) = found {
        let subject = inserted(tree, subject, verb).unwrap_or_else(|| relative(tree, subject, verb));
        return Some((subject, "verb of saying"));
    }
    if passive && tree.subject(verb).is_some_and(|s| tree.tag(s) != Tag::Noun && tree.tag(s) != Tag::Propn) {
        return None;
    }
    if let Some(before) = noun_before(tree, verb, first) {
        return Some((before, "verb of saying, noun before it"));
    }
    // `said Kang Jin, a harbour pilot`: the parser may take the speaker for an object.
    let after = tree.by(verb, Relation::Obj).find(|&o| {
        o > verb
            && o - verb < 8
            && names.at(at, o).is_some_and(|m| m.manner == Manner::Name)
            && verb > first
            && is_closing(tree.report.word(verb - 1))
    });
    after.map(|o| (o, "verb of saying, speaker after it"))
}

/// The subject behind the verb where content ends right before it: `“…,” said Bran`. The parser may give such a verb a second
/// subject, out of the content.
fn inverted(tree: &Tree<'_>, verb: usize, first: usize) -> Option<usize> {
    let closes = verb > first && is_closing(tree.report.word(verb - 1));
    tree.by(verb, Relation::Nsubj).find(|&s| s > verb && s < verb + 8).filter(|_| closes)
}

/// The noun right before a verb, after a mark that closes content: `left on Monday, state media reported`.
fn noun_before(tree: &Tree<'_>, verb: usize, first: usize) -> Option<usize> {
    let noun = |t: usize| matches!(tree.tag(t), Tag::Noun | Tag::Propn);
    let head = verb.checked_sub(1).filter(|&t| t >= first && noun(t))?;
    let inside = |t: usize| {
        noun(t)
            || matches!(tree.tag(t), Tag::Adj | Tag::Det | Tag::Part | Tag::Num)
            || tree.report.word(t) == "of"
    };
    let start = (first..head).rev().take_while(|&t| inside(t)).last().unwrap_or(head);
    (start > first && is_closing(tree.report.word(start - 1))).then_some(head)
}

/// The speaker of an inserted clause: in `a trip that analysts say adds to` the analysts speak, not the trip.
fn inserted(tree: &Tree<'_>, subject: usize, verb: usize) -> Option<usize> {
    let before = verb
        .checked_sub(1)
        .filter(|&b| b != subject && matches!(tree.tag(b), Tag::Noun | Tag::Propn | Tag::Pron))?;
    let noun =
        |t: usize| matches!(tree.tag(t), Tag::Noun | Tag::Propn | Tag::Adj | Tag::Det | Tag::Num | Tag::Pron);
    let mut start = before;
    while start > 0 && noun(start - 1) && !is_relative(tree.report.word(start - 1)) {
        start -= 1;
    }
    (start > 0 && is_relative(tree.report.word(start - 1))).then_some(before)
}

fn is_relative(word: &str) -> bool {
    ["who", "which", "that"].iter().any(|w| word.eq_ignore_ascii_case(w))
}

/// The noun a relative pronoun stands for.
pub(super) fn relative(tree: &Tree<'_>, subject: usize, verb: usize) -> usize {
    let word = tree.report.word(subject).to_lowercase();
    match tree.head(verb) {
        Some(head)
            if ["who", "which", "that"].contains(&word.as_str()) && tree.relation(verb) == Relation::Acl =>
        {
            head
        }
        _ => subject,
    }
}

/// The tokens of what is said.
fn content(
    tree: &Tree<'_>,
    verb: usize,
    speaker: usize,
    first: usize,
    last: usize,
) -> Option<(usize, usize)> {
    let whole = |top: usize| {
        let tokens = tree.subtree(top);
        Some(((*tokens.first()?).max(first), (*tokens.last()? + 1).min(last)))
    };
    if tree.lemma(verb) == "cite" {
        // `reported, citing Y, that CONTENT`: what is cited is what the clause above says.
        return tree.head(verb).filter(|&h| h >= first && h < last).map(|_| (first, last));
    }
    // `CONTENT, X said` and `CONTENT, X said, MORE`: by the marks, which are surer than the tree.
    let start = clause_start(tree, verb, speaker);
    let predicate = |a: usize, b: usize| (a..b).any(|t| matches!(tree.tag(t), Tag::Verb | Tag::Aux));
    let complementizer = complementizer(tree, verb, last);
    if start > first && is_relative(tree.report.word(start - 1)) {
        return (verb + 1 < last).then_some((verb + 1, last));
    }
    if complementizer.is_none()
        && start > first + 2
        && is_closing(tree.report.word(start - 1))
        && predicate(first, start)
    {
        return Some((first, last));
    }
    if let Some(clause) = tree.children(verb).iter().copied().find(|&c| tree.relation(c) == Relation::Ccomp) {
        return whole(clause);
    }
    if let Some(that) = complementizer.filter(|&t| predicate(t + 1, last)) {
        return Some((that + 1, last));
    }
    let clause = tree.children(verb).iter().copied().find(|&c| {
        c > verb
            && matches!(tree.relation(c), Relation::Xcomp | Relation::Parataxis | Relation::Advcl)
            && tree.tag(c) == Tag::Verb
    });
    if let Some(clause) = clause {
        return whole(clause);
    }
    // `confirmed the deaths`, `rejected allegations that`, `in a statement: CONTENT`.
    let object = tree
        .by(verb, Relation::Obj)
        .filter(|_| TAKES_NOUN.contains(&tree.lemma(verb)))
        .find(|&o| o != speaker && o > verb && tree.tag(o) == Tag::Noun);
    if let Some(object) = object {
        return whole(object);
    }
    let colon = (verb + 1..last).find(|&t| tree.report.word(t) == ":");
    if let Some(colon) = colon.filter(|&c| c + 1 < last) {
        return Some((colon + 1, last));
    }
    // The parser lost the clause: all that follows the verb, if something is said there.
    (verb < first + 20 && predicate(verb + 1, last)).then_some((verb + 1, last))
}

/// The `that` which opens what is said, right after the verb or after a few words of how: `said in a dispatch that the
/// delegation left`. A `that` with a verb right behind it relates: `in a dispatch that offered no details`.
fn complementizer(tree: &Tree<'_>, verb: usize, last: usize) -> Option<usize> {
    let verbal = |t: usize| matches!(tree.tag(t), Tag::Verb | Tag::Aux);
    let that = (verb + 1..last.min(verb + 12))
        .take_while(|&t| !verbal(t))
        .find(|&t| tree.report.word(t).eq_ignore_ascii_case("that"))?;
    (that + 1 < last && !verbal(that + 1)).then_some(that)
}

/// The words of the saying clause: from its subject or verb to what hangs on the verb before the content begins.
fn cue(
    tree: &Tree<'_>,
    verb: usize,
    speaker: usize,
    content: (usize, usize),
    first: usize,
    last: usize,
) -> (usize, usize) {
    let start = clause_start(tree, verb, speaker);
    let mut from = start;
    let mut to = verb + 1;
    for &child in tree.children(verb) {
        let inside = child >= content.0 && child < content.1 && tree.relation(child) != Relation::Nsubj;
        let clause = matches!(tree.relation(child), Relation::Ccomp | Relation::Parataxis | Relation::Punct);
        // Where the speaker begins is known by the marks; his subtree may reach into the content.
        let own = child == speaker || tree.below(speaker, child) || child < start;
        if inside && content.0 > verb || clause || (own && child < verb) {
            continue;
        }
        let tokens = tree.subtree(child);
        if let (Some(&a), Some(&b)) = (tokens.first(), tokens.last()) {
            from = from.min(a);
            to = to.max(b + 1);
        }
    }
    if let Some(&b) = tree.subtree(speaker).last().filter(|_| speaker > verb) {
        to = to.max(b + 1);
    }
    if let Some(that) = complementizer(tree, verb, last) {
        to = to.min(that + 1);
    }
    // The cue and the content part where the one begins.
    if content.0 > verb {
        to = to.min(content.0);
    } else if content.1 <= verb {
        from = from.max(content.1);
    }
    (from.max(first).min(verb), to.min(last).max(verb + 1))
}

/// Where the clause of a verb and its subject begins.
fn clause_start(tree: &Tree<'_>, verb: usize, speaker: usize) -> usize {
    if speaker > verb {
        return verb;
    }
    // From the speaker back to the nearest mark: the tree may have hung half of the sentence on it.
    let words = tree.subtree(speaker);
    let own = words.iter().copied().find(|&t| tree.tag(t) != Tag::Punct).unwrap_or(speaker).min(verb);
    let mark = (own..speaker).rev().find(|&t| is_closing(tree.report.word(t)) && tree.tag(t) == Tag::Punct);
    let apposed =
        mark.is_some_and(|m| (m + 1..speaker).any(|t| matches!(tree.tag(t), Tag::Noun | Tag::Propn)));
    match mark {
        Some(m) if !apposed || m > own + 3 => m + 1,
        _ => own,
    }
}

/// `according to X`: all of the sentence but these words.
fn according_to(
    tree: &Tree<'_>,
    at: usize,
    names: &Names,
    t: usize,
    first: usize,
    last: usize,
) -> Option<Frame> {
    let word = |t: usize| if t < last { tree.report.word(t).to_lowercase() } else { String::new() };
    if word(t) != "according" || word(t + 1) != "to" {
        return None;
    }
    let head = tree
        .ancestors(t)
        .skip(1)
        .take(3)
        .find(|&n| n > t && matches!(tree.tag(n), Tag::Noun | Tag::Propn | Tag::Pron));
    let head =
        head.or_else(|| (t + 2..last).find(|&n| names.at(at, n).is_some() || tree.tag(n) == Tag::Noun))?;
    let tokens = tree.subtree(head);
    // The phrase may run on only to the next comma: what follows is content again.
    let end = (head + 1..last).find(|&n| tree.report.word(n) == ",").unwrap_or(last);
    let to = tokens.last().map_or(head + 1, |&b| b + 1).min(end.max(head + 1));
    let who = source(tree, at, names, head);
    let kind = if is_relay(names, &who, tree, head) { Kind::Relayed } else { Kind::Reported };
    let span = tree.report.tokens[t].span.join(tree.report.tokens[to - 1].span);
    Some(Frame {
        first,
        last,
        gaps: Vec::new(),
        cue: (t, to),
        attribution: Attribution { source: who, kind, span, told: None, rule: "according to" },
        denies: false,
        verb: None,
        outer: false,
    })
}

/// `..., cited by AFP`, `as reported by X`: further out than whoever else is named.
fn cited_by(tree: &Tree<'_>, at: usize, names: &Names, t: usize, first: usize, last: usize) -> Option<Frame> {
    let word = |t: usize| tree.report.word(t).to_lowercase();
    if t + 2 >= last || !["cited", "quoted", "reported"].contains(&word(t).as_str()) || word(t + 1) != "by" {
        return None;
    }
    if t == first || !(is_closing(tree.report.word(t - 1)) || word(t - 1) == "as") {
        return None;
    }
    let mention =
        names.mentions.get(at)?.iter().find(|m| m.first >= t + 2 && m.first < t + 6 && m.last <= last)?;
    let head = super::clause::top(tree, mention.first, mention.last);
    let who = source(tree, at, names, head);
    let span = tree.report.tokens[t].span.join(tree.report.tokens[mention.last - 1].span);
    Some(Frame {
        first,
        last,
        gaps: Vec::new(),
        cue: (t, mention.last),
        attribution: Attribution { source: who, kind: Kind::Relayed, span, told: None, rule: "cited by" },
        denies: false,
        verb: None,
        outer: true,
    })
}

/// `North sends envoy: agency`, `Agency: North sends envoy`.
fn colon_headline(tree: &Tree<'_>, at: usize, names: &Names, first: usize, last: usize) -> Option<Frame> {
    let colon = (first..last).rev().find(|&t| tree.report.word(t) == ":")?;
    let name_in =
        |a: usize, b: usize| names.mentions.get(at)?.iter().find(|m| m.first >= a && m.last <= b).copied();
    let nouns_only = |a: usize, b: usize| (a..b).all(|t| !matches!(tree.tag(t), Tag::Verb | Tag::Aux));
    let after = (colon + 1, last);
    let before = (first, colon);
    let (who, from, to, cue) = if last - colon <= 5 && last > colon + 1 && nouns_only(after.0, after.1) {
        let head = name_in(after.0, after.1).map_or(last - 1, |m| super::clause::top(tree, m.first, m.last));
        (source(tree, at, names, head), first, colon, (colon, last))
    } else if colon - first <= 4 && nouns_only(before.0, before.1) {
        let mention = name_in(before.0, before.1)?;
        let head = super::clause::top(tree, mention.first, mention.last);
        (source(tree, at, names, head), colon + 1, last, (first, colon + 1))
    } else {
        return None;
    };
    if to <= from {
        return None;
    }
    let span = tree.report.tokens[cue.0].span.join(tree.report.tokens[cue.1 - 1].span);
    Some(Frame {
        first: from,
        last: to,
        gaps: Vec::new(),
        cue,
        attribution: Attribution {
            source: who,
            kind: Kind::Reported,
            span,
            told: None,
            rule: "colon headline",
        },
        denies: false,
        verb: None,
        outer: false,
    })
}

/// To whom it was said: `told AFP`.
pub(super) fn told(tree: &Tree<'_>, at: usize, names: &Names, verb: usize) -> Option<Source> {
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
        Some(super::clause::top(tree, m.first, m.last))
    })?;
    Some(source(tree, at, names, whom))
}

/// Whether a source is a medium that passes on what others say.
pub(super) fn is_relay(names: &Names, who: &Source, tree: &Tree<'_>, head: usize) -> bool {
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
    super::is_medium(name)
}

/// Marks that can close content before a clause of saying.
fn is_closing(word: &str) -> bool {
    matches!(word, "," | "\"" | "”" | "''" | "’" | "'" | "?" | "!" | "–" | "—" | "-" | "--" | "»")
}
