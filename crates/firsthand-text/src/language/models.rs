//! The weights: compiled in, made ready once, shared by reference.

use super::name;
use super::parse::Parser;
use super::tag::Tagger;
use super::weights::Weights;

/// All models of the language stage. The default has no weights: its stages leave everything as it is.
#[derive(Debug, Default)]
pub struct Models {
    /// Parts of speech and forms.
    pub tagger: Tagger,
    /// Heads and relations.
    pub parser: Parser,
    /// What names look like; None where the table is missing, and then only lists find names.
    pub names: Option<name::weights::Weights<'static>>,
}

impl Models {
    /// The models that come with the program. They are read in place: this takes no time to speak of.
    pub fn built_in() -> Models {
        let tagger = Weights::read(firsthand_data_syntax::TAGGER).and_then(Tagger::new);
        let parser = Parser::read(firsthand_data_syntax::PARSER);
        debug_assert!(tagger.is_some() && parser.is_some(), "the built-in weights are broken");
        Models {
            tagger: tagger.unwrap_or_default(),
            parser: parser.unwrap_or_default(),
            names: name::weights::Weights::read(firsthand_data_names::NAMES),
        }
    }
}
