//! The weights of events: which root, and whether one side acts on the other.
//!
//! What ships is learnt from our own sentences and the gold standard records of PLOVER. For measuring only, the same is
//! learnt from `plv_train.jsonl.gz` and `aw_train.jsonl.gz` (research use: those weights are never shipped).

mod learn;
pub(crate) mod sets;

use crate::predict::{plain_report, text};
use anyhow::Result;
use firsthand_core::statement::event::pair::Pair;
use firsthand_core::statement::event::{direction, feature, root};
use firsthand_core::statement::tree::Tree;
use firsthand_core::statement::voice::view::View;
use firsthand_text::language::weights::Weights;
use firsthand_text::language::{Annotated, Models, annotate};
use learn::{Course, Lesson};
use rayon::prelude::*;
use sets::Marked;
use std::collections::BTreeMap;
use std::path::Path;

/// Parts that are left out in turn.
const FOLDS: usize = 5;
/// Learning of roots.
const ROOTS: Course = Course { rounds: 40, step: 0.1, pull: 1e-4, drop: 20, least: 1, models: 3 };
/// The same for what ships, which is to be small.
const SHIPPED: Course = Course { least: 2, ..ROOTS };
/// Learning of direction.
const DIRECTION: Course = Course { rounds: 24, step: 0.1, pull: 1e-4, drop: 30, least: 1, models: 3 };
/// How much one of our own sentences counts beside one of a data set.
const OWN: f32 = 1.0;

/// Makes `events.bin`, which ships: own sentences and the gold standard records of PLOVER.
pub(super) fn own(data: &Path, out: &Path) -> Result<()> {
    std::fs::create_dir_all(out)?;
    let mut all = sets::own();
    all.extend(sets::gold_records(data)?);
    let bytes = learn::learn(&lessons(&all, &labels(&all), 1.0, feature::keys), &labels(&all), &SHIPPED);
    eprintln!("events: {} sentences, {} bytes", all.len(), bytes.len());
    Ok(std::fs::write(out.join("events.bin"), bytes)?)
}

/// What a model says of the fifth of our own sentences and PLOVER's records it did not learn from: how many roots are
/// right, and how many of those whose lead is at least so great.
pub(super) fn own_folds(data: &Path) -> Result<()> {
    let mut all = sets::own();
    all.extend(sets::gold_records(data)?);
    let labels = labels(&all);
    let lessons: Vec<(String, Lesson)> =
        all.iter().map(|m| m.label.clone()).zip(lessons(&all, &labels, 1.0, feature::keys)).collect();
    let mut said: Vec<(i32, bool)> = Vec::new();
    for fold in 0..FOLDS {
        let part: Vec<Lesson> =
            lessons.iter().enumerate().filter(|(n, _)| n % FOLDS != fold).map(|(_, l)| l.1.clone()).collect();
        let weights = Weights::read(learn::learn(&part, &labels, &SHIPPED)).unwrap_or_default();
        for (label, lesson) in lessons.iter().skip(fold).step_by(FOLDS) {
            let verdict = root::verdict(&lesson.keys, &weights);
            said.extend(verdict.map(|v| (v.margin, v.root == *label)));
        }
    }
    println!("lead\tsentences\tright");
    for least in [0, 250, 500, 750, 1000, 1500, 2000, 2500, 3000] {
        let kept: Vec<bool> = said.iter().filter(|s| s.0 >= least).map(|s| s.1).collect();
        let right = kept.iter().filter(|r| **r).count();
        println!("{least}\t{}\t{:.1}", kept.len(), 100.0 * right as f64 / kept.len().max(1) as f64);
    }
    Ok(())
}

/// Makes `roots.bin` and `direction.bin` from the data sets for measuring.
pub(super) fn compared(data: &Path, out: &Path) -> Result<()> {
    std::fs::create_dir_all(out)?;
    let plv = sets::marked(&text(&data.join("plv_train.jsonl.gz"))?, "root")?;
    std::fs::write(out.join("roots.bin"), roots(&plv, data)?)?;
    let aw = sets::marked(&text(&data.join("aw_train.jsonl.gz"))?, "directed")?;
    Ok(std::fs::write(out.join("direction.bin"), directions(&aw))?)
}

/// What models say of the fifth of both sets that they did not learn from: `roots.jsonl` and `directions.jsonl`.
pub(crate) fn folds(data: &Path, out: &Path) -> Result<()> {
    std::fs::create_dir_all(out)?;
    let plv = sets::marked(&text(&data.join("plv_train.jsonl.gz"))?, "root")?;
    let said = folded(&plv, |part| roots(part, data), crate::predict::events::rooted)?;
    std::fs::write(out.join("roots.jsonl"), said)?;
    let aw = sets::marked(&text(&data.join("aw_train.jsonl.gz"))?, "directed")?;
    let said = folded(&aw, |part| Ok(directions(part)), crate::predict::events::directed)?;
    Ok(std::fs::write(out.join("directions.jsonl"), said)?)
}

fn folded(
    all: &[Marked],
    learn: impl Fn(&[Marked]) -> Result<Vec<u8>>,
    say: impl Fn(&Marked, &Weights) -> String + Sync,
) -> Result<String> {
    // A sentence with several pairs is never in two parts.
    let mut groups: BTreeMap<&str, usize> = BTreeMap::new();
    for one in all {
        let next = groups.len();
        groups.entry(&one.text).or_insert(next);
    }
    let mut out = String::new();
    for fold in 0..FOLDS {
        let part = |inside: bool| -> Vec<Marked> {
            all.iter().filter(|m| (groups[m.text.as_str()] % FOLDS == fold) == inside).cloned().collect()
        };
        let weights = Weights::read(learn(&part(false))?).unwrap_or_default();
        let lines: Vec<String> = part(true).par_iter().map(|m| say(m, &weights)).collect();
        out.push_str(&lines.concat());
    }
    Ok(out)
}

/// Weights of roots as the set names them, with our own sentences and PLOVER's records beside it.
fn roots(part: &[Marked], data: &Path) -> Result<Vec<u8>> {
    let mut more = sets::own();
    more.extend(sets::gold_records(data)?);
    for one in &mut more {
        one.label = yielded(&one.label).to_owned();
    }
    let labels = labels(part);
    let mut all = lessons(part, &labels, 1.0, feature::keys);
    all.extend(lessons(&more, &labels, OWN, feature::keys));
    Ok(learn::learn(&all, &labels, &ROOTS))
}

fn directions(part: &[Marked]) -> Vec<u8> {
    let labels = ["0".to_owned(), "1".to_owned()];
    let mut all = lessons(part, &labels, 1.0, direction::keys);
    all.extend(lessons(&sets::own_pairs(), &labels, OWN, direction::keys));
    learn::learn(&all, &labels, &DIRECTION)
}

/// The root as PLV names it, which has one name for giving way in words and in deeds.
pub(crate) fn yielded(root: &str) -> &str {
    if matches!(root, "CONCEDE" | "RETREAT") { "YIELD" } else { root }
}

fn labels(all: &[Marked]) -> Vec<String> {
    let mut labels: Vec<String> = all.iter().map(|m| m.label.clone()).collect();
    labels.sort();
    labels.dedup();
    labels
}

fn lessons(
    all: &[Marked],
    labels: &[String],
    weight: f32,
    keys: impl Fn(&View<'_>, &Pair, &mut Vec<u64>) + Sync,
) -> Vec<Lesson> {
    all.par_iter()
        .filter_map(|one| {
            let class = labels.iter().position(|l| *l == one.label)?;
            let features = read(one, |view, pair| {
                let mut out = Vec::new();
                keys(view, pair, &mut out);
                out
            });
            Some(Lesson { keys: features, class, weight })
        })
        .collect()
}

/// Reads a marked sentence and shows its pair.
pub(crate) fn read<T>(one: &Marked, see: impl Fn(&View<'_>, &Pair) -> T) -> T {
    let report: Annotated = annotate(&plain_report(&one.text), &Models::built_in());
    let tree = Tree::new(&report);
    let view = View::of(&tree);
    see(&view, &pair(&report, one))
}

/// The marked runs as tokens: of several of a side those that stand nearest to each other.
fn pair(report: &Annotated, one: &Marked) -> Pair {
    let tokens = |run: &(usize, usize)| {
        let first = report.tokens.partition_point(|t| t.span.end <= run.0);
        let last = report.tokens.partition_point(|t| t.span.start < run.1);
        (first < last).then_some((first, last))
    };
    let runs = |list: &[(usize, usize)]| list.iter().filter_map(tokens).collect::<Vec<_>>();
    let (sources, targets) = (runs(&one.source), runs(&one.target));
    let both = sources.iter().flat_map(|s| targets.iter().map(move |t| (*s, *t)));
    let apart = both.filter(|(s, t)| s.1 <= t.0 || t.1 <= s.0);
    match apart.min_by_key(|(s, t)| t.0.max(s.0) - t.1.min(s.1)) {
        Some((s, t)) => Pair { source: Some(s), target: Some(t) },
        None => Pair {
            source: sources.first().copied(),
            target: targets.first().copied().filter(|_| sources.is_empty()),
        },
    }
}

/// What weights say of a marked pair.
pub(crate) fn judged(one: &Marked, weights: &Weights) -> Option<root::Verdict> {
    read(one, |view, pair| root::judge(view, pair, weights))
}

/// Whether weights call a marked pair directed.
pub(crate) fn pointed(one: &Marked, weights: &Weights) -> Option<root::Verdict> {
    read(one, |view, pair| {
        let mut keys = Vec::new();
        direction::keys(view, pair, &mut keys);
        root::verdict(&keys, weights)
    })
}
