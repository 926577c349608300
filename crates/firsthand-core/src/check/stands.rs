//! Where do the names of a claim stand in a sentence, and beside what?

use super::ground::{Ground, Line};
use super::meant::Meant;
use super::word::{Word, cut, says};
use crate::account::{Entity, Statement};

impl Meant<'_> {
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

    /// Whether a name stands near the word that says what it is: `Orlik, the minister of trade`.
    pub(super) fn apposed(&self, name: usize, line: &Line<'_>) -> bool {
        let own = &self.names[name];
        self.nearest(line, |es| es.iter().any(|e| own.contains(e)))
    }

    /// Whether a word that says the predicate stands beside a name as what he or she is: `Orlik, an Ostland Democrat`.
    pub(super) fn is_called(&self, name: usize, line: &Line<'_>) -> bool {
        let all = 0..line.words.len();
        all.filter(|&at| self.spoken.contains(&line.ids[at])).any(|at| self.is_kind_of(name, at, line))
    }

    /// Whether the word at a place says what somebody of this name is: nothing but titles, places and small words, or `is`, stand
    /// between them.
    pub(super) fn is_kind_of(&self, name: usize, at: usize, line: &Line<'_>) -> bool {
        const SMALL: [&str; 8] = ["a", "an", "the", "is", "was", "who", "s", "of"];
        let own = &self.names[name];
        let plural = line.words[at].folded.ends_with('s');
        let joined = |from: usize, to: usize| {
            let between = &line.words[from..to];
            let is = between.first().is_some_and(|w| matches!(&*w.folded, "is" | "was"));
            let fits = |w: &Word| {
                let age = w.folded.starts_with(|c: char| c.is_ascii_digit())
                    || matches!(&*w.folded, "year" | "old");
                w.capital
                    || age
                    || SMALL.contains(&w.folded.as_str())
                    || super::opposite::is_office(&w.folded)
            };
            between.len() <= 6 && (is || between.iter().all(fits))
        };
        let named = line.names.iter().filter(|(_, _, es)| es.iter().any(|e| own.contains(e)));
        !plural
            && named
                .into_iter()
                .any(|&(from, to, _)| (at >= to && joined(to, at)) || (at < from && joined(at + 1, from)))
    }

    /// Whether such a name stands within nine words of a word that says the predicate.
    pub(super) fn nearest(&self, line: &Line<'_>, is: impl Fn(&[usize]) -> bool) -> bool {
        let at = |w: usize| line.ids.get(w).is_some_and(|id| self.spoken.contains(id));
        line.names.iter().any(|(from, to, es)| is(es) && (from.saturating_sub(9)..to + 9).any(at))
    }

    /// Whether a sentence names this name at all.
    pub(super) fn line_names(&self, name: usize, line: &Line<'_>) -> bool {
        let own = &self.names[name];
        line.names.iter().any(|(_, _, es)| es.iter().any(|e| own.contains(e)))
            || own.is_empty() && found(&line.words, &self.written[name]).is_some()
    }

    /// Whether a name stands within four words of this noun in a sentence.
    pub(super) fn name_beside(&self, name: usize, noun: &str, line: &Line<'_>) -> bool {
        let own = &self.names[name];
        let at = |w: usize| line.words.get(w).is_some_and(|w| says(w, noun));
        let near = |from: usize, to: usize| (from.saturating_sub(4)..to + 4).any(at);
        line.names.iter().any(|(from, to, es)| es.iter().any(|e| own.contains(e)) && near(*from, *to))
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

    /// Whether a sentence has these very words one behind the other, whatever their capitals.
    pub(super) fn says_phrase(&self, phrase: &str, line: &Line<'_>) -> bool {
        let wanted = cut(phrase);
        let same = |w: &[Word]| w.iter().zip(&wanted).all(|(a, b)| a.folded == b.folded);
        !wanted.is_empty() && line.words.windows(wanted.len()).any(same)
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
            let mut before = line.words[..at].iter().rev().take(5).take_while(near);
            match before.find_map(|w| group(&w.folded)) {
                Some(own) if own == wanted => true,
                // `to a prison in Tarn`.
                Some("in") => before.find_map(|w| group(&w.folded)) == Some(wanted),
                Some(_) => false,
                None => wanted == "in",
            }
        })
    }

    /// Whether the account gives somebody of this name a role in which the term stands.
    pub(super) fn in_role(&self, term: usize, name: usize, ground: &Ground<'_>) -> bool {
        let lemma = &self.claim.words[term].lemma;
        let own = self.names[name].iter().filter_map(|&e| ground.account.entities.get(e));
        own.flat_map(|e| &e.roles).any(|r| cut(r).iter().any(|w| says(w, lemma)))
    }
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
pub(super) fn follows(words: &[Word], from: usize, noun: &str) -> bool {
    words.iter().skip(from).take(3).any(|w| says(w, noun))
}
