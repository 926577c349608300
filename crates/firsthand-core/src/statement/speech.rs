//! Who speaks the words between quotation marks?

use super::attribution::Frame;
use super::tree::Tree;
use super::voice::Voice;
use super::{Attribution, Kind, heard, lexicon};
use crate::name::Names;
use firsthand_text::Span;
use firsthand_text::language::{NameKind, Quote, Tag};

/// Frames of direct speech: the tokens of each quotation, and the speaker that voices and clauses of saying around it name.
///
/// A quotation takes its speaker from, in this order: the innermost voice whose content it is; a clause of saying in its own
/// sentences; one that ends with a colon right before it, or a name and a colon; the person who acts in its sentence; another
/// quotation of its paragraph; the quotation of the paragraph before, if it makes up all of its own paragraph; the person who
/// spoke just before it.
pub fn frames(tree: &Tree<'_>, at: usize, names: &Names, said: &[Frame], voices: &[Voice]) -> Vec<Frame> {
    let report = tree.report;
    let mut out: Vec<(usize, Frame)> = Vec::new();
    let mut open: Vec<(usize, &Quote)> = Vec::new();
    for (n, quote) in report.quotes.iter().enumerate() {
        if quote.scare {
            continue;
        }
        let named = voiced(tree, at, names, quote, voices, said);
        let named = named.or_else(|| own_speaker(tree, quote, said));
        let named = named.or_else(|| before_colon(tree, at, names, quote, said));
        match named.or_else(|| acting(tree, at, names, quote)) {
            Some(a) => out.extend(frame(tree, quote, a).map(|f| (n, f))),
            None => open.push((n, quote)),
        }
    }
    // Forward only: a speaker found for one quotation carries to those after it.
    for (n, quote) in open {
        let paragraph = paragraph_of(tree, quote.span.start);
        let known = |m: usize| out.iter().find(|(k, _)| *k == m).map(|(_, f)| f.attribution.clone());
        let same =
            report.quotes.iter().enumerate().filter(|(_, q)| paragraph_of(tree, q.span.start) == paragraph);
        let neighbour =
            same.filter(|(m, _)| *m != n).min_by_key(|(m, _)| m.abs_diff(n)).and_then(|(m, _)| known(m));
        let floating = || {
            let alone = covers_paragraph(tree, quote, paragraph?);
            let previous = n.checked_sub(1)?;
            let near = paragraph_of(tree, report.quotes[previous].span.start)? + 1 >= paragraph?;
            known(previous).filter(|_| alone && near)
        };
        if let Some(mut a) = neighbour.or_else(floating).or_else(|| just_before(tree, at, names, quote, said))
        {
            a.rule = "quotation goes on";
            out.extend(frame(tree, quote, a).map(|f| (n, f)));
        }
    }
    out.sort_by_key(|(n, _)| *n);
    out.into_iter().map(|(_, f)| f).collect()
}

fn frame(tree: &Tree<'_>, quote: &Quote, mut attribution: Attribution) -> Option<Frame> {
    let (first, last) = tokens_in(tree, quote.span)?;
    attribution.kind = Kind::Quoted;
    Some(Frame::over((first, last), (0, 0), attribution))
}

/// The voice whose content the quotation is, the innermost one that stands outside it and can speak.
fn voiced(
    tree: &Tree<'_>,
    at: usize,
    names: &Names,
    quote: &Quote,
    voices: &[Voice],
    said: &[Frame],
) -> Option<Attribution> {
    let (first, last) = tokens_in(tree, quote.span)?;
    let held = |v: &&Voice| -> usize {
        v.content.iter().map(|r| r.1.min(last).saturating_sub(r.0.max(first))).sum()
    };
    let size = |v: &&Voice| -> usize { v.content.iter().map(|r| r.1 - r.0).sum() };
    voices
        .iter()
        .filter(|v| (v.anchor < first || v.anchor >= last) && held(v) * 2 > last - first)
        .filter_map(|v| Some((heard::speaker(tree, at, names, v)?, v)))
        .min_by_key(|(speaker, v)| (heard::is_thing(tree, *speaker), size(v), v.anchor))
        .and_then(|(_, v)| {
            // A rule that read the same clause knows more: whom it was told, whether it is relayed.
            let ruled = said.iter().find(|f| f.verb == Some(v.anchor)).map(|f| f.attribution.clone());
            ruled.or_else(|| heard::attribution(tree, at, names, v, said))
        })
}

/// A clause of saying in the sentences the quotation stands in, outside its marks; the nearest one.
fn own_speaker(tree: &Tree<'_>, quote: &Quote, said: &[Frame]) -> Option<Attribution> {
    let (first, last) = tokens_in(tree, quote.span)?;
    let (s1, s2) = (tree.sentence[first], tree.sentence[last - 1]);
    let inside = |t: usize| first <= t && t < last;
    let near = said
        .iter()
        .filter(|f| f.verb.is_none_or(|v| !inside(v)))
        .filter(|f| !inside(f.cue.0) && f.cue.1 > f.cue.0)
        .filter(|f| (s1..=s2).contains(&tree.sentence[f.cue.0]))
        .filter(|f| f.verb.is_none_or(|v| tree.lemma(v) != "cite"))
        .min_by_key(|f| {
            if f.cue.0 >= last { (f.cue.0 - last) * 2 } else { first.saturating_sub(f.cue.1) * 2 + 1 }
        });
    if let Some(f) = near {
        return Some(f.attribution.clone());
    }
    // The clause of saying may follow as a sentence of its own: “…?” he asked.
    let next = tree.report.sentences.get(s2 + 1)?;
    let f = said.iter().find(|f| {
        f.verb.is_some_and(|v| {
            next.first <= v && v < next.last && v < next.first + 8 && lexicon::is_speech(tree.lemma(v))
        }) && next.paragraph == tree.report.sentences[s2].paragraph
            && next.last - next.first < 14
    })?;
    Some(f.attribution.clone())
}

/// The person who is the subject of the sentence, where the quotation is part of what he does: `Rossi pointed to
/// “the use of force”`.
fn acting(tree: &Tree<'_>, at: usize, names: &Names, quote: &Quote) -> Option<Attribution> {
    let (first, _) = tokens_in(tree, quote.span)?;
    let sentence = tree.report.sentences[tree.sentence[first]];
    let verb =
        tree.ancestors(first).find(|&t| t < first && tree.tag(t) == Tag::Verb && t >= sentence.first)?;
    person(tree, at, names, tree.subject(verb)?, "subject of the sentence")
}

/// The person who spoke, or of whom the sentence before it tells, where the quotation has its sentence to itself or
/// nearly so.
fn just_before(
    tree: &Tree<'_>,
    at: usize,
    names: &Names,
    quote: &Quote,
    said: &[Frame],
) -> Option<Attribution> {
    let (first, _) = tokens_in(tree, quote.span)?;
    let sentence = tree.sentence[first];
    if tree.report.sentences[sentence].span.len() > quote.span.len() + 40 {
        return None;
    }
    let before = tree.report.sentences.get(sentence.checked_sub(1)?)?;
    let near = before.paragraph? + 1 >= tree.report.sentences[sentence].paragraph?;
    if !near {
        return None;
    }
    let spoke = said.iter().rfind(|f| f.verb.is_some_and(|v| before.first <= v && v < before.last));
    if let Some(f) = spoke {
        return Some(f.attribution.clone());
    }
    const RULE: &str = "the person spoken of just before";
    let root = (before.first..before.last).find(|&t| tree.head(t).is_none())?;
    let subject = tree.subject(root).and_then(|s| person(tree, at, names, s, RULE));
    // The parser may lose the subject over what is put in behind the name: `Pell, 17, who works at the pier, …`.
    subject.or_else(|| {
        let first = names.at(at, before.first).filter(|m| m.manner == crate::name::Manner::Name)?;
        person(tree, at, names, super::clause::top(tree, first.first, first.last), RULE)
    })
}

fn person(
    tree: &Tree<'_>,
    at: usize,
    names: &Names,
    subject: usize,
    rule: &'static str,
) -> Option<Attribution> {
    let source = super::source::source(tree, at, names, subject);
    let human = names.entities[source.entity?].kind == NameKind::Person;
    let span = source.span;
    human.then_some(Attribution { source, kind: Kind::Quoted, span, told: None, rule })
}

/// A sentence right before it that ends with a colon: `Ardalan wrote in a letter: “…”`.
fn before_colon(
    tree: &Tree<'_>,
    at: usize,
    names: &Names,
    quote: &Quote,
    said: &[Frame],
) -> Option<Attribution> {
    let (first, _) = tokens_in(tree, quote.span)?;
    let mut back = first.checked_sub(1)?;
    while back > 0 && matches!(tree.report.word(back), "“" | "\"" | "``" | "‘" | "«" | "'") {
        back -= 1;
    }
    if tree.report.word(back) != ":" {
        return None;
    }
    let sentence = tree.sentence[back];
    let clause = said.iter().rfind(|f| tree.sentence[f.cue.0.min(back)] == sentence && f.cue.0 <= back);
    clause
        .map(|f| f.attribution.clone())
        .or_else(|| opened(tree, at, names, back))
        .or_else(|| labelled(tree, at, names, back))
}

/// Whether a word says something, also where the tagger took it for a noun.
fn says(tree: &Tree<'_>, t: usize) -> bool {
    let verb = firsthand_text::language::lemma::of(tree.report.word(t), Tag::Verb);
    lexicon::is_speech_beside(tree.lemma(t)) || lexicon::is_speech_beside(&verb)
}

/// A clause of saying that the parser lost, at the head of the sentence and closed by the colon: `One pupil wrote: “…”`.
fn opened(tree: &Tree<'_>, at: usize, names: &Names, colon: usize) -> Option<Attribution> {
    let first = tree.report.sentences[tree.sentence[colon]].first;
    let verb = (first + 1..colon).rev().take(5).find(|&t| says(tree, t))?;
    let speaker = verb - 1;
    let noun = |t: usize| matches!(tree.tag(t), Tag::Noun | Tag::Propn | Tag::Pron);
    let plain = (first..verb).all(|t| !matches!(tree.tag(t), Tag::Verb | Tag::Aux | Tag::Punct));
    if !noun(speaker) || !plain {
        return None;
    }
    let source = super::source::source(tree, at, names, speaker);
    let span = tree.report.tokens[first].span.join(tree.report.tokens[verb].span);
    Some(Attribution { source, kind: Kind::Quoted, span, told: None, rule: "clause before a colon" })
}

/// A name and no more before a colon, as interviews print their speakers: `Ada Bran, harbour pilot: “…”`.
fn labelled(tree: &Tree<'_>, at: usize, names: &Names, colon: usize) -> Option<Attribution> {
    let first = tree.report.sentences[tree.sentence[colon]].first;
    let quiet = (first..colon).all(|t| !matches!(tree.tag(t), Tag::Verb | Tag::Aux));
    let mention = names.at(at, first).filter(|m| m.first == first && m.last <= colon)?;
    if !quiet || colon - first > 14 {
        return None;
    }
    person(tree, at, names, super::clause::top(tree, mention.first, mention.last), "name and colon")
}

/// The tokens that lie in a span, first and one past the last.
pub fn tokens_in(tree: &Tree<'_>, span: Span) -> Option<(usize, usize)> {
    let tokens = &tree.report.tokens;
    let first = tokens.partition_point(|t| t.span.end <= span.start);
    let last = tokens.partition_point(|t| t.span.start < span.end);
    (first < last).then_some((first, last))
}

fn paragraph_of(tree: &Tree<'_>, byte: usize) -> Option<usize> {
    let paragraphs = &tree.report.report.paragraphs;
    let p = paragraphs.partition_point(|p| p.span.end <= byte);
    (p < paragraphs.len() && paragraphs[p].span.start <= byte).then_some(p)
}

/// Whether little but the quotation stands in its paragraph.
fn covers_paragraph(tree: &Tree<'_>, quote: &Quote, paragraph: usize) -> bool {
    let Some(p) = tree.report.report.paragraphs.get(paragraph) else { return false };
    quote.span.len() + 8 >= p.span.len()
}
