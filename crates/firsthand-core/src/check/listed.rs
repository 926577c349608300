//! Who, of those an answer shows, may stand on a watchlist.

use super::shape::{Answer, MayBeListed};
use crate::account::Account;

/// The links of the entities that the claim names, or that the sentences shown name, in order of story and entity. Accounts
/// carry links only where a watchlist was given.
pub(super) fn listed<'a>(answer: &Answer, accounts: impl Iterator<Item = &'a Account>) -> Vec<MayBeListed> {
    let claim = answer.claim.text.as_str();
    let mut out = Vec::new();
    for account in accounts {
        let story = account.story.id.as_str();
        let shown: Vec<&str> = answer
            .sides
            .iter()
            .flat_map(|side| &side.statements)
            .filter(|e| e.story == story)
            .map(|e| e.passage.text.as_str())
            .collect();
        for entity in account.entities.iter().filter(|e| !e.listed.is_empty()) {
            let named = |text: &str| entity.forms.iter().any(|form| holds(text, &form.text));
            if named(claim) || shown.iter().any(|text| named(text)) {
                let may = |link: &crate::account::Listed| MayBeListed {
                    story: story.to_owned(),
                    entity: entity.id.clone(),
                    name: entity.name.clone(),
                    entry: link.clone(),
                };
                out.extend(entity.listed.iter().map(may));
            }
        }
    }
    out
}

/// Whether a name stands in a text as whole words.
pub fn holds(text: &str, name: &str) -> bool {
    if name.is_empty() {
        return false;
    }
    text.match_indices(name).any(|(at, found)| {
        let before = text.get(..at).and_then(|t| t.chars().next_back());
        let after = text.get(at + found.len()..).and_then(|t| t.chars().next());
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

#[cfg(test)]
mod tests {
    use super::holds;

    #[test]
    fn names_stand_as_whole_words() {
        for (text, name, want) in [
            ("Ilse Brandt left.", "Brandt", true),
            ("Brandtmann left.", "Brandt", false),
            ("Brandtmann met Brandt.", "Brandt", true),
            ("ž Brandt", "Brandt", true),
            ("žBrandt", "Brandt", false),
            ("anything", "", false),
        ] {
            assert_eq!(holds(text, name), want, "{text} {name}");
        }
    }
}
