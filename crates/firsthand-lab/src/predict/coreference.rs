//! `coreference`: which of the given mentions are of one thing. Prints `id<TAB>start<TAB>end<TAB>chain`.
//!
//! The places of the mentions are part of the question (offsets in code points); which are one is the answer. Articles are
//! grouped into stories first, as in a run over all of them.

use super::{plain_report, text};
use anyhow::{Context, Result};
use firsthand_core::name::{Mention, merge};
use firsthand_core::story::group;
use firsthand_text::Span;
use firsthand_text::language::{Annotated, Models, annotate};
use rayon::prelude::*;
use serde::Deserialize;
use std::path::PathBuf;

/// The input fields of one article.
#[derive(Deserialize)]
struct Article {
    id: String,
    lang: Option<String>,
    date: Option<String>,
    text: String,
    #[serde(default)]
    mentions: Vec<Place>,
}

/// Where a mention stands.
#[derive(Deserialize)]
struct Place {
    start: usize,
    end: usize,
}

/// Reads the articles in English of all files and prints the chain of every mention of which an entity is meant.
pub(super) fn predict(files: &[PathBuf]) -> Result<()> {
    let mut articles: Vec<Article> = Vec::new();
    for file in files {
        for line in text(file)?.lines().filter(|l| !l.trim().is_empty()) {
            let read: Result<Article, _> = serde_json::from_str(line);
            articles.push(read.with_context(|| format!("no article in {}", file.display()))?);
        }
    }
    articles.retain(|a| a.lang.as_deref().is_none_or(|l| l == "en"));
    let models = Models::built_in();
    let reports: Vec<Annotated> = articles.par_iter().map(|a| report(a, &models)).collect();
    for (n, story) in group(&reports).iter().enumerate() {
        let own: Vec<&Annotated> = story.reports.iter().filter_map(|&r| reports.get(r)).collect();
        let names = merge(&own);
        for (mentions, &r) in names.mentions.iter().zip(&story.reports) {
            let Some(article) = articles.get(r) else { continue };
            let bytes = places(&article.text);
            for place in &article.mentions {
                let at = |code_point: usize| bytes.get(code_point).copied().unwrap_or(article.text.len());
                let span = Span::new(at(place.start), at(place.end));
                if let Some(m) = meant(mentions, span) {
                    println!("{}\t{}\t{}\tn{n}.{}", article.id, place.start, place.end, m.entity);
                }
            }
        }
    }
    Ok(())
}

/// Where every code point of a text begins, in bytes.
fn places(text: &str) -> Vec<usize> {
    text.char_indices().map(|(at, _)| at).collect()
}

/// The mention of ours for a given one: the same place; else the last one inside it that reaches its end, or the one that
/// holds it.
fn meant(mentions: &[Mention], span: Span) -> Option<&Mention> {
    let same = mentions.iter().find(|m| m.span == span);
    let ends = || mentions.iter().rev().find(|m| span.start <= m.span.start && m.span.end == span.end);
    let holds = || mentions.iter().find(|m| m.span.start <= span.start && span.end == m.span.end);
    same.or_else(ends).or_else(holds)
}

fn report(article: &Article, models: &Models) -> Annotated {
    // Sentences stand on lines of their own.
    let mut report = plain_report(&article.text);
    report.location.clone_from(&article.id);
    report.published.day = article.date.as_deref().and_then(|d| d.get(..10)?.parse().ok());
    report.published.value = report.published.day.map(|d| d.to_string());
    annotate(&report, models)
}
