//! `stories`: which articles of the given files are of one story. Prints `id<TAB>number of the story`.

use super::text;
use anyhow::{Context, Result};
use firsthand_core::story::{Stream, group, sketch};
use firsthand_text::Span;
use firsthand_text::language::Annotated;
use firsthand_text::report::Report;
use serde::Deserialize;
use std::path::PathBuf;

/// The input fields of one article.
#[derive(Deserialize)]
struct Article {
    id: String,
    source: Option<String>,
    lang: Option<String>,
    date: Option<String>,
    title: Option<String>,
    text: String,
}

/// Groups the articles of all files in one run.
pub(super) fn stories(files: &[PathBuf]) -> Result<()> {
    let reports = read(files)?;
    for (n, story) in group(&reports).iter().enumerate() {
        for &report in &story.reports {
            println!("{}\ts{n}", reports[report].report.location);
        }
    }
    Ok(())
}

/// Places the articles of all files one after the other, in order of day and name.
pub(super) fn streamed(files: &[PathBuf]) -> Result<()> {
    let mut reports = read(files)?;
    reports.sort_by(|a, b| {
        let place = |r: &Annotated| (r.report.published.day, r.report.location.clone());
        place(a).cmp(&place(b))
    });
    let mut stream = Stream::new(reports.len());
    let mut story_of: Vec<i64> = Vec::new();
    for (n, report) in (0i64..).zip(&reports) {
        let met = stream.meet(&sketch(report));
        let placed = stream.place(&met);
        let story = placed.joins.map_or(n, |j| j.story);
        stream.hold(n, story, met);
        story_of.push(story);
        let mut next = -n * 10 - 1;
        for split in placed.splits {
            let mut moved = split.reports;
            moved.extend(split.new.then_some(n));
            stream.split(split.story, &moved, next);
            moved.iter().for_each(|&r| story_of[r as usize] = next);
            next -= 1;
        }
        for merge in placed.merges {
            stream.merge(merge.from, merge.into);
            story_of.iter_mut().filter(|s| **s == merge.from).for_each(|s| *s = merge.into);
        }
    }
    for (report, story) in reports.iter().zip(story_of) {
        println!("{}\ts{story}", report.report.location);
    }
    Ok(())
}

fn read(files: &[PathBuf]) -> Result<Vec<Annotated>> {
    let mut reports = Vec::new();
    for file in files {
        for line in text(file)?.lines().filter(|l| !l.trim().is_empty()) {
            let article: Article =
                serde_json::from_str(line).with_context(|| format!("no article in {}", file.display()))?;
            reports.push(report(article));
        }
    }
    Ok(reports)
}

/// A report as the pages stage would have made it, its location being the article's id.
fn report(article: Article) -> Annotated {
    let head = article.title.as_ref().map_or(String::new(), |t| format!("{t}\n\n"));
    let text = head.clone() + &article.text;
    let mut report = Report {
        location: article.id,
        title: article.title.map(|t| Span::new(0, t.len())),
        body: Span::new(head.len(), text.len()),
        text,
        outlet: article.source,
        language: article.lang,
        ..Report::default()
    };
    report.published.day = article.date.and_then(|d| d.get(..10)?.parse().ok());
    report.published.value = report.published.day.map(|d| d.to_string());
    Annotated { report, ..Annotated::default() }
}
