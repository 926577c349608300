//! Countries: their names, their peoples, their capitals, and the words that stand for their governments.

/// One country or territory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Country {
    /// ISO 3166-1 alpha-2: `KP`.
    pub code: &'static str,
    /// ISO 3166-1 alpha-3: `PRK`.
    pub code3: &'static str,
    /// Short English name: `North Korea`.
    pub name: &'static str,
    /// Other names: `DPRK`, `the North`.
    pub names: &'static [&'static str],
    /// Words for its people and things: `North Korean`.
    pub demonyms: &'static [&'static str],
    /// Capital, which often stands for the government: `Pyongyang`.
    pub capital: &'static str,
}

/// The country that a name, a demonym or a capital stands for.
pub fn of(word: &str) -> Option<&'static Country> {
    let _ = word;
    None
}
