//! Spanish on MEANTIME (Minard et al. 2016), Wikinews articles in several languages: names beside the marked ones, the
//! date of the first line, numbers beside those of the English version, stories of both languages in one run.

use super::Figure;
use super::run::{field, predict, score};
use crate::predict::text;
use anyhow::{Context, Result};
use firsthand_text::language::number::QuantityKind;
use firsthand_text::language::{Annotated, Models, NameKind, annotate};
use firsthand_text::report::{Paragraph, ParagraphKind, Report};
use firsthand_text::{Offsets, Span};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;

/// One article with what is marked in it.
#[derive(Deserialize)]
struct Article {
    lang: String,
    date: Option<String>,
    text: String,
    story: String,
    mentions: Vec<Mark>,
}

/// One marked mention, in characters.
#[derive(Deserialize)]
struct Mark {
    kind: String,
    tag: String,
    start: usize,
    end: usize,
    text: String,
}

/// All figures of the part.
pub(super) fn measure(shared: &Path, work: &Path) -> Result<Vec<Figure>> {
    let file = shared.join("data/stories/meantime-dev.jsonl.gz");
    let all = text(&file)?;
    let lines: Vec<&str> = all.lines().filter(|l| !l.trim().is_empty()).collect();
    let parse = |l: &&str| serde_json::from_str::<Article>(l).context("no article of MEANTIME");
    let articles: Vec<Article> = lines.iter().map(parse).collect::<Result<_>>()?;
    let models = Models::built_in();
    let read = |lang: &str| -> Vec<(&Article, Annotated)> {
        let own = articles.iter().filter(|a| a.lang == lang);
        own.map(|a| (a, annotate(&report(a), &models))).collect()
    };
    let (spanish, english) = (read("es"), read("en"));
    let mut out = names(&spanish);
    out.push(figure("time", "date of the first line right", dates(&spanish)));
    out.push(figure("number", "values of the English version, F1", values(&spanish, &english)));
    out.extend(stories(&lines, &articles, &shared.join("score/score_stories.py"), work)?);
    Ok(out)
}

fn figure(stage: &'static str, name: &str, value: f64) -> Figure {
    Figure { stage, data: "meantime es".into(), name: name.into(), value, floor: None }
}

/// The article as a report, each line a paragraph.
fn report(article: &Article) -> Report {
    let mut paragraphs = Vec::new();
    let mut at = 0;
    for line in article.text.split('\n') {
        if !line.trim().is_empty() {
            paragraphs.push(Paragraph { span: Span::new(at, at + line.len()), kind: ParagraphKind::Text });
        }
        at += line.len() + 1;
    }
    let body = Span::new(0, article.text.len());
    let (text, language) = (article.text.clone(), Some(article.lang.clone()));
    let mut out = Report { text, body, paragraphs, language, ..Report::default() };
    out.published.day = article.date.as_ref().and_then(|d| d.get(..10)?.parse().ok());
    out
}

/// A marked mention that is a name: capitals at both ends, small words between them only `de`, `del`, `la`, `y`; an article
/// before it left out. MEANTIME marks noun phrases of every kind.
fn named(mark: &Mark) -> Option<(usize, usize, NameKind)> {
    let kind = match mark.tag.as_str() {
        "PER" => NameKind::Person,
        "ORG" => NameKind::Organisation,
        "LOC" => NameKind::Place,
        _ => return None,
    };
    let articles = ["el ", "la ", "los ", "las ", "El ", "La ", "Los ", "Las "];
    let lead = articles.iter().find(|a| mark.text.starts_with(**a)).map_or(0, |a| a.len());
    let name = &mark.text[lead..];
    let capital = |w: &str| w.starts_with(char::is_uppercase);
    let words: Vec<&str> = name.split(' ').collect();
    let inner = |w: &&str| capital(w) || ["de", "del", "la", "y"].contains(w);
    let fits = mark.kind == "entity"
        && words.first().is_some_and(|w| capital(w))
        && words.last().is_some_and(|w| capital(w));
    (fits && words.iter().all(inner)).then_some((mark.start + lead, mark.end, kind))
}

/// Marked names that are found, by exact span, without and with the kind. What else is given cannot be judged: only names that
/// take part in the marked events are marked.
fn names(articles: &[(&Article, Annotated)]) -> Vec<Figure> {
    let (mut wanted, mut found, mut typed) = (0, 0, 0);
    for (article, read) in articles {
        let mut gold: Vec<_> = article.mentions.iter().filter_map(named).collect();
        let whole = gold.clone();
        gold.retain(|g| !whole.iter().any(|o| o.0 <= g.0 && g.1 <= o.1 && (o.0, o.1) != (g.0, g.1)));
        gold.sort_unstable();
        gold.dedup_by_key(|g| (g.0, g.1));
        let offsets = Offsets::new(&article.text);
        let place = |span: Span| (offsets.scalar(span.start), offsets.scalar(span.end));
        let kinds = [NameKind::Person, NameKind::Organisation, NameKind::Place];
        let own: Vec<_> =
            read.names.iter().filter(|n| kinds.contains(&n.kind)).map(|n| (place(n.span), n.kind)).collect();
        wanted += gold.len();
        let meets = |g: &(usize, usize, NameKind)| own.iter().find(|(p, _)| *p == (g.0, g.1));
        found += gold.iter().filter(|g| meets(g).is_some()).count();
        typed += gold.iter().filter(|g| meets(g).is_some_and(|(_, kind)| *kind == g.2)).count();
    }
    let share = |n: usize, of: usize| n as f64 / of.max(1) as f64;
    vec![
        figure("name", "marked names found", share(found, wanted)),
        figure("name", "and of the marked kind", share(typed, wanted)),
    ]
}

/// The share of articles whose first line is a date and read as the day of the article.
fn dates(articles: &[(&Article, Annotated)]) -> f64 {
    let (mut right, mut all) = (0.0, 0.0);
    for (article, read) in articles {
        let lines = article.text.lines().take(2);
        let dated = lines.filter(|l| l.len() < 32 && l.starts_with(|c: char| c.is_ascii_digit())).count() > 0;
        let Some(day) = article.date.as_ref().and_then(|d| d.get(..10)).filter(|_| dated) else { continue };
        all += 1.0;
        right += f64::from(u8::from(read.times.iter().any(|t| t.timex == day)));
    }
    right / f64::max(all, 1.0)
}

/// F1 of the values of quantities, those the English stage reads in the English version taken for right.
fn values(spanish: &[(&Article, Annotated)], english: &[(&Article, Annotated)]) -> f64 {
    let values = |read: &Annotated| {
        let mut out: BTreeMap<String, usize> = BTreeMap::new();
        for q in read.quantities.iter().filter(|q| q.kind != QuantityKind::Ordinal) {
            *out.entry(format!("{} {}", q.low, q.high)).or_default() += 1;
        }
        out
    };
    let (mut both, mut sum) = (0, 0);
    for (article, read) in spanish {
        let Some((_, other)) = english.iter().find(|(a, _)| a.story == article.story) else { continue };
        let (a, b) = (values(read), values(other));
        both += a.iter().map(|(value, n)| b.get(value).map_or(0, |m| *n.min(m))).sum::<usize>();
        sum += a.values().chain(b.values()).sum::<usize>();
    }
    2.0 * both as f64 / f64::from(u32::try_from(sum.max(1)).unwrap_or(u32::MAX))
}

/// Grouping of the English and the Spanish articles in one run, and of all four languages.
fn stories(lines: &[&str], articles: &[Article], scorer: &Path, work: &Path) -> Result<Vec<Figure>> {
    let mut out = Vec::new();
    let sets: [(&str, &[&str]); 2] =
        [("meantime en+es", &["en", "es"]), ("meantime en+es+it+nl", &["en", "es", "it", "nl"])];
    for (data, languages) in sets {
        let own = lines.iter().zip(articles).filter(|(_, a)| languages.contains(&a.lang.as_str()));
        let lines: Vec<&str> = own.map(|(line, _)| *line).collect();
        let (gold, predicted) = (work.join(format!("{data}.jsonl")), work.join(format!("{data}.tsv")));
        std::fs::write(&gold, lines.join("\n"))?;
        predict("stories", std::slice::from_ref(&gold), &predicted)?;
        let args = ["--json", &gold.to_string_lossy(), "--pred", &predicted.to_string_lossy()];
        let value = field(&score(scorer, &args)?, &["bcubed_f1"]).unwrap_or(0.0);
        out.push(Figure { stage: "story", data: data.into(), name: "BCubed F1".into(), value, floor: None });
    }
    Ok(out)
}
