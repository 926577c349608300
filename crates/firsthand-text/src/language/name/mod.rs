//! Who and what is named?
//!
//! A linear model labels every word (structured perceptron, Collins 2002; BILOU labels and gazetteers after
//! Ratinov and Roth 2009); a few general rules then mend what a model of single sentences cannot see. Weights
//! come from `firsthand-lab train names` (see `models/names.md`).

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
    let running = running(sentences);
    let document = document(&running, modes(sentences));
    let mut found: Vec<Vec<Found>> = match weights {
        Some(weights) => (0..sentences.len()).map(|s| label::read(&labels(&document, s, weights))).collect(),
        None => vec![Vec::new(); sentences.len()],
    };
    let words: Vec<Vec<&str>> = running.iter().map(|s| s.iter().map(AsRef::as_ref).collect()).collect();
    rule::mend(&words, &mut found);
    found
}

/// How each sentence uses capitals.
fn modes(sentences: &[Vec<&str>]) -> Vec<case::Mode> {
    sentences.iter().map(|s| case::mode(s)).collect()
}

/// The sentences as running text would write them.
fn running<'a>(sentences: &[Vec<&'a str>]) -> Vec<Vec<std::borrow::Cow<'a, str>>> {
    let modes = modes(sentences);
    let habits = case::habits(sentences, &modes);
    sentences.iter().zip(&modes).map(|(s, mode)| case::running(s, *mode, &habits)).collect()
}

fn document<S: AsRef<str>>(running: &[Vec<S>], modes: Vec<case::Mode>) -> Document {
    Document::new(running.iter().map(|s| word::words(s)).collect(), modes)
}

/// The document as the features see it, for training.
pub fn prepare(sentences: &[Vec<&str>]) -> Document {
    document(&running(sentences), modes(sentences))
}

fn labels(document: &Document, s: usize, weights: &Weights) -> Vec<label::Label> {
    let mut features = Vec::with_capacity(96);
    let count = document.sentences.get(s).map_or(0, Vec::len);
    let scores: Vec<_> = (0..count)
        .map(|i| {
            feature::features(document, s, i, &mut features);
            weights.scores(&features)
        })
        .collect();
    decode::decode(&scores, &weights.transitions)
}

#[cfg(test)]
mod tests;
