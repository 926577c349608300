//! Which questions do the statements of an event answer, and with which variants?

use super::event::Event;
use super::filler::{Filler, fillers};
use super::likeness::Features;
use super::value::Standing;
use super::verdict::{Relation, relation, standing};
use super::{Point, Slot, Value, Variant, label};
use crate::Reports;
use crate::account::Status;
use crate::lineage::{EdgeKind, End, Lineage};
use crate::name::Names;
use crate::statement::Statement;
use firsthand_text::language::place::{self, Whereabouts};
use std::collections::BTreeMap;

/// Everything the reports of a story tell, as far as collation needs it.
#[derive(Clone, Copy)]
pub struct Told<'a> {
    /// The reports.
    pub reports: &'a Reports<'a>,
    /// Their names.
    pub names: &'a Names,
    /// Their statements.
    pub statements: &'a [Statement],
    /// What is compared of each statement.
    pub features: &'a [Features],
    /// Who has it from whom.
    pub lineage: &'a Lineage,
    /// For each entity where it lies, should it be a place.
    pub whereabouts: &'a [Whereabouts],
}

/// Where the entities of a story lie, for [`Told`].
pub fn whereabouts(names: &Names) -> Vec<Whereabouts> {
    names.entities.iter().map(|e| Whereabouts::of(&e.name)).collect()
}

impl Told<'_> {
    /// Whether one entity lies within another.
    pub fn lies_within(&self, inner: usize, outer: usize) -> bool {
        place::lies_within(&self.whereabouts[inner], &self.whereabouts[outer])
    }

    /// Whether two entities are one place, or one lies within the other.
    pub fn meet(&self, a: usize, b: usize) -> bool {
        a == b || self.lies_within(a, b) || self.lies_within(b, a)
    }

    /// Whether the sentences of two statements of different reports are one text, nearly word for word.
    fn is_one_wording(&self, s: usize, t: usize) -> bool {
        let place = |s: usize| {
            let statement = &self.statements[s];
            (statement.report, self.reports[statement.report].sentences[statement.sentence].span)
        };
        self.lineage.is_one_wording(place(s), place(t))
    }
    /// The words of a statement's sentence in lower case, with a space before and after each.
    pub(super) fn sentence_words(&self, s: usize) -> String {
        let report = self.reports[self.statements[s].report];
        let text = report.text(report.sentences[self.statements[s].sentence].span).to_lowercase();
        let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
        format!(" {} ", words.join(" "))
    }
}

/// The points of one event.
pub fn points(told: &Told<'_>, number: usize, event: &Event) -> Vec<Point> {
    let mut by_key: BTreeMap<(Slot, String), Vec<Filler>> = BTreeMap::new();
    for &s in &event.statements {
        for f in fillers(told.reports, told.names, s, &told.statements[s]) {
            by_key.entry((f.slot, f.key.clone())).or_default().push(f);
        }
    }
    let mut out = Vec::new();
    for ((slot, key), fillers) in by_key {
        // Places that answer no question of place are questions of their own.
        let apart = slot == Slot::Place && key.is_empty();
        let found = variants(told, &fillers);
        let groups =
            if apart { found.into_iter().map(|v| vec![v]).collect() } else { components(told, slot, found) };
        for variants in groups {
            let (status, reason) = status(told, slot, &variants);
            let label = label::question(told, slot, event, &variants[0], apart);
            let key = key.clone();
            out.push(Point {
                event: Some(number),
                slot,
                key,
                label,
                status,
                reason,
                variants,
                aside: apart,
                denied: false,
            });
        }
    }
    out
}

/// Answers that are the same put together, the one with most reports first.
pub fn variants(told: &Told<'_>, fillers: &[Filler]) -> Vec<Variant> {
    let mut out: Vec<Variant> = Vec::new();
    for f in fillers {
        let report = told.statements[f.statement].report;
        let same = out.iter_mut().find(|v| standing(told, &v.value, &f.value) == Standing::Same);
        match same {
            Some(v) => {
                v.statements.push(f.statement);
                v.reports.push(report);
            }
            None => out.push(Variant {
                value: f.value.clone(),
                statements: vec![f.statement],
                reports: vec![report],
            }),
        }
    }
    for v in &mut out {
        v.statements.sort_unstable();
        v.statements.dedup();
        v.reports.sort_unstable();
        v.reports.dedup();
    }
    out.sort_by_key(|v| (std::cmp::Reverse(v.reports.len()), v.statements.clone()));
    out
}

/// Variants that answer one question: each refines or disputes another of its group. The rest are questions of their own.
pub fn components(told: &Told<'_>, slot: Slot, variants: Vec<Variant>) -> Vec<Vec<Variant>> {
    let mut group: Vec<usize> = (0..variants.len()).collect();
    for a in 0..variants.len() {
        for b in a + 1..variants.len() {
            if relation(told, slot, &variants[a], &variants[b], &variants) != Relation::Unrelated {
                let (keep, drop) = (group[a].min(group[b]), group[a].max(group[b]));
                group.iter_mut().filter(|g| **g == drop).for_each(|g| *g = keep);
            }
        }
    }
    let mut out: BTreeMap<usize, Vec<Variant>> = BTreeMap::new();
    for (v, g) in variants.into_iter().zip(group) {
        out.entry(g).or_default().push(v);
    }
    out.into_values().collect()
}

/// The status of a point, with the rule in words.
pub fn status(told: &Told<'_>, slot: Slot, variants: &[Variant]) -> (Status, String) {
    let mut because = "all can be true, one more exact than another";
    for (n, a) in variants.iter().enumerate() {
        for b in &variants[n + 1..] {
            match relation(told, slot, a, b, variants) {
                Relation::Disputed => {
                    return (Status::Disputed, label::cannot_both(told, &a.value, &b.value));
                }
                Relation::Explained(reason) => because = reason,
                Relation::Finer | Relation::Unrelated => {}
            }
        }
    }
    let own: Vec<&Variant> = variants.iter().filter(|v| !adds_nothing(told, v, variants)).collect();
    if own.len() > 1 {
        return (Status::Refined, because.to_owned());
    }
    let first = own.first().copied().unwrap_or(&variants[0]);
    match (first.reports.len(), independent_texts(told, first)) {
        (0 | 1, _) => (Status::Single, "one report says so".to_owned()),
        (_, 1) => (Status::Single, "the reports that say so share one text".to_owned()),
        (n, _) => (Status::Agreed, format!("{n} reports give the same value")),
    }
}

/// Whether an answer only frames a more exact one, as the state does that is named behind its town: all its reports give
/// the place within it too.
fn adds_nothing(told: &Told<'_>, v: &Variant, variants: &[Variant]) -> bool {
    let Value::Entity(outer) = v.value else { return false };
    variants.iter().any(|o| {
        matches!(o.value, Value::Entity(e) if e != outer && told.lies_within(e, outer))
            && v.reports.iter().all(|r| o.reports.contains(r))
    })
}

/// How many texts stand behind an answer: reports of which one copies the other count once, and so do those whose sentences
/// stand word for word in a passage that both have, however little else they share.
fn independent_texts(told: &Told<'_>, variant: &Variant) -> usize {
    let reports = &variant.reports;
    let mut group: Vec<usize> = reports.to_vec();
    let mut join = |a: usize, b: usize| {
        let at = |r: usize| reports.iter().position(|&x| x == r);
        if let (Some(a), Some(b)) = (at(a), at(b)) {
            let (keep, drop) = (group[a].min(group[b]), group[a].max(group[b]));
            group.iter_mut().filter(|g| **g == drop).for_each(|g| *g = keep);
        }
    };
    for e in &told.lineage.edges {
        let (EdgeKind::Copies, End::Report(a), End::Report(b)) = (e.kind, e.from, e.to) else { continue };
        if e.share.unwrap_or(0.0) >= 0.5 {
            join(a, b);
        }
    }
    // A report that also says so in a sentence of its own stands for itself.
    let sentences =
        |r: usize| variant.statements.iter().copied().filter(move |&s| told.statements[s].report == r);
    let stands_in =
        |a: usize, b: usize| sentences(a).all(|s| sentences(b).any(|t| told.is_one_wording(s, t)));
    for (n, &a) in reports.iter().enumerate() {
        for &b in &reports[n + 1..] {
            if stands_in(a, b) || stands_in(b, a) {
                join(a, b);
            }
        }
    }
    group.sort_unstable();
    group.dedup();
    group.len()
}

/// What comes first in an account: disputes, then what many reports speak of; places named in passing last.
pub fn weight(p: &Point) -> (bool, bool, usize, usize) {
    let reports: std::collections::BTreeSet<usize> =
        p.variants.iter().flat_map(|v| v.reports.iter().copied()).collect();
    (
        p.status == Status::Disputed,
        !p.aside,
        reports.len(),
        p.variants.iter().map(|v| v.statements.len()).sum(),
    )
}

/// The entity of a value, if it is one.
pub fn entity(value: &Value) -> Option<usize> {
    match value {
        Value::Entity(e) => Some(*e),
        _ => None,
    }
}
