//! How many words a second each step of the language stage reads on one core.

use crate::predict::{plain_report, text};
use anyhow::{Result, bail};
use firsthand_core::name::{Names, merge};
use firsthand_core::statement::take;
use firsthand_text::language::{
    Annotated, Models, annotate, lemma, name, number, parse, quote, sentence, tag, time, token,
};
use firsthand_text::report::Report;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// The texts are read again until this much time is spent.
const ENOUGH: Duration = Duration::from_secs(4);

/// The steps, in order.
const STEPS: [&str; 8] = ["tokens", "sentences", "tags", "names", "times", "quantities", "heads", "lemmas"];

/// Reads all texts, a step after the other, and prints what each takes. Files hold a text, or (`.jsonl`, also packed) an object
/// with a `text` a line.
pub(crate) fn speed(files: &[PathBuf]) -> Result<()> {
    let mut reports = Vec::new();
    for file in files {
        reports.extend(texts(file)?.iter().map(|text| plain_report(text)));
    }
    let begun = Instant::now();
    let models = Models::built_in();
    let loading = begun.elapsed();
    let mut spent = [Duration::ZERO; STEPS.len()];
    let mut words = 0;
    // Once for the tables that are made at the first use, and not counted.
    for report in &reports {
        read(report, &models, &mut [Duration::ZERO; STEPS.len()]);
    }
    let begun = Instant::now();
    while begun.elapsed() < ENOUGH {
        words += reports.iter().map(|report| read(report, &models, &mut spent)).sum::<usize>();
    }
    if words == 0 {
        bail!("no words");
    }
    let rate = |time: Duration| words as f64 / time.as_secs_f64();
    for (step, time) in STEPS.iter().zip(spent) {
        println!("{step:<11}{:>12.0} words/s", rate(time));
    }
    let flat: Duration = spent[..6].iter().sum();
    println!("without heads and lemmas {:.0} words/s", rate(flat));
    println!("all                      {:.0} words/s", rate(spent.iter().sum()));
    println!("statements of annotated reports {:.0} words/s", statements(&reports, &models));
    println!("loading                  {:.3} ms", loading.as_secs_f64() * 1000.0);
    Ok(())
}

/// Words a second from annotated reports to statements, their names merged; a report is a story of its own.
fn statements(reports: &[Report], models: &Models) -> f64 {
    let annotated: Vec<Annotated> = reports.iter().map(|r| annotate(r, models)).collect();
    let stories: Vec<Names> = annotated.iter().map(|a| merge(&[a])).collect();
    let (begun, mut words) = (Instant::now(), 0);
    while begun.elapsed() < ENOUGH && !annotated.is_empty() {
        for (report, names) in annotated.iter().zip(&stories) {
            take(0, report, names);
            words += report.tokens.len();
        }
    }
    words as f64 / begun.elapsed().as_secs_f64()
}

fn texts(file: &Path) -> Result<Vec<String>> {
    let all = text(file)?;
    if !file.to_string_lossy().contains(".jsonl") {
        return Ok(vec![all]);
    }
    let mut out = Vec::new();
    for line in all.lines() {
        let record: serde_json::Value = serde_json::from_str(line)?;
        out.extend(record["text"].as_str().map(str::to_owned));
    }
    Ok(out)
}

/// Reads one report; gives how many words it has.
fn read(report: &Report, models: &Models, spent: &mut [Duration; STEPS.len()]) -> usize {
    let mut clock = Instant::now();
    let mut step = |at: usize| {
        spent[at] += clock.elapsed();
        clock = Instant::now();
    };
    let text = &report.text;
    let mut tokens = token::cut(report);
    step(0);
    let sentences = sentence::split(report, &mut tokens);
    step(1);
    tag::tag(text, &mut tokens, &sentences, models);
    step(2);
    name::find(text, &tokens, &sentences, models);
    step(3);
    let expressions = time::find(text, &tokens, &sentences);
    let anchor = time::Anchor::of(report);
    let times = time::resolve(text, &tokens, &sentences, &expressions, anchor);
    step(4);
    number::find(text, &tokens, &sentences, &times);
    step(5);
    let quotes = quote::find(report);
    parse::parse(text, &mut tokens, &sentences, &quotes, models);
    step(6);
    lemma::fill(text, &mut tokens);
    step(7);
    tokens.len()
}
