//! What is known of the mentions of one story together: how rare words are, what a word is used with.

use super::sheet::{Party, Sheet, stem};
use crate::Reports;
use crate::collation::likeness::content_word;
use std::collections::{BTreeMap, BTreeSet};

/// Mentions of one story and what they are weighed by.
#[derive(Debug, Clone, Default)]
pub struct Ground {
    /// The mentions.
    pub sheets: Vec<Sheet>,
    /// For each mention its word: the place of its dictionary form in `words`.
    pub word: Vec<usize>,
    /// What is known of each dictionary form.
    pub words: Vec<Word>,
    /// For each mention the words of its sentence, weighed by rarity, those of its clause more; length 1.
    pub(super) clause: Vec<Vec<(u32, f32)>>,
    /// The same with all words of the sentence alike.
    pub(super) sentence: Vec<Vec<(u32, f32)>>,
}

/// A dictionary form as the mentions of a story use it.
#[derive(Debug, Clone, Default)]
pub struct Word {
    /// How many mentions have it.
    pub count: usize,
    /// Sentences with it, ascending: (report, sentence).
    pub sentences: BTreeSet<(usize, usize)>,
    /// Reports with it.
    pub reports: BTreeSet<usize>,
    /// Participants and words it is used with, length 1.
    pub(super) company: Vec<(u32, f32)>,
    /// How rare it is: log of sentences of the story over sentences with it.
    pub rarity: f32,
    /// Share of the reports that have it anywhere.
    pub spread: f32,
}

impl Ground {
    /// Weighs the mentions of a story.
    pub fn new(reports: &Reports<'_>, sheets: Vec<Sheet>) -> Ground {
        let (rarity, spread) = rarity(reports);
        let mut ids: BTreeMap<Key, u32> = BTreeMap::new();
        let mut id = |key: Key| {
            let next = ids.len() as u32;
            *ids.entry(key).or_insert(next)
        };
        let mut ground = Ground::default();
        let mut place: BTreeMap<&str, usize> = BTreeMap::new();
        let mut company: Vec<BTreeMap<u32, f32>> = Vec::new();
        for sheet in &sheets {
            let weigh = |w: &str| rarity.get(w).copied().unwrap_or(1.0);
            let clause = sheet.clause.iter().map(|(w, x)| (id(Key::Stem(w.clone())), x * weigh(w)));
            let clause = unit(clause.collect());
            let whole = sheet.clause.keys().map(|w| (id(Key::Stem(w.clone())), weigh(w)));
            ground.sentence.push(unit(whole.collect()));
            let n = *place.entry(&sheet.lemma).or_insert_with(|| {
                let key = stem(&sheet.lemma);
                ground.words.push(Word {
                    rarity: rarity.get(&key).copied().unwrap_or(3.0),
                    spread: spread.get(&key).copied().unwrap_or(0.0),
                    ..Word::default()
                });
                company.push(BTreeMap::new());
                ground.words.len() - 1
            });
            ground.word.push(n);
            let word = &mut ground.words[n];
            word.count += 1;
            word.sentences.insert((sheet.report, sheet.sentence));
            word.reports.insert(sheet.report);
            for (party, x) in &sheet.parties {
                *company[n].entry(id(Key::Party(party.clone()))).or_insert(0.0) += x;
            }
            for (w, x) in &clause {
                *company[n].entry(*w).or_insert(0.0) += 0.5 * x;
            }
            ground.clause.push(clause);
        }
        for (word, company) in ground.words.iter_mut().zip(company) {
            word.company = unit(company.into_iter().collect());
        }
        ground.sheets = sheets;
        ground
    }
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Stem(String),
    Party(Party),
}

/// Sorted, of length 1.
fn unit(mut of: Vec<(u32, f32)>) -> Vec<(u32, f32)> {
    of.sort_unstable_by_key(|x| x.0);
    let length = of.iter().map(|x| x.1 * x.1).sum::<f32>().sqrt().max(1e-9);
    of.iter_mut().for_each(|x| x.1 /= length);
    of
}

/// For every stem the log of the sentences over those with it, and the share of reports with it.
fn rarity(reports: &Reports<'_>) -> (BTreeMap<String, f32>, BTreeMap<String, f32>) {
    let (mut sentences, mut held) = (BTreeMap::<String, usize>::new(), BTreeMap::<String, usize>::new());
    let mut total = 0usize;
    for report in reports {
        let mut all = BTreeSet::new();
        for sentence in &report.sentences {
            total += 1;
            let here: BTreeSet<String> = (sentence.first..sentence.last)
                .filter_map(|t| content_word(report, t))
                .map(|w| stem(&w))
                .collect();
            here.iter().for_each(|w| *sentences.entry(w.clone()).or_default() += 1);
            all.extend(here);
        }
        all.into_iter().for_each(|w| *held.entry(w).or_default() += 1);
    }
    let rare = |n: usize| (1.0 + total as f32 / n as f32).ln();
    let share = |n: usize| n as f32 / reports.len().max(1) as f32;
    (
        sentences.into_iter().map(|(w, n)| (w, rare(n))).collect(),
        held.into_iter().map(|(w, n)| (w, share(n))).collect(),
    )
}
