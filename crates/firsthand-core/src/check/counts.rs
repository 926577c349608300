//! Numbers of a claim against those of a sentence.

use super::amount::{self, Stand};
use super::judge::Sheet;
use super::score::{Score, scores};
use super::shape::Count;
use crate::account::{Amount, Statement};

impl<'m> Sheet<'m, '_> {
    /// How a number of the claim stands to those of the statement; where it has none of the kind, to those of its sentence.
    pub(super) fn counts(&self, count: &Count) -> Option<Stand> {
        let own = if count.main { amount::compare(count, &self.told_of(&self.s.quantities)) } else { None };
        own.or_else(|| {
            let all: Vec<Amount> = self.line.statements.iter().flat_map(|s| s.quantities.clone()).collect();
            amount::compare(count, &self.told_of(&all))
        })
    }

    /// Of several numbers those that count what the claim speaks of: of `two counts of murder and one of kidnapping` the first,
    /// where the claim speaks of murder. All, where that tells none from the others.
    fn told_of(&self, all: &[Amount]) -> Vec<Amount> {
        let text = &self.s.passage.text;
        let of = |a: &&Amount| {
            let rest = text.find(&a.text).filter(|_| !a.text.is_empty()).map(|at| &text[at + a.text.len()..]);
            let Some(words) = rest.map(|r| super::word::cut(r.split([',', ';']).next().unwrap_or(r))) else {
                return false;
            };
            let Some(at) = words.iter().take(2).position(|w| w.folded == "of") else { return false };
            let own = &self.meant.claim.words;
            words[at + 1..].iter().take(2).any(|w| own.iter().any(|t| super::word::says(w, &t.lemma)))
        };
        // `one of the 48`: the 48 are counted.
        let one = |a: &Amount| a.value == 1.0 && text.to_lowercase().contains("one of");
        let all: Vec<Amount> = all.iter().filter(|a| all.len() == 1 || !one(a)).cloned().collect();
        let some: Vec<Amount> = all.iter().filter(of).cloned().collect();
        if all.len() > 1 && !some.is_empty() { some } else { all }
    }

    pub(super) fn amounts(&mut self) {
        let scored = self.scored();
        for count in self.ordered() {
            if scored.is_some_and(|s| [s.0, s.1].iter().any(|n| count.amount.value == f64::from(*n))) {
                continue;
            }
            let stand = self.counts(count).or_else(|| self.number_written(count));
            let unit = count.amount.unit.as_deref().filter(|u| !count.ordinal && !u.is_empty());
            let none = match unit {
                Some("people" | "person") => "gives no number of people".to_owned(),
                Some(unit) => format!("gives no number of “{unit}”"),
                None => format!("does not say “{}”", count.amount.text),
            };
            // A report that gives this number too speaks of two things.
            let stand = match stand {
                Some(Stand::Apart { says, claims }) if self.gives(count) => {
                    Some(Stand::Less(amount::differ(&says, &claims)))
                }
                other => other,
            };
            let all = self.meant.claim.quantities.len();
            // Which quake it was may be told elsewhere, where how many were hurt is told here.
            if stand.is_none() && count.ordinal && all > 1 && !self.agrees.is_empty() {
                self.lack(none, Some(0.4));
                continue;
            }
            self.put(stand, &none, count.main || all == 1);
        }
    }

    /// The score of the claim, compared with that of the sentence where it gives one.
    fn scored(&mut self) -> Option<Score> {
        let [own] = scores(&self.meant.claim.text)[..] else { return None };
        let told = scores(&self.s.passage.text);
        if told.contains(&own) {
            self.agrees.push(format!("the same count: {} to {}", own.0, own.1));
            return Some(own);
        }
        let [other] = told[..] else { return None };
        self.measured = true;
        self.apart.push((format!("{} to {}", other.0, other.1), format!("{} to {}", own.0, own.1)));
        Some(own)
    }

    /// Whether the report has this number in another sentence.
    fn gives(&self, count: &Count) -> bool {
        let agrees = |s: &&Statement| matches!(amount::compare(count, &s.quantities), Some(Stand::Agrees(_)));
        self.ground.lines_of(&self.s.report).any(|l| l.statements.iter().any(&agrees))
    }

    /// The claim's numbers, those that count before those that say which in a row.
    fn ordered(&self) -> Vec<&'m Count> {
        let all = &self.meant.claim.quantities;
        all.iter().filter(|c| !c.ordinal).chain(all.iter().filter(|c| c.ordinal)).collect()
    }

    /// A number by the very words: `hundreds`, `second`.
    fn number_written(&self, count: &Count) -> Option<Stand> {
        let wanted: Vec<String> = super::word::cut(&count.amount.text)
            .into_iter()
            .map(|w| w.folded)
            .filter(|w| w != "the")
            .collect();
        let told: Vec<&str> = self.line.words.iter().map(|w| w.folded.as_str()).collect();
        let same = |w: &[&str]| w.iter().zip(&wanted).all(|(a, b)| a == b);
        // `both women`: two of them.
        let unit = count.amount.unit.as_deref().unwrap_or_default();
        let both = |at: usize| {
            told[at] == "both" && self.line.words[at + 1..].iter().take(2).any(|w| super::word::says(w, unit))
        };
        let two = count.amount.value == 2.0 && !count.ordinal && !unit.is_empty();
        let found =
            !wanted.is_empty() && told.windows(wanted.len()).any(same) || two && (0..told.len()).any(both);
        found.then(|| Stand::Agrees(format!("the same word: {}", count.amount.text)))
    }
}
