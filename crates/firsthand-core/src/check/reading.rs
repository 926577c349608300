//! The parts of a claim, taken one after the other: what has a part is not taken for another.

use super::claim::{is_nobody, is_vague};
use super::shape::{Claim, Count, Day, Mention, Part, Term};
use super::word::{direction, is_light, is_people};
use crate::account::Amount;
use crate::name::{Manner, Names};
use crate::statement::clause::LIGHT;
use crate::statement::tree::Tree;
use crate::statement::{Argument, Certainty, Role, Statement};
use firsthand_text::Span;
use firsthand_text::language::number::QuantityKind;
use firsthand_text::language::time::TimeKind;
use firsthand_text::language::{Annotated, Form, Relation, Tag, lemma};

/// A claim while it is read.
pub(super) struct Reading<'a> {
    pub(super) read: &'a Annotated,
    names: &'a Names,
    pub(super) tree: Tree<'a>,
    main: Option<&'a Statement>,
    /// The verb that leads to the main one: `voted to`. Who does it is its agent.
    leads: Option<&'a Statement>,
    /// Whether what is read as a noun must be the verb: there is no other.
    verbless: bool,
    /// Tokens that have been given a part: names, days, numbers, the predicate, the clause of saying.
    pub(super) taken: Vec<bool>,
}

impl<'a> Reading<'a> {
    pub(super) fn new(read: &'a Annotated, names: &'a Names, statements: &'a [Statement]) -> Reading<'a> {
        let tree = Tree::new(read).mended();
        // A verb in the past or present says what happened; a noun does where there is none (`five dead in blast`).
        let finite = |t: usize| {
            let form = read.tokens[t].form;
            let plain = matches!(form, Form::Past | Form::Participle | Form::Present | Form::PresentThird);
            tree.tag(t) == Tag::Verb && (plain || tree.by(t, Relation::Aux).next().is_some())
        };
        let copula = |t: usize| tree.by(t, Relation::Cop).next().is_some();
        let depth = |s: &&Statement| {
            let firm = finite(s.predicate) || copula(s.predicate);
            (s.sentence, !firm, tree.ancestors(s.predicate).count(), s.predicate)
        };
        let main = statements.iter().min_by_key(depth);
        let taken = vec![false; read.tokens.len()];
        let verbless = !read.tokens.iter().any(|t| matches!(t.tag, Tag::Verb | Tag::Aux));
        let mut out = Reading { read, names, tree, main, leads: None, verbless, taken };
        if let Some((outer, inner)) = main.and_then(|m| Some((m, out.led_to(m, statements)?))) {
            (out.main, out.leads) = (Some(inner), Some(outer));
        }
        out
    }

    pub(super) fn claim(mut self) -> Claim {
        let mut out = Claim { sentences: self.read.sentences.len(), ..Claim::default() };
        self.take_speaker(&mut out);
        let places = self.take_names(&mut out);
        self.take_dates(&mut out);
        self.take_quantities(&mut out);
        self.take_main(&mut out, &places);
        self.take_words(&mut out, &places);
        out
    }

    /// Whose word it is; its clause is no part of what is claimed.
    fn take_speaker(&mut self, out: &mut Claim) {
        let Some(step) = self.main.and_then(|m| m.attribution.last()) else { return };
        let named = step.source.entity.and_then(|e| self.names.entities.get(e)).map(|e| e.name.clone());
        out.speaker = Some(named.unwrap_or_else(|| step.source.name.clone()));
        self.take(step.span);
        self.take(step.source.span);
    }

    /// Names, and for each token the name it is part of.
    fn take_names(&mut self, out: &mut Claim) -> Vec<Option<usize>> {
        let mut places = vec![None; self.read.tokens.len()];
        let mentions = self.names.mentions.first().map_or(&[][..], Vec::as_slice);
        for m in mentions.iter().filter(|m| m.manner == Manner::Name) {
            if (m.first..m.last).all(|t| self.taken[t]) {
                continue;
            }
            let top = crate::statement::clause::top(&self.tree, m.first, m.last);
            places[m.first..m.last].fill(Some(out.names.len()));
            self.taken[m.first..m.last].fill(true);
            out.names.push(Mention {
                text: self.read.text(m.span).to_owned(),
                kind: self.names.entities[m.entity].kind.word().to_owned(),
                role: self.role(m.first, m.last),
                of: self.before(top),
            });
        }
        places
    }

    /// The part that the name in these tokens takes in what is claimed.
    fn role(&self, first: usize, last: usize) -> Option<String> {
        let main = self.main?;
        let within = |a: &&Argument| (first..last).contains(&a.head);
        let outer = self.leads.into_iter().flat_map(|l| l.arguments.iter().chain(&l.nearby));
        let found = main.arguments.iter().chain(&main.nearby).chain(outer).find(within)?;
        Some(match &found.role {
            Role::Agent => "agent".to_owned(),
            Role::Patient => "patient".to_owned(),
            Role::Recipient => "recipient".to_owned(),
            Role::Purpose => "purpose".to_owned(),
            Role::With(preposition) => preposition.clone(),
        })
    }

    fn take_dates(&mut self, out: &mut Claim) {
        for (n, time) in self.read.times.iter().enumerate() {
            if self.is_taken(time.span) || matches!(time.kind, TimeKind::Duration | TimeKind::Set) {
                continue;
            }
            let weekday = time.timex.strip_prefix("XXXX-WXX-").and_then(|d| d.get(..1)?.parse().ok());
            self.take(time.span);
            if time.edtf.is_none() && is_vague(self.read.text(time.span)) {
                continue;
            }
            out.dates.push(Day {
                text: self.read.text(time.span).to_owned(),
                value: time.edtf.clone(),
                weekday: weekday.filter(|_| time.edtf.is_none()),
                main: self.main.is_some_and(|m| m.times.contains(&n)),
            });
        }
    }

    fn take_quantities(&mut self, out: &mut Claim) {
        for (n, q) in self.read.quantities.iter().enumerate() {
            if self.is_taken(q.number) {
                continue;
            }
            let noun = q.noun.filter(|&t| t < self.read.tokens.len());
            let lemma = noun.map(|t| self.read.tokens[t].lemma.clone());
            // What stands between number and noun says more than how many: `40 military ships`.
            for (t, token) in self.read.tokens.iter().enumerate() {
                let says = matches!(token.tag, Tag::Adj | Tag::Noun | Tag::Propn) && q.unit.is_none();
                let kept = says && !q.number.holds(token.span);
                self.taken[t] |= q.span.holds(token.span) && !kept;
            }
            if let Some(t) = noun.filter(|_| q.unit.is_none()) {
                self.taken[t] = true;
            }
            let amount = Amount {
                value: q.low,
                high: (q.high != q.low).then_some(q.high),
                bound: q.bound.name().to_owned(),
                unit: q.unit.clone().or(lemma),
                text: self.read.text(q.span).to_owned(),
            };
            let ordinal = q.kind == QuantityKind::Ordinal;
            let main = self.main.is_some_and(|m| m.quantities.contains(&n));
            out.quantities.push(Count { amount, ordinal, main });
        }
    }

    fn take_main(&mut self, out: &mut Claim, places: &[Option<usize>]) {
        let Some(main) = self.main else { return };
        if self.take_kind(out, main, places) {
            return;
        }
        let word = main.lemma.chars().any(char::is_alphabetic);
        // Nothing but a name, or nothing but marks: nothing is said.
        if !word || self.taken[main.predicate] && places[main.predicate].is_some() {
            return;
        }
        self.taken[main.predicate] = true;
        if let Some(outer) = self.leads {
            self.taken[outer.predicate] = true;
        }
        // `pleaded not guilty` denies the guilt, not the plea.
        let beside = (main.predicate + 1..self.read.tokens.len().saturating_sub(1)).any(|t| {
            self.read.word(t) == "not"
                && !matches!(self.tree.tag(t + 1), Tag::Verb | Tag::Aux)
                && self.tree.tag(main.predicate) == Tag::Verb
        });
        out.negative = main.negative && !beside || main.certainty == Certainty::Denied;
        out.certainty = match main.certainty {
            Certainty::Alleged => "alleged",
            Certainty::Possible => "possible",
            Certainty::Asserted | Certainty::Denied => "asserted",
        }
        .to_owned();
        let part = |a: &Argument| Part {
            text: self.read.text(a.span).to_owned(),
            head: self.tree.lemma(a.head).to_owned(),
            name: places[a.head],
        };
        let by = |role: Role| main.arguments.iter().find(|a| a.role == role);
        let (mut agent, mut patient) = (by(Role::Agent), by(Role::Patient));
        let outer = self.leads.and_then(|l| l.arguments.iter().find(|a| a.role == Role::Agent));
        agent = agent.or(outer);
        // A short sentence is easily taken for a noun with its participle: `an explosion killed seven guards`.
        if agent.is_none() && self.acts(main.predicate, patient) {
            (agent, patient) = (patient, None);
        }
        out.predicate = Some(main.lemma.clone());
        // Without a verb a noun may be one: `Moss leaves two sons`.
        let verb = lemma::of(&self.read.word(main.predicate).to_lowercase(), Tag::Verb);
        if self.tree.tag(main.predicate) == Tag::Noun && self.verbless && verb != main.lemma {
            out.predicate = Some(verb);
        }
        // `the attack took place`: the noun says what happened.
        let place = patient.is_some_and(|p| main.lemma == "take" && self.tree.lemma(p.head) == "place");
        // `the trip lasted three days`: a trip of three days.
        const UNITS: [&str; 6] = ["minute", "hour", "day", "week", "month", "year"];
        let unit = |q: &Count| q.amount.unit.as_deref().is_some_and(|u| UNITS.contains(&u));
        let lasts = main.lemma == "last" && out.quantities.iter().any(unit);
        let happens = place || lasts || is_occurrence(&main.lemma);
        if let Some(noun) = agent.filter(|a| places[a.head].is_none() && happens) {
            out.predicate = Some(self.tree.lemma(noun.head).to_owned());
            self.taken[noun.head] = true;
            return;
        }
        let copula = self.tree.by(main.predicate, Relation::Cop).next().is_some();
        out.being = copula && self.tree.tag(main.predicate) != Tag::Verb;
        // `the mayor called it a lie`: on the mayor's word, and not in those words.
        let calls = matches!(main.lemma.as_str(), "call" | "describe" | "label" | "term" | "dub");
        if let (true, None, Some(a), Some(_)) = (calls, &out.speaker, agent, patient) {
            let name = places[a.head].and_then(|n| out.names.get(n)).map(|n| n.text.clone());
            out.speaker = Some(name.unwrap_or_else(|| self.read.text(a.span).to_owned()));
            self.take(a.span);
            out.predicate = None;
            return;
        }
        // `it had a magnitude of 5`: nothing happens, the words say it.
        let from = |m: &Mention| m.role.as_deref() == Some("from");
        let comes = matches!(main.lemma.as_str(), "come" | "hail") && out.names.iter().any(from);
        if matches!(main.lemma.as_str(), "have" | "be") || comes {
            out.predicate = None;
        }
        out.agent = agent.map(&part);
        if let Some(plain) = self.plain(main, patient) {
            out.predicate = Some(plain.to_owned());
            out.patient = patient.filter(|_| plain != "participate").map(&part);
            return;
        }
        // `paid a visit`: the noun says what happened.
        let carried = patient.filter(|p| LIGHT.contains(&main.lemma.as_str()) && places[p.head].is_none());
        let classed =
            |p: &&Argument| !crate::statement::lexicon::classes(self.tree.lemma(p.head), true).is_empty();
        match carried.filter(classed) {
            Some(noun) => {
                out.predicate = Some(self.tree.lemma(noun.head).to_owned());
                self.taken[noun.head] = true;
            }
            None => out.patient = patient.map(&part),
        }
        if [&out.agent, &out.patient].into_iter().flatten().any(|p| is_nobody(&p.text)) {
            out.negative = true;
        }
    }

    /// What is left: words a report must have to say the same.
    fn take_words(&mut self, out: &mut Claim, places: &[Option<usize>]) {
        for (t, token) in self.read.tokens.iter().enumerate() {
            let lemma = token.lemma.to_lowercase();
            let content =
                matches!(token.tag, Tag::Noun | Tag::Propn | Tag::Verb | Tag::Adj | Tag::Num | Tag::X)
                    || direction(&lemma).is_some();
            if !content || self.taken[t] || lemma.len() < 2 || is_light(&lemma) || is_people(&lemma) {
                continue;
            }
            if !lemma.chars().any(char::is_alphanumeric) || is_nobody(self.read.word(t)) {
                continue;
            }
            let head = self.tree.head(t);
            let beside = head
                .and_then(|h| places[h])
                .or_else(|| self.tree.children(t).iter().find_map(|&c| self.apposed(c, places)));
            out.words.push(Term { text: self.read.word(t).to_owned(), of: self.before(t), beside, lemma });
        }
    }

    /// The name a noun stands beside: `Orlik` of `minister Pavel Orlik`.
    fn apposed(&self, child: usize, places: &[Option<usize>]) -> Option<usize> {
        let beside =
            matches!(self.tree.relation(child), Relation::Appos | Relation::Flat | Relation::Compound);
        places[child].filter(|_| beside)
    }

    /// The noun a token stands before as its attribute.
    fn before(&self, token: usize) -> Option<String> {
        let attribute = matches!(
            self.tree.relation(token),
            Relation::Amod | Relation::Compound | Relation::Nmod | Relation::Flat | Relation::Nummod
        );
        let head = self.tree.head(token).filter(|&h| attribute && h > token)?;
        let carries = self.verbless && self.main.is_some_and(|m| m.predicate == head);
        (self.tree.tag(head) == Tag::Noun && !carries).then(|| self.tree.lemma(head).to_lowercase())
    }

    fn take(&mut self, span: Span) {
        for (t, token) in self.read.tokens.iter().enumerate() {
            self.taken[t] |= span.holds(token.span);
        }
    }

    fn is_taken(&self, span: Span) -> bool {
        self.read.tokens.iter().zip(&self.taken).any(|(t, taken)| *taken && span.holds(t.span))
    }
}

/// Verbs that say no more than that something happened.
fn is_occurrence(lemma: &str) -> bool {
    matches!(lemma, "happen" | "occur" | "take place")
}
