//! How well stories were found, and how much time and memory they take.

use rustix::time::{ClockId, clock_gettime};
use std::collections::HashMap;
use std::time::Duration;

/// BCubed precision, recall and F1 (Bagga and Baldwin 1998) of stories found against those that were told.
pub fn bcubed(told: &[u32], found: &[u32]) -> (f64, f64, f64) {
    let (mut of_told, mut of_found, mut of_both) = (HashMap::new(), HashMap::new(), HashMap::new());
    for (t, f) in told.iter().zip(found) {
        *of_told.entry(t).or_insert(0u64) += 1;
        *of_found.entry(f).or_insert(0u64) += 1;
        *of_both.entry((t, f)).or_insert(0u64) += 1;
    }
    let (mut precision, mut recall) = (0.0, 0.0);
    for ((t, f), both) in &of_both {
        let both = *both as f64;
        precision += both * both / of_found[f] as f64;
        recall += both * both / of_told[t] as f64;
    }
    let all = told.len().max(1) as f64;
    let (precision, recall) = (precision / all, recall / all);
    (precision, recall, 2.0 * precision * recall / (precision + recall))
}

/// Bytes of memory in use (Linux: resident pages of 4 KiB); 0 where that cannot be told.
pub fn memory() -> u64 {
    let statm = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
    statm.split(' ').nth(1).and_then(|pages| pages.parse::<u64>().ok()).map_or(0, |pages| pages * 4096)
}

/// The time this thread has had on a core so far: what others do on the machine does not count.
pub fn now() -> Duration {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    Duration::new(time.tv_sec as u64, time.tv_nsec as u32)
}
