//! The accounts of the stories that claims are about.

use crate::predict::accounts::{accounts, of_reports};
use crate::predict::text;
use anyhow::{Context, Result};
use firsthand_core::account::Account;
use firsthand_text::language::{Annotated, Models, annotate};
use firsthand_text::{page, report};
use rayon::prelude::*;
use serde::Deserialize;
use std::path::Path;

/// One article of a set of stories, a line of JSON.
#[derive(Deserialize)]
struct Article {
    id: String,
    source: Option<String>,
    date: Option<String>,
    title: Option<String>,
    text: String,
    story: String,
}

/// The accounts of a story: the seeds, a folder of the gold accounts, or a story of a set: `set/story`.
pub(super) fn accounts_of(shared: &Path, story: &str, models: &Models) -> Result<Vec<Account>> {
    let Some((set, story)) = story.split_once('/') else {
        let folder = match story {
            "seeds" => shared.join("seeds"),
            _ => shared.join("data/accounts").join(story),
        };
        return accounts(&[folder]);
    };
    let file = shared.join("data/stories").join(format!("{set}.jsonl.gz"));
    let all = text(&file)?;
    let articles: Vec<Article> = all
        .lines()
        .map(|l| serde_json::from_str(l).with_context(|| format!("no article in {}", file.display())))
        .collect::<Result<_>>()?;
    let own: Vec<Article> = articles.into_iter().filter(|a| a.story == story).collect();
    Ok(of_reports(own.par_iter().map(|a| read(a, models)).collect()))
}

/// An article read like a plain file, with the outlet and the day the set gives.
fn read(article: &Article, models: &Models) -> Annotated {
    let title = article.title.as_deref().filter(|t| !article.text.starts_with(t));
    let head = title.map_or(String::new(), |t| format!("{t}\n\n"));
    let name = format!("{}.txt", article.id);
    let mut report = report::report(&page::page(&name, (head + &article.text).as_bytes()));
    report.outlet = article.source.clone().or(report.outlet);
    if report.published.day.is_none() {
        report.published.day = article.date.as_ref().and_then(|d| d.get(..10)?.parse().ok());
        report.published.value = report.published.day.map(|d| d.to_string());
    }
    annotate(&report, models)
}
