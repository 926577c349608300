//! `check`: claims of our own over the gold accounts and the seeds, each with the right class of answer.

mod story;

use super::Figure;
use anyhow::{Context, Result, bail};
use firsthand_core::account::Account;
use firsthand_core::check::{Answer, Record, claim};
use firsthand_text::language::Models;
use std::collections::BTreeMap;
use std::path::Path;

/// Stories whose answers were looked at while rules were mended; the others were only measured.
const LOOKED_AT: [&str; 5] =
    ["seeds", "gaza-valley-flood", "qeshm-earthquakes", "saqlawiyah-chlorine", "harry-winston-heist"];

/// Names of the classes, as in `data/claims.tsv`.
pub(crate) const CLASSES: [&str; 6] =
    ["supported", "disputed", "both", "mentioned", "not found", "not measured"];

/// A claim beside its answer.
pub(crate) struct Judged {
    pub(crate) story: String,
    /// Whether answers about its story were looked at while rules were mended.
    pub(crate) looked_at: bool,
    pub(crate) gold: String,
    pub(crate) answer: Answer,
}

impl Judged {
    /// The class of the answer.
    pub(crate) fn ours(&self) -> &'static str {
        self.answer.verdict.name().trim_start_matches("only ")
    }

    fn right(&self) -> bool {
        self.gold == self.ours()
    }
}

/// All figures.
pub(super) fn measure(shared: &Path, _: &Path) -> Result<Vec<Figure>> {
    let all = judged(shared, Table::Measured)?;
    let every: Vec<&Judged> = all.iter().collect();
    let data = format!("{} claims", all.len());
    let figure = |name: String, of: &[&Judged], is: &dyn Fn(&Judged) -> bool, floor| {
        let value = of.iter().filter(|j| is(j)).count() as f64 / of.len().max(1) as f64;
        Figure { stage: "check", data: data.clone(), name, value, floor }
    };
    let some = |is: &dyn Fn(&Judged) -> bool| all.iter().filter(|j| is(j)).collect::<Vec<_>>();
    let (seen, unseen) = (some(&|j| j.looked_at), some(&|j| !j.looked_at));
    let mut out = vec![
        figure("class right".into(), &every, &Judged::right, Some(0.82)),
        figure(format!("class right, {} of stories looked at", seen.len()), &seen, &Judged::right, None),
        figure(
            format!("class right, {} of stories only measured", unseen.len()),
            &unseen,
            &Judged::right,
            None,
        ),
    ];
    for class in CLASSES {
        let of = some(&|j| j.gold == class);
        out.push(figure(format!("right of the {} {class}", of.len()), &of, &Judged::right, None));
    }
    for class in ["supported", "disputed"] {
        let of = some(&|j| j.ours() == class);
        out.push(figure(format!("of {} answered {class}: right", of.len()), &of, &Judged::right, None));
    }
    // An answer that takes a side the reports do not take is the one that costs.
    let sided = some(&|j| matches!(j.ours(), "supported" | "disputed" | "both"));
    let wrong = |j: &Judged| {
        let side = |class: &str| (class != "disputed", class != "supported");
        !matches!(j.gold.as_str(), "supported" | "disputed" | "both")
            || (side(j.ours()).0 && !side(&j.gold).0)
            || (side(j.ours()).1 && !side(&j.gold).1)
    };
    out.push(figure("a side that no report takes, of answers with a side".into(), &sided, &wrong, None));
    let made_with = judged(shared, Table::LookedAt)?;
    let right = made_with.iter().filter(|j| j.right()).count() as f64;
    out.push(Figure {
        stage: "check",
        data: format!("{} claims rules were made with", made_with.len()),
        name: "class right".into(),
        value: right / made_with.len().max(1) as f64,
        floor: None,
    });
    Ok(out)
}

/// A table of claims.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Table {
    /// Those that are measured (`data/claims.tsv`).
    Measured,
    /// Those that rules are made with (`data/claims_looked_at.tsv`).
    LookedAt,
}

/// Every claim of a table beside its answer, in the order of the table.
pub(crate) fn judged(shared: &Path, table: Table) -> Result<Vec<Judged>> {
    let models = Models::built_in();
    let mut stories: BTreeMap<String, Vec<Account>> = BTreeMap::new();
    let mut out = Vec::new();
    let text = match table {
        Table::Measured => include_str!("../../../data/claims.tsv"),
        Table::LookedAt => include_str!("../../../data/claims_looked_at.tsv"),
    };
    for line in text.lines().filter(|l| !l.is_empty() && !l.starts_with('#')) {
        let [story, text, gold] = line.split('\t').collect::<Vec<_>>()[..] else {
            bail!("not three fields: {line}")
        };
        if !CLASSES.contains(&gold) {
            bail!("no such class: {line}");
        }
        if !stories.contains_key(story) {
            stories.insert(story.to_owned(), story::accounts_of(shared, story, &models)?);
        }
        let accounts = stories.get(story).context("no such story")?;
        out.push(Judged {
            story: story.to_owned(),
            looked_at: table == Table::LookedAt || LOOKED_AT.contains(&story),
            gold: gold.to_owned(),
            answer: Record::new(accounts).check(&claim(text, None, &models)),
        });
    }
    Ok(out)
}
