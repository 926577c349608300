//! How does one statement stand to a claim?
//!
//! It supports only if it says all that the claim says: every name, every word, the days and numbers, of the same
//! participants, as surely. It contradicts only if it says all of that but for one thing that cannot be true beside it.
//! Everything else that speaks of the same is a mention: a false support or contradiction costs more than a missing one.

use super::amount::{self, Stand};
use super::claim::is_nobody;
use super::ground::{Ground, Line};
use super::meant::Meant;
use super::roles;
use super::shape::Stance;
use super::when;
use super::word::Nearness;
use crate::account::Statement;

/// What was found of one statement.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Judged {
    pub(super) stance: Stance,
    pub(super) agrees: Vec<String>,
    pub(super) differs: Vec<String>,
    pub(super) lacks: Vec<String>,
    /// What it says where it contradicts, and what the claim says there.
    pub(super) says: Option<(String, String)>,
    /// Whether it contradicts by denying, not by another value.
    pub(super) denies: bool,
    /// How much of the claim it speaks of: for the order of what is shown, never shown.
    pub(super) weight: f64,
}

/// Judges a statement; None where it does not speak of what the claim is about.
pub(super) fn judge(
    meant: &Meant<'_>,
    ground: &Ground<'_>,
    line: &Line<'_>,
    s: &Statement,
) -> Option<Judged> {
    let near = meant.predicate(s);
    let mut sheet = Sheet::new(meant, ground, line, s);
    let (names, terms) = (sheet.names(), sheet.terms());
    if !sheet.touches(near, names, terms) {
        return None;
    }
    match near {
        Some(Nearness::Same) => {}
        Some(Nearness::Kin) => {
            sheet.lacks.push(format!("tells of “{}”, not of “{}”", s.predicate.lemma, sheet.own()))
        }
        None => sheet.lacks.push(format!("says nothing of “{}”", sheet.own())),
    }
    if near.is_some() {
        sheet.participants();
    }
    sheet.days();
    sheet.amounts();
    sheet.firmness();
    sheet.speaker();
    let denies = near == Some(Nearness::Same) && sheet.polarity();
    let weight = names as f64
        + terms
        + match near {
            Some(Nearness::Same) => 1.5,
            Some(Nearness::Kin) => 0.7,
            None => 0.0,
        }
        + 0.5 * sheet.agrees.len() as f64;
    Some(sheet.done(near, denies, weight))
}

/// The comparison under way.
struct Sheet<'m, 'a> {
    meant: &'m Meant<'a>,
    ground: &'m Ground<'a>,
    line: &'m Line<'a>,
    s: &'m Statement,
    agrees: Vec<String>,
    /// What cannot be true beside the claim: what is said, what is claimed.
    apart: Vec<(String, String)>,
    /// What differs without being a contradiction.
    differs: Vec<String>,
    lacks: Vec<String>,
    /// Things lacking that do not matter where the statement denies the whole: it gives no day, no number.
    silent: usize,
}

impl<'m, 'a> Sheet<'m, 'a> {
    fn new(meant: &'m Meant<'a>, ground: &'m Ground<'a>, line: &'m Line<'a>, s: &'m Statement) -> Self {
        let (agrees, apart, differs, lacks) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Sheet { meant, ground, line, s, agrees, apart, differs, lacks, silent: 0 }
    }

    /// Whether the statement speaks of what the claim is about: a name of it and what happened or most of its words; or,
    /// without the name, all the rest.
    fn touches(&self, near: Option<Nearness>, names: usize, terms: f64) -> bool {
        let claim = self.meant.claim;
        if names > 0 {
            return near.is_some() || claim.predicate.is_none() || terms >= 0.5;
        }
        let told = claim.dates.iter().filter_map(|d| when::compare(d, &self.s.time.as_ref()?.value));
        let days = told.filter(|s| matches!(s, Stand::Agrees(_))).count();
        match near {
            Some(Nearness::Same) if claim.names.is_empty() && claim.words.is_empty() => {
                let counts =
                    claim.quantities.iter().filter(|c| amount::compare(c, &self.s.quantities).is_some());
                days + counts.count() > 0
            }
            Some(Nearness::Same) if claim.names.is_empty() => terms >= 0.5,
            Some(Nearness::Same) => terms >= 0.99 && claim.words.len() + days >= 2,
            Some(Nearness::Kin) => claim.names.is_empty() && terms >= 0.75,
            None => false,
        }
    }

    fn own(&self) -> &str {
        self.meant.claim.predicate.as_deref().unwrap_or_default()
    }

    /// How many of the claim's names it names.
    fn names(&mut self) -> usize {
        let mut found = 0;
        for (n, name) in self.meant.claim.names.iter().enumerate() {
            let here = self.meant.names(n, self.line, self.s, self.ground);
            let before = |noun: &String| self.meant.named_before(n, noun, self.ground, &self.s.report);
            let stands = match &name.of {
                Some(noun) => before(noun),
                None => here,
            };
            found += usize::from(stands || here);
            if !stands && !here {
                self.lacks.push(format!("does not name {}", name.text));
            } else if !stands {
                let noun = name.of.as_deref().unwrap_or_default();
                self.lacks.push(format!("does not say “{} {noun}”", name.text));
            } else if name.of.is_none() && !self.meant.placed(n, self.line, self.s, self.ground) {
                let role = name.role.as_deref().unwrap_or_default();
                self.lacks.push(format!("does not say “{role} {}”", name.text));
            }
        }
        found
    }

    /// Which part of the claim's words it has, weighted by how rare they are.
    fn terms(&mut self) -> f64 {
        let (mut found, mut all) = (0.0, 0.0);
        for (n, term) in self.meant.claim.words.iter().enumerate() {
            let (ids, rarity) = &self.meant.terms[n];
            all += rarity;
            let here = self.line.ids.iter().any(|w| ids.contains(w));
            let before = |noun: &String| self.meant.term_before(n, noun, self.ground, &self.s.report);
            let role = |name: usize| self.meant.in_role(n, name, self.ground);
            // An attribute must stand at its noun: `military cooperation` makes no military delegation.
            let stands = match &term.of {
                Some(noun) => before(noun),
                None => here || term.beside.is_some_and(role),
            };
            if stands {
                found += rarity;
            } else if let (true, Some(noun)) = (here, &term.of) {
                found += rarity / 2.0;
                self.lacks.push(format!("does not say “{} {noun}”", term.text));
            } else {
                self.lacks.push(format!("has no word of “{}”", term.text));
            }
        }
        if all > 0.0 { found / all } else { 0.0 }
    }

    fn participants(&mut self) {
        let lacking = roles::compare(self.meant, self.ground, self.line, self.s);
        self.lacks.extend(lacking);
    }

    fn days(&mut self) {
        for day in &self.meant.claim.dates {
            let told = self.times(day.main);
            if day.value.is_none() && day.weekday.is_none() {
                self.lacks.push(format!("“{}” in the claim is not placed on a day", day.text));
                continue;
            }
            let stands: Vec<Stand> = told.iter().filter_map(|t| when::compare(day, t)).collect();
            let best = stands.iter().find(|s| matches!(s, Stand::Agrees(_))).or(stands.first()).cloned();
            self.put(best, "gives no day", day.main);
        }
    }

    /// The days of the statement; where it has none, those of other statements of its sentence that tell the same (`the
    /// last visit was in 2019, when he visited Tarn`); of a day beside the main one, all of the sentence.
    fn times(&self, main: bool) -> Vec<&'m str> {
        let of = |s: &'m Statement| s.time.as_ref().map(|t| t.value.as_str());
        if let (true, Some(own)) = (main, of(self.s)) {
            return vec![own];
        }
        let same = |s: &&&'a Statement| !main || self.meant.predicate(s) == Some(Nearness::Same);
        self.line.statements.iter().filter(same).filter_map(|s| of(s)).collect()
    }

    fn amounts(&mut self) {
        for count in &self.meant.claim.quantities {
            let stand = if count.main {
                amount::compare(count, &self.s.quantities)
            } else {
                let all: Vec<_> = self.line.statements.iter().flat_map(|s| s.quantities.clone()).collect();
                amount::compare(count, &all)
            };
            let unit = count.amount.unit.as_deref().filter(|u| !count.ordinal && !u.is_empty());
            let none = match unit {
                Some("people" | "person") => "gives no number of people".to_owned(),
                Some(unit) => format!("gives no number of “{unit}”"),
                None => format!("does not say “{}”", count.amount.text),
            };
            self.put(stand, &none, count.main);
        }
    }

    /// Writes down how a day or a number stands.
    fn put(&mut self, stand: Option<Stand>, none: &str, main: bool) {
        match stand {
            Some(Stand::Agrees(words)) => self.agrees.push(words),
            Some(Stand::Apart { says, claims }) if main => self.apart.push((says, claims)),
            Some(Stand::Apart { says, claims }) => self.differs.push(amount::differ(&says, &claims)),
            Some(Stand::Less(words) | Stand::Elsewhere(words)) => self.differs.push(words),
            None => {
                self.lacks.push(none.to_owned());
                self.silent += 1;
            }
        }
    }

    fn firmness(&mut self) {
        let claimed = self.meant.claim.certainty.as_str();
        match self.s.certainty.as_str() {
            "possible" if claimed != "possible" => self.lacks.push("says it only as possible".to_owned()),
            "alleged" if claimed == "asserted" => self.lacks.push("says it only as alleged".to_owned()),
            _ => {}
        }
    }

    fn speaker(&mut self) {
        let Some(speaker) = &self.meant.claim.speaker else { return };
        if roles::is_said_by(speaker, self.ground, self.s) {
            self.agrees.push(format!("on the word of {speaker}"));
        } else {
            self.lacks.push(format!("does not have it from {speaker}"));
        }
    }

    /// Whether one says that it happened and the other that it did not.
    fn polarity(&mut self) -> bool {
        let nobody = self
            .s
            .arguments
            .iter()
            .any(|a| matches!(a.role.as_str(), "agent" | "patient") && is_nobody(&a.text));
        let not = self.s.polarity == "negative" || nobody;
        let denied = self.s.certainty == "denied";
        // A denial that it did not happen, or a denial written down twice: no telling which.
        if not && denied {
            self.lacks.push("does not say plainly whether it happened".to_owned());
            return false;
        }
        let told = not || denied;
        if told == self.meant.claim.negative {
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

    fn done(mut self, near: Option<Nearness>, denies: bool, weight: f64) -> Judged {
        // Who denies the whole need not say when it did not happen; and `nobody was hurt` leaves out how many.
        let lacking = if denies { self.lacks.len() - self.silent } else { self.lacks.len() };
        let full = lacking == 0 && self.differs.is_empty() && near == Some(Nearness::Same);
        let stance = match self.apart.len() {
            0 if full => Stance::Supports,
            1 if full => Stance::Contradicts,
            _ => Stance::Mentions,
        };
        let says = self.apart.first().cloned().filter(|_| stance == Stance::Contradicts);
        if denies && stance == Stance::Contradicts {
            self.lacks.clear();
        }
        let mut differs: Vec<String> = self.apart.iter().map(|(s, c)| amount::differ(s, c)).collect();
        differs.append(&mut self.differs);
        Judged { stance, agrees: self.agrees, differs, lacks: self.lacks, says, denies, weight }
    }
}
