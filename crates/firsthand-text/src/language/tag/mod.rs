//! What part of speech is each word, and in what form does it stand?
//!
//! A greedy averaged perceptron over joint classes of part of speech and form, from left to right (Collins 2002);
//! hashed features, 8-bit weights.

pub mod feature;

use super::weights::Weights;
use super::{Form, Models, Sentence, Tag, Token};
use feature::View;

/// The weights of the tagger and what its classes mean.
#[derive(Debug, Clone, Default)]
pub struct Tagger {
    weights: Weights,
    classes: Vec<(Tag, Form)>,
}

impl Tagger {
    /// A tagger with these weights. None if a label is not one of a tagger.
    pub fn new(weights: Weights) -> Option<Tagger> {
        let classes = weights.labels().iter().map(|l| class(l)).collect::<Option<Vec<_>>>()?;
        Some(Tagger { weights, classes })
    }

    /// Tag and form of each word of a sentence.
    pub fn read(&self, view: &View) -> Vec<(Tag, Form)> {
        let class = |c: u8| self.classes.get(usize::from(c)).copied().unwrap_or_default();
        self.classify(view).into_iter().map(class).collect()
    }

    /// The class of each word of a sentence.
    fn classify(&self, view: &View) -> Vec<u8> {
        if self.weights.is_empty() {
            return vec![u8::MAX; view.words.len()];
        }
        let mut found = Vec::with_capacity(view.words.len());
        let mut keys = Vec::new();
        let mut scores = vec![0i32; self.classes.len()];
        let mut past = feature::START;
        for i in 0..view.words.len() {
            feature::keys(view, i, past, &mut keys);
            scores.fill(0);
            self.weights.add(&keys, &mut scores);
            let best = best(&scores);
            found.push(best);
            past = [best, past[0]];
        }
        found
    }
}

/// Fills in tags and forms.
pub fn tag(text: &str, tokens: &mut [Token], sentences: &[Sentence], models: &Models) {
    for sentence in sentences {
        let Some(part) = tokens.get_mut(sentence.first..sentence.last) else { continue };
        let view = View::of(part.iter().map(|t| t.span.of(text)));
        for (token, read) in part.iter_mut().zip(models.tagger.read(&view)) {
            (token.tag, token.form) = read;
        }
    }
}

/// The first of the highest scores.
fn best(scores: &[i32]) -> u8 {
    let mut best = 0;
    for (i, score) in scores.iter().enumerate() {
        if *score > scores[best] {
            best = i;
        }
    }
    best as u8
}

/// The label of a class, as the weights hold it: `VERB.Past`.
pub fn label(tag: Tag, form: Form) -> String {
    format!("{}.{form:?}", tag.name())
}

fn class(label: &str) -> Option<(Tag, Form)> {
    let (tag, form) = label.split_once('.')?;
    let form = Form::ALL.into_iter().find(|f| format!("{f:?}") == form)?;
    Some((Tag::named(tag)?, form))
}
