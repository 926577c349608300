//! The fields of the labelled pages of `data/fields.tsv` beside what was found: agencies, dateline, credit line, notes.

use super::pages::{Input, inputs};
use anyhow::{Context, Result};
use firsthand_text::page::page;
use firsthand_text::report::{Report, report};
use rayon::prelude::*;
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The fields of one page.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub(crate) struct Fields {
    /// Agencies and media the text is from.
    pub(crate) agencies: Vec<String>,
    /// Place (empty where there is none), month and day, agency.
    pub(crate) dateline: Option<(String, String, String)>,
    /// Who the credit lines name.
    pub(crate) credit: Option<Vec<String>>,
    /// Kinds of notes.
    pub(crate) notes: Vec<String>,
}

/// One labelled page.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Labelled {
    /// Id in the labels of the pages.
    pub(crate) id: String,
    /// `a`, on which rules are made, or `b`.
    pub(crate) half: String,
    pub(crate) gold: Fields,
    pub(crate) found: Fields,
}

/// Prints a line for each labelled page.
pub(super) fn predict(folders: &[PathBuf]) -> Result<()> {
    for folder in folders {
        for page in labelled(folder)? {
            println!("{}", serde_json::to_string(&page)?);
        }
    }
    Ok(())
}

/// Reads the labelled pages of a folder.
pub(crate) fn labelled(folder: &Path) -> Result<Vec<Labelled>> {
    let pages: BTreeMap<String, Input> = inputs(folder)?.into_iter().map(|i| (i.id.clone(), i)).collect();
    let lines = include_str!("../../data/fields.tsv").lines().filter(|l| !l.starts_with('#'));
    let rows: Vec<Vec<&str>> = lines.map(|l| l.split('\t').collect()).collect();
    rows.par_iter()
        .map(|row| {
            let [id, half, agencies, dateline, credit, notes] = row.as_slice() else {
                anyhow::bail!("a label of {} fields", row.len());
            };
            let input = pages.get(*id).with_context(|| format!("no page {id}"))?;
            let report = report(&page(&input.location, &super::bytes(&input.path)?));
            let gold = Fields {
                agencies: list(agencies),
                dateline: triple(dateline),
                credit: (!credit.is_empty()).then(|| list(credit)),
                notes: list(notes),
            };
            Ok(Labelled { id: (*id).into(), half: (*half).into(), gold, found: found(&report) })
        })
        .collect()
}

fn list(field: &str) -> Vec<String> {
    field.split('|').filter(|f| !f.is_empty()).map(str::to_owned).collect()
}

fn triple(field: &str) -> Option<(String, String, String)> {
    let mut parts = field.split("; ").map(|p| p.trim_end_matches(';').to_owned());
    (!field.is_empty()).then(|| {
        let mut next = || parts.next().unwrap_or_default();
        (next(), next(), next())
    })
}

fn found(report: &Report) -> Fields {
    let dateline = report.dateline.as_ref().map(|d| {
        let day = d.date.map_or(String::new(), |d| format!("{:02}-{:02}", d.month(), d.day()));
        (d.place.clone().unwrap_or_default(), day, d.agency.clone().unwrap_or_default())
    });
    let names = report.credit_lines.iter().flat_map(|c| c.names.clone()).collect();
    let mut notes: Vec<String> = report.remarks.iter().map(|r| r.kind.name().to_owned()).collect();
    notes.sort();
    notes.dedup();
    Fields {
        agencies: report.credits.iter().map(|c| c.name.clone()).collect(),
        dateline,
        credit: (!report.credit_lines.is_empty()).then_some(names),
        notes,
    }
}
