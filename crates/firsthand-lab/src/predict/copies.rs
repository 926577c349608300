//! `copies`, `reprints`: which reports are copies of one text. Prints `id<TAB>group`; `copied-pairs` prints the pairs.

use super::text;
use anyhow::{Context, Result};
use firsthand_core::story::copy::{Copies, Group, copies};
use firsthand_text::language::{Annotated, quote};
use firsthand_text::report::{Paragraph, ParagraphKind, Report};
use firsthand_text::{Span, page, report};
use serde::Deserialize;
use std::path::PathBuf;

/// The input fields of one report.
#[derive(Deserialize)]
struct Scraped {
    id: String,
    #[serde(alias = "outlet")]
    publisher: Option<String>,
    text: String,
    /// Which lines of the text are its body, where that is known.
    body_paras: Option<Vec<usize>>,
}

/// Whether the body is taken as given, or found by the program in all of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Body {
    Given,
    Found,
}

/// Groups of copies.
pub(super) fn copied(files: &[PathBuf], body: Body) -> Result<()> {
    let reports = read(files, body)?;
    print(&reports, &copies(&reports).groups);
    Ok(())
}

/// Groups of reprints.
pub(super) fn reprints(files: &[PathBuf], body: Body) -> Result<()> {
    let reports = read(files, body)?;
    print(&reports, &copies(&reports).reprints);
    Ok(())
}

/// Every pair: both ids, the label, part of each in the other, shared runs, those outside quotations, longest of them.
pub(super) fn pairs(files: &[PathBuf]) -> Result<()> {
    let reports = read(files, Body::Given)?;
    let Copies { pairs, .. } = copies(&reports);
    for pair in pairs {
        let id = |n: usize| &reports[n].report.location;
        let (one, other) = pair.shared.parts();
        println!(
            "{}\t{}\t{}\t{one:.3}\t{other:.3}\t{}\t{}\t{}",
            id(pair.reports.0),
            id(pair.reports.1),
            pair.label.words(),
            pair.shared.grams,
            pair.shared.outside,
            pair.shared.run
        );
    }
    Ok(())
}

/// Every report with the group it is in; one that is in none is a group of its own.
fn print(reports: &[Annotated], groups: &[Group]) {
    let mut of = vec![None; reports.len()];
    for (n, group) in groups.iter().enumerate() {
        group.reports.iter().for_each(|&r| of[r] = Some(n));
    }
    for (report, group) in reports.iter().zip(of) {
        let id = &report.report.location;
        match group {
            Some(group) => println!("{id}\tg{group}"),
            None => println!("{id}\t{id}"),
        }
    }
}

/// The reports of all files.
pub(crate) fn read(files: &[PathBuf], body: Body) -> Result<Vec<Annotated>> {
    let mut out = Vec::new();
    for file in files {
        for line in text(file)?.lines().filter(|l| !l.trim().is_empty()) {
            let scraped: Scraped =
                serde_json::from_str(line).with_context(|| format!("no report in {}", file.display()))?;
            out.push(made(scraped, body));
        }
    }
    Ok(out)
}

fn made(scraped: Scraped, body: Body) -> Annotated {
    let mut report = match body {
        Body::Found => report::report(&page::page(&scraped.id, scraped.text.as_bytes())),
        Body::Given => given(&scraped.text, scraped.body_paras.as_deref()),
    };
    report.location = scraped.id;
    report.outlet = scraped.publisher.or(report.outlet);
    let quotes = quote::find(&report);
    Annotated { report, quotes, ..Annotated::default() }
}

/// A report whose body is these lines of a text, or all of them.
fn given(text: &str, body: Option<&[usize]>) -> Report {
    let mut out = Report::default();
    for (n, line) in text.split('\n').enumerate() {
        if line.trim().is_empty() || body.is_some_and(|b| !b.contains(&n)) {
            continue;
        }
        if !out.text.is_empty() {
            out.text.push_str("\n\n");
        }
        let from = out.text.len();
        out.text.push_str(line);
        out.paragraphs.push(Paragraph { span: Span::new(from, out.text.len()), kind: ParagraphKind::Text });
    }
    out.body = Span::new(0, out.text.len());
    out
}
