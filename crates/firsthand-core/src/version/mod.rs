//! Is this a new report, or a new version of one we have?
//!
//! In: all reports. Out: the newest version of each, with the earlier ones and what changed from each to the next,
//! sentence by sentence. An article that is edited stays one report and one origin (WARC 1.1 and PROV-O see it the
//! same way: same address, other payload, `wasRevisionOf`).

mod address;
mod change;

pub use change::Change;

use firsthand_text::language::Annotated;
use firsthand_text::report::Report;
use std::collections::BTreeMap;

/// Share of the shorter text's sentences that two pages of one address must have in common, unless their titles are
/// equal. Sites that give every page the address of their front page share none.
const COMMON: f32 = 0.3;

/// The newest version of each report, and the versions before it.
#[derive(Debug, Clone, Default)]
pub struct Versions {
    /// The newest version of each, in the order in which they were given.
    pub reports: Vec<Annotated>,
    /// For each of them its earlier versions, oldest first.
    pub earlier: Vec<Vec<Version>>,
}

/// An earlier version of a report.
#[derive(Debug, Clone)]
pub struct Version {
    /// The report as it was.
    pub report: Report,
    /// What became of it in the next version, in order of the text; empty where only the page differs.
    pub changes: Vec<Change>,
}

/// Puts versions of one report together. Reports without an address stay as they are.
pub fn fold(reports: Vec<Annotated>) -> Versions {
    let mut chains: Vec<Vec<usize>> = Vec::new();
    let mut by_address: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, report) in reports.iter().enumerate() {
        let key = report.report.url.as_deref().and_then(address::key);
        let mut known = key.as_ref().and_then(|k| by_address.get(k)).into_iter().flatten().copied();
        let chain = known.find(|&c: &usize| chains[c].iter().any(|&other| is_one(&reports[other], report)));
        match (chain, key) {
            (Some(chain), _) => chains[chain].push(at),
            (None, key) => {
                if let Some(key) = key {
                    by_address.entry(key).or_default().push(chains.len());
                }
                chains.push(vec![at]);
            }
        }
    }
    for chain in &mut chains {
        chain.sort_by_key(|&at| age(&reports[at]));
    }
    let mut changes: Vec<Vec<Change>> = reports.iter().map(|_| Vec::new()).collect();
    let mut chain_of: Vec<(usize, bool)> = vec![(0, true); reports.len()];
    for (n, chain) in chains.iter().enumerate() {
        for pair in chain.windows(2) {
            changes[pair[0]] = change::changes(&reports[pair[0]], &reports[pair[1]]);
            chain_of[pair[0]].1 = false;
        }
        chain.iter().for_each(|&at| chain_of[at].0 = n);
    }
    sort(reports, changes, &chains, &chain_of)
}

/// Parts the newest versions from the others.
fn sort(
    reports: Vec<Annotated>,
    changes: Vec<Vec<Change>>,
    chains: &[Vec<usize>],
    chain_of: &[(usize, bool)],
) -> Versions {
    let mut out = Versions::default();
    let mut row_of = vec![0; chains.len()];
    let mut before: Vec<(usize, usize, Version)> = Vec::new();
    for (at, (report, changes)) in reports.into_iter().zip(changes).enumerate() {
        let (chain, is_newest) = chain_of[at];
        if is_newest {
            row_of[chain] = out.reports.len();
            out.reports.push(report);
            out.earlier.push(Vec::new());
        } else {
            let place = chains[chain].iter().position(|&x| x == at).unwrap_or(0);
            before.push((chain, place, Version { report: report.report, changes }));
        }
    }
    before.sort_by_key(|(chain, place, _)| (*chain, *place));
    for (chain, _, version) in before {
        out.earlier[row_of[chain]].push(version);
    }
    out
}

/// Whether two pages of one address hold one report.
fn is_one(a: &Annotated, b: &Annotated) -> bool {
    let title = |x: &Annotated| x.report.title().map(str::to_lowercase);
    (title(a).is_some() && title(a) == title(b)) || change::common(a, b) >= COMMON
}

/// Oldest first: by what the page says of its last change or its publication, then by when it was fetched, then by name.
fn age(report: &Annotated) -> (Option<String>, Option<String>, String) {
    let report = &report.report;
    (moment(report), report.crawled.clone(), report.location.clone())
}

/// When a version was last changed, or published (EDTF).
pub fn moment(report: &Report) -> Option<String> {
    report.updated.value.clone().or_else(|| report.published.value.clone())
}

#[cfg(test)]
mod tests;
