//! Slots: from sentences of our own pairs of short reports are made that differ in one thing, by rules; the account of the two
//! must give a dispute of that slot, or none where both can be right.

mod base;
mod change;
mod wording;

use super::Figure;
use anyhow::{Context, Result};
use base::Base;
use change::{Draft, Pair};
use firsthand_core::account::{Account, Status, account};
use firsthand_core::{story, version};
use firsthand_text::language::{Annotated, Models};
use jiff::ToSpan;
use jiff::civil::Date;
use rayon::prelude::*;
use std::path::Path;

/// The files of sentences and what they are: the first was looked at while rules were mended.
const HALVES: [(&str, &str); 2] = [("worked.txt", "looked at"), ("unread.txt", "only measured")];

/// A pair beside what the account says of it.
#[derive(Debug, Clone)]
pub(crate) struct Judged {
    /// `looked at` or `only measured`.
    pub(crate) half: &'static str,
    /// The happening.
    pub(crate) id: String,
    /// What was changed.
    pub(crate) change: &'static str,
    /// The slot that is in dispute, if one is.
    pub(crate) gold: Option<&'static str>,
    /// The slots that the account disputes, with the reason.
    pub(crate) ours: Vec<(&'static str, String)>,
    /// The first sentence of either report.
    pub(crate) sentences: [String; 2],
}

impl Judged {
    /// Whether the account disputes that slot and nothing else.
    pub(crate) fn right(&self) -> bool {
        match self.gold {
            None => self.ours.is_empty(),
            Some(slot) => !self.ours.is_empty() && self.ours.iter().all(|(s, _)| *s == slot),
        }
    }

    fn false_dispute(&self) -> bool {
        self.ours.iter().any(|(s, _)| Some(*s) != self.gold)
    }

    fn missed(&self) -> bool {
        self.gold.is_some_and(|slot| !self.ours.iter().any(|(s, _)| *s == slot))
    }
}

/// All figures.
pub(super) fn measure(_: &Path, _: &Path) -> Result<Vec<Figure>> {
    let all = judged()?;
    let mut out = vec![share("right of all pairs", &all, &all, Judged::right, Some(0.95))];
    for (_, half) in HALVES {
        let of: Vec<Judged> = all.iter().filter(|j| j.half == half).cloned().collect();
        out.push(share(&format!("right, sentences {half}"), &of, &of, Judged::right, None));
    }
    let disputed: Vec<Judged> = all.iter().filter(|j| j.gold.is_some()).cloned().collect();
    out.push(share("disputes missed, of those there are", &all, &disputed, Judged::missed, None));
    out.push(share("pairs with a false dispute", &all, &all, Judged::false_dispute, None));
    let mut changes: Vec<&'static str> = all.iter().map(|j| j.change).collect();
    changes.sort_unstable();
    changes.dedup();
    for change in changes {
        let of: Vec<Judged> = all.iter().filter(|j| j.change == change).cloned().collect();
        let sign = if of.iter().any(|j| j.gold.is_some()) { "disputed" } else { "none" };
        out.push(share(&format!("right: {change} ({sign})"), &of, &of, Judged::right, None));
    }
    Ok(out)
}

fn share(name: &str, data: &[Judged], of: &[Judged], is: fn(&Judged) -> bool, floor: Option<f64>) -> Figure {
    let value = of.iter().filter(|j| is(j)).count() as f64 / of.len().max(1) as f64;
    Figure { stage: "slot", data: format!("{} pairs", data.len()), name: name.to_owned(), value, floor }
}

/// Every pair with what its account says, in the order of the files.
pub(crate) fn judged() -> Result<Vec<Judged>> {
    let models = Models::built_in();
    let mut out = Vec::new();
    for (file, half) in HALVES {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/slots").join(file);
        let text =
            std::fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let bases = base::read(&text)?;
        let pairs: Vec<(&Base, Pair)> = bases
            .iter()
            .enumerate()
            .flat_map(|(n, b)| change::pairs(b, n).into_iter().map(move |p| (b, p)))
            .collect();
        out.par_extend(pairs.par_iter().map(|(base, pair)| judge(base, pair, half, &models)));
    }
    Ok(out)
}

fn judge(base: &Base, pair: &Pair, half: &'static str, models: &Models) -> Judged {
    let outlets = ["The Morning Record", "Harbour Evening Post"];
    let reports: Vec<Annotated> = pair
        .reports
        .iter()
        .zip(outlets)
        .enumerate()
        .map(|(n, (draft, outlet))| {
            firsthand_text::read(&format!("{n}.html"), page(draft, outlet, base.day).as_bytes(), models)
        })
        .collect();
    let versions = version::fold(reports);
    // The two are one story by the way they are made: whether grouping would see it is measured elsewhere.
    let both = story::Story { reports: vec![0, 1], ..story::group(&versions.reports).swap_remove(0) };
    let said = account(1, &both, &versions);
    let first = |n: usize| pair.reports[n].sentences.first().cloned().unwrap_or_default();
    Judged {
        half,
        id: pair.id.clone(),
        change: pair.change,
        gold: pair.disputed,
        ours: disputes(&said),
        sentences: [first(0), first(1)],
    }
}

/// The slots in dispute, each with the reason the account gives.
fn disputes(account: &Account) -> Vec<(&'static str, String)> {
    let disputed = account.points.iter().filter(|p| p.status == Status::Disputed);
    disputed
        .map(|p| {
            let slot = match p.slot.as_str() {
                "date" => "date",
                "quantity" => "quantity",
                "place" => "place",
                "person" | "organisation" => "who",
                _ => "happened",
            };
            (slot, format!("{}: {}", p.label, p.reason))
        })
        .collect()
}

/// The page of an outlet.
fn page(draft: &Draft, outlet: &str, day: Date) -> String {
    let published = day.checked_add(draft.after.days()).unwrap_or(day);
    let body: String = draft.sentences.iter().map(|s| format!("<p>{s}</p>\n")).collect();
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\"><head><title>{title}</title>\n\
         <meta property=\"og:site_name\" content=\"{outlet}\">\n\
         <meta property=\"og:title\" content=\"{title}\">\n\
         <meta property=\"article:published_time\" content=\"{published}\">\n\
         </head><body><article><h1>{title}</h1>\n{body}</article></body></html>\n",
        title = draft.title
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sentence_has_its_pairs_and_no_slot_is_left_open() {
        let mut count = 0;
        for (file, _) in HALVES {
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/slots").join(file);
            let text = std::fs::read_to_string(path).unwrap_or_default();
            let bases = base::read(&text).unwrap_or_default();
            assert!(bases.len() >= 50, "{file}");
            for (n, base) in bases.iter().enumerate() {
                let pairs = change::pairs(base, n);
                assert!(pairs.len() >= 10, "{}", base.id);
                for pair in &pairs {
                    let text: String = pair.reports.iter().flat_map(|r| r.sentences.clone()).collect();
                    assert!(!text.contains('{') && !text.contains("  "), "{} {text}", base.id);
                }
                count += pairs.len();
            }
        }
        assert!(count >= 1000, "{count}");
    }

    #[test]
    fn a_dispute_of_another_slot_is_wrong() {
        let of = |gold, ours: &[&'static str]| Judged {
            half: "looked at",
            id: String::new(),
            change: "",
            gold,
            ours: ours.iter().map(|s| (*s, String::new())).collect(),
            sentences: Default::default(),
        };
        for (gold, ours, right) in [
            (None, &[][..], true),
            (None, &["date"][..], false),
            (Some("date"), &["date"][..], true),
            (Some("date"), &["date", "quantity"][..], false),
            (Some("date"), &[][..], false),
        ] {
            assert_eq!(of(gold, ours).right(), right, "{gold:?} {ours:?}");
        }
    }
}
