//! What a claim's names and words mean in one account: which entities, which words of its sentences.

use super::ground::{Ground, Line};
use super::shape::{Claim, Term};
use super::stands::follows;
use super::whom::entities;
use super::word::{Nearness, Word, cut, forms, nearness, says};
use crate::account::Statement;
use std::collections::{BTreeMap, BTreeSet};

/// A claim seen from one account.
pub(super) struct Meant<'a> {
    pub(super) claim: &'a Claim,
    /// For each name of the claim the entities it may be.
    pub(super) names: Vec<BTreeSet<usize>>,
    /// For each name its words, for a name the account has no entity of.
    pub(super) written: Vec<Vec<Word>>,
    /// For each term of the claim which words of the account say it, and how rare it is among its sentences.
    pub(super) terms: Vec<(BTreeSet<usize>, f64)>,
    /// The nearness of every predicate of the account that is near.
    predicates: BTreeMap<&'a str, Nearness>,
    /// Words of the account that say the predicate.
    pub(super) spoken: BTreeSet<usize>,
}

impl<'a> Meant<'a> {
    pub(super) fn new(claim: &'a Claim, ground: &Ground<'a>) -> Meant<'a> {
        let names = claim.names.iter().map(|n| entities(n, &ground.account.entities)).collect();
        let mut predicates = BTreeMap::new();
        if let Some(own) = &claim.predicate {
            for s in &ground.account.statements {
                if let Some(near) = nearness(own, &s.predicate.lemma) {
                    predicates.insert(s.predicate.lemma.as_str(), near);
                }
            }
        }
        let saying = |lemma: &str| -> BTreeSet<usize> {
            let forms = forms(lemma);
            let says = |w: &usize| forms.iter().any(|f| says(&ground.vocabulary[*w], f));
            (0..ground.vocabulary.len()).filter(says).collect()
        };
        let term = |lemma: &str| {
            let ids = saying(lemma);
            let held = ground.lines.iter().filter(|l| l.ids.iter().any(|w| ids.contains(w))).count();
            let rarity = (1.0 + ground.lines.len() as f64 / held.max(1) as f64).ln();
            (ids, rarity)
        };
        Meant {
            claim,
            names,
            written: claim.names.iter().map(|n| cut(&n.text)).collect(),
            terms: claim.words.iter().map(|w| joined(ground, w, term(&w.lemma))).collect(),
            predicates,
            spoken: claim.predicate.as_deref().map(saying).unwrap_or_default(),
        }
    }

    /// Whether a sentence says, outside its clause of saying, what the claim says happened, be it with another word than
    /// the one that carries a statement.
    pub(super) fn spoken(&self, line: &Line<'_>) -> bool {
        line.ids.iter().zip(&line.saying).any(|(id, saying)| !saying && self.spoken.contains(id))
    }

    /// Whether a `not` stands right before a word that says the predicate.
    pub(super) fn negated(&self, line: &Line<'_>) -> bool {
        let not = |w: &Word| matches!(w.folded.as_str(), "not" | "no" | "never" | "longer" | "former");
        let told = (0..line.ids.len()).filter(|&w| self.spoken.contains(&line.ids[w]));
        told.into_iter().any(|at| line.words[at.saturating_sub(3)..at].iter().any(not))
    }

    /// Whether a sentence has a word that says the predicate anywhere.
    pub(super) fn said(&self, line: &Line<'_>) -> bool {
        line.ids.iter().any(|id| self.spoken.contains(id))
    }

    /// Whether the claim may be told by the clause of saying itself: `he warned of floods`, `Orlik, the minister, said`.
    pub(super) fn open(&self, line: &Line<'_>) -> bool {
        let told = line.ids.iter().zip(&line.saying).any(|(id, saying)| *saying && self.spoken.contains(id));
        told || self.claim.being || self.gainsaid(line)
    }

    /// Whether the clause of saying says the opposite of the predicate: `the firm rejected the charge that` where the claim says
    /// that it admitted it.
    pub(super) fn gainsaid(&self, line: &Line<'_>) -> bool {
        let Some(own) = self.claim.predicate.as_deref() else { return false };
        let against = |w: &Word| w.lemmas.iter().any(|l| super::opposite::opposite(own, l));
        line.words.iter().zip(&line.saying).any(|(w, saying)| *saying && against(w))
    }

    /// Whether a sentence has a word that says this term.
    pub(super) fn has_term(&self, term: usize, line: &Line<'_>) -> bool {
        line.ids.iter().any(|id| self.terms[term].0.contains(id))
    }

    /// Whether a term stands within four words of this noun in a sentence.
    pub(super) fn beside(&self, term: usize, noun: &str, line: &Line<'_>) -> bool {
        let own = &self.terms[term].0;
        let at = |w: usize| line.words.get(w).is_some_and(|w| says(w, noun));
        (0..line.ids.len())
            .filter(|&w| own.contains(&line.ids[w]))
            .any(|w| (w.saturating_sub(4)..=w + 4).any(at))
    }

    /// How near the predicate of a statement is.
    pub(super) fn predicate(&self, s: &Statement) -> Option<Nearness> {
        self.predicates.get(s.predicate.lemma.as_str()).copied()
    }

    /// Whether a term stands right before its noun in some sentence of a report: `trade delegation`.
    pub(super) fn term_before(&self, term: usize, noun: &str, ground: &Ground<'_>, report: &str) -> bool {
        let own = &self.terms[term].0;
        ground.lines_of(report).any(|line| {
            (0..line.ids.len()).any(|w| own.contains(&line.ids[w]) && follows(&line.words, w + 1, noun))
        })
    }
}

/// A term with the words that hold it and its noun as one: `airstrike` for the `air` of `air strike`.
fn joined(
    ground: &Ground<'_>,
    term: &Term,
    (mut ids, rarity): (BTreeSet<usize>, f64),
) -> (BTreeSet<usize>, f64) {
    if let Some(noun) = &term.of {
        let one = format!("{}{noun}", term.lemma);
        let all = 0..ground.vocabulary.len();
        ids.extend(all.filter(|&w| ground.vocabulary[w].lemmas.contains(&one)));
    }
    (ids, rarity)
}
