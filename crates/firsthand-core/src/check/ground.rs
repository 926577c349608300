//! The accounts, laid out so that a claim can be held against every sentence.

use super::word::{Word, cut};
use crate::account::{Account, Origin, Report, Statement};
use std::collections::BTreeMap;

/// One account, ready to be asked.
pub(super) struct Ground<'a> {
    pub(super) account: &'a Account,
    /// Sentences that carry statements, in order of report and place.
    pub(super) lines: Vec<Line<'a>>,
    /// Every word of them once.
    pub(super) vocabulary: Vec<Word>,
    /// For every report its lines.
    by_report: BTreeMap<&'a str, Vec<usize>>,
    reports: BTreeMap<&'a str, &'a Report>,
    origins: BTreeMap<&'a str, &'a Origin>,
    entities: BTreeMap<&'a str, usize>,
}

/// One sentence of one report.
pub(super) struct Line<'a> {
    /// Its place among the lines.
    pub(super) at: usize,
    /// Its statements, in order of place.
    pub(super) statements: Vec<&'a Statement>,
    /// Its words.
    pub(super) words: Vec<Word>,
    /// For each word its place in the vocabulary.
    pub(super) ids: Vec<usize>,
    /// For each word whether it is part of a clause of saying.
    pub(super) saying: Vec<bool>,
    /// Names in it: first word, one past the last, the entities the form may mean.
    pub(super) names: Vec<(usize, usize, Vec<usize>)>,
}

impl<'a> Ground<'a> {
    pub(super) fn new(account: &'a Account) -> Ground<'a> {
        let forms = Forms::new(account);
        let mut lines: Vec<Line<'a>> = Vec::new();
        let mut at: BTreeMap<(&str, Option<&str>, usize, usize), usize> = BTreeMap::new();
        let mut by_report: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        let mut known: BTreeMap<String, usize> = BTreeMap::new();
        let mut vocabulary: Vec<Word> = Vec::new();
        for s in &account.statements {
            let key = (s.report.as_str(), s.passage.part.as_deref(), s.passage.start, s.passage.end);
            let line = *at.entry(key).or_insert_with(|| {
                let words = cut(&s.passage.text);
                let names = forms.find(&words);
                let saying = vec![false; words.len()];
                let id = |w: &Word| {
                    *known.entry(w.folded.clone()).or_insert_with(|| {
                        vocabulary.push(w.clone());
                        vocabulary.len() - 1
                    })
                };
                let ids = words.iter().map(id).collect();
                let at = lines.len();
                lines.push(Line { at, statements: Vec::new(), words, ids, saying, names });
                by_report.entry(&s.report).or_default().push(lines.len() - 1);
                lines.len() - 1
            });
            lines[line].add(s);
        }
        Ground {
            account,
            lines,
            vocabulary,
            by_report,
            reports: account.reports.iter().map(|r| (r.id.as_str(), r)).collect(),
            origins: account.origins.iter().map(|o| (o.id.as_str(), o)).collect(),
            entities: account.entities.iter().enumerate().map(|(n, e)| (e.id.as_str(), n)).collect(),
        }
    }

    pub(super) fn report(&self, id: &str) -> Option<&'a Report> {
        self.reports.get(id).copied()
    }

    pub(super) fn origin(&self, id: &str) -> Option<&'a Origin> {
        self.origins.get(id).copied()
    }

    /// The place of an entity among those of the account.
    pub(super) fn entity(&self, id: &str) -> Option<usize> {
        self.entities.get(id).copied()
    }

    /// The sentences that tell a reader of whom and what this one speaks: the two before it in its report, the one after it, and the first two.
    pub(super) fn around(&self, line: &Line<'a>) -> impl Iterator<Item = &Line<'a>> {
        let report = line.statements.first().map_or("", |s| s.report.as_str());
        let own = self.by_report.get(report).map_or(&[][..], Vec::as_slice);
        let here = own.iter().position(|&n| n == line.at).unwrap_or(0);
        // A headline, and the sentence below it.
        let first = own.iter().take(2.min(here.saturating_sub(2)));
        let next = own.get(here + 1);
        first.chain(&own[here.saturating_sub(2)..here]).chain(next).map(|&n| &self.lines[n])
    }

    pub(super) fn lines_of(&self, report: &str) -> impl Iterator<Item = &Line<'a>> {
        self.by_report.get(report).into_iter().flatten().map(|&n| &self.lines[n])
    }
}

impl<'a> Line<'a> {
    fn add(&mut self, s: &'a Statement) {
        self.statements.push(s);
        for step in &s.attribution {
            // The clause of saying stands in the sentence: both count from the start of the same part.
            let (from, to) = (step.passage.start, step.passage.end);
            if step.passage.part != s.passage.part || from < s.passage.start || to > s.passage.end {
                continue;
            }
            let text = &s.passage.text;
            let mut at = text.char_indices().map(|(at, _)| at).chain([text.len()]);
            let Some(first) = at.nth(from - s.passage.start) else { continue };
            let last = if to > from { at.nth(to - from - 1).unwrap_or(text.len()) } else { first };
            for (word, saying) in self.words.iter().zip(&mut self.saying) {
                *saying |= word.span.0 >= first && word.span.1 <= last;
            }
        }
    }
}

/// Every form of every entity, to be found in sentences.
struct Forms {
    /// By first word, the longest first: the words and the entity.
    by_first: BTreeMap<String, Vec<(Vec<Word>, usize)>>,
}

impl Forms {
    fn new(account: &Account) -> Forms {
        let mut by_first: BTreeMap<String, Vec<(Vec<Word>, usize)>> = BTreeMap::new();
        for (n, e) in account.entities.iter().enumerate() {
            for text in e.forms.iter().map(|f| f.text.as_str()).chain([e.name.as_str()]) {
                let words = cut(text);
                let Some(first) = words.first() else { continue };
                let list = by_first.entry(first.folded.clone()).or_default();
                if !list.iter().any(|(w, e)| *e == n && same(w, &words)) {
                    list.push((words, n));
                }
            }
        }
        for list in by_first.values_mut() {
            list.sort_by_key(|(words, entity)| (std::cmp::Reverse(words.len()), *entity));
        }
        Forms { by_first }
    }

    /// The names in a sentence: at each place the longest form, with every entity it may mean.
    fn find(&self, words: &[Word]) -> Vec<(usize, usize, Vec<usize>)> {
        let mut out = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let fits = |form: &Vec<Word>| {
                words.get(at..at + form.len()).is_some_and(|w| same(w, form))
                    && (!form[0].capital || words[at].capital)
            };
            let list = self.by_first.get(&words[at].folded).map_or(&[][..], Vec::as_slice);
            let longest = list.iter().find(|(form, _)| fits(form)).map(|(form, _)| form.len());
            let Some(length) = longest else {
                at += 1;
                continue;
            };
            let mut entities: Vec<usize> =
                list.iter().filter(|(f, _)| f.len() == length && fits(f)).map(|(_, e)| *e).collect();
            entities.dedup();
            out.push((at, at + length, entities));
            at += length;
        }
        out
    }
}

fn same(a: &[Word], b: &[Word]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(x, y)| x.folded == y.folded)
}
