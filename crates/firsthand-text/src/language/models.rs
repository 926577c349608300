//! The weights: compiled in, made ready once, shared by reference.

use super::name::weights::Weights;

/// All models of the language stage.
#[derive(Debug, Default)]
pub struct Models {
    /// What names look like; None where the table is missing, and then only lists find names.
    pub names: Option<Weights<'static>>,
}

impl Models {
    /// The models that come with the program.
    pub fn built_in() -> Models {
        Models { names: Weights::read(include_bytes!("../../../../models/names.bin")) }
    }
}
