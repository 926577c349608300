//! Who and what is named? Words with capitals, joined over `de` and `y` where a list says that they belong together.
//!
//! Spanish writes peoples, months, offices and most of a headline small, so that a capital inside a sentence is nearly
//! always that of a name; what has to be decided is the first word of a sentence and where a name ends.

use super::list;
use super::page::{Page, page_is_loud};
use super::sort::{self, Surely};
use crate::language::name::lexicon::{self, GIVEN};
use crate::language::{Models, Name, NameKind, Sentence, Token, country, name};
use rustc_hash::FxHashMap;

/// One name while kinds are still open.
#[derive(Debug, Clone, Copy)]
pub(super) struct Run {
    pub(super) first: usize,
    pub(super) last: usize,
    pub(super) kind: Option<(NameKind, Surely)>,
}

/// Finds the names of a report. A name no list knows is of the kind the weights for English see in it.
pub(super) fn find(text: &str, tokens: &[Token], sentences: &[Sentence], models: &Models) -> Vec<Name> {
    let page = Page::new(text, tokens, sentences);
    let mut runs: Vec<Run> = Vec::new();
    for sentence in sentences {
        let before = runs.len();
        page.capitals(sentence, &mut runs);
        page.peoples(sentence, &mut runs);
        runs[before..].sort_unstable_by_key(|r| r.first);
    }
    for run in &mut runs {
        run.kind = run.kind.or_else(|| sort::kind(&page, run));
    }
    settle(&page, &mut runs, &name::find(text, tokens, sentences, models));
    let name = |run: &Run| {
        let span = page.span(run.first, run.last);
        Name {
            span,
            kind: run.kind.map_or(NameKind::Organisation, |(k, _)| k),
            first: run.first,
            last: run.last,
        }
    };
    runs.iter().map(name).collect()
}

/// Gives one kind to all places of one spelling, and to a family name the kind of the person it belongs to.
fn settle(page: &Page<'_>, runs: &mut [Run], english: &[Name]) {
    let mut best: FxHashMap<String, (NameKind, Surely)> = FxHashMap::default();
    let mut note = |key: String, kind: (NameKind, Surely)| {
        let kept = best.entry(key).or_insert(kind);
        if kind.1 > kept.1 {
            *kept = kind;
        }
    };
    for run in runs.iter() {
        let Some(kind) = run.kind else { continue };
        note(country::fold(page.text(run.first, run.last)), kind);
        if kind.0 == NameKind::Person && run.last - run.first > 1 {
            let family = (run.first + 1..run.last).filter(|t| page.is_capital(*t));
            family.for_each(|t| note(country::fold(page.word(t)), (NameKind::Person, Surely::Likely)));
        }
    }
    for run in runs {
        let key = country::fold(page.text(run.first, run.last));
        if let Some(kind) = best.get(&key) {
            run.kind = Some(*kind);
            continue;
        }
        let meets = |n: &&Name| n.first < run.last && run.first < n.last;
        // A person is named in full somewhere: one unknown word that never is part of a full name is a body's.
        let lone = run.last - run.first == 1;
        let kind =
            |n: &Name| if lone && n.kind == NameKind::Person { NameKind::Organisation } else { n.kind };
        run.kind = english.iter().find(meets).map(|n| (kind(n), Surely::Maybe));
    }
}

impl Page<'_> {
    /// Adds the names with capitals of a sentence.
    fn capitals(&self, sentence: &Sentence, runs: &mut Vec<Run>) {
        if page_is_loud(self.text, self.tokens, sentence) {
            return self.listed(sentence, runs);
        }
        let mut t = sentence.first;
        while t < sentence.last {
            // `El Salvador`, `La Haya`: a listed name may begin with a small word
            if let Some(end) =
                self.pair(t).filter(|end| *end <= sentence.last && !self.goes_on(sentence, t, *end))
            {
                let kind = list::known(self.text(t, end)).map(|k| (k.kind, Surely::Listed));
                runs.push(Run { first: t, last: end, kind });
                t = end;
                continue;
            }
            if !self.names(sentence, t) || self.small_before(t, 1) == "siglo" {
                t += 1;
                continue;
            }
            let end = self.end(sentence, t);
            if self.is_portfolio(t, end) {
                t = end;
                continue;
            }
            self.parted(t, end, runs);
            t = end;
        }
    }

    /// Whether a capital follows that makes the listed name part of a longer one: `Corea del Norte Airlines`.
    fn goes_on(&self, sentence: &Sentence, first: usize, end: usize) -> bool {
        end < sentence.last && self.is_capital(end) && list::of_sort("tail", &self.small(end)) && end > first
    }

    /// Whether it is the field of an office: `ministra de Sanidad`.
    fn is_portfolio(&self, first: usize, end: usize) -> bool {
        let of = matches!(self.small_before(first, 1).as_str(), "de" | "del");
        let listed =
            || list::known(self.text(first, end)).is_some() || list::of_sort("head", &self.small(first));
        of && list::of_sort("portfolio", &self.small_before(first, 2)) && !listed()
    }

    /// One past the name that begins at `first`.
    fn end(&self, sentence: &Sentence, first: usize) -> usize {
        let head = list::of_sort("head", &self.small(first));
        let site = list::of_sort("site", &self.small(first));
        let given = lexicon::entry(&country::fold(self.word(first))).bits & GIVEN != 0;
        let mut end = first + 1;
        loop {
            while end < sentence.last && (self.names(sentence, end) || self.tail(end)) {
                end += 1;
            }
            let Some((next, of)) = self.link(sentence, end) else { return end };
            // `Rafael Ortega y Gasset` needs a list, `Ministerio de Ciencia y Tecnología` a head, `María de la Cruz` a given name
            let known = list::known(self.text(first, next + 1)).is_some()
                || sort::place(self.text(first, next + 1)).is_some();
            let country = self.pair(next).is_some() || list::known(self.word(next)).is_some();
            let body = head && (of || end - first > 1 && !country && !sort::is_person(self, next, next + 2));
            let place = site && of && !country && end <= first + 2;
            let person = given
                && of
                && !country
                && !list::of_sort("head", &self.small(next))
                && sort::place(self.word(next)).is_none()
                && self.word(end) != "del";
            if !(known || body || place || person) {
                return end;
            }
            end = self.pair(next).filter(|e| *e <= sentence.last).unwrap_or(next + 1);
        }
    }

    /// The capital behind `de`, `del`, `de la`, `y`; whether it is joined by a form of `de`.
    fn link(&self, sentence: &Sentence, at: usize) -> Option<(usize, bool)> {
        let (next, of) = match self.word(at) {
            "de" if matches!(self.word(at + 1), "la" | "los" | "las" | "el") => (at + 2, true),
            "de" | "del" => (at + 1, true),
            "y" | "e" => (at + 1, false),
            "para" if matches!(self.word(at + 1), "la" | "el" | "los" | "las") => (at + 2, true),
            _ => return None,
        };
        (next < sentence.last && self.is_capital(next) && !list::small(&self.small(next)))
            .then_some((next, of))
    }

    /// Letters of a firm behind its name that the cut took apart from it: `S.A.`; numbers of models: `Boeing 777`.
    fn tail(&self, t: usize) -> bool {
        matches!(self.word(t), "&" | "'s" | "’s") || self.word(t - 1) == "&"
    }

    /// Adds a run, parted where a person's name follows upon that of a body: `Chrysler Robert Nardelli`.
    fn parted(&self, first: usize, last: usize, runs: &mut Vec<Run>) {
        let run = |first, last| Run { first, last, kind: None };
        let given = |t: usize| lexicon::entry(&country::fold(self.word(t))).bits & GIVEN != 0;
        let of = matches!(self.small_before(first, 1).as_str(), "de" | "del" | "la");
        let cut = (first + 1..last.saturating_sub(1)).find(|t| {
            given(*t) && !given(first) && !matches!(self.word(t - 1), "de" | "del" | "la" | "y" | "&")
        });
        match cut {
            Some(at)
                if of
                    && !list::of_sort("head", &self.small(first))
                    && !list::of_sort("site", &self.small(first)) =>
            {
                runs.push(run(first, at));
                runs.push(run(at, last));
            }
            _ => runs.push(run(first, last)),
        }
    }

    /// Adds words for peoples, which are written small.
    fn peoples(&self, sentence: &Sentence, runs: &mut Vec<Run>) {
        for t in sentence.first..sentence.last {
            let word = self.word(t);
            let currencies = ["pesos", "dólares", "libras", "coronas", "francos"];
            let money = currencies.contains(&self.small_before(t, 1).as_str());
            let free = !money
                && word.starts_with(char::is_lowercase)
                && !runs.iter().any(|r| r.first <= t && t < r.last);
            if free && list::known(word).is_some_and(|k| k.kind == NameKind::Group) {
                runs.push(Run { first: t, last: t + 1, kind: Some((NameKind::Group, Surely::Listed)) });
            }
        }
    }

    /// Adds what the lists hold of a sentence in which capitals say nothing.
    fn listed(&self, sentence: &Sentence, runs: &mut Vec<Run>) {
        let mut t = sentence.first;
        while t < sentence.last {
            let end = (1..=5).rev().map(|n| t + n).filter(|end| *end <= sentence.last);
            let found = end.filter_map(|end| Some((end, sort::loud(self.text(t, end))?))).next();
            let Some((end, kind)) = found else {
                t += 1;
                continue;
            };
            runs.push(Run { first: t, last: end, kind: Some((kind, Surely::Listed)) });
            t = end;
        }
    }
}
