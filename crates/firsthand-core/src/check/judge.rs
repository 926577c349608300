//! How does one statement stand to a claim?
//!
//! It supports if it says what the claim says: names, words, days and numbers, of the same participants. What it says less
//! plainly (another word of the same meaning, a name in the sentence before, on somebody's word) is written down and
//! counted; a little of it is let pass, more is not. It contradicts only if it says all of that but for one thing that
//! cannot be true beside it. Everything else that speaks of the same is a mention: a false support or contradiction costs
//! more than a missing one.

use super::age;
use super::ground::{Ground, Line};
use super::meant::Meant;
use super::roles;
use super::shape::{Mention, Stance};
use super::word::{Nearness, Word, cut, says};
use crate::account::Statement;

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
    /// Whether it contradicts by a number or a day of what is counted or dated.
    pub(super) measured: bool,
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
    let turned = near.is_none() && !sheet.apart.is_empty() && told;
    if (near.is_some() || turned) && !sheet.open {
        sheet.participants();
    }
    sheet.turned();
    sheet.days();
    sheet.amounts();
    if !sheet.open {
        sheet.firmness();
    }
    sheet.speaker();
    let denies = near == Some(Nearness::Same) && !sheet.open && sheet.polarity() || sheet.spared().is_some();
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
    /// Whether a number or a day stands apart.
    pub(super) measured: bool,
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
        Sheet { meant, ground, line, s, open, many: false, measured: false, agrees, apart, differs, lacks }
    }

    pub(super) fn lack(&mut self, words: String, cost: Option<f64>) {
        self.lacks.push(Lack { words, cost, silent: false });
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
        if super::ends::is_said_by(speaker, self.ground, self.s) {
            self.agrees.push(format!("on the word of {speaker}"));
            return;
        }
        // `the governor said`: the words of whoever is named may stand in the clause of saying.
        let words = cut(speaker);
        let said = |w: &Word| w.lemmas.iter().any(|l| self.line.words.iter().any(|told| says(told, l)));
        const UNSAID: [&str; 6] = ["declined", "refused", "denied", "declines", "refuses", "denies"];
        let unsaid =
            !self.meant.claim.negative && self.line.words.iter().any(|w| UNSAID.contains(&w.folded.as_str()));
        let cost = (words.iter().all(said) && !unsaid).then_some(0.2);
        self.lack(format!("does not have it from {speaker}"), cost);
    }

    fn done(mut self, told: bool, denies: bool, weight: f64) -> Judged {
        // Who denies the whole need not say when it did not happen; and `nobody was hurt` leaves out how many.
        // A report that tells of others that it happened does not deny that it did not to these.
        let whole = denies && !self.meant.claim.negative;
        let counted = || self.lacks.iter().filter(|l| !whole || !l.silent);
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
            measured: self.measured,
            cost,
            weight,
        }
    }
}

/// Whether a name is one to whom it is done or where it leads.
pub(super) fn is_target(name: &Mention) -> bool {
    matches!(name.role.as_deref(), Some("patient" | "recipient" | "to" | "into" | "from" | "against"))
}
