//! Which verb of a claim says what happened? `voted to end the ban`: that they ended it. `took part`: that they were among those.

use super::reading::Reading;
use super::shape::{Claim, Part};
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

    /// `Orlik is a Democrat`: what somebody is, not another name beside his.
    pub(super) fn take_kind(&mut self, out: &mut Claim, main: &Statement, places: &[Option<usize>]) -> bool {
        let copula = self.tree.by(main.predicate, Relation::Cop).next().is_some();
        let bare = self.tree.by(main.predicate, Relation::Case).next().is_none();
        let Some(kind) = places[main.predicate].filter(|_| copula && bare) else { return false };
        let agent = main.arguments.iter().find(|a| matches!(a.role, Role::Agent | Role::Patient));
        let Some(name) = agent.and_then(|a| places[a.head]).filter(|n| *n < kind) else { return false };
        let one = kind + 1 == out.names.len() && !out.names[kind].text.contains(' ');
        if !one || !matches!(out.names[kind].kind.as_str(), "group" | "place" | "organisation") {
            return false;
        }
        let text = out.names.pop().map(|n| n.text).unwrap_or_default();
        out.predicate = Some(text.to_lowercase());
        out.being = true;
        out.negative = main.negative;
        out.certainty = "asserted".to_owned();
        out.agent = agent.map(|a| Part {
            text: self.read.text(a.span).to_owned(),
            head: self.tree.lemma(a.head).to_owned(),
            name: Some(name),
        });
        true
    }

    /// Whether the one before a verb taken for a passive does it: nothing makes it a passive, and what it is done to
    /// follows right upon it.
    pub(super) fn acts(&self, verb: usize, before: Option<&Argument>) -> bool {
        let passive = self.tree.children(verb).iter().any(|&c| matches!(self.tree.lemma(c), "be" | "get"));
        let next = self.read.tokens.get(verb + 1).map(|t| t.tag);
        let follows = matches!(next, Some(Tag::Noun | Tag::Propn | Tag::Num | Tag::Det | Tag::Adj));
        !passive && follows && self.tree.tag(verb) == Tag::Verb && before.is_some_and(|a| a.head < verb)
    }
}
