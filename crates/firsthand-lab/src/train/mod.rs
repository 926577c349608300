//! Weights from openly licensed corpora.

mod lexicon;
mod names;
mod places;
mod rarity;
mod syntax;

use anyhow::Result;
use clap::ValueEnum;
use std::path::Path;

/// What can be trained. A new one is a file here and a line in each list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum What {
    /// What is known of single words: names of persons, usual words, clusters.
    Lexicon,
    /// The weights of names.
    Names,
    /// The gazetteer of places.
    Places,
    /// How many documents hold each word.
    Rarity,
    /// The tagger and the parser.
    Syntax,
}

/// Trains it from the corpora in `data` and writes the weights to `out`.
pub(crate) fn train(what: What, data: &Path, out: &Path) -> Result<()> {
    match what {
        What::Lexicon => lexicon::lexicon(data, out),
        What::Names => names::names(data, out),
        What::Places => places::places(data, out),
        What::Rarity => rarity::rarity(data, out),
        What::Syntax => syntax::syntax(data, out),
    }
}
