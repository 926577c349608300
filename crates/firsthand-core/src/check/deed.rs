//! Which verb of a claim says what happened? `voted to end the ban`: that they ended it. `took part`: that they were among those.

use super::reading::Reading;
use crate::statement::{Argument, Role, Statement};
use firsthand_text::language::{Relation, Tag};

impl<'a> Reading<'a> {
    /// The statement that says what happened where the main verb only leads to it (`voted to`, `decided to`, `needed an hour
    /// to`), and who does it, where the inner one does not say.
    pub(super) fn led_to(&self, main: &'a Statement, all: &'a [Statement]) -> Option<&'a Statement> {
        const LEADS: [&str; 8] = ["vote", "decide", "manage", "need", "take", "begin", "start", "proceed"];
        if !LEADS.contains(&main.lemma.as_str()) || main.negative {
            return None;
        }
        let below = |t: usize| {
            let head = self.tree.head(t);
            let noun = |h: usize| {
                self.tree.head(h) == Some(main.predicate) && matches!(&*main.lemma, "need" | "take")
            };
            head == Some(main.predicate) || head.is_some_and(noun)
        };
        let hangs = |s: &&Statement| {
            below(s.predicate)
                && self.tree.tag(s.predicate) == Tag::Verb
                && matches!(
                    self.tree.relation(s.predicate),
                    Relation::Xcomp | Relation::Advcl | Relation::Ccomp | Relation::Acl
                )
                && s.predicate.checked_sub(1).is_some_and(|t| self.read.word(t) == "to")
        };
        all.iter().find(hangs)
    }

    /// The verb of a claim, where the words of the main one say little: `took part` is `participate`, `was taken from Tarn to
    /// Velmark` is `transport`.
    pub(super) fn plain(&self, main: &Statement, patient: Option<&Argument>) -> Option<&'static str> {
        if main.lemma != "take" {
            return None;
        }
        if patient.is_some_and(|p| self.tree.lemma(p.head) == "part") {
            return Some("participate");
        }
        let with = |p: &str| {
            main.arguments.iter().chain(&main.nearby).any(|a| matches!(&a.role, Role::With(r) if r == p))
        };
        (with("from") && with("to")).then_some("transport")
    }
}
