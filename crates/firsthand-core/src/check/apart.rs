//! Small words and single words that turn a claim: `outside` where it says `inside`, `the hand` where it says `the foot`.

use super::judge::Sheet;
use super::opposite::{exclusive, opposite};
use super::word::{Word, cut, says};

/// Pairs of words of place that cannot both stand before the same noun.
const PAIRS: [(&str, &str); 6] = [
    ("inside", "outside"),
    ("above", "below"),
    ("with", "without"),
    ("for", "against"),
    ("over", "under"),
    ("before", "after"),
];

impl Sheet<'_, '_> {
    /// A word of place that is turned before the same noun: `outside the building` where the claim says `inside the building`.
    pub(super) fn turned(&mut self) {
        let claim = &self.meant.claim.text;
        let own = cut(claim);
        for (a, b) in PAIRS.into_iter().chain(PAIRS.map(|(a, b)| (b, a))) {
            let Some(at) = own.iter().position(|w| w.folded == a) else { continue };
            if own.iter().any(|w| w.folded == b) || self.line.words.iter().any(|w| w.folded == a) {
                continue;
            }
            let Some(noun) = head(&own, at) else { continue };
            let told = |n: &usize| self.line.words[*n].folded == b && !self.line.saying[*n];
            let turned = (0..self.line.words.len())
                .filter(told)
                .any(|n| head(&self.line.words, n).is_some_and(|h| h.lemmas.iter().any(|l| says(noun, l))));
            if turned {
                self.apart.push((format!("“{b}”"), format!("“{a}”")));
            }
        }
    }

    /// Another word of a group of which one happening has one, behind the same preposition as that of the claim, or where
    /// neither has one.
    pub(super) fn other(&self, term: &str) -> Option<String> {
        let own = cut(&self.meant.claim.text);
        let at = own.iter().position(|w| says(w, term))?;
        let wanted = before(&own, at);
        let words = &self.line.words;
        let found = (0..words.len()).find(|&n| {
            let noun = |l: &&String| words[n].folded == **l || words[n].folded == format!("{l}s");
            let other = words[n].lemmas.iter().filter(noun).any(|l| exclusive("thing", l, term));
            let told = before(words, n);
            let done =
                |a: &crate::account::Argument| a.role == "patient" && a.text.contains(&words[n].folded);
            let place = told.is_some() || self.s.arguments.iter().any(done);
            other && place && !self.line.saying[n] && told == wanted
        });
        found.map(|n| words[n].folded.clone())
    }

    /// Whether an attribute is denied by one and not by the other: `pleaded not guilty`.
    pub(super) fn gainsaid_term(&self, term: &str) -> Option<String> {
        let own = cut(&self.meant.claim.text);
        // `did not answer` denies the answer, which is asked elsewhere; `not guilty` is another word.
        const DONE: [&str; 14] = [
            "do", "does", "did", "has", "have", "had", "will", "would", "can", "could", "may", "might",
            "should", "must",
        ];
        let not = |words: &[Word], at: usize| {
            let denied = at > 0 && matches!(&*words[at - 1].folded, "not" | "never");
            denied && !(at > 1 && DONE.contains(&words[at - 2].folded.as_str()))
        };
        let at = own.iter().position(|w| says(w, term))?;
        let told: Vec<bool> = (0..self.line.words.len())
            .filter(|&n| says(&self.line.words[n], term))
            .map(|n| not(&self.line.words, n))
            .collect();
        let claimed = not(&own, at);
        let all = !told.is_empty() && told.iter().all(|t| *t != claimed);
        all.then(|| if claimed { term.to_owned() } else { format!("not {term}") })
    }

    /// Whether a word near says the opposite of being killed or hurt: `the drivers, who were unharmed`.
    pub(super) fn spared(&self) -> Option<String> {
        const SPARED: [&str; 8] =
            ["unharmed", "unhurt", "uninjured", "unscathed", "survive", "alive", "survivor", "recovering"];
        let claim = self.meant.claim;
        let own = claim.predicate.as_deref().filter(|p| {
            ["kill", "die", "injure"].iter().any(|k| super::word::alike(p, k)) || *p == "murder"
        })?;
        let part =
            claim.patient.as_ref().or(claim.agent.as_ref().filter(|_| super::word::alike(own, "die")))?;
        let words = &self.line.words;
        let at = words
            .iter()
            .position(|w| w.lemmas.iter().any(|l| SPARED.contains(&l.as_str()) && !opposite(l, "safe")))?;
        let hurt = super::word::alike(own, "injure");
        if hurt && words[at].lemmas.iter().any(|l| matches!(l.as_str(), "survive" | "alive" | "recovering")) {
            return None;
        }
        let near = |from: usize, to: usize| (from..to).any(|n| n.abs_diff(at) <= 6);
        let here = match part.name {
            Some(name) => self.line.names.iter().any(|(from, to, es)| {
                near(*from, *to) && es.iter().any(|e| self.meant.names[name].contains(e))
            }),
            None => (0..words.len()).any(|n| near(n, n + 1) && says(&words[n], &part.head)),
        };
        here.then(|| words[at].folded.clone())
    }
}

/// The noun that a preposition stands before: the first of the next four words that is no small one.
fn head(words: &[Word], at: usize) -> Option<&Word> {
    const SMALL: [&str; 9] = ["of", "the", "a", "an", "its", "his", "her", "their", "this"];
    words.get(at + 1..)?.iter().take(4).find(|w| !SMALL.contains(&w.folded.as_str()))
}

/// The preposition right before a word and its article or owner, if there is one.
fn before(words: &[Word], at: usize) -> Option<&str> {
    const PREPOSITIONS: [&str; 9] = ["in", "into", "on", "at", "with", "by", "for", "of", "to"];
    let found =
        words[at.saturating_sub(3)..at].iter().rev().find(|w| PREPOSITIONS.contains(&w.folded.as_str()));
    found.map(|w| if w.folded == "into" { "in" } else { w.folded.as_str() })
}
