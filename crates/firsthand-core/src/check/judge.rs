//! How does one statement stand to a claim?
//!
//! It supports if it says what the claim says: names, words, days and numbers, of the same participants. What it says less
//! plainly (another word of the same meaning, a name in the sentence before, on somebody's word) is written down and
//! counted; a little of it is let pass, more is not. It contradicts only if it says all of that but for one thing that
//! cannot be true beside it. Everything else that speaks of the same is a mention: a false support or contradiction costs
//! more than a missing one.

use super::age;
use super::claim::is_nobody;
use super::ground::{Ground, Line};
use super::meant::Meant;
use super::opposite::{is_for_one, is_office, opposite};
use super::roles;
use super::shape::Mention;
use super::shape::Stance;
use super::word::{Nearness, Word, alike, cut, says};
use crate::account::{Argument, Statement};

/// What was found of one statement.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Judged {
    pub(super) stance: Stance,
    pub(super) agrees: Vec<String>,
    /// What was taken as said though it is said less plainly.
    pub(super) loosely: Vec<String>,
    pub(super) differs: Vec<String>,
    pub(super) lacks: Vec<String>,
    /// What it says where it contradicts, and what the claim says there.
    pub(super) says: Option<(String, String)>,
    /// Whether it contradicts by denying, not by another value.
    pub(super) denies: bool,
    /// Whether it contradicts by what may be so of many happenings, by a place or a doer: only where nothing supports.
    pub(super) many: bool,
    /// What was taken as said though it is said less plainly, as one figure: never shown.
    pub(super) cost: f64,
    /// How much of the claim it speaks of: for the order of what is shown, never shown.
    pub(super) weight: f64,
}

/// So much of a claim may be said less plainly by a statement that supports it, and by one that contradicts it. Set on the
/// claims of stories looked at (docs/quality.md).
const LOOSE: f64 = 1.0;
const LOOSE_APART: f64 = 0.7;

/// Something of the claim that a statement does not say, or not plainly.
pub(super) struct Lack {
    pub(super) words: String,
    /// What it costs to take it as said; none where that cannot be.
    pub(super) cost: Option<f64>,
    /// Whether it does not matter where the statement denies the whole: it gives no day, no number, no doer.
    pub(super) silent: bool,
}

/// Judges a statement; None where it does not speak of what the claim is about.
pub(super) fn judge<'a>(
    meant: &Meant<'_>,
    ground: &Ground<'a>,
    line: &Line<'a>,
    s: &Statement,
) -> Option<Judged> {
    if let Some(age) = age::claimed(meant.claim) {
        return age::judge(meant, line, &s.passage.text, age);
    }
    let near = meant.predicate(s);
    let mut sheet = Sheet::new(meant, ground, line, s);
    let (names, terms) = (sheet.names(), sheet.terms());
    if !sheet.touches(near, names, terms) {
        return None;
    }
    let told = sheet.happening(near);
    if near.is_some() && !sheet.open {
        sheet.participants();
    }
    sheet.days();
    sheet.amounts();
    if !sheet.open {
        sheet.firmness();
    }
    sheet.speaker();
    let denies = near == Some(Nearness::Same) && !sheet.open && sheet.polarity();
    let weight = names as f64
        + terms
        + match near {
            Some(Nearness::Same) => 1.5,
            Some(Nearness::Kin) => 0.7,
            None => 0.0,
        }
        + 0.5 * sheet.agrees.len() as f64;
    Some(sheet.done(told, denies, weight))
}

/// The comparison under way.
pub(super) struct Sheet<'m, 'a> {
    pub(super) meant: &'m Meant<'m>,
    pub(super) ground: &'m Ground<'a>,
    pub(super) line: &'m Line<'a>,
    pub(super) s: &'m Statement,
    /// Whether the clause of saying may tell the claim.
    pub(super) open: bool,
    /// Whether what stands apart may be so of many happenings: a place, a doer.
    pub(super) many: bool,
    pub(super) agrees: Vec<String>,
    /// What cannot be true beside the claim: what is said, what is claimed.
    pub(super) apart: Vec<(String, String)>,
    /// What differs without being a contradiction.
    pub(super) differs: Vec<String>,
    pub(super) lacks: Vec<Lack>,
}

impl<'m, 'a> Sheet<'m, 'a> {
    fn new(meant: &'m Meant<'m>, ground: &'m Ground<'a>, line: &'m Line<'a>, s: &'m Statement) -> Self {
        let (agrees, apart, differs, lacks) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let open = meant.open(line);
        Sheet { meant, ground, line, s, open, many: false, agrees, apart, differs, lacks }
    }

    pub(super) fn lack(&mut self, words: String, cost: Option<f64>) {
        self.lacks.push(Lack { words, cost, silent: false });
    }

    /// Whether the statement speaks of what the claim is about: what happened and a name of it, or all its names; or,
    /// without the name, all the rest.
    fn touches(&self, near: Option<Nearness>, names: usize, terms: f64) -> bool {
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
                told + claim.quantities.iter().filter(|c| self.counts(c).is_some()).count() > 0
            }
            _ if claim.names.is_empty() && (spoken || self.opposes()) => terms >= 0.5,
            Some(Nearness::Same) if claim.names.is_empty() => terms >= 0.5,
            Some(Nearness::Same) => terms >= 0.99 && claim.words.len() + told >= 2,
            Some(Nearness::Kin) => claim.names.is_empty() && terms >= 0.75,
            None => false,
        }
    }

    /// Whether what is told is the opposite of what is claimed: denied where it is confirmed, `armed robbers` where they are
    /// said to be unarmed.
    fn opposes(&self) -> bool {
        let told = &self.s.predicate.lemma;
        if opposite(self.own(), told) || self.survived(self.own(), told) || self.meant.gainsaid(self.line) {
            return true;
        }
        let against = |w: &Word| w.lemmas.iter().any(|l| opposite(l, self.own()));
        self.meant.claim.being && self.line.words.iter().any(against)
    }

    fn own(&self) -> &str {
        self.meant.claim.predicate.as_deref().unwrap_or_default()
    }

    /// Whether the statement tells what the claim says happened.
    fn happening(&mut self, near: Option<Nearness>) -> bool {
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
        if self.meant.claim.being {
            return self.is_so(&own);
        }
        if self.says_predicate() {
            // Where a statement of the sentence tells it, that one answers; and a `not` may belong to the word.
            let other = |s: &&Statement| self.meant.predicate(s) == Some(Nearness::Same);
            let told = self.line.statements.iter().any(other) || self.negates() || self.directed();
            let bare = !self.open && told;
            self.lack(format!("has “{own}” beside “{told}”"), (!bare).then_some(0.2));
            return true;
        }
        match near {
            Some(_) => self.lack(format!("tells of “{told}”, not of “{own}”"), None),
            None => self.lack(format!("says nothing of “{own}”"), None),
        }
        false
    }

    /// Whether the one named as killed is hurt here, or the other way round.
    fn survived(&self, own: &str, told: &str) -> bool {
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
    fn says_predicate(&self) -> bool {
        self.meant.spoken(self.line) || self.open && self.meant.said(self.line)
    }

    /// Whether somebody named does it to somebody named: which of the two does it, a bare word does not tell.
    fn directed(&self) -> bool {
        let claim = self.meant.claim;
        let agent = claim.agent.as_ref().and_then(|a| a.name);
        agent.is_some() && claim.names.iter().enumerate().any(|(n, m)| Some(n) != agent && is_target(m))
    }

    fn negates(&self) -> bool {
        const NOT: [&str; 9] =
            ["not", "no", "never", "nobody", "none", "without", "denied", "denies", "deny"];
        self.meant.claim.negative || self.line.words.iter().any(|w| NOT.contains(&w.folded.as_str()))
    }

    /// Whether the sentence says that the one named is this, not something else.
    fn is_so(&mut self, own: &str) -> bool {
        let agent = self.meant.claim.agent.as_ref();
        if self.says_predicate() {
            let name = agent.and_then(|a| a.name);
            if name.is_some_and(|n| self.meant.line_names(n, self.line) && !self.meant.apposed(n, self.line))
            {
                self.lack(format!("has “{own}” of another"), None);
            }
            if self.meant.negated(self.line) {
                self.lack("does not say plainly whether it is so".to_owned(), None);
            }
            return true;
        }
        // `the robbers were unarmed`: `armed robbers`.
        let words = &self.line.words;
        let against = |w: &Word| w.lemmas.iter().any(|l| opposite(l, own));
        let near = |at: usize| {
            agent.is_some_and(|a| {
                words[at.saturating_sub(3)..(at + 4).min(words.len())].iter().any(|w| says(w, &a.head))
            })
        };
        if let Some(at) = words.iter().position(against).filter(|&at| near(at)) {
            self.apart.push((words[at].folded.clone(), own.to_owned()));
            return true;
        }
        self.lack(format!("says nothing of “{own}”"), None);
        false
    }

    fn participants(&mut self) {
        for lack in roles::compare(self.meant, self.ground, self.line, self.s) {
            match lack {
                roles::Mismatch::Lack(lack) => self.lacks.push(lack),
                roles::Mismatch::Apart(says, claims) => {
                    self.many = true;
                    let unnamed = format!("does not name {claims}");
                    self.lacks.retain(|l| l.words != unnamed);
                    self.apart.push((says, claims));
                }
            }
        }
    }

    fn firmness(&mut self) {
        let claimed = self.meant.claim.certainty.as_str();
        match self.s.certainty.as_str() {
            "possible" if claimed != "possible" => self.lack("says it only as possible".to_owned(), None),
            "alleged" if claimed == "asserted" => self.lack("says it only as alleged".to_owned(), Some(0.1)),
            _ => {}
        }
    }

    fn speaker(&mut self) {
        let Some(speaker) = &self.meant.claim.speaker else { return };
        if roles::is_said_by(speaker, self.ground, self.s) {
            self.agrees.push(format!("on the word of {speaker}"));
            return;
        }
        // `the governor said`: the words of whoever is named may stand in the clause of saying.
        let words = cut(speaker);
        let said = |w: &Word| w.lemmas.iter().any(|l| self.line.words.iter().any(|told| says(told, l)));
        let cost = words.iter().all(said).then_some(0.2);
        self.lack(format!("does not have it from {speaker}"), cost);
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
            self.lack("does not say plainly whether it happened".to_owned(), None);
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

    fn done(mut self, told: bool, denies: bool, weight: f64) -> Judged {
        // Who denies the whole need not say when it did not happen; and `nobody was hurt` leaves out how many.
        let counted = || self.lacks.iter().filter(|l| !denies || !l.silent);
        let open = counted().any(|l| l.cost.is_none());
        let cost: f64 = counted().filter_map(|l| l.cost).sum();
        let full = !open && self.differs.is_empty() && told;
        let stance = match self.apart.len() {
            0 if full && cost <= LOOSE => Stance::Supports,
            1 if full && cost <= LOOSE_APART => Stance::Contradicts,
            _ => Stance::Mentions,
        };
        let says = self.apart.first().cloned().filter(|_| stance == Stance::Contradicts);
        let mut lacks: Vec<String> = Vec::new();
        let mut loosely = Vec::new();
        for lack in self.lacks {
            match stance {
                Stance::Mentions => lacks.push(lack.words),
                _ if lack.cost.is_some() => loosely.push(lack.words),
                _ => {}
            }
        }
        let mut differs: Vec<String> = self.apart.iter().map(|(s, c)| super::amount::differ(s, c)).collect();
        differs.append(&mut self.differs);
        Judged {
            stance,
            agrees: self.agrees,
            loosely,
            differs,
            lacks,
            says,
            denies,
            many: self.many,
            cost,
            weight,
        }
    }
}

/// Whether a name is one to whom it is done or where it leads.
pub(super) fn is_target(name: &Mention) -> bool {
    matches!(name.role.as_deref(), Some("patient" | "recipient" | "to" | "into" | "from" | "against"))
}
