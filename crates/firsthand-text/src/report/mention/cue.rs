//! The words around a name that tell how it stands there, from `data/mentions.tsv`.

use super::word::Word;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// What a cue tells. The names are those of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Cue {
    Picture,
    House,
    Label,
    Noun,
    Output,
    Leads,
    Passes,
    Origin,
    Source,
    Rights,
    Role,
    Filler,
    Behind,
    Unnamed,
    Beside,
    Wires,
    Title,
}

const ROLES: [(&str, Cue); 17] = [
    ("picture", Cue::Picture),
    ("house", Cue::House),
    ("label", Cue::Label),
    ("noun", Cue::Noun),
    ("output", Cue::Output),
    ("leads", Cue::Leads),
    ("passes", Cue::Passes),
    ("origin", Cue::Origin),
    ("source", Cue::Source),
    ("rights", Cue::Rights),
    ("role", Cue::Role),
    ("filler", Cue::Filler),
    ("behind", Cue::Behind),
    ("unnamed", Cue::Unnamed),
    ("beside", Cue::Beside),
    ("wires", Cue::Wires),
    ("title", Cue::Title),
];

/// The most words of a cue.
const LONGEST: usize = 5;

/// For each cue its forms by their first word.
type Forms = FxHashMap<(Cue, &'static str), Vec<Vec<&'static str>>>;

static CUES: LazyLock<Forms> = LazyLock::new(|| {
    let mut cues = Forms::default();
    for line in include_str!("../../../data/mentions.tsv").lines().filter(|l| !l.starts_with('#')) {
        let Some((role, forms)) = line.split_once('\t') else { continue };
        let Some((_, cue)) = ROLES.iter().find(|(name, _)| *name == role) else { continue };
        for form in forms.split('|') {
            let words: Vec<&str> = form.split(' ').collect();
            let Some(first) = words.first().copied() else { continue };
            cues.entry((*cue, first)).or_default().push(words);
        }
    }
    cues
});

/// How many words a cue takes that begins at a word; 0 where there is none. The longest form counts.
pub(super) fn at(words: &[Word], at: usize, cue: Cue) -> usize {
    let Some(first) = words.get(at) else { return 0 };
    let Some(forms) = CUES.get(&(cue, first.key.as_str())) else { return 0 };
    let fits = |form: &&Vec<&str>| {
        words.get(at..at + form.len()).is_some_and(|w| w.iter().zip(form.iter()).all(|(w, f)| w.key == *f))
    };
    forms.iter().filter(fits).map(Vec::len).max().unwrap_or(0)
}

/// How many words a cue takes that ends right before a word; 0 where there is none.
pub(super) fn before(words: &[Word], end: usize, cue: Cue) -> usize {
    (1..=LONGEST.min(end)).rev().find(|n| at(words, end - n, cue) == *n).unwrap_or(0)
}

/// Whether a cue stands anywhere in a stretch of words.
pub(super) fn within(words: &[Word], cue: Cue) -> bool {
    (0..words.len()).any(|n| at(words, n, cue) > 0)
}

#[cfg(test)]
mod tests {
    use super::super::word::words;
    use super::*;

    #[test]
    fn cues_are_met_at_either_end() {
        let text = words("As the wire reported, according to the Vale Agency");
        assert_eq!(at(&text, 3, Cue::Passes), 1);
        assert_eq!(before(&text, 6, Cue::Leads), 2);
        assert_eq!(before(&text, 5, Cue::Leads), 0);
        assert!(within(&text, Cue::Noun) && !within(&text, Cue::Picture));
    }

    #[test]
    fn every_role_of_the_list_is_read() {
        let lines = include_str!("../../../data/mentions.tsv").lines().filter(|l| !l.starts_with('#'));
        for line in lines {
            let (role, forms) = line.split_once('\t').unwrap();
            assert!(ROLES.iter().any(|(name, _)| *name == role), "{role}");
            assert!(forms.split('|').all(|f| f.split(' ').count() <= LONGEST), "{role}");
        }
    }
}
