//! `passages`, `forest`, `stemma` and `derived`: who has the text from whom, over sets with known answers. Reads ids, stories,
//! outlets, times, titles and texts only, never the answers.

use super::text;
use anyhow::{Context, Result};
use firsthand_core::lineage::align::{Passage, align};
use firsthand_core::lineage::body::Body;
use firsthand_core::lineage::forest::{Step, Witness, forest, stemma as tree};
use firsthand_core::story::copy::{Label, pairs};
use firsthand_core::story::words;
use firsthand_text::Span;
use firsthand_text::language::{Annotated, quote};
use firsthand_text::report::{Paragraph, ParagraphKind, Report};
use rayon::prelude::*;
use serde::Deserialize;
use serde_json::json;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The input fields of one report.
#[derive(Deserialize)]
struct Row {
    id: String,
    #[serde(default)]
    story: String,
    #[serde(default)]
    outlet: String,
    published_min: Option<i64>,
    #[serde(default)]
    title: String,
    text: String,
    body_paras: Option<Vec<usize>>,
}

/// Lines with fewer words that quote nobody are headings, bylines, credits and what pages say of themselves.
const LINE: usize = 11;

impl Row {
    /// The body: the paragraphs that are marked as such, or the lines that are long enough and not the title.
    fn report(&self) -> Report {
        let mut paragraphs = Vec::new();
        let mut from = 0;
        for (n, line) in self.text.split('\n').enumerate() {
            let part = line.trim();
            let start = from + line.len() - line.trim_start().len();
            let long = part.split_whitespace().count() >= LINE || part.contains('“');
            let kept = self.body_paras.as_ref().map_or(long && part != self.title.trim(), |b| b.contains(&n));
            if kept && !part.is_empty() {
                let span = Span::new(start, start + part.len());
                paragraphs.push(Paragraph { span, kind: ParagraphKind::Text });
            }
            from += line.len() + 1;
        }
        let body = Span::new(0, self.text.len());
        Report { text: self.text.clone(), body, paragraphs, ..Report::default() }
    }

    fn body(&self) -> Body {
        let report = self.report();
        let quotes: Vec<Span> = quote::find(&report).iter().filter(|q| !q.scare).map(|q| q.span).collect();
        let found: Vec<_> = report.paragraphs.iter().flat_map(|p| words(&report.text, p.span)).collect();
        Body::new(&found, &quotes)
    }

    /// The outlets of the story that its text names, each as often as it does.
    fn credits(&self, outlets: &[&str]) -> Vec<String> {
        let parts = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        // A dateline of its own outlet is where a text begins, no credit.
        let whole = |(at, name): &(usize, &str)| {
            let dateline = *name == self.outlet
                && self.text[..*at].ends_with('(')
                && self.text[at + name.len()..].starts_with(')');
            !dateline
                && parts(self.text[..*at].chars().next_back())
                && parts(self.text[at + name.len()..].chars().next())
        };
        let named = |o: &&&str| !o.is_empty();
        let of = |o: &&str| {
            self.text.match_indices(*o).filter(whole).map(|(_, n)| n.to_owned()).collect::<Vec<_>>()
        };
        outlets.iter().filter(named).flat_map(of).collect::<Vec<_>>()
    }
}

fn rows<T: serde::de::DeserializeOwned>(file: &Path) -> Result<Vec<T>> {
    let lines = text(file)?;
    let read = |l: &str| serde_json::from_str(l).with_context(|| format!("no record in {}", file.display()));
    lines.lines().filter(|l| !l.trim().is_empty()).map(read).collect()
}

/// The reports of a file by story.
fn stories(rows: Vec<Row>) -> Vec<Vec<Row>> {
    let mut out: BTreeMap<String, Vec<Row>> = BTreeMap::new();
    for row in rows {
        out.entry(row.story.clone()).or_default().push(row);
    }
    out.into_values().collect()
}

fn witnesses(story: &[Row]) -> Vec<Witness> {
    let mut outlets: Vec<&str> = story.iter().map(|r| r.outlet.as_str()).collect();
    outlets.sort_unstable();
    outlets.dedup();
    let witness = |row: &Row| Witness {
        body: row.body(),
        minute: row.published_min,
        exact: 1,
        outlet: row.outlet.clone(),
        credits: row.credits(&outlets),
    };
    story.iter().map(witness).collect()
}

/// Parents of every report of made stories, the likelihood of the first and how many passages it has from them:
/// `{"id", "parents", "confidence", "passages"}`.
pub(super) fn forests(files: &[PathBuf]) -> Result<()> {
    for file in files {
        for story in stories(rows(file)?) {
            let witnesses = witnesses(&story);
            let found = forest(&witnesses);
            for (n, row) in story.iter().enumerate() {
                let steps: Vec<&Step> = found.steps.iter().filter(|s| s.child == n).collect();
                let parents: Vec<&String> = steps.iter().map(|s| &story[s.parent].id).collect();
                let shared = |s: &&Step| align(&witnesses[n].body, &witnesses[s.parent].body).len();
                let passages: usize = steps.iter().map(shared).sum();
                let confidence = steps.first().map(|s| s.confidence);
                println!(
                    "{}",
                    json!({"id": row.id, "parents": parents, "confidence": confidence, "passages": passages})
                );
            }
        }
    }
    Ok(())
}

/// Passages of all pairs of a story that have any: `{"id", "id2", "begin", "end", "begin2", "end2"}`, in characters.
pub(super) fn passages(files: &[PathBuf]) -> Result<()> {
    for file in files {
        for story in stories(rows(file)?) {
            let bodies: Vec<Body> = story.iter().map(Row::body).collect();
            let places: Vec<Vec<usize>> = story.iter().map(|r| characters(&r.text)).collect();
            let pairs: Vec<(usize, usize)> =
                (0..story.len()).flat_map(|a| (a + 1..story.len()).map(move |b| (a, b))).collect();
            let found: Vec<Vec<String>> = pairs
                .par_iter()
                .map(|&(a, b)| {
                    let line = |p: Passage| {
                        let (one, other) = (bodies[a].span(&p.one), bodies[b].span(&p.other));
                        let at = |n: usize, byte: usize| places[n][byte];
                        json!({"id": story[a].id, "id2": story[b].id, "begin": at(a, one.start), "end": at(a, one.end),
                            "begin2": at(b, other.start), "end2": at(b, other.end)})
                        .to_string()
                    };
                    align(&bodies[a], &bodies[b]).into_iter().map(line).collect()
                })
                .collect();
            found.iter().flatten().for_each(|l| println!("{l}"));
        }
    }
    Ok(())
}

/// For every byte of a text the number of characters before it.
fn characters(text: &str) -> Vec<usize> {
    let mut out = Vec::with_capacity(text.len() + 1);
    for (n, c) in text.chars().enumerate() {
        out.extend(std::iter::repeat_n(n, c.len_utf8()));
    }
    out.push(text.chars().count());
    out
}

/// Copies of one text without times or credits.
#[derive(Deserialize)]
struct Tradition {
    witnesses: Vec<Copy>,
}

#[derive(Deserialize)]
struct Copy {
    id: String,
    text: String,
}

/// Links between the copies of a tradition: two ids a line.
pub(super) fn stemma(files: &[PathBuf]) -> Result<()> {
    for file in files {
        for tradition in rows::<Tradition>(file)? {
            let body = |c: &Copy| Body::new(&words(&c.text, Span::new(0, c.text.len())), &[]);
            let bodies: Vec<Body> = tradition.witnesses.iter().map(body).collect();
            for link in tree(&bodies) {
                let id = |n: usize| &tradition.witnesses[n].id;
                println!("{}\t{}", id(link.one), id(link.other));
            }
        }
    }
    Ok(())
}

/// A pair of reports.
#[derive(Deserialize)]
struct Pair {
    a: String,
    b: String,
}

/// Whether each pair of the first file is derived or independent; the other files hold the reports. `a<TAB>b<TAB>answer<TAB>runs outside quotations`.
pub(super) fn derived(files: &[PathBuf]) -> Result<()> {
    let (first, rest) = files.split_first().context("no files")?;
    let mut reports: BTreeMap<String, Annotated> = BTreeMap::new();
    for file in rest {
        for row in rows::<Row>(file)? {
            let report = row.report();
            let quotes = quote::find(&report);
            reports.insert(row.id, Annotated { report, quotes, ..Annotated::default() });
        }
    }
    for pair in rows::<Pair>(first)? {
        let (Some(a), Some(b)) = (reports.get(&pair.a), reports.get(&pair.b)) else { continue };
        let found = pairs(&[a, b]);
        let grams = found.first().map_or(0, |p| p.shared.outside);
        let copied = found.first().is_some_and(|p| p.label > Label::SharedQuotesOnly);
        println!("{}\t{}\t{}\t{grams}", pair.a, pair.b, if copied { "derived" } else { "independent" });
    }
    Ok(())
}
