//! The parts of the quality run: which stage over which data, and the floors.

use super::Figure;
use super::captions;
use super::fields::fields;
use super::run::{field, figure, predict, score};
use crate::predict::accounts::accounts;
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};

/// One part: from the shared folder and a work folder to figures.
type Part = fn(&Path, &Path) -> Result<Vec<Figure>>;

/// All parts, in the order of the stages. A new one is a function here and a line in this list.
pub(super) const ALL: &[(&str, Part)] = &[
    ("feeds", super::feed::measure),
    ("warc", super::warc::measure),
    ("pages", pages),
    ("fields", fields),
    ("syntax", syntax),
    ("names", names),
    ("times", times),
    ("time-suites", time_suites),
    ("numbers", numbers),
    ("attributions", attributions),
    ("coreference", coreference),
    ("events", super::events::measure),
    ("happenings", super::happenings::measure),
    ("stories", super::stories::stories),
    ("copies", super::copies::measure),
    ("credits", super::credits::measure),
    ("lineage", super::lineage::measure),
    ("spanish", super::spanish::measure),
    ("seeds", seeds),
    ("accounts", gold_accounts),
    ("origins", super::origins::measure),
    ("slots", super::slots::measure),
    ("claims", super::claims::measure),
];

/// Figures of the five seed reports and their floors.
const SEEDS: &[(&str, Option<f64>)] = &[
    ("fact_recall", Some(0.80)),
    ("status_accuracy", Some(0.80)),
    ("dispute_f1", Some(1.0)),
    ("quote_speaker_accuracy", Some(1.0)),
    ("entity_merge", Some(1.0)),
    ("not_same_kept", Some(1.0)),
    ("body_clean", Some(1.0)),
    ("published_accuracy", Some(1.0)),
    ("lineage_recall", Some(0.90)),
];

/// Figures of the gold stories and their floors.
const STORIES: &[(&str, Option<f64>)] = &[
    ("fact_recall", Some(0.91)),
    ("status_accuracy", Some(0.84)),
    ("dispute_f1", Some(0.80)),
    ("quote_speaker_accuracy", Some(0.94)),
    ("entity_merge", Some(0.97)),
    ("not_same_kept", Some(1.0)),
    ("body_clean", None),
    ("published_accuracy", None),
    ("lineage_recall", Some(0.87)),
    ("dispute_precision", Some(0.9)),
    ("dispute_recall", Some(0.7)),
    ("entity_merge_part", None),
];

fn write_accounts(folder: &Path, out: &Path) -> Result<()> {
    let accounts = accounts(&[folder.to_path_buf()])?;
    let lines: Vec<String> = accounts.iter().map(serde_json::to_string).collect::<Result<_, _>>()?;
    std::fs::write(out, lines.join("\n")).with_context(|| format!("cannot write {}", out.display()))
}

fn seeds(shared: &Path, work: &Path) -> Result<Vec<Figure>> {
    let out = work.join("seeds.jsonl");
    write_accounts(&shared.join("seeds"), &out)?;
    let gold = shared.join("data/accounts/seeds.json");
    let printed =
        score(&shared.join("score/score_accounts.py"), &[&gold.to_string_lossy(), &out.to_string_lossy()])?;
    let mut figures: Vec<Figure> = SEEDS
        .iter()
        .map(|&(name, floor)| Figure {
            stage: "account",
            data: "seeds".into(),
            name: name.into(),
            value: figure(&printed, name).unwrap_or(0.0),
            floor,
        })
        .collect();
    let stories = accounts(&[shared.join("seeds")])?;
    let one = |name: &str, value: bool| Figure {
        stage: "account",
        data: "seeds".into(),
        name: name.into(),
        value: f64::from(u8::from(value)),
        floor: Some(1.0),
    };
    figures.push(one("one story", stories.len() == 1));
    let departure = stories.first().and_then(|a| {
        a.points.iter().find(|p| p.slot == "date" && p.status == firsthand_core::account::Status::Disputed)
    });
    let single = departure.is_some_and(|p| {
        let mut origins: Vec<&String> = p.variants.iter().flat_map(|v| &v.origins).collect();
        origins.sort();
        origins.dedup();
        origins.len() == 1
    });
    figures.push(one("the departure has one origin", single));
    Ok(figures)
}

fn gold_accounts(shared: &Path, work: &Path) -> Result<Vec<Figure>> {
    let gold = shared.join("data/accounts");
    let out = work.join("accounts");
    std::fs::create_dir_all(&out)?;
    let mut folders: Vec<PathBuf> = std::fs::read_dir(&gold)?
        .filter_map(|e| e.ok().map(|e| e.path()))
        .filter(|p| p.join("gold.json").is_file())
        .collect();
    folders.sort();
    for folder in &folders {
        let name = folder.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        write_accounts(folder, &out.join(format!("{name}.jsonl")))?;
    }
    let args = ["--batch", &gold.to_string_lossy(), &out.to_string_lossy()];
    let printed = score(&shared.join("score/score_accounts.py"), &args)?;
    let mut figures: Vec<Figure> = STORIES
        .iter()
        .map(|&(name, floor)| Figure {
            stage: "account",
            data: format!("{} gold stories", folders.len()),
            name: name.into(),
            value: figure(&printed, name).unwrap_or(0.0),
            floor,
        })
        .collect();
    // All in one run: a report is in the right story when its story holds no other event's reports, and a story
    // whole when it holds all of its event's.
    let mut mixed = folders.clone();
    mixed.push(shared.join("seeds"));
    let stories = accounts(&mixed)?;
    let event = |location: &str| Path::new(location).parent().map(Path::to_path_buf);
    let (mut right, mut total) = (0, 0);
    for story in &stories {
        let events: std::collections::BTreeSet<_> =
            story.reports.iter().map(|r| event(&r.location)).collect();
        total += story.reports.len();
        right += if events.len() == 1 { story.reports.len() } else { 0 };
    }
    let data = format!("{} stories in one run", mixed.len());
    let of = |name: &str, value: f64, floor| Figure {
        stage: "story",
        data: data.clone(),
        name: name.into(),
        value,
        floor,
    };
    figures.push(of(
        "reports with their own event only",
        f64::from(right as u32) / f64::from(total as u32),
        Some(1.0),
    ));
    figures.push(of("stories found", stories.len() as f64, None));
    Ok(figures)
}

fn names(shared: &Path, work: &Path) -> Result<Vec<Figure>> {
    let mut out = Vec::new();
    for (data, floor) in [
        ("worldwide.dev", Some([76.0, 82.0])),
        ("gum.dev", Some([75.0, 84.0])),
        ("re3d.dev", Some([64.0, 68.0])),
    ] {
        let gold = shared.join(format!("data/ner/{data}.tsv"));
        let predicted = work.join(data);
        predict("names", std::slice::from_ref(&gold), &predicted)?;
        let args = [&*gold.to_string_lossy(), &*predicted.to_string_lossy()];
        let printed = score(&shared.join("score/score_names.py"), &args)?;
        for (at, (row, name)) in [("ALL", "typed F1"), ("span", "span F1")].into_iter().enumerate() {
            let floor = floor.and_then(|floors: [f64; 2]| floors.get(at).copied());
            let value = figure(&printed, row).unwrap_or(0.0);
            out.push(Figure { stage: "name", data: data.into(), name: name.into(), value, floor });
        }
    }
    Ok(out)
}

fn syntax(shared: &Path, work: &Path) -> Result<Vec<Figure>> {
    let mut out = Vec::new();
    for data in ["ud_ewt.dev", "ud_gum.dev"] {
        let gold = shared.join(format!("data/ner/{data}.tsv.gz"));
        let predicted = work.join(format!("{data}.tsv"));
        predict("syntax", std::slice::from_ref(&gold), &predicted)?;
        let args = [&*gold.to_string_lossy(), &*predicted.to_string_lossy()];
        let printed = score(&shared.join("score/score_syntax.py"), &args)?;
        for (name, floor) in [("UPOS", Some(93.5)), ("UAS", Some(86.0)), ("LAS", Some(82.5))] {
            let value = figure(&printed, name).unwrap_or(0.0);
            out.push(Figure { stage: "syntax", data: data.into(), name: name.into(), value, floor });
        }
    }
    Ok(out)
}

fn times(shared: &Path, work: &Path) -> Result<Vec<Figure>> {
    let mut out = Vec::new();
    for (data, floor) in [("timebank", Some(80.0)), ("aquaint", Some(75.0))] {
        let gold = shared.join(format!("data/time/{data}.jsonl.gz"));
        let predicted = work.join(format!("{data}.jsonl"));
        predict("time", std::slice::from_ref(&gold), &predicted)?;
        let args = ["time-docs", &gold.to_string_lossy(), &predicted.to_string_lossy()];
        let printed = score(&shared.join("score/score_statements.py"), &args)?;
        for (name, floor) in [("value", floor), ("relaxed", None), ("interval", None)] {
            let value = field(&printed, &[name, "F1"]).unwrap_or(0.0);
            out.push(Figure { stage: "time", data: data.into(), name: format!("{name} F1"), value, floor });
        }
    }
    Ok(out)
}

fn attributions(shared: &Path, work: &Path) -> Result<Vec<Figure>> {
    let gold = shared.join("data/quotes/polnear_dev.jsonl.gz");
    let predicted = work.join("polnear_dev.jsonl");
    predict("attributions", std::slice::from_ref(&gold), &predicted)?;
    let args = ["quotes", &gold.to_string_lossy(), &predicted.to_string_lossy()];
    let printed = score(&shared.join("score/score_statements.py"), &args)?;
    let of = |path: &[&str], name: &str, floor| Figure {
        stage: "statement",
        data: "polnear dev".into(),
        name: name.into(),
        value: field(&printed, path).unwrap_or(0.0),
        floor,
    };
    Ok(vec![
        of(&["content_50", "F1"], "content F1", Some(64.0)),
        of(&["full_50", "F1"], "whole F1", Some(59.0)),
        of(&["content_chars", "F1"], "characters of content F1", None),
        of(&["recall_by_type", "direct", "full_50"], "direct, recall of whole", None),
        of(&["recall_by_type", "indirect", "full_50"], "indirect, recall of whole", None),
    ])
}

/// The suites of phrases of other projects: all cases, and those that occur in news by the rule of docs/time-suites.md.
fn time_suites(shared: &Path, _work: &Path) -> Result<Vec<Figure>> {
    let (suites, _) = crate::suites::run(shared)?;
    let mut out = Vec::new();
    for suite in &suites {
        let ((start, both), (all, _)) = (suite.percent(true), suite.percent(false));
        for (name, value, floor) in [
            ("cases of news", suite.of_news() as f64, None),
            ("start right %, cases of news", start, Some(85.0)),
            ("both ends right %, cases of news", both, None),
            ("start right %, all cases", all, None),
        ] {
            out.push(Figure { stage: "time", data: suite.file.into(), name: name.into(), value, floor });
        }
    }
    Ok(out)
}

fn numbers(shared: &Path, work: &Path) -> Result<Vec<Figure>> {
    let mut out = Vec::new();
    let gold = shared.join("data/numbers/newsquant.jsonl.gz");
    let predicted = work.join("newsquant.jsonl");
    predict("numbers", std::slice::from_ref(&gold), &predicted)?;
    let args = ["numbers", &gold.to_string_lossy(), &predicted.to_string_lossy()];
    let printed = score(&shared.join("score/score_statements.py"), &args)?;
    for (name, floor) in [("value", Some(70.0)), ("value+unit", None), ("value+change", None)] {
        let value = field(&printed, &[name, "F1"]).unwrap_or(0.0);
        out.push(Figure {
            stage: "number",
            data: "newsquant".into(),
            name: format!("{name} F1"),
            value,
            floor,
        });
    }
    Ok(out)
}

/// What is measured of coreference: data, kind of the mentions, within what chains are compared, name, floors of CoNLL F1
/// and of BCubed precision.
const CHAINS: &[(&str, &str, &str, &str, [f64; 2])] = &[
    ("ecbplus-dev", "human", "topic", "people and bodies over reports", [0.37, 0.98]),
    ("ecbplus-dev", "human", "doc", "people and bodies in a report", [0.62, 0.985]),
    ("ecbplus-dev", "location", "topic", "places over reports", [0.50, 0.91]),
    ("meantime-dev", "entity", "doc", "entities in a report", [0.40, 0.94]),
];

fn coreference(shared: &Path, work: &Path) -> Result<Vec<Figure>> {
    let mut out = Vec::new();
    for &(data, kind, by, name, floors) in CHAINS {
        let gold = shared.join(format!("data/stories/{data}.jsonl.gz"));
        let predicted = work.join(format!("{data}.chains.tsv"));
        predict("coreference", std::slice::from_ref(&gold), &predicted)?;
        let (gold, predicted) = (gold.to_string_lossy(), predicted.to_string_lossy());
        let args = ["--json", &gold, "--pred", &predicted, "--mentions", kind, "--by", by];
        let printed = score(&shared.join("score/score_stories.py"), &args)?;
        let keys = [("conll_f1", "CoNLL F1"), ("bcubed_p", "BCubed precision")];
        for ((key, what), floor) in keys.into_iter().zip(floors.map(Some)) {
            let value = field(&printed, &[key]).unwrap_or(0.0);
            let name = format!("{name}, {what}");
            out.push(Figure { stage: "coreference", data: data.into(), name, value, floor });
        }
    }
    Ok(out)
}

/// What is measured of pages: suite, key of the scorer, name, floor.
const PAGES: &[(&str, &str, &str, Option<f64>)] = &[
    ("aeb", "bodyF1", "body F1", Some(0.965)),
    ("fundus-eval", "bodyF1", "body F1", Some(0.970)),
    ("fundus", "bodyF1", "body F1", Some(0.941)),
    ("naeb", "bodyF1", "body F1", Some(0.936)),
    ("wcxb-news", "bodyF1", "body F1", Some(0.940)),
    ("traf", "snipF1", "snippets F1", Some(0.905)),
    ("fundus", "title", "title equal", Some(0.90)),
    ("naeb", "title", "title equal", Some(0.89)),
    ("wcxb-news", "title", "title equal", Some(0.93)),
    ("fundus", "date", "date right", Some(0.985)),
    ("naeb", "date", "date right", Some(0.87)),
    ("wcxb-news", "date", "date right", None),
    ("fundus", "dateprec", "dates right of given", None),
    ("naeb", "dateprec", "dates right of given", None),
    ("wcxb-news", "dateprec", "dates right of given", None),
    ("dates", "date", "date right", Some(0.935)),
    ("dates", "dateprec", "dates right of given", Some(0.96)),
    ("fundus", "authorsF1", "authors F1", Some(0.89)),
    ("naeb", "authorsF1", "authors F1", Some(0.88)),
    ("wcxb-news", "authorsF1", "authors F1", None),
    ("fundus", "outlet", "outlet", Some(0.93)),
];

fn pages(shared: &Path, work: &Path) -> Result<Vec<Figure>> {
    let mut out = Vec::new();
    let folder = shared.join("data/pages");
    let predicted = work.join("pages.jsonl");
    predict("pages", std::slice::from_ref(&folder), &predicted)?;
    let args = ["--json", &predicted.to_string_lossy(), &folder.to_string_lossy()];
    let printed = score(&shared.join("score/score_pages.py"), &args)?;
    for (suite, key, name, floor) in PAGES {
        if let Some(value) = field(&printed, &[suite, key]) {
            out.push(Figure {
                stage: "page",
                data: (*suite).into(),
                name: (*name).into(),
                value,
                floor: *floor,
            });
        }
    }
    if let Some(leaked) = field(&printed, &["fundus", "capleak"]) {
        let (name, value) = ("captions kept out of the body".into(), 1.0 - leaked);
        out.push(Figure { stage: "page", data: "fundus".into(), name, value, floor: Some(0.98) });
    }
    let (name, value) = ("captions reported".into(), captions::reported(&folder, &predicted)?);
    out.push(Figure { stage: "page", data: "fundus".into(), name, value, floor: Some(0.80) });
    Ok(out)
}
