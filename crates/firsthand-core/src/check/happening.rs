//! Does a statement tell what the claim says happened, or that it did not?

use super::claim::is_nobody;
use super::judge::{Sheet, is_target};
use super::opposite::{exclusive, opposite};
use super::word::{Nearness, Word, alike, says};
use crate::account::{Argument, Statement};
use firsthand_text::language::country::{self, Sense};

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
        if opposite(&own, &told) || self.survived(&own, &told) {
            self.apart.push((format!("“{told}”"), format!("“{own}”")));
            return true;
        }
        if self.refused(&own) && self.s.polarity != "negative" && self.s.certainty == "asserted" {
            self.apart.push(("it happened".to_owned(), format!("“{own}”")));
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

    pub(super) fn negates(&self) -> bool {
        self.meant.claim.negative || self.has_not()
    }

    /// Whether the sentence denies anything.
    fn has_not(&self) -> bool {
        const NOT: [&str; 9] =
            ["not", "no", "never", "nobody", "none", "without", "denied", "denies", "deny"];
        let words = &self.line.words;
        // `a not guilty plea` denies the word beside it, not what happened.
        let own = |at: usize| {
            let next = words.get(at + 1);
            next.is_some_and(|w| self.meant.claim.words.iter().any(|t| says(w, &t.lemma)))
        };
        let not = |at: usize| NOT.contains(&words[at].folded.as_str()) && !own(at);
        (0..words.len()).any(not)
    }

    /// The people the sentence says one named is of, where the claim says another.
    fn other_people(&self, own: &str) -> Option<String> {
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

    /// Whether what is denied is of others, or of more than there is.
    fn is_of_others(&self) -> bool {
        let words = &self.line.words;
        let no = |at: usize| matches!(&*words[at].folded, "no" | "none" | "not" | "never");
        let other = |at: usize| {
            words[at..].iter().take(5).any(|w| matches!(&*w.folded, "other" | "others" | "else" | "only"))
        };
        let more = words.windows(2).any(|w| w[0].folded == "more" && w[1].folded == "than");
        (0..words.len()).any(|at| no(at) && (other(at) || more))
    }

    /// Whether it is denied for the time since: `since 1939`, `in 80 years`.
    fn is_of_late(&self) -> bool {
        let words = &self.line.words;
        let years = |at: usize| {
            matches!(&*words[at].folded, "in" | "for")
                && words[at..]
                    .iter()
                    .take(4)
                    .any(|w| matches!(&*w.folded, "years" | "decades" | "months" | "weeks"))
        };
        (0..words.len()).any(|at| words[at].folded == "since" || years(at))
    }

    /// Whether the word that tells it is an infinitive or a form in `-ing` that no `is` or `was` carries.
    fn is_unfinished(&self) -> bool {
        let all = 0..self.line.words.len();
        self.unfinished(&all.filter(|&n| self.meant.spoken.contains(&self.line.ids[n])).collect::<Vec<_>>())
    }

    fn is_unfinished_at(&self, lemma: &str) -> bool {
        let all = 0..self.line.words.len();
        self.unfinished(&all.filter(|&n| says(&self.line.words[n], lemma)).collect::<Vec<_>>())
    }

    fn unfinished(&self, told: &[usize]) -> bool {
        let words = &self.line.words;
        let open = |&n: &usize| {
            let back = |word: &str| words[n.saturating_sub(2)..n].iter().any(|w| w.folded == word);
            let carried = ["is", "are", "was", "were", "be", "been"].into_iter().any(back);
            back("to") || (words[n].folded.ends_with("ing") && !carried)
        };
        !told.is_empty() && told.iter().all(open)
    }

    /// Whether one says that it happened and the other that it did not.
    pub(super) fn polarity(&mut self) -> bool {
        let nobody = self
            .s
            .arguments
            .iter()
            .any(|a| matches!(a.role.as_str(), "agent" | "patient") && is_nobody(&a.text));
        let not = self.s.polarity == "negative" || nobody;
        let denied = self.s.certainty == "denied";
        // A denial that it did not happen, or a denial written down twice: no telling which.
        if not && denied {
            self.lack("does not say plainly whether it happened".to_owned(), None);
            return false;
        }
        let told = not || denied;
        if told == self.meant.claim.negative {
            return false;
        }
        // `to ensure that nobody is hurt` does not say that nobody was.
        const HOPED: [&str; 8] =
            ["ensure", "ensures", "ensuring", "guarantee", "prevent", "hope", "hopes", "hoped"];
        if told && self.line.words.iter().any(|w| HOPED.contains(&w.folded.as_str())) {
            self.lack("does not say plainly whether it happened".to_owned(), None);
            return false;
        }
        // `no other offer`, `none of the others`, `not more than seven` leave the one there is.
        if told && self.is_of_others() {
            self.lack("denies it of others or of more".to_owned(), None);
            return false;
        }
        // `has not done it since 1939` is no word on what was done then.
        if told && self.is_of_late() && !self.meant.claim.dates.is_empty() {
            if !self.meant.claim.text.contains(" last ") || self.agrees.is_empty() {
                self.lack("speaks of the time since".to_owned(), None);
            }
            return false;
        }
        // `he wanted to leave`, `for leaving`: that it happened is not said.
        if !told && self.is_unfinished() {
            self.lack("does not say plainly whether it happened".to_owned(), None);
            return false;
        }
        let (says, claims) = match (denied, told) {
            (true, _) => ("it is denied", "it is so"),
            (false, true) => ("it did not happen", "it did"),
            (false, false) => ("it happened", "it did not"),
        };
        self.apart.push((says.to_owned(), claims.to_owned()));
        true
    }
}

/// Whether a word says of which party or people somebody is.
fn is_kind(word: &str) -> bool {
    let party = word.contains("democrat") || matches!(word, "republican" | "labour" | "conservative");
    party || country::sense(word).is_some_and(|(_, s)| s == Sense::Demonym)
}
