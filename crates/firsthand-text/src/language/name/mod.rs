//! Who and what is named?
//!
//! A linear model labels every word (structured perceptron, Collins 2002; BILOU labels and gazetteers after
//! Ratinov and Roth 2009); a few general rules then mend what a model of single sentences cannot see. Weights
//! come from `firsthand-lab train names` (see `firsthand_data_names`).

pub mod case;
pub mod decode;
pub mod feature;
pub mod hash;
pub mod label;
pub mod lexicon;
pub mod rule;
pub mod sort;
pub mod weights;
pub mod word;

use super::{Models, Name, Sentence, Token};
use crate::Span;
use feature::Document;
use label::Found;
use weights::Weights;

/// Finds the names of a report.
pub fn find(text: &str, tokens: &[Token], sentences: &[Sentence], models: &Models) -> Vec<Name> {
    let token_text = |t: &Token| t.span.of(text);
    let words: Vec<Vec<&str>> = sentences
        .iter()
        .map(|s| tokens.get(s.first..s.last).unwrap_or(&[]).iter().map(token_text).collect())
        .collect();
    let mut out = Vec::new();
    for (sentence, found) in sentences.iter().zip(names(&words, &models.names)) {
        for f in found {
            let (first, last) = (sentence.first + f.first, sentence.first + f.last);
            let (Some(a), Some(b)) = (tokens.get(first), last.checked_sub(1).and_then(|l| tokens.get(l)))
            else {
                continue;
            };
            out.push(Name { span: Span { start: a.span.start, end: b.span.end }, kind: f.kind, first, last });
        }
    }
    out
}

/// The names of a document given as the words of its sentences, by sentence.
pub fn names(sentences: &[Vec<&str>], weights: &Option<Weights>) -> Vec<Vec<Found>> {
    let modes = modes(sentences);
    let running = running(sentences, &modes);
    let mut found = labelled(&running, modes, weights, Search::Capitals);
    let words: Vec<Vec<&str>> = running.iter().map(|s| s.iter().map(AsRef::as_ref).collect()).collect();
    rule::mend(&words, &mut found);
    found
}

/// The same by the weights alone, for weights of another guideline, which our rules would not mend.
pub fn unmended(sentences: &[Vec<&str>], weights: &Option<Weights>) -> Vec<Vec<Found>> {
    let modes = modes(sentences);
    labelled(&running(sentences, &modes), modes, weights, Search::Everywhere)
}

/// Where names are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Search {
    /// In running text, not among small words that stand beside small words only.
    Capitals,
    Everywhere,
}

fn labelled(
    running: &[Vec<std::borrow::Cow<str>>],
    modes: Vec<case::Mode>,
    weights: &Option<Weights>,
    search: Search,
) -> Vec<Vec<Found>> {
    let Some(weights) = weights else { return vec![Vec::new(); running.len()] };
    let document = document(running, modes);
    (0..running.len()).map(|s| label::read(&labels(&document, s, weights, search))).collect()
}

/// How each sentence uses capitals.
fn modes(sentences: &[Vec<&str>]) -> Vec<case::Mode> {
    sentences.iter().map(|s| case::mode(s)).collect()
}

/// The sentences as running text would write them.
fn running<'a>(sentences: &[Vec<&'a str>], modes: &[case::Mode]) -> Vec<Vec<std::borrow::Cow<'a, str>>> {
    let habits = case::habits(sentences, modes);
    sentences.iter().zip(modes).map(|(s, mode)| case::running(s, *mode, &habits)).collect()
}

fn document<S: AsRef<str>>(running: &[Vec<S>], modes: Vec<case::Mode>) -> Document {
    let mut seen = word::Seen::default();
    Document::new(running.iter().map(|s| word::words(s, &mut seen)).collect(), modes)
}

/// The document as the features see it, for training.
pub fn prepare(sentences: &[Vec<&str>]) -> Document {
    let modes = modes(sentences);
    document(&running(sentences, &modes), modes)
}

/// The labels of a sentence. In running text no name is looked for among small words that stand beside small words
/// only: the stretches between them are read each for itself, which is most of the time saved and, since such words
/// stand outside, the same as reading the sentence whole with them held outside.
fn labels(document: &Document, s: usize, weights: &Weights, search: Search) -> Vec<label::Label> {
    let Some(sentence) = document.sentences.get(s) else { return Vec::new() };
    let running = search == Search::Capitals && document.modes.get(s) == Some(&case::Mode::Plain);
    let small = |at: usize| sentence.get(at).is_none_or(|w| w.small);
    let quiet = |at: usize| running && small(at) && small(at + 1) && at.checked_sub(1).is_none_or(small);
    let mut features = Vec::with_capacity(96);
    let mut scores = Vec::new();
    let mut out = vec![label::OUTSIDE; sentence.len()];
    let mut at = 0;
    while at < sentence.len() {
        if quiet(at) {
            at += 1;
            continue;
        }
        let start = at;
        scores.clear();
        while at < sentence.len() && !quiet(at) {
            feature::features(document, s, at, &mut features);
            scores.push(weights.scores(&features));
            at += 1;
        }
        let ends = decode::Ends { before: start > 0, after: at < sentence.len() };
        out[start..at].copy_from_slice(&decode::decode(&scores, &weights.transitions, ends));
    }
    out
}

#[cfg(test)]
mod tests;
