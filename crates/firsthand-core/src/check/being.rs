//! Does a sentence say that somebody or something is what the claim says it is?

use super::judge::Sheet;
use super::opposite::opposite;
use super::word::{Word, says};
use firsthand_text::language::country::{self, Sense};

impl Sheet<'_, '_> {
    /// Whether the sentence says that the one named is this, not something else.
    pub(super) fn is_so(&mut self, own: &str) -> bool {
        let agent = self.meant.claim.agent.as_ref();
        if self.says_predicate() {
            let name = agent.and_then(|a| a.name);
            let plain = |n: usize| match is_kind(own) {
                true => self.meant.is_called(n, self.line),
                false => self.meant.apposed(n, self.line),
            };
            if name.is_some_and(|n| self.meant.line_names(n, self.line) && !plain(n)) {
                self.lack(format!("has “{own}” of another"), None);
            }
            if self.meant.negated(self.line) {
                self.lack("does not say plainly whether it is so".to_owned(), None);
            }
            return true;
        }
        if let Some(people) = self.other_people(own) {
            self.apart.push((people, own.to_owned()));
            return true;
        }
        // `the robbers were unarmed`: `armed robbers`.
        let words = &self.line.words;
        let against = |w: &Word| w.lemmas.iter().any(|l| opposite(l, own));
        let near = |at: usize| {
            if let Some(name) = agent.and_then(|a| a.name).filter(|_| is_kind(own)) {
                return self.meant.is_kind_of(name, at, self.line);
            }
            agent.is_some_and(|a| {
                words[at.saturating_sub(3)..(at + 4).min(words.len())].iter().any(|w| says(w, &a.head))
            })
        };
        if let Some(at) = words.iter().position(against).filter(|&at| near(at)) {
            self.apart.push((words[at].folded.clone(), own.to_owned()));
            return true;
        }
        if !own.is_empty() {
            self.lack(format!("says nothing of “{own}”"), None);
        }
        false
    }

    /// The people the sentence says one named is of, where the claim says another.
    pub(super) fn other_people(&self, own: &str) -> Option<String> {
        let demonym = |w: &str| country::sense(w).filter(|(_, s)| *s == Sense::Demonym).map(|(c, _)| c.code);
        let claimed = demonym(own)?;
        let name = self.meant.claim.agent.as_ref().and_then(|a| a.name)?;
        let words = &self.line.words;
        let told = (0..words.len()).find(|&at| {
            words[at].capital
                && demonym(&words[at].folded).is_some_and(|c| c != claimed)
                && self.meant.is_kind_of(name, at, self.line)
        });
        told.map(|at| words[at].folded.clone())
    }
}

/// Whether a word says of which party or people somebody is.
fn is_kind(word: &str) -> bool {
    let party = word.contains("democrat") || matches!(word, "republican" | "labour" | "conservative");
    party || country::sense(word).is_some_and(|(_, s)| s == Sense::Demonym)
}
