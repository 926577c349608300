//! Does a statement tell what the claim says happened, or that it did not?

use super::judge::{Sheet, is_target};
use super::opposite::{exclusive, opposite};
use super::word::{Nearness, Word, alike, says};
use crate::account::{Argument, Statement};

impl Sheet<'_, '_> {
    /// Whether what is told is the opposite of what is claimed: denied where it is confirmed, `armed robbers` where they are
    /// said to be unarmed.
    pub(super) fn opposes(&self) -> bool {
        let told = &self.s.predicate.lemma;
        if opposite(self.own(), told)
            || self.refused(self.own())
            || exclusive("deed", self.own(), told)
            || self.survived(self.own(), told)
            || self.spared().is_some()
            || self.meant.gainsaid(self.line)
        {
            return true;
        }
        if self.meant.claim.being && self.other_people(self.own()).is_some() {
            return true;
        }
        let against = |w: &Word| w.lemmas.iter().any(|l| opposite(l, self.own()));
        self.meant.claim.being && self.line.words.iter().any(against)
    }

    pub(super) fn own(&self) -> &str {
        self.meant.claim.predicate.as_deref().unwrap_or_default()
    }

    /// Whether the statement tells what the claim says happened.
    pub(super) fn happening(&mut self, near: Option<Nearness>) -> bool {
        let own = self.own().to_owned();
        let told = self.s.predicate.lemma.clone();
        if own.is_empty() || near == Some(Nearness::Same) {
            return true;
        }
        if self.meant.gainsaid(self.line) && near.is_none() {
            self.apart.push(("the opposite".to_owned(), format!("“{own}”")));
            return true;
        }
        let denied = self.s.polarity == "negative" || self.s.certainty == "denied";
        if opposite(&own, &told) && denied != self.meant.claim.negative {
            // `did not refuse` is no word against `agreed`.
            self.lack(format!("tells of the opposite, “{told}”, where one of the two is denied"), None);
            return true;
        }
        if opposite(&own, &told) || self.survived(&own, &told) {
            self.apart.push((format!("“{told}”"), format!("“{own}”")));
            return true;
        }
        if self.refused(&own) && self.s.polarity != "negative" && self.s.certainty == "asserted" {
            self.apart.push(("it happened".to_owned(), "it was refused".to_owned()));
            return true;
        }
        if exclusive("deed", &own, &told) && near.is_none() && !self.says_predicate() {
            self.apart.push((format!("“{told}”"), format!("“{own}”")));
            return true;
        }
        if let Some(word) = self.spared() {
            self.apart.push((word, format!("“{own}”")));
            return true;
        }
        if self.meant.claim.being {
            return self.is_so(&own);
        }
        let claim = self.meant.claim;
        if claim.negative && self.meant.spoken(self.line) && !self.has_not() && !self.is_unfinished() {
            let part = claim.patient.as_ref().or(claim.agent.as_ref());
            let here = part.is_some_and(|p| match p.name {
                Some(name) => self.meant.line_names(name, self.line),
                None => self.line.words.iter().any(|w| says(w, &p.head)),
            });
            if here && self.s.certainty == "asserted" {
                self.apart.push(("it is so".to_owned(), "it is not".to_owned()));
                self.lack(format!("has “{own}” beside “{told}”"), Some(0.2));
                return true;
            }
        }
        if self.says_predicate() {
            // Where a statement of the sentence tells it, that one answers; and a `not` may belong to the word.
            let other = |s: &&Statement| self.meant.predicate(s) == Some(Nearness::Same);
            let elsewhere = self.line.statements.iter().any(other) || self.negates();
            // Who does it to whom, a bare word never tells.
            let bare = (!self.open && elsewhere) || self.directed();
            self.lack(format!("has “{own}” beside “{told}”"), (!bare).then_some(0.2));
            return true;
        }
        match near {
            Some(_) => self.lack(format!("tells of “{told}”, not of “{own}”"), None),
            None => self.lack(format!("says nothing of “{own}”"), None),
        }
        false
    }

    /// Whether what the claim says was refused is what the statement tells: `apologised` beside `refused to apologise`.
    fn refused(&self, own: &str) -> bool {
        let to = |w: &str| {
            let text = self.meant.claim.text.to_lowercase();
            text.contains(&format!(" to {}", w.to_lowercase()))
        };
        matches!(own, "refuse" | "decline")
            && !self.is_unfinished_at(&self.s.predicate.lemma)
            && self.meant.claim.words.iter().any(|w| to(&w.text) && alike(&w.lemma, &self.s.predicate.lemma))
    }

    /// Whether the one named as killed is hurt here, or the other way round.
    pub(super) fn survived(&self, own: &str, told: &str) -> bool {
        let claim = self.meant.claim;
        let one = if alike(own, "die") && claim.patient.is_none() { &claim.agent } else { &claim.patient };
        let Some(name) = one.as_ref().and_then(|p| p.name) else { return false };
        let same = |a: &&Argument| {
            let e = a.entity.as_deref().and_then(|e| self.ground.entity(e));
            a.role == "patient"
                && (e.is_some_and(|e| self.meant.names[name].contains(&e))
                    || self.meant.phrase_names(name, &a.text, self.ground))
        };
        let of = |a: &str, b: &str| alike(a, "kill") && alike(b, "injure");
        (of(own, told) || of(told, own)) && self.s.arguments.iter().any(|a| same(&a))
    }

    /// Whether the sentence has what happened as a word, in its clause of saying too where that may tell it.
    pub(super) fn says_predicate(&self) -> bool {
        self.meant.spoken(self.line) || self.open && self.meant.said(self.line)
    }

    /// Whether somebody named does it to somebody named: which of the two does it, a bare word does not tell.
    pub(super) fn directed(&self) -> bool {
        let claim = self.meant.claim;
        let agent = claim.agent.as_ref().and_then(|a| a.name);
        agent.is_some() && claim.names.iter().enumerate().any(|(n, m)| Some(n) != agent && is_target(m))
    }
}
