//! The weights: compiled in, made ready once, shared by reference.

/// All models of the language stage.
#[derive(Debug, Default)]
pub struct Models {}

impl Models {
    /// The models that come with the program.
    pub fn built_in() -> Models {
        Models::default()
    }
}
