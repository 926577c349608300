//! Which reports may have copied each other? Those that share fingerprints.

use super::wording::Wording;

/// A fingerprint of more reports than this, and of more than a fiftieth of all, is a phrase of the day and finds no pairs.
const COMMON: usize = 400;
/// One shared fingerprint is enough if at most so many reports have it.
const RARE: usize = 16;

/// The most reports of which a fingerprint may be, among so many.
pub(super) fn common(reports: usize) -> usize {
    COMMON.max(reports / 50)
}

/// What sharing a fingerprint that so many reports have says.
pub(super) fn weight(reports: usize) -> u32 {
    if reports <= RARE { 2 } else { 1 }
}

/// Two reports that share fingerprints of this weight together may have copied each other.
pub(super) const ENOUGH: u32 = 2;

/// Every fingerprint with the reports that have it, in two flat lists.
#[derive(Debug, Default)]
pub(super) struct Prints {
    /// Reports, by fingerprint, ascending within one.
    reports: Vec<u32>,
    /// Where the reports of each fingerprint begin and end.
    runs: Vec<(u32, u32)>,
    /// For each report the fingerprints it shares with others: parts of `own`.
    starts: Vec<u32>,
    /// Fingerprints (places in `runs`), by report.
    own: Vec<u32>,
}

impl Prints {
    /// Sorts the fingerprints of all reports.
    pub(super) fn of(wordings: &[Wording]) -> Prints {
        let all = wordings.iter().zip(0u32..);
        let mut pairs: Vec<(u64, u32)> =
            all.flat_map(|(wording, n)| wording.prints.iter().map(move |&p| (p, n))).collect();
        pairs.sort_unstable();
        let common = common(wordings.len());
        let mut out = Prints { starts: vec![0; wordings.len() + 1], ..Prints::default() };
        for same in pairs.chunk_by(|a, b| a.0 == b.0).filter(|s| s.len() > 1 && s.len() <= common) {
            let from = out.reports.len() as u32;
            out.reports.extend(same.iter().map(|p| p.1));
            out.runs.push((from, from + same.len() as u32));
            for (_, report) in same {
                out.starts[*report as usize + 1] += 1;
            }
        }
        for n in 1..out.starts.len() {
            out.starts[n] += out.starts[n - 1];
        }
        let mut next = out.starts.clone();
        out.own = vec![0; out.reports.len()];
        for (run, &(from, to)) in out.runs.iter().enumerate() {
            for report in &out.reports[from as usize..to as usize] {
                let at = &mut next[*report as usize];
                out.own[*at as usize] = run as u32;
                *at += 1;
            }
        }
        out
    }

    /// The reports behind this one that may share a passage with it, ascending. `tally` has a zero for every report, and
    /// again when it comes back.
    pub(super) fn behind(&self, report: usize, tally: &mut [u32]) -> Vec<usize> {
        let mut found = Vec::new();
        for &run in &self.own[self.starts[report] as usize..self.starts[report + 1] as usize] {
            let (from, to) = self.runs[run as usize];
            let reports = &self.reports[from as usize..to as usize];
            let weight = weight(reports.len());
            let behind = reports.partition_point(|&r| r as usize <= report);
            for &other in &reports[behind..] {
                let other = other as usize;
                if tally[other] == 0 {
                    found.push(other);
                }
                tally[other] += weight;
            }
        }
        found.retain(|&other| std::mem::take(&mut tally[other]) >= ENOUGH);
        found.sort_unstable();
        found
    }
}
