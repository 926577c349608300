//! What a claim's names and words mean in one account: which entities, which words of its sentences.

use super::ground::{Ground, Line};
use super::shape::{Claim, Mention};
use super::word::{Nearness, Word, cut, forms, nearness, says};
use crate::account::{Entity, Statement};
use crate::name::{called, short_for};
use firsthand_text::language::country::{self, Sense};
use firsthand_text::language::place;
use firsthand_text::report::agency;
use std::collections::{BTreeMap, BTreeSet};

/// A claim seen from one account.
pub(super) struct Meant<'a> {
    pub(super) claim: &'a Claim,
    /// For each name of the claim the entities it may be.
    pub(super) names: Vec<BTreeSet<usize>>,
    /// For each name its words, for a name the account has no entity of.
    written: Vec<Vec<Word>>,
    /// For each term of the claim which words of the account say it, and how rare it is among its sentences.
    pub(super) terms: Vec<(BTreeSet<usize>, f64)>,
    /// The nearness of every predicate of the account that is near.
    predicates: BTreeMap<&'a str, Nearness>,
    /// Words of the account that say the predicate.
    spoken: BTreeSet<usize>,
}

impl<'a> Meant<'a> {
    pub(super) fn new(claim: &'a Claim, ground: &Ground<'a>) -> Meant<'a> {
        let names = claim.names.iter().map(|n| entities(n, &ground.account.entities)).collect();
        let mut predicates = BTreeMap::new();
        if let Some(own) = &claim.predicate {
            for s in &ground.account.statements {
                if let Some(near) = nearness(own, &s.predicate.lemma) {
                    predicates.insert(s.predicate.lemma.as_str(), near);
                }
            }
        }
        let saying = |lemma: &str| -> BTreeSet<usize> {
            let forms = forms(lemma);
            let says = |w: &usize| forms.iter().any(|f| says(&ground.vocabulary[*w], f));
            (0..ground.vocabulary.len()).filter(says).collect()
        };
        let term = |lemma: &str| {
            let ids = saying(lemma);
            let held = ground.lines.iter().filter(|l| l.ids.iter().any(|w| ids.contains(w))).count();
            let rarity = (1.0 + ground.lines.len() as f64 / held.max(1) as f64).ln();
            (ids, rarity)
        };
        Meant {
            claim,
            names,
            written: claim.names.iter().map(|n| cut(&n.text)).collect(),
            terms: claim.words.iter().map(|w| term(&w.lemma)).collect(),
            predicates,
            spoken: claim.predicate.as_deref().map(saying).unwrap_or_default(),
        }
    }

    /// Whether a sentence says, outside its clause of saying, what the claim says happened, be it with another word than
    /// the one that carries a statement.
    pub(super) fn spoken(&self, line: &Line<'_>) -> bool {
        line.ids.iter().zip(&line.saying).any(|(id, saying)| !saying && self.spoken.contains(id))
    }

    /// Whether a `not` stands right before a word that says the predicate.
    pub(super) fn negated(&self, line: &Line<'_>) -> bool {
        let not = |w: &Word| matches!(w.folded.as_str(), "not" | "no" | "never" | "longer" | "former");
        let told = (0..line.ids.len()).filter(|&w| self.spoken.contains(&line.ids[w]));
        told.into_iter().any(|at| line.words[at.saturating_sub(3)..at].iter().any(not))
    }

    /// Whether a phrase calls somebody by what this name is called elsewhere: `the teacher`.
    pub(super) fn called_so(&self, name: usize, phrase: &str, ground: &Ground<'_>) -> bool {
        let words = cut(phrase);
        let Some(head) =
            words.iter().take_while(|w| !matches!(&*w.folded, "of" | "who" | "in" | "for")).last()
        else {
            return false;
        };
        if words.iter().any(|w| w.capital) && words.len() < 2 {
            return false;
        }
        let so = |e: &Entity| {
            e.kind == "person"
                && e.roles.iter().any(|r| cut(r).iter().any(|w| w.lemmas.iter().any(|l| says(head, l))))
        };
        let own: Vec<usize> = self.names[name].iter().copied().collect();
        let all = &ground.account.entities;
        own.iter().any(|&e| all.get(e).is_some_and(so))
            && (0..all.len()).filter(|n| !own.contains(n)).all(|n| !so(&all[n]))
    }

    /// Whether a sentence has a word that says the predicate anywhere.
    pub(super) fn said(&self, line: &Line<'_>) -> bool {
        line.ids.iter().any(|id| self.spoken.contains(id))
    }

    /// Whether the claim may be told by the clause of saying itself: `he warned of floods`, `Orlik, the minister, said`.
    pub(super) fn open(&self, line: &Line<'_>) -> bool {
        let told = line.ids.iter().zip(&line.saying).any(|(id, saying)| *saying && self.spoken.contains(id));
        told || self.claim.being || self.gainsaid(line)
    }

    /// Whether the clause of saying says the opposite of the predicate: `the firm rejected the charge that` where the claim says
    /// that it admitted it.
    pub(super) fn gainsaid(&self, line: &Line<'_>) -> bool {
        let Some(own) = self.claim.predicate.as_deref() else { return false };
        let against = |w: &Word| w.lemmas.iter().any(|l| super::opposite::opposite(own, l));
        line.words.iter().zip(&line.saying).any(|(w, saying)| *saying && against(w))
    }

    /// Whether a name stands near the word that says what it is: `Orlik, the minister of trade`.
    pub(super) fn apposed(&self, name: usize, line: &Line<'_>) -> bool {
        let own = &self.names[name];
        self.nearest(line, |es| es.iter().any(|e| own.contains(e)))
    }

    /// Whether such a name stands within nine words of a word that says the predicate.
    pub(super) fn nearest(&self, line: &Line<'_>, is: impl Fn(&[usize]) -> bool) -> bool {
        let at = |w: usize| line.ids.get(w).is_some_and(|id| self.spoken.contains(id));
        line.names.iter().any(|(from, to, es)| is(es) && (from.saturating_sub(9)..to + 9).any(at))
    }

    /// Whether a sentence has a word that says this term.
    pub(super) fn has_term(&self, term: usize, line: &Line<'_>) -> bool {
        line.ids.iter().any(|id| self.terms[term].0.contains(id))
    }

    /// Whether a sentence names this name at all.
    pub(super) fn line_names(&self, name: usize, line: &Line<'_>) -> bool {
        let own = &self.names[name];
        line.names.iter().any(|(_, _, es)| es.iter().any(|e| own.contains(e)))
            || own.is_empty() && found(&line.words, &self.written[name]).is_some()
    }

    /// Whether a term stands within four words of this noun in a sentence.
    pub(super) fn beside(&self, term: usize, noun: &str, line: &Line<'_>) -> bool {
        let own = &self.terms[term].0;
        let at = |w: usize| line.words.get(w).is_some_and(|w| says(w, noun));
        (0..line.ids.len())
            .filter(|&w| own.contains(&line.ids[w]))
            .any(|w| (w.saturating_sub(4)..=w + 4).any(at))
    }

    /// Whether a name stands within four words of this noun in a sentence.
    pub(super) fn name_beside(&self, name: usize, noun: &str, line: &Line<'_>) -> bool {
        let own = &self.names[name];
        let at = |w: usize| line.words.get(w).is_some_and(|w| says(w, noun));
        let near = |from: usize, to: usize| (from.saturating_sub(4)..to + 4).any(at);
        line.names.iter().any(|(from, to, es)| es.iter().any(|e| own.contains(e)) && near(*from, *to))
    }

    /// How near the predicate of a statement is.
    pub(super) fn predicate(&self, s: &Statement) -> Option<Nearness> {
        self.predicates.get(s.predicate.lemma.as_str()).copied()
    }

    /// Whether a sentence names this name outside its clause of saying, or a participant of the statement is it.
    pub(super) fn names(&self, name: usize, line: &Line<'_>, s: &Statement, ground: &Ground<'_>) -> bool {
        let own = &self.names[name];
        let argument = |e: &String| ground.entity(e).is_some_and(|e| own.contains(&e));
        if s.arguments.iter().filter_map(|a| a.entity.as_ref()).any(argument) {
            return true;
        }
        let all = self.open(line);
        let open = |from: usize, to: usize| all || !line.saying[from..to].iter().all(|s| *s);
        if line.names.iter().any(|(a, b, es)| open(*a, *b) && es.iter().any(|e| own.contains(e))) {
            return true;
        }
        own.is_empty() && found(&line.words, &self.written[name]).is_some_and(|(a, b)| open(a, b))
    }

    /// Whether a phrase of a sentence is, or holds, this name.
    pub(super) fn phrase_names(&self, name: usize, phrase: &str, ground: &Ground<'_>) -> bool {
        let words = cut(phrase);
        let form = |text: &str| found(&words, &cut(text)).is_some();
        let own = self.names[name].iter().filter_map(|&e| ground.account.entities.get(e));
        own.flat_map(|e| &e.forms).any(|f| form(&f.text)) || found(&words, &self.written[name]).is_some()
    }

    /// Whether a name belongs to this noun in some sentence of a report: `Ostland delegation`, `delegation from Ostland`.
    pub(super) fn named_before(&self, name: usize, noun: &str, ground: &Ground<'_>, report: &str) -> bool {
        let own = &self.names[name];
        ground.lines_of(report).any(|line| {
            line.names.iter().filter(|(_, _, es)| es.iter().any(|e| own.contains(e))).any(|(from, to, _)| {
                let joined =
                    from.checked_sub(1).is_some_and(|p| matches!(&*line.words[p].folded, "of" | "from"));
                follows(&line.words, *to, noun)
                    || (joined && line.words[from.saturating_sub(4)..*from].iter().any(|w| says(w, noun)))
            })
        })
    }

    /// Whether a sentence has the name behind a preposition like that of the claim: `to Velmark`. A place where something
    /// is may be named without one (`the Velmark fire`); where a way leads may not.
    pub(super) fn placed(&self, name: usize, line: &Line<'_>, s: &Statement, ground: &Ground<'_>) -> bool {
        let Some(wanted) = self.claim.names[name].role.as_deref().and_then(group) else { return true };
        let own = &self.names[name];
        let is = |e: &Option<String>| {
            e.as_deref().and_then(|e| ground.entity(e)).is_some_and(|e| own.contains(&e))
        };
        if s.arguments.iter().any(|a| is(&a.entity) && group(&a.role) == Some(wanted)) {
            return true;
        }
        let mut places: Vec<usize> = line
            .names
            .iter()
            .filter(|(_, _, es)| es.iter().any(|e| own.contains(e)))
            .map(|(at, _, _)| *at)
            .collect();
        if own.is_empty() {
            places.extend(found(&line.words, &self.written[name]).map(|(at, _)| at));
        }
        places.into_iter().filter(|&at| !line.saying[at]).any(|at| {
            // Back to the preposition, not beyond a mark: more than a blank parts the words there.
            let mut next = line.words[at].span.0;
            let near = |w: &&Word| {
                let beside = next.saturating_sub(w.span.1) <= 1;
                next = w.span.0;
                beside
            };
            let mut before = line.words[..at].iter().rev().take(4).take_while(near);
            match before.find_map(|w| group(&w.folded)) {
                Some(own) => own == wanted,
                None => wanted == "in",
            }
        })
    }

    /// Whether a term stands right before its noun in some sentence of a report: `trade delegation`.
    pub(super) fn term_before(&self, term: usize, noun: &str, ground: &Ground<'_>, report: &str) -> bool {
        let own = &self.terms[term].0;
        ground.lines_of(report).any(|line| {
            (0..line.ids.len()).any(|w| own.contains(&line.ids[w]) && follows(&line.words, w + 1, noun))
        })
    }

    /// Whether the account gives somebody of this name a role in which the term stands.
    pub(super) fn in_role(&self, term: usize, name: usize, ground: &Ground<'_>) -> bool {
        let lemma = &self.claim.words[term].lemma;
        let own = self.names[name].iter().filter_map(|&e| ground.account.entities.get(e));
        own.flat_map(|e| &e.roles).any(|r| cut(r).iter().any(|w| says(w, lemma)))
    }
}

/// Prepositions that say the same of a place or a party.
pub(super) fn group(preposition: &str) -> Option<&'static str> {
    Some(match preposition {
        "to" | "for" | "into" | "toward" | "towards" => "to",
        "from" => "from",
        "with" => "with",
        "against" | "on" | "upon" => "on",
        "in" | "at" | "near" | "inside" | "outside" | "within" | "off" | "around" | "across" => "in",
        _ => return None,
    })
}

/// Whether the noun comes within three words from here.
fn follows(words: &[Word], from: usize, noun: &str) -> bool {
    words.iter().skip(from).take(3).any(|w| says(w, noun))
}

/// Where a run of words stands.
fn found(words: &[Word], wanted: &[Word]) -> Option<(usize, usize)> {
    if wanted.is_empty() {
        return None;
    }
    let same =
        |w: &[Word]| w.iter().zip(wanted).all(|(a, b)| a.folded == b.folded && (a.capital || !b.capital));
    words.windows(wanted.len()).position(same).map(|at| (at, at + wanted.len()))
}

fn is_place(e: &Entity) -> bool {
    matches!(e.kind.as_str(), "place" | "facility")
}

/// The entities of an account that a name may be. A wider name takes in what lies within it: what happened in Tehran
/// happened in Iran.
fn entities(name: &Mention, all: &[Entity]) -> BTreeSet<usize> {
    let found = named(name, all);
    // `Judge Hansen`: the title is no part of the name.
    match name.text.split_once(' ') {
        Some((title, rest)) if found.is_empty() && is_title(title) => {
            named(&Mention { text: rest.to_owned(), ..name.clone() }, all)
        }
        _ => found,
    }
}

/// Words before a name that say what somebody is.
fn is_title(word: &str) -> bool {
    const TITLES: [&str; 16] = [
        "judge",
        "justice",
        "captain",
        "lieutenant",
        "sergeant",
        "colonel",
        "general",
        "major",
        "trooper",
        "doctor",
        "professor",
        "senator",
        "prince",
        "princess",
        "king",
        "queen",
    ];
    let lower = word.to_lowercase();
    TITLES.contains(&lower.as_str()) || super::opposite::is_office(&lower)
}

fn named(name: &Mention, all: &[Entity]) -> BTreeSet<usize> {
    let medium = agency::of(&name.text).map(|a| a.name);
    let sense = country::sense(&name.text).filter(|(_, s)| matches!(s, Sense::Name | Sense::Demonym));
    let is = |e: &Entity| {
        let person = e.kind == "person";
        let forms = || e.forms.iter().map(|f| f.text.as_str()).chain([e.name.as_str()]);
        if forms().any(|f| called(&name.text, f, person)) {
            return true;
        }
        if person {
            // The reports give no more than the family name.
            return e.forms.iter().all(|f| !f.text.contains(' '))
                && forms().any(|f| short_for(f, &name.text));
        }
        if medium.is_some() && !is_place(e) && forms().any(|f| agency::of(f).map(|a| a.name) == medium) {
            return true;
        }
        let of_country = |f: &str| match (sense, country::sense(f)) {
            (Some((a, _)), Some((b, _))) => a.code == b.code,
            _ => false,
        };
        let spot = is_place(e) || e.kind == "group";
        (spot || e.kind == "organisation") && forms().any(of_country)
            || is_place(e) && name.kind != "person" && place::within(&e.name, &name.text)
    };
    let mut out: BTreeSet<usize> = (0..all.len()).filter(|&n| is(&all[n])).collect();
    if out.is_empty() {
        let short: Vec<usize> = (0..all.len())
            .filter(|&n| {
                all[n].kind == "person" && all[n].forms.iter().any(|f| short_for(&name.text, &f.text))
            })
            .collect();
        // Two of one family: there is no telling which.
        out.extend(short.first().filter(|_| short.len() == 1));
    }
    out
}
