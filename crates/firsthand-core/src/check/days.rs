//! Days of a claim against those of a sentence, and how a day or a number that was compared is written down.

use super::amount::{self, Stand};
use super::clock;
use super::judge::{Lack, Sheet};
use super::opposite::is_once;
use super::shape::Day;
use super::when;
use super::word::Nearness;
use crate::account::Statement;

const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

impl Sheet<'_, '_> {
    pub(super) fn days(&mut self) {
        for day in &self.meant.claim.dates {
            // The only day there is dates what the claim says, whatever it hangs on.
            let main = day.main || self.meant.claim.dates.len() == 1;
            let told = self.times(day.main);
            let edge = self.word_before(day);
            let stand = |t: &&str| when::ends(day, &edge, t).or_else(|| when::compare(day, t));
            let stands: Vec<Stand> = told.iter().filter_map(stand).collect();
            let best = stands.iter().find(|s| matches!(s, Stand::Agrees(_))).or(stands.first()).cloned();
            let written = || self.written(day);
            match best {
                Some(Stand::Agrees(_)) => self.put(best, "", true),
                // What happens once did not happen in another year.
                Some(Stand::Elsewhere(_))
                    if is_once(self.meant.claim.predicate.as_deref().unwrap_or_default())
                        && day.value.is_some() =>
                {
                    let says = told.first().map(|t| when::words(t)).unwrap_or_default();
                    self.apart.push((says, day.text.clone()));
                }
                _ => match written() {
                    Some(stand @ Stand::Agrees(_)) => self.put(Some(stand), "", true),
                    Some(stand) if best.is_none() => self.put(Some(stand), "", main),
                    // `before 6 p.m.` says less than the day another sentence gives.
                    _ if matches!(best, Some(Stand::Less(_))) && self.told_around(day).cost.is_some() => {
                        self.undated(day);
                    }
                    _ if best.is_some() => self.put(best, "", main),
                    _ => self.undated(day),
                },
            }
        }
    }

    /// The word before a day in the claim.
    fn word_before(&self, day: &Day) -> String {
        let text = &self.meant.claim.text;
        let before = text.find(&day.text).and_then(|at| text[..at].split_whitespace().next_back());
        before.unwrap_or_default().to_lowercase()
    }

    /// Whether the sentence gives this day.
    pub(super) fn says_day(&self, day: &Day) -> bool {
        let agrees = |s: Option<Stand>| matches!(s, Some(Stand::Agrees(_)));
        self.times(day.main).iter().any(|t| agrees(when::compare(day, t))) || agrees(self.written(day))
    }

    /// Whether the statement gives this day or one that cannot be it, close by.
    pub(super) fn gives_day(&self, day: &Day) -> bool {
        let near = |s: Option<Stand>| matches!(s, Some(Stand::Agrees(_) | Stand::Apart { .. }));
        self.times(day.main).iter().any(|t| near(when::compare(day, t)))
    }

    /// A time of day: the same however it is written, `6am` and `06:00`.
    fn clock(&self, own: &str) -> Option<Stand> {
        let at = clock::times(own).first().copied()?;
        let told = clock::times(&self.s.passage.text);
        told.contains(&at)
            .then(|| Stand::Agrees(format!("the same time of day: {:02}:{:02}", at / 60, at % 60)))
    }

    /// A day by the very words: `Sunday`, `5:30 p.m.`, where no calendar places it.
    fn written(&self, day: &Day) -> Option<Stand> {
        let own = day.text.to_lowercase();
        let weekday = WEEKDAYS.iter().find(|w| own.contains(**w));
        if let Some(weekday) = weekday.filter(|_| day.weekday.is_some() || day.value.is_none()) {
            let told: Vec<&str> = self
                .line
                .words
                .iter()
                .zip(&self.line.saying)
                .filter(|(_, saying)| !**saying)
                .filter_map(|(w, _)| WEEKDAYS.iter().find(|d| **d == w.folded).copied())
                .collect();
            return match told[..] {
                [] => None,
                _ if told.contains(weekday) => Some(Stand::Agrees(format!("the same word: {}", day.text))),
                [only] => Some(Stand::Apart { says: capital(only), claims: day.text.clone() }),
                _ => Some(Stand::Less(amount::differ(&told.join(", "), &day.text))),
            };
        }
        if let Some(stand) = self.clock(&own) {
            return Some(stand);
        }
        let squeezed = |t: &str| t.to_lowercase().replace(['.', ' ', '\n'], "");
        let text = &self.s.passage.text;
        (own.contains(|c: char| c.is_ascii_digit()) && squeezed(text).contains(&squeezed(&own)))
            .then(|| Stand::Agrees(format!("the same words: {}", day.text)))
    }

    /// The sentence gives no day: one before it in its report may (`In 2010 the dams were opened. ... seven were saved`).
    fn undated(&mut self, day: &Day) {
        let lack = self.told_around(day);
        self.lacks.push(lack);
    }

    /// Whether another sentence of the report gives the day, and what that costs.
    fn told_around(&self, day: &Day) -> Lack {
        let of = |s: &&Statement| s.time.as_ref().map(|t| t.value.clone());
        let lines: Vec<_> = self.ground.around(self.line).collect();
        let near = lines.iter().flat_map(|l| l.statements.iter()).filter_map(of);
        let event = self
            .ground
            .account
            .statements
            .iter()
            .filter(|s| s.report == self.s.report && s.event.is_some() && s.event == self.s.event);
        let told: Vec<String> =
            near.chain(event.filter_map(|s| s.time.as_ref().map(|t| t.value.clone()))).collect();
        let agrees = |t: &String| matches!(when::compare(day, t), Some(Stand::Agrees(_)));
        let word = day.text.to_lowercase();
        // `last summer`: a stretch of time by its word alone; where days are counted, none is taken for another.
        let vague = !word.contains(|c: char| c.is_ascii_digit());
        let own = |w: &super::word::Word| vague && w.folded.len() > 3 && word.contains(&w.folded);
        let lack = |words: &str, cost| Lack { words: words.to_owned(), cost, silent: true };
        if self.line.words.iter().any(own) {
            return lack("gives the day less plainly", Some(0.2));
        }
        // Another day stands here: no other sentence tells when it was.
        let dated = |w: &super::word::Word| WEEKDAYS.contains(&w.folded.as_str());
        if self.line.words.iter().zip(&self.line.saying).any(|(w, saying)| !saying && dated(w)) {
            return lack("gives another day", None);
        }
        let says = lines.iter().any(|l| l.words.iter().any(own));
        lack("gives no day", (told.iter().any(agrees) || says).then_some(0.4))
    }

    /// The days of the statement; where it has none, those of other statements of its sentence that tell the same (`the
    /// last visit was in 2019, when he visited Tarn`); of a day beside the main one, all of the sentence.
    fn times(&self, main: bool) -> Vec<&str> {
        let own = self.s.time.as_ref().map(|t| t.value.as_str());
        if let (true, Some(own)) = (main, own) {
            return vec![own];
        }
        let same = |s: &&&Statement| !main || self.meant.predicate(s) == Some(Nearness::Same);
        let all = self.line.statements.iter().filter(same);
        all.filter_map(|s| s.time.as_ref().map(|t| t.value.as_str())).collect()
    }

    /// Writes down how a day or a number stands.
    pub(super) fn put(&mut self, stand: Option<Stand>, none: &str, main: bool) {
        match stand {
            Some(Stand::Agrees(words)) => self.agrees.push(words),
            Some(Stand::Apart { says, claims }) if main => {
                self.measured = true;
                self.apart.push((says, claims));
            }
            Some(Stand::Apart { says, claims }) => self.differs.push(amount::differ(&says, &claims)),
            Some(Stand::Less(words) | Stand::Elsewhere(words)) => self.differs.push(words),
            None => self.lacks.push(Lack { words: none.to_owned(), cost: None, silent: true }),
        }
    }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|c| c.to_uppercase().to_string()).unwrap_or_default() + letters.as_str()
}
