//! Words and phrases that tell of a kind of event. Data in `data/plover.tsv`, written for this.
//!
//! A class is a PLOVER root (`ASSAULT`), or a manner of speaking of one: `intend`, `refuse`, `contact`, `move`, `care`.

use std::collections::BTreeMap;
use std::sync::OnceLock;

/// Words of a phrase may stand this far apart.
const APART: usize = 4;

/// What the table says.
#[derive(Debug, Default)]
pub struct Lexis {
    names: Vec<&'static str>,
    verbs: BTreeMap<&'static str, Vec<u8>>,
    nouns: BTreeMap<&'static str, Vec<u8>>,
    /// By first word: the other words and the class.
    phrases: BTreeMap<&'static str, Vec<(Vec<&'static str>, u8)>>,
}

/// The table.
pub fn lexis() -> &'static Lexis {
    static LEXIS: OnceLock<Lexis> = OnceLock::new();
    LEXIS.get_or_init(|| Lexis::read(include_str!("../../../data/plover.tsv")))
}

impl Lexis {
    /// Reads a table: class, kind (verb, noun, phrase), lemmas.
    pub(super) fn read(table: &'static str) -> Lexis {
        let mut out = Lexis::default();
        for line in table.lines().filter(|l| !l.is_empty() && !l.starts_with('#')) {
            let mut columns = line.split('\t');
            let (Some(name), Some(kind), Some(words)) = (columns.next(), columns.next(), columns.next())
            else {
                continue;
            };
            let class = out.names.iter().position(|n| *n == name).unwrap_or_else(|| {
                out.names.push(name);
                out.names.len() - 1
            }) as u8;
            for word in words.split(' ').filter(|w| !w.is_empty()) {
                match kind {
                    "verb" => out.verbs.entry(word).or_default().push(class),
                    "noun" => out.nouns.entry(word).or_default().push(class),
                    _ => {
                        let mut parts = word.split('_');
                        let first = parts.next().unwrap_or("");
                        out.phrases.entry(first).or_default().push((parts.collect(), class));
                    }
                }
            }
        }
        out
    }

    /// The name of a class.
    pub fn name(&self, class: u8) -> &'static str {
        self.names.get(usize::from(class)).copied().unwrap_or("")
    }

    /// The classes of a word by itself.
    pub fn of(&self, lemma: &str, verb: bool) -> &[u8] {
        let table = if verb { &self.verbs } else { &self.nouns };
        table.get(lemma).map_or(&[], Vec::as_slice)
    }

    /// The phrases that begin with the first of these words: their classes.
    pub fn phrases(&self, lemmas: &[&str]) -> Vec<u8> {
        let Some(phrases) = lemmas.first().and_then(|f| self.phrases.get(f)) else { return Vec::new() };
        let stands = |rest: &[&str]| {
            let mut at = 0;
            rest.iter().all(|word| {
                let near = lemmas.iter().skip(at + 1).take(APART + 1).position(|l| l == word);
                at += near.map_or(0, |n| n + 1);
                near.is_some()
            })
        };
        phrases.iter().filter(|(rest, _)| stands(rest)).map(|(_, class)| *class).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_phrases_have_classes() {
        let names = |classes: &[u8]| classes.iter().map(|c| lexis().name(*c)).collect::<Vec<_>>();
        assert_eq!(names(lexis().of("denounce", true)), ["ACCUSE"]);
        assert_eq!(names(lexis().of("ceasefire", false)), ["RETREAT"]);
        assert!(lexis().of("denounce", false).is_empty());
        assert_eq!(names(&lexis().phrases(&["impose", "new", "sanction"])), ["COERCE"]);
        assert!(lexis().phrases(&["impose", "a", "b", "c", "d", "e", "sanction"]).is_empty());
        assert!(lexis().phrases(&["sanction", "impose"]).is_empty());
    }
}
