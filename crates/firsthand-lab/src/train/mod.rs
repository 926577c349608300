//! Weights from openly licensed corpora.

pub(crate) mod attribution;
mod dice;
pub(crate) mod events;
mod happenings;
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
    /// Who says what: cues and extents, from our own texts.
    Attribution,
    /// The same from PolNeAR and from both, for measuring.
    Compared,
    /// What models say of the fifth of our own texts that they did not learn from.
    Attributed,
    /// Kinds of events: roots, from our own sentences and PLOVER's records.
    Events,
    /// Roots from PLV and direction from AW, for measuring.
    ComparedEvents,
    /// How many of the roots of our own sentences are right by how clear the lead is, by fifths.
    ClearEvents,
    /// What models say of the fifth of PLV and AW that they did not learn from.
    CodedEvents,
    /// Which mentions of happenings are of one.
    Happenings,
    /// What is known of single words: names of persons, usual words, clusters.
    Lexicon,
    /// The weights of names.
    Names,
    /// The same model fitted to the guidelines of data sets, for measuring.
    Guidelines,
    /// What models say of the fifth of a set that they did not learn from, for measuring.
    Folds,
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
        What::Attribution => attribution::own(out),
        What::Compared => attribution::compared(data, out),
        What::Attributed => attribution::folds(out),
        What::Events => events::own(data, out),
        What::ComparedEvents => events::compared(data, out),
        What::ClearEvents => events::own_folds(data),
        What::CodedEvents => events::folds(data, out),
        What::Happenings => happenings::happenings(data, out),
        What::Lexicon => lexicon::lexicon(data, out),
        What::Names => names::names(data, out),
        What::Guidelines => names::guidelines(data, out),
        What::Folds => names::folds(data, out),
        What::Places => places::places(data, out),
        What::Rarity => rarity::rarity(data, out),
        What::Syntax => syntax::syntax(data, out),
    }
}
