//! Words that mean alike: classes of happenings and verbs of saying. Data in `data/predicates.tsv` and `data/speech.tsv`.

use std::collections::BTreeMap;
use std::sync::OnceLock;

/// Which classes a dictionary form belongs to, as indices into [`names`]; a word in none has none.
pub fn classes(lemma: &str, noun: bool) -> &'static [u8] {
    let tables = tables();
    let table = if noun { &tables.nouns } else { &tables.verbs };
    table.get(lemma).map_or(&[], |v| v.as_slice())
}

/// The name of a class.
pub fn name(class: u8) -> &'static str {
    tables().names[class as usize]
}

/// The noun that stands for a class of happenings: `departure`, `death`.
pub fn noun(class: u8) -> Option<&'static str> {
    tables().nominals.get(class as usize).copied().flatten()
}

/// The class of this name.
pub fn class(name: &str) -> Option<u8> {
    tables().names.iter().position(|n| *n == name).map(|n| n as u8)
}

/// Whether the verb reports what somebody says.
pub fn is_speech(lemma: &str) -> bool {
    tables().speech.get(lemma).is_some_and(|kind| *kind != "beside")
}

/// Whether the verb reports speech where a quotation stands right beside it: `“…,” he continued`.
pub fn is_speech_beside(lemma: &str) -> bool {
    tables().speech.contains_key(lemma)
}

/// Whether the verb of saying denies what follows.
pub fn is_denial(lemma: &str) -> bool {
    tables().speech.get(lemma) == Some(&"deny")
}

struct Tables {
    names: Vec<&'static str>,
    nominals: Vec<Option<&'static str>>,
    verbs: BTreeMap<String, Vec<u8>>,
    nouns: BTreeMap<String, Vec<u8>>,
    speech: BTreeMap<&'static str, &'static str>,
}

fn tables() -> &'static Tables {
    static TABLES: OnceLock<Tables> = OnceLock::new();
    TABLES.get_or_init(|| {
        let mut t = Tables {
            names: Vec::new(),
            nominals: Vec::new(),
            verbs: BTreeMap::new(),
            nouns: BTreeMap::new(),
            speech: BTreeMap::new(),
        };
        for line in rows(include_str!("../../data/predicates.tsv")) {
            let mut columns = line.split('\t');
            let class = t.names.len() as u8;
            t.names.push(columns.next().unwrap_or(""));
            t.nominals
                .push(line.split('\t').nth(2).and_then(|c| c.split(' ').next()).filter(|n| !n.is_empty()));
            for (column, table) in columns.zip([&mut t.verbs, &mut t.nouns]) {
                for word in column.split(' ').filter(|w| !w.is_empty()) {
                    table.entry(word.replace('_', " ")).or_default().push(class);
                }
            }
        }
        for line in rows(include_str!("../../data/speech.tsv")) {
            let mut columns = line.split('\t');
            let kind = columns.next().unwrap_or("");
            for word in columns.next().unwrap_or("").split(' ') {
                t.speech.entry(word).or_insert(kind);
            }
        }
        t
    })
}

/// The rows of a table: lines that are neither empty nor comments.
fn rows(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|l| !l.is_empty() && !l.starts_with('#'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_one_happening_share_a_class() {
        for (a, b) in [
            (("leave", false), ("departure", true)),
            (("fire", false), ("dismissal", true)),
            (("kill", false), ("death", true)),
        ] {
            let (a, b) = (classes(a.0, a.1), classes(b.0, b.1));
            assert!(a.iter().any(|c| b.contains(c)), "{a:?} {b:?}");
        }
        assert!(classes("contemplate", false).is_empty());
        assert!(is_speech("say") && is_denial("reject") && !is_denial("say") && !is_speech("run"));
        assert_eq!(class(name(3)), Some(3));
    }
}
