//! Is this a new report, or a new version of one we have?
//!
//! In: all reports. Out: the newest version of each, with the earlier ones and what changed from each to the next,
//! sentence by sentence. An article that is edited stays one report and one origin (WARC 1.1 and PROV-O see it the
//! same way: same address, other payload, `wasRevisionOf`).

mod address;
mod change;

pub use address::key as address_key;
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
    pub report: Annotated,
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
    // In the order of the newest ones, each of which is in one chain only.
    chains.sort_by_key(|chain| chain.last().copied());
    let mut left: Vec<Option<Annotated>> = reports.into_iter().map(Some).collect();
    let mut folded = Versions::default();
    for chain in chains {
        folded.add(chain.into_iter().filter_map(|at| left[at].take()).collect());
    }
    folded
}

impl Versions {
    /// Adds one report, given in all its versions, oldest first. Nothing is added where there are none.
    pub fn add(&mut self, mut versions: Vec<Annotated>) {
        let changes: Vec<Vec<Change>> =
            versions.windows(2).map(|pair| change::changes(&pair[0], &pair[1])).collect();
        let Some(newest) = versions.pop() else { return };
        self.reports.push(newest);
        let earlier = versions.into_iter().zip(changes);
        self.earlier.push(earlier.map(|(report, changes)| Version { report, changes }).collect());
    }
}

/// Puts the versions of one report in order, oldest first.
pub fn order(versions: &mut [Annotated]) {
    versions.sort_by_key(age);
}

/// Whether two pages of one address hold one report.
pub fn is_one(a: &Annotated, b: &Annotated) -> bool {
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
