//! Agencies by their whole name: `Korean Central News Agency` is not the `Central News Agency` of some Koreans.

use super::{Words, capital};
use crate::language::NameKind;
use crate::language::name::label::Found;
use crate::report::agency;

/// So many words before a name may belong to it.
const BEFORE: usize = 2;

/// Takes in the words before a body's name with which it is an agency that is known.
pub(super) fn apply(words: &Words, names: &mut Vec<Found>) {
    for name in names.iter_mut().filter(|n| n.kind == NameKind::Organisation) {
        let own = agency::of(&text(words, name.first, name.last)).map(|a| &a.name);
        let known =
            |first: usize| agency::of(&text(words, first, name.last)).is_some_and(|a| Some(&a.name) != own);
        let from = name.first.saturating_sub(BEFORE);
        let longer = (from..name.first).rev().find(|first| capital(words[*first]) && known(*first));
        if let Some(first) = longer {
            name.first = first;
        }
    }
    let grown = names.clone();
    names.retain(|n| {
        !grown.iter().any(|g| g != n && g.first <= n.first && n.last <= g.last && g.last > n.last)
    });
}

fn text(words: &Words, first: usize, last: usize) -> String {
    words[first..last].join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_known_agency_is_whole() {
        let words = vec!["the", "Korean", "Central", "News", "Agency", "said", "in", "Orlik"];
        let name = |first, last, kind| Found { first, last, kind };
        let mut names = vec![
            name(1, 2, NameKind::Group),
            name(2, 5, NameKind::Organisation),
            name(7, 8, NameKind::Place),
        ];
        apply(&words, &mut names);
        assert_eq!(names, [name(1, 5, NameKind::Organisation), name(7, 8, NameKind::Place)]);
        let mut names = vec![name(5, 6, NameKind::Organisation)];
        apply(&vec!["the", "Velmora", "Ledger", "of", "the", "Coast"], &mut names);
        assert_eq!(names, [name(5, 6, NameKind::Organisation)]);
    }
}
