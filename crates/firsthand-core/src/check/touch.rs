//! Does a statement speak of what the claim is about?

use super::judge::Sheet;
use super::opposite::{is_for_one, is_office};
use super::word::{Nearness, says};

impl Sheet<'_, '_> {
    /// Whether the statement speaks of what the claim is about: what happened and a name of it, or all its names; or,
    /// without the name, all the rest.
    pub(super) fn touches(&self, near: Option<Nearness>, names: usize, terms: f64) -> bool {
        let claim = self.meant.claim;
        let spoken = claim.predicate.is_none() || self.says_predicate();
        if names > 0 {
            let enough = claim.words.is_empty() || terms >= 0.4;
            let least = if claim.predicate.is_none() { 0.5 } else { 1e-9 };
            return near == Some(Nearness::Same)
                || self.opposes()
                || claim.being && spoken
                || spoken && (terms >= least || claim.words.is_empty())
                || near == Some(Nearness::Kin) && enough
                || names >= 2 && names == claim.names.len() && terms >= 0.5;
        }
        let told = claim.dates.iter().filter(|d| self.says_day(d)).count();
        let dated = claim.dates.iter().any(|d| self.gives_day(d));
        // Those named stand in a sentence before: `he leaves three children`.
        let known = |n: usize| self.ground.around(self.line).any(|l| self.meant.line_names(n, l));
        let same = near == Some(Nearness::Same);
        let enough = match claim.words.is_empty() {
            true => same || claim.quantities.len() + told > 0,
            false => terms >= 0.5,
        };
        let doer = claim.agent.as_ref().and_then(|a| a.name).filter(|_| is_for_one(self.own()));
        let stands = |n: usize| known(n) || Some(n) == doer;
        let some = (0..claim.names.len()).any(known);
        if some && (0..claim.names.len()).all(stands) && enough && (spoken || same) {
            return true;
        }
        let other = |n: usize| self.elsewhere(n).is_some();
        if (0..claim.names.len()).any(other) && terms >= 0.5 && (spoken || same) {
            return true;
        }
        // Another holds the office.
        if claim.being && spoken && is_office(self.own()) && (terms >= 0.5 || claim.words.is_empty()) {
            return true;
        }
        match near {
            Some(Nearness::Same) if claim.names.is_empty() && claim.words.is_empty() => {
                dated || told + claim.quantities.iter().filter(|c| self.counts(c).is_some()).count() > 0
            }
            _ if claim.names.is_empty() && claim.words.is_empty() && self.opposes() => {
                let part = claim.patient.as_ref().or(claim.agent.as_ref());
                part.is_some_and(|p| self.line.words.iter().any(|w| says(w, &p.head)))
            }
            // `the robbery took place on Thursday`: the deed and the day.
            _ if claim.names.is_empty() && claim.words.is_empty() && spoken && claim.predicate.is_some() => {
                told > 0
            }
            _ if claim.names.is_empty() && (spoken || self.opposes()) => terms >= 0.5,
            Some(Nearness::Same) if claim.names.is_empty() => terms >= 0.5,
            Some(Nearness::Same) => terms >= 0.99 && claim.words.len() + told >= 2,
            Some(Nearness::Kin) => claim.names.is_empty() && terms >= 0.75,
            None => false,
        }
    }
}
