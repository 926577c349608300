//! Which names and words of a claim a sentence has, and what it has in their place.

use super::judge::{Lack, Sheet};
use super::opposite::{is_office, opposite};
use super::stands::group;
use super::word::{Nearness, Word, direction, is_thin, says, spelled};
use crate::account::Argument;
use crate::collation::spoken::MONTHS;
use firsthand_text::language::place;

impl Sheet<'_, '_> {
    /// How many of the claim's names it names.
    pub(super) fn names(&mut self) -> usize {
        let mut found = 0;
        for (n, name) in self.meant.claim.names.iter().enumerate() {
            // On whose word it is, is asked apart.
            if self.meant.claim.speaker.as_deref() == Some(name.text.as_str()) {
                found += usize::from(self.meant.line_names(n, self.line));
                continue;
            }
            let here = self.meant.names(n, self.line, self.s, self.ground);
            let before = |noun: &String| self.meant.named_before(n, noun, self.ground, &self.s.report);
            let phrase = |noun: &str| self.meant.says_phrase(&format!("{} {noun}", name.text), self.line);
            let stands = match &name.of {
                Some(noun) => before(noun) || phrase(noun),
                None => here,
            };
            found += usize::from(stands || here);
            let noun = name.of.as_deref().unwrap_or_default();
            if !stands && !here {
                self.unnamed(n);
            } else if !stands {
                let near = self.meant.name_beside(n, noun, self.line) || is_thin(noun);
                self.lack(format!("does not say “{} {noun}”", name.text), near.then_some(0.2));
            } else if name.of.is_none() && !self.meant.placed(n, self.line, self.s, self.ground) {
                let role = name.role.as_deref().unwrap_or_default();
                // Where a way leads, and against whom, must be said.
                let told = matches!(group(role), Some("to" | "from")) || role == "against";
                self.lack(format!("does not say “{role} {}”", name.text), (!told).then_some(0.3));
            }
        }
        found
    }

    /// A name that the sentence does not have: it may name another place there, or mean one of a sentence before.
    fn unnamed(&mut self, n: usize) {
        let name = &self.meant.claim.names[n];
        if let Some(other) = self.elsewhere(n) {
            self.many = true;
            self.apart.push((other, name.text.clone()));
            return;
        }
        if let Some(other) = self.holder(n) {
            self.apart.push((other, name.text.clone()));
            return;
        }
        // In the clause of saying (`Orlik said he had`), or in a sentence near.
        let known = self.meant.line_names(n, self.line)
            || self.ground.around(self.line).any(|l| self.meant.line_names(n, l));
        let role = name.role.as_deref().unwrap_or_default();
        let cost = match role {
            "agent" | "patient" | "recipient" => self.refers(n).then_some(0.3),
            r if matches!(group(r), Some("to" | "from")) => None,
            _ => Some(0.3),
        };
        // Against whom, of what: who denies it of all denies it of these.
        let silent = matches!(role, "against" | "with" | "by" | "of");
        let words = format!("does not name {}", name.text);
        // `parliament has 125 seats`, of the country its report is about.
        let claim = self.meant.claim;
        let counted = name.kind == "place" && claim.quantities.len() == 1 && !claim.words.is_empty();
        // Who holds an office, or is what, must be named beside it.
        let being = claim.being && claim.agent.as_ref().and_then(|a| a.name) == Some(n) && !self.refers(n);
        let cost = cost.filter(|_| known && !being && (claim.predicate.is_some() || counted));
        self.lacks.push(Lack { words, cost, silent });
    }

    /// Somebody else in the office that the claim gives to this name.
    fn holder(&self, n: usize) -> Option<String> {
        let claim = self.meant.claim;
        let office = claim.being && claim.predicate.as_deref().is_some_and(is_office);
        if !office || claim.agent.as_ref().and_then(|a| a.name) != Some(n) {
            return None;
        }
        let people = &self.ground.account.entities;
        let other = |es: &[usize]| es.iter().all(|&e| people[e].kind == "person");
        if !self.meant.nearest(self.line, other) {
            return None;
        }
        let told = self.line.names.iter().flat_map(|(_, _, es)| es).find(|&&e| people[e].kind == "person");
        told.map(|&e| people[e].name.clone())
    }

    /// Whether the sentence has a pronoun or leaves somebody out, so that one named before may be meant.
    fn refers(&self, n: usize) -> bool {
        const PRONOUNS: [&str; 9] = ["it", "they", "he", "she", "him", "her", "them", "his", "their"];
        let so = |a: &Argument| self.meant.called_so(n, &a.text, self.ground);
        self.line.words.iter().any(|w| PRONOUNS.contains(&w.folded.as_str()))
            || self.s.arguments.iter().any(so)
    }

    /// Another place of the same part in what happened: `from Tarn` where the claim says `from Velmark`.
    pub(super) fn elsewhere(&self, n: usize) -> Option<String> {
        let name = &self.meant.claim.names[n];
        let wanted = name.role.as_deref().and_then(group)?;
        let claim = self.meant.claim;
        let the = claim.patient.as_ref().is_some_and(|p| p.text.to_lowercase().starts_with("the "));
        // What happened to one who is named happened in one place.
        let named =
            claim.patient.as_ref().and_then(|p| p.name).is_some_and(|n| claim.names[n].kind == "person");
        let same = named && self.meant.predicate(self.s) == Some(Nearness::Same);
        let definite = !claim.quantities.is_empty() || the || same;
        // `bought from one firm` is not bought from another.
        let from = wanted == "from" && name.kind == "organisation";
        if (name.kind != "place" && !from) || (wanted == "in" && !definite) || matches!(wanted, "on" | "to") {
            return None;
        }
        let told = self.s.arguments.iter().filter(|a| group(&a.role) == Some(wanted));
        let told = told.filter_map(|a| a.entity.as_deref().and_then(|e| self.ground.entity(e)));
        // `the girls, from the town of Tarn, were`: no participant, but plainly from there.
        let behind = |from: usize| {
            let reach = if wanted == "in" { 1 } else { 5 };
            self.line.words[from.saturating_sub(reach)..from].iter().any(|w| w.folded == wanted)
        };
        let place = |es: &[usize]| es.iter().any(|&e| self.ground.account.entities[e].kind == "place");
        let only = self.line.names.iter().filter(|(_, _, es)| place(es)).count() == 1;
        let names = self.line.names.iter().filter(|(from, _, _)| (wanted != "in" || only) && behind(*from));
        let mut all = told.chain(names.filter_map(|(_, _, es)| es.first().copied()));
        all.find_map(|e| {
            let entity = &self.ground.account.entities[e];
            // Who sends and who is sent to, the wrong way round, are no other place.
            let mine = self.meant.names.iter().any(|n| n.contains(&e));
            let other = entity.kind == name.kind
                && !mine
                && !place::within(&entity.name, &name.text)
                && !place::within(&name.text, &entity.name);
            other.then(|| entity.name.clone())
        })
    }

    /// Which part of the claim's words it has, weighted by how rare they are.
    pub(super) fn terms(&mut self) -> f64 {
        let (mut found, mut all) = (0.0, 0.0);
        for (n, term) in self.meant.claim.words.iter().enumerate() {
            let rarity = self.meant.terms[n].1;
            all += rarity;
            let here = self.meant.has_term(n, self.line);
            let before = |noun: &String| self.meant.term_before(n, noun, self.ground, &self.s.report);
            let role = |name: usize| self.meant.in_role(n, name, self.ground);
            // An attribute must stand at its noun: `military cooperation` makes no military delegation.
            let one = |noun: &str| {
                let one = format!("{}{noun}", term.lemma);
                self.line.words.iter().any(|w| w.lemmas.contains(&one))
            };
            let stands = match &term.of {
                Some(noun) => before(noun) || one(noun),
                None => here || term.beside.is_some_and(role),
            };
            if let Some(told) = self.gainsaid_term(&term.lemma).filter(|_| stands) {
                found += rarity;
                let claimed = told.strip_prefix("not ").map_or(format!("not {told}"), str::to_owned);
                self.apart.push((told, claimed));
                continue;
            }
            if stands {
                found += rarity;
                continue;
            }
            let noun = term.of.as_deref().unwrap_or_default();
            if here && !noun.is_empty() {
                found += rarity / 2.0;
                let dated = MONTHS.iter().any(|m| m.eq_ignore_ascii_case(&term.lemma));
                let near = dated || self.meant.beside(n, noun, self.line);
                self.lack(format!("does not say “{} {noun}”", term.text), near.then_some(0.2));
            } else if self.named_before(n) {
                found += rarity;
                self.lack(format!("does not say “{} {noun}”", term.text), Some(0.3));
            } else if let Some(other) = self.instead(n) {
                found += rarity / 2.0;
                self.apart.push((other, term.text.clone()));
            } else {
                let known = self.ground.around(self.line).any(|l| self.meant.has_term(n, l));
                found += if known { rarity / 2.0 } else { 0.0 };
                let known = known && self.meant.claim.predicate.is_some();
                // `jewels were stolen` leaves out the robbers.
                let doer =
                    self.meant.claim.agent.as_ref().is_some_and(|a| a.name.is_none() && a.head == term.lemma);
                let left_out = doer
                    && self.meant.predicate(self.s) == Some(Nearness::Same)
                    && !self.s.arguments.iter().any(|a| a.role == "agent");
                let cost = match (known, is_thin(&spelled(&term.lemma))) {
                    _ if left_out => Some(0.35),
                    (true, _) if noun.is_empty() => Some(0.35),
                    (_, true) => Some(0.35),
                    _ => None,
                };
                let words = format!("has no word of “{}”", term.text);
                let claim = self.meant.claim;
                let parts = [&claim.agent, &claim.patient];
                let part = parts.into_iter().flatten().any(|p| p.text.contains(&term.text));
                self.lacks.push(Lack { words, cost, silent: !part });
            }
        }
        if all > 0.0 { found / all } else { 0.0 }
    }

    /// Whether a noun stands with no more than `the`, where its report gives it the attribute elsewhere: `the campaign` after
    /// `the election campaign`, or after `the election`.
    fn named_before(&self, n: usize) -> bool {
        let Some(noun) = self.meant.claim.words[n].of.as_deref() else { return false };
        let words = &self.line.words;
        let bare = |at: &usize| {
            says(&words[*at], noun)
                && at.checked_sub(1).is_some_and(|p| matches!(&*words[p].folded, "the" | "this" | "that"))
        };
        (0..words.len()).any(|at| bare(&at))
            && self.ground.around(self.line).any(|l| self.meant.has_term(n, l))
    }

    /// What the sentence says in place of a term, where both cannot be: another side of the compass, an opposite, another
    /// office.
    fn instead(&self, n: usize) -> Option<String> {
        let term = &self.meant.claim.words[n];
        let lemma = spelled(&term.lemma);
        let words = || self.line.words.iter();
        if let Some(side) = direction(&lemma) {
            let other = |w: &&Word| w.lemmas.iter().filter_map(|l| direction(l)).any(|d| d != side);
            return words().find(other).map(|w| w.folded.clone());
        }
        let against = |w: &&Word| w.lemmas.iter().any(|l| opposite(l, &lemma));
        if let Some(word) = words().find(against) {
            return Some(word.folded.clone());
        }
        if let Some(other) = self.other(&lemma) {
            return Some(other);
        }
        let noun = term.of.as_deref().filter(|n| is_office(n))?;
        let at = self.line.words.iter().position(|w| says(w, noun))?;
        // `trade minister Orlik`, `Orlik, minister of trade`: the office as the sentence gives it.
        let from = (at.saturating_sub(3)..at)
            .rev()
            .take_while(|&w| !SMALL.contains(&self.line.words[w].folded.as_str()))
            .last()
            .unwrap_or(at);
        let to = match self.line.words.get(at + 1).map(|w| w.folded.as_str()) {
            Some("of" | "for") => (at + 5).min(self.line.words.len()),
            _ => at + 1,
        };
        (to - from > 1).then(|| {
            self.line.words[from..to].iter().map(|w| w.folded.as_str()).collect::<Vec<_>>().join(" ")
        })
    }
}

/// Words at which an office begins anew.
const SMALL: [&str; 12] = ["the", "a", "an", "by", "of", "and", "with", "to", "as", "s", "said", "its"];
