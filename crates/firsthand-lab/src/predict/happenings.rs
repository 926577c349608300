//! `happenings`: which of the given mentions of happenings are of one; `own-happenings`: which the program finds itself. Prints
//! `id<TAB>start<TAB>end<TAB>chain`.
//!
//! The places of the mentions are part of the question (offsets in code points); which are of one is the answer. Articles are
//! grouped into stories first, as in a run over all of them; mentions are put into chains within a story, then across
//! stories that the grouping links.

use super::{plain_report, text};
use anyhow::{Context, Result};
use firsthand_core::collation::happening::chain::{ACROSS, JOIN};
use firsthand_core::collation::happening::{Ground, Sheet, Weights, chains, heads, linked};
use firsthand_core::name::{Names, merge};
use firsthand_core::statement::{carried, tree::Tree};
use firsthand_core::story::group;
use firsthand_text::Span;
use firsthand_text::language::{Annotated, Models, annotate};
use rayon::prelude::*;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::ops::Range;
use std::path::PathBuf;

/// The input fields of one article.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Article {
    id: String,
    lang: Option<String>,
    date: Option<String>,
    text: String,
    #[serde(default)]
    mentions: Vec<Given>,
}

/// Where a given mention stands.
#[derive(Debug, Clone, Deserialize)]
struct Given {
    kind: String,
    start: usize,
    end: usize,
    scored: Option<bool>,
}

/// One mention: its article and where it stands there, in code points.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    pub(crate) id: String,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// How likely chains must be of one happening to be joined, within a story and across linked ones.
pub(crate) const LIMITS: (f64, f64) = (JOIN, ACROSS);

/// Whose mentions are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Whose {
    Given,
    Own,
}

/// Stories that are linked, with the mentions of each.
pub(crate) struct Affair {
    /// The mentions of all its stories, in the order of its ground.
    pub(crate) places: Vec<Place>,
    /// All its mentions together.
    pub(crate) ground: Ground,
    /// For each story its mentions by themselves, and the place of each among all.
    pub(crate) stories: Vec<(Ground, Vec<usize>)>,
}

impl Affair {
    /// The chains of its mentions.
    pub(crate) fn chains(&self, weights: &Weights, (join, across): (f64, f64)) -> Vec<Vec<usize>> {
        let within = self.stories.iter().flat_map(|(ground, all)| {
            let place = |chain: Vec<usize>| chain.into_iter().map(|m| all[m]).collect::<Vec<_>>();
            chains(ground, weights, join).into_iter().map(place).collect::<Vec<_>>()
        });
        let within: Vec<Vec<usize>> = within.collect();
        if self.stories.len() < 2 { within } else { linked(within, &self.ground, weights, across) }
    }
}

/// Prints the chain of every mention.
pub(super) fn predict(files: &[PathBuf], whose: Whose) -> Result<()> {
    let affairs = affairs(&read(files)?, whose);
    let chains: Vec<Vec<Vec<usize>>> =
        affairs.par_iter().map(|a| a.chains(Weights::built_in(), LIMITS)).collect();
    for (n, (affair, chains)) in affairs.iter().zip(chains).enumerate() {
        for (c, chain) in chains.iter().enumerate() {
            for p in chain.iter().filter_map(|&m| affair.places.get(m)) {
                println!("{}\t{}\t{}\th{n}.{c}", p.id, p.start, p.end);
            }
        }
    }
    Ok(())
}

/// The articles in English of all files.
pub(crate) fn read(files: &[PathBuf]) -> Result<Vec<Article>> {
    let mut articles: Vec<Article> = Vec::new();
    for file in files {
        for line in text(file)?.lines().filter(|l| !l.trim().is_empty()) {
            let read: Result<Article, _> = serde_json::from_str(line);
            articles.push(read.with_context(|| format!("no article in {}", file.display()))?);
        }
    }
    articles.retain(|a| a.lang.as_deref().is_none_or(|l| l == "en"));
    Ok(articles)
}

/// The mentions of all articles, by stories and links between them.
pub(crate) fn affairs(articles: &[Article], whose: Whose) -> Vec<Affair> {
    let models = Models::built_in();
    let reports: Vec<Annotated> = articles.par_iter().map(|a| report(a, &models)).collect();
    let stories = group(&reports);
    // Stories that are linked in either direction, however far, are of one affair.
    let mut affair: Vec<usize> = (0..stories.len()).collect();
    for (n, story) in stories.iter().enumerate() {
        if let Some(kin) = story.related {
            let (a, b) = (affair[n].min(affair[kin.story]), affair[n].max(affair[kin.story]));
            affair.iter_mut().filter(|x| **x == b).for_each(|x| *x = a);
        }
    }
    let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    affair.iter().enumerate().for_each(|(n, &a)| members.entry(a).or_default().push(n));
    let members: Vec<Vec<usize>> = members.into_values().collect();
    let of = |of: &Vec<usize>| {
        let lists: Vec<&[usize]> = of.iter().map(|&n| stories[n].reports.as_slice()).collect();
        let all: Vec<usize> = lists.concat();
        let (places, ground) = mentions(articles, &reports, &all, whose);
        let index: BTreeMap<&Place, usize> = places.iter().enumerate().map(|(n, p)| (p, n)).collect();
        let parts = lists.iter().map(|list| {
            let (own, part) = mentions(articles, &reports, list, whose);
            (part, own.iter().filter_map(|p| index.get(p).copied()).collect())
        });
        let stories = parts.collect();
        Affair { ground, stories, places }
    };
    members.par_iter().map(of).collect()
}

/// The mentions of these reports, names merged over all of them.
fn mentions(articles: &[Article], reports: &[Annotated], of: &[usize], whose: Whose) -> (Vec<Place>, Ground) {
    let own: Vec<&Annotated> = of.iter().map(|&r| &reports[r]).collect();
    let names = merge(&own);
    let (mut places, mut sheets) = (Vec::new(), Vec::new());
    for (at, &r) in of.iter().enumerate() {
        let (article, report) = (&articles[r], &reports[r]);
        let found = match whose {
            Whose::Given => given(article, report),
            Whose::Own => found(article, report),
        };
        for (place, words, s) in stated(at, report, &names, found) {
            sheets.push(Sheet::of(&own, &names, &s, &words));
            places.push(place);
        }
    }
    (places, Ground::new(&own, sheets))
}

type Words = (Place, Range<usize>, usize);

/// Mentions with the statements their heads carry.
fn stated(
    at: usize,
    report: &Annotated,
    names: &Names,
    mentions: Vec<Words>,
) -> Vec<(Place, Range<usize>, firsthand_core::statement::Statement)> {
    let heads: Vec<usize> = mentions.iter().map(|m| m.2).collect();
    let statements = carried(at, report, names, &heads);
    mentions.into_iter().zip(statements).map(|((place, words, _), s)| (place, words, s)).collect()
}

/// The given mentions with their words and the word the others hang on.
fn given(article: &Article, report: &Annotated) -> Vec<Words> {
    let bytes: Vec<usize> = article.text.char_indices().map(|(at, _)| at).collect();
    let at = |code_point: usize| bytes.get(code_point).copied().unwrap_or(article.text.len());
    let mut out = Vec::new();
    for m in article.mentions.iter().filter(|m| m.kind == "event" && m.scored != Some(false)) {
        let span = Span::new(at(m.start), at(m.end));
        let first = report.tokens.partition_point(|t| t.span.end <= span.start);
        let last = report.tokens.partition_point(|t| t.span.start < span.end);
        if first >= last {
            continue;
        }
        let outside = |t: &usize| report.tokens[*t].head.is_none_or(|h| h < first || h >= last);
        let head = (first..last).find(outside).unwrap_or(first);
        let place = Place { id: article.id.clone(), start: m.start, end: m.end };
        out.push((place, first..last, head));
    }
    out
}

/// The words that tell of happenings, each a mention.
fn found(article: &Article, report: &Annotated) -> Vec<Words> {
    let tree = Tree::new(report).mended();
    let places = |t: usize| {
        let span = report.tokens[t].span;
        let count = |to: usize| article.text.get(..to).map_or(0, |s| s.chars().count());
        Place { id: article.id.clone(), start: count(span.start), end: count(span.end) }
    };
    heads(&tree).into_iter().map(|t| (places(t), t..t + 1, t)).collect()
}

fn report(article: &Article, models: &Models) -> Annotated {
    // Sentences stand on lines of their own.
    let mut report = plain_report(&article.text);
    report.location.clone_from(&article.id);
    report.published.day = article.date.as_deref().and_then(|d| d.get(..10)?.parse().ok());
    report.published.value = report.published.day.map(|d| d.to_string());
    annotate(&report, models)
}
