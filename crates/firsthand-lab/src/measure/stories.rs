//! Grouping: six sets alone, all in one run, and that run with two thousand single reports of other stories thrown in; all at
//! once and one by one, by one setting.

use super::Figure;
use super::run::{field, predict, score};
use anyhow::{Context, Result};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// What is measured, and the least BCubed F1 all at once and one by one.
struct Set {
    name: &'static str,
    files: &'static [&'static str],
    whole: Option<f64>,
    single: Option<f64>,
}

const fn set(
    name: &'static str,
    files: &'static [&'static str],
    whole: Option<f64>,
    single: Option<f64>,
) -> Set {
    Set { name, files, whole, single }
}

const SETS: [Set; 7] = [
    set("ECB+", &["ecbplus-train", "ecbplus-dev"], Some(0.90), None),
    set("BASIL", &["basil-dev"], Some(0.99), Some(0.98)),
    set("PAC", &["pac-dev"], Some(0.90), Some(0.90)),
    set("AllSides, dated", &["allsides-dated-dev"], Some(0.88), None),
    set("FNC-1", &["fnc-dev"], Some(0.94), None),
    set("MEANTIME, four languages", &["meantime-dev"], Some(0.85), Some(0.85)),
    set("all six English files in one run", &MIX, Some(0.915), Some(0.90)),
];

const MIX: [&str; 6] =
    ["ecbplus-train", "ecbplus-dev", "basil-dev", "pac-dev", "allsides-dated-dev", "fnc-dev"];

/// How many single reports are thrown in.
const SINGLES: usize = 2000;

/// All figures.
pub(super) fn stories(shared: &Path, work: &Path) -> Result<Vec<Figure>> {
    let mut out = Vec::new();
    for (task, how) in [("stories", ""), ("streamed", ", one by one")] {
        for Set { name, files, whole, single } in &SETS {
            let files: Vec<PathBuf> = files.iter().map(|f| file(shared, f)).collect();
            let floor = if task == "stories" { *whole } else { *single };
            let printed = grouped(shared, work, task, &files)?;
            out.push(figure(name, &format!("BCubed F1{how}"), &printed, "bcubed_f1", floor));
        }
        let mut files: Vec<PathBuf> = MIX.iter().map(|f| file(shared, f)).collect();
        let singles = work.join("singles.jsonl");
        std::fs::write(&singles, unrelated(shared, &files)?)?;
        files.push(singles);
        let printed = grouped(shared, work, task, &files)?;
        let data = format!("the same with {SINGLES} single reports of NeuS");
        let keys =
            [("pair_p", "precision of pairs"), ("pair_r", "recall of pairs"), ("bcubed_f1", "BCubed F1")];
        out.extend(keys.map(|(key, what)| figure(&data, &format!("{what}{how}"), &printed, key, None)));
    }
    Ok(out)
}

fn figure(data: &str, name: &str, printed: &str, key: &str, floor: Option<f64>) -> Figure {
    let value = field(printed, &[key]).unwrap_or(0.0);
    Figure { stage: "story", data: data.into(), name: name.into(), value, floor }
}

fn file(shared: &Path, name: &str) -> PathBuf {
    shared.join(format!("data/stories/{name}.jsonl.gz"))
}

fn grouped(shared: &Path, work: &Path, task: &str, files: &[PathBuf]) -> Result<String> {
    let predicted = work.join(format!("{task}.tsv"));
    predict(task, files, &predicted)?;
    let mut args = vec!["--json".to_owned()];
    args.extend(files.iter().map(|f| f.to_string_lossy().into_owned()));
    args.extend(["--pred".to_owned(), predicted.to_string_lossy().into_owned()]);
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    score(&shared.join("score/score_stories.py"), &args)
}

/// The first report of each story of NeuS, as many as are wanted; not those that stand in the other files too, by title or
/// by how they begin.
fn unrelated(shared: &Path, files: &[PathBuf]) -> Result<String> {
    let mut known = BTreeSet::new();
    for file in files {
        for line in crate::predict::text(file)?.lines().filter(|l| !l.trim().is_empty()) {
            known.extend(marks(&serde_json::from_str(line)?));
        }
    }
    let (mut out, mut stories) = (String::new(), BTreeSet::new());
    for line in crate::predict::text(&file(shared, "neus-dev"))?.lines().filter(|l| !l.trim().is_empty()) {
        let article: Value = serde_json::from_str(line)?;
        let story = article.get("story").and_then(Value::as_str).context("no story in NeuS")?.to_owned();
        if stories.len() == SINGLES {
            break;
        }
        if !marks(&article).any(|m| known.contains(&m)) && stories.insert(story) {
            writeln!(out, "{line}")?;
        }
    }
    Ok(out)
}

/// What tells an article again: its title and its first hundred letters, folded.
fn marks(article: &Value) -> impl Iterator<Item = String> {
    let of = |key: &str| article.get(key).and_then(Value::as_str).unwrap_or_default().to_lowercase();
    let folded =
        |text: String| -> String { text.chars().filter(|c| c.is_alphanumeric()).take(100).collect() };
    [folded(of("title")), folded(of("text"))].into_iter().filter(|m| m.len() > 12)
}
