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

use anyhow::{Context, Result};
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

impl What {
    /// The folder its weights are built in from; None for what is made to measure with.
    fn home(self) -> Option<&'static Path> {
        let folder = match self {
            What::Syntax => "crates/firsthand-data-syntax/models",
            What::Lexicon | What::Names | What::Places => "crates/firsthand-data-names/models",
            What::Attribution | What::Events | What::Happenings | What::Rarity => {
                "crates/firsthand-core/models"
            }
            // Writes a folder `guidelines` there.
            What::Guidelines => "crates/firsthand-lab",
            What::Compared | What::Attributed | What::ComparedEvents | What::CodedEvents | What::Folds => {
                return None;
            }
            // Only prints.
            What::ClearEvents => "",
        };
        Some(Path::new(folder))
    }
}

/// Trains it from the corpora in `data` and writes the weights to `out`, or to where they are built in from.
pub(crate) fn train(what: What, data: &Path, out: Option<&Path>) -> Result<()> {
    let out =
        out.or(what.home()).context("--out FOLDER: what is made to measure with has no place of its own")?;
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
