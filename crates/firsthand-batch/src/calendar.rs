//! Windows of days in which reports are compared, from how many reports each day has.

use crate::work::Settings;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Reports further apart in days than this are never compared by the rules of stories; where so many days in a row have no
/// report, windows may begin anew.
pub const APART: i32 = 9;

/// One window. Days are counted since 0000-01-01.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Window {
    /// Which run of days it belongs to: windows of different runs have nothing in common.
    pub run: u32,
    /// Its first day.
    pub from: i32,
    /// Its last day.
    pub to: i32,
    /// The first of the days whose reports it decides on.
    pub own_from: i32,
    /// The last of them.
    pub own_to: i32,
    /// Whether reports without any day are in it.
    pub undated: bool,
}

/// So many reports without any day are guests of every window; more would make every window larger than its own reports do.
pub const GUESTS: u64 = 20_000;

/// The windows for reports of these days.
///
/// Each run of days begins a window at its first day; the next begins where the last but the overlap ends. Reports of the first half
/// of an overlap are the earlier window's. Reports without a day are guests of every window and stay in the one where they are
/// nearest to another; where they are very many, they are compared among themselves only.
pub fn windows(days: &BTreeMap<i32, u64>, undated: u64, settings: &Settings) -> Vec<Window> {
    let length = settings.window.max(1);
    let overlap = settings.overlap.clamp(0, length - 1);
    let mut out = Vec::new();
    let all: Vec<i32> = days.keys().copied().collect();
    for (run, days) in (0u32..).zip(all.chunk_by(|a, b| b - a <= APART)) {
        let (Some(&first), Some(&last)) = (days.first(), days.last()) else { continue };
        let mut from = first;
        let mut own_from = first;
        loop {
            let to = (from + length - 1).min(last);
            let next = from + length - overlap;
            let own_to = if to == last { last } else { next + overlap / 2 - 1 };
            out.push(Window { run, from, to, own_from, own_to, undated: false });
            if to == last {
                break;
            }
            (from, own_from) = (next, own_to + 1);
        }
    }
    if undated > GUESTS || out.is_empty() && undated > 0 {
        out.push(Window { run: u32::MAX, from: 0, to: -1, own_from: 0, own_to: -1, undated: true });
    } else {
        out.iter_mut().for_each(|window| window.undated = undated > 0);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(window: i32, overlap: i32) -> Settings {
        Settings { buckets: 1, held: 1 << 20, window, overlap, least: 2, most: 9, common: 400 }
    }

    #[test]
    fn every_day_has_one_window_that_decides_and_near_days_share_one() {
        let days: BTreeMap<i32, u64> = (100..175).chain(300..301).map(|d| (d, 1)).collect();
        let windows = windows(&days, 0, &settings(28, 10));
        for day in days.keys() {
            assert_eq!(windows.iter().filter(|w| w.own_from <= *day && *day <= w.own_to).count(), 1, "{day}");
            let near = |w: &Window| w.from <= *day && day + APART <= w.to.max(174);
            assert!(*day > 165 || windows.iter().any(|w| near(w) && (w.to >= day + APART)), "{day}");
        }
        assert!(windows.iter().all(|w| w.from <= w.own_from && w.own_to <= w.to));
        assert_eq!(windows.last().map(|w| (w.run, w.from, w.to)), Some((1, 300, 300)));
    }

    #[test]
    fn a_short_time_is_one_window_with_all_in_it() {
        let days = BTreeMap::from([(10, 3), (15, 1)]);
        let windows = super::windows(&days, 2, &settings(28, 10));
        assert_eq!(windows.len(), 1);
        assert!(windows[0].undated);
        let days = BTreeMap::from([(10, 3), (50, 1)]);
        let windows = super::windows(&days, 2, &settings(28, 10));
        assert_eq!(windows.iter().map(|w| w.undated).collect::<Vec<_>>(), [true, true]);
        let windows = super::windows(&days, GUESTS + 1, &settings(28, 10));
        assert_eq!(windows.iter().map(|w| w.undated).collect::<Vec<_>>(), [false, false, true]);
        assert_eq!(super::windows(&BTreeMap::new(), 2, &settings(28, 10)).len(), 1);
    }
}
